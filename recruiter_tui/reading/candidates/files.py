"""Strangers' files: opened without waiting on a pipe, hashed, their encoding settled before they are read."""

from __future__ import annotations

import codecs
import hashlib
import io
import os
import re
import stat
from dataclasses import dataclass
from typing import IO, TYPE_CHECKING, Final

from recruiter_tui.reading.candidates.incoming import Unclear

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_CHUNK: Final = 1 << 20
_PORTION: Final = 1 << 15
_ENOUGH_SIGNS: Final = 10_000
_SAMPLE: Final = 4096
_SHARE_OF_NULS: Final = 0.3
"""Latin text in UTF-16 is half NULs; other scripts have fewer, a text in one byte has none."""
LONGEST_LINE: Final = 8 << 20
"""Characters in one physical line; more of them are no table that a person made."""
BROKEN_BYTE: Final = re.compile("[\udc80-\udcff]")
"""A byte that the file's encoding does not know, as `open_text` hands it on."""
_BEYOND_ASCII = re.compile("[^\x00-\x7f]")
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


@dataclass(frozen=True, slots=True)
class Examined:
    """A file's size, digest, first bytes and encoding."""

    size: int
    sha256: str
    head: bytes
    encoding: str
    is_guess: bool = False
    """Whether the encoding is only the likeliest: the file is not UTF-8."""


def open_regular(path: Path, *, follow: bool = True) -> IO[bytes]:
    """Open an ordinary file for reading; raises Unclear for folders, pipes, devices and missing files."""
    flags = os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC | (0 if follow else os.O_NOFOLLOW)
    try:
        descriptor = os.open(path, flags)
    except ValueError:
        problem = "this is no file name"
        raise Unclear(problem, "check how the name is spelled") from None
    except OSError as error:
        problem = f"the file cannot be opened ({os.strerror(error.errno or 0)})"
        raise Unclear(problem, "check its name and that you may read it") from None
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        os.close(descriptor)
        problem = "this is not an ordinary file"
        raise Unclear(problem, "name a file that holds the data")
    return os.fdopen(descriptor, "rb")


def state_of(path: Path) -> tuple[int, ...]:
    """Return what tells that a file was changed or replaced meanwhile; nothing for one that is gone."""
    try:
        found = path.stat()
    except (OSError, ValueError):
        return ()
    return found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns


def examine(path: Path) -> Examined:
    """Hash a file and settle its encoding in one pass over it, two where it is not UTF-8."""
    digest = hashlib.sha256()
    decoder = codecs.getincrementaldecoder("utf-8")()
    size, head, is_utf8 = 0, b"", True
    with open_regular(path) as file:
        while chunk := file.read(_CHUNK):
            head = head or chunk[:_SAMPLE]
            size += len(chunk)
            digest.update(chunk)
            is_utf8 = is_utf8 and _takes(decoder, chunk)
    marked = _marked(head)
    if marked is None and is_utf8 and _takes(decoder, b"", final=True):
        marked = "utf-8"
    encoding = marked or _legacy(path)
    return Examined(size, digest.hexdigest(), head, encoding, is_guess=marked is None)


def open_text(path: Path, examined: Examined) -> IO[str]:
    """Open a file as text, line ends as they are; bytes outside the encoding come as `BROKEN_BYTE`."""
    errors = "surrogatepass" if examined.encoding.startswith(("utf-16", "utf-32")) else "surrogateescape"
    return io.TextIOWrapper(open_regular(path), encoding=examined.encoding, errors=errors, newline="")


def lines(file: IO[str]) -> Iterator[str]:
    """Yield a file's lines with their ends; raises Unclear where a line never ends or a text is cut short."""
    number = 1
    try:
        while line := file.readline(LONGEST_LINE):
            if len(line) == LONGEST_LINE:
                problem = f"line {number} is longer than {LONGEST_LINE:,} characters"
                raise Unclear(problem, "check that the file is a table, and save it again")
            yield line
            number += 1
    except UnicodeError:
        problem = f"the text cannot be decoded after line {number - 1}"
        raise Unclear(problem, "save the file again as UTF-8") from None


def _takes(decoder: codecs.IncrementalDecoder, chunk: bytes, *, final: bool = False) -> bool:
    """Tell whether the decoder takes the bytes."""
    try:
        decoder.decode(chunk, final)
    except UnicodeDecodeError:
        return False
    return True


def _marked(head: bytes) -> str | None:
    """Return the encoding that a byte-order mark or the pattern of NULs gives away."""
    for mark, encoding in _MARKS:
        if head.startswith(mark):
            return encoding
    if len(head) > 1:
        for first, encoding in ((0, "utf-16-be"), (1, "utf-16-le")):
            zeros = head[first::2].count(0)
            if zeros > len(head) / 2 * _SHARE_OF_NULS and not head[1 - first :: 2].count(0):
                return encoding
    return None


def _legacy(path: Path) -> str:
    """Tell UTF-8 with a few broken bytes from a file in Windows-1252, by what most of its beginning is.

    Some thousand signs beyond ASCII settle it: to count all of them in a large picture takes a minute.
    """
    decoder = codecs.getincrementaldecoder("utf-8")("surrogateescape")
    whole = broken = 0
    with open_regular(path) as file:
        while whole + broken < _ENOUGH_SIGNS and (chunk := file.read(_PORTION)):
            text = decoder.decode(chunk)
            bad = len(BROKEN_BYTE.findall(text))
            broken += bad
            whole += len(_BEYOND_ASCII.findall(text)) - bad
    return "utf-8" if whole > broken else "cp1252"

"""What the command line prints: data on stdout, narration on stderr, and nothing that steers a terminal."""

from __future__ import annotations

import errno
import io
import os
import sys
import time
import unicodedata
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

_PROGRESS_EVERY = 0.1  # seconds; more often than that nobody can read
_WIDE = "WF"


class OutputLost(Exception):
    """What was printed did not arrive: the reader has gone, which is nobody's fault, or the disk is full."""

    def __init__(self, error: OSError) -> None:
        """Keep what the system said."""
        super().__init__(error)
        self.reader_gone = isinstance(error, BrokenPipeError)
        self.why = os.strerror(error.errno or 0)


class Console:
    """The two streams of one run."""

    def __init__(self, out: TextIO | None = None, err: TextIO | None = None) -> None:
        """Use the process's streams unless told otherwise; no character of data can make writing fail."""
        self._out = _tolerant(out or sys.stdout or _Closed())
        self._err = _tolerant(err or sys.stderr or io.StringIO())

    @property
    def out_is_terminal(self) -> bool:
        """Tell whether a person reads stdout as it comes."""
        return self._out.isatty()

    @property
    def err_is_terminal(self) -> bool:
        """Tell whether a person reads stderr as it comes."""
        return self._err.isatty()

    def line(self, text: str = "") -> None:
        """Print one line of data."""
        self._print(printable(text) + "\n")

    def block(self, text: str) -> None:
        """Print text of several lines as data: byte for byte into a pipe, made harmless for a terminal."""
        if self.out_is_terminal:
            text = "\n".join(printable(line) for line in text.split("\n"))
        self._print(text if text.endswith("\n") else text + "\n")

    def json(self, value: object) -> None:
        """Print one JSON document; characters that steer a terminal stand as escapes."""
        from recruiter_tui.writing.json import safe_json

        self._print_json([safe_json(value)])

    def long_json(self, head: Mapping[str, object], name: str, rows: Iterable[object]) -> None:
        """Print one JSON document that ends with a list of any length, which is never held as a whole."""
        from recruiter_tui.writing.json import long_json

        self._print_json(long_json(head, name, rows))

    def _print_json(self, pieces: Iterable[str]) -> None:
        from recruiter_tui.writing.json import in_ascii

        knows_all = (getattr(self._out, "encoding", None) or "utf-8").lower().startswith("utf")
        for piece in pieces:
            self._print(piece if knows_all else in_ascii(piece))
        self._print("\n")

    def table(self, head: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
        """Print rows in columns that line up, also with wide characters; nothing is cut."""
        lines = [[printable(cell) for cell in row] for row in (head, *rows)]
        widths = [max(cells(line[place]) for line in lines) for place in range(len(head))]
        for line in lines:
            padded = (cell + " " * (width - cells(cell)) for cell, width in zip(line, widths, strict=True))
            self._print("  ".join(padded).rstrip() + "\n")

    def say(self, text: str) -> None:
        """Narrate one line on stderr."""
        self._err.write(printable(text) + "\n")
        self._err.flush()

    def _print(self, text: str) -> None:
        """Write data; raises OutputLost where it does not arrive."""
        try:
            self._out.write(text)
        except OSError as error:
            raise OutputLost(error) from None

    def progress(self, what: str) -> Progress:
        """Return a counter that shows itself on stderr where that is a terminal, and nowhere else."""
        return Progress(what, self._err if self.err_is_terminal else None)

    def flush(self) -> None:
        """Hand everything to the system; raises OutputLost where the other end is full or gone."""
        try:
            self._out.flush()
        except OSError as error:
            raise OutputLost(error) from None
        self._err.flush()


class Progress:
    """How far long work has come, on one line that is overwritten and goes away at the end."""

    def __init__(self, what: str, err: TextIO | None) -> None:
        """Show nothing until the first call."""
        self._what = what
        self._err = err
        self._last = 0.0
        self._shown = False

    def __call__(self, done: int, total: int | None) -> None:
        """Show the count, at most ten times a second."""
        now = time.monotonic()
        if self._err is None or now - self._last < _PROGRESS_EVERY:
            return
        self._last, self._shown = now, True
        of = f" of {total}" if total is not None else ""
        self._err.write(f"\r\x1b[K{self._what}: {done}{of}")
        self._err.flush()

    def close(self) -> None:
        """Clear the line."""
        if self._err is not None and self._shown:
            self._err.write("\r\x1b[K")
            self._err.flush()


def printable(text: str) -> str:
    """Return one line in which every character that does not print stands as an escape."""
    if text.isprintable():
        return text
    return "".join(sign if _prints(sign) else _escaped(sign) for sign in text)


def cells(text: str) -> int:
    """Return how many columns of a terminal the text takes."""
    if text.isascii():
        return len(text)
    return sum(
        0 if unicodedata.combining(sign) else 2 if unicodedata.east_asian_width(sign) in _WIDE else 1
        for sign in text
    )


def _prints(sign: str) -> bool:
    """Tell whether a character may go to a terminal; the joiners that scripts and emoji need may."""
    return (
        sign.isprintable() or sign in "\u200c\u200d\u00a0\u202f\u3000" or unicodedata.category(sign) == "Zs"
    )


def _escaped(sign: str) -> str:
    """Return the character as an escape that names it."""
    return sign.encode("unicode_escape").decode("ascii")


class _Closed(io.StringIO):
    """Stands for a stdout that the caller closed: what is printed there is lost, and that is an error."""

    def write(self, _text: str) -> int:
        """Refuse as the system does."""
        raise OSError(errno.EBADF, os.strerror(errno.EBADF))


def _tolerant(stream: TextIO) -> TextIO:
    """Let the stream show what its encoding lacks as escapes instead of failing."""
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(errors="backslashreplace")
    return stream

"""From bytes to text: encodings, line ends, and repairs that keep pointing into the decoded source."""

from __future__ import annotations

import html
import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass

from recruiter_tui.domain.stated import Span

_BOMS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
_SAMPLE = 4096
_MANY_NULS = 0.3
_CP1252 = "\u20ac\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u017d\u2018\u2019"
_CP1252 += "\u201c\u201d\u2022"
_CP1252 += "\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u017e\u0178"
_BLOCK_TAG = (
    r"p|br|li|ul|ol|div|span|b|strong|em|i|u|a|h[1-6]|td|th|tr|table|tbody|font|sup|sub|section|article"
)
_EDITS = re.compile(
    rf"(?P<mojibake>[\u00c2-\u00f4][\u0080-\u00bf{_CP1252}]{{1,3}})"
    r"|(?P<hidden>[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\ufff9-\ufffb])"
    r"|(?P<control>[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f])"
    r"|(?P<run>(?<=[^\s\u00a0])[ \u00a0\u202f]{2,}(?=[^\s\u00a0]))"
    r"|(?P<blank>[\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000])"
    r"|(?P<entity>&(?:#\d{1,7}|#x[0-9a-fA-F]{1,6}|[a-zA-Z]{2,8});)"
    rf"|(?P<tag></?(?:{_BLOCK_TAG})(?:\s[^<>\n]{{0,200}})?/?>)"
    r'|(?P<debris>"\s?(?:style|class|href|title|target|rel|id|'
    r'data-[a-z-]{1,20})="[^"<>\n]{0,300}"[^<>\n]{0,300}>)'
    r"|(?P<parted>[A-Za-z][\u0300-\u036f]{1,4})"
    r"|(?P<server>\berror code: \d{3,4}\b)"
)
_ATTRIBUTE_WORD = re.compile(r"[\w-]{0,40}$")
_REACH_OF_A_WORD = 41


def decode(data: bytes) -> str:
    """Return the text of `data`, byte-order mark gone and every line end as one newline.

    Says nothing about files that are no text: the callers tell those apart by their first bytes.
    UTF-8 is taken where it fits, UTF-16 where a mark or many NULs say so, else Windows-1252 or Latin-1.
    """
    text = _decoded(data)
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _decoded(data: bytes) -> str:
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace")
    sample = data[:_SAMPLE]
    if sample.count(0) > _MANY_NULS * len(sample) > 0:
        little = sample[1::2].count(0) >= sample[::2].count(0)
        return data.decode("utf-16-le" if little else "utf-16-be", "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252") if _is_cp1252(data) else data.decode("latin-1")


def _is_cp1252(data: bytes) -> bool:
    """Tell whether none of the five bytes that Windows-1252 leaves undefined occurs."""
    return not any(byte in data for byte in (b"\x81", b"\x8d", b"\x8f", b"\x90", b"\x9d"))


@dataclass(frozen=True, slots=True)
class Repaired:
    """Repaired text beside its source: `span` leads from an offset range in `text` back into `source`.

    No repair adds or removes a line end, so that the n-th line of one is the n-th line of the other.
    """

    source: str
    text: str
    starts: tuple[int, ...]
    """Where each unchanged or replaced piece starts in `text`, rising."""
    pieces: tuple[tuple[int, int, bool], ...]
    """For each piece: where it starts and ends in `source`, and whether it is unchanged."""

    def span(self, start: int, end: int) -> Span:
        """Return the range of `source` that `text[start:end]` came from."""
        first, last = self._at(start), self._at(max(start, end - 1))
        begin = self.pieces[first][0] + (start - self.starts[first]) * self.pieces[first][2]
        source_start, source_end, unchanged = self.pieces[last]
        finish = source_start + (end - self.starts[last]) if unchanged else source_end
        return Span(begin, max(begin, min(finish, len(self.source))))

    def _at(self, offset: int) -> int:
        return max(0, bisect_right(self.starts, offset) - 1)


def repair(source: str) -> Repaired:
    """Mend mojibake, entities and debris of tags, drop invisible characters, make every blank plain.

    Linear in the length of the text; the source stays beside the result.
    """
    parts: list[str] = []
    starts: list[int] = []
    pieces: list[tuple[int, int, bool]] = []
    length = done = 0

    def put(text: str, start: int, end: int, *, unchanged: bool) -> None:
        nonlocal length
        if text:
            starts.append(length)
            pieces.append((start, end, unchanged))
            parts.append(text)
            length += len(text)

    for edit in _EDITS.finditer(source):
        start, replacement = edit.start(), _mended(edit)
        if replacement is None:
            continue
        if edit.lastgroup == "debris":
            start = max(done, _start_of_debris(source, start))
        put(source[done:start], done, start, unchanged=True)
        put(replacement, start, edit.end(), unchanged=False)
        done = edit.end()
    put(source[done:], done, len(source), unchanged=True)
    if not pieces:
        starts, pieces = [0], [(0, len(source), True)]
    return Repaired(source, "".join(parts), tuple(starts), tuple(pieces))


def _start_of_debris(source: str, quote: int) -> int:
    """Return where the attribute value in front of a stray quote begins: it is debris too."""
    word = _ATTRIBUTE_WORD.search(source[max(0, quote - _REACH_OF_A_WORD) : quote])
    return quote - len(word[0]) if word else quote


def _mended(edit: re.Match[str]) -> str | None:
    """Return what takes the place of a match, or None where it is right as it stands."""
    kind, text = edit.lastgroup, edit[0]
    if kind == "mojibake":
        return _unmixed(text)
    if kind == "parted":  # letter and accent as two characters, as some systems write them
        return unicodedata.normalize("NFC", text)
    if kind == "entity":
        plain = html.unescape(text).replace("\n", " ").replace("\u00a0", " ")
        return plain if plain != text else None
    return " " if kind in {"blank", "run", "tag", "server"} else ""


def _unmixed(text: str) -> str | None:
    """Return UTF-8 that had been read as Windows-1252, or None where `text` is no such mix-up."""
    for length in range(len(text), 1, -1):
        head = text[:length]
        try:
            plain = b"".join(_byte(char) for char in head).decode("utf-8")
        except UnicodeDecodeError:
            continue
        if len(plain) == 1 and plain not in "\n\r":
            return (" " if plain == "\u00a0" else plain.strip("\u200b\u00ad\ufeff")) + text[length:]
    return None


def _byte(char: str) -> bytes:
    """Return the byte that Windows-1252 (or Latin-1, for its gaps) would show as `char`."""
    try:
        return char.encode("cp1252")
    except UnicodeEncodeError:
        return char.encode("latin-1", "replace")

"""A notice's text as rows of a width: wrapped once, what every notice says folded away, places by offset."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from rich.cells import cell_len

from recruiter_tui.domain.text import clean

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from recruiter_tui.domain.stated import Span

_WORD: Final = re.compile(r"\S+\s*")
_UNLIT: Final = re.compile(rb"\x00+")
_ALIKE: Final = re.compile(rb"(.)\1*", re.DOTALL)
_LEAST_FOLDED: Final = 120
"""Characters from which boilerplate is worth folding."""


@dataclass(frozen=True, slots=True)
class SourceRow:
    """One row of the screen: the characters `start` to `end` of the text."""

    start: int
    end: int
    folded: bool = False
    """Whether it stands for text that is folded away."""


def visible(piece: str) -> str:
    """Return a piece of the source as it may be painted: every blank is one cell, nothing acts or hides."""
    if piece.isascii() and piece.isprintable():
        return piece
    body = piece.strip()
    if not body:
        return " " * min(len(piece), 1)
    lead = " " if piece[0].isspace() else ""
    tail = " " if piece[-1].isspace() else ""
    return f"{lead}{clean(body)}{tail}"


def stretches(looks: bytearray) -> Iterator[tuple[int, int, int]]:
    """Yield what looks alike: where each stretch begins and ends, and its look."""
    for found in _ALIKE.finditer(looks):
        yield found.start(), found.end(), looks[found.start()]


def foldable(text: str, boilerplate: Iterable[Span], lit: bytes | bytearray) -> list[tuple[int, int]]:
    """Return the parts of the boilerplate that hold nothing that was understood, as far as worth folding."""
    gaps = (
        gap.span() for start, end in boilerplate for gap in _UNLIT.finditer(lit, start, min(end, len(lit)))
    )
    found = [(a, b) for a, b in gaps if b - a >= _LEAST_FOLDED and text[a:b].strip()]
    return _apart(found)


def _apart(ranges: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return ranges in their order, those left out that begin within one before."""
    kept: list[tuple[int, int]] = []
    for start, end in sorted(ranges):
        if not kept or start >= kept[-1][1]:
            kept.append((start, end))
    return kept


class SourceLayout:
    """The rows of a text at one width."""

    def __init__(self, text: str, cells: int, folded: Sequence[tuple[int, int]] = ()) -> None:
        """Wrap the text; `folded` parts take one row each."""
        self.rows: list[SourceRow] = []
        place = 0
        for start, end in folded:
            self.rows.extend(_wrapped(text, place, start, cells))
            self.rows.append(SourceRow(start, end, folded=True))
            place = end
        self.rows.extend(_wrapped(text, place, len(text), cells))
        self._starts = [row.start for row in self.rows]

    def row_of(self, offset: int) -> int:
        """Return the row that shows a character."""
        return max(0, bisect_right(self._starts, offset) - 1)


def _wrapped(text: str, start: int, end: int, cells: int) -> Iterator[SourceRow]:
    """Yield the rows of a part of the text, at most one empty one between two others."""
    place, empty = start, True
    while place < end:
        stop = text.find("\n", place, end)
        stop = end if stop < 0 else stop
        if text[place:stop].strip():
            yield from paragraph_rows(text, place, stop, max(1, cells))
            empty = False
        elif not empty and stop < end:
            yield SourceRow(place, place)
            empty = True
        place = stop + 1


def paragraph_rows(text: str, start: int, end: int, cells: int) -> Iterator[SourceRow]:
    """Yield the rows of one line of the source, broken between words where that is possible."""
    body = text[start:end]
    if len(body) <= cells and body.isascii():
        yield SourceRow(start, end)
        return
    start += len(body) - len(body.lstrip())
    body = text[start:end]
    first, used = start, 0
    for found in _WORD.finditer(body):
        word = found[0]
        size = _size(word.rstrip())
        begin = start + found.start()
        if used and used + size > cells:
            yield SourceRow(first, begin)
            first, used = begin, 0
        if size > cells:
            for piece in _chopped(text, begin, begin + len(word.rstrip()), cells):
                if piece.end < begin + len(word.rstrip()):
                    yield piece
                first, used = piece.start, _size(text[piece.start : piece.end])
            used += 1
            continue
        used += size + (len(word) > len(word.rstrip()))
    if first < end:
        yield SourceRow(first, end)


def _chopped(text: str, start: int, end: int, cells: int) -> Iterator[SourceRow]:
    """Yield pieces of a word that is wider than a row."""
    if text[start:end].isascii():
        for place in range(start, end, cells):
            yield SourceRow(place, min(place + cells, end))
        return
    first, used = start, 0
    for place in range(start, end):
        size = cell_len(visible(text[place]))
        if used + size > cells:
            yield SourceRow(first, place)
            first, used = place, 0
        used += size
    yield SourceRow(first, end)


def _size(word: str) -> int:
    return len(word) if word.isascii() and word.isprintable() else cell_len(visible(word))

"""Choosing a passage of a text by keys: word by word, row by row, letter by letter."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from recruiter_tui.domain.stated import Span

if TYPE_CHECKING:
    from recruiter_tui.tui.drawing.source import SourceLayout

WORD: Final = re.compile(r"\w+|[^\w\s]+")
_MOST: Final = 4_000
"""Characters of a passage; a field or criterion is never longer."""
_NEAR: Final = 80


class Choice:
    """The passage that is being chosen, and whether its start is held so that moving makes it longer."""

    def __init__(self, first: Span) -> None:
        """Start with a word."""
        self.span = first
        self.anchor: int | None = None

    def hold(self) -> None:
        """Hold the start of the passage, or let it go."""
        self.anchor = self.span.start if self.anchor is None else None

    def move(self, text: str, layout: SourceLayout, by: str, way: int, page: int) -> bool:
        """Move the word or the end of the passage; False where nothing lies that way.

        Args:
            text: The text.
            layout: Its rows on the screen.
            by: `letter`, `word`, `row`, `page` or `text`.
            way: 1 for onward, -1 for back.
            page: Rows of a page.
        """
        start, end = self.span
        if by == "letter":
            end = max(start + 1, min(len(text), end + way))
            if self.anchor is None and not text[start:end].strip():
                return False
            self.span = Span(start, end)
            return True
        there = self._there(text, layout, by, way, page)
        if there is None:
            return False
        self.span = there if self.anchor is None else self._stretched(text, there, self.anchor)
        return True

    @staticmethod
    def _stretched(text: str, there: Span, anchor: int) -> Span:
        first = min(anchor, there.start)
        last = max(there.end, _end_of_word(text, anchor))
        if first < anchor:
            first = max(first, last - _MOST)
        return Span(first, min(last, first + _MOST))

    def _there(self, text: str, layout: SourceLayout, by: str, way: int, page: int) -> Span | None:
        """Return the word that a step leads to: the next one, or the one a row or page further."""
        start, end = self.span
        head = start if self.anchor is not None and start < self.anchor else max(start, end - 1)
        if by == "word":
            if way > 0:
                found = WORD.search(text, _end_of_word(text, head))
            else:
                found = _last_word(text, _start_of_word(text, head))
            return Span(*found.span()) if found else None
        rows = layout.rows
        here = layout.row_of(head)
        steps = {"row": 1, "page": page}.get(by, len(rows))
        place = max(0, min(len(rows) - 1, here + way * steps))
        while 0 < place < len(rows) - 1 and (rows[place].folded or rows[place].end == rows[place].start):
            place += way
        offset = rows[place].start + max(0, head - rows[here].start)
        offset = min(offset, max(rows[place].start, rows[place].end - 1))
        found = WORD.search(text, _start_of_word(text, offset))
        return Span(*found.span()) if found else None


def _end_of_word(text: str, place: int) -> int:
    found = WORD.match(text, place)
    return found.end() if found else place + 1


def _start_of_word(text: str, place: int) -> int:
    start = max(0, place - _NEAR)
    for found in WORD.finditer(text, start, min(len(text), place + _NEAR)):
        if found.start() <= place < found.end():
            return found.start()
        if found.start() > place:
            break
    return place


def _last_word(text: str, before: int) -> re.Match[str] | None:
    """Return the last word that ends before a character."""
    for reach in (_NEAR, 2_000, before):
        found = list(WORD.finditer(text, max(0, before - reach), before))
        if found:
            return found[-1]
    return None

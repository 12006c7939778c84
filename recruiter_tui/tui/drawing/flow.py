"""A text of any length as rows of a width, worked out only where somebody looks."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import OrderedDict
from typing import TYPE_CHECKING, Final, NamedTuple

from recruiter_tui.tui.drawing.source import SourceRow, paragraph_rows

if TYPE_CHECKING:
    from collections.abc import Iterator

_LONGEST: Final = 2_000
"""Characters of a line that are wrapped at once; a longer line is wrapped in pieces of about that length."""
_LOOK_BACK: Final = 80
_STEP: Final = 4_096
_KEPT: Final = 400
_INK: Final = re.compile(r"\S")
_LONGEST_HEADING: Final = 48
_HEADING: Final = re.compile(r"[^\W\d_][^@\n.,;!?0-9]*[^@\s.,;!?0-9]")
_BLANK_BEFORE: Final = re.compile(r"\n[^\S\n]*\n[^\S\n]*\Z")


class Stretch(NamedTuple):
    """A part of the text that is wrapped at once: a line, a piece of a long one, or blank lines."""

    start: int
    end: int
    """Where the next stretch begins."""
    rows: tuple[SourceRow, ...]


class Flow:
    """The rows of a text: above and below a place, never all of them."""

    def __init__(self, text: str, cells: int) -> None:
        """Take the text and the cells of a row."""
        self.text = text
        self.cells = max(1, cells)
        self._line = (0, -1)
        self._kept: OrderedDict[int, Stretch] = OrderedDict()

    def row_at(self, offset: int) -> SourceRow | None:
        """Return the row that shows a character, or the next one where it stands in none."""
        here = self._stretch(max(0, min(offset, len(self.text) - 1)))
        while here is not None and not here.rows:
            here = self._after(here)
        if here is None:
            return None
        place = bisect_right([row.start for row in here.rows], offset) - 1
        return here.rows[max(0, place)]

    def below(self, row: SourceRow) -> Iterator[SourceRow]:
        """Yield a row and those below it."""
        here = self._stretch(row.start)
        first = True
        while here is not None:
            yield from (one for one in here.rows if not first or one.start >= row.start)
            first = False
            here = self._after(here)

    def above(self, row: SourceRow) -> Iterator[SourceRow]:
        """Yield the rows above a row, the nearest first."""
        here = self._stretch(row.start)
        first = True
        while here is not None:
            yield from (one for one in reversed(here.rows) if not first or one.start < row.start)
            first = False
            here = self._stretch(here.start - 1) if here.start else None

    def is_heading(self, row: SourceRow) -> bool:
        """Tell whether a row looks like a heading: a short line without commas behind a blank one."""
        text = self.text
        if not row.start < row.end <= row.start + _LONGEST_HEADING:
            return False
        if not _HEADING.fullmatch(text, row.start, row.end):
            return False
        above = text[max(0, row.start - _STEP) : row.start]
        ends = row.end == len(text) or text[row.end] == "\n"
        return ends and (not above.strip() or _BLANK_BEFORE.search(above) is not None)

    def _after(self, here: Stretch) -> Stretch | None:
        return self._stretch(here.end) if here.end < len(self.text) else None

    def _stretch(self, offset: int) -> Stretch | None:
        """Return the stretch that holds a character."""
        if not self.text:
            return None
        start, end = self._bounds(offset)
        found = self._kept.get(start)
        if found is None:
            found = self._kept[start] = self._made(start, end)
            if len(self._kept) > _KEPT:
                self._kept.popitem(last=False)
        return found

    def _bounds(self, offset: int) -> tuple[int, int]:
        """Return where the stretch around a character begins, and where the next one does."""
        start, end = self._line_of(offset)
        if not _INK.search(self.text, start, end):
            return start, end
        stop = end - 1 if self.text[end - 1] == "\n" else end
        if stop - start <= _LONGEST:
            return start, end
        piece = (offset - start) // _LONGEST
        first = self._cut(start, piece)
        last = self._cut(start, piece + 1)
        if offset >= last and last < stop:
            first, last = last, self._cut(start, piece + 2)
        elif offset < first:
            first, last = self._cut(start, piece - 1), first
        return first, (last if last < stop else end)

    def _cut(self, start: int, piece: int) -> int:
        """Return where a piece of a long line begins: behind a blank where one is near."""
        if piece <= 0:
            return start
        at = start + piece * _LONGEST
        blank = max(self.text.rfind(mark, at - _LOOK_BACK, at) for mark in " \t")
        return at if blank < 0 else blank + 1

    def _line_of(self, offset: int) -> tuple[int, int]:
        """Return where the line around a character begins and the next one does; blank lines are one."""
        start, end = self._line
        if start <= offset < end:
            return self._line
        text = self.text
        start = text.rfind("\n", 0, offset) + 1
        end = text.find("\n", offset) + 1 or len(text)
        if not _INK.search(text, start, end):
            start = self._blank_from(start)
            found = _INK.search(text, end)
            end = text.rfind("\n", end - 1, found.start()) + 1 if found else len(text)
        self._line = (start, end)
        return self._line

    def _blank_from(self, start: int) -> int:
        """Return where the blank lines begin to which the one at `start` belongs."""
        place = start
        while place > 0:
            before = max(0, place - _STEP)
            body = self.text[before:place]
            inked = body.rstrip()
            if inked:
                line_end = self.text.find("\n", before + len(inked), start)
                return line_end + 1 if line_end >= 0 else start
            place = before
        return 0

    def _made(self, start: int, end: int) -> Stretch:
        """Wrap a stretch; blank lines are one empty row, and none where the text begins or ends with them."""
        text = self.text
        if not _INK.search(text, start, end):
            inside = start > 0 and end < len(text)
            return Stretch(start, end, (SourceRow(start, start),) if inside else ())
        stop = end - 1 if text[end - 1] == "\n" else end
        return Stretch(start, end, tuple(paragraph_rows(text, start, stop, self.cells)))

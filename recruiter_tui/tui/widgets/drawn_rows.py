"""Rows of which those in view are drawn, each of them once: the size of a table does not matter."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic

from textual.geometry import Region

from recruiter_tui.tui.signs import Ink
from recruiter_tui.tui.text import wrapped
from recruiter_tui.tui.widgets.lines import Painter, Run, strip
from recruiter_tui.tui.widgets.scrolled import mark_lines
from recruiter_tui.tui.widgets.source import Key, Roll, Row

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.geometry import Size
    from textual.strip import Strip

_STRIPS_KEPT = 4_000
_SPACED = 2
"""Lines of a row above which its last one is the blank between two rows, which no cursor colours."""


class DrawnRows(Painter, Generic[Row]):
    """Rows with a cursor and marks, as they look; subclasses draw single rows and the head."""

    ALLOW_SELECT = False
    GROUND = "ground"
    """The colour beneath the rows; of a dialog it is another one."""
    empty_text = "nothing here yet"
    """The sentence that stands in an empty table."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name for it
        """Start empty."""
        super().__init__(id=id)
        self.source: Roll[Row] = Roll((), lambda _keys: ())
        self.top = 0
        self.cursor = 0
        self.marks: set[Key] = set()
        self.range_start: Key | None = None
        self._strips: dict[tuple[object, ...], Strip] = {}

    # -- what subclasses say -------------------------------------------------------------------------

    @property
    def row_lines(self) -> int:
        """Return how many lines a row takes."""
        return 1

    @property
    def head_lines(self) -> int:
        """Return how many lines stand above the rows."""
        return 0

    def head_runs(self, y: int, width: int) -> Sequence[Run]:
        """Draw line `y` of the head; `width` is that of the rows."""
        raise NotImplementedError

    def row_runs(self, row: Row, line: int, width: int, *, marked: bool, current: bool) -> Sequence[Run]:
        """Draw line `line` of a row; `width` leaves out the column of the scroll bar."""
        raise NotImplementedError

    def empty_lines(self, width: int, height: int) -> Sequence[Sequence[Run]]:  # noqa: ARG002 - some need it
        """Return what stands in an empty table; subclasses may say more than a sentence."""
        if not self.empty_text:
            return ()
        return [(), *([("  " + text, Ink.FAINT)] for text in wrapped(self.empty_text, max(1, width - 3)))]

    def end_runs(self) -> Sequence[Run]:
        """Return what stands below the last row; nothing unless a subclass has something to say."""
        return ()

    # -- drawing -------------------------------------------------------------------------------------

    @property
    def visible_rows(self) -> int:
        """Return how many whole rows fit."""
        return max(1, (self.size.height - self.head_lines) // self.row_lines)

    def notify_style_update(self) -> None:
        """Draw everything anew in the colours of another theme."""
        super().notify_style_update()
        self._strips.clear()

    def paint_lines(self, missing: Sequence[int], size: Size) -> dict[int, Strip]:
        """Draw the lines of the view that changed; everything passes the app's line filters in `strip`."""
        width, height = size
        drawn: dict[int, Strip] = {}
        chosen, thumb, focused = self._range(), self._thumb(height), self.has_focus
        head, per_row, theme = self.head_lines, self.row_lines, self.app.theme
        blank: Strip | None = None
        for y in missing:
            offset, line = divmod(y - head, per_row)
            index = self.top + offset
            if y < head:
                drawn[y] = strip(self.app, self.head_runs(y, width - 1), width, self.GROUND)
            elif index >= self.source.count:
                said = self._said_below(y - head, width)
                blank = blank or strip(self.app, (), width, self.GROUND)
                drawn[y] = strip(self.app, said, width, self.GROUND) if said else blank
            else:
                key, current = self.source.key_at(index), index == self.cursor
                ground = ("cursor" if focused else "cursor-idle") if current else self.GROUND
                if line == per_row - 1 and per_row > _SPACED:
                    ground = self.GROUND
                marked = key in self.marks or index in chosen
                state = (key, line, ground, marked, width, y in thumb, theme)
                drawn[y] = self._strips.get(state) or self._draw(index, state)
        return drawn

    def _said_below(self, line: int, width: int) -> Sequence[Run]:
        """Return a line below the last row: what an empty table waits for, or what comes after the end."""
        if self.source.count == 0:
            return next(iter(self.empty_lines(width, self.size.height)[line : line + 1]), ())
        return self.end_runs() if line == (self.source.count - self.top) * self.row_lines else ()

    def _draw(self, index: int, state: tuple[Key, int, str, bool, int, bool, str]) -> Strip:
        _key, line, ground, marked, width, thumb, _theme = state
        rows = self.source.rows_now(index, 1)
        if not rows:
            return strip(self.app, [("  …", Ink.FAINT)], width, self.GROUND)
        runs = self.row_runs(rows[0], line, width - 1, marked=marked, current=index == self.cursor)
        edge = ("▐" if thumb else " ", Ink.RULE)
        drawn = strip(self.app, runs, width, ground, edge=edge)
        if len(self._strips) > _STRIPS_KEPT:
            self._strips.clear()
        self._strips[state] = drawn
        return drawn

    def _thumb(self, height: int) -> range:
        """Return the lines that hold the scroll mark; none where everything fits."""
        head, room = self.head_lines, height - self.head_lines
        if room < 2:  # noqa: PLR2004 - a mark on the only line says nothing
            return range(0)
        lines = mark_lines(self.top, self.visible_rows, self.source.total, room)
        return range(head + lines.start, head + lines.stop)

    def _region(self, index: int) -> Region:
        y = self.head_lines + (index - self.top) * self.row_lines
        return Region(0, y, self.size.width, self.row_lines)

    def _range(self) -> range:
        start = None if self.range_start is None else self.source.index_of(self.range_start)
        if start is None:
            return range(0)
        return range(min(start, self.cursor), max(start, self.cursor) + 1)

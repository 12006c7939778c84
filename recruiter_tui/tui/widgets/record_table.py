"""The table of people and of vacancies: it draws only what is in view, so that its size does not matter."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic

from textual.geometry import Region
from textual.message import Message

from recruiter_tui.tui.commands import MOVES
from recruiter_tui.tui.signs import Ink
from recruiter_tui.tui.text import wrapped
from recruiter_tui.tui.widgets.lines import Painter, Run, strip
from recruiter_tui.tui.widgets.scrolled import mark_lines
from recruiter_tui.tui.widgets.source import Key, Roll, Row

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from textual.events import Blur, Click, Focus, MouseScrollDown, MouseScrollUp, Resize
    from textual.events import Key as KeyPress
    from textual.geometry import Size
    from textual.strip import Strip

WHEEL_LINES = 3
_STRIPS_KEPT = 4_000
_SPACED = 2
"""Lines of a row above which its last one is the blank between two rows, which no cursor colours."""


class RecordTable(Painter, Generic[Row], can_focus=True):
    """Rows under a cursor that is an id, not a row number; marks are ids too.

    It keeps its own first visible row and its drawn lines: a cursor move within the view paints two rows,
    a scroll paints the view, and neither lays anything out. Subclasses draw rows and head.
    """

    ALLOW_SELECT = False
    GROUND = "ground"
    """The colour beneath the rows; of a dialog it is another one."""

    class CursorMoved(Message):
        """The cursor stands on another row, or on none."""

        def __init__(self, table: RecordTable[Any], key: Key | None) -> None:
            """Carry the row's id."""
            super().__init__()
            self.table = table
            self.key = key

        @property
        def control(self) -> RecordTable[Any]:
            """Return the table."""
            return self.table

    class Opened(CursorMoved):
        """The row under the cursor was opened by a double click."""

    class MarksChanged(CursorMoved):
        """Rows were marked or unmarked."""

    class HeadClicked(Message):
        """The head was clicked at column `x`."""

        def __init__(self, table: RecordTable[Any], x: int) -> None:
            """Carry the column."""
            super().__init__()
            self.table = table
            self.x = x

    empty_text = "nothing here yet"
    """The sentence that stands in an empty table."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name for it
        """Start empty."""
        super().__init__(id=id)
        self.source: Roll[Row] = Roll((), lambda _keys: ())
        self.top = 0
        self.cursor = 0
        self.cursor_key: Key | None = None
        self.marks: set[Key] = set()
        self.range_start: Key | None = None
        self._to_the_end = False
        """Whether the end was asked for while only the first rows were there."""
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

    # -- what is shown -------------------------------------------------------------------------------

    def show(self, source: Roll[Row], *, start: Key | None = None, same: bool = False) -> None:
        """Show other rows; the cursor stays on its id, or near its place when the id is gone.

        With `same` no row says anything else than before: what was drawn of one stays, and only lines where
        another stands now are painted.
        """
        wanted = start if start is not None else self.cursor_key
        place = None if wanted is None else source.index_of(wanted)
        offset = self.cursor - self.top
        self.source = source
        if not same:
            self._strips.clear()
        if self._to_the_end and source.count:
            place = source.count - 1
            self._to_the_end = source.count < source.total
        self.cursor = max(0, min(self.cursor if place is None else place, source.count - 1))
        self._put_top(self.cursor - offset)
        self._keep_in_view()
        self._told(self.cursor_key)
        if same:
            self.repaint_others()
        else:
            self.refresh()

    def complete(self, keys: Sequence[Key]) -> bool:
        """Take all rows where the first of them are shown: nothing moves; tell whether they are these."""
        if not self.source.completed_by(keys):
            return False
        if self._to_the_end:
            self.move("end")
        return True

    def reread(self, keys: Iterable[Key] | None = None) -> None:
        """Read the rows of `keys`, or all rows, again; order and cursor stay, and how others are drawn."""
        if keys is None:
            self.source.forget()
            self._strips.clear()
            self.refresh()
            return
        changed = set(keys)
        self.source.forget(changed)
        self._strips = {state: drawn for state, drawn in self._strips.items() if state[0] not in changed}
        self.repaint_others()

    def row(self) -> Row | None:
        """Return the row under the cursor."""
        rows = self.source.rows_now(self.cursor, 1)
        return rows[0] if rows else None

    @property
    def visible_rows(self) -> int:
        """Return how many whole rows fit."""
        return max(1, (self.size.height - self.head_lines) // self.row_lines)

    # -- cursor --------------------------------------------------------------------------------------

    def move(self, how: str) -> None:
        """Move the cursor: `down`, `up`, `top`, `end`, `page_down`, `page_up`."""
        page = max(1, self.visible_rows - 1)
        last = self.source.count - 1
        self._to_the_end = how == "end" and self.source.count < self.source.total
        self.go(
            {
                "down": self.cursor + 1,
                "up": self.cursor - 1,
                "top": 0,
                "end": last,
                "page_down": self.cursor + page,
                "page_up": self.cursor - page,
            }[how]
        )

    def go(self, index: int) -> None:
        """Put the cursor on a row and the row into view."""
        before, top = self.cursor, self.top
        self.cursor = max(0, min(index, self.source.count - 1))
        self._keep_in_view()
        if self.range_start is not None or self.top != top:
            self.refresh()
        elif self.cursor != before:
            self.refresh(self._region(before), self._region(self.cursor))
        self._told(self.cursor_key)

    def _told(self, before: Key | None) -> None:
        """Note the id under the cursor and say so when it is another one."""
        self.cursor_key = self.source.key_at(self.cursor) if self.source.count else None
        if self.cursor_key != before:
            self.post_message(self.CursorMoved(self, self.cursor_key))

    def _put_top(self, top: int) -> None:
        self.top = max(0, min(top, self.source.count - self.visible_rows))

    def _keep_in_view(self) -> None:
        if self.cursor < self.top:
            self._put_top(self.cursor)
        elif self.cursor >= self.top + self.visible_rows:
            self._put_top(self.cursor - self.visible_rows + 1)

    # -- marks ---------------------------------------------------------------------------------------

    def toggle_mark(self) -> None:
        """Mark the row under the cursor, or take its mark away, and step to the next."""
        if self.cursor_key is None:
            return
        self.marks ^= {self.cursor_key}
        self.refresh(self._region(self.cursor))
        self.go(self.cursor + 1)
        self.post_message(self.MarksChanged(self, self.cursor_key))

    def toggle_range(self) -> None:
        """Start a range at the cursor, or mark everything from where it started to the cursor."""
        if self.range_start is None:
            self.range_start = self.cursor_key
        else:
            self.marks |= {self.source.key_at(index) for index in self._range()}
            self.range_start = None
        self.refresh()
        self.post_message(self.MarksChanged(self, self.cursor_key))

    def clear_marks(self) -> None:
        """Take all marks away, and a range that was started."""
        self.marks.clear()
        self.range_start = None
        self.refresh()
        self.post_message(self.MarksChanged(self, self.cursor_key))

    def marked(self) -> list[Key]:
        """Return the marked ids that are among the rows, in their order: what a bulk act touches."""
        places = self.source.places(self.marks) if self.marks else {}
        return sorted(places, key=places.__getitem__)

    def _range(self) -> range:
        start = None if self.range_start is None else self.source.index_of(self.range_start)
        if start is None:
            return range(0)
        return range(min(start, self.cursor), max(start, self.cursor) + 1)

    # -- drawing -------------------------------------------------------------------------------------

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

    def empty_lines(self, width: int, height: int) -> Sequence[Sequence[Run]]:  # noqa: ARG002 - some need it
        """Return what stands in an empty table; subclasses may say more than a sentence."""
        if not self.empty_text:
            return ()
        return [(), *([("  " + text, Ink.FAINT)] for text in wrapped(self.empty_text, max(1, width - 3)))]

    def end_runs(self) -> Sequence[Run]:
        """Return what stands below the last row; nothing unless a subclass has something to say."""
        return ()

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

    # -- events --------------------------------------------------------------------------------------

    def on_key(self, event: KeyPress) -> None:
        """Move the cursor without the detour through bindings; the registry names the keys."""
        how = MOVES.get(event.key) or MOVES.get(event.character or "")
        if how is not None:
            event.stop()
            event.prevent_default()
            self.move(how)

    def on_click(self, event: Click) -> None:
        """Put the cursor on the row, mark it in the mark's column, open it with a double click."""
        event.stop()
        if event.y < self.head_lines:
            self.post_message(self.HeadClicked(self, event.x))
            return
        index = self.top + (event.y - self.head_lines) // self.row_lines
        if index >= self.source.count:
            return
        self.go(index)
        if event.chain > 1:
            self.post_message(self.Opened(self, self.cursor_key))

    def on_mouse_scroll_down(self, event: MouseScrollDown) -> None:
        """Show what is further down; the cursor stays on its row."""
        event.stop()
        self._wheel(1)

    def on_mouse_scroll_up(self, event: MouseScrollUp) -> None:
        """Show what is further up; the cursor stays on its row."""
        event.stop()
        self._wheel(-1)

    def _wheel(self, way: int) -> None:
        self._put_top(self.top + way * max(1, WHEEL_LINES // self.row_lines))
        self.refresh()

    def on_resize(self, _event: Resize) -> None:
        """Keep the cursor in view; drawn lines have another width now."""
        self._strips.clear()
        self._kept.clear()
        self._put_top(self.top)
        self._keep_in_view()

    def on_focus(self, _event: Focus) -> None:
        """Show that the keys go here."""
        self.refresh()

    def on_blur(self, _event: Blur) -> None:
        """Show that the keys go elsewhere."""
        self.refresh()

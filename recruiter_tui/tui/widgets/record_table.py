"""The table of people and of vacancies: how one moves in its rows, marks them, and puts others there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic

from textual.message import Message

from recruiter_tui.tui.commands import MOVES
from recruiter_tui.tui.widgets.drawn_rows import DrawnRows
from recruiter_tui.tui.widgets.source import Key, Roll, Row

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from textual.events import Blur, Click, Focus, MouseScrollDown, MouseScrollUp, Resize
    from textual.events import Key as KeyPress

WHEEL_LINES = 3


class RecordTable(DrawnRows[Row], Generic[Row], can_focus=True):
    """Rows under a cursor that is an id, not a row number; marks are ids too.

    It keeps its own first visible row: a cursor move within the view paints two rows, a scroll paints the
    view, and neither lays anything out.
    """

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

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name for it
        """Start empty."""
        super().__init__(id=id)
        self.cursor_key: Key | None = None
        self._to_the_end = False
        """Whether the end was asked for while only the first rows were there."""

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

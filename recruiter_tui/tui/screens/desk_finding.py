"""The desk's order, filter and marks: who is shown, and who is meant."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from textual import work

from recruiter_tui.tui.screens.desk_panes import PANES
from recruiter_tui.tui.screens.desk_searching import Searching
from recruiter_tui.tui.widgets.candidate_columns import SORTABLE

if TYPE_CHECKING:
    from recruiter_tui.tui.widgets.record_table import RecordTable

_SORT_KEYS: Final = {
    "tier": "t",
    "name": "n",
    "received": "r",
    "outcome": "o",
    "years": "y",
    "disposition": "d",
}


class Finding(Searching, is_part=True):
    """What narrows and orders the candidates."""

    @work(group="ask", exclusive=True)
    async def action_sort(self) -> None:
        """Ask for the order."""
        from recruiter_tui.tui.dialogs.menu import MenuDialog

        offers = [(_SORT_KEYS[name], name, name) for name in SORTABLE]
        chosen = await self.app.push_screen_wait(
            MenuDialog(
                "Sort by",
                offers,
                self.table.sort.removeprefix("-"),
                hint="one key sorts · the same again reverses · esc cancels",
            )
        )
        if chosen is not None:
            self.sort_by(chosen)

    def sort_by(self, name: str) -> None:
        """Put the candidates in an order; asking for the present one turns it round."""
        self.table.sort = f"-{name}" if self.table.sort == name else name
        if self.vacancy is not None:
            self.app.memory.note_sort(self.vacancy.id, self.table.sort)
            self.read_candidates(self.vacancy.id, self.query_text, self.table.sort)

    def on_record_table_head_clicked(self, message: RecordTable.HeadClicked) -> None:
        """Sort by the column whose name was clicked."""
        message.stop()
        if message.table is self.table and (name := self.table.column_at(message.x)) is not None:
            self.sort_by(name)

    def action_mark(self) -> None:
        """Mark the candidate and step on."""
        self.table.toggle_mark()

    def action_range(self) -> None:
        """Start or end a range of marks."""
        self.table.toggle_range()

    def action_unmark(self) -> None:
        """Take all marks away."""
        self.table.clear_marks()

    def action_back(self) -> None:
        """Take back the last thing that narrows the view: filter, marks, pane."""
        if self.query_text:
            self.set_filter("")
        elif self.table.marks or self.table.range_start is not None:
            self.table.clear_marks()
        else:
            self.go_to_pane(PANES[max(PANES.index(self.here) - 1, 0)])

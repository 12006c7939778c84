"""The desk's order, filter and marks: who is shown, and who is meant."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from textual import work

from recruiter_tui.tui.screens.desk_panes import PANES, Panes
from recruiter_tui.tui.widgets.candidate_table import SORTABLE

if TYPE_CHECKING:
    from textual.worker import Worker

    from recruiter_tui.tui.widgets.filter_bar import FilterBar
    from recruiter_tui.tui.widgets.record_table import RecordTable

_SORT_KEYS: Final = {
    "tier": "t",
    "name": "n",
    "received": "r",
    "outcome": "o",
    "years": "y",
    "disposition": "d",
}


class Finding(Panes):
    """What narrows and orders the candidates."""

    _filter: FilterBar | None = None

    def read_candidates(self, vacancy: str, query: str, sort: str) -> Worker[None]:
        """Read who is in a vacancy under a filter."""
        raise NotImplementedError

    @work(group="ask", exclusive=True)
    async def action_sort(self) -> None:
        """Ask for the order."""
        from recruiter_tui.tui.dialogs.menu import MenuDialog  # noqa: PLC0415 - at the first menu

        offers = [(_SORT_KEYS[name], name, name) for name in SORTABLE]
        chosen = await self.app.push_screen_wait(
            MenuDialog("Order; the same again turns it round", offers, self.table.sort.removeprefix("-"))
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

    async def action_filter(self) -> None:
        """Open the line on which a filter is typed."""
        from recruiter_tui.tui.widgets.filter_bar import FilterBar  # noqa: PLC0415 - at the first filter

        if self._filter is None:
            self.go_to_pane("candidates")
            self._filter = FilterBar(self.query_text)
            self.status.display = False
            await self.mount(self._filter, before=self.status)

    def set_filter(self, text: str) -> None:
        """Filter the candidates."""
        if text != self.query_text and self.vacancy is not None:
            self.query_text = text
            self.read_candidates(self.vacancy.id, text, self.table.sort)

    def on_filter_bar_typed(self, message: FilterBar.Typed) -> None:
        """Filter while the typing goes on."""
        self.set_filter(message.text)

    async def on_filter_bar_closed(self, message: FilterBar.Closed) -> None:
        """Put the status line back; the filter stays visible there."""
        self.set_filter(message.text)
        if self._filter is not None:
            await self._filter.remove()
            self._filter = None
        self.status.display = True
        self.go_to_pane("candidates")

    def on_filter_bar_stepped(self, message: FilterBar.Stepped) -> None:
        """Move in the table while the typing goes on."""
        self.table.move(message.how)

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

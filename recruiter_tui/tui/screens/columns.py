"""What the columns of an unknown table mean: column by column, with what the first rows become."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from textual import work
from textual.containers import Horizontal

from recruiter_tui.services.column_looks import Look, look, meanings, values
from recruiter_tui.tui.commands_base import Need, Place
from recruiter_tui.tui.drawing.columns import ORDER, page
from recruiter_tui.tui.screens.room import Room
from recruiter_tui.tui.signs import Ink
from recruiter_tui.tui.text import safe
from recruiter_tui.tui.widgets.column_table import ColumnRow, ColumnTable
from recruiter_tui.tui.widgets.facts_pane import FactsPane
from recruiter_tui.tui.widgets.pane_bar import Divider
from recruiter_tui.tui.widgets.source import Roll

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.events import Resize

    from recruiter_tui.services.column_maps import Table
    from recruiter_tui.tui.widgets.record_table import RecordTable

_ROOMY: Final = 100
"""From this width on columns and values stand side by side."""


class ColumnsScreen(Room):
    """Asks what the columns of one table mean; the answer is remembered by its headings."""

    PLACE = Place.COLUMNS
    AUTO_FOCUS = ""
    CSS = """
    #columns { height: 1fr; }
    #columns ColumnTable { width: 5fr; }
    #columns FactsPane { width: 4fr; }
    """

    def __init__(self, table: Table, number: int = 1, of: int = 1) -> None:
        """Take the table, and which of how many tables it is."""
        super().__init__()
        self._data = table
        self._number, self._of = number, of
        self._answer: dict[str, str | None] = table.mapping.suggested
        self._said: set[str] = set()
        self.remembered = False
        """Whether the person said what the columns mean."""
        self.table = ColumnTable()
        self.divider = Divider()
        self.facts = FactsPane()
        self._look: Look | None = None
        self._at_facts = False

    def compose(self) -> ComposeResult:
        """Show columns beside values."""
        yield from self.frame(Horizontal(self.table, self.divider, self.facts, id="columns"))

    def on_mount(self) -> None:
        """Begin with what is known and likely."""
        which = f" ({self._number} of {self._of})" if self._of > 1 else ""
        self.crumbs("Intake", safe(self._data.name) + which, "Columns")
        self._place()
        self.table.focus()
        self._show()

    def on_resize(self, event: Resize) -> None:
        """Show columns and values side by side, or one of them."""
        self._place(event.size.width)

    def _rows(self) -> dict[int, ColumnRow]:
        """Return the columns with what they mean now."""
        rows = {}
        for place, column in enumerate(self._data.mapping.columns):
            answer = self._answer.get(column.heading, column.field)
            how = "said" if column.heading in self._said else _HOW[column.certainty]
            value = next(iter(self._data.sample.values(place, 1)), "")
            rows[place] = ColumnRow(place, column.heading, answer, how if answer else "", value)
        return rows

    def _show(self) -> None:
        rows = self._rows()
        self.table.show(Roll(tuple(rows), lambda keys: [rows[int(key)] for key in keys]))
        self._show_column()
        self.read()

    @work(exclusive=True, group="look")
    async def read(self) -> None:
        """See what the answer makes of the first rows."""
        self._look = await look(self._data, self._answer)
        self._show_column()
        self._say()

    def _show_column(self) -> None:
        row = self.table.row()
        if row is None:
            self.facts.show(None)
            return
        found = values(self._data, row.place, row.answer)
        self.facts.show(partial(page, row.heading, row.answer, found, self._look))

    def on_record_table_cursor_moved(self, message: RecordTable.CursorMoved) -> None:
        """Show the values of the column under the cursor."""
        message.stop()
        self._show_column()
        self.refresh_commands()

    def on_record_table_opened(self, message: RecordTable.Opened) -> None:
        """Ask what a column means that was clicked twice."""
        message.stop()
        self.action_meaning()

    # -- acts ----------------------------------------------------------------------------------------

    @work(group="ask", exclusive=True)
    async def action_meaning(self) -> None:
        """Ask what the column under the cursor means."""
        from recruiter_tui.tui.dialogs.meaning import MeaningDialog

        row = self.table.row()
        if row is None:
            return
        offered = [
            (answer, next(iter(values(self._data, row.place, answer)), None))
            for answer in sorted(meanings(), key=ORDER.index)
        ]
        meaning = await self.app.push_screen_wait(MeaningDialog(row.heading, row.answer, offered))
        if meaning is not None:
            self._put(row.heading, meaning.answer)

    def action_keep_text(self) -> None:
        """Keep the column under the cursor as text."""
        row = self.table.row()
        if row is not None:
            self._put(row.heading, None)

    def _put(self, heading: str, answer: str | None) -> None:
        self._answer[heading] = answer
        self._said.add(heading)
        self._show()

    @work(group="write", exclusive=True)
    async def action_use(self) -> None:
        """Remember what the columns mean, and go on."""
        if await self.carry_out(self.services.columns.remember(self._data, self._answer)) is not None:
            self.remembered = True
            self.dismiss()

    def action_pane(self) -> None:
        """Go to the values, and back."""
        self._at_facts = not self.facts.has_focus
        self._place()
        (self.facts if self._at_facts else self.table).focus()

    def action_close(self) -> None:
        """Go back to the columns, else leave without an answer."""
        if self._at_facts:
            self.action_pane()
        else:
            super().action_close()

    def _place(self, width: int | None = None) -> None:
        """Show what there is room for."""
        roomy = (self.app.size.width if width is None else width) >= _ROOMY
        self.divider.display = roomy
        self.table.display = roomy or not self._at_facts
        self.facts.display = roomy or self._at_facts

    # -- saying how things stand ---------------------------------------------------------------------

    def has(self, need: Need) -> bool:
        """Tell whether what a command needs is there."""
        if need is Need.COLUMN:
            return self.table.row() is not None
        return self._look is None or self._look.refused is None if need is Need.WHO else True

    def _say(self) -> None:
        refused = self._look.refused if self._look else None
        if refused is not None:
            said = ((safe(refused.problem), Ink.NOT_MET), (f"  {safe(refused.remedy)}", Ink.DIM))
            self.status.show(list(said))
        else:
            texts = sum(1 for answer in self._answer.values() if answer is None)
            kept = f" · {texts} kept as text" if texts else ""
            likely = sum(row.how == "likely" for row in self._rows().values())
            ask = f" · {likely} to look at" if likely else ""
            count = len(self._data.mapping.columns)
            self.status.show(
                [(f"{count} columns{kept}", Ink.DIM), (ask, Ink.OPEN), ("  t uses them", Ink.ACCENT)]
            )
        self.refresh_commands()


_HOW: Final = {"known": "known", "guessed": "likely", "remembered": "said", "unknown": "likely"}

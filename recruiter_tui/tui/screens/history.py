"""What was done in this store, by whom and when; the newest first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import work

from recruiter_tui.services.entries import folded
from recruiter_tui.services.views import Changed, HistoryEntry
from recruiter_tui.tui.commands_base import Place
from recruiter_tui.tui.screens.room import Room
from recruiter_tui.tui.signs import Ink
from recruiter_tui.tui.text import safe
from recruiter_tui.tui.widgets.logged import logged, logged_head
from recruiter_tui.tui.widgets.record_table import RecordTable
from recruiter_tui.tui.widgets.source import Roll

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult

    from recruiter_tui.tui.widgets.lines import Run

SHOWN = 1_000
"""Entries that are read; older ones are for the command line."""


class HistoryTable(RecordTable[HistoryEntry]):
    """The journal's entries."""

    empty_text = "nothing was done here yet"
    head_lines = 1

    def head_runs(self, y: int, width: int) -> Sequence[Run]:  # noqa: ARG002 - the head is one line
        """Draw the columns' names."""
        return [logged_head(width), ("What", Ink.DIM)]

    def row_runs(
        self,
        row: HistoryEntry,
        line: int,  # noqa: ARG002 - an entry takes one line
        width: int,
        *,
        marked: bool,  # noqa: ARG002 - entries carry no marks
        current: bool,  # noqa: ARG002 - the ground says it
    ) -> Sequence[Run]:
        """Draw one entry; what was taken back is faint."""
        taken_back = [("  taken back", Ink.OPEN)] if row.undone else []
        return [
            logged(row.at, row.by, width),
            (safe(row.summary), Ink.FAINT if row.undone else Ink.TEXT),
            *taken_back,
        ]


class HistoryScreen(Room):
    """The journal as people read it."""

    PLACE = Place.HISTORY

    def compose(self) -> ComposeResult:
        """Show the entries."""
        self.table = HistoryTable()
        yield from self.frame(self.table)

    def on_mount(self) -> None:
        """Read the entries."""
        self.crumbs("Desk", "History")
        self.table.focus()
        self.read()

    def on_changed(self, changed: Changed) -> None:  # noqa: ARG002 - every change is a new entry
        """Read the entries again."""
        self.read()

    @work(exclusive=True, group="history")
    async def read(self) -> None:
        """Read the entries and show them."""
        found = folded(await self.services.history.entries(SHOWN))
        entries = {entry.sequence: entry for entry in found}
        self.table.show(Roll(tuple(entries), lambda keys: [entries[int(key)] for key in keys]))
        self.status.show([(f"{len(entries)} entries", Ink.DIM)])

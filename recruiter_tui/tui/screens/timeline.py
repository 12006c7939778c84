"""What happened to an application, or to all of one person: the oldest first, what was taken back struck."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, ClassVar

from textual import work

from recruiter_tui.domain.errors import RecruiterError
from recruiter_tui.tui.commands_base import Place
from recruiter_tui.tui.drawing.happenings import happening_lines, told
from recruiter_tui.tui.screens.room import Room
from recruiter_tui.tui.signs import Ink
from recruiter_tui.tui.text import counted, cut, fit, safe
from recruiter_tui.tui.widgets.bars import Rule, taken
from recruiter_tui.tui.widgets.logged import logged, logged_head
from recruiter_tui.tui.widgets.page_pane import PagePane
from recruiter_tui.tui.widgets.record_table import RecordTable
from recruiter_tui.tui.widgets.source import Roll

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from textual.app import ComposeResult

    from recruiter_tui.services.happenings import Happening
    from recruiter_tui.services.views import Changed
    from recruiter_tui.tui.widgets.lines import Run

_WHERE = 24
_TAKEN_BACK = "  taken back"
_ROOMY = 99
"""Cells of a line from which the vacancy has a column of its own."""


class TimelineTable(RecordTable["Happening"]):
    """What happened, a line each."""

    empty_text = "nothing happened yet"
    head_lines = 1
    places: Mapping[int, str] = {}
    """The titles of other applications' vacancies; nothing where only one application is shown."""

    def head_runs(self, y: int, width: int) -> Sequence[Run]:  # noqa: ARG002 - the head is one line
        """Draw the columns' names."""
        where = f"{fit('Application to', _WHERE)}  " if self._shows_places(width) else ""
        return [logged_head(width), (f"{where}What", Ink.DIM)]

    def row_runs(
        self,
        row: Happening,
        line: int,  # noqa: ARG002 - a happening takes one line
        width: int,
        *,
        marked: bool,  # noqa: ARG002 - happenings carry no marks
        current: bool,
    ) -> Sequence[Run]:
        """Draw one happening."""
        runs: list[Run] = [logged(dt.datetime.fromisoformat(row.at), row.by, width)]
        if self._shows_places(width):
            where = self.places.get(row.application or 0, "")
            runs.append((fit(safe(where), _WHERE) + "  ", Ink.DIM))
        room = max(0, width - taken(runs))
        if row.undone:
            return [*runs, (cut(told(row), room - len(_TAKEN_BACK)), Ink.STRUCK), (_TAKEN_BACK, Ink.OPEN)]
        return [*runs, (cut(told(row), room), Ink.STRONG if current else Ink.TEXT)]

    def _shows_places(self, width: int) -> bool:
        return bool(self.places) and width >= _ROOMY


class TimelineScreen(Room):
    """The happenings above, the one under the cursor in full beneath."""

    PLACE: ClassVar[Place] = Place.TIMELINE
    AUTO_FOCUS = ""
    CSS = """
    TimelineScreen #told { height: 25%; min-height: 4; }
    """

    def __init__(self, key: int, vacancy: str) -> None:
        """Take the application and its vacancy."""
        super().__init__()
        self.table = TimelineTable()
        self.told = PagePane()
        self.told.id = "told"
        self.told.can_focus = False
        self._key, self._vacancy = key, vacancy
        self._person = False

    def compose(self) -> ComposeResult:
        """Set the one in full under the others."""
        yield from self.frame(self.table, Rule(), self.told)

    def on_mount(self) -> None:
        """Read what happened."""
        self.table.focus()
        self.read()

    def people_of(self) -> str:
        """Return the vacancy."""
        return self._vacancy

    def on_changed(self, changed: Changed) -> None:
        """Read again; a revealed person is named from now on."""
        if changed.everything or changed.applications:
            self.read()

    def action_person(self) -> None:
        """Show all applications of the person, or the one alone."""
        self._person = not self._person
        self.read()

    @work(exclusive=True, group="timeline")
    async def read(self) -> None:
        """Read what happened, and where the person applied besides."""
        try:
            found = await self.services.queue.timeline(self._key, person=self._person)
            [row] = await self.services.candidates.rows([self._key])
            here = (await self.services.vacancies.get(self._vacancy)).row.title
            others = await self.services.queue.previous(self._key)
        except RecruiterError as refusal:
            self.failed(refusal)
            return
        self.crumbs("Desk", here, row.name or row.application, "Timeline")
        self.table.places = (
            {self._key: here, **{one.key: one.title for one in others}} if self._person else {}
        )
        rows = dict(enumerate(found))
        self.table.show(Roll(tuple(rows), lambda keys: [rows[int(key)] for key in keys]))
        if found and self.table.cursor_key == 0:
            self.table.go(len(found) - 1)
        scope = "the whole person" if self._person else "this application"
        count = counted(len(found), "entry", "entries")
        more = f"  ·  applied {counted(len(others), 'more time')}: p shows it" if others else ""
        self.status.show([(f"{scope}: {count}", Ink.DIM), ("" if self._person else more, Ink.FAINT)])
        self._show()

    def on_record_table_cursor_moved(self, message: TimelineTable.CursorMoved) -> None:
        """Follow the cursor."""
        message.stop()
        self._show()

    def _show(self) -> None:
        row, places = self.table.row(), self.table.places
        if row is None:
            self.told.put(lambda _cells: ())
        else:
            where = places.get(row.application or 0, "")
            self.told.put(lambda cells: happening_lines(row, where, cells))

"""The desk: vacancies, the candidates of one of them, and the dossier of the one under the cursor."""

from __future__ import annotations

import asyncio
import time
from importlib import import_module
from typing import TYPE_CHECKING, Final

from textual import work

from recruiter_tui.domain.errors import RecruiterError
from recruiter_tui.tui import commands
from recruiter_tui.tui.commands_base import Need
from recruiter_tui.tui.screens.desk_rolls import Rolls
from recruiter_tui.tui.screens.gating import standing_words, tiers_of
from recruiter_tui.tui.screens.room import Room
from recruiter_tui.tui.signs import Ink
from recruiter_tui.tui.text import counted, safe
from recruiter_tui.tui.widgets.candidate_table import CandidateTable
from recruiter_tui.tui.widgets.dossier import DossierPane
from recruiter_tui.tui.widgets.grounds import Columns, Stack
from recruiter_tui.tui.widgets.pane_bar import Divider, PaneBar
from recruiter_tui.tui.widgets.source import Roll
from recruiter_tui.tui.widgets.vacancy_list import VacancyCard, VacancyList

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from textual.app import ComposeResult
    from textual.timer import Timer

    from recruiter_tui.services.views import Changed, VacancyRow
    from recruiter_tui.tui.widgets.lines import Run
    from recruiter_tui.tui.widgets.record_table import RecordTable
    from recruiter_tui.tui.widgets.source import Key

_REST: Final = 0.004
"""Seconds that the cursor rests on a candidate at least before the dossier is read."""
_LONGEST_REST: Final = 0.04
_TICK: Final = 30.0
"""Seconds between two looks at the clock, for the countdowns."""


class DeskScreen(Rolls):
    """Three panes in a wide terminal, one at a time in a narrow one."""

    AUTO_FOCUS = ""

    def __init__(self) -> None:
        """Build the panes, empty."""
        super().__init__()
        self.add_class("-at-vacancies", update=False)
        self.heading = self.bar = PaneBar()
        self.list = VacancyList()
        self.card = VacancyCard()
        self.table = CandidateTable()
        self.pane = DossierPane()
        self.vacancy: VacancyRow | None = None
        self.query_text = ""
        self._vacancies: dict[Key, VacancyRow] = {}
        self._rest: Timer | None = None
        self._pace = _REST
        """Seconds that the cursor rests before a dossier is read: longer where reading one takes longer."""
        self._missed = False

    def compose(self) -> ComposeResult:
        """Set the panes side by side, a thin line between two."""
        self.fit(self.app.size)
        yield from self.frame(
            Columns(
                Stack(self.list, self.card, id="left"),
                Divider(),
                Stack(self.table, id="middle"),
                Divider(),
                Stack(self.pane, id="right"),
                id="panes",
            )
        )

    def on_mount(self) -> None:
        """Start on the vacancies; look at the clock now and then."""
        self.share_out(self.app.size.width)
        self.go_to_pane(self.remembered_pane)
        self.set_interval(_TICK, self._tick)

    # -- reading -------------------------------------------------------------------------------------

    def on_changed(self, changed: Changed) -> None:
        """Read what the change names, or everything once another room no longer covers the desk."""
        self.forget_detail(changed)
        self.is_behind = True
        self.forget_rows()
        if any(isinstance(screen, Room) for screen in self.app.screen_stack[1:]):
            self._missed = True
            return
        if changed.everything:
            self.table.reread()
        elif changed.applications:
            self.table.reread(changed.applications)
        self.read_vacancies(keep_order=self._keeps_order(changed))

    def _keeps_order(self, changed: Changed) -> bool:
        """Tell whether everybody is where he was, so that a large vacancy is not put in order for nothing."""
        asked = self._rolled is not None and self._still_asked(self._rolled) and not self.query_text
        by_verdict = self.table.sort.removeprefix("-") == "disposition"
        return asked and not (changed.everything or changed.reorders or by_verdict)

    def on_screen_resume(self) -> None:
        """Catch up with what happened in another room."""
        if self._missed:
            self._missed = False
            self.forget_rows()
            self.table.reread()
            self.read_vacancies()

    @work(group="vacancies", exclusive=True)
    async def read_vacancies(self, *, keep_order: bool = False) -> None:
        """Read the vacancies; the candidates follow, unless they keep their order."""
        self.list.clock = self.card.clock = self.services.clock
        rows = await self.services.vacancies.list()
        self._vacancies = {row.id: row for row in rows}
        start = None if self.list.was_read else self.app.memory.word("vacancy")
        self.list.was_read = True
        self.list.show(Roll(tuple(self._vacancies), self._vacancy_rows), start=start)
        self._choose_vacancy(self.list.cursor_key, keep_order=keep_order)
        self.read_due()

    def _vacancy_rows(self, keys: Sequence[Key]) -> list[VacancyRow]:
        return [self._vacancies[key] for key in keys]

    def _choose_vacancy(self, key: Key | None, *, keep_order: bool = False) -> None:
        """Show the candidates of a vacancy; another one starts without filter and marks."""
        row = self._vacancies.get(key) if key is not None else None
        if row is None or self.vacancy is None or row.id != self.vacancy.id:
            self.query_text = ""
            self.table.marks.clear()
            self.table.range_start = None
            self.table.cursor_key = None
            self.remember_vacancy(row)
            keep_order = False
        self.vacancy = row
        self.card.show(row)
        self.say()
        if row is None:
            self.guide(None)
            self.table.show(Roll((), lambda _keys: ()))
            self.pane.show(None)
        elif keep_order:
            self.is_behind = False
            self.read_criteria()
            self.read_dossier()
        else:
            self.read_candidates(row.id, self.query_text, self.table.sort)

    @work(group="criteria", exclusive=True)
    async def read_criteria(self) -> None:
        """Read by what the candidates are judged: tiers or none, criteria frozen or not."""
        try:
            detail = await self.detail()
        except RecruiterError as refusal:
            self.failed(refusal)
            return
        if detail is not None and detail is self.held_detail:
            self.table.have_tiers(bool(tiers_of(detail)))
            self.say()

    @work(group="dossier", exclusive=True)
    async def read_dossier(self) -> None:
        """Read the dossier of the candidate under the cursor."""
        await self.show_dossier()

    def _follow(self) -> None:
        """Read the dossier unless it is there already."""
        shown = self.pane.dossier
        if shown is None or shown.row.key != self.table.cursor_key:
            self.read_dossier()

    async def show_dossier(self) -> None:
        """Read and show a dossier, if its candidate is still under the cursor afterwards."""
        key = self.table.cursor_key
        dossier = setting = None
        if key is not None:
            try:
                if self.pane.dossier is None:  # its drawing is loaded beside the keys, not between two
                    await asyncio.to_thread(import_module, "recruiter_tui.tui.drawing.dossier")
                began = time.monotonic()
                dossier = await self.services.candidates.dossier(int(key), at_once=True)
                setting = await self.setting()
                self._pace = min(max(_REST, time.monotonic() - began), _LONGEST_REST)
            except RecruiterError as refusal:
                self.failed(refusal)
        if key == self.table.cursor_key:
            self.pane.show(dossier, setting)
            self.dwell(key)
            self._person = dossier.row.name if dossier else ""
            self.say()
            if dossier is not None and not dossier.is_searched:
                await self._search_papers(dossier.row.key)

    async def _search_papers(self, key: int) -> None:
        """Show with a dossier what its long papers say on the open criteria, once that is found."""
        try:
            dossier = await self.services.candidates.dossier(key, beside=True)
            setting = await self.setting()
        except RecruiterError as refusal:
            self.failed(refusal)
            return
        if key == self.table.cursor_key:
            self.pane.show(dossier, setting)

    def on_record_table_cursor_moved(self, message: RecordTable.CursorMoved) -> None:
        """Follow the cursor: candidates of the vacancy, dossier of the candidate."""
        message.stop()
        if message.key == self._led_back_to:
            self._led_back_to = None
        else:
            self.status.flash()
        if message.control is self.list:
            if self.vacancy is None or self.vacancy.id != message.key:
                self._choose_vacancy(message.key)
        elif message.control is self.table:
            if self._rest is not None:
                self._rest.stop()
            self._rest = self.set_timer(self._pace, self._follow)
            self.refresh_commands()

    def on_record_table_marks_changed(self, message: RecordTable.MarksChanged) -> None:
        """Count the marks."""
        message.stop()
        self.say()

    def _tick(self) -> None:
        self.list.reread()
        self.card.refresh()

    def action_reload(self) -> None:
        """Read everything again."""
        self.forget_rows()
        self.table.reread()
        self.read_vacancies()

    # -- saying how things stand ---------------------------------------------------------------------

    def has(self, need: Need) -> bool:
        """Tell whether what a command needs is there."""
        look = _THERE.get(need)
        return super().has(need) if look is None else look(self)

    def say(self) -> None:
        """Bring titles, status line and keys up to date."""
        self.say_titles()
        self.say_blind()
        self.status.show(self._standing())
        self.refresh_commands()

    def _standing(self) -> list[Run]:
        if not self.app.is_open:
            return [("opening the store …", Ink.DIM)]
        if self.vacancy is None:
            return [("no vacancies yet", Ink.DIM)]
        runs: list[Run] = []
        if self.query_text:
            runs += [("/ ", Ink.ACCENT), (safe(self.query_text), Ink.STRONG), ("  ", Ink.DIM)]
        count, total = self.table.source.total, self.vacancy.total
        runs.append((f"{count:,} of {total:,}" if self.query_text else counted(total, "candidate"), Ink.DIM))
        if self.table.marks:
            marks = len(self.table.marks)
            hidden = marks - len(self.table.marked())
            runs.append((f"  ·  {marks} marked" + (f" ({hidden} hidden)" if hidden else ""), Ink.ACCENT))
        runs += self.due_runs()
        if self.table.range_start is not None:
            runs.append((f"  ·  range: {commands.key('mark.range')} ends it", Ink.ACCENT))
        if (detail := self.held_detail) is not None:
            runs.append(
                (f"  ·  {standing_words(detail)}", Ink.FAINT if detail.frozen_at is None else Ink.DIM)
            )
        return runs


_THERE: Final[Mapping[Need, Callable[[DeskScreen], bool]]] = {
    Need.STORE: lambda desk: desk.app.is_open,
    Need.VACANCY: lambda desk: desk.vacancy is not None,
    Need.CANDIDATES: lambda desk: desk.vacancy is not None and desk.vacancy.total > 0,
    Need.CANDIDATE: lambda desk: desk.table.cursor_key is not None,
    Need.PEOPLE: lambda desk: desk.here != "vacancies",
    Need.MARKS: lambda desk: bool(desk.table.marks),
    Need.SEVERAL: lambda desk: 2 <= len(desk.table.marked()) <= 6,  # noqa: PLR2004 - as the reason says
}
"""What a command can need, and how the desk tells whether it is there."""

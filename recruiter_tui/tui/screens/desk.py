"""The desk: vacancies, the candidates of one of them, and the dossier of the one under the cursor."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from textual import work
from textual.containers import Horizontal, Vertical

from recruiter_tui.domain.errors import RecruiterError
from recruiter_tui.tui.commands_base import Need
from recruiter_tui.tui.screens.gating import standing_words, tiers_of
from recruiter_tui.tui.screens.judging import Judging
from recruiter_tui.tui.signs import Ink
from recruiter_tui.tui.text import safe
from recruiter_tui.tui.widgets.candidate_table import SORTABLE, CandidateTable
from recruiter_tui.tui.widgets.dossier import DossierPane
from recruiter_tui.tui.widgets.pane_bar import Divider, PaneBar, PaneTitle
from recruiter_tui.tui.widgets.source import Roll
from recruiter_tui.tui.widgets.vacancy_list import VacancyCard, VacancyList

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult
    from textual.events import DescendantFocus, Resize
    from textual.geometry import Size
    from textual.timer import Timer
    from textual.widget import Widget

    from recruiter_tui.services.views import ApplicationRow, Changed, VacancyRow
    from recruiter_tui.tui.widgets.filter_bar import FilterBar
    from recruiter_tui.tui.widgets.lines import Run
    from recruiter_tui.tui.widgets.record_table import RecordTable
    from recruiter_tui.tui.widgets.source import Key

PANES: Final = ("vacancies", "candidates", "dossier")
_TITLES: Final = {"vacancies": "Vacancies", "candidates": "Candidates", "dossier": "Dossier"}
_REST: Final = 0.04
"""Seconds that the cursor rests on a candidate before the dossier is read."""
_TICK: Final = 30.0
"""Seconds between two looks at the clock, for the countdowns."""
_NARROW: Final = 100
_BROAD: Final = 150
_SNUG: Final = 120
_LOW: Final = 30
_SORT_KEYS: Final = {
    "tier": "t",
    "name": "n",
    "received": "r",
    "outcome": "o",
    "years": "y",
    "disposition": "d",
}


class DeskScreen(Judging):
    """Three panes in a wide terminal, one at a time in a narrow one."""

    AUTO_FOCUS = ""

    def __init__(self) -> None:
        """Build the panes, empty."""
        super().__init__()
        self.heading = self.bar = PaneBar()
        self.list = VacancyList()
        self.card = VacancyCard()
        self.table = CandidateTable()
        self.pane = DossierPane()
        self.vacancy: VacancyRow | None = None
        self.query_text = ""
        self._filter: FilterBar | None = None
        self._vacancies: dict[Key, VacancyRow] = {}
        self._rest: Timer | None = None
        self._person = ""

    def compose(self) -> ComposeResult:
        """Set the panes side by side, a thin line between two."""
        self._fit(self.app.size)
        yield from self.frame(
            Horizontal(
                Vertical(self.list, self.card, id="left"),
                Divider(),
                Vertical(self.table, id="middle"),
                Divider(),
                Vertical(self.pane, id="right"),
                id="panes",
            )
        )

    def on_mount(self) -> None:
        """Start on the vacancies; look at the clock now and then."""
        self.go_to_pane("vacancies")
        self.set_interval(_TICK, self._tick)

    # -- panes ---------------------------------------------------------------------------------------

    @property
    def panes(self) -> dict[str, Widget]:
        """Return the panes by name, from left to right."""
        return {"vacancies": self.list, "candidates": self.table, "dossier": self.pane}

    @property
    def here(self) -> str:
        """Return the pane that has the focus, or had it before somebody typed a filter."""
        return next((name for name in PANES if self.has_class(f"-at-{name}")), "vacancies")

    def go_to_pane(self, name: str) -> None:
        """Show a pane and give it the keys."""
        self._be_at(name)
        self.panes[name].focus()

    def _be_at(self, name: str) -> None:
        for other in PANES:
            self.set_class(other == name, f"-at-{other}")
        self._say()

    def action_pane(self, name: str) -> None:
        """Go to a pane by its name, or to the next or previous one."""
        place = PANES.index(self.here)
        if name in ("next", "previous"):
            name = PANES[(place + (1 if name == "next" else -1)) % len(PANES)]
        self.go_to_pane(name)

    def action_open(self) -> None:
        """Go one pane deeper."""
        self.go_to_pane(PANES[min(PANES.index(self.here) + 1, len(PANES) - 1)])

    def action_back(self) -> None:
        """Take back the last thing that narrows the view: filter, marks, pane."""
        if self.query_text:
            self.set_filter("")
        elif self.table.marks or self.table.range_start is not None:
            self.table.clear_marks()
        else:
            self.go_to_pane(PANES[max(PANES.index(self.here) - 1, 0)])

    def on_descendant_focus(self, event: DescendantFocus) -> None:
        """Follow the focus when the mouse moved it."""
        for name, pane in self.panes.items():
            if event.widget is pane and self.here != name:
                self._be_at(name)

    def _fit(self, size: Size) -> None:
        """Share the width among the panes; known before the first picture, so that nothing jumps."""
        self.set_class(size.width < _NARROW, "-narrow")
        self.set_class(size.width >= _BROAD, "-broad")
        self.set_class(size.width < _SNUG, "-snug")
        self.set_class(size.height < _LOW, "-low")

    def on_resize(self, event: Resize) -> None:
        """Give broad terminals a broader list, and low ones no card."""
        self._fit(event.size)
        self._say()

    def on_record_table_opened(self) -> None:
        """Go one pane deeper after a double click."""
        self.action_open()

    # -- reading -------------------------------------------------------------------------------------

    def on_changed(self, changed: Changed) -> None:
        """Read what the change names."""
        self.forget_detail(changed)
        if changed.everything:
            self.table.reread()
        elif changed.applications:
            self.table.reread(changed.applications)
        self.read_vacancies()

    @work(group="vacancies", exclusive=True)
    async def read_vacancies(self) -> None:
        """Read the vacancies; the candidates follow."""
        self.list.clock = self.card.clock = self.services.clock
        rows = await self.services.vacancies.list()
        self._vacancies = {row.id: row for row in rows}
        self.list.was_read = True
        self.list.show(Roll(tuple(self._vacancies), self._vacancy_rows))
        self._choose_vacancy(self.list.cursor_key)

    def _vacancy_rows(self, keys: Sequence[Key]) -> list[VacancyRow]:
        return [self._vacancies[key] for key in keys]

    def _choose_vacancy(self, key: Key | None) -> None:
        """Show the candidates of a vacancy; another one starts without filter and marks."""
        row = self._vacancies.get(key) if key is not None else None
        if row is None or self.vacancy is None or row.id != self.vacancy.id:
            self.query_text = ""
            self.table.marks.clear()
            self.table.range_start = None
            self.table.cursor_key = None
        self.vacancy = row
        self.card.show(row)
        self._say()
        if row is None:
            self.table.empty_text = ""
            self.table.show(Roll((), lambda _keys: ()))
            self.pane.show(None)
        else:
            self.read_candidates(row.id, self.query_text, self.table.sort)

    @work(group="roll", exclusive=True)
    async def read_candidates(self, vacancy: str, query: str, sort: str) -> None:
        """Read who is in a vacancy under a filter; an answer to an older question is dropped."""
        try:
            keys = await self.services.candidates.roll(vacancy, query, sort)
        except RecruiterError as refusal:
            self.failed(refusal)
            return
        if self.vacancy is None or (vacancy, query, sort) != (
            self.vacancy.id,
            self.query_text,
            self.table.sort,
        ):
            return
        self.table.empty_text = _nobody(query, safe(self.vacancy.reference or self.vacancy.id))
        self.table.show(Roll(keys, self._rows))
        if self._filter is not None:
            self._filter.say_count(f"{len(keys)} of {self.vacancy.total} ")
        self._say()
        self.read_criteria()
        self.read_dossier()

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
            self._say()

    def _rows(self, keys: Sequence[Key]) -> Sequence[ApplicationRow]:
        return self.services.candidates.rows_now([int(key) for key in keys])

    @work(group="dossier", exclusive=True)
    async def read_dossier(self) -> None:
        """Read the dossier of the candidate under the cursor, if it is still the same afterwards."""
        key = self.table.cursor_key
        dossier = setting = None
        if key is not None:
            try:
                dossier = await self.services.candidates.dossier(int(key))
                setting = await self.setting()
            except RecruiterError as refusal:
                self.failed(refusal)
        if key == self.table.cursor_key:
            self.pane.show(dossier, setting)
            self._person = dossier.row.name if dossier else ""
            self._say()

    def on_record_table_cursor_moved(self, message: RecordTable.CursorMoved) -> None:
        """Follow the cursor: candidates of the vacancy, dossier of the candidate."""
        message.stop()
        if message.key == self._led_back_to:
            self._led_back_to = None
        else:
            self.status.flash()
        if message.control is self.list:
            self._choose_vacancy(message.key)
        elif message.control is self.table:
            if self._rest is not None:
                self._rest.stop()
            self._rest = self.set_timer(_REST, self.read_dossier)
            self.refresh_commands()

    def on_record_table_marks_changed(self, message: RecordTable.MarksChanged) -> None:
        """Count the marks."""
        message.stop()
        self._say()

    def _tick(self) -> None:
        self.list.reread()
        self.card.refresh()

    def action_notice(self) -> None:
        """Show the vacancy's notice beside what was understood of it."""
        from recruiter_tui.tui.screens.notice import NoticeScreen  # noqa: PLC0415 - at the first notice

        if self.vacancy is not None:
            self.app.push_screen(NoticeScreen(self.vacancy.id))

    @work(group="ask", exclusive=True)
    async def action_add_notices(self) -> None:
        """Ask for files or a folder of notices, and show them before they are stored."""
        from recruiter_tui.tui.dialogs.paths import PathDialog  # noqa: PLC0415 - at the first notice
        from recruiter_tui.tui.screens.arrivals import ArrivalsScreen  # noqa: PLC0415 - likewise

        paths = await self.app.push_screen_wait(PathDialog("Add notices: a file, a folder, or a pattern"))
        if paths:
            self.app.push_screen(ArrivalsScreen(paths))

    def action_reload(self) -> None:
        """Read everything again."""
        self.table.reread()
        self.read_vacancies()

    # -- order, filter, marks ------------------------------------------------------------------------

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

    # -- saying how things stand ---------------------------------------------------------------------

    def has(self, need: Need) -> bool:
        """Tell whether what a command needs is there."""
        marked = len(self.table.marked())
        return {
            Need.STORE: self.app.is_open,
            Need.VACANCY: self.vacancy is not None,
            Need.CANDIDATES: self.vacancy is not None and self.vacancy.total > 0,
            Need.CANDIDATE: self.table.cursor_key is not None,
            Need.PEOPLE: self.here != "vacancies",
            Need.MARKS: bool(self.table.marks),
            Need.SEVERAL: 2 <= marked <= 6,  # noqa: PLR2004 - as the reason says
        }.get(need, super().has(need))

    def _say(self) -> None:
        """Bring titles, status line and keys up to date."""
        self._say_titles()
        self.status.show(self._standing())
        self.refresh_commands()

    def _say_titles(self) -> None:
        vacancy = self.vacancy.title if self.vacancy else ""
        if self.has_class("-narrow"):
            crumbs = ("Vacancies", vacancy or "Candidates", self._person or "Dossier")
            self.bar.show(*crumbs[: PANES.index(self.here) + 1])
            self.bar.show_panes(())
            return
        about = {"vacancies": str(len(self._vacancies) or ""), "candidates": vacancy, "dossier": ""}
        self.bar.show_panes(
            [
                PaneTitle(str(n + 1), _TITLES[name], about[name], self.panes[name], self.here == name)
                for n, name in enumerate(PANES)
            ]
        )

    def _standing(self) -> list[Run]:
        if not self.app.is_open:
            return [("opening the store …", Ink.DIM)]
        if self.vacancy is None:
            return [("no vacancies yet", Ink.DIM)]
        runs: list[Run] = []
        if self.query_text:
            runs += [("/ ", Ink.ACCENT), (safe(self.query_text), Ink.STRONG), ("  ", Ink.DIM)]
        count, total = self.table.source.count, self.vacancy.total
        runs.append((f"{count} of {total}" if self.query_text else _people(total), Ink.DIM))
        if self.table.marks:
            marks = len(self.table.marks)
            hidden = marks - len(self.table.marked())
            runs.append((f"  ·  {marks} marked" + (f" ({hidden} hidden)" if hidden else ""), Ink.ACCENT))
        if self.table.range_start is not None:
            runs.append(("  ·  range: v ends it", Ink.ACCENT))
        if (detail := self.held_detail) is not None:
            runs.append(
                (f"  ·  {standing_words(detail)}", Ink.FAINT if detail.frozen_at is None else Ink.DIM)
            )
        return runs


def _nobody(query: str, reference: str) -> str:
    """Return what an empty table says: how to see people again, or how they come in."""
    if query:
        return "nobody matches the filter; esc clears it"
    return f"no candidates yet: i takes applications in, or recruiter-tui import FILE --vacancy {reference}"


def _people(count: int) -> str:
    return "1 candidate" if count == 1 else f"{count} candidates"

"""The matrix of criteria by candidates, with the finding behind a cell beneath it."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final

from textual import work

from recruiter_tui.domain.errors import RecruiterError
from recruiter_tui.domain.requirement import Kind, LanguageRequirement, Necessity, Tier
from recruiter_tui.tui.commands_base import Place
from recruiter_tui.tui.drawing.matrix import cell_lines
from recruiter_tui.tui.drawing.names import KIND_NAMES, language
from recruiter_tui.tui.drawing.notice_items import in_families, shown_criterion
from recruiter_tui.tui.drawing.setting import setting_of
from recruiter_tui.tui.screens.verdicts import Verdicts
from recruiter_tui.tui.signs import Ink, disposition_sign, necessity_sign
from recruiter_tui.tui.text import safe
from recruiter_tui.tui.widgets.bars import Rule
from recruiter_tui.tui.widgets.matrix_columns import MatrixColumn
from recruiter_tui.tui.widgets.matrix_table import MatrixTable
from recruiter_tui.tui.widgets.page_pane import PagePane

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from textual.app import ComposeResult
    from textual.timer import Timer

    from recruiter_tui.domain.finding import Finding
    from recruiter_tui.domain.requirement import Criterion
    from recruiter_tui.domain.whatif import Board
    from recruiter_tui.services.views import ApplicationRow, Changed, Dossier, VacancyDetail
    from recruiter_tui.tui.drawing.setting import Setting
    from recruiter_tui.tui.widgets.lines import Run

_REST: Final = 0.04
"""Seconds that the cursor rests on a candidate before the findings are read."""
_SHORT: Final = {
    Kind.EDUCATION_EXPERIENCE: ("Degree", "& years"),
    Kind.LANGUAGE: ("Languages", ""),
    Kind.EXPERIENCE: ("Experience", ""),
    Kind.SKILL: ("Skills", ""),
    Kind.COMPETENCY: ("Competencies", ""),
    Kind.NATIONALITY: ("Eligibility", "Nation"),
    Kind.CHANNEL: ("Eligibility", "Channel"),
}
"""Families and criteria as their columns have room for them, on two lines."""
_TONGUES: Final = 1
_LONGEST_WORD: Final = 11


class MatrixScreen(Verdicts):
    """Everybody under the desk's filter, against every criterion."""

    PLACE: ClassVar[Place] = Place.MATRIX
    AUTO_FOCUS = ""
    CSS = """
    MatrixScreen #cell { height: 25%; min-height: 4; }
    """

    def __init__(self, vacancy: str, query: str = "", sort: str = "tier") -> None:
        """Take the vacancy with the filter and the order of the desk."""
        super().__init__()
        self.table = MatrixTable()
        self.cell = PagePane()
        self.cell.id = "cell"
        self.cell.can_focus = False
        self._vacancy, self._query, self._sort = vacancy, query, sort
        self._dossier: Dossier | None = None
        self._rest: Timer | None = None
        self._setting: tuple[VacancyDetail, Setting] | None = None

    def compose(self) -> ComposeResult:
        """Set the finding under the table."""
        yield from self.frame(self.table, Rule(), self.cell)

    def on_mount(self) -> None:
        """Read everybody."""
        self.table.focus()
        self.table.empty_text = "laying everybody out …"
        self.read()

    def on_changed(self, changed: Changed) -> None:
        """Read again what may have changed; the old picture stays until then."""
        self.forget_detail(changed)
        if changed.everything or not changed.vacancies or self._vacancy in changed.vacancies:
            self.table.reread(changed.applications or None)
            self.read()

    @work(exclusive=True, group="matrix")
    async def read(self) -> None:
        """Read the roll and everybody's outcomes as columns."""
        try:
            detail = await self.services.vacancies.get(self._vacancy)
            self.crumbs("Desk", detail.row.title, "Matrix")
            keys = await self.services.candidates.roll(self._vacancy, self._query, self._sort)
            board = await self.services.whatif.prepare(self._vacancy)
        except RecruiterError as refusal:
            self.failed(refusal)
            return
        self._detail = detail
        self.table.empty_text = MatrixTable.empty_text
        places = {one.key: place for place, one in enumerate(board.people)}
        self.table.put(list(columns_of(detail, board)), places, keys, self._people)
        self._follow()

    def _people(self, keys: Sequence[int]) -> Sequence[ApplicationRow]:
        return self.services.candidates.rows_now(keys)

    # -- the cell ------------------------------------------------------------------------------------

    def on_record_table_cursor_moved(self, message: MatrixTable.CursorMoved) -> None:
        """Follow the cursor to another candidate once it rests."""
        message.stop()
        self._dossier = None
        self._follow()

    def on_matrix_table_column_changed(self, message: MatrixTable.ColumnChanged) -> None:
        """Follow the cursor to another criterion."""
        message.stop()
        self._show()

    def _follow(self) -> None:
        if self._rest is not None:
            self._rest.stop()
        self._rest = self.set_timer(_REST, self.read_dossier)
        self._show()

    @work(exclusive=True, group="dossier")
    async def read_dossier(self) -> None:
        """Read the findings of the candidate under the cursor."""
        key = self.table.cursor_key
        if key is None:
            return
        try:
            dossier = await self.services.candidates.dossier(int(key))
        except RecruiterError as refusal:
            self.failed(refusal)
            return
        if key == self.table.cursor_key:
            self._dossier = dossier
            self._show()

    def _show(self) -> None:
        """Show the finding of the cell, and how the criterion stands over all."""
        column, row = self.table.column, self.table.row()
        if column is None or row is None:
            self.cell.put(lambda _cells: ())
            self.status.show([(f"0 of {self._total()}" if self._query else "no candidates", Ink.DIM)])
            return
        finding = self._finding(column.id)
        asked, terms = column.title, self._terms(column.id)
        who, stands = row.name or row.application, disposition_sign(row.disposition)
        self.cell.put(lambda cells: cell_lines(who, asked, finding, cells, stands, terms))
        runs: list[Run] = []
        if self._query:
            runs += [("/ ", Ink.ACCENT), (safe(self._query), Ink.STRONG), ("  ", Ink.DIM)]
        count = self.table.source.count
        runs += [
            (f"{column.name}, everybody: {column.tally()}", Ink.TEXT),
            (f"  ·  {count:,} candidates, {len(self.table.columns)} criteria", Ink.DIM),
        ]
        self.status.show(runs)
        self.refresh_commands()

    def _terms(self, criterion: str) -> frozenset[str]:
        """Return the words that matter to a criterion, by their stems."""
        if self._detail is None:
            return frozenset()
        if self._setting is None or self._setting[0] is not self._detail:
            self._setting = self._detail, setting_of(self._detail)
        return self._setting[1].terms.get(criterion, frozenset())

    def _total(self) -> int:
        return self._detail.row.total if self._detail is not None else 0

    def _finding(self, criterion: str) -> Finding | None:
        found = self._dossier.findings if self._dossier is not None else ()
        return next((one for one in found if one.criterion == criterion), None)

    # -- acts ----------------------------------------------------------------------------------------

    def action_open(self) -> None:
        """Open the dossier of the candidate under the cursor."""
        from recruiter_tui.tui.screens.dossier import DossierScreen

        if self.table.cursor_key is not None:
            self.app.push_screen(DossierScreen(int(self.table.cursor_key)))

    def on_record_table_opened(self, message: MatrixTable.Opened) -> None:
        """Open the dossier after a double click."""
        message.stop()
        self.action_open()

    def action_family(self, way: int) -> None:
        """Go to the next family of criteria or the one before."""
        self.table.step_family(way)

    def action_criteria(self) -> None:
        """Show the criteria."""
        from recruiter_tui.tui.screens.criteria import CriteriaScreen

        self.app.push_screen(CriteriaScreen(self._vacancy))

    def action_what_if(self) -> None:
        """Try other rules over everybody."""
        from recruiter_tui.tui.screens.whatif import WhatIfScreen

        self.app.push_screen(WhatIfScreen(self._vacancy))

    def vacancy_id(self) -> str:
        """Return the vacancy."""
        return self._vacancy

    def target(self) -> ApplicationRow | None:
        """Return the candidate under the cursor."""
        return self.table.row()

    def target_criterion(self) -> str | None:
        """Return the criterion under the cursor."""
        column = self.table.column
        return None if column is None else column.id


def columns_of(detail: VacancyDetail, board: Board) -> Iterator[MatrixColumn]:
    """Yield the criteria as columns, by family; eligibility first, as rules do."""
    outcomes: Mapping[str, bytes] = board.columns[board.policy].outcomes
    if "deadline" in outcomes:
        yield MatrixColumn(
            "deadline", "On", "time", "On time", "Closing", Necessity.ESSENTIAL, outcomes["deadline"]
        )
    families = list(in_families(detail.notice))
    first = (Kind.NATIONALITY, Kind.CHANNEL)
    for kind, members in sorted(families, key=lambda one: one[0] not in first):
        for place, one in enumerate(members, 1):
            if not isinstance(one, Tier) and one.id in outcomes:
                number = place if len(members) > 1 else None
                yield _column(kind, one, number, outcomes[one.id])


def _column(kind: Kind, one: Criterion, number: int | None, codes: bytes) -> MatrixColumn:
    """Return one criterion under the words that its kind goes by; a `number` tells it from its like."""
    family, label = _SHORT[kind]
    word, name, asked = label, KIND_NAMES[kind], shown_criterion(one)
    if number is not None and not isinstance(one, LanguageRequirement):
        label = word = f"{label} {number}".strip()
        name = f"{name} {number}"
    title = f"{name} · {asked}"
    if isinstance(one, LanguageRequirement):
        tongues = [need.language for need in one.any_of]
        label, word = ("/".join(each) for each in (map(str.upper, tongues), map(language, tongues)))
        label = label if len(tongues) <= _TONGUES else f"{tongues[0].upper()}…"
        word = word if len(word) <= _LONGEST_WORD else label
        name = f"{name}: {' or '.join(map(language, tongues))}" if tongues else name
    label, word = label or "1", word or "1"
    if one.necessity is Necessity.ADVANTAGE:
        label, word = (f"{necessity_sign(one.necessity).sign}{each}" for each in (label, word))
    return MatrixColumn(one.id, family, label, name, title, one.necessity, codes, word)

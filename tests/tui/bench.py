"""A bench for single screens: the app's themes, styles and signals over services that only remember."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any, ClassVar

from textual.app import App
from textual.signal import Signal

from recruiter_tui.domain.application import REASON_CODES, Disposition, VacancyStatus
from recruiter_tui.domain.comparison import Compared, compare
from recruiter_tui.domain.errors import Refused
from recruiter_tui.domain.notice import Notice, Source
from recruiter_tui.services.views import (
    ApplicationRow,
    Changed,
    Comparison,
    ComparisonLine,
    Dossier,
    HistoryEntry,
    VacancyDetail,
    VacancyRow,
)
from recruiter_tui.tui.jobs import Jobs
from recruiter_tui.tui.theme import THEMES
from tests.tui.people import DOSSIER, named

STYLES = Path(__file__).parents[2] / "recruiter_tui" / "tui" / "styles"
NOW = dt.datetime(2026, 11, 22, 9, 0, tzinfo=dt.UTC)
VACANCY = VacancyDetail(
    row=VacancyRow(
        "V1", "Programme Officer", "R-1", "Example", "Tunis", "TN", "P-3", VacancyStatus.OPEN, None, {}, 1
    ),
    notice=Notice(Source("a.txt", "0" * 64, "labelled"), "A notice."),
    criteria_version=1,
    frozen_at="2026-11-20T09:00:00.000000+00:00",
    criteria_hash=None,
    policy="once-fte",
    reason_codes=REASON_CODES,
)


class Bench(App[None]):
    """Carries one screen or widget."""

    CSS_PATH: ClassVar = [STYLES / "base.tcss", STYLES / "desk.tcss", STYLES / "dialogs.tcss"]
    ALLOW_SELECT = False

    def __init__(self, services: Services | None = None) -> None:
        super().__init__()
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = "night"
        self.services: Any = services
        self.is_open = services is not None
        self.changed: Signal[Changed] = Signal(self, "changed")
        self.jobs: Any = Jobs(self)  # type: ignore[arg-type]  # the bench stands for the app
        self.conflicts: list[Exception] = []

    @property
    def room(self) -> Any:  # noqa: ANN401 - whatever screen a test carries
        return self.screen_stack[-1]

    def show_conflict(self, conflict: Exception) -> None:
        self.conflicts.append(conflict)


class Services:
    """Use cases over a few dossiers in memory; `calls` holds what was asked."""

    def __init__(self, dossiers: tuple[Dossier, ...]) -> None:
        self.held = {dossier.row.key: dossier for dossier in dossiers}
        self.calls: list[tuple[Any, ...]] = []
        self.refusal: Exception | None = None
        self.clock = lambda: NOW
        self.candidates = SimpleNamespace(dossier=self._dossier, note=self._note)
        self.comparison = SimpleNamespace(compare=self._compare)
        self.decisions = SimpleNamespace(decide=self._decide, reason_codes=self._codes)
        self.shortlist = SimpleNamespace(order=self._order, move=self._move)
        self.vacancies = SimpleNamespace(get=self._vacancy)
        self.screening = SimpleNamespace(overrule=self._overrule)
        self.blind = SimpleNamespace(is_on_now=lambda _vacancy: False, is_revealed=lambda _key: False)
        self.history = SimpleNamespace(undo=self._undo, redo=self._redo, entries=self._entries)
        export = SimpleNamespace(export=self._export)
        self.export = SimpleNamespace(export=self._export, watched=lambda _watcher: export)

    async def _dossier(self, key: int, **_rest: object) -> Dossier:
        return self.held[key]

    async def _vacancy(self, _ref: str) -> VacancyDetail:
        return VACANCY

    async def _codes(self, _vacancy: str) -> Any:  # noqa: ANN401 - a stand-in for several use cases
        return REASON_CODES

    async def _compare(self, keys: tuple[int, ...]) -> Comparison:
        held = [self.held[key] for key in keys]
        lines = compare([Compared(one.row.name, _facts(one), one.findings) for one in held])
        return Comparison(
            "V1",
            tuple(one.row for one in held),
            tuple(
                ComparisonLine(one.label, one.cells, one.outcomes, one.differs, one.criterion)
                for one in lines
            ),
        )

    async def _order(self, _vacancy: str) -> list[ApplicationRow]:
        rows = [one.row for one in self.held.values() if one.row.disposition is Disposition.SHORTLISTED]
        ordered = sorted(rows, key=lambda row: (row.tier or 9, row.rank or 99))
        return [replace(row, rank=place) for place, row in enumerate(ordered, 1)]

    async def _move(self, key: int, steps: int) -> Changed:
        order = await self._order("V1")
        at = next(place for place, row in enumerate(order) if row.key == key)
        if not 0 <= at + steps < len(order) or order[at + steps].tier != order[at].tier:
            problem = "rank never crosses from one tier into another"
            raise Refused(problem, "the tiers are considered one after the other")
        order.insert(at + steps, order.pop(at))
        for place, row in enumerate(order, 1):
            self._put(replace(row, rank=place))
        return self._did("move", key, steps)

    async def _decide(self, keys: list[int], to: Disposition, **rest: object) -> Changed:
        self._may()
        for key in keys:
            self._put(replace(self.held[key].row, disposition=to))
        return self._did("decide", tuple(keys), to, rest)

    async def _note(self, keys: list[int], text: str) -> Changed:
        return self._did("note", tuple(keys), text)

    async def _overrule(
        self, key: int, criterion: str, outcome: object, reason: str, **_rest: object
    ) -> Changed:
        self._may()
        return self._did("overrule", key, criterion, outcome, reason)

    async def _undo(self) -> Changed:
        return self._did("undo")

    async def _redo(self) -> Changed:
        return self._did("redo")

    async def _entries(self, _limit: int) -> list[HistoryEntry]:
        told = [HistoryEntry(at, NOW, "ana", str(call[0])) for at, call in enumerate(self.calls, 1)]
        return [HistoryEntry(90, NOW, "ben", "A-0007: maybe", undone=True), *told][::-1]

    async def _export(self, vacancy: str, path: Path, **rest: object) -> SimpleNamespace:
        self.calls.append(("export", vacancy, path, rest))
        return SimpleNamespace(rows=3, path=path, hidden=0)

    def _put(self, row: ApplicationRow) -> None:
        self.held[row.key] = replace(self.held[row.key], row=row)

    def _may(self) -> None:
        if self.refusal is not None:
            raise self.refusal

    def _did(self, *call: object) -> Changed:
        self.calls.append(call)
        return Changed(str(call[0]), len(self.calls), applications=tuple(self.held))


def _facts(dossier: Dossier) -> dict[str, str]:
    return {"received": dossier.row.received or "", "nationalities": "Algeria, France"}


def shortlisted(name: str, key: int, tier: int | None, rank: int) -> Dossier:
    """Return somebody on the short list."""
    dossier = named(name, key)
    row = replace(
        dossier.row, application=f"A-{key:04}", disposition=Disposition.SHORTLISTED, tier=tier, rank=rank
    )
    return replace(dossier, row=row)


def everybody() -> tuple[Dossier, ...]:
    """Return five on the short list, in two tiers."""
    return (
        shortlisted("Amina Belkacem-Lévêque", 1, 1, 1),
        shortlisted("Jean-Baptiste Ouédraogo", 2, 1, 2),
        shortlisted("محمد الأمين ولد أحمد", 3, 2, 3),
        shortlisted("王小明", 4, 2, 4),
        shortlisted("Olena Kovalenko", 5, None, 5),
    )


__all__ = ["DOSSIER", "Bench", "Services", "everybody", "shortlisted"]

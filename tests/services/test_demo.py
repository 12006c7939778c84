"""The demo store: filled through the services, with a history that a person could have made."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from typing import TYPE_CHECKING

import pytest

from recruiter_tui.compose import DEMO_PERSON, build_demo, open_services
from recruiter_tui.domain.application import Disposition, VacancyStatus
from recruiter_tui.domain.finding import Outcome

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from recruiter_tui.services import Services
    from recruiter_tui.services.views import ApplicationRow

NOW = dt.datetime(2026, 11, 22, 10, tzinfo=dt.UTC)
MAIN = "24107"


def now() -> dt.datetime:
    return NOW


@pytest.fixture
async def demo(tmp_path: Path) -> AsyncIterator[Services]:
    await build_demo(tmp_path / "demo.store", clock=now)
    async with open_services(tmp_path / "demo.store", "Reader", clock=now) as services:
        yield services


async def people(services: Services, vacancy: str = MAIN) -> list[ApplicationRow]:
    name = (await services.vacancies.get(vacancy)).row.id
    return await services.candidates.rows((await services.candidates.roll(name)).tolist())


async def test_the_demo_is_filled_screened_and_worked_on(demo: Services) -> None:
    await no_row_is_lost(demo)
    await vacancies_are_open_closed_and_filled(demo)
    rows = await people(demo)
    outcomes_are_well_mixed(rows)
    decisions_are_such_as_a_person_makes(rows)
    await papers_notes_and_a_ruling_are_there(demo, rows)
    await the_history_is_one_persons_and_sound(demo)


async def no_row_is_lost(demo: Services) -> None:
    rows = await demo.vacancies.list()
    assert len(rows) >= 9
    assert [row.total for row in rows if row.reference == MAIN] == [331]
    assert sum(row.total for row in rows) == 491


async def vacancies_are_open_closed_and_filled(demo: Services) -> None:
    rows = await demo.vacancies.list()
    status = {row.reference: row.status for row in rows}
    assert status[MAIN] is VacancyStatus.CLOSED
    assert status["IAHM-NE-1190"] is VacancyStatus.FILLED
    assert status["IAHM/KE/2207"] is VacancyStatus.OPEN
    assert any(row.closing and row.closing.date == NOW.date() for row in rows)


def outcomes_are_well_mixed(rows: list[ApplicationRow]) -> None:
    counts = Counter(row.outcome for row in rows)
    for outcome in Outcome:
        assert 0.24 <= counts[outcome] / len(rows) <= 0.42


def decisions_are_such_as_a_person_makes(rows: list[ApplicationRow]) -> None:
    counts = Counter(row.disposition for row in rows)
    assert counts[Disposition.SHORTLISTED] == 7
    assert counts[Disposition.LONGLISTED] >= 10
    assert counts[Disposition.MAYBE] >= 3
    assert counts[Disposition.NOT_SUITABLE] >= 20
    assert counts[Disposition.NEW] >= 200
    set_aside = [row for row in rows if row.disposition is Disposition.NOT_SUITABLE]
    assert {row.reason for row in set_aside} >= {"late", "eligibility", "language", "experience"}
    assert all(row.outcome is Outcome.NOT_MET for row in set_aside)
    chosen = sorted((row for row in rows if row.rank), key=lambda row: row.rank or 0)
    assert [row.tier for row in chosen] == [1, 1, 1, 1, 2, 2, 2]
    assert all(row.outcome is Outcome.MET for row in chosen)


async def papers_notes_and_a_ruling_are_there(demo: Services, rows: list[ApplicationRow]) -> None:
    assert sum("reference asked" in row.tags for row in rows) == 4
    assert sum(row.overruled for row in rows) == 1
    chosen = [await demo.candidates.dossier(row.key) for row in rows if row.rank]
    assert all(dossier.findings for dossier in chosen)
    assert any(dossier.notes for dossier in chosen)
    papers = [document.text for dossier in chosen for document in dossier.candidate.documents]
    assert len(papers) >= 5
    assert min(map(len, papers)) > 900


async def the_history_is_one_persons_and_sound(demo: Services) -> None:
    entries = await demo.history.entries(100)
    assert len(entries) >= 15
    assert {entry.by for entry in entries} == {DEMO_PERSON}
    assert (await demo.history.verify()).ok


async def test_it_reports_how_far_it_is(tmp_path: Path) -> None:
    seen: list[tuple[int, int | None]] = []
    await build_demo(tmp_path / "demo.store", lambda done, total: seen.append((done, total)), clock=now)
    assert seen[0] == (0, 10)
    assert seen == sorted(seen)


async def test_a_persons_first_undo_takes_back_the_last_act_of_the_demo(demo: Services) -> None:
    before = [row.application for row in await demo.shortlist.order(MAIN)]
    await demo.history.undo()
    after = [row.application for row in await demo.shortlist.order(MAIN)]
    assert after != before
    assert sorted(after) == sorted(before)

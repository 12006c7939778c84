"""Questions that wait for a person: answered once with a reason, for everybody they are about."""

from __future__ import annotations

from contextlib import asynccontextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from recruiter_tui.compose import open_services
from recruiter_tui.domain.notice_edit import Add, Change
from recruiter_tui.domain.requirement import EducationExperience, Kind, Nationality
from recruiter_tui.tui.widgets.question_table import QuestionTable
from tests.tui.conftest import sitting_at
from tests.tui.stores import NOW
from tests.tui.tiered import fill_tiered

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from recruiter_tui.services import Services
    from tests.tui.desk import Desk


@pytest.fixture
async def harbour(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Services]:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    async with open_services(tmp_path / "rulings.db", "awa", clock=lambda: NOW) as services:
        await fill_tiered(services, tmp_path)
        yield services


@asynccontextmanager
async def queue(services: Services, size: tuple[int, int] = (140, 40)) -> AsyncIterator[Desk]:
    async with sitting_at(services, size) as desk:
        await desk.sees("Harbour").press("R").sees("waiting", "Is Marine Biology one of the listed fields")
        yield desk


async def at(desk: Desk, question: str) -> None:
    """Go to a question of the queue by its key."""
    table = desk.app.screen.query_one(QuestionTable)
    place = [str(key) for key in table.source.keys].index(question)
    await desk.press("g", *("j" for _ in range(place)))


async def test_an_open_field_says_whom_each_answer_would_change(harbour: Services) -> None:
    async with queue(harbour) as desk:
        await desk.sees("asked for: law", "yes, it counts", "no, it does not", "Pia Lindqvist", "flip")


async def test_one_key_and_a_reason_rule_for_everybody(harbour: Services) -> None:
    async with queue(harbour) as desk:
        await desk.press("j", "y").sees("Marine Biology counts as a listed field", "as a whole")
        assert await harbour.rulings.fields("V1") == ()
        await desk.press("enter").sees("without a written")
        await desk.type("the law of the sea is half of it").press("enter")
        await desk.sees("1 ruled", "Marine Biology: counts as a listed field", "law of the sea")
    [ruling] = await harbour.rulings.fields("V1")
    assert ruling.related


async def test_a_ruling_is_taken_back_and_the_question_is_open_again(harbour: Services) -> None:
    await harbour.rulings.rule_field("V1", "Marine Biology", related=False, reason="biology is no law")
    async with sitting_at(harbour, (140, 40)) as desk:
        await desk.sees("Harbour").press("R").sees("is no listed field").press("G", "d")
        await desk.sees("Is Marine Biology one of", "0 ruled")


async def test_the_people_of_a_question_lead_to_their_dossiers(harbour: Services) -> None:
    async with queue(harbour) as desk:
        await desk.press("j", "enter", "enter").sees("Findings", "Marine Biology").press("escape", "escape")
        await desk.sees("waiting")


async def test_what_nobody_can_tell_is_answered_once_for_all_like_cases(harbour: Services) -> None:
    async with queue(harbour) as desk:
        await desk.sees("Education", "4 applications").press("g")
        await at(desk, "criterion/education")
        await desk.sees("yes, all of them meet it", "flip").press("n").sees("not met", "flip")
        await desk.type("the files are silent").press("enter").sees("education is not met for 4 applications")
        await desk.press("u").sees("undone", "3 waiting")


async def test_a_notice_that_wants_accreditation_asks_about_each_institution_once(
    harbour: Services,
) -> None:
    detail = await harbour.vacancies.get("V1")
    education = next(one for one in detail.notice.criteria if isinstance(one, EducationExperience))
    await harbour.notices.edit(
        "V1", [Change("education", replace(education, accreditation="from an accredited institution"))]
    )
    async with queue(harbour) as desk:
        await desk.sees("Is University of Dakar accredited?")
        await at(desk, "institution/University of Dakar")
        await desk.sees("from an accredited institution", "outcomes stay").press("y")
        await desk.sees("University of Dakar is accredited")
        await desk.type("WHED, seen today").press("enter").sees("University of Dakar: recognised", "1 ruled")
        await at(desk, "checked/University of Dakar")
        await desk.press("d")
        await desk.sees("Is University of Dakar accredited?", "0 ruled")


async def test_a_blind_vacancy_gives_no_nationality_away_in_its_questions(harbour: Services) -> None:
    rule = Nationality(id="nationality", text="Nationals of Kenya are not eligible.", country="KE")
    await harbour.notices.edit("V1", [Add(rule)])
    [key] = await harbour.candidates.roll("V1", "Oumar")
    await harbour.candidates.correct(key, "nationalities", "KE; SN")
    criteria = (await harbour.vacancies.get("V1")).notice.criteria
    asked = f"criterion/{next(one.id for one in criteria if one.kind is Kind.NATIONALITY)}"
    async with queue(harbour) as desk:
        await at(desk, asked)
        await desk.sees("Kenya and Senegal")
    await harbour.blind.turn("V1", on=True)
    async with queue(harbour) as desk:
        await at(desk, asked)
        await desk.sees("so a person must").sees_no("Senegal")


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (200, 60)])
async def test_it_fits_any_terminal(harbour: Services, size: tuple[int, int]) -> None:
    async with sitting_at(harbour, size) as desk:
        await (
            desk.sees("Harbour")
            .press("R")
            .sees("waiting", "Marine Biology")
            .press("tab")
            .sees("Pia Lindqvist")
        )
        await desk.press("escape").sees("waiting").press("escape").sees("candidates")

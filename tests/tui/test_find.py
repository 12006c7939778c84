"""Search everywhere: from a few letters to the person in the vacancy."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.tui.stores import notice

if TYPE_CHECKING:
    from pathlib import Path

    from syrupy.assertion import SnapshotAssertion

    from recruiter_tui.services import Services
    from tests.tui.desk import Desk

ELSEWHERE = """application,name,received,employment
B1,Zoë Haddad,2026-11-03T10:00:00+00:00,Harbour pilot | A Port | 2012-01-01 | 2015-12-31 | 100%
B2,Noor O'Neil,2026-11-03T10:00:00+00:00,C++ engineer | Node.js Labs | 2012-01-01 | 2015-12-31 | 100%
"""


async def another(services: Services, folder: Path) -> str:
    added = await services.vacancies.add([notice("20001", "Harbour Officer")])
    path = folder / "others.csv"
    path.write_text(ELSEWHERE, encoding="utf-8")
    await services.intake.load([path], added.vacancies[0])
    return added.vacancies[0]


async def test_from_two_letters_to_the_person_in_the_other_vacancy(
    desk: Desk, services: Services, tmp_path: Path
) -> None:
    await another(services, tmp_path)
    await desk.browse().press("r", "F").sees("Find everywhere", "names from two letters on")
    await desk.type("zo").sees("Names", "Zoë Haddad", "Harbour Officer")
    await desk.press("enter").sees("Zoë Haddad").sees_no("Find  ")
    assert desk.room.vacancy_id() == "V2"
    row = desk.room.table.row()
    assert row is not None
    assert row.name == "Zoë Haddad"


async def test_papers_and_notices_show_the_passage_in_groups(
    desk: Desk, services: Services, tmp_path: Path
) -> None:
    await another(services, tmp_path)
    await desk.press("r", "F").type("harbour").sees("Papers  1", "Harbour pilot", "Notices  1", "20001")
    await desk.press("tab", "enter").sees("Harbour Officer", "20001")
    assert desk.room.vacancy_id() == "V2"


async def test_signs_count_and_nothing_found_says_so(desk: Desk, services: Services, tmp_path: Path) -> None:
    await another(services, tmp_path)
    await desk.press("F").type("c").press("plus", "plus").sees("Noor O'Neil", "1 hit")
    await desk.press(*["backspace"] * 3).type("c").press("number_sign").sees("nobody and no notice bears")
    await desk.press("backspace", "backspace").type("neil").sees("Names  1", "O'Neil").press("escape")
    await desk.sees("Vacancies").sees_no("Find everywhere")


async def test_a_person_whom_the_filter_hides_is_shown_nevertheless(desk: Desk) -> None:
    await desk.browse().filter("chlo").press("F").type("okonkwo").sees("Bilal Okonkwo").press("enter")
    await desk.sees("6 candidates")
    row = desk.room.table.row()
    assert row is not None
    assert row.name == "Bilal Okonkwo"


async def test_names_in_any_order_and_papers_mask_the_blind(
    desk: Desk, services: Services, tmp_path: Path
) -> None:
    vacancy = await another(services, tmp_path)
    await desk.press("F").type("haddad zo").sees("Zoë Haddad").press("escape")
    await services.blind.turn(vacancy, on=True)
    await desk.press("F").type("zoe hadd").sees("nobody and no notice").press(*["backspace"] * 8)
    await desk.type("harbour").sees("Candidate", "pilot").sees_no("Zoë")


async def test_the_search_looks_as_it_did(
    desk: Desk, services: Services, tmp_path: Path, svg: SnapshotAssertion
) -> None:
    await another(services, tmp_path)
    await desk.press("F").type("har").sees("Harbour pilot", "Notices")
    desk.app.screen.query_one("Input").cursor_blink = False  # type: ignore[attr-defined]  # found by its name
    await desk.settle()
    assert desk.app.export_screenshot() == svg

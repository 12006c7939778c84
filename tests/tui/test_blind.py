"""Blind reading on every screen: nothing of a hidden person reaches the terminal."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

import pytest

from recruiter_tui.tui.screens.compare import CompareScreen
from recruiter_tui.tui.screens.dossier import DossierScreen
from tests.tui.masked import fill_blind, told

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable
    from contextlib import AbstractAsyncContextManager
    from pathlib import Path

    from syrupy.assertion import SnapshotAssertion

    from recruiter_tui.services import Services
    from tests.tui.desk import Desk

TALL = (200, 130)


@pytest.fixture
async def blind(
    services: Services, tmp_path: Path, sit: Callable[..., AbstractAsyncContextManager[Desk]]
) -> AsyncIterator[Desk]:
    """Sit at the vacancy that is read blind, in a window that shows whole dossiers."""
    vacancy, keys = await fill_blind(services, tmp_path)
    async with sit(TALL) as desk:
        await desk.sees("Harbour Officer")
        desk.room.go_to_application(vacancy, keys[0])
        await desk.sees("read blind", f"Candidate {keys[0]}", "[name]")
        yield desk


def tells_nobody(desk: Desk, of_notice: str = "") -> None:
    """Check the screen as it stands; a word may be there that the notice says, not the person."""
    assert [word for word in told(desk.screen) if word != of_notice] == [], desk.screen


async def test_the_desk_shows_work_and_nobody(blind: Desk) -> None:
    await blind.sees(
        "port registers", "trained nine officers", "French (fluent)", "paper 1", "nationality hidden"
    )
    tells_nobody(blind)
    await blind.press("j").sees("harbour office")
    tells_nobody(blind)
    await blind.press("j")
    tells_nobody(blind)


@pytest.mark.parametrize(
    ("keys", "seen"),
    [
        (("p",), "2 decided"),
        (("L",), "Short list"),
        (("M",), "Matrix"),
        (("R",), "Rulings"),
        (("W",), "What if"),
        (("t",), "Career"),
        (("h",), "Timeline"),
        (("h", "p"), "Timeline"),
        (("H",), "History"),
        (("Z",), "Due"),
        (("3", "2", "semicolon"), "Recently seen"),
        (("n",), "Note on Candidate"),
        (("o",), "Overrule"),
        (("E",), "reveal the person first"),
        (("z",), "Put off Candidate"),
        (("number_sign",), "Tags of Candidate"),
        (("exclamation_mark",), "Reveal Candidate"),
        (("space", "space", "space", "c"), "Comparison"),
    ],
    ids=lambda value: "-".join(value) if isinstance(value, tuple) else "",
)
async def test_no_screen_tells_who_it_is(blind: Desk, keys: tuple[str, ...], seen: str) -> None:
    await blind.press("g", *keys).sees(seen)
    tells_nobody(blind)


async def test_criteria_name_the_country_of_the_notice_and_nobody(blind: Desk) -> None:
    await blind.press("g", "C").sees("Criteria", "Algeria")
    tells_nobody(blind, of_notice="algeri")


async def test_a_whole_dossier_and_every_compared_cell_tell_nobody(blind: Desk) -> None:
    every = [int(key) for key in blind.room.table.source.keys]
    for key in every:
        blind.app.push_screen(DossierScreen(key))
        await blind.sees("read blind", f"Candidate {key}")
        tells_nobody(blind)
        await blind.press("escape")
    blind.app.push_screen(CompareScreen(every))
    await blind.sees("Comparison", "read blind")
    for _column in every:
        await blind.press("right", "g")
        for _row in range(20):
            tells_nobody(blind)
            await blind.press("j")


async def test_the_search_everywhere_tells_nobody(blind: Desk) -> None:
    for words in ("haddad", "amelie", "algerian", "王小明"):
        await blind.press("F").type(words) if words.isascii() else await blind.press("F", *words)
        await blind.settle()
        assert "Candidate" not in blind.screen.replace("Candidates", ""), blind.screen
        await blind.press("escape", "escape", "escape")
    await blind.press("F").type("registers").sees("Candidate")
    tells_nobody(blind)


async def test_a_filter_by_name_is_refused_at_its_place(blind: Desk) -> None:
    await blind.press("slash").type("haddad").sees("name is hidden in blind reading")


async def test_a_reveal_needs_a_reason_and_shows_one_person_alone(blind: Desk, services: Services) -> None:
    await blind.press("g", "exclamation_mark", "enter").sees("Nobody is revealed without a reason")
    await blind.type("to invite to the test").press("enter").sees("Amélie-Rose Haddad")
    assert "王小明" not in blind.screen
    assert "u undo" not in blind.screen.splitlines()[-2]
    assert blind.line("Amélie") != ""
    [entry] = await services.history.entries(1)
    assert entry.summary == "M1 revealed: to invite to the test"
    await blind.press("exclamation_mark").sees("you have revealed this person already")
    await blind.press("h").sees("revealed: to invite to the test")


async def test_somebody_is_revealed_in_a_first_pass(blind: Desk) -> None:
    await blind.press("g", "p").sees("2 decided", "read blind").press("g").sees("port registers")
    await blind.press("exclamation_mark").type("to invite").press("enter").sees("Amélie-Rose Haddad")


async def test_nobody_is_told_from_others_without_names(blind: Desk, services: Services) -> None:
    await blind.press("D").sees("this vacancy is read blind, and without names nobody can tell who is whom")
    assert await services.persons.duplicates() == []


async def test_names_come_back_after_a_question_only(blind: Desk) -> None:
    await blind.press("B").sees("with names again?").press("escape").sees("read blind")
    await blind.press("B", "y").sees("Amélie-Rose Haddad").sees_no("read blind")
    await blind.press("exclamation_mark").sees("this vacancy is read with names")
    await blind.press("B").sees("read blind").sees_no("Amélie-Rose Haddad")
    await blind.press("u").sees("Amélie-Rose Haddad")


async def test_another_program_turns_the_names_off_here_too(blind: Desk, services: Services) -> None:
    await services.blind.turn(blind.room.vacancy_id(), on=False)
    await blind.press("r").sees("Amélie-Rose Haddad").sees_no("read blind")


async def test_an_export_asks_once_and_bears_no_names_by_itself(blind: Desk, tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    await blind.press("e", "ctrl+a", "ctrl+k").type(str(path).replace("_", "\N{LOW LINE}"))
    await blind.press("enter").sees("is read blind. Export").press("n").sees("2 without names")
    assert list(told(path.read_text(encoding="utf-8-sig"))) == []


async def test_an_export_with_names_is_a_reveal(blind: Desk, services: Services, tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    await blind.press("e", "ctrl+a", "ctrl+k").type(str(path))
    await blind.press("enter").sees("is read blind. Export").press("w").sees("Export with names?")
    await blind.type("invitations").press("enter").sees("2 rows written")
    with path.open(encoding="utf-8-sig") as file:
        assert [row["name"] for row in csv.DictReader(file)] == ["Amélie-Rose Haddad", "王小明"]
    [entry] = await services.history.entries(1)
    assert entry.summary == "2 applications of V2 exported with names: invitations"


async def test_a_blind_desk_looks_as_it_did(
    services: Services,
    tmp_path: Path,
    sit: Callable[..., AbstractAsyncContextManager[Desk]],
    svg: SnapshotAssertion,
) -> None:
    vacancy, keys = await fill_blind(services, tmp_path)
    async with sit((120, 40)) as desk:
        await desk.sees("Harbour Officer")
        desk.room.go_to_application(vacancy, keys[0])
        await desk.sees("read blind", "[name]", "end of the list")
        assert desk.app.export_screenshot() == svg

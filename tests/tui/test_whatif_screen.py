"""What a person tries: thresholds, rules, advantages and policies, with the counts and who moves."""

from __future__ import annotations

from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

import pytest
from textual.widgets import Static

from recruiter_tui.compose import open_services
from recruiter_tui.domain.application import Disposition
from recruiter_tui.tui.screens.whatif import WhatIfScreen
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
    async with open_services(tmp_path / "whatif.db", "awa", clock=lambda: NOW) as services:
        await fill_tiered(services, tmp_path)
        yield services


@asynccontextmanager
async def trying(services: Services, size: tuple[int, int] = (120, 50)) -> AsyncIterator[Desk]:
    async with sitting_at(services, size) as desk:
        await desk.sees("Harbour").press("W").sees("nothing is stored", "All, by outcome")
        yield desk


async def at(desk: Desk, key: str) -> WhatIfScreen:
    screen = desk.app.screen
    assert isinstance(screen, WhatIfScreen)
    screen.rules.select(key)
    screen.rules.post_message(screen.rules.Pointed(key))
    await desk.settle()
    return screen


async def version(services: Services) -> int:
    return (await services.vacancies.get("V1")).criteria_version


async def test_a_dropped_rule_shows_at_once_who_would_come_in(harbour: Services) -> None:
    async with trying(harbour) as desk:
        await desk.sees("2 → 2", "nobody moves")
        screen = await at(desk, "criterion/education")
        await desk.press("d").sees("dropped", "in  Nadia Brunner", "By gender", "By region")
        assert screen.projection is not None
        assert len(screen.projection.moves_in) > 1
        await desk.press("d").sees("nobody moves")


async def test_months_move_by_keys_or_are_typed_exactly(harbour: Services) -> None:
    async with trying(harbour) as desk:
        screen = await at(desk, "months/education/0")
        await desk.press("minus").sees("60 months → 54 months").press("plus").sees_no("54 months")
        await desk.press("enter").sees("Months of experience")
        desk.app.screen.query_one("Input").value = "many"  # type: ignore[attr-defined]  # an Input
        await desk.press("enter").sees("no number of months")
        desk.app.screen.query_one("Input").value = "12"  # type: ignore[attr-defined]  # an Input
        await desk.press("enter").sees("60 months → 12 months", "Nadia Brunner")
        assert screen.trial is not None
        assert screen.trial.scenario.months == (("education", 0, 12),)


async def test_an_advantage_is_required_or_invoked_and_essential_ones_are_not(harbour: Services) -> None:
    async with trying(harbour) as desk:
        await at(desk, "criterion/language-fr")
        await desk.press("i").sees("invoked", "out [red]Rosa[/red]").press("i").sees("nobody moves")
        await desk.press("t").sees("out [red]Rosa[/red]").press("x").sees("nobody moves")
        await at(desk, "criterion/language-en")
        await desk.press("i").sees("only an advantage can be invoked")


async def test_another_policy_counts_otherwise(harbour: Services) -> None:
    async with trying(harbour) as desk:
        await desk.press("p").sees("Count experience how?").press("a").sees("→ every job in full")


async def test_a_scenario_is_kept_by_name_and_comes_back(harbour: Services) -> None:
    async with trying(harbour) as desk:
        await desk.press("o").sees("no scenario is kept yet")
        await at(desk, "criterion/education")
        await desk.press("d").sees("dropped").press("S").sees("Keep it under which name?")
        await desk.type("open door").press("enter").sees("kept")
        await desk.press("x").sees("nobody moves").press("o")
        await desk.sees("open door  Education and experience dropped", "d forgets").press("1")
        await desk.sees("Nadia Brunner", "open door")
        assert "open door" in await harbour.whatif.scenarios("V1")
        assert await version(harbour) == 1
        await desk.press("o").sees("d forgets").press("d").sees("scenario 'open door' of V1 taken away")
        assert await harbour.whatif.scenarios("V1") == {}
        await desk.press("o").sees("no scenario is kept yet").press("u")
        await desk.sees("undone").press("o").sees("open door  Education")


async def test_it_is_made_real_with_a_reason_after_a_look_at_who_flips(harbour: Services) -> None:
    [key] = await harbour.candidates.roll("V1", "Nadia")
    await harbour.decisions.decide([key], Disposition.MAYBE)
    async with trying(harbour) as desk:
        await desk.press("I").sees("nothing is tried yet")
        await at(desk, "criterion/education")
        await (
            desk.press("d")
            .sees("dropped")
            .press("I")
            .sees("Make it real", "Education and experience dropped", "Nadia")
        )
        assert await version(harbour) == 1
        await desk.type("the degree is asked for elsewhere").press("enter").sees("Done", "flip")
        assert await version(harbour) == 2
        await desk.press("escape").sees("8 → 8", "nobody moves")


async def test_each_who_moves_has_a_reason_in_the_status_line(harbour: Services) -> None:
    async with trying(harbour) as desk:
        await at(desk, "criterion/education")
        await desk.press("d").sees("in  Nadia Brunner").press("tab", "tab").sees("not met → dropped")
        await desk.press("j").sees("→ dropped")


async def test_who_moves_opens_the_dossier(harbour: Services) -> None:
    async with trying(harbour) as desk:
        await at(desk, "criterion/education")
        await desk.press("d").sees("Nadia Brunner").press("tab", "tab", "enter")
        await desk.sees("Nadia Brunner", "Findings", "Career").press("escape").sees("nothing is stored")


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (200, 60)])
async def test_it_fits_any_terminal(harbour: Services, size: tuple[int, int]) -> None:
    async with sitting_at(harbour, size) as desk:
        await desk.sees("Harbour").press("W").sees("policy", "2 → 2").press("tab").sees("All, by outcome")
        await desk.press("tab").sees("nobody moves").press("shift+tab", "shift+tab").sees("policy")
        assert all(len(line) == size[0] for line in desk.screen.splitlines())


async def test_the_reason_under_the_cursor_is_said_in_full_where_its_line_has_no_room(
    harbour: Services,
) -> None:
    async with sitting_at(harbour, (80, 30)) as desk:
        await desk.sees("Harbour").press("W").sees("2 → 2")
        await at(desk, "criterion/education")
        await desk.press("d", "I").sees("Make it real", "The criterion is gone.")
        why = str(desk.app.screen.query_one(".flips-why", Static).render())
        assert why.startswith("The criterion is gone.")
        assert why.endswith(".")
        assert "…" not in why
        await desk.press("down")
        assert str(desk.app.screen.query_one(".flips-why", Static).render()) != why

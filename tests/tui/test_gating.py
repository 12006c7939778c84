"""What stands before a verdict: the freeze is asked once, and later tiers wait for earlier ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from recruiter_tui.compose import open_services
from recruiter_tui.domain.application import Disposition
from tests.tui.conftest import sitting_at
from tests.tui.stores import NOW
from tests.tui.tiered import FIRST, SECOND, fill_tiered

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from recruiter_tui.services import Services


@pytest.fixture
async def harbour(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Services]:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    async with open_services(tmp_path / "tiers.db", "awa", clock=lambda: NOW) as services:
        await fill_tiered(services, tmp_path)
        yield services


OTHER = "Pia Lindqvist"


async def standing(services: Services, name: str) -> Disposition:
    rows = await services.candidates.rows(await services.candidates.roll("V1"))
    return next(row.disposition for row in rows if row.name == name)


async def test_the_first_verdict_asks_once_whether_it_may_freeze_the_criteria(harbour: Services) -> None:
    async with sitting_at(harbour) as desk:
        await desk.sees("Harbour", "criteria v1, not frozen yet")
        await desk.browse().on(FIRST).press("s").sees("first verdict freezes", "SHA-256", "version 1")
        await desk.press("n").sees_no("SHA-256")
        assert await standing(harbour, FIRST) is Disposition.NEW
        await desk.press("s").sees("SHA-256").press("y").sees("✓ shortlisted", "criteria v1, frozen 22 Nov")
        await desk.on(FIRST).press("m").sees("~ maybe").sees_no("SHA-256")


async def test_undo_of_the_verdict_that_froze_leads_back_to_the_person(harbour: Services) -> None:
    async with sitting_at(harbour) as desk:
        await desk.browse().on(OTHER).press("w").sees("withdrawn")
        await desk.press("u").sees("undone").on(OTHER).press("x").sees("SHA-256").press("y", "e")
        await desk.sees("✗ not suitable").press("u").sees("undone", "not frozen yet")
        table = desk.room.table
        row = table.source.row_of(table.cursor_key) if table.cursor_key is not None else None
        assert row is not None
        assert row.name == OTHER


async def test_a_rejection_asks_for_the_freeze_before_its_reason(harbour: Services) -> None:
    async with sitting_at(harbour) as desk:
        await desk.browse().on(SECOND).press("x").sees("freezes the criteria").press("y")
        await desk.sees("Not suitable, because").press("e").sees("✗ not suitable")


async def test_no_verdict_no_freeze(harbour: Services) -> None:
    async with sitting_at(harbour) as desk:
        await desk.browse().on(SECOND).press("w").sees("withdrawn", "not frozen yet")


async def test_a_verdict_on_a_later_tier_waits_and_the_key_for_its_remedy_stands_beside_it(
    harbour: Services,
) -> None:
    async with sitting_at(harbour, (140, 30)) as desk:
        await desk.browse().on(SECOND).press("s").sees("SHA-256").press("y")
        await desk.sees("A2 is in tier 2, which waits for the outcome of tier 1", "T closes tier 1")
        assert await standing(harbour, SECOND) is Disposition.NEW
        await desk.press("T").sees("Close a tier", "internal candidates", "open").press("1")
        await desk.sees("not recorded yet").press("enter").sees("Say what came of the tier")
        await desk.sees("1 application, 1 without a verdict", "its outcome is not recorded yet")
        await desk.type("nobody suitable").press("enter").sees("tier 1 of V1 closed")
        await desk.on(SECOND).press("s").sees("✓ shortlisted")


async def test_a_vacancy_without_tiers_shows_that_there_are_none(
    services: Services, harbour: Services
) -> None:
    async with sitting_at(services, (160, 30)) as desk:
        await desk.browse().on("Amina").sees("Findings")
        await desk.sees_no("tier ?")
        assert "\N{EN DASH}" in desk.line("Amina")
        await desk.press("T").sees("this vacancy has no tiers")
    async with sitting_at(harbour, (160, 30)) as desk:
        await desk.browse().on(SECOND).sees("tier 2")

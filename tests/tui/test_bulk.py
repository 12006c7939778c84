"""Verdicts on many at once: the number first, one act, one undo, and nobody hidden is touched."""

from __future__ import annotations

from typing import TYPE_CHECKING

from recruiter_tui.compose import open_services
from tests.tui.conftest import sitting_at
from tests.tui.stores import NOW
from tests.tui.tiered import fill_tiered

if TYPE_CHECKING:
    from pathlib import Path

    from recruiter_tui.services import Services
    from tests.tui.desk import Desk


async def count(services: Services, query: str) -> int:
    return len(await services.candidates.roll("V1", query))


async def test_everybody_in_the_filter_is_one_act_and_one_undo(desk: Desk, services: Services) -> None:
    before = len(await services.history.entries(1_000))
    await desk.browse().filter("language:fr").press("b").sees("Decide on all 4 in the filter")
    await (
        desk.press("x").sees("because").press("l").sees("4 change to not suitable: language", "y decide on 4")
    )
    assert await count(services, "disposition:not-suitable") == 0
    await desk.press("y").sees("4 not suitable: language", "u undo")
    assert await count(services, "disposition:not-suitable reason:language") == 4
    assert len(await services.history.entries(1_000)) == before + 1
    await desk.press("escape", "u").sees("undone")
    assert await count(services, "disposition:not-suitable") == 0


async def test_hidden_marks_are_counted_and_left_alone(desk: Desk, services: Services) -> None:
    await desk.browse().mark("Amina", "Bilal", "Chloé").filter("amina or bilal").press("b")
    await desk.sees("Decide on whom?", "the 2 marked; 1 more are hidden by the filter").press("m", "m")
    await desk.sees("2 change to maybe", "1  marked, but hidden by the filter: left alone").press("y")
    await desk.sees("2 set to maybe").sees_no("marked")
    assert await count(services, "disposition:maybe") == 2


async def test_a_range_reaches_from_where_it_began_to_the_cursor(desk: Desk, services: Services) -> None:
    await desk.browse().press("g", "v", "j", "j", "b").sees("r  the range of 3 up to here").press("r", "l")
    await desk.sees("3 change to long list").press("y").sees("3 longlisted").sees_no("range")
    assert await count(services, "disposition:longlisted") == 3


async def test_those_who_stand_there_already_are_told(desk: Desk, services: Services) -> None:
    await desk.browse().on("Amina").press("s").sees("shortlisted").press("b", "s")
    await desk.sees("5 change to shortlisted", "1  stand there already").press("n").sees_no("change to")
    assert await count(services, "disposition:shortlisted") == 1
    await desk.press("b", "s", "y").sees("5 shortlisted")
    await desk.press("b", "s").sees("Nothing would change to shortlisted").press("y").sees_no("Nothing would")


async def test_whom_a_rule_keeps_back_is_named_with_the_reason(tmp_path: Path) -> None:
    async with open_services(tmp_path / "tiers.db", "awa", clock=lambda: NOW) as tiered:
        await fill_tiered(tiered, tmp_path)
        async with sitting_at(tiered) as desk:
            await desk.press("2", "b", "l").sees("freezes").press("y").sees("kept back", "tier 1")
            await desk.press("y").sees("longlisted")


async def test_escape_at_any_step_changes_nothing(desk: Desk, services: Services) -> None:
    await (
        desk.browse()
        .press("b", "escape")
        .press("b", "x", "escape")
        .press("b", "m", "escape")
        .sees("6 candidates")
    )
    assert await count(services, "disposition:new") == 6

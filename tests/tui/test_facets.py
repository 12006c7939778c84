"""Facets: what occurs, how many, and narrowing by it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractAsyncContextManager

    from syrupy.assertion import SnapshotAssertion

    from tests.tui.desk import Desk


async def test_choosing_a_value_narrows_and_the_counts_follow(desk: Desk) -> None:
    await desk.browse().press("f").sees("Facets", "everybody   6 of 6", "disposition")
    await desk.press("j", "j").sees("the application's outcome").press("right", "enter")
    await desk.sees("/ outcome:met", "● ✓ met", "✗ not met")
    inside = desk.room.table.source.count
    assert 0 < inside < 6
    await desk.sees(f"{inside} of 6").press("enter").sees("everybody   6 of 6")


async def test_or_widens_not_excludes_and_u_takes_it_back(desk: Desk) -> None:
    await desk.browse().press("f", "j", "j", "right", "enter", "j", "o").sees("outcome:met or outcome:")
    await desk.press("u").sees("/ outcome:met ").press("n").sees("outcome:met not outcome:")
    await desk.press("escape").sees("/ outcome:met not outcome:").press("slash", "up")
    assert desk.services.filters.recent()[0].startswith("outcome:met not outcome:")


async def test_an_empty_result_says_how_to_get_out(desk: Desk) -> None:
    await desk.browse().filter("nosuchperson").press("f").sees("nobody is inside", "0 of 6")


async def test_facets_fit_into_eighty_by_twenty_four(
    sit: Callable[..., AbstractAsyncContextManager[Desk]], svg: SnapshotAssertion
) -> None:
    async with sit((80, 24)) as desk:
        await desk.press("2", "f").sees("disposition", "esc").press(*"j" * 9).sees("France")
        await desk.press("right").sees("▸")
        assert desk.app.export_screenshot() == svg

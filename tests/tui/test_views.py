"""Saved views: applied, renamed, dropped, and undone like everything else."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.tui.desk import Desk


async def test_a_view_is_saved_and_applied(desk: Desk) -> None:
    await desk.browse().press("V").sees("No view is saved yet", "Filter first").press("escape")
    await desk.filter("chlo").press("V").sees("s keeps the present filter", "s saves the filter").press("s")
    await desk.type("Mine").press("enter").sees("Views", "Mine", "this vacancy", "chlo").press("escape")
    await desk.press("escape").sees("6 candidates").press("V", "1").sees("/ chlo", "1 of 6")


async def test_a_view_is_renamed_and_dropped_and_each_can_be_undone(desk: Desk) -> None:
    await desk.services.filters.save_view("Old", "tier:unknown", "-name")
    await desk.browse().press("V").sees("Old", "every vacancy", "by name reversed").press("r")
    await desk.sees("Another name for Old").press(*["backspace"] * 3).type("New").press("enter")
    await desk.sees("Views", "New").press("d").sees("No view is saved yet").press("escape")
    await desk.sees("taken away").press("u", "V").sees("New").press("escape", "u", "V").sees("Old")


async def test_a_taken_name_is_named_before_it_gives_way(desk: Desk) -> None:
    await desk.services.filters.save_view("Mine", "amina", vacancy="V1")
    await desk.browse().filter("chlo").press("V", "s").type("Mine").sees("replaces the one there is")
    await desk.press("tab").sees_no("replaces").press("tab", "enter").sees("chlo")
    [view] = await desk.services.filters.views("V1")
    assert view.query == "chlo"

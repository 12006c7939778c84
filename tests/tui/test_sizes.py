"""Every size of terminal: usable from 40x10, readable from 80x24, no fault at any."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest
from rich.cells import cell_len

from tests.tui.conftest import sitting_at
from tests.tui.stores import fill, notice

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractAsyncContextManager
    from pathlib import Path

    from recruiter_tui.services import Services
    from tests.tui.desk import Desk

ROOMS = ("H", "N", "C", "W", "M", "R", "i", "D", "L", "f2", "question_mark", "colon", "F", "f4", "e", "S")
STRANGE = (
    "王小明 Wang",
    "محمد الأمين ولد أحمد",
    "שרה כהן",
    "Zoë\u0301\u0323 Ngu\u0302\u0303n",
    "👩\u200d💻 Ada Emoji",
    "👨\u200d👩\u200d👧\u200d👦🇩🇿 Family",
    "สมชาย ใจดี",
    "कृष्णा शर्मा",
    "ﷺ Wide Ligature",
    "\uff21\uff4d\uff49\uff4e\uff41 Fullwidth",
    "ｱﾐﾅ Halfwidth",
    "❤️ Heart ☺ Face",
)


@pytest.mark.parametrize("room", ROOMS)
async def test_every_screen_is_usable_at_40x10(
    sit: Callable[..., AbstractAsyncContextManager[Desk]], room: str
) -> None:
    async with sit((40, 10)) as desk:
        await desk.press("2").sees("Amina").press(room)
        lines = desk.screen.splitlines()
        assert len(lines) == 10
        assert all(cell_len(line) == 40 for line in lines)
        assert len([line for line in lines if line.strip()]) >= 3
        await desk.press("escape").press("escape")


SIZES = ((0, 0), (1, 1), (1, 50), (300, 1), (2, 3), (16, 5), (40, 10), (80, 24), (200, 60), (500, 1000))


@pytest.mark.parametrize("room", [None, *ROOMS[:8]])
async def test_no_size_is_a_reason_to_fall(
    sit: Callable[..., AbstractAsyncContextManager[Desk]], room: str | None
) -> None:
    async with sit((120, 40)) as desk:
        await desk.sees("18338").press("2")
        if room is not None:
            await desk.press(room)
        for width, height in SIZES:
            await desk.pilot.resize_terminal(width, height)
            await desk.settle()
        await desk.pilot.resize_terminal(80, 24)
        await desk.settle()
        assert all(cell_len(line) == 80 for line in desk.screen.splitlines())


@pytest.mark.parametrize("changes", [25, pytest.param(1_000, marks=pytest.mark.nightly)])
async def test_resizing_again_and_again_changes_nothing_else(
    sit: Callable[..., AbstractAsyncContextManager[Desk]], changes: int
) -> None:
    chance = random.Random(changes)  # noqa: S311 - reproducible sizes, no secret
    async with sit((120, 30)) as desk:
        await desk.browse().on("Amina")
        for _change in range(changes):
            await desk.pilot.resize_terminal(chance.randrange(1, 300), chance.randrange(1, 80))
        await desk.pilot.resize_terminal(120, 30)
        await desk.press("s").sees("✓ shortlisted")
        assert "Amina" in desk.line("Amina")


def dividers(screen: str) -> set[tuple[int, ...]]:
    """Return at which cells the thin lines between the panes stand, for each line of the screen."""
    found = set()
    for line in screen.splitlines()[1:-2]:
        parts = line.split("│")
        found.add(tuple(cell_len("│".join(parts[: n + 1])) for n in range(len(parts) - 1)))
    return found


@pytest.mark.parametrize("size", [(100, 24), (120, 30), (200, 50)])
async def test_names_of_every_script_keep_the_columns_straight(
    services: Services, tmp_path: Path, size: tuple[int, int]
) -> None:
    added = await services.vacancies.add([notice("20002", "Interprète 通訳 👩\u200d💻")])
    rows = "".join(f"B{number},{name},2026-11-01T10:00:00Z\n" for number, name in enumerate(STRANGE))
    source = tmp_path / "strange.csv"
    source.write_text(f"application,name,received\n{rows}", encoding="utf-8")
    await services.intake.load([source], added.vacancies[0])
    async with sitting_at(services, size) as desk:
        await desk.sees("20002").press("1", "end", "2").sees("Heart")
        assert len(dividers(desk.screen)) == 1
        assert all(cell_len(line) == size[0] for line in desk.screen.splitlines())
        lines = [line.split("│")[1] for line in desk.screen.splitlines()[2:14]]
        assert {cell_len(line.partition("●")[0]) for line in lines} == {cell_len(lines[0].partition("●")[0])}
        assert all("●" in line for line in lines)
        for room in ("M", "L", "D", "H"):
            await desk.press(room)
            assert all(cell_len(line) == size[0] for line in desk.screen.splitlines()), room
            await desk.press("escape")


async def test_a_store_of_strange_people_fills_like_any_other(services: Services, tmp_path: Path) -> None:
    assert await fill(services, tmp_path, STRANGE, frozen=False)

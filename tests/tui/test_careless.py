"""Careless hands: random keys, clicks and sizes end in no fault, whatever was on the screen."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest

from recruiter_tui.tui.commands import COMMANDS

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractAsyncContextManager
    from pathlib import Path

    from tests.tui.desk import Desk

LEAVING = {"q", "ctrl+q", "ctrl+c", "ctrl+z"}
KEYS = [key for command in COMMANDS for key in command.keys if key not in LEAVING]
SIZES = ((1, 1), (16, 5), (40, 12), (80, 24), (100, 30), (120, 40), (200, 50))
TYPED = ["enter", "escape", "tab", "a", "t", "colon", "1", "left_parenthesis", "quotation_mark"]


async def fumble(desk: Desk, seed: int, acts: int) -> None:
    """Do things that nobody means; the app raises what goes wrong when its block ends."""
    chance = random.Random(seed)  # noqa: S311 - reproducible carelessness, no secret
    for _act in range(acts):
        what = chance.random()
        if what < 0.75:
            await desk.pilot.press(chance.choice([*KEYS, *TYPED]))
        elif what < 0.95:
            size = desk.app.size
            place = (chance.randrange(max(1, size.width)), chance.randrange(max(1, size.height)))
            await desk.pilot.click(offset=place, times=chance.choice((1, 1, 2, 3)))
        else:
            await desk.pilot.resize_terminal(*chance.choice(SIZES))
        if not desk.app.is_running:  # the palette can quit too
            return


@pytest.mark.parametrize("seed", range(2))
async def test_careless_hands_break_nothing(
    sit: Callable[..., AbstractAsyncContextManager[Desk]],
    seed: int,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    async with sit((120, 30)) as desk:
        await fumble(desk, seed, 80)


@pytest.mark.nightly
@pytest.mark.parametrize("seed", range(100, 140))
async def test_very_careless_hands_break_nothing(
    sit: Callable[..., AbstractAsyncContextManager[Desk]],
    seed: int,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    async with sit((120, 30)) as desk:
        await fumble(desk, seed, 300)


async def click_about(desk: Desk, seed: int, clicks: int) -> None:
    """Click quickly at anything, also at what is about to vanish; keys between open and close things."""
    chance = random.Random(seed)  # noqa: S311 - reproducible carelessness, no secret
    for _click in range(clicks):
        size = desk.app.size
        place = (chance.randrange(max(1, size.width)), chance.randrange(max(1, size.height)))
        if chance.random() < 0.15:
            await desk.pilot.press(
                chance.choice(["escape", "question_mark", "colon", "f2", "S", "x", "H", "2"])
            )
        await desk.pilot.click(offset=place, times=chance.choice((1, 1, 1, 2, 3)))
        if chance.random() < 0.1:
            desk.app.notify("a notice that goes", timeout=0.05, markup=False)
        if not desk.app.is_running:
            return


@pytest.mark.parametrize("clicks", [60])
async def test_quick_clicks_break_nothing(
    sit: Callable[..., AbstractAsyncContextManager[Desk]],
    clicks: int,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    async with sit((120, 30)) as desk:
        await click_about(desk, clicks, clicks)


@pytest.mark.nightly
@pytest.mark.parametrize("seed", range(40))
async def test_ten_thousand_quick_clicks_break_nothing(
    sit: Callable[..., AbstractAsyncContextManager[Desk]],
    seed: int,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    async with sit((120, 30)) as desk:
        await click_about(desk, seed, 250)

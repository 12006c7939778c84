"""The career month by month, and rulings on how much of a job is relevant."""

from __future__ import annotations

from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

import pytest

from recruiter_tui.compose import open_services
from tests.tui.conftest import sitting_at
from tests.tui.stores import NOW
from tests.tui.tiered import FIRST, fill_tiered

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from recruiter_tui.services import Services
    from tests.tui.desk import Desk


@pytest.fixture
async def harbour(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Services]:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    async with open_services(tmp_path / "career.db", "awa", clock=lambda: NOW) as services:
        await fill_tiered(services, tmp_path)
        yield services


@asynccontextmanager
async def career(services: Services, size: tuple[int, int] = (120, 40)) -> AsyncIterator[Desk]:
    async with sitting_at(services, size) as desk:
        await desk.browse().on(FIRST).press("t").sees("December 2014", "36 months")
        yield desk


async def test_a_month_says_what_counts_of_it_and_why(harbour: Services) -> None:
    async with career(harbour) as desk:
        await desk.sees("all of it counts", "Officer · An Agency", "100 % of full time", "covers it whole")
        await desk.press("left").sees("November 2014").press("left_square_bracket").sees("November 2013")
        await desk.press(*["right_square_bracket"] * 3).sees("November 2016", "no job of the file covers it")
        await desk.press(*["left_square_bracket"] * 9).sees("January 2012")


async def test_a_job_is_ruled_relevant_in_part_with_a_note_and_the_sum_follows(harbour: Services) -> None:
    async with career(harbour) as desk:
        await desk.press("j", "p").sees("How much of the job").press("end", *["backspace"] * 4)
        await desk.type("75").press("percent_sign").sees("75 % of the job counts").press("enter")
        await desk.sees("Relevant to 75 %: why?").press("enter").sees("nothing is written yet")
        await desk.type("mixed duties").press("enter")
        await desk.sees("27 months", "0.75 of a month counts", "relevant to 75 %", "mixed duties")
        await desk.press("d").sees("36 months", "all of it counts")


async def test_a_job_that_is_not_relevant_counts_nothing_and_undo_brings_it_back(harbour: Services) -> None:
    async with career(harbour) as desk:
        await desk.press("j", "n").sees("Not relevant: why?").type("another trade").press("enter")
        await desk.sees("0 months", "nothing of it counts")
        await desk.press("u").sees("36 months")
        await desk.press("d").sees("nobody ruled on this")


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (200, 60)])
async def test_it_fits_any_terminal(harbour: Services, size: tuple[int, int]) -> None:
    async with sitting_at(harbour, size) as desk:
        await desk.browse().on(FIRST).press("t").sees("December 2014", "Officer")
        assert all(len(line) == size[0] for line in desk.screen.splitlines())

"""Imports, screenings and searches go on while the recruiter walks about and decides."""

from __future__ import annotations

import asyncio
import threading
from typing import TYPE_CHECKING

import pytest

from recruiter_tui.services import intake, sorting
from recruiter_tui.tui.jobs import State
from tests.tui.test_intake_screen import HEAD, REFUSED, ROWS, choose, choose_more, pile

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from contextlib import AbstractAsyncContextManager
    from pathlib import Path

    from recruiter_tui.services import Services
    from tests.tui.desk import Desk


class Gate:
    """Holds a function of the services, in its thread, until a test lets it go on."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, module: object, name: str) -> None:
        self.reached, self.go_on = threading.Event(), threading.Event()
        own = getattr(module, name)

        def held(*args: object) -> object:
            self.reached.set()
            self.go_on.wait(20)
            return own(*args)

        monkeypatch.setattr(module, name, held)

    async def wait(self) -> None:
        """Wait until somebody stands at the gate."""
        await asyncio.to_thread(self.reached.wait, 20)


@pytest.fixture
def staging(monkeypatch: pytest.MonkeyPatch) -> Iterator[Gate]:
    """Hold an import before its first rows are staged."""
    gate = Gate(monkeypatch, intake, "prepared")
    yield gate
    gate.go_on.set()


@pytest.fixture
def reading(monkeypatch: pytest.MonkeyPatch) -> Iterator[Gate]:
    """Hold the reading of files before its first row."""
    gate = Gate(monkeypatch, sorting, "_next_rows")
    yield gate
    gate.go_on.set()


async def begin_import(desk: Desk, folder: Path, staging: Gate) -> None:
    """Take a file in, up to where its first rows would be staged."""
    await choose(desk, pile(folder))
    await desk.sees("2 new").press("t")
    await staging.wait()


async def test_an_import_goes_on_while_one_decides_elsewhere(
    desk: Desk, services: Services, tmp_path: Path, staging: Gate
) -> None:
    await begin_import(desk, tmp_path, staging)
    await desk.sees("taking in", "more.csv into Programme", "ctrl+x stops").press("escape")
    await desk.browse().on("Amina").press("s").sees("shortlisted", "taking in")
    await desk.press("H").sees("taking in", "ctrl+x")
    staging.go_on.set()
    await desk.sees("2 taken in as B2", "f3 shows").press("escape").sees("Mallory")
    assert len(await services.candidates.roll("V1")) == 8


async def test_the_report_of_an_import_is_one_key_away_and_leads_to_the_intake(
    desk: Desk, tmp_path: Path
) -> None:
    await choose(desk, pile(tmp_path, HEAD + ROWS + REFUSED))
    await desk.sees("1 refused").press("P", "escape").sees("2 taken in as B2", "f3 shows")
    await desk.press("f3").sees("In the background", "taking in").press("enter")
    await desk.sees("2 applications taken in as B2", "1 left out", "Refused", "this is not a timestamp")
    await desk.press("enter").sees("Intake", "2 imports").sees_no("f3 shows")


async def test_files_are_read_while_one_is_elsewhere_and_shown_when_one_comes_back(
    desk: Desk, tmp_path: Path, reading: Gate
) -> None:
    await choose(desk, pile(tmp_path))
    await reading.wait()
    await desk.sees("reading", "more.csv").press("escape").sees("Amina", "reading")
    reading.go_on.set()
    await desk.sees("2 new", "f3 shows").press("i").sees("Mallory", "nothing is stored yet")
    await desk.sees_no("f3 shows").press("t").sees("2 taken in as B2")


async def test_whoever_comes_back_to_the_intake_sees_the_import_that_runs(
    desk: Desk, tmp_path: Path, staging: Gate
) -> None:
    await begin_import(desk, tmp_path, staging)
    await desk.press("escape").sees("Amina").press("i").sees("B1", "▸ taking in", "more.csv")
    staging.go_on.set()
    await desk.sees("B2", "2 imports").sees_no("▸ taking in")


async def test_a_cancelled_import_leaves_nothing_behind(
    desk: Desk, services: Services, tmp_path: Path, staging: Gate
) -> None:
    await begin_import(desk, tmp_path, staging)
    await desk.press("escape", "ctrl+x").sees("stopping")
    staging.go_on.set()
    await desk.sees("the import was cancelled", "nothing was taken in")
    assert len(await services.candidates.roll("V1")) == 6
    assert [one.name for one in await services.intake.batches()] == ["B1"]
    assert (await services.history.verify()).ok


async def test_reading_that_is_cancelled_ends_at_once(desk: Desk, tmp_path: Path, reading: Gate) -> None:
    await choose(desk, pile(tmp_path))
    await reading.wait()
    await desk.press("ctrl+x").sees("stopping")
    reading.go_on.set()
    await desk.sees_no("stopping").sees("1 import")


async def test_two_imports_into_one_vacancy_come_one_after_the_other(
    desk: Desk, services: Services, tmp_path: Path, staging: Gate
) -> None:
    await begin_import(desk, tmp_path, staging)
    other = tmp_path / "other"
    other.mkdir()
    more = "C1,Third Person,third@example.org,2026-11-03T10:00:00Z,\n"
    await choose_more(desk, pile(other, HEAD + more))
    await desk.sees("1 new").press("t").sees("2 under way", "1 more")
    waiting = desk.app.jobs.active[1]
    assert waiting.state is State.WAITING
    staging.go_on.set()
    await desk.sees("B3", "3 imports")
    assert len(await services.candidates.roll("V1")) == 9


async def test_leaving_calls_an_import_off_after_a_yes(
    desk: Desk, services: Services, tmp_path: Path, staging: Gate
) -> None:
    await begin_import(desk, tmp_path, staging)
    await desk.press("ctrl+q").sees("Leave while work is under way?", "taking in", "nothing of it stays")
    job = desk.app.jobs.active[0]
    await desk.pilot.press("y")
    staging.go_on.set()
    await asyncio.wait_for(job.over.wait(), 20)
    assert len(await services.candidates.roll("V1")) == 6
    assert job.state is State.STOPPED


async def test_everybody_is_screened_again_from_the_desk(desk: Desk) -> None:
    await desk.browse().press("J").sees("6 applications of V1 screened again: every result is as before")


@pytest.mark.parametrize("size", [(80, 24), (60, 20), (40, 12)])
async def test_every_size_has_room_for_the_import_that_runs(
    sit: Callable[..., AbstractAsyncContextManager[Desk]],
    size: tuple[int, int],
    tmp_path: Path,
    staging: Gate,
) -> None:
    async with sit(size) as desk:
        await desk.sees("Programme").press("i").sees("B1")
        await choose_more(desk, pile(tmp_path))
        await desk.sees("2 new").press("t")
        await staging.wait()
        await desk.sees("▸ taking in").press("f3").sees("In the background").press("f3")
        await desk.press("escape").sees("Programme", "ctrl+x")
        staging.go_on.set()
        await desk.sees("✓ ", "f3")

"""Long work in the background: keys go on, progress shows, a key stops it."""

from __future__ import annotations

import asyncio
import threading
import time
from typing import TYPE_CHECKING

import pytest

from recruiter_tui.domain.errors import Refused
from recruiter_tui.services import watched_rows
from recruiter_tui.services.export import Export
from recruiter_tui.tui.jobs import Ended, Job, State

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractAsyncContextManager
    from pathlib import Path

    from recruiter_tui.services import Services
    from recruiter_tui.services.watched_rows import Watcher
    from tests.tui.desk import Desk


class Gate:
    """Holds the writing of an export until a test lets it go on."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.reached, self.go_on = threading.Event(), threading.Event()
        own = Export.watched

        def watched(export: Export, watcher: Watcher) -> Export:
            return own(export, _Held(watcher, self))

        monkeypatch.setattr(Export, "watched", watched)
        monkeypatch.setattr(watched_rows, "_EVERY", 1)


class _Held:
    def __init__(self, watcher: Watcher, gate: Gate) -> None:
        self._watcher, self._gate = watcher, gate

    def progress(self, done: int, total: int | None) -> None:
        self._watcher.progress(done, total)

    def cancelled(self) -> bool:
        self._gate.reached.set()
        self._gate.go_on.wait(20)
        return self._watcher.cancelled()


def names(folder: Path) -> list[str]:
    """Return the files that an export left, finished or not; unfinished ones begin with a dot."""
    names = (path.name for path in folder.iterdir() if path.is_file())
    return sorted(name for name in names if not name.startswith(("applicants.csv", "store.db", ".store.db")))


async def export_everybody(desk: Desk, folder: Path) -> None:
    await desk.sees("18338").press("2", "e").sees("Export")
    field = desk.app.screen.query_one("Input")
    field.value = str(folder / "all.csv")  # type: ignore[attr-defined]  # an Input, whatever the query says
    await desk.press("tab", "a", "shift+tab", "enter")


async def test_keys_work_while_an_export_is_written_and_its_end_is_told(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gate = Gate(monkeypatch)
    await export_everybody(desk, tmp_path)
    await desk.sees("exporting", "ctrl+x stops")
    await asyncio.to_thread(gate.reached.wait, 20)
    await desk.on("Amina").press("s").sees("shortlisted")
    await desk.press("H").sees("exporting", "ctrl+x stops")
    assert "all.csv" not in names(tmp_path)
    gate.go_on.set()
    await desk.sees("6 rows written: all.csv")
    assert names(tmp_path) == ["all.csv"]
    await desk.press("escape").sees_no("exporting")


async def test_ctrl_x_stops_an_export_and_leaves_no_file(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gate = Gate(monkeypatch)
    await export_everybody(desk, tmp_path)
    await asyncio.to_thread(gate.reached.wait, 20)
    await desk.press("ctrl+x").sees("stopping")
    gate.go_on.set()
    await desk.sees("the export was stopped", "no file was written").sees_no("stopping")
    assert names(tmp_path) == []
    await desk.press("ctrl+x").sees("nothing runs in the background")


async def test_a_second_export_to_the_same_file_waits_for_the_first(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gate = Gate(monkeypatch)
    await export_everybody(desk, tmp_path)
    await asyncio.to_thread(gate.reached.wait, 20)
    await export_everybody(desk, tmp_path)
    await desk.sees("2 under way", "f3 lists").press("ctrl+x").sees("In the background", "waits")
    gate.go_on.set()
    await (
        desk.sees("✓ exporting", "✗ exporting", "6 rows written: all.csv")
        .press("escape")
        .sees_no("under way")
    )


class Work:
    """A job that goes on until a test lets it end, or somebody stops it."""

    def __init__(self, desk: Desk, title: str = "counting", *claims: str) -> None:
        self.begun = False
        self.go_on = asyncio.Event()
        self.shown = False
        self.job = desk.app.jobs.begin(Job(title, "everybody", frozenset(claims)), self._carry_out)

    async def _carry_out(self, job: Job) -> Ended:
        self.begun = True
        job.progress(30, 120)
        while not (self.go_on.is_set() or job.cancelled()):  # noqa: ASYNC110 - as a thread would ask
            await asyncio.sleep(0.005)
        if job.cancelled():
            problem = "the counting was stopped"
            raise Refused(problem, "nothing was counted")
        return Ended(f"{job.title}: done", show=lambda _app: setattr(self, "shown", True))


async def test_the_end_of_the_app_stops_the_work(desk: Desk) -> None:
    work = Work(desk)
    await desk.sees("counting 30 of 120")
    await desk.app.on_unmount()
    assert work.job.state is State.STOPPED


async def test_work_on_the_same_waits_and_other_work_does_not(desk: Desk) -> None:
    first, second = Work(desk, "first", "V1"), Work(desk, "second", "V1", "V2")
    third = Work(desk, "third", "V3")
    await desk.sees("3 under way")
    assert (first.begun, second.begun, third.begun) == (True, False, True)
    first.go_on.set()
    third.go_on.set()
    await desk.sees("second 30 of 120")
    second.go_on.set()
    await desk.sees("second: done")


async def test_work_that_waits_can_be_stopped_before_it_begins(desk: Desk) -> None:
    first, second = Work(desk, "first", "V1"), Work(desk, "second", "V1")
    await desk.press("f3").sees("In the background", "waits", "30 of 120", "25 %")
    await desk.press("x").sees("second was stopped before it began")
    assert not second.begun
    first.go_on.set()
    await desk.sees("first: done")


async def test_the_list_shows_what_came_of_work_that_nobody_looked_at(desk: Desk) -> None:
    work = Work(desk)
    work.go_on.set()
    await desk.sees("counting: done", "f3 shows").press("f3").sees("In the background", "enter shows")
    await desk.press("enter").sees_no("In the background", "counting: done")
    assert work.shown


async def test_leaving_with_work_under_way_asks_once(desk: Desk) -> None:
    work = Work(desk)
    await desk.sees("counting 30 of 120").press("ctrl+q")
    await desk.sees("Leave while work is under way?", "counting 30 of 120").press("n")
    await desk.sees_no("Leave while").sees("counting 30 of 120")
    assert work.job.is_active
    await desk.press("q").sees("Leave while work is under way?")
    await desk.pilot.press("y")
    await asyncio.wait_for(work.job.over.wait(), 10)
    assert work.job.state is State.STOPPED
    await desk.pilot.pause()
    assert not desk.app.is_running or desk.app.return_code == 0


async def test_every_width_says_that_work_is_under_way(
    sit: Callable[..., AbstractAsyncContextManager[Desk]],
) -> None:
    for size in ((120, 30), (80, 24), (60, 20)):
        async with sit(size) as desk:
            work = Work(desk)
            await desk.browse().sees("counting", "ctrl+x")
            work.go_on.set()
            await desk.sees("counting: done", "f3")


def test_a_job_says_how_far_it_is() -> None:
    job = Job("exporting")
    assert str(job) == "exporting waits …"
    job.state = State.RUNNING
    assert str(job) == "exporting …"
    job.progress(1200, 5000)
    assert str(job) == "exporting 1,200 of 5,000 …"
    job.stopped = True
    assert str(job) == "exporting: stopping …"


@pytest.mark.parametrize("form", ["csv", "xlsx", "json"])
async def test_every_form_can_be_watched_and_stopped(services: Services, tmp_path: Path, form: str) -> None:
    job = Job("exporting")
    report = await services.export.watched(job).export("18338", tmp_path / f"a.{form}", everything=True)
    assert (report.rows, job.total) == (6, 6)
    job.stopped = True
    with pytest.raises(Refused, match="no file was written"):
        await services.export.watched(job).export("18338", tmp_path / f"b.{form}", everything=True)
    assert names(tmp_path) == [f"a.{form}"]


@pytest.mark.nightly
async def test_an_export_of_thousands_never_holds_a_key_for_long(services: Services, tmp_path: Path) -> None:
    rows = "".join(f"B{number},Person {number},2026-11-01T10:00:00+00:00\n" for number in range(5_000))
    source = tmp_path / "many.csv"
    await asyncio.to_thread(source.write_text, f"application,name,received\n{rows}", "utf-8")
    await services.intake.load([source], "18338")
    waits: list[float] = []
    ended = asyncio.Event()

    async def beat() -> None:
        while not ended.is_set():
            begun = time.perf_counter()
            await asyncio.sleep(0.001)
            waits.append(time.perf_counter() - begun)

    beating = asyncio.create_task(beat())
    for form in ("csv", "xlsx", "json"):
        await services.export.export("18338", tmp_path / f"all.{form}", everything=True)
    ended.set()
    await beating
    waits.sort()
    assert waits[int(len(waits) * 0.95)] < 0.05
    assert waits[-1] < 1  # on a machine that does other things as well

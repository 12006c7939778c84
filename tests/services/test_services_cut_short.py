"""A change of criteria cut short at any moment, or made beside somebody else, leaves the store whole."""

from __future__ import annotations

import asyncio
import random
import subprocess
import sys
from contextlib import suppress
from typing import TYPE_CHECKING

import pytest

from recruiter_tui.domain.application import Disposition
from recruiter_tui.domain.errors import Conflict
from recruiter_tui.domain.notice_edit import Change, Edit, Turn
from recruiter_tui.services import criteria, everybody, settling
from tests.services.services_job import close_tier_1, keys, opened
from tests.services.test_services_rejudging import MONTHS, NATIVE, counts, judged, stored

if TYPE_CHECKING:
    from pathlib import Path

    from recruiter_tui.services import Services
    from recruiter_tui.services.room import Room
    from recruiter_tui.services.steps import Steps
    from recruiter_tui.store.records import VacancyRecord

CHILD = """
import asyncio, sys
from pathlib import Path
from recruiter_tui.domain.notice_edit import Change
from recruiter_tui.services import everybody, concerned, settling
from tests.services.services_job import opened
from tests.services.test_services_rejudging import MONTHS, NATIVE
everybody.FEW = concerned.FEW = 0
settling._CHUNK = 2
async def work():
    async with opened(Path(sys.argv[1])) as services:
        print("ready", flush=True)
        while True:
            for one in (Change("education", MONTHS), Change("language-en", NATIVE)):
                await services.criteria.change("24501", [one], reason="Agreed.")
                await services.history.undo()
                await services.history.redo()
                await services.criteria.settle()
                await services.history.undo()
                await services.criteria.settle()
asyncio.run(work())
"""
ROUNDS, LONGEST = 3, 0.6


@pytest.fixture(autouse=True)
def _as_if_many(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(everybody, "FEW", 0)
    monkeypatch.setattr(settling, "_CHUNK", 2)


def killed(folder: Path, seconds: float) -> None:
    """Let a program change criteria for ever, and kill it after some time."""
    with subprocess.Popen([sys.executable, "-c", CHILD, str(folder)], stdout=subprocess.PIPE) as child:
        assert child.stdout is not None
        assert child.stdout.readline() == b"ready\n"
        with suppress(subprocess.TimeoutExpired):
            child.wait(seconds)
        child.kill()


async def whole(folder: Path) -> None:
    """Check that journal, rows and every version agree, and that what is left is explained at last."""
    async with opened(folder) as services:
        assert (await services.history.verify()).ok
        assert counts(await stored(services)) == counts(await judged(services))
        held = (await services.vacancies.get("24501")).criteria_version
        for version in {1, held}:
            assert (await services.criteria.as_of("24501", version)).differences == ()
        services.history._room.settling.begin(1)
        await services.criteria.settle()
        assert await stored(services) == await judged(services)


@pytest.mark.parametrize("frozen", [False, True])
async def test_killed_at_any_moment_nothing_is_there_by_half(
    job: Services, tmp_path: Path, *, frozen: bool
) -> None:
    if frozen:
        await job.decisions.decide(await keys(job, "A1"), Disposition.LONGLISTED)
    chance = random.Random(int(frozen))  # noqa: S311 - no secret
    for _ in range(ROUNDS):
        await asyncio.to_thread(killed, tmp_path, chance.random() * LONGEST)
        await whole(tmp_path)


async def test_one_changes_criteria_while_another_decides(job: Services, tmp_path: Path) -> None:
    await close_tier_1(job)
    [a1, a2, a3] = await keys(job, "A1", "A2", "A3")
    async with opened(tmp_path, "bo") as other:
        await job.decisions.decide([a1], Disposition.LONGLISTED)
        edits: tuple[Edit, ...] = (
            Change("education", MONTHS),
            Turn("nationality"),
            Change("language-en", NATIVE),
        )
        for number, (key, edit) in enumerate(zip((a1, a2, a3), edits, strict=True)):
            disposition = list(Disposition)[2 - number % 2]
            done = await asyncio.gather(
                job.criteria.change("24501", [edit], reason="Agreed."),
                other.decisions.decide([key], disposition),
                return_exceptions=True,
            )
            assert all(not isinstance(one, BaseException) or isinstance(one, Conflict) for one in done)
        await job.criteria.settle()
    await whole(tmp_path)


@pytest.mark.parametrize("frozen", [False, True])
async def test_a_verdict_meanwhile_disturbs_no_change_and_a_correction_does(
    job: Services, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, frozen: bool
) -> None:
    await close_tier_1(job)
    [a1, a2, a3] = await keys(job, "A1", "A2", "A3")
    await job.decisions.decide([a1], Disposition.LONGLISTED)
    if not frozen:
        await job.history.undo()
    rounds: list[int] = []
    async with opened(tmp_path, "bo") as other:

        async def beside(
            room: Room, before: VacancyRecord, after: VacancyRecord, *steps: Steps | None
        ) -> everybody.Result:
            rounds.append(len(rounds))
            result = await everybody.judged_beside(room, before, after, *steps)
            if correcting:
                await other.candidates.correct(a3, "employment/0/start", f"20{10 + len(rounds)}-01-01")
            else:
                await other.candidates.note([a2], "Asked for a call.")
                await other.candidates.tag([a2], add=["seen"])
            return result

        monkeypatch.setattr(criteria, "judged_beside", beside)
        correcting = False
        await job.criteria.change("24501", [Change("education", MONTHS)], reason="Agreed.")
        assert rounds == [0]
        correcting = True
        with pytest.raises(Conflict, match="again and again"):
            await job.criteria.change("24501", [Turn("nationality")], reason="Agreed.")
        assert rounds == [0, 1, 2, 3]
        await job.criteria.settle()
    await whole(tmp_path)

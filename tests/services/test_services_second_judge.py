"""A large vacancy is screened by two processes: the same comes of it, also where the second one fails."""

from __future__ import annotations

import asyncio
import sys
from typing import TYPE_CHECKING

import pytest

from recruiter_tui.services import full_screening, judging, second_judge
from recruiter_tui.services.full_screening import FullScreening
from recruiter_tui.services.portions import Telling
from recruiter_tui.services.second_judge import SecondJudge
from tests.services.services_job import keys
from tests.services.test_services_full_screening import kept_and_judged

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Sequence
    from pathlib import Path

    from recruiter_tui.services import Services
    from recruiter_tui.services.portions import Portion
    from recruiter_tui.services.screening import Screened

LONG = 60
"""Seconds that a new process may take at most."""


class Shares:
    """Which applications each process judged."""

    def __init__(self) -> None:
        """Know of none yet."""
        self.first: list[int] = []
        self.second: list[int] = []
        self.processes: list[SecondJudge] = []


@pytest.fixture
def shares(monkeypatch: pytest.MonkeyPatch) -> Shares:
    """Let a second process help with six applications, two to a portion, and take at least one of them."""
    told, has_helped = Shares(), asyncio.Event()
    first, second = FullScreening._judge, SecondJudge.judge

    async def judge(self: FullScreening, some: list[int]) -> Portion:
        await asyncio.wait_for(has_helped.wait(), LONG)
        told.first += some
        return await first(self, some)

    async def helped(self: SecondJudge, some: Sequence[int]) -> Portion | None:
        told.processes.append(self)
        try:
            found = await second(self, some)
        finally:
            has_helped.set()
        told.second += some if found else []
        return found

    monkeypatch.setattr(full_screening, "_CHUNK", 2)
    monkeypatch.setattr(second_judge, "WORTH", 1)
    monkeypatch.setattr(second_judge, "_processors", lambda: 2)
    monkeypatch.setattr(FullScreening, "_judge", judge)
    monkeypatch.setattr(SecondJudge, "judge", helped)
    return told


def told(screened: Screened) -> list[tuple[object, ...]]:
    """Return all that a screening says."""
    return [(one.row, one.reasons, one.findings) for one in screened.applications]


@pytest.mark.parametrize("packed", [False, True])
@pytest.mark.parametrize("telling", [Telling(), Telling(whole=False), Telling(passages=False)])
async def test_two_come_to_what_one_comes_to(
    job: Services,
    telling: Telling,
    monkeypatch: pytest.MonkeyPatch,
    request: pytest.FixtureRequest,
    *,
    packed: bool,
) -> None:
    alone = await job.screening.screen("24501", telling=telling)
    shares: Shares = request.getfixturevalue("shares")
    monkeypatch.setattr(full_screening, "_MANY", 3 if packed else 9)
    together = await job.screening.screen("24501", telling=telling)
    assert told(together) == told(alone)
    assert shares.second
    assert sorted(shares.first + shares.second) == await keys(job, "A1", "A2", "A3", "A4", "A5", "A6")
    stored, judged = await kept_and_judged(job)
    assert stored == judged


async def test_another_policy_is_looked_at_by_both(job: Services, shares: Shares) -> None:
    look = await job.screening.screen("24501", "sum")
    assert look.policy == "sum"
    assert shares.second
    assert {one.findings[1].inputs["policy"] for one in look.applications} == {"sum"}


async def test_a_second_process_that_dies_leaves_its_share_to_the_first(
    job: Services, shares: Shares, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(second_judge, "_bootstrap", lambda: "import sys; sys.exit(3)")
    screened = await job.screening.screen("24501")
    assert (len(screened.applications), shares.second) == (6, [])
    assert sorted(shares.first) == await keys(job, "A1", "A2", "A3", "A4", "A5", "A6")


@pytest.mark.parametrize(
    "said", ["print('Welcome to this machine', flush=True)", "print('12345678' * 9, flush=True)"]
)
async def test_a_second_process_that_says_something_else_is_not_used(
    job: Services, shares: Shares, monkeypatch: pytest.MonkeyPatch, said: str
) -> None:
    """An interpreter may run somebody's own lines before ours."""
    real = second_judge._bootstrap
    monkeypatch.setattr(second_judge, "_bootstrap", lambda: f"{said}\n{real()}")
    screened = await job.screening.screen("24501")
    assert (len(screened.applications), shares.second) == (6, [])


async def test_where_no_second_process_can_start_the_first_does_it_all(
    job: Services, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(second_judge, "WORTH", 1)
    monkeypatch.setattr(second_judge, "_processors", lambda: 2)
    monkeypatch.setattr(sys, "executable", str(tmp_path / "gone" / "python"))
    assert len((await job.screening.screen("24501")).applications) == 6


async def test_one_that_read_other_rules_is_not_used(
    job: Services, shares: Shares, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = judging.read_by_rules
    monkeypatch.setattr(full_screening, "read_by_rules", lambda record: (*real(record), "other"))
    await job.screening.screen("24501")
    assert shares.second == []


async def test_what_somebody_corrected_meanwhile_is_judged_again(
    job: Services, shares: Shares, monkeypatch: pytest.MonkeyPatch
) -> None:
    counted: Callable[..., Awaitable[Portion | None]] = SecondJudge.judge

    async def corrected(self: SecondJudge, some: Sequence[int]) -> Portion | None:
        found = await counted(self, some)
        if found is not None and len(shares.second) == len(some):
            await job.candidates.correct(some[0], "languages/0/level", "basic")
        return found

    monkeypatch.setattr(SecondJudge, "judge", corrected)
    screened = await job.screening.screen("24501")
    stored, judged = await kept_and_judged(job)
    assert stored == judged
    [one] = [one for one in screened.applications if one.row.key == shares.second[0]]
    assert "basic" in {each.criterion: each.why for each in one.reasons}["language-en"]


async def test_no_process_stays_behind(job: Services, shares: Shares) -> None:
    await job.screening.screen("24501")
    assert all(one._process.poll() is not None for one in shares.processes)


def test_few_applications_and_a_single_processor_are_not_worth_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(second_judge, "_processors", lambda: 2)
    assert second_judge.is_worth_it(second_judge.WORTH)
    assert not second_judge.is_worth_it(second_judge.WORTH - 1)
    monkeypatch.setattr(second_judge, "_processors", lambda: 1)
    assert not second_judge.is_worth_it(second_judge.WORTH)

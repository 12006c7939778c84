"""Screening a vacancy in portions: each written while the next is judged, and all as the store stands."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

import pytest

from recruiter_tui.domain.errors import Conflict, Refused
from recruiter_tui.domain.finding import Outcome
from recruiter_tui.domain.notice_edit import Turn
from recruiter_tui.services import full_screening, portions
from recruiter_tui.services.full_screening import FullScreening
from recruiter_tui.services.judging import Judge
from recruiter_tui.services.portions import Telling
from recruiter_tui.services.room import Room
from tests.services.services_job import keys

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from recruiter_tui.services import Services
    from recruiter_tui.services.criteria import CriteriaChanged
    from recruiter_tui.services.portions import Portion, Result
    from recruiter_tui.store.reading import Reader
    from recruiter_tui.store.records import Applicant, Screened


@pytest.fixture(autouse=True)
def small_portions(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take two at a time."""
    monkeypatch.setattr(full_screening, "_CHUNK", 2)


def after_judging(
    monkeypatch: pytest.MonkeyPatch, portion: int, work: Callable[[], Awaitable[object]]
) -> None:
    """Do something of somebody else's once a portion is judged and not yet written."""
    real, judged = FullScreening._judge, []

    async def judge(self: FullScreening, some: list[int]) -> Portion:
        found = await real(self, some)
        judged.append(some)
        if len(judged) == portion:
            await work()
        return found

    monkeypatch.setattr(FullScreening, "_judge", judge)


async def kept_and_judged(job: Services) -> tuple[dict[int, bytes], dict[int, bytes | None]]:
    """Return the findings that are kept, and those that judging everybody gives."""

    def ask(reader: Reader) -> tuple[dict[int, bytes], dict[int, bytes | None]]:
        judge = Judge(reader.vacancy(1))
        judged = {one.key: judge.screened(one).findings for one in reader.applicants(1)}
        return reader.findings(judged), judged

    return await job.history._room.read(ask)


async def test_a_correction_between_judging_and_writing_is_judged_again(
    job: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    [a3] = await keys(job, "A3")  # of the second portion

    async def correct() -> None:
        await job.candidates.correct(a3, "employment/0/start", "2015-01-01")

    after_judging(monkeypatch, 2, correct)
    screened = await job.screening.screen("24501", telling=Telling(passages=False))
    kept, judged = await kept_and_judged(job)
    assert kept == judged
    shown = {one.row.key: one for one in screened.applications}
    assert "2015-01-01" in str(shown[a3].findings)


async def test_its_own_writes_are_nobody_elses(job: Services, monkeypatch: pytest.MonkeyPatch) -> None:
    again: list[int] = []
    await job.criteria.change("24501", [Turn("language-en")])
    real = portions.judged

    def judged(judge: Judge, telling: Telling, filed: Applicant) -> tuple[Screened, Result]:
        again.append(filed.key)
        return real(judge, telling, filed)

    monkeypatch.setattr(full_screening, "judged", judged)
    screened = await job.screening.screen("24501")
    assert len(again) == len(set(again)) == len(screened.applications) == 6


async def test_portions_ready_at_once_are_written_one_after_the_other(
    job: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Else the second would take the entry of the first for somebody's, and judge everybody of it again."""
    under_way: list[int] = []
    write, keep = Room.write, FullScreening._keep

    async def counted(self: Room, *told: Any, **more: Any) -> object:  # noqa: ANN401 - as it was called
        under_way.append(1)
        assert len(under_way) == 1
        done: object = await write(self, *told, **more)
        under_way.pop()
        return done

    async def halved(self: FullScreening, portion: Portion) -> None:
        one = portion._replace(keys=portion.keys[:1], judged=portion.judged[:1])
        other = portion._replace(keys=portion.keys[1:], judged=portion.judged[1:])
        await asyncio.gather(keep(self, one), keep(self, other))

    monkeypatch.setattr(Room, "write", counted)
    monkeypatch.setattr(FullScreening, "_keep", halved)
    assert len((await job.screening.screen("24501")).applications) == 6


async def test_changed_criteria_end_it_without_mixing_results(
    job: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def change() -> None:
        await job.criteria.change("24501", [Turn("language-en")])

    after_judging(monkeypatch, 2, change)
    with pytest.raises(Conflict, match="were changed meanwhile"):
        await job.screening.screen("24501")
    await job.criteria.settle()
    kept, judged = await kept_and_judged(job)
    assert kept == judged


async def test_what_is_judged_when_it_is_called_off_is_kept(
    job: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    steps: list[int] = []
    written: list[int] = []
    real = FullScreening._keep

    async def keep(self: FullScreening, portion: Portion) -> None:
        await real(self, portion)
        written.extend(portion.keys)

    monkeypatch.setattr(FullScreening, "_keep", keep)
    with pytest.raises(Refused, match="was cancelled"):
        await job.screening.screen(
            "24501", progress=lambda done, _total: steps.append(done), cancelled=lambda: len(steps) > 2
        )
    assert steps == [0, 2, 4]
    assert len(written) == 4


@pytest.mark.parametrize("passages", [True, False])
async def test_very_many_are_held_packed_and_read_the_same(
    job: Services, monkeypatch: pytest.MonkeyPatch, *, passages: bool
) -> None:
    plain = await job.screening.screen("24501", telling=Telling(passages=passages))
    monkeypatch.setattr(full_screening, "_MANY", 3)
    packed = await job.screening.screen("24501", telling=Telling(passages=passages))
    assert all(isinstance(one.result.told, bytes) for one in packed.applications)
    for one, other in zip(plain.applications, packed.applications, strict=True):
        assert one.row == other.row
        assert [str(each.reason) for each in one.findings] == [str(each.reason) for each in other.findings]
        assert [each.evidence for each in one.findings] == [each.evidence for each in other.findings]


async def test_criteria_that_change_between_two_portions_end_it_too(
    job: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The next portion is read after the change, so that nothing of it seems to have moved since."""
    real, kept = FullScreening._keep, []
    turned: list[CriteriaChanged] = []

    async def keep(self: FullScreening, portion: Portion) -> None:
        await real(self, portion)
        kept.append(portion)

    async def judge(self: FullScreening, some: list[int]) -> Portion:
        if kept and not turned:
            turned.append(await job.criteria.change("24501", [Turn("language-en")]))
        return await plain(self, some)

    plain = FullScreening._judge
    monkeypatch.setattr(FullScreening, "_keep", keep)
    monkeypatch.setattr(FullScreening, "_judge", judge)
    with pytest.raises(Conflict, match="were changed meanwhile"):
        await job.screening.screen("24501")
    await job.criteria.settle()
    stored, judged = await kept_and_judged(job)
    assert stored == judged


@pytest.mark.parametrize("packed", [False, True])
async def test_reasons_alone_are_those_of_the_findings(
    job: Services, monkeypatch: pytest.MonkeyPatch, *, packed: bool
) -> None:
    [a1] = await keys(job, "A1")
    await job.screening.overrule(a1, "language-en", Outcome.NOT_MET, "Not in the interview.")
    whole = await job.screening.screen("24501")
    monkeypatch.setattr(full_screening, "_MANY", 3 if packed else 9)
    bare = await job.screening.screen("24501", telling=Telling(whole=False))
    assert [one.reasons for one in bare.applications] == [one.reasons for one in whole.applications]
    assert all(isinstance(one.result.told, bytes) is packed for one in bare.applications)
    assert bare.applications[0].findings == ()
    assert ("not met", "language-en", True) in [one[:3] for one in bare.applications[0].reasons]


async def test_reasons_of_a_blind_vacancy_are_masked(job: Services) -> None:
    await job.blind.turn("24501", on=True)
    whole = await job.screening.screen("24501")
    bare = await job.screening.screen("24501", telling=Telling(whole=False))
    assert [one.reasons for one in bare.applications] == [one.reasons for one in whole.applications]

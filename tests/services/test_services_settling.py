"""Findings that a change outran are brought in step in the background: little is judged, nothing is lost."""

from __future__ import annotations

import asyncio
import gc
import json
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from recruiter_tui.domain.application import Disposition
from recruiter_tui.domain.finding import Finding, Outcome, Override
from recruiter_tui.domain.notice_edit import Change, Turn
from recruiter_tui.domain.requirement import Kind, Necessity
from recruiter_tui.services import concerned, everybody, settling
from recruiter_tui.services.judging import Judge
from recruiter_tui.store import codec
from recruiter_tui.store.dumping import Dumper
from recruiter_tui.store.marks import marks_of
from tests.services.services_job import keys, opened
from tests.services.test_services_rejudging import MONTHS, NATIVE, counts, judged, stored

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from recruiter_tui.domain.requirement import Criterion
    from recruiter_tui.domain.screening import Screening
    from recruiter_tui.services import Services
    from recruiter_tui.store.records import Applicant

SHORTER = Change("education", MONTHS)


@pytest.fixture(autouse=True)
def _as_if_many(monkeypatch: pytest.MonkeyPatch) -> None:
    """Treat six applications as if they were thousands: two to a chunk."""
    monkeypatch.setattr(everybody, "FEW", 0)
    monkeypatch.setattr(concerned, "FEW", 0)
    monkeypatch.setattr(settling, "_CHUNK", 2)


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return what the rules are asked about from now on: criteria by their ids, `all` for everything."""
    told: list[str] = []
    one, everything = Judge.finding, Judge.judged

    def finding(self: Judge, criterion: Criterion, filed: Applicant) -> object:
        told.append(criterion.id)
        return one(self, criterion, filed)

    def wholly(self: Judge, filed: Applicant) -> Screening:
        told.append("all")
        return everything(self, filed)

    monkeypatch.setattr(Judge, "finding", finding)
    monkeypatch.setattr(Judge, "judged", wholly)
    return told


async def test_only_what_changed_is_judged_though_two_changes_outran_it(
    job: Services, asked: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(settling.Settling, "resume", lambda _: None)
        await job.criteria.change("24501", [SHORTER])
        await job.criteria.change("24501", [Change("language-en", NATIVE)])
    asked.clear()
    job.history._room.settling.resume()
    await job.criteria.settle()
    assert sorted(asked) == ["education"] * 6 + ["language-en"] * 6
    assert await stored(job) == await judged(job)


async def test_a_chunk_is_one_entry_of_the_journal(job: Services) -> None:
    before = (await job.history.entries(1))[0].sequence
    await job.criteria.change("24501", [SHORTER])
    await job.criteria.settle()
    entries = [one for one in await job.history.entries(20) if one.sequence > before]
    assert [one.summary for one in entries[:-1]] == ["findings on 2 applications of V1 written"] * 3


async def test_findings_that_lack_a_part_are_judged_wholly(
    job: Services, asked: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = codec.parts_of

    def lacking(body: bytes) -> Mapping[str, bytes]:
        return {name: part for name, part in whole(body).items() if name != "nationality"}

    monkeypatch.setattr(codec, "parts_of", lacking)
    await job.criteria.change("24501", [SHORTER])
    asked.clear()
    await job.criteria.settle()
    assert asked == ["all"] * 6
    assert await stored(job) == await judged(job)


async def test_whom_a_person_rules_on_meanwhile_keeps_the_ruling(job: Services) -> None:
    [a3] = await keys(job, "A3")
    await job.criteria.change("24501", [Turn("education")])
    await job.screening.overrule(a3, "education", Outcome.MET, "Seen the papers.")
    await job.criteria.settle()
    assert await stored(job) == await judged(job)
    assert (await stored(job))[a3].overruled


async def test_what_a_ruling_would_change_and_a_comparison_are_told_before_all_is_explained(
    job: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    both = await keys(job, "A1", "A3")
    with monkeypatch.context() as patched:
        patched.setattr(settling.Settling, "resume", lambda _: None)
        await job.criteria.change("24501", [Turn("nationality")])
    early = (
        await job.overruling.whom_changes(both, "education", Outcome.NOT_MET),
        await job.comparison.compare(both),
    )
    job.history._room.settling.resume()
    await job.criteria.settle()
    assert early[0]
    assert early == (
        await job.overruling.whom_changes(both, "education", Outcome.NOT_MET),
        await job.comparison.compare(both),
    )
    await job.overruling.overrule(both, "education", Outcome.NOT_MET, "Seen.")


async def test_a_change_is_taken_back_and_made_again_while_it_is_explained(job: Services) -> None:
    await job.criteria.change("24501", [SHORTER])
    first = counts(await stored(job))
    for _ in range(3):
        await job.history.undo()
        await asyncio.sleep(0)
        await job.history.redo()
    assert counts(await stored(job)) == first
    await job.criteria.settle()
    assert await stored(job) == await judged(job)
    assert (await job.history.verify()).ok


async def test_whoever_quits_meanwhile_finds_the_change_whole_and_the_rest_explained_later(
    job: Services, tmp_path: Path
) -> None:
    await job.decisions.decide(await keys(job, "A1"), Disposition.LONGLISTED)
    await job.criteria.change("24501", [SHORTER], reason="Agreed.")
    await job.close()
    async with opened(tmp_path) as later:
        assert counts(await stored(later)) == counts(await judged(later))
        assert (await later.criteria.as_of("24501", 1)).differences == ()
        assert (await later.criteria.as_of("24501", 2)).differences == ()
        await later.criteria.change("24501", [Turn("nationality")], reason="Agreed too.")
        await later.criteria.settle()
        assert await stored(later) == await judged(later)
        assert (await later.history.verify()).ok


def test_the_parts_of_findings_are_those_that_were_put_together() -> None:
    odd = '{"criterion":"x\\",' + ',{"criterion":"y"'
    body = codec.joined(
        [f'{{"criterion":{json.dumps(odd)},"kind":"skill"}}'.encode(), b'{"criterion":"b","kind":"z"}']
    )
    assert list(codec.parts_of(body)) == [odd, "b"]
    assert codec.parts_of(codec.joined([])) == {}


def test_findings_dumped_with_what_many_share_are_the_very_bytes_of_each_alone() -> None:
    shared = Finding("a", Kind.SKILL, Necessity.ESSENTIAL, None, "A person judges this.")
    other = replace(shared, reason="A person judges this at the interview.")
    met = Finding("b", Kind.DEADLINE, Necessity.ESSENTIAL, Outcome.MET, "In time.", {"margin": 1.5})
    ruled = replace(shared, override=Override(Outcome.MET, "Seen.", "me", "2026-11-22"))
    dumper = Dumper()
    for findings in ((shared, met, shared), (met, other), (ruled, met, met), (shared,), ()):
        assert dumper.dump(findings) == (codec.dump_findings(findings), marks_of(findings))


async def test_the_collector_is_as_before_once_everybody_was_screened(job: Services) -> None:
    was = gc.get_freeze_count(), gc.isenabled()
    await job.screening.screen("24501")
    assert (gc.get_freeze_count(), gc.isenabled()) == was

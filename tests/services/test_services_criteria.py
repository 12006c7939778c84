"""Criteria after the first verdict: a reason, a new version, exact flips, and the old findings for ever."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

import pytest

from recruiter_tui.domain.application import Disposition
from recruiter_tui.domain.crosswalk import CONVENTION
from recruiter_tui.domain.errors import NotFound, Refused
from recruiter_tui.domain.finding import Outcome
from recruiter_tui.domain.notice_edit import Change, Drop, Turn
from recruiter_tui.domain.requirement import Branch, DegreeLevel, EducationExperience
from tests.services.services_job import close_tier_1, keys, row, write_pile

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from recruiter_tui.domain.flips import Flip
    from recruiter_tui.services import Services


async def frozen(job: Services) -> Services:
    """Give the first verdict."""
    await job.decisions.decide(await keys(job, "A1"), Disposition.LONGLISTED)
    return job


async def education(job: Services, master: int) -> Change:
    """Return the edit that asks for other months with a master's degree."""
    criteria = (await job.vacancies.get("24501")).notice.criteria
    was = next(one for one in criteria if isinstance(one, EducationExperience))
    branches = (Branch(DegreeLevel.MASTER, master), Branch(DegreeLevel.BACHELOR, 84))
    return Change("education", EducationExperience(id="education", text=was.text, alternatives=branches))


def told(flips: Sequence[Flip]) -> list[tuple[str, str, str, str]]:
    return [(one.application, one.criterion, one.before, one.after) for one in flips]


async def outcome(job: Services, name: str) -> Outcome | None:
    [found] = await job.candidates.rows(await keys(job, name))
    return found.outcome


async def test_before_the_first_verdict_the_version_is_edited_without_a_reason(job: Services) -> None:
    done = await job.criteria.change("24501", [await education(job, 12)])
    assert done.version == 1
    assert told(done.flips) == [
        ("A3", "outcome", "not met", "met"),
        ("A3", "education", "not met", "met"),
    ]
    assert await outcome(job, "A3") is Outcome.MET
    await job.history.undo()
    assert await outcome(job, "A3") is Outcome.NOT_MET
    assert (await job.criteria.as_of("24501", 1)).differences == ()


async def test_frozen_criteria_change_with_a_reason_into_a_new_version_and_back(job: Services) -> None:
    await frozen(job)
    edit = await education(job, 12)
    with pytest.raises(Refused, match="frozen since 2026-11-22 09:30 UTC"):
        await job.criteria.change("24501", [edit])
    assert await job.criteria.preview("24501", [edit])
    done = await job.criteria.change("24501", [edit], reason="The market is thin.")
    assert (done.version, len(done.flips)) == (2, 2)
    assert "of experience" in done.flips[0].why
    assert done.changed.summary.endswith("1 flipped")
    assert (await job.vacancies.get("24501")).criteria_version == 2
    assert await job.criteria.flips("24501", 2) == done.flips
    [first, second] = await job.criteria.versions("24501")
    assert (first.in_force, second.in_force, second.previous) == (False, True, 1)
    assert (second.reason, second.frozen_at is not None) == ("The market is thin.", True)
    await job.history.undo()
    assert (await job.vacancies.get("24501")).criteria_version == 1
    assert await outcome(job, "A3") is Outcome.NOT_MET
    await job.history.redo()
    assert (await job.vacancies.get("24501")).criteria_version == 2
    assert await outcome(job, "A3") is Outcome.MET
    assert (await job.history.verify()).ok


async def test_every_version_is_computed_again_from_its_inputs_whatever_came_since(job: Services) -> None:
    await frozen(job)
    [a3] = await keys(job, "A3")
    await job.screening.overrule(a3, "experience-1", Outcome.MET, "Registers seen")
    await job.rulings.relevance(a3, 0, "75 %", "Half of it was at sea")
    await job.criteria.change("24501", [await education(job, 12), Turn("language-en")], reason="Thin.")
    await job.criteria.change("24501", policy="epso/1; tier_gate=no", reason="Agreed with the board.")
    await job.candidates.correct(a3, "employment/0/start", "2010-01-01")
    await job.candidates.correct(a3, "nationalities", "DZ")
    for version in (1, 2, 3):
        found = await job.criteria.as_of("24501", version)
        assert found.differences == ()
        assert found.in_force is (version == 3)
        assert len(found.applications) == 6
    old = await job.criteria.as_of("24501", 1)
    a3_then = next(one for one in old.applications if one.application == "A3")
    assert a3_then.outcome is Outcome.NOT_MET
    assert next(one for one in a3_then.findings if one.criterion == "education").inputs["relevance"]
    with pytest.raises(NotFound, match="no criteria version 9"):
        await job.criteria.as_of("24501", 9)


async def test_a_result_that_was_tampered_with_is_reported(job: Services, tmp_path: Path) -> None:
    [a3] = await keys(job, "A3")
    with sqlite3.connect(tmp_path / "store.db") as other:
        swap = "UPDATE finding SET body = (SELECT body FROM finding WHERE id <> ? LIMIT 1) WHERE id = ?"
        other.execute(swap, (a3, a3))
    other.close()
    found = await job.criteria.as_of("24501", 1)
    assert "education" in {one.criterion for one in found.differences if one.application == "A3"}


async def test_a_criterion_is_dropped_and_a_policy_and_the_crosswalk_are_kept_with_the_version(
    job: Services,
) -> None:
    await frozen(job)
    done = await job.criteria.change("24501", [Drop("nationality")], reason="The post moved.")
    assert ("A4", "nationality", "not met", "not asked") in told(done.flips)
    levels = CONVENTION.moved("B2", 4, 4)
    done = await job.criteria.change("24501", crosswalk=levels, policy="opm", reason="Our own table.")
    assert done.flips == ()
    assert (await job.criteria.versions("24501"))[-1].crosswalk == levels
    assert (await job.vacancies.get("24501")).policy == "opm/1"
    nothing = await job.criteria.change("24501", policy="opm")
    assert (nothing.version, nothing.changed.sequence) == (3, 0)


async def test_the_gate_is_a_switch_of_the_policy(job: Services) -> None:
    await job.criteria.change("24501", policy="once-fte; tier_gate=no")
    await job.decisions.decide(await keys(job, "A2"), Disposition.SHORTLISTED)


async def test_jobs_are_ruled_on_and_the_ruling_is_remembered_whatever_the_dates(job: Services) -> None:
    [a1] = await keys(job, "A1")
    before = (await job.candidates.dossier(a1)).row.months_low
    assert before is not None
    await job.rulings.relevance(a1, 0, "50 %", "Half the duties were clerical")
    [ruled] = await job.rulings.jobs(a1)
    assert ruled.ruling is not None
    assert (str(ruled.ruling.share), ruled.ruling.by) == ("1/2", "awa")
    assert (await job.candidates.dossier(a1)).row.months_low == pytest.approx(before / 2)
    await job.candidates.correct(a1, "employment/0/start", "2021-11-21")
    dossier = await job.candidates.dossier(a1)
    assert dossier.row.months_low == pytest.approx(30)
    assert dossier.row.outcome is Outcome.NOT_MET
    for _ in range(2):
        await job.history.undo()
    assert (await job.candidates.dossier(a1)).row.months_low == before
    await job.rulings.relevance(a1, 0, "no")
    assert (await job.candidates.dossier(a1)).row.months_low == 0
    await job.rulings.relevance(a1, 0, None)
    assert (await job.candidates.dossier(a1)).row.months_low == before
    with pytest.raises(Refused, match="no share"):
        await job.rulings.relevance(a1, 0, "150 %")
    with pytest.raises(NotFound):
        await job.rulings.relevance(a1, 7, "no")


async def test_a_field_is_ruled_on_once_for_everybody_who_studied_it(job: Services, tmp_path: Path) -> None:
    criteria = (await job.vacancies.get("24501")).notice.criteria
    was = next(one for one in criteria if isinstance(one, EducationExperience))
    now = EducationExperience(
        id="education",
        text=was.text,
        alternatives=was.alternatives,
        fields_of_study=("Economics",),
        related_field=True,
    )
    await job.criteria.change("24501", [Change("education", now)])
    more = (
        row("B1", "Fatou Sall", degrees="master | Marine  Affairs | University of Dakar | 2012"),
        row("B2", "Gil Costa", degrees="master | marine affairs | University of Porto | 2012"),
    )
    await job.intake.load([write_pile(tmp_path, more, "more.csv")], "V1")
    assert await outcome(job, "B1") is Outcome.CANNOT_TELL
    question = next(one for one in await job.rulings.waiting("24501") if "arine" in one.subject)
    assert question.applications == tuple(await keys(job, "B1", "B2"))
    would = await job.rulings.whom_field_changes("24501", "Marine Affairs", related=True)
    assert {one.application for one in would} == {"B1", "B2"}
    assert await outcome(job, "B1") is Outcome.CANNOT_TELL
    with pytest.raises(Refused):
        await job.rulings.rule_field("24501", "Marine Affairs", related=True, reason=" ")
    words = "Half of it is economics"
    _, did = await job.rulings.rule_field("24501", "Marine Affairs", related=True, reason=words)
    assert did == would
    assert [await outcome(job, name) for name in ("B1", "B2")] == [Outcome.MET, Outcome.MET]
    later = (row("B3", "Hana Novak", degrees="master | MARINE AFFAIRS | University of Split | 2012"),)
    await job.intake.load([write_pile(tmp_path, later, "later.csv")], "V1")
    assert await outcome(job, "B3") is Outcome.MET
    await job.rulings.rule_field("24501", "Marine Affairs", related=None, reason="")
    assert await outcome(job, "B3") is Outcome.CANNOT_TELL
    await job.history.undo()
    assert await outcome(job, "B3") is Outcome.MET
    assert (await job.criteria.as_of("24501", 1)).differences == ()
    await close_tier_1(job)

"""A change of one criterion judges only that criterion, and comes to what judging everything comes to."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

import pytest

from recruiter_tui.domain.application import Disposition
from recruiter_tui.domain.finding import Outcome
from recruiter_tui.domain.notice_edit import Add, Change, Drop, Edit, Turn
from recruiter_tui.domain.requirement import (
    Branch,
    Channel,
    DegreeLevel,
    EducationExperience,
    ExperienceTopic,
    LanguageNeed,
    LanguageRequirement,
    Nationality,
    Tier,
)
from recruiter_tui.services import boarding, concerned, everybody
from recruiter_tui.services.judging import Judge, policy_of
from recruiter_tui.services.settling import Settling
from recruiter_tui.store import kept
from tests.services.services_job import keys

if TYPE_CHECKING:
    from pathlib import Path

    from recruiter_tui.services import Services
    from recruiter_tui.services.criteria import CriteriaChanged
    from recruiter_tui.store.reading import Reader
    from recruiter_tui.store.records import Screened, VacancyRecord

FRENCH = LanguageRequirement(id="language-fr", text="French", any_of=(LanguageNeed("fr", "basic"),))
NATIVE = LanguageRequirement(id="language-en", text="English", any_of=(LanguageNeed("en", "native"),))
MONTHS = EducationExperience(id="education", alternatives=(Branch(DegreeLevel.MASTER, 12),))
WHED = EducationExperience(
    id="education", alternatives=(Branch(DegreeLevel.MASTER, 60),), accreditation="listed in WHED"
)
EDITS: dict[str, Edit] = {
    "another level": Change("language-en", NATIVE),
    "other months": Change("education", MONTHS),
    "a flag more": Change("education", WHED),
    "an advantage now": Turn("education"),
    "a language more": Add(FRENCH),
    "a channel more": Add(Channel(id="channel", channel="e-recruitment")),
    "a language less": Drop("language-en"),
    "no rule on nationals": Drop("nationality"),
    "another country": Change("nationality", Nationality(id="nationality", country="FR")),
    "another topic": Change("experience-1", ExperienceTopic(id="experience-1", text="Boats")),
    "no education": Drop("education"),
    "another tier": Change("tier-1", Tier(id="tier-1", tier=1, nationalities=("FR",))),
}


@pytest.fixture
def outrun(monkeypatch: pytest.MonkeyPatch) -> None:
    """Treat six applications as if they were thousands, whose findings are written later, and not yet."""
    monkeypatch.setattr(everybody, "FEW", 0)
    monkeypatch.setattr(concerned, "FEW", 0)
    monkeypatch.setattr(Settling, "resume", lambda _: None)


@pytest.fixture(params=["few", "many"])
def _size(request: pytest.FixtureRequest) -> None:
    if request.param == "many":
        request.getfixturevalue("outrun")


async def settled(job: Services) -> None:
    """Write the findings that a change outran."""
    while await job.history._room.settling._step(1):
        pass


async def stored(job: Services) -> dict[int, Screened]:
    """Return what is kept of everybody; findings that were outrun are left out."""

    def ask(reader: Reader) -> dict[int, Screened]:
        keys = reader.roll(1, "key")
        bodies = reader.findings(keys)
        found = kept.kept(reader, keys).values()
        return {
            one.result.application: one.result._replace(findings=bodies.get(one.result.application))
            for one in found
        }

    return await job.history._room.read(ask)


async def judged(job: Services) -> dict[int, Screened]:
    """Return what judging everything gives."""

    def ask(reader: Reader) -> dict[int, Screened]:
        judge = Judge(reader.vacancy(1))
        return {one.key: judge.screened(one) for one in reader.applicants(1)}

    return await job.history._room.read(ask)


def counts(results: dict[int, Screened]) -> list[Screened]:
    """Return what counts of results."""
    return [one._replace(findings=None) for one in results.values()]


async def changed(job: Services, edit: Edit) -> CriteriaChanged:
    return await job.criteria.change("24501", [edit])


@pytest.mark.usefixtures("_size")
@pytest.mark.parametrize("name", EDITS)
async def test_what_is_kept_after_a_change_is_what_judging_everything_gives(job: Services, name: str) -> None:
    before = {one.application: one for one in await job.candidates.rows(await job.candidates.roll("V1"))}
    done = await changed(job, EDITS[name])
    after = {one.application: one for one in await job.candidates.rows(await job.candidates.roll("V1"))}
    assert counts(await stored(job)) == counts(await judged(job))
    flipped = {one.application for one in done.flips if one.criterion == "outcome"}
    assert flipped == {name for name, row in after.items() if row.outcome is not before[name].outcome}
    assert all(one.why for one in done.flips)
    assert (await job.criteria.as_of("24501", 1)).differences == ()
    assert (await job.history.verify()).ok
    await settled(job)
    assert await stored(job) == await judged(job)
    assert (await job.criteria.as_of("24501", 1)).differences == ()
    assert (await job.history.verify()).ok


@pytest.mark.parametrize("name", EDITS)
async def test_many_flip_as_few_do(job: Services, name: str, request: pytest.FixtureRequest) -> None:
    few = await job.criteria.preview("24501", [EDITS[name]])
    request.getfixturevalue("outrun")
    assert await job.criteria.preview("24501", [EDITS[name]]) == few


@pytest.mark.usefixtures("_size")
@pytest.mark.parametrize("name", EDITS)
async def test_a_change_taken_back_and_made_again_leaves_everybody_as_before(
    job: Services, name: str
) -> None:
    before = await stored(job)
    await changed(job, EDITS[name])
    after = counts(await stored(job))
    await job.history.undo()
    assert counts(await stored(job)) == counts(before)
    await job.history.redo()
    assert counts(await stored(job)) == after
    assert counts(await stored(job)) == counts(await judged(job))
    await job.history.undo()
    await settled(job)
    assert await stored(job) == before
    assert (await job.history.verify()).ok


@pytest.mark.usefixtures("outrun")
async def test_findings_that_a_change_outran_are_told_by_the_rules(job: Services) -> None:
    [a3] = await keys(job, "A3")
    await changed(job, EDITS["other months"])
    assert (await stored(job))[a3].findings is None
    told = {one.criterion: one for one in (await job.candidates.dossier(a3)).findings}
    assert told["education"].outcome is Outcome.MET
    assert "12 months" in str(told["education"].inputs["branches"]) or told["education"].inputs["branches"]
    assert list(await job.candidates.roll("V1", "finding.education:met")) == list(
        await job.candidates.roll("V1", "education:met")
    )
    compared = await job.comparison.compare(await keys(job, "A1", "A3"))
    assert compared.lines
    assert (await job.rulings.waiting("24501")) == await _waiting_when_settled(job)


async def _waiting_when_settled(job: Services) -> object:
    await settled(job)
    return await job.rulings.waiting("24501")


@pytest.mark.usefixtures("outrun")
async def test_a_version_whose_findings_were_outrun_is_archived_with_all_of_them(job: Services) -> None:
    await job.decisions.decide(await keys(job, "A1"), Disposition.LONGLISTED)
    for name in ("other months", "another level", "a language more"):
        await job.criteria.change("24501", [EDITS[name]], reason="Agreed.")
    for version in (1, 2, 3, 4):
        found = await job.criteria.as_of("24501", version)
        assert found.differences == ()
        assert all(one.findings for one in found.applications)
    assert (await job.history.verify()).ok


@pytest.mark.usefixtures("outrun")
async def test_a_result_that_counts_otherwise_than_the_rules_say_is_reported(
    job: Services, tmp_path: Path
) -> None:
    await changed(job, EDITS["other months"])
    with sqlite3.connect(tmp_path / "store.db") as other:
        other.execute("UPDATE screening SET marks = replace(marks, 'm', 'n') WHERE id = 1")
    other.close()
    assert {one.application for one in (await job.criteria.as_of("24501", 1)).differences} == {"A1"}
    assert not (await job.history.verify()).ok


@pytest.mark.usefixtures("outrun")
async def test_screening_again_brings_all_findings_in_step(job: Services) -> None:
    await changed(job, EDITS["other months"])
    await job.screening.screen("24501")
    assert await stored(job) == await judged(job)


async def test_the_background_brings_findings_in_step_and_ends_with_the_services(
    job: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(everybody, "FEW", 0)
    await changed(job, EDITS["other months"])
    await job.criteria.settle()
    assert await stored(job) == await judged(job)
    await changed(job, EDITS["another level"])
    await job.close()
    assert counts(await stored(job)) == counts(await judged(job))


@pytest.mark.usefixtures("outrun")
async def test_a_correction_meanwhile_is_judged_by_the_criteria_that_hold(job: Services) -> None:
    [a3] = await keys(job, "A3")
    await changed(job, EDITS["other months"])
    await job.candidates.correct(a3, "employment/0/start", "2026-10-01")
    assert (await stored(job))[a3].findings is not None
    assert counts(await stored(job)) == counts(await judged(job))
    await settled(job)
    assert await stored(job) == await judged(job)


@pytest.mark.usefixtures("_size")
async def test_flags_that_went_are_gone_from_the_list_too(job: Services) -> None:
    await changed(job, EDITS["a flag more"])
    assert all("accreditation-not-checked" in one.flags for one in (await stored(job)).values())
    await changed(job, EDITS["other months"])
    assert not any("accreditation-not-checked" in one.flags for one in (await stored(job)).values())


@pytest.mark.usefixtures("_size")
async def test_whom_a_person_overruled_is_judged_wholly(job: Services) -> None:
    [key] = await keys(job, "A3")
    await job.screening.overrule(key, "education", Outcome.MET, "Seen the papers.")
    await changed(job, EDITS["another level"])
    assert counts(await stored(job)) == counts(await judged(job))
    assert (await stored(job))[key].overruled


@pytest.mark.usefixtures("outrun")
@pytest.mark.parametrize("policy", ["once-fte", "once-fte; in_lieu_months=24", "once-fte-after-degree"])
async def test_thresholds_move_outcomes_without_anybodys_facts(
    job: Services, policy: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(boarding, "_MOST_AHEAD", 0)  # no other policy joins the board
    await job.criteria.change("24501", policy=policy)
    for months in (12, 60, 200, 300, None):
        branches = (Branch(DegreeLevel.MASTER, months),)
        await changed(job, Change("education", EducationExperience(id="education", alternatives=branches)))
        assert counts(await stored(job)) == counts(await judged(job))
        board = await job.whatif.prepare("24501")
        assert board == await job.whatif._boards._built(*await _built_from(job))


async def _built_from(job: Services) -> tuple[VacancyRecord, str]:
    """Return what a board is built from by judging everybody."""
    record = await job.history._room.read(lambda reader: reader.vacancy(1))
    return record, policy_of(record.line.policy or "once-fte", None).spec

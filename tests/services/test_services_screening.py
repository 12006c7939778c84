"""What the rules find, and what persons find in their place."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from recruiter_tui.domain.application import Disposition
from recruiter_tui.domain.errors import Conflict, NotFound, Refused
from recruiter_tui.domain.finding import Outcome
from recruiter_tui.domain.query import QueryError
from recruiter_tui.services.portions import Telling
from tests.services.services_job import close_tier_1, keys

if TYPE_CHECKING:
    from recruiter_tui.services import Services
    from recruiter_tui.services.views import ApplicationRow


async def one(services: Services, application: str) -> ApplicationRow:
    [found] = await services.candidates.rows(await keys(services, application))
    return found


async def named(services: Services, query: str, sort: str = "application") -> list[str]:
    found = await services.candidates.roll("V1", query, sort)
    return [line.application for line in await services.candidates.rows(found)]


async def test_an_import_is_screened_at_once(job: Services) -> None:
    found = {name: await one(job, name) for name in ("A1", "A2", "A3", "A4", "A5", "A6")}
    assert [line.outcome for line in found.values()] == [
        Outcome.MET,
        Outcome.MET,
        Outcome.NOT_MET,
        Outcome.NOT_MET,
        Outcome.NOT_MET,
        Outcome.MET,
    ]
    assert [line.tier for line in found.values()] == [1, 2, 2, 2, 2, 1]
    assert found["A3"].education_experience is Outcome.NOT_MET
    assert found["A4"].eligibility is Outcome.NOT_MET
    assert found["A5"].deadline is Outcome.NOT_MET
    assert found["A3"].months_low == pytest.approx(22.667, abs=0.01)


async def test_screening_again_tells_every_finding_and_changes_nothing(job: Services) -> None:
    before = await job.history.entries(1)
    screened = await job.screening.screen("24501")
    assert (screened.vacancy, screened.criteria_version, screened.policy) == ("24501", 1, "once-fte")
    first = screened.applications[0]
    assert [finding.criterion for finding in first.findings] == [
        "deadline",
        "education",
        "language-en",
        "experience-1",
        "nationality",
        "tier-1",
        "tier-2",
    ]
    assert await job.history.entries(1) == before


async def test_another_policy_is_a_look_unless_it_is_to_be_kept(job: Services) -> None:
    look = await job.screening.screen("24501", "sum", telling=Telling(passages=False))
    assert look.policy == "sum"
    assert (await job.vacancies.get("24501")).policy == "once-fte"
    await job.screening.screen("24501", "sum", keep=True)
    assert (await job.vacancies.get("24501")).policy == "sum"
    assert (await job.screening.screen("24501")).policy == "sum"
    assert "once-fte-after-degree" in job.screening.policies()
    with pytest.raises(Refused, match="there is no policy 'guess'"):
        await job.screening.screen("24501", "guess")


async def test_a_ruling_stands_beside_the_machines_outcome_and_moves_the_applications(job: Services) -> None:
    [a3] = await keys(job, "A3")
    changed = await job.screening.overrule(a3, "education", Outcome.MET, "Papers of 2012 seen")
    assert changed.summary == "A3: education is met"
    dossier = await job.candidates.dossier(a3)
    finding = next(finding for finding in dossier.findings if finding.criterion == "education")
    assert finding.outcome is Outcome.NOT_MET
    assert finding.override is not None
    assert (finding.override.outcome, finding.override.by) == (Outcome.MET, "awa")
    assert (dossier.row.outcome, dossier.row.overruled) == (Outcome.MET, True)
    await job.screening.overrule(a3, "education", Outcome.CANNOT_TELL, "Papers unclear")
    assert (await one(job, "A3")).outcome is Outcome.CANNOT_TELL
    await job.history.undo()
    assert (await one(job, "A3")).outcome is Outcome.MET
    await job.history.undo()
    back = await one(job, "A3")
    assert (back.outcome, back.overruled) == (Outcome.NOT_MET, False)
    await job.history.redo()
    assert (await one(job, "A3")).outcome is Outcome.MET


async def test_a_ruling_is_taken_back_or_refused(job: Services) -> None:
    await close_tier_1(job)
    [seen] = await job.candidates.rows(await keys(job, "A3"))
    with pytest.raises(Refused, match="without a reason"):
        await job.screening.overrule(seen.key, "education", Outcome.MET, " ")
    with pytest.raises(NotFound, match="A3 has no finding on 'height'"):
        await job.screening.overrule(seen.key, "height", Outcome.MET, "Tall")
    with pytest.raises(Refused, match="nobody has ruled"):
        await job.screening.overrule(seen.key, "education", None, "")
    await job.screening.overrule(seen.key, "education", Outcome.MET, "Seen")
    await job.screening.overrule(seen.key, "education", None, "")
    assert (await one(job, "A3")).overruled is False
    await job.decisions.decide([seen.key], Disposition.MAYBE)
    with pytest.raises(Conflict):
        await job.screening.overrule(
            seen.key, "education", Outcome.MET, "Seen", expected_version=seen.version
        )


async def test_the_second_of_two_rulings_on_one_finding_is_held_back(job: Services) -> None:
    seen = await one(job, "A3")
    await job.screening.overrule(
        seen.key, "education", Outcome.MET, "Seen", actor="ines", expected_version=seen.version
    )
    with pytest.raises(Conflict, match="A3 was changed since"):
        await job.screening.overrule(
            seen.key, "education", Outcome.CANNOT_TELL, "Not seen", expected_version=seen.version
        )
    [standing] = [f.override for f in (await job.candidates.dossier(seen.key)).findings if f.override]
    assert (standing.by, standing.reason) == ("ines", "Seen")


async def test_a_verdict_on_findings_that_were_ruled_on_since_is_held_back(job: Services) -> None:
    seen = await one(job, "A1")
    await job.screening.overrule(seen.key, "experience-1", Outcome.NOT_MET, "Not seen")
    with pytest.raises(Conflict):
        await job.decisions.decide([seen.key], Disposition.MAYBE, expected={seen.key: seen.version})
    await job.history.undo()
    with pytest.raises(Conflict):
        await job.decisions.decide([seen.key], Disposition.MAYBE, expected={seen.key: seen.version})


async def test_the_second_of_two_corrections_is_held_back(job: Services) -> None:
    seen = await one(job, "A3")
    await job.candidates.correct(seen.key, "name", "Chen Wei Min", expected_version=seen.version)
    with pytest.raises(Conflict):
        await job.candidates.correct(seen.key, "name", "Chen Wey", expected_version=seen.version)
    assert (await one(job, "A3")).name == "Chen Wei Min"


async def test_topics_are_for_a_person_and_count_once_ruled_on(job: Services) -> None:
    [a1] = await keys(job, "A1")
    assert (await one(job, "A1")).outcome is Outcome.MET
    await job.screening.overrule(a1, "experience-1", Outcome.NOT_MET, "No registers in the papers")
    assert (await one(job, "A1")).outcome is Outcome.NOT_MET


async def test_a_corrected_fact_keeps_the_imported_one_and_is_screened_again(job: Services) -> None:
    [a3] = await keys(job, "A3")
    changed = await job.candidates.correct(a3, "employment/0/start", "2015-01-01")
    assert changed.summary == "A3: employment/0/start corrected"
    dossier = await job.candidates.dossier(a3)
    assert dossier.row.outcome is Outcome.MET
    [correction] = dossier.candidate.corrections
    assert (correction.imported, correction.value, correction.by) == ("2025-01-01", "2015-01-01", "awa")
    await job.candidates.correct(a3, "employment/0/start", "2016")
    [correction] = (await job.candidates.dossier(a3)).candidate.corrections
    assert (correction.imported, correction.value) == ("2025-01-01", "2016")
    await job.history.undo()
    await job.history.undo()
    assert (await one(job, "A3")).outcome is Outcome.NOT_MET


@pytest.mark.parametrize(
    ("fact", "value", "told"),
    [
        ("name", "Chen Wei Min", "Chen Wei Min"),
        ("residence", "Portugal", "PT"),
        ("gender", "femme", "female"),
        ("nationalities", "Algeria; CV", ["DZ", "CV"]),
        ("emails", "chen@example.org", ["chen@example.org"]),
        ("phones", "+33 1 42 68 53 00", ["+33142685300"]),
    ],
)
async def test_facts_of_the_person_are_corrected(
    job: Services, fact: str, value: str, told: str | list[str]
) -> None:
    [a3] = await keys(job, "A3")
    await job.candidates.correct(a3, fact, value)
    found = getattr((await job.candidates.dossier(a3)).candidate, fact)
    assert ([entry.value for entry in found] if isinstance(told, list) else found.value) == told


async def test_facts_of_the_application_are_corrected(job: Services) -> None:
    [a5] = await keys(job, "A5")
    await job.candidates.correct(a5, "received", "2026-11-20T22:00:00Z")
    assert (await one(job, "A5")).deadline is Outcome.MET
    await job.candidates.correct(a5, "internal", "yes")
    assert (await one(job, "A5")).tier == 1
    await job.candidates.correct(a5, "channel", "e-recruitment")
    dossier = await job.candidates.dossier(a5)
    assert dossier.application.channel == "e-recruitment"
    assert {entry.fact: entry.imported for entry in dossier.candidate.corrections} == {
        "received": "2026-11-20T23:00:10Z",
        "internal": "no",
        "channel": "",
    }


async def test_entries_are_corrected_in_parts_as_a_whole_and_added(job: Services) -> None:
    [a3] = await keys(job, "A3")
    for fact, value in (
        ("employment/0/fte", "50%"),
        ("employment/0/paid", "no"),
        ("employment/0/end", "2026-01"),
        ("employment/+", "Clerk | Town Hall | 2010 | 2014"),
        ("degrees/0/level", "bachelor"),
        ("degrees/0/status", "expected"),
        ("degrees/0", "master | Economics | University of Dakar | 2012"),
        ("languages/0/language", "French"),
        ("languages/0/level", ""),
        ("languages/0/tested", "C1"),
        ("languages/+", "English | basic | tested A2"),
    ):
        await job.candidates.correct(a3, fact, value)
    person = (await job.candidates.dossier(a3)).candidate
    assert [job_.title for job_ in person.employment] == ["Officer", "Clerk"]
    assert (str(person.employment[0].fte), person.employment[0].paid) == ("1/2", False)
    assert (person.degrees[0].field, str(person.degrees[0].completed)) == ("Economics", "2012")
    assert [(one.language, one.level, one.tested) for one in person.languages] == [
        ("fr", None, "C1"),
        ("en", "basic", "A2"),
    ]
    noted = {entry.fact: (entry.imported, entry.value) for entry in person.corrections}
    assert noted["languages/0/tested"] == ("", "C1")


@pytest.mark.parametrize(
    ("fact", "value"),
    [
        ("height", "2 m"),
        ("employment/9/start", "2010"),
        ("employment/0/salary", "9"),
        ("employment/0/start", "long ago"),
        ("employment/+", " "),
        ("degrees/0/level", "wizard"),
        ("nationalities", "Atlantis"),
        ("received", "yesterday"),
        ("name", ""),
    ],
)
async def test_what_means_nothing_certain_is_refused_and_changes_nothing(
    job: Services, fact: str, value: str
) -> None:
    [a3] = await keys(job, "A3")
    before = await job.candidates.dossier(a3)
    with pytest.raises(Refused):
        await job.candidates.correct(a3, fact, value)
    assert await job.candidates.dossier(a3) == before


async def test_filters_find_by_facts_findings_notes_and_papers(job: Services) -> None:
    await close_tier_1(job)
    assert await named(job, "tier:1") == ["A1", "A6"]
    assert await named(job, "outcome:not-met and not nationality:TN") == ["A3", "A5"]
    assert await named(job, "lefevre") == ["A2"]
    assert await named(job, "tag:asked or education:not-met") == ["A2", "A3"]
    assert await named(job, 'note:"at a fair"') == ["A2"]
    assert await named(job, "years>=5", "-application") == ["A6", "A5", "A4", "A2", "A1"]
    assert await named(job, "rank:1") == []
    await job.decisions.decide(await keys(job, "A2"), Disposition.SHORTLISTED)
    assert await named(job, "rank:1") == ["A2"]
    assert await named(job, "text:port") == []
    with pytest.raises(QueryError):
        await named(job, "tier:(")
    with pytest.raises(Refused, match="cannot be sorted by 'shoe size'"):
        await named(job, "", "shoe size")


async def test_a_tiers_outcome_is_recorded_shown_and_taken_back(job: Services) -> None:
    changed = await job.screening.close_tier("24501", 1, "Two qualified, one shortlisted")
    assert changed.summary == "tier 1 of V1 closed"
    [outcome] = await job.screening.tier_outcomes("V1")
    assert (outcome.tier, outcome.note, outcome.by) == (1, "Two qualified, one shortlisted", "awa")
    await job.screening.close_tier("24501", 1, "Nobody qualified")
    [outcome] = await job.screening.tier_outcomes("V1")
    assert outcome.note == "Nobody qualified"
    await job.history.undo()
    await job.history.undo()
    assert await job.screening.tier_outcomes("V1") == ()
    with pytest.raises(Refused, match="no tier 7: its tiers are 1, 2"):
        await job.screening.close_tier("24501", 7, "None")
    with pytest.raises(Refused, match="without its outcome"):
        await job.screening.close_tier("24501", 1, " ")


async def test_comparing_puts_differences_first(job: Services) -> None:
    comparison = await job.comparison.compare(await keys(job, "A1", "A3"))
    assert [line.application for line in comparison.applications] == ["A1", "A3"]
    differs = [line.differs for line in comparison.lines]
    assert differs == sorted(differs, reverse=True)
    education = next(line for line in comparison.lines if line.criterion == "education")
    assert education.outcomes == (Outcome.MET, Outcome.NOT_MET)
    years = next(line for line in comparison.lines if line.label == "years of experience")
    assert years.cells == ("11.8", "1.8")
    with pytest.raises(Refused, match="mark 2 to 6"):
        await job.comparison.compare(await keys(job, "A1"))

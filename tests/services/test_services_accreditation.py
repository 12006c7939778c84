"""Accreditation: looked up once by a person, shown with everybody who studied there, never a verdict."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from recruiter_tui.domain.application import Disposition
from recruiter_tui.domain.errors import Refused
from recruiter_tui.domain.finding import Finding, Outcome
from recruiter_tui.domain.notice_edit import Change
from recruiter_tui.domain.requirement import Branch, DegreeLevel, EducationExperience
from tests.services.services_job import keys

if TYPE_CHECKING:
    from recruiter_tui.services import Services

ALGIERS = "University of Algiers"
ASKED = EducationExperience(
    id="education",
    alternatives=(Branch(DegreeLevel.MASTER, 60), Branch(DegreeLevel.BACHELOR, 84)),
    accreditation="from a university listed in WHED",
)
OPEN = "accreditation not checked"
CHECKED = "accreditation checked on 2026-11-22 by awa"


async def asking(job: Services) -> Services:
    """Ask for accreditation."""
    await job.criteria.change("24501", [Change("education", ASKED)])
    return job


async def education(job: Services, name: str = "A1") -> Finding:
    [key] = await keys(job, name)
    found = (await job.candidates.dossier(key)).findings
    return next(one for one in found if one.criterion == "education")


async def test_one_check_shows_with_everybody_who_studied_there_and_changes_no_outcome(job: Services) -> None:
    await asking(job)
    before = await education(job)
    assert OPEN in before.flags
    done = await job.rulings.check_institution("UNIVERSITY of  Algiers", "recognised", identity="IAU-1")
    assert done.summary == f"UNIVERSITY of Algiers: {CHECKED}"
    assert len(done.applications) == 6
    for name in ("A1", "A3"):
        found = await education(job, name)
        assert CHECKED in found.flags
        assert OPEN not in found.flags
        assert found.inputs["accreditation"] == {
            "institution": "UNIVERSITY of Algiers",
            "id": "IAU-1",
            "on": "2026-11-22",
            "by": "awa",
            "outcome": "recognised",
        }
    assert (await education(job)).outcome is before.outcome is Outcome.MET
    assert (await job.criteria.as_of("24501", 1)).differences == ()


async def test_a_bad_outcome_is_shown_and_still_blocks_nobody(job: Services) -> None:
    await asking(job)
    await job.rulings.check_institution(
        ALGIERS, "not recognised", on="2026-10-01", note="Asked the ministry."
    )
    found = await education(job)
    assert "accreditation checked on 2026-10-01 by awa: not recognised" in found.flags
    assert found.outcome is Outcome.MET
    [place] = await job.rulings.institutions("24501")
    assert place.checked is not None
    assert (place.name, place.checked.note, len(place.applications)) == (ALGIERS, "Asked the ministry.", 6)


async def test_a_check_is_undone_redone_and_taken_back(job: Services) -> None:
    await asking(job)
    await job.rulings.check_institution(ALGIERS, "recognised")
    await job.history.undo()
    assert OPEN in (await education(job)).flags
    await job.history.redo()
    assert CHECKED in (await education(job)).flags
    await job.rulings.check_institution(ALGIERS, None)
    assert OPEN in (await education(job)).flags
    assert [one.checked for one in await job.rulings.institutions("24501")] == [None]
    with pytest.raises(Refused, match="no ruling to take back"):
        await job.rulings.check_institution(ALGIERS, None)


async def test_where_no_notice_asks_for_accreditation_nothing_is_screened_again(job: Services) -> None:
    done = await job.rulings.check_institution(ALGIERS, "unclear")
    assert done.applications == ()
    assert not any("accreditation" in flag for flag in (await education(job)).flags)


async def test_an_archived_version_keeps_the_checks_that_it_was_judged_with(job: Services) -> None:
    await asking(job)
    await job.rulings.check_institution(ALGIERS, "recognised")
    await job.decisions.decide(await keys(job, "A1"), Disposition.LONGLISTED)
    fewer = EducationExperience(id="education", alternatives=(Branch(DegreeLevel.MASTER, 12),))
    await job.criteria.change("24501", [Change("education", fewer)], reason="The market is thin.")
    await job.rulings.check_institution(ALGIERS, None)
    assert (await job.criteria.as_of("24501", 1)).differences == ()


@pytest.mark.parametrize(
    ("name", "standing", "on", "problem"),
    [
        ("  ", "recognised", "2026-11-22", "no institution"),
        (ALGIERS, "fine", "2026-11-22", "no outcome"),
        (ALGIERS, "recognised", "yesterday", "no date"),
    ],
)
async def test_a_check_needs_a_name_an_outcome_and_a_day(
    job: Services, name: str, standing: str, on: str, problem: str
) -> None:
    with pytest.raises(Refused, match=problem):
        await job.rulings.check_institution(name, standing, on=on)

"""What a finding on education shows of jobs and degrees: silences, rulings by name, a few quotations."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from fractions import Fraction
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

import pytest

from recruiter_tui.domain.dates import PartialDate
from recruiter_tui.domain.education import EducationDemand
from recruiter_tui.domain.equivalents import CERTIFICATE, IN_LIEU
from recruiter_tui.domain.finding import Finding, Outcome
from recruiter_tui.domain.person import PRESENT, Candidate, Degree, DegreeStatus, Employment
from recruiter_tui.domain.policy import DEFAULT_POLICY, CountFrom, Policy
from recruiter_tui.domain.requirement import Branch, DegreeLevel, EducationExperience
from recruiter_tui.domain.rulings import (
    Accreditation,
    FieldRuling,
    Relevance,
    Standing,
    field_key,
    job_keys,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

CUT_OFF = dt.date(2026, 2, 5)
BACHELOR, MASTER = DegreeLevel.BACHELOR, DegreeLevel.MASTER
ASKED = EducationExperience(
    id="education", alternatives=(Branch(MASTER, 12),), fields_of_study=("Law",), accreditation="accredited"
)
LAW = Degree(MASTER, "Law", "Oran", PartialDate(2010), DegreeStatus.COMPLETED)
YEAR = Employment(
    "Court", "Clerk", PartialDate(2020, 1, 1), PartialDate(2020, 12, 31), Fraction(1), paid=True
)
AFTER = Policy(count_from=CountFrom.REQUIRED_DEGREE)


def judged(
    person: Candidate,
    asked: EducationExperience = ASKED,
    policy: Policy = DEFAULT_POLICY,
    relevance: Mapping[str, Relevance] = MappingProxyType({}),
) -> Finding:
    return EducationDemand(asked, policy).judge(person, CUT_OFF, relevance)


def shown(finding: Finding, name: str) -> list[Any]:
    value = finding.inputs[name]
    assert isinstance(value, list)
    return value


def test_what_the_papers_leave_out_is_shown_as_left_out() -> None:
    found = judged(Candidate(employment=(Employment(),), degrees=(Degree(),)))
    (job,) = shown(found, "jobs")
    assert {name: job[name] for name in ("start", "end", "fte", "paid")} == {
        "start": None,
        "end": None,
        "fte": None,
        "paid": None,
    }
    assert job["flags"] == ["fte not stated", "paid not stated", "start not stated", "end not stated"]
    assert shown(found, "degrees") == [
        {
            "level": None,
            "field": None,
            "completed": None,
            "status": "unknown",
            "conferred": "cannot tell",
            "listed_field": None,
        }
    ]
    current = judged(Candidate(employment=(replace(YEAR, end=PRESENT),)))
    assert shown(current, "jobs")[0]["end"] == "present"


def test_a_field_that_a_person_ruled_on_names_who_ruled() -> None:
    ruling = FieldRuling("Music", related=True, reason="Of use.", by="ana")
    demand = EducationDemand(ASKED, Policy(), {ruling.key: ruling})
    music = Candidate(degrees=(replace(LAW, field="Music"), LAW), employment=(YEAR,))
    found = demand.judge(music, CUT_OFF)
    assert [one.get("field_ruled_by") for one in shown(found, "degrees")] == ["ana", None]
    assert [one["listed_field"] for one in shown(found, "degrees")] == ["Music", "Law"]
    assert "field of study ruled on" in found.flags


CHECKED = Accreditation("Oran", Standing.UNCLEAR, "2026-01-01", "ana")


@pytest.mark.parametrize(
    ("asked", "degree", "known", "flag"),
    [
        (ASKED, LAW, CHECKED, CHECKED.flag),
        (ASKED, replace(LAW, institution="ORAN"), CHECKED, CHECKED.flag),
        (ASKED, replace(LAW, institution="Paris"), CHECKED, "accreditation not checked"),
        (ASKED, replace(LAW, institution=None), CHECKED, "accreditation not checked"),
        (ASKED, None, CHECKED, "accreditation not checked"),
        (ASKED, LAW, None, "accreditation not checked"),
        (replace(ASKED, accreditation=None), LAW, CHECKED, None),
    ],
)
def test_a_check_of_the_institution_is_shown_where_the_notice_asks_for_one(
    asked: EducationExperience, degree: Degree | None, known: Accreditation | None, flag: str | None
) -> None:
    institutions = {field_key(known.institution): known} if known else {}
    person = Candidate(degrees=(degree,) if degree else (), employment=(YEAR,))
    found = EducationDemand(asked, Policy(), institutions=institutions).judge(person, CUT_OFF)
    assert [one for one in found.flags if one.startswith("accreditation")] == ([flag] if flag else [])
    assert found.inputs.get("accreditation") == (CHECKED.as_json() if flag == CHECKED.flag else None)


def test_rulings_on_jobs_are_shown_by_the_place_of_the_job() -> None:
    jobs = (YEAR, replace(YEAR, title="Judge"), replace(YEAR, title="Cook"))
    keys = job_keys(jobs)
    ruled = {
        keys[2]: Relevance(Fraction(0), "Of no use", "ana", "2026-01-02"),
        keys[0]: Relevance(Fraction(1, 2), "Half of it", "ben", "2026-01-01"),
    }
    found = judged(Candidate(degrees=(LAW,), employment=jobs), relevance=ruled)
    assert shown(found, "relevance") == [
        {"job": 0, "share": "1/2", "note": "Half of it", "by": "ben", "at": "2026-01-01"},
        {"job": 2, "share": "0", "note": "Of no use", "by": "ana", "at": "2026-01-02"},
    ]
    quotes = [one.quote.split(" | ")[0] for one in found.evidence]
    assert quotes == ["master", "Clerk", "Judge"]


def test_a_long_life_is_quoted_up_to_a_dozen_facts() -> None:
    jobs = tuple(replace(YEAR, title=f"Clerk {number}") for number in range(20))
    found = judged(Candidate(degrees=(LAW,), employment=jobs))
    assert [one.quote.split(" | ")[0] for one in found.evidence] == [
        "master",
        *(f"Clerk {number}" for number in range(11)),
    ]
    assert len(shown(found, "jobs")) == 20


def test_without_degrees_on_file_nothing_bounds_what_may_count_after_one() -> None:
    open_start = Employment(end=PRESENT)
    for jobs, high in (((YEAR,), 12.0), ((YEAR, open_start), None)):
        months = judged(Candidate(employment=jobs), policy=AFTER).inputs["months"]
        assert isinstance(months, dict)
        assert (months["exact"], months["low"], months["high"]) == (None, 0.0, high)


def test_what_the_policy_takes_in_lieu_is_flagged_also_where_nothing_can_be_weighed() -> None:
    policy = Policy(in_lieu_months=24, certificates=True)
    for degree, flags in ((LAW, (IN_LIEU,)), (Degree(title="CPA"), (IN_LIEU, CERTIFICATE))):
        found = EducationDemand(ASKED, policy).judge(Candidate(degrees=(degree,)), None)
        assert (found.outcome, found.flags) == (Outcome.CANNOT_TELL, flags)
        assert len(shown(found, "branches")) == 2
    nothing = EducationDemand(replace(ASKED, alternatives=()), policy).judge(Candidate(), CUT_OFF)
    assert (nothing.flags, nothing.evidence) == ((), ())


@pytest.mark.parametrize(
    ("completed", "outcome"),
    [
        (PartialDate(2026, 2, 5), Outcome.MET),
        (PartialDate(2026, 2, 6), Outcome.NOT_MET),
        (PartialDate(2026, 2), Outcome.CANNOT_TELL),
        (PartialDate(2026), Outcome.CANNOT_TELL),
        (PartialDate(2026, 3), Outcome.NOT_MET),
    ],
)
def test_a_degree_counts_from_the_day_on_which_it_was_conferred(
    completed: PartialDate, outcome: Outcome
) -> None:
    asked = EducationExperience(id="education", alternatives=(Branch(MASTER),))
    degree = replace(LAW, completed=completed, status=DegreeStatus.UNKNOWN)
    assert judged(Candidate(degrees=(degree,)), asked).outcome is outcome


@pytest.mark.parametrize(
    ("degrees", "jobs", "branch"),
    [
        # whoever passes is told of the first branch that passes
        ((MASTER,), 10, "master and 60"),
        ((BACHELOR,), 10, "bachelor and 84"),
        # whoever fails is told of the nearest miss: a degree that is there with too few months
        ((MASTER,), 1, "60 are asked with a master"),
        ((BACHELOR,), 1, "84 are asked with a bachelor"),
        # without any degree that would do, of the lowest one
        ((DegreeLevel.DIPLOMA,), 10, "a bachelor or higher"),
    ],
)
def test_the_sentence_is_on_the_branch_that_decides(
    degrees: tuple[DegreeLevel, ...], jobs: int, branch: str
) -> None:
    asked = EducationExperience(id="education", alternatives=(Branch(MASTER, 60), Branch(BACHELOR, 84)))
    work = replace(YEAR, start=PartialDate(2010, 1, 1), end=PartialDate(2009 + jobs, 12, 31))
    person = Candidate(degrees=tuple(replace(LAW, level=level) for level in degrees), employment=(work,))
    assert branch in judged(person, asked).reason

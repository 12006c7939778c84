"""What counts of a finding without its words: the very same as what the finding itself says."""

from __future__ import annotations

import datetime as dt
from fractions import Fraction

import pytest

from recruiter_tui.domain.application import Application
from recruiter_tui.domain.crosswalk import CONVENTION
from recruiter_tui.domain.dates import Moment, PartialDate
from recruiter_tui.domain.notice import Closing, Notice, Source
from recruiter_tui.domain.person import (
    PRESENT,
    Candidate,
    Degree,
    DegreeStatus,
    Employment,
    LanguageSkill,
)
from recruiter_tui.domain.policy import Policy
from recruiter_tui.domain.profiles import PROFILES
from recruiter_tui.domain.requirement import (
    Branch,
    DegreeLevel,
    EducationExperience,
    LanguageNeed,
    LanguageRequirement,
)
from recruiter_tui.domain.rulings import Accreditation, Standing, field_key
from recruiter_tui.domain.screening import Applicant, prepare
from recruiter_tui.domain.standing import standing_of
from recruiter_tui.domain.stated import Stated

LAW = Degree(DegreeLevel.MASTER, "Law", "Port School", PartialDate(2012, 7), DegreeStatus.COMPLETED)
TIDES = Degree(DegreeLevel.BACHELOR, "Tides", None, None, DegreeStatus.EXPECTED)
PEOPLE = (
    Candidate(),
    Candidate(degrees=(LAW,)),
    Candidate(degrees=(TIDES, LAW), languages=(LanguageSkill("en", "fluent"),)),
    Candidate(
        employment=(Employment("Harbour", "Officer", PartialDate(2014, 3), PRESENT, Fraction(1, 2)),),
        degrees=(LAW,),
        languages=(LanguageSkill("fr", "basic"), LanguageSkill("en", "B2", {"spoken": "C1"})),
    ),
    Candidate(
        employment=(
            Employment("Harbour", "Officer", None, PartialDate(2020)),
            Employment("Quay", "Intern", PartialDate(2019, 1, 5), PartialDate(2020), paid=False),
        ),
        degrees=(TIDES,),
        languages=(LanguageSkill("en", "C1"),),
    ),
)
ASKED = EducationExperience(
    id="education",
    alternatives=(Branch(DegreeLevel.MASTER, 60), Branch(DegreeLevel.BACHELOR, 84)),
    fields_of_study=("Law",),
    accreditation="from a recognised university",
)
SPOKEN = LanguageRequirement(id="language", any_of=(LanguageNeed("en", "fluent"), LanguageNeed("fr", "C1")))
NOTHING = LanguageRequirement(id="nothing")
CHECKED = Accreditation("Port School", Standing.RECOGNISED, "2026-01-01", "Ines")


def notice(closing: Closing | None = None) -> Notice:
    return Notice(
        source=Source("n.txt", "0" * 64, "labelled"),
        text="",
        closing=Stated.known(closing) if closing else Stated.missing(),
        criteria=(ASKED, SPOKEN, NOTHING),
    )


@pytest.mark.parametrize(
    "policy", ["once-fte", "sum", "once-fte-after-degree", *(one.id for one in PROFILES)]
)
@pytest.mark.parametrize("candidate", PEOPLE)
def test_what_is_weighed_is_what_the_finding_says(candidate: Candidate, policy: str) -> None:
    closing = Closing(dt.date(2026, 2, 5), dt.time(23, 59), "Europe/Zurich")
    institutions = {field_key("Port School"): CHECKED}
    screener = prepare(notice(closing), Policy.named(policy), institutions=institutions)
    applicant = Applicant(Application("A1"), candidate)
    finding = screener.judge_one(ASKED, applicant)
    weighed = screener.weigh(ASKED, applicant)
    assert weighed is not None
    assert weighed.standing == standing_of(finding)
    assert screener.reason(ASKED, weighed) == finding.reason
    assert weighed.months.as_json() == finding.inputs["months"]


@pytest.mark.parametrize("candidate", PEOPLE)
def test_languages_are_weighed_as_the_finding_says(candidate: Candidate) -> None:
    for crosswalk in (CONVENTION, CONVENTION.moved("C1", 2, 2)):
        screener = prepare(notice(), crosswalk=crosswalk)
        for asked in (SPOKEN, NOTHING):
            finding = screener.judge_one(asked, Applicant(Application("A1"), candidate))
            assert screener.spoken(asked, candidate) == standing_of(finding)


def test_without_a_day_up_to_which_anything_counts_there_is_nothing_to_weigh() -> None:
    screener = prepare(notice())
    assert screener.weigh(ASKED, Applicant(Application("A1"), PEOPLE[3])) is None
    received = Application("A1", Moment.parse("2026-02-01T10:00:00Z"))
    assert screener.weigh(ASKED, Applicant(received, PEOPLE[3])) is not None

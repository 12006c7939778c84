"""What a policy accepts in place of an advanced degree: more years, or a professional certificate."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from recruiter_tui.domain.application import Application
from recruiter_tui.domain.dates import PartialDate
from recruiter_tui.domain.equivalents import CERTIFICATE, IN_LIEU, candidate_under, criterion_under
from recruiter_tui.domain.finding import Finding, Outcome
from recruiter_tui.domain.notice import Closing, Notice, Source
from recruiter_tui.domain.person import Candidate, Degree, DegreeStatus, Employment
from recruiter_tui.domain.policy import Policy
from recruiter_tui.domain.profiles import profile
from recruiter_tui.domain.requirement import Branch, DegreeLevel, EducationExperience, FieldRule
from recruiter_tui.domain.screening import Applicant, prepare
from recruiter_tui.domain.stated import Stated

MASTER = EducationExperience(id="education", alternatives=(Branch(DegreeLevel.MASTER, 60),))
BOTH = EducationExperience(
    id="education", alternatives=(Branch(DegreeLevel.MASTER, 60), Branch(DegreeLevel.BACHELOR, 96))
)
UN = profile("un-secretariat").policy


def judged(policy: Policy, years: int, degree: Degree, asked: EducationExperience = MASTER) -> Finding:
    closing = Stated.known(Closing(dt.date(2026, 1, 1), dt.time(12), "UTC"))
    notice = Notice(Source("n.txt", "0" * 64, "labelled"), "", closing=closing, criteria=(asked,))
    job = Employment(
        "An Agency", "Officer", PartialDate(2010, 1, 1), PartialDate(2009 + years, 12, 31), paid=True
    )
    person = Candidate(employment=(job,), degrees=(degree,))
    return prepare(notice, policy).screen(Applicant(Application("A1"), person)).findings[1]


def degree(level: DegreeLevel | None, title: str = "") -> Degree:
    return Degree(level, completed=PartialDate(2005), status=DegreeStatus.COMPLETED, title=title)


@pytest.mark.parametrize(
    ("policy", "years", "outcome"),
    [
        (Policy(), 7, Outcome.NOT_MET),
        (Policy(in_lieu_months=24), 7, Outcome.MET),
        (Policy(in_lieu_months=24), 6, Outcome.NOT_MET),
        (UN, 7, Outcome.MET),
        (UN, 6, Outcome.NOT_MET),
    ],
)
def test_a_first_degree_with_more_years_stands_in_where_the_policy_says_so(
    policy: Policy, years: int, outcome: Outcome
) -> None:
    found = judged(policy, years, degree(DegreeLevel.BACHELOR))
    assert found.outcome is outcome
    assert (IN_LIEU in found.flags) is (policy.in_lieu_months is not None)


def test_the_fields_of_a_notice_are_open_for_the_degree_that_stands_in() -> None:
    asked = replace(MASTER, fields_of_study=("Law",))
    elsewhere = replace(degree(DegreeLevel.BACHELOR), field="Ceramics")
    assert judged(UN, 7, elsewhere, asked).outcome is Outcome.CANNOT_TELL
    assert judged(UN, 7, replace(elsewhere, field="Law"), asked).outcome is Outcome.MET
    assert judged(Policy(), 7, replace(elsewhere, level=DegreeLevel.MASTER), asked).outcome is Outcome.NOT_MET


def test_what_the_notice_says_itself_goes_before_the_policy() -> None:
    assert criterion_under(BOTH, UN) is BOTH
    assert judged(UN, 7, degree(DegreeLevel.BACHELOR), BOTH).outcome is Outcome.NOT_MET
    first = EducationExperience(id="education", alternatives=(Branch(DegreeLevel.BACHELOR, 24),))
    assert criterion_under(first, UN) is first
    bare = EducationExperience(id="education", alternatives=(Branch(DegreeLevel.MASTER),))
    assert criterion_under(bare, UN).alternatives[-1] == Branch(DegreeLevel.BACHELOR, 24, FieldRule.OPEN)


@pytest.mark.parametrize(
    ("one", "outcome"),
    [
        (degree(None, "Certified Public Accountant (CPA)"), Outcome.MET),
        (degree(DegreeLevel.DIPLOMA, "Diplôme d'expert-comptable"), Outcome.MET),
        (degree(DegreeLevel.BACHELOR, "Contadora Pública"), Outcome.MET),
        (degree(DegreeLevel.BACHELOR, "BSc Accounting"), Outcome.NOT_MET),
        (degree(None, "Occupational first aid"), Outcome.CANNOT_TELL),
    ],
)
def test_a_certificate_counts_where_the_policy_says_so(one: Degree, outcome: Outcome) -> None:
    found = judged(Policy(certificates=True), 5, one)
    assert found.outcome is outcome
    assert (CERTIFICATE in found.flags) is (outcome is Outcome.MET)
    assert judged(Policy(), 5, one).outcome is not Outcome.MET


def test_an_advanced_degree_is_left_as_it_is() -> None:
    person = Candidate(degrees=(degree(DegreeLevel.MASTER, "MSc and CPA"),))
    assert candidate_under(person, Policy(certificates=True)) is person


def test_only_the_certificate_is_read_as_an_advanced_degree() -> None:
    others = (degree(DegreeLevel.BACHELOR, "BSc Accounting"), degree(DegreeLevel.DIPLOMA), degree(None))
    parted = replace(degree(None, "Expert"), field="comptable")
    person = Candidate(degrees=(*others, degree(None, "CPA"), parted))
    read = candidate_under(person, Policy(certificates=True))
    assert read.degrees[:3] == others
    assert [one.level for one in read.degrees[3:]] == [DegreeLevel.MASTER] * 2

"""What counts of a finding is enough to tell every outcome that other thresholds would bring."""

from __future__ import annotations

import datetime as dt
import itertools
from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING

import pytest

from recruiter_tui.domain.application import Application
from recruiter_tui.domain.dates import PartialDate
from recruiter_tui.domain.education import EducationDemand
from recruiter_tui.domain.finding import Finding, Outcome, Override
from recruiter_tui.domain.notice import Closing, Notice, Source
from recruiter_tui.domain.person import Candidate, Degree, DegreeStatus, Employment, LanguageSkill
from recruiter_tui.domain.policy import DEFAULT_POLICY
from recruiter_tui.domain.requirement import (
    Branch,
    DegreeLevel,
    EducationExperience,
    Kind,
    LanguageNeed,
    LanguageRequirement,
    Necessity,
)
from recruiter_tui.domain.screening import Applicant, prepare
from recruiter_tui.domain.standing import Counted, standing_of
from recruiter_tui.domain.stated import Stated

if TYPE_CHECKING:
    from recruiter_tui.domain.truth import Truth

CUT_OFF = dt.date(2026, 2, 5)
FRENCH = LanguageRequirement(id="language-fr", any_of=(LanguageNeed("fr", "working knowledge"),))
MASTER, BACHELOR = DegreeLevel.MASTER, DegreeLevel.BACHELOR
TRUTHS = {"met": True, "cannot tell": None, "not met": False}
DEGREES = (
    (),
    (Degree(BACHELOR, completed=PartialDate(2012)),),
    (Degree(MASTER, completed=PartialDate(2026)),),
    (Degree(MASTER, status=DegreeStatus.EXPECTED), Degree(BACHELOR, completed=PartialDate(2012))),
    (Degree(None),),
)
JOBS = (
    (),
    (Employment(start=PartialDate(2021, 2, 1), end=PartialDate(2026, 1, 31), fte=Fraction(1), paid=True),),
    (Employment(start=PartialDate(2021, 2, 2), end=PartialDate(2026, 1, 31), fte=Fraction(1), paid=True),),
    (Employment(start=PartialDate(2019), end=PartialDate(2024)),),
    (Employment(end=PartialDate(2024)),),
)
ASKED = EducationExperience(id="education", alternatives=(Branch(MASTER, 60), Branch(BACHELOR, 84)))
DEMAND = EducationDemand(ASKED, DEFAULT_POLICY)


@pytest.mark.parametrize(("degrees", "jobs"), list(itertools.product(DEGREES, JOBS)))
@pytest.mark.parametrize("months", [None, 0, 1, 59, 60, 61, 72, 73])
def test_other_thresholds_are_told_without_the_facts(
    degrees: tuple[Degree, ...], jobs: tuple[Employment, ...], months: int | None
) -> None:
    person = Candidate(degrees=degrees, employment=jobs)
    held = standing_of(DEMAND.judge(person, CUT_OFF))
    other = (Branch(MASTER, months), Branch(BACHELOR, months))
    anew = EducationDemand(replace(ASKED, alternatives=other), DEFAULT_POLICY).judge(person, CUT_OFF)
    shown = anew.inputs["branches"]
    assert isinstance(shown, list)
    assert held.counted
    assert held.pattern(other) == tuple(TRUTHS[branch["outcome"]] for branch in shown)
    with pytest.raises(ValueError, match="zip"):  # thresholds of other branches than were judged
        held.pattern(other[:1])


@pytest.mark.parametrize(
    ("counted", "asked", "listed", "truth"),
    [
        (Counted(degree=True, low=60, high=60), 60, True, True),
        (Counted(degree=True, low=59, high=60), 60, True, None),
        (Counted(degree=True, low=59, high=None), 60, True, None),
        (Counted(degree=True, low=59, high=59), 60, True, False),
        (Counted(degree=True, low=0, high=0), 60, False, None),
        (Counted(degree=False, low=0, high=0), 60, False, False),
        (Counted(degree=None, low=60, high=60), 60, True, None),
        (Counted(degree=None, low=59, high=59), 60, True, False),
        (Counted(degree=False, low=60, high=60), None, True, False),
    ],
)
def test_a_branch_needs_its_degree_and_its_months(
    counted: Counted, asked: int | None, *, listed: bool, truth: Truth
) -> None:
    assert counted.truth(asked, listed=listed) is truth


@pytest.mark.parametrize(("degrees", "jobs"), list(itertools.product(DEGREES, JOBS)))
def test_what_is_weighed_without_words_is_what_the_finding_says(
    degrees: tuple[Degree, ...], jobs: tuple[Employment, ...]
) -> None:
    closing = Stated.known(Closing(CUT_OFF, dt.time(12), "UTC"))
    notice = Notice(Source("n.txt", "0", "test"), "", closing=closing, criteria=(ASKED, FRENCH))
    applicant = Applicant(
        Application("A1"),
        Candidate(degrees=degrees, employment=jobs, languages=(LanguageSkill("fr", "B1"),)[: len(jobs)]),
    )
    screener = prepare(notice)
    weighed = screener.weigh(ASKED, applicant)
    finding = screener.judge_one(ASKED, applicant)
    assert weighed is not None
    assert weighed.standing == standing_of(finding)
    assert screener.reason(ASKED, weighed) == finding.reason
    assert finding.inputs["months"] == weighed.months.as_json()
    spoken = screener.spoken(FRENCH, applicant.candidate)
    assert spoken == standing_of(screener.judge_one(FRENCH, applicant))


def test_nothing_is_weighed_without_a_day_up_to_which_experience_counts() -> None:
    screener = prepare(Notice(Source("n.txt", "0", "test"), "", criteria=(ASKED,)))
    assert screener.weigh(ASKED, Applicant(Application("A1"), Candidate())) is None


def test_whole_months_are_kept_and_a_fraction_never_reaches_the_next() -> None:
    held = standing_of(DEMAND.judge(Candidate(degrees=DEGREES[1], employment=JOBS[2]), CUT_OFF))
    assert [(one.low, one.high) for one in held.branches] == [(59, 59), (59, 59)]
    open_start = standing_of(DEMAND.judge(Candidate(degrees=DEGREES[1], employment=JOBS[4]), CUT_OFF))
    assert [(one.low, one.high) for one in open_start.branches] == [(0, None), (0, None)]


def test_a_persons_outcome_stands_and_a_finding_without_months_holds_none() -> None:
    found = DEMAND.judge(Candidate(), None)
    assert not standing_of(found).counted
    assert standing_of(found).branches == ()
    ruled = replace(found, override=Override(Outcome.MET, "Seen.", "ana", "2026-02-06T08:00:00Z"))
    assert (standing_of(ruled).outcome, standing_of(ruled).overruled) == (Outcome.MET, True)
    blank = standing_of(Finding("c", Kind.CHANNEL, Necessity.ESSENTIAL, None, "", {}, flags=("x",)))
    assert (blank.outcome, blank.overruled, blank.flags, blank.listed) == (None, False, ("x",), True)


def test_whether_any_employment_is_listed_is_kept() -> None:
    held = standing_of(DEMAND.judge(Candidate(degrees=DEGREES[1]), CUT_OFF))
    assert not held.listed
    assert held.outcome is Outcome.CANNOT_TELL

"""Careers that were laid out before are those that would be laid out now."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recruiter_tui.domain import careers as laying
from recruiter_tui.domain.career import Career, read_career
from recruiter_tui.domain.careers import Careers
from recruiter_tui.domain.dates import PartialDate
from recruiter_tui.domain.education import EducationDemand
from recruiter_tui.domain.person import PRESENT, Candidate, Degree, DegreeStatus, Employment
from recruiter_tui.domain.policy import CountFrom, ExperiencePolicy, Policy
from recruiter_tui.domain.profiles import PROFILES
from recruiter_tui.domain.requirement import Branch, DegreeLevel, EducationExperience
from recruiter_tui.domain.rulings import Relevance, job_keys
from tests.domain.test_career_properties import jobs

if TYPE_CHECKING:
    from collections.abc import Sequence

    from recruiter_tui.domain.truth import Truth

CUT = dt.date(2026, 11, 22)
POLICIES = [
    *(Policy(experience=way, count_from=start) for way in ExperiencePolicy for start in CountFrom),
    *(Policy.named(one.id) for one in PROFILES),
    Policy(count_unpaid=False),
    Policy(doctorate_months=36),
]
CAREER = (
    Employment(title="Officer", employer="Port", start=PartialDate(2019), end=PartialDate(2021, 6)),
    Employment(title="PhD researcher", employer="University", start=PartialDate(2021, 7), end=PRESENT),
)


@given(st.lists(jobs(), max_size=4), st.sampled_from([True, False, None]), st.sampled_from(POLICIES))
def test_they_are_those_of_now_under_any_policy(
    career: list[Employment], doctorate: Truth, first: Policy
) -> None:
    known, listed = Careers(), tuple(career)
    known.hold(listed)
    for policy in (first, *POLICIES):
        now = read_career(listed, CUT, policy, doctorate=doctorate)
        expected = (now, now.months(policy))
        assert known.under(policy).of(listed, CUT, doctorate) == expected
        assert known.under(policy).of(listed, CUT, doctorate) == expected


def holding(*careers: tuple[Employment, ...]) -> Careers:
    """Return what is to know of some careers."""
    known = Careers()
    for one in careers:
        known.hold(one)
    return known


@pytest.fixture
def laid_out(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Return how many jobs each career has that is laid out from now on."""
    told: list[int] = []

    def read(jobs: Sequence[Employment], *more: object, **named: object) -> Career:
        told.append(len(jobs))
        return read_career(jobs, *more, **named)  # type: ignore[arg-type]  # as it was called

    monkeypatch.setattr(laying, "read_career", read)
    return told


def test_a_career_is_laid_out_once_for_all_ways_of_counting(laid_out: list[int]) -> None:
    known = holding(CAREER)
    for way in ExperiencePolicy:
        known.under(Policy(experience=way)).of(CAREER, CUT, None)
        known.under(Policy(experience=way)).of(CAREER, CUT, None)
    assert laid_out == [2]


@pytest.mark.parametrize(
    ("jobs", "cut_off", "doctorate"),
    [
        (tuple(replace(one) for one in CAREER), CUT, None),
        (CAREER, CUT - dt.timedelta(days=1), None),
        (CAREER, CUT, True),
    ],
    ids=["another list of the same jobs", "another cut-off", "a doctorate completed"],
)
def test_what_it_rests_on_makes_another(
    laid_out: list[int], jobs: tuple[Employment, ...], cut_off: dt.date, doctorate: Truth
) -> None:
    counted = holding(CAREER, jobs).under(Policy(doctorate_months=36))
    counted.of(CAREER, CUT, None)
    assert counted.of(jobs, cut_off, doctorate)[0] == read_career(
        jobs, cut_off, Policy(doctorate_months=36), doctorate=doctorate
    )
    assert laid_out == [2, 2]


def test_nothing_is_kept_about_lists_that_nobody_holds(laid_out: list[int]) -> None:
    known = holding(CAREER)
    counted, passing = known.under(Policy()), tuple(replace(one) for one in CAREER)
    assert counted.of(passing, CUT, None) == counted.of(passing, CUT, None) == counted.of(CAREER, CUT, None)
    assert laid_out == [2, 2, 2]
    known.let_go(CAREER)
    counted.of(CAREER, CUT, None)
    assert laid_out == [2, 2, 2, 2]
    known.hold(CAREER)
    counted.of(CAREER, CUT, None)
    assert laid_out == [2, 2, 2, 2, 2]  # what was known of it went with it


def test_a_switch_that_reads_jobs_otherwise_lays_them_out_anew(laid_out: list[int]) -> None:
    known = holding(CAREER)
    known.under(Policy()).of(CAREER, CUT, None)
    career, months = known.under(Policy(doctorate_months=0)).of(CAREER, CUT, None)
    assert laid_out == [2, 2]
    assert months != known.under(Policy()).of(CAREER, CUT, None)[1]
    assert career.stints[1].possible is None


def test_a_demand_asks_those_that_are_known_but_for_people_whose_jobs_were_ruled_on(
    laid_out: list[int],
) -> None:
    asked = EducationExperience(id="education", alternatives=(Branch(DegreeLevel.MASTER, 60),))
    held = Degree(level=DegreeLevel.MASTER, status=DegreeStatus.COMPLETED)
    person = Candidate(employment=CAREER, degrees=(held,))
    known = holding(CAREER)
    plain = EducationDemand(asked, Policy()).judge(person, CUT)
    assert EducationDemand(asked, Policy(), careers=known).judge(person, CUT) == plain
    months = replace(asked, alternatives=(Branch(DegreeLevel.MASTER, 12),))
    EducationDemand(months, Policy(), careers=known).judge(person, CUT)
    assert laid_out == [2]
    [first, _] = job_keys(CAREER)
    ruling = {first: Relevance(Fraction(0), "Another trade.", "awa", "2026-11-22")}
    ruled = EducationDemand(asked, Policy(), careers=known).judge(person, CUT, ruling)
    assert ruled == EducationDemand(asked, Policy()).judge(person, CUT, ruling)
    assert ruled.inputs["months"] != plain.inputs["months"]

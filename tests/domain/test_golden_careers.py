"""Careers whose months were counted day by day by a program of its own: every fraction must be the same."""

from __future__ import annotations

import datetime as dt
import json
from fractions import Fraction
from typing import Any

import pytest

from recruiter_tui.domain.career import DegreeDay, experience, read_career
from recruiter_tui.domain.dates import PartialDate
from recruiter_tui.domain.person import PRESENT, Employment
from recruiter_tui.domain.policy import ExperiencePolicy, Policy
from recruiter_tui.domain.timeline import timeline
from tests.domain.golden import generate

CAREERS: list[dict[str, Any]] = json.loads(generate.FILE.read_text(encoding="utf-8"))


def jobs_of(career: dict[str, Any]) -> list[Employment]:
    return [
        Employment(
            start=PartialDate.parse(job["start"]),
            end=job["end"] if job["end"] in {None, PRESENT} else PartialDate.parse(job["end"]),
            fte=Fraction(job["fte"]),
            paid=True,
        )
        for job in career["jobs"]
    ]


def test_there_are_enough_careers() -> None:
    assert len(CAREERS) >= 80


@pytest.mark.parametrize("career", CAREERS[::8], ids=lambda career: career["story"])
def test_the_file_holds_what_the_reference_counts(career: dict[str, Any]) -> None:
    assert generate.counted(career) == career["months"]


@pytest.mark.nightly
def test_the_whole_file_is_what_the_reference_writes() -> None:
    assert generate.FILE.read_text(encoding="utf-8") == generate.written()


@pytest.mark.parametrize("career", CAREERS, ids=lambda career: career["story"])
@pytest.mark.parametrize("policy", list(ExperiencePolicy))
def test_months_are_those_of_the_reference(career: dict[str, Any], policy: ExperiencePolicy) -> None:
    cut_off = dt.date.fromisoformat(career["cut_off"])
    degree = PartialDate.parse(career["degree"])
    found = experience(jobs_of(career), cut_off, policy, degree)
    asked = career["months"][policy.value]
    assert (str(found.low), str(found.high)) == (asked["low"], asked["high"])
    assert not found.unbounded


@pytest.mark.parametrize("career", CAREERS[::5], ids=lambda career: career["story"])
def test_the_drawing_adds_up_to_the_months(career: dict[str, Any]) -> None:
    cut_off = dt.date.fromisoformat(career["cut_off"])
    after = DegreeDay.of(PartialDate.parse(career["degree"]))
    drawn = timeline(jobs_of(career), cut_off, Policy(), after)
    assert sum((month.high for month in drawn.months), Fraction(0)) == drawn.total.high
    assert read_career(jobs_of(career), cut_off).months(Policy(), after) == drawn.total

"""The drawn career adds up to the number that the finding holds, under every policy and with rulings."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING

import pytest

from recruiter_tui.domain.dates import PartialDate
from recruiter_tui.domain.education import EducationDemand
from recruiter_tui.domain.person import Candidate, Degree, DegreeStatus, Employment
from recruiter_tui.domain.policy import Policy
from recruiter_tui.domain.requirement import Branch, DegreeLevel, EducationExperience
from recruiter_tui.domain.rulings import Relevance, job_keys
from recruiter_tui.tui.drawing.career import career_lines
from recruiter_tui.tui.drawing.timeline import timeline
from tests.tui.people import DOSSIER

if TYPE_CHECKING:
    from recruiter_tui.services.views import Dossier
    from recruiter_tui.tui.drawing.career import Timeline

CUT_OFF = dt.date(2026, 1, 31)
ASKED = EducationExperience(id="education", alternatives=(Branch(DegreeLevel.MASTER, 60),))


def job(title: str, start: str, end: str, fte: Fraction = Fraction(1), *, paid: bool = True) -> Employment:
    return Employment("Harbour", title, PartialDate.parse(start), PartialDate.parse(end), fte, paid=paid)


CAREER = Candidate(
    employment=(
        job("Officer", "2015-01-01", "2018-12-31"),
        job("Assistant", "2018-01-01", "2020-12-31", Fraction(1, 2)),
        job("Volunteer", "2021-01-01", "2021-12-31", paid=False),
        job("PhD researcher", "2022-01-01", "2025-12-31"),
    ),
    degrees=(Degree(DegreeLevel.MASTER, "Law", "U", PartialDate(2016, 6, 30), DegreeStatus.COMPLETED),),
)
RULED = dict(
    zip(job_keys(CAREER.employment)[:2], (Relevance(Fraction(3, 4)), Relevance(Fraction(0))), strict=True)
)


def drawn(policy: str, relevance: dict[str, Relevance]) -> tuple[Timeline, Dossier]:
    """Return the drawing of a finding."""
    finding = EducationDemand(ASKED, Policy.named(policy)).judge(CAREER, CUT_OFF, relevance)
    dossier = replace(DOSSIER, candidate=CAREER, findings=(finding,))
    return timeline(dossier), dossier


@pytest.mark.parametrize("relevance", [{}, RULED], ids=["nobody ruled", "ruled"])
@pytest.mark.parametrize(
    "policy",
    [
        "sum",
        "once",
        "once-fte",
        "once-fte-after-degree",
        "epso/1",
        "once-fte; count_unpaid=no",
        "once-fte; volunteering=never; doctorate_months=36",
    ],
)
def test_the_sum_drawn_is_the_number_of_the_finding(policy: str, relevance: dict[str, Relevance]) -> None:
    career, dossier = drawn(policy, relevance)
    held = dossier.findings[0].inputs["months"]
    assert isinstance(held, dict)
    [counted] = [one for one in career.sums if one.policy == career.policy]
    assert counted.low == counted.high == Fraction(held["exact"])


def bars(career: Timeline) -> list[str]:
    """Return the lines of the drawing that bear blocks."""
    return [one.text for one in career_lines(career, 100) if "▁" in one.text]


def test_a_job_ruled_partly_relevant_is_drawn_thinner_and_one_of_no_relevance_not_at_all() -> None:
    career, _ = drawn("once-fte", RULED)
    by_title = {bar.label.partition(" ")[0]: bar for bar in career.bars}
    assert (by_title["Officer"].fte, by_title["Officer"].relevant) == (Fraction(1), Fraction(3, 4))
    assert "relevant to 75 %" in by_title["Officer"].remarks
    full, _ = drawn("once-fte", {})
    assert bars(career) != bars(full)
    once, _ = drawn("once", RULED)
    assert bars(once)[-1] == bars(career)[-1]
    assert (by_title["Assistant"].certain, by_title["Assistant"].possible) == (None, None)

"""What must hold for every career, tried on hundreds in every run and on ten thousand at night."""

from __future__ import annotations

import datetime as dt
from fractions import Fraction

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from recruiter_tui.domain.career import experience, read_career
from recruiter_tui.domain.dates import PartialDate
from recruiter_tui.domain.person import PRESENT, Employment
from recruiter_tui.domain.policy import ExperiencePolicy, KindRule, Policy
from recruiter_tui.domain.rulings import Relevance

CUT_OFF = dt.date(2026, 2, 5)
SUM, ONCE, FTE = ExperiencePolicy.SUM, ExperiencePolicy.ONCE, ExperiencePolicy.ONCE_FTE
FEW, MANY = 500, 10_000

days = st.dates(dt.date(1990, 1, 1), dt.date(2027, 12, 31))
shares = st.builds(Fraction, st.integers(1, 20), st.just(20))


@st.composite
def dates(draw: st.DrawFn) -> PartialDate:
    """Return a date known to the day, the month or the year."""
    day = draw(days)
    exact = draw(st.integers(1, 4))
    return PartialDate(day.year, day.month if exact > 1 else None, day.day if exact > 2 else None)


@st.composite
def jobs(draw: st.DrawFn) -> Employment:
    """Return a job with dates of any precision."""
    end = draw(st.one_of(dates(), st.just(PRESENT), st.none()))
    title = draw(st.sampled_from(("Officer", "Intern", "PhD candidate", "Volunteer", "P-3 Analyst")))
    return Employment(title=title, start=draw(dates()), end=end, fte=draw(shares), paid=draw(st.booleans()))


@st.composite
def exact_jobs(draw: st.DrawFn) -> Employment:
    """Return a job whose dates leave no choice."""
    first, last = sorted((draw(days), draw(days)))
    return Employment(title="Officer", start=_exact(first), end=_exact(last), fte=draw(shares), paid=True)


def _exact(day: dt.date) -> PartialDate:
    return PartialDate(day.year, day.month, day.day)


def holds(career: list[Employment], other: Employment, cut: int) -> None:
    """Check everything that must hold."""
    whole = {policy: experience(career, CUT_OFF, policy) for policy in ExperiencePolicy}
    for months in whole.values():
        assert months.low <= months.high
    for bound in ("low", "high"):
        sums, once, fte = (getattr(whole[policy], bound) for policy in (SUM, ONCE, FTE))
        assert fte <= once <= sums
    for policy in (SUM, ONCE, FTE):
        assert experience(career[::-1], CUT_OFF, policy) == whole[policy]
        more = experience([*career, other], CUT_OFF, policy)
        assert more.low >= whole[policy].low
        assert more.high >= whole[policy].high
    again = experience([*career, *career], CUT_OFF, ONCE)
    assert (again.low, again.high) == (whole[ONCE].low, whole[ONCE].high)
    split_changes_nothing(other, cut)
    widening_only_widens(other)
    switches_only_take_away(career)
    rulings_scale(career)


def split_changes_nothing(job: Employment, cut: int) -> None:
    """Check that a job told in two parts is worth the same."""
    assert isinstance(job.start, PartialDate)
    assert isinstance(job.end, PartialDate)
    first, last = job.start.earliest, job.end.earliest
    middle = first + dt.timedelta(days=cut % max(1, (last - first).days))
    if middle >= last:
        return
    parts = [
        Employment(start=job.start, end=_exact(middle), fte=job.fte),
        Employment(start=_exact(middle + dt.timedelta(days=1)), end=job.end, fte=job.fte),
    ]
    for policy in (SUM, ONCE, FTE):
        assert experience(parts, CUT_OFF, policy).exact == experience([job], CUT_OFF, policy).exact


def widening_only_widens(job: Employment) -> None:
    """Check that a less exact date makes a wider interval around the exact months."""
    assert isinstance(job.start, PartialDate)
    assert isinstance(job.end, PartialDate)
    narrow = experience([job], CUT_OFF, FTE)
    for start, end in (
        (PartialDate(job.start.year, job.start.month), job.end),
        (PartialDate(job.start.year), PartialDate(job.end.year, job.end.month)),
        (PartialDate(job.start.year), PartialDate(job.end.year)),
    ):
        wide = experience([Employment(start=start, end=end, fte=job.fte)], CUT_OFF, FTE)
        assert wide.low <= narrow.low <= narrow.high <= wide.high
        narrow = wide


def switches_only_take_away(career: list[Employment]) -> None:
    """Check that no switch of a policy makes anybody's experience longer."""
    free = read_career(career, CUT_OFF).months(Policy())
    strict = Policy(
        volunteering=KindRule.IF_PAID,
        traineeships=KindRule.NEVER,
        doctorate_months=36,
        military_months=9,
        professional_only=True,
        count_unpaid=False,
    )
    bound = read_career(career, CUT_OFF, strict, doctorate=None).months(strict)
    assert bound.low <= free.low
    assert bound.high <= free.high


def rulings_scale(career: list[Employment]) -> None:
    """Check that ruling all jobs relevant changes nothing, half halves a sum, and none leaves none."""
    for policy in (SUM, ONCE, FTE):
        under = Policy(experience=policy)
        free = read_career(career, CUT_OFF, under).months(under)
        for share in (Fraction(1), Fraction(1, 2), Fraction(0)):
            ruled = dict.fromkeys(range(len(career)), Relevance(share))
            months = read_career(career, CUT_OFF, under, ruled).months(under)
            if policy is FTE:
                assert months.low <= free.low
                assert months.low >= free.low * share
            else:
                assert (months.low, months.high) == (free.low * share, free.high * share)


CASE = {"career": st.lists(jobs(), max_size=6), "other": exact_jobs(), "cut": st.integers(0, 20_000)}
QUIET = [HealthCheck.too_slow, HealthCheck.function_scoped_fixture]


@settings(max_examples=FEW, deadline=None, suppress_health_check=QUIET)
@given(**CASE)
def test_careers_behave(career: list[Employment], other: Employment, cut: int) -> None:
    holds(career, other, cut)


@pytest.mark.nightly
@settings(max_examples=MANY, deadline=None, suppress_health_check=QUIET)
@given(**CASE)
def test_ten_thousand_careers_behave(career: list[Employment], other: Employment, cut: int) -> None:
    holds(career, other, cut)

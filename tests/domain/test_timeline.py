"""A career laid out for drawing: bars with uncertain ends, overlaps, and months that add up."""

from __future__ import annotations

import datetime as dt
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from recruiter_tui.domain.career import DegreeDay
from recruiter_tui.domain.dates import PartialDate
from recruiter_tui.domain.person import PRESENT, Employment
from recruiter_tui.domain.policy import ExperiencePolicy, Policy
from recruiter_tui.domain.timeline import timeline

CUT_OFF = dt.date(2026, 2, 5)


def job(start: str | None, end: str, fte: str = "1") -> Employment:
    first = None if start is None else PartialDate.parse(start)
    last = end if end == PRESENT else PartialDate.parse(end)
    return Employment(start=first, end=last, fte=Fraction(fte), paid=True)


GOLDEN = (
    job("2018-09-01", "2020-08-31"),
    job("2020-03-01", "2022-02-28", "1/2"),
    job("2022-03-01", "2024-08-31"),
    job("2024-06-01", PRESENT, "3/5"),
)


def at(year: int, month: int) -> Fraction:
    return Fraction(year * 12 + month - 1)


def test_the_golden_career_shows_its_overlaps_and_what_each_month_counts() -> None:
    drawn = timeline(GOLDEN, CUT_OFF)
    assert drawn.total.exact == Fraction(10263, 140)
    assert sum(month.low for month in drawn.months) == drawn.total.exact
    assert drawn.overlaps == ((at(2020, 3), at(2020, 9)), (at(2024, 6), at(2024, 9)))
    assert [(month.year, month.month) for month in drawn.months[:1]] == [(2018, 9)]
    march = drawn.share(2020, 3)
    assert march is not None
    assert (march.low, march.jobs, march.overlaps) == (Fraction(1), (0, 1), True)
    half = drawn.share(2021, 1)
    assert half is not None
    assert (half.low, half.high, half.jobs, half.overlaps) == (Fraction(1, 2), Fraction(1, 2), (1,), False)
    last = drawn.share(2026, 2)
    assert last is not None
    assert last.low == Fraction(5, 28) * Fraction(3, 5)
    assert drawn.share(2026, 3) is None
    assert drawn.share(2018, 8) is None
    assert drawn.bars[1].certain == drawn.bars[1].possible == (at(2020, 3), at(2022, 3))


def test_imprecise_ends_are_apart_from_what_is_certain() -> None:
    drawn = timeline((job("2019", "2024"), job(None, "2020"), job("2020-01-01", "2019-01-01")), CUT_OFF)
    first, without_start, backwards = drawn.bars
    assert first.certain == (at(2020, 1), at(2024, 1))
    assert first.possible == (at(2019, 1), at(2025, 1))
    assert without_start.open_start
    assert without_start.possible is None
    assert backwards.possible is None
    assert backwards.flags == ("start after end",)
    months = [(month.low, month.high) for month in drawn.months]
    nothing, whole = Fraction(0), Fraction(1)
    assert months == [(nothing, whole)] * 12 + [(whole, whole)] * 48 + [(nothing, whole)] * 12
    assert drawn.overlaps == ()


def test_jobs_that_follow_each_other_do_not_overlap_and_three_make_one_overlap() -> None:
    assert (
        timeline((job("2019-01-01", "2019-06-30"), job("2019-07-01", "2019-12-31")), CUT_OFF).overlaps == ()
    )
    three = (
        job("2019-01-01", "2019-06-30"),
        job("2019-02-01", "2019-06-30"),
        job("2019-03-01", "2019-04-30"),
    )
    assert timeline(three, CUT_OFF).overlaps == ((at(2019, 2), at(2019, 7)),)


def test_nothing_to_draw_draws_nothing() -> None:
    drawn = timeline((), CUT_OFF)
    assert (drawn.bars, drawn.months, drawn.overlaps) == ((), (), ())
    assert drawn.share(2020, 1) is None


def test_months_before_the_degree_do_not_count_under_that_policy() -> None:
    policy = Policy(ExperiencePolicy.ONCE_FTE_AFTER_DEGREE)
    drawn = timeline(GOLDEN, CUT_OFF, policy, DegreeDay.of(PartialDate.parse("2019-07-31")))
    assert drawn.total.exact == Fraction(8723, 140)
    july, august = drawn.share(2019, 7), drawn.share(2019, 8)
    assert july is not None
    assert august is not None
    assert (july.low, august.low) == (Fraction(0), Fraction(1))


@st.composite
def jobs(draw: st.DrawFn) -> Employment:
    start, end = sorted(draw(st.tuples(*[st.dates(dt.date(2018, 1, 1), dt.date(2027, 1, 1))] * 2)))
    exact = draw(st.booleans())
    first = PartialDate(start.year, start.month, start.day) if exact else PartialDate(start.year)
    return Employment(
        start=first,
        end=PartialDate(end.year, end.month),
        fte=draw(st.sampled_from([Fraction(1), Fraction(1, 2), Fraction(3, 5)])),
    )


@given(st.lists(jobs(), max_size=5), st.sampled_from(list(ExperiencePolicy)[:3]))
def test_the_months_add_up_to_the_total_under_every_policy(
    employment: list[Employment], experience: ExperiencePolicy
) -> None:
    drawn = timeline(employment, CUT_OFF, Policy(experience))
    assert sum(month.low for month in drawn.months) == drawn.total.low
    assert sum(month.high for month in drawn.months) == drawn.total.high

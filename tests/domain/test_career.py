"""Experience in exact months: the golden example, imprecise dates, and what must always hold."""

from __future__ import annotations

import datetime as dt
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recruiter_tui.domain.career import DegreeDay, cut_off_day, experience, read_career
from recruiter_tui.domain.dates import Moment, PartialDate
from recruiter_tui.domain.months import NOTHING, Interval
from recruiter_tui.domain.notice import Closing
from recruiter_tui.domain.person import PRESENT, Employment
from recruiter_tui.domain.policy import CountFrom, ExperiencePolicy, Policy

CUT_OFF = dt.date(2026, 2, 5)
SUM, ONCE, FTE = ExperiencePolicy.SUM, ExperiencePolicy.ONCE, ExperiencePolicy.ONCE_FTE
AFTER = ExperiencePolicy.ONCE_FTE_AFTER_DEGREE


def job(start: str | None, end: str | None, fte: str | None = "1", *, paid: bool | None = True) -> Employment:
    return Employment(
        start=None if start is None else PartialDate.parse(start),
        end=end if end in {None, PRESENT, "someday"} else PartialDate.parse(str(end)),
        fte=None if fte is None else Fraction(fte),
        paid=paid,
    )


GOLDEN = (
    job("2018-09-01", "2020-08-31"),
    job("2020-03-01", "2022-02-28", "1/2"),
    job("2022-03-01", "2024-08-31"),
    job("2024-06-01", PRESENT, "3/5"),
)


@pytest.mark.parametrize(
    ("policy", "exact", "shown"),
    [
        (SUM, "2749/28", 98.179),
        (ONCE, "2497/28", 89.179),
        (FTE, "10263/140", 73.307),
        (AFTER, "8723/140", 62.307),
    ],
)
def test_the_golden_example_comes_out_exactly(policy: ExperiencePolicy, exact: str, shown: float) -> None:
    months = experience(GOLDEN, CUT_OFF, policy, PartialDate.parse("2019-07-31"))
    assert months.as_json() == {"exact": exact, "low": shown, "high": shown}


@pytest.mark.parametrize(
    ("jobs", "cut_off", "policy", "exact"),
    [
        ([job("2021-02-01", "2026-01-31")], CUT_OFF, FTE, "60"),
        ([job("2021-02-02", "2026-01-31")], CUT_OFF, FTE, "1679/28"),
        ([job("2024-02-29", "2024-02-29")], CUT_OFF, FTE, "1/29"),
        ([job("2023-02-28", "2023-02-28")], CUT_OFF, FTE, "1/28"),
        ([job("2025-12-31", "2026-01-01")], CUT_OFF, FTE, "2/31"),
        ([job("2026-02-05", PRESENT)], CUT_OFF, FTE, "1/28"),
        ([job("2026-02-06", PRESENT)], CUT_OFF, FTE, "0"),
        ([job("2026-02-01", "2030-01-01")], CUT_OFF, FTE, "5/28"),
        ([job("2025-01-01", "2025-12-31", "1/5")], CUT_OFF, FTE, "12/5"),
        ([job("2025-01-01", "2025-12-31", "1/5")], CUT_OFF, SUM, "12"),
        ([job("2025-01-01", "2025-12-31", None)], CUT_OFF, FTE, "12"),
        ([job("2025-01-01", "2025-01-31", "1/2")] * 2, CUT_OFF, FTE, "1"),
        ([job("2025-01-01", "2025-01-31", "1/2")] * 3, CUT_OFF, FTE, "1"),
        (
            [job("2025-01-01", "2025-01-31", "1/3"), job("2025-01-01", "2025-01-31", "1/4")],
            CUT_OFF,
            FTE,
            "7/12",
        ),
        ([job("2025-01-01", "2025-01-31", "1/2")] * 3, CUT_OFF, ONCE, "1"),
        ([job("2025-01-01", "2025-01-31", "1/2")] * 3, CUT_OFF, SUM, "3"),
        ([job("2025-01-01", "2025-01-31", "3")], CUT_OFF, FTE, "1"),
        ([job("2025-01-01", "2025-01-31", "-1")], CUT_OFF, FTE, "0"),
        ([job("2025-03-01", "2025-01-31")], CUT_OFF, FTE, "0"),
        ([], CUT_OFF, FTE, "0"),
        ([job("9999-12-01", "9999-12-31")], dt.date.max, FTE, "1"),
    ],
)
def test_months_are_exact(
    jobs: list[Employment], cut_off: dt.date, policy: ExperiencePolicy, exact: str
) -> None:
    assert experience(jobs, cut_off, policy).exact == Fraction(exact)


@pytest.mark.parametrize(
    ("jobs", "low", "high"),
    [
        ([job("2019", "2024")], "48", "72"),
        ([job("2019-03", "2020-02")], "10", "12"),
        ([job("2019-03-01", "2020-02")], "11", "12"),
        ([job("2019", "2019")], "0", "12"),
        ([job("2026", PRESENT)], "0", "33/28"),
        ([job("2025", PRESENT)], "33/28", "369/28"),
        ([job("2025-01-01", "2026")], "12", "369/28"),
        ([job("2025-01-01", "2027")], "369/28", "369/28"),
        ([job("2025-12-01", None)], "0", "61/28"),
        ([job("2019", "2021"), job("2021", "2024")], "36", "72"),
        ([job("2019", "2021", "1/2"), job("2019-01-01", "2021-12-31", "1/2")], "24", "36"),
    ],
)
def test_imprecise_dates_make_intervals(jobs: list[Employment], low: str, high: str) -> None:
    months = experience(jobs, CUT_OFF, FTE)
    assert (months.low, months.high) == (Fraction(low), Fraction(high))
    assert not months.unbounded


def test_a_job_without_a_start_bounds_nothing_from_above() -> None:
    months = experience([job(None, "2020-01-31"), job("2025-01-01", "2025-12-31")], CUT_OFF, FTE)
    assert months == Interval(Fraction(12), Fraction(12), unbounded=True)
    assert months.as_json() == {
        "exact": None,
        "low": 12.0,
        "high": None,
        "exact_low": "12",
        "exact_high": None,
    }
    assert months.reaches(12)
    assert months.reaches(13) is None
    degree = PartialDate.parse("2019-12-31")
    assert experience([job(None, "2020-01-31")], CUT_OFF, AFTER, degree) == Interval(Fraction(0), Fraction(1))
    assert experience([job(None, "2018-01-31")], CUT_OFF, AFTER, degree) == NOTHING


def test_thresholds_are_three_valued() -> None:
    months = experience([job("2019", "2024")], CUT_OFF, FTE)
    assert [months.reaches(asked) for asked in (48, 49, 72, 73)] == [True, None, None, False]
    assert months.as_json() == {
        "exact": None,
        "low": 48.0,
        "high": 72.0,
        "exact_low": "48",
        "exact_high": "72",
    }


@pytest.mark.parametrize(
    ("degree", "low", "high"),
    [
        ("2019-12-31", "12", "12"),
        ("2020-01-31", "11", "11"),
        ("2020", "0", "371/31"),
        ("2020-01", "11", "371/31"),
        ("2020-12-31", "0", "0"),
    ],
)
def test_after_the_degree_counts_from_the_day_after_it(degree: str, low: str, high: str) -> None:
    months = experience([job("2020-01-01", "2020-12-31")], CUT_OFF, AFTER, PartialDate.parse(degree))
    assert (months.low, months.high) == (Fraction(low), Fraction(high))


def test_without_a_degree_nothing_counts_after_it_and_an_undated_one_leaves_it_open() -> None:
    jobs = [job("2020-01-01", "2020-12-31")]
    assert experience(jobs, CUT_OFF, Policy(AFTER)) == NOTHING
    career = read_career(jobs, CUT_OFF)
    assert career.months(after=DegreeDay.of(None)) == Interval(Fraction(0), Fraction(12))


@pytest.mark.parametrize(
    ("work", "flags"),
    [
        (job("2020-01-01", "2020-12-31"), ()),
        (job("2020-01-01", "2020-12-31", None, paid=None), ("fte not stated", "paid not stated")),
        (job("2020-01-01", "2020-12-31", paid=False), ("unpaid",)),
        (job("2020", PRESENT), ("imprecise dates",)),
        (job("2020-01-01", None), ("end not stated",)),
        (job("2020-01-01", "someday"), ("end not stated",)),
        (job(None, "2020-01"), ("start not stated", "imprecise dates")),
        (job("2020-02-01", "2020-01-01"), ("start after end",)),
        (job("2027-02-01", None), ("end not stated", "starts after the cut-off")),
        (job("2020-01-01", "2020-12-31", "3/2"), ("fte outside 0 to 100 %",)),
    ],
)
def test_what_the_papers_leave_out_is_flagged(work: Employment, flags: tuple[str, ...]) -> None:
    assert read_career([work], CUT_OFF).flags == flags


def test_unpaid_work_counts_unless_the_policy_leaves_it_out() -> None:
    jobs = [job("2020-01-01", "2020-12-31", paid=False)]
    assert experience(jobs, CUT_OFF).exact == 12
    assert experience(jobs, CUT_OFF, Policy(count_unpaid=False)).exact == 0


def test_the_cut_off_is_the_closing_date_else_the_day_of_receipt() -> None:
    received = Moment.parse("2026-03-01T00:30:00+05:00")
    assert cut_off_day(Closing(CUT_OFF), received) == CUT_OFF
    assert cut_off_day(None, received) == dt.date(2026, 3, 1)
    assert cut_off_day(None, None) is None


def test_both_switches_on_the_degree_are_heard() -> None:
    assert Policy().starts_from is CountFrom.ANY
    assert Policy(AFTER).starts_from is CountFrom.REQUIRED_DEGREE
    assert Policy(AFTER, count_from=CountFrom.FIRST_DEGREE).starts_from is CountFrom.FIRST_DEGREE


DAYS = st.dates(dt.date(2000, 1, 1), dt.date(2030, 12, 31))
SHARES = st.sampled_from(["1", "1/2", "3/5", "1/3", "4/5"]).map(Fraction)


def _rounded(day: dt.date, precision: int) -> PartialDate:
    return PartialDate(*(day.year, day.month, day.day)[:precision])


@st.composite
def employments(draw: st.DrawFn, *, exact: bool = False) -> Employment:
    start, end = sorted((draw(DAYS), draw(DAYS)))
    precision = 3 if exact else draw(st.integers(1, 3))
    last: PartialDate | str | None = _rounded(end, 3 if exact else draw(st.integers(1, 3)))
    if not exact:
        last = draw(st.sampled_from([last, last, last, PRESENT, None]))
    return Employment(start=_rounded(start, precision), end=last, fte=draw(SHARES))


CAREERS = st.lists(employments(), max_size=6)
EXACT_CAREERS = st.lists(employments(exact=True), max_size=6)


@given(CAREERS)
def test_fte_is_never_more_than_once_and_once_never_more_than_the_sum(jobs: list[Employment]) -> None:
    total, once, fte = (experience(jobs, CUT_OFF, policy) for policy in (SUM, ONCE, FTE))
    assert fte.low <= once.low <= total.low
    assert fte.high <= once.high <= total.high
    assert all(known.low <= known.high for known in (total, once, fte))


@given(EXACT_CAREERS, employments(exact=True), DAYS, st.sampled_from([SUM, ONCE, FTE]))
def test_splitting_a_job_changes_nothing(
    jobs: list[Employment], split: Employment, day: dt.date, policy: ExperiencePolicy
) -> None:
    assert split.start is not None
    assert isinstance(split.end, PartialDate)
    if not split.start.earliest < day <= split.end.latest:
        day = split.end.latest
    halves = [split]
    if day > split.start.earliest:
        before = day - dt.timedelta(days=1)
        halves = [
            Employment(start=split.start, end=_rounded(before, 3), fte=split.fte),
            Employment(start=_rounded(day, 3), end=split.end, fte=split.fte),
        ]
    assert experience([*jobs, *halves], CUT_OFF, policy) == experience([*jobs, split], CUT_OFF, policy)


@given(CAREERS, st.randoms(use_true_random=False), st.sampled_from([SUM, ONCE, FTE]))
def test_the_order_of_jobs_is_irrelevant(
    jobs: list[Employment], random: st.DataObject, policy: ExperiencePolicy
) -> None:
    shuffled = list(jobs)
    random.shuffle(shuffled)  # type: ignore[attr-defined]  # Hypothesis types its random numbers as data
    assert experience(shuffled, CUT_OFF, policy) == experience(jobs, CUT_OFF, policy)


@given(EXACT_CAREERS.filter(bool), DAYS, DAYS)
def test_a_job_inside_another_never_raises_the_union(
    jobs: list[Employment], one: dt.date, other: dt.date
) -> None:
    around = jobs[0]
    assert around.start is not None
    assert isinstance(around.end, PartialDate)
    start = min(max(one, around.start.earliest), around.end.latest)
    end = min(max(other, start), around.end.latest)
    inside = Employment(start=_rounded(start, 3), end=_rounded(end, 3))
    assert experience([*jobs, inside], CUT_OFF, ONCE) == experience(jobs, CUT_OFF, ONCE)


@given(CAREERS, st.integers(0, 5), st.sampled_from(["start", "end"]), st.sampled_from([SUM, ONCE, FTE]))
def test_widening_a_date_only_widens_the_interval(
    jobs: list[Employment], which: int, widened: str, policy: ExperiencePolicy
) -> None:
    if not jobs:
        return
    place = which % len(jobs)
    known = jobs[place]
    start, end = known.start, known.end
    if widened == "start" and start is not None:
        start = PartialDate(start.year, None if start.day is None else start.month)
    elif isinstance(end, PartialDate):
        end = PartialDate(end.year, None if end.day is None else end.month)
    wider = [*jobs]
    wider[place] = Employment(start=start, end=end, fte=known.fte)
    narrow, wide = experience(jobs, CUT_OFF, policy), experience(wider, CUT_OFF, policy)
    assert wide.low <= narrow.low
    assert narrow.high <= wide.high


@settings(max_examples=25)
@given(st.lists(employments(exact=True), max_size=3))
def test_the_union_is_the_days_counted_one_by_one(jobs: list[Employment]) -> None:
    days: dict[dt.date, Fraction] = {}
    for known in jobs:
        assert known.start is not None
        assert isinstance(known.end, PartialDate)
        assert known.fte is not None
        day = known.start.earliest
        while day <= min(known.end.latest, CUT_OFF):
            days[day] = days.get(day, Fraction(0)) + known.fte
            day += dt.timedelta(days=1)
    per_day = {
        day: Fraction(
            1, ((day.replace(day=28) + dt.timedelta(days=4)).replace(day=1) - dt.timedelta(days=1)).day
        )
        for day in days
    }
    assert experience(jobs, CUT_OFF, ONCE).exact == sum(per_day.values())
    capped = {day: share if share < 1 else Fraction(1) for day, share in days.items()}
    assert experience(jobs, CUT_OFF, FTE).exact == sum(capped[day] * part for day, part in per_day.items())

"""Careers at their edges: shares of relevance, limits of a kind, shares of full time that cannot be."""

from __future__ import annotations

import datetime as dt
from fractions import Fraction

import pytest

from recruiter_tui.domain.career import experience, read_career
from recruiter_tui.domain.dates import PartialDate, in_utc
from recruiter_tui.domain.person import Employment
from recruiter_tui.domain.policy import ExperiencePolicy, Policy
from recruiter_tui.domain.rulings import Relevance

CUT_OFF = dt.date(2026, 2, 5)
SUM, ONCE, PRO_RATA = ExperiencePolicy.SUM, ExperiencePolicy.ONCE, ExperiencePolicy.ONCE_FTE


def job(start: str, end: str, fte: str = "1", title: str = "Officer") -> Employment:
    span = (PartialDate.parse(start), PartialDate.parse(end))
    return Employment("A Place", title, *span, Fraction(fte), paid=True)


HALF = job("2020-01", "2021-12", "1/2")
EXACT_HALF = job("2020-01-01", "2021-12-31", "1/2")
BESIDE = job("2020-01-01", "2021-12-31", "3/5")


@pytest.mark.parametrize(
    ("policy", "shares", "months"),
    [
        (SUM, {0: "3/4"}, "42"),
        (SUM, {0: "3/4", 1: "1/2"}, "30"),
        (ONCE, {0: "3/4"}, "24"),
        (ONCE, {0: "3/4", 1: "1/2"}, "18"),
        (PRO_RATA, {}, "24"),
        (PRO_RATA, {0: "3/4"}, "117/5"),
        (PRO_RATA, {0: "1/2", 1: "1/2"}, "66/5"),
        (PRO_RATA, {0: "0", 1: "1/3"}, "24/5"),
        (PRO_RATA, {0: "0", 1: "0"}, "0"),
        (SUM, {0: "0", 1: "1"}, "24"),
    ],
)
def test_the_relevant_share_of_each_job_counts_under_every_policy(
    policy: ExperiencePolicy, shares: dict[int, str], months: str
) -> None:
    ruled = {place: Relevance(Fraction(share)) for place, share in shares.items()}
    career = read_career((EXACT_HALF, BESIDE), CUT_OFF, ruled=ruled)
    found = career.months(Policy(policy))
    assert (found.low, found.high) == (Fraction(months), Fraction(months))
    told = [flag for flag in career.flags if flag.startswith("relevance ruled")]
    assert len(told) == len({ruling.in_words for ruling in ruled.values()})


def test_a_job_of_no_relevance_is_no_evidence_of_anything() -> None:
    career = read_career((HALF, BESIDE), CUT_OFF, ruled={0: Relevance(Fraction(0))})
    assert [stint.counts for stint in career.stints] == [False, True]
    assert career.stints[0].certain is None
    assert career.stints[0].share == 0


@pytest.mark.parametrize(
    ("fte", "months", "flagged"),
    [
        ("1", "12", False),
        ("3/2", "12", True),
        ("1/100", "3/25", False),
        ("0", "0", False),
        ("-1/2", "0", True),
    ],
)
def test_a_share_of_full_time_that_cannot_be_is_flagged(fte: str, months: str, *, flagged: bool) -> None:
    jobs = (job("2020-01-01", "2020-12-31", fte),)
    assert experience(jobs, CUT_OFF).exact == Fraction(months)
    assert ("fte outside 0 to 100 %" in read_career(jobs, CUT_OFF).flags) is flagged


FIRST_HALF = job("2010-01-01", "2010-12-31", "1/2", "Military service")
THEN_FULL = job("2012-01-01", "2012-12-31", "1", "Military service")
DOCTORATE = job("2014-01-01", "2018-12-31", "1", "PhD candidate")
LIMITED = Policy(military_months=12, doctorate_months=36)


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 1, 0), (1, 2, 0)])
def test_a_limit_is_used_up_from_the_first_job_of_its_kind_on(order: tuple[int, ...]) -> None:
    jobs = tuple((FIRST_HALF, THEN_FULL, DOCTORATE)[place] for place in order)
    career = read_career(jobs, CUT_OFF, LIMITED, doctorate=True)
    assert career.months(LIMITED).exact == Fraction(6 + 36)
    assert {jobs[stint.job] for stint in career.stints if stint.counts} == {FIRST_HALF, DOCTORATE}
    limits = {flag for flag in career.flags if flag.endswith("counted up to a limit")}
    assert limits == {"military service counted up to a limit", "doctoral research counted up to a limit"}


def test_a_limit_that_is_not_reached_cuts_and_says_nothing() -> None:
    short = job("2014-01-01", "2014-06-30", "1", "Military service")
    career = read_career((short, job("2016-01-01", "2016-12-31")), CUT_OFF, LIMITED)
    assert career.months(LIMITED).exact == Fraction(18)
    assert career.flags == ("read as military service",)


def test_a_limit_holds_in_the_shortest_and_in_the_longest_reading() -> None:
    vague = (job("2010", "2012", "1", "Military service"), job("2014", "2015", "1", "Military service"))
    found = read_career(vague, CUT_OFF, LIMITED).months(LIMITED)
    assert (found.low, found.high) == (Fraction(12), Fraction(12))
    brief = (
        job("2010", "2011", "1", "Military service"),
        job("2014-03-01", "2014-05-31", "1", "Military service"),
    )
    found = read_career(brief, CUT_OFF, LIMITED).months(LIMITED)
    assert (found.low, found.high) == (Fraction(3), Fraction(12))


def test_wall_clocks_at_the_ends_of_the_calendar_are_clipped() -> None:
    east, west = dt.timezone(dt.timedelta(hours=14)), dt.timezone(dt.timedelta(hours=-12))
    assert in_utc(dt.datetime(1, 1, 1), east) == dt.datetime.min.replace(tzinfo=dt.UTC)  # noqa: DTZ001 - a wall clock
    assert in_utc(dt.datetime(9999, 12, 31, 23), west) == dt.datetime.max.replace(tzinfo=dt.UTC)  # noqa: DTZ001 - a wall clock
    assert in_utc(dt.datetime(2026, 1, 1), east).utcoffset() == dt.timedelta(0)  # noqa: DTZ001 - a wall clock


@pytest.mark.parametrize(
    ("start", "flags", "months"),
    [
        ("2026-02-05", (), Fraction(1, 28)),
        ("2026-02-06", ("starts after the cut-off",), Fraction(0)),
        ("2026-02", ("imprecise dates",), None),
        ("2026-03", ("starts after the cut-off", "imprecise dates"), Fraction(0)),
    ],
)
def test_a_job_from_the_cut_off_day_on_counts_for_that_day_alone(
    start: str, flags: tuple[str, ...], months: Fraction | None
) -> None:
    career = read_career((job(start, "2030-12-31"),), CUT_OFF)
    assert set(career.flags) == set(flags)
    assert career.months().exact == months


def test_a_limit_of_months_is_used_up_by_what_counts_for_certain_alone() -> None:
    policy = Policy(military_months=12)
    vague, exact = job("2010", "2010", title="Military service"), job("2012-01-01", "2013-12-31")
    served = Employment(exact.employer, "Military service", exact.start, exact.end, exact.fte, paid=True)
    months = read_career((vague, served), CUT_OFF, policy).months(policy)
    assert (months.low, months.high) == (Fraction(12), Fraction(12))

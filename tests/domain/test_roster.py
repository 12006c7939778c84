"""How long a place on the roster lasts."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recruiter_tui.domain.policy import Policy, RosterStart
from recruiter_tui.domain.roster import RosterTerm, roster_end


@pytest.mark.parametrize(
    ("start", "months", "end"),
    [
        ("2026-04-30", 24, "2028-04-30"),
        ("2028-02-29", 24, "2030-02-28"),
        ("2026-08-31", 6, "2027-02-28"),
        ("2027-08-31", 6, "2028-02-29"),
        ("2026-12-31", 1, "2027-01-31"),
        ("2026-11-22", 0, "2026-11-22"),
    ],
)
def test_the_end_is_the_same_day_of_the_month_clipped(start: str, months: int, end: str) -> None:
    assert roster_end(dt.date.fromisoformat(start), months) == dt.date.fromisoformat(end)


@given(st.dates(dt.date(1990, 1, 1), dt.date(2090, 1, 1)), st.integers(0, 120))
def test_a_longer_term_never_ends_earlier_and_stays_in_its_month(start: dt.date, months: int) -> None:
    end = roster_end(start, months)
    assert (end.year - start.year) * 12 + end.month - start.month == months
    assert end.day <= start.day
    assert roster_end(start, months + 1) > end


def test_the_term_starts_with_the_decision_or_with_the_closing_as_the_policy_says() -> None:
    closing, decided = dt.date(2026, 2, 5), dt.date(2026, 11, 22)
    by_decision = RosterTerm.of(24, closing)
    by_closing = RosterTerm.of(24, closing, Policy(roster_from=RosterStart.CLOSING))
    assert by_decision is not None
    assert by_closing is not None
    assert by_decision.until(decided) == dt.date(2028, 11, 22)
    assert by_closing.until(decided) == dt.date(2028, 2, 5)


def test_nothing_is_said_where_the_notice_says_nothing() -> None:
    assert RosterTerm.of(None, dt.date(2026, 2, 5)) is None
    open_ended = RosterTerm.of(24, None, Policy(roster_from=RosterStart.CLOSING))
    assert open_ended is not None
    assert open_ended.until(dt.date(2026, 11, 22)) is None

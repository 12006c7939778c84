"""A day as people type it."""

from __future__ import annotations

import datetime as dt

import pytest

from recruiter_tui.domain.days import day_of, from_today

SUNDAY = dt.date(2026, 11, 22)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("today", "2026-11-22"),
        (" Tomorrow ", "2026-11-23"),
        ("3 days", "2026-11-25"),
        ("in 3 days", "2026-11-25"),
        ("3d", "2026-11-25"),
        ("a week", "2026-11-29"),
        ("two weeks", "2026-12-06"),
        ("next week", "2026-11-29"),
        ("next month", "2026-12-22"),
        ("1 month", "2026-12-22"),
        ("1 year", "2027-11-22"),
        ("monday", "2026-11-23"),
        ("on Fri", "2026-11-27"),
        ("next friday", "2026-11-27"),
        ("sunday", "2026-11-29"),
        ("12 dec", "2026-12-12"),
        ("12th December", "2026-12-12"),
        ("Dec 12, 2027", "2027-12-12"),
        ("jan 5", "2027-01-05"),
        ("5. Jan 2028", "2028-01-05"),
        ("2026-12-01", "2026-12-01"),
        ("2026-1-5", "2026-01-05"),
    ],
)
def test_a_day_is_understood(text: str, day: str) -> None:
    assert day_of(text, SUNDAY) == dt.date.fromisoformat(day)


@pytest.mark.parametrize(
    "text",
    ["", "soon", "m", "30 feb", "2026-13-01", "12 foo", "foo 12", "9999 weeks", "some days", "0000-01-01"],
)
def test_what_is_no_day_is_none(text: str) -> None:
    assert day_of(text, SUNDAY) is None


def test_a_month_that_is_too_short_ends_earlier() -> None:
    assert day_of("1 month", dt.date(2027, 1, 31)) == dt.date(2027, 2, 28)


def test_how_far_a_day_is() -> None:
    days = [from_today(SUNDAY + dt.timedelta(days=n), SUNDAY) for n in (-3, -1, 0, 1, 8)]
    assert days == ["3 days ago", "yesterday", "today", "tomorrow", "in 8 days"]

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


@pytest.mark.parametrize(
    ("today", "text", "day"),
    [
        # today by its date or its weekday is the next one to come
        ("2026-11-22", "22 nov", "2027-11-22"),
        ("2026-11-22", "23 nov", "2026-11-23"),
        ("2026-11-22", "21 nov", "2027-11-21"),
        ("2026-11-24", "tuesday", "2026-12-01"),
        ("2026-11-24", "monday", "2026-11-30"),
        ("2026-11-24", "we", "2026-11-25"),
        # months and years run on over the turn of the year, and end with a shorter month
        ("2026-12-31", "2 months", "2027-02-28"),
        ("2026-12-01", "1 month", "2027-01-01"),
        ("2026-11-22", "13 months", "2027-12-22"),
        ("2028-02-29", "a year", "2029-02-28"),
        ("2026-01-31", "an y", "2027-01-31"),
        ("2026-11-22", "six w", "2027-01-03"),
        # ten years are the furthest that anybody can mean
        ("2026-11-22", "3660 days", "2036-11-29"),
        ("2026-11-22", "3661 days", None),
        ("2026-11-22", "2016-11-14", "2016-11-14"),
        ("2026-11-22", "2016-11-13", None),
        # a day that its year does not have
        ("2026-11-22", "29 feb", None),
        ("2026-11-22", "29 feb 2028", "2028-02-29"),
    ],
)
def test_a_day_is_counted_from_today(today: str, text: str, day: str | None) -> None:
    found = day_of(text, dt.date.fromisoformat(today))
    assert found == (dt.date.fromisoformat(day) if day else None)


def test_how_far_a_day_is() -> None:
    days = [from_today(SUNDAY + dt.timedelta(days=n), SUNDAY) for n in (-3, -1, 0, 1, 8)]
    assert days == ["3 days ago", "yesterday", "today", "tomorrow", "in 8 days"]

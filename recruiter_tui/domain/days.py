"""A day as people type it: `3 days`, `monday`, `12 dec`, `2026-12-01`."""

from __future__ import annotations

import datetime as dt
import re
from calendar import monthrange
from typing import Final

_WEEKDAYS: Final = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NAMED: Final = {"today": 0, "tomorrow": 1}
_LEAST: Final = 2
"""Letters from which the beginning of a weekday's name is enough."""
_FURTHEST: Final = 3_660
"""Days beyond which somebody mistyped."""
_NUMBERS: Final = {"": 1, "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
_SPAN = re.compile(r"(?:in )?(?:(\d{1,4}|) ?|([a-z]{1,5}) )(d|days?|w|weeks?|months?|y|years?)")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_DAY_MONTH = re.compile(r"(\d{1,2})(?:\.|st|nd|rd|th)? ?([a-z]{3,9})\.?(?: (\d{4}))?")
_MONTH_DAY = re.compile(r"([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?(?: (\d{4}))?")


def day_of(text: str, today: dt.date) -> dt.date | None:
    """Return the day that a person means, counted from `today`; None where that cannot be told.

    Weekdays and days without a year are the next ones to come, never today.
    """
    words = " ".join(text.casefold().replace(",", " ").split()).removeprefix("on ").removeprefix("next ")
    try:
        found = _found(words, today)
    except ValueError:  # the thirtieth of February
        return None
    return found if found is not None and abs((found - today).days) <= _FURTHEST else None


def _found(words: str, today: dt.date) -> dt.date | None:
    if words in _NAMED:
        return today + dt.timedelta(days=_NAMED[words])
    if match := _ISO.fullmatch(words):
        return dt.date(int(match[1]), int(match[2]), int(match[3]))
    if match := _SPAN.fullmatch(words):
        count = int(match[1]) if match[1] else _NUMBERS.get(match[2] or "")
        return None if count is None else _later(today, count, match[3][0])
    match = _DAY_MONTH.fullmatch(words)
    day, month = (match[1], match[2]) if match else ("", "")
    if not match and (match := _MONTH_DAY.fullmatch(words)):
        day, month = match[2], match[1]
    return _in_year(month, int(day), match[3], today) if match else _weekday(words, today)


def _later(today: dt.date, count: int, unit: str) -> dt.date:
    """Return the day some days, weeks, months or years on; a month that is too short ends earlier."""
    if unit in "dw":
        return today + dt.timedelta(days=count * (7 if unit == "w" else 1))
    months = today.year * 12 + today.month - 1 + count * (12 if unit == "y" else 1)
    year, month = divmod(months, 12)
    return dt.date(year, month + 1, min(today.day, monthrange(year, month + 1)[1]))


def _in_year(month: str, day: int, year: str | None, today: dt.date) -> dt.date | None:
    number = next((n for n, name in enumerate(_MONTHS, 1) if month.startswith(name)), None)
    if number is None:
        return None
    if year is not None:
        return dt.date(int(year), number, day)
    found = dt.date(today.year, number, day)
    return found if found > today else dt.date(today.year + 1, number, day)


def _weekday(word: str, today: dt.date) -> dt.date | None:
    number = next(
        (n for n, name in enumerate(_WEEKDAYS) if len(word) >= _LEAST and name.startswith(word)), None
    )
    if number is None:
        return None
    return today + dt.timedelta(days=(number - today.weekday() - 1) % 7 + 1)


def from_today(day: dt.date, today: dt.date) -> str:
    """Return how far a day is: `today`, `tomorrow`, `in 8 days`, `3 days ago`."""
    days = (day - today).days
    if days in {0, 1, -1}:
        return {0: "today", 1: "tomorrow", -1: "yesterday"}[days]
    return f"in {days} days" if days > 0 else f"{-days} days ago"

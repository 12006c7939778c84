"""Dates as notices write them, in four languages; `n/n/yyyy` stays open until something settles its order."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from typing import NamedTuple

from recruiter_tui.reading.notices.words import flat

_MONTHS = (
    "january jan janvier janv enero ene janeiro",
    "february feb fevrier fevr fev febrero fevereiro",
    "march mar mars marzo marco",
    "april apr avril avr abril abr",
    "may mai mayo maio",
    "june jun juin junio junho",
    "july jul juillet juil julio julho",
    "august aug aout agosto ago",
    "september sep sept septembre septiembre setembro set setiembre",
    "october oct octobre octubre outubro out",
    "november nov novembre noviembre novembro",
    "december dec decembre diciembre dic dezembro dez",
)
MONTHS = {word: number for number, words in enumerate(_MONTHS, 1) for word in words.split()}
_NAMES = "|".join(sorted(MONTHS, key=len, reverse=True))
_YEAR = r"(?P<year{0}>(?:19|20)\d\d)(?![\d])"
_DATE = re.compile(
    rf"(?<!\d)(?P<iso>(?:19|20)\d\d)[-/](?P<isom>\d{{1,2}})[-/](?P<isod>\d{{1,2}})(?!\d)"
    rf"|(?<![\d/.])(?P<a>\d{{1,2}})(?P<sep>[/.-])(?P<b>\d{{1,2}})(?P=sep){_YEAR.format(1)}"
    rf"|(?<!\d)(?P<day>\d{{1,2}})(?:st|nd|rd|th|er|o|a)?[\s.,/-]{{0,3}}(?:(?:of|de|"
    rf"do)\s{{1,2}})?(?P<month>{_NAMES})\b[\s.,/-]{{0,3}}"
    rf"(?:(?:de|del|do|of)\s{{1,2}})?{_YEAR.format(2)}"
    rf"|(?<![a-z])(?P<month2>{_NAMES})[\s.,-]{{1,3}}(?P<day2>\d{{1,2}})(?:st|nd|rd|"
    rf"th)?[\s.,]{{1,3}}{_YEAR.format(3)}"
    rf"|(?<!\d)(?P<day4>\d{{1,2}})-(?P<month4>{_NAMES})-(?P<short>\d\d)(?!\d)"
)
_TIMESTAMP = re.compile(
    r"[T ](?P<hour>\d\d):(?P<minute>\d\d)(?::\d\d(?:\.\d{1,9})?)?(?P<zone>Z|[+-]\d\d:?\d\d)?"
)


class Slashed(NamedTuple):
    """A date of two small numbers and a year."""

    first: int
    second: int
    year: int

    def read(self, *, month_first: bool) -> dt.date | None:
        """Return the date in one of the two orders, or None where no calendar holds it."""
        month, day = (self.first, self.second) if month_first else (self.second, self.first)
        return _date(self.year, month, day)


@dataclass(frozen=True, slots=True)
class Found:
    """A date in a text: its place, and the date or the numbers that leave its order open."""

    start: int
    end: int
    date: dt.date | None
    slashed: Slashed | None = None
    iso: bool = False


def find(text: str, start: int = 0) -> list[Found]:
    """Return the dates in `text`, which stands at `start` of the sheet; impossible ones are left out."""
    found = []
    folded = flat_dates(text)
    for match in _DATE.finditer(folded):
        each = _found(match, start)
        if each is not None:
            found.append(each)
    return found


def flat_dates(text: str) -> str:
    """Return lower case without accents, with the signs that dates need, at the same offsets."""
    plain = flat(text)
    if len(plain) != len(text):
        return text.lower()
    return "".join(sign if sign in "/.-,:+" else letter for sign, letter in zip(text, plain, strict=True))


def _found(match: re.Match[str], start: int) -> Found | None:
    begin, end = start + match.start(), start + match.end()
    if match["iso"]:
        date = _date(int(match["iso"]), int(match["isom"]), int(match["isod"]))
        return Found(begin, end, date, iso=True) if date else None
    if match["a"]:
        numbers = Slashed(int(match["a"]), int(match["b"]), int(match["year1"]))
        by_month, by_day = numbers.read(month_first=True), numbers.read(month_first=False)
        if by_month and by_day and by_month != by_day and match["sep"] != ".":
            return Found(begin, end, None, numbers)
        settled = by_day if match["sep"] == "." or not by_month else by_month
        return Found(begin, end, settled, numbers) if settled else None
    if match["short"]:
        date = _date(2000 + int(match["short"]), MONTHS[match["month4"]], int(match["day4"]))
        return Found(begin, end, date) if date else None
    month, day, year = (
        (match["month"], match["day"], match["year2"])
        if match["month"]
        else (match["month2"], match["day2"], match["year3"])
    )
    date = _date(int(year), MONTHS[month], int(day))
    return Found(begin, end, date) if date else None


def timestamp(text: str) -> tuple[dt.time, dt.timedelta | None] | None:
    """Return the clock and the offset that follow an ISO date, or None."""
    match = _TIMESTAMP.match(text)
    if match is None or int(match["hour"]) > 23 or int(match["minute"]) > 59:  # noqa: PLR2004  (a clock's limits)
        return None
    zone = match["zone"]
    offset = None
    if zone == "Z":
        offset = dt.timedelta(0)
    elif zone:
        digits = zone[1:].replace(":", "")
        offset = dt.timedelta(hours=int(digits[:2]), minutes=int(digits[2:])) * (-1 if zone[0] == "-" else 1)
    return dt.time(int(match["hour"]), int(match["minute"])), offset


def _date(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None

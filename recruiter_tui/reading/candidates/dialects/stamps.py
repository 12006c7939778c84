"""Times of receipt as other systems write them: `1/2/2026`, `12 Mar 2024`, `Jan 5, 2026 10:30 AM`."""

from __future__ import annotations

import datetime as dt
import re
from typing import Final

from recruiter_tui.domain.dates import Moment, PartialDate
from recruiter_tui.reading.candidates import facts
from recruiter_tui.reading.candidates.dates import partial_date
from recruiter_tui.reading.candidates.incoming import Unclear

_SLASHED = re.compile(r"([0-9]{1,2})[/.-]([0-9]{1,2})[/.-]([0-9]{4}|[0-9]{2})")
_CLOCK = re.compile(
    r"[ ,T]+([0-9]{1,2}):([0-9]{2})(?::([0-9]{2}))?(?: ?([AaPp])\.?[Mm]\.?)?(?: ?(?:UTC|GMT|Z))?$"
)
_IN_UTC = re.compile(r"(?:UTC|GMT|Z)$")
_CENTURY: Final = 2000
_SHORT: Final = 2
_LAST_MONTH: Final = 12
_NOON: Final = 12


def stamp(text: str, order: str | None) -> Moment:
    """Return when an application was received; raises Unclear where day and month could change places.

    `order` is `day` or `month` where the file or its system tells which comes first. A day without a time
    stays a day, a time without an offset keeps its zone unknown.
    """
    wording = text.strip(" '")
    try:
        return facts.moment(wording)
    except Unclear:
        clock = _CLOCK.search(wording)
        day = _day(wording[: clock.start()] if clock else wording, order)
        if clock is None:
            return Moment.parse(day.isoformat())
        time = _time(clock)
        zone = "+00:00" if _IN_UTC.search(wording) else ""
        return Moment.parse(f"{day.isoformat()}T{time.isoformat()}{zone}")


def _time(clock: re.Match[str]) -> dt.time:
    """Return the time of day, afternoons by their letter."""
    hour = int(clock[1])
    if half := (clock[4] or "").casefold():
        hour = hour % _NOON + (_NOON if half == "p" else 0)
    try:
        return dt.time(hour, int(clock[2]), int(clock[3] or 0))
    except ValueError:
        problem = "this is not a time of day"
        raise Unclear(problem, "write it like 2026-02-05T22:59:00Z") from None


def _day(text: str, order: str | None) -> dt.date:
    """Return the day that a wording names."""
    remedy = "write it like 2026-02-05"
    if found := _SLASHED.fullmatch(text.strip()):
        first, second = int(found[1]), int(found[2])
        year = int(found[3]) + (_CENTURY if len(found[3]) == _SHORT else 0)
        if first != second and max(first, second) <= _LAST_MONTH and order is None:
            problem = "day and month of this date could change places"
            raise Unclear(problem, remedy)
        month_first = second > _LAST_MONTH or (first <= _LAST_MONTH and order == "month")
        month, day = (first, second) if month_first else (second, first)
        try:
            return dt.date(year, month, day)
        except ValueError:
            problem = "this is not a date"
            raise Unclear(problem, remedy) from None
    date = partial_date(text)
    if isinstance(date, PartialDate) and date.month and date.day:
        return dt.date(date.year, date.month, date.day)
    problem = "this is not a date"
    raise Unclear(problem, remedy)

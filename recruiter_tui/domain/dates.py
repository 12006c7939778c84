"""Dates as people give them: exact to a day, a month or a year, and instants with or without a zone."""

from __future__ import annotations

import calendar
import functools
import re
from dataclasses import dataclass
from datetime import MINYEAR, UTC, date, datetime, time, timedelta, timezone, tzinfo

_PARTIAL = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
_MIDNIGHT_IN_FIRST_ZONE = timezone(timedelta(hours=14))
_MIDNIGHT_IN_LAST_ZONE = timezone(timedelta(hours=-12))
_LONGEST_DAY = len("2026-02-05")
_LAST_SECOND = time(23, 59, 59)


@functools.cache
def days_of(year: int, month: int) -> int:
    """Return how many days a month has."""
    return calendar.monthrange(year, month)[1]


@dataclass(frozen=True, slots=True, order=True)
class PartialDate:
    """A date known to the day, the month or only the year (JSON Resume's `YYYY[-MM[-DD]]`)."""

    year: int
    month: int | None = None
    day: int | None = None

    def __post_init__(self) -> None:
        """Refuse a date that no calendar holds, and a day without its month."""
        if self.day is not None and self.month is None:
            message = "a day without a month is not a date"
            raise ValueError(message)
        _exists(self.year, self.month or 1, self.day or 1)

    @classmethod
    def parse(cls, text: str) -> PartialDate:
        """Read `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; raises ValueError for anything else."""
        found = _PARTIAL.fullmatch(text.strip())
        if found is None:
            message = f"{text!r} is not a date like 2019, 2019-07 or 2019-07-31"
            raise ValueError(message)
        return cls(*(int(part) if part else None for part in found.groups()))  # type: ignore[arg-type]

    @property
    def earliest(self) -> date:
        """Return the first day that the date can mean."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def latest(self) -> date:
        """Return the last day that the date can mean."""
        month = self.month or 12
        return date(self.year, month, self.day or days_of(self.year, month))

    @property
    def is_exact(self) -> bool:
        """Tell whether the date names one day."""
        return self.day is not None

    def __str__(self) -> str:
        """Return the ISO 8601 form, as exact as the date is known."""
        return _iso(self.year, self.month, self.day)


@functools.lru_cache(maxsize=65_536)
def _exists(year: int, month: int, day: int) -> bool:
    """Tell that a calendar holds a day; raises ValueError otherwise."""
    return bool(date(year, month, day))


@functools.lru_cache(maxsize=65_536)
def _iso(year: int, month: int | None, day: int | None) -> str:
    """Return a date as exact as it is known; kept, because a life has few of them and a pile few more."""
    if day is not None:
        return f"{year:04}-{month:02}-{day:02}"
    return f"{year:04}" if month is None else f"{year:04}-{month:02}"


@dataclass(frozen=True, slots=True)
class Moment:
    """A moment as it was written down: an instant, or a wall-clock time whose zone nobody stated (R4)."""

    text: str
    """The timestamp as it came in."""
    local: datetime
    """The wall-clock reading; aware exactly when the zone is known."""

    @classmethod
    def parse(cls, text: str) -> Moment:
        """Read an ISO 8601 timestamp or date; without an offset the zone counts as unknown."""
        return cls(text.strip(), datetime.fromisoformat(text.strip()))

    @property
    def has_zone(self) -> bool:
        """Tell whether the moment is one instant."""
        return self.local.tzinfo is not None

    @property
    def is_day(self) -> bool:
        """Tell whether only the day was written down, so that any time of it can be meant."""
        return len(self.text) <= _LONGEST_DAY and ":" not in self.text and "T" not in self.text

    @property
    def earliest(self) -> datetime:
        """Return the first instant, in UTC, that the moment can mean (read in UTC+14)."""
        return in_utc(self.local, _MIDNIGHT_IN_FIRST_ZONE)

    @property
    def latest(self) -> datetime:
        """Return the last instant, in UTC, that the moment can mean (read in UTC-12)."""
        local = datetime.combine(self.local, _LAST_SECOND) if self.is_day else self.local
        return in_utc(local, _MIDNIGHT_IN_LAST_ZONE)


def in_utc(local: datetime, zone: tzinfo) -> datetime:
    """Return a wall-clock time as an instant, read in `zone` where it names none; clipped to the calendar."""
    zoned = local if local.tzinfo is not None else local.replace(tzinfo=zone)
    try:
        return zoned.astimezone(UTC)
    except OverflowError:
        first, last = datetime.min.replace(tzinfo=UTC), datetime.max.replace(tzinfo=UTC)
        return first if local.year <= MINYEAR else last

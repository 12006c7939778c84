"""What a vacancy notice says: every value with its state and its place in the text."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from enum import StrEnum
from zoneinfo import ZoneInfo

from recruiter_tui.domain.dates import in_utc
from recruiter_tui.domain.requirement import Criterion
from recruiter_tui.domain.stated import Span, Stated


class Category(StrEnum):
    """The staff category that a grade belongs to."""

    PROFESSIONAL = "professional"
    NATIONAL_OFFICER = "national officer"
    GENERAL_SERVICE = "general service"
    DIRECTOR = "director"
    CONSULTANT = "consultant"
    INTERN = "intern"
    VOLUNTEER = "volunteer"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Closing:
    """When a vacancy closes: date, wall-clock time and IANA zone as far as the notice states them (R1)."""

    date: dt.date
    time: dt.time | None = None
    zone: str | None = None

    @property
    def instant(self) -> dt.datetime | None:
        """Return the closing in UTC as the notice words it, or None while time or zone is unknown."""
        if self.time is None or self.zone is None:
            return None
        return in_utc(dt.datetime.combine(self.date, self.time), ZoneInfo(self.zone))

    @property
    def earliest(self) -> dt.datetime:
        """Return the first instant, in UTC, at which the vacancy can be meant to close."""
        zone = ZoneInfo(self.zone) if self.zone else dt.timezone(dt.timedelta(hours=14))
        return in_utc(dt.datetime.combine(self.date, self.time or dt.time.min), zone)

    @property
    def latest(self) -> dt.datetime:
        """Return the last instant, in UTC, at which the vacancy can be meant to close."""
        zone = ZoneInfo(self.zone) if self.zone else dt.timezone(dt.timedelta(hours=-12))
        return in_utc(dt.datetime.combine(self.date, self.time or dt.time(23, 59)), zone)


@dataclass(frozen=True, slots=True)
class Source:
    """Where a document came from: file name, SHA-256 of its bytes, and the layout that read it."""

    file: str
    sha256: str
    layout: str


@dataclass(frozen=True, slots=True)
class Duty:
    """One duty of the post, as the notice words it."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Two or more places in one notice that do not agree, and how they differ."""

    between: tuple[str, ...]
    """The places' headings or field names."""
    what: str
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Dropped:
    """A criterion that a person took out, with its place among the others, so that it can be put back."""

    criterion: Criterion
    place: int
    by: str
    at: dt.datetime


@dataclass(frozen=True, slots=True)
class Notice:
    """A vacancy notice as it was understood; spans count characters of `text`."""

    source: Source
    text: str
    title: Stated[str] = field(default_factory=Stated)
    reference: Stated[str] = field(default_factory=Stated)
    organisation: Stated[str] = field(default_factory=Stated)
    duty_station_city: Stated[str] = field(default_factory=Stated)
    duty_station_country: Stated[str] = field(default_factory=Stated)
    """ISO 3166-1 alpha-2; the notice's own wording is its `text`."""
    grade: Stated[str] = field(default_factory=Stated)
    category: Stated[Category] = field(default_factory=Stated)
    contract_type: Stated[str] = field(default_factory=Stated)
    duration: Stated[str] = field(default_factory=Stated)
    posted_on: Stated[dt.date] = field(default_factory=Stated)
    closing: Stated[Closing] = field(default_factory=Stated)
    roster_months: Stated[int] = field(default_factory=Stated)
    salary: Stated[str] = field(default_factory=Stated)
    criteria: tuple[Criterion, ...] = ()
    duties: tuple[Duty, ...] = ()
    documents: tuple[Duty, ...] = ()
    """What an application must hold, as the notice words it."""
    conditions: tuple[Duty, ...] = ()
    """What an appointment depends on after the selection, and what an applicant has to declare (R10-R12).

    They are no criteria of the short list, and no rule reads them.
    """
    contradictions: tuple[Contradiction, ...] = ()
    boilerplate: tuple[Span, ...] = ()
    dropped: tuple[Dropped, ...] = ()
    """What persons took out of the criteria."""

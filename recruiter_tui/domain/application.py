"""A person's application to a vacancy, and the dispositions it can have."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from recruiter_tui.domain.dates import Moment


class Disposition(StrEnum):
    """Where an application stands (R46)."""

    NEW = "new"
    LONGLISTED = "longlisted"
    MAYBE = "maybe"
    SHORTLISTED = "shortlisted"
    NOT_SUITABLE = "not-suitable"
    WITHDRAWN = "withdrawn"


class VacancyStatus(StrEnum):
    """Where a vacancy stands."""

    OPEN = "open"
    CLOSED = "closed"
    CANCELLED = "cancelled"
    FILLED = "filled"


@dataclass(frozen=True, slots=True)
class ReasonCode:
    """Why a person is not suitable: a code, its plain name, and whether it needs own words (R13, R47)."""

    code: str
    name: str
    needs_text: bool = False


REASON_CODES: tuple[ReasonCode, ...] = (
    ReasonCode("education", "education does not meet the requirement"),
    ReasonCode("experience", "experience does not meet the requirement"),
    ReasonCode("language", "a required language is missing"),
    ReasonCode("eligibility", "not eligible for this vacancy"),
    ReasonCode("late", "received after the closing"),
    ReasonCode("incomplete", "the application is incomplete"),
    ReasonCode("duplicate", "a duplicate of another application"),
    ReasonCode("other", "another reason, in words", needs_text=True),
)
"""The codes that every vacancy has; a vacancy can add its own."""


@dataclass(frozen=True, slots=True)
class Application:
    """One person's application to one vacancy, as it was received."""

    id: str
    """The number that the source gave it, unique within its vacancy."""
    received: Moment | None = None
    channel: str | None = None
    internal: bool | None = None
    """Whether the person is an internal candidate; None where the source does not say."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """A person's decision on an application."""

    disposition: Disposition
    reason: str | None = None
    note: str | None = None
    by: str = ""
    at: str = ""
    """ISO 8601 in UTC."""

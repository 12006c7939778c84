"""A candidate as his or her papers describe him or her: facts with their origin, never judgements."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from fractions import Fraction
from typing import Final

from recruiter_tui.domain.dates import PartialDate
from recruiter_tui.domain.requirement import DegreeLevel
from recruiter_tui.domain.stated import Span, State, Stated

PRESENT: Final = "present"
"""The end of a job that still goes on; it means the cut-off date (R31)."""
STATELESS: Final = "XXA"
"""Stands for a country's code where a person has the nationality of none, as in passports (ICAO 9303)."""


class DegreeStatus(StrEnum):
    """Whether a degree was conferred (R22)."""

    COMPLETED = "completed"
    EXPECTED = "expected"
    INCOMPLETE = "incomplete"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Employment:
    """One job: absent `fte` counts as full time and absent `paid` as paid, both flagged."""

    employer: str = ""
    title: str = ""
    start: PartialDate | None = None
    end: PartialDate | str | None = None
    """A date, `PRESENT`, or None where the papers do not say."""
    fte: Fraction | None = None
    """Share of full time, 1 for 100 %, as an exact fraction."""
    paid: bool | None = None
    text: str = ""
    """What the candidate wrote about the job, where it stands apart."""
    spans: tuple[Span, ...] = ()
    state: State = State.STATED

    @property
    def is_current(self) -> bool:
        """Tell whether the job still goes on."""
        return self.end == PRESENT


@dataclass(frozen=True, slots=True)
class Degree:
    """One degree or certificate; `level` None where its wording names no known level."""

    level: DegreeLevel | None = None
    field: str | None = None
    institution: str | None = None
    completed: PartialDate | None = None
    status: DegreeStatus = DegreeStatus.UNKNOWN
    title: str | None = None
    """The degree as the candidate words it."""
    spans: tuple[Span, ...] = ()
    state: State = State.STATED


@dataclass(frozen=True, slots=True)
class LanguageSkill:
    """One language: ISO 639 code, level as written, and levels per skill where stated (R36-R38)."""

    language: str
    level: str | None = None
    scale: Mapping[str, str] = field(default_factory=dict)
    """Skill (`reading`, `writing`, `speaking`, `understanding`) to the level as written."""
    spans: tuple[Span, ...] = ()
    state: State = State.STATED
    tested: str | None = None
    """The level that a test or certificate attests, as written; what is only declared has none (R39)."""


@dataclass(frozen=True, slots=True)
class Document:
    """A paper of the candidate, kept by the SHA-256 of its bytes, with its text for reading and search."""

    name: str
    sha256: str
    text: str = ""
    media_type: str = "text/plain"


@dataclass(frozen=True, slots=True)
class Correction:
    """A fact that a person corrected: the imported wording stays beside the new one."""

    fact: str
    """Which fact, as a path: `employment/2`, `degrees/0/completed`, `nationalities`."""
    imported: str
    value: str
    by: str
    at: str
    """ISO 8601 in UTC."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A person who applies, as imported and as corrected since."""

    name: Stated[str] = field(default_factory=Stated)
    given_name: Stated[str] = field(default_factory=Stated)
    family_name: Stated[str] = field(default_factory=Stated)
    emails: tuple[Stated[str], ...] = ()
    phones: tuple[Stated[str], ...] = ()
    nationalities: tuple[Stated[str], ...] = ()
    """ISO 3166-1 alpha-2; empty means that no nationality is on file."""
    residence: Stated[str] = field(default_factory=Stated)
    gender: Stated[str] = field(default_factory=Stated)
    birth_date: Stated[str] = field(default_factory=Stated)
    """ISO 8601; it tells persons of one name apart, and no rule reads it."""
    employment: tuple[Employment, ...] = ()
    degrees: tuple[Degree, ...] = ()
    languages: tuple[LanguageSkill, ...] = ()
    documents: tuple[Document, ...] = ()
    warnings: tuple[str, ...] = ()
    corrections: tuple[Correction, ...] = ()
    """What persons changed in the employment, degrees and languages since the import."""

"""What the builder knows about an invented applicant before it is written in one of the program's forms."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import IntEnum

MONTHS_A_YEAR = 12


class Precision(IntEnum):
    """How exactly a date is given: the number of its parts."""

    YEAR = 1
    MONTH = 2
    DAY = 3


@dataclass(frozen=True, slots=True)
class Person:
    """Who applies: a name in one or two scripts and ways to be reached, all invented."""

    name: str
    """As the applicant's form has it, perhaps in a script other than Latin."""
    latin: str
    given: str
    family: str
    email: str
    phone: str
    gender: str
    nationalities: tuple[str, ...]
    residence: str


@dataclass(frozen=True, slots=True)
class Job:
    """One job; without an end it still goes on."""

    title: str
    employer: str
    start: date
    end: date | None
    percent: int = 100
    precision: Precision = Precision.DAY
    country: str = ""

    @property
    def dates(self) -> tuple[str, str]:
        """Return start and end as the form has them; a current job's end is `present`."""
        return written(self.start, self.precision), written(
            self.end, self.precision
        ) if self.end else "present"


@dataclass(frozen=True, slots=True)
class Degree:
    """One degree as the form has it."""

    level: str
    field: str
    institution: str
    completed: str


@dataclass(frozen=True, slots=True)
class Applicant:
    """One application in full."""

    id: str
    person: Person
    received: str
    degrees: tuple[Degree, ...]
    jobs: tuple[Job, ...]
    languages: tuple[tuple[str, str], ...]
    """Name and level, as written."""
    paper: str = ""
    """The text of the CV."""
    internal: bool | None = None
    channel: str = "e-recruitment"
    note: str = ""
    tags: tuple[str, ...] = ()


def written(day: date, precision: Precision) -> str:
    """Return a date as `YYYY`, `YYYY-MM` or `YYYY-MM-DD`."""
    return "-".join(day.isoformat().split("-")[:precision])

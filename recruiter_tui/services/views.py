"""What the services hand to screens and to the command line: frozen values, ready to show."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

from recruiter_tui.domain.application import Application, Disposition, ReasonCode, VacancyStatus, Verdict
from recruiter_tui.domain.finding import Finding, Outcome
from recruiter_tui.domain.notice import Closing, Notice
from recruiter_tui.domain.person import Candidate


@dataclass(frozen=True, slots=True)
class VacancyRow:
    """One vacancy as a line of the list."""

    id: str
    """The store's own name for it: `V2`."""
    title: str
    reference: str | None
    organisation: str | None
    city: str | None
    country: str | None
    grade: str | None
    status: VacancyStatus
    closing: Closing | None
    counts: Mapping[Disposition, int]
    """Applications per disposition; absent means none."""
    version: int

    @property
    def total(self) -> int:
        """Return the number of applications."""
        return sum(self.counts.values())


@dataclass(frozen=True, slots=True)
class VacancyDetail:
    """One vacancy with its notice, its criteria's version and freeze, and its reason codes."""

    row: VacancyRow
    notice: Notice
    criteria_version: int
    frozen_at: str | None
    criteria_hash: str | None
    policy: str
    reason_codes: tuple[ReasonCode, ...]


@dataclass(frozen=True, slots=True)
class ApplicationRow:
    """One application as a line of the candidates' table; `key` is the store's row id and never changes."""

    key: int
    application: str
    name: str
    tier: int | None
    outcome: Outcome | None
    """None until the application was screened."""
    eligibility: Outcome | None
    deadline: Outcome | None
    education_experience: Outcome | None
    languages: Outcome | None
    overruled: bool
    """Whether a person's ruling stands in place of a finding."""
    months_low: float | None
    """Months of experience under the vacancy's policy, for showing only; findings hold the exact fraction."""
    months_high: float | None
    spoken: tuple[str, ...]
    """ISO codes of the languages on file, in the candidate's order."""
    disposition: Disposition
    reason: str | None
    note: str | None
    rank: int | None
    received: str | None
    tags: tuple[str, ...]
    decided_by: str | None
    decided_at: str | None
    version: int
    """Grows with every change; a decision names the version that the person saw."""


@dataclass(frozen=True, slots=True)
class Note:
    """A remark on an application."""

    id: int
    text: str
    by: str
    at: str


@dataclass(frozen=True, slots=True)
class Dossier:
    """Everything about one application that a person needs in order to decide."""

    row: ApplicationRow
    vacancy: str
    candidate_id: int
    application: Application
    candidate: Candidate
    findings: tuple[Finding, ...]
    verdict: Verdict
    notes: tuple[Note, ...] = ()
    also_applied: tuple[str, ...] = ()
    """Titles of the other vacancies that the same person applied to."""
    is_searched: bool = True
    """Whether the papers were searched for what a person judges; very long ones are there before that."""


@dataclass(frozen=True, slots=True)
class Changed:
    """What a use case changed: panes patch only the rows that it names."""

    summary: str
    """One line for the status bar, for instance `3 shortlisted`."""
    sequence: int = 0
    """The journal entry; 0 where nothing changed."""
    applications: tuple[int, ...] = ()
    """Keys of the applications whose rows changed."""
    vacancies: tuple[str, ...] = ()
    everything: bool = False
    """Whether rows came or went, so that lists must be read again."""
    about: tuple[int, ...] = ()
    """Of an act turned round: whom it was about itself, and not only through the criteria of all."""
    reorders: bool = True
    """Whether tier, outcome, name or experience can be others; a decision leaves them as they are."""


@dataclass(frozen=True, slots=True)
class RowProblem:
    """A row or file that could not be taken in: where, what is wrong, what to do."""

    file: str
    place: str
    problem: str
    remedy: str = ""
    is_warning: bool = False
    """Whether the row came in all the same."""


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What an import did, or would do when it was dry."""

    batch: str | None
    """The import's name, `B3`; None for a dry run or where nothing changed."""
    added: int = 0
    updated: int = 0
    unchanged: int = 0
    differing: tuple[str, ...] = ()
    """Applications whose row differs from what is stored; applied only with `--update`."""
    problems: tuple[RowProblem, ...] = ()
    warnings: tuple[RowProblem, ...] = ()
    dry_run: bool = False
    refused: bool = False
    """Whether nothing was taken in because of the problems."""
    error_file: str | None = None
    """Where the problems are listed row by row, as a path fit to show."""


@dataclass(frozen=True, slots=True)
class HistoryEntry:
    """One entry of the journal as a person reads it."""

    sequence: int
    at: dt.datetime
    by: str
    summary: str
    undone: bool = False
    undoes: int | None = None
    details: tuple[str, ...] = field(default=())
    is_upkeep: bool = False
    """Whether the program wrote findings by itself, following an act that has an entry of its own."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """2 to 6 applications side by side: criteria as rows, differences first."""

    vacancy: str
    applications: tuple[ApplicationRow, ...]
    lines: tuple[ComparisonLine, ...]


@dataclass(frozen=True, slots=True)
class ComparisonLine:
    """One criterion or fact across the compared applications, one cell each."""

    label: str
    cells: tuple[str, ...]
    outcomes: tuple[Outcome | None, ...]
    differs: bool
    criterion: str | None = None
    """The criterion's id where the line is one, else None."""

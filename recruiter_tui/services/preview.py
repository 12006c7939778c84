"""What an import would do, row by row: what came, what was understood of it, what somebody should look at."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from recruiter_tui.domain.application import Application
from recruiter_tui.domain.errors import Refused
from recruiter_tui.domain.person import Candidate
from recruiter_tui.domain.person_keys import KeyKind, kind_of
from recruiter_tui.reference.person_keys import keys
from recruiter_tui.services.corrections import applied
from recruiter_tui.services.rows import vacancy_id

if TYPE_CHECKING:
    from collections.abc import Iterable

    from recruiter_tui.reading.candidates.incoming import Incoming
    from recruiter_tui.services.sorting import Sorted
    from recruiter_tui.services.views import RowProblem
    from recruiter_tui.store.people import BatchLine
    from recruiter_tui.store.reading import Reader

_SURE = frozenset((KeyKind.MAIL, KeyKind.PHONE, KeyKind.LETTERS))
_HINT = "on file already?"


class Becomes(StrEnum):
    """What taking a row in does."""

    NEW = "new"
    DIFFERS = "differs"
    REFUSED = "refused"
    PASSED_OVER = "passed over"


@dataclass(frozen=True, slots=True)
class PreviewRow:
    """One row or file of an import before it is taken in."""

    key: int
    file: str
    place: str
    application: str
    name: str
    becomes: Becomes
    facts: tuple[str, ...]
    """What was understood, counted: `2 jobs`, `1 degree`."""
    flags: tuple[str, ...]
    """What somebody should look at; for a refused row the problem and what to do."""
    candidate: Candidate | None = None
    came: Application | None = None
    corrections: tuple[tuple[str, str], ...] = ()
    """What a person corrected before it is stored: fact and wording."""

    @property
    def can_be_corrected(self) -> bool:
        """Tell whether it is new and was understood."""
        return self.becomes is Becomes.NEW and self.candidate is not None


@dataclass(frozen=True, slots=True)
class Preview:
    """Everything that an import would bring."""

    rows: tuple[PreviewRow, ...]
    unchanged: int
    """Rows that are in the store already, exactly so."""

    def count(self, what: Becomes) -> int:
        """Return how many rows become something."""
        return sum(row.becomes is what for row in self.rows)

    @property
    def flagged(self) -> int:
        """Return how many rows somebody should look at."""
        return sum(bool(row.flags) for row in self.rows)


@dataclass(frozen=True, slots=True)
class ImportBatch:
    """One import that stands, and can be taken back as a whole."""

    name: str
    """`B3`."""
    vacancy: str
    title: str
    source: str
    by: str
    at: str
    applications: int


def batch_of(line: BatchLine) -> ImportBatch:
    """Return an import as screens show it."""
    return ImportBatch(
        f"B{line.number}",
        vacancy_id(line.vacancy),
        line.title,
        line.source,
        line.by,
        line.at,
        line.applications,
    )


def preview_of(found: Sorted, reader: Reader) -> Preview:
    """Return what an import would bring; nothing is stored."""
    loose = {(one.file, one.place): one for one in found.warnings}
    rows: list[PreviewRow] = []
    for incoming, becomes in (
        *((row, Becomes.NEW) for row in found.fresh),
        *((row, Becomes.DIFFERS) for _, _, row in found.differing.values()),
    ):
        mine = [place for place in loose if _is_about(place, incoming)]
        told = [_told(loose.pop(place)) for place in mine]
        rows.append(_row(len(rows), incoming, becomes, told, reader))
    for one in found.problems:
        rows.append(_problem(len(rows), one, Becomes.REFUSED))
    for one in loose.values():
        rows.append(_problem(len(rows), one, Becomes.PASSED_OVER))
    return Preview(tuple(rows), found.unchanged)


def _row(key: int, incoming: Incoming, becomes: Becomes, told: Iterable[str], reader: Reader) -> PreviewRow:
    candidate = incoming.candidate
    parts = (candidate.given_name.value, candidate.family_name.value)
    name = candidate.name.value or " ".join(part for part in parts if part)
    flags = [*dict.fromkeys((*candidate.warnings, *told))]
    if becomes is Becomes.DIFFERS:
        flags.insert(0, "says something else than what is stored")
    elif _is_on_file(name, candidate, reader):
        flags.append(_HINT)
    return PreviewRow(
        key,
        incoming.source.file,
        incoming.row,
        incoming.application.id,
        name,
        becomes,
        tuple(_facts(candidate)),
        tuple(flags),
        candidate,
        incoming.application,
    )


def corrected(row: PreviewRow, fact: str, value: str, by: str, at: str) -> PreviewRow:
    """Return a row with one fact corrected; raises Refused for a wording that means nothing certain."""
    if row.candidate is None or row.came is None:
        problem = "nobody was understood here"
        raise Refused(problem, "mend the file, or enter the applicant by hand")
    came, candidate = applied(row.came, row.candidate, [(fact, value)], by, at)
    return replace(
        row,
        name=candidate.name.value or row.name,
        facts=tuple(_facts(candidate)),
        candidate=candidate,
        came=came,
        corrections=(*row.corrections, (fact, value)),
    )


def _facts(candidate: Candidate) -> Iterable[str]:
    """Yield what was understood, counted."""
    counted = (
        (len(candidate.employment), "job", "jobs"),
        (len(candidate.degrees), "degree", "degrees"),
        (len(candidate.languages), "language", "languages"),
        (len(candidate.emails) + len(candidate.phones), "contact", "contacts"),
        (len(candidate.documents), "paper", "papers"),
    )
    for count, one, several in counted:
        if count:
            yield f"{count} {one if count == 1 else several}"


def _is_on_file(name: str, candidate: Candidate, reader: Reader) -> bool:
    """Tell whether somebody on file has the address, the number, or the whole name."""
    mails = "\n".join(one.value for one in candidate.emails if one.value)
    phones = "\n".join(one.value for one in candidate.phones if one.value)
    sure = [key for key in keys(name, mails, phones) if kind_of(key) in _SURE]
    return bool(sure and reader.people.meeting(sure))


def _is_about(place: tuple[str, str], incoming: Incoming) -> bool:
    """Tell whether a warning is about a row: it names the row, or a column of it."""
    file, where = place
    if file != incoming.source.file:
        return False
    return where == incoming.row or (bool(incoming.row) and where.startswith(f"{incoming.row},"))


def _told(one: RowProblem) -> str:
    """Return a problem in one line, with the column where there is one."""
    column = one.place.rpartition("column ")[2] if "column " in one.place else ""
    return ": ".join(part for part in (column, one.problem) if part)


def _problem(key: int, one: RowProblem, becomes: Becomes) -> PreviewRow:
    """Return a row that cannot be taken in."""
    flags = tuple(part for part in (one.problem, one.remedy) if part)
    return PreviewRow(key, one.file, one.place, "", "", becomes, (), flags)

# ruff: noqa: S608 - every part of these texts is a constant of this file; values are parameters
"""Single facts of all applications of a vacancy, column by column, and what changed since they were read."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

from recruiter_tui.store.queries import _SEEN as SEEN

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from recruiter_tui.store.reading import Reader

COLUMNS: Final = {
    "name": "candidate.name",
    "folded": "candidate.folded",
    "application": "application.public_id",
    "email": "candidate.emails",
    "phone": "candidate.phones",
    "tier": "screening.tier",
    "outcome": "screening.outcome",
    "eligibility": "screening.eligibility",
    "deadline": "screening.deadline",
    "education_experience": "screening.education_experience",
    "languages": "screening.languages",
    "disposition": "application.disposition",
    "reason": "application.reason",
    "verdict_note": "application.note",
    "tags": "application.tags",
    "decided_by": "application.decided_by",
    "decided_at": "application.decided_at",
    "received": "application.received",
    "months_low": "screening.months_low",
    "months_high": "screening.months_high",
    "language": "candidate.spoken",
    "nationalities": "candidate.nationalities",
    "residence": "candidate.residence",
    "gender": "candidate.gender",
    "internal": "application.internal",
    "channel": "application.channel",
    "overruled": "screening.overruled",
    "flags": "screening.flags",
    "version": "application.version",
    "candidate": "application.candidate_id",
    "has_papers": "EXISTS (SELECT 1 FROM candidate_document"
    " WHERE candidate_document.candidate_id = candidate.id)"
    " OR EXISTS (SELECT 1 FROM candidate_facts WHERE candidate_facts.id = candidate.id AND words <> '')",
}
_JOINS: Final = {
    "candidate": " JOIN candidate ON candidate.id = application.candidate_id",
    "screening": " LEFT JOIN screening ON screening.id = application.id",
}
_TOUCHED: Final = (
    "SELECT DISTINCT image.entity, image.key FROM event JOIN image ON image.bundle = event.bundle"
    " WHERE event.seq > ? AND image.entity <> '' LIMIT ?"
)
_FACTS_TOUCHED: Final = (
    "SELECT DISTINCT image.entity, image.key FROM event JOIN image ON image.bundle = event.bundle"
    " WHERE event.seq > ? AND image.entity IN ('application', 'candidate_facts') LIMIT ?"
)
_OWNERS: Final = {
    "candidate": "SELECT id FROM application WHERE candidate_id IN (SELECT value FROM json_each(?))",
    "note": "SELECT application_id FROM note WHERE id IN (SELECT value FROM json_each(?))",
    "override": "SELECT application_id FROM override WHERE id IN (SELECT value FROM json_each(?))",
}
_MATCHING: Final = (
    "SELECT application.id FROM application WHERE application.vacancy_id = ?"
    " AND +application.candidate_id IN"
    " (SELECT rowid FROM candidate_search WHERE candidate_search MATCH ?)"
)
_SPELLED: Final = (
    "SELECT application.id, candidate_text.name || char(10) || candidate_text.body FROM application"
    " JOIN candidate_text ON candidate_text.id = application.candidate_id"
    " WHERE application.id IN (SELECT value FROM json_each(?))"
)


def ask(reader: Reader, sql: str, *values: object) -> list[tuple[Any, ...]]:
    """Put one question through the reader's own door, so that faults read the same."""
    return reader._ask(sql, *values)  # noqa: SLF001 - one room; screens and services never see SQL


def sequence(reader: Reader) -> int:
    """Return the number of the newest journal entry; it grows with whatever is written, by anybody."""
    return int(ask(reader, "SELECT coalesce(max(seq), 0) FROM event")[0][0])


def anchor(reader: Reader) -> tuple[int, str]:
    """Return number and hash of the newest journal entry; (0, "") before the first."""
    rows = ask(reader, "SELECT seq, hash FROM event ORDER BY seq DESC LIMIT 1")
    return (int(rows[0][0]), bytes(rows[0][1]).hex()) if rows else (0, "")


def counted(reader: Reader, vacancy: int) -> int:
    """Return how many applications a vacancy counts; a counter is kept in step with every write."""
    sql = "SELECT coalesce(sum(applications), 0) FROM tally WHERE vacancy_id = ?"
    return int(ask(reader, sql, vacancy)[0][0])


def touched(reader: Reader, since: int, most: int) -> dict[str, list[int]] | None:
    """Return the keys of the rows that were written after an entry, by table; None for more than `most`."""
    rows = ask(reader, _TOUCHED, since, most + 1)
    if len(rows) > most:
        return None
    found: dict[str, list[int]] = {}
    for entity, key in rows:
        found.setdefault(entity, []).append(key)
    return found


def undisturbed(reader: Reader, since: int) -> bool:
    """Tell whether since an entry nothing was written but verdicts, ranks, tags and notes.

    Whatever rules read comes with other tables: facts, rulings, criteria, settings, or findings.
    """
    found = touched(reader, since, _MOST)
    return found is not None and found.keys() <= _VERDICTS


def whose_facts_moved(reader: Reader, since: int) -> list[int] | None:
    """Return the applications whose facts may be others than at an entry; None for too many to tell.

    A verdict lies in the row of an application as its receipt does, so that it counts as well.
    """
    rows = ask(reader, _FACTS_TOUCHED, since, _MOST + 1)
    if len(rows) > _MOST:
        return None
    people = [key for entity, key in rows if entity != "application"]
    own = [key for entity, key in rows if entity == "application"]
    return own + (applications_of(reader, "candidate", people) if people else [])


_MOST: Final = 10_000
"""Rows after which it is quicker to begin anew than to look."""
_VERDICTS: Final = frozenset({"application", "note"})


def applications_of(reader: Reader, entity: str, keys: Iterable[int]) -> list[int]:
    """Return the applications that rows of candidates, notes or rulings belong to, as far as they stand."""
    return [key for (key,) in ask(reader, _OWNERS[entity], json.dumps(list(keys)))]


def column(reader: Reader, vacancy: int, name: str) -> Iterator[Any]:
    """Yield one fact of all applications of a vacancy in the order of their keys, no row kept."""
    return reader.each(_select(name, "") + " ORDER BY application.id", vacancy)


def cells(reader: Reader, vacancy: int, name: str, keys: Iterable[int]) -> dict[int, Any]:
    """Return one fact of some applications of a vacancy by key."""
    sql = _select(name, "application.id, ") + " AND application.id IN (SELECT value FROM json_each(?))"
    return dict(ask(reader, sql, vacancy, json.dumps(list(keys))))


def matching(reader: Reader, vacancy: int, expression: str) -> set[int]:
    """Return the applications whose names or papers answer a full-text expression."""
    return {key for (key,) in ask(reader, _MATCHING, vacancy, expression)}


def texts(reader: Reader, keys: Iterable[int]) -> dict[int, str]:
    """Return names and papers of some applications, for a second look at what the index found."""
    return dict(ask(reader, _SPELLED, json.dumps(list(keys))))


def _select(name: str, before: str) -> str:
    fact = COLUMNS[name]
    joins = "".join(join for table, join in _JOINS.items() if f"{table}." in fact)
    return f"SELECT {before}{fact} FROM application{joins} WHERE application.vacancy_id = ? AND{SEEN}"

# ruff: noqa: S608 - every part of these texts is a constant of this room; values are parameters
"""Results of screening as they lie in the store: what counts of them, without opening anybody's findings."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final, NamedTuple

from recruiter_tui.domain.deadline import DEADLINE
from recruiter_tui.domain.finding import Outcome
from recruiter_tui.store import codec
from recruiter_tui.store.facts import ask
from recruiter_tui.store.marks import OUTCOMES
from recruiter_tui.store.queries import _SEEN as SEEN
from recruiter_tui.store.queries import CRITERIA, IN_STEP
from recruiter_tui.store.records import Screened

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from recruiter_tui.store.reading import Reader
    from recruiter_tui.store.records import VacancyRecord

_KEPT: Final = (
    "SELECT application.public_id, screening.id, coalesce((SELECT recast.criteria_version_id FROM recast"
    " WHERE recast.vacancy_id = application.vacancy_id AND recast.id > screening.recast"
    " ORDER BY recast.id DESC LIMIT 1), screening.criteria_version_id), policy, tier, outcome, eligibility,"
    " deadline, education_experience, languages, overruled, flags, months_low, months_high, NULL, marks"
    " FROM application JOIN screening ON screening.id = application.id"
    " WHERE application.id IN (SELECT value FROM json_each(?)) ORDER BY application.id"
)
"""The version that a result holds under is that of the newest recast since its findings were written."""
_BOARDED: Final = (
    "SELECT application.id, application.public_id, candidate.gender, candidate.nationalities, screening.tier,"
    " screening.marks, coalesce((SELECT recast.criteria_version_id FROM recast"
    " WHERE recast.vacancy_id = application.vacancy_id AND recast.id > screening.recast"
    " ORDER BY recast.id DESC LIMIT 1), screening.criteria_version_id), screening.policy FROM application"
    " JOIN candidate ON candidate.id = application.candidate_id"
    " LEFT JOIN screening ON screening.id = application.id"
    f" WHERE application.vacancy_id = ? AND{SEEN} ORDER BY application.id"
)
_RULED: Final = (
    "SELECT value FROM json_each(?) WHERE value IN (SELECT application_id FROM override)"
    " OR 'relevance/' || value IN (SELECT name FROM setting) ORDER BY value"
)
_MARKS: Final = (
    "SELECT application.id, screening.marks FROM application"
    " JOIN screening ON screening.id = application.id"
    " WHERE application.id IN (SELECT value FROM json_each(?)) AND screening.marks IS NOT NULL"
)
_OUT_OF_STEP: Final = (
    "SELECT application.id FROM application JOIN screening ON screening.id = application.id"
    f" WHERE application.vacancy_id = ? AND{SEEN} AND NOT ({IN_STEP}) ORDER BY application.id"
)

_OUTRUN: Final = (
    "SELECT screening.id, screening.recast, finding.body FROM screening"
    " JOIN finding ON finding.id = screening.id WHERE screening.id IN (SELECT value FROM json_each(?))"
)
_RECASTS: Final = "SELECT id, criteria FROM recast WHERE vacancy_id = ?"


class Kept(NamedTuple):
    """What counts of one result, with the application's own number."""

    name: str
    result: Screened
    marks: tuple[str, ...]
    """Those of the result, one by one."""


def kept(reader: Reader, keys: Iterable[int]) -> dict[int, Kept]:
    """Return what counts of the results of some applications, by key."""
    rows = ask(reader, _KEPT, json.dumps(list(keys)))
    return {row[1]: Kept(row[0], _screened(row[1:]), tuple((row[-1] or "").split(" "))) for row in rows}


def _screened(row: Sequence[object]) -> Screened:
    values = list(row)
    for place in range(4, 9):
        values[place] = None if values[place] is None else _OUTCOMES[str(values[place])]
    values[9] = bool(values[9])
    values[10] = tuple(str(values[10]).split()) if values[10] else ()
    return Screened(*values)  # type: ignore[arg-type]  # the columns are the fields, in one order


_OUTCOMES: Final = {outcome.value: outcome for outcome in Outcome}


def marks(reader: Reader, keys: Iterable[int]) -> dict[int, str]:
    """Return the marks of some applications by key, of those that have any."""
    return dict(ask(reader, _MARKS, json.dumps(list(keys))))


class Boarded(NamedTuple):
    """What a board shows of one application."""

    key: int
    application: str
    gender: str | None
    held: str
    """The nationalities, parted by blanks."""
    tier: int | None
    marks: str


def boarded(reader: Reader, record: VacancyRecord, policy: str) -> list[Boarded]:
    """Return everybody of a vacancy in the order of keys.

    Nobody is returned where one was not judged by what holds now.
    """
    parts = len(record.notice.criteria)
    wanted = (record.criteria.key, policy)
    rows = []
    for row in ask(reader, _BOARDED, record.line.key):
        told = row[5]
        if row[6:] != wanted or told is None or told.count(" ") != parts:
            return []
        rows.append(Boarded(*row[:6]))
    return rows


def out_of_step(reader: Reader, vacancy: int) -> list[int]:
    """Return the applications of a vacancy whose findings a change of criteria outran."""
    return [key for (key,) in ask(reader, _OUT_OF_STEP, vacancy)]


class Outrun(NamedTuple):
    """Findings that are out of step, with the criteria that were judged anew since they were written."""

    body: bytes
    touched: frozenset[str]


def outrun(reader: Reader, vacancy: int, keys: Iterable[int]) -> dict[int, Outrun]:
    """Return the outrun findings of some applications of a vacancy, by key."""
    named = [(key, frozenset(json.loads(told))) for key, told in ask(reader, _RECASTS, vacancy)]
    since: dict[int, frozenset[str]] = {}
    found = {}
    for key, known, body in ask(reader, _OUTRUN, json.dumps(list(keys))):
        if known not in since:
            since[known] = frozenset().union(*(names for recast, names in named if recast > known))
        found[key] = Outrun(body, since[known])
    return found


def ruled(reader: Reader, keys: Iterable[int]) -> list[int]:
    """Return those of some applications on which persons ruled: findings overruled, or jobs' relevance."""
    wanted = json.dumps(list(keys))
    return [key for (key,) in ask(reader, _RULED, wanted)]


def names_of(reader: Reader, vacancy: int) -> tuple[str, ...]:
    """Return the criteria in force by their ids, without loading the notice; marks come in this order."""
    ((*_, wording),) = ask(reader, CRITERIA, vacancy)
    return (DEADLINE, *(str(one["id"]) for one in json.loads(wording)))


def standings(reader: Reader, vacancy: int, keys: Sequence[int]) -> dict[int, dict[str, str | None]]:
    """Return the outcome that counts for each criterion, by key: for filters and matrices.

    Results without marks, of before version 3.0, are read from their findings.
    """
    names = names_of(reader, vacancy)
    told = {key: text.split(" ") for key, text in marks(reader, keys).items()}
    found: dict[int, dict[str, str | None]] = {
        key: {name: _WORDS[mark[0]] for name, mark in zip(names, each, strict=True)}
        for key, each in told.items()
        if len(each) == len(names)
    }
    bodies = reader.findings([key for key in keys if key not in found])
    return found | {key: codec.standings(body) for key, body in bodies.items()}


_WORDS: Final = {letter: None if one is None else one.value for letter, one in OUTCOMES.items()}

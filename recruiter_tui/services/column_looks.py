"""What an answer about a table's columns would make of its first rows; nothing is stored."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from recruiter_tui.domain.application import Application
from recruiter_tui.domain.errors import Refused
from recruiter_tui.domain.person import Candidate
from recruiter_tui.domain.text import clean
from recruiter_tui.services.column_maps import checked

if TYPE_CHECKING:
    from recruiter_tui.services.column_maps import Answer, Table

_PEOPLE: Final = 3
_VALUES: Final = 6
_LONGEST: Final = 300


@dataclass(frozen=True, slots=True)
class ValueLook:
    """One value of a column and what it becomes, or why it becomes nothing certain."""

    written: str
    becomes: str
    is_clear: bool


@dataclass(frozen=True, slots=True)
class PersonLook:
    """One of the first rows as it would come in; without a candidate it would be refused."""

    place: str
    application: Application | None
    candidate: Candidate | None
    doubts: tuple[str, ...]
    tags: tuple[str, ...] = ()
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Look:
    """What an answer makes of a table's beginning."""

    refused: Refused | None
    """Why the table cannot come in under it."""
    people: tuple[PersonLook, ...]


def meanings() -> tuple[str | None, ...]:
    """Return everything that a column can mean; None is its text."""
    from recruiter_tui.reading.candidates.dialects.mapping import ANSWERS

    return (None, *ANSWERS)


def values(table: Table, column: int, answer: str | None) -> tuple[ValueLook, ...]:
    """Return the first values of a column with what they become."""
    from recruiter_tui.reading.candidates.dialects.becoming import becomes

    found = []
    for written in table.sample.values(column, _VALUES):
        result = becomes(answer, written)
        found.append(ValueLook(clean(written, limit=_LONGEST), result.text[:_LONGEST], result.is_clear))
    return tuple(found)


async def look(table: Table, answer: Answer) -> Look:
    """Return what an answer makes of the first rows, and whether the table can come in under it."""
    return await asyncio.to_thread(_look, table, answer)


def _look(table: Table, answer: Answer) -> Look:
    from recruiter_tui.reading.candidates.incoming import Incoming

    try:
        checked(table.sample, answer)
    except Refused as refusal:
        return Look(refusal, ())
    people: list[PersonLook] = []
    doubts: list[str] = []
    for each in table.sample.understood(answer, _PEOPLE):
        if isinstance(each, Incoming):
            told = tuple(dict.fromkeys((*each.candidate.warnings, *doubts)))
            people.append(PersonLook(each.row, each.application, each.candidate, told, each.tags, each.note))
            doubts = []
        elif each.is_warning:
            continue
        else:
            people.append(PersonLook(each.place, None, None, (each.problem, each.remedy)))
    return Look(None, tuple(people))

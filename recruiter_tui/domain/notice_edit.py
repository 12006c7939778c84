"""What a person may change in a notice as it was understood: each edit a value, applied to a whole notice.

Whatever came in stays beside what a person made of it, with the person and the time.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from recruiter_tui.domain.errors import NotFound, Refused
from recruiter_tui.domain.notice import Dropped, Notice
from recruiter_tui.domain.notice_diff import difference, revised, summary
from recruiter_tui.domain.notice_items import (
    beside,
    find,
    fresh_id,
    merge,
    place_of,
    settled,
    split,
    with_criteria,
)
from recruiter_tui.domain.notice_words import FIELDS, LABELS, criterion_words, value_words
from recruiter_tui.domain.requirement import Criterion, Kind, Necessity
from recruiter_tui.domain.stated import Span, State
from recruiter_tui.domain.text import clean

if TYPE_CHECKING:
    import datetime as dt

_LONGEST: Final = 60
_JUDGED_BY: Final = frozenset({"closing", "duty_station_country", "grade", "category"})
"""The fields that rules read beside the criteria."""


@dataclass(frozen=True, slots=True)
class Put:
    """A field holds another value; None says that the notice does not state it."""

    name: str
    value: Any
    span: Span | None = None
    """Where the person found it in the source."""
    text: str | None = None
    """The wording of the source, where the value is a normalised form of it."""


@dataclass(frozen=True, slots=True)
class Split:
    """A glued item becomes two, parted before character `at` of its wording."""

    criterion: str
    at: int


@dataclass(frozen=True, slots=True)
class Merge:
    """Several items of one family become one, in their order."""

    criteria: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Turn:
    """Essential becomes an advantage, or the other way round."""

    criterion: str


@dataclass(frozen=True, slots=True)
class Drop:
    """A criterion goes; it can be put back."""

    criterion: str


@dataclass(frozen=True, slots=True)
class PutBack:
    """A dropped criterion returns to its place."""

    criterion: str


@dataclass(frozen=True, slots=True)
class Add:
    """A criterion joins; its id is given by the notice."""

    criterion: Criterion


@dataclass(frozen=True, slots=True)
class Change:
    """A criterion asks for something else; `now` is of the same family."""

    criterion: str
    now: Criterion


@dataclass(frozen=True, slots=True)
class Revise:
    """The notice was advertised again or extended: another version of it holds from now on."""

    notice: Notice


Edit: TypeAlias = Put | Split | Merge | Turn | Drop | PutBack | Add | Change | Revise
_DONE: Final = {Split: "split", Drop: "dropped", PutBack: "put back", Change: "corrected"}


def edited(notice: Notice, edit: Edit, by: str, at: dt.datetime) -> Notice:
    """Return the notice with one edit made; raises Refused or NotFound where it cannot be made."""
    if isinstance(edit, Put):
        return _put(notice, edit, by, at)
    if isinstance(edit, Split):
        return split(notice, edit.criterion, edit.at, by, at)
    if isinstance(edit, Revise):
        return revised(notice, edit.notice)
    if isinstance(edit, Merge):
        return merge(notice, edit.criteria, by, at)
    return _of_one(notice, edit, by, at)


def _of_one(notice: Notice, edit: Turn | Drop | PutBack | Add | Change, by: str, at: dt.datetime) -> Notice:
    """Return the notice with one criterion come, gone or changed."""
    match edit:
        case Turn():
            return _turn(notice, edit, by, at)
        case Drop():
            return _drop(notice, edit, by, at)
        case PutBack():
            return _put_back(notice, edit)
        case Add():
            return _add(notice, edit, by, at)
        case _:
            return _change(notice, edit, by, at)


def touches_criteria(edit: Edit) -> bool:
    """Tell whether an edit changes what applicants are judged by, as against what the post is called."""
    return not isinstance(edit, Put) or edit.name in _JUDGED_BY


def told(notice: Notice, edit: Edit) -> str:
    """Return what an edit does to a notice, as one line for the history."""
    match edit:
        case Put():
            words = value_words(edit.value) or "not stated"
            line = f"{LABELS.get(edit.name, edit.name)} corrected to {words[:_LONGEST]}"
        case Revise():
            line = f"advertised again: {summary(difference(notice, revised(notice, edit.notice)))}"
        case Merge():
            line = f"{' and '.join(edit.criteria)} merged"
        case Turn():
            to = other(find(notice, edit.criterion))
            line = f"{edit.criterion} is {'an advantage' if to is Necessity.ADVANTAGE else 'essential'}"
        case Add():
            line = f"criterion added: {criterion_words(edit.criterion)[:_LONGEST]}"
        case _:
            line = f"{edit.criterion} {_DONE[type(edit)]}"
    return line


def _put(notice: Notice, edit: Put, by: str, at: dt.datetime) -> Notice:
    if edit.name not in FIELDS:
        problem = f"a notice has no field {edit.name!r}"
        raise NotFound(problem, f"its fields are {', '.join(FIELDS)}")
    was = getattr(notice, edit.name)
    if was.state is State.CORRECTED and edit.value == was.value and edit.span is None:
        return notice
    now = replace(
        was.corrected(edit.value, by, at),
        spans=(edit.span,) if edit.span else was.spans if edit.value is not None else (),
        text=edit.text,
        why=None,
        readings=(),
    )
    return replace(notice, **{edit.name: now})


def other(criterion: Criterion) -> Necessity:
    """Return what a criterion is after turning it; raises Refused for a tier."""
    if criterion.kind is Kind.TIER:
        problem = "a tier is an order, neither essential nor an advantage"
        raise Refused(problem, "drop it where the notice has no tiers")
    return Necessity.ADVANTAGE if criterion.necessity is Necessity.ESSENTIAL else Necessity.ESSENTIAL


def _turn(notice: Notice, edit: Turn, by: str, at: dt.datetime) -> Notice:
    place = place_of(notice, edit.criterion)
    was = notice.criteria[place]
    now = settled(replace(was, necessity=other(was), imported=beside(was), by=by, at=at), was)
    return with_criteria(notice, place, place + 1, now)


def _drop(notice: Notice, edit: Drop, by: str, at: dt.datetime) -> Notice:
    place = place_of(notice, edit.criterion)
    gone = Dropped(notice.criteria[place], place, by, at)
    return replace(with_criteria(notice, place, place + 1), dropped=(*notice.dropped, gone))


def _put_back(notice: Notice, edit: PutBack) -> Notice:
    for gone in reversed(notice.dropped):
        if gone.criterion.id == edit.criterion:
            place = min(gone.place, len(notice.criteria))
            rest = tuple(one for one in notice.dropped if one is not gone)
            return replace(with_criteria(notice, place, place, gone.criterion), dropped=rest)
    problem = f"no criterion {edit.criterion!r} was dropped"
    raise NotFound(problem, "look at the notice again: somebody may have put it back")


def _add(notice: Notice, edit: Add, by: str, at: dt.datetime) -> Notice:
    text = clean(edit.criterion.text)
    now = replace(
        edit.criterion, id=fresh_id(notice, edit.criterion.kind), text=text, imported=None, by=by, at=at
    )
    if not criterion_words(now).strip():
        problem = "a criterion needs a wording"
        raise Refused(problem, "write what is asked for")
    same = [place for place, one in enumerate(notice.criteria) if one.kind is now.kind]
    place = same[-1] + 1 if same else len(notice.criteria)
    return with_criteria(notice, place, place, now)


def _change(notice: Notice, edit: Change, by: str, at: dt.datetime) -> Notice:
    was, now = find(notice, edit.criterion), edit.now
    if type(was) is not type(now):
        problem = f"{edit.criterion} cannot become one of another family"
        raise Refused(problem, "drop it and add the other")
    if not criterion_words(now).strip():
        problem = "a criterion needs a wording"
        raise Refused(problem, "write what is asked for, or drop it")
    place = place_of(notice, edit.criterion)
    kept = replace(now, id=was.id, imported=was.imported or beside(was), by=by, at=at)
    return with_criteria(notice, place, place + 1, settled(kept, was))

"""Two records of one person become one, field by field as a person chose; nothing is guessed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from recruiter_tui.domain.stated import Stated
from recruiter_tui.domain.text import fold

if TYPE_CHECKING:
    from collections.abc import Mapping

    from recruiter_tui.domain.person import Candidate, Correction


class Which(StrEnum):
    """Whose value stands after a merge."""

    KEEP = "keep"
    OTHER = "other"
    BOTH = "both"
    """The values of both, each once; only where a fact can have several."""


@dataclass(frozen=True, slots=True)
class MergeField:
    """A fact that is chosen as a whole: the attributes of a candidate that belong together."""

    id: str
    label: str
    attributes: tuple[str, ...]
    is_list: bool = False


FIELDS: Final = (
    MergeField("name", "Name", ("name", "given_name", "family_name")),
    MergeField("emails", "E-mail", ("emails",), is_list=True),
    MergeField("phones", "Phone", ("phones",), is_list=True),
    MergeField("nationalities", "Nationality", ("nationalities",), is_list=True),
    MergeField("residence", "Lives in", ("residence",)),
    MergeField("gender", "Gender", ("gender",)),
    MergeField("birth_date", "Born", ("birth_date",)),
    MergeField("employment", "Employment", ("employment",), is_list=True),
    MergeField("degrees", "Degrees", ("degrees",), is_list=True),
    MergeField("languages", "Languages", ("languages",), is_list=True),
)
"""What is chosen, in the order in which it is asked; papers of both are always kept."""


def differing(keep: Candidate, other: Candidate) -> tuple[MergeField, ...]:
    """Return the fields in which the two records say different things, and so need a choice."""
    return tuple(one for one in FIELDS if _said(keep, one) != _said(other, one))


def suggested(keep: Candidate, other: Candidate) -> dict[str, Which]:
    """Return a choice for every field: what only one record says is taken, contacts of both, else the kept.

    It is a suggestion for the screen; a merge takes nothing but what it is told.
    """
    chosen: dict[str, Which] = {}
    for one in FIELDS:
        mine, theirs = _said(keep, one), _said(other, one)
        if _is_silent(mine) and not _is_silent(theirs):
            chosen[one.id] = Which.OTHER
        elif one.id in {"emails", "phones"} and not _is_silent(theirs) and mine != theirs:
            chosen[one.id] = Which.BOTH
        else:
            chosen[one.id] = Which.KEEP
    return chosen


def merged(keep: Candidate, other: Candidate, choices: Mapping[str, Which]) -> Candidate:
    """Return one record of two; a field without a choice stays as `keep` has it.

    Corrections go with the entries that they are about; papers and their warnings are kept of both.
    Raises KeyError for an unknown field and ValueError where a fact of one value is to have two.
    """
    known = {one.id: one for one in FIELDS}
    changes: dict[str, object] = {}
    corrections = list(keep.corrections)
    for name, which in choices.items():
        one = known[name]
        if which is Which.KEEP:
            continue
        if which is Which.BOTH and not one.is_list:
            message = f"{name} has one value"
            raise ValueError(message)
        offset = 0
        if which is Which.OTHER:
            changes |= {attribute: getattr(other, attribute) for attribute in one.attributes}
            corrections = [each for each in corrections if _family(each) != name]
        else:
            mine, theirs = getattr(keep, name), getattr(other, name)
            fresh = tuple(entry for entry in theirs if _bare(entry) not in [_bare(each) for each in mine])
            changes[name] = (*mine, *fresh)
            offset = len(mine) if len(fresh) == len(theirs) else -1
        if offset >= 0:
            corrections += [_moved(each, offset) for each in other.corrections if _family(each) == name]
    papers = {paper.sha256: paper for paper in (*keep.documents, *other.documents)}
    return replace(
        keep,
        **changes,  # type: ignore[arg-type]  # names and kinds are those of one class
        documents=tuple(papers.values()),
        warnings=tuple(dict.fromkeys((*keep.warnings, *other.warnings))),
        corrections=tuple(corrections),
    )


def _said(candidate: Candidate, one: MergeField) -> list[object]:
    """Return what a record says on a field, without where it stands in a source."""
    found: list[object] = []
    for attribute in one.attributes:
        value = getattr(candidate, attribute)
        found += [_bare(entry) for entry in value] if one.is_list else [_bare(value)]
    return found


def _is_silent(said: list[object]) -> bool:
    """Tell whether a record says nothing on a field."""
    return all(one is None for one in said)


def _bare(entry: object) -> object:
    """Return an entry without its places in the source; values are compared as they read."""
    if isinstance(entry, Stated):
        return fold(entry.value) if isinstance(entry.value, str) else entry.value
    return replace(entry, spans=())  # type: ignore[type-var]  # jobs, degrees and languages all have spans


def _family(correction: Correction) -> str:
    """Return which field a correction is about."""
    return correction.fact.partition("/")[0]


def _moved(correction: Correction, offset: int) -> Correction:
    """Return a correction whose entry stands further down."""
    family, _, rest = correction.fact.partition("/")
    number, slash, part = rest.partition("/")
    if not offset or not number.isdecimal():
        return correction
    return replace(correction, fact=f"{family}/{int(number) + offset}{slash}{part}")

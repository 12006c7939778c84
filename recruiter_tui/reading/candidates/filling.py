"""What a row leaves open, filled from the CV that it names: the row wins, the CV's places are kept."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from recruiter_tui.domain.person_keys import is_masked
from recruiter_tui.domain.person_likeness import NameRelation, relation
from recruiter_tui.domain.stated import State
from recruiter_tui.domain.text import fold
from recruiter_tui.reading.candidates.cv import candidate_of
from recruiter_tui.reference.person_names import has_other_script, words

if TYPE_CHECKING:
    from recruiter_tui.domain.person import Candidate, Document, Employment

_SINGLE: Final = ("name", "residence", "gender", "birth_date")
_SEVERAL: Final = ("emails", "phones", "nationalities", "degrees", "languages")
_OTHERS: Final = frozenset((NameRelation.DIFFERENT, NameRelation.FAMILY))
_WORD: Final = re.compile(r"[^\W\d_]+")
_HEAD: Final = 4_000
"""Characters of a paper in which the row's name is looked for."""
SOMEBODY_ELSE: Final = "the paper bears another name, so nothing was read from it"


def filled(candidate: Candidate, paper: Document) -> tuple[Candidate, str | None]:
    """Return the row's candidate with what only the CV says, and what somebody should look at.

    Spans count in the paper's text. A paper that bears another name and shares neither address nor number is
    somebody else's, by a slip in the table: nothing is taken from it.
    """
    said = candidate_of(paper.text)
    if _is_somebody_else(candidate, said, paper.text[:_HEAD]):
        return candidate, SOMEBODY_ELSE
    changes: dict[str, Any] = {
        name: getattr(said, name)
        for name in _SINGLE
        if getattr(candidate, name).value is None and getattr(said, name).value is not None
    }
    if not (candidate.given_name.value or candidate.family_name.value):
        changes |= {"given_name": said.given_name, "family_name": said.family_name}
    changes |= {name: getattr(said, name) for name in _SEVERAL if not getattr(candidate, name)}
    if candidate.emails and all(is_masked(one.value or "") for one in candidate.emails):
        changes["emails"] = (*candidate.emails, *said.emails)
    changes["employment"] = _career(candidate.employment, said.employment)
    return replace(candidate, **changes), None


def _career(row: tuple[Employment, ...], paper: tuple[Employment, ...]) -> tuple[Employment, ...]:
    """Return the row's jobs; the bare current one of another system's columns gives way to a whole career."""
    if not paper or any(job.state is not State.INFERRED for job in row):
        return row or paper
    told = {fold(part) for job in paper for part in (job.employer, job.title) if part}
    new = [job for job in row if not {fold(job.employer), fold(job.title)} & told]
    return (*new, *paper)


def _is_somebody_else(row: Candidate, paper: Candidate, head: str) -> bool:
    """Tell whether the paper bears another name, not the row's at all, and neither address nor number."""
    mine, theirs = row.name.value or "", paper.name.value or ""
    if not mine or not theirs or _reached_by(row) & _reached_by(paper):
        return False
    if {*fold(mine).split()} <= {*_WORD.findall(fold(head))}:
        return False
    scripts = has_other_script(mine) != has_other_script(theirs)
    return relation(words(mine), words(theirs), _likeness, scripts_differ=scripts) in _OTHERS


def _reached_by(candidate: Candidate) -> set[str]:
    """Return what a person is reached by: addresses in small letters, and numbers."""
    return {one.value.casefold() for one in (*candidate.emails, *candidate.phones) if one.value}


def _likeness(one: str, other: str) -> float:
    """Return how alike two words are, from 0 to 1."""
    from rapidfuzz.distance import OSA

    return OSA.normalized_similarity(one, other)

"""Two candidates who may be one person, side by side: the evidence first, then fact beside fact."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from recruiter_tui.domain.merging import FIELDS, differing
from recruiter_tui.tui.drawing.blocks import heading, text
from recruiter_tui.tui.drawing.cells import plain, wrap
from recruiter_tui.tui.drawing.facts import said
from recruiter_tui.tui.drawing.intake import dates_of, job_words
from recruiter_tui.tui.drawing.line import Line, line
from recruiter_tui.tui.drawing.names import country, day, language
from recruiter_tui.tui.signs import Ink
from recruiter_tui.tui.text import cut, fit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from recruiter_tui.domain.duplicates import Pair
    from recruiter_tui.domain.merging import MergeField
    from recruiter_tui.domain.person import Candidate
    from recruiter_tui.services.person_views import Person

LABEL: Final = 12
_NARROW: Final = 50
_MOST: Final = 8
"""Lines of one field; the rest is counted."""


def pair_lines(pair: Pair, one: Person, other: Person, width: int) -> Iterator[Line]:
    """Yield the evidence on a pair, then what the two records say."""
    yield from heading(width, "Evidence", f"{pair.score} of 100")
    for reason in pair.reasons:
        sign, ink = ("+", Ink.TEXT) if reason.is_for else ("\N{EN DASH}", Ink.OPEN)
        for number, part in enumerate(wrap(plain(reason.says), max(8, width - 2))):
            yield line(width, (sign + " " if number == 0 else "  ", ink), (part, ink))
    yield from heading(width, "Side by side")
    others = {field.id for field in differing(one.candidate, other.candidate)}
    for field in FIELDS:
        mine, theirs = values(one.candidate, field), values(other.candidate, field)
        if mine or theirs:
            ink = Ink.STRONG if field.id == "name" else Ink.TEXT if field.id in others else Ink.DIM
            yield from _row(width, field.label, mine, theirs, ink=ink)
    yield from _row(width, "Papers", papers(one.candidate), papers(other.candidate), ink=Ink.DIM)
    yield from _row(width, "Applied to", applied(one), applied(other), ink=Ink.DIM)


def values(candidate: Candidate, field: MergeField) -> list[str]:
    """Return what a record says on a field, an entry each; nothing where it is silent."""
    if field.id == "employment":
        return [f"{dates_of(job)}  {job_words(job)}" for job in candidate.employment]
    if field.id == "degrees":
        return [
            " · ".join(plain(part) for part in (one.title or (one.level.word if one.level else ""), one.field,
                                                one.institution, day(str(one.completed or ""))) if part)
            for one in candidate.degrees
        ]  # fmt: skip
    if field.id == "languages":
        return [
            " ".join(part for part in (language(one.language), plain(one.level or "")) if part)
            for one in candidate.languages
        ]
    if field.id == "nationalities":
        return [country(one.value) for one in candidate.nationalities if one.value]
    if field.is_list:
        return [said(one) for one in getattr(candidate, field.id) if one.value]
    fact = getattr(candidate, field.id)
    return [said(fact, named=field.id == "residence")] if fact.value else []


def papers(candidate: Candidate) -> list[str]:
    """Return the names of the papers."""
    return [plain(paper.name) for paper in candidate.documents]


def applied(person: Person) -> list[str]:
    """Return where somebody applied, with the number that the application has there."""
    return [f"{plain(one.application)}  {plain(one.title)}" for one in person.applications]


def _row(width: int, label: str, mine: list[str], theirs: list[str], *, ink: Ink) -> Iterator[Line]:
    """Yield one field: two columns where there is room, else one below the other."""
    left, right = _shortened(mine), _shortened(theirs)
    if width < _NARROW:
        if label:
            yield line(width, (label, Ink.DIM))
        for part in (*left, *(f"| {one}" for one in right)):
            yield from text(width, part, ink, indent=2)
        return
    each = (width - LABEL - 3) // 2
    first = [part for one in left for part in wrap(one, each)] or ["\N{EN DASH}"]
    second = [part for one in right for part in wrap(one, each)] or ["\N{EN DASH}"]
    for number in range(max(len(first), len(second))):
        shown = fit(first[number] if number < len(first) else "", each)
        beside = cut(second[number] if number < len(second) else "", each)
        name = fit(label if number == 0 else "", LABEL)
        yield line(width, (name, Ink.DIM), (shown, ink), (" │ ", Ink.RULE), (beside, ink))


def _shortened(entries: list[str]) -> list[str]:
    """Return entries, those beyond what is worth showing counted."""
    if len(entries) <= _MOST:
        return entries
    return [*entries[: _MOST - 1], f"and {len(entries) - _MOST + 1} more"]

"""What a change of the criteria touches: which findings are judged again, and on which facts."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final, NamedTuple

from recruiter_tui.domain.crosswalk import CONVENTION
from recruiter_tui.domain.equivalents import criterion_under
from recruiter_tui.domain.requirement import EducationExperience, Kind, Necessity
from recruiter_tui.domain.screening import FAMILIES, JUDGED_BY_A_PERSON
from recruiter_tui.store import marks

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from recruiter_tui.domain.policy import Policy
    from recruiter_tui.domain.requirement import Branch, Criterion
    from recruiter_tui.store.records import VacancyRecord

_OPEN: Final = JUDGED_BY_A_PERSON | {Kind.TIER}
"""Kinds whose findings never enter an application's outcome by themselves."""
_READS: Final[Mapping[Kind, frozenset[str]]] = {
    Kind.EDUCATION_EXPERIENCE: frozenset({"employment", "degrees", "documents"}),
    Kind.LANGUAGE: frozenset({"languages", "documents"}),
    Kind.NATIONALITY: frozenset({"nationalities", "documents"}),
    Kind.CHANNEL: frozenset(),
}
"""The facts of a candidate that the rule of each kind reads."""


_PAPERS: Final = frozenset({"documents"})


def read_by(kinds: Iterable[Kind]) -> frozenset[str]:
    """Return the facts of a candidate that the rules of some kinds read."""
    return frozenset().union(*(_READS.get(kind, frozenset()) for kind in kinds))


class Anew(NamedTuple):
    """One criterion that came or changed."""

    now: Criterion
    place: int
    """Of its mark among those to be."""
    was: Criterion | None
    at: int
    """Of its mark among those that were, where it was there."""
    same: bool = False
    """Whether it asks for what it asked for, and only its weight, wording or origin is another."""
    thresholds: tuple[tuple[Branch, ...], tuple[Branch, ...]] | None = None
    """The branches that were and are, where of a demand of education the months alone are others."""
    known: dict[str, bool] | None = None
    """Whether marks that were met with stay with other thresholds."""

    def mark(self, old: Sequence[str]) -> str | None:
        """Return the mark where it follows from the one that was; None where the rule must be asked."""
        if self.now.kind in JUDGED_BY_A_PERSON:
            return marks.OPEN
        if self.was is None:
            return None
        if self.same:
            return old[self.at]
        if self.thresholds is None or self.known is None:
            return None
        mark = old[self.at]
        if mark not in self.known:
            held, (was, now) = marks.standing(mark), self.thresholds
            self.known[mark] = len(held.branches) == len(was) and held.pattern(was) == held.pattern(now)
        return mark if self.known[mark] else None


def _thresholds(
    was: Criterion, now: Criterion, policy: Policy
) -> tuple[tuple[Branch, ...], tuple[Branch, ...]] | None:
    """Return the branches of both where months alone are others, with those that the policy adds."""
    if not isinstance(was, EducationExperience) or not isinstance(now, EducationExperience):
        return None
    if _bare(replace(now, alternatives=was.alternatives), was) != was:
        return None
    if [replace(one, months=None) for one in was.alternatives] != [
        replace(one, months=None) for one in now.alternatives
    ]:
        return None
    return criterion_under(was, policy).alternatives, criterion_under(now, policy).alternatives


def _bare(now: Criterion, was: Criterion) -> Criterion:
    """Return a criterion with what no rule reads as it was: its weight, its wording and its origin."""
    return replace(
        now,
        text=was.text,
        necessity=was.necessity,
        spans=was.spans,
        imported=was.imported,
        by=was.by,
        at=was.at,
    )


class Touched(NamedTuple):
    """What is judged again, and where the marks of the other findings stand."""

    order: tuple[int, ...]
    """For each mark to be the place of the one that was; -1 for those that came."""
    anew: tuple[Anew, ...]
    gone: tuple[tuple[Criterion, int], ...]
    """The criteria that are no longer asked, with the places of their marks."""
    counting: tuple[tuple[Kind, int], ...]
    """Where the marks stand that enter outcomes, among those to be."""
    families: tuple[str, ...]
    """The columns of a list that may change."""
    months: str | None
    """The criterion whose finding gives the months for a list, where it may be judged again."""

    @property
    def at(self) -> tuple[int, ...]:
        """Return the places of the marks that the touched criteria had, where they were there."""
        return (*(one.at for one in self.anew if one.was), *(place for _, place in self.gone))

    @property
    def steady(self) -> bool:
        """Tell whether equal marks mean equal results: nothing came, went, moved or weighs otherwise."""
        return (
            not self.gone
            and self.order == tuple(range(len(self.order)))
            and all(one.was is not None and one.was.necessity is one.now.necessity for one in self.anew)
        )

    @property
    def reads(self) -> frozenset[str]:
        """Return the facts of a candidate that the touched rules read; papers they only quote."""
        return read_by([*(one.now.kind for one in self.anew), *(one.kind for one, _ in self.gone)]) - _PAPERS

    @property
    def names(self) -> frozenset[str]:
        """Return the touched criteria by their ids."""
        return frozenset([*(one.now.id for one in self.anew), *(one.id for one, _ in self.gone)])

    def needs_facts(self, old: Sequence[str]) -> bool:
        """Tell whether the marks that were do not settle everything."""
        if any(one.kind in _READS for one, _ in self.gone):  # flips quote what was found about them
            return True
        return any(one.mark(old) is None for one in self.anew)


def planned(before: VacancyRecord, after: VacancyRecord, policy: Policy) -> Touched | None:
    """Return what a change under one policy touches; None where it reaches beyond single criteria."""
    old, new = before.notice, after.notice
    if _around(before) != _around(after):
        return None
    was = {one.id: (place, one) for place, one in enumerate(old.criteria, 1)}
    edited = (before.crosswalk or CONVENTION) != (after.crosswalk or CONVENTION)
    anew, order = [], [0]
    for place, one in enumerate(new.criteria, 1):
        at, earlier = was.pop(one.id, (-1, None))
        order.append(at)
        if edited and one.kind is Kind.LANGUAGE:
            anew.append(Anew(one, place, earlier, at))
        elif earlier is None:
            anew.append(Anew(one, place, None, at))
        elif earlier != one:
            same = _bare(one, earlier) == earlier
            anew.append(Anew(one, place, earlier, at, same, _thresholds(earlier, one, policy), {}))
    gone = tuple((one, place) for place, one in was.values())
    kinds = {one.now.kind for one in anew} | {one.kind for one, _ in gone}
    if Kind.TIER in kinds or _education(old.criteria) != _education(new.criteria):
        return None
    return Touched(
        tuple(order),
        tuple(anew),
        gone,
        counting=(
            (Kind.DEADLINE, 0),
            *(
                (one.kind, place)
                for place, one in enumerate(new.criteria, 1)
                if one.necessity is Necessity.ESSENTIAL and one.kind not in _OPEN
            ),
        ),
        families=tuple(name for name, of in FAMILIES.items() if kinds & set(of)),
        months=next(iter(_education(new.criteria)), None),
    )


def _around(record: VacancyRecord) -> tuple[object, ...]:
    """Return what all rules may read besides criteria and policy."""
    notice = record.notice
    rulings = (dict(record.fields), dict(record.institutions))
    return (notice.closing, notice.duty_station_country, notice.grade, *rulings)


def _education(criteria: Sequence[Criterion]) -> list[str]:
    return [one.id for one in criteria if one.kind is Kind.EDUCATION_EXPERIENCE]

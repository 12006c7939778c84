"""Branches of an education criterion, each tested as a whole: degree, conferral, field, months (R19-R35)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from recruiter_tui.domain.career import Career, DegreeDay
from recruiter_tui.domain.months import NOTHING, Interval
from recruiter_tui.domain.person import Candidate, Degree, DegreeStatus
from recruiter_tui.domain.policy import CountFrom, Policy
from recruiter_tui.domain.requirement import Branch, DegreeLevel
from recruiter_tui.domain.study_fields import FieldMatch, ListedFields
from recruiter_tui.domain.truth import Truth, every, some

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

_ANY_FIELD = ListedFields((), related=False)


@dataclass(frozen=True, slots=True)
class JudgedDegree:
    """One degree of the candidate against one branch: level, conferral and field, each three-valued."""

    degree: Degree
    level: Truth
    conferred: Truth
    field: FieldMatch

    @property
    def truth(self) -> Truth:
        """Return whether the degree is what the branch asks for."""
        return every((self.level, self.conferred, self.field.truth))


@dataclass(frozen=True, slots=True)
class JudgedBranch:
    """One branch tested as a whole."""

    branch: Branch
    degrees: tuple[JudgedDegree, ...]
    has_degree: Truth
    months: Interval
    long_enough: Truth

    @property
    def truth(self) -> Truth:
        """Return whether the candidate meets the branch."""
        return every((self.has_degree, self.long_enough))

    @property
    def best(self) -> JudgedDegree | None:
        """Return the degree that decides: the lowest that will do, else the highest that may or does not."""
        deciding = [judged for judged in self.degrees if judged.truth is self.has_degree]
        ranked = sorted(deciding, key=lambda judged: judged.degree.level or DegreeLevel.SECONDARY)
        if not ranked:
            return None
        return ranked[0] if self.has_degree else ranked[-1]


@dataclass(frozen=True, slots=True)
class Shared:
    """What all branches of a criterion read: its listed fields, and the months of the whole career."""

    fields: ListedFields
    whole: Interval


def judge_branch(
    branch: Branch, candidate: Candidate, career: Career, policy: Policy, shared: Shared
) -> JudgedBranch:
    """Test one branch as a whole; a school branch asks for no field of study, whatever the notice lists."""
    listed = _ANY_FIELD if branch.degree is DegreeLevel.SECONDARY else shared.fields
    degrees = tuple(
        JudgedDegree(degree, high_enough(degree, branch.degree), conferred(degree, career.cut_off), match)
        for degree, match in ((degree, listed.match(degree.field)) for degree in candidate.degrees)
    )
    has_degree = some(judged.truth for judged in degrees) if degrees else None
    months = _counted(degrees, candidate, career, policy, shared.whole)
    long_enough: Truth = True
    if branch.months is not None:
        long_enough = months.reaches(branch.months)
        if not candidate.employment and long_enough is False:
            long_enough = None
    return JudgedBranch(branch, degrees, has_degree, months, long_enough)


def high_enough(degree: Degree, asked: DegreeLevel) -> Truth:
    """Return whether a degree's level reaches the asked one; a higher degree meets a lower demand."""
    return None if degree.level is None else degree.level >= asked


def conferred(degree: Degree, cut_off: dt.date) -> Truth:
    """Return whether a degree was conferred by the cut-off day (R22)."""
    if degree.status in {DegreeStatus.EXPECTED, DegreeStatus.INCOMPLETE}:
        return False
    if degree.completed is None:
        return True if degree.status is DegreeStatus.COMPLETED else None
    if degree.completed.latest <= cut_off:
        return True
    return False if degree.completed.earliest > cut_off else None


def _counted(
    degrees: Sequence[JudgedDegree],
    candidate: Candidate,
    career: Career,
    policy: Policy,
    whole: Interval,
) -> Interval:
    """Return the months that count for a branch, from the day after its degree where the policy says so."""
    if policy.starts_from is CountFrom.ANY:
        return whole
    if policy.starts_from is CountFrom.REQUIRED_DEGREE:
        certain = [judged.degree for judged in degrees if judged.truth]
        possible = [judged.degree for judged in degrees if judged.truth is not False]
    else:
        university = [degree for degree in candidate.degrees if high_enough(degree, DegreeLevel.BACHELOR)]
        certain = [degree for degree in university if conferred(degree, career.cut_off)]
        possible = [d for d in candidate.degrees if _may_be_first(d, career.cut_off)]
    if not possible:
        return NOTHING if candidate.degrees else Interval(NOTHING.low, whole.high, whole.unbounded)
    return career.months(policy, _first_of(certain, possible))


def _may_be_first(degree: Degree, cut_off: dt.date) -> bool:
    """Tell whether a degree may be a conferred university degree."""
    return every((high_enough(degree, DegreeLevel.BACHELOR), conferred(degree, cut_off))) is not False


def _first_of(certain: Sequence[Degree], possible: Sequence[Degree]) -> DegreeDay:
    """Return the day of the earliest degree: at the latest that of a certain one, at the earliest of any."""
    ends = [degree.completed.latest for degree in certain if degree.completed]
    days = [DegreeDay.of(degree.completed).earliest for degree in possible]
    begins = [day for day in days if day is not None]
    return DegreeDay(min(begins) if len(begins) == len(days) else None, min(ends, default=None))

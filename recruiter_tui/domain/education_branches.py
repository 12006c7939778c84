"""Branches of an education criterion, each tested as a whole: degree, conferral, field, months (R19-R35)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from recruiter_tui.domain.career import Career, DegreeDay
from recruiter_tui.domain.months import NOTHING, Interval
from recruiter_tui.domain.person import Candidate, Degree, DegreeStatus
from recruiter_tui.domain.policy import CountFrom, Policy
from recruiter_tui.domain.requirement import Branch, DegreeLevel, FieldRule
from recruiter_tui.domain.standing import Counted, Standing
from recruiter_tui.domain.study_fields import FieldMatch, ListedFields
from recruiter_tui.domain.truth import Truth, every, outcome_of, some

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from recruiter_tui.domain.rulings import Accreditation

_EVERY_FIELD = ListedFields(())


class JudgedDegree(NamedTuple):
    """One degree of the candidate against one branch: level, conferral and field, each three-valued."""

    degree: Degree
    level: Truth
    conferred: Truth
    field: FieldMatch
    truth: Truth
    """Whether the degree is what the branch asks for."""


class JudgedBranch(NamedTuple):
    """One branch tested as a whole."""

    branch: Branch
    degrees: tuple[JudgedDegree, ...]
    has_degree: Truth
    months: Interval
    long_enough: Truth
    truth: Truth
    """Whether the candidate meets the branch."""
    best: JudgedDegree | None
    """The degree that decides: the lowest that will do, else the highest that may or does not."""


@dataclass(frozen=True, slots=True)
class Shared:
    """What all branches of a criterion read of one candidate."""

    months: Interval
    """Those of the whole career."""
    degrees: tuple[tuple[Degree, Truth, FieldMatch], ...]
    """Every degree with whether it was conferred by the cut-off, and is in a listed field."""
    fields: ListedFields
    """The listed fields, for branches that read them in a way of their own."""

    @classmethod
    def of(cls, candidate: Candidate, fields: ListedFields, career: Career, months: Interval) -> Shared:
        """Look at the degrees once for all branches; `months` are those of the career."""
        degrees = [
            (degree, conferred(degree, career.cut_off), fields.match(degree.field))
            for degree in candidate.degrees
        ]
        return cls(months, tuple(degrees), fields)


class Weighed(NamedTuple):
    """What a criterion comes to for one candidate, before anything of it is put in words."""

    truth: Truth
    branches: tuple[JudgedBranch, ...]
    deciding: JudgedBranch
    """The branch to speak of: the first that passes or may pass, else the nearest miss."""
    career: Career
    candidate: Candidate
    """As the policy reads the papers."""
    checked: Accreditation | None
    """What is on record about the deciding degree's institution."""
    flags: tuple[str, ...]

    @property
    def months(self) -> Interval:
        """Return the months to show: those of the passing branch, else of the first."""
        return next((judged for judged in self.branches if judged.truth), self.branches[0]).months

    @property
    def standing(self) -> Standing:
        """Return what counts of the finding, as `standing.standing_of` reads it from there."""
        counted = tuple([_whole(judged.has_degree, judged.months) for judged in self.branches])
        listed = bool(self.career.stints)
        outcome = outcome_of(self.truth)
        return Standing(outcome, branches=counted, listed=listed, flags=self.flags, counted=True)


def _whole(has_degree: Truth, months: Interval) -> Counted:
    """Return a branch with its months rounded down, as thresholds are whole."""
    low, high = months.low, months.high
    most = None if months.unbounded else high.numerator // high.denominator
    return Counted(has_degree, low.numerator // low.denominator, most)


def judge_branch(
    branch: Branch, candidate: Candidate, career: Career, policy: Policy, shared: Shared
) -> JudgedBranch:
    """Test one branch as a whole."""
    listed = fields_for(branch, shared.fields)
    degrees = []
    for degree, has_it, found in shared.degrees:
        match = found if listed is shared.fields else listed.match(degree.field)
        level = high_enough(degree, branch.degree)
        degrees.append(JudgedDegree(degree, level, has_it, match, every((level, has_it, match.truth))))
    has_degree = some([judged.truth for judged in degrees]) if degrees else None
    months = _counted(degrees, candidate, career, policy, shared.months)
    long_enough: Truth = True
    if branch.months is not None:
        long_enough = months.reaches(branch.months)
        if not candidate.employment and long_enough is False:
            long_enough = None
    truth = every((has_degree, long_enough))
    best = _best(degrees, has_degree)
    return JudgedBranch(branch, tuple(degrees), has_degree, months, long_enough, truth, best)


def _best(degrees: Sequence[JudgedDegree], has_degree: Truth) -> JudgedDegree | None:
    """Return the degree that decides on a branch."""
    deciding = [judged for judged in degrees if judged.truth is has_degree]
    if len(deciding) > 1:
        deciding.sort(key=lambda judged: judged.degree.level or DegreeLevel.SECONDARY)
    if not deciding:
        return None
    return deciding[0] if has_degree else deciding[-1]


def fields_for(branch: Branch, fields: ListedFields) -> ListedFields:
    """Return the fields that hold for a branch: all, its own, or any (R20); a school branch asks for none."""
    if branch.degree is DegreeLevel.SECONDARY or branch.field_rule is FieldRule.ANY:
        return _EVERY_FIELD
    if branch.field_rule is FieldRule.OPEN or branch.fields_of_study:
        return fields.of_branch(branch.fields_of_study, is_open=branch.field_rule is FieldRule.OPEN)
    return fields


def high_enough(degree: Degree, asked: DegreeLevel) -> Truth:
    """Return whether a degree's level reaches the asked one; a higher degree meets a lower demand."""
    return None if degree.level is None else degree.level >= asked


def conferred(degree: Degree, cut_off: dt.date) -> Truth:
    """Return whether a degree was conferred by the cut-off day (R22)."""
    if degree.status is DegreeStatus.EXPECTED or degree.status is DegreeStatus.INCOMPLETE:
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

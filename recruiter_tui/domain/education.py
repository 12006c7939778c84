"""Education with experience: each branch tested as a whole, and the passing one named (R19-R35)."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from recruiter_tui.domain.career import NOTHING, Career, DegreeDay, Interval, read_career
from recruiter_tui.domain.education_words import degree_wording, job_wording, sentence
from recruiter_tui.domain.finding import Evidence, Finding, Outcome
from recruiter_tui.domain.person import Candidate, Degree, DegreeStatus, Employment
from recruiter_tui.domain.policy import DEFAULT_POLICY, CountFrom, Policy
from recruiter_tui.domain.requirement import Branch, DegreeLevel, EducationExperience
from recruiter_tui.domain.rulings import by_job, field_key
from recruiter_tui.domain.study_fields import FieldMatch, ListedFields
from recruiter_tui.domain.truth import Truth, every, outcome_of, some
from recruiter_tui.domain.wording import quotation

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping, Sequence

    from recruiter_tui.domain.rulings import Accreditation, Relevance

_UNRULED: Mapping[str, Relevance] = MappingProxyType({})
_UNCHECKED: Mapping[str, Accreditation] = MappingProxyType({})
_RULE = "R19-R35/1"
_MOST_QUOTED_JOBS = 12
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
class _Shared:
    """What all branches of a criterion read: its listed fields, and the months of the whole career."""

    fields: ListedFields
    whole: Interval


def judge_education(
    criterion: EducationExperience,
    candidate: Candidate,
    cut_off: dt.date | None,
    policy: Policy = DEFAULT_POLICY,
    *,
    fields: ListedFields | None = None,
    relevance: Mapping[str, Relevance] = _UNRULED,
    institutions: Mapping[str, Accreditation] = _UNCHECKED,
) -> Finding:
    """Return whether the candidate meets one branch; `fields` are the criterion's, prepared beforehand.

    `institutions` are those that persons looked up, by `rulings.field_key`; it never changes the outcome.

    Without a cut-off day, or without a branch in the notice, nobody can tell. What the file does not list at
    all (degrees, employment) is unknown rather than absent.
    """
    if not criterion.alternatives:
        reason = "The requirement names no degree that the program knows, so a person must read it."
        return _finding(criterion, None, reason, {"policy": policy.name, "branches": []})
    if cut_off is None:
        reason = "Neither a closing date nor a day of receipt says up to when experience counts."
        return _finding(criterion, None, reason, _blank_inputs(criterion, policy))
    ruled = by_job(candidate.employment, relevance)
    career = read_career(
        candidate.employment, cut_off, policy, ruled, doctorate_completed(candidate, cut_off, policy)
    )
    known = fields or ListedFields(criterion.fields_of_study, criterion.related_field)
    whole = career.months(policy)
    branches = [
        _judge_branch(branch, candidate, career, policy, _Shared(known, whole))
        for branch in criterion.alternatives
    ]
    truth = some(judged.truth for judged in branches)
    deciding = _deciding(branches, truth)
    checked = _checked(criterion, deciding, institutions)
    return _finding(
        criterion,
        truth,
        sentence(deciding, branches, truth, criterion),
        _inputs(criterion, candidate, career, policy, branches)
        | _relevance_json(ruled)
        | _checked_json(checked),
        _evidence(candidate, deciding, career),
        (*career.flags, *_degree_flags(criterion, deciding, checked)),
    )


def doctorate_completed(candidate: Candidate, cut_off: dt.date, policy: Policy) -> Truth:
    """Return whether a doctorate was conferred by the cut-off, where the policy asks (R32)."""
    if policy.doctorate_months is None:
        return None
    return some(
        every((_high_enough(degree, DegreeLevel.DOCTORATE), conferred(degree, cut_off)))
        for degree in candidate.degrees
    )


def _relevance_json(ruled: Mapping[int, Relevance]) -> dict[str, object]:
    """Return what persons ruled on jobs, by their places; nothing where nobody ruled."""
    if not ruled:
        return {}
    return {
        "relevance": [
            {"job": place, "share": str(one.share), "note": one.note, "by": one.by, "at": one.at}
            for place, one in sorted(ruled.items())
        ]
    }


def _deciding(branches: Sequence[JudgedBranch], truth: Truth) -> JudgedBranch:
    """Return the branch to speak of: the first that passes or may pass, else the nearest miss."""
    fitting = [judged for judged in branches if judged.truth is truth]
    if truth is False:
        nearest = [judged for judged in fitting if judged.has_degree is not False]
        return nearest[0] if nearest else fitting[0]
    return fitting[0]


def _judge_branch(
    branch: Branch, candidate: Candidate, career: Career, policy: Policy, shared: _Shared
) -> JudgedBranch:
    """Test one branch as a whole; a school branch asks for no field of study, whatever the notice lists."""
    listed = _ANY_FIELD if branch.degree is DegreeLevel.SECONDARY else shared.fields
    degrees = tuple(
        JudgedDegree(degree, _high_enough(degree, branch.degree), conferred(degree, career.cut_off), match)
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


def _high_enough(degree: Degree, asked: DegreeLevel) -> Truth:
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
        university = [degree for degree in candidate.degrees if _high_enough(degree, DegreeLevel.BACHELOR)]
        certain = [degree for degree in university if conferred(degree, career.cut_off)]
        possible = [d for d in candidate.degrees if _may_be_first(d, career.cut_off)]
    if not possible:
        return NOTHING if candidate.degrees else Interval(NOTHING.low, whole.high, whole.unbounded)
    return career.months(policy, _first_of(certain, possible))


def _may_be_first(degree: Degree, cut_off: dt.date) -> bool:
    """Tell whether a degree may be a conferred university degree."""
    return every((_high_enough(degree, DegreeLevel.BACHELOR), conferred(degree, cut_off))) is not False


def _first_of(certain: Sequence[Degree], possible: Sequence[Degree]) -> DegreeDay:
    """Return the day of the earliest degree: at the latest that of a certain one, at the earliest of any."""
    ends = [degree.completed.latest for degree in certain if degree.completed]
    days = [DegreeDay.of(degree.completed).earliest for degree in possible]
    begins = [day for day in days if day is not None]
    return DegreeDay(min(begins) if len(begins) == len(days) else None, min(ends, default=None))


def _blank_inputs(criterion: EducationExperience, policy: Policy) -> dict[str, object]:
    """Return the inputs of a finding without arithmetic."""
    return {
        "policy": policy.name,
        "months": {"exact": None, "low": None, "high": None},
        "branches": [
            {"degree": branch.degree.word, "months": branch.months, "outcome": Outcome.CANNOT_TELL.value}
            for branch in criterion.alternatives
        ],
        "cut_off": None,
    }


def _inputs(
    criterion: EducationExperience,
    candidate: Candidate,
    career: Career,
    policy: Policy,
    branches: Sequence[JudgedBranch],
) -> dict[str, object]:
    """Return the arithmetic: the months at the top are those of the passing branch, else of the first."""
    shown = next((judged for judged in branches if judged.truth), branches[0])
    counted = {id(judged.months): judged.months.as_json() for judged in branches}  # mostly one and the same
    return {
        "policy": policy.name,
        "count_from": policy.starts_from.value,
        "count_unpaid": policy.count_unpaid,
        "switches": policy.spec,
        "months": counted[id(shown.months)],
        "branches": [
            {
                "degree": judged.branch.degree.word,
                "months": judged.branch.months,
                "outcome": outcome_of(judged.truth).value,
                "degree_outcome": outcome_of(judged.has_degree).value,
                "experience_outcome": outcome_of(judged.long_enough).value,
                "counted": counted[id(judged.months)],
            }
            for judged in branches
        ],
        "cut_off": career.cut_off.isoformat(),
        "fields_of_study": list(criterion.fields_of_study),
        "jobs": [
            _job_json(job, stint.flags)
            for job, stint in zip(candidate.employment, career.stints, strict=True)
        ],
        "degrees": [_degree_json(judged) for judged in branches[0].degrees],
    }


def _job_json(job: Employment, flags: tuple[str, ...]) -> dict[str, object]:
    return {
        "start": None if job.start is None else str(job.start),
        "end": None if job.end is None else str(job.end),
        "fte": None if job.fte is None else str(job.fte),
        "paid": job.paid,
        "flags": list(flags),
    }


def _degree_json(judged: JudgedDegree) -> dict[str, object]:
    degree = judged.degree
    return {
        "level": degree.level.word if degree.level else None,
        "field": degree.field,
        "completed": None if degree.completed is None else str(degree.completed),
        "status": degree.status.value,
        "conferred": outcome_of(judged.conferred).value,
        "listed_field": judged.field.listed,
        **({"field_ruled_by": judged.field.ruled_by} if judged.field.ruled_by else {}),
    }


def _checked(
    criterion: EducationExperience, deciding: JudgedBranch, institutions: Mapping[str, Accreditation]
) -> Accreditation | None:
    """Return the record on the deciding degree's institution, where the notice asks for accreditation."""
    best = deciding.best
    if not criterion.accreditation or not institutions or best is None or not best.degree.institution:
        return None
    return institutions.get(field_key(best.degree.institution))


def _checked_json(checked: Accreditation | None) -> dict[str, object]:
    return {} if checked is None else {"accreditation": checked.as_json()}


def _degree_flags(
    criterion: EducationExperience, deciding: JudgedBranch, checked: Accreditation | None
) -> tuple[str, ...]:
    """Return what about the degree a person should look at; accreditation never blocks (R24)."""
    flags = []
    if criterion.accreditation:
        flags.append(checked.flag if checked else "accreditation not checked")
    best = deciding.best
    if best is not None and best.degree.completed is None:
        flags.append("degree not dated")
    if any(judged.field.ruled_by for judged in deciding.degrees):
        flags.append("field of study ruled on")
    return tuple(flags)


def _evidence(candidate: Candidate, deciding: JudgedBranch, career: Career) -> tuple[Evidence, ...]:
    """Return the deciding degree and the jobs that count, as the papers word them."""
    found = []
    best = deciding.best
    if best is not None:
        found.append(quotation(candidate, best.degree.spans, degree_wording(best.degree)))
    for job, stint in zip(candidate.employment, career.stints, strict=True):
        if stint.counts and len(found) < _MOST_QUOTED_JOBS:
            found.append(quotation(candidate, job.spans, job_wording(job)))
    return tuple(found)


def _finding(
    criterion: EducationExperience,
    truth: Truth,
    reason: str,
    inputs: dict[str, object],
    evidence: tuple[Evidence, ...] = (),
    flags: tuple[str, ...] = (),
) -> Finding:
    return Finding(
        criterion.id,
        criterion.kind,
        criterion.necessity,
        outcome_of(truth),
        reason,
        inputs,
        evidence,
        rule=_RULE,
        flags=tuple(dict.fromkeys(flags)),
    )

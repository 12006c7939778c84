"""Education with experience: each branch tested as a whole, and the passing one named (R19-R35)."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from recruiter_tui.domain.career import read_career
from recruiter_tui.domain.education_branches import (
    JudgedBranch,
    JudgedDegree,
    Shared,
    Weighed,
    conferred,
    high_enough,
    judge_branch,
)
from recruiter_tui.domain.education_words import degree_wording, job_wording, sentence
from recruiter_tui.domain.equivalents import CERTIFICATE, IN_LIEU, candidate_under, criterion_under
from recruiter_tui.domain.finding import Evidence, Finding, Outcome
from recruiter_tui.domain.requirement import DegreeLevel, EducationExperience
from recruiter_tui.domain.rulings import by_job, field_key
from recruiter_tui.domain.study_fields import ListedFields
from recruiter_tui.domain.truth import Truth, every, outcome_of, some
from recruiter_tui.domain.wording import quotation

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping, Sequence

    from recruiter_tui.domain.career import Career
    from recruiter_tui.domain.careers import Careers
    from recruiter_tui.domain.months import Interval
    from recruiter_tui.domain.person import Candidate, Employment
    from recruiter_tui.domain.policy import Policy
    from recruiter_tui.domain.rulings import Accreditation, FieldRuling, Relevance

_UNRULED: Mapping[str, Relevance] = MappingProxyType({})
_UNCHECKED: Mapping[str, Accreditation] = MappingProxyType({})
_NO_RULINGS: Mapping[str, FieldRuling] = MappingProxyType({})
_RULE = "R19-R35/1"
_OUTCOMES: Final[dict[Truth, str]] = {truth: outcome_of(truth).value for truth in (True, False, None)}
"""How findings word what is true of a branch or a degree."""
_MOST_QUOTED_JOBS = 12


class EducationDemand:
    """One education criterion as a policy reads it, prepared for any number of candidates."""

    def __init__(
        self,
        criterion: EducationExperience,
        policy: Policy,
        rulings: Mapping[str, FieldRuling] = _NO_RULINGS,
        institutions: Mapping[str, Accreditation] = _UNCHECKED,
        careers: Careers | None = None,
    ) -> None:
        """Prepare what all candidates share, with what the policy takes in place of the degree (R21, R25).

        `rulings` are those on fields of study and `institutions` those that persons looked up, both by
        `rulings.field_key`; what came of looking one up never changes the outcome.
        """
        self._criterion = criterion_under(criterion, policy)
        self._added = () if self._criterion is criterion else (IN_LIEU,)
        self._policy = policy
        self._institutions = institutions
        self._careers = careers.under(policy) if careers is not None else None
        self._fields = ListedFields(criterion.fields_of_study, criterion.related_field, rulings)
        self._alike: dict[str, object] = {
            "policy": policy.name,
            "count_from": policy.starts_from.value,
            "count_unpaid": policy.count_unpaid,
            "switches": policy.spec,
        }
        self._listed = list(criterion.fields_of_study)

    def judge(
        self, candidate: Candidate, cut_off: dt.date | None, relevance: Mapping[str, Relevance] = _UNRULED
    ) -> Finding:
        """Return whether the candidate meets one branch.

        Without a cut-off day, or without a branch in the notice, nobody can tell. What the file does not
        list at all (degrees, employment) is unknown rather than absent.
        """
        weighed = self.weigh(candidate, cut_off, relevance)
        if weighed is None:
            return self._unweighed(candidate)
        inputs = self._inputs(weighed)
        ruled = by_job(candidate.employment, relevance)
        if ruled:
            inputs |= _relevance_json(ruled)
        if weighed.checked is not None:
            inputs["accreditation"] = weighed.checked.as_json()
        return Finding.on(
            self._criterion,
            outcome_of(weighed.truth),
            self.reason(weighed),
            inputs,
            _evidence(weighed),
            rule=_RULE,
            flags=weighed.flags,
        )

    def weigh(
        self, candidate: Candidate, cut_off: dt.date | None, relevance: Mapping[str, Relevance] = _UNRULED
    ) -> Weighed | None:
        """Return what counts of a candidate's degrees and jobs; None where there is nothing to weigh by."""
        criterion, policy = self._criterion, self._policy
        if cut_off is None or not criterion.alternatives:
            return None
        read = candidate_under(candidate, policy)
        career, months = self._counted(read, cut_off, relevance)
        shared = Shared.of(read, self._fields, career, months)
        branches = tuple(
            [judge_branch(branch, read, career, policy, shared) for branch in criterion.alternatives]
        )
        truth = some([judged.truth for judged in branches])
        deciding = _deciding(branches, truth)
        checked = self._checked(deciding)
        flags = (
            *career.flags,
            *_degree_flags(criterion, deciding, checked),
            *self._leniency(read, candidate),
        )
        return Weighed(truth, branches, deciding, career, read, checked, tuple(dict.fromkeys(flags)))

    def _counted(
        self, read: Candidate, cut_off: dt.date, relevance: Mapping[str, Relevance]
    ) -> tuple[Career, Interval]:
        """Return the career with the months of the whole of it, as it was counted before where it was."""
        doctorate = doctorate_completed(read, cut_off, self._policy)
        if self._careers is not None and not relevance:
            return self._careers.of(read.employment, cut_off, doctorate)
        ruled = by_job(read.employment, relevance)
        career = read_career(read.employment, cut_off, self._policy, ruled, doctorate)
        return career, career.months(self._policy)

    def reason(self, weighed: Weighed) -> str:
        """Return why the criterion is met or not, in one sentence."""
        return sentence(weighed.deciding, weighed.branches, weighed.truth, self._criterion)

    def _leniency(self, read: Candidate, candidate: Candidate) -> tuple[str, ...]:
        """Return what the policy took in place of the degree asked for."""
        return self._added if read is candidate else (*self._added, CERTIFICATE)

    def _unweighed(self, candidate: Candidate) -> Finding:
        """Return the finding where the notice leaves out what it would take to tell."""
        criterion, policy = self._criterion, self._policy
        if criterion.alternatives:
            reason = "Neither a closing date nor a day of receipt says up to when experience counts."
            inputs = _blank_inputs(criterion, policy)
        else:
            reason = "The requirement names no degree that the program knows, so a person must read it."
            inputs = {"policy": policy.name, "branches": []}
        flags = self._leniency(candidate_under(candidate, policy), candidate)
        return Finding.on(criterion, Outcome.CANNOT_TELL, reason, inputs, rule=_RULE, flags=flags)

    def _checked(self, deciding: JudgedBranch) -> Accreditation | None:
        """Return the record on the deciding degree's institution, where the notice asks for accreditation."""
        best = deciding.best
        if not self._institutions or not self._criterion.accreditation:
            return None
        if best is None or not best.degree.institution:
            return None
        return self._institutions.get(field_key(best.degree.institution))

    def _inputs(self, weighed: Weighed) -> dict[str, object]:
        """Return the arithmetic."""
        branches, career = weighed.branches, weighed.career
        counted = {id(judged.months): judged.months.as_json() for judged in branches}  # mostly the same
        jobs = zip(weighed.candidate.employment, career.stints, strict=True)
        return {
            **self._alike,
            "months": counted[id(weighed.months)],
            "branches": [_branch_json(judged, counted[id(judged.months)]) for judged in branches],
            "cut_off": career.cut_off.isoformat(),
            "fields_of_study": self._listed,
            "jobs": [_job_json(job, stint.flags) for job, stint in jobs],
            "degrees": [_degree_json(judged) for judged in branches[0].degrees],
        }


def doctorate_completed(candidate: Candidate, cut_off: dt.date, policy: Policy) -> Truth:
    """Return whether a doctorate was conferred by the cut-off, where the policy asks (R32)."""
    if policy.doctorate_months is None:
        return None
    return some(
        every((high_enough(degree, DegreeLevel.DOCTORATE), conferred(degree, cut_off)))
        for degree in candidate.degrees
    )


def _relevance_json(ruled: Mapping[int, Relevance]) -> dict[str, object]:
    """Return what persons ruled on jobs, by their places."""
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


def _branch_json(judged: JudgedBranch, months: dict[str, object]) -> dict[str, object]:
    return {
        "degree": judged.branch.degree.word,
        "months": judged.branch.months,
        "outcome": _OUTCOMES[judged.truth],
        "degree_outcome": _OUTCOMES[judged.has_degree],
        "experience_outcome": _OUTCOMES[judged.long_enough],
        "counted": months,
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
        "conferred": _OUTCOMES[judged.conferred],
        "listed_field": judged.field.listed,
        **({"field_ruled_by": judged.field.ruled_by} if judged.field.ruled_by else {}),
    }


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


def _evidence(weighed: Weighed) -> tuple[Evidence, ...]:
    """Return the deciding degree and the jobs that count, as the papers word them."""
    found = []
    candidate, best = weighed.candidate, weighed.deciding.best
    if best is not None:
        degree = best.degree
        found.append(quotation(candidate, degree.spans, degree_wording(degree)))
    for job, stint in zip(candidate.employment, weighed.career.stints, strict=True):
        if stint.counts and len(found) < _MOST_QUOTED_JOBS:
            found.append(quotation(candidate, job.spans, job_wording(job)))
    return tuple(found)

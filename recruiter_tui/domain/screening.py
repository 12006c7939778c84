"""Screening: every criterion of a notice against one application, and what it amounts to (R43-R47, R53).

A criterion that only a person can judge has the outcome None until somebody rules on it, and does not enter
the application's outcome until then. Eligibility stands apart from merit; a tier never changes the outcome.
"""

from __future__ import annotations

import functools
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import TYPE_CHECKING

from recruiter_tui.domain.application import Application
from recruiter_tui.domain.career import cut_off_day
from recruiter_tui.domain.crosswalk import CONVENTION, Crosswalk
from recruiter_tui.domain.deadline import DEADLINE, judge_deadline
from recruiter_tui.domain.education import judge_education
from recruiter_tui.domain.eligibility import judge_channel, judge_nationality
from recruiter_tui.domain.equivalents import CERTIFICATE, IN_LIEU, candidate_under, criterion_under
from recruiter_tui.domain.finding import Evidence, Finding, Outcome, Override
from recruiter_tui.domain.language import judge_language
from recruiter_tui.domain.passages import Passage, Reader, Topic, acronyms_of
from recruiter_tui.domain.person import Candidate
from recruiter_tui.domain.policy import DEFAULT_POLICY, Policy
from recruiter_tui.domain.requirement import (
    Channel,
    Competency,
    Criterion,
    EducationExperience,
    ExperienceTopic,
    Kind,
    LanguageRequirement,
    Nationality,
    Necessity,
    Skill,
    Stage,
    Tier,
)
from recruiter_tui.domain.rulings import Relevance
from recruiter_tui.domain.study_fields import ListedFields
from recruiter_tui.domain.tier import judge_tiers
from recruiter_tui.domain.wording import Names

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from recruiter_tui.domain.notice import Closing, Notice
    from recruiter_tui.domain.rulings import Accreditation, FieldRuling

_NO_FIELDS: Mapping[str, FieldRuling] = MappingProxyType({})
_NO_INSTITUTIONS: Mapping[str, Accreditation] = MappingProxyType({})
STRICTEST_FIRST = (Outcome.NOT_MET, Outcome.CANNOT_TELL, Outcome.MET)
FAMILIES: Mapping[str, tuple[Kind, ...]] = MappingProxyType(
    {
        "eligibility": (Kind.NATIONALITY, Kind.CHANNEL),
        "deadline": (Kind.DEADLINE,),
        "education_experience": (Kind.EDUCATION_EXPERIENCE,),
        "languages": (Kind.LANGUAGE,),
    }
)
"""The columns that a list of applications shows, and the kinds of criteria behind each."""
_FAMILY_OF = {kind: name for name, kinds in FAMILIES.items() for kind in kinds}
JUDGED_BY_A_PERSON = frozenset({Kind.EXPERIENCE, Kind.SKILL, Kind.COMPETENCY})
_RULE = "R42/1"
_NONE: Mapping[str, Override] = MappingProxyType({})
_MOST_PASSAGES = 3


@dataclass(frozen=True, slots=True)
class Applicant:
    """What is screened: an application with the person behind it."""

    application: Application
    candidate: Candidate
    relevance: Mapping[str, Relevance] = field(default_factory=dict)
    """What persons ruled on the relevance of jobs, by `rulings.job_keys`."""


@dataclass(frozen=True, slots=True)
class Screening:
    """The result for one application: `tier` None where it cannot be told or the notice has no tiers."""

    tier: int | None
    outcome: Outcome | None
    findings: tuple[Finding, ...]

    def family(self, name: str) -> Outcome | None:
        """Return the outcome of one of the FAMILIES."""
        return family_outcome(self.findings, *FAMILIES[name])

    def families(self) -> dict[str, Outcome | None]:
        """Return the outcomes of all FAMILIES."""
        standing: dict[str, set[Outcome | None]] = {name: set() for name in FAMILIES}
        for finding in self.findings:
            name = _FAMILY_OF.get(finding.kind)
            if name is not None and finding.necessity is Necessity.ESSENTIAL:
                standing[name].add(finding.standing)
        return {name: strictest(outcomes) for name, outcomes in standing.items()}


def screen(
    applicant: Applicant,
    notice: Notice,
    policy: Policy = DEFAULT_POLICY,
    overrides: Mapping[str, Override] = _NONE,
) -> Screening:
    """Screen one application, with the passages for the criteria that a person judges.

    For many applications of one vacancy `prepare` the notice once instead.
    """
    screener = prepare(notice, policy)
    return screener.with_passages(screener.screen(applicant, overrides), applicant.candidate)


def application_outcome(findings: Iterable[Finding]) -> Outcome | None:
    """Return the strictest standing outcome of the essential findings, tiers left out."""
    return _strictest(finding for finding in findings if finding.kind is not Kind.TIER)


def family_outcome(findings: Iterable[Finding], *kinds: Kind) -> Outcome | None:
    """Return the strictest standing outcome of the essential findings of those kinds; None without any."""
    return _strictest(finding for finding in findings if finding.kind in kinds)


def prepare(
    notice: Notice,
    policy: Policy = DEFAULT_POLICY,
    names: Names | None = None,
    fields: Mapping[str, FieldRuling] = _NO_FIELDS,
    crosswalk: Crosswalk = CONVENTION,
    institutions: Mapping[str, Accreditation] = _NO_INSTITUTIONS,
) -> Screener:
    """Read a notice's criteria once, for screening any number of applications.

    `fields` holds what persons ruled on fields of study, by `rulings.field_key`, and `institutions` which
    ones they looked up, by the same.
    """
    return Screener(notice, policy, names or Names(), fields, crosswalk, institutions)


class Screener:
    """A notice's criteria, prepared; it may be kept as long as notice and policy stay as they are."""

    def __init__(
        self,
        notice: Notice,
        policy: Policy,
        names: Names,
        fields: Mapping[str, FieldRuling] = _NO_FIELDS,
        crosswalk: Crosswalk = CONVENTION,
        institutions: Mapping[str, Accreditation] = _NO_INSTITUTIONS,
    ) -> None:
        """Sort the criteria by the rule that judges them, and prepare what all applications share."""
        self._crosswalk = crosswalk
        self._institutions = institutions
        self._closing: Closing | None = notice.closing.value
        self._country = notice.duty_station_country.value
        self._grade = notice.grade.value
        self._policy = policy
        self._names = names
        self._criteria = notice.criteria
        self._tiers = tuple(known for known in notice.criteria if isinstance(known, Tier))
        self._fields = {
            known.id: ListedFields(known.fields_of_study, known.related_field, fields)
            for known in notice.criteria
            if isinstance(known, EducationExperience)
        }
        self._shared = {known.id: _for_a_person(known) for known in notice.criteria if _is_personal(known)}
        self._unquoted: dict[str, Finding] = {}
        self._notice_text = notice.text

    @functools.cached_property
    def _acronyms(self) -> dict[str, tuple[str, ...]]:
        return acronyms_of(self._notice_text)

    @functools.cached_property
    def _topics(self) -> dict[str, Topic]:
        """Return the terms of the criteria that the candidate's papers can speak of."""
        return {
            known.id: Topic.of(known.text, self._acronyms)
            for known in self._criteria
            if isinstance(known, (ExperienceTopic, Skill))
        }

    def screen(self, applicant: Applicant, overrides: Mapping[str, Override] = _NONE) -> Screening:
        """Return one finding per criterion in the notice's order, the closing first."""
        application, candidate = applicant.application, applicant.candidate
        placement = judge_tiers(
            self._tiers,
            application,
            candidate,
            grade=self._grade,
            overrides=overrides,
            names=self._names,
        )
        settled = self._shared | {finding.criterion: finding for finding in placement.findings}
        findings = [judge_deadline(self._closing, application.received, self._policy)]
        findings += [settled.get(known.id) or self.judge_one(known, applicant) for known in self._criteria]
        if overrides:
            findings = [_ruled(finding, overrides) for finding in findings]
        return Screening(placement.tier, application_outcome(findings), tuple(findings))

    def passages(self, candidate: Candidate) -> dict[str, tuple[Passage, ...]]:
        """Return the best passages of the candidate's papers for each criterion that a person judges."""
        reader = Reader(candidate, self._acronyms)
        return {key: reader.best(topic, _MOST_PASSAGES) for key, topic in self._topics.items()}

    def with_passages(self, screening: Screening, candidate: Candidate) -> Screening:
        """Return the screening with passages as evidence on the findings that a person judges."""
        found = self.passages(candidate)
        findings = tuple(
            self._quoting(finding, found[finding.criterion]) if finding.criterion in found else finding
            for finding in screening.findings
        )
        return replace(screening, findings=findings)

    def _quoting(self, finding: Finding, passages: Sequence[Passage]) -> Finding:
        """Return the finding with its passages; without any, and without a ruling, all share one."""
        if passages or finding is not self._shared[finding.criterion]:
            return _with_passages(finding, passages)
        if finding.criterion not in self._unquoted:
            self._unquoted[finding.criterion] = _with_passages(finding, ())
        return self._unquoted[finding.criterion]

    def judge_one(self, criterion: Criterion, applicant: Applicant) -> Finding:
        """Return the finding on one criterion that is no tier, of the rule that its kind calls for."""
        application, candidate = applicant.application, applicant.candidate
        if isinstance(criterion, EducationExperience):
            cut_off = cut_off_day(self._closing, application.received)
            fields = self._fields[criterion.id]
            asked = criterion_under(criterion, self._policy)
            judged = candidate_under(candidate, self._policy)
            found = judge_education(
                asked,
                judged,
                cut_off,
                self._policy,
                fields=fields,
                relevance=applicant.relevance,
                institutions=self._institutions,
            )
            added = [IN_LIEU] * (asked is not criterion) + [CERTIFICATE] * (judged is not candidate)
            return replace(found, flags=(*found.flags, *added)) if added else found
        if isinstance(criterion, LanguageRequirement):
            return judge_language(criterion, candidate, self._names, self._crosswalk)
        if isinstance(criterion, Nationality):
            return judge_nationality(
                criterion,
                application,
                candidate,
                self._policy,
                duty_station=self._country,
                names=self._names,
            )
        if isinstance(criterion, Channel):
            return judge_channel(criterion, application)
        return self._shared[criterion.id]


def _strictest(findings: Iterable[Finding]) -> Outcome | None:
    """Return the strictest standing outcome among essential findings; None where none is judged."""
    return strictest({one.standing for one in findings if one.necessity is Necessity.ESSENTIAL})


def strictest(standing: Collection[Outcome | None]) -> Outcome | None:
    """Return the strictest of some outcomes; None where nothing is judged."""
    return next((outcome for outcome in STRICTEST_FIRST if outcome in standing), None)


def _is_personal(criterion: Criterion) -> bool:
    return criterion.kind in JUDGED_BY_A_PERSON


def _for_a_person(criterion: Criterion) -> Finding:
    """Return the finding on a criterion that a person judges: no outcome until then (R42, R54)."""
    if isinstance(criterion, Competency) or criterion.stage is not Stage.PAPER:
        reason = f"A person judges this at the {criterion.stage.value}, not on paper."
        if criterion.stage is Stage.PAPER:
            reason = "A person judges this."
    else:
        reason = "A person judges this from the candidate's papers."
    return Finding(criterion.id, criterion.kind, criterion.necessity, None, reason, rule=_RULE)


def _ruled(finding: Finding, overrides: Mapping[str, Override]) -> Finding:
    """Return the finding with a person's ruling beside it, where there is one."""
    override = overrides.get(finding.criterion)
    return finding if override is None else replace(finding, override=override)


def _with_passages(finding: Finding, passages: Sequence[Passage]) -> Finding:
    """Return the finding with the passages that share its terms, as a proposal to the person who rules."""
    count = len(passages)
    if not count:
        reason = "A person judges this; no passage of the candidate's papers shares its terms."
    elif count == 1:
        reason = "A person judges this; one passage of the candidate's papers shares its terms."
    else:
        reason = f"A person judges this; the {count} best passages of the candidate's papers are quoted."
    evidence = tuple(Evidence(passage.quote, passage.source, passage.span) for passage in passages)
    inputs = {**finding.inputs, "passages": count}
    return replace(finding, reason=reason, evidence=evidence, inputs=inputs)


__all__ = [
    "DEADLINE",
    "FAMILIES",
    "JUDGED_BY_A_PERSON",
    "Applicant",
    "Screener",
    "Screening",
    "application_outcome",
    "family_outcome",
    "prepare",
    "screen",
    "strictest",
]

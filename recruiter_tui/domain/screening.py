"""Screening: every criterion of a notice against one application, and what it amounts to (R43-R47, R53).

A criterion that only a person can judge has the outcome None until somebody rules on it, and does not enter
the application's outcome until then. Eligibility stands apart from merit; a tier never changes the outcome.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import TYPE_CHECKING

from recruiter_tui.domain.application import Application
from recruiter_tui.domain.career import cut_off_day
from recruiter_tui.domain.crosswalk import CONVENTION, Crosswalk
from recruiter_tui.domain.deadline import DEADLINE, judge_deadline
from recruiter_tui.domain.education import EducationDemand
from recruiter_tui.domain.eligibility import judge_channel, judge_nationality
from recruiter_tui.domain.finding import Finding, Outcome, Override
from recruiter_tui.domain.language import Declared, LanguageDemand
from recruiter_tui.domain.person import Candidate
from recruiter_tui.domain.personal import JUDGED_BY_A_PERSON, PersonalCriteria
from recruiter_tui.domain.policy import DEFAULT_POLICY, Policy
from recruiter_tui.domain.remembered import Remembered
from recruiter_tui.domain.requirement import (
    Channel,
    Criterion,
    EducationExperience,
    Kind,
    LanguageRequirement,
    Nationality,
    Necessity,
    Tier,
)
from recruiter_tui.domain.rulings import Relevance
from recruiter_tui.domain.standing import Standing
from recruiter_tui.domain.tier import Placement, judge_tiers
from recruiter_tui.domain.truth import outcome_of
from recruiter_tui.domain.wording import Names

if TYPE_CHECKING:
    from collections.abc import Iterable

    from recruiter_tui.domain.careers import Careers
    from recruiter_tui.domain.education_branches import Weighed
    from recruiter_tui.domain.notice import Closing, Notice
    from recruiter_tui.domain.passages import Passage
    from recruiter_tui.domain.rulings import Accreditation, FieldRuling

_NO_FIELDS: Mapping[str, FieldRuling] = MappingProxyType({})
_NO_INSTITUTIONS: Mapping[str, Accreditation] = MappingProxyType({})
FAMILIES: Mapping[str, tuple[Kind, ...]] = MappingProxyType(
    {
        "eligibility": (Kind.NATIONALITY, Kind.CHANNEL),
        "deadline": (Kind.DEADLINE,),
        "education_experience": (Kind.EDUCATION_EXPERIENCE,),
        "languages": (Kind.LANGUAGE,),
    }
)
"""The columns that a list of applications shows, and the kinds of criteria behind each."""
_FAMILY_OF = {kind.value: name for name, kinds in FAMILIES.items() for kind in kinds}
_NONE: Mapping[str, Override] = MappingProxyType({})


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
        standing: dict[str, list[Outcome | None]] = {name: [] for name in FAMILIES}
        for finding in _counting(self.findings):
            name = _FAMILY_OF.get(str(finding.kind))
            if name is not None:
                standing[name].append(finding.standing)
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
    tier = Kind.TIER
    return strictest([one.standing for one in _counting(findings) if one.kind is not tier])


def family_outcome(findings: Iterable[Finding], *kinds: Kind) -> Outcome | None:
    """Return the strictest standing outcome of the essential findings of those kinds; None without any."""
    return strictest([one.standing for one in _counting(findings) if one.kind in kinds])


def prepare(
    notice: Notice,
    policy: Policy = DEFAULT_POLICY,
    names: Names | None = None,
    fields: Mapping[str, FieldRuling] = _NO_FIELDS,
    crosswalk: Crosswalk = CONVENTION,
    institutions: Mapping[str, Accreditation] = _NO_INSTITUTIONS,
    careers: Careers | None = None,
) -> Screener:
    """Read a notice's criteria once, for screening any number of applications.

    `fields` holds what persons ruled on fields of study, by `rulings.field_key`, and `institutions` which
    ones they looked up, by the same. With `careers` those are counted once that are asked about again.
    """
    return Screener(notice, policy, names or Names(), fields, crosswalk, institutions, careers)


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
        careers: Careers | None = None,
    ) -> None:
        """Prepare every criterion by the rule that judges it, and what all applications share."""
        self._closing: Closing | None = notice.closing.value
        self._country = notice.duty_station_country.value
        self._grade = notice.grade.value
        self._policy = policy
        self._names = names
        self._tiers = tuple(known for known in notice.criteria if isinstance(known, Tier))
        self._personal = PersonalCriteria(notice)
        self._shared = self._personal.findings
        self._plan = [(known, self._shared.get(known.id)) for known in notice.criteria]
        self._by_receipt: Remembered[Finding] = Remembered()
        self._eligible: Remembered[Finding] = Remembered()
        self._placed: Remembered[Placement] = Remembered()
        declared = Declared()
        self._education = {
            known.id: EducationDemand(known, policy, fields, institutions, careers)
            for known in notice.criteria
            if isinstance(known, EducationExperience)
        }
        self._languages = {
            known.id: LanguageDemand(known, names, crosswalk, declared)
            for known in notice.criteria
            if isinstance(known, LanguageRequirement)
        }

    def screen(self, applicant: Applicant, overrides: Mapping[str, Override] = _NONE) -> Screening:
        """Return one finding per criterion in the notice's order, the closing first."""
        placement = self._placement(applicant, overrides)
        settled = {finding.criterion: finding for finding in placement.findings}
        findings = [self.on_time(applicant)]
        for known, shared in self._plan:
            findings.append(shared or settled.get(known.id) or self.judge_one(known, applicant))
        if overrides:
            findings = [_ruled(finding, overrides) for finding in findings]
        return Screening(placement.tier, application_outcome(findings), tuple(findings))

    def on_time(self, applicant: Applicant) -> Finding:
        """Return whether the application was on time; those of one instant share the finding."""
        received = applicant.application.received
        return self._by_receipt.get(
            None if received is None else (received.text, received.local),
            lambda: judge_deadline(self._closing, received, self._policy),
        )

    def _placement(self, applicant: Applicant, overrides: Mapping[str, Override]) -> Placement:
        """Return the tier; whoever is alike in what tiers ask for shares it."""
        application, candidate = applicant.application, applicant.candidate
        held = _held(candidate)

        def placed() -> Placement:
            return judge_tiers(
                self._tiers,
                application,
                candidate,
                grade=self._grade,
                overrides=overrides,
                names=self._names,
            )

        if overrides or held is None:
            return placed()
        return self._placed.get((held, candidate.gender.value, application.internal), placed)

    def passages(self, candidate: Candidate) -> dict[str, tuple[Passage, ...]]:
        """Return the best passages of the candidate's papers for each criterion that a person judges."""
        return self._personal.passages(candidate)

    def with_passages(self, screening: Screening, candidate: Candidate) -> Screening:
        """Return the screening with passages as evidence on the findings that a person judges."""
        return replace(screening, findings=self._personal.with_passages(screening.findings, candidate))

    def judge_one(self, criterion: Criterion, applicant: Applicant) -> Finding:
        """Return the finding on one criterion that is no tier, of the rule that its kind calls for."""
        application, candidate = applicant.application, applicant.candidate
        if isinstance(criterion, LanguageRequirement):
            return self._languages[criterion.id].judge(candidate)
        if isinstance(criterion, EducationExperience):
            cut_off = cut_off_day(self._closing, application.received)
            return self._education[criterion.id].judge(candidate, cut_off, applicant.relevance)
        if isinstance(criterion, Nationality):
            return self._nationality(criterion, applicant)
        if isinstance(criterion, Channel):
            return self._eligible.get(
                (criterion.id, application.channel), lambda: judge_channel(criterion, application)
            )
        return self._shared[criterion.id]

    def weigh(self, criterion: EducationExperience, applicant: Applicant) -> Weighed | None:
        """Return what an education criterion comes to, not yet in words; None where nothing does."""
        cut_off = cut_off_day(self._closing, applicant.application.received)
        return self._education[criterion.id].weigh(applicant.candidate, cut_off, applicant.relevance)

    def spoken(self, criterion: LanguageRequirement, candidate: Candidate) -> Standing:
        """Return what counts of the finding on languages, not yet in words."""
        demand = self._languages[criterion.id]
        return Standing(outcome_of(demand.truth(candidate)), flags=demand.flags)

    def reason(self, criterion: EducationExperience, weighed: Weighed) -> str:
        """Return the sentence of the finding on what was weighed."""
        return self._education[criterion.id].reason(weighed)

    def _nationality(self, criterion: Nationality, applicant: Applicant) -> Finding:
        """Return whether nationalities allow the application; whoever holds the same shares the finding."""
        application, candidate = applicant.application, applicant.candidate
        held = _held(candidate)

        def judged() -> Finding:
            return judge_nationality(
                criterion,
                application,
                candidate,
                self._policy,
                duty_station=self._country,
                names=self._names,
            )

        if held is None:
            return judged()
        return self._eligible.get((criterion.id, held, application.internal), judged)


def _held(candidate: Candidate) -> tuple[tuple[str | None, str | None], ...] | None:
    """Return the nationalities as findings speak of them; None where they quote a place of the papers."""
    if any(stated.spans for stated in candidate.nationalities):
        return None
    return tuple([(stated.value, stated.text) for stated in candidate.nationalities])


def _counting(findings: Iterable[Finding]) -> list[Finding]:
    """Return those findings that are essential and judged, by the rules or by a person."""
    essential = Necessity.ESSENTIAL
    return [
        one
        for one in findings  # most wait for a person, and a call for each takes longer than all the rest
        if (one.outcome is not None or one.override is not None) and one.necessity is essential
    ]


def strictest(standing: Iterable[Outcome | None]) -> Outcome | None:
    """Return the strictest of some outcomes; None where nothing is judged."""
    found: Outcome | None = None
    for outcome in standing:
        if outcome is Outcome.NOT_MET:
            return outcome
        if outcome is Outcome.CANNOT_TELL or found is None:
            found = outcome
    return found


def _ruled(finding: Finding, overrides: Mapping[str, Override]) -> Finding:
    """Return the finding with a person's ruling beside it, where there is one."""
    override = overrides.get(finding.criterion)
    return finding if override is None else replace(finding, override=override)


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

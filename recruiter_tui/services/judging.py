"""Screening as the other use cases need it: a vacancy's criteria prepared once, results ready to be kept."""

from __future__ import annotations

import functools
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from recruiter_tui.domain.career import cut_off_day, experience
from recruiter_tui.domain.crosswalk import CONVENTION
from recruiter_tui.domain.policy import ExperiencePolicy, Policy
from recruiter_tui.domain.profiles import with_switch
from recruiter_tui.domain.requirement import EducationExperience, Kind, LanguageRequirement
from recruiter_tui.domain.screening import Applicant, prepare
from recruiter_tui.domain.standing import standing_of
from recruiter_tui.domain.truth import outcome_of
from recruiter_tui.domain.wording import Names
from recruiter_tui.services.rows import policy_name

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from recruiter_tui.domain.application import Application
    from recruiter_tui.domain.careers import Careers
    from recruiter_tui.domain.finding import Finding, Outcome, Override
    from recruiter_tui.domain.months import Interval
    from recruiter_tui.domain.person import Candidate
    from recruiter_tui.domain.requirement import Criterion
    from recruiter_tui.domain.rulings import Relevance
    from recruiter_tui.domain.screening import Screening
    from recruiter_tui.domain.standing import Standing
    from recruiter_tui.store.records import Applicant as Filed
    from recruiter_tui.store.records import Screened, VacancyRecord
    from recruiter_tui.store.writing import Unit

_UNRULED: Mapping[str, Relevance] = MappingProxyType({})
Months = tuple[float | None, float | None]


class Glance(NamedTuple):
    """What a rule says about one criterion, put in words only where somebody wants them."""

    mark: str
    """As `store.marks` writes it."""
    outcome: Outcome | None
    months: Months
    """For a list; none of a criterion that asks for no experience."""
    words: Callable[[], str]


class Judge:
    """The criteria of one vacancy under one policy, prepared for any number of applications."""

    def __init__(
        self, record: VacancyRecord, policy: str | None = None, careers: Careers | None = None
    ) -> None:
        """Prepare the notice's criteria; without a policy the vacancy's own counts.

        With `careers` those are counted once that several judges ask about.
        """
        from recruiter_tui.reference import countries, languages
        from recruiter_tui.store.dumping import Dumper

        self.criteria_key = record.criteria.key
        self.digest = record.criteria.digest
        self.policy = policy_of(policy_name(record.line), policy)
        self.spec = self.policy.spec
        """The policy as text."""
        self._closing = record.notice.closing.value
        self._dumper = Dumper()
        names = Names(country=functools.cache(countries.name), language=functools.cache(languages.name))
        self._screener = prepare(
            record.notice,
            self.policy,
            names,
            record.fields,
            record.crosswalk or CONVENTION,
            record.institutions,
            careers,
        )

    def judge(
        self,
        application: Application,
        candidate: Candidate,
        overrides: Mapping[str, Override],
        relevance: Mapping[str, Relevance] = _UNRULED,
    ) -> Screening:
        """Return the findings on one application."""
        return self._screener.screen(Applicant(application, candidate, relevance), overrides)

    def judged(self, filed: Filed) -> Screening:
        """Return the findings on one application from the store."""
        return self.judge(filed.application, filed.candidate, filed.overrides, filed.relevance)

    def finding(self, criterion: Criterion, filed: Filed) -> Finding:
        """Return the finding on one criterion that is no tier, about an application nobody overruled."""
        return self._screener.judge_one(
            criterion, Applicant(filed.application, filed.candidate, filed.relevance)
        )

    def glance(self, criterion: Criterion, filed: Filed) -> Glance:
        """Return what counts of the finding on one criterion, about an application nobody overruled."""
        from recruiter_tui.store import marks

        one = Applicant(filed.application, filed.candidate, filed.relevance)
        if isinstance(criterion, EducationExperience):
            weighed = self._screener.weigh(criterion, one)
            if weighed is not None:
                return Glance(
                    marks.mark_of_standing(weighed.standing),
                    outcome_of(weighed.truth),
                    _as_numbers(weighed.months) if filed.candidate.employment else (None, None),
                    lambda: self._screener.reason(criterion, weighed),
                )
        if isinstance(criterion, LanguageRequirement):
            spoken = self._screener.spoken(criterion, filed.candidate)
            words = self._screener.judge_one
            mark = marks.mark_of_standing(spoken)
            return Glance(mark, spoken.outcome, (None, None), lambda: words(criterion, one).reason)
        finding = self._screener.judge_one(criterion, one)
        return Glance(marks.mark_of(finding), finding.outcome, (None, None), lambda: finding.reason)

    def standing(self, criterion: Criterion, filed: Filed) -> Standing:
        """Return what counts of the finding on one criterion, about an application nobody overruled."""
        one = Applicant(filed.application, filed.candidate, filed.relevance)
        if isinstance(criterion, EducationExperience):
            weighed = self._screener.weigh(criterion, one)
            if weighed is not None:
                return weighed.standing
        return standing_of(self._screener.judge_one(criterion, one))

    def on_time(self, filed: Filed) -> Finding:
        """Return the finding on the closing, about an application nobody overruled."""
        return self._screener.on_time(Applicant(filed.application, filed.candidate))

    def with_passages(self, screening: Screening, candidate: Candidate) -> Screening:
        """Return the findings with passages for the criteria that a person judges."""
        return self._screener.with_passages(screening, candidate)

    def kept(
        self, key: int, application: Application, candidate: Candidate, screening: Screening
    ) -> Screened:
        """Return the result as the store keeps it."""
        from recruiter_tui.store import marks
        from recruiter_tui.store.records import Screened

        low, high = self.months(application, candidate, screening.findings)
        families = screening.families()
        dumped = self._dumper.dump(screening.findings)
        return Screened(
            application=key,
            criteria_version=self.criteria_key,
            policy=self.spec,
            tier=screening.tier,
            outcome=screening.outcome,
            **families,
            overruled=any(finding.override for finding in screening.findings),
            flags=marks.flags(dumped.marks.split(" ")) if ";" in dumped.marks else (),
            months_low=low,
            months_high=high,
            findings=dumped.body,
            marks=dumped.marks,
        )

    def packed(self, findings: Sequence[Finding]) -> bytes:
        """Return findings as the store keeps them."""
        return self._dumper.dump(findings).body

    def screened(self, filed: Filed) -> Screened:
        """Judge one application from the store."""
        screening = self.judged(filed)
        return self.kept(filed.key, filed.application, filed.candidate, screening)

    def months(self, application: Application, candidate: Candidate, findings: Iterable[Finding]) -> Months:
        """Return the months of experience for a list: those of the first education finding, else all.

        A file that lists no employment tells nothing: unknown is not none.
        """
        if not candidate.employment:
            return None, None
        for finding in findings:
            if finding.kind is Kind.EDUCATION_EXPERIENCE:
                return _months_of(finding.inputs.get("months"))
        cut_off = cut_off_day(self._closing, application.received)
        if cut_off is None:
            return None, None
        return _as_numbers(experience(candidate.employment, cut_off, self.policy))


def read_by_rules(record: VacancyRecord) -> tuple[object, ...]:
    """Return all of a vacancy that findings follow from: results hold while this is the same."""
    notice = record.notice
    facts = (notice.closing.value, notice.duty_station_country.value, notice.grade.value)
    rulings = (frozenset(record.fields.values()), record.crosswalk, frozenset(record.institutions.values()))
    return record.criteria.key, record.criteria.digest, record.line.policy, facts, rulings


def policy_of(own: str, asked: str | None) -> Policy:
    """Return the policy asked for; a way of counting alone leaves the other switches as they are."""
    if asked is None:
        return Policy.named(own)
    if asked.strip().lower() in set(ExperiencePolicy):
        return with_switch(Policy.named(own), "experience", asked)
    return Policy.named(asked)


def rescreen(unit: Unit, keys: Iterable[int]) -> set[int]:
    """Screen applications again within an act that changed what the rules read; return those that stand."""
    by_vacancy: dict[int, list[int]] = {}
    for line in unit.reader.rows(sorted(set(keys))):
        by_vacancy.setdefault(line.vacancy, []).append(line.key)
    for vacancy, wanted in by_vacancy.items():
        judge = Judge(unit.reader.vacancy(vacancy))
        unit.put_screenings([judge.screened(filed) for filed in unit.reader.applicants(vacancy, wanted)])
    return {key for wanted in by_vacancy.values() for key in wanted}


def _as_numbers(months: Interval) -> Months:
    return float(months.low), None if months.unbounded else float(months.high)


def _months_of(shown: object) -> Months:
    """Return the months that a finding's inputs hold, exact ones from their fraction."""
    if not isinstance(shown, dict):
        return None, None
    exact = shown.get("exact")
    if isinstance(exact, str):
        months = _number(exact)
        return months, months
    low, high = shown.get("exact_low", shown.get("low")), shown.get("exact_high", shown.get("high"))
    return _number(low), _number(high)


def _number(shown: object) -> float | None:
    """Return a fraction's text or a number as a number; a division is as exact as a fraction, and quicker."""
    if isinstance(shown, str):
        above, _, below = shown.partition("/")
        return int(above) / int(below or 1)
    return float(shown) if isinstance(shown, int | float) else None

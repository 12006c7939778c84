"""From a dossier to the timeline that is drawn of it: the rules' own reading of dates, nothing of its own."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING, Final, NamedTuple

from recruiter_tui.domain.career import DegreeDay, cut_off_day, read_career
from recruiter_tui.domain.education import doctorate_completed
from recruiter_tui.domain.finding import Outcome
from recruiter_tui.domain.months import NOTHING
from recruiter_tui.domain.person import DegreeStatus
from recruiter_tui.domain.policy import CountFrom, ExperiencePolicy, Policy
from recruiter_tui.domain.requirement import DegreeLevel, Kind
from recruiter_tui.domain.rulings import Relevance
from recruiter_tui.domain.telling import flag_told
from recruiter_tui.domain.timeline import Timeline as LaidOut
from recruiter_tui.domain.timeline import timeline as lay_out
from recruiter_tui.tui.drawing.career import Bar, Sum, Timeline
from recruiter_tui.tui.drawing.cells import plain
from recruiter_tui.tui.drawing.findings import SILENCES
from recruiter_tui.tui.drawing.names import day

if TYPE_CHECKING:
    from collections.abc import Mapping

    from recruiter_tui.domain.dates import PartialDate
    from recruiter_tui.domain.person import Candidate, Employment
    from recruiter_tui.services.views import Dossier


class Months(NamedTuple):
    """The months of a career, and by which policy they count."""

    laid_out: LaidOut
    policy: Policy
    after: DegreeDay | None
    """The degree behind which experience counts; None where it counts from the start."""


_SILENT: Final = frozenset({*SILENCES, "imprecise dates"})
"""Flags that the finding carries once for all jobs, or that the drawing shows by itself."""


def timeline(dossier: Dossier) -> Timeline:
    """Return the career as the rules read it, the most recent job first.

    Cut-off and policy are those of the finding on education and experience; an application that was not
    screened is drawn up to its receipt, under the default policy.
    """
    inputs = _inputs(dossier)
    cut_off = _cut_off(inputs, dossier)
    policy = _policy(inputs)
    candidate = dossier.candidate
    degree = _degree(inputs, candidate)
    after = DegreeDay.of(degree)
    if cut_off is None:
        return Timeline(tuple(_bar(place, job) for place, job in enumerate(candidate.employment)))
    ruled = _relevance(inputs, len(candidate.employment))
    career = read_career(
        candidate.employment, cut_off, policy, ruled, doctorate_completed(candidate, cut_off, policy)
    )
    bars = []
    for stint in career.stints:
        job = candidate.employment[stint.job]
        remarks = tuple(flag_told(flag) for flag in stint.flags if flag not in _SILENT)
        bar = _bar(stint.job, job)
        bars.append(
            Bar(
                bar.fact,
                bar.label,
                bar.dates,
                stint.certain,
                stint.possible,
                stint.fte,
                remarks,
                stint.share,
            )
        )
    sums = []
    for one in ExperiencePolicy:
        counted = replace(policy, experience=one)
        months = career.months(counted, None if counted.starts_from is CountFrom.ANY else after)
        if (
            counted.starts_from is not CountFrom.ANY
            and candidate.degrees
            and not _may_have(inputs, candidate)
        ):
            months = NOTHING
        sums.append(Sum(one.value, months.low, None if months.unbounded else months.high))
    return Timeline(
        bars=tuple(sorted(bars, key=lambda bar: bar.possible[1] if bar.possible else 0, reverse=True)),
        cut_off=cut_off,
        degree=degree.latest if degree else None,
        policy=policy.experience.value,
        part_time=policy.experience not in (ExperiencePolicy.SUM, ExperiencePolicy.ONCE),
        counted_from=0 if policy.starts_from is CountFrom.ANY else after.positions[1],
        sums=tuple(sums),
    )


def months_of(dossier: Dossier) -> Months | None:
    """Return what every month of the career counts; None where nothing says up to when anything counts."""
    inputs = _inputs(dossier)
    cut_off = _cut_off(inputs, dossier)
    if cut_off is None:
        return None
    policy, jobs = _policy(inputs), dossier.candidate.employment
    after = DegreeDay.of(_degree(inputs, dossier.candidate))
    start = None if policy.starts_from is CountFrom.ANY else after
    doctorate = doctorate_completed(dossier.candidate, cut_off, policy)
    laid_out = lay_out(jobs, cut_off, policy, start, _relevance(inputs, len(jobs)), doctorate)
    return Months(laid_out, policy, start)


def _bar(place: int, job: Employment) -> Bar:
    """Return a job without its place in time."""
    label = " · ".join(plain(part) for part in (job.title, job.employer) if part) or "job without a title"
    begin = day(str(job.start)) if job.start else "?"
    end = "now" if job.is_current else day(str(job.end)) if job.end else "?"
    return Bar(f"employment/{place}", label, f"{begin} – {plain(end)}")  # noqa: RUF001 - a range of dates


def _inputs(dossier: Dossier) -> Mapping[str, object]:
    """Return what the finding on education and experience looked at."""
    found = (one.inputs for one in dossier.findings if one.kind is Kind.EDUCATION_EXPERIENCE)
    return next(found, {})


def _cut_off(inputs: Mapping[str, object], dossier: Dossier) -> dt.date | None:
    """Return the last day that counts."""
    stated = inputs.get("cut_off")
    if isinstance(stated, str):
        return dt.date.fromisoformat(stated)
    return cut_off_day(None, dossier.application.received)


def _policy(inputs: Mapping[str, object]) -> Policy:
    """Return the policy that the finding was made under, with all its switches."""
    switches = inputs.get("switches")
    if isinstance(switches, str):
        return Policy.named(switches)
    named, start = inputs.get("policy"), inputs.get("count_from")
    policy = Policy.named(named) if isinstance(named, str) else Policy()
    return replace(
        policy,
        count_from=CountFrom(start) if isinstance(start, str) else CountFrom.ANY,
        count_unpaid=inputs.get("count_unpaid") is not False,
    )


def _relevance(inputs: Mapping[str, object], jobs: int) -> dict[int, Relevance]:
    """Return what persons ruled on the relevance of jobs, as the finding took it, by the job's place."""
    listed = inputs.get("relevance")
    found = [one for one in listed if isinstance(one, dict)] if isinstance(listed, list) else []
    return {
        int(one["job"]): Relevance(Fraction(str(one["share"])), str(one["note"]), str(one["by"]))
        for one in found
        if int(one["job"]) < jobs
    }


def _degree(inputs: Mapping[str, object], candidate: Candidate) -> PartialDate | None:
    """Return when the degree was completed that the branch asks for: the one that passes, else the first."""
    asked = _asked(inputs)
    dates = [
        degree.completed
        for degree in candidate.degrees
        if degree.completed is not None
        and degree.status in (DegreeStatus.COMPLETED, DegreeStatus.UNKNOWN)
        and degree.level is not None
        and degree.level >= asked
    ]
    return min(dates, key=lambda date: date.latest, default=None)


def _may_have(inputs: Mapping[str, object], candidate: Candidate) -> bool:
    """Tell whether any degree on file can be the one that the branch asks for."""
    asked = _asked(inputs)
    return any(
        (degree.level is None or degree.level >= asked) and degree.status is not DegreeStatus.INCOMPLETE
        for degree in candidate.degrees
    )


def _asked(inputs: Mapping[str, object]) -> DegreeLevel:
    """Return the level of the branch that passes, else of the first; without any, a first degree."""
    branches = inputs.get("branches")
    known = [one for one in branches if isinstance(one, dict)] if isinstance(branches, list) else []
    chosen = next((one for one in known if one.get("outcome") == Outcome.MET), known[0] if known else {})
    return next((level for level in DegreeLevel if level.word == chosen.get("degree")), DegreeLevel.BACHELOR)

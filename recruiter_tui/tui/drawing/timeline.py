"""From a dossier to the timeline that is drawn of it: the rules' own reading of dates, nothing of its own."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Final

from recruiter_tui.domain.career import DegreeDay, cut_off_day, read_career
from recruiter_tui.domain.person import DegreeStatus
from recruiter_tui.domain.policy import ExperiencePolicy, Policy
from recruiter_tui.domain.requirement import DegreeLevel, Kind
from recruiter_tui.tui.drawing.career import Bar, Sum, Timeline
from recruiter_tui.tui.drawing.cells import plain

if TYPE_CHECKING:
    from collections.abc import Mapping

    from recruiter_tui.domain.dates import PartialDate
    from recruiter_tui.domain.person import Candidate, Employment
    from recruiter_tui.services.views import Dossier

_SILENT: Final = frozenset({"fte not stated", "paid not stated", "imprecise dates"})
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
    if cut_off is None:
        return Timeline(tuple(_bar(place, job) for place, job in enumerate(candidate.employment)))
    career = read_career(candidate.employment, cut_off, policy)
    bars = []
    for stint in career.stints:
        job = candidate.employment[stint.job]
        remarks = tuple(flag for flag in stint.flags if flag not in _SILENT)
        bar = _bar(stint.job, job)
        bars.append(Bar(bar.fact, bar.label, bar.dates, stint.certain, stint.possible, stint.fte, remarks))
    day = DegreeDay.of(degree)
    after = policy.experience is ExperiencePolicy.ONCE_FTE_AFTER_DEGREE
    sums = []
    for one in ExperiencePolicy:
        later = day if one is ExperiencePolicy.ONCE_FTE_AFTER_DEGREE else None
        months = career.months(Policy(experience=one), later)
        sums.append(Sum(one.value, months.low, None if months.unbounded else months.high))
    return Timeline(
        bars=tuple(sorted(bars, key=lambda bar: bar.possible[1] if bar.possible else 0, reverse=True)),
        cut_off=cut_off,
        degree=degree.latest if degree else None,
        policy=policy.experience.value,
        part_time=policy.experience not in (ExperiencePolicy.SUM, ExperiencePolicy.ONCE),
        counted_from=day.positions[0] if after else 0,
        sums=tuple(sums),
    )


def _bar(place: int, job: Employment) -> Bar:
    """Return a job without its place in time."""
    label = " · ".join(plain(part) for part in (job.title, job.employer) if part) or "job without a title"
    begin = str(job.start) if job.start else "?"
    end = "now" if job.is_current else str(job.end) if job.end else "?"
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
    """Return the policy that the finding was made under."""
    stated = inputs.get("policy")
    return Policy.named(stated) if isinstance(stated, str) else Policy()


def _degree(inputs: Mapping[str, object], candidate: Candidate) -> PartialDate | None:
    """Return the date of the degree that a branch asks for, else of the first university degree."""
    del inputs
    dates = [
        degree.completed
        for degree in candidate.degrees
        if degree.completed is not None
        and degree.status in (DegreeStatus.COMPLETED, DegreeStatus.UNKNOWN)
        and degree.level is not None
        and degree.level >= DegreeLevel.BACHELOR
    ]
    return min(dates, key=lambda date: date.latest, default=None)

"""A career as something to draw: bars, overlaps, and for every month what counts and why (R26-R35)."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from fractions import Fraction
from types import MappingProxyType
from typing import TYPE_CHECKING

from recruiter_tui.domain.career import Career, DegreeDay, Stint, read_career
from recruiter_tui.domain.months import UNIT, Interval, Stretch
from recruiter_tui.domain.policy import DEFAULT_POLICY, Policy

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from recruiter_tui.domain.person import Employment
    from recruiter_tui.domain.rulings import Relevance
    from recruiter_tui.domain.truth import Truth

_UNRULED: Mapping[int, Relevance] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Bar:
    """One job on the axis, in months since year 0 (2019-07-01 is 2019 * 12 + 6); nothing to draw is None."""

    job: int
    """Its place in the candidate's employment, from 0."""
    certain: tuple[Fraction, Fraction] | None
    """What the job covers whatever its dates mean."""
    possible: tuple[Fraction, Fraction] | None
    """What it may cover; the parts outside `certain` are drawn as uncertain."""
    fte: Fraction
    open_start: bool
    flags: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MonthShare:
    """One calendar month: how much of it counts, in the shortest and longest reading, by which jobs."""

    year: int
    month: int
    low: Fraction
    high: Fraction
    jobs: tuple[int, ...]
    """The jobs that may cover a part of the month."""

    @property
    def overlaps(self) -> bool:
        """Tell whether several jobs share the month, so that it is not simply their sum."""
        return len(self.jobs) > 1


@dataclass(frozen=True, slots=True)
class Timeline:
    """A career laid out for drawing, from the first month of a job to the month of the cut-off."""

    cut_off: dt.date
    bars: tuple[Bar, ...]
    months: tuple[MonthShare, ...]
    overlaps: tuple[tuple[Fraction, Fraction], ...]
    """Where two or more jobs may lie at the same time, joined and in order."""
    total: Interval

    def share(self, year: int, month: int) -> MonthShare | None:
        """Return what counts of one calendar month; None outside the career."""
        if not self.months:
            return None
        first = self.months[0]
        place = (year - first.year) * 12 + month - first.month
        return self.months[place] if 0 <= place < len(self.months) else None


def timeline(
    jobs: Sequence[Employment],
    cut_off: dt.date,
    policy: Policy = DEFAULT_POLICY,
    after: DegreeDay | None = None,
    ruled: Mapping[int, Relevance] = _UNRULED,
    doctorate: Truth = None,
) -> Timeline:
    """Lay the jobs out; the months' shares add up to the total, but for a job whose start nobody stated."""
    career = read_career(jobs, cut_off, policy, ruled, doctorate)
    return Timeline(
        cut_off,
        tuple(_bar(stint) for stint in career.stints),
        tuple(_months(career, policy, after)),
        tuple(_overlaps(career)),
        career.months(policy, after),
    )


def _bar(stint: Stint) -> Bar:
    possible = None if stint.open_start else stint.possible
    return Bar(stint.job, _shown(stint.certain), _shown(possible), stint.fte, stint.open_start, stint.flags)


def _shown(stretch: Stretch | None) -> tuple[Fraction, Fraction] | None:
    return None if stretch is None else (Fraction(stretch[0], UNIT), Fraction(stretch[1], UNIT))


def _drawn(career: Career) -> list[Stint]:
    """Return the jobs that have a place on the axis."""
    return [stint for stint in career.stints if stint.possible is not None and not stint.open_start]


def _months(career: Career, policy: Policy, after: DegreeDay | None) -> Iterator[MonthShare]:
    """Return every calendar month from the first job to the last, each counted by the rule for the whole."""
    stretches = [(stint, stint.possible) for stint in _drawn(career) if stint.possible is not None]
    if not stretches:
        return
    first = min(begin for _, (begin, _) in stretches) // UNIT
    last = (max(end for _, (_, end) in stretches) - 1) // UNIT
    waiting = sorted(stretches, key=lambda entry: -entry[1][0])
    current: list[tuple[Stint, Stretch]] = []
    for place in range(first, last + 1):
        begin, end = place * UNIT, (place + 1) * UNIT
        current = [entry for entry in current if entry[1][1] > begin]
        while waiting and waiting[-1][1][0] < end:
            current.append(waiting.pop())
        inside = Career(career.cut_off, tuple(_clipped(stint, begin, end) for stint, _ in current))
        counted = inside.months(policy, after)
        here = tuple(sorted(stint.job for stint, _ in current))
        yield MonthShare(place // 12, place % 12 + 1, counted.low, counted.high, here)


def _clipped(stint: Stint, begin: int, end: int) -> Stint:
    """Return the part of a job that lies in one month."""
    return Stint(
        stint.job,
        _inside(stint.certain, begin, end),
        _inside(stint.possible, begin, end),
        stint.fte,
        share=stint.share,
    )


def _inside(stretch: Stretch | None, begin: int, end: int) -> Stretch | None:
    if stretch is None:
        return None
    clipped = max(stretch[0], begin), min(stretch[1], end)
    return clipped if clipped[0] < clipped[1] else None


def _overlaps(career: Career) -> Iterator[tuple[Fraction, Fraction]]:
    """Return where two or more jobs may lie at the same time."""
    steps = [
        (at, change)
        for s in _drawn(career)
        if s.possible
        for at, change in zip(s.possible, (1, -1), strict=True)
    ]
    depth, begun = 0, 0
    for position, change in sorted(steps, key=lambda step: (step[0], -step[1])):
        several = depth > 1
        depth += change
        if depth > 1 and not several:
            begun = position
        elif several and depth <= 1 and position > begun:
            yield Fraction(begun, UNIT), Fraction(position, UNIT)

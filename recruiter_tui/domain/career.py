"""Experience in exact months: per calendar month, covered days x FTE over the days of that month (R26-R35).

A date not known to the day makes an interval: the shortest reading leaves out the whole of an imprecise first
and last month or year, the longest takes them in, so that 2019 to 2024 is 48 to 72 months.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from fractions import Fraction
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from recruiter_tui.domain.dates import Moment, PartialDate
from recruiter_tui.domain.job_kinds import cap_of, judged_kind, kind_of
from recruiter_tui.domain.months import (
    FULL_TIME,
    NOTHING,
    UNIT,
    Interval,
    Stretch,
    added_up,
    closes,
    reach_of,
)
from recruiter_tui.domain.person import PRESENT
from recruiter_tui.domain.policy import DEFAULT_POLICY, ExperiencePolicy, Policy

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from recruiter_tui.domain.months import Reach
    from recruiter_tui.domain.notice import Closing
    from recruiter_tui.domain.person import Employment
    from recruiter_tui.domain.rulings import Relevance
    from recruiter_tui.domain.truth import Truth

_UNRULED: Mapping[int, Relevance] = MappingProxyType({})


class Stint(NamedTuple):
    """One job on the time axis, cut at the cut-off: what it covers for certain and what it may cover."""

    job: int
    """Its place in the candidate's employment, from 0."""
    certain: Stretch | None
    possible: Stretch | None
    fte: Fraction
    open_start: bool = False
    """Whether the papers do not say when it began."""
    flags: tuple[str, ...] = ()
    share: Fraction = FULL_TIME
    """How much of it is relevant, where a person ruled on that (R28)."""

    @property
    def counts(self) -> bool:
        """Tell whether the job can add anything."""
        return self.possible is not None


@dataclass(frozen=True, slots=True)
class Career:
    """All jobs of a candidate on one time axis, up to the cut-off."""

    cut_off: dt.date
    stints: tuple[Stint, ...]

    def months(self, policy: Policy = DEFAULT_POLICY, after: DegreeDay | None = None) -> Interval:
        """Return the months under the policy; `after` leaves out what came up to a degree."""
        from_low, from_high = after.positions if after else (0, 0)
        bounded = after is not None and after.earliest is not None
        certain, possible = [], []
        for _, sure, perhaps, fte, open_start, _, share in self.stints:  # several times faster than by name
            certain.append((sure, fte, share))
            if bounded or not open_start:
                possible.append((perhaps, fte, share))
        low = added_up(certain, from_low, policy.experience)
        same = from_low == from_high and certain == possible
        high = low if same else added_up(possible, from_high, policy.experience)
        unbounded = not bounded and any(stint.open_start and stint.counts for stint in self.stints)
        return Interval(low, high, unbounded)

    @property
    def flags(self) -> tuple[str, ...]:
        """Return what a person should look at in the jobs, each once."""
        return tuple(dict.fromkeys([flag for stint in self.stints for flag in stint.flags]))


@dataclass(frozen=True, slots=True)
class DegreeDay:
    """The day of a degree as far as it is known; experience counts from the day after."""

    earliest: dt.date | None
    """None where nothing bounds it from below."""
    latest: dt.date | None
    """None where nothing bounds it from above, so that nothing counts for certain."""

    @classmethod
    def of(cls, date: PartialDate | None) -> DegreeDay:
        """Return the day of a degree as the papers date it."""
        return cls(None, None) if date is None else cls(date.earliest, date.latest)

    @property
    def positions(self) -> Stretch:
        """Return from where on experience counts: in the shortest and in the longest reading."""
        never = closes(dt.date.max)
        return (
            never if self.latest is None else closes(self.latest),
            0 if self.earliest is None else closes(self.earliest),
        )


def cut_off_day(closing: Closing | None, received: Moment | None) -> dt.date | None:
    """Return the last day that counts: the closing date, else the day of receipt as written (R31)."""
    if closing is not None:
        return closing.date
    return received.local.date() if received else None


def read_career(
    jobs: Iterable[Employment],
    cut_off: dt.date,
    policy: Policy = DEFAULT_POLICY,
    ruled: Mapping[int, Relevance] = _UNRULED,
    doctorate: Truth = None,
) -> Career:
    """Lay the jobs on the time axis and flag what the papers leave out or get wrong.

    `ruled` holds what persons said about the relevance of jobs, by place; `doctorate` tells whether the
    candidate completed one, for policies that credit doctoral research only then.
    """
    listed = tuple(jobs)
    last = closes(cut_off)
    stints = [_stint(place, job, last, policy) for place, job in enumerate(listed)]
    if policy.looks_at_kinds:
        stints = _by_kind(listed, stints, policy, doctorate)
    for place, ruling in ruled.items():
        stints[place] = _as_ruled(stints[place], ruling)
    return Career(cut_off, tuple(stints))


def _as_ruled(stint: Stint, ruling: Relevance) -> Stint:
    """Return a job with the share of it that a person found relevant; of none of it nothing counts."""
    flags = (*stint.flags, f"relevance ruled: {ruling.in_words}")
    if not ruling.share:
        return stint._replace(certain=None, possible=None, share=ruling.share, flags=flags)
    return stint._replace(share=ruling.share, flags=flags)


def _by_kind(
    jobs: Sequence[Employment], stints: Sequence[Stint], policy: Policy, doctorate: Truth
) -> list[Stint]:
    """Leave out jobs whose kind does not count, and cut what has a limit of months (R30, R32)."""
    kept = []
    for job, stint in zip(jobs, stints, strict=True):
        counts, flags = judged_kind(job, policy, doctorate)
        certain = stint.certain if counts else None
        possible = None if counts is False else stint.possible
        kept.append(stint._replace(certain=certain, possible=possible, flags=(*stint.flags, *flags)))
    left: dict[tuple[object, str], int] = {}
    for place in sorted(range(len(kept)), key=lambda place: _first(kept[place])):
        kind = kind_of(jobs[place].title)
        cap = cap_of(kind, policy)
        if cap is not None:
            kept[place] = _capped_stint(kept[place], kind, cap * UNIT, left)
    return kept


def _first(stint: Stint) -> int:
    """Return where a job may begin, for the order in which a limit is used up."""
    return stint.possible[0] if stint.possible else 0


def _capped_stint(stint: Stint, kind: object, cap: int, left: dict[tuple[object, str], int]) -> Stint:
    """Return a job of a limited kind cut where the limit of both readings is used up."""
    cut = {}
    for reading in ("certain", "possible"):
        stretch: Stretch | None = getattr(stint, reading)
        room = left.get((kind, reading), cap)
        end = 0 if stretch is None else min(stretch[1], stretch[0] + room)
        whole = None if stretch is None or end <= stretch[0] else (stretch[0], end)
        left[kind, reading] = room - (0 if whole is None else whole[1] - whole[0])
        cut[reading] = whole
    flags = stint.flags
    if cut["possible"] != stint.possible:
        flags = (*flags, f"{kind} counted up to a limit")
    return stint._replace(certain=cut["certain"], possible=cut["possible"], flags=flags)


def experience(
    jobs: Iterable[Employment],
    cut_off: dt.date,
    policy: Policy | ExperiencePolicy = DEFAULT_POLICY,
    degree_date: PartialDate | None = None,
) -> Interval:
    """Return the months of experience up to and including the cut-off day.

    Under `once-fte-after-degree` they count from the day after `degree_date`; without one nothing counts.
    """
    switches = policy if isinstance(policy, Policy) else Policy(experience=policy)
    career = read_career(jobs, cut_off, switches)
    if switches.experience is not ExperiencePolicy.ONCE_FTE_AFTER_DEGREE:
        return career.months(switches)
    return NOTHING if degree_date is None else career.months(switches, DegreeDay.of(degree_date))


def _stint(place: int, job: Employment, last: int, policy: Policy) -> Stint:
    """Lay one job on the time axis, which ends at `last`."""
    start, end, fte = job.start, job.end, job.fte
    dated = end if isinstance(end, PartialDate) else None
    flags = _silences(job, dated)
    if fte is None:
        fte = FULL_TIME
    elif not 0 <= fte.numerator <= fte.denominator:
        fte = FULL_TIME if fte > 0 else Fraction(0)
        flags.append("fte outside 0 to 100 %")
    begins = None if start is None else reach_of(start)
    ends = None if dated is None else reach_of(dated)
    problem = None if begins is None else _problem(begins, ends, last)
    if problem:
        flags.append(problem)
    if problem or (job.paid is False and not policy.count_unpaid):
        return Stint(place, None, None, fte, flags=tuple(flags))
    if ends is not None:
        shortest_end, longest_end = min(ends.ends_first, last), min(ends.ends_last, last)
    else:
        shortest_end, longest_end = last if end == PRESENT else 0, last
    if begins is None:
        return Stint(place, None, (0, longest_end), fte, open_start=True, flags=tuple(flags))
    certain = (begins.begins_last, shortest_end) if begins.begins_last < shortest_end else None
    return Stint(place, certain, (begins.begins_first, longest_end), fte, flags=tuple(flags))


def _silences(job: Employment, dated: PartialDate | None) -> list[str]:
    """Return what the papers leave out about a job; `dated` is its end where that is a date."""
    flags = []
    if job.fte is None:
        flags.append("fte not stated")
    if job.paid is None:
        flags.append("paid not stated")
    elif not job.paid:
        flags.append("unpaid")
    if job.start is None:
        flags.append("start not stated")
    if dated is None and not job.is_current:
        flags.append("end not stated")
    if (job.start is not None and job.start.day is None) or (dated is not None and dated.day is None):
        flags.append("imprecise dates")
    return flags


def _problem(begins: Reach, ends: Reach | None, last: int) -> str | None:
    """Return why a job cannot count whatever its dates mean."""
    if ends is not None and begins.begins_first >= ends.ends_last:
        return "start after end"
    return "starts after the cut-off" if begins.begins_first >= last else None

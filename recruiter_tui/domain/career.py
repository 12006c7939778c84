"""Experience in exact months: per calendar month, covered days x FTE over the days of that month (R26-R35).

Time is measured as whole numbers of `UNIT`ths of a month, so that every day of every month is exact, a full
month is exactly 1, and splitting a job changes nothing. A date not known to the day makes an interval: the
shortest reading leaves out the whole of an imprecise first and last month or year, the longest takes them
in, so that 2019 to 2024 is 48 to 72 months.
"""

from __future__ import annotations

import datetime as dt
import functools
import itertools
import math
from dataclasses import dataclass, replace
from fractions import Fraction
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from recruiter_tui.domain.dates import Moment, PartialDate, days_of
from recruiter_tui.domain.job_kinds import cap_of, judged_kind, kind_of
from recruiter_tui.domain.policy import DEFAULT_POLICY, ExperiencePolicy, Policy

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from recruiter_tui.domain.notice import Closing
    from recruiter_tui.domain.person import Employment
    from recruiter_tui.domain.rulings import Relevance
    from recruiter_tui.domain.truth import Truth

UNIT: Final = 28 * 29 * 15 * 31
"""Parts of a month that 28, 29, 30 and 31 all divide."""

Stretch = tuple[int, int]
"""A stretch of time from one position to another, in UNITs of a month."""


@dataclass(frozen=True, slots=True)
class Interval:
    """Months of experience, from the shortest to the longest reading of the papers."""

    low: Fraction
    high: Fraction
    unbounded: bool = False
    """Whether a job has no start on file, so that nothing bounds the months from above."""

    @property
    def exact(self) -> Fraction | None:
        """Return the months where the papers leave no choice."""
        return self.low if self.low == self.high and not self.unbounded else None

    def reaches(self, months: int) -> bool | None:
        """Tell whether that many months are there; None where the papers can be read both ways."""
        if self.low >= months:
            return True
        return None if self.unbounded or self.high >= months else False

    def as_json(self) -> dict[str, object]:
        """Return exact fractions as strings, and bounds rounded to three decimals for showing."""
        shown: dict[str, object] = {
            "exact": None if self.exact is None else str(self.exact),
            "low": round(float(self.low), 3),
            "high": None if self.unbounded else round(float(self.high), 3),
        }
        if self.exact is None:
            shown |= {"exact_low": str(self.low), "exact_high": None if self.unbounded else str(self.high)}
        return shown


Piece = tuple[Stretch | None, Fraction, Fraction]
"""A stretch with its share of full time and the share of it that is relevant."""
_FULL_TIME = Fraction(1)
_UNRULED: Mapping[int, Relevance] = MappingProxyType({})
NOTHING = Interval(Fraction(0), Fraction(0))


@dataclass(frozen=True, slots=True)
class Stint:
    """One job on the time axis, cut at the cut-off: what it covers for certain and what it may cover."""

    job: int
    """Its place in the candidate's employment, from 0."""
    certain: Stretch | None
    possible: Stretch | None
    fte: Fraction
    open_start: bool = False
    """Whether the papers do not say when it began."""
    flags: tuple[str, ...] = ()
    share: Fraction = _FULL_TIME
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
        certain = [(stint.certain, stint.fte, stint.share) for stint in self.stints]
        possible = [
            (stint.possible, stint.fte, stint.share)
            for stint in self.stints
            if bounded or not stint.open_start
        ]
        low = _months(certain, from_low, policy.experience)
        same = from_low == from_high and certain == possible
        high = low if same else _months(possible, from_high, policy.experience)
        unbounded = not bounded and any(stint.open_start and stint.counts for stint in self.stints)
        return Interval(low, high, unbounded)

    @property
    def flags(self) -> tuple[str, ...]:
        """Return what a person should look at in the jobs, each once."""
        return tuple(dict.fromkeys(flag for stint in self.stints for flag in stint.flags))


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
        never = _closes(dt.date.max)
        return (
            never if self.latest is None else _closes(self.latest),
            0 if self.earliest is None else _closes(self.earliest),
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
    stints = [_stint(place, job, cut_off, policy) for place, job in enumerate(listed)]
    if policy.looks_at_kinds:
        stints = _by_kind(listed, stints, policy, doctorate)
    for place, ruling in ruled.items():
        stints[place] = _as_ruled(stints[place], ruling)
    return Career(cut_off, tuple(stints))


def _as_ruled(stint: Stint, ruling: Relevance) -> Stint:
    """Return a job with the share of it that a person found relevant; of none of it nothing counts."""
    flags = (*stint.flags, f"relevance ruled: {ruling.in_words}")
    if not ruling.share:
        return replace(stint, certain=None, possible=None, share=ruling.share, flags=flags)
    return replace(stint, share=ruling.share, flags=flags)


def _by_kind(
    jobs: Sequence[Employment], stints: Sequence[Stint], policy: Policy, doctorate: Truth
) -> list[Stint]:
    """Leave out jobs whose kind does not count, and cut what has a limit of months (R30, R32)."""
    kept = []
    for job, stint in zip(jobs, stints, strict=True):
        counts, flags = judged_kind(job, policy, doctorate)
        certain = stint.certain if counts else None
        possible = None if counts is False else stint.possible
        kept.append(replace(stint, certain=certain, possible=possible, flags=(*stint.flags, *flags)))
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
    return replace(stint, certain=cut["certain"], possible=cut["possible"], flags=flags)


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


def _stint(place: int, job: Employment, cut_off: dt.date, policy: Policy) -> Stint:
    """Lay one job on the time axis."""
    flags = _silences(job)
    fte = _FULL_TIME if job.fte is None else job.fte
    if not 0 <= fte.numerator <= fte.denominator:
        fte = _FULL_TIME if fte > 0 else Fraction(0)
        flags.append("fte outside 0 to 100 %")
    problem = _problem(job, cut_off)
    if problem:
        flags.append(problem)
    if problem or (job.paid is False and not policy.count_unpaid):
        return Stint(place, None, None, fte, flags=tuple(flags))
    last = _closes(cut_off)
    shortest_end, longest_end = _end(job, last)
    if job.start is None:
        return Stint(place, None, (0, longest_end), fte, open_start=True, flags=tuple(flags))
    shortest_start = (_opens if job.start.is_exact else _closes)(job.start.latest)
    longest = (_opens(job.start.earliest), longest_end)
    shortest = (shortest_start, shortest_end)
    return Stint(place, shortest if shortest[0] < shortest[1] else None, longest, fte, flags=tuple(flags))


def _silences(job: Employment) -> list[str]:
    """Return what the papers leave out about a job."""
    flags = []
    if job.fte is None:
        flags.append("fte not stated")
    if job.paid is None:
        flags.append("paid not stated")
    elif not job.paid:
        flags.append("unpaid")
    if job.start is None:
        flags.append("start not stated")
    if not job.is_current and not isinstance(job.end, PartialDate):
        flags.append("end not stated")
    if any(isinstance(date, PartialDate) and not date.is_exact for date in (job.start, job.end)):
        flags.append("imprecise dates")
    return flags


def _problem(job: Employment, cut_off: dt.date) -> str | None:
    """Return why a job cannot count whatever its dates mean."""
    if job.start is None:
        return None
    if isinstance(job.end, PartialDate) and job.start.earliest > job.end.latest:
        return "start after end"
    return "starts after the cut-off" if job.start.earliest > cut_off else None


def _end(job: Employment, last: int) -> Stretch:
    """Return where a job ends in its shortest and in its longest reading, cut at the cut-off."""
    if job.is_current:
        return last, last
    if not isinstance(job.end, PartialDate):
        return 0, last
    shortest = (_closes if job.end.is_exact else _opens)(job.end.earliest)
    return min(shortest, last), min(_closes(job.end.latest), last)


def _months(pieces: Sequence[Piece], start: int, policy: ExperiencePolicy) -> Fraction:
    """Add up the pieces after `start` as the policy says.

    Where persons ruled jobs partly relevant: a sum takes every job's share, `once` the largest share of any
    moment, and pro rata the shares of full time and of relevance multiplied, capped at full time.
    """
    kept = [
        (max(piece[0], start), piece[1], fte, share)
        for piece, fte, share in pieces
        if piece and piece[1] > start
    ]
    if policy is ExperiencePolicy.ONCE and all(share == 1 for *_, share in kept):
        return Fraction(_union([(begin, end) for begin, end, *_ in kept]), UNIT)
    if policy in _AS_FULL_TIME:
        weights = [share for *_, share in kept]
    else:  # a product of fractions is dear, and hardly ever is a job ruled on
        weights = [fte if share is _FULL_TIME else fte * share for _, _, fte, share in kept]
    whole = math.lcm(*(weight.denominator for weight in weights))
    parts = [
        (begin, end, weight.numerator * (whole // weight.denominator))
        for (begin, end, *_), weight in zip(kept, weights, strict=True)
    ]
    if policy is ExperiencePolicy.SUM:
        return Fraction(sum((end - begin) * part for begin, end, part in parts), UNIT * whole)
    count = _largest if policy is ExperiencePolicy.ONCE else _capped
    return Fraction(count(parts, whole), UNIT * whole)


_AS_FULL_TIME = frozenset({ExperiencePolicy.SUM, ExperiencePolicy.ONCE})


def _largest(pieces: list[tuple[int, int, int]], whole: int) -> int:
    """Return the length of the pieces times the largest part of `whole` at any time."""
    cuts = sorted({cut for begin, end, _ in pieces for cut in (begin, end)})
    return sum(
        (after - before) * min(whole, max((part for b, e, part in pieces if b <= before < e), default=0))
        for before, after in itertools.pairwise(cuts)
    )


def _union(pieces: list[Stretch]) -> int:
    """Return the length that the pieces cover together."""
    total = covered_to = 0
    for begin, end in sorted(pieces):
        total += max(0, end - max(begin, covered_to))
        covered_to = max(covered_to, end)
    return total


def _capped(pieces: list[tuple[int, int, int]], whole: int) -> int:
    """Return the length of the pieces times their parts of `whole`, capped at `whole` at any time."""
    steps = sorted([(begin, part) for begin, _, part in pieces] + [(end, -part) for _, end, part in pieces])
    total = parts = last = 0
    for position, step in steps:
        total += (position - last) * min(parts, whole)
        parts += step
        last = position
    return total


@functools.lru_cache(maxsize=65_536)
def _opens(day: dt.date) -> int:
    """Return the position at which a day begins."""
    length = days_of(day.year, day.month)
    return (day.year * 12 + day.month - 1) * UNIT + (day.day - 1) * (UNIT // length)


@functools.lru_cache(maxsize=65_536)
def _closes(day: dt.date) -> int:
    """Return the position at which a day ends."""
    return _opens(day) + UNIT // days_of(day.year, day.month)

"""Months as exact fractions: stretches of time on one axis, added up as a policy says (R26-R29, R34).

Time is measured as whole numbers of `UNIT`ths of a month, so that every day of every month is exact, a full
month is exactly 1, and splitting a job changes nothing.
"""

from __future__ import annotations

import functools
import itertools
import math
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, Final, NamedTuple

from recruiter_tui.domain.dates import PartialDate, days_of
from recruiter_tui.domain.policy import ExperiencePolicy

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

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
        if _at_least(self.low, months):
            return True
        return None if self.unbounded or _at_least(self.high, months) else False

    def as_json(self) -> dict[str, object]:
        """Return exact fractions as strings, and bounds rounded to three decimals for showing."""
        exact, low = self.exact, str(self.low)
        shown: dict[str, object] = {
            "exact": None if exact is None else low,
            "low": round(float(self.low), 3),
            "high": None if self.unbounded else round(float(self.high), 3),
        }
        if exact is None:
            shown |= {"exact_low": low, "exact_high": None if self.unbounded else str(self.high)}
        return shown


def _at_least(months: Fraction, asked: int) -> bool:
    """Compare with a whole number, without the detour that comparing fractions takes."""
    return months.numerator >= asked * months.denominator


Piece = tuple[Stretch | None, Fraction, Fraction]
"""A stretch with its share of full time and the share of it that is relevant."""
FULL_TIME: Final = Fraction(1)
NOTHING = Interval(Fraction(0), Fraction(0))


def added_up(pieces: Sequence[Piece], start: int, policy: ExperiencePolicy) -> Fraction:
    """Add up the pieces after `start` as the policy says.

    Where persons ruled jobs partly relevant: a sum takes every job's share, `once` the largest share of any
    moment, and pro rata the shares of full time and of relevance multiplied, capped at full time.
    """
    kept = [
        (max(piece[0], start), piece[1], fte, share)
        for piece, fte, share in pieces
        if piece and piece[1] > start
    ]
    if policy is ExperiencePolicy.ONCE and all(share is FULL_TIME or share == 1 for *_, share in kept):
        return Fraction(_union([(begin, end) for begin, end, *_ in kept]), UNIT)
    if policy in _ASFULL_TIME:
        weights = [share for *_, share in kept]
    else:  # a product of fractions is dear, and hardly ever is a job ruled on
        weights = [fte if share is FULL_TIME else fte * share for _, _, fte, share in kept]
    whole = math.lcm(*[weight.denominator for weight in weights if weight is not FULL_TIME])
    parts = [
        (begin, end, whole if weight is FULL_TIME else weight.numerator * (whole // weight.denominator))
        for (begin, end, *_), weight in zip(kept, weights, strict=True)
    ]
    if policy is ExperiencePolicy.SUM:
        return Fraction(sum((end - begin) * part for begin, end, part in parts), UNIT * whole)
    count = _largest if policy is ExperiencePolicy.ONCE else _capped
    return Fraction(count(parts, whole), UNIT * whole)


_ASFULL_TIME = frozenset({ExperiencePolicy.SUM, ExperiencePolicy.ONCE})


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
    if len(pieces) == 1:
        begin, end, part = pieces[0]
        return (end - begin) * min(part, whole)
    steps = [(begin, part) for begin, _, part in pieces]
    steps += [(end, -part) for _, end, part in pieces]
    steps.sort()
    total = parts = last = 0
    for position, step in steps:
        total += (position - last) * min(parts, whole)
        parts += step
        last = position
    return total


@functools.lru_cache(maxsize=65_536)
def opens(day: dt.date) -> int:
    """Return the position at which a day begins."""
    length = days_of(day.year, day.month)
    return (day.year * 12 + day.month - 1) * UNIT + (day.day - 1) * (UNIT // length)


@functools.lru_cache(maxsize=65_536)
def closes(day: dt.date) -> int:
    """Return the position at which a day ends."""
    return opens(day) + UNIT // days_of(day.year, day.month)


class Reach(NamedTuple):
    """Where on the axis a job begins or ends that a date bounds, in its longest and shortest reading."""

    begins_first: int
    begins_last: int
    ends_first: int
    ends_last: int


def reach_of(date: PartialDate) -> Reach:
    """Return the positions of a date as exact as it is known."""
    return _reach(date.year, date.month, date.day)


@functools.lru_cache(maxsize=65_536)
def _reach(year: int, month: int | None, day: int | None) -> Reach:
    """Return the positions of a date; a pile of careers shares its months and years."""
    date = PartialDate(year, month, day)
    if date.is_exact:
        begins, ends = opens(date.earliest), closes(date.earliest)
        return Reach(begins, begins, ends, ends)
    return Reach(opens(date.earliest), closes(date.latest), opens(date.earliest), closes(date.latest))

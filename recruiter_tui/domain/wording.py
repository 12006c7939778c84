"""Small pieces of plain language that the findings' sentences share."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from recruiter_tui.domain.finding import Evidence

if TYPE_CHECKING:
    from datetime import timedelta
    from fractions import Fraction

    from recruiter_tui.domain.months import Interval
    from recruiter_tui.domain.person import Candidate
    from recruiter_tui.domain.stated import Span

RECORD = "application record"
"""The source of a quotation that no document holds: the application's own row or form."""

_LONGEST_QUOTE = 300
_TENTHS = 10
_UNITS = ((86_400, "day"), (3_600, "hour"), (60, "minute"), (1, "second"))


@dataclass(frozen=True, slots=True)
class Names:
    """How codes are called in sentences; without better knowledge a code is its own name."""

    country: Callable[[str], str] = str.upper
    language: Callable[[str], str] = str.upper


def months_in_words(interval: Interval) -> str:
    """Return months for a sentence, rounded down so that 59.96 never reads as 60."""
    low = _floored(interval.low)
    if interval.unbounded:
        return f"at least {low} months"
    high = _floored(interval.high)
    return (
        f"{low} months" if interval.exact is not None or low == high else f"between {low} and {high} months"
    )


def _floored(months: Fraction) -> str:
    """Return months with at most two decimals, rounded down, with one where that is enough to tell."""
    whole, parts = months.as_integer_ratio()  # whole numbers, as fractions are dear
    if parts == 1:
        return str(whole)
    places = _TENTHS if -whole % parts * _TENTHS > parts else _TENTHS * _TENTHS
    return f"{whole * places // parts / places:g}"


def duration_in_words(length: timedelta) -> str:
    """Return a length of time as `3 days 04:12:09`, without its sign."""
    seconds = math.floor(abs(length).total_seconds())
    days, seconds = divmod(seconds, 86_400)
    clock = f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}"
    if days == 0:
        return clock
    return f"{days} day {clock}" if days == 1 else f"{days} days {clock}"


def span_in_words(seconds: float, joiner: str = " and ") -> str:
    """Return a length of time in its two largest units, so seconds only in minutes: `3 days and 4 hours`."""
    left = math.floor(abs(seconds))
    units = [(size, name) for size, name in _UNITS if left >= size][:2] or [_UNITS[-1]]
    said: list[str] = []
    for size, name in units:
        number, left = divmod(left, size)
        if number or not said:
            said.append(f"{number} {name}{'' if number == 1 else 's'}")
    return joiner.join(said)


def listed(items: Sequence[str], joiner: str = "and") -> str:
    """Return items as a list in a sentence: `a, b and c`."""
    if len(items) < 2:  # noqa: PLR2004 - one item needs no joiner
        return "".join(items)
    return f"{', '.join(items[:-1])} {joiner} {items[-1]}"


def quotation(candidate: Candidate, spans: Sequence[Span], wording: str) -> Evidence:
    """Return the place in the candidate's papers that bears a fact, or its wording in the record."""
    for document in candidate.documents if spans else ():
        quote = document.text[spans[0].start : spans[0].end]
        if quote.strip():
            return Evidence(quote[:_LONGEST_QUOTE], document.name, spans[0])
    return Evidence(wording[:_LONGEST_QUOTE], RECORD)

"""Whether an application came in before the closing: instants to the second, or intervals (R1-R5)."""

from __future__ import annotations

import datetime as dt
import functools
from dataclasses import dataclass
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from recruiter_tui.domain.dates import Moment, in_utc
from recruiter_tui.domain.finding import Evidence, Finding, Outcome
from recruiter_tui.domain.policy import DEFAULT_POLICY, ClosingMinute, Policy
from recruiter_tui.domain.requirement import Kind, Necessity
from recruiter_tui.domain.wording import RECORD, duration_in_words

if TYPE_CHECKING:
    from recruiter_tui.domain.notice import Closing

DEADLINE = "deadline"
"""The id of the criterion that the notice's closing amounts to."""
_RULE = "R1-R5/1"
_MINUTE = dt.timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Window:
    """The instants at which a closing can be meant, in UTC; both are the same where it is exact."""

    earliest: dt.datetime
    latest: dt.datetime

    @classmethod
    @functools.lru_cache(maxsize=256)
    def of(cls, closing: Closing) -> Window:
        """Return when the vacancy closes; a wall-clock time that the zone has twice is an interval too."""
        if closing.time is None or closing.zone is None:
            return cls(closing.earliest, closing.latest)
        wall, zone = dt.datetime.combine(closing.date, closing.time), ZoneInfo(closing.zone)
        instants = sorted(in_utc(wall.replace(fold=fold), zone) for fold in (0, 1))
        return cls(instants[0], instants[1])

    def first_rejected(self, policy: Policy) -> Window:
        """Return the first instant that is too late: under `inclusive`, when the closing minute is over."""
        if policy.closing_minute is ClosingMinute.EXCLUSIVE:
            return self
        return Window(_next_minute(self.earliest), _next_minute(self.latest))


def judge_deadline(
    closing: Closing | None, received: Moment | None, policy: Policy = DEFAULT_POLICY
) -> Finding:
    """Return whether the application was on time; `margin_seconds` counts to the first rejected instant."""
    inputs: dict[str, object] = {
        "closing": None if closing is None else _closing_json(closing),
        "received": received.text if received else None,
        "margin_seconds": None,
        "closing_minute": policy.closing_minute.value,
    }
    evidence = (Evidence(received.text, RECORD),) if received else ()
    if closing is None or received is None:
        silent = "The notice states no closing" if closing is None else "The file states no time of receipt"
        reason = f"{silent}, so nobody can tell whether the application was on time."
        return _finding(Outcome.CANNOT_TELL, reason, inputs, evidence)
    window = Window.of(closing)
    rejected = window.first_rejected(policy)
    low, high = rejected.earliest - received.latest, rejected.latest - received.earliest
    inputs["margin_seconds"] = _seconds(low) if low == high else [_seconds(low), _seconds(high)]
    flags = _flags(closing, received, window)
    inputs["boundary"] = "boundary" in flags
    if low > dt.timedelta():
        return _finding(Outcome.MET, _on_time(low, high), inputs, evidence, flags)
    if high <= dt.timedelta():
        return _finding(Outcome.NOT_MET, _late(low, high), inputs, evidence, flags)
    return _finding(Outcome.CANNOT_TELL, _open(closing, received), inputs, evidence, flags)


def _next_minute(instant: dt.datetime) -> dt.datetime:
    """Return the beginning of the minute after the one that holds the instant."""
    try:
        return instant.replace(second=0, microsecond=0) + _MINUTE
    except OverflowError:
        return instant


def _closing_json(closing: Closing) -> str | list[str]:
    """Return the closing as worded: one instant, or the two between which it lies."""
    window = Window.of(closing)
    ends = [_iso(window.earliest), _iso(window.latest)]
    return ends[0] if ends[0] == ends[1] else ends


def _iso(instant: dt.datetime) -> str:
    return instant.isoformat().replace("+00:00", "Z")


def _seconds(length: dt.timedelta) -> int | float:
    """Return whole seconds as an int, so that margins compare exactly; a fraction stays."""
    whole = length // dt.timedelta(seconds=1)
    return whole if length == dt.timedelta(seconds=whole) else length.total_seconds()


def _flags(closing: Closing, received: Moment, window: Window) -> tuple[str, ...]:
    """Return what a person should look at: a receipt in the closing minute, and what nobody stated."""
    flags = []
    if _is_boundary(received, window):
        flags.append("boundary")
    if not received.has_zone:
        flags.append("zone of receipt unknown")
    if closing.time is None:
        flags.append("time of closing not stated")
    if closing.zone is None:
        flags.append("zone of closing not stated")
    return tuple(flags)


def _is_boundary(received: Moment, window: Window) -> bool:
    """Tell whether an exact receipt lies inside an exact closing minute (R2)."""
    if not received.has_zone or window.earliest != window.latest:
        return False
    minute = window.earliest.replace(second=0, microsecond=0)
    return minute <= received.earliest < _next_minute(minute)


def _on_time(low: dt.timedelta, high: dt.timedelta) -> str:
    how_long = duration_in_words(low)
    at_least = "" if low == high else "at least "
    return f"The application came in on time, with {at_least}{how_long} to spare."


def _late(low: dt.timedelta, high: dt.timedelta) -> str:
    if high == dt.timedelta():
        return "The application came in late, at the first instant after the closing."
    at_least = "" if low == high else "at least "
    return f"The application came in late by {at_least}{duration_in_words(high)}."


def _open(closing: Closing, received: Moment) -> str:
    """Return why the papers leave it open whether the application was on time."""
    lacks = []
    if not received.has_zone:
        lacks.append("the time of receipt has no zone" if not received.is_day else "the receipt has no time")
    if closing.time is None:
        lacks.append("the closing has no time of day")
    if closing.zone is None:
        lacks.append("the closing has no zone")
    if not lacks:
        lacks.append("the clock shows the closing time twice that night")
    return f"The receipt may lie before or after the closing, because {' and '.join(lacks)}."


def _finding(
    outcome: Outcome,
    reason: str,
    inputs: dict[str, object],
    evidence: tuple[Evidence, ...],
    flags: tuple[str, ...] = (),
) -> Finding:
    return Finding(
        DEADLINE,
        Kind.DEADLINE,
        Necessity.ESSENTIAL,
        outcome,
        reason,
        inputs,
        evidence,
        rule=_RULE,
        flags=flags,
    )

"""How long until a vacancy closes, in words short enough for a line."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, NamedTuple

from recruiter_tui.tui.signs import Ink

if TYPE_CHECKING:
    from recruiter_tui.domain.application import VacancyStatus
    from recruiter_tui.domain.notice import Closing

_SOON = dt.timedelta(hours=48)
_MINUTE = 60
_HOUR = 3600
_DAY = 86400


class Countdown(NamedTuple):
    """What is left, and how urgent it is."""

    text: str
    ink: Ink


def countdown(closing: Closing | None, status: VacancyStatus, now: dt.datetime) -> Countdown:
    """Return `3 d 4 h`, `closed` or `no date`; a closing without time or zone counts to its first instant."""
    if status != "open":
        return Countdown(status.value, Ink.FAINT)
    if closing is None:
        return Countdown("no date", Ink.FAINT)
    if now > closing.latest:
        return Countdown("closed", Ink.FAINT)
    left = closing.earliest - now
    if left <= dt.timedelta(0):
        certain = closing.instant is not None
        return Countdown("closing now" if certain else "closing today", Ink.OPEN)
    said = duration(left) if closing.instant else f"about {duration(left, units=1)}"
    return Countdown(said, Ink.OPEN if left < _SOON else Ink.TEXT)


def duration(left: dt.timedelta, units: int = 2) -> str:
    """Return the largest one or two units of a length of time: `3 d 4 h`, `4 h 10 min`, `under a minute`."""
    seconds = int(left.total_seconds())
    if seconds < _MINUTE:
        return "under a minute"
    if seconds < _HOUR:
        return f"{seconds // _MINUTE} min"
    if seconds < _DAY:
        parts = (f"{seconds // _HOUR} h", f"{seconds % _HOUR // _MINUTE} min")
    else:
        parts = (f"{seconds // _DAY} d", f"{seconds % _DAY // _HOUR} h")
    return " ".join(parts[:units])


def closing_lines(closing: Closing | None) -> tuple[str, ...]:
    """Return the closing's date, its time in the notice's zone, and that instant where this machine is."""
    if closing is None:
        return ("no closing date stated",)
    day = f"{closing.date:%a} {closing.date.day} {closing.date:%b %Y}"
    if closing.time is None:
        return (day, "time not stated")
    if closing.instant is None:
        return (day, f"{closing.time:%H:%M}  zone not stated")
    here = closing.instant.astimezone()
    elsewhere = "" if here.date() == closing.date else f" on {here.day} {here:%b}"
    return (day, f"{closing.time:%H:%M}  {closing.zone}", f"{here:%H:%M}  here{elsewhere} ({here:%Z})")

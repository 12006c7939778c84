"""Numbers and times in words: months never rounded up, durations in their two largest units."""

from __future__ import annotations

from fractions import Fraction

_MINUTE, _HOUR, _DAY = 60, 3600, 86_400


def month_count(value: Fraction | float) -> str:
    """Return months with at most two decimals, rounded down, so that 59.996 never reads as 60."""
    hundredths = int(Fraction(value) * 100)
    whole, rest = divmod(hundredths, 100)
    return f"{whole}.{rest:02}".rstrip("0").rstrip(".") if rest else str(whole)


def months(low: Fraction | float, high: Fraction | float | None) -> str:
    """Return months as one number, or as `48 to 72` where dates leave it open; None is no bound."""
    if high is None:
        return f"{month_count(low)} or more"
    return month_count(low) if low == high else f"{month_count(low)} to {month_count(high)}"


def years(low: Fraction | float, high: Fraction | float | None) -> str:
    """Return months as years, rounded down to a tenth: `5 years`, `4.6 to 6 years`, `3 years or more`."""
    least = _years(low)
    if high is None:
        return f"{least} years or more"
    most = _years(high)
    return f"{least} year{'' if least == '1' else 's'}" if least == most else f"{least} to {most} years"


def _years(value: Fraction | float) -> str:
    whole, tenth = divmod(int(Fraction(value) * 10 / 12), 10)
    return f"{whole}.{tenth}" if tenth else str(whole)


def share(fte: Fraction) -> str:
    """Return a share of full time in per cent."""
    return f"{month_count(fte * 100)} %"


def duration(seconds: float) -> str:
    """Return a length of time in its two largest units, for instance `2 days 4 hours` or `37 seconds`."""
    left = abs(int(seconds))
    days, left = divmod(left, _DAY)
    hours, left = divmod(left, _HOUR)
    minutes, left = divmod(left, _MINUTE)
    units = [(days, "day"), (hours, "hour"), (minutes, "minute"), (left, "second")]
    while units and not units[0][0]:
        units.pop(0)
    said = [f"{number} {unit}{'' if number == 1 else 's'}" for number, unit in units[:2] if number]
    return " ".join(said) or "0 seconds"


def margin(seconds: float) -> str:
    """Return how a receipt lies to the closing; at the first rejected instant it is late by nothing."""
    if seconds == 0:
        return "at the closing, which is too late"
    return f"{duration(seconds)} before closing" if seconds > 0 else f"{duration(seconds)} late"

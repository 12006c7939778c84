"""Numbers and times in words: months never rounded up, how a receipt lies to the closing."""

from __future__ import annotations

from fractions import Fraction

from recruiter_tui.domain.wording import span_in_words


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


def exact_months(low: Fraction, high: Fraction | None) -> str:
    """Return months as whole numbers and fractions, `59 8/31`; empty where `months` says them exactly."""
    ends = [low] if high is None or low == high else [low, high]
    if all(Fraction(month_count(one)) == one for one in ends):
        return ""
    return " to ".join(map(_mixed, ends)) + (" or more" if high is None else "")


def _mixed(value: Fraction) -> str:
    whole, rest = divmod(value, 1)
    return " ".join(str(part) for part in (whole, rest) if part) or "0"


def years(low: Fraction | float, high: Fraction | float | None) -> str:
    """Return months as years, rounded down to a tenth: `5 years`, `4.6 to 6 years`, `3 years or more`."""
    least = _years(low)
    if high is None:
        return f"{least} years or more"
    most = _years(high)
    years = "year" if most == "1" else "years"
    return f"{least} {years}" if least == most else f"{least} to {most} {years}"


def _years(value: Fraction | float) -> str:
    whole, tenth = divmod(int(Fraction(value) * 10 / 12), 10)
    return f"{whole}.{tenth}" if tenth else str(whole)


def share(fte: Fraction) -> str:
    """Return a share of full time in per cent."""
    return f"{month_count(fte * 100)} %"


def margin(seconds: float) -> str:
    """Return how a receipt lies to the closing; at the first rejected instant it is late by nothing."""
    if seconds == 0:
        return "at the closing, which is too late"
    said = span_in_words(abs(seconds), " ")
    return f"{said} before closing" if seconds > 0 else f"{said} late"

"""What the columns of a list of candidates say, and which of them a terminal has room for."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from recruiter_tui.tui.signs import Ink, disposition_sign, outcome_sign, person_sign, state_sign, tier_word
from recruiter_tui.tui.text import fit, safe

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from recruiter_tui.domain.finding import Outcome
    from recruiter_tui.services.views import ApplicationRow
    from recruiter_tui.tui.widgets.lines import Run

_MONTHS: Final = 12
_SAME: Final = 0.001
"""Months below which two ends of a range are one value, read back from decimals."""
_WIDE_YEARS: Final = 9
_SIGN: Final = 5
"""Cells up to which a column shows the sign alone."""


class Column(NamedTuple):
    """One column: what stands in its head, how wide it is, and what it says about a row."""

    id: str
    """Also the name of the order that a click on its head asks for; empty where there is none."""
    width: int
    head: str
    align: Literal["left", "right"]
    cell: Callable[[ApplicationRow, int], Run]


def _name(row: ApplicationRow, width: int) -> Run:
    ruled = f" {person_sign()}" if row.overruled else ""
    return fit(safe(row.name), width - len(ruled)) + ruled, Ink.TEXT


def _tier(row: ApplicationRow, width: int) -> Run:
    short = "?" if row.tier is None else str(row.tier)
    return (tier_word(row.tier) if width > _SIGN else short), (Ink.DIM if row.tier is None else Ink.TEXT)


def no_tier(_row: ApplicationRow, _width: int) -> Run:
    """Return what stands in the column of tiers where the vacancy has none."""
    from recruiter_tui.domain.stated import State

    return state_sign(State.NOT_STATED).sign, Ink.FAINT


def _outcome(pick: Callable[[ApplicationRow], Outcome | None]) -> Callable[[ApplicationRow, int], Run]:
    def cell(row: ApplicationRow, width: int) -> Run:
        sign = outcome_sign(pick(row))
        return (str(sign) if width > _SIGN else sign.sign), sign.ink

    return cell


def _disposition(row: ApplicationRow, width: int) -> Run:
    sign = disposition_sign(row.disposition)
    return (str(sign) if width > _SIGN else sign.sign), sign.ink


def years(low: float | None, high: float | None, *, wide: bool) -> str:
    """Return months as years, `7.4`, or as a range where dates are imprecise: `6.1-12.4`, narrow `6-13`.

    One value and the lower end are rounded down, the upper end up, so that nobody looks longer in service.
    """
    if low is None or high is None:
        return ""
    first, last = low / _MONTHS, high / _MONTHS
    if high - low < _SAME:
        return f"{math.floor(first * 10) / 10:.1f}"
    if wide:
        return f"{math.floor(first * 10) / 10:.1f}\N{EN DASH}{math.ceil(last * 10) / 10:.1f}"
    return f"{math.floor(first)}\N{EN DASH}{math.ceil(last)}"


def _years(row: ApplicationRow, width: int) -> Run:
    return years(row.months_low, row.months_high, wide=width >= _WIDE_YEARS), Ink.TEXT


def spoken(codes: Sequence[str], width: int) -> str:
    """Return languages by their codes as forms have them, `EN FR ES`; without room they are counted, `+2`."""
    shown = " ".join(codes).upper()
    kept = len(codes)
    while kept and len(shown) > width:
        kept -= 1
        shown = f"{' '.join(codes[:kept]).upper()} +{len(codes) - kept}".strip()
    return shown


def _spoken(row: ApplicationRow, width: int) -> Run:
    return safe(spoken(row.spoken, width)), Ink.DIM


def _received(row: ApplicationRow, _width: int) -> Run:
    return safe((row.received or "")[:16].replace("T", " ")), Ink.DIM


def _number(row: ApplicationRow, _width: int) -> Run:
    return safe(row.application), Ink.DIM


def _tags(row: ApplicationRow, _width: int) -> Run:
    return safe(" ".join(row.tags)), Ink.DIM


_FAMILIES: Final = ("eligibility", "deadline", "education_experience", "languages")
_CELLS: Final[dict[str, Callable[[ApplicationRow, int], Run]]] = {
    "name": _name,
    "tier": _tier,
    "eligibility": _outcome(lambda row: row.eligibility),
    "deadline": _outcome(lambda row: row.deadline),
    "education_experience": _outcome(lambda row: row.education_experience),
    "languages": _outcome(lambda row: row.languages),
    "outcome": _outcome(lambda row: row.outcome),
    "years": _years,
    "spoken": _spoken,
    "disposition": _disposition,
    "received": _received,
    "application": _number,
    "tags": _tags,
}
_ORDER: Final = tuple(_CELLS)
_HEADS: Final = {
    "name": ("Name",),
    "tier": ("T", "Tier"),
    "eligibility": ("El", "Elig.", "Eligible"),
    "deadline": ("Ti", "Time", "Deadline"),
    "education_experience": ("Ed", "Educ.", "Education"),
    "languages": ("La", "Lang.", "Languages"),
    "outcome": ("", "Outcome"),
    "years": ("Years",),
    "spoken": ("Speaks",),
    "disposition": ("", "Disposition"),
    "received": ("Received",),
    "application": ("Number",),
    "tags": ("Tags",),
}
_LEAST: Final = {"name": 10, "tier": 1, **dict.fromkeys(_FAMILIES, 2), "disposition": 1}
_WISHES: Final[tuple[dict[str, int], ...]] = (
    {"name": 16},
    {"disposition": 14},
    {"years": 5},
    {"name": 18},
    dict.fromkeys(_FAMILIES, _SIGN),
    {"spoken": 8},
    {"tier": 6},
    {"name": 24},
    {"outcome": 13},
    {"years": _WIDE_YEARS},
    {"name": 28},
    dict.fromkeys(_FAMILIES, 13),
    {"received": 16},
    {"application": 10},
    {"spoken": 14},
    {"tags": 16},
)
"""What a wider table grants, in this order, as far as it fits."""
_BEFORE_TAGS: Final = 7
_TAGS: Final = {"tags": 12}
_LONGEST_NAME: Final = 40
SORTABLE: Final = ("tier", "name", "received", "outcome", "years", "disposition")
"""The orders that the candidates can be put in."""


def columns(room: int, *, tagged: bool = False) -> tuple[Column, ...]:
    """Return the columns for `room` cells, a blank between two; a table too small keeps the name.

    Where people are `tagged`, their tags come before what is told by longer words alone.
    """
    widths = dict(_LEAST)
    if _taken(widths) > room:
        widths = {"name": max(1, room - 2), "disposition": 1}
    else:
        for wish in (*_WISHES[:_BEFORE_TAGS], _TAGS, *_WISHES[_BEFORE_TAGS:]) if tagged else _WISHES:
            if _taken({**widths, **wish}) <= room:
                widths |= wish
    spare = room - _taken(widths)
    widths["name"] = max(1, min(_LONGEST_NAME, widths["name"] + spare))
    return tuple(_column(name, widths[name]) for name in _ORDER if name in widths)


def _taken(widths: dict[str, int]) -> int:
    return sum(widths.values()) + len(widths) - 1


def _column(name: str, width: int) -> Column:
    head = max((word for word in _HEADS[name] if len(word) <= width), key=len, default="")
    return Column(name, width, head, "right" if name == "years" else "left", _CELLS[name])

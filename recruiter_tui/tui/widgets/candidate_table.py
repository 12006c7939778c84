"""The candidates of a vacancy as lines: who, which tier, what screening found, where it stands."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from recruiter_tui.tui.commands import key
from recruiter_tui.tui.signs import (
    Ink,
    disposition_sign,
    mark_sign,
    outcome_sign,
    person_sign,
    state_sign,
    tier_word,
)
from recruiter_tui.tui.text import fit, safe
from recruiter_tui.tui.widgets.record_table import RecordTable

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from recruiter_tui.domain.finding import Outcome
    from recruiter_tui.services.views import ApplicationRow
    from recruiter_tui.tui.drawing.steps import Standing
    from recruiter_tui.tui.widgets.lines import Run
    from recruiter_tui.tui.widgets.source import Key, Roll

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


def _no_tier(_row: ApplicationRow, _width: int) -> Run:
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
_LOOKED_AT: Final = 64
"""Rows that say whether anybody is tagged; they are read for the first picture anyway."""
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


class CandidateTable(RecordTable["ApplicationRow"]):
    """The applications of one vacancy."""

    empty_text = ""
    head_lines = 1

    def __init__(self) -> None:
        """Start in the order of tiers."""
        super().__init__(id="candidates")
        self.sort = "tier"
        self._tiered = True
        self._tagged = False
        self._columns: tuple[int, tuple[Column, ...]] = (0, ())
        self.standing: Standing | None = None
        """Where the vacancy stands on its way to a short list; None until it is known."""
        self._query = ""
        self._hidden = 0

    def guide(self, standing: Standing, query: str, shown: int) -> None:
        """Say where the vacancy stands, by what it is filtered, and how many that shows."""
        said = (standing, query, max(0, standing.people - shown))
        if said != (self.standing, self._query, self._hidden):
            self.standing, self._query, self._hidden = said
            self.repaint_others()

    def empty_lines(self, width: int, height: int) -> Sequence[Sequence[Run]]:
        """Lead on where nobody is here yet; say how to see people again where a filter hides them."""
        if self.standing is None:
            return ()
        if self._query or self.standing.people:
            return [
                (),
                [("  nobody matches the filter", Ink.DIM)],
                [(f"  {key('pane.back')} ", Ink.ACCENT), ("clears it", Ink.FAINT)],
            ]
        from recruiter_tui.tui.drawing.steps import steps_lines

        return steps_lines(self.standing, width, height, titled=False)

    def end_runs(self) -> Sequence[Run]:
        """Say that this is everybody, or how many a filter hides."""
        if not self._query:
            return [("  end of the list", Ink.FAINT)]
        said = (
            f"  end: the filter hides {self._hidden:,} more  "
            if self._hidden
            else "  end: the filter hides nobody  "
        )
        return [(said, Ink.FAINT), (key("pane.back"), Ink.ACCENT), (" clears it", Ink.FAINT)]

    def have_tiers(self, tiered: bool) -> None:  # noqa: FBT001 - the fact itself
        """Say whether the vacancy has tiers; without them nobody's tier is open, there is none."""
        if tiered != self._tiered:
            self._tiered = tiered
            self._strips.clear()
            self.refresh()

    def show(self, source: Roll[ApplicationRow], *, start: Key | None = None, same: bool = False) -> None:
        """Show other rows, their tags among the first columns where the first ones have any."""
        tagged = any(row.tags for row in source.rows_now(0, _LOOKED_AT))
        if tagged != self._tagged:
            self._tagged = tagged
            self._columns = (0, ())
            same = False
        super().show(source, start=start, same=same)

    def columns(self, width: int) -> tuple[Column, ...]:
        """Return the columns for a line of `width` cells, less the mark."""
        if self._columns[0] != width:
            self._columns = (width, columns(width - 2, tagged=self._tagged))
        return self._columns[1]

    def head_runs(self, y: int, width: int) -> Sequence[Run]:  # noqa: ARG002 - the head is one line
        """Draw the columns' names; the one that orders the rows carries an arrow."""
        if self.standing is not None and not self.standing.people:
            return ()
        runs: list[Run] = [("  ", Ink.DIM)]
        order, arrow = self.sort.removeprefix("-"), "▴" if self.sort.startswith("-") else "▾"
        for column in self.columns(width):
            sorted_by = column.id == order
            head = column.head
            if sorted_by:
                head = head[: column.width - 1] + arrow if len(head) >= column.width else head + arrow
            runs.append((fit(head, column.width, column.align) + " ", Ink.ACCENT if sorted_by else Ink.DIM))
        return runs

    def row_runs(
        self,
        row: ApplicationRow,
        line: int,  # noqa: ARG002 - a candidate takes one line
        width: int,
        *,
        marked: bool,
        current: bool,
    ) -> Sequence[Run]:
        """Draw one candidate."""
        runs: list[Run] = [(mark_sign() + " " if marked else "  ", Ink.ACCENT)]
        shown = self.columns(width)
        for column in shown:
            cell = _no_tier if column.id == "tier" and not self._tiered else column.cell
            text, ink = cell(row, column.width)
            if current and column.id == "name":
                ink = Ink.STRONG
            blank = "" if column is shown[-1] else " "
            runs.append((fit(text, column.width, column.align) + blank, ink))
        return runs

    def column_at(self, x: int) -> str | None:
        """Return the order that a click at cell `x` of the head asks for."""
        left = 2
        for column in self.columns(self.size.width - 1):
            left += column.width + 1
            if x < left:
                return column.id if column.id in SORTABLE else None
        return None

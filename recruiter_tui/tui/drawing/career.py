"""A career drawn on a year axis: a bar for each job, what counted beneath, and the sums by policy."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from recruiter_tui.domain.months import UNIT, Stretch
from recruiter_tui.domain.notice_words import day_words
from recruiter_tui.tui.drawing.axis import Axis, position
from recruiter_tui.tui.drawing.blocks import text
from recruiter_tui.tui.drawing.cells import wrap
from recruiter_tui.tui.drawing.line import About, Line, Piece, Stop, line, merged
from recruiter_tui.tui.drawing.names import counting
from recruiter_tui.tui.drawing.numbers import exact_months, months, share, years
from recruiter_tui.tui.signs import Ink
from recruiter_tui.tui.text import width as width_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


_SIDE_BY_SIDE: Final = 84
"""From this width on label, bar and dates share one line."""
_ROOMY: Final = 96
_SMALLEST_BAR: Final = 16
_SEVERAL: Final = 2
_HALF: Final = 0.4999
"""From which share on a cell counts as covered; a hair below one half, for the rounding of floats."""
_HEIGHTS: Final = "▁▂▃▄▅▆▇"
_UNSURE: Final = "░"
_TRACK: Final = "▁"
_DEGREE: Final = "◆"
_CUT_OFF: Final = "╎"
_HERE: Final = "▾"


@dataclass(frozen=True, slots=True)
class Bar:
    """One job as it is drawn."""

    fact: str
    """Which fact of the candidate it is, for instance `employment/2`."""
    label: str
    """Title and employer, cleaned."""
    dates: str
    """From and to as the papers give them."""
    certain: Stretch | None = None
    """What the job covers in every reading of its dates, in UNITs of a month."""
    possible: Stretch | None = None
    """What it covers in the longest reading; None where it cannot count at all."""
    fte: Fraction = Fraction(1)
    remarks: tuple[str, ...] = ()
    """What a person should know about it: `unpaid`, `end not stated`."""
    relevant: Fraction = Fraction(1)
    """How much of it counts, where a person ruled on that."""


@dataclass(frozen=True, slots=True)
class Sum:
    """Months of experience under one policy; `high` None where nothing bounds them."""

    policy: str
    low: Fraction
    high: Fraction | None


@dataclass(frozen=True, slots=True)
class Timeline:
    """What is drawn of a career."""

    bars: tuple[Bar, ...] = ()
    cut_off: dt.date | None = None
    degree: dt.date | None = None
    """When the degree that the criterion asks for was completed."""
    policy: str = ""
    part_time: bool = True
    """Whether the policy counts part-time pro rata."""
    counted_from: int = 0
    """From where on anything counts under the policy, in UNITs of a month."""
    sums: tuple[Sum, ...] = ()
    """The months under every policy, the vacancy's own among them."""
    month: int | None = None
    """The month that somebody looks at, counted from year 0; None where nobody does."""


def career_lines(career: Timeline, width: int) -> Iterator[Line]:
    """Yield the drawing of a career, each line exactly `width` cells."""
    wide = width >= _SIDE_BY_SIDE
    label = min(width // 3, 40) if wide else 0
    dates = (33 if width >= _ROOMY else 26) if wide else 0
    room = width - label - dates - (2 if wide else 0)
    axis = _axis(career, room) if room >= _SMALLEST_BAR else None
    if axis is not None:
        yield line(width, (axis.labels(), Ink.FAINT), indent=label)
        if career.month is not None:
            at = axis.cell(career.month * UNIT + UNIT // 2)
            yield line(width, (" " * at + _HERE, Ink.ACCENT), indent=label)
    for bar in career.bars:
        yield from _job(bar, axis, width, label if wide else 0)
    if axis is not None:
        yield from _beneath(career, axis, width, label)
    yield from _sums(career, width)


def _axis(career: Timeline, room: int) -> Axis | None:
    """Return the axis that holds every bar, the degree and the cut-off; None where no job has a start."""
    stretches = [bar.possible for bar in career.bars if bar.possible]
    places = [place for stretch in stretches for place in stretch if place]
    if not any(begin for begin, _ in stretches):
        return None
    return Axis.holding([*places, *(position(date) for date, *_ in _marks(career))], room)


def _marks(career: Timeline) -> list[tuple[dt.date, str, str]]:
    """Return the days that are marked below the bars, with sign and word."""
    marks = ((career.degree, _DEGREE, "degree"), (career.cut_off, _CUT_OFF, "cut-off"))
    return [(date, sign, word) for date, sign, word in marks if date is not None]


def _job(bar: Bar, axis: Axis | None, width: int, label: int) -> Iterator[Line]:
    """Yield one job: in one line where `label` cells are set apart for its name, else in two or three."""
    stop = Stop(About.FACT, bar.fact)
    drawn = _bar(bar, axis) if axis is not None else []
    tail = " · ".join([bar.dates, *([share(bar.fte)] if bar.fte != 1 else []), *bar.remarks])
    if label and axis is not None:
        name = line(label - 2, (bar.label, Ink.TEXT)).text
        room = width - label - axis.cells - 2
        first, *rest = wrap(tail, room)
        yield line(width, (name + "  ", Ink.TEXT), *drawn, ("  ", Ink.TEXT), (first, Ink.DIM), stop=stop)
        for part in rest:
            yield line(width, (part, Ink.DIM), indent=label + axis.cells + 2, stop=stop)
        return
    if (
        axis is not None
    ):  # above its name: blocks stand on the bottom of their line, next to what they speak of
        yield line(width, *drawn, stop=stop)
    if width_of(bar.label) + width_of(tail) + 3 <= width:
        yield line(width, (bar.label, Ink.TEXT), right=[(tail, Ink.DIM)], stop=stop)
    else:
        yield line(width, (bar.label, Ink.TEXT), stop=stop)
        for part in wrap(tail, width - 2):
            yield line(width, (part, Ink.DIM), indent=2, stop=stop)


def _bar(bar: Bar, axis: Axis) -> list[Piece]:
    """Return the cells of one bar: thickness is the share of full time, light is what dates leave open."""
    solid = (_thick(float(bar.fte * bar.relevant)), Ink.DIM)
    cells: list[Piece] = []
    for cell in range(axis.cells):
        if axis.covered(cell, bar.certain) >= _HALF:
            cells.append(solid)
        elif axis.covered(cell, bar.possible) >= _HALF:
            cells.append((_UNSURE, Ink.FAINT))
        else:
            cells.append((_TRACK, Ink.RULE))
    if bar.possible and all(ink is Ink.RULE for _, ink in cells):
        cells[axis.cell(bar.possible[0])] = solid if bar.certain else (_UNSURE, Ink.FAINT)
    return merged(cells)


def _beneath(career: Timeline, axis: Axis, width: int, label: int) -> Iterator[Line]:
    """Yield what counted of full time, and where the degree and the cut-off lie."""
    cells = merged(_counted(career, axis, cell) for cell in range(axis.cells))
    if label:
        yield line(width, (f"{'counted':<{label}}", Ink.DIM), *cells)
    else:
        yield line(width, *cells)
        yield line(width, ("counted", Ink.DIM))
    row = [" "] * axis.cells
    legend = []
    for date, sign, word in _marks(career):
        row[axis.cell(position(date))] = sign
        legend.append(f"{sign} {word} {day_words(date)}")
    if any(_UNSURE in shown for bar in career.bars for shown, _ in _bar(bar, axis)):
        legend.append(f"{_UNSURE} dates not exact")
    if legend:
        yield line(width, ("".join(row), Ink.ACCENT), indent=label)
        for part in _packed(legend, width - label):
            yield line(width, (part, Ink.FAINT), indent=label)


def _counted(career: Timeline, axis: Axis, cell: int) -> Piece:
    """Return the cell that shows how much of full time counts there, on average."""
    low = _load(career, axis.stretch(cell), [bar.certain for bar in career.bars])
    high = _load(career, axis.stretch(cell), [bar.possible for bar in career.bars])
    if high <= 0:
        return _TRACK, Ink.RULE
    if 2 * low < high:
        return _UNSURE, Ink.FAINT
    return _thick(low), Ink.ACCENT


def _thick(share: float) -> str:
    """Return the block for a share of full time, seven eighths of a line for all of it."""
    return _HEIGHTS[min(6, max(1, round(share * 7) - 1))]


def _weight(bar: Bar, *, part_time: bool) -> float:
    """Return how much of a month of a job counts."""
    return float(bar.fte * bar.relevant if part_time else bar.relevant)


def _load(career: Timeline, cell: tuple[float, float], stretches: Sequence[Stretch | None]) -> float:
    """Return the share of full time that the jobs fill in a cell, capped at full time at any moment."""
    begin, end = max(cell[0], career.counted_from), cell[1]
    held = [
        (max(begin, stretch[0]), min(end, stretch[1]), _weight(bar, part_time=career.part_time))
        for bar, stretch in zip(career.bars, stretches, strict=True)
        if stretch and stretch[0] < end and stretch[1] > begin
    ]
    edges = sorted({edge for first, last, _ in held for edge in (first, last)})
    total = 0.0
    for first, last in pairwise(edges):
        together = sum(fte for a, b, fte in held if a <= first and b >= last)
        total += (last - first) * min(together, 1.0)
    return total / (cell[1] - cell[0])


def _sums(career: Timeline, width: int) -> Iterator[Line]:
    """Yield the months under the vacancy's policy with the exact fraction, then all policies side by side."""
    chosen = next((one for one in career.sums if one.policy == career.policy), None)
    if chosen is not None:
        said = f"{months(chosen.low, chosen.high)} months"
        yield line(width)
        yield line(width, (said, Ink.STRONG), (f"  {years(chosen.low, chosen.high)}", Ink.DIM))
        yield from text(width, counting(chosen.policy), Ink.DIM)
        if exact := exact_months(chosen.low, chosen.high):
            yield from text(width, f"exactly {exact} months", Ink.FAINT)
    if len(career.sums) < _SEVERAL:
        return
    others = [(months(one.low, one.high), counting(one.policy)) for one in career.sums if one is not chosen]
    column = max(width_of(value) for value, _ in others) + 2
    yield line(width)
    yield line(width, ("counted otherwise", Ink.DIM))
    for value, how in others:
        first, *rest = wrap(how, max(_SMALLEST_BAR, width - column))
        yield line(width, (f"{value:<{column}}", Ink.TEXT), (first, Ink.DIM))
        for part in rest:
            yield line(width, (part, Ink.DIM), indent=column)


def _packed(parts: Sequence[str], width: int) -> Iterator[str]:
    """Yield the parts with three blanks between them, as many on a line as fit."""
    held = ""
    for part in parts:
        if held and width_of(held) + 3 + width_of(part) > width:
            yield held
            held = part
        else:
            held = f"{held}   {part}" if held else part
    if held:
        yield from wrap(held, width) if width_of(held) > width else (held,)

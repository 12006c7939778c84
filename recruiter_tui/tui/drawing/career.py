"""A career drawn on a year axis: a bar for each job, what counted beneath, and the sums by policy."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Final

from recruiter_tui.tui.drawing.axis import Axis
from recruiter_tui.tui.drawing.blocks import text
from recruiter_tui.tui.drawing.cells import wrap
from recruiter_tui.tui.drawing.line import About, Line, Piece, Stop, line, merged
from recruiter_tui.tui.drawing.numbers import months, share
from recruiter_tui.tui.signs import Ink
from recruiter_tui.tui.text import width as width_of

_SIDE_BY_SIDE: Final = 84
"""From this width on label, bar and dates share one line."""
_SMALLEST_BAR: Final = 16
_HEIGHTS: Final = "▁▂▃▄▅▆▇"
_UNSURE: Final = "░"
_TRACK: Final = "▁"
_CUT: Final = "╌"
_DEGREE: Final = "◆"
_CUT_OFF: Final = "╎"


@dataclass(frozen=True, slots=True)
class Bar:
    """One job as it is drawn; the four dates bound what imprecise dates can mean, ends included."""

    fact: str
    """Which fact of the candidate it is, for instance `employment/2`."""
    label: str
    """Title and employer, cleaned."""
    dates: str
    """From and to as the papers give them."""
    first: dt.date | None = None
    """The earliest day on which the job can have begun; None where no date is known."""
    begun: dt.date | None = None
    """The day from which it was held for certain."""
    ended: dt.date | None = None
    """The last day on which it was held for certain; before `begun` where nothing is certain."""
    last: dt.date | None = None
    """The latest day on which it can have ended."""
    fte: Fraction = Fraction(1)
    remarks: tuple[str, ...] = ()
    """What a person should know about it: `unpaid`, `share not stated`."""


@dataclass(frozen=True, slots=True)
class Sum:
    """Months of experience under one policy."""

    policy: str
    low: Fraction
    high: Fraction


@dataclass(frozen=True, slots=True)
class Career:
    """What is drawn of a career."""

    bars: tuple[Bar, ...] = ()
    counted: Mapping[tuple[int, int], tuple[Fraction, Fraction]] = field(default_factory=dict)
    """What each month (year, month) counts under the policy, at least and at most, in full-time months."""
    cut_off: dt.date | None = None
    degree: dt.date | None = None
    """When the degree that the criterion asks for was completed."""
    policy: str = ""
    sums: tuple[Sum, ...] = ()
    """The months under every policy, the vacancy's own among them."""


def career_lines(career: Career, width: int) -> Iterator[Line]:
    """Yield the drawing of a career, each line exactly `width` cells."""
    wide = width >= _SIDE_BY_SIDE
    label = min(width // 3, 40) if wide else 0
    dates = 24 if wide else 0
    room = width - label - dates - (2 if wide else 0)
    axis = _axis(career, room) if room >= _SMALLEST_BAR else None
    if axis is not None:
        yield line(width, (axis.labels(), Ink.FAINT), indent=label)
    for bar in career.bars:
        yield from _job(bar, axis, width, label if wide else 0)
    if axis is not None:
        yield from _beneath(career, axis, width, label)
    yield from _sums(career, width)


def _axis(career: Career, room: int) -> Axis | None:
    """Return the axis that holds every bar, the degree and the cut-off; None without any dated job."""
    days = [day for bar in career.bars for day in (bar.first, bar.last) if day is not None]
    if not days:
        return None
    marks = [day for day in (career.cut_off, career.degree) if day is not None]
    return Axis.holding([*days, *marks], room)


def _job(bar: Bar, axis: Axis | None, width: int, label: int) -> Iterator[Line]:
    """Yield one job: in one line where `label` cells are set apart for its name, else in two or three."""
    stop = Stop(About.FACT, bar.fact)
    drawn = _bar(bar, axis) if axis is not None else []
    words = [*([share(bar.fte)] if bar.fte != 1 else []), *bar.remarks]
    if label and axis is not None:
        name = line(label - 2, (bar.label, Ink.TEXT)).text
        facts = line(width - label - axis.cells - 2, (bar.dates, Ink.DIM)).text
        yield line(width, (name + "  ", Ink.TEXT), *drawn, ("  ", Ink.TEXT), (facts, Ink.DIM), stop=stop)
        if words:
            yield line(width, (" · ".join(words), Ink.DIM), indent=label + axis.cells + 2, stop=stop)
        return
    if (
        axis is not None
    ):  # above its name: blocks stand on the bottom of their line, next to what they speak of
        yield line(width, *drawn, stop=stop)
    tail = " · ".join([bar.dates, *words])
    if width_of(bar.label) + width_of(tail) + 3 <= width:
        yield line(width, (bar.label, Ink.TEXT), right=[(tail, Ink.DIM)], stop=stop)
    else:
        yield line(width, (bar.label, Ink.TEXT), stop=stop)
        for part in wrap(tail, width - 2):
            yield line(width, (part, Ink.DIM), indent=2, stop=stop)


def _bar(bar: Bar, axis: Axis) -> list[Piece]:
    """Return the cells of one bar: thickness is the share of full time, light is what dates leave open."""
    if bar.first is None or bar.last is None:
        return [(_CUT * axis.cells, Ink.FAINT)]
    solid = _HEIGHTS[min(6, max(1, round(bar.fte * 7) - 1))]
    begun, ended = bar.begun or bar.last, bar.ended or bar.first
    cells = []
    for cell in range(axis.cells):
        if begun <= ended and axis.covered(cell, begun, ended) >= _HALF:
            cells.append((solid, Ink.DIM))
        elif axis.covered(cell, bar.first, bar.last) >= _HALF:
            cells.append((_UNSURE, Ink.FAINT))
        else:
            cells.append((_TRACK, Ink.RULE))
    if all(ink is Ink.RULE for _, ink in cells):
        exact = begun <= ended
        cells[axis.cell(bar.first)] = (solid, Ink.DIM) if exact else (_UNSURE, Ink.FAINT)
    return merged(cells)


_HALF: Final = Fraction(1, 2)


def _beneath(career: Career, axis: Axis, width: int, label: int) -> Iterator[Line]:
    """Yield what counted month by month, and where the degree and the cut-off lie."""
    cells = [_counted(low, high) for low, high in axis.averages(career.counted)]
    if label:
        yield line(width, (f"{'counted':<{label}}", Ink.DIM), *merged(cells))
    else:
        yield line(width, *merged(cells))
        yield line(width, ("counted", Ink.DIM))
    marks = [" "] * axis.cells
    legend = []
    for day, sign, word in (
        (career.degree, _DEGREE, "degree"),
        (career.cut_off, _CUT_OFF, "cut-off"),
    ):
        if day is not None:
            marks[axis.cell(day)] = sign
            legend.append(f"{sign} {word} {day}")
    if any(_UNSURE in cells for bar in career.bars for cells, _ in _bar(bar, axis)):
        legend.append(f"{_UNSURE} dates not exact")
    if legend:
        yield line(width, ("".join(marks), Ink.ACCENT), indent=label)
        for part in _packed(legend, width - label):
            yield line(width, (part, Ink.FAINT), indent=label)


def _counted(low: Fraction, high: Fraction) -> Piece:
    """Return the cell for months that count between `low` and `high` on average."""
    if high <= 0:
        return _TRACK, Ink.RULE
    if low <= 0:
        return _UNSURE, Ink.DIM
    return _HEIGHTS[min(6, max(1, round(low * 7) - 1))], Ink.ACCENT


def _sums(career: Career, width: int) -> Iterator[Line]:
    """Yield the months under the vacancy's policy with the exact fraction, then all policies side by side."""
    chosen = next((one for one in career.sums if one.policy == career.policy), None)
    if chosen is not None:
        said = f"{months(chosen.low, chosen.high)} months"
        exact = str(chosen.low) if chosen.low == chosen.high else f"{chosen.low} to {chosen.high}"
        yield line(width)
        yield line(width, (said, Ink.STRONG), (f"  counted by {chosen.policy}", Ink.DIM))
        yield from text(width, f"exactly {exact}", Ink.DIM)
    if len(career.sums) < _SEVERAL:
        return
    cells = [(one.policy, months(one.low, one.high), one is chosen) for one in career.sums]
    yield line(width)
    if sum(max(width_of(name), width_of(value)) for name, value, _ in cells) + 3 * len(cells) <= width:
        sizes = [max(width_of(name), width_of(value)) + 3 for name, value, _ in cells]
        yield line(width, *((f"{cell[0]:<{size}}", Ink.DIM) for cell, size in zip(cells, sizes, strict=True)))
        yield line(
            width,
            *(
                (f"{value:<{size}}", Ink.STRONG if own else Ink.TEXT)
                for (_, value, own), size in zip(cells, sizes, strict=True)
            ),
        )
        return
    column = max(width_of(name) for name, _, _ in cells) + 2
    for name, value, own in cells:
        yield line(width, (f"{name:<{column}}", Ink.DIM), (value, Ink.STRONG if own else Ink.TEXT))


_SEVERAL: Final = 2


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

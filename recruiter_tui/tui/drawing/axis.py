"""A time axis of a number of cells: which cell a day falls into, and how much of a cell a period covers."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

_STEPS: Final = (1, 2, 5, 10, 20, 50, 100)
_LABEL: Final = 6
"""Cells that a year's label needs, with the space after it."""


@dataclass(frozen=True, slots=True)
class Axis:
    """Days from `start` up to, but not including, `stop` (ordinals) on `cells` cells."""

    start: int
    stop: int
    cells: int

    @classmethod
    def holding(cls, days: Sequence[dt.date], cells: int) -> Axis:
        """Return the axis from the first day's New Year to just after the last day."""
        first, last = min(days), max(days)
        return cls(dt.date(first.year, 1, 1).toordinal(), last.toordinal() + 1, cells)

    def cell(self, day: dt.date) -> int:
        """Return the cell that holds the day; the nearest one for a day beyond the ends."""
        at = (day.toordinal() - self.start) * self.cells // (self.stop - self.start)
        return min(self.cells - 1, max(0, at))

    def covered(self, cell: int, first: dt.date, last: dt.date) -> Fraction:
        """Return the share of the cell that lies between two days, both included."""
        size = Fraction(self.stop - self.start, self.cells)
        begin, end = self.start + cell * size, self.start + (cell + 1) * size
        inside = min(end, Fraction(last.toordinal() + 1)) - max(begin, Fraction(first.toordinal()))
        return max(Fraction(0), inside / size)

    def averages(
        self, months: Mapping[tuple[int, int], tuple[Fraction, Fraction]]
    ) -> Iterator[tuple[Fraction, Fraction]]:
        """Yield for each cell the mean of the months that begin in it, or of the one that it lies in."""
        for cell in range(self.cells):
            inside = [months.get(month, (Fraction(0), Fraction(0))) for month in self._months(cell)]
            yield (
                sum((low for low, _ in inside), Fraction(0)) / len(inside),
                sum((high for _, high in inside), Fraction(0)) / len(inside),
            )

    def labels(self) -> str:
        """Return the row of years: as many as fit, each beginning in its cell."""
        first, last = (dt.date.fromordinal(day).year for day in (self.start, self.stop - 1))
        wanted = max(1, self.cells // _LABEL)
        step = next((step for step in _STEPS if (last - first) // step + 1 <= wanted), last - first + 1)
        row = ""
        for year in range(first + -first % step, last + 1, step):
            at = self.cell(dt.date(year, 1, 1))
            if at >= len(row) and at + 4 <= self.cells:
                row = f"{row:<{at}}{year}"
        return row

    def _months(self, cell: int) -> list[tuple[int, int]]:
        """Return the months that the cell touches, at least one."""
        length = self.stop - self.start
        first = dt.date.fromordinal(self.start + cell * length // self.cells)
        last = dt.date.fromordinal(max(first.toordinal(), self.start + (cell + 1) * length // self.cells - 1))
        begin, end = first.year * 12 + first.month - 1, last.year * 12 + last.month - 1
        return [divmod_month(number) for number in range(begin, end + 1)]


def divmod_month(number: int) -> tuple[int, int]:
    """Return a month's year and number (1 to 12) from its count since year 0."""
    year, month = divmod(number, 12)
    return year, month + 1

"""A time axis of a number of cells: where a moment lies on it, and how much of a cell a stretch covers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from recruiter_tui.domain.months import UNIT, Stretch

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

_YEAR: Final = 12 * UNIT
_STEPS: Final = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)
_LABEL: Final = 6
"""Cells that a year's label needs, with the space after it."""


def position(day: dt.date) -> int:
    """Return where a day begins, in UNITs of a month; near enough for drawing."""
    return (day.year * 12 + day.month - 1) * UNIT + (day.day - 1) * (UNIT // 31)


@dataclass(frozen=True, slots=True)
class Axis:
    """The time from `start` to `stop`, in UNITs of a month, on `cells` cells."""

    start: int
    stop: int
    cells: int

    @classmethod
    def holding(cls, places: Sequence[int], cells: int) -> Axis:
        """Return the axis from the New Year before the first place to the last one."""
        first = min(places) // _YEAR * _YEAR
        return cls(first, max(*places, first + UNIT), cells)

    def cell(self, place: int) -> int:
        """Return the cell that holds the place; the nearest one for a place beyond the ends."""
        at = (place - self.start) * self.cells // (self.stop - self.start)
        return min(self.cells - 1, max(0, at))

    def stretch(self, cell: int) -> tuple[float, float]:
        """Return from where to where a cell reaches."""
        size = (self.stop - self.start) / self.cells
        return self.start + cell * size, self.start + (cell + 1) * size

    def covered(self, cell: int, stretch: Stretch | None) -> float:
        """Return the share of the cell that lies within the stretch; for drawing, so a float will do."""
        if stretch is None:
            return 0.0
        begin, end = self.stretch(cell)
        return max(0.0, min(end, stretch[1]) - max(begin, stretch[0])) / (end - begin)

    def labels(self) -> str:
        """Return the row of years: as many as fit, each beginning in its cell."""
        first, last = self.start // _YEAR, (self.stop - 1) // _YEAR
        wanted = max(1, self.cells // _LABEL)
        step = next((step for step in _STEPS if (last - first) // step + 1 <= wanted), last - first + 1)
        row = ""
        for year in range(first + -first % step, last + 1, step):
            at = self.cell(year * _YEAR)
            if (at > len(row) or not row) and at + 4 <= self.cells:
                row = f"{row:<{at}}{year:04}"
        return row

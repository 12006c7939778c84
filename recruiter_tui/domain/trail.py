"""Where somebody was: recently seen, back and forward; and how fast the work goes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

MOST: Final = 100
_PAUSE: Final = 600
"""Seconds from which a gap between two verdicts is a break and no pace."""
_LATEST: Final = 30


@dataclass(frozen=True, slots=True)
class Trail:
    """The applications that were looked at, in order, and where in them one stands."""

    keys: tuple[int, ...] = ()
    at: int = -1

    @property
    def here(self) -> int | None:
        """Return the application that one stands on."""
        return self.keys[self.at] if 0 <= self.at < len(self.keys) else None

    def visit(self, key: int) -> Trail:
        """Return the trail after another look; what lay ahead is forgotten, as in a browser."""
        if key == self.here:
            return self
        keys = (*self.keys[: self.at + 1], key)[-MOST:]
        return Trail(keys, len(keys) - 1)

    def back(self) -> Trail:
        """Return the trail one step back, or as it is at its beginning."""
        return Trail(self.keys, max(self.at - 1, min(0, self.at)))

    def forward(self) -> Trail:
        """Return the trail one step on, or as it is at its end."""
        return Trail(self.keys, min(self.at + 1, len(self.keys) - 1))

    def recent(self) -> tuple[int, ...]:
        """Return what was looked at, the latest first, each once."""
        return tuple(dict.fromkeys(reversed(self.keys)))


def pace(moments: Iterable[str]) -> float | None:
    """Return the median seconds from one verdict to the next, breaks left out; None for too few.

    `moments` are ISO 8601 in UTC, in any order; verdicts of one bulk act count once.
    """
    times = sorted({datetime.fromisoformat(moment) for moment in moments})[-_LATEST:]
    gaps = [(later - earlier).total_seconds() for earlier, later in pairwise(times)]
    kept = [gap for gap in gaps if gap <= _PAUSE]
    return median(kept) if kept else None

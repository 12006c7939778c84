"""How the work of a function grows with its input, so that a square is noticed and a slow day is not."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable

_TRIES: Final = 5
_SLACK: Final = 2.5
"""Four times the input may take ten times as long; a square takes sixteen times."""
_NOISE: Final = 0.02
"""Seconds below which a figure says more about the machine than about the function."""


def grows_linearly(run: Callable[[int], object], small: int, factor: int = 4) -> bool:
    """Tell whether `run(small * factor)` costs about `factor` times the processor time of `run(small)`.

    The cheapest of several interleaved tries counts, so that another process beside it changes nothing.
    """
    least = most = float("inf")
    for _ in range(_TRIES):
        least = min(least, _cost(run, small))
        most = min(most, _cost(run, small * factor))
        if most <= least * factor * _SLACK + _NOISE:
            return True
    return False


def _cost(run: Callable[[int], object], size: int) -> float:
    begin = time.process_time()
    run(size)
    return time.process_time() - begin

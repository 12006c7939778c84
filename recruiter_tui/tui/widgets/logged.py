"""When something was done and by whom: the first columns of the journal and of timelines."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from recruiter_tui.tui.drawing.names import minute
from recruiter_tui.tui.signs import Ink
from recruiter_tui.tui.text import fit, safe

if TYPE_CHECKING:
    import datetime as dt

    from recruiter_tui.tui.widgets.lines import Run

_WHEN: Final = 17
_WHO: Final = 14
_ROOMY: Final = 59
"""Cells from which it is said who did it; in a narrower line what was done has its room."""


def logged_head(width: int) -> Run:
    """Return the columns' names for a line of `width` cells."""
    return _columns("When", "Who", width)


def logged(at: dt.datetime, by: str, width: int) -> Run:
    """Return the columns for a line of `width` cells."""
    return _columns(minute(at), safe(by), width)


def _columns(when: str, who: str, width: int) -> Run:
    beside = f"{fit(who, _WHO)}  " if width >= _ROOMY else ""
    return f"  {fit(when, _WHEN)}  {beside}", Ink.DIM

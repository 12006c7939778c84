"""A first pass as a test sees it: `await first_pass(desk).on("Amina").press("s").sees("2 of 6")`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from recruiter_tui.tui.screens.first_pass import FirstPassScreen

if TYPE_CHECKING:
    from tests.tui.desk import Desk

CV = """{name}

Work experience
Border Officer, An Agency, Tunis
2012 - 2020
- Trained forty guards in reading travel documents.

Languages
English: fluent
"""


def room(desk: Desk) -> FirstPassScreen:
    """Return the screen of the pass, also below a dialog."""
    return next(one for one in desk.app.screen_stack if isinstance(one, FirstPassScreen))


def who(desk: Desk) -> str:
    """Return who is in hand; nobody at the end."""
    row = room(desk).row
    return row.name if row is not None else ""


def start(desk: Desk) -> Desk:
    """Open a first pass over everybody."""
    return desk.browse().press("p").sees("First pass", "open")

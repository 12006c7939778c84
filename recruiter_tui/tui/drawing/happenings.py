"""One happening of a timeline: in a line, and in full."""

from __future__ import annotations

from typing import TYPE_CHECKING

from recruiter_tui.tui.drawing.blocks import text
from recruiter_tui.tui.drawing.cells import plain
from recruiter_tui.tui.drawing.line import Line, Piece, line
from recruiter_tui.tui.drawing.names import when
from recruiter_tui.tui.signs import Ink
from recruiter_tui.tui.text import safe

if TYPE_CHECKING:
    from collections.abc import Iterator

    from recruiter_tui.services.happenings import Happening


def told(one: Happening) -> str:
    """Return what happened in a line: what it changed here, else what the act said."""
    return safe((one.change or one.summary).replace(" -> ", " → "))


def happening_lines(one: Happening, where: str, width: int) -> Iterator[Line]:
    """Yield who did what and when, then all of it; `where` names the vacancy, nothing leaves it out."""
    head: list[Piece] = [(plain(one.by), Ink.STRONG), (f"  {when(one.at)}", Ink.DIM)]
    if where:
        head.append((f"  {plain(where)}", Ink.DIM))
    taken_back: list[Piece] = [("taken back", Ink.OPEN)] if one.undone else []
    yield line(width, *head, right=[*taken_back, (f"  entry {one.sequence}", Ink.FAINT)])
    yield from text(width, told(one), Ink.STRUCK if one.undone else Ink.TEXT)
    if one.change and one.summary:
        yield from text(width, plain(one.summary), Ink.DIM)

"""One line of a drawing: pieces of text with their styles, in exactly as many cells as asked."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from rich.cells import cell_len, set_cell_size
from textual.content import Content

from recruiter_tui.tui.signs import Ink
from recruiter_tui.tui.text import cut

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

Piece = tuple[str, Ink]
"""Clean text, and what its colour means."""

_LEAST: Final = 12
"""Cells that stay for the left side of a line before its right side is left out."""


class About(StrEnum):
    """What a line speaks of, so that keys can act on it."""

    FINDING = "finding"
    FACT = "fact"
    SECTION = "section"
    ITEM = "item"
    """Something that a notice says: a field, a criterion, a duty."""


@dataclass(frozen=True, slots=True)
class Stop:
    """A place where the cursor can rest: a finding (criterion id), a fact (its path) or a section."""

    about: About
    name: str


@dataclass(frozen=True, slots=True)
class Line:
    """One drawn line, and what it is about."""

    pieces: tuple[Piece, ...]
    stop: Stop | None = None

    @property
    def text(self) -> str:
        """Return the line without its colours."""
        return "".join(text for text, _ in self.pieces)

    @property
    def content(self) -> Content:
        """Return the line for a widget that shows content."""
        return Content.assemble(*((text, str(ink)) for text, ink in self.pieces))


def line(
    width: int,
    *pieces: Piece,
    right: Sequence[Piece] = (),
    indent: int = 0,
    stop: Stop | None = None,
) -> Line:
    """Return one line of exactly `width` cells.

    Args:
        width: Cells of the line.
        pieces: What stands on the left; cut with an ellipsis where it does not fit.
        right: What stands at the right end, left out where hardly anything else would fit.
        indent: Blanks before everything.
        stop: What the line is about.
    """
    end = sum(cell_len(text) for text, _ in right)
    if end > width - _LEAST:
        right, end = (), 0
    room = width - end - (1 if end else 0)
    shown = list(_cut_pieces([(" " * min(indent, room), Ink.TEXT), *pieces], room))
    used = sum(cell_len(text) for text, _ in shown)
    filled = [*shown, (" " * (width - end - used), Ink.TEXT), *right]
    return Line(_exactly(width, [(text, ink) for text, ink in filled if text]), stop)


def merged(pieces: Iterable[Piece]) -> list[Piece]:
    """Return neighbouring pieces of one ink as one."""
    kept: list[Piece] = []
    for text, ink in pieces:
        if kept and kept[-1][1] is ink:
            kept[-1] = (kept[-1][0] + text, ink)
        else:
            kept.append((text, ink))
    return kept


def _cut_pieces(pieces: Iterable[Piece], room: int) -> Iterable[Piece]:
    """Yield the pieces up to `room` cells; the one that crosses the end is cut."""
    for text, ink in pieces:
        size = cell_len(text)
        if size > room:
            if room > 0:
                yield cut(text, room), ink
            return
        room -= size
        yield text, ink


def _exactly(width: int, pieces: list[Piece]) -> tuple[Piece, ...]:
    """Return the pieces, or the plain text of them where characters at their seams changed the width."""
    whole = "".join(text for text, _ in pieces)
    if cell_len(whole) == width:
        return tuple(pieces)
    return ((set_cell_size(whole, width), Ink.TEXT),) if width > 0 else ()

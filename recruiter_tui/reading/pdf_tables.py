"""Tables on a PDF page: rows whose cells begin at the same places, with the lines that go on in them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from recruiter_tui.reading.pdf_pieces import SLACK

if TYPE_CHECKING:
    from collections.abc import Sequence

    from recruiter_tui.reading.pdf_pieces import Piece

_FEWEST_CELLS: Final = 3
_FEWEST_ROWS: Final = 3
_CELLS_OF_A_FORM: Final = 4
_SHARE_OF_A_FORM: Final = 0.25
_NEXT_LINE: Final = 1.42
"""Lines of a cell stand at most so many letter heights apart."""


def table_rows(lines: Sequence[Sequence[Piece]]) -> list[Sequence[Piece] | str]:
    """Return the lines of a column of text; the rows of a table as text with bars between their cells.

    A table shows by three rows or more of three cells or more that all begin at the same places.
    A line below a row with fewer cells, all at those places, is the rest of the row's cells.
    """
    out: list[Sequence[Piece] | str] = []
    at = 0
    while at < len(lines):
        stops = _stops(lines, at)
        if not stops:
            out.append(lines[at])
            at += 1
            continue
        until = at + 1
        while until < len(lines) and _goes_on(lines[until - 1], lines[until], lines[at], stops):
            until += 1
        out.append(" | ".join(_cell(lines[at:until], stops, number) for number in range(len(stops))))
        at = until
    return out


def is_of_tables(lines: Sequence[Sequence[Piece]]) -> bool:
    """Tell whether so much of a page stands in tables that no gutter parts it into columns of text."""
    within = sum(
        len(line) for at, line in enumerate(lines) if len(line) >= _CELLS_OF_A_FORM and _stops(lines, at)
    )
    return within >= _SHARE_OF_A_FORM * sum(map(len, lines)) and within > 0


def _stops(lines: Sequence[Sequence[Piece]], at: int) -> list[float]:
    """Return where the cells of a row begin, if it has fellows that begin at the same places."""
    lefts = [piece.left for piece in lines[at]]
    if len(lefts) < _FEWEST_CELLS:
        return []
    reach = lines[max(0, at - 40) : at + 40]
    fellows = sum(len(line) == len(lefts) and _at(line, lefts) for line in reach)
    return lefts if fellows >= _FEWEST_ROWS else []


def _at(line: Sequence[Piece], stops: Sequence[float]) -> bool:
    """Tell whether every piece of a line begins at one of the places."""
    return all(any(abs(piece.left - stop) <= SLACK for stop in stops) for piece in line)


def _goes_on(
    before: Sequence[Piece], line: Sequence[Piece], first: Sequence[Piece], stops: Sequence[float]
) -> bool:
    """Tell whether a line is the rest of the cells of a row above it."""
    height = max(piece.height for piece in (*before, *line))
    near = before[0].middle - line[0].middle <= _NEXT_LINE * height
    begins = abs(line[0].left - stops[0]) <= SLACK
    few = len(line) * 2 <= len(first) + 1 if begins else len(line) < len(first)
    is_heading = len(line) == 1 and line[0].text.isupper() and not first[0].text.isupper()
    return near and few and not is_heading and _at(line, stops)


def _cell(lines: Sequence[Sequence[Piece]], stops: Sequence[float], number: int) -> str:
    """Return the text of a cell, its lines joined; an address that is too long for its cell has no blank."""
    text = ""
    for line in lines:
        for piece in line:
            if abs(piece.left - stops[number]) <= SLACK:
                last = text.rpartition(" ")[2]
                text += piece.text if not text or "@" in last or "://" in last else f" {piece.text}"
    return text

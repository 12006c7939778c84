"""Rows of tables that lay a page out: a short cell beside a long one belongs to the long one's first line."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

_LONGEST: Final = 45
_MOST_LINES: Final = 3
_TWO: Final = 2


def row_text(cells: Sequence[str]) -> str:
    """Return a row's cells on one line: two are a label and its value, others stand apart by bars."""
    filled = [cell for cell in cells if cell]
    if len(cells) != _TWO or len(filled) != _TWO:
        return " | ".join(filled)
    label = filled[0].rstrip()
    if ": " in label:
        return " | ".join(filled)  # each cell has a label of its own
    return f"{label}{' ' if label.endswith(':') else ': '}{filled[1]}"


def beside(cells: Sequence[str]) -> list[str]:
    """Return a row's cells as texts to be put one below the other.

    Dates or a label beside a text of several lines are put before its first line, or behind it where they
    stand on the right.
    """
    if len(cells) == _TWO:
        left, right = cells
        if _is_short(left) and "\n" in right:
            return [f"{' '.join(left.split())} | {right}"]
        if _is_short(right) and "\n" in left:
            first, _, rest = left.partition("\n")
            return [f"{first} | {' '.join(right.split())}", rest]
    return list(cells)


def _is_short(cell: str) -> bool:
    return len(cell) <= _LONGEST and cell.count("\n") < _MOST_LINES

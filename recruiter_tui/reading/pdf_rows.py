"""The text of a PDF page in the order in which people read it: columns apart, rows from top to bottom."""

from __future__ import annotations

import re
import sys
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_MOST_LETTERS: Final = 100_000
_PARTING: Final = (0x02, 0xAD, 0xFFFE)
"""How PDFium shows the hyphen of a word that is parted at the end of a line."""
_SHARE_OF_A_COLUMN: Final = 0.2
"""A column holds at least this share of the page's pieces, each side of the gutter."""
_CROSSING: Final = 0.03
"""The share of pieces (titles, rules) that may cross the gutter."""
_GUTTER: Final = 8.0
"""Points of white between two columns."""
_FEWEST_ROWS: Final = 12
_SAME_ROW: Final = 0.5
"""Two pieces stand in one row when their middles differ by less than this share of their height."""
_WIDE_GAP: Final = 1.2
"""A gap of so many letter heights parts two pieces of a row."""


_YEAR = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")
_SHARE_OF_YEARS: Final = 0.2
_NARROW: Final = 0.6
_FEWEST_IN_A_MARGIN: Final = 3
_NEXT_LINE: Final = 1.9
"""Lines of a block stand at most so many letter heights apart."""


class Piece(NamedTuple):
    """A stretch of text with its box in points, the origin at the bottom left."""

    left: float
    bottom: float
    right: float
    top: float
    text: str

    @property
    def middle(self) -> float:
        """Return the height of the piece's middle."""
        return (self.bottom + self.top) / 2


def page_text(text_page: Any) -> str:  # noqa: ANN401 - pypdfium2 ships no types
    """Return a page's text, a line a row; wide gaps within a row are two blanks."""
    pieces = list(_pieces(text_page))
    return "\n".join(line for column in columns(pieces) for line in rows(column))


def _pieces(text_page: Any) -> Iterator[Piece]:  # noqa: ANN401 - pypdfium2 ships no types
    """Yield stretches of letters that follow one another in a row, in the order in which they were drawn."""
    from pypdfium2 import raw  # noqa: PLC0415 - the child that reads PDFs alone has it loaded

    text, box = "", (0.0, 0.0, 0.0, 0.0)
    for number in range(min(text_page.count_chars(), _MOST_LETTERS)):
        code = raw.FPDFText_GetUnicode(text_page, number)
        letter = "-" if code in _PARTING else chr(code) if code <= sys.maxunicode else ""
        if letter in "\r\n\0" or letter.isspace():
            text += " " if text and letter.isspace() else ""
            continue
        left, bottom, right, top = text_page.get_charbox(number, loose=True)
        height = max(top - bottom, 1.0)
        follows = abs(bottom - box[1]) < height / 2 and -height / 2 < left - box[2] < _WIDE_GAP * height
        if text and not follows:
            yield Piece(*box, " ".join(text.split()))
            text = ""
        box = (box[0], min(box[1], bottom), right, max(box[3], top)) if text else (left, bottom, right, top)
        text += letter
    if text:
        yield Piece(*box, " ".join(text.split()))


def columns(pieces: Sequence[Piece]) -> list[list[Piece]]:
    """Part the pieces at a gutter that runs down the page with text beside it on both sides; else keep them.

    A margin of dates and places is no column: its lines go to the row beside which they begin.
    """
    best: tuple[float, float] | None = None
    margin: float | None = None
    for edge in sorted({round(piece.left) for piece in pieces}):
        at = edge - _GUTTER / 2
        left = [piece for piece in pieces if piece.right <= at]
        right = [piece for piece in pieces if piece.left >= at]
        crossing = len(pieces) - len(left) - len(right)
        smaller = min(len(left), len(right))
        if crossing > _CROSSING * len(pieces) + 1 or smaller < _FEWEST_IN_A_MARGIN:
            continue
        if _is_margin(left, right) or _is_margin(right, left):
            margin = at if margin is None else margin
        elif smaller >= max(_SHARE_OF_A_COLUMN * len(pieces), _FEWEST_ROWS) and (
            best is None or smaller - 5 * crossing > best[0]
        ):
            best = (smaller - 5 * crossing, at)
    if margin is not None:
        return [_margin_joined(pieces, margin)]
    return [list(pieces)] if best is None else _parted(pieces, best[1])


def _parted(pieces: Sequence[Piece], at: float) -> list[list[Piece]]:
    """Return what stands above the columns, the left one and the right one."""
    above = max((piece.bottom for piece in pieces if piece.left < at < piece.right), default=None)
    head = [piece for piece in pieces if above is not None and piece.bottom >= above]
    rest = [piece for piece in pieces if above is None or piece.bottom < above]
    sides = [piece for piece in rest if piece.left < at], [piece for piece in rest if piece.left >= at]
    return [part for part in (head, *sides) if part]


def _is_margin(side: Sequence[Piece], other: Sequence[Piece]) -> bool:
    """Tell a margin from a column: it is narrow, and every few lines bear a year."""
    if _width(side) > _NARROW * _width(other):
        return False
    return sum(_YEAR.search(piece.text) is not None for piece in side) > _SHARE_OF_YEARS * len(side)


def _margin_joined(pieces: Sequence[Piece], at: float) -> list[Piece]:
    """Lift the lines of each block in the margin to the row in which the block begins."""
    sides = [p for p in pieces if p.right <= at], [p for p in pieces if p.right > at]
    narrow, wide = sorted(sides, key=_width)
    found = list(wide)
    first = before = None
    for piece in sorted(narrow, key=lambda each: -each.middle):
        height = max(piece.top - piece.bottom, 1.0)
        if first is None or before is None or before.middle - piece.middle > _NEXT_LINE * height:
            first, shift = piece, 0.0
        elif before.middle - piece.middle > height / 2:
            shift += 1.0
        before = piece
        found.append(Piece(piece.left + shift, first.bottom, piece.right + shift, first.top, piece.text))
    return found


def _width(pieces: Sequence[Piece]) -> float:
    """Return the median width of the pieces."""
    widths = sorted(piece.right - piece.left for piece in pieces)
    return widths[len(widths) // 2]


def rows(pieces: Iterable[Piece]) -> list[str]:
    """Return the rows of a column from top to bottom, each from left to right."""
    lines: list[list[Piece]] = []
    for piece in sorted(pieces, key=lambda each: -each.middle):
        height = max(piece.top - piece.bottom, 1.0)
        if lines and abs(lines[-1][0].middle - piece.middle) < _SAME_ROW * height:
            lines[-1].append(piece)
        else:
            lines.append([piece])
    return [_joined(sorted(line)) for line in lines]


def _joined(line: Sequence[Piece]) -> str:
    """Return one row as text."""
    out = line[0].text
    for before, piece in pairwise(line):
        gap = piece.left - before.right
        height = max(piece.top - piece.bottom, 1.0)
        glue = "  " if gap > _WIDE_GAP * height or gap < -height else " " if gap > height / 8 else ""
        out += glue + piece.text
    return out

"""The text of a PDF page in the order in which people read it: columns apart, rows from top to bottom."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING, Any, Final

from recruiter_tui.reading.pdf_pieces import NEXT_LINE, SLACK, TAB_GAP, Piece, pieces_of
from recruiter_tui.reading.pdf_tables import is_of_tables, table_rows
from recruiter_tui.reading.pdf_wraps import unbroken

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_SHARE_OF_A_COLUMN: Final = 0.2
"""A column holds at least this share of the page's pieces, each side of the gutter."""
_CROSSING: Final = 0.03
"""The share of pieces (titles, rules) that may cross the gutter."""
_GUTTER: Final = 8.0
"""Points of white between two columns."""
_FEWEST_ROWS: Final = 12
_FEWEST_WITH_HEADINGS: Final = 7
_SAME_ROW: Final = 0.5
"""Two pieces stand in one row when their middles differ by less than this share of their height."""

_YEAR = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")
_WAITING = re.compile(
    r"(?:[-\u2013\u2014/]|\b(?:to|until|bis|au|al?|\u00e0|at\u00e9|hasta)) *$", re.IGNORECASE
)
"""How a line ends whose period goes on in the next one."""
_DASH = re.compile(r" [-\u2013\u2014] ")
_BEGINS = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])| [-\u2013\u2014]( |$)")
_SHARE_OF_YEARS: Final = 0.3
_SHARE_OF_YEARS_IN_PROSE: Final = 0.1
_SHARE_ALIGNED: Final = 0.8
_SHARE_FLUSH: Final = 0.5
_NARROW: Final = 0.6
_CROSSING_A_MARGIN: Final = 0.1
_CROSSING_PLAIN_DATES: Final = 0.3
_LARGEST_HEAD: Final = 0.4
"""The share of pieces that may stand above two columns."""
_HEAD_ACROSS: Final = 8
"""What it weighs against a gutter that a head of several lines stands across it."""
_TALL: Final = 1.25
_FEWEST_IN_A_MARGIN: Final = 3
_FEWEST_AT_AN_EDGE: Final = 4
_MOST_CONTACTS: Final = 9
_SHARE_OF_LABELS: Final = 0.3
_CONTACT = re.compile(r"@|\+ ?[0-9][0-9 ()-]{6}")
_INDENT: Final = "    "
_INDENTED: Final = 8.0
_MOST_INDENTED: Final = 72.0
"""Points by which the rows of lists stand in; what stands in further is centred, or a column."""


def page_text(text_page: Any) -> str:  # noqa: ANN401 - pypdfium2 ships no types
    """Return a page's text, a line a row; wide gaps within a row are two blanks, cells of a table bars."""
    pieces = unbroken(pieces_of(text_page))
    parts = [pieces] if is_of_tables(lines_of(pieces)) else columns(pieces)
    return "\n\n".join("\n".join(rows(part)) for part in parts)


def columns(pieces: Sequence[Piece]) -> list[list[Piece]]:
    """Part the pieces at a gutter that runs down the page with text beside it on both sides; else keep them.

    A margin of dates and places is no column: its lines go to the row beside which they begin.
    """
    best: tuple[float, list[list[Piece]]] | None = None
    margin: tuple[list[Piece], list[Piece]] | None = None
    for edge in sorted({round(piece.left) for piece in pieces}):
        at = edge - _GUTTER / 2
        left, right, crossing = _sides(pieces, at)
        if min(len(left), len(right)) < _FEWEST_IN_A_MARGIN:
            continue
        few = len(crossing) <= _CROSSING_A_MARGIN * len(pieces) + 1
        some = len(crossing) <= _CROSSING_PLAIN_DATES * len(pieces) + 1
        if some and _is_of_dates(right, left):
            margin = margin or (right, [*left, *crossing])
        elif few and _is_margin(left, right):
            margin = margin or (left, [*right, *crossing])
        elif few and _is_margin(right, left):
            margin = margin or (right, [*left, *crossing])
        elif (parts := _parted(pieces, at)) and (best is None or parts[0] > best[0]):
            best = parts
    if best is None and (beside := _beside_contacts(pieces)):
        best = 0.0, beside
    if best is not None:
        return [part for each in best[1] for part in (columns(each) if len(each) < len(pieces) else [each])]
    return [list(pieces)] if margin is None else [_margin_joined(*margin)]


def _beside_contacts(pieces: Sequence[Piece]) -> list[list[Piece]] | None:
    """Part the few lines of address and phone that stand left of the text, below a head across both.

    They stand close together, tell a phone or an address, and no year; many lines begin right of them.
    """
    lefts = Counter(round(piece.left) for piece in pieces)
    for edge in sorted(at for at, count in lefts.items() if count >= _FEWEST_AT_AN_EDGE)[1:]:
        left, _, crossing = _sides(pieces, edge - 1)
        if not _FEWEST_IN_A_MARGIN <= len(left) <= _MOST_CONTACTS or len(crossing) > _LARGEST_HEAD * len(
            pieces
        ):
            continue
        top, bottom, start = left[0].top, left[-1].bottom, left[0].left
        left += [
            each
            for each in crossing
            if abs(each.left - start) <= SLACK and bottom - 2 * each.height < each.bottom < top
        ]
        told = " ".join(piece.text for piece in left)
        highest = max(piece.top for piece in left) - SLACK
        head = [piece for piece in pieces if piece.bottom >= highest and piece not in left]
        if (
            _CONTACT.search(told)
            and not _YEAR.search(told)
            and all(_is_above(each, left) for each in crossing if each not in left)
        ):
            rest = [piece for piece in pieces if piece not in left and piece not in head]
            return [part for part in (head, left, rest) if part]
    return None


def _is_above(piece: Piece, side: Sequence[Piece]) -> bool:
    """Tell whether a piece stands above all of a side."""
    return piece.bottom >= max(each.bottom for each in side)


def _has_headings(side: Sequence[Piece]) -> bool:
    """Tell whether some lines of a side are headings in capitals, and most are not."""
    capitals = sum(piece.text.isupper() and len(piece.text) > len("CVS") for piece in side)
    return 0 < capitals * 2 <= len(side)


def _is_labels(side: Sequence[Piece]) -> bool:
    """Tell whether a column holds the labels of the other one: the same words stand in it again and again."""
    counts = Counter(piece.text for piece in side)
    again = sum(count for text, count in counts.items() if count > 1 and text[:1].isalpha())
    return again >= _FEWEST_AT_AN_EDGE and again >= _SHARE_OF_LABELS * len(side)


def _sides(pieces: Sequence[Piece], at: float) -> tuple[list[Piece], list[Piece], list[Piece]]:
    """Return what stands left of a line down the page, right of it, and across it."""
    left = [piece for piece in pieces if piece.right <= at]
    right = [piece for piece in pieces if piece.left >= at]
    return left, right, [piece for piece in pieces if piece.left < at < piece.right]


def _parted(pieces: Sequence[Piece], at: float) -> tuple[float, list[list[Piece]]] | None:
    """Return what stands above two columns and the columns, with how well they part; None where they do not.

    The column with the largest letters comes first, as they are the name; else the left one.
    """
    crossing = sorted(_sides(pieces, at)[2], key=lambda piece: -piece.bottom)
    few = len(crossing) <= _CROSSING * len(pieces) + 1
    above = crossing[0 if few else -1].bottom if crossing else None
    head = [piece for piece in pieces if above is not None and piece.bottom >= above]
    rest = [piece for piece in pieces if above is None or piece.bottom < above]
    sides = [piece for piece in rest if piece.left < at], [piece for piece in rest if piece.left >= at]
    smaller = min(map(len, sides))
    if _is_labels(sides[0]) or (
        min(map(len, sides)) >= _FEWEST_IN_A_MARGIN and _is_of_dates(*reversed(sides))
    ):
        return None
    fewest = _FEWEST_WITH_HEADINGS if all(map(_has_headings, sides)) else _FEWEST_ROWS
    if smaller < max(_SHARE_OF_A_COLUMN * len(rest), fewest) or len(head) > _LARGEST_HEAD * len(pieces):
        return None
    tallest = max(pieces, key=lambda piece: piece.height)
    usual = median(piece.height for piece in pieces)
    swapped = tallest in sides[1] and tallest.height > _TALL * usual and tallest not in head
    ordered = reversed(sides) if swapped else sides
    return smaller - (5 * len(crossing) if few else _HEAD_ACROSS), [part for part in (head, *ordered) if part]


def _is_margin(side: Sequence[Piece], other: Sequence[Piece]) -> bool:
    """Tell a margin from a column: every few of its lines bear a year, and it is narrow or flush right."""
    years, others = (sum(_YEAR.search(p.text) is not None for p in each) for each in (side, other))
    if years <= _SHARE_OF_YEARS * len(side):
        return False
    if _width(side) <= _NARROW * _width(other):
        return max(_flush([p.left for p in side]), _flush([p.right for p in side])) > _SHARE_FLUSH
    if _flush([piece.right for piece in side]) <= _SHARE_ALIGNED:
        return False
    return others < _SHARE_OF_YEARS_IN_PROSE * len(other) or _is_beside(side, other)


def _is_of_dates(side: Sequence[Piece], other: Sequence[Piece]) -> bool:
    """Tell whether a right margin holds dates and places, flush right, each beside a row of the text."""
    years = sum(_YEAR.search(piece.text) is not None for piece in side)
    flush = _flush([piece.right for piece in side]) > _SHARE_ALIGNED
    return years > _SHARE_OF_YEARS * len(side) and flush and _is_beside(side, other)


def _is_beside(side: Sequence[Piece], other: Sequence[Piece]) -> bool:
    """Tell whether each piece of a side stands in a row of the other; columns keep their own pace."""
    heights = sorted(piece.middle for piece in other)
    return all(
        any(abs(height - piece.middle) < _SAME_ROW * piece.height / 2 for height in heights) for piece in side
    )


def _flush(edges: Sequence[float]) -> float:
    """Return the share of edges that stand one below the other."""
    usual = median(edges)
    return sum(abs(edge - usual) <= SLACK for edge in edges) / len(edges)


def _margin_joined(margin: Sequence[Piece], body: Sequence[Piece]) -> list[Piece]:
    """Lift the lines of each block in the margin to the row in which the block begins."""
    found = list(body)
    for block in _blocks(sorted(margin, key=lambda each: (-each.middle, each.left))):
        text = block[0].text
        for before, piece in pairwise(block):
            is_part = _WAITING.search(before.text) or (_DASH.search(text) and not _YEAR.search(text))
            glue = " " if is_part else "  "
            text += glue + piece.text
        found.append(block[0]._replace(text=text))
    return found


def _blocks(margin: Sequence[Piece]) -> Iterator[list[Piece]]:
    """Yield the blocks of a margin's lines: they stand close together and tell one period.

    A heading in capitals stands alone. Behind a whole period another year or a dash begins the next block,
    and where a place stands above the period the next place does.
    """
    block: list[Piece] = []
    for piece in margin:
        told = " ".join(each.text for each in block)
        if block and (
            block[-1].middle - piece.middle > NEXT_LINE * piece.height
            or (block[-1].text.isupper() and "," not in block[-1].text and not _YEAR.search(block[-1].text))
            or (_is_whole(told) and (not _YEAR.search(block[0].text) or _BEGINS.search(piece.text)))
        ):
            yield from _dated(block)
            block = []
        block.append(piece)
    yield from _dated(block)


def _dated(block: list[Piece]) -> list[list[Piece]]:
    """Return a block as a whole where it tells a year, else its lines: labels that stand beside their own."""
    return [block] if any(_YEAR.search(piece.text) for piece in block) else [[piece] for piece in block]


def _is_whole(told: str) -> bool:
    """Tell whether what a block says so far holds a year and does not wait for another."""
    return _YEAR.search(told) is not None and _WAITING.search(told) is None


def _width(pieces: Sequence[Piece]) -> float:
    """Return the median width of the pieces."""
    widths = sorted(piece.right - piece.left for piece in pieces)
    return widths[len(widths) // 2]


def rows(pieces: Iterable[Piece]) -> list[str]:
    """Return the rows of a column from top to bottom, each from left to right."""
    lines = lines_of(pieces)
    edge = min((line[0].left for line in lines), default=0.0)
    return [row if isinstance(row, str) else _joined(row, edge) for row in table_rows(lines)]


def lines_of(pieces: Iterable[Piece]) -> list[list[Piece]]:
    """Return the pieces row by row, each row from left to right."""
    lines: list[list[Piece]] = []
    for piece in sorted(pieces, key=lambda each: -each.middle):
        if lines and abs(lines[-1][0].middle - piece.middle) < _SAME_ROW * piece.height:
            lines[-1].append(piece)
        else:
            lines.append([piece])
    return [sorted(line) for line in lines]


def _joined(line: Sequence[Piece], edge: float) -> str:
    """Return one row as text; four blanks before it say that it stands in, as the points of lists do."""
    out = f"{_INDENT if _INDENTED <= line[0].left - edge <= _MOST_INDENTED else ''}{line[0].text}"
    for before, piece in pairwise(line):
        gap = piece.left - before.right
        wide = gap > TAB_GAP * piece.height or gap < -piece.height
        out += ("  " if wide else " " if gap > piece.height / 8 else "") + piece.text
    return out

"""The building blocks of a page: headings, wrapped text, quotations and labelled values."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Final

from recruiter_tui.domain.stems import WORD, stem
from recruiter_tui.domain.text import fold
from recruiter_tui.tui.drawing.cells import paragraphs, wrap
from recruiter_tui.tui.drawing.line import Line, Piece, Stop, line
from recruiter_tui.tui.signs import Ink
from recruiter_tui.tui.text import cut
from recruiter_tui.tui.text import width as width_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

LABEL: Final = 13
"""Cells of the column for labels."""
_NARROW: Final = 40
_BETWEEN: Final = " · "
_MOST_LINES: Final = 200
"""Lines that one value takes at most; a longer one is a document, not a fact."""


def label_width(width: int) -> int:
    """Return the cells of the column for signs and labels; narrow pages indent a little instead."""
    return LABEL + 1 if width >= _NARROW else 2


def heading(width: int, title: str, remark: str = "") -> Iterator[Line]:
    """Yield a section's heading: a blank line, then the title with a rule to the right end."""
    yield line(width)
    end = f" {remark}" if remark and width_of(remark) + width_of(title) + 6 <= width else ""
    rule = "─" * max(0, width - width_of(title) - 1 - width_of(end))
    yield line(width, (title, Ink.STRONG), (" " + rule, Ink.RULE), (end, Ink.DIM))


def text(
    width: int, words: str, ink: Ink = Ink.TEXT, *, indent: int = 0, stop: Stop | None = None
) -> Iterator[Line]:
    """Yield words wrapped to the page."""
    indent = min(indent, max(0, width - 8))
    for part in islice(wrap(words, width - indent), _MOST_LINES):
        yield line(width, (part, ink), indent=indent, stop=stop)


def listed(
    width: int, parts: Iterable[str], ink: Ink = Ink.TEXT, *, stop: Stop | None = None
) -> Iterator[Line]:
    """Yield parts with a dot between them; a line ends between two parts where that is possible."""
    held = ""
    for part in parts:
        if held and width_of(held) + width_of(part) + len(_BETWEEN) > width:
            yield from text(width, held, ink, stop=stop)
            held = part
        else:
            held = f"{held}{_BETWEEN}{part}" if held else part
    if held:
        yield from text(width, held, ink, stop=stop)


def long_text(width: int, words: str, terms: frozenset[str] = frozenset()) -> Iterator[Line]:
    """Yield a whole document, paragraph by paragraph, the terms lit."""
    for part in paragraphs(words, width):
        yield line(width, *lit(part, terms, Ink.TEXT))


def quotation(
    width: int,
    quote: str,
    source: str,
    *,
    indent: int,
    terms: frozenset[str] = frozenset(),
    stop: Stop | None = None,
) -> Iterator[Line]:
    """Yield a quotation with its source, the terms lit, below what it proves."""
    indent = min(indent, max(0, width - 8))
    words = f"“{quote}”"
    lines = list(islice(wrap(words, width - indent), _MOST_LINES))
    for number, part in enumerate(lines):
        pieces = lit(part, terms, Ink.DIM)
        if number == len(lines) - 1 and width_of(part) + width_of(source) + 2 <= width - indent:
            yield line(width, *pieces, (f"  {source}", Ink.FAINT), indent=indent, stop=stop)
            return
        yield line(width, *pieces, indent=indent, stop=stop)
    if source:
        yield line(width, (cut(source, width - indent), Ink.FAINT), indent=indent, stop=stop)


def labelled(
    width: int, label: str, words: str, ink: Ink = Ink.TEXT, *, stop: Stop | None = None
) -> Iterator[Line]:
    """Yield a value beside its label; on a narrow page below it where it does not fit."""
    column = label_width(width)
    if column < LABEL:
        beside = width_of(label) + 2 + width_of(words) <= width if label else False
        if beside:
            yield line(width, (label, Ink.DIM), ("  ", Ink.TEXT), (words, ink), stop=stop)
            return
        if label:
            yield line(width, (label, Ink.DIM), stop=stop)
        yield from text(width, words, ink, indent=column, stop=stop)
        return
    for number, part in enumerate(islice(wrap(words, width - column), _MOST_LINES)):
        name = cut(label, column - 1) if number == 0 else ""
        yield line(width, (name + " " * (column - width_of(name)), Ink.DIM), (part, ink), stop=stop)


def lit(words: str, terms: frozenset[str], ink: Ink) -> list[Piece]:
    """Return the words with those set apart whose stem is one of the terms."""
    if not terms:
        return [(words, ink)]
    pieces: list[Piece] = []
    at = 0
    for found in WORD.finditer(words):
        if stem(fold(found[0])) in terms:
            pieces += [(words[at : found.start()], ink), (found[0], Ink.STRONG)]
            at = found.end()
    return [piece for piece in (*pieces, (words[at:], ink)) if piece[0]]

"""Long text wrapped by terminal cells, as far as somebody looks, and data that may stand in a row."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from rich.cells import chop_cells

from recruiter_tui.domain.text import clean
from recruiter_tui.tui.text import width as width_of

if TYPE_CHECKING:
    from collections.abc import Iterator

_JOINING: Final = "\u200d\ufe0f"
"""Characters that change the width of a neighbour, so that no piece may begin or end with one."""
_WORDS = re.compile(r"\S+")


def plain(text: object) -> str:
    """Return data as one harmless line of any length that can stand beside other text."""
    return clean(str(text)).strip(_JOINING)


def wrap(text: str, cells: int) -> Iterator[str]:
    """Yield the text as lines of at most `cells` cells, broken between words where possible.

    Lazy: a long text costs what is looked at. A run of white space counts as one blank.
    """
    line, used = "", 0
    for found in _WORDS.finditer(text):
        for word in _broken(found.group(), cells):
            size = width_of(word)
            if line and used + 1 + size > cells:
                yield line
                line, used = word, size
            elif line:
                line, used = f"{line} {word}", used + 1 + size
            else:
                line, used = word, size
    if line:
        yield line


def paragraphs(text: str, cells: int) -> Iterator[str]:
    """Yield a text of several lines, each of them wrapped; at most one blank line in a row."""
    gap = started = False
    for paragraph in text.split("\n"):
        empty = True
        for line in wrap(paragraph, cells):
            if gap and started:
                yield ""
            yield line
            gap, started, empty = False, True, False
        gap = gap or empty


def _broken(word: str, cells: int) -> list[str]:
    """Return the word, in pieces where it is wider than a line."""
    if len(word) <= cells // 2 or width_of(word) <= cells:
        return [word.strip(_JOINING)]
    pieces = (piece.strip(_JOINING) for piece in chop_cells(word, max(cells, 1)))
    return [piece if width_of(piece) <= cells else "…" for piece in pieces if piece]

"""The one door from data to the screen: text becomes Content without markup, or cells of a known width."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Literal

from rich.cells import cell_len, split_graphemes
from textual.content import Content

if TYPE_CHECKING:
    from collections.abc import Iterable

Part = str | Content | tuple[str, str]
"""A piece of a line: text, ready content, or text with an ink."""

LONGEST_LINE = 2_000
"""Characters of one line that can ever be shown; longer data is cut before it is measured."""


def safe(text: str | None) -> str:
    """Return `text` as one clean line for painters; None becomes nothing."""
    if not text:
        return ""
    if len(text) > LONGEST_LINE:
        text = text[:LONGEST_LINE]
    if text.isascii() and text.isprintable():
        return text
    return _clean_line(text)


def _clean(text: str, *, multiline: bool = False) -> str:
    """Pass the text gate, which is loaded when the first text needs it: the first picture has only ASCII."""
    from recruiter_tui.domain.text import clean

    return clean(text, multiline=multiline)


@lru_cache(maxsize=8192)
def _clean_line(text: str) -> str:
    return _clean(text)


def content(text: str | Content | None, ink: str = "", *, multiline: bool = False) -> Content:
    """Return `text` as content that shows every character as it stands; content passes as it is."""
    if isinstance(text, Content):
        return text
    shown = _clean(text or "", multiline=multiline)
    return Content.styled(shown, ink) if ink else Content(shown)


def joined(*parts: Part, separator: str = "") -> Content:
    """Join parts into one line of content; every string among them passes the door."""
    pieces = [_piece(part) for part in parts]
    return Content(separator).join(pieces) if separator else Content("").join(pieces)


def stacked(lines: Iterable[Part]) -> Content:
    """Put lines of content under one another."""
    return Content("\n").join(_piece(line) for line in lines)


def _piece(part: Part) -> Content:
    if isinstance(part, Content):
        return part
    text, ink = part if isinstance(part, tuple) else (part, "")
    # Blanks at the ends are the author's spacing; `clean` would take them away.
    head, tail = text[: len(text) - len(text.lstrip(" "))], text[len(text.rstrip(" ")) :]
    if len(head) == len(text):
        tail = ""
    shown = head + _clean(text) + tail
    return Content.styled(shown, ink) if ink else Content(shown)


def width(text: str) -> int:
    """Return how many cells `text` takes on the terminal."""
    return cell_len(text)


def cut(text: str, cells: int) -> str:
    """Return `text` in at most `cells` cells, with an ellipsis where something is missing."""
    if len(text) <= cells and text.isascii():
        return text
    if cells <= 0:
        return ""
    return text if cell_len(text) <= cells else _head(text, cells - 1) + "…"


def fit(text: str, cells: int, align: Literal["left", "right"] = "left") -> str:
    """Return `text` in exactly `cells` cells, cut with an ellipsis or padded with blanks."""
    if text.isascii():
        shown = text if len(text) <= cells else cut(text, cells)
        return (
            shown.rjust(cells)
            if align == "right" and shown.isascii()
            else shown + " " * (cells - cell_len(shown))
        )
    shown = cut(text, cells)
    blank = " " * (cells - cell_len(shown))
    return blank + shown if align == "right" else shown + blank


def counted(number: int, one: str, several: str = "") -> str:
    """Return how many there are of something: `1 job`, `1,200 jobs`, `2 criteria`."""
    return f"{number:,} {one if number == 1 else several or f'{one}s'}"


def wrapped(text: str, cells: int) -> list[str]:
    """Break `text` into lines of at most `cells` cells, between words where that is possible."""
    cells = max(1, cells)
    lines: list[str] = []
    for paragraph in text.split("\n"):
        line, room = "", cells
        for word in paragraph.split():
            rest = word
            while cell_len(rest) > cells:
                if line:
                    lines.append(line)
                    line = ""
                start = _head(rest, cells) or rest[0]
                lines.append(start)
                rest = rest[len(start) :]
            taken = cell_len(rest)
            if line and taken + 1 > room:
                lines.append(line)
                line = ""
            if not line:
                line, room = rest, cells - taken
            else:
                line, room = f"{line} {rest}", room - taken - 1
        lines.append(line)
    return lines


def _head(text: str, cells: int) -> str:
    """Return the longest start of `text` in `cells` cells that splits no grapheme."""
    if cells <= 0:
        return ""
    spans, _total = split_graphemes(text[: 8 * cells + 64])
    taken = end = 0
    for _start, stop, size in spans:
        if taken + size > cells:
            break
        taken, end = taken + size, stop
    return text[:end]

"""A document laid out for reading: repaired text in lines, each knowing what it is and where it stands."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from recruiter_tui.domain.errors import Unreadable
from recruiter_tui.reading.text import Repaired, repair

if TYPE_CHECKING:
    from collections.abc import Sequence

    from recruiter_tui.domain.stated import Span

_ITEM = re.compile(
    r"\s{0,40}(?:[-*\u2022\u00b7\u25cf\u25aa\u25e6\u2023\u2013\u2014\uf0b7]|\(?[a-z0-9]{1,2}[.)])\s"
)
_RULE = re.compile(r"\s*[-=_*#~]{3,}\s*")
_CAPITAL = re.compile(r"^[^\w\n]{0,8}[^\W\d_]|(?<=[.!?:;,/(] )[^\W\d_]", re.MULTILINE)
_MARKDOWN_HEADING = re.compile(r"#{1,6}\s")
MOST_CHARACTERS = 300_000
"""The length of text above which a file is refused; the longest notices have a tenth of it."""
MOST_LINES = 10_000
_WRAPPED_AT = 50
_SHORTEST_WRAP = 45
_WRAP_SHARE = 0.35


class Zone(StrEnum):
    """Which part of a page a line belongs to."""

    NOTICE = "notice"
    PAGE = "page"
    """The page around the notice: menus, side lists, tags; labels there are heard last."""
    ASIDE = "aside"
    """What belongs to the container alone, for instance a record's own id: nothing is read from it."""


class Make(StrEnum):
    """What a line is."""

    TEXT = "text"
    ITEM = "item"
    HEADING = "heading"
    CELL = "cell"


@dataclass(frozen=True, slots=True)
class Line:
    """A line (or a paragraph that had been wrapped) of a sheet: `sheet.text[start:end]`, trimmed."""

    start: int
    end: int
    make: Make = Make.TEXT
    zone: Zone = Zone.NOTICE
    apart: bool = False
    """Whether a blank line stands before it."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """What the field readers read; offsets are of `text`, and `source_span` leads back into `raw`."""

    raw: str
    text: str
    lines: tuple[Line, ...]
    layout: str
    repaired: Repaired
    language: str | None = None
    organisation: str | None = None
    """An organisation that the container names outside the text, for instance a site's own name."""
    cased: bool = True
    """Whether the source has capitals; where it has none, `text` was given those of sentences and values."""

    def source_span(self, start: int, end: int) -> Span:
        """Return the range of `raw` that `text[start:end]` was read from."""
        return self.repaired.span(start, end)

    def of(self, line: Line) -> str:
        """Return a line's text."""
        return self.text[line.start : line.end]


def lay_out(raw: str, layout: str, hints: Sequence[tuple[Make, Zone]] | None = None) -> Sheet:
    """Return the sheet of a decoded or extracted text; `hints` say for each raw line what it is."""
    if len(raw) > MOST_CHARACTERS:
        message = f"the text is {len(raw):,} characters long, which no notice is"
        raise Unreadable(message, "save the notice alone, without what stands around it")
    if raw.count("\n") > MOST_LINES:
        message = f"the text has more than {MOST_LINES:,} lines, which no notice has"
        raise Unreadable(message, "save the notice alone, without what stands around it")
    repaired = repair(raw)
    cased = repaired.text != repaired.text.lower()
    text = repaired.text if cased else _CAPITAL.sub(_capitalised, repaired.text)
    lines = tuple(_hinted(text, hints) if hints is not None else _plain(text))
    return Sheet(raw, text, lines, layout, repaired, cased=cased)


def _capitalised(match: re.Match[str]) -> str:
    """Return a letter as a capital, its neighbours unchanged; no letter may become two."""
    upper = match[0].upper()
    return upper if len(upper) == len(match[0]) else match[0]


def _hinted(text: str, hints: Sequence[tuple[Make, Zone]]) -> list[Line]:
    found, offset, apart = [], 0, False
    for number, raw in enumerate(text.split("\n")):
        make, zone = hints[number] if number < len(hints) else (Make.TEXT, Zone.NOTICE)
        if body := raw.strip():
            start = offset + raw.index(body[0])
            found.append(Line(start, start + len(body), make, zone, apart))
        apart = not body
        offset += len(raw) + 1
    return found


def _plain(text: str) -> list[Line]:
    """Return the lines of plain text; where the text is hard-wrapped, the lines of a paragraph become one."""
    found: list[Line] = []
    offset, apart = 0, True
    for raw in text.split("\n"):
        body = raw.strip()
        if body and not _RULE.fullmatch(raw):
            start = offset + len(raw) - len(raw.lstrip())
            found.append(Line(start, start + len(body), _make(raw, body), Zone.NOTICE, apart))
        apart = not body or _RULE.fullmatch(raw) is not None
        offset += len(raw) + 1
    return _unwrapped(text, found) if _is_wrapped(found) else found


def _make(raw: str, body: str) -> Make:
    if _MARKDOWN_HEADING.match(body):
        return Make.HEADING
    return Make.ITEM if _ITEM.match(raw) else Make.TEXT


def _is_wrapped(lines: list[Line]) -> bool:
    """Tell whether a text was wrapped by hand: many lines end short of one common width."""
    widths = sorted(line.end - line.start for line in lines)
    if len(widths) < 8:  # noqa: PLR2004  (too few lines to tell)
        return False
    limit = widths[int(len(widths) * 0.97)]
    near = sum(limit - 22 <= width <= limit for width in widths)
    return _WRAPPED_AT < limit <= 100 and near >= _WRAP_SHARE * len(widths)  # noqa: PLR2004  (a page's width in letters)


def _unwrapped(text: str, lines: list[Line]) -> list[Line]:
    """Join a line to the one before where that one was full and this one starts nothing of its own."""
    joined: list[Line] = []
    width = 0
    for line in lines:
        body = text[line.start : line.end]
        if (
            joined
            and not line.apart
            and line.make is Make.TEXT
            and joined[-1].make is not Make.HEADING
            and width >= _SHORTEST_WRAP
            and not _starts_anew(body)
            and not (body[:1].isupper() and text[joined[-1].end - 1] in ".!?")
        ):
            last = joined[-1]
            joined[-1] = Line(last.start, line.end, last.make, last.zone, last.apart)
        else:
            joined.append(line)
        width = line.end - line.start
    return joined


def _starts_anew(body: str) -> bool:
    """Tell whether a line opens with a label of its own, in capitals (`DURATION:`) or short."""
    head, colon, _ = body[:60].partition(":")
    return bool(colon) and (head.isupper() or (head[:1].isupper() and head.count(" ") <= 3))  # noqa: PLR2004  (a label's length)

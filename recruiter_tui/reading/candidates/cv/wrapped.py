# ruff: noqa: RUF001 - dashes that look alike are what people separate with
"""Lines that belong together: names that go on in the next line, and periods that a narrow column parts."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from recruiter_tui.domain.stated import Span
from recruiter_tui.reading.candidates.cv.lines import WRAPPED
from recruiter_tui.reading.candidates.cv.periods import DATE, UNTIL_NOW

if TYPE_CHECKING:
    from recruiter_tui.reading.candidates.cv.lines import Line

_UNFINISHED = re.compile(r"(?:,| (?:of|and|the|for|de|du|des|la|le|et|y|e|do|da|dos|del|para|pour|to|at|&))$")
_BEGUN = re.compile(rf"({DATE.pattern} ?[-–—]) {{2,}}(?=\S)")
_ENDED = re.compile(rf"({DATE.pattern}|{UNTIL_NOW})(?: {{2,}}(?=\S)|$)")


def unwrapped(lines: list[Line]) -> list[Line]:
    """Return the lines with what was parted put together again; the places stay those of the source."""
    for line, after in pairwise(lines):
        if (
            line.is_blank
            or after.is_blank
            or line.is_bullet
            or after.is_bullet
            or line.goes_on
            or after.depth
        ):
            continue
        begun, ended = _BEGUN.match(line.plain), _ENDED.match(after.plain)
        if begun and ended:
            _put_end(line, after, begun.end(1), ended.end(1))
        elif (
            len(line.text) >= WRAPPED and _UNFINISHED.search(line.plain) and len(after.text) < len(line.text)
        ):
            after.text, after.plain = f"{line.text} {after.text}", f"{line.plain} {after.plain}"
            after.span = Span(line.span.start, after.span.end)
            _empty(line)
    return lines


def _put_end(line: Line, after: Line, at: int, end: int) -> None:
    """Move the end of a period from the line below to its beginning."""
    line.text = f"{line.text[:at]} {after.text[:end]}  {line.text[at:].lstrip()}"
    line.plain = f"{line.plain[:at]} {after.plain[:end]}  {line.plain[at:].lstrip()}"
    line.span = Span(line.span.start, after.span.start + end)
    after.text, after.plain = after.text[end:].lstrip(), after.plain[end:].lstrip()
    if not after.text:
        _empty(after)


def _empty(line: Line) -> None:
    line.text = line.plain = ""
    line.is_blank = True

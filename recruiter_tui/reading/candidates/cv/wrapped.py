# ruff: noqa: RUF001 - dashes that look alike are what people separate with
"""Lines that belong together: names that go on in the next line, and periods that a narrow column parts."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from recruiter_tui.domain.stated import Span
from recruiter_tui.reading.candidates import degree_words
from recruiter_tui.reading.candidates.cv.job_parts import has_title
from recruiter_tui.reading.candidates.cv.lines import WRAPPED
from recruiter_tui.reading.candidates.cv.periods import DATE, UNTIL_NOW
from recruiter_tui.reading.candidates.dates import partial_date

if TYPE_CHECKING:
    from recruiter_tui.reading.candidates.cv.lines import Line

_UNFINISHED = re.compile(r"(?:,| (?:of|and|the|for|de|du|des|la|le|et|y|e|do|da|dos|del|para|pour|to|at|&))$")
_BEGUN = re.compile(rf"({DATE.pattern} ?[-–—]) {{2,}}(?=\S)")
_LED = re.compile(rf"({DATE.pattern}) {{2,}}(?=\S)")
_ENDED = re.compile(rf"({DATE.pattern}|{UNTIL_NOW})(?: {{2,}}(?=\S)|$)")


def unwrapped(lines: list[Line]) -> list[Line]:
    """Return the lines with what was parted put together again; the places stay those of the source."""
    _put_stacked(lines)
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


def _put_stacked(lines: list[Line]) -> None:
    """Put the ends of periods beside their beginnings that stand above them: `2019  Nurse`, `2021  Clinic`.

    They do so where two lines or more of a CV are paired like this, and few of those that begin with a date
    are not.
    """
    led = sum(_LED.match(line.plain) is not None for line in lines)
    pairs = [
        (line, after, first, second)
        for line, after in pairwise(lines)
        if (first := _LED.match(line.plain))
        and (second := _ENDED.match(after.plain))
        and _is_pair(line, after, first, second)
    ]
    if len(pairs) < len(("job", "degree")) or 3 * len(pairs) < led:
        return
    for line, after, first, second in pairs:
        line.text = f"{line.text[: first.end(1)]} – {line.text[first.end(1) :].lstrip()}"
        line.plain = f"{line.plain[: first.end(1)]} – {line.plain[first.end(1) :].lstrip()}"
        _put_end(line, after, first.end(1) + len(" –"), second.end(1))


def _is_pair(line: Line, after: Line, first: re.Match[str], second: re.Match[str]) -> bool:
    """Tell whether the date that leads the line below ends the period of this one.

    It does where it is no date but today, or where one line names a post or degree and the other does not.
    """
    start, end = partial_date(first[1]), partial_date(second[1])
    rest, below = line.text[first.end() :], after.text[second.end() :]
    if start is None or (end is not None and end.year < start.year):
        return False
    return end is None or not below or _names_one(rest) != _names_one(below)


def _names_one(text: str) -> bool:
    """Tell whether a text names a post or a degree."""
    return has_title(text) or degree_words.level(text) is not None


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

"""Sections under headings in unusual words, known by what stands in them where no other heading tells."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from recruiter_tui.reading.candidates import degree_words
from recruiter_tui.reading.candidates.cv import lexicon
from recruiter_tui.reading.candidates.cv.job_parts import has, has_title, is_title, split, split_commas
from recruiter_tui.reading.candidates.cv.lexicon import Section
from recruiter_tui.reading.candidates.cv.periods import YEAR, period_in, without
from recruiter_tui.reading.candidates.cv.tongues import names_languages

if TYPE_CHECKING:
    from collections.abc import Sequence

    from recruiter_tui.reading.candidates.cv.lines import Line

_LONGEST: Final = 60
_MOST_WORDS: Final = 7
_LONGEST_ENTRY: Final = 110
_MOST_LINES: Final = 80
_FEWEST_LANGUAGES: Final = 2
_FEWEST_LETTERS: Final = 4
_TOLD: Final = (Section.LANGUAGES, Section.STUDIES, Section.WORK)


def open_told(lines: Sequence[Line], opened: list[Section | None]) -> int | None:
    """Open sections below lines that look like headings of no known words, by what stands below them.

    Only sections that no heading opens by its words are looked for: `Where life took me` may tell of work
    where nothing else does. Returns the line where work begins without any heading, if one does.
    """
    missing = [section for section in _TOLD if section not in opened]
    if not missing:
        return None
    heads = [at for at in range(1, len(lines)) if opened[at] is None and _could_head(lines, at)]
    for number, at in enumerate(heads):
        until = _end(lines, opened, heads[number + 1 :], at)
        section = _told([line for line in lines[at + 1 : until] if not line.is_blank][:_MOST_LINES])
        if section in missing:
            opened[at] = section
    return None if Section.WORK in opened else _headless_work(lines, opened)


def _headless_work(lines: Sequence[Line], opened: Sequence[Section | None]) -> int | None:
    """Return the first of several lines with a post, an employer and a period, below a blank line."""
    found = [at for at in range(1, len(lines)) if opened[at] is None and _is_whole_entry(lines[at])]
    first = next((at for at in found if lines[at - 1].is_blank), None)
    return first if first is not None and len(found) > 1 else None


def _is_whole_entry(line: Line) -> bool:
    """Tell whether a line tells post, employer and period: `Clerk, Harbour Fund, 2019 - 2021`."""
    period = None if line.is_blank or line.is_bullet else period_in(line.plain)
    if period is None or len(line.text) > _LONGEST_ENTRY or degree_words.level(line.text) is not None:
        return False
    parts = split_commas(split(without(line.text, period)))
    return len(parts) > 1 and is_title(parts[0]) and not any(map(is_title, parts[1:]))


def _could_head(lines: Sequence[Line], at: int) -> bool:
    """Tell whether a line stands apart like a heading: marked, underlined, in capitals or between blanks."""
    line = lines[at]
    words = line.text.split()
    if line.is_blank or line.is_bullet or line.goes_on or not 0 < len(words) <= _MOST_WORDS:
        return False
    if (
        len(line.text) > _LONGEST
        or any(sign.isdigit() or sign in "@|/" for sign in line.text)
        or "  " in line.text
    ):
        return False
    if line.depth:
        return True
    if has_title(line.text) or has(line.text, lexicon.ORGANISATIONS | lexicon.SCHOOLS):
        return False
    after = lines[at + 1] if at + 1 < len(lines) else None
    in_capitals = line.text.isupper() and sum(sign.isalpha() for sign in line.text) >= _FEWEST_LETTERS
    alone = lines[at - 1].is_blank and after is not None and after.is_blank
    return (after is not None and after.is_rule) or in_capitals or alone


def _end(lines: Sequence[Line], opened: Sequence[Section | None], heads: Sequence[int], at: int) -> int:
    """Return where the text below a heading ends: at one that weighs as much, or of known words."""
    depth = lines[at].depth
    weighs = (place for place in heads if not depth or 0 < lines[place].depth <= depth)
    known = (
        place for place in range(at + 1, min(len(lines), at + 3 * _MOST_LINES)) if opened[place] is not None
    )
    return min(next(weighs, len(lines)), next(known, len(lines)))


def _told(lines: Sequence[Line]) -> Section | None:
    """Return what a stretch of lines tells of, None where it is none of the three."""
    if not lines:
        return None
    spoken = [
        0 if len(line.text) > _LONGEST or YEAR.search(line.text) else names_languages(line.text)
        for line in lines
    ]
    if sum(spoken) >= _FEWEST_LANGUAGES and all(count > 0 for count in spoken):
        return Section.LANGUAGES
    dated = [period for line in lines if (period := period_in(line.plain)) is not None]
    degrees = sum(degree_words.level(line.text) is not None for line in lines if not line.is_bullet)
    posts = sum(has_title(line.text) for line in lines if not line.is_bullet)
    if degrees and dated and degrees >= posts:
        return Section.STUDIES
    return Section.WORK if posts and not degrees and any(period.is_range for period in dated) else None

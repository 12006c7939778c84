"""Which section each line of a CV stands in: headings are known by their words, others by how they look."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from recruiter_tui.domain.text import fold
from recruiter_tui.reading.candidates import degree_words
from recruiter_tui.reading.candidates.cv import lexicon
from recruiter_tui.reading.candidates.cv.headings import HEADINGS, section_named
from recruiter_tui.reading.candidates.cv.job_parts import has_title
from recruiter_tui.reading.candidates.cv.lexicon import OF_ENTRIES, Section
from recruiter_tui.reading.candidates.cv.lines import CELLS, Line, plain, unspaced
from recruiter_tui.reading.candidates.cv.periods import YEAR, period_in
from recruiter_tui.reading.candidates.cv.told_sections import open_told
from recruiter_tui.reading.candidates.cv.tongues import names_languages

if TYPE_CHECKING:
    from collections.abc import Sequence

_LONGEST_HEADING: Final = 60
_MOST_WORDS: Final = 5
_DECORATION = re.compile(r"^[^\w(+\"'¿¡]+|[^\w)\]%.!?+\"']+$")
_REMARK = re.compile(r" \([^()]{1,60}\)(?=:?$)")
_INSTRUCTED = re.compile(
    r"^([^:{}()\[\]]{3,60}?) ?:? ?[({\[]?(?:please|indicate|list|starting with|give|specify|state"
    r"|summari[sz]e|describe|provide|relevant to|veuillez|indique[rz]?|lister|citer|indicar|listar|enumere"
    r"|informe|mencione)\b[^:]*:?"
    r"(?: ?[({\[][^:]*)?$",
    re.IGNORECASE,
)
"""What forms ask for behind a heading: `Education: {List schools ...}`, `Language skills: Indicate ...`."""
_ASSIGNMENTS = re.compile(r"\b(?:assignments|missions?|mandats|misiones|missoes)\b")
_NUMBER = re.compile(r"^(?:(?:[0-9]{1,2}|[IVX]{1,4}|[A-H])[.)] ?|[0-9]{1,2} (?=[A-ZÀ-Ý]{4}))(?=[^\W\d_])")
"""Some CVs count their sections: `II. Education`, `3) Languages`."""
_NO_HEADING = re.compile(r"[0-9,|@/]|  ")
_LINES_AHEAD: Final = 3
_FEWEST_ALIKE: Final = 2


def heading_of(line: Line) -> Section | None:
    """Return the section that a line opens by its words, or None where it is no heading.

    `Work experience: 6 years` opens it too.
    """
    text = _DECORATION.sub("", line.text)
    if asked := _INSTRUCTED.match(text):
        return section_named(_NUMBER.sub("", asked[1]))
    if not text or len(text) > _LONGEST_HEADING + len(" 2019") or line.goes_on:
        return None
    text = _NUMBER.sub("", _REMARK.sub("", text))
    head, colon, rest = text.partition(":")
    if colon and rest.strip() and (len(rest.split()) > 3 or not rest.strip()[0].isdigit()):  # noqa: PLR2004 - `6 years so far`
        return None
    return section_named(unspaced(head)) or section_named(head)


def sections(lines: list[Line]) -> list[Line]:
    """Give every line its section and return the lines that carry content, blanks between them kept."""
    lines = [part for line in lines for part in _heading_parted(line)]
    opened = [None if line.is_blank or line.is_bullet else heading_of(line) for line in lines]
    for at, line in enumerate(lines):
        if line.is_bullet and not line.is_blank and _is_listed_heading(lines, at):
            opened[at] = heading_of(line)
    _open_numbered(lines, opened)
    _open_points(lines, opened)
    _close_assignments(lines, opened)
    headless = open_told(lines, opened)
    known = [line for line, section in zip(lines, opened, strict=True) if section is not None]
    looks = _Looks(known)
    current, depth = Section.HEAD, 0
    kept: list[Line] = []
    for at, line in enumerate(lines):
        if line.is_blank:
            kept.append(line)
            continue
        section = opened[at]
        current = Section.WORK if at == headless else current
        if section is None and current is not Section.HEAD and looks.like_heading(lines, at):
            section = Section.OTHER
        if section is Section.OTHER and all(each.is_blank for each in kept):
            section = Section.HEAD  # `Resume` above a name is the paper's title, not a summary
        if section is Section.OTHER and current in OF_ENTRIES and 0 < depth < line.depth:
            kept.append(Line("", "", line.span, is_blank=True, section=current))
            continue  # `Highlights` below a job
        if section is not None:
            current, depth = section, line.depth
            kept.append(Line("", "", line.span, is_blank=True, section=current))
            if "?" in line.text and not line.text.endswith("?"):
                line.section = current
                kept.append(line)  # the answer stands in the line of the heading
            continue
        line.section = current
        kept.append(line)
    _put_below_points(lines)
    return kept


def _heading_parted(line: Line) -> list[Line]:
    """Return a line as a heading and the rest, where a heading stands in a cell left of its section."""
    head, rest = (*CELLS.split(line.text, maxsplit=1), "")[:2]
    section = HEADINGS.get(fold(head).strip(" :")) if rest and not line.is_bullet else None
    if section is Section.LANGUAGES:
        tells = names_languages(rest) > 0
    else:
        tells = section in OF_ENTRIES and _begins_entry(rest)
    if not tells:
        return [line]
    return [replace(line, text=head, plain=plain(head)), replace(line, text=rest, plain=plain(rest))]


def _begins_entry(text: str) -> bool:
    """Tell whether a text tells of a job or degree: a period, a post, a degree."""
    return period_in(plain(text)) is not None or has_title(text) or degree_words.level(text) is not None


def _put_below_points(lines: Sequence[Line]) -> None:
    """Put points that stand further in below `- Languages:` into that section, and no other line."""
    indent: int | None = None
    for line in lines:
        if line.is_blank or not line.is_bullet or (indent is not None and line.indent <= indent):
            indent = None
        if indent is not None:
            line.section = Section.LANGUAGES
        elif line.is_bullet and line.text.endswith(":") and heading_of(line) is Section.LANGUAGES:
            indent = line.indent


def _is_listed_heading(lines: Sequence[Line], at: int) -> bool:
    """Tell whether a point of a list is a heading: it stands alone and is written as one."""
    text = lines[at].text
    above = at == 0 or lines[at - 1].is_blank
    below = at + 1 == len(lines) or not lines[at + 1].is_bullet
    return above and below and (text.isupper() or text.endswith(":"))


def _open_numbered(lines: Sequence[Line], opened: list[Section | None]) -> None:
    """Open the sections of a form that counts its boxes: `5. Education:`, `10. Employment record:`.

    It counts them where several numbered lines that end with a colon are headings by their words; another
    such line is then one too.
    """
    numbered = [
        (at, _numbered_heading(line))
        for at, line in enumerate(lines)
        if line.is_numbered and not line.is_blank
    ]
    asked = any(section and _INSTRUCTED.match(lines[at].text) for at, section in numbered)
    if not asked and sum(section is not None for _, section in numbered) < _FEWEST_ALIKE:
        return
    for at, section in numbered:
        if section or lines[at].text.endswith(":") or lines[at].text.isupper():
            opened[at] = section or Section.OTHER


def _numbered_heading(line: Line) -> Section | None:
    """Return the section that a counted line opens; behind its first sentence it may ask for something."""
    head, stop, _ = line.text.partition(". ")
    return heading_of(line) or (section_named(head) if stop and head.isupper() else None)


def _close_assignments(lines: Sequence[Line], opened: list[Section | None]) -> None:
    """Take lists of assignments and missions for no jobs where another heading tells of those."""
    work = [at for at, section in enumerate(opened) if section is Section.WORK]
    lists = [at for at in work if _ASSIGNMENTS.search(lines[at].plain)]
    for at in lists if len(lists) < len(work) else ():
        opened[at] = Section.OTHER


def _open_points(lines: Sequence[Line], opened: list[Section | None]) -> None:
    """Open the sections of a form whose headings are the points of one list: `- Education:` above a table.

    It is one where several points that say nothing behind their colon, and have no points below them, are
    headings by their words; other such points are then headings too.
    """
    points = [
        (at, heading_of(line))
        for at, line in enumerate(lines)
        if line.is_bullet
        and not line.is_blank
        and (line.text.endswith(":") or _INSTRUCTED.match(line.text))
        and at + 1 < len(lines)
        and not lines[at + 1].is_bullet
    ]
    if sum(section is not None for _, section in points) < _FEWEST_ALIKE:
        return
    for at, section in points:
        opened[at] = section or Section.OTHER


class _Looks:
    """How the headings that are known by their words look, so that others are known by their look."""

    def __init__(self, known: Sequence[Line]) -> None:
        depths = [line.depth for line in known if line.depth]
        self.depth = min(depths, default=0)
        self.in_capitals = sum(line.text.isupper() for line in known) >= max(
            _FEWEST_ALIKE, len(known) * 2 // 3
        )

    def like_heading(self, lines: Sequence[Line], at: int) -> bool:
        """Tell whether a line without a known word looks like a heading: marked, underlined, in capitals."""
        line = lines[at]
        if line.depth:
            return line.depth == 1 or line.depth <= self.depth
        if line.is_bullet or line.goes_on or len(line.text.split()) > _MOST_WORDS:
            return False
        if at + 1 < len(lines) and lines[at + 1].is_rule and not _NO_HEADING.search(line.text):
            return True
        if not (self.in_capitals and line.text.isupper()) or _NO_HEADING.search(line.text.strip(" :")):
            return False
        words = set(line.plain.strip(" :").split())
        if words & (lexicon.ORGANISATIONS | lexicon.SCHOOLS | lexicon.TITLES):
            return False
        ahead = [each for each in lines[at + 1 : at + 8] if not each.is_blank][:_LINES_AHEAD]
        return not any(YEAR.search(each.text) for each in ahead)

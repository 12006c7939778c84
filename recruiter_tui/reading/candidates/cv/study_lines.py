"""The lines of a section about studies: those that tell of a degree, and sentences that tell of several."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from recruiter_tui.reading.candidates import degree_words
from recruiter_tui.reading.candidates.cv.labels import label_of, study_role
from recruiter_tui.reading.candidates.cv.lexicon import Section
from recruiter_tui.reading.candidates.cv.lines import CELLS, Line, plain
from recruiter_tui.reading.candidates.cv.periods import period_in, without
from recruiter_tui.reading.candidates.cv.study_parts import has_school

if TYPE_CHECKING:
    from collections.abc import Sequence

_LONGEST: Final = 200
_DETAIL = re.compile(
    r"(?:_?(?:ph\.?d\.?|doctoral|master'?s?|m\.?sc\.?|bachelor'?s?|relevant) )?"
    r"(?:thesis|c?gpa|coursework|advisor|courses|modules|dissertation|minor|percentage|grade"
    r"|honou?rs?|award|supervisor|mention|memoire|these|tesis|subjects|major courses)\b"
)
_TELLS = re.compile(
    r"(?:i|he|she|je|j'|yo|eu)? ?(?:hold|holds|have|has|obtained|received|earned|completed"
    r"|ai obtenu|suis titulaire d'|tengo|poseo|obtuve|possuo|tenho|obtive)"
    r" (?:an?|the|my|une?|una?|uma?|el|la|le|o|a) ",
    re.IGNORECASE,
)
_AND_A = re.compile(r",? (?:and|et|y|e) (?:an?|une?|una?|uma?|my) |; |\. (?=[^\W\d_])")
_ASKS = re.compile(r"\(s\)|\b(?:obtained|awarded|obtenus?|obtenid[oa]s?|obtid[oa]s?)\b ?:?$")
"""How the second heading of a table ends that asks for degrees."""


def tells(line: Line) -> bool:
    """Tell whether a line may say something about a degree; details and points without a degree do not."""
    if line.section is not Section.STUDIES or line.is_blank or line.goes_on or len(line.text) > _LONGEST:
        return False
    cells = [study_role(label_of(cell)) for cell in CELLS.split(line.text)]
    if (
        len(cells) > 1
        and sum(role is not None for role in cells) > 1
        and ":" not in line.text
        and period_in(line.plain) is None
    ):
        return False  # the heading of a table
    label, colon, rest = line.text.partition(": ")
    if colon and _ASKS.search(plain(rest)) and study_role(label_of(label)) and period_in(line.plain) is None:
        return False
    is_labelled = study_role(label_of(line.text.partition(":")[0])) is not None and ":" in line.text
    return not _DETAIL.match(line.plain) and (not line.is_bullet or is_labelled or _is_entry(line))


def heads_degree(lines: Sequence[Line], at: int) -> bool:
    """Tell whether a point names a dated school above the degree, or a degree below the school."""
    line = lines[at]
    if line.section is not Section.STUDIES or not line.is_bullet or at + 1 >= len(lines):
        return False
    if has_school(lines[at - 1].text) and not lines[at - 1].is_bullet and degree_words.begins(line.text):
        return len(line.text) <= _LONGEST
    after = lines[at + 1]
    if after.is_bullet or after.is_blank or len(line.text) > _LONGEST:
        return False
    return (
        has_school(line.text) and period_in(line.plain) is not None and bool(degree_words.level(after.text))
    )


def told_of(line: Line) -> list[Line]:
    """Return the line, or the parts of a sentence that tells of several degrees: `I hold a ... and a ...`."""
    told = _TELLS.match(line.text)
    if told is None:
        return [line]
    parts = _AND_A.split(line.text[told.end() :].rstrip(" ."))
    return [replace(line, text=part, plain=plain(part)) for part in parts if part]


def _is_entry(line: Line) -> bool:
    """Tell whether a point of a list is an entry of its own: a degree with a school or a year."""
    period = period_in(line.plain)
    named = degree_words.level(line.text) or degree_words.level(without(line.text, period))
    return named is not None and (period is not None or has_school(line.text))

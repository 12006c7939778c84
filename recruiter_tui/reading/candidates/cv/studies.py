# ruff: noqa: RUF001 - dashes and quotation marks that look alike are what people separate with
"""Degrees in a CV: entries of the education section, found by degree words, schools and years."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from recruiter_tui.domain.dates import PartialDate
from recruiter_tui.domain.person import PRESENT, Degree, DegreeStatus
from recruiter_tui.domain.requirement import DegreeLevel
from recruiter_tui.reading.candidates import degree_words
from recruiter_tui.reading.candidates.cv import lexicon
from recruiter_tui.reading.candidates.cv.job_parts import is_place
from recruiter_tui.reading.candidates.cv.labels import label_of, study_role
from recruiter_tui.reading.candidates.cv.lines import EDGES, Line, plain, trimmed
from recruiter_tui.reading.candidates.cv.periods import Period, period_in, without
from recruiter_tui.reading.candidates.cv.study_lines import heads_degree, tells, told_of
from recruiter_tui.reading.candidates.cv.study_parts import (
    PASSED,
    has_school,
    labelled_school,
    parted,
    taken_apart,
    unlabelled,
)
from recruiter_tui.reading.candidates.words import any_of
from recruiter_tui.reference import folding

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


_STRONG = re.compile(r" ?\| ?| {2,}|\t|(?: [–—] | -{1,3} | [•·] )(?![^(]{0,60}\))")
_WEAK = re.compile(r",(?![^(]*\)) |; |: (?=[A-Z])|(?<=[^\W\d_]{3})(?<!Dipl)\. (?=[A-Z])")
_MARKS = re.compile(
    r"\b(?:c?gpa|grade|mention|percentage|promedio|media|moyenne|score)\b ?[:=]? ?[0-9][^|]*"
    r"|(?<![0-9])[0-9][.,][0-9]{1,2} ?(?:/ ?[0-9.]+)?(?: c?gpa)?\b"
    r"|\b(?:mention|with|avec) (?:tres bien|bien|distinction)\b",
    re.IGNORECASE,
)
_EXPECTED = re.compile(rf"\b(?:{any_of(lexicon.EXPECTED)})\b")
_ORDINAL = re.compile(r"[0-9]{1,2}[.)]?|[0-9]{1,3}(?:[.,][0-9]{1,2})? ?%")
"""The number of a row, or a mark."""
_GENERIC = re.compile(
    r"(?:(?:social|applied|natural) )?(?:sciences?|arts|philosophy)(?: ?\([^()]{1,12}\))?", re.IGNORECASE
)
"""What stands in a degree's name and is no field, where a field is named beside it."""
_STOP = re.compile(r"(?<=[^\W\d_]{4})\.$")
_GAP_BEHIND_COLON = re.compile(r" ?:[ \t]+")
_UNRANKED = re.compile(
    r"especiali[sz]a(?:ci[oó]n|ç[aã]o) (?:en|em)|certificat?[eo]?s? (?:in|of|en|em|professionn?el)"
    r"|dipl[oô]m[ae] (?:in|en|de|em) ",
    re.IGNORECASE,
)
"""Degrees that are a degree of no level that everybody would agree on."""
_STATE = re.compile(
    r" ?\((?:em andamento|en cours|en curso|in progress|ongoing|expected|previs|prevu|conclu|completed|obtenu"
    r"|graduated|cursando|a distance|online|part[- ]time|full[- ]time|temps partiel)[^()]{0,60}(?:\)|$)",
    re.IGNORECASE,
)
"""Remarks in brackets on how far a degree is."""
_BACHILLER = re.compile(r"bachiller en ", re.IGNORECASE)
"""What universities of some countries give after four years, and schools of others."""
_SCHOOL_ALONE = re.compile(
    r"(?![Ss][ée]rie|[Ff]ili[èe]re|[Oo]ption|[Ss]ection|[Ss]ciences?\b|[Cc]lass|[Ll]ettres|[Mm]ention)[^\W\d_a-zß-ÿ][^\W\d_]{3,}"
)
"""What stands behind a leaving certificate and is its school, where no word says so."""
_UNIT = re.compile(
    r"(?:the )?(?:facult|school|department|departamento|escola|escuela|ecole|école|institut)[^\W\d_]*\b",
    re.IGNORECASE,
)
"""How parts of a university begin that stand in a degree's name."""


@dataclass(slots=True)
class _Entry:
    """What the lines of one entry say."""

    lines: list[Line] = field(default_factory=list)
    level: DegreeLevel | None = None
    title: str = ""
    field: str = ""
    institution: str = ""
    guess: str = ""
    """A name that could be the institution's, where nothing else is."""
    is_apart: bool = False
    """Whether a blank line stands above."""
    lead: str = ""
    """Such a name above the degree, where schools stand first."""
    period: Period | None = None
    is_expected: bool = False


def studies(lines: Sequence[Line]) -> tuple[Degree, ...]:
    """Return the degrees of the education section in the order of the CV."""
    found: list[Degree] = []
    entry = _Entry()
    told = [
        replace(each, is_apart=lines[at - 1].is_blank and number == 0)
        for at, line in enumerate(lines)
        if tells(line) or heads_degree(lines, at)
        for number, part in enumerate(parted(line))
        for each in _facts(part)
    ]
    schools_first = _schools_first(told)
    for facts in told:
        if _begins_anew(entry, facts) or (schools_first and _is_next_school(entry, facts)):
            found += _degree(entry)
            entry = _Entry()
        if schools_first and facts.guess and not entry.lines:
            entry.lead = facts.guess
        _join(entry, facts)
    found += _degree(entry)
    return tuple(found)


def _facts(line: Line) -> Iterator[_Entry]:
    """Yield what a line says, more than once where a sentence tells of several degrees."""
    if named := _labelled_field(line):
        yield _Entry(field=named)
        return
    label, colon, value = line.text.partition(":")
    if colon and (level := lexicon.LEVEL_LABELS.get(label_of(label))) and not degree_words.level(value):
        yield _Entry(
            [line], level=level, title=value.strip(), field=value.strip(), period=period_in(line.plain)
        )
        return
    yield from (_of_line(part) for part in told_of(line))


def _schools_first(told: Sequence[_Entry]) -> bool:
    """Tell whether the first entry names its school above its degree."""
    for facts, after in pairwise(told):
        if facts.title or facts.period:
            return False
        if facts.institution or facts.guess:
            return bool(after.title) and not after.institution
    return False


def _is_next_school(entry: _Entry, facts: _Entry) -> bool:
    """Tell whether the name of a school stands below an entry that is whole, where schools stand first."""
    is_whole = entry.title and entry.period and (entry.institution or entry.lead)
    return bool(is_whole) and not facts.title and not facts.period and bool(facts.institution or facts.guess)


def _labelled_field(line: Line) -> str:
    """Return the field of study behind a form's label for it."""
    label, colon, value = line.text.partition(":")
    words = label_of(label)
    is_field = words in lexicon.FIELD_LABELS or study_role(words) == "field"
    return value.strip() if colon and is_field else ""


def _of_line(line: Line) -> _Entry:
    """Return what one line says about a degree."""
    text = _MARKS.sub(lambda found: " " * len(found.group()), line.text)
    period = period_in(line.plain if text == line.text else plain(text))
    entry = _Entry([line], period=period, is_expected=bool(_EXPECTED.search(line.plain)))
    text = _STATE.sub("", _GAP_BEHIND_COLON.sub(": ", without(text, period)))
    entry.institution, text = labelled_school(text)
    parts = [part for part in _STRONG.split(text) if part.strip() and not is_place(part.strip(EDGES))]
    pieces = [piece for part in parts for piece in _pieces(unlabelled(part), is_cell=len(parts) > 1)]
    pieces = [trimmed(unlabelled(piece)) for piece in pieces]
    rest: list[str] = []
    for piece in [piece for piece in pieces if piece and not _is_mark(piece)]:
        level = degree_words.level(piece)
        if (
            (level or (not entry.title and _UNRANKED.match(piece)))
            and not (entry.title and has_school(piece))
            and not (has_school(piece) and not degree_words.begins(piece))
        ):
            if not entry.title or (len(piece) > len(entry.title) and level == entry.level):
                entry.title, entry.level = piece, level
        elif has_school(piece) and not entry.institution:
            entry.institution = piece
        elif not is_place(piece):
            rest.append(piece)
    if entry.title:
        entry.title, entry.field, school = taken_apart(entry.title)
        entry.institution = entry.institution or school
        if rest and (not entry.field or _GENERIC.fullmatch(entry.field)):
            entry.field = rest.pop(0)
    if rest and _is_name(rest[0]):
        entry.guess = rest[0]
    return entry


def _pieces(part: str, *, is_cell: bool) -> list[str]:
    """Return the pieces of a part of a line; in a school's own cell what follows its name is where it is."""
    pieces = _WEAK.split(part)
    if is_cell and len(pieces) > 1 and has_school(pieces[0]) and not any(map(degree_words.level, pieces)):
        return [piece for piece in pieces if has_school(piece)]
    return pieces


def _is_mark(piece: str) -> bool:
    """Tell whether a piece is a number, or says how well a degree was passed."""
    return _ORDINAL.fullmatch(piece) is not None or PASSED.fullmatch(piece) is not None


def _is_name(text: str) -> bool:
    return text[:1].isupper() and not re.search(r"[0-9]", text) and len(text.split()) <= 8  # noqa: PLR2004 - longer is prose


def _begins_anew(entry: _Entry, facts: _Entry) -> bool:
    """Tell whether a line begins another entry: it repeats what the entry has already."""
    if entry.title and facts.title:
        return True
    if entry.institution and facts.institution and (entry.title or facts.title):
        return bool(entry.title) or not _UNIT.match(facts.institution)
    if entry.institution and facts.institution and entry.period and facts.is_apart:
        return True
    if not (entry.period and facts.period and (entry.title or entry.institution)):
        return False
    return bool(facts.title or facts.institution) or (bool(entry.title) and facts.period.is_range)


def _join(entry: _Entry, facts: _Entry) -> None:
    """Add what a line says to its entry."""
    if not (facts.title or facts.institution or facts.period):
        entry.field = entry.field or ("" if facts.lines else facts.field)
        if entry.lines and not entry.institution and not entry.guess:
            entry.guess = facts.guess
        return
    entry.lines += facts.lines
    entry.level = entry.level or facts.level
    entry.title = entry.title or facts.title
    entry.field = entry.field or facts.field
    entry.institution = entry.institution or facts.institution
    entry.guess = entry.guess or facts.guess
    entry.period = entry.period or facts.period
    entry.is_expected = entry.is_expected or facts.is_expected


def _degree(entry: _Entry) -> Iterator[Degree]:
    """Yield the degree of an entry that has a degree's name, or a school with a date."""
    level = entry.level
    if level is None and any(
        word in folding.fold(f"{entry.title} {entry.institution}") for word in lexicon.SECONDARY_SCHOOLS
    ):
        level = DegreeLevel.SECONDARY
    if (
        level is DegreeLevel.SECONDARY
        and _BACHILLER.match(entry.title)
        and "univers" in folding.fold(entry.institution)
    ):
        level = DegreeLevel.BACHELOR
    if (
        level is DegreeLevel.SECONDARY
        and not entry.institution
        and not entry.guess
        and _SCHOOL_ALONE.match(entry.field)
    ):
        entry.institution, entry.field = entry.field, ""
    if entry.title and not entry.institution:
        entry.institution = entry.lead or entry.guess
    if not (entry.title and (entry.institution or entry.period or entry.field)) and not (
        entry.institution and entry.period
    ):
        return
    until = entry.period.end if entry.period else None
    completed = until if isinstance(until, PartialDate) else None
    status = DegreeStatus.UNKNOWN
    if entry.is_expected or until == PRESENT:
        status = DegreeStatus.EXPECTED
    elif completed:
        status = DegreeStatus.COMPLETED
    yield Degree(
        level=level,
        field=entry.field or None,
        institution=_STOP.sub("", entry.institution) or None,
        completed=completed,
        status=status,
        title=entry.title or None,
        spans=tuple(line.span for line in entry.lines),
    )

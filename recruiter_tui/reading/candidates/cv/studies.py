# ruff: noqa: RUF001 - dashes and quotation marks that look alike are what people separate with
"""Degrees in a CV: entries of the education section, found by degree words, schools and years."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from recruiter_tui.domain.dates import PartialDate
from recruiter_tui.domain.person import PRESENT, Degree, DegreeStatus
from recruiter_tui.domain.requirement import DegreeLevel
from recruiter_tui.reading.candidates import degree_words
from recruiter_tui.reading.candidates.cv import lexicon
from recruiter_tui.reading.candidates.cv.jobs import is_place
from recruiter_tui.reading.candidates.cv.labels import label_of, study_role
from recruiter_tui.reading.candidates.cv.lexicon import Section
from recruiter_tui.reading.candidates.cv.lines import EDGES, Line, plain, trimmed
from recruiter_tui.reading.candidates.cv.periods import Period, period_in, without
from recruiter_tui.reading.candidates.cv.study_parts import (
    PASSED,
    has_school,
    labelled_school,
    parted,
    taken_apart,
    unlabelled,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


_LONGEST: Final = 200
_STRONG = re.compile(r" ?\| ?| {2,}|\t| [–—] | -{1,3} | [•·] ")
_WEAK = re.compile(r",(?![^(]*\)) |; |: (?=[A-Z])|(?<=[^\W\d_]{3})(?<!Dipl)\. (?=[A-Z])")
_MARKS = re.compile(
    r"\b(?:c?gpa|grade|mention|percentage|promedio|media|moyenne|score)\b ?[:=]? ?[0-9][^|]*"
    r"|(?<![0-9])[0-9][.,][0-9]{1,2} ?(?:/ ?[0-9.]+)?(?: c?gpa)?\b"
    r"|\b(?:mention|with|avec) (?:tres bien|bien|distinction)\b",
    re.IGNORECASE,
)
_DETAIL = re.compile(
    r"(?:_?(?:ph\.?d\.?|doctoral|master'?s?|m\.?sc\.?|bachelor'?s?|relevant) )?"
    r"(?:thesis|c?gpa|coursework|advisor|courses|modules|dissertation|minor|percentage|grade"
    r"|honou?rs?|award|supervisor|mention|memoire|these|tesis|subjects|major courses)\b"
)
_EXPECTED = re.compile(
    r"\b(?:" + "|".join(map(re.escape, sorted(lexicon.EXPECTED, key=len, reverse=True))) + r")\b"
)
_ORDINAL = re.compile(r"[0-9]{1,2}[.)]?|[0-9]{1,3}(?:[.,][0-9]{1,2})? ?%")
"""The number of a row, or a mark."""
_TELLS = re.compile(
    r"(?:i|he|she|je|j'|yo|eu)? ?(?:hold|holds|have|has|obtained|received|earned|completed"
    r"|ai obtenu|suis titulaire d'|tengo|poseo|obtuve|possuo|tenho|obtive)"
    r" (?:an?|the|my|une?|una?|uma?|el|la|le|o|a) ",
    re.IGNORECASE,
)
_GENERIC = re.compile(
    r"(?:(?:social|applied|natural) )?(?:sciences?|arts|philosophy)(?: ?\([^()]{1,12}\))?", re.IGNORECASE
)
"""What stands in a degree's name and is no field, where a field is named beside it."""
_STOP = re.compile(r"(?<=[^\W\d_]{4})\.$")
_AND_A = re.compile(r",? (?:and|et|y|e) (?:an?|une?|una?|uma?|my) |; |\. (?=[^\W\d_])")
_GAP_BEHIND_COLON = re.compile(r" ?:[ \t]+")
_UNRANKED = re.compile(
    r"especiali[sz]a(?:ci[oó]n|ç[aã]o) (?:en|em)|certificat?[eo]?s? (?:in|of|en|em|professionn?el)"
    r"|dipl[oô]m[ae] (?:in|en|de|em) ",
    re.IGNORECASE,
)
"""Degrees that are a degree of no level that everybody would agree on."""
_ASKS = re.compile(r"\(s\)|\b(?:obtained|awarded|obtenus?|obtenid[oa]s?|obtid[oa]s?)\b ?:?$")
"""How the second heading of a table ends that asks for degrees."""
_STATE = re.compile(
    r" ?\((?:em andamento|en cours|en curso|in progress|ongoing|expected|previs|prevu|conclu|completed|obtenu"
    r"|graduated|cursando|a distance|online|part[- ]time|full[- ]time|temps partiel)[^()]{0,60}(?:\)|$)",
    re.IGNORECASE,
)
"""Remarks in brackets on how far a degree is."""


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
    lead: str = ""
    """Such a name above the degree, where schools stand first."""
    period: Period | None = None
    is_expected: bool = False


def studies(lines: Sequence[Line]) -> tuple[Degree, ...]:
    """Return the degrees of the education section in the order of the CV."""
    found: list[Degree] = []
    entry = _Entry()
    told = [each for line in lines if _tells(line) for part in parted(line) for each in _facts(part)]
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


def _tells(line: Line) -> bool:
    """Tell whether a line may say something about a degree; details and points without a degree do not."""
    if line.section is not Section.STUDIES or line.is_blank or line.goes_on or len(line.text) > _LONGEST:
        return False
    cells = [study_role(label_of(cell)) for cell in re.split(r"\||\t| {2,}", line.text)]
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
    yield from (_of_line(part) for part in _told(line))


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


def _told(line: Line) -> list[Line]:
    """Return the line, or the parts of a sentence that tells of several degrees: `I hold a ... and a ...`."""
    told = _TELLS.match(line.text)
    if told is None:
        return [line]
    parts = _AND_A.split(line.text[told.end() :].rstrip(" ."))
    return [replace(line, text=part, plain=plain(part)) for part in parts if part]


def _is_entry(line: Line) -> bool:
    """Tell whether a point of a list is an entry of its own: a degree with a school or a year."""
    return bool(degree_words.level(line.text)) and (
        has_school(line.text) or period_in(line.plain) is not None
    )


def _of_line(line: Line) -> _Entry:
    """Return what one line says about a degree."""
    text = _MARKS.sub(lambda found: " " * len(found.group()), line.text)
    period = period_in(line.plain if text == line.text else plain(text))
    entry = _Entry([line], period=period, is_expected=bool(_EXPECTED.search(line.plain)))
    text = _STATE.sub("", _GAP_BEHIND_COLON.sub(": ", without(text, period)))
    entry.institution, text = labelled_school(text)
    pieces = [
        piece
        for part in _STRONG.split(text)
        if not is_place(part.strip(EDGES))
        for piece in _WEAK.split(unlabelled(part))
    ]
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


def _is_mark(piece: str) -> bool:
    """Tell whether a piece is a number, or says how well a degree was passed."""
    return _ORDINAL.fullmatch(piece) is not None or PASSED.fullmatch(piece) is not None


def _is_name(text: str) -> bool:
    return text[:1].isupper() and not re.search(r"[0-9]", text) and len(text.split()) <= 8  # noqa: PLR2004 - longer is prose


def _folded(text: str) -> str:
    from recruiter_tui.reference.folding import fold as words

    return words(text)


def _begins_anew(entry: _Entry, facts: _Entry) -> bool:
    """Tell whether a line begins another entry: it repeats what the entry has already."""
    if entry.title and facts.title:
        return True
    if entry.institution and facts.institution and (entry.title or facts.title):
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
        word in _folded(f"{entry.title} {entry.institution}") for word in lexicon.SECONDARY_SCHOOLS
    ):
        level = DegreeLevel.SECONDARY
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

"""The facts of a candidate as lines: degrees, languages, contacts, and what persons corrected."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from recruiter_tui.domain.blind_words import HIDDEN
from recruiter_tui.domain.person import Candidate, Degree, DegreeStatus, LanguageSkill
from recruiter_tui.domain.stated import State, Stated
from recruiter_tui.tui.drawing.blocks import labelled, text
from recruiter_tui.tui.drawing.cells import plain
from recruiter_tui.tui.drawing.line import About, Line, Stop
from recruiter_tui.tui.drawing.names import country, day, language, when
from recruiter_tui.tui.signs import Ink, person_sign

if TYPE_CHECKING:
    from collections.abc import Iterator

NOT_STATED = "not stated"


_HIDDEN: Final = "hidden"
"""What a blind vacancy keeps to itself."""


def said(fact: Stated[str], *, named: bool = False) -> str:
    """Return a fact's value in words, with the person's sign where a person corrected it.

    Args:
        fact: The value with its origin.
        named: Whether the value is a country's code, to be written out.
    """
    if fact.value is None:
        return _HIDDEN if fact.why == HIDDEN else NOT_STATED
    words = country(fact.value) if named else plain(fact.value)
    return f"{words} {person_sign()}" if fact.state is State.CORRECTED else words


def nationalities(candidate: Candidate) -> str:
    """Return the nationalities in words."""
    if any(one.why == HIDDEN for one in candidate.nationalities):
        return f"nationality {_HIDDEN}"
    return ", ".join(said(one, named=True) for one in candidate.nationalities) or "nationality not stated"


def degree_lines(candidate: Candidate, width: int) -> Iterator[Line]:
    """Yield the degrees: level beside field and school, then the date."""
    for number, degree in enumerate(candidate.degrees):
        stop = Stop(About.FACT, f"degrees/{number}")
        level = degree.level.word if degree.level else "level unclear"
        yield from labelled(width, level, _degree(degree), stop=stop)
    if not candidate.degrees:
        yield from text(width, "no degree on file", Ink.FAINT)


def language_lines(candidate: Candidate, width: int) -> Iterator[Line]:
    """Yield the languages with their levels as written."""
    for number, skill in enumerate(candidate.languages):
        stop = Stop(About.FACT, f"languages/{number}")
        yield from labelled(width, language(skill.language), _language(skill), stop=stop)
    if not candidate.languages:
        yield from text(width, "no language on file", Ink.FAINT)


def contact_lines(candidate: Candidate, width: int) -> Iterator[Line]:
    """Yield how the candidate can be reached, and where he or she lives."""
    for number, mail in enumerate(candidate.emails):
        yield from labelled(width, "e-mail", said(mail), stop=Stop(About.FACT, f"emails/{number}"))
    for number, phone in enumerate(candidate.phones):
        yield from labelled(width, "phone", said(phone), stop=Stop(About.FACT, f"phones/{number}"))
    home = said(candidate.residence, named=True)
    ink = Ink.TEXT if candidate.residence.value else Ink.FAINT
    yield from labelled(width, "lives in", home, ink, stop=Stop(About.FACT, "residence"))


def correction_lines(candidate: Candidate, width: int) -> Iterator[Line]:
    """Yield what persons corrected: the imported value beside the new one, with who and when."""
    for fact, imported, value, by, at in _corrections(candidate):
        stop = Stop(About.FACT, fact)
        yield from labelled(width, plain(fact), f"{plain(value)} {person_sign()}", stop=stop)
        yield from labelled(width, "", f"imported: {plain(imported)}", Ink.DIM, stop=stop)
        yield from labelled(width, "", f"{plain(by)}, {when(at)}", Ink.FAINT, stop=stop)


def has_corrections(candidate: Candidate) -> bool:
    """Tell whether any fact was corrected since the import."""
    return next(iter(_corrections(candidate)), None) is not None


def _corrections(candidate: Candidate) -> Iterator[tuple[str, str, str, str, str]]:
    """Yield fact, imported value, present value, person and time of every correction."""
    singles = {
        "name": candidate.name,
        "given_name": candidate.given_name,
        "family_name": candidate.family_name,
        "residence": candidate.residence,
        "gender": candidate.gender,
    }
    for path, fact in singles.items():
        if fact.state is State.CORRECTED:
            at = fact.at.isoformat() if fact.at else ""
            yield path, fact.imported or NOT_STATED, fact.value or NOT_STATED, fact.by or "", at
    for one in candidate.corrections:
        yield one.fact, one.imported or NOT_STATED, one.value or NOT_STATED, one.by, one.at


def _degree(degree: Degree) -> str:
    """Return what a degree is in, where and when it was gained."""
    parts = [plain(part) for part in (degree.field or degree.title, degree.institution) if part]
    parts.append(day(str(degree.completed)) if degree.completed else "date not stated")
    if degree.status in (DegreeStatus.EXPECTED, DegreeStatus.INCOMPLETE):
        parts.append(degree.status.value)
    return " · ".join(parts)


def _language(skill: LanguageSkill) -> str:
    """Return the level as written, the levels by skill, and what a test says."""
    parts = [plain(skill.level)] if skill.level else []
    parts += [f"{plain(name)} {plain(level)}" for name, level in skill.scale.items()]
    parts += [f"tested {plain(skill.tested)}"] if skill.tested else []
    return " · ".join(parts) or "level not stated"

"""Corrections: a person changes one fact of a candidate or application; what was imported stays beside it."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING, Any, TypeVar

from recruiter_tui.domain.errors import Refused
from recruiter_tui.domain.person import Candidate, Correction, Degree, Employment, LanguageSkill
from recruiter_tui.domain.stated import State, Stated
from recruiter_tui.domain.text import clean
from recruiter_tui.reading.candidates import facts
from recruiter_tui.reading.candidates.incoming import Unclear
from recruiter_tui.reference import degrees
from recruiter_tui.services.judging import rescreen

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from recruiter_tui.domain.application import Application
    from recruiter_tui.domain.dates import Moment
    from recruiter_tui.store.records import Line
    from recruiter_tui.store.writing import Unit

Entry = TypeVar("Entry", Employment, Degree, LanguageSkill)

_LONGEST = 2_000
_SINGLE = ("name", "given_name", "family_name", "residence", "gender")
_SEVERAL = ("emails", "phones", "nationalities")
_OF_APPLICATION = ("received", "channel", "internal")
_LISTS = ("employment", "degrees", "languages")
_NEW = "+"


def correct(unit: Unit, key: int, fact: str, value: str) -> list[Line]:
    """Correct one fact within an act; return the lines of every application that it concerns.

    Raises Refused for a path that names no fact and for a wording that means nothing certain.
    """
    [line] = unit.reader.rows([unit.row("application", key)["id"]])  # type: ignore[list-item]  # the key is a number
    [filed] = unit.reader.applicants(line.vacancy, [key])
    wording = clean(value, limit=_LONGEST)
    correcting = _Correcting(filed.application, filed.candidate, unit.act.actor, unit.act.at)
    try:
        application, candidate = correcting.done(fact, wording)
    except Unclear as unclear:
        problem = f"{fact}: {unclear.problem}"
        raise Refused(problem, unclear.remedy) from None
    _write(unit, line, application, candidate)
    concerned = unit.reader.applications_of(line.candidate)
    for one in concerned:
        unit.touch("application", one)
    rescreen(unit, concerned)
    unit.summary = f"{line.application}: {fact} corrected"
    return unit.reader.rows(concerned)


def applied(
    application: Application, candidate: Candidate, wishes: Iterable[tuple[str, str]], by: str, at: str
) -> tuple[Application, Candidate]:
    """Return application and candidate with facts corrected before they are stored: path and wording each.

    Raises Refused as `correct` does.
    """
    for fact, value in wishes:
        try:
            application, candidate = _Correcting(application, candidate, by, at).done(
                fact, clean(value, limit=_LONGEST)
            )
        except Unclear as unclear:
            problem = f"{fact}: {unclear.problem}"
            raise Refused(problem, unclear.remedy) from None
    return application, candidate


def _write(unit: Unit, line: Line, application: Application, candidate: Candidate) -> None:
    """Keep the corrected facts."""
    from recruiter_tui.store.records import application_columns

    unit.put_candidate(line.candidate, candidate)
    unit.update("application", line.key, application_columns(application))


class _Correcting:
    """One correction while it is made."""

    def __init__(self, application: Application, candidate: Candidate, by: str, at: str) -> None:
        """Begin with the facts as they stand."""
        self._application = application
        self._candidate = candidate
        self._by = by
        self._at = at

    def done(self, fact: str, value: str) -> tuple[Application, Candidate]:
        """Return application and candidate with the fact as it is now."""
        family, _, rest = fact.partition("/")
        if not rest and family in _SINGLE:
            return self._application, self._single(family, value)
        if not rest and family in _SEVERAL:
            return self._application, self._several(family, value)
        if not rest and family in _OF_APPLICATION:
            return self._of_application(family, value)
        if family in _LISTS:
            return self._application, self._entry(family, rest, value)
        raise _no_such(fact)

    def _stamp(self) -> dt.datetime:
        """Return the instant of the correction."""
        return dt.datetime.fromisoformat(self._at)

    def _noted(self, candidate: Candidate, fact: str, imported: str, value: str) -> Candidate:
        """Return the candidate with a note of what was imported; the first imported wording is kept."""
        earlier = next((one for one in candidate.corrections if one.fact == fact), None)
        first = earlier.imported if earlier else imported
        others = tuple(one for one in candidate.corrections if one.fact != fact)
        new = Correction(fact, first, value, self._by, self._at)
        return replace(candidate, corrections=(*others, new))

    def _single(self, name: str, value: str) -> Candidate:
        """Correct a fact of one value."""
        now: Stated[str] = getattr(self._candidate, name)
        read = value or None
        if value and name == "residence":
            read = facts.country(value).value
        elif value and name == "gender":
            read = facts.gender(value).value
        if name == "name" and read is None:
            problem = "nobody is without a name"
            raise Unclear(problem, "write the name as the papers give it")
        changes: dict[str, Any] = {name: now.corrected(read, self._by, self._stamp())}
        return replace(self._candidate, **changes)

    def _several(self, name: str, value: str) -> Candidate:
        """Correct a fact of several values; those that stay keep their origin."""
        now: tuple[Stated[str], ...] = getattr(self._candidate, name)
        known = {stated.value: stated for stated in now}
        wanted = [part.strip() for part in value.split(";") if part.strip()]
        if name == "nationalities":
            wanted = [facts.country(part).value or part for part in wanted]
        elif name == "phones":
            wanted = [facts.phone(part).value or part for part in wanted]
        fresh = tuple(known.get(part) or self._new(part) for part in dict.fromkeys(wanted))
        changes: dict[str, Any] = {name: fresh}
        candidate = replace(self._candidate, **changes)
        return self._noted(candidate, name, _joined(now), _joined(fresh))

    def _new(self, value: str) -> Stated[str]:
        """Return a value that nobody imported."""
        return Stated(value, State.CORRECTED, by=self._by, at=self._stamp())

    def _of_application(self, name: str, value: str) -> tuple[Application, Candidate]:
        """Correct what the source says about the application; the note lies with the person's facts."""
        now = self._application
        if name == "received":
            imported = now.received.text if now.received else ""
            moment: Moment | None = facts.moment(value) if value else None
            fresh = replace(now, received=moment)
        elif name == "internal":
            imported = {True: "yes", False: "no", None: ""}[now.internal]
            fresh = replace(now, internal=facts.yes_or_no(value))
        else:
            imported, fresh = now.channel or "", replace(now, channel=value or None)
        return fresh, self._noted(self._candidate, name, imported, value)

    def _entry(self, family: str, rest: str, value: str) -> Candidate:
        """Correct a job, degree or language: a part of it, the whole of it, or a new one at `+`."""
        entries = list(getattr(self._candidate, family))
        number, _, part = rest.partition("/")
        path = f"{family}/{rest}"
        if number == _NEW and not part:
            entries.append(self._whole(family, value))
            path, imported = f"{family}/{len(entries) - 1}", ""
        else:
            place = int(number) if number.isascii() and number.isdigit() else len(entries)
            if place >= len(entries):
                raise _no_such(path)
            entry = entries[place]
            imported = _part_of(entry, part) if part else _wording(entry)
            fresh = _PARTS[family](entry, part, value) if part else self._whole(family, value)
            entries[place] = replace(fresh, spans=entry.spans, state=State.CORRECTED)
        changes: dict[str, Any] = {family: tuple(entries)}
        candidate = replace(self._candidate, **changes)
        return self._noted(candidate, path, imported, value)

    @staticmethod
    def _whole(family: str, value: str) -> Any:  # noqa: ANN401 - a job, a degree or a language, as the family says
        """Read an entry as a cell of the program's own CSV spells it."""
        parts = [part.strip() for part in value.split("|")]
        if not any(parts):
            problem = "this is empty"
            raise Unclear(problem, "write the parts with | between them, as in the CSV")
        return replace(_WHOLE[family](parts), state=State.CORRECTED)


def _job(job: Employment, part: str, value: str) -> Employment:
    """Return a job with one part read anew."""
    readers: dict[str, Callable[[str], object]] = {
        "title": str,
        "employer": str,
        "start": facts.date,
        "end": lambda text: facts.end(text) if text else None,
        "fte": facts.share,
        "paid": lambda text: facts.paid_or_not(text) if text else None,
    }
    return _with(job, part, value, readers)


def _degree(degree: Degree, part: str, value: str) -> Degree:
    """Return a degree with one part read anew."""
    readers: dict[str, Callable[[str], object]] = {
        "level": _level,
        "title": lambda text: text or None,
        "field": lambda text: text or None,
        "institution": lambda text: text or None,
        "completed": facts.date,
        "status": lambda text: facts.degree_status(text or "unknown", None),
    }
    return _with(degree, part, value, readers)


def _language(skill: LanguageSkill, part: str, value: str) -> LanguageSkill:
    """Return a language skill with one part read anew."""
    readers: dict[str, Callable[[str], object]] = {
        "language": lambda text: facts.language([text]).language,
        "level": lambda text: text or None,
        "tested": lambda text: text or None,
    }
    return _with(skill, part, value, readers)


_PARTS: dict[str, Callable[[Any, str, str], Any]] = {
    "employment": _job,
    "degrees": _degree,
    "languages": _language,
}
_WHOLE: dict[str, Callable[[list[str]], Any]] = {
    "employment": facts.job,
    "degrees": facts.degree,
    "languages": facts.language,
}


def _with(entry: Entry, part: str, value: str, readers: dict[str, Callable[[str], object]]) -> Entry:
    """Return the entry with one part read by its reader."""
    if part not in readers:
        problem = f"there is no part {part!r}"
        raise Unclear(problem, f"the parts are {', '.join(readers)}")
    changes: dict[str, Any] = {part: readers[part](value)}
    return replace(entry, **changes)


def _level(text: str) -> object:
    """Return the level of a degree's wording."""
    found = degrees.level(text) if text else None
    if text and found is None:
        problem = "no level of education is known by this word"
        raise Unclear(problem, "write secondary, diploma, bachelor, master or doctorate")
    return found


def _part_of(entry: object, part: str) -> str:
    """Return a part of an entry as it was written down."""
    value = getattr(entry, part, None)
    word = getattr(value, "word", None)
    return str(word if word is not None else "" if value is None else value)


def _wording(entry: object) -> str:
    """Return an entry as a cell of the program's own CSV spells it."""
    names = {
        Employment: ("title", "employer", "start", "end", "fte", "paid"),
        Degree: ("level", "field", "institution", "completed"),
        LanguageSkill: ("language", "level", "tested"),
    }[type(entry)]
    parts = [_part_of(entry, name) for name in names]
    if isinstance(entry, LanguageSkill) and not entry.tested:
        parts.pop()
    return " | ".join(parts)


def _joined(values: tuple[Stated[str], ...]) -> str:
    """Return several values as one cell."""
    return "; ".join(stated.value for stated in values if stated.value)


def _no_such(fact: str) -> Unclear:
    """Return the refusal of a path that names nothing."""
    problem = f"there is no fact {fact!r}"
    names = ", ".join((*_SINGLE, *_SEVERAL, *_OF_APPLICATION))
    return Unclear(problem, f"name one of {names}, or for instance employment/0/start, degrees/+")

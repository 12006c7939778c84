"""What hangs before a vacancy that is read blind: every line, paper and hit passes it on its way to a person.

Rules, the journal and the store go on seeing everything. Whom this session has revealed is shown whole.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, Final

from recruiter_tui.domain.errors import Refused
from recruiter_tui.services.rows import vacancy_id

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from recruiter_tui.domain.blind import Crowd, Mask, Places
    from recruiter_tui.domain.query import Query
    from recruiter_tui.services.views import ApplicationRow, Dossier
    from recruiter_tui.store.reading import Reader
    from recruiter_tui.store.records import Line

SETTING: Final = "blind/V"
"""What the settings of blind vacancies begin with; the vacancy's key follows."""
PERSONAL: Final = frozenset({"name", "email", "phone", "nationality", "residence", "gender"})
"""Fields of the filter language whose answers would tell who somebody is."""
_BLIND_ORDER: Final = " blind"
"""Orders without the alphabet as their last word."""
_BY_NAME: Final = "name"
_SHORT: Final = 2
"""Letters up to which a part of a name says nothing in a number."""


@cache
def places() -> Places:
    """Return the names of countries and their people in the four languages."""
    from recruiter_tui.domain.blind import Places
    from recruiter_tui.reference import countries, languages

    return Places(countries.vocabulary(), frozenset(languages.vocabulary()))


class Curtain:
    """Hides who somebody is wherever the vacancy is read blind."""

    def __init__(self) -> None:
        """Reveal nobody yet; what is revealed is known for this session alone."""
        self.revealed: set[int] = set()

    @staticmethod
    def drawn(reader: Reader) -> frozenset[int]:
        """Return the keys of the vacancies that are read blind."""
        return frozenset(int(name.removeprefix(SETTING)) for name in reader.settings(SETTING))

    def hides(self, reader: Reader, line: Line) -> bool:
        """Tell whether a line's person is hidden."""
        return line.key not in self.revealed and line.vacancy in self.drawn(reader)

    def hidden(self, reader: Reader, lines: Iterable[Line]) -> dict[int, Line]:
        """Return the lines whose persons are hidden, by key."""
        drawn = self.drawn(reader)
        if not drawn:
            return {}
        return {line.key: line for line in lines if line.vacancy in drawn and line.key not in self.revealed}

    def rows(
        self, reader: Reader, lines: Sequence[Line], rows: Sequence[ApplicationRow], *, now: bool = False
    ) -> list[ApplicationRow]:
        """Return rows with pseudonyms in place of names; notes are masked, or left out for `now`."""
        hidden = self.hidden(reader, lines)
        if not hidden:
            return list(rows)
        return [_masked(row, reader, hidden[row.key], now=now) if row.key in hidden else row for row in rows]

    def mask(self, reader: Reader, line: Line) -> Mask | None:
        """Return what hides a line's person, None where he or she may be seen."""
        return mask_of(reader, line) if self.hides(reader, line) else None

    def candidates(self, reader: Reader) -> set[int]:
        """Return the keys of everybody whom blind vacancies hide."""
        drawn = self.drawn(reader)
        lines = (line for key in drawn for line in self.hidden(reader, reader.lines(key, "key")).values())
        return {line.candidate for line in lines}

    def refuse(self, reader: Reader, vacancy: int) -> None:
        """Raise Refused for a vacancy that is read blind, where names are what is asked about."""
        if vacancy in self.drawn(reader):
            problem = "this vacancy is read blind, and without names nobody can tell who is whom"
            raise Refused(problem, "read it with names first (B on the desk)")

    def crowd(self, reader: Reader) -> Crowd | None:
        """Return what takes all hidden people out of a sentence, None where nobody is hidden."""
        from recruiter_tui.domain.blind import Crowd

        hidden = [
            line
            for vacancy in sorted(self.drawn(reader))
            for line in self.hidden(reader, reader.lines(vacancy, "key")).values()
        ]
        return Crowd((line.name for line in hidden), places()) if hidden else None

    def dossier(self, reader: Reader, line: Line, dossier: Dossier) -> Dossier:
        """Return a dossier as it may be read."""
        if not self.hides(reader, line):
            return dossier
        [row] = self.rows(reader, [line], [dossier.row])
        return masked(dossier, row)

    def order(self, reader: Reader, vacancy: int, sort: str) -> str:
        """Return the order to ask the store for: in a blind vacancy nobody is sorted by name."""
        if vacancy not in self.drawn(reader):
            return sort
        return "key" if sort == _BY_NAME else sort + _BLIND_ORDER

    def check(self, reader: Reader, vacancy: int, query: Query) -> None:
        """Raise QueryError where a filter asks a blind vacancy for what is hidden there."""
        from recruiter_tui.domain.query import QueryError

        found = next((one for one in query.conditions if one.field.name in PERSONAL), None)
        if found is not None and vacancy in self.drawn(reader):
            hidden = found.field.name
            problem = f"{vacancy_id(vacancy)} is read blind, and {hidden} is hidden,"
            raise QueryError(problem, found.position, f"another field: {hidden} is hidden in blind reading")


def mask_of(reader: Reader, line: Line) -> Mask:
    """Return what hides the person of a line, with every wording of the name that is on file."""
    from recruiter_tui.domain.blind import Mask, pseudonym

    [one] = reader.applicants(line.vacancy, [line.key], texts=False)
    return Mask(one.candidate, pseudonym(line.key), places())


def _masked(row: ApplicationRow, reader: Reader, line: Line, *, now: bool) -> ApplicationRow:
    """Return one row without who it is; a window that is painted at once waits for no facts."""
    from recruiter_tui.domain.blind import pseudonym

    name = pseudonym(row.key)
    note = None if now else row.note
    if note is None and not row.tags and not _in_number(line):
        return replace(row, name=name, note=None)
    mask = _mask_at_once(line) if now else mask_of(reader, line)
    return replace(
        row,
        name=name,
        application=mask.text(row.application) if _in_number(line) else row.application,
        note=None if note is None else mask.text(note),
        tags=tuple(map(mask.text, row.tags)),
    )


def _in_number(line: Line) -> bool:
    """Tell whether the application's own number bears a part of the name."""
    number = line.application.casefold()
    return any(part in number for part in line.folded.split() if len(part) > _SHORT)


def _mask_at_once(line: Line) -> Mask:
    """Return what hides a person by what the line alone knows."""
    from recruiter_tui.domain.blind import Mask, pseudonym
    from recruiter_tui.domain.person import Candidate
    from recruiter_tui.domain.stated import Stated

    who = Candidate(
        name=Stated.known(line.name),
        emails=tuple(map(Stated.known, line.emails.split("\n"))) if line.emails else (),
        phones=tuple(map(Stated.known, line.phones.split("\n"))) if line.phones else (),
    )
    return Mask(who, pseudonym(line.key), places())


def masked(dossier: Dossier, row: ApplicationRow) -> Dossier:
    """Return a dossier without names, pronouns, contacts, gender, nationality, birth and age."""
    from recruiter_tui.domain.blind import Mask, pseudonym

    mask = Mask(dossier.candidate, pseudonym(dossier.row.key), places())
    verdict, application = dossier.verdict, dossier.application
    return replace(
        dossier,
        row=row,
        application=replace(application, id=row.application),
        candidate=mask.candidate(dossier.candidate),
        findings=mask.findings(dossier.findings, dossier.candidate),
        verdict=replace(verdict, note=None if verdict.note is None else mask.text(verdict.note)),
        notes=tuple(replace(note, text=mask.text(note.text)) for note in dossier.notes),
    )

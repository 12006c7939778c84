"""Blind reading: the same views without who somebody is; every reveal has a reason and a journal entry."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, Final

from recruiter_tui.domain.blind import Mask, Places, pseudonym
from recruiter_tui.domain.errors import Refused
from recruiter_tui.domain.text import clean
from recruiter_tui.services.rows import vacancy_id
from recruiter_tui.services.views import Changed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from recruiter_tui.services.candidates import Candidates
    from recruiter_tui.services.room import Room
    from recruiter_tui.services.views import ApplicationRow, Dossier
    from recruiter_tui.store.reading import Reader
    from recruiter_tui.store.store import Store
    from recruiter_tui.store.writing import Unit

_SETTING: Final = "blind/V"
_LONGEST_WHY: Final = 2_000


@cache
def places() -> Places:
    """Return the names of countries and their people in the four languages."""
    from recruiter_tui.reference import countries, languages  # noqa: PLC0415 - names cost loading

    return Places(countries.vocabulary(), frozenset(languages.vocabulary()))


class Blind:
    """The use cases of blind reading; rules and the store go on seeing everything."""

    def __init__(self, room: Room, candidates: Candidates) -> None:
        """Work on the room's store; what was revealed is known for this session alone."""
        self._room = room
        self._candidates = candidates
        self._revealed: set[int] = set()

    async def is_on(self, vacancy: str) -> bool:
        """Tell whether a vacancy is read blind."""
        return await self._room.read(
            lambda reader: reader.setting(f"{_SETTING}{reader.vacancy_key(vacancy)}") is not None
        )

    async def turn(self, vacancy: str, *, on: bool, actor: str | None = None) -> Changed:
        """Read a vacancy blind from now on, or no longer; journalled, and for everybody."""

        def work(unit: Unit) -> int:
            key = unit.reader.vacancy_key(vacancy)
            found = unit.reader.setting(f"{_SETTING}{key}")
            if on and found is None:
                unit.insert("setting", {"name": f"{_SETTING}{key}", "value": "on"})
            elif not on and found is not None:
                unit.delete("setting", found[0])
            unit.summary = f"{vacancy_id(key)} is read {'blind' if on else 'with names'}"
            return key

        done = await self._room.write("blinded", work, actor=actor)
        return Changed(done.summary, done.sequence, vacancies=(vacancy_id(done.result),), everything=True)

    async def reveal(self, key: int, why: str, *, actor: str | None = None) -> Changed:
        """Show one person to this session, journalled with the reason; raises Refused without one."""
        said = clean(why, limit=_LONGEST_WHY)
        if not said:
            problem = "nobody is revealed without a reason"
            raise Refused(problem, "say why the person has to be known")
        line = await self._room.read(lambda reader: reader.rows([key]))
        if not line:
            problem = "this application is no longer in the store"
            raise Refused(problem, "look again")
        name = line[0].application
        summary = f"{name} revealed: {said}"

        def act(store: Store) -> int:
            return store.record(
                self._room.acting(actor), "revealed", summary, subject=vacancy_id(line[0].vacancy)
            )

        sequence = await self._room.store.submit(act)
        self._revealed.add(key)
        return Changed(summary, sequence, applications=(key,), vacancies=(vacancy_id(line[0].vacancy),))

    def is_revealed(self, key: int) -> bool:
        """Tell whether this session has revealed an application (sync)."""
        return key in self._revealed

    async def rows(self, keys: Sequence[int]) -> list[ApplicationRow]:
        """Return lines with pseudonyms in place of names, and notes without what tells."""
        return await self._room.read(lambda reader: self._rows(reader, keys))

    def rows_now(self, keys: Sequence[int]) -> list[ApplicationRow]:
        """Return the lines of a visible window at once (sync); verdicts' notes wait for the dossier."""
        return [
            row if row.key in self._revealed else replace(row, name=pseudonym(row.key), note=None)
            for row in self._candidates.rows_now(keys)
        ]

    def _rows(self, reader: Reader, keys: Sequence[int]) -> list[ApplicationRow]:
        rows = self._candidates._rows(reader, keys)  # noqa: SLF001 - one room
        hidden = [row.key for row in rows if row.key not in self._revealed and row.note]
        masks: dict[int, Mask] = {}
        if hidden:
            vacancies = {line.key: line.vacancy for line in reader.rows(hidden)}
            for vacancy in set(vacancies.values()):
                wanted = [key for key in hidden if vacancies[key] == vacancy]
                for one in reader.applicants(vacancy, wanted, texts=False):
                    masks[one.key] = Mask(one.candidate, pseudonym(one.key), places())
        return [
            row
            if row.key in self._revealed
            else replace(
                row,
                name=pseudonym(row.key),
                note=masks[row.key].text(row.note or "") if row.key in masks else None,
            )
            for row in rows
        ]

    async def dossier(self, key: int) -> Dossier:
        """Return everything about an application but who it is; whole where it was revealed."""
        found = await self._candidates.dossier(key)
        return found if key in self._revealed else masked(found)


def masked(dossier: Dossier) -> Dossier:
    """Return a dossier without names, pronouns, contacts, gender, nationality, birth and age."""
    mask = Mask(dossier.candidate, pseudonym(dossier.row.key), places())
    verdict = dossier.verdict
    return replace(
        dossier,
        row=replace(
            dossier.row,
            name=mask.pseudonym,
            note=None if dossier.row.note is None else mask.text(dossier.row.note),
        ),
        candidate=mask.candidate(dossier.candidate),
        findings=mask.findings(dossier.findings, dossier.candidate),
        verdict=replace(verdict, note=None if verdict.note is None else mask.text(verdict.note)),
        notes=tuple(replace(note, text=mask.text(note.text)) for note in dossier.notes),
    )

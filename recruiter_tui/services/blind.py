"""Blind reading: the same views without who somebody is; every reveal has a reason and a journal entry."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from itertools import repeat
from typing import TYPE_CHECKING, Final

from recruiter_tui.domain.blind import TELLING, Mask, Places, pseudonym
from recruiter_tui.domain.errors import Refused
from recruiter_tui.domain.text import clean
from recruiter_tui.services.comparison import Comparisons
from recruiter_tui.services.rows import vacancy_id, vacancy_key
from recruiter_tui.services.views import Changed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from recruiter_tui.services.candidates import Candidates
    from recruiter_tui.services.room import Room
    from recruiter_tui.services.search import Hit
    from recruiter_tui.services.views import ApplicationRow, Comparison, Dossier
    from recruiter_tui.store.reading import Reader
    from recruiter_tui.store.store import Store
    from recruiter_tui.store.writing import Unit

_SETTING: Final = "blind/V"
_PERSONAL: Final = frozenset({"nationalities", "residence"})
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

    def _mask(self, dossier: Dossier) -> Mask | None:
        """Return what hides a person, None where he or she was revealed."""
        key = dossier.row.key
        return None if key in self._revealed else Mask(dossier.candidate, pseudonym(key), places())

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

    async def comparison(self, keys: Sequence[int]) -> Comparison:
        """Return applications side by side without what tells who they are; revealed ones stay whole."""
        found = await Comparisons(self._room).compare(keys)
        dossiers = [await self._candidates.dossier(row.key) for row in found.applications]
        telling = {one.criterion for each in dossiers for one in each.findings if one.kind in TELLING}
        masks = [
            None
            if each.row.key in self._revealed
            else Mask(each.candidate, pseudonym(each.row.key), places())
            for each in dossiers
        ]
        lines = tuple(
            replace(line, cells=tuple(map(_cell, repeat(line.label), line.cells, masks)))
            for line in found.lines
            if line.label not in _PERSONAL and line.criterion not in telling
        )
        return replace(found, applications=tuple(await self.rows(keys)), lines=lines)

    async def hits(self, hits: Sequence[Hit]) -> tuple[Hit, ...]:
        """Return what a search found with people of blind vacancies masked; hits by name are left out."""

        def look(reader: Reader) -> tuple[Hit, ...]:
            blind = {name.removeprefix("blind/") for name in reader.settings("blind/")}
            shown = []
            for hit in hits:
                hidden = hit.vacancy in blind and hit.application is not None
                if not hidden or hit.application in self._revealed:
                    shown.append(hit)
                elif not hit.in_name and hit.application is not None:
                    key = hit.application
                    [one] = reader.applicants(vacancy_key(hit.vacancy), [key], texts=False)
                    mask = Mask(one.candidate, pseudonym(key), places())
                    passage = mask.text(hit.passage)
                    shown.append(replace(hit, title=mask.pseudonym, passage=passage, spans=(), at=0))
            return tuple(shown)

        return await self._room.read(look)


def _cell(label: str, cell: str, mask: Mask | None) -> str:
    """Return one cell of a comparison without what tells; languages are named as such."""
    if mask is None:
        return cell
    before = "languages: " if label == "languages" else ""
    return mask.text(before + cell).removeprefix(before)


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

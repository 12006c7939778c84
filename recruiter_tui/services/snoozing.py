"""Putting applications off to a day, and what is due."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from recruiter_tui.domain.errors import Refused
from recruiter_tui.domain.text import clean
from recruiter_tui.services.rows import vacancy_id
from recruiter_tui.services.views import ApplicationRow, Changed
from recruiter_tui.store.lifelines import SNOOZE

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from recruiter_tui.domain.blind import Mask
    from recruiter_tui.services.candidates import Candidates
    from recruiter_tui.services.room import Room
    from recruiter_tui.store.reading import Reader
    from recruiter_tui.store.writing import Unit

_LONGEST_NOTE: Final = 2_000


@dataclass(frozen=True, slots=True)
class Snoozed:
    """An application that was put off to a day."""

    row: ApplicationRow
    vacancy: str
    title: str
    """The vacancy's."""
    until: dt.date
    note: str
    by: str


class Snoozing:
    """The use cases of putting off."""

    def __init__(self, room: Room, candidates: Candidates) -> None:
        """Work on the room's store."""
        self._room = room
        self._candidates = candidates

    async def snooze(self, keys: Sequence[int], until: dt.date, note: str = "") -> Changed:
        """Put applications off to a day; they stand on everybody's list of what is due from then on."""
        said = clean(note, limit=_LONGEST_NOTE)

        def work(unit: Unit) -> tuple[int, ...]:
            for key in keys:
                row = unit.row("application", key)
                kept = {"until": until.isoformat(), "note": said, "by": unit.act.actor, "at": unit.act.at}
                unit.put_setting(f"{SNOOZE}{key}", json.dumps(kept, ensure_ascii=False))
                name = str(row["public_id"])
            who = name if len(keys) == 1 else f"{len(keys)} applications"
            unit.summary = f"{who} put off until {until.isoformat()}"
            return tuple(keys)

        return await self._act(keys, work)

    async def wake(self, keys: Sequence[int]) -> Changed:
        """Take applications from the list of those that were put off."""

        def work(unit: Unit) -> tuple[int, ...]:
            woken = []
            for key in keys:
                found = unit.reader.setting(f"{SNOOZE}{key}")
                if found is not None:
                    unit.delete("setting", found[0])
                    woken.append(key)
            unit.summary = f"{len(woken)} no longer put off"
            return tuple(woken)

        return await self._act(keys, work)

    async def _act(self, keys: Sequence[int], work: Callable[[Unit], tuple[int, ...]]) -> Changed:
        if not keys:
            problem = "no application is named"
            raise Refused(problem, "mark or name at least one")
        done = await self._room.write("snoozed", work)
        return Changed(done.summary, done.sequence, applications=done.result)

    async def snoozed(self, *, due_on: dt.date | None = None) -> list[Snoozed]:
        """Return what was put off, the earliest day first; with `due_on` only what is due on that day."""

        def look(reader: Reader) -> list[Snoozed]:
            found = {
                int(name.removeprefix(SNOOZE)): json.loads(value)
                for name, value in reader.settings(SNOOZE).items()
            }
            if not found:
                return []
            vacancies = {line.key: line.vacancy for line in reader.rows(found)}
            titles = {line.key: line.title for line in reader.vacancies()}
            rows = {row.key: row for row in self._candidates.shown(reader, list(found))}
            masks = {key: self._mask(reader, key) for key, one in found.items() if one["note"]}
            kept = [
                Snoozed(
                    rows[key],
                    vacancy_id(vacancies[key]),
                    titles[vacancies[key]],
                    dt.date.fromisoformat(one["until"]),
                    mask.text(one["note"]) if (mask := masks.get(key)) else one["note"],
                    one["by"],
                )
                for key, one in found.items()
                if key in rows
            ]
            due = [one for one in kept if due_on is None or one.until <= due_on]
            return sorted(due, key=lambda one: (one.until, one.row.key))

        return await self._room.read(look)

    def _mask(self, reader: Reader, key: int) -> Mask | None:
        """Return what hides the person of an application, None where he or she may be seen."""
        return next((self._room.curtain.mask(reader, line) for line in reader.rows([key])), None)

"""Blind reading: turned on and off for a vacancy; every reveal has a reason and a journal entry.

Who is hidden where is the curtain's business: all other use cases hand out what it lets through.
"""

from __future__ import annotations

import json
from functools import cache
from typing import TYPE_CHECKING, Final

from recruiter_tui.domain.blind import Crowd
from recruiter_tui.domain.errors import Refused
from recruiter_tui.domain.text import clean
from recruiter_tui.services.curtain import SETTING, places
from recruiter_tui.services.rows import vacancy_id, vacancy_key
from recruiter_tui.services.views import Changed
from recruiter_tui.store import lifelines

if TYPE_CHECKING:
    from recruiter_tui.services.room import Room
    from recruiter_tui.store.writing import Unit

_LONGEST_WHY: Final = 2_000


class Blind:
    """The use cases of blind reading; rules and the store go on seeing everything."""

    def __init__(self, room: Room) -> None:
        """Work on the room's store; what was revealed is known for this session alone."""
        self._room = room

    async def is_on(self, vacancy: str) -> bool:
        """Tell whether a vacancy is read blind."""
        return await self._room.read(
            lambda reader: reader.setting(f"{SETTING}{reader.vacancy_key(vacancy)}") is not None
        )

    def is_on_now(self, vacancy: str) -> bool:
        """Tell the same at once, in the event loop's own thread, of a vacancy by the store's own name."""
        return bool(vacancy) and vacancy_key(vacancy) in self._room.curtain.drawn(self._room.store.now)

    def hides_now(self, key: int, vacancy: str) -> bool:
        """Tell at once whether an application of a vacancy is shown without names in this session."""
        return not self.is_revealed(key) and self.is_on_now(vacancy)

    async def turn(self, vacancy: str, *, on: bool, actor: str | None = None) -> Changed:
        """Read a vacancy blind from now on, or no longer; journalled, and for everybody."""

        def work(unit: Unit) -> int:
            key = unit.reader.vacancy_key(vacancy)
            found = unit.reader.setting(f"{SETTING}{key}")
            if on and found is None:
                unit.insert("setting", {"name": f"{SETTING}{key}", "value": "on"})
            elif not on and found is not None:
                unit.delete("setting", found[0])
            unit.summary = f"{vacancy_id(key)} is read {'blind' if on else 'with names'}"
            return key

        done = await self._room.write("blinded", work, actor=actor)
        return Changed(done.summary, done.sequence, vacancies=(vacancy_id(done.result),), everything=True)

    async def reveal(self, key: int, why: str, *, actor: str | None = None) -> Changed:
        """Show one person to this session, journalled with the reason; raises Refused without one."""
        said = reason_to_reveal(why)
        line = await self._room.read(lambda reader: reader.rows([key]))
        if not line:
            problem = "this application is no longer in the store"
            raise Refused(problem, "look again")
        vacancy = vacancy_id(line[0].vacancy)

        def work(unit: Unit) -> None:
            kept = {"why": said, "by": unit.act.actor, "at": unit.act.at}
            unit.put_setting(f"{lifelines.REVEALED}{key}", json.dumps(kept, ensure_ascii=False))
            unit.summary = f"{line[0].application} revealed: {said}"

        done = await self._room.write("revealed", work, actor=actor, subject=vacancy, undoable=False)
        self._room.curtain.revealed.add(key)
        # What was seen cannot be unseen: no entry is named, so that nobody is offered to undo it.
        return Changed(done.summary, applications=(key,), vacancies=(vacancy,))

    def is_revealed(self, key: int) -> bool:
        """Tell whether this session has revealed an application (sync)."""
        return key in self._room.curtain.revealed


@cache
def _everybody() -> Crowd:
    return Crowd((), places())


def plain_sentence(sentence: str) -> str:
    """Return what the rules say of somebody hidden: they name no person, but countries and their people."""
    return _everybody().text(sentence)


def reason_to_reveal(why: str) -> str:
    """Return a reason as it is kept; raises Refused for an empty one."""
    said = clean(why, limit=_LONGEST_WHY)
    if not said:
        problem = "nobody is revealed without a reason"
        raise Refused(problem, "say why the person has to be known")
    return said

"""What was done, by whom and when; undo and redo across sessions; proof that nobody changed it."""

from __future__ import annotations

import asyncio
import datetime as dt
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from recruiter_tui.services.concerned import FEW, Concerned, Touched, as_it_was
from recruiter_tui.services.judging import rescreen
from recruiter_tui.services.steps import Steps
from recruiter_tui.services.views import Changed, HistoryEntry
from recruiter_tui.services.withdrawing import Manner, take_back

if TYPE_CHECKING:
    from collections.abc import Callable

    from recruiter_tui.domain.blind import Crowd
    from recruiter_tui.services.room import Room
    from recruiter_tui.store.reading import Reader
    from recruiter_tui.store.records import EntryLine
    from recruiter_tui.store.store import Store, Undone
    from recruiter_tui.store.writing import Unit

_OF_VACANCIES = frozenset(
    {"added", "blinded", "closed", "invoked", "reason", "scenario", "screened", "viewed"}
)
"""Kinds of acts whose lines speak of no person."""
_CHUNK = 250
_PAUSE = 0.002  # seconds between chunks, so that a decision slips in


@dataclass(frozen=True, slots=True)
class Verification:
    """What a check of journal and store found."""

    ok: bool
    entries: int
    anchor: str
    """The last entry's hash; whoever keeps it elsewhere can tell a rewritten journal from this one."""
    problem: str | None = None
    first_bad: int | None = None


class History:
    """The use cases around the journal."""

    def __init__(self, room: Room) -> None:
        """Work on the room's store."""
        self._room = room

    async def undo(self, *, actor: str | None = None) -> Changed:
        """Take the last act back, whoever did it; NotFound where there is none, Conflict where it moved.

        A large import goes in portions, so that verdicts slip in.
        """
        from recruiter_tui.store.leaving import Moved, import_to_undo

        batch = await self._room.read(lambda reader: import_to_undo(reader, FEW))
        if batch is not None:
            with suppress(Moved):  # another act came first: that one is undone
                return await self._taken_back("undone", batch, Manner(self._room.acting(actor), undo=True))
        return await self.turn("undone", lambda store, then: store.undo(self._room.acting(actor), then))

    async def redo(self, *, actor: str | None = None) -> Changed:
        """Do again what was taken back last; raises NotFound where a new act has followed."""
        return await self.turn("done again", lambda store, then: store.redo(self._room.acting(actor), then))

    async def turn(self, word: str, act: Turn) -> Changed:
        """Turn an act round, and screen again in the same transaction whom it concerns."""
        concerned = Concerned(self._room.ahead.facts)

        def turned(store: Store) -> Undone:
            with as_it_was(store) as earlier:
                return act(store, lambda unit, touched: concerned.settle(unit, touched, earlier))

        async with self._room.undisturbed():
            undone = await self._room.store.submit(turned)
        return await self._followed(concerned, word, undone)

    async def take_back(
        self, batch: int, *, force: bool = False, actor: str | None = None, steps: Steps | None = None
    ) -> Changed:
        """Take a whole import back beside other work; see `withdrawing`."""
        return await self._taken_back(
            "taken back", batch, Manner(self._room.acting(actor), force=force), steps
        )

    async def _taken_back(self, word: str, batch: int, manner: Manner, steps: Steps | None = None) -> Changed:
        """Take an import back, and screen whom the rest of the act concerns."""
        concerned = Concerned(self._room.ahead.facts)
        async with self._room.undisturbed():
            undone = await take_back(self._room, batch, concerned, manner, steps or Steps())
        return await self._followed(concerned, word, undone)

    async def _followed(self, concerned: Concerned, word: str, undone: Undone) -> Changed:
        """Screen those who still wait for it, and say what was turned round."""
        for vacancy in concerned.outrun:
            self._room.settling.begin(vacancy)
        for start in range(0, len(concerned.waiting), _CHUNK):
            chunk = concerned.waiting[start : start + _CHUNK]
            await self._room.write("screened", _rescreening(chunk), undoable=False)
            await asyncio.sleep(_PAUSE)
        return concerned.changed(f"{word}: {undone.summary}", undone.sequence)

    async def entries(self, limit: int = 200) -> list[HistoryEntry]:
        """Return the newest entries of the journal, newest first; people of blind vacancies are not named."""

        def ask(reader: Reader) -> tuple[list[EntryLine], Crowd | None]:
            return reader.entries(limit), self._room.curtain.crowd(reader)

        found, crowd = await self._room.read(ask)
        return [_entry(line, crowd) for line in found]

    async def verify(self) -> Verification:
        """Check the journal's chain, the row images and the tables against each other."""
        proof = await self._room.store.submit(lambda store: store.verify())
        return Verification(proof.holds, proof.entries, proof.anchor, proof.problem, proof.entry)

    async def poll(self) -> bool:
        """Tell whether another process has changed the store since this was last asked."""
        changed = await self._room.store.poll()
        if changed:
            self._room.forget_positions()
        return changed


def _rescreening(keys: list[int]) -> Callable[[Unit], object]:
    """Return the act that screens some applications again."""

    def work(unit: Unit) -> None:
        unit.summary = f"{len(rescreen(unit, keys))} applications screened again"

    return work


def _entry(line: EntryLine, crowd: Crowd | None) -> HistoryEntry:
    """Return an entry as a person reads it."""
    masked = crowd.text if crowd is not None and line.kind not in _OF_VACANCIES else str
    return HistoryEntry(
        sequence=line.seq,
        at=dt.datetime.fromisoformat(line.at),
        by=line.by,
        summary=masked(line.summary),
        undone=line.undone,
        undoes=line.undoes,
        details=tuple(map(masked, line.details)),
        is_upkeep=line.kind == "screened",
    )


if TYPE_CHECKING:
    from collections.abc import Callable

    Turn = Callable[[Store, Callable[[Unit, Touched], None]], Undone]

"""Care of the store: backups, an examination, and where things are."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from recruiter_tui.store.search_words import missing_words
from recruiter_tui.writing.files import refuse_target, shown

if TYPE_CHECKING:
    from collections.abc import Mapping

    from recruiter_tui.services.room import Room
    from recruiter_tui.store.store import Store
    from recruiter_tui.store.writing import Unit

_RENEWED: Final = "search words"
_PAUSE: Final = 0.1
"""Seconds between two steps, so that whoever works notices nothing."""
_ENOUGH: Final = 500
"""Of the people who came first, so many who lack nothing show that no older version wrote the store."""


@dataclass(frozen=True, slots=True)
class Backup:
    """A copy that was made, with the journal's anchor at that moment."""

    path: Path
    sequence: int
    anchor: str


@dataclass(frozen=True, slots=True)
class Examined:
    """One thing that the doctor looked at."""

    subject: str
    ok: bool
    says: str
    remedy: str = ""
    advice: bool = False
    """Whether it is nothing wrong, but could be better."""


def _renew(words: Mapping[int, str], unit: Unit) -> None:
    for key, text in words.items():
        if unit.find("candidate_facts", key) is not None:
            unit.update("candidate_facts", key, {"words": text})
    unit.summary = f"{len(words)} made findable in every script and with signs, as in C++"


class Maintenance:
    """The use cases around the store itself."""

    def __init__(self, room: Room) -> None:
        """Work on the room's store."""
        self._room = room

    async def backup(self, path: Path) -> Backup:
        """Write a complete, checked copy that only its owner can read; an existing file is refused."""
        refuse_target(path, force=False, remedy="name another file, or move that one away")

        def copy(store: Store) -> Backup:
            made = store.back_up(Path(path).absolute())
            sequence, anchor = store.anchor()
            return Backup(made, sequence, anchor)

        return await self._room.store.submit(copy)

    async def renew_search_words(self, *, always: bool = False) -> int:
        """Put into the search what an older version of the program left out, and return for how many people.

        In small steps beside other work; once for each person who works on the store, unless `always`, which
        also hurries and looks at everybody. Whom an older version wrote came in first, so that a store whose
        first people lack nothing needs no look at the rest.
        """
        if self._room.store.store.read_only or (self._room.desk.get(_RENEWED) and not always):
            return 0
        last = renewed = sound = steps = 0
        while (step := await self._room.read(partial(missing_words, after=last))).last:
            last, sound, steps = step.last, sound + step.sound, steps + 1
            if step.words:
                renewed += len(step.words)
                await self._room.write("indexed", partial(_renew, step.words), undoable=False)
            if not always:
                if sound >= _ENOUGH and not renewed:
                    break
                await asyncio.sleep(_PAUSE)
        if steps > 1:  # a few people are looked at anew sooner than a file is written
            self._room.desk.put(_RENEWED, value=True)
        return renewed

    async def doctor(self) -> list[Examined]:
        """Examine the store; nothing is repaired or changed."""
        condition = await self._room.store.submit(lambda store: store.condition())
        proof = await self._room.store.submit(lambda store: store.verify())
        size = f"{condition.size + condition.log_size:,} bytes"
        journal = f"{condition.journal} on {condition.filesystem or 'an unknown file system'}"
        rights = "can only be read here" if condition.read_only else "can be written"
        return [
            Examined("store", ok=True, says=f"{shown(condition.path)}, version {condition.version}, {size}"),
            Examined("rights", ok=True, says=f"{condition.mode}, {rights}"),
            Examined("SQLite", ok=True, says=f"{condition.sqlite}, journal {journal}"),
            *(Examined("advice", ok=True, says=advice, advice=True) for advice in condition.advice),
            Examined(
                "journal",
                ok=proof.holds,
                says=proof.problem
                or f"{proof.entries} entries agree with the store, last hash {proof.anchor}",
                remedy="" if proof.holds else "keep a copy of this file and restore the last backup",
            ),
        ]

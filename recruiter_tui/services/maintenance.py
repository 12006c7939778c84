"""Care of the store: backups, an examination, and where things are."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from recruiter_tui.writing.files import refuse_target, shown

if TYPE_CHECKING:
    from recruiter_tui.services.room import Room
    from recruiter_tui.store.store import Store


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

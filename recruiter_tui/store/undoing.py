"""Undo and redo: the images of an act turned round, as a new act in the same write path."""

from __future__ import annotations

from typing import TYPE_CHECKING

from recruiter_tui.domain.errors import Conflict
from recruiter_tui.store.journal import Row, unpack
from recruiter_tui.store.tables import JOURNALLED

if TYPE_CHECKING:
    import sqlite3

    from recruiter_tui.store.writing import Unit

_IMAGES = (
    "SELECT entity, key, before, after FROM image WHERE bundle = ? AND position > 0 ORDER BY position DESC"
)
_MARK = {"version"}


def turn_round(unit: Unit, connection: sqlite3.Connection, bundle: int) -> None:
    """Put every row of an entry back as it was before; raises Conflict where one has moved since.

    What the rules worked out (screening) and papers kept by their hash are left alone: they are no one's act.
    """
    images = connection.execute(_IMAGES, (bundle,)).fetchall()
    for entity, key, before, after in images:
        if entity in JOURNALLED:
            if before is None and after is None:
                message = "this act was erased from the journal"
                raise Conflict(message, "it cannot be taken back any more")
            _put_back(unit, entity, key, unpack(before), unpack(after))


def _put_back(unit: Unit, entity: str, key: int, before: Row | None, after: Row | None) -> None:
    current = unit.find(entity, key)
    if after is None:
        if current is not None:
            raise Conflict(*_moved(entity, key))
        unit.restore(entity, key, before or {})
    elif current is None or any(
        current[name] != after.get(name) for name in _columns(before, after, current)
    ):
        raise Conflict(*_moved(entity, key))
    elif before is None:
        unit.delete(entity, key)
    else:
        unit.update(entity, key, {name: before.get(name) for name in _columns(before, after, current)})


def _columns(before: Row | None, after: Row, current: Row) -> list[str]:
    """Return the columns that the act changed: all of them where the row came into being."""
    if before is None:
        return [name for name in current if name not in _MARK]
    return [name for name in current if name not in _MARK and before.get(name) != after.get(name)]


def _moved(entity: str, key: int) -> tuple[str, str]:
    return (
        f"{entity.replace('_', ' ')} {key} has changed since, so this cannot be taken back",
        "nothing was written; take back what came after it first",
    )

"""Undo and redo: the images of an act turned round, as a new act in the same write path."""

from __future__ import annotations

from typing import TYPE_CHECKING

from recruiter_tui.domain.errors import Conflict
from recruiter_tui.store.journal import Row, unpack
from recruiter_tui.store.sweeping import VISIBLE
from recruiter_tui.store.tables import JOURNALLED

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Collection, Iterator, Mapping

    from recruiter_tui.store.writing import Unit

_IMAGES = "SELECT entity, key, before, after FROM image WHERE bundle = ? AND position > 0 ORDER BY position"
_MARK = {"version"}
_DERIVED = {"words"}
"""What follows from a row's other facts, and may have been made anew since."""
_PARENTS = frozenset({"candidate_facts", "candidate", "batch", "vacancy"})
"""Rows that others may have to leave before they can go; nothing unique but their keys is in them."""


def turn_round(unit: Unit, connection: sqlite3.Connection, bundle: int) -> None:
    """Put every row of an entry back as it was before; raises Conflict where one has moved since.

    What the rules worked out (screening) and papers kept by their hash are left alone: they are no one's act.
    """
    plan = _Plan()
    for entity, images in _images(connection, bundle).items():
        unit.prefetch(entity, list(images))
        for key, (before, after) in images.items():
            current = unit.find(entity, key)
            if has_moved(current, before, after):
                raise Conflict(*_moved(entity, current))
            plan.add(entity, key, before, after, current)
    _leave(unit, plan.gone, JOURNALLED.keys() - _PARENTS)
    for entity in JOURNALLED:
        if entity in plan.back:
            unit.restore(entity, plan.back[entity])
    for entity, key, columns in plan.changed:
        change(unit, entity, key, columns)
    _leave(unit, plan.gone, _PARENTS)


class _Plan:
    """What turning an entry round does, row by row."""

    def __init__(self) -> None:
        self.gone: dict[str, list[int]] = {}
        self.back: dict[str, dict[int, Row]] = {}
        self.changed: list[tuple[str, int, Row]] = []

    def add(self, entity: str, key: int, before: Row | None, after: Row | None, current: Row | None) -> None:
        """Plan to undo one image."""
        if before is None:
            self.gone.setdefault(entity, []).append(key)
        elif after is None:
            self.back.setdefault(entity, {})[key] = before
        elif current is not None:
            self.changed.append((entity, key, put_back_columns(before, after, current)))


def _leave(unit: Unit, gone: Mapping[str, list[int]], which: Collection[str]) -> None:
    """Take rows of some tables away, children before their parents."""
    for entity in reversed(JOURNALLED):
        if entity in gone and entity in which:
            unit.delete(entity, *gone[entity])


def change(unit: Unit, entity: str, key: int, columns: Row) -> None:
    """Give a row these columns; without any its version alone was counted up."""
    if columns:
        unit.update(entity, key, columns)
    else:  # only the version was counted up, for something that hangs on the row
        unit.touch(entity, key)


def put_back_columns(before: Row, after: Row, current: Row) -> Row:
    """Return what the act changed of a row, as it was before."""
    return {name: before.get(name) for name in _columns(before, after, current)}


def images_of_entry(
    connection: sqlite3.Connection, bundle: int
) -> Iterator[tuple[str, int, bytes | None, bytes | None]]:
    """Yield table, key and packed images of the rows of an entry that its turning round concerns."""
    return (row for row in connection.execute(_IMAGES, (bundle,)) if row[0] in JOURNALLED)


def has_moved(current: Row | None, before: Row | None, after: Row | None) -> bool:
    """Tell whether a row is no longer as the act left it, in what the act changed."""
    if current is None or after is None:
        return current is not None or after is not None
    changed = _columns(before, after, current)
    return any(current[name] != after.get(name) for name in changed if name not in _DERIVED)


def _images(
    connection: sqlite3.Connection, bundle: int
) -> dict[str, dict[int, tuple[Row | None, Row | None]]]:
    found: dict[str, dict[int, tuple[Row | None, Row | None]]] = {}
    for entity, key, before, after in images_of_entry(connection, bundle):
        if before is None and after is None:
            message = "this act was erased from the journal"
            raise Conflict(message, "it cannot be taken back any more")
        found.setdefault(entity, {})[key] = (unpack(before), unpack(after))
    return found


def _columns(before: Row | None, after: Row, current: Row) -> list[str]:
    """Return the columns that the act changed: all of them where the row came into being."""
    if before is None:
        return [name for name in current if name not in _MARK]
    return [name for name in current if name not in _MARK and before.get(name) != after.get(name)]


def _moved(entity: str, current: Row | None) -> tuple[str, str]:
    """Return what a person reads: an application by its own number, of others only what they are."""
    if entity == "batch" and current is not None and current["state"] != VISIBLE:
        return "this import is still being cleared away", "try again in a moment"
    name = current["public_id"] if current is not None and "public_id" in current else None
    what = name or f"a {entity.replace('_', ' ')}"
    return (
        f"{what} has changed since, so this cannot be taken back",
        "nothing was written; take back what came after it first",
    )

"""What the journal says: entries for a person to read, and which act undo and redo would take next."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

from recruiter_tui.store.faults import translated
from recruiter_tui.store.journal import unpack
from recruiter_tui.store.records import EntryLine

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator

UNDO: Final = "undo"
REDO: Final = "redo"
_STACK: Final = (
    "SELECT seq, kind, undoes FROM event WHERE undoable = 1 OR kind IN ('undo', 'redo') ORDER BY seq DESC"
)
_ENTRIES: Final = (
    "SELECT event.seq, event.at, event.actor, event.kind, event.subject, event.undoable, event.undoes,"
    " image.after FROM event LEFT JOIN image ON image.bundle = event.bundle AND image.position = 0"
    " WHERE event.seq < ? ORDER BY event.seq DESC LIMIT ?"
)


def next_undo(connection: sqlite3.Connection) -> int | None:
    """Return the newest act that stands, or None where nothing can be taken back.

    Read backwards, an undo hides the act before it, and a redo is that act again.
    """
    hidden = 0
    for seq, kind, undoes in _walk(connection):
        if kind == UNDO:
            hidden += 1
        elif hidden:
            hidden -= 1
        else:
            return int(undoes) if kind == REDO else int(seq)
    return None


def next_redo(connection: sqlite3.Connection) -> int | None:
    """Return the act that was taken back last, or None where a new act has followed."""
    redone = 0
    for _, kind, undoes in _walk(connection):
        if kind == REDO:
            redone += 1
        elif kind != UNDO:
            return None
        elif redone:
            redone -= 1
        else:
            return int(undoes)
    return None


def _walk(connection: sqlite3.Connection) -> Iterator[tuple[int, str, int]]:
    with translated():
        yield from connection.execute(_STACK)


def undone(connection: sqlite3.Connection) -> set[int]:
    """Return the entries that an undo has taken back and no redo has brought again."""
    with translated():
        rows = connection.execute(
            "SELECT kind, undoes FROM event WHERE kind IN ('undo', 'redo') ORDER BY seq"
        )
        gone: set[int] = set()
        for kind, target in rows:
            (gone.add if kind == UNDO else gone.discard)(target)
    return gone


def entries(connection: sqlite3.Connection, limit: int, before: int | None = None) -> list[EntryLine]:
    """Return the newest `limit` entries, newest first, or those older than entry `before`."""
    gone = undone(connection)
    with translated():
        rows = connection.execute(_ENTRIES, (before if before is not None else 1 << 62, limit)).fetchall()
    return [
        EntryLine(seq, at, actor, kind, subject, bool(undoable), undoes, *told(after), seq in gone)
        for seq, at, actor, kind, subject, undoable, undoes, after in rows
    ]


def told(after: bytes | None) -> tuple[str, tuple[str, ...]]:
    """Return summary and details of an entry; what was erased is said to be."""
    row = unpack(after)
    if row is None:
        return "(erased)", ()
    return str(row["summary"]), tuple(json.loads(str(row["details"])))

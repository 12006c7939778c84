"""Clears away what unfinished imports left behind, so that each is all or nothing."""

from __future__ import annotations

import json
import os
import socket
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    import sqlite3

STAGING: Final = "staging"
VISIBLE: Final = "visible"
LEAVING: Final = "leaving"
"""Taken back, and hidden until its rows are cleared away."""
_LONG_DEAD: Final = timedelta(days=1)
"""After this long an import of another machine or container counts as dead."""

_PORTION: Final = 60
"""Applications or candidates that are cleared away at once, and tenths of the images."""
_APPLICATIONS: Final = "SELECT id FROM application WHERE batch_id = ? LIMIT ?"
_CANDIDATES: Final = "SELECT id FROM candidate WHERE batch_id = ? LIMIT ?"
_OF_APPLICATIONS: Final = (
    "DELETE FROM note WHERE application_id IN (SELECT value FROM json_each(?))",
    "DELETE FROM override WHERE application_id IN (SELECT value FROM json_each(?))",
    "DELETE FROM finding WHERE id IN (SELECT value FROM json_each(?))",
    "DELETE FROM screening WHERE id IN (SELECT value FROM json_each(?))",
    "DELETE FROM application WHERE id IN (SELECT value FROM json_each(?))",
)
_OF_CANDIDATES: Final = (
    """INSERT INTO candidate_search (candidate_search, rowid, name, body)
    SELECT 'delete', id, name, body FROM candidate_text WHERE id IN (SELECT value FROM json_each(?))""",
    "DELETE FROM candidate_document WHERE candidate_id IN (SELECT value FROM json_each(?))",
    "DELETE FROM candidate_key WHERE candidate_id IN (SELECT value FROM json_each(?))",
    "DELETE FROM candidate_facts WHERE id IN (SELECT value FROM json_each(?))",
    "DELETE FROM candidate WHERE id IN (SELECT value FROM json_each(?))",
)
_DOCUMENTS: Final = """DELETE FROM document WHERE id IN
    (SELECT key FROM image WHERE bundle = -? AND entity = 'document')
    AND id NOT IN (SELECT document_id FROM candidate_document)"""
_IMAGES: Final = "DELETE FROM image WHERE id IN (SELECT id FROM image WHERE bundle = -? LIMIT ?)"


def sweep(connection: sqlite3.Connection) -> int:
    """Clear away what imports of dead processes staged, and what was left of those taken back.

    Returns how many imports that were.
    """
    rows = connection.execute("SELECT id, owner, made_at FROM batch WHERE state <> 'visible'").fetchall()
    dead = [batch for batch, owner, at in rows if not _lives(owner, at)]
    for batch in dead:
        more = True
        while more:
            connection.execute("BEGIN IMMEDIATE")
            try:
                more = clear_some(connection, batch)
                connection.execute("COMMIT")
            except BaseException:
                connection.execute("ROLLBACK")
                raise
    return len(dead)


def clear_some(connection: sqlite3.Connection, batch: int) -> bool:
    """Clear some rows of an unfinished import, or of one taken back, away within the open transaction.

    Tells whether there are more; a finished import is left alone. What is half cleared is seen by nobody,
    and whoever opens the store next goes on.
    """
    found = connection.execute("SELECT state FROM batch WHERE id = ?", (batch,)).fetchone()
    if found is None or found[0] == VISIBLE:
        return False
    for keys, statements in ((_APPLICATIONS, _OF_APPLICATIONS), (_CANDIDATES, _OF_CANDIDATES)):
        some = json.dumps([key for (key,) in connection.execute(keys, (batch, _PORTION))])
        if some != "[]":
            for statement in statements:
                connection.execute(statement, (some,))
            return True
    if found[0] == STAGING:  # the images of one taken back are its history
        connection.execute(_DOCUMENTS, (batch,))
        if connection.execute(_IMAGES, (batch, 10 * _PORTION)).rowcount:
            return True
    connection.execute("DELETE FROM batch WHERE id = ?", (batch,))
    return False


def _lives(owner: str, at: str) -> bool:
    """Tell whether the process that loads still runs; of another machine's only age can tell."""
    host, space, pid, started = json.loads(owner)
    try:
        here = Path("/proc/self/ns/pid").readlink().name
    except OSError:
        here = ""
    if (host, space) != (socket.gethostname(), here):
        return datetime.now(UTC) - datetime.fromisoformat(at) < _LONG_DEAD
    stat = Path(f"/proc/{pid}/stat")
    if started:
        try:
            fields = stat.read_text(encoding="utf-8").rpartition(")")[2].split()
        except OSError:
            return False
        return fields[19] == started and fields[0] != "Z"
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True

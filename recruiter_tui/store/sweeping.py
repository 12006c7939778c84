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
_LONG_DEAD: Final = timedelta(days=1)
"""After this long an import of another machine or container counts as dead."""

_CLEAR: Final = (
    """INSERT INTO candidate_search (candidate_search, rowid, name, body)
    SELECT 'delete', candidate_text.id, candidate_text.name, candidate_text.body
    FROM candidate JOIN candidate_text ON candidate_text.id = candidate.id WHERE candidate.batch_id = ?""",
    "DELETE FROM note WHERE application_id IN (SELECT id FROM application WHERE batch_id = ?)",
    "DELETE FROM finding WHERE id IN (SELECT id FROM application WHERE batch_id = ?)",
    "DELETE FROM screening WHERE id IN (SELECT id FROM application WHERE batch_id = ?)",
    "DELETE FROM application WHERE batch_id = ?",
    "DELETE FROM candidate_document WHERE candidate_id IN (SELECT id FROM candidate WHERE batch_id = ?)",
    "DELETE FROM candidate_key WHERE candidate_id IN (SELECT id FROM candidate WHERE batch_id = ?)",
    "DELETE FROM candidate_facts WHERE id IN (SELECT id FROM candidate WHERE batch_id = ?)",
    "DELETE FROM candidate WHERE batch_id = ?",
    """DELETE FROM document WHERE id IN (SELECT key FROM image WHERE bundle = -? AND entity = 'document')
    AND id NOT IN (SELECT document_id FROM candidate_document)""",
    "DELETE FROM image WHERE bundle = -?",
    "DELETE FROM batch WHERE id = ? AND state = 'staging'",
)


def sweep(connection: sqlite3.Connection) -> int:
    """Clear the staged rows of imports whose process is dead; returns how many imports that were."""
    rows = connection.execute("SELECT id, owner, made_at FROM batch WHERE state = 'staging'").fetchall()
    dead = [batch for batch, owner, at in rows if not _lives(owner, at)]
    for batch in dead:
        connection.execute("BEGIN IMMEDIATE")
        try:
            clear(connection, batch)
            connection.execute("COMMIT")
        except BaseException:
            connection.execute("ROLLBACK")
            raise
    return len(dead)


def clear(connection: sqlite3.Connection, batch: int) -> None:
    """Take one unfinished import away within the open transaction; a finished one is left alone."""
    found = connection.execute("SELECT state FROM batch WHERE id = ?", (batch,)).fetchone()
    if found is None or found[0] != STAGING:
        return
    for statement in _CLEAR:
        connection.execute(statement, (batch,))


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

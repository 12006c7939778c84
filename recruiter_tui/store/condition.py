"""How a store stands on its machine: what a person wants to know before trusting it with work."""

from __future__ import annotations

import sqlite3
import stat
from typing import TYPE_CHECKING, Final, NamedTuple

from recruiter_tui.store.engine import stated_version
from recruiter_tui.store.faults import translated
from recruiter_tui.store.filesystem import NETWORK_TYPES, type_of

if TYPE_CHECKING:
    from pathlib import Path

    from recruiter_tui.store.engine import Version
    from recruiter_tui.store.opening import Opened

SAFE_TO_SHARE: Final = (3, 51, 3)
"""The first SQLite without the fault that several processes on one write-ahead log can meet."""
LARGEST_LOG: Final = 64 * 1024 * 1024
"""A write-ahead log beyond this, in bytes, shows that something keeps the store open and reads for hours."""


class Condition(NamedTuple):
    """What there is to know of the store's file."""

    path: Path
    version: Version
    sqlite: str
    journal: str
    filesystem: str | None
    size: int
    """Bytes of the file."""
    log_size: int
    """Bytes of the write-ahead log."""
    mode: str
    """The file's permissions, as `ls` shows them."""
    read_only: bool
    entries: int
    """Entries of the journal."""
    advice: tuple[str, ...]
    """What could be better, one sentence each."""


def condition(connection: sqlite3.Connection, opened: Opened) -> Condition:
    """Look at file, folder and settings; nothing is changed."""
    path = opened.path
    with translated():
        _, version = stated_version(connection)
        (entries,) = connection.execute("SELECT count(*) FROM event").fetchone()
    log = path.with_name(path.name + "-wal")
    log_size = log.stat().st_size if log.exists() else 0
    found = path.stat()
    kind = type_of(path)
    return Condition(
        path,
        version,
        sqlite3.sqlite_version,
        opened.journal,
        kind,
        found.st_size,
        log_size,
        stat.filemode(found.st_mode),
        opened.read_only,
        int(entries),
        _advice(opened, found.st_mode, kind, log_size),
    )


def _advice(opened: Opened, mode: int, kind: str | None, log_size: int) -> tuple[str, ...]:
    advice = []
    if opened.full:
        advice.append("the disk is full, so the store can only be read: make room on it")
    if mode & 0o077:
        advice.append(f"other users of this machine can read the store: chmod 600 {opened.path}")
    if opened.path.parent.stat().st_mode & 0o022:
        advice.append(f"other users can write to the store's folder: chmod 700 {opened.path.parent}")
    if kind in NETWORK_TYPES:
        advice.append(f"the store lies on a network file system ({kind}): use it from one machine at a time")
    if sqlite3.sqlite_version_info < SAFE_TO_SHARE and opened.journal == "wal":
        advice.append(
            f"SQLite {sqlite3.sqlite_version} is older than 3.51.3: fine for one person; for several"
            " at once prefer a newer Python or operating system"
        )
    if log_size > LARGEST_LOG:
        advice.append("the write-ahead log is large: close programs that keep the store open")
    return tuple(advice)

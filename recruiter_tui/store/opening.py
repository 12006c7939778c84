"""Opens a store or makes a new one: every check comes before the first write."""

from __future__ import annotations

import contextlib
import os
import sqlite3
from functools import lru_cache
from pathlib import Path
from typing import Final, NamedTuple

from recruiter_tui.domain.errors import NotFound, Refused
from recruiter_tui.store.engine import (
    APPLICATION_ID,
    CURRENT,
    Version,
    connect,
    fingerprint,
    look_at,
    make_durable,
    refuse_foreign,
    stated_version,
)
from recruiter_tui.store.faults import plain
from recruiter_tui.store.filesystem import Identity, make_private_file, make_private_folder, put_in_place
from recruiter_tui.store.migrations.recipe import (
    OURS,
    Plan,
    expected_fingerprint,
    migrate,
    newest_schema,
    older_fingerprint,
)


class Opened(NamedTuple):
    """A store's file as it was opened."""

    path: Path
    identity: Identity
    connection: sqlite3.Connection
    read_only: bool
    immutable: bool
    journal: str
    backup: Path | None
    """The backup that a migration made before it, where there was one."""
    full: bool = False
    """Whether it can only be read because the disk is full."""


_NO_ROOM: Final = frozenset({"SQLITE_FULL", "SQLITE_IOERR_SHMSIZE"})
"""What SQLite says when the log, or the memory that its readers share, finds no room."""


def open_file(path: Path, *, create: bool, plan: Plan = OURS) -> Opened:
    """Open the store at `path`; make it first where `create` allows that and there is none.

    Raises NotFound where there is none, and Refused, with the file untouched, for whatever is not a whole
    store that this program can read.
    """
    path = Path(os.path.realpath(path))
    if create and not path.exists():
        make_store(path)
    header = look_at(path)
    refuse_foreign(path, header.application, header.version, plan.to)
    writable, frozen = _rights(path)
    return _open(path, plan, writable=writable, frozen=frozen)


def _open(path: Path, plan: Plan, *, writable: bool, frozen: bool, full: bool = False) -> Opened:
    """Open a file whose header is a store's; where the disk has no room at all, for reading as it lies."""
    identity = Identity.of(path)
    connection = None
    try:
        connection = connect(path, write=writable, immutable=frozen)
        backup = _check_inside(connection, path, plan, writable=writable)
        journal = make_durable(connection, path) if writable else "read-only"
    except BaseException as error:
        if connection is not None:
            connection.close()
        if not isinstance(error, sqlite3.Error | UnicodeDecodeError):  # damage can hide in names as well
            raise
        if writable and _lacks_room(path, error):
            return _open(path, plan, writable=False, frozen=True, full=True)
        raise _unreadable(path, error) from None
    if identity is None or Identity.of(path) != identity:
        connection.close()
        message = f"{path} was replaced while it was being opened"
        raise Refused(message, "start again")
    return Opened(path, identity, connection, not writable, frozen, journal, backup, full)


def _lacks_room(path: Path, error: Exception) -> bool:
    """Tell whether only the room for a write-ahead log is missing, and the file without it is whole."""
    log = path.with_name(path.name + "-wal")
    empty = not log.exists() or log.stat().st_size == 0
    return empty and getattr(error, "sqlite_errorname", "") in _NO_ROOM


def _rights(path: Path) -> tuple[bool, bool]:
    """Tell whether the store can be written, and whether it can only be read as a frozen file.

    A write-ahead log needs two more files in the folder; where they cannot be made and are not there, SQLite
    reads the file only when told that nobody changes it.
    """
    folder = os.access(path.parent, os.W_OK)
    writable = folder and os.access(path, os.W_OK)
    log = path.with_name(path.name + "-wal")
    return writable, not folder and not log.exists()


def _check_inside(connection: sqlite3.Connection, path: Path, plan: Plan, *, writable: bool) -> Path | None:
    """Check version and schema as the database states them, its log included; migrate an older store."""
    application, version = stated_version(connection)
    refuse_foreign(path, application, version, plan.to)
    backup = None
    if version < plan.to:
        if not writable:
            message = f"{path} has the older version {version} and can only be read here"
            raise Refused(
                message,
                "open it once where it can be written",
            )
        _refuse_smuggled(connection, path, known_fingerprint(version), version)
        backup = migrate(path, path.parent / "backups", plan)
        version = plan.to
    if version == plan.to:  # a larger minor version may have added what this program need not know
        _refuse_smuggled(connection, path, known_fingerprint(version, plan), version)
    return backup


def _refuse_smuggled(connection: sqlite3.Connection, path: Path, expected: str, version: Version) -> None:
    if fingerprint(connection) != expected:
        message = f"{path} holds tables or triggers that version {version} of the store does not have"
        raise Refused(
            message,
            "somebody altered it; restore a backup. The file was not touched",
        )


@lru_cache(maxsize=4)
def _current_fingerprint() -> str:
    return expected_fingerprint()


def known_fingerprint(version: Version, plan: Plan = OURS) -> str:
    """Return the fingerprint of a released version; raises Refused for one that never was."""
    if version == CURRENT:
        return _current_fingerprint()
    if version == plan.to:
        return expected_fingerprint(plan)
    known = older_fingerprint(version)
    if known is not None:
        return known
    message = f"version {version} of the store is not known to this program"
    raise Refused(message, "nothing was touched")


def _unreadable(path: Path, error: Exception) -> Refused:
    name = getattr(error, "sqlite_errorname", "")
    if name.startswith(("SQLITE_BUSY", "SQLITE_FULL", "SQLITE_IOERR_SHMSIZE", "SQLITE_READONLY")):
        found = plain(error)
        return Refused(found.problem, found.remedy)
    return Refused(
        f"{path} cannot be read as a store ({name or type(error).__name__})",
        "try once more; if it stays so, restore a backup. The file was not touched",
    )


def make_store(path: Path) -> None:
    """Make a new store at `path`, whole or not at all; another program that was quicker wins."""
    make_private_folder(path.parent)
    if not path.parent.is_dir():
        message = f"there is no folder {path.parent}"
        raise NotFound(message, "name a folder")
    draft = path.with_name(f".{path.name}.{os.getpid()}.{os.urandom(4).hex()}.new")
    try:
        make_private_file(draft)
        connection = connect(draft, write=True)
        try:
            connection.execute("PRAGMA synchronous = EXTRA")
            newest_schema(connection)
        finally:
            connection.close()
        with contextlib.suppress(FileExistsError):  # another program was quicker
            put_in_place(draft, path)
    except OSError as error:
        message = f"a store cannot be made at {path} ({error.strerror})"
        raise Refused(message, "name another place") from None
    except sqlite3.Error as error:
        raise plain(error) from None
    finally:
        draft.unlink(missing_ok=True)


__all__ = ["APPLICATION_ID", "Opened", "make_store", "open_file"]

"""Opens the store's file: careful before the first write, strict in every connection."""

from __future__ import annotations

import hashlib
import sqlite3
import struct
from typing import TYPE_CHECKING, Final, NamedTuple

from recruiter_tui.domain.errors import NotFound, Refused
from recruiter_tui.store.filesystem import is_network

if TYPE_CHECKING:
    from pathlib import Path

APPLICATION_ID: Final = 0x52545549
"""`RTUI`: marks a file as a store of this program."""
BUSY_MILLISECONDS: Final = 5_000
_MAGIC: Final = b"SQLite format 3\0"
_HEADER: Final = 100
_CACHE_WRITING: Final = -32_768
_CACHE_READING: Final = -8_192
"""Kilobytes of pages that a connection keeps: there are several that read, and the system keeps them too."""
_SHADOWS: Final = frozenset(f"candidate_search_{part}" for part in ("data", "idx", "docsize", "config"))


class Version(NamedTuple):
    """A schema's version: a larger `major` cannot be read by an older program, a larger `minor` can."""

    major: int
    minor: int

    @classmethod
    def unpack(cls, number: int) -> Version:
        """Read the version from SQLite's `user_version`."""
        return cls(number >> 16, number & 0xFFFF)

    def pack(self) -> int:
        """Return the version as SQLite's `user_version`."""
        return self.major << 16 | self.minor

    def __str__(self) -> str:
        """Return the version as people write it."""
        return f"{self.major}.{self.minor}"


CURRENT: Final = Version(3, 0)


class Header(NamedTuple):
    """What the first 100 bytes of a database say."""

    application: int
    version: Version
    pages: int
    page_size: int


def look_at(path: Path) -> Header:
    """Read the header of the file at `path` without a database; raises Refused for what is not a store."""
    if not path.exists():
        message = f"there is no store at {path}"
        raise NotFound(message, "check the path, or let the program make a new one")
    if not path.is_file():
        message = f"{path} is not a file"
        raise Refused(message, "name the store's file")
    try:
        with path.open("rb") as file:
            head = file.read(_HEADER)
    except OSError as error:
        message = f"{path} cannot be read ({error.strerror})"
        raise Refused(message, "ask for the right to read it") from None
    size = path.stat().st_size
    if size == 0:
        message = f"{path} is empty, and an empty file is not a store"
        raise Refused(message, "restore a backup, or remove it")
    if len(head) < _HEADER or not head.startswith(_MAGIC):
        message = f"{path} is not a store of recruiter-tui"
        raise Refused(message, "name another file; this one was not touched")
    page_size, change, pages = *struct.unpack(">H", head[16:18]), *struct.unpack(">II", head[24:32])
    version, application = struct.unpack(">II", head[60:64] + head[68:72])
    header = Header(application, Version.unpack(version), pages, 65536 if page_size == 1 else page_size)
    counted = change == struct.unpack(">I", head[92:96])[0]
    if counted and not _has_log(path) and size < header.pages * header.page_size:
        message = f"{path} was cut off and is not whole"
        raise Refused(message, "restore a backup; this file was not touched")
    return header


def _has_log(path: Path) -> bool:
    """Tell whether pages can lie in a log beside the file, so that the file alone may be too short."""
    logs = (path.with_name(path.name + "-wal"), path.with_name(path.name + "-journal"))
    return any(log.exists() and log.stat().st_size > 0 for log in logs)


def refuse_foreign(path: Path, application: int, version: Version, ours: Version = CURRENT) -> None:
    """Raise Refused for another program's database and for a store that a newer program wrote."""
    if application != APPLICATION_ID:
        message = f"{path} is a database of another program"
        raise Refused(message, "name another file; this one was not touched")
    if version.major > ours.major:
        message = f"{path} has version {version} of the store, and this program knows version {ours}"
        raise Refused(
            message,
            "install the newer program that wrote it; the file was not touched",
        )


def fingerprint(connection: sqlite3.Connection) -> str:
    """Return a hash of all tables, indexes, views and triggers, so that none can be smuggled in or lost."""
    digest = hashlib.sha256()
    rows = connection.execute("SELECT type, name, tbl_name, coalesce(sql, '') FROM sqlite_master")
    for kind, name, table, sql in sorted(tuple(map(str, row)) for row in rows):  # damage changes types too
        if kind == "table" and name in _SHADOWS:  # made by FTS5 itself; their text is SQLite's business
            continue
        digest.update("\0".join((kind, name, table, " ".join(sql.split()), "")).encode())
    return digest.hexdigest()


def connect(path: Path, *, write: bool, immutable: bool = False) -> sqlite3.Connection:
    """Open one connection; nothing is written to the file, and transactions are ours to begin."""
    mode = "rw" if write else "ro"
    uri = f"{path.absolute().as_uri()}?mode={mode}" + ("&immutable=1" if immutable else "")
    connection = sqlite3.connect(uri, uri=True, isolation_level=None, check_same_thread=False)
    try:
        for pragma in (
            f"busy_timeout = {BUSY_MILLISECONDS}",
            "trusted_schema = OFF",
            "cell_size_check = ON",
            "foreign_keys = ON",
            "recursive_triggers = ON",
            "secure_delete = ON",
            "temp_store = MEMORY",
            "mmap_size = 0",
            f"cache_size = {_CACHE_WRITING if write else _CACHE_READING}",
        ):
            connection.execute(f"PRAGMA {pragma}").fetchall()
        if not write:
            connection.execute("PRAGMA query_only = ON")
    except BaseException:
        connection.close()
        raise
    return connection


def make_durable(connection: sqlite3.Connection, path: Path) -> str:
    """Choose the journal that loses nothing on this file system, and return its name.

    A write-ahead log needs shared memory, which network file systems lack: there a rollback journal with
    `synchronous = EXTRA` gives the same promise to one user.
    """
    wanted = "delete" if is_network(path) else "wal"
    (found,) = connection.execute("PRAGMA journal_mode").fetchone()
    if found != wanted:
        (found,) = connection.execute(f"PRAGMA journal_mode = {wanted}").fetchone()
    connection.execute(f"PRAGMA synchronous = {'FULL' if found == 'wal' else 'EXTRA'}")
    return str(found)


def stated_version(connection: sqlite3.Connection) -> tuple[int, Version]:
    """Return the application id and the version as the database states them, its log included."""
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    (number,) = connection.execute("PRAGMA user_version").fetchone()
    return application, Version.unpack(number)

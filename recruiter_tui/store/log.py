"""The write-ahead log: when what is written goes from it to the file, and when an act waits for the disk."""

from __future__ import annotations

import sqlite3
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

_PAGES: Final = 1_000
"""Pages of 4 kB that the log grows by before they go to the file; SQLite's own number."""
_PAGES_HELD: Final = 8_000
"""The same while an import is under way, or somebody waits for a large act."""


class Log:
    """The log of one connection; in other modes than WAL there is none, and nothing is done."""

    def __init__(self, connection: sqlite3.Connection, journal: str) -> None:
        """Look after the connection's log; `journal` is the file's journal mode."""
        self._connection = connection
        self._there = journal == "wal"

    @contextmanager
    def hurried(self) -> Iterator[None]:
        """Let commits not wait for the disk; in any other mode than WAL that could harm the file."""
        if not self._there:
            yield
            return
        self._connection.execute("PRAGMA synchronous = NORMAL")
        self._hold(_PAGES_HELD)
        try:
            yield
        finally:
            self._connection.execute("PRAGMA synchronous = FULL")

    @contextmanager
    def held(self) -> Iterator[None]:
        """Let what is committed stay in the log, which is as lasting; the next act carries it over."""
        if not self._there:
            yield
            return
        self._hold(_PAGES_HELD)
        try:
            yield
        finally:
            self._hold(_PAGES)

    def carry_over(self) -> None:
        """Bring what is in the log into the file.

        Where the file cannot grow, as on a full disk, everything stays in the log; a later act tries again.
        """
        if self._there:
            self._hold(_PAGES)
            with suppress(sqlite3.OperationalError):
                self._connection.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchall()

    def _hold(self, pages: int) -> None:
        self._connection.execute(f"PRAGMA wal_autocheckpoint = {pages}")

"""Turns what the database says into the program's own errors: one sentence and what to do next."""

from __future__ import annotations

import sqlite3
from contextlib import contextmanager
from typing import TYPE_CHECKING

from recruiter_tui.domain.errors import Conflict, RecruiterError, Refused

if TYPE_CHECKING:
    from collections.abc import Iterator

_PLAIN: tuple[tuple[str, type[RecruiterError], str, str], ...] = (
    (
        "SQLITE_BUSY",
        Refused,
        "another program is writing to the store",
        "nothing was changed; try again in a moment",
    ),
    (
        "SQLITE_LOCKED",
        Refused,
        "another part of the program is using the store",
        "nothing was changed; try again in a moment",
    ),
    (
        "SQLITE_FULL",
        Refused,
        "the disk is full",
        "nothing was changed; make room on it and try again",
    ),
    (
        "SQLITE_IOERR_SHMSIZE",  # no room for the few kilobytes that readers and writers share
        Refused,
        "the disk is full",
        "nothing was changed; make room on it and try again",
    ),
    (
        "SQLITE_READONLY",
        Refused,
        "the store can only be read here",
        "nothing was changed; ask for the right to write to the file and its folder",
    ),
    (
        "SQLITE_CONSTRAINT",
        Conflict,
        "somebody else changed the same thing first",
        "nothing was changed; look again and repeat it if it still stands",
    ),
    (
        "SQLITE_INTERRUPT",
        Refused,
        "the question to the store was called off",
        "ask again",
    ),
    (
        "SQLITE_TOOBIG",
        Refused,
        "a value is too long for the store",
        "nothing was changed; shorten it",
    ),
)
_OURS = {"SQLITE_ERROR", "SQLITE_MISUSE", "SQLITE_RANGE"}
_UNKNOWN = (
    Refused,
    "the store's file could not be read or written",
    "nothing was changed; close the program, start it again, and run `recruiter-tui verify`",
)


def plain(error: BaseException) -> RecruiterError:
    """Return the program's error for one of the database's; a read error is never called a damaged store."""
    origin = getattr(error, "orig", None) or error
    name = getattr(origin, "sqlite_errorname", "") or ""
    for start, kind, problem, remedy in _PLAIN:
        if name.startswith(start):
            return kind(problem, remedy)
    kind, problem, remedy = _UNKNOWN
    return kind(f"{problem} ({name or type(origin).__name__})", remedy)


@contextmanager
def translated() -> Iterator[None]:
    """Raise the program's own errors in place of the database's, without values in them.

    What is wrong with the SQL itself is the program's fault and stays what it is.
    """
    try:
        yield
    except Exception as error:
        origin = getattr(error, "orig", None) or error  # SQLAlchemy wraps the driver's error
        if not isinstance(origin, sqlite3.Error) or getattr(origin, "sqlite_errorname", "") in _OURS:
            raise
        if isinstance(origin, sqlite3.ProgrammingError):
            raise
        raise plain(error) from None

"""Backups: a compact, checked copy of the store that only its owner can read."""

from __future__ import annotations

import os
import sqlite3
from typing import TYPE_CHECKING

from recruiter_tui.domain.errors import Refused
from recruiter_tui.store.engine import connect
from recruiter_tui.store.faults import plain, translated
from recruiter_tui.store.filesystem import make_private_file, make_private_folder, put_in_place, settle_file

if TYPE_CHECKING:
    from pathlib import Path


def back_up(connection: sqlite3.Connection, target: Path) -> Path:
    """Copy the store to a new file at `target`, consistent while others write, and check the copy.

    `VACUUM INTO` takes one snapshot, ends however busy the store is, and carries nothing that was deleted.
    Raises Refused where the file exists or cannot be made; nothing half-made stays behind.
    """
    if os.path.lexists(target):
        message = f"{target} is there already"
        raise Refused(message, "name another file, or move that one away")
    draft = target.with_name(f".{target.name}.{os.getpid()}.partial")
    try:
        make_private_folder(target.parent)
        make_private_file(draft)
        with translated():
            connection.execute("VACUUM INTO ?", (str(draft),))
        _check(draft)
        settle_file(draft)
        put_in_place(draft, target)
    except FileExistsError:
        message = f"{target} is there already"
        raise Refused(message, "name another file, or move that one away") from None
    except OSError as error:
        message = f"{target} cannot be made ({error.strerror})"
        raise Refused(message, "name a place where you can write") from None
    finally:
        draft.unlink(missing_ok=True)
    return target


def _check(copy: Path) -> None:
    """Read the whole copy once; raises Refused where it is not whole."""
    try:
        opened = connect(copy, write=False)
        try:
            found = opened.execute("PRAGMA integrity_check(1)").fetchone()
        finally:
            opened.close()
    except sqlite3.Error as error:
        raise plain(error) from None
    if found != ("ok",):
        message = f"the copy at {copy} did not come out whole and was removed"
        raise Refused(message, "try another disk")

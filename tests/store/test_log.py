"""What goes from the log to the file when: nobody waits for it behind a large act, and nothing is lost."""

from __future__ import annotations

import os
import sqlite3
from typing import TYPE_CHECKING

from recruiter_tui.store import codec
from recruiter_tui.store.log import Log
from recruiter_tui.store.records import Paper
from recruiter_tui.store.store import Store

if TYPE_CHECKING:
    from pathlib import Path

SIZE = 6_000_000
"""Bytes that are more pages than the log holds otherwise."""


def paper() -> Paper:
    data = os.urandom(SIZE)
    return Paper(codec.sha256(data), "", "application/octet-stream", data)


def written(store: Store, *, large: bool) -> str:
    kept = paper()
    with store.write("Ines", "kept", large=large) as unit:
        unit.keep([kept])
    return kept.sha256


def test_a_large_act_stays_in_the_log_until_the_next_one(tmp_path: Path) -> None:
    path = tmp_path / "store.db"
    with Store.open(path, create=True) as store:
        before = path.stat().st_size
        kept = written(store, large=True)
        assert path.stat().st_size == before
        with Store.open(path) as other:  # committed, and seen by everybody
            assert other.reader().document(kept) is not None
        store.record("Ines", "looked", "Looked")
        assert path.stat().st_size > before + SIZE
        assert store.verify().holds


def test_any_other_act_goes_to_the_file_at_once(tmp_path: Path) -> None:
    path = tmp_path / "store.db"
    with Store.open(path, create=True) as store:
        before = path.stat().st_size
        written(store, large=False)
        assert path.stat().st_size > before + SIZE


def test_without_a_log_there_is_nothing_to_do(tmp_path: Path) -> None:
    connection = sqlite3.connect(tmp_path / "plain.db")
    log = Log(connection, "delete")
    before = connection.execute("PRAGMA synchronous").fetchone()
    with log.hurried(), log.held():
        assert connection.execute("PRAGMA synchronous").fetchone() == before
    log.carry_over()
    connection.close()

"""What a store holds, as text in a fixed order: for telling whether two states are the same."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

APART = ("event", "image", "document", "alembic_version", "sqlite_sequence")
"""The journal, which only grows, and the papers, which it keeps by their hash for whoever does it again."""


def content(path: Path) -> str:
    """Return every row of every table, in the order of keys, and what full text finds.

    Versions of rows, which grow with every change and its undoing, are left out, and counts of nothing.
    """
    with closing(sqlite3.connect(path)) as store:
        names = [
            name
            for (name,) in store.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
            if name not in APART and not name.startswith("candidate_search")
        ]
        lines = []
        for name in names:
            columns = [one[1] for one in store.execute(f"PRAGMA table_info({name})") if one[1] != "version"]
            order = ", ".join(f'"{column}"' for column in columns)
            where = " WHERE applications > 0" if name == "tally" else ""
            rows = store.execute(f"SELECT {order} FROM {name}{where} ORDER BY {order}")  # noqa: S608 - names of the store's own tables
            lines += [f"{name} {row!r}" for row in rows]
        found = store.execute("SELECT rowid FROM candidate_search WHERE candidate_search MATCH 'harbour'")
        lines += [f"found {row!r}" for row in sorted(found)]
    return "\n".join(lines)

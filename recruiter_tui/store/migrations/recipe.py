"""Brings an older store to the program's version: a checked backup first, then all or nothing.

The recipe: backup, foreign keys off before the transaction, BEGIN IMMEDIATE, migrate, check every foreign
key, every count and the schema's fingerprint, COMMIT. A table that Alembic rebuilds loses its triggers and,
with foreign keys on, its children: the checks inside the transaction are what notices.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Mapping
from contextlib import closing
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

from recruiter_tui.domain.errors import RecruiterError, Refused
from recruiter_tui.store.backup import back_up
from recruiter_tui.store.engine import APPLICATION_ID, CURRENT, Version, connect, fingerprint, stated_version

if TYPE_CHECKING:
    from sqlalchemy import Connection

HERE: Final = Path(__file__).parent
FIRST: Final = Version(1, 0)
FIRST_SQL: Final = HERE / "versions" / "first.sql"
LATER_SQL: Final = {
    Version(2, 0): HERE / "versions" / "second.sql",
    Version(3, 0): HERE / "versions" / "third.sql",
}
"""What every later version adds, in their order."""


@dataclass(frozen=True, slots=True)
class Plan:
    """Where migrations lie and what the schema must be after them."""

    to: Version = CURRENT
    revision: str = "0003"
    fingerprint: str = ""
    """Of the schema after the migrations; empty means that of the program's own newest schema."""
    folder: Path = HERE
    counts: Mapping[str, int] = field(default_factory=dict)
    """Tables whose number of rows the migrations change, by how much."""


OURS: Final = Plan()


def first_schema(connection: sqlite3.Connection) -> None:
    """Make the first schema in one transaction and mark the file as a store of this program."""
    script = FIRST_SQL.read_text(encoding="utf-8")
    connection.executescript(
        f"BEGIN IMMEDIATE;\n{script}\nPRAGMA application_id = {APPLICATION_ID};\n"
        f"PRAGMA user_version = {FIRST.pack()};\nCOMMIT;"
    )


def newest_schema(connection: sqlite3.Connection) -> None:
    """Make the schema that the program writes, for a store that begins with it."""
    first_schema(connection)
    later = _later_sql(CURRENT)
    connection.executescript(
        f"BEGIN IMMEDIATE;\n{later}\nUPDATE alembic_version SET version_num = '{OURS.revision}';\n"
        f"PRAGMA user_version = {CURRENT.pack()};\nCOMMIT;"
    )


def _later_sql(version: Version) -> str:
    """Return what a version has beyond the first."""
    scripts = (path for each, path in LATER_SQL.items() if each <= version)
    return "\n".join(path.read_text(encoding="utf-8") for path in scripts)


def expected_fingerprint(plan: Plan = OURS) -> str:
    """Return the fingerprint that a store of the plan's version must have."""
    return plan.fingerprint or _fingerprint_of(newest_schema)


def older_fingerprint(version: Version) -> str | None:
    """Return the fingerprint of a store of an earlier version; None for one that never was."""
    if version != FIRST and version not in LATER_SQL:
        return None

    def make(connection: sqlite3.Connection) -> None:
        first_schema(connection)
        connection.executescript(_later_sql(version))

    return _fingerprint_of(make)


def _fingerprint_of(make: Callable[[sqlite3.Connection], None]) -> str:
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as memory:
        make(memory)
        return fingerprint(memory)


def migrate(path: Path, backups: Path, plan: Plan = OURS) -> Path:
    """Bring the store at `path` to the plan's version and return the backup that was made before.

    Raises Refused when anything does not hold; the store is then as it was.
    """
    with_old = connect(path, write=True)
    try:
        _, before = stated_version(with_old)
        stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%S.%fZ")
        backup = back_up(with_old, backups / f"{path.stem}.before-{plan.to}.{stamp}{path.suffix}")
    finally:
        with_old.close()
    try:
        _migrate(path, plan, before)
    except RecruiterError:
        raise
    except Exception as error:
        message = f"{path} could not be brought from version {before} to {plan.to} ({type(error).__name__})"
        raise Refused(
            message,
            f"it is as it was; a backup lies at {backup}",
        ) from error
    return backup


def _migrate(path: Path, plan: Plan, before: Version) -> None:
    from sqlalchemy import NullPool, create_engine, event

    def without_foreign_keys() -> sqlite3.Connection:
        connection = connect(path, write=True)
        connection.execute("PRAGMA foreign_keys = OFF")
        connection.execute("PRAGMA synchronous = EXTRA")
        return connection

    engine = create_engine(
        "sqlite://", creator=without_foreign_keys, poolclass=NullPool, hide_parameters=True
    )
    event.listen(engine, "begin", lambda connection: connection.exec_driver_sql("BEGIN IMMEDIATE"))
    with engine.begin() as connection:
        raw = connection.connection.driver_connection
        if not isinstance(raw, sqlite3.Connection):
            message = "the migration has no connection"
            raise TypeError(message)
        _, found = stated_version(raw)
        if found != before:  # another program was quicker
            return
        counts = _counts(raw)
        _run_scripts(connection, plan)
        _check(raw, plan, counts)
        raw.execute(f"PRAGMA user_version = {plan.to.pack()}")


def _run_scripts(connection: Connection, plan: Plan) -> None:
    """Run Alembic up to the plan's revision in the open transaction, which it neither begins nor ends."""
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(plan.folder).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, plan.revision)


def _counts(connection: sqlite3.Connection) -> dict[str, int]:
    names = [
        str(name)
        for (name,) in connection.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND sql IS NOT NULL"
            " AND name NOT LIKE 'candidate_search%' AND name NOT LIKE 'sqlite_%'"
            " AND name <> 'alembic_version'"
        )
    ]
    return {name: int(connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0]) for name in names}  # noqa: S608  # names come from the schema, whose fingerprint was checked


def _check(connection: sqlite3.Connection, plan: Plan, before: Mapping[str, int]) -> None:
    dangling = connection.execute("PRAGMA foreign_key_check").fetchone()
    if dangling:
        message = f"the migration to {plan.to} would leave rows of {dangling[0]} without their parents"
        raise Refused(message)
    after = _counts(connection)
    for name, count in before.items():
        if after.get(name, 0) != count + plan.counts.get(name, 0):
            message = f"the migration to {plan.to} would change the number of rows of {name}"
            raise Refused(message)
    if fingerprint(connection) != expected_fingerprint(plan):
        message = f"the migration to {plan.to} would not give the schema of that version"
        raise Refused(message)

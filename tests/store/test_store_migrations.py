"""Migrations: a checked backup first, then all of it or none, and nothing lost on the way."""

from __future__ import annotations

import gzip
import multiprocessing
import os
import sqlite3
import stat
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy.dialects import sqlite
from sqlalchemy.schema import CreateIndex, CreateTable

from recruiter_tui.domain.errors import Refused
from recruiter_tui.store import backup as backup_module
from recruiter_tui.store import engine, opening
from recruiter_tui.store.engine import CURRENT, Version, fingerprint, stated_version
from recruiter_tui.store.migrations import recipe
from recruiter_tui.store.migrations.recipe import (
    HERE,
    Plan,
    expected_fingerprint,
    first_schema,
    migrate,
    newest_schema,
)
from recruiter_tui.store.opening import open_file
from recruiter_tui.store.store import Store
from recruiter_tui.store.tables import SEARCH, TRIGGERS, VERSIONING, metadata
from tests.store.store_builders import add_vacancy, decide, import_people

FIRST_FINGERPRINT = "6b2738f0d58351c99ad923ab9bbe0c8b21308eac06ee85d3657eb1f729eed738"
"""Of version 1.0 as released; a store of that version must be readable for ever."""

NEXT = Version(4, 0)
NEXT_SCRIPT = """
from alembic import op
import sqlalchemy as sa

revision = "0004"
down_revision = "0003"

def upgrade():
    op.execute("ALTER TABLE note ADD COLUMN colour TEXT")
    op.execute("CREATE INDEX note_by_colour ON note (colour)")
    {step}
"""


def golden_store(path: Path) -> None:
    """Make a store of the present version with work in it."""
    with Store.open(path, create=True) as store:
        keys = import_people(store, add_vacancy(store), range(12))
        with store.write("bo", "decided", "2 shortlisted") as unit:
            for key in keys[:2]:
                decide(unit, key, "shortlisted")


def next_plan(folder: Path, step: str = "pass", statements: tuple[str, ...] = ()) -> Plan:
    """Return the plan of a made-up version 4.0, whose migration ends with `step`, or with SQL as promised."""
    if statements:
        step = "; ".join(f"op.execute({statement!r})" for statement in statements)
    versions = folder / "migrations" / "versions"
    versions.mkdir(parents=True)
    (folder / "migrations" / "env.py").write_text((HERE / "env.py").read_text())
    for name in ("0001_first.py", "0002_person_keys.py", "second.sql", "0003_marks.py", "third.sql"):
        (versions / name).write_text((HERE / "versions" / name).read_text())
    (versions / "0004_next.py").write_text(NEXT_SCRIPT.format(step=step))
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as memory:
        newest_schema(memory)
        memory.execute("ALTER TABLE note ADD COLUMN colour TEXT")
        memory.execute("CREATE INDEX note_by_colour ON note (colour)")
        for statement in statements:
            memory.execute(statement)
        wanted = fingerprint(memory)
    return Plan(NEXT, "0004", wanted, folder / "migrations")


def whole(path: Path) -> tuple[Version, str, list[tuple[object, ...]]]:
    """Return version, schema and work."""
    with closing(sqlite3.connect(path)) as other:
        version, schema = stated_version(other)[1], fingerprint(other)
        rows = other.execute(
            "SELECT id, public_id, disposition, version FROM application ORDER BY id"
        ).fetchall()
        rows += other.execute("SELECT id, application_id, text FROM note ORDER BY id").fetchall()
        rows += other.execute("SELECT seq, hex(hash) FROM event").fetchall()
    return version, schema, rows


def test_the_first_schema_never_changes_again() -> None:
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as memory:
        first_schema(memory)
        found = fingerprint(memory)
    assert found == FIRST_FINGERPRINT


def test_the_tables_are_those_of_the_newest_schema() -> None:
    dialect = sqlite.dialect()
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as memory:
        for table in metadata.sorted_tables:
            memory.execute(str(CreateTable(table).compile(dialect=dialect)))
            for index in table.indexes:
                memory.execute(str(CreateIndex(index).compile(dialect=dialect)))
        for statement in (*TRIGGERS, *SEARCH, *VERSIONING):
            memory.execute(statement)
        assert fingerprint(memory) == expected_fingerprint()
    assert str(CURRENT) == "3.0"


def test_a_store_of_the_present_version_opens_without_a_migration(path: Path) -> None:
    golden_store(path)
    with Store.open(path) as store:
        assert store.migration_backup is None
        assert store.verify().holds


def test_a_store_of_the_first_release_comes_along_with_everything(path: Path) -> None:
    released_store(path)
    before = whole(path)
    assert before[:2] == (Version(1, 0), FIRST_FINGERPRINT)
    with Store.open(path) as store:
        assert store.migration_backup is not None
        assert whole(store.migration_backup) == before
        assert store.verify().holds
        reader = store.reader()
        assert 1 in reader.people.meeting(reader.people.keys_of(1))
        reader.close()
    after = whole(path)
    assert after == (CURRENT, expected_fingerprint(), before[2])
    golden_store(path.with_name("new.db"))
    assert keys_kept(path) == keys_kept(path.with_name("new.db"))


def test_a_store_of_the_first_release_can_be_undone_and_redone_after_its_migration(path: Path) -> None:
    released_store(path)
    with Store.open(path) as store:
        store.undo("bo")
        store.undo("bo")
        assert keys_kept(path) == []
        store.redo("bo")
        assert store.verify().holds
    assert {key for _, key in keys_kept(path)} == set(range(1, 13))


def released_store(path: Path) -> None:
    """Put a store there that version 1.0 of the program made: twelve applicants, two of them shortlisted."""
    path.parent.mkdir(parents=True)
    path.write_bytes(gzip.decompress((Path(__file__).parent / "golden" / "store-1.0.db.gz").read_bytes()))


def keys_kept(path: Path) -> list[tuple[int, int]]:
    """Return the keys under which candidates meet."""
    with closing(sqlite3.connect(path)) as other:
        return other.execute("SELECT key, candidate_id FROM candidate_key ORDER BY 1, 2").fetchall()


def test_an_older_store_is_migrated_after_a_backup(path: Path, tmp_path: Path) -> None:
    golden_store(path)
    before = whole(path)
    plan = next_plan(tmp_path)
    opened = open_file(path, create=False, plan=plan)
    with Store(opened) as store:
        assert store.migration_backup == opened.backup
    after = whole(path)
    assert after[:2] == (NEXT, plan.fingerprint)
    assert after[2] == before[2]
    assert opened.backup is not None
    assert whole(opened.backup) == before
    assert stat.S_IMODE(opened.backup.stat().st_mode) == 0o600
    assert stat.S_IMODE(opened.backup.parent.stat().st_mode) == 0o700
    with pytest.raises(Refused, match=r"has version 4\.0 of the store, and this program knows version 3\.0"):
        Store.open(path)
    assert whole(path) == after
    open_file(path, create=False, plan=plan).connection.close()


REBUILT = (
    """CREATE TABLE vacancy_new (id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, reference TEXT,
    title TEXT NOT NULL, organisation TEXT, city TEXT, country TEXT, grade TEXT, status TEXT NOT NULL,
    closing TEXT, policy TEXT, reason_codes TEXT NOT NULL, added_by TEXT NOT NULL, added_at TEXT NOT NULL,
    version INTEGER NOT NULL) STRICT""",
    "INSERT INTO vacancy_new SELECT * FROM vacancy",
    "DROP TABLE vacancy",
    "ALTER TABLE vacancy_new RENAME TO vacancy",
    "CREATE INDEX vacancy_by_reference ON vacancy (reference)",
)


def test_a_parent_table_that_is_rebuilt_loses_no_child(path: Path, tmp_path: Path) -> None:
    golden_store(path)
    before = whole(path)
    plan = next_plan(tmp_path, statements=REBUILT)
    open_file(path, create=False, plan=plan).connection.close()
    assert whole(path) == (NEXT, plan.fingerprint, before[2])
    with closing(sqlite3.connect(path)) as other:
        assert other.execute("SELECT sum(applications) FROM tally").fetchone() == (12,)
        assert other.execute("PRAGMA foreign_key_check").fetchall() == []


FAILING = {
    "an error": "raise RuntimeError('boom')",
    "a statement that fails": "op.execute('INSERT INTO nowhere VALUES (1)')",
    "rows that go": "op.execute('DELETE FROM note')",
    "a lost trigger": "op.execute('DROP TRIGGER event_never_goes')",
    "rows without parents": "op.execute('DELETE FROM candidate_facts'); op.execute('DELETE FROM candidate')",
    "a table rebuilt, and its triggers with it": (
        "\n    with op.batch_alter_table('image', recreate='always') as batch:"
        "\n        batch.add_column(sa.Column('more', sa.Text))"
    ),
    "another schema than promised": "op.execute('CREATE TABLE extra (x)')",
}


@pytest.mark.parametrize("how", FAILING)
def test_a_migration_that_fails_leaves_the_old_store_whole(path: Path, tmp_path: Path, how: str) -> None:
    golden_store(path)
    before = whole(path)
    with pytest.raises(Refused) as refusal:
        open_file(path, create=False, plan=next_plan(tmp_path, FAILING[how]))
    assert whole(path) == before
    assert "Zo" not in str(refusal.value)
    (backup,) = (path.parent / "backups").iterdir()
    assert whole(backup) == before
    with Store.open(path) as store:
        assert store.verify().holds


STEPS = (
    "BEGIN IMMEDIATE",
    "ALTER TABLE note",
    "CREATE INDEX note_by_colour",
    "UPDATE alembic_version",
    "PRAGMA foreign_key_check",
    "PRAGMA user_version =",
    "COMMIT",
)


def _die_at(path: Path, plan: Plan, step: str) -> None:
    """Migrate in a process of its own and die, without clearing up, when SQLite is about to run `step`."""
    plain = engine.connect

    def connect(name: Path, *, write: bool) -> sqlite3.Connection:
        connection = plain(name, write=write)
        connection.set_trace_callback(lambda sql: os._exit(9) if sql.lstrip().startswith(step) else None)
        return connection

    vars(recipe)["connect"] = connect
    migrate(path, path.parent / "backups", plan)


@pytest.mark.parametrize("step", STEPS)
def test_a_migration_killed_at_any_step_leaves_the_old_store_whole(
    path: Path, tmp_path: Path, step: str
) -> None:
    golden_store(path)
    before, plan = whole(path), next_plan(tmp_path)
    child = multiprocessing.get_context("spawn").Process(target=_die_at, args=(path, plan, step))
    child.start()
    child.join(60)
    assert child.exitcode == 9
    assert whole(path) == before
    with Store.open(path) as store:
        assert store.verify().holds
    open_file(path, create=False, plan=plan).connection.close()
    assert whole(path)[0] == NEXT


def test_a_store_that_can_only_be_read_is_not_migrated(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    golden_store(path)
    before = path.read_bytes()
    monkeypatch.setattr(opening, "_rights", lambda _: (False, True))
    with pytest.raises(Refused, match=r"older version 3\.0 and can only be read here"):
        open_file(path, create=False, plan=next_plan(tmp_path))
    assert path.read_bytes() == before


def test_a_migration_of_an_altered_store_is_refused(path: Path, tmp_path: Path) -> None:
    golden_store(path)
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("CREATE TRIGGER helpful AFTER INSERT ON note BEGIN DELETE FROM note; END")
    before = whole(path)
    with pytest.raises(Refused, match="tables or triggers"):
        open_file(path, create=False, plan=next_plan(tmp_path))
    assert whole(path) == before
    assert not (path.parent / "backups").exists()


def test_a_backup_is_whole_private_and_never_replaces_a_file(store: Store, tmp_path: Path) -> None:
    import_people(store, add_vacancy(store), range(20))
    target = tmp_path / "new" / "copy.db"
    assert store.back_up(target) == target
    assert stat.S_IMODE(target.stat().st_mode) == 0o600
    with Store.open(target) as copy:
        assert copy.verify(store.anchor()).holds
    before = target.read_bytes()
    with pytest.raises(Refused, match="is there already"):
        store.back_up(target)
    assert target.read_bytes() == before


def test_a_backup_through_a_link_leaves_what_it_names_alone(store: Store, tmp_path: Path) -> None:
    victim, link = tmp_path / "victim", tmp_path / "copy.db"
    victim.write_text("mine")
    link.symlink_to(victim)
    with pytest.raises(Refused, match="is there already"):
        store.back_up(link)
    assert victim.read_text() == "mine"


def test_a_backup_that_did_not_come_out_whole_does_not_stay(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def spoil(copy: Path) -> None:
        message = f"the copy at {copy} did not come out whole"
        raise Refused(message)

    monkeypatch.setattr(backup_module, "_check", spoil)
    with pytest.raises(Refused, match="did not come out whole"):
        store.back_up(tmp_path / "copy.db")
    assert not (tmp_path / "copy.db").exists()


def test_a_backup_is_made_while_another_program_writes(store: Store, tmp_path: Path) -> None:
    vacancy = add_vacancy(store)
    import_people(store, vacancy, range(30))
    with Store.open(store.path) as other:
        loading = other.load("bo", vacancy, "more.csv")
        store.back_up(tmp_path / "copy.db")
        loading.abandon()
    with Store.open(tmp_path / "copy.db") as copy:
        assert copy.verify().holds

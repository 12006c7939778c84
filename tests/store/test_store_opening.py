"""Opening: every file that is not a whole store of ours is refused, and stays as it was."""

from __future__ import annotations

import contextlib
import hashlib
import os
import random
import sqlite3
import stat
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from recruiter_tui.domain.errors import NotFound, RecruiterError, Refused
from recruiter_tui.store import engine
from recruiter_tui.store.engine import APPLICATION_ID, CURRENT, Version
from recruiter_tui.store.filesystem import is_network, type_of
from recruiter_tui.store.opening import open_file
from recruiter_tui.store.store import Store
from tests.store.store_builders import add_vacancy, import_people

if TYPE_CHECKING:
    from collections.abc import Callable


CHANCE = random.Random(20)  # noqa: S311  # the same bytes in every run


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def a_closed_store(path: Path) -> Path:
    with Store.open(path, create=True) as store:
        import_people(store, add_vacancy(store), range(30))
    return path


def altered(sql: str) -> Callable[[Path], None]:
    def alter(path: Path) -> None:
        a_closed_store(path)
        with closing(sqlite3.connect(path, isolation_level=None)) as other:
            other.executescript(sql)

    return alter


def written(content: bytes) -> Callable[[Path], None]:
    def write(path: Path) -> None:
        path.write_bytes(content)

    return write


def cut(keep: float) -> Callable[[Path], None]:
    def shorten(path: Path) -> None:
        content = a_closed_store(path).read_bytes()
        path.write_bytes(content[: int(len(content) * keep)])

    return shorten


SMUGGLED = "CREATE TRIGGER helpful AFTER INSERT ON note BEGIN DELETE FROM note; END"
NEWER = f"PRAGMA user_version = {Version(CURRENT.major + 1, 2).pack()}"
REFUSED = {
    "zero bytes": (written(b""), "is empty"),
    "one byte": (written(b"x"), "is not a store"),
    "text": (written(b"name,email\nSomebody,x@example.org\n" * 50), "is not a store"),
    "random bytes": (written(CHANCE.randbytes(9_000)), "is not a store"),
    "a magic word and nothing else": (written(b"SQLite format 3\0"), "is not a store"),
    "a magic word and random bytes": (
        written(b"SQLite format 3\0" + CHANCE.randbytes(9_000)),
        "another program",
    ),
    "cut in half": (cut(0.5), "was cut off"),
    "cut by a byte": (cut(0.99999), "was cut off"),
    "another program's database": (altered("PRAGMA application_id = 77"), "another program"),
    "a newer major version": (
        altered(NEWER),
        "has version 4.2 of the store, and this program knows version 3.0",
    ),
    "a smuggled trigger": (altered(SMUGGLED), "tables or triggers that version 3.0"),
    "a smuggled view": (altered("CREATE VIEW people AS SELECT 1 AS x"), "tables or triggers"),
    "a smuggled table": (altered("CREATE TABLE extra (x)"), "tables or triggers"),
    "a lost trigger": (altered("DROP TRIGGER event_never_goes"), "tables or triggers"),
    "a table named like the search index's own": (
        altered("CREATE TABLE candidate_search_more (x)"),
        "tables",
    ),
}


@pytest.mark.parametrize("kind", REFUSED)
def test_what_is_not_a_store_is_refused_and_stays_as_it_was(tmp_path: Path, kind: str) -> None:
    make, words = REFUSED[kind]
    path = tmp_path / "store.db"
    make(path)
    before, names = digest(path), sorted(each.name for each in tmp_path.iterdir())
    for create in (False, True):
        with pytest.raises(Refused, match=words) as refusal:
            Store.open(path, create=create)
        assert refusal.value.remedy
    assert digest(path) == before
    assert sorted(each.name for each in tmp_path.iterdir()) == names


def test_two_hundred_mangled_files_are_refused_or_read_but_never_changed(tmp_path: Path) -> None:
    good = a_closed_store(tmp_path / "good.db").read_bytes()
    refused = 0
    for number in range(200):
        content = bytearray(good)
        if number % 2:
            content = content[: CHANCE.randrange(len(good))]
        else:
            for _ in range(CHANCE.randrange(1, 200)):
                content[CHANCE.randrange(100)] = CHANCE.randrange(256)
        path = tmp_path / f"{number}.db"
        path.write_bytes(bytes(content))
        before = digest(path)
        try:
            open_file(path, create=False).connection.close()
        except Refused:
            refused += 1
            assert digest(path) == before
    assert refused >= 195


def test_a_store_that_is_not_there_is_not_made_unasked(path: Path) -> None:
    with pytest.raises(NotFound, match="there is no store"):
        Store.open(path)
    assert not path.parent.exists()


def test_a_folder_is_not_a_store(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="is not a file"):
        Store.open(tmp_path)


def test_a_new_store_is_marked_as_ours_and_durable(store: Store) -> None:
    with closing(sqlite3.connect(store.path)) as other:
        assert other.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)
        assert other.execute("PRAGMA user_version").fetchone() == (CURRENT.pack(),)
    raw = store._raw  # the connection's own settings cannot be seen from outside
    wanted = {
        "foreign_keys": 1,
        "recursive_triggers": 1,
        "synchronous": 2,
        "trusted_schema": 0,
        "secure_delete": 1,
    }
    assert {name: raw.execute(f"PRAGMA {name}").fetchone()[0] for name in wanted} == wanted
    assert store.journal == "wal"


def test_a_larger_minor_version_is_still_opened(path: Path) -> None:
    altered(f"PRAGMA user_version = {Version(CURRENT.major, 9).pack()}")(path)
    with Store.open(path) as store:
        assert len(store.entries(10)) == 2


def test_two_programs_that_make_the_same_store_get_the_same_one(path: Path) -> None:
    with Store.open(path, create=True) as one, Store.open(path, create=True) as other:
        vacancy = add_vacancy(one)
        assert other.changed_elsewhere()
        reader = other.reader()
        assert [line.key for line in reader.vacancies()] == [vacancy]
        reader.close()
    assert [each.name for each in path.parent.iterdir()] == ["store.db"]


def test_a_link_leads_to_the_store_itself(store: Store, tmp_path: Path) -> None:
    link = tmp_path / "link.db"
    link.symlink_to(store.path)
    with Store.open(link) as opened:
        assert opened.path == store.path


UMASK_RUN = """
import os, sys
from pathlib import Path
os.umask(0)
from recruiter_tui.store.store import Store
sys.path.insert(0, sys.argv[2])
from tests.store.store_builders import add_vacancy, import_people
path = Path(sys.argv[1])
with Store.open(path, create=True) as store:
    import_people(store, add_vacancy(store), range(5))
    store.back_up(path.parent / "copies" / "copy.db")
    for each in sorted(path.parent.rglob("*")):
        print(each.name, oct(each.stat().st_mode & 0o777))
    print("folder", oct(path.parent.stat().st_mode & 0o777))
"""


def test_under_umask_000_everything_made_is_for_its_owner_alone(path: Path) -> None:
    ran = subprocess.run(
        [sys.executable, "-c", UMASK_RUN, str(path), str(Path(__file__).parents[2])],
        capture_output=True,
        text=True,
        check=True,
        env=os.environ | {"PYTHONPATH": str(Path(__file__).parents[2])},
    )
    found = dict(line.split() for line in ran.stdout.splitlines())
    assert found.keys() >= {"store.db", "store.db-wal", "store.db-shm", "copy.db", "copies", "folder"}
    assert {name: mode for name, mode in found.items() if mode != "0o600"} == {
        "copies": "0o700",
        "folder": "0o700",
    }


def test_a_store_without_the_right_to_write_is_opened_for_reading(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    a_closed_store(path)
    before = digest(path)
    monkeypatch.setattr("recruiter_tui.store.opening._rights", lambda _: (False, True))
    with Store.open(path) as store:
        assert store.read_only
        reader = store.reader()
        assert len(reader.roll(1)) == 30
        reader.close()
        assert store.verify().holds
        with pytest.raises(Refused, match="can only be read here"), store.write("ann", "decided"):
            pytest.fail("a read-only store was written to")
    assert digest(path) == before


@pytest.mark.parametrize("name", ["SQLITE_IOERR_SHMSIZE", "SQLITE_FULL"])
def test_on_a_full_disk_a_store_is_opened_for_reading(
    path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    a_closed_store(path)
    before = digest(path)

    def no_room(connection: sqlite3.Connection, path: Path) -> str:
        error = sqlite3.OperationalError(f"no room for {path} ({connection.total_changes})")
        error.sqlite_errorname = name
        raise error

    monkeypatch.setattr("recruiter_tui.store.opening.make_durable", no_room)
    with Store.open(path) as store:
        reader = store.reader()
        assert len(reader.roll(1)) == 30
        reader.close()
        with pytest.raises(Refused, match="the disk is full") as refusal, store.write("ann", "decided"):
            pytest.fail("a store without room was written to")
        assert "make room" in refusal.value.remedy
        assert "make room" in store.condition().advice[0]
    assert digest(path) == before
    with contextlib.closing(sqlite3.connect(path)) as other:
        other.execute("UPDATE vacancy SET title = title || '.'")
        other.commit()  # now the log holds what the file alone lacks
        with pytest.raises(Refused, match="the disk is full"):
            Store.open(path)


def test_permissions_decide_whether_a_store_is_read_only(path: Path) -> None:
    if os.geteuid() == 0:
        pytest.skip("the superuser may write everywhere")
    a_closed_store(path)
    path.parent.chmod(stat.S_IRUSR | stat.S_IXUSR)
    try:
        with Store.open(path) as store:
            assert store.read_only
            assert store.verify().holds
    finally:
        path.parent.chmod(0o700)


MOUNTS = """22 1 8:1 / / rw,relatime - ext4 /dev/sda1 rw
23 22 0:44 / /mnt/share rw - nfs4 server:/x rw
24 22 0:45 / /mnt/with\\040space rw - cifs //server/y rw
25 23 8:2 / /mnt/share/local rw - xfs /dev/sdb1 rw
broken line
"""


def test_the_type_of_a_file_system_is_read_from_the_mounts(tmp_path: Path) -> None:
    mounts = tmp_path / "mountinfo"
    mounts.write_text(MOUNTS)
    assert type_of(Path("/home/x"), mounts) == "ext4"
    assert type_of(Path("/mnt/share/a.db"), mounts) == "nfs4"
    assert type_of(Path("/mnt/share/local/a.db"), mounts) == "xfs"
    assert type_of(Path("/mnt/shared.db"), mounts) == "ext4"
    assert is_network(Path("/mnt/with space/a.db"), mounts)
    assert type_of(Path("/x"), tmp_path / "absent") is None


def test_on_a_network_file_system_no_write_ahead_log_is_used(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine, "is_network", lambda _: True)
    with Store.open(path, create=True) as store:
        assert store.journal == "delete"
        assert store._raw.execute("PRAGMA synchronous").fetchone() == (3,)  # EXTRA
        import_people(store, add_vacancy(store), range(3))
        assert store.verify().holds
        assert not path.with_name("store.db-wal").exists()


def test_a_store_that_was_moved_away_while_open_is_not_written_to(store: Store) -> None:
    store.path.rename(store.path.with_name("elsewhere.db"))
    with pytest.raises(Refused, match="moved, deleted or replaced"):
        add_vacancy(store)


def test_a_store_that_was_replaced_while_open_is_not_written_to(store: Store, tmp_path: Path) -> None:
    other = a_closed_store(tmp_path / "other.db")
    before = digest(other)
    other.replace(store.path)
    with pytest.raises(Refused, match="moved, deleted or replaced"):
        add_vacancy(store)
    assert digest(store.path) == before


def test_a_refusal_is_always_one_of_the_programs_own_errors(tmp_path: Path) -> None:
    path = a_closed_store(tmp_path / "store.db")
    content = bytearray(path.read_bytes())
    content[4096:8192] = bytes(4096)
    path.write_bytes(bytes(content))
    with contextlib.suppress(RecruiterError), Store.open(path) as store:
        assert not store.verify().holds

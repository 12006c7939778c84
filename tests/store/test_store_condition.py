"""What is said about a store's place and about what the database reports."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

import pytest

from recruiter_tui.domain.errors import Conflict, RecruiterError, Refused
from recruiter_tui.store import condition as condition_module
from recruiter_tui.store.engine import CURRENT
from recruiter_tui.store.faults import plain, translated
from tests.store.store_builders import add_vacancy, import_people

if TYPE_CHECKING:
    from recruiter_tui.store.store import Store


def test_a_store_tells_how_it_stands(store: Store) -> None:
    import_people(store, add_vacancy(store), range(3))
    found = store.condition()
    assert (found.path, found.version, found.journal, found.entries) == (store.path, CURRENT, "wal", 2)
    assert found.sqlite == sqlite3.sqlite_version
    assert found.mode == "-rw-------"
    assert found.size > 0
    assert found.log_size > 0
    assert not found.read_only


def test_advice_is_given_where_something_could_be_better(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(condition_module, "type_of", lambda _: "nfs4")
    monkeypatch.setattr(sqlite3, "sqlite_version_info", (3, 40, 1))
    monkeypatch.setattr(condition_module, "LARGEST_LOG", -1)
    store.path.chmod(0o644)
    store.path.parent.chmod(0o777)
    advice = "\n".join(store.condition().advice)
    for words in (
        "chmod 600",
        "chmod 700",
        "network file system (nfs4)",
        "older than 3.51.3",
        "log is large",
    ):
        assert words in advice


def test_a_store_in_good_order_needs_no_advice(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sqlite3, "sqlite_version_info", (3, 51, 3))
    monkeypatch.setattr(condition_module, "type_of", lambda _: "ext4")
    assert store.condition().advice == ()


@pytest.mark.parametrize(
    ("name", "kind", "words"),
    [
        ("SQLITE_BUSY_SNAPSHOT", Refused, "another program is writing"),
        ("SQLITE_LOCKED", Refused, "is using the store"),
        ("SQLITE_FULL", Refused, "the disk is full"),
        ("SQLITE_READONLY_DIRECTORY", Refused, "can only be read here"),
        ("SQLITE_CONSTRAINT_UNIQUE", Conflict, "somebody else changed"),
        ("SQLITE_INTERRUPT", Refused, "called off"),
        ("SQLITE_TOOBIG", Refused, "too long"),
        ("SQLITE_IOERR_READ", Refused, r"could not be read or written \(SQLITE_IOERR_READ\)"),
        ("SQLITE_CORRUPT", Refused, "recruiter-tui verify"),
        ("", Refused, "OperationalError"),
    ],
)
def test_what_the_database_says_becomes_one_plain_sentence(
    name: str, kind: type[RecruiterError], words: str
) -> None:
    error = sqlite3.OperationalError("near 'Zoë Ångström'")
    error.sqlite_errorname = name
    with pytest.raises(kind, match=words) as told, translated():
        raise error
    assert "Zoë" not in str(told.value)
    assert told.value.remedy
    assert type(plain(error)) is kind


def test_a_fault_of_the_program_is_not_dressed_up_as_one_of_the_store() -> None:
    error = sqlite3.OperationalError("no such column: colour")
    error.sqlite_errorname = "SQLITE_ERROR"
    with pytest.raises(sqlite3.OperationalError), translated():
        raise error
    with pytest.raises(sqlite3.ProgrammingError), translated():
        raise sqlite3.ProgrammingError
    other = ValueError("other")
    with pytest.raises(ValueError, match="other"), translated():
        raise other

"""Bulk import: staged out of sight, visible all at once, swept when its process died."""

from __future__ import annotations

import json
import multiprocessing
import os
import socket
import sqlite3
from typing import TYPE_CHECKING, Any

import pytest

from recruiter_tui.domain.application import Disposition
from recruiter_tui.domain.errors import Conflict, NotFound
from recruiter_tui.domain.finding import Outcome
from recruiter_tui.store import journal
from recruiter_tui.store.loading import owner
from recruiter_tui.store.store import Store
from recruiter_tui.store.sweeping import _lives
from tests.store.store_builders import (
    add_vacancy,
    applicant,
    decide,
    import_people,
    person,
    screen,
    screened,
    take_back,
)

if TYPE_CHECKING:
    from pathlib import Path

    from recruiter_tui.store.reading import Reader


def left_of(store: Store, batch: int) -> list[str]:
    """Return the tables that still hold rows of an import."""
    count = "SELECT count(*) FROM {} WHERE {} = ?"
    places = (("batch", "id"), ("candidate", "batch_id"), ("application", "batch_id"))
    return [
        name for name, key in places if store._raw.execute(count.format(name, key), (batch,)).fetchone()[0]
    ]


NOW = "2026-01-05T09:00:00+00:00"


def rows_of(store: Store) -> dict[str, int]:
    names = (
        "batch",
        "candidate",
        "candidate_facts",
        "application",
        "note",
        "document",
        "image",
        "event",
        "tally",
    )
    count = "SELECT count(*) FROM "
    return {name: store._raw.execute(count + name).fetchone()[0] for name in names}


def test_what_is_staged_is_seen_by_nobody_until_the_end(store: Store, reader: Reader) -> None:
    vacancy = add_vacancy(store)
    loading = store.load("ann", vacancy, "people.csv")
    keys = loading.stage([applicant(1), applicant(2)])
    assert list(reader.roll(vacancy)) == []
    assert reader.rows(keys) == []
    assert reader.known(vacancy) == {}
    assert reader.search(vacancy, "logistics") == set()
    assert reader.candidates_with_email("person1@example.org") == []
    assert reader.vacancies()[0].counts == {}
    with pytest.raises(NotFound):
        reader.record(keys[0])
    assert store.verify().holds
    keys += loading.stage([applicant(3)])
    with loading.finish("3 applications imported") as unit:
        pass
    assert sorted(reader.roll(vacancy)) == keys
    assert reader.vacancies()[0].counts == {Disposition.NEW: 3}
    assert reader.known(vacancy)["A2"].fingerprint == "row-2"
    assert store.entries(1)[0].summary == "3 applications imported"
    assert store.entries(1)[0].subject == f"B{loading.batch}"
    assert unit.sequence == 2
    assert store.verify().holds


def test_an_abandoned_import_leaves_nothing(store: Store, reader: Reader) -> None:
    vacancy = add_vacancy(store)
    before = rows_of(store)
    loading = store.load("ann", vacancy, "people.csv")
    found = [screened(0, Outcome.MET)] * 10
    loading.stage([applicant(number) for number in range(10)], found)
    assert store.verify().holds
    loading.abandon()
    assert rows_of(store) == before
    assert reader.search(vacancy, "logistics") == set()
    assert store.verify().holds
    with pytest.raises(Conflict, match="cleared away"):
        loading.stage([applicant(11)])


def test_what_screening_found_comes_with_the_rows_and_is_proven(store: Store, reader: Reader) -> None:
    vacancy = add_vacancy(store)
    loading = store.load("ann", vacancy, "people.csv")
    keys = loading.stage(
        [applicant(1), applicant(2)], [screened(0, Outcome.MET), screened(0, Outcome.NOT_MET)]
    )
    with loading.finish("2 imported"):
        pass
    assert [row.outcome for row in reader.rows(keys)] == [Outcome.MET, Outcome.NOT_MET]
    assert store.verify().holds


def test_an_import_can_update_who_is_there_in_the_same_act(store: Store, reader: Reader) -> None:
    vacancy = add_vacancy(store)
    (old,) = import_people(store, vacancy, [1])
    loading = store.load("ann", vacancy, "again.csv")
    loading.stage([applicant(2)])
    with loading.finish("1 imported, 1 updated") as unit:
        unit.put_candidate(reader.rows([old])[0].candidate, person(1, paper="another paper"))
        unit.update("application", old, {"fingerprint": "row-1b"})
    assert reader.search(vacancy, "another") == {old}
    store.undo("ann")
    assert list(reader.roll(vacancy, "key")) == [old]
    assert reader.search(vacancy, "another") == set()
    assert reader.known(vacancy)["A1"].fingerprint == "row-1"
    assert store.verify().holds


def test_the_same_application_twice_is_a_conflict(store: Store) -> None:
    vacancy = add_vacancy(store)
    import_people(store, vacancy, [1])
    loading = store.load("ann", vacancy, "people.csv")
    with pytest.raises(Conflict):
        loading.stage([applicant(1)])
    loading.abandon()
    assert store.verify().holds


def test_a_person_who_is_there_gets_one_more_application(store: Store, reader: Reader) -> None:
    first, second = add_vacancy(store, "one"), add_vacancy(store, "two")
    (mine,) = import_people(store, first, [1])
    who = reader.rows([mine])[0].candidate
    loading = store.load("ann", second, "people.csv")
    keys = loading.stage([applicant(1, candidate_id=who)])
    with loading.finish("1"):
        pass
    assert reader.applications_of(who) == [mine, *keys]
    assert reader.record(mine).also_applied == ("Officer",)
    store.undo("ann")
    assert reader.applications_of(who) == [mine]
    assert store.verify().holds


def test_a_whole_import_is_taken_back_after_other_acts(store: Store, reader: Reader) -> None:
    vacancy = add_vacancy(store)
    keep = import_people(store, vacancy, [1, 2])
    gone = import_people(store, vacancy, [3, 4])
    screen(store, [*keep, *gone])
    with store.write("bo", "decided", "1 shortlisted") as unit:
        decide(unit, keep[0], "shortlisted")
    take_back(store, 2)
    assert sorted(reader.roll(vacancy)) == keep
    assert not {"batch", "candidate", "application"} & set(left_of(store, 2))
    assert store.entries(1)[0].summary == "Taken back: 2 applications imported"
    with pytest.raises(Conflict, match="B2 was taken back already"):
        take_back(store, 2)
    store.undo("ann")
    assert sorted(reader.roll(vacancy)) == [*keep, *gone]
    assert store.verify().holds


def test_an_import_that_somebody_has_worked_on_is_not_taken_back(store: Store, reader: Reader) -> None:
    vacancy = add_vacancy(store)
    keys = import_people(store, vacancy, [1, 2])
    with store.write("bo", "noted", "a note") as unit:
        made = {"made_by": "bo", "made_at": unit.act.at}
        unit.insert("note", {"application_id": keys[0], "text": "call back", **made})
    before = store.anchor()
    with pytest.raises(Conflict):
        take_back(store, 1)
    assert store.anchor() == before
    assert sorted(reader.roll(vacancy)) == keys
    with pytest.raises(NotFound, match="no import B7"):
        take_back(store, 7)
    assert store.verify().holds


def _die_while_loading(path: Path, vacancy: int) -> None:
    store = Store.open(path)
    loading = store.load("ann", vacancy, "people.csv")
    loading.stage([applicant(number) for number in range(20, 40)])
    os._exit(9)


def test_what_a_dead_process_left_is_swept_at_the_next_open(store: Store, reader: Reader) -> None:
    vacancy = add_vacancy(store)
    import_people(store, vacancy, [5])
    before = rows_of(store)
    child = multiprocessing.get_context("spawn").Process(
        target=_die_while_loading, args=(store.path, vacancy)
    )
    child.start()
    child.join(60)
    assert child.exitcode == 9
    assert rows_of(store)["application"] == 21
    with Store.open(store.path):
        pass
    assert rows_of(store) == before
    assert reader.search(vacancy, "logistics") == set(reader.roll(vacancy))
    assert store.verify().holds


def test_an_import_under_way_is_not_swept_by_another_program(store: Store, reader: Reader) -> None:
    vacancy = add_vacancy(store)
    loading = store.load("ann", vacancy, "people.csv")
    keys = loading.stage([applicant(1)])
    with Store.open(store.path):
        pass
    with loading.finish("1 application imported"):
        pass
    assert list(reader.roll(vacancy)) == keys


def test_only_a_process_that_still_runs_counts_as_alive() -> None:
    host, space, pid, started = json.loads(owner())
    assert _lives(owner(), NOW)
    assert not _lives(json.dumps([host, space, pid, "1"]), NOW)
    assert not _lives(json.dumps([host, space, 2**22 + 1, started]), NOW)
    assert not _lives(json.dumps([host, "pid:[1]", pid, started]), NOW)  # long ago, elsewhere
    assert _lives(json.dumps(["elsewhere", space, pid, started]), "2999-01-01T00:00:00+00:00")
    assert host == socket.gethostname()


def test_papers_that_two_people_share_are_kept_once(store: Store, reader: Reader) -> None:
    vacancy = add_vacancy(store)
    loading = store.load("ann", vacancy, "people.csv")
    keys = loading.stage([applicant(1, paper="the same"), applicant(2, paper="the same")])
    with loading.finish("2"):
        pass
    assert rows_of(store)["document"] == 1
    assert reader.search(vacancy, "same") == set(keys)
    loading = store.load("ann", vacancy, "people.csv")
    loading.stage([applicant(3, paper="the same"), applicant(4, paper="its own")])
    loading.abandon()
    assert rows_of(store)["document"] == 1
    assert store.verify().holds


def test_the_encoder_for_many_rows_writes_what_the_one_for_single_rows_writes() -> None:
    encode = journal.canonical_in_bulk()
    every = "".join(map(chr, [*range(1, 0x250), 0x600, 0x2028, 0xFEFF, 0xFFFD, 0x1F600, 0xE0041]))
    rows: list[journal.Row] = [
        {"b": 1, "a": every, "c": None},
        {"a": '"\\/', "z": -(2**63), "m": 2**63 - 1, "e": ""},
        {"a": 0.1, "b": 1e16, "c": 1e-7, "d": 5.0},
        {},
    ]
    assert [encode(row) for row in rows] == [journal.canonical(row) for row in rows]


def test_staging_waits_for_no_disk_and_every_other_act_does(store: Store) -> None:
    vacancy = add_vacancy(store)
    loading = store.load("ann", vacancy, "people.csv")

    def waits() -> int:
        return int(store._raw.execute("PRAGMA synchronous").fetchone()[0])

    seen: list[int] = []
    with store.transaction(staging=True):
        seen.append(waits())
    with store.transaction():
        seen.append(waits())
    loading.stage([applicant(1)])
    assert (seen, waits()) == ([1, 2], 2)


class _Full:
    """The store's connection on a disk on which its file can no longer grow; the log still has room."""

    def __init__(self, store: Store) -> None:
        self._real = store._raw

    def execute(self, statement: str, *values: Any) -> sqlite3.Cursor:  # noqa: ANN401 - handed on as they are
        if "wal_checkpoint" in statement:
            message = "database or disk is full"
            raise sqlite3.OperationalError(message)
        return self._real.execute(statement, *values)

    def __getattr__(self, name: str) -> object:
        return getattr(self._real, name)


def test_an_import_that_stands_is_no_failure_because_the_log_cannot_be_carried_over(
    store: Store, reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    vacancy = add_vacancy(store)
    loading = store.load("ann", vacancy, "people.csv")
    loading.stage([applicant(1), applicant(2)])
    monkeypatch.setattr(store, "_raw", _Full(store))
    with loading.finish("2 imported"):
        pass
    assert len(reader.roll(vacancy)) == 2
    abandoned = store.load("ann", vacancy, "more.csv")
    abandoned.stage([applicant(3)])
    abandoned.abandon()
    assert len(reader.roll(vacancy)) == 2
    assert store.verify().holds

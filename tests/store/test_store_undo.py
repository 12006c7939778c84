"""Undo and redo: everything in order, across restarts, and never over what somebody else did since."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import hypothesis.strategies as st
import pytest
from hypothesis import HealthCheck, settings
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from recruiter_tui.domain.errors import Conflict, NotFound
from recruiter_tui.domain.finding import Outcome
from recruiter_tui.store.store import Store
from recruiter_tui.store.tables import JOURNALLED
from tests.store.store_builders import (
    Ticking,
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
    from unittest import TestCase

    from recruiter_tui.store.journal import Row
    from recruiter_tui.store.reading import Reader
    from recruiter_tui.store.writing import Unit

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=9)
State = dict[str, list[tuple[object, ...]]]


def contents(store: Store) -> State:
    """Return all rows that undo answers for, without the versions, which only grow."""
    found: State = {}
    for name, table in JOURNALLED.items():
        columns = ", ".join(f'"{column.name}"' for column in table.columns if column.name != "version")
        rows = store._raw.execute(f"SELECT {columns} FROM {name} ORDER BY id").fetchall()  # noqa: S608  # our own names
        found[name] = rows
    return found


def test_a_decision_is_taken_back_and_brought_again(store: Store, reader: Reader) -> None:
    keys = import_people(store, add_vacancy(store), range(4))
    before = contents(store)
    with store.write("ann", "decided", "3 shortlisted") as unit:
        for key in keys[:3]:
            decide(unit, key, "shortlisted")
    after = contents(store)
    done = store.undo("bo")
    assert (done.target, done.summary) == (3, "3 shortlisted")
    assert {key for _, key in done.touched} == set(keys[:3])
    assert contents(store) == before
    assert store.redo("bo").target == 3
    assert contents(store) == after
    entries = store.entries(10)
    assert [(entry.seq, entry.by, entry.undone) for entry in entries[:3]] == [
        (5, "bo", False),
        (4, "bo", False),
        (3, "ann", False),
    ]
    assert entries[0].summary == "Done again: 3 shortlisted"
    assert reader.rows(keys[:1])[0].version == 4
    assert store.verify().holds


def test_undo_survives_a_restart_and_goes_back_to_the_empty_store(path: Path) -> None:
    with Store.open(path, create=True) as store:
        empty = contents(store)
        keys = import_people(store, add_vacancy(store), range(3))
        screen(store, keys)
        with store.write("ann", "decided") as unit:
            decide(unit, keys[0], "maybe")
    with Store.open(path) as store:
        for _ in range(3):
            store.undo("ann")
        assert contents(store) == empty
        with pytest.raises(NotFound, match="nothing to undo"):
            store.undo("ann")
        assert store.verify().holds
    with Store.open(path) as store:
        for _ in range(3):
            store.redo("ann")
        with pytest.raises(NotFound, match="nothing to redo"):
            store.redo("ann")
        assert store.verify().holds


def test_a_new_act_leaves_nothing_to_redo(store: Store) -> None:
    keys = import_people(store, add_vacancy(store), range(2))
    with store.write("ann", "decided") as unit:
        decide(unit, keys[0], "maybe")
    store.undo("ann")
    with store.write("ann", "decided") as unit:
        decide(unit, keys[1], "maybe")
    with pytest.raises(NotFound, match="nothing to redo"):
        store.redo("ann")
    store.undo("ann")
    store.redo("ann")


def test_screening_and_exports_are_not_on_the_stack(store: Store, reader: Reader) -> None:
    keys = import_people(store, add_vacancy(store), range(2))
    with store.write("ann", "decided", "maybe") as unit:
        decide(unit, keys[0], "maybe")
    screen(store, keys)
    store.record("ann", "exported", "list.csv")
    assert store.undo("ann").summary == "maybe"
    assert reader.rows(keys[:1])[0].outcome is Outcome.MET


def test_what_belongs_to_an_undo_is_done_in_the_same_transaction(store: Store, reader: Reader) -> None:
    keys = import_people(store, add_vacancy(store), range(1))
    with store.write("ann", "overruled") as unit:
        made: Row = {"made_by": "ann", "made_at": unit.act.at, "reason": "seen"}
        ruling: Row = {"application_id": keys[0], "criterion": "skill-1", "outcome": "met"}
        unit.insert("override", ruling | made)
        unit.put_screenings([screened(keys[0])])

    def again(unit: Unit, touched: tuple[tuple[str, int], ...]) -> None:
        assert [entity for entity, _ in touched] == ["override"]
        unit.put_screenings([screened(keys[0], Outcome.NOT_MET)])

    store.undo("ann", again)
    assert reader.rows(keys)[0].outcome is Outcome.NOT_MET
    assert store.verify().holds

    def fail(unit: Unit, touched: tuple[tuple[str, int], ...]) -> None:
        raise ValueError(unit.act.kind, touched)

    anchor = store.anchor()
    with pytest.raises(ValueError, match="redo"):
        store.redo("ann", fail)
    assert store.anchor() == anchor


def test_an_undo_never_overwrites_what_the_journal_does_not_know(store: Store, reader: Reader) -> None:
    keys = import_people(store, add_vacancy(store), range(1))
    with store.write("ann", "decided") as unit:
        decide(unit, keys[0], "maybe")
    store._raw.execute("UPDATE application SET reason = 'slipped in', disposition = 'withdrawn'")
    with pytest.raises(Conflict, match="has changed since"):
        store.undo("ann")
    assert reader.rows(keys)[0].disposition == "withdrawn"


def test_columns_that_an_act_did_not_touch_may_have_moved(store: Store, reader: Reader) -> None:
    vacancy = add_vacancy(store)
    keys = import_people(store, vacancy, range(1))
    loading = store.load("ann", vacancy, "again.csv")
    with loading.finish("1 updated") as unit:
        unit.update("application", keys[0], {"fingerprint": "newer"})
    with store.write("bo", "decided") as unit:
        decide(unit, keys[0], "maybe")
    take_back(store, loading.batch)
    line = reader.rows(keys)[0]
    assert (line.disposition, reader.known(vacancy)["A0"].fingerprint) == ("maybe", "row-0")
    assert store.verify().holds


class UndoInAnyOrder(RuleBasedStateMachine):
    """Acts, undo, redo and restarts in any order: rows are the model's, and the journal proves them."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.path = Path(self.folder.name) / "store.db"
        self.clock = Ticking()
        self.store = Store.open(self.path, create=True, clock=self.clock)
        self.past: list[State] = []
        self.future: list[State] = []
        self.number = 0

    @initialize()
    def begin(self) -> None:
        self.vacancy = add_vacancy(self.store)
        import_people(self.store, self.vacancy, range(3))
        self.number = 3
        self.store.record("ann", "exported", "nothing")

    def keys(self) -> list[int]:
        return [row[0] for row in self.store._raw.execute("SELECT id FROM application ORDER BY id")]

    def remember(self, before: State) -> None:
        if contents(self.store) != before:
            self.past.append(before)
            self.future.clear()

    @rule(
        places=st.lists(st.integers(0, 20), max_size=4), word=st.sampled_from(["new", "maybe", "shortlisted"])
    )
    def decide(self, places: list[int], word: str) -> None:
        before, keys = contents(self.store), self.keys()
        with self.store.write("ann", "decided", word) as unit:
            for place in places:
                if keys:
                    decide(unit, keys[place % len(keys)], word)
        self.remember(before)

    @rule(
        place=st.integers(0, 20),
        text=TEXT,
    )
    def note(self, place: int, text: str) -> None:
        before, keys = contents(self.store), self.keys()
        with self.store.write("bo", "noted", text) as unit:
            if keys:
                made = {"made_by": "bo", "made_at": unit.act.at}
                unit.insert("note", {"application_id": keys[place % len(keys)], "text": text, **made})
        self.remember(before)

    @rule()
    def drop_a_note(self) -> None:
        before = contents(self.store)
        found = self.store._raw.execute("SELECT max(id) FROM note").fetchone()[0]
        with self.store.write("bo", "noted", "note taken away") as unit:
            if found is not None:
                unit.delete("note", found)
        self.remember(before)

    @rule(place=st.integers(0, 20), words=st.sampled_from(["rice", "water", "shelter"]))
    def correct(self, place: int, words: str) -> None:
        before, keys = contents(self.store), self.keys()
        with self.store.write("ann", "corrected", words) as unit:
            if keys:
                who = unit.row("application", keys[place % len(keys)])["candidate_id"]
                unit.put_candidate(int(who or 0), person(place, paper=words))
        self.remember(before)

    @rule(size=st.integers(0, 3), update=st.booleans())
    def load(self, size: int, update: bool) -> None:  # noqa: FBT001  # Hypothesis names it
        before, keys = contents(self.store), self.keys()
        loading = self.store.load("ann", self.vacancy, "people.csv")
        loading.stage([applicant(self.number + number) for number in range(size)])
        self.number += size
        with loading.finish(f"{size} imported") as unit:
            if update and keys:
                unit.update("application", keys[0], {"fingerprint": f"again {self.number}"})
        self.remember(before)

    @rule()
    def screen(self) -> None:
        outcome = Outcome.MET if self.number % 2 else Outcome.CANNOT_TELL
        screen(self.store, self.keys(), outcome)

    @rule()
    def undo(self) -> None:
        if not self.past:
            return
        here = contents(self.store)
        self.store.undo("bo")
        self.future.append(here)
        assert contents(self.store) == self.past.pop()

    @precondition(lambda self: self.future)
    @rule()
    def redo(self) -> None:
        here = contents(self.store)
        self.store.redo("bo")
        self.past.append(here)
        assert contents(self.store) == self.future.pop()

    @precondition(lambda self: not self.future)
    @rule()
    def redo_nothing(self) -> None:
        with pytest.raises(NotFound):
            self.store.redo("bo")

    @rule()
    def restart(self) -> None:
        self.store.close()
        self.store = Store.open(self.path, clock=self.clock)

    @invariant()
    def proven(self) -> None:
        proof = self.store.verify()
        assert proof.holds, proof.problem

    def teardown(self) -> None:
        self.store.close()
        self.folder.cleanup()


def machine(examples: int, steps: int) -> type[TestCase]:
    """Return the machine as a test of so many runs of so many steps."""
    test: type[TestCase] = UndoInAnyOrder.TestCase
    slow = [HealthCheck.too_slow]
    chosen = settings(
        max_examples=examples, stateful_step_count=steps, deadline=None, suppress_health_check=slow
    )
    return type("UndoCase", (test,), {"settings": chosen})


TestUndoInAnyOrder = machine(15, 20)
TestUndoInAnyOrderForLong = pytest.mark.nightly(machine(500, 60))


def test_details_of_an_act_stay_readable(store: Store) -> None:
    with store.write("ann", "noted") as unit:
        unit.insert("setting", {"name": "a", "value": json.dumps({"b": 1})})
        unit.detail("first line")
        unit.detail("second line")
        unit.summary = "told at the end"
    (entry,) = store.entries(1)
    assert (entry.summary, entry.details) == ("told at the end", ("first line", "second line"))
    assert store.entries(5, before=entry.seq) == []

"""Verification: whatever is altered behind the program's back is found, and the entry is named."""

from __future__ import annotations

import random
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from recruiter_tui.domain.errors import RecruiterError, Refused
from recruiter_tui.store import journal
from recruiter_tui.store.store import Store
from recruiter_tui.store.tables import TRIGGERS
from tests.store.store_builders import Ticking, add_vacancy, decide, import_people, screen

if TYPE_CHECKING:
    from pathlib import Path

GUARDS = [trigger.split()[2] for trigger in TRIGGERS]


def a_worked_on_store(path: Path) -> tuple[int, str]:
    """Make a store with six entries: vacancy, import, screening, two decisions, an undo."""
    with Store.open(path, create=True, clock=Ticking()) as store:
        keys = import_people(store, add_vacancy(store), range(8))
        screen(store, keys)
        for number in (0, 1):
            with store.write("bo", "decided", f"decided {number}") as unit:
                decide(unit, keys[number], "shortlisted")
        store.undo("ann")
        return store.anchor()


def attack(path: Path, *statements: str, guarded: bool = False) -> None:
    """Alter the file as its owner could: with the triggers taken off, and put back afterwards."""
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        if not guarded:
            for name in GUARDS:
                other.execute(f"DROP TRIGGER {name}")
        for statement in statements:
            other.execute(statement)
        if not guarded:
            for trigger in TRIGGERS:
                other.execute(trigger)


def test_an_untouched_store_holds(path: Path) -> None:
    anchor = a_worked_on_store(path)
    with Store.open(path) as store:
        proof = store.verify(anchor)
        assert (proof.holds, proof.entries, proof.anchor) == (True, 6, anchor[1])


def test_an_empty_store_holds(store: Store) -> None:
    assert store.verify(store.anchor()).holds
    assert store.anchor() == (0, "")


PUT_IN = (
    "INSERT INTO image (bundle, position, entity, key, salt, before, after, commitment)"
    " SELECT bundle, 9, entity, key, salt, before, after, commitment FROM image WHERE bundle = 5 LIMIT 1"
)
NOTE_PUT_IN = (
    "INSERT INTO note (application_id, text, made_by, made_at)"
    " SELECT id, 'x', 'eve', 'now' FROM application LIMIT 1"
)
OUT_OF_SEARCH = (
    "INSERT INTO candidate_search (candidate_search, rowid, name, body)"
    " SELECT 'delete', id, name, body FROM candidate_text WHERE id = 1"
)
ATTACKS: dict[str, tuple[str, int | None, str]] = {
    "who decided": ("UPDATE event SET actor = 'eve' WHERE seq = 4", 4, "changed"),
    "when": ("UPDATE event SET at = '2020-01-01' WHERE seq = 2", 2, "changed"),
    "what kind": ("UPDATE event SET kind = 'screened' WHERE seq = 5", 5, "changed"),
    "whether it can be undone": ("UPDATE event SET undoable = 0 WHERE seq = 5", 5, "changed"),
    "a hash": ("UPDATE event SET hash = randomblob(32) WHERE seq = 3", 3, "changed"),
    "a commitment": ("UPDATE event SET commitment = randomblob(32) WHERE seq = 3", 3, "changed"),
    "an entry in the middle taken out": ("DELETE FROM event WHERE seq = 4", 4, "missing"),
    "two entries exchanged": (
        "UPDATE event SET seq = CASE seq WHEN 4 THEN -5 WHEN 5 THEN -4 ELSE seq END",
        4,
        "",
    ),
    "the summary": ("UPDATE image SET after = x'007B7D' WHERE position = 0 AND bundle = 4", 4, "changed"),
    "a record": ("UPDATE image SET after = x'007B7D' WHERE position = 1 AND bundle = 5", 5, "changed"),
    "a record's salt": (
        "UPDATE image SET salt = randomblob(16) WHERE bundle = 5 AND position = 1",
        5,
        "changed",
    ),
    "a record erased": (
        "UPDATE image SET salt = NULL, before = NULL, after = NULL WHERE bundle = 5 AND position = 1",
        5,
        "changed or taken out",
    ),
    "a record taken out": ("DELETE FROM image WHERE bundle = 5 AND position = 1", 5, "not complete"),
    "a record put in": (
        PUT_IN,
        5,
        "changed or taken out",
    ),
    "records of no entry": (
        "INSERT INTO image (bundle, position, entity, key, commitment) VALUES (77, 0, '', 0, x'00')",
        None,
        "belong to no entry",
    ),
    "a verdict": (
        "UPDATE application SET disposition = 'maybe' WHERE id = 1",
        4,
        "is not as",
    ),
    "a note put in": (
        NOTE_PUT_IN,
        None,
        "no entry of the journal put it there",
    ),
    "a note taken out": ("DELETE FROM note", 2, "missing"),
    "a name": ("UPDATE candidate SET name = 'Eve' WHERE id = 3", 2, "candidate 3 is not as entry 2 left it"),
    "facts": ("UPDATE candidate_facts SET facts = '{}' WHERE id = 3", 2, "candidate_facts 3 is not as"),
    "criteria": ("UPDATE criteria_version SET criteria = '[]'", 1, "is not as"),
    "a screening's outcome": ("UPDATE screening SET outcome = 'not met' WHERE id = 2", 3, "screening 2"),
    "a finding": ("UPDATE finding SET body = x'00' WHERE id = 2", 3, "screening 2"),
    "a screening with a new digest": ("UPDATE screening SET digest = 'abc' WHERE id = 2", 3, "screening 2"),
    "a screening taken out": ("DELETE FROM screening WHERE id = 2", 3, "missing"),
    "a finding taken out": ("DELETE FROM finding WHERE id = 2", 3, "screening 2"),
    "a paper's text": ("UPDATE document SET text = 'better' WHERE id = 1", 2, "document 1"),
    "a paper's bytes": ("UPDATE document SET data = x'00' WHERE id = 1", None, "document 1"),
    "a count": ("UPDATE tally SET applications = 99", None, "counts"),
    "a paper given to another": (
        "UPDATE candidate_document SET document_id = 2 WHERE candidate_id = 1",
        None,
        "documents of candidate 1",
    ),
    "the search index": (
        OUT_OF_SEARCH,
        None,
        "full-text",
    ),
    "an application without its person": ("DELETE FROM candidate WHERE id = 1", None, "lost the row"),
}


@pytest.mark.parametrize("what", ATTACKS)
def test_every_alteration_is_found_and_its_entry_named(path: Path, what: str) -> None:
    a_worked_on_store(path)
    statement, entry, words = ATTACKS[what]
    attack(path, statement)
    if what == "two entries exchanged":
        attack(path, "UPDATE event SET seq = -seq WHERE seq < 0")
    with Store.open(path) as store:
        proof = store.verify()
    assert not proof.holds
    assert proof.problem is not None
    assert words in proof.problem
    assert proof.entry == entry
    assert "Zo" not in proof.problem


def test_a_cut_tail_is_found_with_the_anchor(path: Path) -> None:
    anchor = a_worked_on_store(path)
    attack(
        path,
        "DELETE FROM event WHERE seq = 6",
        "DELETE FROM image WHERE bundle = 6",
        "UPDATE application SET disposition = 'shortlisted', decided_by = 'bo',"
        " decided_at = '2026-01-05T09:00:07.000000+00:00', version = 2 WHERE id = 2",
        "UPDATE tally SET applications = 6 WHERE disposition = 'new'",
        "UPDATE tally SET applications = 2 WHERE disposition = 'shortlisted'",
    )
    with Store.open(path) as store:
        proof = store.verify(anchor)
        assert proof.problem == "the journal ends at entry 5, before the anchor's entry 6"
        assert proof.entry == 6


def test_a_rewritten_chain_is_found_with_the_anchor(path: Path) -> None:
    anchor = a_worked_on_store(path)
    with closing(sqlite3.connect(path)) as other:
        entries = [journal.Entry(*row) for row in other.execute(journal.SELECT_EVENTS + " ORDER BY seq")]
    prev, statements = journal.FIRST_PREV, []
    for entry in entries:
        forged = entry._replace(prev=prev, actor="eve" if entry.seq == 4 else entry.actor)
        prev = forged.expected_hash()
        statements.append(
            f"UPDATE event SET actor = '{forged.actor}', prev = x'{forged.prev.hex()}',"  # noqa: S608  # an attack
            f" hash = x'{prev.hex()}' WHERE seq = {entry.seq}"
        )
    attack(path, *statements)
    with Store.open(path) as store:
        assert store.verify().holds  # which is why an anchor is kept elsewhere
        proof = store.verify(anchor)
        assert proof.problem == "entry 6 is not the one that the anchor names: the journal was rewritten"


def test_a_row_altered_before_a_later_act_is_found_although_the_act_covers_it(path: Path) -> None:
    a_worked_on_store(path)
    attack(path, "UPDATE application SET reason = 'slipped in' WHERE id = 5")
    with Store.open(path, clock=Ticking()) as store:
        with store.write("bo", "decided") as unit:
            decide(unit, 5, "maybe")
        proof = store.verify()
    assert proof.problem == "entry 7 does not follow from those before it"
    assert proof.entry == 7


REFUSED = {
    "UPDATE event SET actor = 'eve' WHERE seq = 2": "append-only",
    "DELETE FROM event WHERE seq = 2": "append-only",
    "INSERT OR REPLACE INTO event SELECT * FROM event WHERE seq = 2": "",
    "UPDATE OR REPLACE event SET seq = 2 WHERE seq = 3": "append-only",
    "INSERT OR REPLACE INTO event SELECT 7, at, 'eve', kind, subject, undoable, undoes, bundle, images,"
    " commitment, (SELECT hash FROM event WHERE seq = 6), randomblob(32) FROM event WHERE seq = 2": "append",
    "INSERT OR REPLACE INTO event SELECT 7, at, 'eve', kind, subject, undoable, undoes, 99, images,"
    " commitment, (SELECT hash FROM event WHERE seq = 6), hash FROM event WHERE seq = 2": "append-only",
    "INSERT INTO event SELECT * FROM event WHERE seq = 2 ON CONFLICT (seq) DO UPDATE SET actor = 'eve'": "",
    "INSERT INTO event SELECT 9, at, actor, kind, subject, undoable, undoes, 99, images, commitment,"
    " prev, randomblob(32) FROM event WHERE seq = 6": "follows the last",
    "DELETE FROM image WHERE bundle = 4": "append-only",
    "UPDATE image SET after = before WHERE bundle = 4": "append-only",
    "INSERT OR REPLACE INTO image SELECT * FROM image WHERE bundle = 4": "",
    "INSERT INTO image (bundle, position, entity, key, commitment) VALUES (4, 9, '', 0, x'')": "closed",
}


@pytest.mark.parametrize("statement", REFUSED)
def test_the_journal_cannot_be_altered_by_a_mere_statement(path: Path, statement: str) -> None:
    anchor = a_worked_on_store(path)
    with Store.open(path) as store:
        with pytest.raises(sqlite3.IntegrityError, match=REFUSED[statement] or None):
            store._raw.execute(statement)
        assert store.verify(anchor).holds


def test_a_record_can_be_erased_but_that_is_seen(path: Path) -> None:
    a_worked_on_store(path)
    attack(
        path,
        "UPDATE image SET salt = NULL, before = NULL, after = NULL WHERE bundle = 4 AND position = 0",
        guarded=True,
    )
    with Store.open(path) as store:
        assert store.verify().entry == 4
        assert store.entries(3)[2].summary == "(erased)"


def flipped(content: bytes, chance: random.Random) -> bytes:
    place, bit = chance.randrange(100, len(content)), chance.randrange(8)
    return content[:place] + bytes([content[place] ^ (1 << bit)]) + content[place + 1 :]


def visible(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """Return every row of every table that holds work."""
    names = ("vacancy", "notice_version", "criteria_version", "candidate", "candidate_facts", "application",
             "note", "screening", "finding", "recast", "document", "event", "image", "tally")  # fmt: skip
    with closing(sqlite3.connect(path)) as other:
        other.text_factory = bytes
        return {name: other.execute(f"SELECT * FROM {name}").fetchall() for name in names}  # noqa: S608  # our own names


def missed_flips(folder: Path, flips: int, seed: int) -> tuple[int, int]:
    """Flip one bit at a time and return how many visible changes there were, and how many nobody noticed."""
    a_worked_on_store(folder / "good.db")
    good, truth = (folder / "good.db").read_bytes(), visible(folder / "good.db")
    chance = random.Random(seed)  # noqa: S311  # the same flips in every run
    changed = missed = 0
    path = folder / "flipped.db"
    for _ in range(flips):
        path.write_bytes(flipped(good, chance))
        try:
            differs = visible(path) != truth
        except (sqlite3.DatabaseError, UnicodeDecodeError):  # a damaged schema cannot even be named
            differs = True
        try:
            with Store.open(path) as store:
                found = not store.verify().holds
        except RecruiterError:
            found = True
        for log in (path.with_name("flipped.db-wal"), path.with_name("flipped.db-shm")):
            log.unlink(missing_ok=True)
        changed += differs
        missed += differs and not found
    return changed, missed


def test_a_flipped_bit_that_shows_is_found(tmp_path: Path) -> None:
    changed, missed = missed_flips(tmp_path, 90, 1)
    assert changed > 10
    assert missed == 0


@pytest.mark.nightly
def test_a_thousand_flipped_bits(tmp_path: Path) -> None:
    changed, missed = missed_flips(tmp_path, 1_000, 2)
    assert changed > 100
    assert missed <= changed * 0.005


@pytest.mark.parametrize(
    "damage",
    [
        """UPDATE candidate_facts SET facts = '{"name": "Planted Name'""",
        "UPDATE finding SET body = x'00'",
    ],
)
def test_a_damaged_record_is_told_in_a_sentence_that_holds_none_of_it(path: Path, damage: str) -> None:
    a_worked_on_store(path)
    attack(path, damage)
    with Store.open(path) as store, closing(store.reader()) as reader:
        with pytest.raises(Refused, match="damaged or changed from outside") as refusal:
            reader.record(1)
        assert "Planted" not in f"{refusal.value!r} {refusal.value.__cause__!r}"
        assert not store.verify().holds

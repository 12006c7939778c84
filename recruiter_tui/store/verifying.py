"""Proves the store: the chain of the journal, the images beside it, and the tables that follow from them.

Tamper-evident against an anchor kept elsewhere, not tamper-proof: who owns the file can rewrite it all.
"""

from __future__ import annotations

import hashlib
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING, Final, NamedTuple

from recruiter_tui.store import journal
from recruiter_tui.store.codec import sha256
from recruiter_tui.store.faults import translated
from recruiter_tui.store.records import proof_of_result
from recruiter_tui.store.results import hashed, proof_of_recast
from recruiter_tui.store.statements import statements
from recruiter_tui.store.tables import JOURNALLED

if TYPE_CHECKING:
    from collections.abc import Iterator

_IMAGES: Final = (
    "SELECT bundle, position, entity, key, salt, before, after, commitment FROM image WHERE bundle = ?"
    " ORDER BY position"
)
_LOOSE: Final = (
    "SELECT count(*) FROM image WHERE bundle NOT IN (SELECT bundle FROM event)"
    " AND -bundle NOT IN (SELECT id FROM batch WHERE state <> 'visible')"
)
_STAGED: Final = {
    "batch": "SELECT id FROM batch WHERE state <> 'visible'",
    "candidate": "SELECT candidate.id FROM candidate JOIN batch ON batch.id = batch_id"
    " WHERE state <> 'visible'",
    "candidate_facts": "SELECT candidate.id FROM candidate JOIN batch ON batch.id = batch_id"
    " WHERE state <> 'visible'",
    "application": "SELECT application.id FROM application JOIN batch ON batch.id = batch_id"
    " WHERE state <> 'visible'",
    "note": "SELECT note.id FROM note JOIN application ON application.id = application_id"
    " JOIN batch ON batch.id = batch_id WHERE state <> 'visible'",
}
_COUNTED: Final = (
    "SELECT vacancy_id, disposition, count(*) FROM application WHERE coalesce(batch_id, 0)"
    " NOT IN (SELECT id FROM batch WHERE state <> 'visible') GROUP BY 1, 2"
)
_NAMED: Final = (
    "SELECT candidate_facts.id, paper.key, json_extract(paper.value, '$.sha256')"
    " FROM candidate_facts, json_each(candidate_facts.facts, '$.documents') AS paper"
)
_LINKED: Final = (
    "SELECT candidate_id, position, sha256 FROM candidate_document JOIN document ON document.id = document_id"
)
_RESULTS: Final = (
    "SELECT screening.*, finding.body FROM screening LEFT JOIN finding ON finding.id = screening.id"
    " JOIN application ON application.id = screening.id WHERE coalesce(application.batch_id, 0)"
    " NOT IN (SELECT id FROM batch WHERE state <> 'visible')"
)
_LAST_IMAGE: Final = "SELECT after FROM image WHERE entity = ? AND key = ? AND bundle = ?"


class Proof(NamedTuple):
    """What verification found."""

    entries: int
    anchor: str
    """The last entry's hash, to be compared with what an export or a backup names."""
    problem: str | None
    """The first thing that is wrong, or None; it names entries and rows, never persons."""
    entry: int | None
    """The first bad entry, where one can be named."""

    @property
    def holds(self) -> bool:
        """Tell whether nothing is wrong."""
        return self.problem is None


class _Wrong(Exception):
    """Ends the verification at the first thing that is wrong."""

    def __init__(self, problem: str, entry: int | None = None) -> None:
        super().__init__(problem)
        self.problem = problem
        self.entry = entry


class _Left(NamedTuple):
    """What the journal says a row must be: its canonical digest, and the entry that left it so."""

    digest: bytes
    entry: int
    bundle: int


State = dict[tuple[str, int], _Left]


def verify(connection: sqlite3.Connection, anchor: tuple[int, str] | None = None) -> Proof:
    """Check file, chain, images and tables, in that order, and stop at the first thing that is wrong.

    `anchor` is an entry's number and hash that was kept outside the store: without one, a chain that was
    rewritten as a whole, or cut at its end, cannot be told from a true one.
    """
    seen: list[journal.Entry] = []
    try:
        with translated():
            _check_file(connection)
            connection.execute("BEGIN")
            try:
                state = _replay(connection, seen)
                _check_anchor(seen, anchor)
                _check_tables(connection, state)
                _check_counts(connection)
            finally:
                connection.execute("COMMIT")
            _check_search(connection)
    except _Wrong as wrong:
        return Proof(len(seen), "", wrong.problem, wrong.entry)
    except UnicodeDecodeError:
        return Proof(len(seen), "", "the file holds text that cannot be read; restore a backup", None)
    return Proof(seen[-1].seq if seen else 0, seen[-1].hash.hex() if seen else "", None, None)


def _check_file(connection: sqlite3.Connection) -> None:
    try:
        found = connection.execute("PRAGMA quick_check(1)").fetchone()
        dangling = connection.execute("PRAGMA foreign_key_check").fetchone()
    except sqlite3.DatabaseError as error:
        name = getattr(error, "sqlite_errorname", "") or "unreadable"
        message = f"the file cannot be read whole ({name}); restore a backup"
        raise _Wrong(message) from None
    if found != ("ok",):
        message = "the file's structure is damaged; restore a backup"
        raise _Wrong(message)
    if dangling:
        message = f"a row of {dangling[0]} has lost the row that it belongs to"
        raise _Wrong(message)


def _replay(connection: sqlite3.Connection, seen: list[journal.Entry]) -> State:
    """Walk the chain and return what the tables must hold after it."""
    state: State = {}
    prev = journal.FIRST_PREV
    events = connection.execute(journal.SELECT_EVENTS + " ORDER BY seq")
    for row in events:
        entry = journal.Entry(*row)
        if entry.seq != len(seen) + 1:
            message = f"entry {len(seen) + 1} is missing from the journal"
            raise _Wrong(message, len(seen) + 1)
        if entry.prev != prev or entry.expected_hash() != entry.hash:
            message = f"entry {entry.seq} of the journal was changed"
            raise _Wrong(message, entry.seq)
        commitments = list(_check_images(connection, entry, state))
        if journal.seal(commitments) != (entry.commitment, entry.images):
            message = f"the record of entry {entry.seq} is not complete or was changed"
            raise _Wrong(message, entry.seq)
        seen.append(entry)
        prev = entry.hash
    (loose,) = connection.execute(_LOOSE).fetchone()
    if loose:
        message = f"{loose} records belong to no entry of the journal"
        raise _Wrong(message)
    return state


def _check_images(connection: sqlite3.Connection, entry: journal.Entry, state: State) -> Iterator[bytes]:
    with closing(connection.execute(_IMAGES, (entry.bundle,))) as rows:
        for row in rows:
            image = journal.ImageRow(*row)
            yield image.commitment
            if image.expected_commitment() != image.commitment:
                message = f"the record of entry {entry.seq} was changed or taken out"
                raise _Wrong(message, entry.seq)
            if image.entity != journal.SUMMARY:
                _step(image, entry, state)


def _step(image: journal.ImageRow, entry: journal.Entry, state: State) -> None:
    place = (image.entity, image.key)
    known = state.get(place)
    was = None if image.before is None else _digest(image.before)
    if was != (known.digest if known else None):
        message = f"entry {entry.seq} does not follow from those before it"
        raise _Wrong(message, entry.seq)
    if image.after is None:
        state.pop(place, None)
    else:
        state[place] = _Left(_digest(image.after), entry.seq, entry.bundle)


def _digest(kept: bytes) -> bytes:
    return hashlib.sha256(journal.unpack_bytes(kept)).digest()


def _check_anchor(seen: list[journal.Entry], anchor: tuple[int, str] | None) -> None:
    if anchor is None or anchor[0] == 0:
        return
    seq, expected = anchor
    if seq > len(seen):
        message = f"the journal ends at entry {len(seen)}, before the anchor's entry {seq}"
        raise _Wrong(message, len(seen) + 1)
    if seen[seq - 1].hash.hex() != expected:
        message = f"entry {seq} is not the one that the anchor names: the journal was rewritten"
        raise _Wrong(message, seq)


def _check_tables(connection: sqlite3.Connection, state: State) -> None:
    """Compare every row with what the journal says it must be; each is taken off `state` when found."""
    for entity in JOURNALLED:
        staged = {key for (key,) in connection.execute(_STAGED[entity])} if entity in _STAGED else set()
        columns = statements(entity).columns
        for values in connection.execute(statements(entity).all):
            row = dict(zip(columns, values, strict=True))
            key = int(row["id"])
            left = state.pop((entity, key), None)
            if left is None:
                if key not in staged:
                    message = f"{entity} {key} is in the store, but no entry of the journal put it there"
                    raise _Wrong(message)
            elif hashlib.sha256(journal.canonical(row)).digest() != left.digest:
                _compare_known_columns(connection, entity, row, left)
    _check_proofs(connection, state)
    for (entity, key), left in state.items():
        message = f"{entity} {key} is missing, which entry {left.entry} left in the store"
        raise _Wrong(message, left.entry)


def _compare_known_columns(
    connection: sqlite3.Connection, entity: str, row: journal.Row, left: _Left
) -> None:
    """Accept a row that only a later version's columns tell from its image, at their defaults."""
    (kept,) = connection.execute(_LAST_IMAGE, (entity, row["id"], left.bundle)).fetchone()
    image = journal.unpack(kept) or {}
    defaults = statements(entity).defaults
    if any(value != image.get(name, defaults.get(name)) for name, value in row.items()):
        message = f"{entity} {row['id']} is not as entry {left.entry} left it"
        raise _Wrong(message, left.entry)


def _check_proofs(connection: sqlite3.Connection, state: State) -> None:
    """Check what the journal holds only a digest of: results of screening, and documents."""
    for key, *columns, digest, marks, recast, body in connection.execute(_RESULTS):
        own = proof_of_result(columns, marks, recast, hashed(body))
        _take_proof(state, "screening", key, digest, own)
    for key, vacancy, version, criteria, digest in connection.execute(
        "SELECT id, vacancy_id, criteria_version_id, criteria, digest FROM recast"
    ):
        _take_proof(state, "recast", key, digest, proof_of_recast(vacancy, version, criteria))
    for key, name, media, data, text, digest in connection.execute(
        "SELECT id, sha256, media_type, data, text, digest FROM document"
    ):
        if data is not None and sha256(data) != name:
            message = f"document {key} is not the file that was imported"
            raise _Wrong(message)
        own = sha256(f"{name}\0{media}\0{text}")
        if ("document", key) in state or own != digest:
            _take_proof(state, "document", key, digest, own)


def _take_proof(state: State, entity: str, key: int, digest: str, own: str) -> None:
    left = state.pop((entity, key), None)
    proven = None if left is None else left.digest
    if own != digest or hashlib.sha256(journal.canonical({"digest": own})).digest() != proven:
        entry = left.entry if left else None
        message = f"{entity} {key} is not as the journal has it"
        raise _Wrong(message, entry)


def _check_counts(connection: sqlite3.Connection) -> None:
    counted = {(vacancy, name): count for vacancy, name, count in connection.execute(_COUNTED)}
    kept = {
        (vacancy, name): count
        for vacancy, name, count in connection.execute(
            "SELECT vacancy_id, disposition, applications FROM tally"
        )
        if count
    }
    if counted != kept:
        message = "the counts per disposition are not those of the applications"
        raise _Wrong(message)
    named, linked = set(connection.execute(_NAMED)), set(connection.execute(_LINKED))
    if named != linked:
        key = min(named ^ linked)[0]
        message = f"the documents of candidate {key} are not those that the facts name"
        raise _Wrong(message)


def _check_search(connection: sqlite3.Connection) -> None:
    """Compare the full-text index with the texts; a store that can only be read is left unasked."""
    if connection.execute("PRAGMA query_only").fetchone() != (0,):
        return
    try:
        connection.execute(
            "INSERT INTO candidate_search (candidate_search, rank) VALUES ('integrity-check', 1)"
        )
    except sqlite3.DatabaseError as error:
        name = getattr(error, "sqlite_errorname", "")
        if name.startswith("SQLITE_CORRUPT"):
            message = "the full-text index does not agree with the texts"
            raise _Wrong(message) from None
        raise

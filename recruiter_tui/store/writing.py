"""The one write path: a unit reads, changes and journals within one immediate transaction."""

from __future__ import annotations

from collections import Counter
from functools import cached_property
from typing import TYPE_CHECKING

from recruiter_tui.domain.errors import Conflict, NotFound
from recruiter_tui.store import codec, journal, meeting
from recruiter_tui.store.records import candidate_columns, papers_of, searchable
from recruiter_tui.store.results import Proofs, Results
from recruiter_tui.store.statements import insertion, statements
from recruiter_tui.store.sweeping import LEAVING
from recruiter_tui.store.texts import SEARCHED, Texts

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Mapping, Sequence

    from sqlalchemy import Connection

    from recruiter_tui.domain.person import Candidate
    from recruiter_tui.store.journal import Act, Row, Value
    from recruiter_tui.store.reading import Reader
    from recruiter_tui.store.records import Paper, Screened

_COUNT = (
    "INSERT INTO tally (vacancy_id, disposition, applications) VALUES (?, ?, ?)"
    " ON CONFLICT (vacancy_id, disposition) DO UPDATE SET applications = applications + excluded.applications"
)
_LEAVING = f"SELECT id FROM batch WHERE state = '{LEAVING}'"  # noqa: S608 - a word of ours
_FIND_PAPER = "SELECT id, data FROM document WHERE sha256 = ?"
_KEEP_PAPER = insertion("document")
_FILL_PAPER = "UPDATE document SET data = ? WHERE id = ?"
_NEXT_POSITION = "SELECT coalesce(max(position), 0) + 1 FROM image WHERE bundle = ?"
_COMMITMENTS = "SELECT commitment FROM image WHERE bundle = ? ORDER BY position"


class Unit:
    """One act on the store: every change goes through it, so that each is journalled and can be undone.

    Made by `Store.write`; nothing of it stands before the block ends, and nothing when the block raises.
    """

    def __init__(
        self, connection: Connection, reader: Reader, act: Act, summary: str, *, batch: int = 0
    ) -> None:
        """Begin with nothing changed; a unit that ends a loading also owns the images of its `batch`."""
        self._run = connection.exec_driver_sql
        self._driver: sqlite3.Connection = connection.connection.driver_connection  # type: ignore[assignment]  # it is SQLite's
        """For the many rows of a whole import: SQLAlchemy's own take three times as long."""
        self._batch = batch
        self._was: dict[tuple[str, int], Row | None] = {}
        self._now: dict[tuple[str, int], Row | None] = {}
        self._proofs: Proofs = {}
        self._results = Results(self._run, self._proofs)
        self._texts = Texts(self._run)
        self._details: list[str] = []
        self.reader = reader
        """Reads what the unit has written so far."""
        self.act = act
        self.summary = summary
        """One line for the history and the status bar; may be set at the end, when the counts are known."""
        self.sequence = 0
        """The journal entry, once the block has ended; 0 where nothing changed."""
        self.always = False
        """Whether an entry is written although no row changed, as for an export."""

    def detail(self, text: str) -> None:
        """Add a line to the entry's details."""
        self._details.append(text)

    @property
    def touched(self) -> tuple[tuple[str, int], ...]:
        """Return table and key of every row that the unit changed."""
        changed = (place for place, was in self._was.items() if was != self._now[place])
        return (*changed, *(place for place in self._proofs if place not in self._was))

    def find(self, entity: str, key: int) -> Row | None:
        """Return a row as it stands in the unit, or None where there is none."""
        place = (entity, key)
        if place not in self._now:
            found = self._run(statements(entity).select, (key,)).one_or_none()
            row = None if found is None else dict(zip(statements(entity).columns, found, strict=True))
            self._was[place] = self._now[place] = self._standing(row)
        return self._now[place]

    def was(self, entity: str, key: int) -> Row | None:
        """Return a row that the unit touched as it stood before, or None where it was not there."""
        return self._was.get((entity, key))

    def row(self, entity: str, key: int) -> Row:
        """Return a row as it stands in the unit; raises NotFound."""
        found = self.find(entity, key)
        if found is None:
            message = f"{entity.replace('_', ' ')} {key} is no longer in the store"
            raise NotFound(message, "look again")
        return found

    def insert(self, entity: str, values: Mapping[str, Value]) -> int:
        """Add a row and return its key, which is never used again for another."""
        which = statements(entity)
        row = which.complete(values)
        key = self._run(which.insert, tuple(row.values())).lastrowid
        row["id"] = key
        self._was.setdefault((entity, key), None)
        self._now[entity, key] = row
        if entity in SEARCHED:
            self._texts.came([key])
        return key

    def update(
        self, entity: str, key: int, changes: Mapping[str, Value], *, expected: int | None = None
    ) -> bool:
        """Change columns of a row; tells whether anything differed.

        With `expected`, the version that a person saw, a row that moved on since raises Conflict.
        """
        row = self.row(entity, key)
        if expected is not None and row["version"] != expected:
            raise Conflict(*_moved(entity, row))
        differing = {name: value for name, value in changes.items() if row[name] != value}
        if not differing:
            return False
        which = statements(entity)
        if which.versioned:
            differing["version"] = int(row["version"] or 0) + 1
        if entity in SEARCHED:
            self._texts.about_to_change([key])
        names = tuple(name for name in which.columns if name in differing)
        self._run(which.update(names), (*(differing[name] for name in names), key))
        self._now[entity, key] = row | differing
        return True

    def touch(self, entity: str, key: int, *, expected: int | None = None) -> None:
        """Count a row's version up because something that hangs on it changes, as a ruling on an application.

        Whoever saw it before then learns of that: see `update` for `expected`.
        """
        self.update(entity, key, {}, expected=expected)
        version = int(self.row(entity, key)["version"] or 0) + 1
        self._run(statements(entity).update(("version",)), (version, key))
        self._now[entity, key] = self.row(entity, key) | {"version": version}

    def prefetch(self, entity: str, keys: Sequence[int]) -> None:
        """Read many rows at once, so that a bulk act need not ask for each."""
        missing = [key for key in keys if (entity, key) not in self._now]
        if not missing:
            return
        which = statements(entity)
        place = which.columns.index("id")
        found = {row[place]: row for row in self._run(which.many, (str(missing),))}
        for key in missing:
            row = dict(zip(which.columns, found[key], strict=True)) if key in found else None
            self._was[entity, key] = self._now[entity, key] = self._standing(row)

    def _standing(self, row: Row | None) -> Row | None:
        """Return a row but for one that went with its import and is not cleared away yet."""
        gone = row is not None and row.get("batch_id") is not None and row["batch_id"] in self._leaving
        return None if gone else row

    @cached_property
    def _leaving(self) -> frozenset[int]:
        return frozenset(key for (key,) in self._run(_LEAVING))

    def delete(self, entity: str, *keys: int) -> None:
        """Take rows away; with an application goes what screening found about it."""
        self.prefetch(entity, keys)
        for key in keys:
            self.row(entity, key)
        if entity in SEARCHED:
            self._texts.about_to_change(keys)
        if entity == "application":
            self._results.drop(keys)
        if entity == "criteria_version":
            self._results.forget(keys)
        self._run(statements(entity).delete, [(key,) for key in keys])
        for key in keys:
            self._now[entity, key] = None

    def restore(self, entity: str, rows: Mapping[int, Row]) -> None:
        """Put rows back under the keys that they had."""
        which = statements(entity)
        back = []
        for key, row in rows.items():
            whole = which.complete(row)
            if which.versioned:
                whole["version"] = int(row.get("version") or 0) + 1
            self._was.setdefault((entity, key), None)
            self._now[entity, key] = whole
            back.append(tuple(whole.values()))
        self._run(which.insert, back)
        if entity in SEARCHED:
            self._texts.came(rows)

    def keep(self, papers: Iterable[Paper]) -> None:
        """Keep documents by their hash; one that is there already only gains the bytes that it lacks."""
        for paper in papers:
            found = self._run(_FIND_PAPER, (paper.sha256,)).one_or_none()
            if found is None:
                digest = paper.digest()
                row = (None, paper.sha256, paper.media_type, paper.data, paper.text, digest)
                key = self._run(_KEEP_PAPER, row).lastrowid
                self._proofs["document", key] = (None, {"digest": digest})
            elif found[1] is None and paper.data is not None:
                self._run(_FILL_PAPER, (paper.data, found[0]))

    def put_candidate(self, key: int, candidate: Candidate) -> bool:
        """Replace the facts of a person, with columns, papers and full text; tells whether any differed."""
        self.keep(papers_of(candidate))
        facts: Row = {"facts": codec.dump_candidate(candidate), "words": searchable(candidate)}
        return self.update("candidate_facts", key, facts) | self.update(
            "candidate", key, candidate_columns(candidate)
        )

    def put_setting(self, name: str, value: str) -> None:
        """Write a setting of the store in place of the one that stands."""
        found = self.reader.setting(name)
        if found is None:
            self.insert("setting", {"name": name, "value": value})
        else:
            self.update("setting", found[0], {"value": value})

    def put_screenings(self, results: Sequence[Screened]) -> int:
        """Keep what screening found; equal results are left alone. Returns how many differed."""
        return self._results.put(results)

    def recast(self, vacancy: int, criteria_version: int, criteria: Iterable[str]) -> None:
        """Note that criteria were judged anew for everybody of a vacancy; their results follow in this unit.

        Findings that were kept before are out of step from now on, until `put_screenings` brings new ones.
        """
        self._results.recast(vacancy, criteria_version, criteria)

    def close(self) -> None:
        """Bring counts and full text in step and append the journal entry; the caller commits."""
        fresh = self._texts.changed
        self.prefetch("candidate_facts", fresh)
        facts = {key: self._now["candidate_facts", key] for key in fresh}
        self._texts.settle({key: str(row["facts"]) for key, row in facts.items() if row is not None})
        changes = [
            (entity, key, was, self._now[entity, key])
            for (entity, key), was in self._was.items()
            if was != self._now[entity, key]
        ]
        self._count(changes)
        meeting.settle(self._run, changes)
        changes += [
            (entity, key, *both) for (entity, key), both in self._proofs.items() if both[0] != both[1]
        ]
        if changes or self.always or self._batch:
            self._append(changes)

    def _count(self, changes: Sequence[journal.Change]) -> None:
        moved: Counter[tuple[Value, Value]] = Counter()
        for entity, _, was, now in changes:
            if entity == "application":
                if was is not None:
                    moved[was["vacancy_id"], was["disposition"]] -= 1
                if now is not None:
                    moved[now["vacancy_id"], now["disposition"]] += 1
        rows = [(*place, count) for place, count in moved.items() if count]
        if rows:
            self._run(_COUNT, rows)

    def _append(self, changes: Sequence[journal.Change]) -> None:
        last = self._run(journal.LAST).one_or_none()
        bundle = -self._batch if self._batch else (last[0] if last else 0) + 1
        start = self._run(_NEXT_POSITION, (bundle,)).scalar_one()
        images = [
            journal.summary_image(bundle, self.summary, self._details),
            *journal.images_of(bundle, start, changes),
        ]
        self._run(journal.INSERT_IMAGE, [tuple(image) for image in images])
        sealed = (
            (commitment for (commitment,) in self._driver.execute(_COMMITMENTS, (bundle,)))
            if self._batch
            else (image.commitment for image in images)
        )
        entry = journal.entry_after(None if last is None else (last[0], last[1]), self.act, bundle, sealed)
        self._run(journal.INSERT_EVENT, tuple(entry))
        self.sequence = entry.seq


def _moved(entity: str, row: Row) -> tuple[str, str]:
    """Return what a person reads when somebody else was first; it names no candidate."""
    if entity == "application":
        stands = f": {row['disposition']} by {row['decided_by']}" if row["decided_by"] else ""
        problem = f"{row['public_id']} was changed since{stands}"
    else:
        problem = f"this {entity.replace('_', ' ')} was changed since it was read"
    return problem, "nothing was written; look again and decide anew"

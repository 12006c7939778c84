"""Bulk import: rows are staged under their batch, and one last transaction makes them visible."""

from __future__ import annotations

import json
import os
import socket
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Final

from recruiter_tui.domain.errors import Conflict
from recruiter_tui.store import journal
from recruiter_tui.store.journal import Act
from recruiter_tui.store.results import Proofs, Results
from recruiter_tui.store.statements import insertion, statements
from recruiter_tui.store.sweeping import STAGING, VISIBLE, clear_some
from recruiter_tui.store.texts import LINK
from recruiter_tui.store.writing import Unit

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator, Sequence

    from sqlalchemy import Connection

    from recruiter_tui.store.records import NewApplication, Screened
    from recruiter_tui.store.store import Store

BATCH_POSITION: Final = 1
"""The image of the batch comes first, so that taking the import back ends with it."""
_COUNTS: Final = (
    "INSERT INTO tally (vacancy_id, disposition, applications)"
    " SELECT vacancy_id, disposition, count(*) FROM application WHERE batch_id = ? GROUP BY 1, 2"
    " ON CONFLICT (vacancy_id, disposition) DO UPDATE SET applications = applications + excluded.applications"
)
_INDEX: Final = (
    "INSERT INTO candidate_search (rowid, name, body)"
    " SELECT id, name, body FROM candidate_text WHERE id BETWEEN ? AND ?"
)
_LAST_KEYS: Final = (
    "SELECT name, seq FROM sqlite_sequence WHERE name IN ('candidate', 'application', 'note', 'document')"
)
_KNOWN_PAPERS: Final = "SELECT sha256 FROM document WHERE sha256 IN (SELECT value FROM json_each(?))"


def owner() -> str:
    """Name this process so that another one can tell whether it still lives: host, pid space, pid, start."""
    try:
        space = Path("/proc/self/ns/pid").readlink().name
        started = Path("/proc/self/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[19]
    except OSError:
        space, started = "", ""
    return json.dumps([socket.gethostname(), space, os.getpid(), started])


class Loading:
    """One import under way: `stage` its rows in chunks, then `finish` it, or `abandon` it."""

    def __init__(self, store: Store, actor: str, vacancy: int, batch: int, row: journal.Row) -> None:
        """Hold the batch that `begin` made."""
        self._store = store
        self._row = row
        self._position = BATCH_POSITION + 1
        self.actor = actor
        self.vacancy = vacancy
        self.batch = batch
        """The number in the import's name, `B3`."""
        self.staged = 0

    @classmethod
    def begin(cls, store: Store, actor: str, vacancy: int, source: str) -> Loading:
        """Open a batch that nobody sees yet."""
        made: dict[str, journal.Value] = {
            "vacancy_id": vacancy,
            "state": STAGING,
            "source": source,
            "made_by": actor,
            "made_at": store.now(),
            "owner": owner(),
            "applications": 0,
        }
        row = statements("batch").complete(made)
        with store.transaction() as connection:
            row["id"] = connection.exec_driver_sql(statements("batch").insert, tuple(row.values())).lastrowid
        return cls(store, actor, vacancy, int(row["id"] or 0), row)

    def stage(self, rows: Sequence[NewApplication], results: Sequence[Screened] = ()) -> list[int]:
        """Stage a chunk in one short transaction and return the applications' keys.

        `results` are what screening found about the rows, in their order; the keys that they bear count for
        nothing. Between chunks let others write: 50 rows hold the store for some 5 to 10 ms. A power cut may
        take staged rows, as nobody was promised them; the last transaction makes all of them lasting. Raises
        Conflict where another import is bringing the same application.
        """
        if not rows:
            return []
        with self._store.transaction(staging=True) as connection:
            self._check_open(connection)
            chunk = _Chunk(connection, self, rows)
            chunk.write(self._position, results)
        self._position += chunk.images
        self.staged += len(rows)
        return chunk.keys

    @contextmanager
    def finish(self, summary: str) -> Iterator[Unit]:
        """Make all visible in one last transaction; changes made in the block belong to the same act.

        `Store.end_staging` follows as a step of its own, so that an act slips in between.
        """
        from recruiter_tui.store.reading import Reader

        with self._store.transaction() as connection:
            self._check_open(connection)
            run = connection.exec_driver_sql
            raw: sqlite3.Connection = connection.connection.driver_connection  # type: ignore[assignment]  # it is SQLite's
            self._row |= {"state": VISIBLE, "applications": self.staged}
            run(statements("batch").update(("state", "applications")), (VISIBLE, self.staged, self.batch))
            run(_COUNTS, (self.batch,))
            changes = [("batch", self.batch, None, self._row)]
            run(journal.INSERT_IMAGE, [tuple(journal.images_of(-self.batch, BATCH_POSITION, changes)[0])])
            act = Act(self.actor, "imported", self._store.now(), f"B{self.batch}")
            unit = Unit(connection, Reader(raw), act, summary, batch=self.batch)
            yield unit
            unit.close()

    def abandon(self) -> None:
        """Take away everything that was staged, as if the import had never begun."""
        while self.abandon_some():
            pass

    def abandon_some(self) -> bool:
        """Take some of what was staged away, in one short transaction; tells whether there is more."""
        with self._store.transaction(staging=True) as connection:
            more = clear_some(connection.connection.driver_connection, self.batch)  # type: ignore[arg-type]  # it is SQLite's
        if not more:
            self._store.end_staging()
        return more

    def _check_open(self, connection: Connection) -> None:
        state = connection.exec_driver_sql("SELECT state FROM batch WHERE id = ?", (self.batch,)).scalar()
        if state != STAGING:
            message = "the import was cleared away by another program"
            raise Conflict(message, "nothing of it was kept; start it again")


class _Chunk:
    """The rows of one chunk, as the tables take them."""

    def __init__(self, connection: Connection, loading: Loading, rows: Sequence[NewApplication]) -> None:
        self._run = connection.exec_driver_sql
        self._loading = loading
        self._rows = rows
        self._changes: list[journal.Change] = []
        self._proofs: list[journal.Change] = []
        last: dict[str, int] = dict(self._run(_LAST_KEYS).all())
        self._next: dict[str, int] = {
            name: last.get(name, 0) + 1 for name in ("candidate", "application", "note", "document")
        }
        self._tables: dict[str, list[tuple[object, ...]]] = {
            name: []
            for name in ("document", "candidate", "candidate_key", "candidate_facts", "application", "note")
        }
        self._links: list[tuple[int, int, str]] = []
        self.keys: list[int] = []
        self.images = 0

    def write(self, position: int, results: Sequence[Screened]) -> None:
        """Write rows, full text, results and images."""
        first = self._next["candidate"]
        self._papers()
        for row in self._rows:
            self._one(row)
        for name, rows in self._tables.items():
            if rows:
                self._run(insertion(name), rows)
        if self._links:
            self._run(LINK, self._links)
        self._run(_INDEX, (first, self._next["candidate"] - 1))
        changes = [*self._proofs, *self._changes, *self._screened(results)]
        images = journal.images_of(-self._loading.batch, position, changes)
        self.images = len(images)
        self._run(journal.INSERT_IMAGE, [tuple(image) for image in images])

    def _screened(self, results: Sequence[Screened]) -> list[journal.Change]:
        """Keep what screening found, and return what the journal holds of it."""
        proofs: Proofs = {}
        if results:
            paired = zip(self.keys, results, strict=True)
            Results(self._run, proofs).put([one._replace(application=key) for key, one in paired])
        return [(*place, *both) for place, both in proofs.items()]

    def _papers(self) -> None:
        papers = {paper.sha256: paper for row in self._rows for paper in row.papers}
        known = {row[0] for row in self._run(_KNOWN_PAPERS, (json.dumps(list(papers)),))} if papers else set()
        for paper in papers.values():
            if paper.sha256 not in known:
                key, digest = self._key("document"), paper.digest()
                self._tables["document"].append(
                    (key, paper.sha256, paper.media_type, paper.data, paper.text, digest)
                )
                self._proofs.append(("document", key, None, {"digest": digest}))

    def _one(self, row: NewApplication) -> None:
        batch = self._loading.batch
        candidate = row.candidate_id
        if candidate is None:
            candidate = self._key("candidate")
            self._add("candidate", {**row.candidate, "id": candidate, "batch_id": batch})
            self._add("candidate_facts", {"id": candidate, "facts": row.facts, "words": row.words})
            self._tables["candidate_key"] += [(key, candidate) for key in row.keys]
            self._links += [(candidate, place, paper.sha256) for place, paper in enumerate(row.papers)]
        key = self._key("application")
        place = {
            "id": key,
            "vacancy_id": self._loading.vacancy,
            "candidate_id": candidate,
            "batch_id": batch,
        }
        self._add("application", {**row.application, **place})
        for text in row.notes:
            made = {"made_by": self._loading.actor, "made_at": str(self._loading._row["made_at"])}  # noqa: SLF001  # one module
            self._add("note", {"id": self._key("note"), "application_id": key, "text": text, **made})
        self.keys.append(key)

    def _key(self, name: str) -> int:
        key = self._next[name]
        self._next[name] = key + 1
        return key

    def _add(self, entity: str, values: journal.Row) -> None:
        row = statements(entity).complete(values)
        self._tables[entity].append(tuple(row.values()))
        self._changes.append((entity, int(row["id"] or 0), None, row))

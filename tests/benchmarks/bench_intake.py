"""How long an import takes, and how its writing compares with a bare executemany of the same rows.

    python tests/benchmarks/bench_intake.py [ROWS]

Imports invented applications (5,000 unless told otherwise) from a CSV: reading, screening, storing, seconds
of one machine. Then stages the same applications once more without reading and screening, and inserts the
very rows that this made, table by table and in one transaction, with `executemany` in a bare sqlite3 into the
same schema. The ratio of the two is what travels: taken several times in turns, by the clock and by the
processor, which others on the machine disturb less.
"""

from __future__ import annotations

import asyncio
import sqlite3
import statistics
import sys
import tempfile
import time
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parents[1]))

from recruiter_tui.compose import open_services  # noqa: E402 - the path above leads to it
from recruiter_tui.reading.candidates import Incoming, read_candidates  # noqa: E402 - as above
from recruiter_tui.services.arrivals import fingerprint  # noqa: E402 - as above
from recruiter_tui.store.records import NewApplication  # noqa: E402 - as above
from recruiter_tui.store.store import Store  # noqa: E402 - as above
from tests.duplicate_pile import Pile  # noqa: E402 - as above
from tests.services.services_job import notice  # noqa: E402 - as above
from tests.store.store_builders import add_vacancy  # noqa: E402 - as above

CHUNK = 400
"""Rows that an import stages at once where no papers come with them."""
TURNS = 7
TABLES = ("document", "candidate", "candidate_facts", "candidate_key", "application", "note", "image")
INDEX = "INSERT INTO candidate_search (rowid, name, body) SELECT id, name, body FROM candidate_text"


def say(line: str) -> None:
    """Print a line at once."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


async def imported(folder: Path, pile: Path) -> Took:
    """Return the time of a whole import."""
    async with open_services(str(folder / "whole.db"), "bench") as services:
        [vacancy] = (await services.vacancies.add([notice()])).vacancies
        await services.warm()
        begin = Took.now()
        report = await services.intake.load([pile], vacancy)
        took = Took.since(begin)
        if report.refused:
            message = str(report.problems[:3])
            raise SystemExit(message)
    return took


def rows_of(pile: Path) -> list[NewApplication]:
    """Return the applications as the store takes them."""
    return [
        NewApplication.of(one.application, one.candidate, fingerprint=fingerprint(one), tags=one.tags)
        for one in read_candidates(pile)
        if isinstance(one, Incoming)
    ]


class Took(NamedTuple):
    """How long something took."""

    wall: float
    processor: float

    @classmethod
    def since(cls, begin: Took) -> Took:
        """Return the time since another reading of the clocks."""
        return cls(time.perf_counter() - begin.wall, time.process_time() - begin.processor)

    @classmethod
    def now(cls) -> Took:
        """Read the clocks."""
        return cls(time.perf_counter(), time.process_time())


def staged(path: Path, rows: list[NewApplication]) -> Took:
    """Return in what time the store takes prepared rows, journal and full text with them."""
    with Store.open(path, create=True) as store:
        vacancy = add_vacancy(store)
        store.warm()
        begin = Took.now()
        loading = store.load("bench", vacancy, "pile")
        for start in range(0, len(rows), CHUNK):
            loading.stage(rows[start : start + CHUNK])
        with loading.finish("imported"):
            pass
        return Took.since(begin)


def bare(path: Path, source: Path) -> Took:
    """Return the time of a bare executemany of the rows that a store holds, into the same schema."""
    with closing(sqlite3.connect(source)) as store:
        tables = {name: store.execute(f"SELECT * FROM {name}").fetchall() for name in TABLES}  # noqa: S608 - names of this file
        parents = {name: store.execute(f"SELECT * FROM {name}").fetchall() for name in ("vacancy", "batch")}  # noqa: S608 - as above
    with Store.open(path, create=True):
        pass
    with closing(sqlite3.connect(path, isolation_level=None)) as store:
        store.execute("PRAGMA synchronous = FULL")
        for name, rows in parents.items():
            store.executemany(_insertion(name, rows), rows)
        begin = Took.now()
        store.execute("BEGIN IMMEDIATE")
        for name, rows in tables.items():
            if rows:
                store.executemany(_insertion(name, rows), rows)
        store.execute(INDEX)
        store.execute("COMMIT")
        return Took.since(begin)


def _insertion(name: str, rows: list[tuple[object, ...]]) -> str:
    return f"INSERT INTO {name} VALUES ({', '.join('?' * len(rows[0]))})"  # noqa: S608 - names of this file


def main() -> None:
    """Build and measure."""
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 5_000
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        pile = Pile(size=size, planted=size * 7 // 100).write(folder / "pile.csv")
        took = asyncio.run(imported(folder, pile))
        say(
            f"{size:,} applications from a CSV, read, screened and stored: {took.wall:.2f} s,"
            f" of the processor {took.processor:.2f} s"
        )
        rows = rows_of(pile)
        pairs = []
        for turn in range(TURNS):
            store = folder / f"staged{turn}.db"
            pairs.append((staged(store, rows), bare(folder / f"bare{turn}.db", store)))
        for what in Took._fields:
            ours, theirs = ([getattr(one, what) for one in side] for side in zip(*pairs, strict=True))
            ratios = sorted(other / mine for mine, other in zip(ours, theirs, strict=True))
            say(
                f"stored in {min(ours):.3f} s, the same rows by a bare executemany {min(theirs):.3f} s"
                f" ({what}): median {statistics.median(ratios):.2f} x, lowest {ratios[0]:.2f} x,"
                f" best against best {min(theirs) / min(ours):.2f} x"
            )


if __name__ == "__main__":
    main()

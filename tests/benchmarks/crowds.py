"""Stores of invented applicants for the benchmarks: one vacancy of any size, with papers or without.

Rows are made once and multiplied in SQL, so that a million takes a minute; the journal knows nothing of the
copies, and such a store is good for measuring alone.
"""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING, Final

from recruiter_tui.domain.application import Application
from recruiter_tui.domain.dates import Moment
from recruiter_tui.domain.finding import Outcome
from recruiter_tui.domain.person import Candidate, Employment
from recruiter_tui.domain.stated import Stated
from recruiter_tui.store.records import NewApplication
from recruiter_tui.store.store import Store
from tests.store.store_builders import add_vacancy, screened

if TYPE_CHECKING:
    from pathlib import Path

MADE: Final = 5_000
CHUNK: Final = 500
_KEYS: Final = {
    "candidate": ("id",),
    "candidate_facts": ("id",),
    "application": ("id", "candidate_id"),
    "screening": ("id",),
}
"""The tables whose rows are copied, and which of their columns are keys."""


def crowd(path: Path, count: int) -> None:
    """Make a store whose one vacancy has `count` applications without papers."""
    made = min(count, MADE)
    with Store.open(path, create=True) as store:
        vacancy = add_vacancy(store, "crowd")
        loading = store.load("bench", vacancy, "people.csv")
        keys: list[int] = []
        for start in range(0, made, CHUNK):
            keys += loading.stage([_applicant(one) for one in range(start, min(start + CHUNK, made))])
        with loading.finish(f"{made} imported"):
            pass
        outcomes = tuple(Outcome)
        for start in range(0, made, CHUNK):
            with store.write("bench", "screened", "screened", undoable=False) as unit:
                unit.put_screenings(
                    [
                        screened(key, outcomes[key % 3], criteria=vacancy, tier=key % 3 + 1)._replace(
                            months_low=float(key % 240), months_high=float(key % 240)
                        )
                        for key in keys[start : start + CHUNK]
                    ]
                )
    _multiply(path, made, count)


def _applicant(number: int) -> NewApplication:
    name = f"{chr(65 + number % 26)}{'aeiou'[number % 5]}mina {chr(65 + number // 26 % 26)}orse{number:05}"
    candidate = Candidate(
        name=Stated.known(name),
        emails=(Stated.known(f"person{number}@example.org"),),
        nationalities=(Stated.known(("DZ", "FR", "TN", "KE", "BR")[number % 5]),),
        employment=(Employment(employer="Relief Example", title=f"Officer {number}"),),
    )
    received = Moment.parse(f"2026-10-{number % 28 + 1:02}T10:00:00+01:00")
    return NewApplication.of(
        Application(f"A{number}", received, "web", internal=number % 9 == 0),
        candidate,
        fingerprint=str(number),
        tags=("asked",) if number % 7 == 0 else (),
    )


def _multiply(path: Path, made: int, count: int) -> None:
    """Copy the rows until there are `count` of each, and count them as new."""
    with sqlite3.connect(path) as connection:
        for copy in range(1, -(-count // made)):
            some = min(made, count - copy * made)
            for table, keys in _KEYS.items():
                columns = [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]
                shown = [_copied(column, keys, copy, made) for column in columns]
                connection.execute(
                    f"INSERT INTO {table} ({', '.join(columns)})"  # noqa: S608 - names of our own tables
                    f" SELECT {', '.join(shown)} FROM {table} WHERE id <= {some}"
                )
        connection.execute("UPDATE tally SET applications = ? WHERE disposition = 'new'", (count,))
    connection.close()


def _copied(column: str, keys: tuple[str, ...], copy: int, made: int) -> str:
    """Return what a copy has in a column: another key and number, the same rest."""
    if column in keys:
        return f"{column} + {copy * made}"
    return f"public_id || '-{copy}'" if column == "public_id" else column

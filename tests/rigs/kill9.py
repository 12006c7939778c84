"""Kills a working program at random moments and looks at what it left: `kill9.py FOLDER ROUNDS SEED`.

A child process decides, imports, undoes and backs up on one store and says so through a pipe after each act
that was acknowledged. The parent kills it with SIGKILL, opens the store as the next start would, and checks
that it opens and verifies, that every acknowledged act is in the journal, and that no import is there by
half. It prints one line of JSON. Children are forked, so that a round costs no start of Python.
"""

from __future__ import annotations

import json
import os
import random
import select
import signal
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

sys.path.insert(0, str(Path(__file__).parents[2]))

from recruiter_tui.store.store import Store
from tests.store.store_builders import add_vacancy, applicant, decide, import_people

if TYPE_CHECKING:
    from collections.abc import Callable

IMPORT = 40
CHUNK = 10
LONGEST = 0.25
"""Seconds after which a child is killed at the latest; most die much earlier."""


def work(path: Path, vacancy: int, seed: int, acknowledge: Callable[[str], int]) -> NoReturn:
    """Do one act after the other, for ever, and say what was acknowledged."""
    chance = random.Random(seed)  # noqa: S311  # not for secrets
    store = Store.open(path)
    reader = store.reader()
    acknowledge("ready")
    number, mine = seed * 1_000_000, 0
    while True:
        keys = reader.roll(vacancy, "key")
        act = chance.random()
        if act < 0.2:
            number += IMPORT
            load(store, vacancy, number)
            summary = f"{IMPORT} imported"
            mine += 1
        elif act < 0.3 and mine:
            store.undo("bo")
            summary = None
            mine -= 1
        elif act < 0.33:
            store.back_up(path.parent / f"copy-{seed}-{number}-{store.anchor()[0]}.db").unlink()
            continue
        else:
            key, word = (
                chance.choice(keys),
                chance.choice(["maybe", "longlisted", "shortlisted", "withdrawn"]),
            )
            summary = f"{key} {word}"
            with store.write("ann", "decided", summary) as unit:
                decide(unit, key, word)
            if not unit.sequence:
                continue
            mine += 1
        acknowledge(json.dumps([store.anchor()[0], store.anchor()[1], summary]))


def load(store: Store, vacancy: int, number: int) -> None:
    """Import forty people in chunks."""
    loading = store.load("ann", vacancy, "people.csv")
    for start in range(0, IMPORT, CHUNK):
        loading.stage([applicant(number + start + place) for place in range(CHUNK)])
    with loading.finish(f"{IMPORT} imported"):
        pass


def one_round(path: Path, vacancy: int, seed: int, chance: random.Random) -> list[str]:
    """Let a child work, kill it, and return what it said."""
    ours, theirs = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(ours)
        try:
            work(path, vacancy, seed, lambda line: os.write(theirs, f"{line}\n".encode()))
        finally:
            os._exit(70)
    os.close(theirs)
    with os.fdopen(ours, "rb") as said:
        first = said.readline()
        select.select([], [], [], chance.random() ** 2 * LONGEST)
        os.kill(child, signal.SIGKILL)
        lines = [first, *said.readlines()]
    _, status = os.waitpid(child, 0)
    if not os.WIFSIGNALED(status):
        message = f"the child ended by itself with status {status} after {len(lines)} lines"
        raise RuntimeError(message)
    return [line.decode().strip() for line in lines if line.endswith(b"\n")][1:]


def look(path: Path, acknowledged: list[tuple[int, str, str | None]]) -> list[str]:
    """Open the store as the next start would and return what is wrong."""
    wrong = []
    with Store.open(path) as store:
        proof = store.verify()
        if not proof.holds:
            wrong.append(str(proof.problem))
        last = acknowledged[-1] if acknowledged else None
        if last and not store.verify((last[0], last[1])).holds:
            wrong.append(f"the acknowledged entry {last[0]} is not in the journal")
        entries = {entry.seq: entry.summary for entry in store.entries(1 << 30)}
        for seq, _, summary in acknowledged:
            if seq not in entries or (summary is not None and entries[seq] != summary):
                wrong.append(f"the acknowledged act {seq} is lost")
        # a reader would not show what is staged, and that is the question
        halves = store._raw.execute(
            "SELECT batch.id FROM batch LEFT JOIN application ON application.batch_id = batch.id"
            " GROUP BY batch.id HAVING count(application.id) <> batch.applications"
            " OR batch.state <> 'visible'"
        ).fetchall()
        wrong += [f"import B{batch} is there by half" for (batch,) in halves]
    return wrong


def main(folder: Path, rounds: int, seed: int) -> dict[str, object]:
    """Run the rounds and return the count of what happened."""
    chance = random.Random(seed)  # noqa: S311  # the same plan in every run
    path = folder / "store.db"
    with Store.open(path, create=True) as store:
        vacancy = add_vacancy(store)
        import_people(store, vacancy, range(20))
        store.record("ann", "exported", "so that undo never runs dry")
    acts, wrong = 0, []
    for number in range(1, rounds + 1):
        if number % 25 == 0:  # a fresh store now and then keeps the look cheap
            path = folder / f"store-{number}.db"
            with Store.open(path, create=True) as store:
                vacancy = add_vacancy(store)
                import_people(store, vacancy, range(20))
        said = one_round(path, vacancy, seed * 10_000 + number, chance)
        acknowledged = [tuple(json.loads(line)) for line in said]
        acts += len(acknowledged)
        wrong += [f"round {number}: {each}" for each in look(path, acknowledged)]
    return {"rounds": rounds, "acts": acts, "wrong": wrong}


if __name__ == "__main__":
    print(json.dumps(main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))))  # noqa: T201  # its answer

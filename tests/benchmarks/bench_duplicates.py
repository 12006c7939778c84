"""How long the search for duplicates takes: everybody against everybody, and one newcomer.

    python tests/benchmarks/bench_duplicates.py [CANDIDATES]

Builds a store of invented people (100,000 unless told otherwise), and prints seconds, pairs proposed, and how
many of the planted ones are among them. Times are of one machine.
"""

from __future__ import annotations

import asyncio
import resource
import statistics
import sys
import tempfile
import time
from pathlib import Path

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parents[1]))

from recruiter_tui.compose import open_services  # noqa: E402 - the path above leads to it
from recruiter_tui.domain.application import Application  # noqa: E402 - as above
from recruiter_tui.domain.dates import PartialDate  # noqa: E402 - as above
from recruiter_tui.domain.person import Candidate, Employment  # noqa: E402 - as above
from recruiter_tui.domain.stated import Stated  # noqa: E402 - as above
from recruiter_tui.store.records import NewApplication  # noqa: E402 - as above
from recruiter_tui.store.store import Store  # noqa: E402 - as above
from tests.duplicate_pile import Pile, Row  # noqa: E402 - as above
from tests.store.store_builders import add_vacancy  # noqa: E402 - as above

CHUNK = 500
NEWCOMERS = 200


def say(line: str) -> None:
    """Print a line at once."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def applicant(number: int, row: Row) -> NewApplication:
    """Return a row of the pile as the store takes it."""
    candidate = Candidate(
        name=Stated.known(row.name),
        emails=(Stated.known(row.email),) if row.email else (),
        phones=(Stated.known(row.phone),) if row.phone else (),
        nationalities=(Stated.known(row.nationality),),
        employment=tuple(
            Employment(employer, title, PartialDate.parse(start), PartialDate.parse(end))
            for title, employer, start, end in row.jobs
        ),
    )
    return NewApplication.of(Application(f"A{number}"), candidate, fingerprint=str(number))


def fill(path: Path, pile: Pile) -> None:
    """Store the pile without screening it."""
    with Store.open(path, create=True) as store:
        loading = store.load("bench", add_vacancy(store), "pile")
        for start in range(0, len(pile.rows), CHUNK):
            some = enumerate(pile.rows[start : start + CHUNK], start + 1)
            loading.stage([applicant(number, row) for number, row in some])
        with loading.finish("imported"):
            pass


async def measure(path: Path, pile: Pile) -> None:
    """Search, and print what it took."""
    async with open_services(str(path), "bench") as services:
        begin = time.perf_counter()
        groups = await services.persons.duplicates()
        took = time.perf_counter() - begin
        proposed = {frozenset((f"A{pair.one}", f"A{pair.other}")) for one in groups for pair in one.pairs}
        truth = pile.truth()
        say(f"{len(pile.rows):,} candidates: {took:.1f} s, {len(proposed)} pairs in {len(groups)} groups")
        say(f"planted {len(truth)}, of them proposed {len(truth & proposed) / len(truth):.1%}")
        say(f"proposed and planted {len(truth & proposed) / len(proposed):.1%}")
        times = []
        for candidate in range(1, len(pile.rows), len(pile.rows) // NEWCOMERS):
            begin = time.perf_counter()
            await services.persons.alike(candidate)
            times.append((time.perf_counter() - begin) * 1_000)
        times.sort()
        say(f"a newcomer: median {statistics.median(times):.1f} ms, longest {times[-1]:.1f} ms")
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        say(f"most memory {memory:.0f} MB")


def main() -> None:
    """Build and measure."""
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "store.db"
        pile = Pile(size=size, planted=size * 7 // 100)
        begin = time.perf_counter()
        fill(path, pile)
        say(f"{size:,} stored in {time.perf_counter() - begin:.1f} s")
        asyncio.run(measure(path, pile))


if __name__ == "__main__":
    main()

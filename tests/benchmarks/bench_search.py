"""How fast filters and search answer whom they have never answered before, and while keys overtake them.

    python tests/benchmarks/bench_search.py STORE [APPLICATIONS]

The store is that of bench_workbench.py, and made where there is none: 100,000 CVs of 3 KB, and a vacancy of
5,000. Times are of one machine; the ratios are to bare sqlite3 in the same run, and travel.
"""

from __future__ import annotations

import asyncio
import contextlib
import sys
import time
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parents[1]))

from recruiter_tui.services import Services  # noqa: E402 - the path above leads to it
from recruiter_tui.store.store import utc_now  # noqa: E402
from recruiter_tui.store.thread import StoreThread  # noqa: E402
from tests.benchmarks.bench_workbench import People, bare, build, say, timed, typed  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

VACANCY = "V2"
FILTERS = (
    "tier:1 outcome:cannot-tell",
    "years>=5 not tag:asked nationality:DZ",
    "received:2026-10-03..2026-10-09 or language:en",
    "ka disposition:new",
    "education:not-met (tier:1 or tier:2)",
    "residence:unknown or gender:unknown",
)
PLACES = (3, 40, 400, 3_000, 20_000, 2_100, 4_700)
"""Words of the vocabulary that are typed, from the commonest to the rarest; the last two are names."""
KEY_EVERY = 0.06
"""Seconds between two keys of a fast typist."""


@contextlib.asynccontextmanager
async def fresh(path: Path) -> AsyncIterator[Services]:
    """Open the services as a start of the program does, with nothing read yet."""
    async with StoreThread(path) as thread:
        yield Services(thread, "bench", utc_now)


async def first_filters(path: Path, *, prepared: bool) -> list[float]:
    """Return the seconds of each filter as the first one after the start."""
    times = []
    for query in FILTERS:
        async with fresh(path) as services:
            await services.candidates.roll(VACANCY)
            if prepared:
                await services.filters.warm(VACANCY)
            times += await timed(partial(services.candidates.roll, VACANCY, query), 1)
    return times


async def measure_filters(path: Path) -> None:
    """Filters of 5,000 applications: at first use without and with what the app prepares, and again."""
    floor = bare(path, "SELECT id FROM application WHERE vacancy_id = ? AND disposition = 'new'", 2)
    say("filter of 5,000, first of all, unprepared", await first_filters(path, prepared=False), floor)
    say("filter of 5,000, first of all, prepared", await first_filters(path, prepared=True), floor)
    async with fresh(path) as services:
        await services.candidates.roll(VACANCY)
        preparing = await timed(lambda: services.filters.warm(VACANCY), 1)
        say("preparing the filters of 5,000, beside other work", preparing, floor)
        times = []
        for query in FILTERS:
            times += await timed(partial(services.candidates.roll, VACANCY, query))
        say("filter of 5,000, from then on", times, floor)
        offered = [
            partial(services.filters.complete, VACANCY, text, len(text))
            for text in ("na", "nat", "nationality:", "nationality:D", "tag:a", "outcome:")
        ]
        times = [second for offer in offered for second in await timed(offer, 5)]
        say("what may stand next in a filter of 5,000", times, floor)
        say("facets of 5,000", await timed(lambda: services.filters.facets(VACANCY, "tier:1")), floor)


async def measure_search(path: Path) -> None:
    """Search over everybody: the first one, as typed, ranked, and overtaken."""
    people = People()
    words = [people.words[place] for place in PLACES]
    floor = bare(
        path, "SELECT rowid FROM candidate_search WHERE candidate_search MATCH ? LIMIT 60", f'"{words[0]}"'
    )
    async with fresh(path) as services:
        say("first search of all, unprepared", await timed(lambda: services.search.search("amin"), 1), floor)
    async with fresh(path) as services:
        say("preparing the search, in its own thread", await timed(services.search.warm, 1), floor)
        say("first search of all, prepared", await timed(lambda: services.search.search("amin"), 1), floor)
        for ranked, said in ((False, "as typed, the first 60"), (True, "the best first, as typing pauses")):
            times, costs = [], []
            for text in typed(words):
                before = time.process_time()
                times += await timed(partial(services.search.search, text, ranked=ranked), 1)
                costs.append(time.process_time() - before)
            say(f"search, {said}", times, floor)
            say("    processor time of these", costs, floor)
        say("a key while the best are still being sought", await overtaken(services, words), floor)


async def overtaken(services: Services, words: list[str]) -> list[float]:
    """Return the seconds of searches that begin while a ranked one of the commonest word runs."""
    times = []
    for text in typed(words[2:]):
        older = asyncio.ensure_future(services.search.search(words[0][:3], ranked=True))
        await asyncio.sleep(KEY_EVERY / 10)
        start = time.perf_counter()
        await services.search.search(text)
        times.append(time.perf_counter() - start)
        await older
    return times


def main() -> None:
    """Make the store where there is none, and measure."""
    path = Path(sys.argv[1]).resolve()
    if not path.exists():
        build(path, int(sys.argv[2]) if len(sys.argv) > 2 else 100_000)
    asyncio.run(measure_filters(path))
    asyncio.run(measure_search(path))


if __name__ == "__main__":
    main()

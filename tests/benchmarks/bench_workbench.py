"""How fast a large store answers: rolls, rows, counts, filters and search, as ratios to bare sqlite3.

    python tests/benchmarks/bench_workbench.py STORE [APPLICATIONS]

Makes the store where there is none: one vacancy with APPLICATIONS (100,000 unless told) and one with 5,000,
each CV of 3 KB from a seeded vocabulary. Times are of one machine; the ratios travel.
"""

from __future__ import annotations

import asyncio
import itertools
import random
import resource
import sqlite3
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parents[1]))

from recruiter_tui.domain.application import Application  # noqa: E402 - the path above leads to it
from recruiter_tui.domain.dates import Moment  # noqa: E402
from recruiter_tui.domain.finding import Outcome  # noqa: E402
from recruiter_tui.domain.person import Candidate, Document, Employment, LanguageSkill  # noqa: E402
from recruiter_tui.domain.stated import Stated  # noqa: E402
from recruiter_tui.services import Services  # noqa: E402
from recruiter_tui.store import codec  # noqa: E402
from recruiter_tui.store.records import NewApplication  # noqa: E402
from recruiter_tui.store.store import Store, utc_now  # noqa: E402
from recruiter_tui.store.thread import StoreThread  # noqa: E402
from tests.store.store_builders import add_vacancy, screened  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterator

SYLLABLES = [
    "ba",
    "con",
    "de",
    "er",
    "fi",
    "ga",
    "hu",
    "in",
    "jo",
    "ka",
    "lo",
    "ma",
    "na",
    "or",
    "pre",
    "qui",
    "re",
    "st",
    "tion",
    "ur",
    "vi",
    "wa",
    "xe",
    "yo",
    "zu",
    "pro",
    "com",
    "al",
]
WORDS_IN_A_CV = 420
FEW = 5_000
CHUNK = 500
ROUNDS = 15
P95 = 0.95


class People:
    """Invented people with a seeded vocabulary."""

    def __init__(self, seed: int = 11) -> None:
        """Make 40,000 words that are as unevenly common as those of a language."""
        self.chance = random.Random(seed)  # noqa: S311 - a benchmark's data
        made = {"".join(self.chance.choices(SYLLABLES, k=self.chance.randint(2, 4))) for _ in range(60_000)}
        self.words = sorted(made)
        self.chance.shuffle(self.words)
        self._weights = list(itertools.accumulate(1 / (place + 8) for place in range(len(self.words))))
        self.first = [word.capitalize() for word in self.words[2_000:4_000]]
        self.last = [word.capitalize() for word in self.words[4_000:9_000]]

    def cv(self) -> str:
        """Return some 3 KB of text."""
        words = self.chance.choices(self.words, cum_weights=self._weights, k=WORDS_IN_A_CV)
        return "\n".join(" ".join(words[start : start + 12]) for start in range(0, len(words), 12))

    def applicant(self, number: int) -> NewApplication:
        """Return an application ready to be staged."""
        text = self.cv()
        candidate = Candidate(
            name=Stated.known(f"{self.chance.choice(self.first)} {self.chance.choice(self.last)}"),
            emails=(Stated.known(f"person{number}@example.org"),),
            nationalities=(Stated.known(self.chance.choice(("DZ", "FR", "TN", "KE", "BR"))),),
            employment=(Employment(employer="Relief Example", title=f"Officer {number}"),),
            languages=(LanguageSkill("fr"), LanguageSkill("en")),
            documents=(Document("cv.txt", codec.sha256(text), text),),
        )
        day = self.chance.randint(1, 28)
        received = Moment.parse(f"2026-10-{day:02}T10:00:00+01:00")
        return NewApplication.of(
            Application(f"A{number}", received, "web", internal=number % 9 == 0),
            candidate,
            fingerprint=str(number),
            tags=("asked",) if number % 7 == 0 else (),
        )


def build(path: Path, count: int) -> None:
    """Make the store."""
    people = People()
    outcomes = tuple(Outcome)
    with Store.open(path, create=True) as store:
        for reference, size in (("big", count), ("small", FEW)):
            vacancy = add_vacancy(store, reference)
            loading = store.load("bench", vacancy, "people.csv")
            keys: list[int] = []
            for start in range(0, size, CHUNK):
                keys += loading.stage(
                    [people.applicant(one) for one in range(start, min(start + CHUNK, size))]
                )
            with loading.finish(f"{size} imported"):
                pass
            for start in range(0, size, 5 * CHUNK):
                with store.write("bench", "screened", "screened", undoable=False) as unit:
                    unit.put_screenings(
                        [
                            screened(key, outcomes[key % 3], criteria=vacancy, tier=key % 3 + 1)._replace(
                                months_low=float(key % 240), months_high=float(key % 240)
                            )
                            for key in keys[start : start + 5 * CHUNK]
                        ]
                    )


def say(name: str, times: list[float], floor: float | None = None) -> None:
    """Print median and 95th percentile in milliseconds, and the median as a ratio to the floor."""
    ordered = sorted(times)
    middle, late = ordered[len(ordered) // 2], ordered[int(P95 * (len(ordered) - 1))]
    ratio = "" if floor is None else f"  {middle / floor:5.2f} x bare sqlite3"
    sys.stdout.write(f"{name:<52} p50 {middle * 1000:7.2f} ms  p95 {late * 1000:7.2f} ms{ratio}\n")
    sys.stdout.flush()


async def timed(act: Callable[[], Awaitable[object]], rounds: int = ROUNDS) -> list[float]:
    """Return the seconds of each round."""
    times = []
    for _round in range(rounds):
        start = time.perf_counter()
        await act()
        times.append(time.perf_counter() - start)
    return times


def bare(path: Path, sql: str, *values: object, rounds: int = ROUNDS) -> float:
    """Return the median seconds of a question put to sqlite3 alone."""
    connection = sqlite3.connect(path)
    times = []
    for _round in range(rounds):
        start = time.perf_counter()
        connection.execute(sql, values).fetchall()
        times.append(time.perf_counter() - start)
    connection.close()
    return sorted(times)[rounds // 2]


def typed(words: list[str]) -> Iterator[str]:
    """Yield what a search box sees while each word is typed, from the third letter on."""
    for word in words:
        for end in range(3, len(word) + 1):
            yield word[:end]


async def measure(path: Path) -> None:
    """Measure and print."""
    async with StoreThread(path) as thread:
        services = Services(thread, "bench", utc_now)
        for vacancy, name in (("V1", "large"), ("V2", "5,000")):
            await measure_lists(services, path, vacancy, name)
        await measure_filters(services)
        await measure_search(services, path)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    sys.stdout.write(f"{'peak memory of the process':<52} {peak:.0f} MB\n")


async def measure_lists(services: Services, path: Path, vacancy: str, name: str) -> None:
    """Rolls, windows of rows, and counts."""
    key = int(vacancy[1:])
    floor = bare(path, "SELECT id FROM application WHERE vacancy_id = ? ORDER BY id", key, rounds=5)
    for sort in ("tier", "name", "received"):
        times = await timed(lambda sort=sort: services.candidates.roll(vacancy, "", sort), 5)  # type: ignore[misc]  # a lambda's default
        say(f"roll of the {name} vacancy by {sort}", times, floor)
    roll = await services.candidates.roll(vacancy)
    for place in (0, len(roll) // 2, len(roll) - 50):
        window = list(roll[place : place + 50])
        marks = ",".join("?" * len(window))
        floor = bare(path, f"SELECT * FROM application WHERE id IN ({marks})", *window)  # noqa: S608 - question marks
        times = []
        for _round in range(ROUNDS):
            start = time.perf_counter()
            services.candidates.rows_now(window)
            times.append(time.perf_counter() - start)
        say(f"50 rows of the {name} vacancy at {place:,}", times, floor)
    floor = bare(path, "SELECT vacancy_id, disposition, applications FROM tally")
    say("counts of all vacancies", await timed(services.vacancies.list), floor)


async def measure_filters(services: Services) -> None:
    """Filters and facets."""
    for vacancy, name in (("V2", "5,000"), ("V1", "large")):
        for query in (
            "tier:1 outcome:cannot-tell",
            "years>=5 not tag:asked nationality:DZ",
            "received:2026-10-03..2026-10-09 or language:en",
            "ka disposition:new",
            "education:not-met (tier:1 or tier:2)",
        ):
            first = await timed(lambda q=query, v=vacancy: services.candidates.roll(v, q), 1)  # type: ignore[misc]  # a lambda's default
            again = await timed(lambda q=query, v=vacancy: services.candidates.roll(v, q))  # type: ignore[misc]  # as above
            say(f"{name}, first: {query}"[:52], first)
            say(f"{name}: {query}"[:52], again)
        say(f"{name}: facets", await timed(lambda v=vacancy: services.filters.facets(v, "tier:1"), 5))  # type: ignore[misc]  # as above


async def measure_search(services: Services, path: Path) -> None:
    """Search as somebody types."""
    people = People()
    words = [people.words[place] for place in (3, 40, 400, 3_000, 20_000, 2_100, 4_700)]
    await services.search.search("warm", 60)
    first: list[float] = []
    for text in typed(words):
        first += await timed(lambda text=text: services.search.search(text), 1)  # type: ignore[misc]  # a lambda's default
    floor = bare(
        path,
        "SELECT rowid FROM candidate_search WHERE candidate_search MATCH ? LIMIT 60",
        f'"{words[0]}"',
    )
    say("search as typed, first 60", first, floor)
    ranked: list[float] = []
    for text in typed(words[:3]):
        ranked += await timed(lambda text=text: services.search.search(text, ranked=True), 1)  # type: ignore[misc]  # as above
    say("search, ranked after", ranked, floor)
    times = await timed(lambda: services.candidates.roll("V2", f"text:{words[30 % 7]}"), 5)
    say("text:word within the 5,000", times)
    times = await timed(lambda: services.candidates.roll("V2", f"text:{words[0][:3]}"), 3)
    say("text:beginning within the 5,000", times)


def main() -> None:
    """Make the store where there is none, and measure."""
    path = Path(sys.argv[1]).resolve()
    if not path.exists():
        start = time.perf_counter()
        build(path, int(sys.argv[2]) if len(sys.argv) > 2 else 100_000)
        sys.stdout.write(f"built in {time.perf_counter() - start:.0f} s\n")
    asyncio.run(measure(path))


if __name__ == "__main__":
    main()

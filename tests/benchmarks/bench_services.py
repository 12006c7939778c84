"""How fast screening is through store and services, as ratios to a bare loop over prepared tuples.

    python tests/benchmarks/bench_services.py [APPLICATIONS]

Prints, for 5,000 applications or the given number against 30 criteria of a store on disk: screening by the
command line, in new processes, with its memory; changes of one criterion before and after the freeze, with
everybody judged again, flips told, results stored and journalled, each as after a look at the criteria, and
once without; the same taken back; what-if at the first question, under a policy asked for at once, and once
the named ones are prepared. Beyond 20,000 applications it prints screening and what-if alone. Times are
processor seconds of all threads, the best of several runs, which on an idle machine are those of the wall;
the ratios travel.
"""

from __future__ import annotations

import asyncio
import compileall
import random
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parents[1]))

from recruiter_tui.compose import open_services  # noqa: E402 - the path above leads to it
from recruiter_tui.domain.notice import Notice, Source  # noqa: E402
from recruiter_tui.domain.notice_edit import Change, Drop, Turn  # noqa: E402
from recruiter_tui.domain.requirement import (  # noqa: E402
    Branch,
    DegreeLevel,
    EducationExperience,
    LanguageNeed,
    LanguageRequirement,
)
from recruiter_tui.domain.whatif import Scenario  # noqa: E402
from recruiter_tui.store.records import NewApplication  # noqa: E402
from recruiter_tui.store.store import Store  # noqa: E402
from tests.benchmarks.bench_rules import applicant, bare, notice, seconds, told  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Awaitable

    from recruiter_tui.domain.notice_edit import Edit
    from recruiter_tui.services import Services

_RUNS = 3
_MANY = 20_000
_CHUNK = 200


def fill(path: Path, count: int) -> None:
    """Put a vacancy with that many applications into a new store, not yet screened."""

    async def vacancy() -> None:
        async with open_services(str(path), "bench") as services:
            asked: Notice = replace(notice(), source=Source("n.txt", "0" * 64, "labelled"))
            await services.vacancies.add([asked])

    with Store.open(path, create=True):
        pass
    asyncio.run(vacancy())
    draw = random.Random(count)  # noqa: S311 - no secret
    with Store.open(path) as store:
        loading = store.load("bench", 1, "people.csv")
        people = [applicant(number, draw) for number in range(count)]
        rows = [
            NewApplication.of(one.application, one.candidate, fingerprint=str(place))
            for place, one in enumerate(people)
        ]
        for start in range(0, count, _CHUNK):
            loading.stage(rows[start : start + _CHUNK])
        with loading.finish(f"{count} imported"):
            pass


def cold(filled: Path, folder: Path) -> tuple[float, float, int]:
    """Return processor and wall seconds of screening by the command line, and its memory in megabytes.

    The modules are compiled before, as an installer does, and each run has a store of its own.
    """
    compileall.compile_dir(str(HERE.parents[1] / "recruiter_tui"), quiet=2)
    best = (float("inf"), float("inf"))
    for run in range(_RUNS):
        path = folder / f"run{run}.db"
        shutil.copy(filled, path)
        command = [sys.executable, "-m", "recruiter_tui", "screen", "--vacancy", "V1", "--store", str(path)]
        before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        wall, after = time.perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
        spent = after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime
        best = min(best, (spent, wall))
    (folder / f"run{_RUNS - 1}.db").replace(filled)
    return *best, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024


async def timed(what: str, work: Awaitable[Any], target: float, floor: float) -> Any:  # noqa: ANN401 - whatever
    """Wait for some work and print how long it took."""
    start, begun = time.perf_counter(), time.process_time()
    result = await work
    spent = time.process_time() - begun
    told(what, spent, target, floor)
    sys.stdout.write(f"{'':<40} {(time.perf_counter() - start) * 1000:9.1f} ms on the wall\n")
    return result


def school(months: int, *fields: str) -> EducationExperience:
    """Return the demand of education with another threshold, or other fields of study."""
    alternatives = (Branch(DegreeLevel.MASTER, months), Branch(DegreeLevel.BACHELOR, months + 24))
    listed = fields or ("Law", "Economics", "International Relations", "Public Health")
    return EducationExperience(id="education", alternatives=alternatives, fields_of_study=listed)


def spoken(level: str) -> Edit:
    """Return a change of the essential language's level."""
    return Change("language-en", LanguageRequirement(id="language-en", any_of=(LanguageNeed("en", level),)))


CHANGES: dict[str, Edit] = {
    "language level": spoken("native"),
    "education: months": Change("education", school(48)),
    "education: fields": Change("education", school(48, "Law", "History")),
    "requirement to advantage": Turn("language-en"),
    "requirement dropped": Drop("nationality"),
}


UNPREPARED = spoken("C2")


async def running(services: Services, floor: float) -> None:
    """Measure what a running program does."""
    await services.warm()
    await services.criteria.change("V1", [Turn("channel")])  # loads what the first change needs
    await services.criteria.settle()
    for frozen in (False, True):
        if frozen:
            keys = await services.candidates.roll("V1")
            from recruiter_tui.domain.application import Disposition

            await services.decisions.decide(keys[:1], Disposition.MAYBE)
        edits = CHANGES if frozen else {"language, nothing ready": UNPREPARED, **CHANGES}
        for name, edit in edits.items():
            what = f"{'frozen' if frozen else 'draft'}, {name}"
            if edit is not UNPREPARED:
                await services.criteria.prepare("V1")
                await services.criteria.prepared()
            done = await timed(what, services.criteria.change("V1", [edit], reason="measured"), 0.3, floor)
            start = time.perf_counter()
            await services.criteria.settle()
            sys.stdout.write(f"    {len({flip.key for flip in done.flips})} flipped; explained after ")
            sys.stdout.write(f"{(time.perf_counter() - start) * 1000:.0f} ms more\n")
            await timed("    taken back", services.history.undo(), 0.3, floor)
            await services.criteria.settle()


async def trying(services: Services, floor: float) -> None:
    """Measure what-if in a program that has shown the vacancy and asked nothing yet."""
    await services.warm()
    await services.vacancies.list()
    await services.vacancies.get("V1")  # as the desk shows it
    await timed("what-if, first question", services.whatif.ask("V1", Scenario()), 0.1, floor)
    dropped = Scenario(dropped=("nationality",))
    await timed("what-if, next question", services.whatif.ask("V1", dropped), 0.1, floor)
    other = Scenario(policy="sum")
    await timed("what-if, another policy at once", services.whatif.ask("V1", other), 0.1, floor)
    await timed("what-if, next under it", services.whatif.ask("V1", other), 0.1, floor)
    start = time.perf_counter()
    await services.whatif.ahead()
    sys.stdout.write(f"    the named policies are ready after {time.perf_counter() - start:.1f} s more\n")
    profile = Scenario(policy="epso")
    await timed("what-if, another policy then", services.whatif.ask("V1", profile), 0.1, floor)


def main() -> None:
    """Measure and print."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 5_000
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "store.db"
        fill(path, count)
        floor = seconds(bare(count, 30), 3)
        sys.stdout.write(f"{count:,} applications x 30 criteria; bare loop {floor * 1000:.1f} ms\n")
        taken, wall, memory = cold(path, Path(folder))
        told("screened by the command line", taken, 3.0 if count <= 5_000 else 60.0, floor)
        sys.stdout.write(f"{'':<40} {wall * 1000:9.1f} ms on the wall; {memory} MB\n")

        async def opened() -> None:
            async with open_services(str(path), "bench") as services:
                await trying(services, floor)
                if count <= _MANY:
                    await running(services, floor)
                proof = await services.history.verify()
                sys.stdout.write(f"journal and store agree: {proof.ok} {proof.problem or ''}\n")

        asyncio.run(opened())


if __name__ == "__main__":
    main()

"""A first pass by keys alone in a real pty: a store of any size, a person who types, and what it came to."""

from __future__ import annotations

import asyncio
import csv
import os
import random
import signal
import time
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from recruiter_tui.compose import open_services
from recruiter_tui.domain.application import Disposition
from tests.tui.stores import notice
from tests.tui.terminal_rig import Terminal

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

ACTOR = "awa"
SIZE = (120, 40)
_APP = f"import sys; from recruiter_tui.tui.app import run_app; sys.exit(run_app(sys.argv[1], {ACTOR!r}))"
_CV = """{name}
{mail}
Nationality: France

Profile
Officer with {years} years at borders and in ministries.

Work experience
Border Officer, An Agency, Tunis
2012 - {end}
- Trained forty guards in reading travel documents.
- Kept the records of {count} applications without a gap.

Education
2010  Master of Law, University of Dakar

Languages
English: fluent
French: mother tongue
"""
LEVELS = ("English | fluent", "English | fluent; French | mother tongue", "French | fluent")


async def _fill(store: Path, people: int) -> None:
    folder = store.parent
    async with open_services(store, ACTOR) as services:
        [vacancy] = (await services.vacancies.add([notice()])).vacancies
        with (folder / "pile.csv").open("w", encoding="utf-8", newline="") as file:
            rows = csv.writer(file)
            rows.writerow(
                [
                    "application",
                    "name",
                    "received",
                    "nationalities",
                    "languages",
                    "degrees",
                    "employment",
                    "cv",
                ]
            )
            for number in range(1, people + 1):
                name, end = f"Person {number:04}", 2013 + number % 10
                cv = folder / f"cv{number}.txt"
                facts = {"name": name, "mail": f"p{number}@example.org", "end": end, "years": end - 2012}
                cv.write_text(_CV.format(count=number, **facts), encoding="utf-8")
                rows.writerow(
                    [
                        f"A{number:04}",
                        name,
                        "2026-11-01T10:00:00+00:00",
                        "FR",
                        LEVELS[number % 3],
                        "master | Law | University of Dakar | 2010-07",
                        f"Border Officer | An Agency | 2012-01-01 | {end}-12-31 | 100%",
                        cv.name,
                    ]
                )
        await services.intake.load([folder / "pile.csv"], vacancy)
        [*_rest, last] = await services.candidates.roll(vacancy, sort="name")
        for disposition in (Disposition.MAYBE, Disposition.NEW):  # the criteria are frozen from here on
            await services.decisions.decide([last], disposition)


def fill(store: Path, people: int) -> None:
    """Store one vacancy with so many applicants, their CVs and frozen criteria."""
    asyncio.run(_fill(store, people))


def sit(store: Path) -> Terminal:
    """Start the app on a store in a pty."""
    import sys

    return Terminal(store, SIZE, program=(sys.executable, "-c", _APP))


def plan(people: int, seed: int) -> Iterator[tuple[str, ...]]:
    """Yield the keys for each person: evidence for many, a page of text for some, then a verdict."""
    chance = random.Random(seed)  # noqa: S311 - the same plan in every run
    rejected = False
    for _ in range(people):
        look = chance.choice(((), (), ("\x1b[C",), ("\x1b[C", "\x1b[C"), (" ",)))
        verdict = chance.choice(("s", "l", "m", "x", "x", ".", "."))
        if verdict == "x":
            yield (*look, "x", chance.choice("el"))
            rejected = True
        else:
            yield (*look, verdict if verdict != "." or rejected else "s")


@dataclass
class Run:
    """What a run came to."""

    keys: int = 0
    verdicts: int = 0
    waits: list[float] = field(default_factory=list)
    """Seconds from a verdict's last key to the next person's picture."""


def begin(terminal: Terminal, place: int, people: int) -> int:
    """Go from the start of the app into the pass; return how many keys that took."""
    terminal.until("Person 0")
    terminal.type("2")
    terminal.type("p")
    terminal.until(f" {place} of {people} ")
    terminal.until("decided,")
    return 2


def go_through(
    terminal: Terminal, people: int, seed: int, *, first: int = 1, until: float | None = None
) -> Run:
    """Decide on one person after the other, each as soon as he or she stands on the screen."""
    run = Run()
    for place, keys in enumerate(plan(people - first + 1, seed), first):
        for key in keys:
            began = time.perf_counter()
            terminal.type(key)
            run.keys += 1
            if key == "x":
                terminal.until("Not suitable, because")
        told = f" {place + 1} of {people} " if place < people else "The end of this pass"
        terminal.until(told)
        run.waits.append(time.perf_counter() - began)
        run.verdicts += 1
        if until is not None and time.monotonic() > until:
            break
    return run


def kill(terminal: Terminal) -> str:
    """Kill the app where it stands, and return the last picture that it gave."""
    os.kill(terminal.pid, signal.SIGKILL)
    os.waitpid(terminal.pid, 0)
    terminal.status = -signal.SIGKILL
    while terminal.read(0.05):
        pass
    return terminal.screen


@dataclass(frozen=True)
class Found:
    """What the next start finds."""

    decided: int
    """People with a verdict, who must be the first of the queue without a gap."""
    has_gap: bool
    place: int
    """Where the pass goes on, counted from 0."""
    is_whole: bool
    """Whether the journal verifies."""
    counts: Counter[str]


async def _look(store: Path) -> Found:
    async with open_services(store, ACTOR) as services:
        queue = await services.queue.open("V1")
        rows = await services.candidates.rows(queue.keys)
        decided = [row.disposition is not Disposition.NEW for row in rows]
        count = sum(decided)
        return Found(
            count,
            any(decided[count:]),
            queue.at,
            (await services.history.verify()).ok,
            Counter(row.disposition.value for row in rows),
        )


def look(store: Path) -> Found:
    """Open the store as the next start would."""
    return asyncio.run(_look(store))

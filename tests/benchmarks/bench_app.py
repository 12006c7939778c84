"""Everything that the app promises on speed and memory, in one run, each beside its target.

    python tests/benchmarks/bench_app.py [start] [keys] [peer] [search] [--stores FOLDER] [--rounds N]

Makes its stores (a vacancy of 20, of 100,000 and of 1,000,000 applications, and 100,000 CVs of 3 KB; some
minutes and 2 GB, kept in FOLDER where one is named), runs each program in a pty, every key in all tables in
turn, and beside them Textual's own DataTable. Ratios travel to other machines, times do not.
"""

from __future__ import annotations

import argparse
import asyncio
import statistics
import sys
import tempfile
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parents[1]))

from recruiter_tui.compose import build_demo  # noqa: E402 - the path above leads to it
from tests.benchmarks import bench_search, bench_start, bench_workbench  # noqa: E402 - as above
from tests.benchmarks.bench_keys import (  # noqa: E402 - as above
    END,
    FEW,
    HOME,
    KEYS,
    PAGE_DOWN,
    PAGE_UP,
    PROGRAM,
    WARM,
    Answer,
    agree,
    held,
    memory,
    press,
    pressed,
    rest,
    say,
    settle,
)
from tests.benchmarks.bench_screen import FLOOR  # noqa: E402 - as above
from tests.benchmarks.crowds import crowd  # noqa: E402 - as above
from tests.tui.terminal_rig import Terminal  # noqa: E402 - as above

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

SIZE: Final = (160, 45)
DATA_TABLE: Final = """
from textual.app import App
from textual.widgets import DataTable
class Peer(App):
    ENABLE_COMMAND_PALETTE = False
    BINDINGS = [("j", "down"), ("k", "up")]
    def compose(self):
        yield DataTable(cursor_type="row")
    def on_mount(self):
        table = self.query_one(DataTable)
        table.add_columns("Name", "Tier", "Eligible", "Years", "Disposition", "Received")
        for number in range(1000):
            table.add_row(f"Person {number:05}", "tier 1", "met", "7.4", "new", "2026-11-02 10:00")
        table.focus()
    def action_down(self):
        self.query_one(DataTable).action_cursor_down()
    def action_up(self):
        self.query_one(DataTable).action_cursor_up()
Peer().run()
"""
PARTS: Final = ("start", "keys", "peer", "search")
P95: Final = 0.95


class Target(NamedTuple):
    """What is promised: a figure that a measurement may not pass, in its unit."""

    most: float
    unit: str = "x"


def verdict(name: str, found: float, target: Target | None = None, note: str = "") -> None:
    """Print a figure, its target where there is one, and whether it keeps to it."""
    kept = ""
    if target is not None:
        unit, note = target.unit, f"  {note}" if note else ""
        kept = f"  {'kept' if found <= target.most else 'MISSED'} (<= {target.most:g})"
    else:
        unit, _, note = note.partition(",")
    say(f"{name:<62} {found:8.2f} {unit:<2}{kept}{note}")


def at(place: float, some: Iterable[float]) -> float:
    """Return a percentile, for instance 0.95."""
    ordered = sorted(some)
    return ordered[int(place * (len(ordered) - 1))]


def starts(stores: dict[str, Path], rounds: int) -> None:
    """First picture and first rows of real data, on the demo and on the crowd, beside an empty app."""
    rows = {name: asyncio.run(bench_start.second_row(stores[name])) for name in ("demo", "crowd")}
    empty: list[tuple[float, float]] = []
    found: dict[tuple[str, str], list[tuple[float, float]]] = {}
    for number in range(rounds + 1):
        floor = bench_start.start(stores["demo"], (sys.executable, "-c", FLOOR), "row 0000000")
        for name, seen in rows.items():
            times = bench_start.start(stores[name], PROGRAM, bench_start.PICTURE, seen)
            if number:  # the first round fills the system's caches
                found.setdefault((name, "first picture"), []).append(times[bench_start.PICTURE])
                found.setdefault((name, "first rows"), []).append(times[seen])
        if number:
            empty.append(floor["row 0000000"])
    for (name, what), times_ in found.items():
        target = Target(1.15 if what == "first picture" else 2.2)
        wall, spent = (
            [statistics.median(one[kind] for one in some) for some in (times_, empty)] for kind in (0, 1)
        )
        verdict(f"{name}: {what}, wall, median", wall[0] / wall[1], target)
        verdict(f"{name}: {what}, processor, median", spent[0] / spent[1], target)
    mine, bare = bench_start.helped(rounds)
    verdict("--help beside python -c pass", statistics.median(mine) / statistics.median(bare), Target(5))


def keys_of_both(few: Terminal, many: Terminal, count: int, rounds: int) -> None:
    """Every key in a large table beside the same key in one of 20."""
    for name, keys in KEYS:
        if name.startswith("filter"):
            for terminal in (few, many):
                terminal.type("/")
                rest(terminal, 60)
        small, large = pressed(few, many, keys, rounds)
        for kind, what in (("first", "key to paint"), ("last", "whole picture")):
            mine, base = ([getattr(one, kind) for one in some] for some in (large, small))
            middle, late = at(0.5, mine), at(P95, mine)
            note = f"p50 {middle / at(0.5, base):.2f} x  {middle * 1e3:.1f} and {late * 1e3:.1f} ms"
            said, ratio = f"{count:,}: {name}, {what}, p95", late / at(P95, base)
            if kind == "first":
                verdict(said, ratio, Target(1.5), note)
            else:
                verdict(said, ratio, None, f"x,  {note}")
        spent = at(0.5, (one.processor for one in large)) / at(0.5, (one.processor for one in small))
        verdict(f"{count:,}: {name}, processor, p50", spent, None, "x")
    for terminal in (few, many):
        terminal.type("\x1b")
        rest(terminal)


def holding(name: str, terminal: Terminal) -> None:
    """How far the last paint lies behind a key that was held."""
    for rate in (60, 120):
        late = sorted(held(terminal, key, rate) * 1e3 for key in ("j", "k", "j", "k", "j"))
        target = Target(20, "ms") if name != "DataTable" else None
        note = f"least {late[0]:.0f} ms"
        said = f"{name}: held at {rate}/s, last paint behind last key, median"
        verdict(said, late[2], target, note if target else f"ms,  {note}")


def peer(folder: Path, rounds: int) -> None:
    """The same keys in Textual's own table of 1,000 rows."""
    with Terminal(folder / "peer.db", SIZE, program=(sys.executable, "-c", DATA_TABLE)) as terminal:
        terminal.until("Person 00000", 60)
        rest(terminal)
        for name, keys in (
            ("cursor", ("j", "k")),
            ("page", (PAGE_DOWN, PAGE_UP)),
            ("end, home", (END, HOME)),
        ):
            times = [press(terminal, keys[turn % 2]) for turn in range(2 * rounds)]
            verdict(
                f"DataTable of 1,000: {name}, p95", at(P95, (one.first for one in times)) * 1e3, None, "ms"
            )
        holding("DataTable", terminal)


def tables(stores: dict[str, Path], sizes: dict[str, int], rounds: int) -> None:
    """Keys, held keys and memory in tables of 20, of the crowd, and of the million."""
    program = partial(Terminal, size=SIZE, program=PROGRAM)
    with program(stores["few"]) as few, program(stores["crowd"]) as many:
        for terminal in (few, many):
            agree(terminal)
        verdict(f"{sizes['crowd']:,}: memory once open", memory(many.pid)[0], Target(150, "MB"))
        keys_of_both(few, many, sizes["crowd"], rounds)
        holding(f"{sizes['crowd']:,}", many)
        verdict(f"{sizes['crowd']:,}: memory at most", memory(many.pid)[1], Target(150, "MB"))
    times = bench_start.start(
        stores["million"], PROGRAM, asyncio.run(bench_start.second_row(stores["million"]))
    )
    verdict(f"{sizes['million']:,}: first rows", next(iter(times.values()))[0], None, "s")
    with program(stores["few"]) as few, program(stores["million"]) as many:
        for terminal in (few, many):
            terminal.until("mina", 60)
            settle(terminal, WARM)
            terminal.type("2")
            rest(terminal, 120)
        for name, keys in (
            ("cursor", ("j", "k")),
            ("page", (PAGE_DOWN, PAGE_UP)),
            ("end, home", (END, HOME)),
        ):
            small, large = pressed(few, many, keys, rounds)
            ratio = at(P95, (one.first for one in large)) / at(P95, (one.first for one in small))
            middle = at(0.5, (one.first for one in large)) / at(0.5, (one.first for one in small))
            verdict(
                f"{sizes['million']:,}: {name}, key to paint, p95", ratio, Target(1.5), f"p50 {middle:.2f} x"
            )
        holding(f"{sizes['million']:,}", many)
        verdict(f"{sizes['million']:,}: memory at most", memory(many.pid)[1], None, "MB")


def searched(store: Path, words: Sequence[str]) -> None:
    """Search as somebody types, in the app: until the hits stand."""
    answers: list[Answer] = []
    with Terminal(store, SIZE, program=PROGRAM) as terminal:
        settle(terminal, WARM)
        terminal.type("F")
        rest(terminal, 60)
        for word in words:
            for number, letter in enumerate(word, 1):
                answer = press(terminal, letter, quiet=SEARCH_QUIET)
                if number > 1:
                    answers.append(answer)
            for _letter in word:
                press(terminal, "\x7f")
    note = f"p50 {at(0.5, (one.last for one in answers)) * 1e3:.0f} ms"
    verdict(
        "search as typed, hits stand, p95",
        at(P95, (one.last for one in answers)) * 1e3,
        Target(50, "ms"),
        note,
    )


SEARCH_QUIET: Final = 0.08
"""Seconds without output after which the hits stand; the best come first 0.15 s after the last letter."""


async def questions(path: Path) -> None:
    """Filters of 5,000 and searches over everybody, as the services answer them."""
    async with bench_search.fresh(path) as services:
        await services.candidates.roll(bench_search.VACANCY)
        await services.filters.warm(bench_search.VACANCY)
        times = []
        for query in bench_search.FILTERS:
            times += await bench_workbench.timed(
                partial(services.candidates.roll, bench_search.VACANCY, query)
            )
        verdict("filter of 5,000 applications, p95", at(P95, times) * 1e3, Target(30, "ms"))
        await services.search.warm()
        people = bench_workbench.People()
        times = []
        for text in bench_workbench.typed([people.words[place] for place in bench_search.PLACES]):
            times += await bench_workbench.timed(partial(services.search.search, text), 1)
        verdict("search as typed, the question alone, p95", at(P95, times) * 1e3, Target(50, "ms"))


def made(folder: Path, sizes: dict[str, int]) -> dict[str, Path]:
    """Return the stores by name; those that a folder holds already are used as they are."""
    stores = {name: folder / name / "store.db" for name in ("demo", *sizes)}
    for name, path in stores.items():
        if path.exists():
            continue
        say(f"making {name} …")
        path.parent.mkdir(parents=True, exist_ok=True)
        if name == "demo":
            asyncio.run(build_demo(path))
        elif name == "papers":
            bench_workbench.build(path, sizes[name])
        else:
            crowd(path, sizes[name])
    return stores


def main() -> None:
    """Make the stores, measure, and print."""
    parser = argparse.ArgumentParser(description="What the app promises on speed and memory, measured.")
    parser.add_argument("parts", nargs="*", help=f"what of {', '.join(PARTS)}; all unless named")
    parser.add_argument("--stores", type=Path, help="a folder that keeps the stores for the next run")
    parser.add_argument("--rounds", type=int, default=15, help="rounds of each key")
    parser.add_argument("--crowd", type=int, default=100_000, help="applications of the large vacancy")
    parser.add_argument("--million", type=int, default=1_000_000, help="applications of the largest one")
    options = parser.parse_args()
    sizes = {"few": FEW, "crowd": options.crowd, "million": options.million, "papers": options.crowd}
    with tempfile.TemporaryDirectory() as folder:
        parts = options.parts or PARTS
        if "search" not in parts:
            del sizes["papers"]
        stores = made(options.stores or Path(folder), sizes)
        if "start" in parts:
            starts(stores, max(5, options.rounds // 2))
        if "keys" in parts:
            tables(stores, sizes, options.rounds)
        if "peer" in parts:
            peer(Path(folder), options.rounds)
        if "search" in parts:
            people = bench_workbench.People()
            searched(stores["papers"], [people.words[place] for place in bench_search.PLACES])
            asyncio.run(questions(stores["papers"]))


if __name__ == "__main__":
    main()

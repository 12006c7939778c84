"""How fast the screen answers, as ratios to an empty app measured beside it in the same run.

    python tests/benchmarks/bench_screen.py [STORE]

Prints: first picture and first rows of the desk (with STORE), cursor moves and scrolls of the candidates'
table at several sizes. Times are of one machine; the ratios travel.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from pathlib import Path

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parents[1]))

from tests.tui.terminal_rig import APP, Terminal  # noqa: E402 - the path above leads to it

FLOOR = """
import sys
from textual.app import App
from textual.widget import Widget
from textual.strip import Strip
from textual.geometry import Region
from rich.segment import Segment
class Floor(Widget, can_focus=True):
    line = 0
    def render_line(self, y):
        text = f"row {self.line:07}" if y == 0 else ""
        return Strip([Segment(text.ljust(self.size.width))], self.size.width)
    def on_key(self, event):
        if event.key == "j":
            self.line += 1
            self.refresh(Region(0, 0, self.size.width, 1))
class Empty(App):
    ENABLE_COMMAND_PALETTE = False
    def compose(self):
        yield Floor()
    def on_mount(self):
        self.query_one(Floor).focus()
Empty().run()
"""
TABLE = """
import sys
from array import array
sys.path.insert(0, {tests!r})
from tests.tui.rows import application
from tests.tui.test_record_table import Bench
from recruiter_tui.tui.widgets.source import Roll
class Sized(Bench):
    def on_mount(self):
        super().on_mount()
        self.table.show(Roll(array("q", range({count})), lambda keys: [application(int(k)) for k in keys]))
Sized().run()
"""
KEYS = 60
FEW = 20
PAGE_DOWN, PAGE_UP = "\x1b[6~", "\x1b[5~"
PLACES = (0.5, 0.95)


def first(program: str, seen: str, store: Path, runs: int = 5) -> float:
    """Return the median seconds from start to the sight of `seen`."""
    times = []
    for _run in range(runs):
        start = time.perf_counter()
        with Terminal(store, (160, 45), program=(sys.executable, "-c", program)) as terminal:
            terminal.until(seen)
            times.append(time.perf_counter() - start)
    return statistics.median(times)


def answers(terminal: Terminal, *keys: str) -> list[float]:
    """Return the seconds from each press to the first byte of the answer, the keys in turn."""
    times = []
    for press in range(KEYS):
        while terminal.read(0.03):
            pass
        start = time.perf_counter()
        terminal.type(keys[press % len(keys)])
        if not terminal.read(1.0):
            message = f"no answer to {keys[press % len(keys)]!r}; the screen was:\n{terminal.screen}"
            raise AssertionError(message)
        times.append(terminal.arrived - start)
    return times


def say(line: str) -> None:
    """Print a line at once."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def told(name: str, times: list[float], floor: list[float]) -> None:
    """Print median and 95th percentile, and both as ratios to the floor's."""
    ours, theirs = sorted(times), sorted(floor)
    parts = []
    for place in PLACES:
        mine, base = ours[int(place * (len(ours) - 1))], theirs[int(place * (len(theirs) - 1))]
        parts.append(f"p{place * 100:.0f} {mine * 1000:5.1f} ms ({mine / base:4.2f} x)")
    say(f"{name:<34} " + "  ".join(parts))


def main() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as folder:
        empty = Path(folder) / "store.db"
        base = first(FLOOR, "row 0000000", empty)
        say(f"{'an empty app':<34} {base * 1000:.0f} ms")
        if len(sys.argv) > 1:
            store = Path(sys.argv[1]).resolve()
            for name, seen in (("the desk's first picture", "Vacancies"), ("its first rows", "● ")):
                taken = first(APP, seen, store)
                say(f"{name:<34} {taken * 1000:.0f} ms ({taken / base:.2f} x)")
        with Terminal(empty, (160, 45), program=(sys.executable, "-c", FLOOR)) as terminal:
            terminal.until("row 0000000")
            floor = answers(terminal, "j")
        told("floor: one line repainted", floor, floor)
        tests = str(HERE.parents[1])
        for count in (FEW, 1_000, 100_000, 1_000_000):
            program = TABLE.format(tests=tests, count=count)
            with Terminal(empty, (160, 45), program=(sys.executable, "-c", program)) as terminal:
                terminal.until("Person")
                told(f"{count:,} rows: cursor", answers(terminal, "j", "k"), floor)
                if count > FEW:
                    told(f"{count:,} rows: page", answers(terminal, PAGE_DOWN, PAGE_UP), floor)
                    told(f"{count:,} rows: end and home", answers(terminal, "G", "g"), floor)
                    terminal.type("\x1b[6~" * 2)
                    told(f"{count:,} rows: scroll by line", answers(terminal, "j"), floor)


if __name__ == "__main__":
    main()

"""From key to paint at the desk: a vacancy of 20 beside one of 100,000, key by key in turn, each in a pty.

    python tests/benchmarks/bench_keys.py [COUNT] [ROUNDS]

Prints for every key the wall time to the first paint and to the last one, the dossier's, and the processor
time until it is quiet, median and 95th percentile, all as ratios to the table of 20; then how far the last
paint lies behind a key that was held, and the memory of both. COUNT is 100,000 unless told otherwise.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parents[1]))
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # a start without compiled files measures the compiler

from tests.benchmarks.crowds import crowd  # noqa: E402 - the path above leads to it
from tests.tui.terminal_rig import Terminal  # noqa: E402 - as above

if TYPE_CHECKING:
    from collections.abc import Sequence

PROGRAM: Final = (
    sys.executable,
    "-c",
    "import sys; from recruiter_tui.__main__ import main; sys.argv[1:1] = ['--store']; sys.exit(main())",
)
FEW: Final = 20
QUIET: Final = 0.15
"""Seconds without output after which an answer is complete."""
BLINK: Final = 220
"""Bytes that a text cursor sends when it blinks."""
MOST: Final = 1.0
"""Seconds after which an answer counts as complete whatever still comes."""
IDLE: Final = 0.01
"""Seconds of the processor in a quarter of a second that nothing but a blinking cursor takes."""
WARM: Final = 3.0
"""Seconds that the app has for what it loads behind its first rows."""
PAGE_DOWN, PAGE_UP, HOME, END = "\x1b[6~", "\x1b[5~", "\x1b[H", "\x1b[F"
KEYS: Final[tuple[tuple[str, Sequence[str]], ...]] = (
    ("cursor", ("j", "k")),
    ("page", (PAGE_DOWN, PAGE_UP)),
    ("home and end", (END, HOME)),
    ("mark", (" ",)),
    ("maybe", ("m",)),
    ("filter, letter by letter", ("a", "m", "i", "\x7f", "\x7f", "\x7f")),
)
PLACES: Final = (0.5, 0.95)


class Answer(NamedTuple):
    """What one key cost, in seconds."""

    first: float
    """Until the first byte of the answer."""
    last: float
    """Until its last byte: the picture is whole, whatever is shown beside what the key was for."""
    processor: float


def processor(pid: int) -> float:
    """Return the seconds that all threads of a process have run."""
    spent = 0
    for task in Path(f"/proc/{pid}/task").iterdir():
        spent += int((task / "schedstat").read_text().split()[0])
    return spent / 1e9


def settle(terminal: Terminal, seconds: float = QUIET) -> float:
    """Read until nothing has come for a while, and return when the last of it came; a cursor blinks on."""
    end, last = time.perf_counter() + max(seconds, MOST), terminal.arrived
    while time.perf_counter() < end and (came := terminal.read_raw(seconds)):
        if len(came) > BLINK:
            last = terminal.arrived
    return last


def press(terminal: Terminal, key: str, *, quiet: float = QUIET) -> Answer:
    """Send a key and wait until its answer is painted and nothing came for `quiet` seconds."""
    settle(terminal)
    before, start = processor(terminal.pid), time.perf_counter()
    terminal.type(key)
    if not terminal.read_raw(2.0):
        message = f"no answer to {key!r}; the screen was:\n{terminal.screen}"
        raise AssertionError(message)
    first = terminal.arrived
    last = max(first, settle(terminal, quiet))
    return Answer(first - start, last - start, processor(terminal.pid) - before)


def say(line: str) -> None:
    """Print a line at once."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def told(name: str, few: list[Answer], many: list[Answer]) -> None:
    """Print a key's cost in the large table, and as a ratio to the small one."""
    parts = []
    for kind in Answer._fields:
        small = sorted(getattr(one, kind) for one in few)
        large = sorted(getattr(one, kind) for one in many)
        for place in PLACES:
            mine, base = (some[int(place * (len(some) - 1))] for some in (large, small))
            parts.append(f"{kind} p{place * 100:.0f} {mine * 1000:5.1f} ms ({mine / base:4.2f} x)")
    say(f"{name:<34} " + "  ".join(parts))


def held(terminal: Terminal, key: str, rate: int = 60, count: int = 90) -> float:
    """Return how many seconds after the last key of a held one the last paint came."""
    settle(terminal)
    rest(terminal)
    for _press in range(count):
        terminal.type(key)
        end = time.perf_counter() + 1 / rate
        while (left := end - time.perf_counter()) > 0:
            terminal.read_raw(left)
    last = time.perf_counter()
    return max(0.0, settle(terminal) - last)


def memory(pid: int) -> tuple[float, float]:
    """Return what a process holds now, and held at most, in megabytes."""
    lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    found = {line.split(":")[0]: int(line.split()[1]) / 1024 for line in lines if "kB" in line}
    return found["VmRSS"], found["VmHWM"]


def agree(terminal: Terminal) -> None:
    """Go to the candidates and give the first verdict, which asks whether it may freeze the criteria."""
    terminal.until("mina")
    settle(terminal, WARM)
    terminal.type("2")
    settle(terminal)
    terminal.type("m")
    settle(terminal)
    terminal.type("y")
    settle(terminal, 1.0)


def measure(few: Terminal, many: Terminal, count: int, rounds: int) -> None:
    """Press every key in both tables in turn, and print what it cost."""
    both = (few, many)
    for name, keys in KEYS:
        if name.startswith("filter"):
            remember(few, many, count)
            for terminal in both:
                terminal.type("/")
                rest(terminal)
        told(f"{count:,}: {name}", *pressed(few, many, keys, rounds))
    for terminal in both:
        terminal.type("\x1b")
        rest(terminal)
    for size, terminal in ((FEW, few), (count, many)):
        hold(terminal, size)
    remember(few, many, count)


def pressed(
    few: Terminal, many: Terminal, keys: Sequence[str], rounds: int
) -> tuple[list[Answer], list[Answer]]:
    """Press keys in both tables, one after the other in turn."""
    answers: tuple[list[Answer], list[Answer]] = ([], [])
    for turn in range(rounds * max(2, len(keys))):
        for terminal, into in zip((few, many), answers, strict=True):
            into.append(press(terminal, keys[turn % len(keys)]))
    return answers


def rest(terminal: Terminal, seconds: float = 20.0) -> None:
    """Wait until a program does nothing any more, whatever it prepares in the background."""
    end = time.perf_counter() + seconds
    spent, quiet = processor(terminal.pid), 0
    while quiet < 2 and time.perf_counter() < end:
        settle(terminal, 0.25)
        now = processor(terminal.pid)
        quiet = quiet + 1 if now - spent < IDLE else 0
        spent = now


def hold(terminal: Terminal, size: int) -> None:
    """Print how far the paint lies behind a key that was held."""
    for rate in (60, 120):
        late = held(terminal, "j", rate) * 1000
        say(f"{size:,}: j held at {rate}/s: the last paint {late:.0f} ms after the last key")


def remember(few: Terminal, many: Terminal, count: int) -> None:
    """Print the memory of both, so far."""
    for size, terminal in ((FEW, few), (count, many)):
        now, most = memory(terminal.pid)
        say(f"memory at {size:,}: {now:.0f} MB, at most {most:.0f} MB")


def main() -> None:
    """Measure and print."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    rounds = int(sys.argv[2]) if len(sys.argv) > 2 else 20
    with tempfile.TemporaryDirectory() as folder:
        stores = []
        for size in (FEW, count):
            path = Path(folder) / str(size) / "store.db"
            path.parent.mkdir()
            crowd(path, size)
            stores.append(path)
        with (
            Terminal(stores[0], (160, 45), program=PROGRAM) as few,
            Terminal(stores[1], (160, 45), program=PROGRAM) as many,
        ):
            for terminal in (few, many):
                agree(terminal)
            measure(few, many, count, rounds)


if __name__ == "__main__":
    main()

"""How soon the app stands: first picture, first rows of real data and `--help`, beside an empty Textual app.

    python tests/benchmarks/bench_start.py [COUNT] [ROUNDS]

Every round starts the empty app, the desk on the demo, and the desk on a vacancy of COUNT (100,000 unless
told), each in a pty, and prints wall and processor time, median and least, as ratios to the empty app.
The processor's figures are the steadier ones where others use the machine.
"""

from __future__ import annotations

import asyncio
import os
import re
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Final

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parents[1]))
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # a start without compiled files measures the compiler

from recruiter_tui.compose import build_demo, open_services  # noqa: E402 - the path above leads to it
from tests.benchmarks.bench_keys import PROGRAM, processor, say  # noqa: E402 - as above
from tests.benchmarks.bench_screen import FLOOR  # noqa: E402 - as above
from tests.benchmarks.crowds import crowd  # noqa: E402 - as above
from tests.tui.terminal_rig import Terminal  # noqa: E402 - as above

SIZE: Final = (160, 45)
PICTURE: Final = "Nobody is under the cursor"
"""The last words of the first picture."""
_SEQUENCE = re.compile(rb"\x1b(?:\[[0-9;:?<>=$! ]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)|[PX^_].*?\x1b\\|.)")
Times = dict[str, tuple[float, float]]


def start(store: Path, program: tuple[str, ...], *seen: str) -> Times:
    """Start a program and return wall and processor seconds until it shows each of `seen`."""
    found: Times = {}
    came = b""
    begin = time.perf_counter()
    with Terminal(store, SIZE, program=program) as terminal:
        while len(found) < len(seen) and time.perf_counter() - begin < 30:
            came += terminal.read_raw(0.5)
            shown = _SEQUENCE.sub(b"", came).decode(errors="replace")
            for words in seen:
                if words in shown and words not in found:
                    found[words] = (terminal.arrived - begin, processor(terminal.pid))
        os.kill(terminal.pid, signal.SIGKILL)
    return found


async def second_row(store: Path) -> str:
    """Return a name that only the table shows: that of the second applicant to the first vacancy."""
    async with open_services(store, "bench") as services:
        for vacancy in await services.vacancies.list():
            keys = await services.candidates.roll(vacancy.id, first=2)
            return (await services.candidates.rows(keys))[1].name
    message = "the store has no vacancy"
    raise ValueError(message)


def told(name: str, times: list[tuple[float, float]], base: list[tuple[float, float]]) -> None:
    """Print medians and least values, and as ratios to the empty app."""
    parts = []
    for place, kind in enumerate(("wall", "processor")):
        for word, pick in (("median", statistics.median), ("least", min)):
            mine, floor = (pick([one[place] for one in some]) for some in (times, base))
            parts.append(f"{kind} {word} {mine * 1000:5.0f} ms ({mine / floor:4.2f} x)")
    say(f"{name:<28} " + "  ".join(parts))


def helped(rounds: int) -> tuple[list[float], list[float]]:
    """Return the seconds of `--help` and of an empty Python."""
    mine: list[float] = []
    bare: list[float] = []
    for _round in range(rounds):
        for words, into in ((("-m", "recruiter_tui", "--help"), mine), (("-c", "pass"), bare)):
            begin = time.perf_counter()
            subprocess.run([sys.executable, *words], cwd=HERE.parents[1], check=True, capture_output=True)
            into.append(time.perf_counter() - begin)
    return mine, bare


def main() -> None:
    """Measure and print."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    rounds = int(sys.argv[2]) if len(sys.argv) > 2 else 9
    with tempfile.TemporaryDirectory() as folder:
        demo, large = Path(folder) / "demo.db", Path(folder) / "large.db"
        asyncio.run(build_demo(demo))
        crowd(large, count)
        rows = {store: asyncio.run(second_row(store)) for store in (demo, large)}
        empty: list[tuple[float, float]] = []
        found: dict[str, list[tuple[float, float]]] = {}
        for number in range(rounds + 1):
            floor = start(demo, (sys.executable, "-c", FLOOR), "row 0000000")["row 0000000"]
            for name, store in (("demo", demo), (f"{count:,}", large)):
                times = start(store, PROGRAM, PICTURE, rows[store])
                if number:  # the first round fills the caches
                    found.setdefault(f"{name}: first picture", []).append(times[PICTURE])
                    found.setdefault(f"{name}: first rows", []).append(times[rows[store]])
            if number:
                empty.append(floor)
        told("an empty app", empty, empty)
        for name, each in found.items():
            told(name, each, empty)
        mine, bare = helped(rounds)
        say(f"{'--help':<28} {statistics.median(mine) / statistics.median(bare):.1f} x python -c pass")


if __name__ == "__main__":
    main()

"""How long a verdict waits while long work goes on: an import, its end, its cancelling, its taking back.

    python tests/benchmarks/bench_beside.py [ROWS]

One vacancy of 500 candidates is decided on by keys of the services, one verdict every 30 ms, while ROWS
applications (5,000 unless told) come in from a CSV, are cancelled half-way, come in again and are taken back.
Milliseconds of one machine, beside those of verdicts with nothing else going on in the same run.
"""

from __future__ import annotations

import asyncio
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parents[1]))

from recruiter_tui.compose import open_services  # noqa: E402 - the path above leads to it
from recruiter_tui.domain.application import Disposition  # noqa: E402 - as above
from recruiter_tui.domain.errors import Refused  # noqa: E402 - as above
from tests.duplicate_pile import Pile  # noqa: E402 - as above
from tests.services.services_job import notice  # noqa: E402 - as above

if TYPE_CHECKING:
    from collections.abc import Awaitable

    from recruiter_tui.services import Services

HERE_ALREADY = 500
PACE = 0.03
"""Seconds between two verdicts."""
ALONE = 100
"""Verdicts with nothing beside them."""
P95 = 0.95


class Recruiter:
    """Somebody who decides on one candidate after the other, and how long each verdict took."""

    def __init__(self, services: Services, keys: list[int]) -> None:
        """Take those who wait for a verdict."""
        self._services, self._keys, self._at = services, keys, 0
        self.waits: list[float] = []

    async def decide(self) -> None:
        """Give one verdict."""
        key = self._keys[self._at % len(self._keys)]
        to = Disposition.MAYBE if self._at // len(self._keys) % 2 else Disposition.LONGLISTED
        self._at += 1
        begun = time.perf_counter()
        await self._services.decisions.decide([key], to)
        self.waits.append(time.perf_counter() - begun)

    async def beside(self, what: str, work: Awaitable[object]) -> None:
        """Go on deciding until the work is done, and say how it went."""
        self.waits = []
        running = asyncio.ensure_future(work)
        begun = time.perf_counter()
        while not running.done():
            await self.decide()
            await asyncio.sleep(PACE)
        try:
            await running
        except Refused as refusal:
            what = f"{what} ({refusal.problem})"
        self.say(what, time.perf_counter() - begun)

    def say(self, what: str, took: float) -> None:
        """Print how long verdicts took."""
        waits = sorted(self.waits)
        middle, late = waits[len(waits) // 2], waits[int(P95 * (len(waits) - 1))]
        sys.stdout.write(
            f"{what:<52} {took:6.2f} s, {len(waits):4} verdicts: p50 {middle * 1000:6.1f} ms"
            f"  p95 {late * 1000:6.1f} ms  longest {waits[-1] * 1000:7.1f} ms\n"
        )
        sys.stdout.flush()


async def measure(folder: Path, size: int) -> None:
    """Import, cancel, import again, take back, and undo that; decide all the while."""
    pile = Pile(size=size, planted=size * 7 // 100).write(folder / "pile.csv")
    first = Pile(size=HERE_ALREADY, planted=0, seed=5).write(folder / "first.csv")
    async with open_services(str(folder / "beside.db"), "bench") as services:
        here, there = [
            name
            for one in ("HERE-1", "THERE-2")
            for name in (await services.vacancies.add([notice(one)])).vacancies
        ]
        await services.warm()
        await services.intake.load([first], here)
        person = Recruiter(services, (await services.candidates.roll(here)).tolist())
        for _turn in range(ALONE):
            await person.decide()
            await asyncio.sleep(PACE)
        person.say("nothing beside them", ALONE * PACE)
        stop: list[bool] = []

        def half(done: int, total: int | None) -> None:
            if total and done > total // 2:
                stop.append(True)

        load = services.intake.load
        await person.beside("an import", load([pile], there))
        await person.beside("taking it back", services.intake.revert("B2"))
        await person.beside(
            "an import that is cancelled", load([pile], there, progress=half, cancelled=lambda: bool(stop))
        )
        await person.beside("an import again", load([pile], there))
        await person.beside("another policy for everybody", services.criteria.change(there, policy="sum"))


def main() -> None:
    """Build and measure."""
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 5_000
    sys.setswitchinterval(0.001)  # as the app has it
    with tempfile.TemporaryDirectory() as name:
        asyncio.run(measure(Path(name), size))


if __name__ == "__main__":
    main()

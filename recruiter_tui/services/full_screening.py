"""Everybody of a vacancy screened in portions: while one is written, the next is judged, or the next two."""

from __future__ import annotations

import asyncio
from collections import deque
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from recruiter_tui.domain.errors import Conflict
from recruiter_tui.services.judging import Judge, read_by_rules
from recruiter_tui.services.portions import Portion, Result, Telling, judged, read
from recruiter_tui.services.quiet import piling_up, set_aside, uncollected
from recruiter_tui.services.rows import vacancy_id
from recruiter_tui.services.second_judge import SecondJudge, Task, is_worth_it
from recruiter_tui.services.steps import in_thread
from recruiter_tui.store.facts import sequence
from recruiter_tui.store.records import VacancyRecord

if TYPE_CHECKING:
    from array import array
    from collections.abc import Awaitable, Callable

    from recruiter_tui.services.room import Room
    from recruiter_tui.services.steps import Steps
    from recruiter_tui.store.records import Screened
    from recruiter_tui.store.writing import Unit

_CHUNK: Final = 500
_PAUSE: Final = 0.002
"""Seconds between portions, so that a decision slips in."""
_MANY: Final = 20_000
"""Applications beyond which findings are held as the store keeps them, in a tenth of the memory."""


@dataclass(frozen=True, slots=True)
class Terms:
    """How a screening is to be done."""

    record: VacancyRecord
    seen: int
    """The newest journal entry when the record was read."""
    judge: Judge
    looking: bool
    """Whether nothing is kept."""
    telling: Telling


class FullScreening:
    """One screening of a whole vacancy."""

    def __init__(self, room: Room, terms: Terms) -> None:
        """Work on the room's store."""
        self._room, self._terms = room, terms
        self._vacancy = terms.record.line.key
        self._telling = terms.telling
        self._own: list[int] = []
        self._turn = asyncio.Lock()
        """One portion is written after the other, so that each knows of all the entries before it."""
        self._waiting: deque[list[int]] = deque()
        self._done = 0
        self.results: dict[int, Result] = {}
        """By application."""
        self.differing = 0
        """How many results are others than those that were kept."""

    async def run(self, keys: array[int], steps: Steps) -> None:
        """Judge everybody; what is judged when `steps` calls the work off is kept, as it holds."""
        self._telling = self._terms.telling._replace(packed=len(keys) > _MANY)
        self._waiting = deque(keys[start : start + _CHUNK].tolist() for start in range(0, len(keys), _CHUNK))
        with piling_up(), ExitStack() as stack:
            working = [self._work(self._judge, steps, len(keys))]
            with suppress(OSError):  # then one process does it all
                if is_worth_it(len(keys)):
                    second = SecondJudge(self._task(), read_by_rules(self._terms.record))
                    stack.callback(second.close)
                    working.append(self._work(second.judge, steps, len(keys)))
            tasks = [asyncio.ensure_future(one) for one in working]
            try:
                await asyncio.gather(*tasks)
                await self._work(self._judge, steps, len(keys))  # what the second process left
            finally:
                self._waiting.clear()
                stack.close()
                await asyncio.wait(tasks)

    def _task(self) -> Task:
        """Return what a second process is to judge by."""
        store, policy = self._room.store.store.path, self._terms.judge.spec
        return Task(str(store), self._vacancy, policy, self._telling)

    async def _work(
        self, judge: Callable[[list[int]], Awaitable[Portion | None]], steps: Steps, total: int
    ) -> None:
        """Have portions judged until none waits, and each written while the next is judged."""
        writing: asyncio.Task[None] | None = None
        try:
            while self._waiting:
                steps.step(self._done, total)
                some = self._waiting.popleft()
                with uncollected():
                    portion = await judge(some)
                    if portion is None:
                        self._waiting.appendleft(some)
                        break
                    self._done += len(some)
                    if writing is not None:
                        await writing
                    writing = asyncio.create_task(self._keep(portion))
                    set_aside()
                await asyncio.sleep(_PAUSE)
        finally:
            if writing is not None:
                await asyncio.wait({writing})
                if not writing.cancelled():
                    writing.exception()  # told below, unless the work was called off
        if writing is not None:
            await writing

    async def _judge(self, keys: list[int]) -> Portion:
        """Judge some applications beside other work."""
        judge, telling = self._terms.judge, self._telling
        seen, filed = await self._room.read(lambda reader: read(reader, self._vacancy, keys))
        return Portion(keys, seen, await in_thread(lambda: [judged(judge, telling, one) for one in filed]))

    async def _keep(self, portion: Portion) -> None:
        """Write results where they still hold; whoever was changed meanwhile is judged again."""
        found = portion.judged
        if not self._terms.looking:
            name = vacancy_id(self._vacancy)
            async with self._turn:
                done = await self._room.write(
                    "screened", lambda unit: self._written(unit, portion), subject=name, undoable=False
                )
                self._own.append(done.sequence)
            found = done.result
        for kept, result in found:
            self.results[kept.application] = result

    def _written(self, unit: Unit, portion: Portion) -> list[tuple[Screened, Result]]:
        found, name, newest = portion.judged, vacancy_id(self._vacancy), sequence(unit.reader)
        if self._others(newest, self._terms.seen) and self._rules_moved(unit):
            problem = f"the criteria of {name} were changed meanwhile"
            raise Conflict(problem, "screen again")
        if self._others(newest, portion.seen):
            filed = unit.reader.applicants(self._vacancy, portion.keys)
            found = [judged(self._terms.judge, self._telling, one) for one in filed]
        differing = unit.put_screenings([kept for kept, _ in found])
        self.differing += differing
        unit.summary = f"{differing} applications of {name} screened"
        return found

    def _others(self, newest: int, since: int) -> bool:
        """Tell whether anything but this screening wrote after an entry."""
        return newest - since > sum(one > since for one in self._own)

    def _rules_moved(self, unit: Unit) -> bool:
        """Tell whether somebody wrote rules since the beginning, which this screening does not know."""
        return read_by_rules(unit.reader.vacancy(self._vacancy)) != read_by_rules(self._terms.record)

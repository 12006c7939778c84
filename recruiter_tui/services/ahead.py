"""What a change of criteria needs, made ready while somebody looks at them, in slices with rests between.

Facts are decoded and careers counted, and of frozen criteria the archive of the version in force is put
together. What is not ready when the change comes is done then.
"""

from __future__ import annotations

import asyncio
from contextlib import suppress
from typing import TYPE_CHECKING, Final, NamedTuple, TypeVar

from recruiter_tui.domain.errors import RecruiterError
from recruiter_tui.domain.requirement import EducationExperience
from recruiter_tui.services.archiving import portion_of
from recruiter_tui.services.at_hand import READ, FactsAtHand
from recruiter_tui.services.judging import Judge
from recruiter_tui.store.facts import sequence, undisturbed
from recruiter_tui.store.kept import out_of_step

if TYPE_CHECKING:
    from collections.abc import Callable

    from recruiter_tui.services.room import Room
    from recruiter_tui.store.reading import Reader
    from recruiter_tui.store.records import VacancyRecord

T = TypeVar("T")

_SLICE: Final = 100
"""People whose facts are decoded at a stretch, some 5 ms."""
_PORTION: Final = 250
"""People who are archived at a stretch, some 5 ms; a longer one is packed tighter."""
_REST: Final = 0.002
_MOST: Final = 20_000
"""Applications beyond which neither is worth its memory."""


class Made(NamedTuple):
    """The archive of a version but for its head, and the newest journal entry that it knows of."""

    vacancy: int
    version: int
    seen: int
    portions: tuple[bytes, ...]

    def holds(self, reader: Reader, vacancy: int, version: int) -> bool:
        """Tell whether it is that of a version, and nothing but verdicts was written since."""
        return (self.vacancy, self.version) == (vacancy, version) and undisturbed(reader, self.seen)


class Ahead:
    """The work ahead for the one vacancy whose criteria somebody looks at."""

    def __init__(self, room: Room) -> None:
        """Work on the room's store; nothing begins yet."""
        self._room = room
        self._vacancy: int | None = None
        self._task: asyncio.Task[None] | None = None
        self.facts = FactsAtHand()
        self.made: Made | None = None

    def begin(self, vacancy: int) -> None:
        """Make ready what a change of a vacancy's criteria needs, and again after each change.

        Work for another vacancy ends: nobody looks at its criteria any more.
        """
        if self._task is not None and vacancy != self._vacancy:
            self._task.cancel()
            self._task = asyncio.create_task(self._run(vacancy, after=self._task))
        self._vacancy = vacancy
        self.resume()

    def resume(self) -> None:
        """Go on where somebody looks at criteria."""
        if self._vacancy is not None and (self._task is None or self._task.done()):
            self._task = asyncio.create_task(self._run(self._vacancy))

    async def finished(self) -> None:
        """Wait until everything is ready."""
        if self._task is not None:
            await asyncio.wait([self._task])

    async def pause(self) -> None:
        """Stop after the slice at hand; `resume` goes on."""
        if self._task is not None:
            self._task.cancel()
            await self.finished()
            self._task = None

    async def _run(self, vacancy: int, after: asyncio.Task[None] | None = None) -> None:
        if after is not None:
            await asyncio.wait([after])
        with suppress(RecruiterError):  # a change then does the work itself
            keys = (await self._room.read(lambda reader: reader.roll(vacancy, "key"))).tolist()
            if len(keys) > _MOST:
                return
            for start in range(0, len(keys), _SLICE):
                some = keys[start : start + _SLICE]
                await self._long(lambda reader: self.facts.take_in(reader, vacancy, some))  # noqa: B023 - awaited at once
            await self._lay_out(vacancy, keys)
            await self._room.settling.finished()
            await self._archive(vacancy, keys)

    async def _lay_out(self, vacancy: int, keys: list[int]) -> None:
        """Count everybody's career as the vacancy does."""
        record = await self._room.read(lambda reader: reader.vacancy(vacancy))
        judge = Judge(record, careers=self.facts.careers)
        asked = [one for one in record.notice.criteria if isinstance(one, EducationExperience)]

        def count(reader: Reader, some: list[int]) -> None:
            for filed in self.facts.applicants(reader, vacancy, some, READ):
                for one in asked:
                    judge.standing(one, filed)

        for start in range(0, len(keys) if asked else 0, _SLICE):
            some = keys[start : start + _SLICE]
            await self._long(lambda reader: count(reader, some))  # noqa: B023 - awaited at once

    async def _archive(self, vacancy: int, keys: list[int]) -> None:
        """Put the archive together, where the criteria are frozen and all findings are written."""

        def ask(reader: Reader) -> tuple[int, VacancyRecord, bool]:
            with reader.snapshot():
                return sequence(reader), reader.vacancy(vacancy), bool(out_of_step(reader, vacancy))

        seen, record, late = await self._long(ask)
        version = record.criteria.number
        if late or record.criteria.frozen_at is None:
            return
        made = self.made
        if made is not None and await self._long(lambda reader: made.holds(reader, vacancy, version)):
            return
        self.made, portions = None, []
        for start in range(0, len(keys), _PORTION):
            some = keys[start : start + _PORTION]
            portions.append(await self._long(lambda reader: portion_of(reader, record, some)))  # noqa: B023 - awaited at once
        self.made = Made(vacancy, version, seen, tuple(portions))

    async def _long(self, work: Callable[[Reader], T]) -> T:
        """Ask a question in the thread for long ones, once nobody acts, and rest."""
        store = self._room.store

        def run(reader: Reader) -> T:
            store.let_by()
            return work(reader)

        answer = await store.read_long(run)
        await asyncio.sleep(_REST)
        return answer

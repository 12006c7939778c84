"""Findings that a change of criteria outran are written anew, in the background and in chunks.

Until then outcomes and flips stand already, and whoever asks for findings gets them from the rules.
"""

from __future__ import annotations

import asyncio
from contextlib import suppress
from typing import TYPE_CHECKING

from recruiter_tui.domain.errors import RecruiterError
from recruiter_tui.services.rows import vacancy_id
from recruiter_tui.services.splicing import Splicing
from recruiter_tui.store.facts import sequence, undisturbed
from recruiter_tui.store.kept import out_of_step

if TYPE_CHECKING:
    from recruiter_tui.services.room import Room
    from recruiter_tui.store.reading import Reader
    from recruiter_tui.store.writing import Unit

_CHUNK = 1_000
_PAUSE = 0.01  # seconds between chunks, so that other work slips in
_MOST_STEPS = 1_000
"""After which those who write again and again have the better of it."""


class Settling:
    """The background work on findings; one vacancy after the other."""

    def __init__(self, room: Room) -> None:
        """Work on the room's store; nothing begins yet."""
        self._room = room
        self._waiting: list[int] = []
        self._task: asyncio.Task[None] | None = None
        self._stopping = False

    def begin(self, vacancy: int) -> None:
        """Write a vacancy's findings anew, beside whatever else is done; what is not finished keeps."""
        if vacancy not in self._waiting:
            self._waiting.append(vacancy)
        self.resume()

    def resume(self) -> None:
        """Go on with what is left."""
        if self._waiting and (self._task is None or self._task.done()):
            self._task = asyncio.create_task(self._run())

    async def finished(self) -> None:
        """Wait until all findings are in step."""
        if self._task is not None:
            await asyncio.wait([self._task])

    async def pause(self) -> None:
        """Stop after the chunk at hand; `resume` goes on."""
        self._stopping = True
        await self.finished()
        self._stopping = False

    async def catch_up(self, vacancy: int) -> bool:
        """Write all findings of a vacancy anew before anything else; tell whether any were out of step."""
        steps = 0
        while steps < _MOST_STEPS and await self._step(vacancy):
            steps += 1
        return steps > 0

    async def _run(self) -> None:
        with suppress(RecruiterError):  # findings stay out of step then, and the rules are asked for them
            while self._waiting and not self._stopping:
                if not await self._step(self._waiting[0]):
                    self._waiting.pop(0)
                await asyncio.sleep(_PAUSE)

    async def _step(self, vacancy: int) -> bool:
        """Write some applications' findings; tell whether there may be more."""
        room = self._room

        def ask(reader: Reader) -> tuple[int, Splicing | None]:
            with reader.snapshot():
                keys = out_of_step(reader, vacancy)[:_CHUNK]
                if not keys:
                    return 0, None
                record = reader.vacancy(vacancy)
                return sequence(reader), Splicing(reader, record, room.judge(record), keys)

        seen, work = await room.store.read_long(ask)  # a dossier does not wait for it
        if work is None:
            return False
        results = await asyncio.to_thread(work.results)

        def write(unit: Unit) -> None:
            if undisturbed(unit.reader, seen):  # else they are judged again in the next step
                unit.put_screenings(results)
                unit.summary = f"findings on {len(results)} applications of {vacancy_id(vacancy)} written"

        await room.write("screened", write, subject=vacancy_id(vacancy), undoable=False)
        return True

"""Long work that shows how far it has come and ends where a person asks for that."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, TypeVar

from recruiter_tui.domain.errors import Refused

if TYPE_CHECKING:
    from collections.abc import Callable


T = TypeVar("T")


async def in_thread(work: Callable[[], T]) -> T:
    """Do work in a thread; whoever is cancelled meanwhile goes on only when the thread is through with it."""
    running = asyncio.ensure_future(asyncio.to_thread(work))
    try:
        return await asyncio.shield(running)
    except asyncio.CancelledError:
        await asyncio.wait({running})
        if not running.cancelled():
            running.exception()  # it ended; whoever asked is gone
        raise


class Steps:
    """Whom long work tells of its progress, and whom it asks whether to go on."""

    def __init__(
        self,
        work: str = "the work",
        remedy: str = "nothing was changed",
        progress: Callable[[int, int | None], None] | None = None,
        cancelled: Callable[[], bool] | None = None,
    ) -> None:
        """Take what the work is called, what its end leaves, whom to tell and whom to ask."""
        self._work = work
        self._remedy = remedy
        self._progress = progress
        self._cancelled = cancelled

    def step(self, done: int, total: int | None) -> None:
        """Tell the progress; raises Refused where the work was cancelled."""
        if self._progress:
            self._progress(done, total)
        self.check()

    def check(self) -> None:
        """Raise Refused where the work was cancelled; for threads, between two slices of work."""
        if self._cancelled and self._cancelled():
            problem = f"{self._work} was cancelled"
            raise Refused(problem, self._remedy)

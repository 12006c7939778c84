"""Long work beside the keys: one job at a time, shown on every screen, stopped by a key."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, TypeVar

from textual.signal import Signal

from recruiter_tui.domain.errors import RecruiterError, Refused
from recruiter_tui.tui.commands import key

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from textual.timer import Timer

    from recruiter_tui.tui.app import RecruiterApp

T = TypeVar("T")
_EVERY: Final = 0.1
"""Seconds between two looks at how far the work has come."""


@dataclass(eq=False, slots=True)
class Job:
    """Work under way; it may tell and ask from any thread."""

    title: str
    done: int = 0
    total: int | None = None
    stopped: bool = False

    def progress(self, done: int, total: int | None) -> None:
        """Take note of how far it has come."""
        self.done, self.total = done, total

    def cancelled(self) -> bool:
        """Tell whether somebody asked for its end."""
        return self.stopped

    def __str__(self) -> str:
        """Return title and count, or that it is being stopped."""
        if self.stopped:
            return f"{self.title}: stopping …"
        of = f" of {self.total:,}" if self.total else ""
        return f"{self.title} {self.done:,}{of} …" if self.done or self.total else f"{self.title} …"


class Jobs:
    """The job of the app, if there is one; screens come and go while it runs."""

    def __init__(self, app: RecruiterApp) -> None:
        """Take the app, which outlives its screens."""
        self._app = app
        self.current: Job | None = None
        self.moved: Signal[Job | None] = Signal(app, "job")
        self._timer: Timer | None = None

    async def run(self, title: str, work: Callable[[Job], Awaitable[T]]) -> T:
        """Do the work as the app's own and return what it gives; the screen that asks may go meanwhile.

        Raises Refused while other work runs, and whatever refuses the work itself.
        """
        if self.current is not None:
            problem = f"{self.current.title} still runs"
            raise Refused(problem, f"wait for its end, or stop it with {key('job.stop')}")
        job = self.current = Job(title)
        self._tell()
        self._timer = self._app.set_interval(_EVERY, self._tell)
        try:
            return await work(job)
        finally:
            self._timer.stop()
            self.current = None
            self._tell()

    def begin(self, title: str, work: Callable[[Job], Awaitable[str]]) -> None:
        """Start work whose end is told in one sentence on whatever screen is there then."""

        async def told() -> None:
            try:
                sentence = await self.run(title, work)
            except RecruiterError as refusal:
                self._app.room.failed(refusal)
            else:
                self._app.room.flash(sentence)

        self._app.run_worker(told(), group="job", exit_on_error=True)

    def stop(self) -> bool:
        """Ask the work to end; tell whether there was any."""
        if self.current is None:
            return False
        self.current.stopped = True
        self._tell()
        return True

    def _tell(self) -> None:
        self.moved.publish(self.current)

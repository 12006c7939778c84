"""Long work beside the keys: jobs of the app go on while screens come and go, and a key stops them."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING, Final, NamedTuple

from textual.signal import Signal

from recruiter_tui.domain.errors import Conflict, RecruiterError

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Sequence

    from textual.timer import Timer

    from recruiter_tui.services.views import Changed
    from recruiter_tui.tui.app import RecruiterApp

_EVERY: Final = 0.1
"""Seconds between two looks at how far the work has come."""
_KEPT: Final = 12
"""Jobs of the past that are remembered."""
_SHOWN: Final = 60.0
"""Seconds for which every screen says what came of a job, unless somebody looked at it."""


class State(Enum):
    """Where a job stands; the value is the word that people read."""

    WAITING = "waits"
    RUNNING = "under way"
    DONE = "done"
    STOPPED = "stopped"
    REFUSED = "refused"


class Ended(NamedTuple):
    """What came of a job."""

    sentence: str
    """One line for whatever screen is there then."""
    changed: Changed | None = None
    """What screens must read again."""
    show: Callable[[RecruiterApp], object] | None = None
    """Shows what came, wherever a person is by then."""
    refused: bool = False
    """Whether nothing was done, for a reason that `show` tells."""
    found: object = None
    """What it found, for the screen that asked."""


@dataclass(eq=False, slots=True)
class Job:
    """One piece of long work; it may tell how far it is, and ask whether to go on, from any thread."""

    title: str
    """What is done, as in `taking in`."""
    about: str = ""
    """To what: a file, a vacancy. It may come from data."""
    claims: frozenset[str] = frozenset()
    """What no other job may work on meanwhile, such as a vacancy; a later one waits for this."""
    done: int = 0
    total: int | None = None
    stopped: bool = False
    state: State = State.WAITING
    ended: Ended | None = None
    error: RecruiterError | None = None
    seen: bool = False
    """Whether somebody looked at what came of it."""
    used: bool = False
    """Whether a screen has taken over what it found."""
    over: asyncio.Event = field(default_factory=asyncio.Event)
    _halt: asyncio.Event = field(default_factory=asyncio.Event)

    def progress(self, done: int, total: int | None) -> None:
        """Take note of how far it has come."""
        self.done, self.total = done, total

    def cancelled(self) -> bool:
        """Tell whether somebody asked for its end."""
        return self.stopped

    def stop(self) -> None:
        """Ask for its end; work that waits for its turn never begins."""
        self.stopped = True
        self._halt.set()

    @property
    def is_active(self) -> bool:
        """Tell whether it is under way, or is going to be."""
        return self.state in (State.WAITING, State.RUNNING)

    @property
    def share(self) -> float | None:
        """Return how much of it is done, from 0 to 1, where that is known."""
        return min(1.0, self.done / self.total) if self.total else None

    @property
    def counted(self) -> str:
        """Return how much is done of how much, `1,200 of 5,000`; nothing where neither is known."""
        of = f" of {self.total:,}" if self.total else ""
        return f"{self.done:,}{of}" if self.done or self.total else ""

    @property
    def outcome(self) -> str:
        """Return what came of it in a sentence; nothing while it is active."""
        if self.ended is not None:
            return self.ended.sentence
        return str(self.error) if self.error is not None else ""

    def __str__(self) -> str:
        """Return title and count, or that it waits or is being stopped."""
        if self.stopped and self.is_active:
            return f"{self.title}: stopping …"
        if self.state is State.WAITING:
            return f"{self.title} waits …"
        return f"{self.title} {self.counted}".rstrip() + " …"

    async def turn(self, earlier: Sequence[Job]) -> bool:
        """Wait until nobody works on what this one claims; False where it was stopped before that."""
        for other in earlier:
            if other.is_active and other.claims & self.claims:
                waits = [asyncio.ensure_future(event.wait()) for event in (other.over, self._halt)]
                try:
                    await asyncio.wait(waits, return_when=asyncio.FIRST_COMPLETED)
                finally:
                    for each in waits:
                        each.cancel()
            if self.stopped:
                return False
        return not self.stopped


class Jobs:
    """The jobs of the app, the latest first; screens come and go while they run."""

    def __init__(self, app: RecruiterApp) -> None:
        """Take the app, which outlives its screens."""
        self._app = app
        self._jobs: list[Job] = []
        self.moved: Signal[Jobs] = Signal(app, "jobs")
        self._last: Job | None = None
        self._timer: Timer | None = None

    # -- what there is -------------------------------------------------------------------------------

    @property
    def all(self) -> tuple[Job, ...]:
        """Return all jobs, the latest first."""
        return tuple(reversed(self._jobs))

    @property
    def active(self) -> tuple[Job, ...]:
        """Return those that are under way or wait, the earliest first."""
        return tuple(job for job in self._jobs if job.is_active)

    @property
    def told(self) -> Job | None:
        """Return the one that ended last, unless somebody looked at what came of it."""
        return self._last if self._last is not None and not self._last.seen else None

    def on(self, claim: str) -> tuple[Job, ...]:
        """Return the active jobs that work on something, such as a vacancy."""
        return tuple(job for job in self.active if claim in job.claims)

    # -- carrying out --------------------------------------------------------------------------------

    def begin(self, job: Job, work: Callable[[Job], Awaitable[Ended]]) -> Job:
        """Carry work out as the app's own; what came of it is told on whatever screen is there then."""
        earlier = self.active
        self._jobs = [*self._jobs[-_KEPT:], job]
        if self._timer is None:
            self._timer = self._app.set_interval(_EVERY, self._look)
        self._tell()
        self._app.run_worker(self._carry_out(job, work, earlier), group="job", exit_on_error=True)
        return job

    async def _carry_out(
        self, job: Job, work: Callable[[Job], Awaitable[Ended]], earlier: Sequence[Job]
    ) -> None:
        try:
            if await job.turn(earlier):
                job.state = State.RUNNING
                self._tell()
                job.ended = await work(job)
                job.state = State.REFUSED if job.ended.refused else State.DONE
            else:
                job.state = State.STOPPED
                job.ended = Ended(f"{job.title} was stopped before it began")
        except RecruiterError as refusal:
            job.error = refusal
            job.state = State.STOPPED if job.stopped else State.REFUSED
        finally:
            if job.is_active:  # the program ends, or is at fault
                job.state = State.STOPPED
            job.over.set()
        self._end(job)

    def _end(self, job: Job) -> None:
        """Say what came, and have read again what changed."""
        self._last = job
        self._app.set_timer(_SHOWN, lambda: self.see(job))
        if job.ended is not None and job.ended.changed is not None:
            self._app.changed.publish(job.ended.changed)
        if isinstance(job.error, Conflict):
            self._app.show_conflict(job.error)
        self._tell()

    # -- what a person does --------------------------------------------------------------------------

    def stop(self, job: Job) -> None:
        """Ask a job to end."""
        job.stop()
        self._tell()

    def stop_all(self) -> None:
        """Ask all to end."""
        for job in self.active:
            job.stop()
        self._tell()

    async def over(self) -> None:
        """Wait until nothing is under way."""
        for job in self.active:
            await job.over.wait()

    def see(self, job: Job) -> None:
        """Note that somebody looked at what came of a job."""
        if not (job.is_active or job.seen):
            job.seen = True
            self._tell()

    def show(self, job: Job) -> bool:
        """Show what came of a job; tells whether there is anything to show."""
        self.see(job)
        if job.ended is None or job.ended.show is None:
            return False
        job.ended.show(self._app)
        return True

    def _look(self) -> None:
        if self._timer is not None and not self.active:
            self._timer.stop()
            self._timer = None
        self._tell()

    def _tell(self) -> None:
        self.moved.publish(self)

"""The store's threads: one that owns the write connection, one that reads, and nothing that blocks a key."""

from __future__ import annotations

import asyncio
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Final, Self, TypeVar

from recruiter_tui.domain.errors import Refused
from recruiter_tui.store.store import Clock, Store, utc_now

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from types import TracebackType

    from recruiter_tui.store.reading import Reader

T = TypeVar("T")

_LET_BY: Final = 0.05
"""Seconds that background work waits at most for somebody's act, each time that it is asked to."""
_A_MOMENT: Final = 5.0
"""Seconds after an act in which the next one is likely."""


class StoreThread:
    """Awaitable access to one store: writes one after the other, reads beside them.

    Long work is many short submissions, so that a decision waits for one of them and not for all.
    """

    def __init__(self, path: Path, *, create: bool = False, clock: Clock = utc_now) -> None:
        """Name the store; it is opened by `start`."""
        self._path, self._create, self._clock = path, create, clock
        self._writer = ThreadPoolExecutor(1, thread_name_prefix="store-write")
        self._asker = ThreadPoolExecutor(1, thread_name_prefix="store-read")
        self._searcher = ThreadPoolExecutor(1, thread_name_prefix="store-search")
        self._sorter = ThreadPoolExecutor(1, thread_name_prefix="store-sort")
        self._newest = 0
        self._acts = 0
        self._last_act = -_A_MOMENT
        self._idle = threading.Event()
        self._idle.set()
        self._store: Store | None = None
        self._looking: Reader | None = None
        self._sorting: Reader | None = None
        self._reader: Reader | None = None
        self._now: Reader | None = None

    async def __aenter__(self) -> Self:
        """Open the store."""
        await self.start()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close the store after what was submitted."""
        await self.close()

    async def start(self) -> None:
        """Open the store in its thread; raises NotFound or Refused, and then nothing stays open."""
        try:
            self._store = await self._in(
                self._writer, lambda: Store.open(self._path, create=self._create, clock=self._clock)
            )
            self._reader, self._now = self._store.reader(), self._store.reader()
        except BaseException:
            await self.close()
            raise

    async def warm(self) -> None:
        """Load what the first write needs; ask for it once the first screen stands."""
        await self.submit(Store.warm)

    async def submit(self, work: Callable[[Store], T]) -> T:
        """Run `work` in the thread that owns the store.

        A call that is cancelled before its turn never runs; one that runs already is waited for, so that
        after the cancellation nothing is still being written.
        """
        return await self._in(self._writer, lambda: work(self.store))

    async def act(self, work: Callable[[Store], T]) -> T:
        """Run what a person did, as `submit` does; long work that asks `let_by` stands still meanwhile."""
        self._acts += 1
        self._last_act = time.monotonic()
        self._idle.clear()
        try:
            return await self.submit(work)
        finally:
            self._acts -= 1
            if not self._acts:
                self._idle.set()

    @property
    def is_acted_on(self) -> bool:
        """Tell whether somebody did something a moment ago, so that long work takes small portions."""
        return time.monotonic() - self._last_act < _A_MOMENT

    def let_by(self) -> None:
        """Wait for the acts under way; for threads of long work in Python, between two slices of it.

        Otherwise each statement of an act would wait for the interpreter once more.
        """
        if not self._idle.is_set():
            self._idle.wait(_LET_BY)

    async def read(self, work: Callable[[Reader], T]) -> T:
        """Run a question in the reading thread, beside whatever is being written."""
        if self._reader is None:
            message = "the store is not open"
            raise RuntimeError(message)
        reader = self._reader
        return await self._in(self._asker, lambda: work(reader))

    async def read_long(self, work: Callable[[Reader], T]) -> T:
        """Run a question that can take long in a thread of its own: short ones do not wait for it."""
        if self._sorting is None:
            self._sorting = self.store.reader()
            self._sorting.give_up_when(lambda: self._store is None)  # the end of the program waits for none
        sorting = self._sorting

        def run() -> T:
            answer = work(sorting)
            sorting.give_memory_back()
            return answer

        return await self._in(self._sorter, run)

    async def search(self, work: Callable[[Reader], T]) -> T | None:
        """Run a search in a thread of its own; a newer one calls it off, and then it answers None.

        So nothing waits for the answer to a question that was overtaken by the next key.
        """
        self._newest += 1
        mine = self._newest

        def run() -> T | None:
            if mine != self._newest:
                return None
            if self._looking is None:
                self._looking = self.store.reader()
            self._looking.give_up_when(lambda: mine != self._newest)
            try:
                return work(self._looking)
            except Refused:
                if mine == self._newest:
                    raise
                return None

        return await self._in(self._searcher, run)

    @property
    def store(self) -> Store:
        """Return the open store; its writes belong to `submit`."""
        if self._store is None:
            message = "the store is not open"
            raise RuntimeError(message)
        return self._store

    @property
    def now(self) -> Reader:
        """Return a reader for the event loop's own thread: for questions of a millisecond."""
        if self._now is None:
            message = "the store is not open"
            raise RuntimeError(message)
        return self._now

    async def poll(self) -> bool:
        """Tell whether another process has changed the store since this was last asked."""
        return await self.submit(Store.changed_elsewhere)

    async def close(self) -> None:
        """Close everything, after what was submitted; safe to call twice."""
        store, self._store = self._store, None
        reader, self._reader = self._reader, None
        now, self._now = self._now, None
        self._newest += 1  # a search that still runs is overtaken
        looking, self._looking = self._looking, None
        if looking is not None:
            await self._in(self._searcher, looking.close)
        sorting, self._sorting = self._sorting, None
        if sorting is not None:
            await self._in(self._sorter, sorting.close)
        if reader is not None:
            await self._in(self._asker, reader.close)
        if now is not None:
            now.close()
        if store is not None:
            await self._in(self._writer, store.close)
        self._searcher.shutdown(wait=True)
        self._sorter.shutdown(wait=True)
        self._asker.shutdown(wait=True)
        self._writer.shutdown(wait=True)

    async def _in(self, pool: ThreadPoolExecutor, work: Callable[[], T]) -> T:
        running = pool.submit(work)
        waiting = asyncio.wrap_future(running)
        try:
            return await asyncio.shield(waiting)
        except asyncio.CancelledError:
            if not running.cancel():
                await asyncio.wait({waiting})
                if not waiting.cancelled():
                    waiting.exception()  # it ended; whoever asked is gone
            raise

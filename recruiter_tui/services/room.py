"""What every use case stands on: the store, the person who acts, and the clock."""

from __future__ import annotations

from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC
from functools import cached_property
from typing import TYPE_CHECKING, Generic, TypeVar

from recruiter_tui.domain.text import clean
from recruiter_tui.services.curtain import Curtain

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Iterable
    from datetime import datetime

    from recruiter_tui.domain.policy import ExperiencePolicy
    from recruiter_tui.services.ahead import Ahead
    from recruiter_tui.services.columns import Tables
    from recruiter_tui.services.judging import Judge
    from recruiter_tui.services.settling import Settling
    from recruiter_tui.store.reading import Reader
    from recruiter_tui.store.records import VacancyRecord
    from recruiter_tui.store.sidecar import Sidecar
    from recruiter_tui.store.store import Store
    from recruiter_tui.store.thread import StoreThread
    from recruiter_tui.store.writing import Unit

T = TypeVar("T")

_LONGEST_NAME = 200


@dataclass(frozen=True, slots=True)
class Done(Generic[T]):
    """What a write did: its result, and the journal entry with its line; 0 where nothing changed."""

    result: T
    summary: str
    sequence: int


class Room:
    """The services' common ground; each family of use cases holds one."""

    def __init__(
        self,
        store: StoreThread,
        actor: str,
        clock: Callable[[], datetime],
        policy: ExperiencePolicy | None = None,
    ) -> None:
        """Work on an open store for one person; `clock` gives aware UTC instants."""
        self.store = store
        self.policy = policy.value if policy else None
        """How experience is counted for vacancies that are added from now on; None means the default."""
        self.actor = actor
        self.clock = clock
        self.curtain = Curtain()
        """What hides people of blind vacancies on their way to a person."""
        self._positions: dict[int, dict[int, int]] = {}
        self._judges: dict[tuple[object, ...], Judge] = {}

    def acting(self, actor: str | None) -> str:
        """Return who acts: the named person, else the one of this session."""
        return clean(actor or "", limit=_LONGEST_NAME) or self.actor

    def now(self) -> str:
        """Return the instant as the store writes it: ISO 8601 in UTC."""
        return self.clock().astimezone(UTC).isoformat(timespec="microseconds")

    async def read(self, question: Callable[[Reader], T]) -> T:
        """Ask the store beside whatever is being written."""
        return await self.store.read(question)

    async def write(
        self,
        kind: str,
        work: Callable[[Unit], T],
        *,
        actor: str | None = None,
        subject: str = "",
        undoable: bool = True,
    ) -> Done[T]:
        """Do one act in the store's own thread: all of it stands, journalled, or nothing does."""

        def act(store: Store) -> Done[T]:
            with store.write(self.acting(actor), kind, subject=subject, undoable=undoable) as unit:
                result = work(unit)
            return Done(result, unit.summary, unit.sequence)

        try:
            return await self.store.act(act)
        finally:
            self.forget_positions()

    def judge(self, record: VacancyRecord) -> Judge:
        """Return the vacancy's criteria prepared for judging, kept until criteria or policy change."""
        from recruiter_tui.services.judging import Judge as Prepared
        from recruiter_tui.services.judging import read_by_rules

        wanted = read_by_rules(record)
        found = self._judges.get(wanted)
        if found is None:
            found = Prepared(record)
            self._judges = {wanted: found}  # put in place whole: several threads ask
        return found

    def positions(self, reader: Reader, vacancies: Iterable[int]) -> dict[int, int]:
        """Return the place on the shortlist, from 1, of every shortlisted application of the vacancies."""
        from recruiter_tui.services.shortlist import in_order

        found: dict[int, int] = {}
        for vacancy in set(vacancies):
            if vacancy not in self._positions:
                lines = in_order(reader, vacancy)
                self._positions[vacancy] = {line.key: place for place, line in enumerate(lines, start=1)}
            found |= self._positions[vacancy]
        return found

    @cached_property
    def tables(self) -> Tables:
        """Return the columns that filters run over; for the reading thread alone."""
        from recruiter_tui.services.columns import Tables as Columns

        return Columns(self)

    @property
    def tables_so_far(self) -> Tables | None:
        """Return those columns if anybody has filtered yet."""
        return self.tables if "tables" in self.__dict__ else None

    @cached_property
    def desk(self) -> Sidecar:
        """Return what this person has open on the store, in a small file beside it."""
        from recruiter_tui.store.sidecar import Sidecar as Beside

        return Beside(self.store.store.path, self.actor)

    @cached_property
    def settling(self) -> Settling:
        """Return the background work on findings that a change of criteria outran."""
        from recruiter_tui.services.settling import Settling as Work

        return Work(self)

    @cached_property
    def ahead(self) -> Ahead:
        """Return what a change of criteria needs and is made ready before it comes."""
        from recruiter_tui.services.ahead import Ahead as Work

        return Work(self)

    @asynccontextmanager
    async def undisturbed(self) -> AsyncIterator[None]:
        """Keep the work in the background away from an act; it goes on afterwards with what the act left."""
        await self.ahead.pause()
        await self.settling.pause()
        try:
            yield
        finally:
            self.forget_positions()
            self.settling.resume()
            self.ahead.resume()

    def forget_positions(self) -> None:
        """Count places anew at the next question, because something changed."""
        self._positions = {}

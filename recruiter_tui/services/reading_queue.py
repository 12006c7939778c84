"""Reading one candidate after the other: a queue that resumes, pace, snooze, the way back, the timeline."""

from __future__ import annotations

from array import array
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

from recruiter_tui.domain.application import Disposition
from recruiter_tui.domain.errors import Refused
from recruiter_tui.domain.trail import Trail
from recruiter_tui.services.queue_progress import Progress, progress
from recruiter_tui.services.rows import vacancy_id
from recruiter_tui.services.snoozing import Snoozing
from recruiter_tui.services.views import ApplicationRow
from recruiter_tui.store import lifelines

if TYPE_CHECKING:
    from collections.abc import Mapping

    from recruiter_tui.services.candidates import Candidates
    from recruiter_tui.services.decisions import Decisions
    from recruiter_tui.services.happenings import Happening
    from recruiter_tui.services.room import Room
    from recruiter_tui.services.views import Changed
    from recruiter_tui.store.reading import Reader

_AHEAD: Final = 50
"""Keys that are kept beside the position, for the case that the one there leaves the filter."""


@dataclass(frozen=True, slots=True)
class Sticky:
    """The last verdict with its reason, which one key gives again."""

    disposition: Disposition
    reason: str | None
    note: str | None


@dataclass(frozen=True, slots=True)
class Queue:
    """What is read one after the other, and where one stands."""

    vacancy: str
    query: str
    sort: str
    keys: array[int]
    at: int
    """The place in `keys`; 0 for an empty queue."""

    @property
    def key(self) -> int | None:
        """Return the application that one stands on; None where the queue is empty."""
        return self.keys[self.at] if self.keys else None


@dataclass(frozen=True, slots=True)
class Kept:
    """The queue that this person had open last on a vacancy."""

    query: str
    sort: str
    key: int | None
    """The application on which he or she stood."""


@dataclass(frozen=True, slots=True)
class Previous:
    """Another application of the same person, and what was decided on it."""

    key: int
    vacancy: str
    title: str
    application: str
    disposition: Disposition
    reason: str | None
    note: str | None
    decided_by: str | None
    decided_at: str | None


@dataclass(frozen=True, slots=True)
class Seen:
    """An application that was looked at, with its vacancy's id and title."""

    row: ApplicationRow
    vacancy: str
    title: str


class ReadingQueue(Snoozing):
    """The use cases of reading mode and of finding one's way back."""

    def __init__(self, room: Room, candidates: Candidates, decisions: Decisions) -> None:
        """Work on the room's store; what one has open lies in a small file beside it."""
        super().__init__(room, candidates)
        self._decisions = decisions
        self._desk = room.desk
        kept = self._desk.get("trail") or {}
        self._trail = Trail(tuple(kept.get("keys", ())), int(kept.get("at", -1)))

    async def open(self, vacancy: str, query: str | None = None, sort: str | None = None) -> Queue:
        """Return the queue; without a filter the one that was open last, at the place where it stopped.

        Where that application has left the filter, the next one that is still inside is the place; where a
        crash came before a verdict was written, the application that it was about.
        """
        key = await self._room.read(lambda reader: reader.vacancy_key(vacancy))
        name = vacancy_id(key)
        kept: dict[str, Any] = self._desk.get(f"queue/{name}") or {}
        asked = str(kept.get("query", "")) if query is None else query
        order = sort or str(kept.get("sort", "tier"))
        keys = await self._candidates.roll(name, asked, order)
        places = {key: place for place, key in enumerate(keys)}
        waiting = kept.get("ahead", ())
        at = next((places[one] for one in waiting if one in places), 0)
        writing = {int(one): version for one, version in kept.get("writing", ()) if one in places}
        lost = [
            row.key for row in await self._candidates.rows(list(writing)) if row.version == writing[row.key]
        ]
        return self._kept(Queue(name, asked, order, keys, min([at, *(places[one] for one in lost)])))

    async def begin(self, vacancy: str, query: str, sort: str) -> Queue:
        """Return a queue that begins with the first application on which nobody decided yet."""
        key = await self._room.read(lambda reader: reader.vacancy_key(vacancy))
        name = vacancy_id(key)
        keys = await self._candidates.roll(name, query, sort)
        queue = Queue(name, query, sort, keys, 0)
        waiting = (await self.progress(queue)).waiting
        return self.stand(queue, waiting[0] if waiting else 0)

    def kept(self, vacancy: str) -> Kept | None:
        """Return the queue that was open last on a vacancy, by its own name `V2` (sync); None for none."""
        kept: dict[str, Any] | None = self._desk.get(f"queue/{vacancy}")
        if not kept:
            return None
        ahead = kept.get("ahead") or [None]
        return Kept(str(kept.get("query", "")), str(kept.get("sort", "tier")), ahead[0])

    def stand(self, queue: Queue, at: int, writing: Mapping[int, int] | None = None) -> Queue:
        """Return the queue at another place, which is kept at once (sync; a tenth of a millisecond).

        `writing` are the applications whose verdicts are not written yet, with the versions that the person
        saw: after a crash the first of them whose verdict was lost is the place.
        """
        place = max(0, min(at, len(queue.keys) - 1))
        return self._kept(Queue(queue.vacancy, queue.query, queue.sort, queue.keys, place), writing or {})

    def _kept(self, queue: Queue, writing: Mapping[int, int] = MappingProxyType({})) -> Queue:
        ahead = list(queue.keys[queue.at : queue.at + _AHEAD])
        state: dict[str, Any] = {"query": queue.query, "sort": queue.sort, "ahead": ahead}
        if writing:
            state["writing"] = [list(one) for one in writing.items()]
        self._desk.put(f"queue/{queue.vacancy}", state)
        return queue

    async def progress(self, queue: Queue) -> Progress:
        """Return how many of the queue are judged and who waits, and the pace of this person."""
        return await self._room.read(lambda reader: progress(self._room, reader, queue.vacancy, queue.keys))

    async def judge(
        self,
        key: int,
        disposition: Disposition,
        *,
        reason: str | None = None,
        note: str | None = None,
        expected: int | None = None,
    ) -> Changed:
        """Decide on one application, and keep verdict and reason for the next one."""
        seen = None if expected is None else {key: expected}
        done = await self._decisions.decide([key], disposition, reason=reason, note=note, expected=seen)
        self._desk.put("sticky", {"disposition": disposition.value, "reason": reason, "note": note})
        return done

    @property
    def sticky(self) -> Sticky | None:
        """Return the last verdict of this person, which `again` repeats."""
        kept = self._desk.get("sticky")
        return Sticky(Disposition(kept["disposition"]), kept["reason"], kept["note"]) if kept else None

    async def again(self, key: int, *, expected: int | None = None) -> Changed:
        """Give the last verdict with its reason to another application; Refused where there was none."""
        last = self.sticky
        if last is None:
            problem = "there is no verdict to repeat"
            raise Refused(problem, "decide once, then repeat it")
        return await self.judge(key, last.disposition, reason=last.reason, note=last.note, expected=expected)

    async def previous(self, key: int) -> tuple[Previous, ...]:
        """Return the person's other applications with what was decided on them, the last decided first.

        Where the person is hidden they are told without their numbers, which would lead to the name.
        """

        def look(reader: Reader) -> list[lifelines.Other]:
            found, mask = lifelines.others(reader, key), self._mask(reader, key)
            if mask is None:
                return found
            return [one._replace(public_id="", note=one.note and mask.text(one.note)) for one in found]

        return tuple(
            Previous(
                one.key,
                vacancy_id(one.vacancy),
                one.title,
                one.public_id,
                Disposition(one.disposition),
                *one[5:],
            )
            for one in await self._room.read(look)
        )

    def visit(self, key: int) -> None:
        """Remember that an application was looked at (sync)."""
        self._go(self._trail.visit(key))

    def back(self) -> int | None:
        """Go one step back and return the application there (sync)."""
        return self._go(self._trail.back())

    def forward(self) -> int | None:
        """Go one step on and return the application there (sync)."""
        return self._go(self._trail.forward())

    async def recent(self, limit: int = 20) -> list[ApplicationRow]:
        """Return what was looked at, the latest first; those that are gone are left out."""
        return [one.row for one in await self.seen(limit)]

    async def seen(self, limit: int = 20) -> list[Seen]:
        """Return the same with their vacancies."""
        wanted = self._trail.recent()[:limit]

        def look(reader: Reader) -> list[Seen]:
            places = {line.key: line.vacancy for line in reader.rows(wanted)}
            titles = {line.key: line.title for line in reader.vacancies()} if places else {}
            return [
                Seen(row, vacancy_id(places[row.key]), titles[places[row.key]])
                for row in self._candidates.shown(reader, wanted)
            ]

        return await self._room.read(look)

    def _go(self, trail: Trail) -> int | None:
        if trail != self._trail:
            self._trail = trail
            self._desk.put("trail", {"keys": list(trail.keys), "at": trail.at})
        return trail.here

    async def timeline(self, key: int, *, person: bool = False) -> tuple[Happening, ...]:
        """Return what happened to an application, or to all of the same person, oldest first."""
        from recruiter_tui.services.happenings import happenings

        def look(reader: Reader) -> tuple[Happening, ...]:
            found, mask = happenings(reader, key, person=person), self._mask(reader, key)
            if mask is None:
                return found
            return tuple(
                replace(one, summary=mask.text(one.summary), change=mask.text(one.change)) for one in found
            )

        return await self._room.read(look)

"""Boards at hand: a vacancy's columns, kept while nothing moves that rules read, and policies prepared ahead.

The first question takes a moment for the vacancy's own policy. The named policies follow in the background,
in portions with rests between them; one that is asked for before its turn is prepared at once.
"""

from __future__ import annotations

import asyncio
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING, Final, NamedTuple

from recruiter_tui.domain.errors import RecruiterError
from recruiter_tui.domain.policy import ExperiencePolicy, Policy
from recruiter_tui.domain.profiles import PROFILES
from recruiter_tui.domain.whatif import Board, Person, columns_of
from recruiter_tui.services.boards import Under, board_of, necessity_of, person
from recruiter_tui.services.judging import Judge, policy_of
from recruiter_tui.services.quiet import uncollected
from recruiter_tui.services.rows import policy_name
from recruiter_tui.store.facts import sequence, undisturbed

if TYPE_CHECKING:
    from recruiter_tui.domain.whatif import Columns
    from recruiter_tui.services.room import Room
    from recruiter_tui.store.reading import Reader
    from recruiter_tui.store.records import VacancyRecord

_CHUNK: Final = 500
_PAUSE: Final = 0.002
"""Seconds between chunks, so that other work slips in."""
_CHUNK_AHEAD: Final = 50
_PAUSE_AHEAD: Final = 0.005
_MOST_AHEAD: Final = 20_000
"""Applications up to which policies are prepared before anybody asks for them."""


class _Held(NamedTuple):
    """A board, and the newest journal entry that it knows of."""

    seen: int
    board: Board


class Boards:
    """The boards of the vacancy that is tried out."""

    def __init__(self, room: Room) -> None:
        """Work on the room's store; nothing is at hand yet."""
        self._room = room
        self._held: dict[int, _Held] = {}
        self._work: dict[tuple[int, str], asyncio.Task[Columns]] = {}
        self._ahead: asyncio.Task[None] | None = None

    async def prepare(self, vacancy: str, *policies: str, ahead: bool = False) -> Board:
        """Return the vacancy as columns, for its own policy and others by specification.

        It is kept until something moves that rules read: verdicts, tags and notes leave it alone. With
        `ahead` the named policies follow in the background, because somebody is trying things out.
        """
        key, seen, board = await self._room.read(lambda reader: self._at_hand(reader, vacancy))
        if board is None:
            record = await self._room.read(lambda reader: reader.vacancy(key))
            policy = policy_of(policy_name(record.line), None)
            board = await self._room.read(lambda reader: board_of(reader, record, policy))
            board = board or await self._built(record, policy.spec)
            self._held = {key: _Held(seen, board)}
            await self._end_ahead()
        for asked in policies:
            spec = policy_of(board.policy, asked).spec
            if not _answered(board, spec):
                await self._end_ahead()  # whoever waits goes first
                await self._room.ahead.pause()
                board.columns[spec] = await self._shared(key, board, spec)
                self._room.ahead.resume()
        if ahead and self._ahead is None and len(board.people) <= _MOST_AHEAD:
            self._ahead = asyncio.create_task(self._prepared_ahead(key, board))
        return board

    async def prepared(self, vacancy: str, policy: str | None) -> bool:
        """Tell whether a question under a policy is answered at once; the first takes a moment."""
        if policy is None:
            return True
        *_, board = await self._room.read(lambda reader: self._at_hand(reader, vacancy))
        return board is not None and _answered(board, policy_of(board.policy, policy).spec)

    async def ahead(self) -> None:
        """Wait until the named policies are prepared."""
        if self._ahead is not None:
            await self._ahead

    async def close(self) -> None:
        """End what is being prepared."""
        await self._end_ahead()
        for task in self._work.values():
            task.cancel()
        await asyncio.gather(*self._work.values(), return_exceptions=True)

    async def _end_ahead(self) -> None:
        if self._ahead is not None:
            self._ahead.cancel()
            await asyncio.wait([self._ahead])
            self._ahead = None

    def _at_hand(self, reader: Reader, vacancy: str) -> tuple[int, int, Board | None]:
        """Return the vacancy's key, the newest journal entry, and the board where it still holds."""
        with reader.snapshot():
            key, now = reader.vacancy_key(vacancy), sequence(reader)
            held = self._held.get(key)
            if held is None or not (held.seen == now or undisturbed(reader, held.seen)):
                return key, now, None
        self._held[key] = held._replace(seen=now)
        return key, now, held.board

    async def _shared(self, key: int, board: Board, spec: str) -> Columns:
        """Weigh everybody under a policy once, also where whoever asked first no longer waits."""
        what = (id(board), spec)
        if what not in self._work:
            record = await self._room.read(lambda reader: reader.vacancy(key))
            self._work[what] = asyncio.create_task(self._under(record, board, spec))
            self._work[what].add_done_callback(lambda _: self._work.pop(what, None))
        return await asyncio.shield(self._work[what])

    async def _under(self, record: VacancyRecord, board: Board, spec: str) -> Columns:
        """Weigh everybody under a policy."""
        under = Under(record, board, spec, self._room.ahead.facts.careers)
        await self._weigh(record.line.key, board, [under], _CHUNK, _PAUSE)
        return under.columns()

    async def _prepared_ahead(self, key: int, board: Board) -> None:
        """Weigh everybody under the named policies, beside whatever else is done."""
        with suppress(RecruiterError):  # a policy is then prepared when it is asked for
            self._room.ahead.begin(key)  # the same facts for all of them
            await self._room.ahead.finished()
            record = await self._room.read(lambda reader: reader.vacancy(key))
            careers = self._room.ahead.facts.careers
            for names in (list(ExperiencePolicy), [one.id for one in PROFILES]):
                specs = dict.fromkeys(policy_of(board.policy, name).spec for name in names)
                waiting = [
                    Under(record, board, spec, careers) for spec in specs if not _answered(board, spec)
                ]
                await self._weigh(key, board, waiting, _CHUNK_AHEAD, _PAUSE_AHEAD)
                for under in waiting:
                    board.columns[under.spec] = await asyncio.to_thread(under.columns)

    async def _weigh(self, key: int, board: Board, under: list[Under], size: int, pause: float) -> None:
        """Take everybody in, by portions."""
        reads = frozenset[str]().union(*(one.reads for one in under))
        keys = [one.key for one in board.people] if under else []

        def weigh(chunk: list[int], reader: Reader) -> None:
            with uncollected():
                filed = self._room.ahead.facts.applicants(reader, key, chunk, reads)
                for one in under:
                    self._room.store.let_by()
                    one.add(filed)

        for start in range(0, len(keys), size):
            chunk = keys[start : start + size]
            await self._room.store.read_long(lambda reader: weigh(chunk, reader))  # noqa: B023 - awaited at once
            await asyncio.sleep(pause)

    async def _built(self, record: VacancyRecord, spec: str) -> Board:
        """Screen everybody under a policy and lay the results out as columns."""
        key = record.line.key
        judge = Judge(record, spec)
        keys = await self._room.read(lambda reader: reader.roll(key, "key"))
        lines = await self._room.read(lambda reader: {one.key: one for one in reader.rows(keys)})
        people: list[Person] = []
        findings = []
        for start in range(0, len(keys), _CHUNK):
            chunk = keys[start : start + _CHUNK].tolist()
            with uncollected():
                filed = await self._room.read(lambda reader: reader.applicants(key, chunk, texts=False))  # noqa: B023 - awaited at once
                judged = await asyncio.to_thread(lambda: [judge.judged(one) for one in filed])  # noqa: B023 - awaited at once
            people += [
                person(lines[one.key]._replace(tier=result.tier))
                for one, result in zip(filed, judged, strict=True)
            ]
            findings += [result.findings for result in judged]
            await asyncio.sleep(_PAUSE)
        necessity = necessity_of(record.notice) if people else {}
        return Board(tuple(people), necessity, spec, {spec: columns_of(findings)})


def _answered(board: Board, spec: str) -> bool:
    """Tell whether a policy's columns are there, or those of one that answers everything alike."""
    if spec not in board.columns:
        wanted = _answers(spec)
        alike = next((known for known in board.columns if _answers(known) == wanted), None)
        if alike is None:
            return False
        board.columns[spec] = board.columns[alike]
    return True


def _answers(spec: str) -> Policy:
    """Return a policy without what no finding rests on."""
    plain = Policy()
    policy = policy_of(spec, None)
    unread = {name: getattr(plain, name) for name in ("tier_gate", "roster_from", "tie_break")}
    return replace(policy, profile="", **unread)

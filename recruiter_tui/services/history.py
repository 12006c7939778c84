"""What was done, by whom and when; undo and redo across sessions; proof that nobody changed it."""

from __future__ import annotations

import asyncio
import datetime as dt
from contextlib import closing, contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from recruiter_tui.services.curtain import SETTING as BLIND
from recruiter_tui.services.everybody import judged_within
from recruiter_tui.services.institutions import graduates
from recruiter_tui.services.judging import rescreen
from recruiter_tui.services.rows import vacancy_id, vacancy_key
from recruiter_tui.services.views import Changed, HistoryEntry
from recruiter_tui.store.facts import sequence
from recruiter_tui.store.lifelines import SNOOZE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from recruiter_tui.domain.blind import Crowd
    from recruiter_tui.services.room import Room
    from recruiter_tui.services.steps import Steps
    from recruiter_tui.store.journal import Row
    from recruiter_tui.store.reading import Reader
    from recruiter_tui.store.records import EntryLine
    from recruiter_tui.store.store import Store, Undone
    from recruiter_tui.store.writing import Unit

Touched = tuple[tuple[str, int], ...]

_READ_BY_RULES = frozenset(
    {
        "candidate",
        "candidate_facts",
        "override",
        "application",
        "criteria_version",
        "notice_version",
        "setting",
        "vacancy",
    }
)
_CONCERNING = _READ_BY_RULES | {"note"}
_READ_COLUMNS = {
    "application": ("received", "received_local", "internal", "channel", "candidate_id"),
    "criteria_version": ("criteria",),
    "vacancy": ("policy", "closing", "country", "grade"),
}
"""The columns that the rules read of rows that hold other things as well."""
_OF_VACANCIES = frozenset(
    {"added", "blinded", "closed", "invoked", "reason", "scenario", "screened", "viewed"}
)
"""Kinds of acts whose lines speak of no person."""
_SINGLE = frozenset({"candidate", "candidate_facts", "override", "application"})
"""Rows that are about single persons."""
_PERSONAL = _SINGLE | {"note"}
"""Rows that say whom an act was about."""
_FEW = 250
"""Applications that are screened again within the act that turns round; more follow it in chunks."""
_MANY = 20_000
"""Applications that are judged by changed criteria alone within that act: it takes about a second."""
_CHUNK = 250
_PAUSE = 0.002  # seconds between chunks, so that a decision slips in


@dataclass(frozen=True, slots=True)
class Verification:
    """What a check of journal and store found."""

    ok: bool
    entries: int
    anchor: str
    """The last entry's hash; whoever keeps it elsewhere can tell a rewritten journal from this one."""
    problem: str | None = None
    first_bad: int | None = None


class History:
    """The use cases around the journal."""

    def __init__(self, room: Room) -> None:
        """Work on the room's store."""
        self._room = room

    async def undo(self, *, actor: str | None = None) -> Changed:
        """Take the last act back, whoever did it; NotFound where there is none, Conflict where it moved."""
        return await self.turn("undone", lambda store, then: store.undo(self._room.acting(actor), then))

    async def redo(self, *, actor: str | None = None) -> Changed:
        """Do again what was taken back last; raises NotFound where a new act has followed."""
        return await self.turn("done again", lambda store, then: store.redo(self._room.acting(actor), then))

    async def turn(self, word: str, act: Turn) -> Changed:
        """Turn an act round, and screen again in the same transaction whom it concerns."""
        concerned = Concerned()

        def turned(store: Store) -> Undone:
            with as_it_was(store) as earlier:
                return act(store, lambda unit, touched: concerned.settle(unit, touched, earlier))

        await self._room.settling.pause()
        try:
            undone = await self._room.store.submit(turned)
        finally:
            self._room.forget_positions()
            for vacancy in concerned.outrun:
                self._room.settling.begin(vacancy)
            self._room.settling.resume()
        return await self._followed(concerned, word, undone)

    async def take_back(
        self, batch: int, *, force: bool = False, actor: str | None = None, steps: Steps | None = None
    ) -> Changed:
        """Take a whole import back beside other work; see `withdrawing`."""
        from recruiter_tui.services.steps import Steps as Unwatched
        from recruiter_tui.services.withdrawing import take_back

        concerned, acting = Concerned(), self._room.acting(actor)
        await self._room.settling.pause()
        try:
            undone = await take_back(
                self._room, batch, concerned, actor=acting, force=force, steps=steps or Unwatched()
            )
        finally:
            self._room.forget_positions()
            for vacancy in concerned.outrun:
                self._room.settling.begin(vacancy)
            self._room.settling.resume()
        return await self._followed(concerned, "taken back", undone)

    async def _followed(self, concerned: Concerned, word: str, undone: Undone) -> Changed:
        """Screen those who still wait for it, and say what was turned round."""
        for start in range(0, len(concerned.waiting), _CHUNK):
            chunk = concerned.waiting[start : start + _CHUNK]
            await self._room.write("screened", _rescreening(chunk), undoable=False)
            await asyncio.sleep(_PAUSE)
        return concerned.changed(f"{word}: {undone.summary}", undone.sequence)

    async def entries(self, limit: int = 200) -> list[HistoryEntry]:
        """Return the newest entries of the journal, newest first; people of blind vacancies are not named."""

        def ask(reader: Reader) -> tuple[list[EntryLine], Crowd | None]:
            return reader.entries(limit), self._room.curtain.crowd(reader)

        found, crowd = await self._room.read(ask)
        return [_entry(line, crowd) for line in found]

    async def verify(self) -> Verification:
        """Check the journal's chain, the row images and the tables against each other."""
        proof = await self._room.store.submit(lambda store: store.verify())
        return Verification(proof.holds, proof.entries, proof.anchor, proof.problem, proof.entry)

    async def poll(self) -> bool:
        """Tell whether another process has changed the store since this was last asked."""
        changed = await self._room.store.poll()
        if changed:
            self._room.forget_positions()
        return changed


class Concerned:
    """The applications and vacancies that an act turned round touches."""

    def __init__(self) -> None:
        """Know of nothing yet."""
        self._keys: set[int] = set()
        self._about: set[int] = set()
        self._vacancies: set[int] = set()
        self._came_or_went = False
        self.waiting: list[int] = []
        """The applications that are still to be screened again."""
        self.outrun: list[int] = []
        """The vacancies whose findings are still to be written anew, though every outcome stands."""

    def settle(self, unit: Unit, touched: Touched, earlier: Reader | None = None) -> None:
        """Find whom the rows concern, and screen again where the rules read something else now.

        `earlier` sees the store before the act, by which a change of single criteria is told from others.
        """
        by_rules: set[int] = set()
        for entity, key in touched:
            found = self._applications(unit, entity, key)
            self._keys |= found
            if entity in _PERSONAL or (entity == "setting" and len(found) == 1):
                self._about |= found
            if entity in _READ_BY_RULES and _reads_differently(unit, entity, key):
                by_rules |= found
        lines = unit.reader.rows(sorted(self._keys))
        self._vacancies |= {line.vacancy for line in lines}
        self._keys = {line.key for line in lines}
        by_rules &= self._keys
        if len(by_rules) <= _FEW:
            rescreen(unit, by_rules)
        elif not self._by_criteria(unit, by_rules, touched, earlier):
            self.waiting = sorted(by_rules)

    def left(self, vacancy: int) -> None:
        """Note that applications of a vacancy went, all at once."""
        self._came_or_went = True
        self._vacancies.add(vacancy)

    def _by_criteria(self, unit: Unit, by_rules: set[int], touched: Touched, earlier: Reader | None) -> bool:
        """Judge all of a vacancy again where its criteria alone are others, in this very act."""
        if earlier is None or len(self._vacancies) != 1 or len(by_rules) > _MANY:
            return False
        if {entity for entity, _ in touched} & _SINGLE or sequence(earlier) != sequence(unit.reader):
            return False
        [vacancy] = self._vacancies
        done = judged_within(unit, earlier.vacancy(vacancy), unit.reader.vacancy(vacancy), sorted(by_rules))
        self.outrun = [vacancy] if done else []
        return done

    def _applications(self, unit: Unit, entity: str, key: int) -> set[int]:
        """Return the applications that one row belongs to."""
        if entity not in _CONCERNING:
            return set()
        now, was = unit.find(entity, key), unit.was(entity, key)
        row = now or was or {}
        if entity == "application":
            self._came_or_went |= now is None or was is None
            self._vacancies.add(int(row["vacancy_id"] or 0))
            return {key}
        if entity == "vacancy":
            self._came_or_went |= now is None or was is None
            self._vacancies.add(key)
            return set(unit.reader.roll(key, "key")) if _reads_differently(unit, entity, key) else set()
        if entity == "setting" and str(row["name"]).startswith(BLIND):
            self._came_or_went = True  # every line of the vacancy reads differently now
            self._vacancies.add(int(str(row["name"]).removeprefix(BLIND)))
            return set()
        return _applications_of(unit, entity, key, row)

    def changed(self, summary: str, sequence: int) -> Changed:
        """Return what lists must read again."""
        return Changed(
            summary,
            sequence,
            applications=tuple(sorted(self._keys)),
            about=tuple(sorted(self._about & self._keys)),
            vacancies=tuple(vacancy_id(key) for key in sorted(self._vacancies)),
            everything=self._came_or_went,
        )


@contextmanager
def as_it_was(store: Store) -> Iterator[Reader | None]:
    """Look at the store as it is before an act; None where a look would keep the act from being written."""
    if store.journal != "wal":
        yield None
        return
    with closing(store.reader()) as reader, reader.snapshot():
        sequence(reader)  # the first question fixes what is seen
        yield reader


def _rescreening(keys: list[int]) -> Callable[[Unit], object]:
    """Return the act that screens some applications again."""

    def work(unit: Unit) -> None:
        unit.summary = f"{len(rescreen(unit, keys))} applications screened again"

    return work


def _applications_of(unit: Unit, entity: str, key: int, row: Row) -> set[int]:
    """Return the applications that a row belongs to which is neither one itself nor a vacancy."""
    if entity in {"override", "note"}:
        return {int(row["application_id"] or 0)}
    if entity in {"criteria_version", "notice_version"}:
        return set(unit.reader.roll(int(row["vacancy_id"] or 0), "key"))
    if entity == "setting":
        return _applications_named(unit, str(row["name"]))
    return set(unit.reader.applications_of(key))


def _reads_differently(unit: Unit, entity: str, key: int) -> bool:
    """Tell whether a row came, or changed in what the rules read."""
    names = _READ_COLUMNS.get(entity)
    if entity == "setting":
        row = unit.find(entity, key) or unit.was(entity, key) or {}
        return not str(row["name"]).startswith(SNOOZE)
    if names is None:
        return True
    now, was = unit.find(entity, key), unit.was(entity, key)
    if now is None or was is None:
        return entity == "application" and now is not None
    return any(now[name] != was[name] for name in names)


def _applications_named(unit: Unit, name: str) -> set[int]:
    """Return the applications that a setting is about: one of them, or all of a vacancy."""
    family, _, rest = name.partition("/")
    if family == "relevance" or f"{family}/" == SNOOZE:
        return {int(rest)}
    if family == "institution":
        return set(graduates(unit.reader, rest))
    if family in {"criteria", "field"}:
        return set(unit.reader.roll(vacancy_key(rest.partition("/")[0]), "key"))
    return set()


def _entry(line: EntryLine, crowd: Crowd | None) -> HistoryEntry:
    """Return an entry as a person reads it."""
    masked = crowd.text if crowd is not None and line.kind not in _OF_VACANCIES else str
    return HistoryEntry(
        sequence=line.seq,
        at=dt.datetime.fromisoformat(line.at),
        by=line.by,
        summary=masked(line.summary),
        undone=line.undone,
        undoes=line.undoes,
        details=tuple(map(masked, line.details)),
        is_upkeep=line.kind == "screened",
    )


if TYPE_CHECKING:
    from collections.abc import Callable

    Turn = Callable[[Store, Callable[[Unit, Touched], None]], Undone]

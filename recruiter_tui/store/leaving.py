"""A whole import on its way out, beside other work: what it brought goes, what it changed is as before.

The images of its rows are staged as those of an import are. One short act then hides all of its rows, puts
back what it changed of others, and is journalled; the hidden rows are cleared away in portions afterwards.
A process that dies before the act has changed nothing, and after it the next one clears the rest.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from recruiter_tui.domain.errors import Conflict
from recruiter_tui.store import history, journal
from recruiter_tui.store.facts import ask, sequence
from recruiter_tui.store.journal import Act, Row
from recruiter_tui.store.loading import BATCH_POSITION, owner
from recruiter_tui.store.statements import statements
from recruiter_tui.store.sweeping import LEAVING, STAGING, VISIBLE, clear_some
from recruiter_tui.store.taking_back import MINE, check_merged, check_untouched, hanging_on, sequence_of
from recruiter_tui.store.undoing import change, has_moved, images_of_entry, put_back_columns
from recruiter_tui.store.writing import Unit

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterator

    from sqlalchemy import Connection

    from recruiter_tui.store.reading import Reader
    from recruiter_tui.store.store import Store, Then, Undone

_WITH_IT: Final = ("batch", "candidate", "candidate_facts", "application", "note")
"""Tables whose rows go with the import that brought them, as far as they bear its number."""
_PORTION: Final = 200
"""Rows whose images are staged at once."""
_DIGESTS: Final = "SELECT id, digest FROM screening WHERE id IN (SELECT value FROM json_each(?))"
_LEAVE: Final = f"UPDATE batch SET state = '{LEAVING}', owner = ? WHERE id = ? AND state = '{VISIBLE}'"  # noqa: S608 - words of ours
_UNCOUNT: Final = (
    "INSERT INTO tally (vacancy_id, disposition, applications)"
    " SELECT vacancy_id, disposition, -count(*) FROM application WHERE batch_id = ? GROUP BY 1, 2"
    " ON CONFLICT (vacancy_id, disposition) DO UPDATE SET applications = applications + excluded.applications"
)
_STANDING: Final = (
    "SELECT batch.id FROM event JOIN batch ON batch.id = -event.bundle"
    " WHERE event.seq = ? AND batch.state = 'visible' AND batch.applications >= ?"
)
_TOUCHED: Final = (
    "SELECT DISTINCT image.entity, image.key FROM event JOIN image ON image.bundle = event.bundle"
    " WHERE event.seq > ? AND image.entity <> ''"
)
_ON: Final = {
    "note": "SELECT application_id FROM note WHERE id = ?",
    "override": "SELECT application_id FROM override WHERE id = ?",
    "application": "SELECT -candidate_id FROM application WHERE id = ?",
    "setting": "SELECT CAST(substr(name, instr(name, '/') + 1) AS INTEGER) FROM setting WHERE id = ?"
    " AND (name LIKE 'relevance/%' OR name LIKE 'snooze/%')",
}
"""Upon which application a row hangs; for an application its candidate, negative."""


class Moved(Exception):
    """Somebody wrote to what goes while its images were staged."""


@dataclass(slots=True)
class Plan:
    """What taking an import back does."""

    batch: int
    vacancy: int
    sequence: int
    """The entry of the import."""
    told: str
    seen: int
    """The newest entry when the plan was made."""
    mine: dict[int, str]
    """The applications that it brought, with their numbers."""
    keys: dict[str, list[int]] = field(default_factory=dict)
    """The rows that go with it, by table."""
    apart: dict[str, list[int]] = field(default_factory=dict)
    """What else goes: what hangs on its rows, or hangs on others and came with it."""
    changed: list[tuple[str, int, Row]] = field(default_factory=list)
    back: dict[str, dict[int, Row]] = field(default_factory=dict)
    moved: dict[str, list[int]] = field(default_factory=dict)

    @property
    def size(self) -> int:
        """Return how many rows go."""
        return sum(map(len, self.keys.values()))

    def note(self, entity: str, key: int, before: Row | None, after: Row | None, current: Row | None) -> None:
        """Plan what becomes of one row of the import."""
        if before is None and current is not None:
            goes = entity in _WITH_IT and (
                entity != "note" or int(current["application_id"] or 0) in self.mine
            )
            (self.keys if goes else self.apart).setdefault(entity, []).append(key)
        elif before is not None and current is None and after is None:
            self.back.setdefault(entity, {})[key] = before
        elif before is not None and after is not None and current is not None:
            self.changed.append((entity, key, put_back_columns(before, after, current)))


def planned(reader: Reader, batch: int, let_by: Callable[[], None], *, force: bool) -> Plan:
    """Look at an import and at all that it brought; for a reading thread.

    Raises NotFound or Conflict where it does not stand or somebody of it was merged, and WorkedOn, without
    `force`, where somebody worked on it since. `let_by` is called between portions.
    """
    connection = reader._connection  # noqa: SLF001 - one room; the questions are those of taking back
    with reader.snapshot():
        seq = sequence_of(connection, batch)
        check_merged(connection, batch)
        mine: dict[int, str] = dict(connection.execute(MINE, (batch,)))
        (vacancy,) = ask(reader, "SELECT vacancy_id FROM batch WHERE id = ?", batch)[0]
        told = ask(reader, "SELECT after FROM image WHERE bundle = ? AND position = 0", -batch)
        words = history.told(told[0][0] if told else None)[0]
        plan = Plan(batch, int(vacancy), seq, words, sequence(reader), mine)
        hanging = hanging_on(connection, batch, list(mine))
        for portion in _portions(connection, batch):
            let_by()
            for entity, images in portion.items():
                _compare(reader, plan, entity, images)
        if not force:
            check_untouched(connection, batch, mine, hanging, plan.moved)
    for entity, found in hanging.items():
        plan.apart.setdefault(entity, []).extend(found)
    return plan


Images = dict[int, tuple[bytes | None, bytes | None]]


def _portions(connection: sqlite3.Connection, batch: int) -> Iterator[dict[str, Images]]:
    """Yield the packed images of an import by table, some at a time."""
    rows = iter(images_of_entry(connection, -batch))
    portion: dict[str, Images] = {}
    for number, (entity, key, before, after) in enumerate(rows, 1):
        portion.setdefault(entity, {})[key] = (before, after)
        if number % _PORTION == 0:
            yield portion
            portion = {}
    yield portion


def _compare(reader: Reader, plan: Plan, entity: str, images: Images) -> None:
    """Note what becomes of some rows, and which of them have moved since."""
    rows = _rows(reader, entity, list(images))
    encode = journal.canonical_in_bulk()
    for key, (was, now) in images.items():
        if was is None and now is None:
            message = "this act was erased from the journal"
            raise Conflict(message, "it cannot be taken back any more")
        current = rows.get(key)
        if was is None and now is not None and current is not None:
            # As it came, byte by byte: most rows of an import; opening their images takes the longest.
            if journal.unpack_bytes(now) != encode(current) and has_moved(current, None, journal.unpack(now)):
                plan.moved.setdefault(entity, []).append(key)
            plan.note(entity, key, None, None, current)
            continue
        before, after = journal.unpack(was), journal.unpack(now)
        if has_moved(current, before, after):
            plan.moved.setdefault(entity, []).append(key)
            if current is None or after is None:
                continue
        plan.note(entity, key, before, after, current)


def _rows(reader: Reader, entity: str, keys: list[int]) -> dict[int, Row]:
    """Return rows as they stand, by key."""
    which = statements(entity)
    found = (dict(zip(which.columns, row, strict=True)) for row in ask(reader, which.many, str(keys)))
    return {int(row["id"]): row for row in found}


def going(reader: Reader, plan: Plan) -> Iterator[list[journal.Change]]:
    """Yield what goes with the import, as the journal takes it, some rows at a time."""
    for entity, keys in plan.keys.items():
        for start in range(0, len(keys), _PORTION):
            some = keys[start : start + _PORTION]
            changes: list[journal.Change] = [
                (entity, key, row, None) for key, row in _rows(reader, entity, some).items()
            ]
            if entity == "application":
                digests = ask(reader, _DIGESTS, str(some))
                changes += [("screening", key, {"digest": digest}, None) for key, digest in digests]
            if changes:  # else somebody took them back meanwhile, which the end of the act notices
                yield changes


def import_to_undo(reader: Reader, least: int) -> int | None:
    """Return the number of the import that undo takes back next, if it is one of at least so many."""
    target = history.next_undo(reader._connection)  # noqa: SLF001 - one room
    found = ask(reader, _STANDING, target or 0, least)
    return int(found[0][0]) if found else None


class Leaving:
    """One import that is being taken back: `stage`, then `finish`, then `clear`; or `abandon`."""

    def __init__(self, store: Store, actor: str, plan: Plan, bundle: int, *, undo: bool) -> None:
        """Hold what `begin` made."""
        self._store, self._actor, self.plan, self._undo = store, actor, plan, undo
        self._bundle = bundle
        self._position = BATCH_POSITION

    @classmethod
    def begin(cls, store: Store, actor: str, plan: Plan, *, undo: bool = False) -> Leaving:
        """Reserve a place for the images; as an `undo`, redo brings the import again."""
        row = statements("batch").complete(
            {
                "vacancy_id": plan.vacancy,
                "state": STAGING,
                "source": f"B{plan.batch}",
                "made_by": actor,
                "made_at": store.now(),
                "owner": owner(),
                "applications": 0,
            }
        )
        with store.transaction(staging=True) as connection:
            place = connection.exec_driver_sql(statements("batch").insert, tuple(row.values())).lastrowid
        return cls(store, actor, plan, place, undo=undo)

    def images(self, changes: list[journal.Change]) -> list[journal.ImageRow]:
        """Seal the next images; for any thread, one after the other."""
        found = journal.images_of(-self._bundle, self._position, changes)
        self._position += len(found)
        return found

    def stage(self, images: list[journal.ImageRow]) -> None:
        """Keep images out of sight, in one short transaction."""
        with self._store.transaction(staging=True) as connection:
            self._check_open(connection)
            connection.exec_driver_sql(journal.INSERT_IMAGE, [tuple(image) for image in images])

    def finish(self, then: Then | None = None) -> Undone:
        """Hide what goes, put back what was changed, and journal it: one short act.

        Raises Moved where somebody wrote to any of it since the plan was made.
        """
        from recruiter_tui.store.reading import Reader
        from recruiter_tui.store.store import Undone as Told
        from recruiter_tui.store.taking_back import thaw

        plan = self.plan
        with self._store.transaction() as connection:
            self._check_open(connection)
            run = connection.exec_driver_sql
            raw: sqlite3.Connection = connection.connection.driver_connection  # type: ignore[assignment]  # it is SQLite's
            self._check_still(raw)
            check_merged(raw, plan.batch)
            run(_UNCOUNT, (plan.batch,))
            if run(_LEAVE, (owner(), plan.batch)).rowcount != 1:
                raise Moved
            unit = Unit(connection, Reader(raw), *self._act(), batch=self._bundle)
            for entity, keys in plan.apart.items():
                unit.delete(entity, *keys)
            for entity, rows in plan.back.items():
                unit.restore(entity, rows)
            for entity, key, columns in plan.changed:
                change(unit, entity, key, columns)
            thaw(unit, raw, plan.vacancy, plan.sequence, plan.mine)
            touched = unit.touched
            if then is not None:
                then(unit, touched)
            run("DELETE FROM batch WHERE id = ?", (self._bundle,))
            unit.close()
        return Told(unit.sequence, plan.sequence, plan.told, touched)

    def _act(self) -> tuple[Act, str]:
        """Return who does what, and how it is told."""
        plan, now = self.plan, self._store.now()
        if not self._undo:
            return Act(self._actor, "reverted", now, f"B{plan.batch}"), f"Taken back: {plan.told}"
        seq = plan.sequence
        act = Act(self._actor, history.UNDO, now, f"#{seq}", undoable=False, undoes=seq)
        return act, f"Undone: {plan.told}"

    def clear(self) -> bool:
        """Clear some of the hidden rows away; tells whether there are more."""
        with self._store.transaction(staging=True) as connection:
            more = clear_some(connection.connection.driver_connection, self.plan.batch)  # type: ignore[arg-type]  # it is SQLite's
        if not more:
            self._store.end_staging()
        return more

    def abandon(self) -> bool:
        """Take some of the staged images away; tells whether there are more."""
        with self._store.transaction(staging=True) as connection:
            more = clear_some(connection.connection.driver_connection, self._bundle)  # type: ignore[arg-type]  # it is SQLite's
        if not more:
            self._store.end_staging()
        return more

    def _check_open(self, connection: Connection) -> None:
        found = connection.exec_driver_sql("SELECT state FROM batch WHERE id = ?", (self._bundle,)).scalar()
        if found != STAGING:
            message = "the taking back was cleared away by another program"
            raise Conflict(message, "nothing was changed; start it again")

    def _check_still(self, raw: sqlite3.Connection) -> None:
        """Raise Moved where anything that goes, or that hangs on it, was written since the plan was made."""
        plan = self.plan
        if self._undo and history.next_undo(raw) != plan.sequence:
            raise Moved
        watched = {entity: set(keys) for entity, keys in plan.keys.items()}
        for entity, keys in plan.apart.items():
            watched.setdefault(entity, set()).update(keys)
        for entity, key, _columns in plan.changed:
            watched.setdefault(entity, set()).add(key)
        watched["screening"] = set(plan.mine)
        bearers = set(plan.keys.get("candidate", ()))
        for entity, key in raw.execute(_TOUCHED, (plan.seen,)):
            if key in watched.get(entity, ()):
                raise Moved
            if entity in _ON:
                [on] = raw.execute(_ON[entity], (key,)).fetchone() or [0]
                if on in plan.mine or -on in bearers:
                    raise Moved

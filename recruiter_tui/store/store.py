"""The store: one file, one write path, cheap readers."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, nullcontext
from datetime import UTC, datetime
from typing import TYPE_CHECKING, NamedTuple, Self

from recruiter_tui.domain.errors import NotFound, Refused
from recruiter_tui.store import history
from recruiter_tui.store.backup import back_up
from recruiter_tui.store.engine import connect
from recruiter_tui.store.faults import translated
from recruiter_tui.store.filesystem import Identity
from recruiter_tui.store.journal import Act
from recruiter_tui.store.log import Log
from recruiter_tui.store.opening import Opened, open_file
from recruiter_tui.store.reading import Reader

if TYPE_CHECKING:
    from pathlib import Path
    from types import TracebackType

    from sqlalchemy import Connection, Engine

    from recruiter_tui.store.condition import Condition
    from recruiter_tui.store.loading import Loading
    from recruiter_tui.store.records import EntryLine
    from recruiter_tui.store.verifying import Proof
    from recruiter_tui.store.writing import Unit

Clock = Callable[[], datetime]


def utc_now() -> datetime:
    """Return the current instant."""
    return datetime.now(UTC)


class Undone(NamedTuple):
    """What undo, redo or the taking back of an import did."""

    sequence: int
    """The new entry."""
    target: int
    """The entry that was taken back, or brought again."""
    summary: str
    touched: tuple[tuple[str, int], ...]
    """Table and key of every row that changed."""


Then = Callable[["Unit", tuple[tuple[str, int], ...]], None]
"""What else belongs into the same transaction, for instance screening the touched applications again."""


class Store:
    """A store that is open; owned by one thread, which is the only one to write."""

    def __init__(self, opened: Opened, clock: Clock = utc_now) -> None:
        """Take over an opened file; `clock` gives aware UTC instants."""
        self._opened = opened
        self._raw = opened.connection
        self._log = Log(self._raw, opened.journal)
        self._clock = clock
        self._engine: Engine | None = None
        self._connection: Connection | None = None
        self._seen = self._data_version()
        self.path = opened.path
        self.read_only = opened.read_only
        self.journal = opened.journal
        self.migration_backup = opened.backup

    @classmethod
    def open(cls, path: Path, *, create: bool = False, clock: Clock = utc_now) -> Store:
        """Open the store at `path`, and sweep what imports of dead processes left behind.

        Raises NotFound or Refused; a file that is refused is not touched.
        """
        store = cls(open_file(path, create=create), clock)
        if not store.read_only:
            from recruiter_tui.store.sweeping import sweep

            with translated():
                sweep(store._raw)
        return store

    def __enter__(self) -> Self:
        """Return the store itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close the store."""
        self.close()

    def close(self) -> None:
        """Close the file; what was acknowledged is on the disk already."""
        if self._connection is not None:
            self._connection.close()
        if self._engine is not None:
            self._engine.dispose()
        self._raw.close()

    def now(self) -> str:
        """Return the clock's instant as the store writes it: ISO 8601 in UTC."""
        return self._clock().astimezone(UTC).isoformat(timespec="microseconds")

    def reader(self) -> Reader:
        """Return a reader on a connection of its own, which cannot write; close it when done."""
        with translated():
            return Reader(connect(self.path, write=False, immutable=self._opened.immutable))

    def warm(self) -> None:
        """Load what the first write needs, so that the first key press does not wait for it."""
        self._writer()

    def _writer(self) -> Connection:
        if self._connection is None:
            from sqlalchemy import StaticPool, create_engine, event

            from recruiter_tui.store import writing  # noqa: F401  # loads the statements as well

            self._engine = create_engine(
                "sqlite://", creator=lambda: self._raw, poolclass=StaticPool, hide_parameters=True
            )
            event.listen(self._engine, "begin", lambda each: each.exec_driver_sql("BEGIN IMMEDIATE"))
            self._connection = self._engine.connect()
        return self._connection

    def _check_still_there(self) -> None:
        if self._opened.full:
            message = "the disk is full, so the store can only be read"
            raise Refused(message, "make room on it and start again")
        if self.read_only:
            message = "the store can only be read here"
            raise Refused(message, "ask for the right to write to the file and its folder")
        if Identity.of(self.path) != self._opened.identity:
            message = f"{self.path} was moved, deleted or replaced while it was open"
            raise Refused(
                message,
                "nothing was written; save a copy with `recruiter-tui backup`, then start again",
            )

    @contextmanager
    def transaction(self, *, staging: bool = False, large: bool = False) -> Iterator[Connection]:
        """Hold the one write transaction; only units, loadings and the sweep use it.

        `staging` does not wait for the disk, where the log allows that: what nobody was promised may be lost
        in a power cut, and the next transaction that waits takes it along. What is `large` waits for it,
        and goes from the log to the file with the next one.
        """
        self._check_still_there()
        connection = self._writer()
        with (
            translated(),
            self._log.hurried() if staging else self._log.held() if large else nullcontext(),
            connection.begin(),
        ):
            yield connection

    def end_staging(self) -> None:
        """Bring what was staged from the log into the file.

        Until then no act between two chunks has to carry an import's pages over.
        """
        self._log.carry_over()

    @contextmanager
    def write(
        self,
        actor: str,
        kind: str,
        summary: str = "",
        *,
        subject: str = "",
        undoable: bool = True,
        large: bool = False,
    ) -> Iterator[Unit]:
        """Do one act: everything in the block stands together, journalled, or not at all.

        `kind` and `subject` are public; `summary` may name people and lies beside the chain. Raises Refused
        where the store cannot be written or another program holds it for more than 5 s, Conflict where a
        row moved. For `large` see `transaction`.
        """
        from recruiter_tui.store.writing import Unit

        with self.transaction(large=large) as connection:
            unit = Unit(
                connection, Reader(self._raw), Act(actor, kind, self.now(), subject, undoable), summary
            )
            yield unit
            unit.close()

    def record(
        self, actor: str, kind: str, summary: str, *, subject: str = "", details: Iterable[str] = ()
    ) -> int:
        """Journal an act that changes no row, such as an export, and return its entry."""
        with self.write(actor, kind, summary, subject=subject, undoable=False) as unit:
            unit.always = True
            for line in details:
                unit.detail(line)
        return unit.sequence

    def undo(self, actor: str, then: Then | None = None) -> Undone:
        """Take the newest act back; raises NotFound if there is none, Conflict if a row has moved."""
        return self._turn(actor, history.UNDO, then)

    def redo(self, actor: str, then: Then | None = None) -> Undone:
        """Bring again what was taken back last; a new act since leaves nothing to bring."""
        return self._turn(actor, history.REDO, then)

    def _turn(self, actor: str, kind: str, then: Then | None) -> Undone:
        from recruiter_tui.store.undoing import turn_round
        from recruiter_tui.store.writing import Unit

        with self.transaction() as connection:
            undo = kind == history.UNDO
            target = history.next_undo(self._raw) if undo else history.next_redo(self._raw)
            if target is None:
                raise NotFound("there is nothing to undo" if undo else "there is nothing to redo")
            bundle, told = self._entry(target)
            if not undo:
                bundle = self._last_undo_of(target)
            act = Act(actor, kind, self.now(), f"#{target}", undoable=False, undoes=target)
            unit = Unit(connection, Reader(self._raw), act, f"{'Undone' if undo else 'Done again'}: {told}")
            turn_round(unit, self._raw, bundle)
            touched = unit.touched
            if then is not None:
                then(unit, touched)
            unit.always = True
            unit.close()
        return Undone(unit.sequence, target, told, touched)

    def _entry(self, seq: int) -> tuple[int, str]:
        found = self._raw.execute(
            "SELECT event.bundle, image.after FROM event LEFT JOIN image"
            " ON image.bundle = event.bundle AND image.position = 0 WHERE event.seq = ?",
            (seq,),
        ).fetchone()
        return int(found[0]), history.told(found[1])[0]

    def _last_undo_of(self, seq: int) -> int:
        (bundle,) = self._raw.execute(
            "SELECT bundle FROM event WHERE kind = 'undo' AND undoes = ? ORDER BY seq DESC LIMIT 1", (seq,)
        ).fetchone()
        return int(bundle)

    def take_back_act(self, actor: str, kind: str, act: tuple[str, str], then: Then | None = None) -> Undone:
        """Take the newest act of a kind and subject back, also where other acts followed, as an act `kind`.

        Raises NotFound where there was none such, Conflict where its rows moved since. Undo takes this back
        in its turn.
        """
        from recruiter_tui.store.undoing import turn_round
        from recruiter_tui.store.writing import Unit

        with self.transaction() as connection:
            found = self._raw.execute(
                "SELECT seq, bundle FROM event WHERE kind = ? AND subject = ? ORDER BY seq DESC LIMIT 1", act
            ).fetchone()
            if found is None:
                message = "this was not done here, or its record was erased"
                raise NotFound(message, "look at the history")
            seq, bundle = int(found[0]), int(found[1])
            told = self._entry(seq)[1]
            unit = Unit(
                connection, Reader(self._raw), Act(actor, kind, self.now(), act[1]), f"Taken back: {told}"
            )
            turn_round(unit, self._raw, bundle)
            touched = unit.touched
            if then is not None:
                then(unit, touched)
            unit.close()
        return Undone(unit.sequence, seq, told, touched)

    def load(self, actor: str, vacancy: int, source: str) -> Loading:
        """Begin a bulk import: rows are staged in chunks, invisible, until its last transaction."""
        from recruiter_tui.store.loading import Loading

        return Loading.begin(self, actor, vacancy, source)

    def entries(self, limit: int, before: int | None = None) -> list[EntryLine]:
        """Return the newest journal entries, newest first."""
        return Reader(self._raw).entries(limit, before)

    def condition(self) -> Condition:
        """Return how the store stands on this machine, with advice where something could be better."""
        from recruiter_tui.store.condition import condition

        return condition(self._raw, self._opened)

    def changed_elsewhere(self) -> bool:
        """Tell whether another connection has written since this was last asked; own writes do not count."""
        now = self._data_version()
        changed, self._seen = now != self._seen, now
        return changed

    def _data_version(self) -> int:
        with translated():
            return int(self._raw.execute("PRAGMA data_version").fetchone()[0])

    def verify(self, anchor: tuple[int, str] | None = None) -> Proof:
        """Prove journal and store against each other; see `verifying.verify`."""
        from recruiter_tui.store.verifying import verify

        return verify(self._raw, anchor)

    def anchor(self) -> tuple[int, str]:
        """Return number and hash of the last journal entry, to be kept outside; (0, "") before the first."""
        row = self._raw.execute("SELECT seq, hash FROM event ORDER BY seq DESC LIMIT 1").fetchone()
        return (0, "") if row is None else (int(row[0]), bytes(row[1]).hex())

    def back_up(self, target: Path) -> Path:
        """Copy the store, consistent and checked, to a new file that only its owner can read."""
        return back_up(self._raw, target)

"""How far a queue has come: what was decided in it, who still waits, and how fast the work goes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from recruiter_tui.domain.application import Disposition
from recruiter_tui.domain.trail import pace

if TYPE_CHECKING:
    from collections.abc import Sequence

    from recruiter_tui.services.room import Room
    from recruiter_tui.store.reading import Reader


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the queue has come."""

    done: int
    """Applications of the queue with a verdict or withdrawn."""
    total: int
    pace: float | None
    """Median seconds a verdict of this person's latest; None for too few."""
    counts: Mapping[Disposition, int] = field(default_factory=dict)
    """How many of the queue stand where; absent means none."""
    reasons: Mapping[str, int] = field(default_factory=dict)
    """Why people of the queue are not suitable, by reason code, the commonest first."""
    waiting: tuple[int, ...] = ()
    """The places in the queue of those on whom nobody decided yet."""

    @property
    def left(self) -> float | None:
        """Return the seconds that the rest will take at this pace."""
        return None if self.pace is None else self.pace * (self.total - self.done)

    def next_waiting(self, at: int) -> int | None:
        """Return the first place after `at` that still waits, else the first of all; None where none does."""
        return next((place for place in self.waiting if place > at), next(iter(self.waiting), None))


def progress(room: Room, reader: Reader, vacancy: str, keys: Sequence[int]) -> Progress:
    """Count how the applications of a queue stand."""
    wanted = set(keys)
    counts: Counter[Disposition] = Counter()
    reasons: Counter[str] = Counter()
    mine: list[str] = []
    waiting = set()
    with reader.snapshot():
        table = room.tables.of(reader, reader.vacancy_key(vacancy))
        columns = ("disposition", "decided_by", "decided_at", "reason")
        for key, place, by, at, reason in zip(table.keys, *map(table.raw, columns), strict=True):
            if key not in wanted:
                continue
            disposition = Disposition(place)
            counts[disposition] += 1
            if disposition is Disposition.NEW:
                waiting.add(key)
            elif by == room.actor and at:
                mine.append(at)
            if disposition is Disposition.NOT_SUITABLE:
                reasons[reason or ""] += 1
    places = tuple(place for place, key in enumerate(keys) if key in waiting)
    done = counts.total() - len(waiting)
    return Progress(done, len(keys), pace(mine), dict(counts), dict(reasons.most_common()), places)

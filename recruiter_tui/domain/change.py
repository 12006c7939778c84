"""What changed, as images of rows before and after: what undo and the journal speak."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import TypeAlias

Image: TypeAlias = Mapping[str, object]
"""A row's columns by name."""


@dataclass(frozen=True, slots=True)
class RowImage:
    """One row before and after a change: without `before` it came into being, without `after` it went."""

    table: str
    key: int | str | tuple[int | str, ...]
    before: Image | None
    after: Image | None

    def __post_init__(self) -> None:
        """Refuse an image of nothing at all."""
        if self.before is None and self.after is None:
            message = f"a change to {self.table} {self.key!r} shows the row neither before nor after"
            raise ValueError(message)

    def inverse(self) -> RowImage:
        """Return the image that takes the row back."""
        return replace(self, before=self.after, after=self.before)

    @property
    def changes_something(self) -> bool:
        """Tell whether the row differs before and after."""
        return self.before != self.after

    @property
    def columns(self) -> tuple[str, ...]:
        """Return the names of the columns that differ, sorted."""
        before, after = self.before or {}, self.after or {}
        absent = object()
        names = before.keys() | after.keys()
        return tuple(sorted(name for name in names if before.get(name, absent) != after.get(name, absent)))


@dataclass(frozen=True, slots=True)
class Change:
    """One act of a person: all rows that it touched, in order, with one line that says what was done."""

    summary: str
    rows: tuple[RowImage, ...] = ()
    inverted: bool = False
    """Whether this change takes back the act that `summary` names."""

    @classmethod
    def of(cls, summary: str, rows: Iterable[RowImage]) -> Change:
        """Return the change, with several images of one row joined and unchanged rows left out."""
        joined: dict[tuple[str, object], RowImage | None] = {}
        for row in rows:
            place = (row.table, row.key)
            earlier = joined.pop(place, None)
            joined[place] = row if earlier is None else _joined(earlier, row)
        return cls(
            summary, tuple(row for row in joined.values() if row is not None and row.changes_something)
        )

    def inverse(self) -> Change:
        """Return the change that takes this one back, last row first."""
        return Change(self.summary, tuple(row.inverse() for row in reversed(self.rows)), not self.inverted)

    @property
    def sentence(self) -> str:
        """Return what was done as one line for the history."""
        return f"Undone: {self.summary}" if self.inverted else self.summary

    @property
    def is_empty(self) -> bool:
        """Tell whether nothing changed at all."""
        return not any(row.changes_something for row in self.rows)


def _joined(first: RowImage, second: RowImage) -> RowImage | None:
    """Return two images of one row as one; None where the row came and went within the act."""
    if first.before is None and second.after is None:
        return None
    return replace(first, after=second.after)

"""Rows that tell how many of them were taken, and can stop whoever takes them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol, overload

from recruiter_tui.domain.errors import Refused

if TYPE_CHECKING:
    from collections.abc import Iterator

    from recruiter_tui.writing.shortlist import Row

_EVERY = 100


class Watcher(Protocol):
    """Somebody who is told how far work has come and can stop it; asked from the thread that works."""

    def progress(self, done: int, total: int | None) -> None:
        """Hear how far it is."""

    def cancelled(self) -> bool:
        """Say whether it shall end."""


class WatchedRows(Sequence["Row"]):
    """The rows of an export while it is written."""

    def __init__(self, rows: Sequence[Row], watcher: Watcher | None) -> None:
        """Take the rows, and who watches."""
        self._rows, self._watcher = rows, watcher

    def __len__(self) -> int:
        """Return how many rows there are."""
        return len(self._rows)

    @overload
    def __getitem__(self, place: int) -> Row: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[Row]: ...
    def __getitem__(self, place: int | slice) -> Row | Sequence[Row]:
        """Return a row, or some."""
        return self._rows[place]

    def __iter__(self) -> Iterator[Row]:
        """Give the rows; raises Refused in between where the work was stopped."""
        for number, row in enumerate(self._rows):
            if self._watcher is not None and number % _EVERY == 0:
                self._watcher.progress(number, len(self._rows))
                if self._watcher.cancelled():
                    problem = "the export was stopped"
                    raise Refused(problem, "no file was written")
            yield row

"""Where a table's lines come from: a sequence of ids and a way to read the few rows that are in view."""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING, Generic, TypeVar

from recruiter_tui.domain.errors import RecruiterError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

Key = int | str
"""What names a row for good: an application's key, a vacancy's id."""
Row = TypeVar("Row")

PAGE = 64
"""Rows that are read at once."""
_PAGES_KEPT = 64
_FEW = 8
"""Ids that are searched one by one; an index of all of them pays from more on."""


class Roll(Generic[Row]):
    """A sequence of ids whose rows are fetched in pages when they come into view, and kept a while."""

    def __init__(
        self, keys: Sequence[Key], fetch: Callable[[Sequence[Key]], Sequence[Row]], total: int = 0
    ) -> None:
        """Take the ids in their order and what reads rows for some of them, in the order given.

        `total` says how many rows there will be, where the ids are only the first of them so far.
        """
        self._keys = keys
        self.total = max(total, len(keys))
        self._fetch = fetch
        self._pages: OrderedDict[int, Sequence[Row]] = OrderedDict()
        self._places: dict[Key, int] | None = None

    @property
    def count(self) -> int:
        """How many rows there are."""
        return len(self._keys)

    @property
    def keys(self) -> Sequence[Key]:
        """Return the ids in their order."""
        return self._keys

    def key_at(self, index: int) -> Key:
        """Return the id of a row."""
        return self._keys[index]

    def index_of(self, key: Key) -> int | None:
        """Return where a row is; one search in C costs less than an index that is used once."""
        if self._places is not None:
            return self._places.get(key)
        try:
            return self._keys.index(key)
        except ValueError:
            return None

    def places(self, keys: Iterable[Key]) -> dict[Key, int]:
        """Return where those of `keys` are that are among the rows; many at once pay for an index."""
        wanted = list(keys)
        if self._places is None and len(wanted) <= _FEW:
            found = {key: self.index_of(key) for key in wanted}
            return {key: index for key, index in found.items() if index is not None}
        if self._places is None:
            self._places = {key: index for index, key in enumerate(self._keys)}
        return {key: self._places[key] for key in wanted if key in self._places}

    def completed_by(self, keys: Sequence[Key]) -> bool:
        """Take all ids where those so far are the first of them, and tell whether they are."""
        known = len(self._keys)
        if known > len(keys) or keys[:known] != self._keys:
            return False
        self._keys, self.total, self._places = keys, len(keys), None
        self._pages.pop(max(0, known - 1) // PAGE, None)  # its rows may have ended before the page did
        return True

    def row_of(self, key: Key) -> Row | None:
        """Return one row by its id, as it was last read."""
        index = self.index_of(key)
        rows = self.rows_now(index, 1) if index is not None else ()
        return rows[0] if rows else None

    def rows_now(self, first: int, count: int) -> Sequence[Row]:
        """Return up to `count` rows from `first`, out of pages; a page that cannot be read is empty."""
        rows: list[Row] = []
        index, stop = first, min(first + count, len(self._keys))
        while index < stop:
            page, offset = divmod(index, PAGE)
            part = self._page(page)[offset : offset + stop - index]
            if not part:
                break
            rows.extend(part)
            index += len(part)
        return rows

    def forget(self, keys: Iterable[Key] | None = None) -> None:
        """Read the rows of `keys`, or all of them, again when they are next in view."""
        if keys is None:
            self._pages.clear()
            return
        for index in self.places(keys).values():
            self._pages.pop(index // PAGE, None)

    def _page(self, number: int) -> Sequence[Row]:
        page = self._pages.get(number)
        if page is None:
            keys = self._keys[number * PAGE : (number + 1) * PAGE]
            try:
                page = self._fetch(keys)
            except RecruiterError:
                # The lines stay empty; the next poll or key tries again, and a use case says what is wrong.
                return ()
            self._pages[number] = page
            if len(self._pages) > _PAGES_KEPT:
                self._pages.popitem(last=False)
        else:
            self._pages.move_to_end(number)
        return page

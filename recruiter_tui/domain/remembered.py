"""Answers that many people share: worked out once for equal facts, as thousands have the same few."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

T = TypeVar("T")

_MOST: Final = 4_096
"""Answers beyond which people hardly share any, and all are let go."""


class Remembered(Generic[T]):
    """What was worked out before, by the facts that it rests on; several threads may ask."""

    def __init__(self) -> None:
        """Remember nothing yet."""
        self._known: dict[Hashable, T] = {}

    def get(self, facts: Hashable, work_out: Callable[[], T]) -> T:
        """Return the answer for some facts."""
        found = self._known.get(facts)
        if found is None:
            if len(self._known) >= _MOST:
                self._known = {}
            found = self._known[facts] = work_out()
        return found

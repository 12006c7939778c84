"""The order of a shortlist: tier by tier, then by rank; a tier is a gate, so nobody moves across it (R15)."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from recruiter_tui.domain.errors import NotFound, Refused

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


@dataclass(frozen=True, slots=True)
class Ranked:
    """One shortlisted application: its tier as screening found it, and its rank so far."""

    key: int
    tier: int | None
    rank: int | None = None
    """None for one that was not ranked yet; it comes last in its tier."""


def tier_order(tier: int | None) -> float:
    """Return the place of a tier in every order: the first tier first, the unknown last."""
    return math.inf if tier is None else tier


def in_order(entries: Iterable[Ranked]) -> list[Ranked]:
    """Return the entries tier by tier, then by rank, then as they came into the store."""
    return sorted(entries, key=_place)


def _place(entry: Ranked) -> tuple[float, float, int]:
    return tier_order(entry.tier), math.inf if entry.rank is None else entry.rank, entry.key


def ranks(entries: Iterable[Ranked]) -> dict[int, int]:
    """Return the rank of every key, 1 for the first, without gaps."""
    return {entry.key: rank for rank, entry in enumerate(in_order(entries), 1)}


def move(entries: Iterable[Ranked], key: int, steps: int) -> dict[int, int]:
    """Return the ranks after moving one entry down by `steps` (up where negative), within its tier.

    At the list's own ends it stays where it is; Refused where it would pass somebody of another tier.
    """
    order = in_order(entries)
    at = _index(order, key)
    return _moved(order, at, min(max(at + steps, 0), len(order) - 1))


def place(entries: Iterable[Ranked], key: int, rank: int) -> dict[int, int]:
    """Return the ranks after setting one entry to a rank from 1; Refused outside its tier."""
    order = in_order(entries)
    if not 1 <= rank <= len(order):
        message = f"there is no rank {rank}"
        raise Refused(message, f"the shortlist has ranks 1 to {len(order)}")
    return _moved(order, _index(order, key), rank - 1)


def _index(order: Sequence[Ranked], key: int) -> int:
    for at, entry in enumerate(order):
        if entry.key == key:
            return at
    message = "this application is not on the shortlist"
    raise NotFound(message, "shortlist it first")


def _moved(order: list[Ranked], at: int, to: int) -> dict[int, int]:
    """Return the ranks with the entry at `at` put to `to`."""
    entry = order[at]
    if order[to].tier != entry.tier:
        first, second = (_tier_in_words(order[end].tier) for end in sorted((at, to)))
        message = f"{first} stays before {second}"
        raise Refused(message, "move it within its tier")
    order.insert(to, order.pop(at))
    return {known.key: rank for rank, known in enumerate(order, 1)}


def _tier_in_words(tier: int | None) -> str:
    return "an unknown tier" if tier is None else f"tier {tier}"

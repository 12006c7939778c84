"""Entries of the journal as people read them."""

from __future__ import annotations

import itertools
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from recruiter_tui.services.views import HistoryEntry


def folded(entries: Iterable[HistoryEntry]) -> list[HistoryEntry]:
    """Return the entries with neighbours in which the program wrote findings by itself as one."""
    found: list[HistoryEntry] = []
    for is_upkeep, run in itertools.groupby(entries, key=lambda entry: entry.is_upkeep):
        one, *more = run
        if not is_upkeep:
            found += [one, *more]
        elif more:
            found.append(replace(one, summary=f"{one.summary} (with {len(more)} more such entries)"))
        else:
            found.append(one)
    return found

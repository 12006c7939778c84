"""How the journal is read."""

from __future__ import annotations

import datetime as dt

from recruiter_tui.services.entries import folded
from recruiter_tui.services.views import HistoryEntry


def test_what_the_program_writes_by_itself_is_one_line() -> None:
    at = dt.datetime(2026, 11, 22, 9, tzinfo=dt.UTC)

    def entry(number: int, *, upkeep: bool) -> HistoryEntry:
        return HistoryEntry(number, at, "awa", f"entry {number}", is_upkeep=upkeep)

    entries = [entry(number, upkeep=number in {6, 5, 4, 2}) for number in range(7, 0, -1)]
    assert [(one.sequence, one.summary) for one in folded(entries)] == [
        (7, "entry 7"),
        (6, "entry 6 (with 2 more such entries)"),
        (3, "entry 3"),
        (2, "entry 2"),
        (1, "entry 1"),
    ]

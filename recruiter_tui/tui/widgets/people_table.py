"""People in a short list beside other things: a sign, the name, number, tier and where they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from recruiter_tui.tui.signs import Ink, disposition_sign, outcome_sign
from recruiter_tui.tui.text import fit, safe
from recruiter_tui.tui.widgets.record_table import RecordTable
from recruiter_tui.tui.widgets.source import Roll

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from recruiter_tui.services.views import ApplicationRow
    from recruiter_tui.tui.widgets.lines import Run

_ROOMY = 44


class PeopleTable(RecordTable["ApplicationRow"]):
    """Applications with a word about each."""

    def __init__(self, name: str = "people") -> None:
        """Start empty."""
        super().__init__(id=name)
        self._leads: Mapping[int, Run] = {}

    def put(
        self,
        keys: Sequence[int],
        people: Callable[[Sequence[int]], Sequence[ApplicationRow]],
        leads: Mapping[int, Run] | None = None,
    ) -> None:
        """Show applications; `leads` stand before the names."""
        self._leads = leads or {}
        self.show(Roll(keys, lambda wanted: people([int(key) for key in wanted])))

    def key(self) -> int | None:
        """Return the application under the cursor."""
        return None if self.cursor_key is None else int(self.cursor_key)

    def row_runs(
        self,
        row: ApplicationRow,
        line: int,  # noqa: ARG002 - an application takes one line
        width: int,
        *,
        marked: bool,  # noqa: ARG002 - nobody is marked here
        current: bool,
    ) -> Sequence[Run]:
        """Draw one application."""
        lead, ink = self._leads.get(row.key, ("", Ink.DIM))
        runs: list[Run] = [(" " + lead + (" " if lead else ""), ink)]
        room = width - len(lead) - 2
        name = max(8, min(34, room - (33 if room >= _ROOMY else 6)))
        runs.append((fit(safe(row.name) or safe(row.application), name), Ink.STRONG if current else Ink.TEXT))
        if room >= _ROOMY:
            runs.append(("  " + fit(safe(row.application), 8), Ink.FAINT))
        outcome, standing = outcome_sign(row.outcome), disposition_sign(row.disposition)
        runs += [("  " + outcome.sign, outcome.ink), ("  " + standing.sign, standing.ink)]
        if room >= _ROOMY:
            runs.append((f" {standing.word}", standing.ink))
        return runs

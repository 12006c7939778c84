"""The short list as lines: rank, the columns of the candidates, and a thin rule before each tier."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from recruiter_tui.services.views import ApplicationRow
from recruiter_tui.tui.signs import Ink, tier_word
from recruiter_tui.tui.text import fit
from recruiter_tui.tui.widgets.candidate_columns import Column, columns
from recruiter_tui.tui.widgets.record_table import RecordTable
from recruiter_tui.tui.widgets.source import Key, Roll

if TYPE_CHECKING:
    from collections.abc import Sequence

    from recruiter_tui.tui.widgets.lines import Run

_RANK: Final = 4
"""Cells of the rank, with the blank after it."""

_SAID: Final = ("tier", "disposition")
"""Columns that the rules and the screen's name say already."""
_SPARE: Final = range(24, -1, -1)
"""Cells that those columns may have taken, the most first."""


@dataclass(frozen=True, slots=True)
class TierRule:
    """The rule above the candidates of one tier."""

    tier: int | None
    count: int

    @property
    def key(self) -> str:
        """Return what names the rule among the rows."""
        return f"tier {self.tier}"


def with_rules(rows: Sequence[ApplicationRow]) -> list[ApplicationRow | TierRule]:
    """Return the rows with a rule before each tier."""
    shown: list[ApplicationRow | TierRule] = []
    for row in rows:
        last = shown[-1] if shown else None
        if not isinstance(last, ApplicationRow) or last.tier != row.tier:
            shown.append(TierRule(row.tier, sum(1 for one in rows if one.tier == row.tier)))
        shown.append(row)
    return shown


class ShortlistTable(RecordTable[ApplicationRow | TierRule]):
    """The shortlisted in rank order."""

    empty_text = "nobody is on the short list yet (s on the desk)"
    head_lines = 1

    def __init__(self) -> None:
        """Start empty."""
        super().__init__(id="shortlist")
        self._columns: tuple[int, tuple[Column, ...]] = (0, ())

    def fill(self, rows: Sequence[ApplicationRow], *, start: Key | None = None) -> None:
        """Show the rows, the tiers set apart."""
        shown = {row.key: row for row in with_rules(rows)}
        self.show(Roll(tuple(shown), lambda keys: [shown[key] for key in keys]), start=start)
        self.go(self.cursor)

    def application(self) -> ApplicationRow | None:
        """Return the application under the cursor."""
        row = self.row()
        return row if isinstance(row, ApplicationRow) else None

    def go(self, index: int) -> None:
        """Put the cursor on an application: rules are stepped over."""
        count = self.source.count
        if not count:
            super().go(index)
            return
        wanted = max(0, min(index, count - 1))
        way = -1 if wanted < self.cursor else 1
        for place in (*range(wanted, count if way > 0 else -1, way), *range(wanted, -1, -1), *range(count)):
            if isinstance(self.source.key_at(place), int):
                super().go(place)
                return

    def head_runs(self, y: int, width: int) -> Sequence[Run]:  # noqa: ARG002 - the head is one line
        """Draw the columns' names."""
        heads = [(fit(one.head, one.width, one.align) + " ", Ink.DIM) for one in self._laid_out(width)]
        return [("  " + " " * _RANK, Ink.DIM), *heads]

    def row_runs(
        self,
        row: ApplicationRow | TierRule,
        line: int,  # noqa: ARG002 - a candidate takes one line
        width: int,
        *,
        marked: bool,  # noqa: ARG002 - the short list has no marks
        current: bool,
    ) -> Sequence[Run]:
        """Draw one candidate, or the rule above a tier."""
        if isinstance(row, TierRule):
            title = f"{tier_word(row.tier)} · {row.count}"
            return [("  " + title + " ", Ink.DIM), ("─" * max(0, width - len(title) - 3), Ink.RULE)]
        rank = "" if row.rank is None else str(row.rank)
        runs: list[Run] = [("  " + fit(rank, _RANK - 1, "right") + " ", Ink.STRONG if current else Ink.DIM)]
        for column in self._laid_out(width):
            text, ink = column.cell(row, column.width)
            shown = Ink.STRONG if current and column.id == "name" else ink
            runs.append((fit(text, column.width, column.align) + " ", shown))
        return runs

    def _laid_out(self, width: int) -> tuple[Column, ...]:
        """Return the columns for a row of `width` cells; the tier stands in the rules."""
        if self._columns[0] != width:
            room = width - 2 - _RANK
            laid_out = (tuple(one for one in columns(room + more) if one.id not in _SAID) for more in _SPARE)
            self._columns = (width, next((kept for kept in laid_out if _taken(kept) <= room), ()))
        return self._columns[1]


def _taken(laid_out: Sequence[Column]) -> int:
    """Return the cells that columns take, a blank after each."""
    return sum(one.width + 1 for one in laid_out) - 1

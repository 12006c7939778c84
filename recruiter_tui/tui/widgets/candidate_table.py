"""The candidates of a vacancy as lines: who, which tier, what screening found, where it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from recruiter_tui.tui.commands import key
from recruiter_tui.tui.signs import Ink, mark_sign
from recruiter_tui.tui.text import fit
from recruiter_tui.tui.widgets.candidate_columns import SORTABLE, Column, columns, no_tier
from recruiter_tui.tui.widgets.record_table import RecordTable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from recruiter_tui.services.views import ApplicationRow
    from recruiter_tui.tui.drawing.steps import Standing
    from recruiter_tui.tui.widgets.lines import Run
    from recruiter_tui.tui.widgets.source import Key, Roll

_LOOKED_AT: Final = 64
"""Rows that say whether anybody is tagged; they are read for the first picture anyway."""


class CandidateTable(RecordTable["ApplicationRow"]):
    """The applications of one vacancy."""

    empty_text = ""
    head_lines = 1

    def __init__(self) -> None:
        """Start in the order of tiers."""
        super().__init__(id="candidates")
        self.sort = "tier"
        self._tiered = True
        self._tagged = False
        self._columns: tuple[int, tuple[Column, ...]] = (0, ())
        self.standing: Standing | None = None
        """Where the vacancy stands on its way to a short list; None until it is known."""
        self._query = ""
        self._hidden = 0

    def guide(self, standing: Standing, query: str, shown: int) -> None:
        """Say where the vacancy stands, by what it is filtered, and how many that shows."""
        said = (standing, query, max(0, standing.people - shown))
        if said != (self.standing, self._query, self._hidden):
            self.standing, self._query, self._hidden = said
            self.repaint_others()

    def empty_lines(self, width: int, height: int) -> Sequence[Sequence[Run]]:
        """Lead on where nobody is here yet; say how to see people again where a filter hides them."""
        if self.standing is None:
            return ()
        if self._query or self.standing.people:
            return [
                (),
                [("  nobody matches the filter", Ink.DIM)],
                [(f"  {key('pane.back')} ", Ink.ACCENT), ("clears it", Ink.FAINT)],
            ]
        from recruiter_tui.tui.drawing.steps import steps_lines

        return steps_lines(self.standing, width, height, titled=False)

    def end_runs(self) -> Sequence[Run]:
        """Say that this is everybody, or how many a filter hides."""
        if not self._query:
            return [("  end of the list", Ink.FAINT)]
        said = (
            f"  end: the filter hides {self._hidden:,} more  "
            if self._hidden
            else "  end: the filter hides nobody  "
        )
        return [(said, Ink.FAINT), (key("pane.back"), Ink.ACCENT), (" clears it", Ink.FAINT)]

    def have_tiers(self, tiered: bool) -> None:  # noqa: FBT001 - the fact itself
        """Say whether the vacancy has tiers; without them nobody's tier is open, there is none."""
        if tiered != self._tiered:
            self._tiered = tiered
            self._strips.clear()
            self.refresh()

    def show(self, source: Roll[ApplicationRow], *, start: Key | None = None, same: bool = False) -> None:
        """Show other rows, their tags among the first columns where the first ones have any."""
        tagged = any(row.tags for row in source.rows_now(0, _LOOKED_AT))
        if tagged != self._tagged:
            self._tagged = tagged
            self._columns = (0, ())
            same = False
        super().show(source, start=start, same=same)

    def columns(self, width: int) -> tuple[Column, ...]:
        """Return the columns for a line of `width` cells, less the mark."""
        if self._columns[0] != width:
            self._columns = (width, columns(width - 2, tagged=self._tagged))
        return self._columns[1]

    def head_runs(self, y: int, width: int) -> Sequence[Run]:  # noqa: ARG002 - the head is one line
        """Draw the columns' names; the one that orders the rows carries an arrow."""
        if self.standing is not None and not self.standing.people:
            return ()
        runs: list[Run] = [("  ", Ink.DIM)]
        order, arrow = self.sort.removeprefix("-"), "▴" if self.sort.startswith("-") else "▾"
        for column in self.columns(width):
            sorted_by = column.id == order
            head = column.head
            if sorted_by:
                head = head[: column.width - 1] + arrow if len(head) >= column.width else head + arrow
            runs.append((fit(head, column.width, column.align) + " ", Ink.ACCENT if sorted_by else Ink.DIM))
        return runs

    def row_runs(
        self,
        row: ApplicationRow,
        line: int,  # noqa: ARG002 - a candidate takes one line
        width: int,
        *,
        marked: bool,
        current: bool,
    ) -> Sequence[Run]:
        """Draw one candidate."""
        runs: list[Run] = [(mark_sign() + " " if marked else "  ", Ink.ACCENT)]
        shown = self.columns(width)
        for column in shown:
            cell = no_tier if column.id == "tier" and not self._tiered else column.cell
            text, ink = cell(row, column.width)
            if current and column.id == "name":
                ink = Ink.STRONG
            blank = "" if column is shown[-1] else " "
            runs.append((fit(text, column.width, column.align) + blank, ink))
        return runs

    def column_at(self, x: int) -> str | None:
        """Return the order that a click at cell `x` of the head asks for."""
        left = 2
        for column in self.columns(self.size.width - 1):
            left += column.width + 1
            if x < left:
                return column.id if column.id in SORTABLE else None
        return None

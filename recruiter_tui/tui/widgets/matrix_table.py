"""Criteria by candidates: a sign in every cell, drawn from columns of bytes, so that any size scrolls."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Final

from textual.geometry import Region
from textual.message import Message

from recruiter_tui.domain.requirement import Necessity
from recruiter_tui.domain.whatif import OPEN
from recruiter_tui.tui.signs import Ink, outcome_sign
from recruiter_tui.tui.text import fit, safe
from recruiter_tui.tui.widgets.matrix_columns import Layout, family_head, over
from recruiter_tui.tui.widgets.record_table import RecordTable
from recruiter_tui.tui.widgets.source import Roll

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from textual.events import Click, Key, Resize

    from recruiter_tui.services.views import ApplicationRow
    from recruiter_tui.tui.widgets.lines import Run
    from recruiter_tui.tui.widgets.matrix_columns import MatrixColumn

_NAME: Final = (12, 30)


class MatrixTable(RecordTable["ApplicationRow"]):
    """The matrix; rows are applications under the desk's filter and order."""

    empty_text = "nobody is in this view"
    head_lines = 2
    """Families, and what the criteria within them are called."""

    class ColumnChanged(Message):
        """The cursor stands on another criterion."""

    def __init__(self) -> None:
        """Start empty."""
        super().__init__(id="matrix")
        self.columns: tuple[MatrixColumn, ...] = ()
        self.chosen = 0
        self.left = 0
        self._places: Mapping[int, int] = {}
        self._laid: tuple[int, Layout] | None = None

    def put(
        self,
        columns: Sequence[MatrixColumn],
        places: Mapping[int, int],
        keys: Sequence[int],
        people: Callable[[Sequence[int]], Sequence[ApplicationRow]],
    ) -> None:
        """Show a matrix.

        Args:
            columns: The criteria from left to right.
            places: Where each application stands in the columns' bytes.
            keys: The applications from top to bottom.
            people: Reads the rows of applications.
        """
        held = self.column.id if self.column is not None else ""
        self.columns, self._places, self._laid = tuple(columns), places, None
        self.chosen = next((n for n, one in enumerate(self.columns) if one.id == held), 0)
        self.show(Roll(keys, lambda wanted: people([int(key) for key in wanted])))
        self._column_in_view()
        self.refresh()

    @property
    def column(self) -> MatrixColumn | None:
        """Return the criterion under the cursor."""
        return self.columns[self.chosen] if self.chosen < len(self.columns) else None

    def code(self, key: int, column: MatrixColumn) -> int:
        """Return what a cell says."""
        place = self._places.get(key)
        return OPEN if place is None else column.codes[place]

    # -- columns -------------------------------------------------------------------------------------

    def _name_cells(self, width: int) -> int:
        return max(_NAME[0], min(_NAME[1], width // 4))

    def _room(self) -> int:
        """Return how many cells there are for criteria."""
        return max(1, self.size.width - self._name_cells(self.size.width) - 8)

    @property
    def _layout(self) -> Layout:
        """Return headings and cells for the present width."""
        room = self._room()
        if self._laid is None or self._laid[0] != room:
            self._laid = room, Layout.fitting(self.columns, room)
        return self._laid[1]

    def choose(self, column: int) -> None:
        """Put the cursor on a criterion and the criterion into view."""
        before, left = self.chosen, self.left
        self.chosen = max(0, min(column, len(self.columns) - 1))
        if self.chosen == before:
            return
        self._column_in_view()
        self._strips.clear()
        if self.left == left:
            self.refresh(self._region(self.cursor), Region(0, 0, self.size.width, self.head_lines))
        else:
            self.refresh()
        self.post_message(self.ColumnChanged())

    def step_family(self, way: int) -> None:
        """Go to the first criterion of the next family, or of this one or the one before."""
        firsts = [
            n for n, one in enumerate(self.columns) if not n or self.columns[n - 1].family != one.family
        ]
        if way > 0:
            self.choose(next((n for n in firsts if n > self.chosen), self.chosen))
        else:
            self.choose(next((n for n in reversed(firsts) if n < self.chosen), 0))

    def _column_in_view(self) -> None:
        self.left = self._layout.first(self.chosen, self.left, self._room())

    def _seen(self) -> Sequence[tuple[int, MatrixColumn]]:
        return [(n, self.columns[n]) for n in range(self.left, self._layout.stop(self.left, self._room()))]

    # -- drawing -------------------------------------------------------------------------------------

    def head_runs(self, y: int, width: int) -> Sequence[Run]:
        """Draw the families over their criteria, then what each of them is called."""
        name = self._name_cells(width)
        seen = self._seen()
        more = ("<" if self.left else " ", ">" if seen and seen[-1][0] < len(self.columns) - 1 else " ")
        if y:
            runs: list[Run] = [
                (" " + fit("Name", name) + " ", Ink.DIM),
                ("all", Ink.DIM),
                (more[0], Ink.ACCENT),
            ]
            layout = self._layout
            for place, column in seen:
                here = place == self.chosen
                ink = Ink.ACCENT if here else Ink.DIM if column.necessity is Necessity.ADVANTAGE else Ink.TEXT
                runs.append((over(layout.labels[place], layout.cells[place]), ink))
            return [*runs, (more[1], Ink.ACCENT)]
        runs = [(" " * (name + 6), Ink.DIM)]
        chosen = self.column.family if self.column is not None else ""
        for family, members in groupby(seen, key=lambda one: one[1].family):
            each = [self._layout.cells[place] for place, _one in members]
            cells = sum(each)
            if len(each) == 1 and len(family) < cells:
                runs.append((over(family, cells), Ink.STRONG if family == chosen else Ink.DIM))
                continue
            rule = "─" * max(0, cells - len(family) - 2)
            ink = Ink.STRONG if family == chosen else Ink.DIM
            runs += [(f"{family} " if rule else family_head(family, cells - 1), ink)]
            runs.append((f"{rule} " if rule else " ", Ink.RULE))
        return runs

    def row_runs(
        self,
        row: ApplicationRow,
        line: int,  # noqa: ARG002 - an application takes one line
        width: int,
        *,
        marked: bool,  # noqa: ARG002 - nobody is marked here
        current: bool,
    ) -> Sequence[Run]:
        """Draw one application: name, the whole, then a sign a criterion."""
        outcome = outcome_sign(row.outcome)
        name = fit(safe(row.name) or safe(row.application), self._name_cells(width))
        runs: list[Run] = [
            (" " + name + " ", Ink.STRONG if current else Ink.TEXT),
            (f" {outcome.sign}  ", outcome.ink),
        ]
        place, cells = self._places.get(row.key), self._layout.cells
        for number, column in self._seen():
            each = cells[number]
            before, after = " " * ((each - 1) // 2), " " * (each // 2)
            sign, ink = column.signs[OPEN if place is None else column.codes[place]]
            if current and number == self.chosen:
                runs += [(before[:-1] + "[", Ink.ACCENT), (sign, ink), ("]" + after[1:], Ink.ACCENT)]
            else:
                runs.append((before + sign + after, ink))
        return runs

    # -- events --------------------------------------------------------------------------------------

    def on_key(self, event: Key) -> None:
        """Move sideways; the table itself moves up and down."""
        way = {"left": -1, "right": 1}.get(event.key)
        if way is not None:
            event.stop()
            event.prevent_default()
            self.choose(self.chosen + way)

    def on_click(self, event: Click) -> None:
        """Put the cursor into the cell that was clicked."""
        aside = event.x - self._name_cells(self.size.width - 1) - 6
        if aside >= 0 and self.columns:
            self.choose(self._layout.at(aside, self.left))

    def on_resize(self, _event: Resize) -> None:
        """Keep the criterion in view."""
        self._column_in_view()

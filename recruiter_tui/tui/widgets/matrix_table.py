"""Criteria by candidates: a sign in every cell, drawn from columns of bytes, so that any size scrolls."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from typing import TYPE_CHECKING, Final

from textual.geometry import Region
from textual.message import Message

from recruiter_tui.domain.finding import Outcome
from recruiter_tui.domain.requirement import Necessity
from recruiter_tui.domain.whatif import CANNOT_TELL, MET, NOT_MET, OPEN
from recruiter_tui.tui.signs import Ink, necessity_sign, outcome_sign
from recruiter_tui.tui.text import fit, safe
from recruiter_tui.tui.widgets.record_table import RecordTable
from recruiter_tui.tui.widgets.source import Roll

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from textual.events import Click, Key, Resize

    from recruiter_tui.services.views import ApplicationRow
    from recruiter_tui.tui.widgets.lines import Run

CELL: Final = (3, 11)
"""Fewest and most cells of one criterion: its sign between blanks, or between brackets under the cursor."""
_NAME: Final = (12, 30)
_FEW: Final = 4
_OUTCOMES: Final = {MET: Outcome.MET, NOT_MET: Outcome.NOT_MET, CANNOT_TELL: Outcome.CANNOT_TELL, OPEN: None}


@dataclass(frozen=True)
class MatrixColumn:
    """One criterion: how it is called, and everybody's outcome as a byte each."""

    id: str
    family: str
    number: str
    title: str
    necessity: Necessity
    codes: bytes

    @cached_property
    def signs(self) -> dict[int, tuple[str, Ink]]:
        """Return what is drawn for each byte; an advantage that is lacking counts against nobody."""
        found: dict[int, tuple[str, Ink]] = {}
        for code, outcome in _OUTCOMES.items():
            sign = outcome_sign(outcome)
            lacking = self.necessity is Necessity.ADVANTAGE and outcome is Outcome.NOT_MET
            found[code] = sign.sign, Ink.FAINT if lacking else sign.ink
        return found

    def tally(self) -> str:
        """Return how many there are of each outcome, in words."""
        counts = ((self.codes.count(code), outcome_sign(outcome).word) for code, outcome in _OUTCOMES.items())
        return ", ".join(f"{count} {word}" for count, word in counts if count)


class MatrixTable(RecordTable["ApplicationRow"]):
    """The matrix; rows are applications under the desk's filter and order."""

    empty_text = "nobody is in this view"
    head_lines = 2
    """Families, and the criteria's numbers within them."""

    class ColumnChanged(Message):
        """The cursor stands on another criterion."""

    def __init__(self) -> None:
        """Start empty."""
        super().__init__(id="matrix")
        self.columns: tuple[MatrixColumn, ...] = ()
        self.chosen = 0
        self.left = 0
        self._places: Mapping[int, int] = {}

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
        self.columns, self._places = tuple(columns), places
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
        """Return how many criteria can be seen."""
        width = self.size.width
        return max(1, (width - self._name_cells(width) - 7) // self._each)

    @property
    def _each(self) -> int:
        """Return how many cells a criterion takes: as many as let all be seen, within bounds."""
        room = self.size.width - self._name_cells(self.size.width) - 7
        return max(CELL[0], min(CELL[1], room // max(1, len(self.columns))))

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
        room = self._room()
        if self.chosen < self.left:
            self.left = self.chosen
        elif self.chosen >= self.left + room:
            self.left = self.chosen - room + 1
        self.left = max(0, min(self.left, len(self.columns) - room))

    def _seen(self) -> Sequence[tuple[int, MatrixColumn]]:
        stop = self.left + self._room()
        return [(n, self.columns[n]) for n in range(self.left, min(stop, len(self.columns)))]

    # -- drawing -------------------------------------------------------------------------------------

    def head_runs(self, y: int, width: int) -> Sequence[Run]:
        """Draw the families over their criteria, then the numbers within the families."""
        name = self._name_cells(width)
        seen = self._seen()
        more = ("<" if self.left else " ", ">" if seen and seen[-1][0] < len(self.columns) - 1 else " ")
        if y:
            runs: list[Run] = [
                (" " + fit("Name", name) + " ", Ink.DIM),
                ("all", Ink.DIM),
                (more[0], Ink.ACCENT),
            ]
            for place, column in seen:
                here = place == self.chosen
                ink = Ink.ACCENT if here else Ink.DIM if column.necessity is Necessity.ADVANTAGE else Ink.TEXT
                runs.append((_middle(column.number, self._each), ink))
            return [*runs, (more[1], Ink.ACCENT)]
        runs = [(" " * (name + 6), Ink.DIM)]
        chosen = self.column.family if self.column is not None else ""
        for family, members in groupby(seen, key=lambda one: one[1].family):
            cells = self._each * sum(1 for _one in members)
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
        place, each = self._places.get(row.key), self._each
        before, after = " " * ((each - 1) // 2), " " * (each // 2)
        for number, column in self._seen():
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
            self.choose(min(self.left + aside // self._each, len(self.columns) - 1))

    def on_resize(self, _event: Resize) -> None:
        """Keep the criterion in view."""
        self._column_in_view()


def numbered(count: int, place: int, necessity: Necessity) -> str:
    """Return how a criterion is called within its family; an advantage carries its sign."""
    number = str(place) if count > 1 else "1"
    return number if necessity is Necessity.ESSENTIAL else necessity_sign(necessity).sign + number


def _middle(word: str, cells: int) -> str:
    """Return a short word with its last letter in the middle, where the signs stand."""
    return fit(word.rjust((cells + 1) // 2), cells)


def family_head(family: str, cells: int) -> str:
    """Return a family's name in a few cells; where it does not fit, its first letters as an abbreviation."""
    if len(family) > cells:
        family = family.rpartition(" ")[2].capitalize()  # `On time` is `Ti`, as on the desk
    short = f"{family[:4]}." if len(family) > cells > _FEW else family[:cells]
    return fit(short, cells)

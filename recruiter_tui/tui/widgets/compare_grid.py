"""The table of a comparison: rows under a cursor, columns under another, evidence of the cell beneath."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from textual.message import Message
from textual.widget import Widget

from recruiter_tui.domain.telling import told_of
from recruiter_tui.tui.commands import MOVES
from recruiter_tui.tui.drawing.blocks import quotation, text
from recruiter_tui.tui.drawing.cells import plain
from recruiter_tui.tui.drawing.comparison import (
    Columns,
    Mode,
    Row,
    head_lines,
    in_words,
    row_line,
    rows_of,
)
from recruiter_tui.tui.drawing.findings import standing_piece
from recruiter_tui.tui.drawing.line import Line, line
from recruiter_tui.tui.signs import Ink, person_sign
from recruiter_tui.tui.text import width
from recruiter_tui.tui.widgets.lines import strip

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from textual.events import Click, Key
    from textual.geometry import Region
    from textual.strip import Strip

    from recruiter_tui.services.views import ApplicationRow, Comparison, Dossier

_HEAD: Final = 3
_EVIDENCE: Final = (3, 9)
"""The fewest and the most lines of the evidence."""
_WHEEL: Final = 3


class CompareGrid(Widget, can_focus=True):
    """Draws itself line by line, like the tables; all columns scroll together."""

    ALLOW_SELECT = False
    DEFAULT_CSS = "CompareGrid { width: 1fr; height: 1fr; }"

    class Moved(Message):
        """The cursor stands in another cell."""

    def __init__(self) -> None:
        """Start empty."""
        super().__init__()
        self.mode = Mode.FIRST
        self.chosen = 0
        self.pin: int | None = None
        self._comparison: Comparison | None = None
        self._dossiers: tuple[Dossier, ...] = ()
        self._asked: Mapping[str, str] = {}
        self._rows: list[Row] = []
        self._longest = 0
        """Cells of the longest label."""
        self._row = 0
        self._top = 0

    # -- what is shown -----------------------------------------------------------------------------------

    def show(self, comparison: Comparison, dossiers: Sequence[Dossier], asked: Mapping[str, str]) -> None:
        """Show a comparison, `asked` naming the criteria; the cursor stays in its cell."""
        comparison = in_words(comparison, dossiers)
        self._comparison, self._dossiers, self._asked = comparison, tuple(dossiers), asked
        self.chosen = min(self.chosen, len(comparison.applications) - 1)
        self.pin = None if self.pin is None else min(self.pin, len(comparison.applications) - 1)
        self._lay_out()

    def toggle_pin(self) -> None:
        """Hold the others against the chosen application, or no longer against it."""
        self.pin = None if self.pin == self.chosen else self.chosen
        self.refresh()

    @property
    def reference(self) -> ApplicationRow | None:
        """Return the application that the others are held against."""
        return self._comparison.applications[self.pin] if self._comparison and self.pin is not None else None

    def change_mode(self) -> Mode:
        """Show other rows and return which."""
        self.mode = self.mode.next
        self._lay_out()
        return self.mode

    @property
    def application(self) -> ApplicationRow | None:
        """Return the application whose column is chosen."""
        return self._comparison.applications[self.chosen] if self._comparison else None

    @property
    def criterion(self) -> str | None:
        """Return the criterion under the cursor; None on a fact."""
        row = self._rows[self._row] if self._rows else None
        return row.line.criterion if row and row.line else None

    def _lay_out(self) -> None:
        """Work out the rows and put the cursor back on its line."""
        label = self._rows[self._row].label if self._rows else ""
        if self._comparison is not None:
            self._rows = rows_of(self._comparison, self._dossiers, self.mode, self._asked)
            self._longest = max((width(row.label) for row in self._rows), default=0)
        places = [place for place, row in enumerate(self._rows) if row.line]
        same = [place for place in places if self._rows[place].label == label]
        self._row = next(iter(same or places), 0)
        self._keep_in_view()
        self.refresh()

    # -- moving ------------------------------------------------------------------------------------------

    def on_key(self, event: Key) -> None:
        """Move between rows and columns."""
        how = MOVES.get(event.key) or MOVES.get(event.character or "")
        sideways = {"left": -1, "right": 1, "tab": 1, "shift+tab": -1}.get(event.key)
        if how is None and sideways is None:
            return
        event.stop()
        event.prevent_default()
        if sideways is not None:
            self._choose(self.chosen + sideways)
        else:
            self._move(str(how))

    def on_click(self, event: Click) -> None:
        """Put the cursor into the cell that was clicked."""
        if self._comparison is None:
            return
        columns = self._columns()
        aside = (event.x - columns.label - 2) // (columns.each + 1)
        if 0 <= aside < len(columns.shown):
            self._choose(columns.shown[aside])
        place = self._top + event.y - _HEAD
        if event.y >= _HEAD and place < len(self._rows) and self._rows[place].line:
            self._row = place
            self.refresh()

    def on_mouse_scroll_down(self) -> None:
        """Scroll with the wheel."""
        self._scroll(_WHEEL)

    def on_mouse_scroll_up(self) -> None:
        """Scroll with the wheel."""
        self._scroll(-_WHEEL)

    def _choose(self, column: int) -> None:
        """Choose a column."""
        count = len(self._comparison.applications) if self._comparison else 1
        self.chosen = column % count
        self.refresh()
        self.post_message(self.Moved())

    def _move(self, how: str) -> None:
        """Move the row cursor, past headings."""
        places = [place for place, row in enumerate(self._rows) if row.line]
        if not places:
            return
        at = places.index(self._row)
        page = max(1, self._room() - 2)
        to = {
            "down": at + 1,
            "up": at - 1,
            "top": 0,
            "end": len(places) - 1,
            "page_down": at + page,
            "page_up": at - page,
        }[how]
        self._row = places[max(0, min(to, len(places) - 1))]
        self._keep_in_view()
        self.refresh()
        self.post_message(self.Moved())

    def _scroll(self, lines: int) -> None:
        """Scroll without moving the cursor."""
        self._top = max(0, min(self._top + lines, len(self._rows) - self._room()))
        self.refresh()

    def _keep_in_view(self) -> None:
        """Scroll so that the cursor, and a heading right above it, can be seen."""
        above = 1 if self._row and not self._rows[self._row - 1].line else 0
        if self._row - above < self._top:
            self._top = self._row - above
        elif self._row >= self._top + self._room():
            self._top = self._row - self._room() + 1

    # -- painting ----------------------------------------------------------------------------------------

    def on_resize(self) -> None:
        """Keep the cursor in view."""
        if self._rows:
            self._keep_in_view()

    def on_focus(self) -> None:
        """Show the cursor."""
        self.refresh()

    def on_blur(self) -> None:
        """Dim the cursor."""
        self.refresh()

    def render_lines(self, crop: Region) -> list[Strip]:
        """Return the strips of the visible part."""
        width = self.size.width
        lines = self._lines(width) if self._comparison else []
        strips = []
        for y in range(crop.y, crop.bottom):
            shown = lines[y] if y < len(lines) else None
            ground = "cursor" if shown and y == _HEAD + self._row - self._top and self.has_focus else "ground"
            strips.append(strip(self.app, shown.pieces if shown else (), width, ground))
        if crop.x or crop.width != width:
            strips = [one.crop(crop.x, crop.right) for one in strips]
        return strips

    def _lines(self, width: int) -> list[Line]:
        """Return every line of the widget."""
        if self._comparison is None:
            return []
        columns, room = self._columns(), self._room()
        head = head_lines(self._comparison, columns, width, self.chosen)
        shown = [row_line(row, columns, width) for row in self._rows[self._top : self._top + room]]
        if not self._rows:
            shown = [line(width, ("  They do not differ anywhere.", Ink.FAINT))]
        shown += [line(width)] * (room - len(shown))
        return [*head, *shown, *self._evidence(width)]

    def _evidence(self, width: int) -> list[Line]:
        """Return what the chosen cell rests on."""
        place = self._evidence_lines()
        rule = line(width, ("─" * width, Ink.RULE))
        row = self._rows[self._row] if self._rows else None
        if row is None or row.line is None or self._comparison is None:
            return [rule]
        name = plain(self._comparison.applications[self.chosen].name)
        room = width - 4
        finding = row.findings[self.chosen] if row.findings else None
        told = [line(room, (name, Ink.STRONG), ("  ", Ink.TEXT), (row.label, Ink.DIM))]
        if finding is None:
            told += text(room, plain(row.line.cells[self.chosen]))
        else:
            outcome, ink = standing_piece(finding)
            if finding.override:
                told += text(room, f"{person_sign()} {plain(finding.override.reason)}")
            told += [line(room, (outcome, ink))] if finding.reason == "" else []
            told += text(room, plain(told_of(finding)), Ink.DIM if finding.override else Ink.TEXT)
            for evidence in finding.evidence:
                told += quotation(room, plain(evidence.quote), plain(evidence.source), indent=0)
        told += self._beside_reference(row, room)
        return [rule, *(line(width, *one.pieces, indent=2) for one in told[: place - 1])]

    def _beside_reference(self, row: Row, width: int) -> list[Line]:
        """Return what stands with the reference in the same row."""
        if self.pin in (None, self.chosen) or self._comparison is None or row.line is None:
            return []
        finding = row.findings[self.pin] if row.findings else None
        name = plain(self._comparison.applications[self.pin].name)
        if finding is None:
            return [
                line(width, (f"reference {name}: ", Ink.ACCENT), (plain(row.line.cells[self.pin]), Ink.TEXT))
            ]
        word, ink = standing_piece(finding)
        reason = finding.override.reason if finding.override else told_of(finding)
        return [
            line(width, (f"reference {name}: ", Ink.ACCENT), (f"{word}  ", ink), (plain(reason), Ink.DIM))
        ]

    def _columns(self) -> Columns:
        """Return the columns for the present width."""
        count = len(self._comparison.applications) if self._comparison else 1
        return Columns.fitting(self.size.width, count, self.chosen, self.pin, self._longest)

    def _evidence_lines(self) -> int:
        """Return how many lines the evidence takes."""
        return max(_EVIDENCE[0], min(_EVIDENCE[1], self.size.height // 4))

    def _room(self) -> int:
        """Return how many rows can be seen."""
        return max(1, self.size.height - _HEAD - self._evidence_lines())

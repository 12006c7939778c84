"""Who flips: two lines for each result that is another one, however many there are."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from recruiter_tui.domain.flips import TIER, WHOLE
from recruiter_tui.domain.telling import told
from recruiter_tui.tui.drawing.criteria import word_piece
from recruiter_tui.tui.signs import Ink
from recruiter_tui.tui.text import fit, safe
from recruiter_tui.tui.widgets.record_table import RecordTable
from recruiter_tui.tui.widgets.source import Roll

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from recruiter_tui.domain.flips import Flip
    from recruiter_tui.services.views import ApplicationRow
    from recruiter_tui.tui.widgets.lines import Run
    from recruiter_tui.tui.widgets.source import Key

_NAME = (14, 30)
INDENT = 4
"""Cells that the second line of a flip has less than the table."""


class FlipTable(RecordTable[tuple["Flip", str]]):
    """The flips with the names of whom they are about; names are read as they come into view."""

    empty_text = "nobody flips"
    row_lines = 2
    """What flips, and why."""

    def __init__(self) -> None:
        """Start empty."""
        super().__init__(id="flips")
        self._asked: Mapping[str, str] = {}

    def put(
        self,
        flips: Sequence[Flip],
        asked: Mapping[str, str],
        people: Callable[[Sequence[int]], Sequence[ApplicationRow]],
    ) -> None:
        """Show flips.

        Args:
            flips: What is another result.
            asked: What each criterion asks, by its id.
            people: Reads the rows of applications.
        """
        self._asked = asked

        def fetch(places: Sequence[Key]) -> list[tuple[Flip, str]]:
            wanted = [flips[int(place)] for place in places]
            keys = list(dict.fromkeys(flip.key for flip in wanted))
            names = {row.key: row.name for row in people(keys)}
            return [(_as_read(flip, names), names.get(flip.key, "")) for flip in wanted]

        self.show(Roll(range(len(flips)), fetch))

    def flip(self) -> Flip | None:
        """Return the flip under the cursor."""
        row = self.row()
        return row[0] if row else None

    def row_runs(
        self,
        row: tuple[Flip, str],
        line: int,
        width: int,
        *,
        marked: bool,  # noqa: ARG002 - flips carry no marks
        current: bool,
    ) -> Sequence[Run]:
        """Draw who and what, then why."""
        flip, name = row
        if line:
            return [("   ", Ink.DIM), (safe(told(flip.why)), Ink.DIM)]
        cells = max(_NAME[0], min(_NAME[1], width // 4))
        about = safe(self._asked.get(flip.criterion, flip.criterion))
        if flip.criterion in (WHOLE, TIER):
            about = "as a whole" if flip.criterion == WHOLE else "tier"
        room = max(8, width - cells - 34)
        return [
            (" " + fit(safe(name) or safe(flip.application), cells), Ink.STRONG if current else Ink.TEXT),
            ("  " + fit(about, room) + "  ", Ink.DIM),
            word_piece(flip.before),
            (" → ", Ink.FAINT),
            word_piece(flip.after),
        ]


def _as_read(flip: Flip, names: Mapping[int, str]) -> Flip:
    """Return a flip as it may be read: of somebody in a blind vacancy without what the reason tells."""
    from recruiter_tui.domain.blind import pseudonym

    if names.get(flip.key) != pseudonym(flip.key):
        return flip
    from recruiter_tui.services.blind import plain_sentence

    return replace(flip, why=plain_sentence(flip.why))

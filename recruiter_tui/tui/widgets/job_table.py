"""The jobs of the app as a list: what, how far, and what came of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from recruiter_tui.tui.drawing.jobs import bar, share_words, state_run
from recruiter_tui.tui.jobs import Job
from recruiter_tui.tui.signs import Ink
from recruiter_tui.tui.text import cut, safe
from recruiter_tui.tui.text import width as wide
from recruiter_tui.tui.widgets.record_table import RecordTable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from recruiter_tui.tui.widgets.lines import Run

_BAR: Final = 24
_SHARE: Final = 7


class JobTable(RecordTable[Job]):
    """The latest first, two lines each and a blank one."""

    GROUND = "bar"
    empty_text = "nothing was done in the background yet"
    row_lines = 3
    """What it is, how far it is, and a blank line."""

    def row_runs(
        self,
        row: Job,
        line: int,
        width: int,
        *,
        marked: bool,  # noqa: ARG002 - nothing is marked here
        current: bool,
    ) -> Sequence[Run]:
        """Draw one job."""
        if line == 0:
            sign, ink = state_run(row)
            title = Ink.STRONG if current else Ink.TEXT
            about = cut(safe(row.about), max(8, width - wide(row.title) - 6))
            return [(f" {sign} ", ink), (f"{safe(row.title)}  ", title), (about, Ink.DIM)]
        if line == 1:
            return [("   ", Ink.DIM), *self._standing(row, width - 4)]
        return ()

    @staticmethod
    def _standing(row: Job, width: int) -> Sequence[Run]:
        """Return how far it is, or what came of it."""
        if not row.is_active:
            shows = row.ended is not None and row.ended.show is not None
            hint = "  enter shows" if shows else ""
            return [(cut(safe(row.outcome), max(8, width - len(hint))), Ink.DIM), (hint, Ink.FAINT)]
        if row.stopped:
            return [("stopping …", Ink.DIM)]
        if row.share is None:
            return [(f"{row.counted} so far" if row.done else row.state.value, Ink.DIM)]
        return [*bar(row, _BAR), (f" {share_words(row):>{_SHARE}}   {row.counted}", Ink.DIM)]

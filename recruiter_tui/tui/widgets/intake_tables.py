"""The lists of the intake: rows before they are taken in, and the imports that stand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from recruiter_tui.services.preview import Becomes, ImportBatch, PreviewRow
from recruiter_tui.tui.drawing.names import when
from recruiter_tui.tui.signs import Ink
from recruiter_tui.tui.text import cut, fit, safe
from recruiter_tui.tui.text import width as wide
from recruiter_tui.tui.widgets.lines import spread
from recruiter_tui.tui.widgets.record_table import RecordTable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from recruiter_tui.tui.widgets.lines import Run

_INKS: Final = {
    Becomes.NEW: Ink.ACCENT,
    Becomes.DIFFERS: Ink.OPEN,
    Becomes.REFUSED: Ink.NOT_MET,
    Becomes.PASSED_OVER: Ink.FAINT,
}
_BATCH: Final = 6
_COUNT: Final = 6
_WHEN: Final = 21
_WHO: Final = 16
_ROOMY, _BROAD = 63, 99
"""Cells of a line from which an import shows its time, and who took it in."""


class PreviewTable(RecordTable[PreviewRow]):
    """The rows of an import, two lines each and a blank one."""

    empty_text = "nothing was chosen yet (o chooses a file or a folder)"
    row_lines = 3
    """The name, facts and flags, and a blank line."""

    def row_runs(
        self,
        row: PreviewRow,
        line: int,
        width: int,
        *,
        marked: bool,  # noqa: ARG002 - nothing is marked here
        current: bool,
    ) -> Sequence[Run]:
        """Draw one line of a row."""
        if line == 0:
            name = safe(row.name) or safe(row.application) or safe(row.file)
            what: list[Run] = [(f"{row.becomes.value} ", _INKS[row.becomes])]
            return spread([("  " + name, Ink.STRONG if current else Ink.TEXT)], what, width)
        if line == 1:
            facts = " · ".join(row.facts) or safe(row.place)
            more = f" (+{len(row.flags) - 1})" if len(row.flags) > 1 else ""
            told = (
                cut(f"! {safe(row.flags[0])}", max(8, width - wide(facts) - len(more) - 5))
                if row.flags
                else ""
            )
            return [("  " + facts + "  ", Ink.DIM), (told + more, Ink.OPEN)]
        return ()


class BatchTable(RecordTable[ImportBatch]):
    """The imports that stand, the newest first."""

    empty_text = "no import stands yet (o chooses a file or a folder)"
    head_lines = 1

    def head_runs(self, y: int, width: int) -> Sequence[Run]:  # noqa: ARG002 - the head is one line
        """Draw the columns' names."""
        said = [(fit("Import", _BATCH), Ink.DIM), (fit("Rows", _COUNT, "right"), Ink.DIM)]
        return _beside(said, ("When", "Who", "From"), width)

    def row_runs(
        self,
        row: ImportBatch,
        line: int,  # noqa: ARG002 - an import takes one line
        width: int,
        *,
        marked: bool,  # noqa: ARG002 - nothing is marked here
        current: bool,
    ) -> Sequence[Run]:
        """Draw one import."""
        said = [
            (fit(row.name, _BATCH), Ink.STRONG if current else Ink.TEXT),
            (fit(str(row.applications), _COUNT, "right"), Ink.TEXT),
        ]
        into = (f"  into {safe(row.title)}", Ink.DIM)
        return [*_beside(said, (when(row.at), safe(row.by), safe(row.source)), width, Ink.TEXT), into]


def _beside(lead: Sequence[Run], rest: tuple[str, str, str], width: int, ink: Ink = Ink.DIM) -> list[Run]:
    """Return the line of an import; when and who it was stand only where the source still has room."""
    at, by, source = rest
    runs = [(f"  {text}", how) for text, how in lead]
    if width >= _ROOMY:
        runs.append((f"  {fit(at, _WHEN)}", Ink.DIM))
    if width >= _BROAD:
        runs.append((f"  {fit(by, _WHO)}", Ink.DIM))
    return [*runs, (f"  {source}", ink)]

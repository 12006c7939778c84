"""The strip beneath the matrix: one cell's finding in full, with its evidence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from recruiter_tui.tui.drawing.blocks import quotation, text
from recruiter_tui.tui.drawing.cells import plain
from recruiter_tui.tui.drawing.findings import standing_piece
from recruiter_tui.tui.drawing.line import Line, Piece, line
from recruiter_tui.tui.drawing.names import when
from recruiter_tui.tui.signs import Ink, person_sign

if TYPE_CHECKING:
    from collections.abc import Iterator

    from recruiter_tui.domain.finding import Finding
    from recruiter_tui.tui.signs import Sign


def cell_lines(
    who: str, asked: str, finding: Finding | None, width: int, stands: Sign | None = None
) -> Iterator[Line]:
    """Yield whom a cell is about, what is asked, what was found, and what it rests on.

    Args:
        who: The candidate's name.
        asked: What the criterion asks.
        finding: What was found; None while it is being read.
        width: Cells of every line.
        stands: How the application stands.
    """
    standing: list[Piece] = [] if stands is None else [(str(stands), stands.ink)]
    yield line(width, (plain(who), Ink.STRONG), ("  ", Ink.TEXT), (plain(asked), Ink.DIM), right=standing)
    if finding is None:
        yield from text(width, "…", Ink.FAINT)
        return
    words, ink = standing_piece(finding)
    ruling = finding.override
    reason = plain(finding.reason)
    if ruling is not None:
        yield line(
            width,
            (words, ink),
            (f"   {person_sign()} ", Ink.ACCENT),
            (f"“{plain(ruling.reason)}” {plain(ruling.by)}, {when(ruling.at)}", Ink.TEXT),
        )
        yield from text(width, f"in place of: {reason}", Ink.DIM, indent=3)
    else:
        yield line(width, (words, ink), right=[(plain(finding.rule), Ink.FAINT)])
        yield from text(width, reason, indent=3)
    for evidence in finding.evidence:
        yield from quotation(width, plain(evidence.quote), plain(evidence.source), indent=3)

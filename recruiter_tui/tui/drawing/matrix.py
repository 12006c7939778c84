"""The strip beneath the matrix: one cell's finding in full, with its evidence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from recruiter_tui.domain.telling import told_of
from recruiter_tui.tui.drawing.blocks import quotation, text
from recruiter_tui.tui.drawing.cells import plain
from recruiter_tui.tui.drawing.findings import standing_piece
from recruiter_tui.tui.drawing.line import Line, Piece, line
from recruiter_tui.tui.drawing.names import JUDGED_BY_PEOPLE, when
from recruiter_tui.tui.signs import Ink, person_sign

if TYPE_CHECKING:
    from collections.abc import Iterator

    from recruiter_tui.domain.finding import Finding
    from recruiter_tui.tui.signs import Sign


def cell_lines(
    who: str,
    asked: str,
    finding: Finding | None,
    width: int,
    stands: Sign | None = None,
    terms: frozenset[str] = frozenset(),
) -> Iterator[Line]:
    """Yield whom a cell is about, what is asked, what was found, and what it rests on.

    Args:
        who: The candidate's name.
        asked: What the criterion asks.
        finding: What was found; None while it is being read.
        width: Cells of every line.
        stands: How the application stands.
        terms: Stems of the words to light up in what is quoted.
    """
    standing: list[Piece] = [] if stands is None else [(str(stands), stands.ink)]
    yield line(width, (plain(who), Ink.STRONG), ("  ", Ink.TEXT), (plain(asked), Ink.DIM), right=standing)
    if finding is None:
        yield from text(width, "…", Ink.FAINT)
        return
    words, ink = standing_piece(finding)
    ruling, judged = finding.override, finding.kind in JUDGED_BY_PEOPLE
    reason = plain(told_of(finding))
    if ruling is not None:
        yield line(
            width,
            (words, ink),
            (f"   {person_sign()} ", Ink.ACCENT),
            (f"“{plain(ruling.reason)}” {plain(ruling.by)}, {when(ruling.at)}", Ink.TEXT),
        )
        yield from text(width, f"in place of: {reason}", Ink.DIM, indent=3)
    else:
        yield line(width, (words, ink), right=[(rule_words(finding.rule), Ink.FAINT)])
        yield from text(width, _of_topic(finding) if judged else reason, indent=3)
    for evidence in finding.evidence:
        yield from quotation(width, plain(evidence.quote), plain(evidence.source), indent=3, terms=terms)


def rule_words(rule: str) -> str:
    """Return a rule with its version, `R6/1`, as it is said: `rule R6, version 1`."""
    name, _, version = plain(rule).partition("/")
    return f"rule{'s' if '-' in name else ''} {name}, version {version}" if version else name


def _of_topic(finding: Finding) -> str:
    """Return what is left to a person of a criterion that no rule decides."""
    many = len(finding.evidence)
    if not many:
        return "for you to judge: no passage of the papers speaks of it; o gives your outcome with a reason"
    return (
        f"for you to judge: {'the best passage' if many == 1 else f'the {many} best passages'} of the papers"
    )

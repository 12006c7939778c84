"""The queue of questions that wait for a person, and the rulings that stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from recruiter_tui.domain.telling import told
from recruiter_tui.tui.drawing.questions import CRITERION, Asked
from recruiter_tui.tui.signs import Ink, person_sign
from recruiter_tui.tui.text import cut, safe
from recruiter_tui.tui.widgets.lines import spread
from recruiter_tui.tui.widgets.record_table import RecordTable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from recruiter_tui.tui.widgets.lines import Run


class QuestionTable(RecordTable[Asked]):
    """Fields of study first, the most asked on top; rulings that stand come last."""

    empty_text = "nothing waits for a ruling"

    def __init__(self) -> None:
        """Start empty."""
        super().__init__(id="questions")

    row_lines = 2
    """The question, and how many it is about."""

    def row_runs(
        self,
        row: Asked,
        line: int,
        width: int,
        *,
        marked: bool,  # noqa: ARG002 - questions carry no marks
        current: bool,
    ) -> Sequence[Run]:
        """Draw the question, then its size and why it is open."""
        if line == 0:
            sign = (f" {person_sign()} ", Ink.ACCENT) if row.is_answered else (" ? ", Ink.OPEN)
            ink = Ink.STRONG if current else Ink.DIM if row.is_answered else Ink.TEXT
            return [sign, (cut(safe(row.question), width - 4), ink)]
        said = told(row.why) if row.is_answered or row.kind == CRITERION else ""
        return spread([("   " + safe(said), Ink.DIM)], [(row.count + " ", Ink.DIM)], width)

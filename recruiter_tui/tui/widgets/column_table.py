"""The columns of a table that is to be taken in: what each is called, what it means, what stands in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from recruiter_tui.tui.drawing.columns import title_of
from recruiter_tui.tui.signs import Ink
from recruiter_tui.tui.text import cut, fit, safe
from recruiter_tui.tui.widgets.record_table import RecordTable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from recruiter_tui.tui.widgets.lines import Run

_HEADING: Final = 18
_MEANING: Final = 22


@dataclass(frozen=True, slots=True)
class ColumnRow:
    """One column with what it means now."""

    place: int
    heading: str
    answer: str | None
    how: str
    """How its meaning is known: `known`, `likely`, `said`; empty where it is kept as text."""
    value: str


class ColumnTable(RecordTable[ColumnRow]):
    """The columns, one a line."""

    empty_text = "this table has no columns"
    head_lines = 1

    def head_runs(self, y: int, width: int) -> Sequence[Run]:  # noqa: ARG002 - the head is one line
        """Draw the columns' names."""
        return [("  " + fit("Column", _HEADING) + "  " + fit("Becomes", _MEANING) + "  First value", Ink.DIM)]

    def row_runs(
        self,
        row: ColumnRow,
        line: int,  # noqa: ARG002 - a column takes one line
        width: int,
        *,
        marked: bool,  # noqa: ARG002 - nothing is marked here
        current: bool,
    ) -> Sequence[Run]:
        """Draw one column."""
        ink = Ink.FAINT if row.answer is None else Ink.OPEN if row.how == "likely" else Ink.ACCENT
        meaning = title_of(row.answer) + ("?" if row.how == "likely" else "")
        return [
            ("  " + fit(safe(row.heading), _HEADING) + "  ", Ink.STRONG if current else Ink.TEXT),
            (fit(meaning, _MEANING) + "  ", ink),
            (cut(safe(row.value), max(1, width - _HEADING - _MEANING - 6)), Ink.DIM),
        ]

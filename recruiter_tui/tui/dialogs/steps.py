"""Where a vacancy stands on its way to a shortlist, for those who lost the thread."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.widgets import Static

from recruiter_tui.tui.dialogs.base import Dialog
from recruiter_tui.tui.drawing.steps import Standing, steps_lines
from recruiter_tui.tui.text import joined, stacked

if TYPE_CHECKING:
    from textual.app import ComposeResult

_MARGINS = 6
_WIDEST = 72


class StepsDialog(Dialog[None]):
    """Shows the five steps."""

    title_text = "First steps"
    hint = "esc closes"
    BINDINGS: ClassVar = [("q,f4,enter", "dismiss(None)", "close")]

    def __init__(self, standing: Standing) -> None:
        """Take where the vacancy stands."""
        super().__init__()
        self._standing = standing

    def body(self) -> ComposeResult:
        """Give the steps."""
        cells = max(20, min(_WIDEST, self.app.size.width) - _MARGINS)
        lines = steps_lines(self._standing, cells, self.app.size.height - 8)[1:]
        yield Static(stacked(joined(*line) for line in lines), markup=False)

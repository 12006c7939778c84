"""Asked once for a vacancy: its first verdict freezes the criteria."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.widgets import Static

from recruiter_tui.tui.dialogs.confirm import ConfirmDialog
from recruiter_tui.tui.drawing.names import counting
from recruiter_tui.tui.signs import Ink
from recruiter_tui.tui.text import content, joined, stacked

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from recruiter_tui.services.views import VacancyDetail

_MEANS = (
    "Until now the criteria could be edited freely. From the first verdict on a change needs a written"
    " reason, makes a new version and screens everybody again; whoever flips is listed before and after."
)
_LABEL = 10


class FreezeDialog(ConfirmDialog):
    """Says what is frozen, by which hash, and what that means."""

    def __init__(self, detail: VacancyDetail) -> None:
        """Take the vacancy as it stands."""
        super().__init__("The first verdict freezes the criteria", yes="freeze and judge")
        self._told = (
            ("criteria", f"version {detail.criteria_version}, {len(detail.notice.criteria)} criteria"),
            ("counting", counting(detail.policy)),
            ("SHA-256", detail.criteria_hash or "not known"),
        )

    def body(self) -> ComposeResult:
        """Give the meaning, then what is frozen."""
        yield Static(content(_MEANS, Ink.TEXT), markup=False)
        yield Static("", markup=False)
        lines = [joined((f"{label:<{_LABEL}}", Ink.DIM), (words, Ink.STRONG)) for label, words in self._told]
        yield Static(stacked(lines), markup=False)

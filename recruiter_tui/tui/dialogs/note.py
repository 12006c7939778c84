"""A remark on one application, or on several at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.widgets import Input

from recruiter_tui.tui.dialogs.base import Dialog
from recruiter_tui.tui.dialogs.reason import LONGEST_REMARK

if TYPE_CHECKING:
    from textual.app import ComposeResult


class NoteDialog(Dialog[str]):
    """Asks for a remark."""

    hint = "enter keeps the note · esc cancels"
    AUTO_FOCUS = "Input"

    def __init__(self, who: str) -> None:
        """Name whom the note is about."""
        super().__init__()
        self.title_text = f"Note on {who}"

    def body(self) -> ComposeResult:
        """Give the line to write on."""
        yield Input(placeholder="what should be remembered", max_length=LONGEST_REMARK)

    def on_input_submitted(self, message: Input.Submitted) -> None:
        """Take the note; an empty one is none."""
        words = message.value.strip()
        if words:
            self.dismiss(words)
        else:
            self.complain("Nothing is written yet: write, or esc.")

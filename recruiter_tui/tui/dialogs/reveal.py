"""Why somebody in a blind vacancy has to be known; the reason goes into the journal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.widgets import Input, Static

from recruiter_tui.tui.dialogs.base import Dialog
from recruiter_tui.tui.dialogs.reason import LONGEST_REMARK
from recruiter_tui.tui.signs import Ink
from recruiter_tui.tui.text import content

if TYPE_CHECKING:
    from textual.app import ComposeResult


class RevealDialog(Dialog[str]):
    """Asks for the reason of a reveal."""

    hint = "enter reveals · esc cancels"
    AUTO_FOCUS = "Input"
    DEFAULT_CSS = "RevealDialog .dialog-about { height: auto; padding: 0 0 1 0; }"

    def __init__(self, question: str, consequence: str) -> None:
        """Take what is to be revealed, and for how long and for whom."""
        super().__init__()
        self.title_text = question
        self._consequence = consequence

    def body(self) -> ComposeResult:
        """Say what follows, and give the line for the reason."""
        yield Static(content(self._consequence, Ink.DIM), markup=False, classes="dialog-about")
        yield Input(placeholder="why the person has to be known", max_length=LONGEST_REMARK)

    def on_input_submitted(self, message: Input.Submitted) -> None:
        """Take the reason; nobody is revealed without one."""
        words = message.value.strip()
        if words:
            self.dismiss(words)
        else:
            self.complain("Nobody is revealed without a reason: write one, or esc.")

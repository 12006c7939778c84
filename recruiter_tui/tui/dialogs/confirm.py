"""A question that only `y` answers with yes; for what undo cannot take back."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding
from textual.widgets import Static

from recruiter_tui.tui.dialogs.base import Dialog
from recruiter_tui.tui.signs import Ink
from recruiter_tui.tui.text import content

if TYPE_CHECKING:
    from textual.app import ComposeResult


class ConfirmDialog(Dialog[bool]):
    """Asks before something that cannot be undone."""

    BINDINGS: ClassVar = [
        Binding("y", "dismiss(True)", "yes", show=False),
        Binding("n", "dismiss(False)", "no", show=False),
    ]

    def __init__(self, question: str, consequence: str = "", yes: str = "yes") -> None:
        """Take the question, what follows from it, and the word for yes."""
        super().__init__()
        self.title_text = question
        self.hint = f"y {yes} · n or esc cancels"
        self._consequence = consequence

    def body(self) -> ComposeResult:
        """Say what follows."""
        yield Static(content(self._consequence, Ink.TEXT), markup=False)

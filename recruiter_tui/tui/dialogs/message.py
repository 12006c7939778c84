"""Something to read before going on: a conflict, or a failure that must not be missed."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding
from textual.widgets import Static

from recruiter_tui.tui.dialogs.base import Dialog
from recruiter_tui.tui.signs import Ink
from recruiter_tui.tui.text import content

if TYPE_CHECKING:
    from textual.app import ComposeResult


class MessageDialog(Dialog[None]):
    """Says what happened and what to do next."""

    hint = "enter or esc closes"
    BINDINGS: ClassVar = [Binding("enter", "dismiss(None)", "close", show=False)]

    def __init__(self, title: str, problem: str, remedy: str = "") -> None:
        """Take what to say."""
        super().__init__()
        self.title_text = title
        self._problem = problem
        self._remedy = remedy

    def body(self) -> ComposeResult:
        """Give problem and remedy, a blank line between them."""
        yield Static(content(self._problem, Ink.TEXT, multiline=True), markup=False)
        if self._remedy:
            yield Static("", markup=False)
            yield Static(content(self._remedy, Ink.DIM, multiline=True), markup=False)

"""One value typed and understood while it is typed; the value that came in stays in sight."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.widgets import Input, Static

from recruiter_tui.domain.errors import RecruiterError
from recruiter_tui.tui.dialogs.base import Dialog
from recruiter_tui.tui.dialogs.reason import LONGEST_REMARK
from recruiter_tui.tui.signs import Ink
from recruiter_tui.tui.text import content, joined, safe, stacked

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual.app import ComposeResult


class FieldDialog(Dialog[str]):
    """Asks for a line; what it would be taken for stands below, and what cannot be taken is refused there."""

    hint = "enter takes it · esc cancels"
    AUTO_FOCUS = "Input"
    DEFAULT_CSS = """
    FieldDialog .dialog-about { height: auto; padding: 0 0 1 0; }
    FieldDialog .field-understood { height: auto; min-height: 2; padding: 0; }
    """

    def __init__(
        self,
        title: str,
        told: Sequence[tuple[str, str]],
        value: str,
        understand: Callable[[str], str],
        hint: str = "",
    ) -> None:
        """Take what is asked.

        Args:
            title: What the line is about.
            told: What is known, as label and words: what came in, what holds now.
            value: The line to start from.
            understand: Says what a line would be taken for; raises Refused for what cannot be taken.
            hint: What can be typed.
        """
        super().__init__()
        self.title_text = title
        self._told = tuple(told)
        self._value = safe(value)
        self._understand = understand
        self._hint = hint

    def body(self) -> ComposeResult:
        """Give what is known, the line, and what it is understood as."""
        about = [joined((f"{label:<11}", Ink.DIM), words or "not stated") for label, words in self._told]
        if about:
            yield Static(stacked(about), markup=False, classes="dialog-about")
        line = Input(value=self._value, max_length=max(LONGEST_REMARK, len(self._value)))
        line.placeholder = content(self._hint or "empty means not stated").plain
        yield line
        yield Static("", markup=False, classes="field-understood")

    def on_mount(self) -> None:
        """Say what the first line is understood as."""
        self._say(self._value)

    def on_input_changed(self, message: Input.Changed) -> None:
        """Say what the line is understood as now."""
        self._say(message.value)

    def on_input_submitted(self, message: Input.Submitted) -> None:
        """Take the line where it is understood."""
        if self._say(message.value):
            self.dismiss(message.value.strip())

    def _say(self, value: str) -> bool:
        """Show what a line is understood as, or why not and what to write; tell whether it can be taken."""
        below = self.query_one(".field-understood", Static)
        try:
            words = self._understand(value)
        except RecruiterError as refusal:
            below.update(
                stacked([joined((refusal.problem, Ink.OPEN)), joined((refusal.remedy or " ", Ink.DIM))])
            )
            return False
        shown = joined(("understood ", Ink.DIM), (words, Ink.TEXT)) if words else joined((" ", Ink.DIM))
        hint = joined((self._hint, Ink.FAINT)) if self._hint else joined((" ", Ink.DIM))
        below.update(stacked([shown, hint]))
        return True

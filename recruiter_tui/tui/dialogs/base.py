"""The frame of a dialog: a title, what it asks, a line for complaints and the keys at its foot."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Generic, TypeVar

from textual.binding import Binding
from textual.containers import Vertical, VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Static

from recruiter_tui.tui.closing import ClosesOnce
from recruiter_tui.tui.signs import Ink
from recruiter_tui.tui.text import content

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from recruiter_tui.tui.app import RecruiterApp

T = TypeVar("T")


class Dialog(ClosesOnce[T | None], ModalScreen[T | None], Generic[T]):
    """A question over the screen; escape answers it with None. Subclasses give `body`, title and hint."""

    ALLOW_SELECT = False
    BINDINGS: ClassVar = [Binding("escape", "dismiss(None)", "cancel", show=False)]
    app: RecruiterApp

    title_text: str = ""
    """What the dialog is about; it may come from data."""
    hint: str = "esc cancel"
    """The keys, for the foot of the dialog."""

    def body(self) -> ComposeResult:
        """Give the widgets between title and foot."""
        raise NotImplementedError

    def middle(self) -> ComposeResult:
        """Give the body, which scrolls; a dialog around a list that scrolls by itself gives that list."""
        with VerticalScroll(classes="dialog-body", can_focus=False):
            yield from self.body()

    def compose(self) -> ComposeResult:
        """Set the middle between title and foot."""
        with Vertical(classes="dialog"):
            yield Static(content(self.title_text), classes="dialog-title", markup=False)
            yield from self.middle()
            yield Static("", classes="dialog-complaint", markup=False)
            yield Static(content(self.hint), classes="dialog-hint", markup=False)

    def complain(self, sentence: str) -> None:
        """Say in red what is missing or wrong; an empty sentence takes the complaint away."""
        complaint = self.query_one(".dialog-complaint", Static)
        complaint.update(content(sentence, Ink.NOT_MET))
        complaint.display = bool(sentence)

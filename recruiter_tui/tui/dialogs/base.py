"""The frame of a dialog: a title, what it asks, a line for complaints and the keys at its foot."""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING, ClassVar, Final, Generic, TypeVar

from textual.binding import Binding
from textual.containers import Vertical, VerticalScroll
from textual.events import Key
from textual.screen import ModalScreen
from textual.widgets import Static

from recruiter_tui.tui.closing import ClosesOnce
from recruiter_tui.tui.signs import Ink
from recruiter_tui.tui.text import content

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from recruiter_tui.tui.app import RecruiterApp

T = TypeVar("T")
_AGAIN: Final = 0.01
"""Seconds after which a key that came too early is typed again."""
_EARLY: Final = 0.5
"""Seconds from the first key that reached nobody within which it may have come too early."""


class Dialog(ClosesOnce[T | None], ModalScreen[T | None], Generic[T]):
    """A question over the screen; escape answers it with None. Subclasses give `body`, title and hint."""

    ALLOW_SELECT = False
    BINDINGS: ClassVar = [Binding("escape", "dismiss(None)", "cancel", show=False)]
    app: RecruiterApp

    _typed_again: Key | None = None
    _first_key = 0.0

    title_text: str = ""
    """What the dialog is about; it may come from data."""
    hint: str = "esc cancel"
    """The keys, for the foot of the dialog."""

    def body(self) -> ComposeResult:
        """Give the widgets between title and foot."""
        raise NotImplementedError

    def compose(self) -> ComposeResult:
        """Set the body between title and foot."""
        with Vertical(classes="dialog"):
            yield Static(content(self.title_text), classes="dialog-title", markup=False)
            with VerticalScroll(classes="dialog-body", can_focus=False):
                yield from self.body()
            yield Static("", classes="dialog-complaint", markup=False)
            yield Static(content(self.hint), classes="dialog-hint", markup=False)

    def on_key(self, event: Key) -> None:
        """Type a key again, once, that set out before the focus was there: it would get lost on its way."""
        if event is self._typed_again or event.key in self.active_bindings or not self._takes_keys():
            return
        self._first_key = self._first_key or monotonic()
        if self.focused is not None and monotonic() - self._first_key > _EARLY:
            return
        event.stop()
        again = self._typed_again = Key(event.key, event.character)
        self.set_timer(_AGAIN, lambda: self.app.post_message(again))

    def _takes_keys(self) -> bool:
        """Tell whether something within is about to get the focus."""
        return any(widget.focusable for widget in self.query(self.AUTO_FOCUS or "*"))

    def complain(self, sentence: str) -> None:
        """Say in red what is missing or wrong; an empty sentence takes the complaint away."""
        complaint = self.query_one(".dialog-complaint", Static)
        complaint.update(content(sentence, Ink.NOT_MET))
        complaint.display = bool(sentence)

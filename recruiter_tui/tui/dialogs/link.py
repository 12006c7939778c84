"""The addresses in a candidate's papers, and the question before one of them is opened."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding
from textual.widgets import Static

from recruiter_tui.tui.dialogs.base import Dialog
from recruiter_tui.tui.dialogs.choices import Choice, Choices
from recruiter_tui.tui.signs import Ink
from recruiter_tui.tui.text import content, joined, safe, stacked, wrapped

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult

    from recruiter_tui.domain.links import Link

_MARGINS = 6
_WIDEST = 72


class LinksDialog(Dialog["Link"]):
    """Lists addresses; choosing one opens nothing yet."""

    title_text = "Addresses in the papers"
    hint = "enter asks about one · esc cancels"
    AUTO_FOCUS = "Choices"

    def __init__(self, found: Sequence[Link]) -> None:
        """Take the addresses."""
        super().__init__()
        self._found = tuple(found)

    def body(self) -> ComposeResult:
        """Give the addresses."""
        yield Choices([Choice("", ((safe(link.url), Ink.TEXT),), link) for link in self._found])

    def on_choices_chosen(self, message: Choices.Chosen[Link]) -> None:
        """Answer with the address."""
        self.dismiss(message.value)


class LinkDialog(Dialog[str]):
    """Shows one address in full, and opens it by `y` alone."""

    title_text = "Open this address in the browser?"
    hint = "y opens it · c copies it · n or esc cancels"
    BINDINGS: ClassVar = [
        Binding("y", "dismiss('open')", "open", show=False),
        Binding("c", "dismiss('copy')", "copy", show=False),
        Binding("n", "dismiss(None)", "no", show=False),
    ]

    def __init__(self, link: Link) -> None:
        """Take the address."""
        super().__init__()
        self._link = link

    def body(self) -> ComposeResult:
        """Show the whole address, and the host in the letters that the network uses."""
        room = max(8, min(_WIDEST, self.app.size.width) - _MARGINS)
        address = [content(line, Ink.STRONG) for line in wrapped(safe(self._link.url), room)]
        host = joined(("It leads to ", Ink.DIM), (safe(self._link.host), Ink.ACCENT), (".", Ink.DIM))
        warning = content(
            "It comes from the candidate's papers. Whoever runs it will see that you came.", Ink.DIM
        )
        yield Static(stacked([*address, content(""), host, warning]), markup=False)

"""The colours of a filter while it is typed: fields stand back, values stand out, faults are marked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from rich.highlighter import Highlighter

from recruiter_tui.domain.query_words import TokenKind, tokens
from recruiter_tui.tui.signs import Ink
from recruiter_tui.tui.theme import palette

if TYPE_CHECKING:
    from rich.text import Text
    from textual.app import App

    from recruiter_tui.domain.query_words import Token

_JOINERS = frozenset({TokenKind.AND, TokenKind.OR, TokenKind.NOT, TokenKind.OPEN, TokenKind.CLOSE})


class FilterInk(Highlighter):
    """Colours the line; `fault` is where it stopped making sense."""

    def __init__(self, app: App[Any]) -> None:
        """Take the app, whose theme gives the colours."""
        self._app = app
        self.fault: int | None = None
        self.unfinished = False
        """Whether the fault is only that the typing goes on."""

    def highlight(self, text: Text) -> None:
        """Colour one line."""
        colours = palette(self._app)
        for token in tokens(text.plain):
            start, end = token.position, token.position + len(token.text)
            if token.kind in _JOINERS:
                text.stylize(colours.style(Ink.ACCENT, "bar"), start, end)
            elif token.field is not None:
                text.stylize(colours.style(Ink.DIM, "bar"), start, token.value_position)
            if self.fault is not None and not self.unfinished and _faulty(token, self.fault):
                text.stylize(colours.style(Ink.NOT_MET, "bar"), max(start, self.fault), end)


def _faulty(token: Token, place: int) -> bool:
    """Tell whether a fault lies in a token."""
    return token.position <= place < token.position + max(1, len(token.text))

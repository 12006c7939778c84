"""The themes to choose from; each is shown while the cursor is on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from recruiter_tui.tui.colours import WORDS
from recruiter_tui.tui.dialogs.base import Dialog
from recruiter_tui.tui.dialogs.choices import Choice, Choices, keys_for
from recruiter_tui.tui.signs import Ink
from recruiter_tui.tui.text import fit
from recruiter_tui.tui.theme import names

if TYPE_CHECKING:
    from textual.app import ComposeResult

_NAME = 16


class ThemeDialog(Dialog[str]):
    """Offers our themes by a letter each, and below them those of the terminal toolkit."""

    title_text = "Theme"
    hint = "up down shows · enter or a letter keeps · esc leaves it as it was"
    AUTO_FOCUS = "Choices"

    def __init__(self, current: str) -> None:
        """Take the theme that holds now."""
        super().__init__()
        self._current = current
        self._names = names()

    def body(self) -> ComposeResult:
        """Give the themes."""
        letters = dict(zip(WORDS, keys_for(WORDS), strict=True))
        here = self._names.index(self._current) if self._current in self._names else 0
        yield Choices(
            [
                Choice(letters.get(name, ""), _runs(name), name) if name in letters else _foreign(name)
                for name in self._names
            ],
            cursor=here,
            marked=here,
        )

    def on_choices_moved(self, message: Choices.Moved[str]) -> None:
        """Show the theme under the cursor."""
        self.app.theme = message.value

    def on_choices_chosen(self, message: Choices.Chosen[str]) -> None:
        """Answer with the theme."""
        self.dismiss(message.value)


def _runs(name: str) -> tuple[tuple[str, Ink], ...]:
    return ((fit(name, _NAME), Ink.STRONG), (WORDS[name], Ink.DIM))


def _foreign(name: str) -> Choice[str]:
    return Choice("", (("   " + fit(name, 2 * _NAME), Ink.TEXT),), name)

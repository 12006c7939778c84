"""A menu: one more key chooses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from recruiter_tui.tui.dialogs.base import Dialog
from recruiter_tui.tui.dialogs.choices import Choice, Choices
from recruiter_tui.tui.signs import Ink

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult


class MenuDialog(Dialog[str]):
    """Offers a few values by key and word."""

    hint = "one key chooses · esc cancels"
    AUTO_FOCUS = "Choices"

    def __init__(
        self,
        title: str,
        offered: Sequence[tuple[str, str, str]],
        current: str | None = None,
        *,
        hint: str = "",
    ) -> None:
        """Take title, offers as key, word and value, the value that holds now, and another line of keys."""
        super().__init__()
        self.hint = hint or self.hint
        self.title_text = title
        self._offered = tuple(offered)
        self._current = next((n for n, (_key, _word, value) in enumerate(offered) if value == current), None)

    def body(self) -> ComposeResult:
        """Give the offers."""
        yield Choices(
            [Choice(key, ((word, Ink.TEXT),), value) for key, word, value in self._offered],
            cursor=self._current or 0,
            marked=self._current,
        )

    def on_choices_chosen(self, message: Choices.Chosen[str]) -> None:
        """Answer with the value."""
        self.dismiss(message.value)

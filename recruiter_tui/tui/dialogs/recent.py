"""Whom one has seen, the latest first; one key goes there."""

from __future__ import annotations

from string import ascii_lowercase, digits
from typing import TYPE_CHECKING, Final

from recruiter_tui.tui.dialogs.base import Dialog
from recruiter_tui.tui.dialogs.choices import Choice, Choices
from recruiter_tui.tui.signs import Ink, disposition_sign
from recruiter_tui.tui.text import fit, safe

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult

    from recruiter_tui.services.reading_queue import Seen

_KEYS: Final = digits[1:] + "".join(letter for letter in ascii_lowercase if letter not in "jk")
_NAME: Final = 26
_STAND: Final = 14


class RecentDialog(Dialog[int]):
    """Offers applications by name, vacancy and standing."""

    title_text = "Recently seen"
    hint = "one key or ↑ ↓ enter goes there · esc closes"
    AUTO_FOCUS = "Choices"

    def __init__(self, seen: Sequence[Seen]) -> None:
        """Take whom one has seen, the latest first."""
        super().__init__()
        self._seen = tuple(seen)

    def body(self) -> ComposeResult:
        """Give the list."""
        yield Choices([self._choice(key, one) for key, one in zip(_KEYS, self._seen, strict=False)])

    def on_choices_chosen(self, message: Choices.Chosen[int]) -> None:
        """Answer with the application."""
        self.dismiss(message.value)

    @staticmethod
    def _choice(key: str, one: Seen) -> Choice[int]:
        sign = disposition_sign(one.row.disposition)
        return Choice(
            key,
            (
                (fit(safe(one.row.name) or safe(one.row.application), _NAME) + "  ", Ink.STRONG),
                (fit(str(sign), _STAND) + "  ", sign.ink),
                (safe(one.title), Ink.DIM),
            ),
            one.row.key,
        )

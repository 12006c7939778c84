"""What a column means: every meaning with what it would make of the column's first value."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from recruiter_tui.tui.dialogs.base import Dialog
from recruiter_tui.tui.dialogs.choices import Choice, Choices
from recruiter_tui.tui.drawing.columns import TEXT, title_of
from recruiter_tui.tui.signs import Ink
from recruiter_tui.tui.text import fit, safe

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult

    from recruiter_tui.services.column_looks import ValueLook

_TITLE: Final = 23


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a column is to mean; None keeps its text."""

    answer: str | None


class MeaningDialog(Dialog[Meaning]):
    """Asks what one column means."""

    hint = "↑ ↓ enter choose · esc cancels"
    AUTO_FOCUS = "Choices"
    DEFAULT_CSS = "MeaningDialog .dialog-body { max-height: 75vh; }"

    def __init__(
        self, heading: str, now: str | None, offered: Sequence[tuple[str | None, ValueLook | None]]
    ) -> None:
        """Take the column's heading, what it means now, and each meaning with what it makes of a value."""
        super().__init__()
        self.title_text = f"What does “{heading}” hold?"
        self._offered = offered
        self._now = next((n for n, (answer, _) in enumerate(offered) if answer == now), 0)

    def body(self) -> ComposeResult:
        """Give the meanings."""
        yield Choices([_choice(answer, look) for answer, look in self._offered], cursor=self._now)

    def on_mount(self) -> None:
        """Bring the present meaning into view."""
        choices = self.query_one(Choices)
        self.call_after_refresh(choices.action_step, 0)

    def on_choices_chosen(self, message: Choices.Chosen[Meaning]) -> None:
        """Take the meaning."""
        self.dismiss(message.value)


def _choice(answer: str | None, look: ValueLook | None) -> Choice[Meaning]:
    """Return a meaning as a line, with what it makes of the first value."""
    becomes, ink = "", Ink.FAINT
    if look is not None and answer is not None:
        becomes, ink = safe(look.becomes), Ink.DIM if look.is_clear else Ink.FAINT
    name = (fit(title_of(answer), _TITLE), Ink.DIM if title_of(answer) == TEXT else Ink.TEXT)
    return Choice("", (name, (becomes, ink)), Meaning(answer))

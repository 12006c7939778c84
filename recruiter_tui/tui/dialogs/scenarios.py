"""Scenarios that were kept: one key tries one, another forgets it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType

from recruiter_tui.tui.dialogs.base import Dialog
from recruiter_tui.tui.dialogs.choices import Choice, Choices
from recruiter_tui.tui.signs import Ink
from recruiter_tui.tui.text import cut, fit, safe, width

if TYPE_CHECKING:
    from collections.abc import Mapping

    from textual.app import ComposeResult

_DIGITS = "123456789"
_NAME = 24


@dataclass(frozen=True, slots=True)
class Kept:
    """Which scenario is meant, and whether it is to be forgotten in place of tried."""

    name: str
    forget: bool = False


class ScenariosDialog(Dialog[Kept]):
    """Lists the scenarios by name with what each of them tries."""

    title_text = "Try which scenario?"
    hint = "one key tries it · d forgets the one under the cursor · esc cancels"
    AUTO_FOCUS = "Choices"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("d,delete", "forget", show=False)]

    def __init__(self, kept: Mapping[str, str], current: str = "") -> None:
        """Take the names with what is tried under each, and the one that is tried now."""
        super().__init__()
        self._kept = dict(kept)
        self._now = next((place for place, name in enumerate(kept) if name == current), None)

    def body(self) -> ComposeResult:
        """Give a line for each scenario."""
        cells = min(_NAME, max(map(width, self._kept), default=0))
        choices = [
            Choice(
                _DIGITS[place] if place < len(_DIGITS) else "",
                ((fit(cut(safe(name), cells), cells) + "  ", Ink.TEXT), (safe(told), Ink.DIM)),
                name,
            )
            for place, (name, told) in enumerate(self._kept.items())
        ]
        yield Choices(choices, cursor=self._now or 0, marked=self._now)

    def on_choices_chosen(self, message: Choices.Chosen[str]) -> None:
        """Answer with the scenario to try."""
        self.dismiss(Kept(message.value))

    def action_forget(self) -> None:
        """Answer with the scenario to forget."""
        self.dismiss(Kept(list(self._kept)[self.query_one(Choices).cursor], forget=True))

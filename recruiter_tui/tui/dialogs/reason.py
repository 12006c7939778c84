"""Why somebody is not suitable: one key names the reason, and only 'other' asks for words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.widgets import Input, Static

from recruiter_tui.tui.dialogs.base import Dialog
from recruiter_tui.tui.dialogs.choices import Choice, Choices, keys_for
from recruiter_tui.tui.signs import Ink
from recruiter_tui.tui.text import content, fit, safe, width

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult

    from recruiter_tui.domain.application import ReasonCode


LONGEST_REMARK = 2_000
"""Characters of a remark or a written reason."""


@dataclass(frozen=True, slots=True)
class Reason:
    """The reason code that was chosen, with words where it needs them."""

    code: str
    note: str | None = None


class ReasonDialog(Dialog[Reason]):
    """Asks for the reason code of a rejection."""

    hint = "one key chooses · esc cancels"
    AUTO_FOCUS = "Choices"

    def __init__(self, codes: Sequence[ReasonCode], count: int = 1, draft: str = "") -> None:
        """Take the vacancy's codes, how many applications are meant, and words that were written already."""
        super().__init__()
        self._draft = draft
        self.title_text = "Not suitable, because" if count == 1 else f"{count} not suitable, because"
        self._keys = keys_for((code.code for code in codes), taken="x")
        self._codes = tuple(codes)
        self._chosen: ReasonCode | None = None

    def body(self) -> ComposeResult:
        """Give the codes, and the line for words that stays away until it is needed."""
        widest = max((width(safe(code.code)) for code in self._codes), default=0)
        yield Choices(
            [
                Choice(
                    key, ((fit(safe(code.code), widest + 2), Ink.STRONG), (safe(code.name), Ink.DIM)), code
                )
                for key, code in zip(self._keys, self._codes, strict=True)
            ]
        )
        words = Input(value=self._draft, placeholder="the reason, in a sentence", max_length=LONGEST_REMARK)
        words.display = False
        yield words

    def on_choices_chosen(self, message: Choices.Chosen[ReasonCode]) -> None:
        """Take the code, or ask for the words that it needs."""
        code = message.value
        if not code.needs_text:
            self.dismiss(Reason(code.code))
            return
        self._chosen = code
        words = self.query_one(Input)
        words.display = True
        words.focus()
        self.query_one(".dialog-hint", Static).update(content("enter takes the reason · esc cancels"))

    def on_input_submitted(self, message: Input.Submitted) -> None:
        """Take code and words; without words there is no reason."""
        words = message.value.strip()
        if self._chosen is None or not words:
            self.complain("This reason needs words: write a sentence, or esc.")
            return
        self.dismiss(Reason(self._chosen.code, words))

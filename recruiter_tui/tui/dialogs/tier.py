"""What came of a tier, in a person's words: it opens the next tier."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from textual.widgets import Input, Static

from recruiter_tui.tui.dialogs.base import Dialog
from recruiter_tui.tui.dialogs.choices import Choice, Choices
from recruiter_tui.tui.dialogs.reason import LONGEST_REMARK
from recruiter_tui.tui.signs import Ink
from recruiter_tui.tui.text import content, joined, safe, stacked

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from textual.app import ComposeResult


@dataclass(frozen=True, slots=True)
class TierClosing:
    """Which tier is closed, and what came of it."""

    tier: int
    note: str


class TierDialog(Dialog[TierClosing]):
    """Asks which tier where several are open, then for its outcome."""

    AUTO_FOCUS = "Choices"
    DEFAULT_CSS = "TierDialog .dialog-about { height: auto; padding: 1 0; }"

    def __init__(
        self,
        tiers: Sequence[tuple[int, str]],
        closed: Mapping[int, str],
        stands: Mapping[int, str] = MappingProxyType({}),
    ) -> None:
        """Take the tiers with who belongs to them, what is recorded of them, and how each of them stands."""
        super().__init__()
        self._stands = stands
        self.title_text = "Close a tier"
        self.hint = "one key chooses · esc cancels"
        self._tiers = tuple(tiers)
        self._recorded = dict(closed)
        self._tier: int | None = None

    def body(self) -> ComposeResult:
        """Give the tiers, then the line for the outcome."""
        first = next((n for n, (tier, _who) in enumerate(self._tiers) if tier not in self._recorded), 0)
        yield Choices([self._choice(tier, who) for tier, who in self._tiers], cursor=first)
        yield Static("", markup=False, classes="dialog-about")
        yield Input(
            placeholder="what came of it: nobody suitable, 3 interviewed ...", max_length=LONGEST_REMARK
        )

    def on_mount(self) -> None:
        """Begin with the tiers."""
        self._ask(asking=False)
        if len(self._tiers) == 1:
            self._about(self._tiers[0][0])

    def on_choices_chosen(self, message: Choices.Chosen[int]) -> None:
        """Ask for the outcome."""
        self._about(message.value)

    def on_input_submitted(self, message: Input.Submitted) -> None:
        """Take the outcome; without one no tier is closed."""
        words = message.value.strip()
        if self._tier is None or not words:
            self.complain("Say what came of the tier: others will read it.")
            return
        self.dismiss(TierClosing(self._tier, words))

    def _about(self, tier: int) -> None:
        self._tier = tier
        who = dict(self._tiers)[tier]
        said = (
            f"recorded: {self._recorded[tier]}"
            if tier in self._recorded
            else "its outcome is not recorded yet"
        )
        told = [joined((who, Ink.STRONG)), joined((said, Ink.DIM))]
        if tier in self._stands:
            told.insert(1, joined((self._stands[tier], Ink.TEXT)))
        self.query_one(".dialog-about", Static).update(stacked(told))
        self._ask(asking=True)
        self.query_one(Input).focus()
        self.query_one(".dialog-hint", Static).update(content("enter closes the tier · esc cancels"))

    def _ask(self, *, asking: bool) -> None:
        self.query_one(Choices).display = not asking
        self.query_one(".dialog-about", Static).display = asking
        self.query_one(Input).display = asking

    def _choice(self, tier: int, who: str) -> Choice[int]:
        state = "closed" if tier in self._recorded else "open"
        ink = Ink.FAINT if tier in self._recorded else Ink.ACCENT
        return Choice(str(tier), ((f"{state:<8}", ink), (safe(who), Ink.TEXT)), tier)

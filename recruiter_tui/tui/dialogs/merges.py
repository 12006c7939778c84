"""The merges that stand, one of which is to be taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from recruiter_tui.tui.dialogs.base import Dialog
from recruiter_tui.tui.dialogs.choices import Choice, Choices
from recruiter_tui.tui.drawing.names import when
from recruiter_tui.tui.signs import Ink
from recruiter_tui.tui.text import fit, safe

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult

    from recruiter_tui.services.person_views import Merge

_NAME = 30


class MergesDialog(Dialog["Merge"]):
    """Asks which two records are to be parted."""

    title_text = "Part two records again, exactly as they were"
    hint = "↑ ↓ enter parts · esc cancels"
    AUTO_FOCUS = "Choices"

    def __init__(self, merges: Sequence[Merge]) -> None:
        """Take the merges, the newest first."""
        super().__init__()
        self._merges = tuple(merges)

    def body(self) -> ComposeResult:
        """Give a line for each."""
        yield Choices(
            [
                Choice(
                    "",
                    (
                        (fit(safe(one.name), _NAME) + "  ", Ink.TEXT),
                        (f"{safe(one.by)}, {when(one.at)}", Ink.DIM),
                    ),
                    one,
                )
                for one in self._merges
            ]
        )

    def on_choices_chosen(self, message: Choices.Chosen[Merge]) -> None:
        """Take the merge."""
        self.dismiss(message.value)

"""What a verdict on many would do, counted before anybody confirms it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from textual.widgets import Static

from recruiter_tui.tui.dialogs.confirm import ConfirmDialog
from recruiter_tui.tui.signs import Ink, disposition_sign
from recruiter_tui.tui.text import fit, joined, safe, stacked

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.app import ComposeResult
    from textual.content import Content

    from recruiter_tui.services.bulk import Preview

_NUMBER: Final = 7
_NAMED: Final = 12
"""Applications that are named at once among those that a rule keeps back."""


class BulkDialog(ConfirmDialog):
    """Asks before many change at once; `y` decides."""

    def __init__(self, preview: Preview, whom: str) -> None:
        """Take what would be done, and whom it means in words."""
        sign = disposition_sign(preview.disposition)
        why = f": {preview.reason}" if preview.reason else ""
        many = "1 changes" if preview.count == 1 else f"{preview.count} change"
        super().__init__(f"{many} to {sign.word}{why}", yes=f"decide on {preview.count}")
        self._preview = preview
        self._whom = whom
        if not preview.count:
            self.title_text = f"Nothing would change to {sign.word}{why}"
            self.hint = "esc closes"

    def body(self) -> ComposeResult:
        """Say whom it means, and what is left alone."""
        yield Static(stacked(self._lines()), markup=False)

    def _lines(self) -> Iterator[Content]:
        preview = self._preview
        yield joined((self._whom, Ink.DIM))
        yield joined(("", Ink.TEXT))
        sign = disposition_sign(preview.disposition)
        yield _count(preview.count, f"would be {sign.word}", Ink.STRONG)
        if preview.unchanged:
            yield _count(preview.unchanged, "stand there already", Ink.DIM)
        if preview.hidden:
            yield _count(preview.hidden, "marked, but hidden by the filter: left alone", Ink.DIM)
        if preview.refused:
            yield _count(len(preview.refused), "kept back", Ink.OPEN)
        for application, why in preview.refused[:_NAMED]:
            yield joined((" " * (_NUMBER + 2) + safe(application) + "  ", Ink.TEXT), (safe(why), Ink.DIM))
        if len(preview.refused) > _NAMED:
            yield joined((f"{' ' * (_NUMBER + 2)}and {len(preview.refused) - _NAMED} more", Ink.FAINT))


def _count(many: int, words: str, ink: Ink) -> Content:
    return joined((fit(f"{many}", _NUMBER, "right") + "  ", ink), (words, Ink.TEXT if many else Ink.FAINT))

"""What stands beneath and beside the filter line: its keys, or a mark under what is wrong and a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from recruiter_tui.tui.signs import Ink
from recruiter_tui.tui.text import cut, width
from recruiter_tui.tui.widgets.lines import Lines, Run

if TYPE_CHECKING:
    from collections.abc import Sequence

_HINTS: tuple[tuple[str, str], ...] = (
    ("enter", "keeps"),
    ("esc", "clears"),
    ("tab", "completes"),
    ("↑", "earlier"),
    ("ctrl+s", "saves a view"),
    ("?", "how"),
)


class Piece(Lines):
    """A few words beside or beneath the line."""

    GROUND = "bar"

    def __init__(self, classes: str, *said: Run) -> None:
        """Say something from the start."""
        super().__init__(classes=classes)
        self._said = said

    def say(self, *said: Run) -> None:
        """Say something else."""
        if said != self._said:
            self._said = said
            self.refresh()

    def runs(self, y: int, width: int) -> Sequence[Run]:  # noqa: ARG002 - one line, cut by its drawer
        """Draw the words."""
        return self._said


def hints() -> list[Run]:
    """Return the keys of the line."""
    runs: list[Run] = [(" ", Ink.DIM)]
    for key, said in _HINTS:
        runs += [(f"  {key}", Ink.ACCENT), (f" {said}", Ink.DIM)]
    return runs


def fault_runs(sentence: str, place: int, room: int, ink: Ink) -> list[Run]:
    """Return the mark under column `place` with the sentence beside it, on the side that has the room."""
    before = max(0, min(place, room - 3))
    caret = ("^ ", Ink.OPEN)
    behind = room - before - 3
    if width(sentence) <= behind or behind >= before - 1:
        return [(" " * before, Ink.DIM), caret, (cut(sentence, behind), ink)]
    said = cut(sentence, before - 1)
    return [(" " * (before - width(said) - 1) + said + " ", ink), caret]

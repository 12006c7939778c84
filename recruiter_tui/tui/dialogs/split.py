"""Where a glued item is cut: a mark in its wording, moved by word or letter."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, ClassVar, Final

from textual.binding import Binding, BindingType
from textual.message import Message

from recruiter_tui.domain.notice_items import seam
from recruiter_tui.tui.dialogs.base import Dialog
from recruiter_tui.tui.drawing.cells import plain, wrap
from recruiter_tui.tui.signs import Ink
from recruiter_tui.tui.widgets.lines import Lines, Run

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult

_STARTS: Final = re.compile(r"\b\w")


class Halves(Lines, can_focus=True):
    """The two halves below each other; keys move the cut."""

    GROUND = "bar"
    DEFAULT_CSS = "Halves { height: auto; width: 1fr; }"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("right,w,j,down", "word(1)", show=False),
        Binding("left,b,k,up", "word(-1)", show=False),
        Binding("greater_than_sign,l", "letter(1)", show=False),
        Binding("less_than_sign,h", "letter(-1)", show=False),
        Binding("enter", "cut", show=False),
    ]

    class Cut(Message):
        """The cut is where it should be."""

        def __init__(self, at: int) -> None:
            """Carry the place in the wording."""
            super().__init__()
            self.at = at

    def __init__(self, wording: str) -> None:
        """Begin at the likeliest seam."""
        super().__init__()
        self._wording = wording
        self.at = seam(wording)

    def get_content_height(self, *_args: object) -> int:
        """Return the lines of both halves, the blank one between them, and one to spare."""
        return len(self._lines(self.container_size.width or 64))

    def _lines(self, width: int) -> list[tuple[str, str, Ink]]:
        lines: list[tuple[str, str, Ink]] = []
        for number, part in enumerate((self._wording[: self.at], self._wording[self.at :]), 1):
            for place, piece in enumerate(wrap(plain(part), max(8, width - 3))):
                lines.append(
                    (f"{number}  " if place == 0 else "   ", piece, Ink.STRONG if number == 1 else Ink.TEXT)
                )
            lines.append(("", "", Ink.TEXT))
        return lines

    def runs(self, y: int, width: int) -> Sequence[Run]:
        """Draw one line of a half."""
        lines = self._lines(width)
        return [(lines[y][0], Ink.ACCENT), (lines[y][1], lines[y][2])] if y < len(lines) else ()

    def action_word(self, way: int) -> None:
        """Move the cut to the next word, or the one before."""
        places = [found.start() for found in _STARTS.finditer(self._wording) if found.start()]
        later = [place for place in places if (place > self.at if way > 0 else place < self.at)]
        if later:
            self._put(later[0] if way > 0 else later[-1])

    def action_letter(self, way: int) -> None:
        """Move the cut by one letter, for words that are glued together."""
        self._put(max(1, min(len(self._wording) - 1, self.at + way)))

    def _put(self, at: int) -> None:
        self.at = at
        self.refresh(layout=True)

    def action_cut(self) -> None:
        """Cut here."""
        self.post_message(self.Cut(self.at))


class SplitDialog(Dialog[int]):
    """Asks where to cut; answers with the place in the wording."""

    title_text = "Split into two"
    hint = "← → by word · < > by letter · enter cuts · esc cancels"
    AUTO_FOCUS = "Halves"

    def __init__(self, wording: str) -> None:
        """Take the item's wording."""
        super().__init__()
        self._wording = wording

    def body(self) -> ComposeResult:
        """Give the halves."""
        yield Halves(self._wording)

    def on_halves_cut(self, message: Halves.Cut) -> None:
        """Answer with the place."""
        self.dismiss(message.at)

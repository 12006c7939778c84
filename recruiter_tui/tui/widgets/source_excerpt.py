"""A part of a candidate's paper, with the place lit that a fact came from."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from textual.widget import Widget

from recruiter_tui.tui.drawing.source import SourceLayout, visible
from recruiter_tui.tui.signs import Ink
from recruiter_tui.tui.widgets.lines import Run, strip

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.geometry import Region
    from textual.strip import Strip

    from recruiter_tui.domain.stated import Span

_ABOVE: Final = 3
"""Rows that stay above the lit one."""
_WHEEL: Final = 3


class SourceExcerpt(Widget):
    """Shows a paper's text; the lit places are brought into view."""

    ALLOW_SELECT = False
    DEFAULT_CSS = "SourceExcerpt { width: 1fr; height: 1fr; }"

    def __init__(self, text: str) -> None:
        """Take the paper's text."""
        super().__init__()
        self._text = text
        self._spans: tuple[Span, ...] = ()
        self._layout = SourceLayout("", 1)
        self._top = 0

    def light(self, spans: Sequence[Span]) -> None:
        """Light some places, and bring the first one into view."""
        self._spans = tuple(span for span in spans if 0 <= span.start < span.end <= len(self._text))
        self._bring()

    def on_resize(self) -> None:
        """Wrap the text anew."""
        self._layout = SourceLayout(self._text, max(8, self.size.width - 2))
        self._bring()

    def _bring(self) -> None:
        row = self._layout.row_of(self._spans[0].start) if self._spans else 0
        self._scroll(row - _ABOVE)

    def _scroll(self, top: int) -> None:
        self._top = max(0, min(top, len(self._layout.rows) - self.size.height))
        self.refresh()

    def on_mouse_scroll_down(self) -> None:
        """Scroll with the wheel."""
        self._scroll(self._top + _WHEEL)

    def on_mouse_scroll_up(self) -> None:
        """Scroll with the wheel."""
        self._scroll(self._top - _WHEEL)

    def render_lines(self, crop: Region) -> list[Strip]:
        """Return the strips of the visible part."""
        width = self.size.width
        strips = [
            strip(self.app, [("│ ", Ink.RULE), *self._runs(self._top + y)], width, "bar")
            for y in range(crop.y, crop.bottom)
        ]
        if crop.x or crop.width != width:
            strips = [one.crop(crop.x, crop.right) for one in strips]
        return strips

    def _runs(self, number: int) -> list[Run]:
        """Return one row, its lit characters bright."""
        if number >= len(self._layout.rows):
            return []
        row = self._layout.rows[number]
        cuts = {row.start, row.end}
        for span in self._spans:
            cuts |= {place for place in span if row.start < place < row.end}
        ordered = sorted(cuts)
        return [
            (
                visible(self._text[start:end]),
                Ink.ACCENT if any(span.start <= start < span.end for span in self._spans) else Ink.DIM,
            )
            for start, end in pairwise(ordered)
        ]

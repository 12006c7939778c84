"""Widgets of many rows that keep their own place: scrolled by wheel, with a mark that shows where one is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from textual.widget import Widget

if TYPE_CHECKING:
    from textual import events
    from textual.geometry import Region
    from textual.strip import Strip

TRACK: Final = 2
"""Cells to the right that the scroll mark takes, with a blank before it."""
_WHEEL: Final = 3


class Scrolled(Widget, can_focus=True):
    """Draws the rows in view alone; `top` is the first of them."""

    ALLOW_SELECT = False

    def __init__(self) -> None:
        """Start at the top."""
        super().__init__()
        self.top = 0

    def row_count(self) -> int:
        """Return how many rows there are."""
        raise NotImplementedError

    def row_strip(self, y: int) -> Strip:
        """Return the row in view at a line of the widget, in its full width."""
        raise NotImplementedError

    def scroll_rows(self, top: int) -> None:
        """Bring a row to the top, as far as there are rows."""
        self.top = max(0, min(top, self.row_count() - max(1, self.size.height)))

    def is_thumb(self, y: int) -> bool:
        """Tell whether a line holds the scroll mark; there is none where all rows are in view."""
        height = self.size.height
        return y in mark_lines(self.top, height, self.row_count(), height)

    def render_lines(self, crop: Region) -> list[Strip]:
        """Return the strips of the visible part."""
        strips = [self.row_strip(y) for y in range(crop.y, crop.bottom)]
        if crop.x or crop.width != self.size.width:
            strips = [one.crop(crop.x, crop.right) for one in strips]
        return strips

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Show what is further down."""
        event.stop()
        self.scroll_rows(self.top + _WHEEL)
        self.refresh()

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Show what is further up."""
        event.stop()
        self.scroll_rows(self.top - _WHEEL)
        self.refresh()


def mark_lines(top: int, seen: int, total: int, lines: int) -> range:
    """Return which of `lines` hold the scroll mark where `seen` of `total` rows stand, from `top` on."""
    if total <= seen:
        return range(0)
    size = max(1, lines * seen // total)
    first = top * (lines - size) // (total - seen)
    return range(first, first + size)

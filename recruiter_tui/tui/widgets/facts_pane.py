"""A page of facts that scrolls: what was understood of a row, or two persons side by side."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, ClassVar, Final, TypeAlias

from textual.binding import Binding, BindingType
from textual.strip import Strip
from textual.widget import Widget

from recruiter_tui.tui.drawing.line import Line
from recruiter_tui.tui.signs import Ink
from recruiter_tui.tui.widgets.lines import strip
from recruiter_tui.tui.widgets.scrolled import mark_lines

if TYPE_CHECKING:
    from textual.geometry import Region


Drawing: TypeAlias = Callable[[int], Iterable[Line]]
"""Gives the lines of a page for a width."""
_WHEEL: Final = 3
_GUTTER: Final = 2


class FactsPane(Widget, can_focus=True):
    """Draws lines; keys scroll it while it has the focus."""

    ALLOW_SELECT = False
    DEFAULT_CSS = "FactsPane { width: 1fr; height: 1fr; }"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("j,down", "scroll_by(1)", show=False),
        Binding("k,up", "scroll_by(-1)", show=False),
        Binding("pagedown,ctrl+d", "page(1)", show=False),
        Binding("pageup,ctrl+u", "page(-1)", show=False),
        Binding("g,home", "scroll_by(-100000)", show=False),
        Binding("G,end", "scroll_by(100000)", show=False),
    ]

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name for it
        """Start empty."""
        super().__init__(id=id)
        self._drawing: Drawing | None = None
        self._lines: list[Line] = []
        self._top = 0

    def show(self, drawing: Drawing | None) -> None:
        """Show another page from its beginning."""
        self._drawing, self._top = drawing, 0
        self._draw()

    def on_resize(self) -> None:
        """Wrap everything anew."""
        self._draw()

    def _draw(self) -> None:
        width = max(8, self.size.width - _GUTTER - 1)
        self._lines = list(self._drawing(width)) if self._drawing else []
        self.action_scroll_by(0)

    def action_scroll_by(self, lines: int) -> None:
        """Scroll."""
        self._top = max(0, min(self._top + lines, len(self._lines) - self.size.height))
        self.refresh()

    def action_page(self, way: int) -> None:
        """Scroll by a page."""
        self.action_scroll_by(way * max(1, self.size.height - 2))

    def on_mouse_scroll_down(self) -> None:
        """Scroll with the wheel."""
        self.action_scroll_by(_WHEEL)

    def on_mouse_scroll_up(self) -> None:
        """Scroll with the wheel."""
        self.action_scroll_by(-_WHEEL)

    def on_focus(self) -> None:
        """Show the scroll mark in the accent."""
        self.refresh()

    def on_blur(self) -> None:
        """Dim the scroll mark."""
        self.refresh()

    def render_lines(self, crop: Region) -> list[Strip]:
        """Return the strips of the visible part."""
        width, height, total = self.size.width, self.size.height, len(self._lines)
        marked = mark_lines(self._top, height, total, height)
        strips = []
        for y in range(crop.y, crop.bottom):
            place = self._top + y
            pieces = self._lines[place].pieces if place < total else ()
            body = strip(self.app, [(" " * _GUTTER, Ink.TEXT), *pieces], max(0, width - 1))
            thumb = [("▐", Ink.ACCENT if self.has_focus else Ink.RULE)] if y in marked else []
            strips.append(Strip.join((body, strip(self.app, thumb, 1))))
        if crop.x or crop.width != width:
            strips = [one.crop(crop.x, crop.right) for one in strips]
        return strips

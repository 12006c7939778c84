"""A page of lines with a cursor on everything that can be acted on, whatever draws it."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from recruiter_tui.tui.drawing.page import Page
from recruiter_tui.tui.widgets.understood import Understood

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from textual.binding import BindingType

    from recruiter_tui.tui.drawing.line import Line

_AROUND = 4
"""Cells of cursor mark and scroll mark."""


class PagePane(Understood):
    """Shows what a function draws for a width; the cursor is the name of a stop."""

    DEFAULT_CSS = "PagePane { width: 1fr; height: 1fr; }"
    BINDINGS: ClassVar[list[BindingType]] = []

    def __init__(self) -> None:
        """Start empty."""
        super().__init__()
        self._painter: Callable[[int], Iterable[Line]] | None = None

    def put(self, painter: Callable[[int], Iterable[Line]]) -> None:
        """Show another page; the cursor stays on its stop, or near its place."""
        place = self._place()
        self._painter = painter
        self._draw()
        if self._blocks and self._block() is None:
            self.key = self._blocks[min(place, len(self._blocks) - 1)].stop.name
        self._keep_in_view()
        self.refresh()

    def _draw(self) -> None:
        cells = max(8, self.size.width - _AROUND)
        self._page = Page(self._painter(cells) if self._painter is not None else ())
        self._page.finish()
        self._blocks = self._page.starting(0, self._page.known)
        self.scroll_rows(self.top)

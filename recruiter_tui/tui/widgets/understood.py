"""What was understood of a notice: a page with a cursor on everything that can be corrected."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final

from textual.binding import Binding, BindingType
from textual.message import Message

from recruiter_tui.tui.drawing.notice import notice_lines
from recruiter_tui.tui.drawing.page import Block, Page
from recruiter_tui.tui.signs import Ink, mark_sign
from recruiter_tui.tui.widgets.lines import strip
from recruiter_tui.tui.widgets.scrolled import TRACK, Scrolled

if TYPE_CHECKING:
    from textual import events
    from textual.strip import Strip

    from recruiter_tui.domain.notice import Notice
    from recruiter_tui.domain.notice_diff import NoticeDiff

_GUTTER: Final = 2


class Understood(Scrolled):
    """The page beside the source; its cursor is an item's key, which both panes share."""

    DEFAULT_CSS = "Understood { width: 1fr; height: 1fr; }"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("j,down", "step(1)", show=False),
        Binding("k,up", "step(-1)", show=False),
        Binding("pagedown,ctrl+d", "page(1)", show=False),
        Binding("pageup,ctrl+u", "page(-1)", show=False),
        Binding("g,home", "end(0)", show=False),
        Binding("G,end", "end(-1)", show=False),
    ]

    class Pointed(Message):
        """The cursor stands on another item."""

        def __init__(self, key: str) -> None:
            """Carry the item's key."""
            super().__init__()
            self.key = key

    class Opened(Pointed):
        """The item was clicked twice."""

    def __init__(self) -> None:
        """Start empty."""
        super().__init__()
        self.key: str | None = None
        self.marked: frozenset[str] = frozenset()
        self._shown: tuple[Notice, NoticeDiff | None, str] | None = None
        self._page = Page()
        self._blocks: list[Block] = []

    def show(self, notice: Notice, changes: NoticeDiff | None = None, since: str = "") -> None:
        """Show what was understood; the cursor stays on its item, or near its place."""
        place = self._place()
        self._shown = (notice, changes, since)
        self._draw()
        if self._blocks and self._block() is None:
            self.key = self._blocks[min(place, len(self._blocks) - 1)].stop.name
        self._keep_in_view()
        self.refresh()

    def mark(self, names: frozenset[str]) -> None:
        """Show which criteria are marked."""
        self.marked = names
        self._draw()
        self.refresh()

    def select(self, key: str) -> None:
        """Put the cursor on an item."""
        self.key = key
        self._keep_in_view()
        self.refresh()

    def _draw(self) -> None:
        cells = max(8, self.size.width - _GUTTER - TRACK)
        self._page = Page()
        if self._shown is not None:
            notice, changes, since = self._shown
            self._page = Page(notice_lines(notice, cells, changes, since, self.marked))
        self._page.finish()
        self._blocks = self._page.starting(0, self._page.known)
        self.scroll_rows(self.top)

    def _place(self) -> int:
        return next((n for n, block in enumerate(self._blocks) if block.stop.name == self.key), 0)

    def _block(self) -> Block | None:
        return next((block for block in self._blocks if block.stop.name == self.key), None)

    def _go(self, place: int) -> None:
        if not self._blocks:
            return
        place = max(0, min(place, len(self._blocks) - 1))
        key = self._blocks[place].stop.name
        if key == self.key:
            self.scroll_rows(0 if place == 0 else self.top + 1)
        self.key = key
        self._keep_in_view()
        if place == 0:
            self.scroll_rows(0)
        self.refresh()
        self.post_message(self.Pointed(key))

    def action_step(self, way: int) -> None:
        """Go to the next item or the one before."""
        self._go(self._place() + way if self._block() is not None else 0)

    def action_page(self, way: int) -> None:
        """Go about a page on or back."""
        here = self._block()
        wanted = (here.first if here else self.top) + way * max(1, self.size.height - 2)
        near = [n for n, block in enumerate(self._blocks) if block.first <= max(0, wanted)]
        self._go(near[-1] if near else 0)

    def action_end(self, place: int) -> None:
        """Go to the first item, or the last."""
        self._go(0 if place == 0 else len(self._blocks) - 1)

    def row_count(self) -> int:
        """Return the lines of the page."""
        return self._page.known

    def _keep_in_view(self) -> None:
        block = self._block()
        if block is None:
            return
        height = max(1, self.size.height)
        top = max(self.top, block.last - height + 2)
        self.scroll_rows(min(top, max(0, block.first - 1)))

    # -- painting ----------------------------------------------------------------------------------------

    def row_strip(self, y: int) -> Strip:
        """Return a line of the page with the cursor's mark and the scroll mark."""
        width = self.size.width
        line = self._page.line(self.top + y)
        chosen = line is not None and line.stop is not None and line.stop.name == self.key
        ground = ("cursor" if self.has_focus else "cursor-idle") if chosen else "ground"
        gutter = (mark_sign() if chosen and self.has_focus else " ") + " "
        pieces = line.pieces if line else ()
        body = strip(self.app, [(gutter, Ink.ACCENT), *pieces], max(0, width - 1), ground)
        thumb = [("▐", Ink.RULE)] if self.is_thumb(y) else []
        return body.join((body, strip(self.app, thumb, 1))) if width else body

    # -- events ------------------------------------------------------------------------------------------

    def on_resize(self) -> None:
        """Wrap everything anew."""
        self._draw()
        self._keep_in_view()

    def on_focus(self) -> None:
        """Show the cursor."""
        self.refresh()

    def on_blur(self) -> None:
        """Show that the keys go elsewhere."""
        self.refresh()

    def on_click(self, event: events.Click) -> None:
        """Put the cursor on what was clicked."""
        block = self._page.at(self.top + event.y)
        if block is None:
            return
        self.key = block.stop.name
        self.refresh()
        self.post_message((self.Opened if event.chain > 1 else self.Pointed)(block.stop.name))

"""The dossier of one application: a page that scrolls by key, with a cursor on findings and facts."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar, Final

from textual.binding import Binding, BindingType
from textual.geometry import Size

from recruiter_tui.tui.drawing.line import About, Line, Stop, line
from recruiter_tui.tui.drawing.page import Block, Page
from recruiter_tui.tui.signs import Ink, mark_sign
from recruiter_tui.tui.text import wrapped
from recruiter_tui.tui.widgets.lines import Painter, strip
from recruiter_tui.tui.widgets.scrolled import mark_lines

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual import events
    from textual.strip import Strip
    from textual.timer import Timer

    from recruiter_tui.services.views import Dossier
    from recruiter_tui.tui.drawing.setting import Setting

_GUTTER: Final = 2
_TRACK: Final = 2
_IDLE: Final = 0.2
"""Seconds without a new dossier after which the rest of the page is drawn, for the scroll mark."""
_PIECE: Final = 100
"""Lines that are drawn in one go then."""
_BREATH: Final = 0.02
"""Seconds between two pieces, in which keys are heard."""
_WHEEL: Final = 3
_EMPTY: Final = "Nobody is under the cursor."


class DossierPane(Painter, can_focus=True):
    """Shows one dossier; draws only what is looked at, so that the cursor beside it can run."""

    ALLOW_SELECT = False
    DEFAULT_CSS = "DossierPane { width: 1fr; height: 1fr; }"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("j,down", "step(1)", show=False),
        Binding("k,up", "step(-1)", show=False),
        Binding("pagedown,ctrl+d", "page(1)", show=False),
        Binding("pageup,ctrl+u", "page(-1)", show=False),
        Binding("g,home", "top", show=False),
        Binding("G,end", "end", show=False),
        Binding("enter", "unfold", show=False),
    ]

    def __init__(self) -> None:
        """Start empty."""
        super().__init__()
        self.dossier: Dossier | None = None
        self._setting: Setting | None = None
        self._opened: frozenset[str] = frozenset()
        self._page = Page()
        self._top = 0
        self._stop: Stop | None = None
        self._cells = 0
        self._drawn_at = Size(0, 0)
        self._rest: Timer | None = None

    @property
    def selected(self) -> Stop | None:
        """Return what the cursor rests on."""
        return self._stop

    @property
    def selected_finding(self) -> str | None:
        """Return the criterion whose finding is under the cursor."""
        return self._stop.name if self._stop and self._stop.about is About.FINDING else None

    @property
    def selected_fact(self) -> str | None:
        """Return the path of the fact under the cursor, for instance `employment/2`."""
        return self._stop.name if self._stop and self._stop.about is About.FACT else None

    @property
    def criterion(self) -> str | None:
        """Return the criterion that a ruling would be about: the one under the cursor."""
        return self.selected_finding

    def show(self, dossier: Dossier | None, setting: Setting | None = None) -> None:
        """Show a dossier; the place on the page stays where the same application is shown again."""
        same = dossier and self.dossier and dossier.row.key == self.dossier.row.key
        self.dossier = dossier
        self._setting = setting or self._setting
        if not same:
            self._top, self._stop, self._opened = 0, None, frozenset()
        self._draw()
        self.refresh()
        if self._rest is not None:
            self._rest.stop()
        self._rest = self.set_timer(_IDLE, self._draw_rest) if dossier and self.is_mounted else None

    def _draw(self) -> None:
        """Begin the page anew for the present width."""
        self._drawn_at = self.size
        self._cells = max(8, self.size.width - _GUTTER - _TRACK)
        if self.dossier is None:
            self._page = Page(line(self._cells, (part, Ink.FAINT)) for part in wrapped(_EMPTY, self._cells))
        else:
            # The drawing brings half of the domain along; the first picture stands before it is needed.
            from recruiter_tui.tui.drawing.dossier import dossier_lines
            from recruiter_tui.tui.drawing.setting import Setting

            setting = replace(self._setting or Setting(), opened=self._opened)
            self._page = Page(dossier_lines(self.dossier, self._cells, setting))
        self._page.reach(self._top + self.size.height)
        if self._page.ended:
            self._top = max(0, min(self._top, self._page.known - self.size.height))

    def _draw_rest(self) -> None:
        """Draw the page to its end, a piece at a time; the scroll mark needs its length."""
        self._page.reach(self._page.known + _PIECE)
        if self._page.ended:
            self.refresh()
        else:
            self._rest = self.set_timer(_BREATH, self._draw_rest)

    def on_focus(self) -> None:
        """Put the cursor on the first thing that can be acted on."""
        if self._stop is None:
            self._rest_in_view(forward=True)
        self.refresh()

    def on_blur(self) -> None:
        """Hide the cursor."""
        self.refresh()

    # -- moving ------------------------------------------------------------------------------------------

    def action_step(self, way: int) -> None:
        """Go to the next place where the cursor can rest; scroll by a line while none is in view."""
        here = self._page.block(self._stop)
        self._page.reach(self._top + 2 * self.size.height)
        there = self._page.after(here) if way > 0 else self._page.before(here)
        if here is None:
            there = self._next_in_view(way)
        if there is not None and self._in_reach(there):
            self._stop = there.stop
            self._bring_into_view(there)
        else:
            self._scroll(self._top + way)
        self.refresh()

    def action_page(self, way: int) -> None:
        """Go one page on or back."""
        self._scroll(self._top + way * max(1, self.size.height - 2))
        self._rest_in_view(forward=way > 0)
        self.refresh()

    def action_top(self) -> None:
        """Go to the beginning."""
        self._scroll(0)
        self._rest_in_view(forward=True)
        self.refresh()

    def action_unfold(self) -> None:
        """Show all evidence of the finding under the cursor, or the first of it again."""
        criterion = self.selected_finding
        if criterion is not None:
            self._opened ^= {criterion}
            self._draw()
            self._page.reach(self._top + 2 * self.size.height)
            block = self._page.block(self._stop)
            if block is not None:
                self._bring_into_view(block)
            self.refresh()

    def go_to_finding(self, criterion: str) -> None:
        """Rest on a finding with all its evidence shown."""
        self._stop = Stop(About.FINDING, criterion)
        self._opened |= {criterion}
        self._draw()
        self._page.finish()
        block = self._page.block(self._stop)
        if block is not None:
            self._bring_into_view(block)
        self.refresh()

    def action_end(self) -> None:
        """Go to the end."""
        self._scroll(self._page.finish())
        self._rest_in_view(forward=False)
        self.refresh()

    def on_mouse_scroll_down(self) -> None:
        """Scroll with the wheel."""
        self._scroll(self._top + _WHEEL)
        self.refresh()

    def on_mouse_scroll_up(self) -> None:
        """Scroll with the wheel."""
        self._scroll(self._top - _WHEEL)
        self.refresh()

    def on_click(self, event: events.Click) -> None:
        """Rest on what was clicked."""
        block = self._page.at(self._top + event.y)
        if block is not None:
            self._stop = block.stop
            self.refresh()

    def _scroll(self, top: int) -> None:
        """Show the page from a line on; a cursor that leaves the view rests nowhere."""
        height = self.size.height
        self._page.reach(top + height)
        self._top = max(0, min(top, self._page.known - height))
        block = self._page.block(self._stop)
        if block is not None and (block.last < self._top or block.first >= self._top + height):
            self._stop = None

    def _in_reach(self, block: Block) -> bool:
        """Tell whether a block begins or ends within the view, or just beyond its edge."""
        return block.last >= self._top - 1 and block.first <= self._top + self.size.height

    def _next_in_view(self, way: int) -> Block | None:
        """Return the first block in view, or the last one when going back."""
        found = self._page.starting(self._top, self._top + self.size.height - 1)
        return (found[0] if way > 0 else found[-1]) if found else None

    def _rest_in_view(self, *, forward: bool) -> None:
        """Rest on the first, or last, thing in view."""
        block = self._next_in_view(1 if forward else -1)
        self._stop = block.stop if block else None

    def _bring_into_view(self, block: Block) -> None:
        """Scroll as little as shows the block, its beginning first."""
        height = self.size.height
        top = max(self._top, block.last - height + 1)
        self._scroll(min(top, block.first))

    # -- painting ----------------------------------------------------------------------------------------

    def paint_lines(self, missing: Sequence[int], size: Size) -> dict[int, Strip]:
        """Draw lines; for another size everything is wrapped anew first."""
        if size != self._drawn_at:
            self._draw()
        blank = strip(self.app, (), size.width)
        page, top = self._page, self._top
        thumb = mark_lines(top, size.height, page.known, size.height) if page.ended else range(0)
        chosen = self._stop if self.has_focus else None
        drawn: dict[int, Strip] = {}
        for y in missing:
            line = page.line(top + y)
            drawn[y] = blank if line is None else self._paint(line, size.width, chosen, thumb=y in thumb)
        return drawn

    def _paint(self, line: Line, width: int, chosen: Stop | None, *, thumb: bool) -> Strip:
        """Draw one line of the page: cursor mark, text, scroll mark."""
        is_chosen = chosen is not None and line.stop == chosen
        ground = "cursor" if is_chosen else "ground"
        gutter = (mark_sign() if is_chosen else " ") + " "
        edge = ("▐" if thumb else " ", Ink.RULE)
        return strip(self.app, [(gutter, Ink.ACCENT), *line.pieces], width, ground, edge=edge)

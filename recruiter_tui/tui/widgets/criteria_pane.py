"""The criteria of one candidate: a line each, always in the same place, and beneath them the one in hand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from textual.message import Message
from textual.widget import Widget

from recruiter_tui.tui.drawing.line import About, Line, Stop, line
from recruiter_tui.tui.signs import Ink, mark_sign
from recruiter_tui.tui.widgets.lines import strip

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual import events
    from textual.geometry import Region
    from textual.strip import Strip

    from recruiter_tui.tui.drawing.card import Card
    from recruiter_tui.tui.drawing.evidence import Place
    from recruiter_tui.tui.drawing.setting import Setting

_GUTTER: Final = 2
_DETAIL: Final = 9
"""Lines that the one in hand has at least, where the pane is not very low."""
_LEAST: Final = 3


class CriteriaPane(Widget):
    """Shows how each criterion stands; the cursor is a criterion's id, kept from person to person."""

    ALLOW_SELECT = False
    DEFAULT_CSS = "CriteriaPane { width: 1fr; height: 1fr; }"

    class Pointed(Message):
        """A criterion was clicked."""

        def __init__(self, stop: Stop) -> None:
            """Carry its line."""
            super().__init__()
            self.stop_ = stop

    def __init__(self) -> None:
        """Start empty."""
        super().__init__()
        self.card: Card | None = None
        self.cursor: Stop | None = None
        self.evidence = 0
        """Which piece of evidence of the criterion under the cursor is in hand."""
        self._setting: Setting | None = None
        self._places: tuple[Place | None, ...] = ()
        self._list: list[Line] = []
        self._detail: list[Line] = []

    def show(self, card: Card | None, setting: Setting | None) -> None:
        """Show a candidate; without one the lines stay, dim, until the next is read."""
        self.card = card
        self._setting = setting
        self._draw_list()

    def point(self, stop: Stop | None, places: Sequence[Place | None], evidence: int) -> None:
        """Put the cursor on a line, and one piece of its evidence in hand."""
        self.cursor, self._places, self.evidence = stop, tuple(places), evidence
        self._draw_detail()
        self.refresh()

    @property
    def stops(self) -> list[Stop]:
        """Return the lines on which the cursor can rest."""
        return [one.stop for one in self._list if one.stop is not None]

    def _draw_list(self) -> None:
        from recruiter_tui.tui.drawing.first_pass import criteria_lines

        cells = self._cells()
        if self.card is not None and self._setting is not None:
            self._list = list(criteria_lines(self.card, cells, self._setting))
        else:
            self._list = [
                line(cells, *((words, Ink.FAINT) for words, _ink in one.pieces), stop=one.stop)
                for one in self._list
            ]
        self._draw_detail()
        self.refresh()

    def _draw_detail(self) -> None:
        from recruiter_tui.tui.drawing.first_pass import detail_lines

        self._detail = []
        if self.card is not None and self._setting is not None:
            drawn = detail_lines(self.card, self.cursor, self._cells(), self._setting, self._places)
            self._detail = list(drawn)

    def _cells(self) -> int:
        return max(8, self.size.width - _GUTTER - 1)

    def on_resize(self) -> None:
        """Draw for another width."""
        self._draw_list()

    # -- painting ----------------------------------------------------------------------------------------

    def _listed(self) -> int:
        """Return how many lines the list has on the screen."""
        return min(len(self._list), max(_LEAST, self.size.height - 1 - _DETAIL))

    def _top(self) -> int:
        """Return the first line of the list in view: the cursor's is among them."""
        here = next((n for n, one in enumerate(self._list) if one.stop == self.cursor), 0)
        shown = self._listed()
        return 0 if here < shown else min(here - shown + 1, len(self._list) - shown)

    def _detail_top(self) -> int:
        """Return the first line of the lower part in view: the evidence in hand is among them."""
        room = self.size.height - self._listed() - 1
        mine = [n for n, one in enumerate(self._detail) if one.stop == Stop(About.ITEM, str(self.evidence))]
        if not mine or mine[-1] < room:
            return 0
        return min(mine[0], mine[-1] - room + 1) if mine[-1] - mine[0] < room else mine[0]

    def render_lines(self, crop: Region) -> list[Strip]:
        """Return the strips of the visible part."""
        listed, top, detail = self._listed(), self._top(), self._detail_top()
        strips = [self._strip(y, listed, top, detail) for y in range(crop.y, crop.bottom)]
        if crop.x or crop.width != self.size.width:
            strips = [one.crop(crop.x, crop.right) for one in strips]
        return strips

    def _strip(self, y: int, listed: int, top: int, detail: int) -> Strip:
        """Return one line of the screen: of the list, the rule beneath it, or of the one in hand."""
        width = self.size.width
        if not self._list:
            return strip(self.app, (), width)
        if y == listed:
            return strip(self.app, [("─" * width, Ink.RULE)], width)
        lines, number = (self._list, top + y) if y < listed else (self._detail, detail + y - listed - 1)
        if number >= len(lines):
            return strip(self.app, (), width)
        one = lines[number]
        chosen = one.stop is not None and (
            one.stop == self.cursor if y < listed else one.stop == Stop(About.ITEM, str(self.evidence))
        )
        ground = "cursor" if chosen and y < listed else "ground"
        gutter = (mark_sign() if chosen else " ") + " "
        return strip(self.app, [(gutter, Ink.ACCENT), *one.pieces], width, ground)

    # -- events ------------------------------------------------------------------------------------------

    def on_click(self, event: events.Click) -> None:
        """Point at what was clicked."""
        if event.y < self._listed():
            number = self._top() + event.y
            stop = self._list[number].stop if number < len(self._list) else None
            if stop is not None:
                self.post_message(self.Pointed(stop))

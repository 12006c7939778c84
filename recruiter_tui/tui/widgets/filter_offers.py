"""What may stand next in a filter, in a small list that floats above the line; the best lies nearest."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from recruiter_tui.tui.signs import Ink
from recruiter_tui.tui.text import cut, safe, width
from recruiter_tui.tui.widgets.lines import Lines, Run, spread, strip

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual.events import Click
    from textual.strip import Strip

    from recruiter_tui.domain.query_completion import Completion

MOST_SHOWN: Final = 8
_FEW_SHOWN: Final = 5
_LOW: Final = 30
"""Lines of a terminal below which the list is shorter."""
_WIDEST: Final = 60
_EDGE: Final = "▏"


class FilterOffers(Lines):
    """The list; the line keeps the focus and moves the cursor here."""

    GROUND = "bar"

    def __init__(self, take: Callable[[Completion], None]) -> None:
        """Start without offers; `take` is called with one that was clicked."""
        super().__init__()
        self._take = take
        self.offers: tuple[Completion, ...] = ()
        self.cursor: int | None = None
        """The offer that was chosen with the arrows, the best one being 0."""
        self._top = 0
        self.display = False

    @property
    def _room(self) -> int:
        most = MOST_SHOWN if self.app.size.height >= _LOW else _FEW_SHOWN
        return min(most, max(0, self.app.size.height - 6))

    @property
    def best(self) -> Completion | None:
        """Return the chosen offer, else the best one."""
        return self.offers[self.cursor or 0] if self.offers else None

    def show(self, offers: Sequence[Completion], x: int) -> None:
        """Offer something else, its left edge at column `x` of the screen."""
        self.offers = tuple(offers)
        self.cursor, self._top = None, 0
        if not offers:
            self.display = False
            return
        widest = max(width(one.text) + width(one.about) for one in self.offers)
        room = self.app.size.width
        wide = min(room, _WIDEST, max(24, widest + 10))
        self.styles.width = wide
        self.styles.height = min(len(offers), self._room)
        self.styles.offset = (max(0, min(x, room - wide)), 0)
        self.display = True
        self.refresh()

    def step(self, way: int) -> None:
        """Move the cursor: 1 away from the line, -1 towards it; beyond an end it begins again."""
        count = len(self.offers)
        self.cursor = (0 if way > 0 else count - 1) if self.cursor is None else (self.cursor + way) % count
        room = self.size.height or self._room
        self._top = min(max(self._top, self.cursor - room + 1), self.cursor)
        self.refresh()

    def _at(self, y: int) -> int:
        """Return which offer a line shows: the best at the foot."""
        return self._top + self.size.height - 1 - y

    def runs(self, y: int, width: int) -> Sequence[Run]:
        """Draw one offer: what it writes, what it is about."""
        place = self._at(y)
        if place >= len(self.offers):
            return ()
        offer = self.offers[place]
        here = place == self.cursor
        takes = "tab " if self.cursor is None and place == 0 else "  " if here else ""
        left = [
            ("▸" if here else _EDGE, Ink.ACCENT if here else Ink.RULE),
            (cut(safe(offer.text).rstrip(), width - 4) + "  ", Ink.STRONG),
            (safe(offer.about), Ink.DIM),
        ]
        return spread(left, [(takes, Ink.FAINT)] if takes else (), width)

    def paint(self, y: int, width: int) -> Strip:
        """Draw one line, the chosen one on the cursor's ground."""
        ground = "cursor" if self._at(y) == self.cursor else self.GROUND
        return strip(self.app, self.runs(y, width), width, ground)

    def on_click(self, event: Click) -> None:
        """Take what was clicked."""
        event.stop()
        if self._at(event.y) < len(self.offers):
            self._take(self.offers[self._at(event.y)])

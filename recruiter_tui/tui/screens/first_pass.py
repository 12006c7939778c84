"""A first pass through candidates: one at a time, papers beside criteria, one key for verdict and next."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, ClassVar, Final

from textual import work
from textual.containers import Horizontal

from recruiter_tui.domain.errors import RecruiterError
from recruiter_tui.tui.commands_base import Place
from recruiter_tui.tui.screens.first_pass_cards import Cards
from recruiter_tui.tui.screens.first_pass_looking import Looking
from recruiter_tui.tui.screens.gating import tiers_of
from recruiter_tui.tui.widgets.criteria_pane import CriteriaPane
from recruiter_tui.tui.widgets.first_pass_bars import EndPage, PassHeading, PassTitles, WhoLines
from recruiter_tui.tui.widgets.pane_bar import Divider
from recruiter_tui.tui.widgets.paper import PaperPane

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.events import ScreenResume
    from textual.timer import Timer

    from recruiter_tui.services.reading_queue import Queue
    from recruiter_tui.services.views import ApplicationRow, Changed
    from recruiter_tui.tui.drawing.card import Card
    from recruiter_tui.tui.drawing.setting import Setting

_AHEAD: Final = 4
_DWELL: Final = 0.4
"""Seconds that somebody with very long papers is in hand before they are searched."""
_REST: Final = 0.1
"""Seconds without a key after which the pass is counted anew."""


class FirstPassScreen(Looking, inherit_bindings=False):
    """Reads a queue; the place is kept at every step, so that it goes on there after whatever happens."""

    PLACE: ClassVar[Place] = Place.READING
    AUTO_FOCUS = ""
    CSS = """
    #pass { height: 1fr; }
    #pass PaperPane { width: 3fr; }
    #pass CriteriaPane { width: 2fr; max-width: 76; }
    FirstPassScreen.-one-side #pass CriteriaPane { max-width: 100%; }
    FirstPassScreen.-one-side #pass Divider { display: none; }
    FirstPassScreen.-one-side #pass CriteriaPane { display: none; }
    FirstPassScreen.-one-side.-turned #pass CriteriaPane { display: block; }
    FirstPassScreen.-one-side.-turned #pass PaperPane { display: none; }
    FirstPassScreen.-ended #pass { display: none; }
    FirstPassScreen.-ended WhoLines { display: none; }
    FirstPassScreen.-ended PassTitles { display: none; }
    FirstPassScreen.-ended EndPage { display: block; }
    """

    def __init__(self, queue: Queue, setting: Setting | None = None) -> None:
        """Take the queue, and the vacancy's wording where it is known already."""
        super().__init__()
        self.heading = self.progress_bar = PassHeading()
        self.who = WhoLines()
        self.titles = PassTitles()
        self.paper = PaperPane()
        self.criteria = CriteriaPane()
        self.end_page = EndPage()
        self.queue = queue
        self.at = queue.at
        self.setting = setting
        self.pending: dict[int, int] = {}
        self.cards: Cards
        self._row: ApplicationRow | None = None
        self._rest: Timer | None = None

    def compose(self) -> ComposeResult:
        """Set papers and criteria side by side below who is in hand."""
        self.cards = Cards(self.services)
        yield from self.frame(
            self.who,
            self.titles,
            Horizontal(self.paper, Divider(), self.criteria, id="pass"),
            self.end_page,
        )

    def on_mount(self) -> None:
        """Show whom one stands on."""
        self.sticky = self.services.queue.sticky
        self.sides(self.app.size.width)
        self.begin()

    @work(group="begin", exclusive=True)
    async def begin(self) -> None:
        """Read what the candidates are judged by, then the first of them."""
        await self.renew()
        detail = self.held_detail
        if detail is not None:
            self.crumbs("Desk", detail.row.title, "First pass")
            self.who.has_tiers = bool(tiers_of(detail))
        self.go(self.at)

    # -- where one is ------------------------------------------------------------------------------------

    @property
    def key(self) -> int | None:
        """Return the application in hand; None behind the last."""
        return None if self.ended else self.queue.keys[self.at]

    @property
    def row(self) -> ApplicationRow | None:
        """Return the line of the candidate in hand; None behind the last one."""
        return None if self.ended else self._row

    @property
    def card(self) -> Card | None:
        """Return the candidate in hand, once read."""
        return None if self.key is None else self.cards.get(self.key)

    def go(self, at: int, *, keep_flash: bool = False) -> None:
        """Go to a place of the queue; behind the last one stands the end."""
        self.at = max(0, min(at, len(self.queue.keys)))
        self.stand()
        if not keep_flash:
            self.status.flash()
        self.set_class(self.ended, "-ended")
        self.show_person()
        self.read_on()
        if self._rest is not None:
            self._rest.stop()
        self._rest = self.set_timer(_REST, self.count)

    def stand(self) -> None:
        """Keep the place, and which verdicts are still being written."""
        self.queue = self.services.queue.stand(self.queue, self.at, self.pending)

    def show_person(self) -> None:
        """Show whoever is in hand, as far as he or she was read."""
        card = self.card
        try:
            self._row = self.cards.row(self.key) if self.key is not None else None
        except RecruiterError as refusal:
            self._row = None
            self.failed(refusal)
        self.who.show(self._row, card)
        self.criteria.show(card, self.setting)
        self.paper.show(card.papers if card else None)
        stops = self.criteria.stops
        if self.criteria.cursor not in stops:
            self.criteria.cursor = stops[0] if stops else None
        self.point(self.criteria.cursor)
        self.say()

    @work(group="card", exclusive=True)
    async def read_on(self) -> None:
        """Read whoever is in hand, then the next ones and the one before."""
        here = self.at
        try:
            for at in (here, *range(here + 1, here + 1 + _AHEAD), here - 1):
                if not 0 <= at < len(self.queue.keys):
                    continue
                key = self.queue.keys[at]
                was_read = self.cards.get(key) is not None
                await self.cards.read(key)
                if at == here and not was_read and self.at == here:
                    self.show_person()
            if (
                0 <= here < len(self.queue.keys)
                and not (await self.cards.read(self.queue.keys[here])).is_searched
            ):
                await asyncio.sleep(_DWELL)
                await self.cards.searched(self.queue.keys[here])
                if self.at == here:
                    self.show_person()
        except RecruiterError as refusal:
            if self.at == here:
                self.failed(refusal)

    @work(group="count", exclusive=True)
    async def count(self) -> None:
        """Count how the pass stands, and remember who was seen."""
        if self.key is not None:
            self.services.queue.visit(self.key)
        try:
            self.progress = await self.services.queue.progress(self.queue)
        except RecruiterError as refusal:
            self.failed(refusal)
            return
        self.say()

    def on_changed(self, changed: Changed) -> None:
        """Read again what the change names."""
        self.cards.forget(None if changed.everything or not changed.applications else changed.applications)
        detail = self.held_detail
        if changed.everything or not changed.applications or detail is None or detail.frozen_at is None:
            self.forget_detail(changed)
            self.renew_soon()
        if changed.everything or not changed.applications or self.key in changed.applications:
            self.read_on_again()
        self.count()

    @work(group="renew", exclusive=True)
    async def renew_soon(self) -> None:
        """Read vacancy and criteria again before the next verdict asks for them."""
        await self.renew()

    def read_on_again(self) -> None:
        """Read whoever is in hand again; until then the old picture stands."""
        if self.key is not None:
            self.reread(self.key)

    @work(group="card", exclusive=True)
    async def reread(self, key: int) -> None:
        """Read somebody again, and show it where he or she still is in hand."""
        try:
            await self.cards.read(key)
            await self.cards.searched(key)
        except RecruiterError as refusal:
            self.failed(refusal)
        if self.key == key:
            self.show_person()
            self.read_on()

    def on_screen_resume(self, _event: ScreenResume) -> None:
        """Say anew what another screen may have changed."""
        self.say()

"""A first pass through candidates: one at a time, papers beside criteria, one key for verdict and next."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final

from textual import work
from textual.containers import Horizontal

from recruiter_tui.domain.errors import RecruiterError
from recruiter_tui.tui.commands_base import Place
from recruiter_tui.tui.drawing.evidence import places
from recruiter_tui.tui.drawing.findings import title_of
from recruiter_tui.tui.drawing.first_pass_end import pace_words
from recruiter_tui.tui.drawing.line import About, Stop
from recruiter_tui.tui.screens.first_pass_acts import Acts
from recruiter_tui.tui.screens.first_pass_cards import Cards
from recruiter_tui.tui.screens.gating import tiers_of
from recruiter_tui.tui.signs import Ink, disposition_sign
from recruiter_tui.tui.text import cut, safe
from recruiter_tui.tui.widgets.criteria_pane import CriteriaPane
from recruiter_tui.tui.widgets.first_pass_bars import EndPage, PassHeading, PassTitles, WhoLines
from recruiter_tui.tui.widgets.pane_bar import Divider
from recruiter_tui.tui.widgets.paper import PaperPane

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.events import Resize, ScreenResume
    from textual.timer import Timer

    from recruiter_tui.domain.finding import Finding
    from recruiter_tui.services.queue_progress import Progress
    from recruiter_tui.services.reading_queue import Queue
    from recruiter_tui.services.views import ApplicationRow, Changed
    from recruiter_tui.tui.drawing.card import Card
    from recruiter_tui.tui.drawing.evidence import Place as Spot
    from recruiter_tui.tui.drawing.setting import Setting
    from recruiter_tui.tui.widgets.lines import Run

_NARROW: Final = 100
_AHEAD: Final = 4
_REST: Final = 0.1
"""Seconds without a key after which the pass is counted anew."""


class FirstPassScreen(Acts):
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
        self.progress: Progress | None = None
        self.cards: Cards
        self._row: ApplicationRow | None = None
        self._spots: tuple[Spot | None, ...] = ()
        self._in_hand = 0
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
        self._arrange(self.app.size.width)
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
    def ended(self) -> bool:
        """Tell whether one stands behind the last candidate."""
        return self.at >= len(self.queue.keys)

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
        """Keep the place: that of the earliest verdict that is still being written, else the present one."""
        self.queue = self.services.queue.stand(self.queue, min([*self.pending.values(), self.at]))

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
                card = await self.cards.read(key)
                if at == here and not was_read and self.at == here:
                    self.show_person()
                if at == here and not card.is_searched:
                    await self.cards.searched(key)
                    if self.at == here:
                        self.show_person()
        except RecruiterError as refusal:
            if self.at == here:
                self.failed(refusal)

    @work(group="count", exclusive=True)
    async def count(self) -> None:
        """Count how the pass stands."""
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

    # -- moving ------------------------------------------------------------------------------------------

    def action_step(self, way: int) -> None:
        """Go to the next candidate or the one before, without a verdict."""
        if way > 0 and self.ended:
            self.flash("this is the end; k goes back")
        elif way < 0 and not self.at:
            self.flash("this is the first candidate")
        else:
            self.go(self.at + way)

    def action_far(self, way: int) -> None:
        """Go to the first or the last candidate."""
        self.go(len(self.queue.keys) - 1 if way > 0 else 0)

    def action_waiting(self) -> None:
        """Go to the next candidate on whom nobody decided yet."""
        there = self.progress.next_waiting(self.at) if self.progress else None
        if there is None:
            self.flash("nobody is left open")
        else:
            self.go(there)

    def action_scroll(self, by: str, way: int) -> None:
        """Scroll the papers; in a narrow terminal they are turned up first."""
        self._turn(to_criteria=False)
        self.paper.move(by, way)

    def action_criterion(self, way: int) -> None:
        """Go to the next criterion, or the one before; what bears it is lit and brought into view."""
        stops = self.criteria.stops
        if not stops:
            return
        here = stops.index(self.criteria.cursor) if self.criteria.cursor in stops else -1
        self.point(stops[max(0, min(here + way, len(stops) - 1))], jump=True)

    def action_evidence(self, way: int) -> None:
        """Go to the next piece of evidence, over to the next criterion that has some."""
        stops = self.criteria.stops
        if not stops or self.card is None:
            return
        here = stops.index(self.criteria.cursor) if self.criteria.cursor in stops else 0
        inside = [n for n, spot in enumerate(self._spots) if spot is not None]
        further = [n for n in inside if (n > self._in_hand if way > 0 else n < self._in_hand)]
        if further:
            self.point(stops[here], further[0 if way > 0 else -1], jump=True)
            return
        rest = stops[here + 1 :] if way > 0 else stops[here - 1 :: -1] if here else []
        for stop in rest:
            found = [n for n, spot in enumerate(self._places(stop)) if spot is not None]
            if found:
                self.point(stop, found[0 if way > 0 else -1], jump=True)
                return
        self.flash("no further evidence in the papers")

    def action_turn(self) -> None:
        """Turn to the other side in a narrow terminal."""
        if self.has_class("-one-side"):
            self._turn(to_criteria=not self.has_class("-turned"))
        else:
            self.flash("papers and criteria stand side by side here")

    def action_back(self) -> None:
        """Go back to the desk."""
        self.dismiss()

    def on_criteria_pane_pointed(self, message: CriteriaPane.Pointed) -> None:
        """Go to the criterion that was clicked."""
        message.stop()
        self.point(message.stop_, jump=True)

    def criterion(self) -> str | None:
        """Return the criterion under the cursor."""
        stop = self.criteria.cursor
        return stop.name if stop is not None and stop.about is About.FINDING else None

    def _finding(self, stop: Stop | None) -> Finding | None:
        card = self.card
        if card is None or stop is None or stop.about is not About.FINDING:
            return None
        return next((one for one in card.dossier.findings if one.criterion == stop.name), None)

    def _places(self, stop: Stop | None) -> tuple[Spot | None, ...]:
        finding, card = self._finding(stop), self.card
        return places(finding, card.papers) if finding is not None and card is not None else ()

    def point(self, stop: Stop | None, evidence: int | None = None, *, jump: bool = False) -> None:
        """Put the cursor on a criterion: its evidence is lit, one piece of it in hand."""
        self._spots = self._places(stop)
        inside = [n for n, spot in enumerate(self._spots) if spot is not None]
        self._in_hand = evidence if evidence is not None else next(iter(inside), 0)
        self.criteria.point(stop, self._spots, self._in_hand)
        spot = self._spots[self._in_hand] if self._in_hand < len(self._spots) else None
        lit = [one.span for one in self._spots if one is not None]
        self.paper.light(lit, spot.span if spot else None, jump=jump)
        if jump:
            self._say_titles()

    # -- saying how things stand -------------------------------------------------------------------------

    def _arrange(self, width: int) -> None:
        """Show both sides, or one in a narrow terminal."""
        self.set_class(width < _NARROW, "-one-side")
        self.who.has_strip = width < _NARROW

    def _turn(self, *, to_criteria: bool) -> None:
        if self.has_class("-one-side"):
            self.set_class(to_criteria, "-turned")
            self.call_after_refresh(self._say_titles)

    def on_resize(self, event: Resize) -> None:
        """Arrange the sides anew."""
        self._arrange(event.size.width)
        self.call_after_refresh(self._say_titles)

    def _about(self) -> str:
        sort = self.queue.sort
        order = f"by {sort.removeprefix('-')}{', turned round' if sort.startswith('-') else ''}"
        return f"{self.queue.query}, {order}" if self.queue.query else f"everybody, {order}"

    def say(self) -> None:
        """Bring heading, titles, status line and keys up to date."""
        total = len(self.queue.keys)
        self.progress_bar.say(min(self.at + 1, total), total, self.progress.done if self.progress else 0)
        self.end_page.show(self.progress, self._about())
        self._say_titles()
        self.status.show(self._standing())
        self.refresh_commands()

    def _say_titles(self) -> None:
        width = self.size.width
        card = self.card
        paper = card.papers.heading if card else ""
        inside = [n for n, spot in enumerate(self._spots) if spot is not None]
        finding = self._finding(self.criteria.cursor)
        here = ""
        if self._in_hand in inside:
            here = f"evidence {inside.index(self._in_hand) + 1} of {len(inside)}"
        elif finding is not None:
            here = "no evidence in the papers"
        if finding is not None and self.setting is not None and self.has_class("-one-side"):
            here = f"{cut(title_of(finding, self.setting.asked), width // 3)}: {here}"
        if self.has_class("-one-side"):
            turned = self.has_class("-turned")
            hint = "tab turns to the papers" if turned else here
            self.titles.show(("Criteria" if turned else paper, hint, width))
            return
        side = self.criteria.size.width or min(76, width * 2 // 5)
        self.titles.show((paper, here, width - side - 1), ("Criteria", "", side))

    def _standing(self) -> list[Run]:
        runs: list[Run] = []
        if self.queue.query:
            runs += [("/ ", Ink.ACCENT), (safe(self.queue.query), Ink.STRONG), ("  ·  ", Ink.FAINT)]
        if self.progress is None:
            return [*runs, ("counting …", Ink.FAINT)]
        waiting = len(self.progress.waiting)
        runs.append((f"{self.progress.done} decided, {waiting} open", Ink.DIM))
        if self.progress.pace is not None and self.progress.left is not None:
            words = f"  ·  {pace_words(self.progress.pace)} each"
            words += f", {pace_words(self.progress.left)} left" if waiting else ""
            runs.append((words, Ink.DIM))
        if self.sticky is not None:
            sign = disposition_sign(self.sticky.disposition)
            why = f": {safe(self.sticky.reason)}" if self.sticky.reason else ""
            runs += [("  ·  ", Ink.FAINT), (".", Ink.ACCENT), (f" {sign}{why}", Ink.DIM)]
        return runs

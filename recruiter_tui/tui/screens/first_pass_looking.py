"""Moving in a first pass, and what it says: from person to person, from criterion to what bears it."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final

from recruiter_tui.tui import footers
from recruiter_tui.tui.commands_base import Place
from recruiter_tui.tui.drawing.evidence import places
from recruiter_tui.tui.drawing.findings import title_of
from recruiter_tui.tui.drawing.first_pass_end import pace_words
from recruiter_tui.tui.drawing.line import About, Stop
from recruiter_tui.tui.screens.first_pass_acts import Acts
from recruiter_tui.tui.signs import Ink, disposition_sign
from recruiter_tui.tui.text import cut, safe

if TYPE_CHECKING:
    from textual.events import Resize

    from recruiter_tui.domain.finding import Finding
    from recruiter_tui.services.queue_progress import Progress
    from recruiter_tui.tui.drawing.evidence import Place as Spot
    from recruiter_tui.tui.widgets.criteria_pane import CriteriaPane
    from recruiter_tui.tui.widgets.first_pass_bars import EndPage, PassHeading, PassTitles, WhoLines
    from recruiter_tui.tui.widgets.lines import Run
    from recruiter_tui.tui.widgets.paper import PaperPane

_NARROW: Final = 100


class Looking(Acts, is_part=True):
    """The eyes of a first pass."""

    PLACE: ClassVar[Place] = Place.READING

    progress_bar: PassHeading
    who: WhoLines
    titles: PassTitles
    paper: PaperPane
    criteria: CriteriaPane
    end_page: EndPage
    progress: Progress | None = None
    _spots: tuple[Spot | None, ...] = ()
    """Where the papers bear the evidence of the criterion under the cursor."""
    _in_hand = 0
    """Which piece of that evidence is in hand."""
    _led = False
    """Whether a key led to it."""

    @property
    def ended(self) -> bool:
        """Tell whether one stands behind the last candidate."""
        return self.at >= len(self.queue.keys)

    def wanted_keys(self) -> tuple[str, ...]:
        """Return the keys of the footer: those of a verdict, or of the ways on from the end."""
        return footers.READ if self.ended else footers.READING

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
        self._led = jump
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

    def sides(self, width: int) -> None:
        """Show both sides, or one in a narrow terminal."""
        self.set_class(width < _NARROW, "-one-side")
        self.who.has_strip = width < _NARROW

    def _turn(self, *, to_criteria: bool) -> None:
        if self.has_class("-one-side"):
            self.set_class(to_criteria, "-turned")
            self.call_after_refresh(self._say_titles)

    def on_resize(self, event: Resize) -> None:
        """Arrange the sides anew."""
        self.sides(event.size.width)
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
        elif finding is not None and self._led:
            here = "no evidence in the papers"
        if finding is not None and self.setting is not None and self.has_class("-one-side"):
            here = here and f"{cut(title_of(finding, self.setting.asked), width // 3)}: {here}"
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

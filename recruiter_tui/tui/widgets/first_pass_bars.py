"""The lines of a first pass: where one is and how far one came, who is in hand, and its end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from recruiter_tui.tui.signs import Ink
from recruiter_tui.tui.text import cut, safe
from recruiter_tui.tui.text import width as width_of
from recruiter_tui.tui.widgets.bars import Heading, crumb_runs
from recruiter_tui.tui.widgets.lines import Lines, Run

if TYPE_CHECKING:
    from collections.abc import Sequence

    from recruiter_tui.services.queue_progress import Progress
    from recruiter_tui.services.views import ApplicationRow
    from recruiter_tui.tui.drawing.card import Card
    from recruiter_tui.tui.drawing.line import Line

_LEAST = 8
"""Cells of rule from which it can show how far one came."""


class PassHeading(Heading):
    """Crumbs on a thin rule, which fills with the accent as the pass goes on; the place at its end."""

    def __init__(self) -> None:
        """Start at the beginning."""
        super().__init__()
        self._at, self._of, self._share = 0, 0, 0.0

    def say(self, at: int, of: int, done: int) -> None:
        """Say on whom one stands, counted from 1, of how many, and how many are decided."""
        share = done / of if of else 0.0
        if (at, of, share) != (self._at, self._of, self._share):
            self._at, self._of, self._share = at, of, share
            self.refresh()

    def runs(self, y: int, width: int) -> Sequence[Run]:
        """Draw the crumbs, the rule and the place."""
        place = f" {self._at} of {self._of} " if self._of else ""
        badge = self.badge(width)
        room = width - width_of(place) - sum(width_of(text) for text, _ink in badge)
        if not place or room < _LEAST:
            return super().runs(y, width)
        runs = list(crumb_runs(self._crumbs, room))
        *crumbs, (rule, _ink) = runs
        cells = width_of(rule) - 1
        if cells < _LEAST:
            return [*runs, (place, Ink.STRONG), *badge]
        done = min(cells, round(cells * self._share))
        bar: list[Run] = [(" " + "━" * done, Ink.ACCENT), ("─" * (cells - done), Ink.RULE)]
        return [*crumbs, *bar, (place, Ink.STRONG), *badge]


class WhoLines(Lines):
    """Three lines that say who is in hand; always three, so that nothing moves beneath them."""

    DEFAULT_CSS = "WhoLines { width: 1fr; height: 3; }"

    def __init__(self) -> None:
        """Start with nobody."""
        super().__init__()
        self._shown: tuple[ApplicationRow, Card | None] | None = None
        self._drawn: tuple[int, list[Line]] = (0, [])
        self.has_tiers = False
        self.has_strip = False
        """Whether the families of criteria stand here, for want of a column of their own."""

    def show(self, row: ApplicationRow | None, card: Card | None) -> None:
        """Show somebody, as far as he or she was read."""
        self._shown = (row, card) if row is not None else None
        self._drawn = (0, [])
        self.refresh()

    def runs(self, y: int, width: int) -> Sequence[Run]:
        """Draw one of the lines."""
        if self._shown is None:
            return ()
        cells, lines = self._drawn
        if cells != width:
            from recruiter_tui.tui.drawing.first_pass import head_lines

            row, card = self._shown
            room = max(8, width - 4)
            lines = head_lines(row, card, room, tiers=self.has_tiers, strip=self.has_strip)
            self._drawn = (width, lines)
        return [("  ", Ink.TEXT), *lines[y].pieces] if y < len(lines) else ()


class PassTitles(Lines):
    """The rule over the panes, a title set into it over each of them."""

    DEFAULT_CSS = "PassTitles { width: 1fr; height: 1; }"

    def __init__(self) -> None:
        """Start without titles."""
        super().__init__()
        self._titles: tuple[tuple[str, str, int], ...] = ()

    def show(self, *titles: tuple[str, str, int]) -> None:
        """Take title, remark and cells of each pane that is shown, from left to right."""
        shown = tuple((safe(title), safe(remark), cells) for title, remark, cells in titles)
        if shown != self._titles:
            self._titles = shown
            self.refresh()

    def runs(self, y: int, width: int) -> Sequence[Run]:  # noqa: ARG002 - there is only line 0
        """Draw the rule."""
        runs: list[Run] = []
        for number, (title, remark, cells) in enumerate(self._titles):
            if number:
                runs.append(("┬", Ink.RULE))
            end = f" {remark} " if remark else ""
            name = cut(title, max(0, cells - 4))
            room = cells - width_of(name) - 4
            if width_of(end) > room:
                end = ""
            rule = "─" * max(0, room - width_of(end))
            runs += [
                ("─ ", Ink.RULE),
                (name, Ink.DIM),
                (f" {rule}", Ink.RULE),
                (end, Ink.DIM),
                ("─", Ink.RULE),
            ]
        return runs or [("─" * width, Ink.RULE)]


class EndPage(Lines):
    """What stands behind the last candidate."""

    DEFAULT_CSS = "EndPage { width: 1fr; height: 1fr; display: none; }"

    def __init__(self) -> None:
        """Start empty."""
        super().__init__()
        self._progress: Progress | None = None
        self._about = ""
        self._drawn: tuple[int, list[Line]] = (0, [])

    def show(self, progress: Progress | None, about: str) -> None:
        """Show how the pass stands."""
        self._progress, self._about = progress, about
        self._drawn = (0, [])
        self.refresh()

    def runs(self, y: int, width: int) -> Sequence[Run]:
        """Draw one line of the page."""
        if self._drawn[0] != width:
            from recruiter_tui.tui.drawing.first_pass_end import end_lines

            room = max(8, width - 4)
            self._drawn = (width, list(end_lines(self._progress, room, self._about)))
        lines = self._drawn[1]
        return [("  ", Ink.TEXT), *lines[y].pieces] if y < len(lines) else ()

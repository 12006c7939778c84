"""The desk's first line: the panes' titles set into a thin rule, or crumbs where there is one pane."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from recruiter_tui.tui.signs import Ink
from recruiter_tui.tui.text import cut, safe, width
from recruiter_tui.tui.widgets.bars import Heading, crumb_runs, taken
from recruiter_tui.tui.widgets.lines import Painter, Run, strip

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.geometry import Size
    from textual.strip import Strip
    from textual.widget import Widget


class PaneTitle(NamedTuple):
    """What a pane is called, its key, what it shows, and how wide it is: in cells, or as its widget is."""

    key: str
    title: str
    about: str
    pane: Widget | int
    focused: bool

    @property
    def cells(self) -> int:
        """Return the pane's width as it is laid out now."""
        return self.pane if isinstance(self.pane, int) else self.pane.size.width


class PaneBar(Heading):
    """Titles over the panes that stand side by side; crumbs when there is one."""

    def __init__(self) -> None:
        """Start without panes."""
        super().__init__()
        self._panes: tuple[PaneTitle, ...] = ()

    def show_panes(self, panes: Sequence[PaneTitle]) -> None:
        """Say which panes stand beside each other, from left to right."""
        self._panes = tuple(panes)
        self.repaint_others()

    def runs(self, y: int, width: int) -> Sequence[Run]:
        """Draw the titles, or the crumbs."""
        if not self._panes:
            return super().runs(y, width)
        badge = self.badge(width)
        last = self._panes[-1]
        panes = [*self._panes[:-1], last._replace(pane=max(0, last.cells - taken(badge)))]
        runs: list[Run] = []
        for number, pane in enumerate(panes):
            if number:
                runs.append(("┬", Ink.RULE))
            runs.extend(_title(pane))
        return [*runs, *badge]


def _title(pane: PaneTitle) -> list[Run]:
    """Draw one title in exactly the pane's cells."""
    rule = Ink.ACCENT if pane.focused else Ink.RULE
    runs: list[Run] = [
        ("─ ", rule),
        (pane.key, Ink.ACCENT if pane.focused else Ink.FAINT),
        (" ", Ink.DIM),
        (cut(pane.title, pane.cells - 5), Ink.STRONG if pane.focused else Ink.DIM),
        (" ", Ink.DIM),
    ]
    room = pane.cells - sum(width(text) for text, _ink in runs)
    about = cut(safe(pane.about), room - 2)
    if about:
        runs.append((about + " ", Ink.DIM if pane.focused else Ink.FAINT))
        room -= width(about) + 1
    if room < 0:
        return crumb_runs((pane.title,), pane.cells)
    return [*runs, ("─" * room, rule)]


class Divider(Painter):
    """The thin line between two panes."""

    def paint_lines(self, missing: Sequence[int], size: Size) -> dict[int, Strip]:
        """Draw one cell, the same for every line."""
        return dict.fromkeys(missing, strip(self.app, (("│", Ink.RULE),), size.width))

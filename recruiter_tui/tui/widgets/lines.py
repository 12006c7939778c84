"""Drawing single lines: runs of clean text and ink become a strip that has passed the app's line filters."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from rich.cells import cell_len
from rich.segment import Segment
from textual.strip import Strip
from textual.widget import Widget

from recruiter_tui.tui.signs import Ink
from recruiter_tui.tui.text import cut
from recruiter_tui.tui.theme import palette

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from textual.app import App


Run = tuple[str, Ink]
"""Clean text (see `tui/text.py`) and what its colour means."""


def strip(app: App[Any], runs: Iterable[Run], width: int, ground: str = "ground") -> Strip:
    """Return exactly `width` cells of `runs`, cut or padded, on the colour named `ground`, filtered."""
    colours = palette(app)
    segments = [Segment(text, colours.style(ink, ground)) for text, ink in runs if text]
    taken = sum(cell_len(segment.text) for segment in segments)
    if taken < width:
        segments.append(Segment(" " * (width - taken), colours.blank(ground)))
    drawn = Strip(segments, max(taken, width))
    if taken > width:
        drawn = drawn.crop(0, width)
    background = colours.colour(ground)
    for line_filter in app.get_line_filters():
        drawn = drawn.apply_filter(line_filter, background)
    return drawn


def spread(left: Sequence[Run], right: Sequence[Run], cells: int) -> list[Run]:
    """Set two groups of runs to the ends of a line of `cells`; the right one goes where room is short."""
    needed = sum(cell_len(text) for text, _ink in left)
    taken = sum(cell_len(text) for text, _ink in right)
    if not taken or cells - taken < min(needed, cells // 2):
        right, taken = (), 0
    room = cells - taken - (1 if taken else 0)
    runs: list[Run] = []
    for text, ink in left:
        shown = cut(text, room)
        room -= cell_len(shown)
        runs.append((shown, ink))
    return [*runs, (" " * max(0, room + (1 if taken else 0)), Ink.DIM), *right]


class Lines(Widget):
    """A widget of a few lines that draws itself from runs."""

    GROUND = "ground"

    def runs(self, y: int, width: int) -> Sequence[Run]:
        """Return the runs of line `y`; more than `width` cells are cut."""
        raise NotImplementedError

    def render_line(self, y: int) -> Strip:
        """Draw one line."""
        width = self.size.width
        return strip(self.app, self.runs(y, width), width, self.GROUND)

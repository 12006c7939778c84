"""Drawing single lines: runs of clean text and ink become a strip that has passed the app's line filters."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

from rich.cells import cell_len
from rich.segment import Segment
from textual.filter import ANSIToTruecolor
from textual.geometry import Region, Size
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


def strip(
    app: App[Any], runs: Iterable[Run], width: int, ground: str = "ground", *, edge: Run | None = None
) -> Strip:
    """Return exactly `width` cells of `runs`, cut or padded, on the colour named `ground`, filtered.

    `edge` is what stands in the last cell, a scroll mark or a blank, however long the runs are.
    """
    colours = palette(app)
    segments = [Segment(text, colours.style(ink, ground)) for text, ink in runs if text]
    return painted(app, segments, width, ground, edge=edge)


def painted(
    app: App[Any], segments: list[Segment], width: int, ground: str = "ground", *, edge: Run | None = None
) -> Strip:
    """Return exactly `width` cells of segments in colours of their own; `ground` is that of the rest."""
    colours = palette(app)
    edge = edge if width else None
    room = width - 1 if edge else width
    taken = sum([len(text) if text.isascii() else cell_len(text) for text, _style, _control in segments])
    if taken > room:
        segments = _cropped(Strip(segments, taken), room)
    elif taken < room:
        segments.append(Segment(" " * (room - taken), colours.blank(ground)))
    if edge:
        segments.append(Segment(edge[0], colours.style(edge[1], ground)))
    background = colours.colour(ground)
    for line_filter in app.get_line_filters():
        if not isinstance(line_filter, ANSIToTruecolor):  # the palette has no colours that it would turn
            segments = line_filter.apply(segments, background)
    return Strip(segments, width)


def _cropped(drawn: Strip, cells: int) -> list[Segment]:
    """Return the first `cells` cells, the last of them an ellipsis where words are missing behind it."""
    if cells <= 0 or not drawn.crop(cells).text.strip():
        return list(drawn.crop(0, max(0, cells)))
    kept = list(drawn.crop(0, cells - 1))
    last = drawn.crop(cells - 1, cells)
    return [*kept, Segment("…", next((part.style for part in last), None))]


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


class Painter(Widget):
    """A widget without border and padding whose lines are drawn once and kept until it is refreshed.

    The compositor asks for all lines of every widget beside the ones that changed, with every key: what is
    kept here is not drawn again, and does not pass Textual's own cache of styled lines either.
    """

    def __init__(
        self,
        *,
        name: str | None = None,
        id: str | None = None,  # noqa: A002 - Textual's own name for it
        classes: str | None = None,
    ) -> None:
        """Start with nothing drawn."""
        super().__init__(name=name, id=id, classes=classes)
        self._kept: dict[int, Strip] = {}
        self._kept_for = Size(0, 0)

    def paint(self, y: int, width: int) -> Strip:
        """Draw line `y` in exactly `width` cells, filtered."""
        raise NotImplementedError

    def paint_lines(self, missing: Sequence[int], size: Size) -> dict[int, Strip]:
        """Draw the lines that are not kept."""
        return {y: self.paint(y, size.width) for y in missing}

    def refresh(
        self, *regions: Region, repaint: bool = True, layout: bool = False, recompose: bool = False
    ) -> Self:
        """Forget the drawn lines of `regions`, or all of them, and have them painted again."""
        if regions:
            for region in regions:
                for y in range(region.y, region.bottom):
                    self._kept.pop(y, None)
        else:
            self._kept.clear()
        return super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)

    def repaint_others(self) -> None:
        """Draw every line, and paint those that look different now."""
        size, before = self.size, self._kept
        if size != self._kept_for or not size:
            self.refresh()
            return
        self._kept = self.paint_lines(range(size.height), size)
        others = [
            y for y, drawn in self._kept.items() if (was := before.get(y)) is not drawn and was != drawn
        ]
        if others:
            super().refresh(*(Region(0, y, size.width, 1) for y in others))

    def notify_style_update(self) -> None:
        """Draw everything anew in the colours of another theme."""
        super().notify_style_update()
        self._kept.clear()

    def render_lines(self, crop: Region) -> list[Strip]:
        """Give the lines of `crop`; the compositor asks for all of them even when two have changed."""
        size, drawn = self.size, self._kept
        if size != self._kept_for:
            drawn.clear()
            self._kept_for = size
        missing = [y for y in range(crop.y, crop.bottom) if y not in drawn]
        if missing:
            drawn |= self.paint_lines(missing, size)
        lines = [drawn[y] for y in range(crop.y, crop.bottom)]
        if crop.x or crop.width != size.width:
            lines = [line.crop(crop.x, crop.right) for line in lines]
        return lines


class Lines(Painter):
    """A widget of a few lines that draws itself from runs."""

    GROUND = "ground"

    def runs(self, y: int, width: int) -> Sequence[Run]:
        """Return the runs of line `y`; more than `width` cells are cut."""
        raise NotImplementedError

    def paint(self, y: int, width: int) -> Strip:
        """Draw one line."""
        return strip(self.app, self.runs(y, width), width, self.GROUND)

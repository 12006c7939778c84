"""What a key repaints: the lines that changed, asked only of the widgets that are seen there.

Textual's own compositor asks every widget that lies beside or behind a change for its lines and cuts all of
them at every edge on the line; a cursor that moves by one row costs a quarter of that here. Written against
the private `_compositor` and `_context` of Textual 8.2.8, which `pyproject.toml` pins; a test holds both
beside each other.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from rich.control import Control
from textual._compositor import Compositor, CompositorUpdate
from textual._context import visible_screen_stack
from textual.geometry import Region

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rich.console import Console, ConsoleOptions, RenderableType, RenderResult
    from textual.screen import Screen
    from textual.strip import Strip

Piece = tuple[int, int, "Strip"]
"""Line and column of the screen, and what stands there."""
Span = tuple[int, int, int]
"""A line of the screen, and the columns between which it changed."""


class Pieces(CompositorUpdate):
    """The changed parts of the screen, from its top left to its bottom right."""

    def __init__(self, pieces: Iterable[Piece]) -> None:
        """Take the parts in any order; no two of them overlap."""
        self._pieces = sorted(pieces, key=lambda piece: piece[:2])

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Give the parts as Rich prints them, each behind a move to its place."""
        for y, x, strip in self._pieces:
            yield Control.move_to(x, y)
            yield from strip

    def render_segments(self, console: Console) -> str:
        """Return what the terminal is sent."""
        return "".join(
            [f"\x1b[{y + 1};{x + 1}H{strip.render(console)}" for y, x, strip in self._pieces if strip]
        )


class LeanCompositor(Compositor):
    """Paints front to back, and stops where nothing is left to be seen."""

    def render_update(
        self,
        full: bool = False,  # noqa: FBT001, FBT002 - Textual's own signature
        screen_stack: list[Screen[Any]] | None = None,
        simplify: bool = False,  # noqa: FBT001, FBT002 - as above
    ) -> RenderableType | None:
        """Return what changed since the last update, None where nothing did; a picture stays Textual's."""
        if full:
            return super().render_update(full, screen_stack, simplify)
        visible_screen_stack.set(screen_stack or [])
        screen = self.size.region
        changed = [screen] if screen in self._dirty_regions else list(self._dirty_regions)
        self._dirty_regions.clear()
        inside = [part for region in changed if (part := region.intersection(screen))]
        return Pieces(self._seen(self._regions_to_spans(inside))) if inside else None

    def _seen(self, spans: Iterable[Span]) -> Iterable[Piece]:
        """Yield what is seen within `spans`, which do not overlap."""
        unseen: dict[int, list[tuple[int, int]]] = {}
        for y, start, end in spans:
            unseen.setdefault(y, []).append((start, end))
        for widget, (region, clip) in self.visible_widgets.items():
            seen = region.intersection(clip)
            left, right = seen.column_span
            rows = [
                y
                for y in (unseen if len(unseen) < seen.height else seen.line_range)
                if seen.y <= y < seen.bottom
                and any(start < right and left < end for start, end in unseen.get(y, ()))
            ]
            if not rows:
                continue
            top, bottom = min(rows), max(rows) + 1
            within = Region(left - region.x, top - region.y, seen.width, bottom - top)
            lines = widget.render_lines(within)
            for y in rows:
                if y - top < len(lines):
                    yield from _cut(unseen, y, left, right, lines[y - top])
            if not unseen:
                return


def _cut(
    unseen: dict[int, list[tuple[int, int]]], y: int, left: int, right: int, line: Strip
) -> Iterable[Piece]:
    """Yield the parts of a widget's line that are seen, and note what is left for those behind it."""
    rest = []
    for start, end in unseen[y]:
        first, last = max(start, left), min(end, right)
        if first >= last:
            rest.append((start, end))
            continue
        yield y, first, line.crop(first - left, last - left)
        if start < first:
            rest.append((start, first))
        if last < end:
            rest.append((last, end))
    if rest:
        unseen[y] = rest
    else:
        del unseen[y]

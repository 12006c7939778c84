"""A candidate's papers to read: evidence lit and jumped to by key; long ones cost what is in view."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Final

from rich.cells import cell_len
from rich.segment import Segment
from textual.widget import Widget

from recruiter_tui.tui.drawing.flow import Flow
from recruiter_tui.tui.drawing.source import SourceRow, stretches, visible
from recruiter_tui.tui.signs import Ink, mark_sign
from recruiter_tui.tui.text import cut
from recruiter_tui.tui.theme import palette
from recruiter_tui.tui.widgets.lines import Run, painted, strip
from recruiter_tui.tui.widgets.scrolled import mark_lines

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from textual import events
    from textual.geometry import Region
    from textual.strip import Strip

    from recruiter_tui.domain.stated import Span
    from recruiter_tui.tui.drawing.papers import Papers

_GUTTER: Final = 2
_TRACK: Final = 2
_WHEEL: Final = 3
_MEASURE: Final = 100
"""Cells beyond which a line of text is too long to read."""
_PLAIN, _LIT, _HERE = 0, 1, 2


class PaperPane(Widget):
    """Scrolls by rows and pages; takes no focus, the keys of its screen lead it."""

    ALLOW_SELECT = False
    DEFAULT_CSS = "PaperPane { width: 1fr; height: 1fr; }"

    def __init__(self) -> None:
        """Start empty."""
        super().__init__()
        self.papers: Papers | None = None
        self.waiting = False
        """Whether the papers are still being read."""
        self._flow = Flow("", 1)
        self._top: SourceRow | None = None
        self._lit: tuple[Span, ...] = ()
        self._here: Span | None = None
        self._view: list[SourceRow] | None = None
        self._strips: dict[int, Strip] = {}

    # -- what is shown -----------------------------------------------------------------------------------

    def show(self, papers: Papers | None) -> None:
        """Show papers from their beginning; the same papers stay where they are."""
        self.waiting = papers is None
        if papers is not self.papers:
            self.papers = papers
            self._lit, self._here = (), None
            self._lay_out(0)
        self.refresh()

    def light(self, spans: Sequence[Span], here: Span | None, *, jump: bool = False) -> None:
        """Set places apart, one of them more than the others, and bring that one into view."""
        self._lit, self._here = tuple(spans), here
        self._strips.clear()
        if jump and here is not None:
            self._bring_into_view(here)
        self.refresh()

    @property
    def is_at_start(self) -> bool:
        """Tell whether the beginning is in view."""
        return self._top is None or next(self._flow.above(self._top), None) is None

    # -- moving ------------------------------------------------------------------------------------------

    def move(self, by: str, way: int) -> None:
        """Scroll by a `row`, a `page`, or to an end of the `text`."""
        if self._top is None or self.papers is None:
            return
        if by == "text":
            self._lay_out(len(self.papers.text) if way > 0 else 0)
        else:
            self._scroll(way * (1 if by == "row" else max(1, self.size.height - 2)))
        self.refresh()

    def _scroll(self, rows: int) -> None:
        """Put another row on top, so that the view stays filled."""
        if self._top is None or not rows:
            return
        steps = self._flow.below(self._top) if rows > 0 else self._flow.above(self._top)
        passed = list(islice(steps, rows + 1 if rows > 0 else -rows))
        if passed:
            self._top = passed[-1]
        self._fill()

    def _fill(self) -> None:
        """Go up as far as there would be empty rows below the end."""
        self._view = None
        if self._top is None:
            return
        missing = self.size.height - len(self._rows())
        if missing > 0:
            above = list(islice(self._flow.above(self._top), missing))
            if above:
                self._top = above[-1]
            self._view = None

    def _bring_into_view(self, span: Span) -> None:
        """Show a place with a third of the view above it, unless it stands well within the view already."""
        rows = self._rows()
        height = max(1, self.size.height)
        inside = [
            number for number, row in enumerate(rows) if row.start <= span.start < max(row.end, row.start + 1)
        ]
        spare = min(2, height // 4)
        is_first = bool(rows) and self.is_at_start and bool(inside) and inside[0] < spare
        if inside and (is_first or spare <= inside[0]) and inside[0] < height - spare - 1:
            return
        self._top = self._flow.row_at(span.start)
        self._scroll(-(height // 3))
        self._fill()

    def _lay_out(self, offset: int) -> None:
        """Wrap for the present width, the row with a character on top."""
        self._strips.clear()
        cells = min(_MEASURE, max(8, self.size.width - _GUTTER - _TRACK))
        text = self.papers.text if self.papers is not None else ""
        if self._flow.text is not text or self._flow.cells != cells:
            self._flow = Flow(text, cells)
        self._top = self._flow.row_at(offset)
        self._fill()

    def on_resize(self) -> None:
        """Wrap anew; what stood on top stays there, and evidence stays in view."""
        self._lay_out(self._top.start if self._top is not None else 0)

    # -- painting ----------------------------------------------------------------------------------------

    def _rows(self) -> list[SourceRow]:
        if self._view is None:
            height = self.size.height
            self._view = list(islice(self._flow.below(self._top), height)) if self._top is not None else []
        return self._view

    def notify_style_update(self) -> None:
        """Draw everything anew in the colours of another theme."""
        super().notify_style_update()
        self._strips.clear()

    def render_lines(self, crop: Region) -> list[Strip]:
        """Return the strips of the visible part."""
        rows = self._rows()
        strips = [self._strip(rows, y) for y in range(crop.y, crop.bottom)]
        if crop.x or crop.width != self.size.width:
            strips = [one.crop(crop.x, crop.right) for one in strips]
        return strips

    def _strip(self, rows: Sequence[SourceRow], y: int) -> Strip:
        width = self.size.width
        if y >= len(rows) or width <= _GUTTER + _TRACK:
            said = [("  reading the papers …", Ink.FAINT)] if y == 0 and self.waiting else []
            return strip(self.app, said, width)
        row = rows[y]
        body = self._strips.get(row.start)
        if body is None:
            body = self._strips[row.start] = self._drawn(row, width - 1)
        thumb = [("▐", Ink.RULE)] if self._is_thumb(rows, y) else []
        return body.join((body, strip(self.app, thumb, 1)))

    def _drawn(self, row: SourceRow, width: int) -> Strip:
        """Return one row: the mark of the evidence here, then the text, lit."""
        head = self.papers.heads.get(row.start) if self.papers is not None else None
        if head is not None:
            shown = cut(head, width - _GUTTER - 2)
            rule = " " + "─" * max(0, min(self._flow.cells, width - _GUTTER) - cell_len(shown) - 1)
            return strip(self.app, [(" " * _GUTTER, Ink.DIM), (shown, Ink.STRONG), (rule, Ink.RULE)], width)
        colours = palette(self.app)
        runs = list(self._runs(row))
        plain_ink = Ink.STRONG if self._flow.is_heading(row) else Ink.TEXT
        marked = any(look == _HERE for _text, look in runs)
        gutter: Run = ((mark_sign() if marked else " ") + " ", Ink.ACCENT)
        segments = [Segment(gutter[0], colours.style(gutter[1]))]
        for piece, look in runs:
            ink, ground = {
                _PLAIN: (plain_ink, "ground"),
                _LIT: (Ink.TEXT, "field-lit"),
                _HERE: (Ink.STRONG, "cursor"),
            }[look]
            segments.append(Segment(piece, colours.style(ink, ground)))
        return painted(self.app, segments, width)

    def _runs(self, row: SourceRow) -> Iterator[tuple[str, int]]:
        """Yield the pieces of a row that look alike."""
        text = self._flow.text[row.start : row.end].rstrip()
        looks = bytearray(len(text))
        spans = [(one, _LIT) for one in self._lit]
        if self._here is not None:
            spans.append((self._here, _HERE))
        for (start, end), look in spans:
            first, last = max(start, row.start) - row.start, min(end - row.start, len(text))
            if last > first:
                looks[first:last] = bytes([look]) * (last - first)
        for start, stop, look in stretches(looks):
            yield visible(text[start:stop]), look

    def _is_thumb(self, rows: Sequence[SourceRow], y: int) -> bool:
        """Tell whether a line holds the scroll mark; characters stand for rows, which nobody counted."""
        total = len(self._flow.text)
        first, last = rows[0].start, rows[-1].end
        height = self.size.height
        if not total or (self.is_at_start and len(rows) < height) or last - first >= total - 1:
            return False
        if next(islice(self._flow.below(rows[-1]), 1, None), None) is None and self.is_at_start:
            return False
        return y in mark_lines(first, last - first, total, height)

    # -- events ------------------------------------------------------------------------------------------

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Show what is further down."""
        event.stop()
        self._scroll(_WHEEL)
        self.refresh()

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Show what is further up."""
        event.stop()
        self._scroll(-_WHEEL)
        self.refresh()

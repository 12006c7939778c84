"""The notice's own text, everything that was understood lit; a passage can be chosen with the keys."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final

from rich.segment import Segment
from textual.binding import Binding, BindingType
from textual.message import Message

from recruiter_tui.domain.stated import Span
from recruiter_tui.tui.drawing.lit_text import CHOSEN, CURRENT, LitText
from recruiter_tui.tui.drawing.source import SourceLayout, SourceRow, visible
from recruiter_tui.tui.signs import Ink, family_sign
from recruiter_tui.tui.text import cut
from recruiter_tui.tui.theme import palette
from recruiter_tui.tui.widgets.choosing import WORD, Choice
from recruiter_tui.tui.widgets.lines import painted, strip
from recruiter_tui.tui.widgets.scrolled import TRACK, Scrolled

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual import events
    from textual.strip import Strip

    from recruiter_tui.domain.notice import Notice
    from recruiter_tui.tui.drawing.notice_items import Item

_GUTTER: Final = 2


class SourceText(Scrolled):
    """Scrolls by rows, steps from span to span, and selects words; long texts cost what is in view."""

    DEFAULT_CSS = "SourceText { width: 1fr; height: 1fr; }"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("j,down", "move('row', 1)", show=False),
        Binding("k,up", "move('row', -1)", show=False),
        Binding("pagedown,ctrl+d", "move('page', 1)", show=False),
        Binding("pageup,ctrl+u", "move('page', -1)", show=False),
        Binding("g,home", "move('text', -1)", show=False),
        Binding("G,end", "move('text', 1)", show=False),
        Binding("w", "move('word', 1)", show=False),
        Binding("b", "move('word', -1)", show=False),
        Binding("right", "move('letter', 1)", show=False),
        Binding("left", "move('letter', -1)", show=False),
    ]

    class Pointed(Message):
        """The cursor stands on a span of another item."""

        def __init__(self, key: str) -> None:
            """Carry the item's key."""
            super().__init__()
            self.key = key

    class Chosen(Message):
        """Another passage is being chosen."""

    def __init__(self) -> None:
        """Start empty."""
        super().__init__()
        self.folding = True
        self._choice: Choice | None = None
        self._lit = LitText("")
        self._current: tuple[Span, ...] = ()
        self._at: tuple[Span, str] | None = None
        self._layout = SourceLayout("", 1)
        self._cells = 0
        self._strips: dict[tuple[int, str], Strip] = {}

    # -- what is shown -----------------------------------------------------------------------------------

    def show(self, notice: Notice, items: Sequence[Item]) -> None:
        """Show a notice's text with its items lit; the place stays where the text is the same."""
        same = notice.text == self._lit.text
        self._lit = LitText(notice.text, notice.boilerplate, items)
        if not same:
            self.top, self._at, self._current = 0, None, ()
        self._cells = 0
        self._lay_out()
        self.refresh()

    def light(self, item: Item | None, place: int = 0, *, scroll: bool = True) -> None:
        """Set an item's spans apart, and bring one of them into view."""
        self._current = item.spans if item is not None else ()
        self._strips.clear()
        if item is not None and item.spans:
            span = item.spans[place % len(item.spans)]
            self._at = (span, item.key)
            if scroll:
                self._bring_into_view(span)
        elif item is not None:
            self._at = None
        self.refresh()

    def fold(self, *, on: bool) -> None:
        """Fold away what every notice says, or show it."""
        middle = self._layout.rows[self.top].start if self._layout.rows else 0
        self.folding = on
        self._cells = 0
        self._lay_out()
        self.scroll_rows(self._layout.row_of(middle))
        self.refresh()

    @property
    def has_folds(self) -> bool:
        """Tell whether anything is folded away now."""
        return any(row.folded for row in self._layout.rows)

    def step(self, way: int) -> None:
        """Go to the next span of anything, or the one before."""
        top = self._layout.rows[self.top].start if self._layout.rows else 0
        place = self._lit.next_place(self._at, top, way)
        if place is not None:
            self._point(*place)

    def _point(self, span: Span, item: Item) -> None:
        self.light(item, item.spans.index(span))
        self.post_message(self.Pointed(item.key))

    # -- choosing a passage ------------------------------------------------------------------------------

    def begin(self) -> None:
        """Begin to choose at the span that is set apart, or the first word in view; then hold its start."""
        if self._choice is None:
            row = self._layout.rows[self.top].start if self._layout.rows else 0
            start = self._at[0].start if self._at is not None and self._in_view(self._at[0].start) else row
            found = WORD.search(self._lit.text, start)
            if found is None:
                return
            self._choice = Choice(Span(*found.span()))
        else:
            self._choice.hold()
        self._strips.clear()
        self.refresh()

    @property
    def selection(self) -> Span | None:
        """Return the passage that is being chosen; None while nobody chooses."""
        return self._choice.span if self._choice is not None else None

    @property
    def is_held(self) -> bool:
        """Tell whether the passage's start is held, so that moving makes it longer."""
        return self._choice is not None and self._choice.anchor is not None

    def take(self) -> Span | None:
        """Return the chosen passage and stop choosing."""
        chosen, self._choice = self.selection, None
        self._strips.clear()
        self.refresh()
        return chosen

    def action_move(self, by: str, way: int) -> None:
        """Scroll; while a passage is chosen, move its word or its end."""
        page = max(1, self.size.height - 2)
        if self._choice is not None:
            if self._choice.move(self._lit.text, self._layout, by, way, page):
                self._strips.clear()
                self._bring_into_view(Span(self._choice.span.end - 1, self._choice.span.end))
                self.refresh()
                self.post_message(self.Chosen())
            return
        steps = {"row": 1, "page": page, "text": len(self._layout.rows)}.get(by)
        if steps is None:
            self.step(way)
            return
        self.scroll_rows(self.top + way * steps)
        self.refresh()

    # -- layout ------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        """Wrap the text where the width, the text or the folding is another one."""
        cells = max(8, self.size.width - _GUTTER - TRACK)
        if cells == self._cells:
            return
        self._cells = cells
        self._layout = SourceLayout(self._lit.text, cells, self._lit.folds() if self.folding else ())
        self._strips.clear()
        self.scroll_rows(self.top)

    def on_resize(self) -> None:
        """Wrap anew; what stood on top stays there."""
        start = self._layout.rows[self.top].start if self._layout.rows else 0
        self._lay_out()
        self.scroll_rows(self._layout.row_of(start))
        if self._at is not None:
            self._bring_into_view(self._at[0])

    def row_count(self) -> int:
        """Return the rows of the wrapped text."""
        return len(self._layout.rows)

    def _in_view(self, offset: int) -> bool:
        return self.top <= self._layout.row_of(offset) < self.top + self.size.height

    def _bring_into_view(self, span: Span) -> None:
        """Scroll as little as shows a span's beginning with a few rows around it."""
        height = max(1, self.size.height)
        first, last = self._layout.row_of(span.start), self._layout.row_of(max(span.start, span.end - 1))
        spare = min(3, height // 4)
        if first - spare < self.top:
            self.scroll_rows(first - spare)
        elif min(last, first + height - 2 * spare - 1) + spare >= self.top + height:
            self.scroll_rows(min(last + spare - height + 1, first - spare))

    # -- painting ----------------------------------------------------------------------------------------

    def row_strip(self, y: int) -> Strip:
        """Return a row of the text with its sign and the scroll mark."""
        number, width = self.top + y, self.size.width
        if number >= len(self._layout.rows) or width <= _GUTTER + TRACK:
            return strip(self.app, (), width)
        key = (number, self.app.theme)
        body = self._strips.get(key)
        if body is None:
            body = self._strips[key] = self._drawn(self._layout.rows[number], width - 1)
        thumb = [("▐", Ink.RULE)] if self.is_thumb(y) else []
        return body.join((body, strip(self.app, thumb, 1)))

    def _drawn(self, row: SourceRow, width: int) -> Strip:
        """Return one row: the sign of what begins in it, then its text, lit."""
        if row.folded:
            count = f"{row.end - row.start:,}"
            words = f"··· {count} characters that every notice has · z unfolds"
            return strip(
                self.app, [(" " * _GUTTER, Ink.FAINT), (cut(words, width - _GUTTER - 1), Ink.FAINT)], width
            )
        colours = palette(self.app)
        family = self._lit.family_in(row)
        segments = [Segment(f"{family_sign(family)} " if family else "  ", colours.style(family or Ink.DIM))]
        apart, mark = (self._current, CURRENT) if self.selection is None else ((self.selection,), CHOSEN)
        for piece, ink, ground in self._lit.looks(row, apart, mark):
            segments.append(Segment(visible(piece), colours.style(ink, ground)))
        return painted(self.app, segments, width)

    # -- events ------------------------------------------------------------------------------------------

    def on_click(self, event: events.Click) -> None:
        """Point at what was clicked; a folded row unfolds."""
        number = self.top + event.y
        if number >= len(self._layout.rows):
            return
        row = self._layout.rows[number]
        if row.folded:
            self.fold(on=False)
            return
        offset = row.start + max(0, event.x - _GUTTER)
        place = self._lit.place_at(offset) if offset < row.end else None
        if place is not None:
            self._point(*place)

"""The line on which a filter is typed: offers above it, and beneath it the place where it is wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.message import Message

from recruiter_tui.tui.signs import Ink
from recruiter_tui.tui.text import safe, width
from recruiter_tui.tui.widgets.filter_below import Piece, fault_runs, hints
from recruiter_tui.tui.widgets.filter_ink import FilterInk
from recruiter_tui.tui.widgets.filter_offers import FilterOffers
from recruiter_tui.tui.widgets.typed_line import TypedLine

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Sequence

    from textual.app import ComposeResult
    from textual.widgets import Input

    from recruiter_tui.domain.query import QueryError
    from recruiter_tui.domain.query_completion import Completion

    Offering = Callable[[str, int], Awaitable[list[Completion]]]

LONGEST_FILTER = 1_000
_PROMPT = " / "
_LEAST_FIELD = 2
"""Letters of a word from which fields are offered; names are typed here as well."""


class _Line(TypedLine):
    """The line itself; outside a quotation a question mark asks for help."""

    def check_consume_key(self, key: str, character: str | None) -> bool:
        """Leave the question mark to the bar where it is no text."""
        if key == "question_mark" and self.value[: self.cursor_position].count('"') % 2 == 0:
            return False
        return super().check_consume_key(key, character)


class FilterBar(Vertical):
    """Filters while it is typed; enter keeps the filter, escape clears it, page keys move in the table."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "keep", show=False, priority=True),
        Binding("escape", "clear", show=False, priority=True),
        Binding("tab", "complete", show=False, priority=True),
        Binding("shift+tab", "choose(1)", show=False, priority=True),
        Binding("down", "down", show=False, priority=True),
        Binding("up", "up", show=False, priority=True),
        Binding("pagedown", "step('page_down')", show=False, priority=True),
        Binding("pageup", "step('page_up')", show=False, priority=True),
        Binding("ctrl+s", "save", show=False, priority=True),
        Binding("question_mark,f1", "language", show=False, priority=True),
    ]

    class Typed(Message):
        """The filter's text changed to one that can be read."""

        def __init__(self, text: str, before: str | None = None) -> None:
            """Carry the text, and what stands before its last word where that may yet become a field."""
            super().__init__()
            self.text = text
            self.before = before

    class Closed(Typed):
        """Typing ended; the text is the filter that stays."""

    class SaveWanted(Typed):
        """The filter should be kept under a name."""

    class HelpWanted(Message):
        """Somebody asks how filters are written."""

    class Stepped(Message):
        """The cursor of the table should move while the typing goes on."""

        def __init__(self, how: str) -> None:
            """Carry the move."""
            super().__init__()
            self.how = how

    def __init__(self, text: str, offering: Offering | None = None, recent: Sequence[str] = ()) -> None:
        """Start with the filter that is set; `offering` tells what may stand at a place."""
        super().__init__()
        self._good = text
        self._offering = offering
        self._recent = tuple(recent)
        self._recalled = -1
        self._typed = text
        """What stood here before earlier filters were looked through."""
        self._steps = 0
        """Lines that the cursor of the table went down from here."""
        self._silent = text
        """The text for which nothing is offered, because it was not typed."""
        self._fault: QueryError | None = None
        self._ink = FilterInk(self.app)
        self._line = _Line(
            text,
            placeholder="a name, or tier:1  disposition:new  education:not-met  years>=5  language:fr",
            max_length=LONGEST_FILTER,
            compact=True,
            select_on_focus=False,
            highlighter=self._ink,
        )
        self._offers = FilterOffers(self._take)
        self._below = Piece("filter-below")
        self._count = Piece("filter-count")

    def compose(self) -> ComposeResult:
        """Set prompt, line and count side by side, the error beneath."""
        with Horizontal(classes="filter-line"):
            yield Piece("filter-prompt", (_PROMPT, Ink.ACCENT))
            yield self._line
            yield self._count
        yield self._below

    async def on_mount(self) -> None:
        """Type here from now on."""
        self._say_below()
        await self.screen.mount(self._offers)
        self._line.focus()

    def on_resize(self) -> None:
        """Take offers away that lay elsewhere; say again beneath what now has another width."""
        self._offers.show((), 0)
        self._say_below()

    async def close(self) -> None:
        """Take the line away, with its offers."""
        await self._offers.remove()
        await self.remove()

    def say_count(self, text: str) -> None:
        """Say how many candidates the filter lets through."""
        said = safe(text)
        self._count.say((" " * max(0, 19 - width(said)) + said, Ink.DIM))

    # -- typing --------------------------------------------------------------------------------------

    def on_input_changed(self, message: Input.Changed) -> None:
        """Filter by what can be read; else mark the place and keep the last filter that could."""
        from recruiter_tui.domain.query import QueryError, parse

        message.stop()
        try:
            parse(message.value)
        except QueryError as error:
            self.complain(error)
        else:
            self._fault = self._ink.fault = None
            self._good = message.value
            self.post_message(self.Typed(message.value, self._before_a_field()))
            self._say_below()
        if message.value != self._silent:
            self._recalled = -1
            self.offer()

    def _before_a_field(self) -> str | None:
        """Return what stands before the word at the end where that also begins a field's name or a joiner."""
        from recruiter_tui.domain.query import QueryError, parse
        from recruiter_tui.domain.query_completion import beginning, completions

        text, cursor = self._line.value, self._line.cursor_position
        begun, is_value = beginning(text, cursor)
        if is_value or not begun or cursor < len(text) or not completions(text, cursor):
            return None
        before = text[: cursor - len(begun)].strip()
        try:
            parse(before)
        except QueryError:
            return None
        return before

    def complain(self, error: QueryError) -> None:
        """Mark where the filter is wrong; quietly where the word is still being typed."""
        from recruiter_tui.domain.query_completion import beginning

        cursor = self._line.cursor_position
        begun, _ = beginning(self._line.value, cursor)
        self._fault, self._ink.fault = error, error.position
        self._ink.unfinished = error.position >= cursor - len(begun) and cursor == len(self._line.value)
        self._say_below()
        self.call_after_refresh(self._say_below)  # a long line scrolls first
        self._line.refresh()

    def _say_below(self) -> None:
        """Say what is wrong and where, else which keys there are."""
        if self._fault is None:
            self._below.say(*hints())
            return
        unfinished = self._ink.unfinished
        said = f"expected {self._fault.expected}" if unfinished else self._fault.sentence
        before = len(_PROMPT) + width(self._line.value[: self._fault.position]) - int(self._line.scroll_x)
        ink = Ink.DIM if unfinished else Ink.NOT_MET
        self._below.say(*fault_runs(safe(said), before, self.app.size.width, ink))

    def on_input_blurred(self) -> None:
        """End typing when the mouse went to another pane; a dialog above, or another window, ends nothing."""
        focused = self.screen.focused
        if self.screen.is_current and focused is not None and focused is not self._line:
            self.post_message(self.Closed(self._good.strip()))

    # -- offers --------------------------------------------------------------------------------------

    @work(group="offers", exclusive=True, exit_on_error=False)
    async def offer(self, *, asked: bool = False) -> None:
        """Show what may stand at the cursor; without being `asked` only where a word was begun."""
        from recruiter_tui.domain.query_completion import beginning

        text, cursor = self._line.value, self._line.cursor_position
        begun, is_value = beginning(text, cursor)
        enough = is_value or len(begun) >= _LEAST_FIELD
        if self._offering is None or not (asked or enough):
            self._offers.show((), 0)
            return
        found = await self._offering(text, cursor)
        if (text, cursor) == (self._line.value, self._line.cursor_position):
            useful = [one for one in found if one.text.strip() != text[one.start : one.end].strip()]
            start = useful[0].start if useful else 0
            x = len(_PROMPT) + width(text[:start]) - int(self._line.scroll_x) - 1
            self._offers.show(useful, x)

    def action_complete(self) -> None:
        """Take the chosen offer, else the best one; without offers show what may stand here."""
        best = self._offers.best
        if best is None:
            self.offer(asked=True)
        else:
            self._take(best)

    def _take(self, offer: Completion) -> None:
        text = self._line.value
        rest = text[offer.end :]
        written = offer.text.rstrip() if rest.startswith(" ") else offer.text
        self._offers.show((), 0)
        self._line.value = text[: offer.start] + written + rest
        self._line.cursor_position = offer.start + len(written)

    def action_choose(self, way: int) -> None:
        """Move among the offers."""
        if self._offers.offers:
            self._offers.step(way)

    # -- keys ----------------------------------------------------------------------------------------

    def action_keep(self) -> None:
        """Take an offer that was chosen, else end typing; a filter that cannot be read stays on the line."""
        if self._offers.cursor is not None and self._offers.best is not None:
            self._take(self._offers.best)
        elif self._fault is None:
            self.post_message(self.Closed(self._good.strip()))
        else:
            self._offers.show((), 0)
            self._ink.unfinished = False
            self._say_below()
            self._line.refresh()

    def action_clear(self) -> None:
        """Leave the offers that were chosen from, else end typing without a filter."""
        if self._offers.cursor is not None:
            self._offers.show((), 0)
        else:
            self.post_message(self.Closed(""))

    def action_up(self) -> None:
        """Go up among the offers, back up in the table, or to the filter before."""
        if self._offers.offers:
            self._offers.step(1)
        elif self._steps:
            self._steps -= 1
            self.action_step("up")
        elif self._recalled + 1 < len(self._recent):
            if self._recalled < 0:
                self._typed = self._line.value
            self._recall(self._recalled + 1)

    def action_down(self) -> None:
        """Go down among the offers, to the filter after, or down in the table."""
        if self._offers.offers:
            self._offers.step(-1)
        elif self._recalled >= 0:
            self._recall(self._recalled - 1)
        else:
            self._steps += 1
            self.action_step("down")

    def _recall(self, place: int) -> None:
        """Show an earlier filter, or what was typed before it."""
        self._recalled = place
        self._silent = self._recent[place] if place >= 0 else self._typed
        self._line.value = self._silent
        self._line.cursor_position = len(self._silent)

    def action_step(self, how: str) -> None:
        """Move in the table."""
        self.post_message(self.Stepped(how))

    def action_save(self) -> None:
        """Ask that the filter be kept under a name."""
        if self._fault is None and self._good.strip():
            self.post_message(self.SaveWanted(self._good.strip()))

    def action_language(self) -> None:
        """Ask for help on the language."""
        self.post_message(self.HelpWanted())

"""The line on which a filter is typed, with its error beneath, at the place where it stopped making sense."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.message import Message
from textual.widgets import Input

from recruiter_tui.tui.signs import Ink
from recruiter_tui.tui.text import cut, safe
from recruiter_tui.tui.widgets.lines import Lines, Run

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult

    from recruiter_tui.domain.query import QueryError

LONGEST_FILTER = 1_000
_PROMPT = " / "


class _Piece(Lines):
    """A few words beside or beneath the line."""

    GROUND = "bar"

    def __init__(self, classes: str, *said: Run) -> None:
        super().__init__(classes=classes)
        self._said = said

    def say(self, *said: Run) -> None:
        """Say something else."""
        self._said = said
        self.refresh()

    def runs(self, y: int, width: int) -> Sequence[Run]:  # noqa: ARG002 - one line, cut by its drawer
        """Draw the words."""
        return self._said


class FilterBar(Vertical):
    """Typing filters at once; enter keeps the filter, escape clears it, up and down move in the table."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "keep", show=False, priority=True),
        Binding("escape", "clear", show=False, priority=True),
        Binding("down", "step('down')", show=False, priority=True),
        Binding("up", "step('up')", show=False, priority=True),
        Binding("pagedown", "step('page_down')", show=False, priority=True),
        Binding("pageup", "step('page_up')", show=False, priority=True),
    ]

    class Typed(Message):
        """The filter's text changed to one that can be read."""

        def __init__(self, text: str) -> None:
            """Carry the text."""
            super().__init__()
            self.text = text

    class Closed(Typed):
        """Typing ended; the text is the filter that stays."""

    class Stepped(Message):
        """The cursor of the table should move while the typing goes on."""

        def __init__(self, how: str) -> None:
            """Carry the move."""
            super().__init__()
            self.how = how

    def __init__(self, text: str) -> None:
        """Start with the filter that is set."""
        super().__init__()
        self._start = text
        self._good = text
        self._error = _Piece("filter-error")
        self._count = _Piece("filter-count")

    def compose(self) -> ComposeResult:
        """Set prompt, line and count side by side, the error beneath."""
        with Horizontal(classes="filter-line"):
            yield _Piece("filter-prompt", (_PROMPT, Ink.ACCENT))
            yield Input(
                self._start,
                placeholder="name, or tier:1  disposition:new  education:not-met  years>=5  language:fr",
                max_length=LONGEST_FILTER,
                compact=True,
                select_on_focus=False,
            )
            yield self._count
        yield self._error

    def on_mount(self) -> None:
        """Type here from now on."""
        self._error.display = False
        self.query_one(Input).focus()

    def say_count(self, text: str) -> None:
        """Say how many candidates the filter lets through."""
        self._count.say((safe(text), Ink.DIM))

    def on_input_changed(self, message: Input.Changed) -> None:
        """Filter by what can be read; else mark the place and keep the last filter that could."""
        from recruiter_tui.domain.query import QueryError, parse  # noqa: PLC0415 - not before somebody filters

        message.stop()
        try:
            parse(message.value)
        except QueryError as error:
            self._complain(error)
            return
        self._error.display = False
        self._good = message.value
        self.post_message(self.Typed(message.value))

    def _complain(self, error: QueryError) -> None:
        width = self.size.width
        said = safe(error.problem) + (f", {safe(error.remedy)}" if error.remedy else "")
        before = min(len(_PROMPT) + error.position, max(0, width - 12))
        room = width - before - 2
        if len(said) > room:  # the sentence goes before the mark where the end of the line is near
            before = max(0, min(before, width - len(said) - 2))
            room = width - before - 2
        self._error.say((" " * before, Ink.DIM), ("^ ", Ink.OPEN), (cut(said, room), Ink.NOT_MET))
        self._error.display = True

    def action_keep(self) -> None:
        """End typing; a filter that cannot be read yet stays on the line."""
        if not self._error.display:
            self.post_message(self.Closed(self._good.strip()))

    def action_clear(self) -> None:
        """End typing without a filter."""
        self.post_message(self.Closed(""))

    def action_step(self, how: str) -> None:
        """Move in the table."""
        self.post_message(self.Stepped(how))

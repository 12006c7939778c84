"""Who flips: shown before a change with the line for its reason, and after it, and for a version of old."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Input, Static

from recruiter_tui.domain.flips import TIER, WHOLE
from recruiter_tui.domain.notice_edit import Turn
from recruiter_tui.domain.telling import told
from recruiter_tui.tui.commands import MOVES
from recruiter_tui.tui.dialogs.base import Dialog
from recruiter_tui.tui.dialogs.reason import LONGEST_REMARK
from recruiter_tui.tui.signs import Ink
from recruiter_tui.tui.text import content, joined, safe, stacked, width
from recruiter_tui.tui.widgets.flip_table import INDENT, FlipTable

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from textual import events
    from textual.app import ComposeResult

    from recruiter_tui.domain.flips import Flip
    from recruiter_tui.domain.notice_edit import Edit
    from recruiter_tui.services.views import ApplicationRow

_REQUIREMENT = "A requirement"
_AT_ONCE = 12
"""Lines of what is told that are shown; a change is seldom longer."""


def turned_name(edits: Sequence[Edit], asked: Mapping[str, str]) -> str:
    """Return what the criterion asks that becomes essential or an advantage, where it is one alone."""
    found = [asked.get(one.criterion, "") for one in edits if isinstance(one, Turn)]
    return found[0] if len(found) == 1 else ""


def flip_count(flips: Sequence[Flip]) -> str:
    """Return how many applications change as a whole, and how many more in some finding."""
    who = {flip.key for flip in flips}
    whole = {flip.key for flip in flips if flip.criterion == WHOLE}
    if not who:
        return "nobody flips"
    said = f"{_applications(len(whole))} as a whole" if whole else "nobody flips as a whole"
    rest = len(who - whole)
    return f"{said}, {rest} more in a finding" if rest else said


def _applications(count: int) -> str:
    return "1 application flips" if count == 1 else f"{count} applications flip"


def _whole_first(flips: Sequence[Flip]) -> list[Flip]:
    """Return the flips with those of applications as a whole before those of single findings."""
    return sorted(flips, key=lambda flip: flip.criterion not in (WHOLE, TIER))


class FlipsDialog(Dialog[str]):
    """Lists who flips and why; where a reason is asked for, it is the answer."""

    DEFAULT_CSS = """
    FlipsDialog .flips-body { height: 1fr; }
    FlipsDialog .dialog-about { height: auto; padding: 0 0 1 0; }
    FlipsDialog FlipTable { height: 1fr; }
    FlipsDialog .flips-why { height: auto; max-height: 4; padding: 1 0 0 0; }
    FlipsDialog Input { margin-top: 1; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "read", show=False)]

    def __init__(
        self,
        title: str,
        told: Sequence[tuple[str, Ink]],
        flips: Sequence[Flip],
        asked: Mapping[str, str],
        people: Callable[[Sequence[int]], Sequence[ApplicationRow]],
        *,
        reason: bool = False,
        turned: str = "",
    ) -> None:
        """Take what to show.

        Args:
            title: What the change is.
            told: What is to know about it, a line each.
            flips: Who flips.
            asked: What each criterion asks, by its id.
            people: Reads the rows of applications.
            reason: Whether a written reason is asked for.
            turned: The one criterion that became essential or an advantage, where it is one.
        """
        super().__init__()
        self.add_class("wide-dialog")
        self.title_text = title
        self.hint = (
            "enter with a reason does it · ↑ ↓ look · esc cancels"
            if reason
            else "enter or esc closes · ↑ ↓ look"
        )
        self._told = tuple(told[:_AT_ONCE])
        self._wants = reason
        if turned:
            flips = [replace(one, why=one.why.replace(_REQUIREMENT, f"“{turned}”", 1)) for one in flips]
        self._give = (_whole_first(flips), asked, people)
        self.table = FlipTable()

    def middle(self) -> ComposeResult:
        """Give what is told, the list, and the line for the reason."""
        with Vertical(classes="flips-body"):
            yield Static(
                stacked([joined((words, ink)) for words, ink in self._told]),
                classes="dialog-about",
                markup=False,
            )
            yield self.table
            yield Static("", classes="flips-why", markup=False)
            if self._wants:
                words = "why, in words that a review board can follow"
                yield Input(placeholder=words, max_length=LONGEST_REMARK)

    def on_mount(self) -> None:
        """Fill the list."""
        self.table.put(*self._give)
        (self.query_one(Input) if self._wants else self.table).focus()

    def on_record_table_cursor_moved(self, message: FlipTable.CursorMoved) -> None:
        """Say in full why the one under the cursor flips, where its line has no room for that."""
        message.stop()
        self._say_why()

    def on_resize(self) -> None:
        """Say it again where lines got shorter."""
        self._say_why()

    def _say_why(self) -> None:
        flip = self.table.flip()
        why = safe(told(flip.why)) if flip is not None else ""
        place = self.query_one(".flips-why", Static)
        place.display = width(why) > self.table.size.width - INDENT
        place.update(content(why, Ink.DIM))

    def on_key(self, event: events.Key) -> None:
        """Move in the list while the reason is typed."""
        how = MOVES.get(event.key)
        if how is not None and event.key in ("up", "down", "pageup", "pagedown"):
            event.stop()
            self.table.move(how)

    def on_input_submitted(self, message: Input.Submitted) -> None:
        """Take the reason; without one nothing is changed."""
        words = message.value.strip()
        if words:
            self.dismiss(words)
        else:
            self.complain("Criteria on which verdicts rest are not changed without a written reason.")

    def action_read(self) -> None:
        """Close what was only to be read."""
        if not self._wants:
            self.dismiss(None)

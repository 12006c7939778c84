"""Until when applications are put off: a day as one would say it, and a word on why."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.widgets import Input, Static

from recruiter_tui.domain.days import day_of, from_today
from recruiter_tui.tui.dialogs.base import Dialog
from recruiter_tui.tui.dialogs.reason import LONGEST_REMARK
from recruiter_tui.tui.signs import Ink
from recruiter_tui.tui.text import content, joined

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.content import Content

_EXAMPLES = "3 days · monday · 12 dec · 2026-12-01"


@dataclass(frozen=True, slots=True)
class Snooze:
    """The day on which something is due, and why it waits."""

    until: dt.date
    note: str = ""


class SnoozeDialog(Dialog[Snooze]):
    """Asks for a day, and shows how it was understood while it is typed."""

    hint = "enter puts off · tab why · esc cancels"
    AUTO_FOCUS = "#until"
    DEFAULT_CSS = "SnoozeDialog .dialog-about { height: 1; margin: 0 0 1 0; padding: 0 1; }"

    def __init__(self, who: str, today: dt.date, until: dt.date | None = None, note: str = "") -> None:
        """Take whom it is about, the day of today, and what stands now."""
        super().__init__()
        self.title_text = f"Put off {who} until"
        self._today = today
        self._until = "" if until is None else until.isoformat()
        self._note = note

    def body(self) -> ComposeResult:
        """Give the day, how it was understood, and the line for why."""
        yield Input(self._until, placeholder=_EXAMPLES, max_length=40, id="until")
        yield Static(content(self._read(self._until)), markup=False, classes="dialog-about")
        yield Input(self._note, placeholder="why, if you like", max_length=LONGEST_REMARK, id="why")

    def on_input_changed(self, message: Input.Changed) -> None:
        """Say how the day is understood."""
        if message.input.id == "until":
            self.query_one(".dialog-about", Static).update(content(self._read(message.value)))
            self.complain("")

    def on_input_submitted(self) -> None:
        """Take the day where it lies ahead."""
        until = day_of(self.query_one("#until", Input).value, self._today)
        if until is None:
            self.complain(f"Which day? {_EXAMPLES}")
        elif until < self._today:
            self.complain("This day is over: choose today or a later one.")
        else:
            self.dismiss(Snooze(until, self.query_one("#why", Input).value.strip()))

    def _read(self, text: str) -> Content:
        day = day_of(text, self._today) if text.strip() else None
        if day is None:
            return joined(("…" if text.strip() else " ", Ink.FAINT))
        return joined(
            (f"{day:%A} {day.day} {day:%B %Y}", Ink.TEXT), (f"  {from_today(day, self._today)}", Ink.DIM)
        )

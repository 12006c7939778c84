"""What a screen is for and all its keys, read from the registry."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.widgets import Static

from recruiter_tui.tui.commands_base import Group
from recruiter_tui.tui.dialogs.base import Dialog
from recruiter_tui.tui.footers import legend, purpose
from recruiter_tui.tui.signs import (
    Ink,
    beside_sign,
    disposition_sign,
    mark_sign,
    outcome_sign,
    passage_sign,
    person_sign,
)
from recruiter_tui.tui.text import content, fit, joined, stacked, wrapped

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from textual.app import ComposeResult
    from textual.content import Content

    from recruiter_tui.tui.commands_base import Command, Place

_KEYS = 22
_TITLE = 18
"""Cells of a column with the blank behind it; the longest of its words fit."""
_WIDEST = 100
"""Cells of the dialog; `styles/dialogs.tcss` says the same."""
_MARGINS = 6
_NARROWEST = 16
_SIGN = 16


class HelpScreen(Dialog[None]):
    """The screen's purpose in a sentence, its keys by group, then what the signs mean."""

    title_text = "Keys"
    hint = "j k scroll · esc closes"
    BINDINGS: ClassVar = [
        ("q,question_mark,f1", "dismiss(None)", "close"),
        ("j,down", "scroll(1)", "down"),
        ("k,up", "scroll(-1)", "up"),
        ("pagedown,space", "scroll(10)", "page down"),
        ("pageup", "scroll(-10)", "page up"),
        ("g,home", "end(-1)", "top"),
        ("G,end", "end(1)", "end"),
    ]

    def __init__(self, commands: Sequence[Command], place: Place | None = None) -> None:
        """Take the commands of the screen that help was asked for on, and which one that is."""
        super().__init__(classes="wide-dialog")
        self._commands = tuple(command for command in commands if command.keys)
        self._place = place
        if place is not None:
            self.title_text = f"Keys · {place.value}"

    def body(self) -> ComposeResult:
        """Give everything as one text."""
        room = min(_WIDEST, self.app.size.width) - _MARGINS
        about = [content(line) for line in wrapped(purpose(self._place), room)] if self._place else []
        lines = (
            *about,
            *([content("")] if about else []),
            *self._legend(room),
            *self._keys(room),
            *_signs(),
            *_copying(room),
        )
        yield Static(stacked(lines), markup=False)

    def _legend(self, room: int) -> Iterator[Content]:
        """Give what the signs and short heads of the screen mean."""
        told = legend(self._place) if self._place else ()
        if told:
            yield content("What you see", Ink.STRONG)
        for sign, meaning in told:
            first, *more = wrapped(meaning, max(_NARROWEST, room - _SIGN))
            yield joined((fit(f"  {sign}", _SIGN), Ink.TEXT), (first, Ink.DIM))
            for line in more:
                yield joined((" " * _SIGN + line, Ink.DIM))
        if told:
            yield content("")

    def _keys(self, room: int) -> Iterator[Content]:
        """Give a heading per group and an entry per command; moves, which everybody guesses, come late."""
        for group in sorted(Group, key=lambda one: (one is Group.MOVE, one is not Group.JUDGE)):
            members = [command for command in self._commands if command.group is group]
            if members:
                yield content(group.value, Ink.STRONG)
                for command in members:
                    yield from _entry(command, room)
                yield content("")

    def action_end(self, way: int) -> None:
        """Scroll to the beginning or the end."""
        body = self.query_one(".dialog-body")
        body.scroll_to(y=0 if way < 0 else body.max_scroll_y, animate=False)

    def action_scroll(self, lines: int) -> None:
        """Scroll by lines."""
        self.query_one(".dialog-body").scroll_relative(y=lines, animate=False)


def _entry(command: Command, room: int) -> Iterator[Content]:
    """Give keys, title and explanation side by side, or beneath each other where there is no room."""
    keys, title = "  " + ", ".join(command.spelled), fit(command.title, _TITLE - 1) + " "
    beside = room - _KEYS - _TITLE
    if beside >= _NARROWEST:
        first, *more = wrapped(command.tooltip, beside)
        yield joined((fit(keys, _KEYS - 1) + " ", Ink.ACCENT), (title, Ink.TEXT), (first, Ink.DIM))
        indent = _KEYS + _TITLE
    else:
        yield joined((keys + "  ", Ink.ACCENT), (title, Ink.TEXT))
        indent, more = 4, wrapped(command.tooltip, max(_NARROWEST, room - 4))
    for line in more:
        yield joined((" " * indent + line, Ink.DIM))


def _signs() -> Iterator[Content]:
    from recruiter_tui.domain.application import Disposition
    from recruiter_tui.domain.finding import Outcome

    yield content("Signs", Ink.STRONG)
    outcomes = [outcome_sign(outcome) for outcome in (*Outcome, None)]
    yield joined("  ", *((f"{sign}   ", sign.ink) for sign in outcomes))
    dispositions = [disposition_sign(disposition) for disposition in Disposition]
    yield joined("  ", *((f"{sign}   ", sign.ink) for sign in dispositions))
    yield joined(
        ("  " + mark_sign(), Ink.ACCENT),
        (" marked   ", Ink.DIM),
        (person_sign(), Ink.TEXT),
        (" a person wrote or ruled here", Ink.DIM),
    )
    yield joined(
        ("  " + passage_sign(), Ink.ACCENT),
        (" left to you, the papers speak of it   ", Ink.DIM),
        (beside_sign(), Ink.TEXT),
        (" does not concern this person", Ink.DIM),
    )


_COPYING = (
    "Copying goes through the terminal (OSC 52), also over ssh. In tmux it needs `set -g set-clipboard on`, "
    "with tmux inside tmux also `set -g allow-passthrough on`; some terminals cannot do it, or ask first."
)


def _copying(room: int) -> Iterator[Content]:
    yield content("")
    yield content("Copying", Ink.STRONG)
    for line in wrapped(_COPYING, room - 2):
        yield joined(("  " + line, Ink.DIM))

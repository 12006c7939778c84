"""All commands of a screen, found by a few letters of their name."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.widgets import Input

from recruiter_tui.tui.commands import reason
from recruiter_tui.tui.commands_base import Group
from recruiter_tui.tui.dialogs.base import Dialog
from recruiter_tui.tui.dialogs.choices import Choice, Choices
from recruiter_tui.tui.signs import Ink
from recruiter_tui.tui.text import fit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult

    from recruiter_tui.tui.commands_base import Command, Need

_KEYS, _TITLE = 14, 17


class PaletteDialog(Dialog[str]):
    """Offers commands; those that cannot be used now say why."""

    title_text = "Commands"
    hint = "type to find · enter runs · esc closes"
    AUTO_FOCUS = "Input"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "step(1)", show=False, priority=True),
        Binding("up", "step(-1)", show=False, priority=True),
        Binding("enter", "run", show=False, priority=True),
    ]

    def __init__(self, offered: Sequence[tuple[Command, Need | None]], first: Sequence[str] = ()) -> None:
        """Take the commands with what each lacks; those of the footer come `first`, mere moves last."""
        super().__init__()
        places = {name: place for place, name in enumerate(first)}
        self._offered = sorted(
            offered, key=lambda one: (places.get(one[0].id, len(places)), one[0].group is Group.MOVE)
        )

    def body(self) -> ComposeResult:
        """Give the line to type on and everything that can be run."""
        yield Input(placeholder="short list, filter, export …", max_length=60, compact=True)
        choices = Choices(self._found(""), empty="no command here is called so")
        choices.led = True
        yield choices

    def _found(self, typed: str) -> list[Choice[str]]:
        """Return the commands that hold the letters typed in their order, the best first."""
        wanted = typed.casefold().split()
        scored = [
            (score, command, need)
            for command, need in self._offered
            if (score := _score(command, wanted)) is not None
        ]
        scored.sort(key=lambda found: (found[0], found[2] is not None))
        return [Choice("", _runs(command, need), command.id) for _score_, command, need in scored]

    def on_input_changed(self, message: Input.Changed) -> None:
        """Narrow the list."""
        choices = self.query_one(Choices)
        choices.choices = tuple(self._found(message.value))
        choices.cursor = 0
        choices.refresh(layout=True)

    def action_step(self, way: int) -> None:
        """Move the cursor while the typing goes on."""
        self.query_one(Choices).action_step(way)

    def action_run(self) -> None:
        """Run what is under the cursor."""
        self.query_one(Choices).action_choose()

    def on_choices_chosen(self, message: Choices.Chosen[str]) -> None:
        """Answer with the command."""
        self.dismiss(message.value)


def _score(command: Command, wanted: Sequence[str]) -> int | None:
    """Rank a command by where the words were found: title, then keys, then explanation; None without all."""
    title, rest = command.title.casefold(), f"{command.group} {command.tooltip} {command.id}".casefold()
    total = 0
    for word in wanted:
        if title.startswith(word) or word in command.spelled:
            total += 0
        elif word in title:
            total += 1
        elif word in rest:
            total += 3
        else:
            return None
    return total


def _runs(command: Command, need: Need | None) -> tuple[tuple[str, Ink], ...]:
    usable = need is None
    return (
        (fit(command.title, _TITLE), Ink.STRONG if usable else Ink.FAINT),
        (fit(", ".join(command.spelled), _KEYS), Ink.ACCENT if usable else Ink.FAINT),
        (reason(need) if need else command.tooltip, Ink.DIM if usable else Ink.FAINT),
    )

"""The lines around a screen: where one is, how things stand, and which keys there are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.message import Message

from recruiter_tui.tui.signs import Ink
from recruiter_tui.tui.text import cut, safe, width
from recruiter_tui.tui.widgets.lines import Lines, Run

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.events import Click

    from recruiter_tui.tui.commands_base import Command


class Heading(Lines):
    """A thin rule that carries the crumbs: where one is, the last one brightest."""

    def __init__(self) -> None:
        """Start without crumbs."""
        super().__init__()
        self._crumbs: tuple[str, ...] = ()

    def show(self, *crumbs: str) -> None:
        """Replace the crumbs; their text may come from data."""
        self._crumbs = tuple(safe(crumb) for crumb in crumbs if crumb)
        self.refresh()

    def runs(self, y: int, width: int) -> Sequence[Run]:  # noqa: ARG002 - there is only line 0
        """Draw the crumbs on the rule."""
        return crumb_runs(self._crumbs, width)


CRUMB = "\N{SINGLE RIGHT-POINTING ANGLE QUOTATION MARK}"


def crumb_runs(crumbs: Sequence[str], cells: int) -> list[Run]:
    """Return crumbs set into a thin rule of `cells` cells; the first ones go where room is short."""
    shown = list(crumbs)
    while len(shown) > 1 and sum(width(crumb) + 3 for crumb in shown) > cells - 4:
        shown.pop(0)
    runs: list[Run] = [("─ " if cells > 20 else "", Ink.RULE)]  # noqa: PLR2004 - tiny screens have no room for it
    for number, crumb in enumerate(shown):
        last = number == len(shown) - 1
        runs.append((cut(crumb, max(4, cells - 4)), Ink.STRONG if last else Ink.DIM))
        if not last:
            runs.append((f" {CRUMB} ", Ink.FAINT))
    taken = sum(width(text) for text, _ink in runs)
    runs.append((" " + "─" * max(0, cells - taken - 1), Ink.RULE))
    return runs


class StatusLine(Lines):
    """One line that says how things stand; a flash covers it until the next key that changes something."""

    GROUND = "bar"

    def __init__(self) -> None:
        """Start empty."""
        super().__init__()
        self._standing: tuple[Run, ...] = ()
        self._flash: tuple[Run, ...] = ()

    def show(self, runs: Sequence[Run]) -> None:
        """Say how things stand; the texts have passed `safe`."""
        if tuple(runs) != self._standing:
            self._standing = tuple(runs)
            self.refresh()

    def flash(self, *runs: Run) -> None:
        """Put a message before the standing, or take it away when there is none."""
        if runs != self._flash:
            self._flash = runs
            self.refresh()

    def runs(self, y: int, width: int) -> Sequence[Run]:  # noqa: ARG002 - there is only line 0
        """Draw the message, then the standing as far as there is room."""
        gap: tuple[Run, ...] = (("   ", Ink.DIM),) if self._flash else ()
        return ((" ", Ink.DIM), *self._flash, *gap, *self._standing)


class KeyLine(Lines):
    """The footer: the most useful keys of the place, dim where they cannot be used now."""

    class Pressed(Message):
        """Somebody clicked on a key."""

        def __init__(self, command: Command) -> None:
            """Carry the command."""
            super().__init__()
            self.command = command

    def __init__(self, commands: Sequence[Command]) -> None:
        """Take the commands of the place; those without a footer order stay out."""
        super().__init__()
        self._commands = sorted((c for c in commands if c.footer), key=lambda c: c.footer)
        self._dim: frozenset[str] = frozenset()

    def dim(self, command_ids: frozenset[str]) -> None:
        """Say which commands cannot be used now."""
        if command_ids != self._dim:
            self._dim = command_ids
            self.refresh()

    def _shown(self, cells: int) -> list[Command]:
        room, shown = cells - 1, []
        for command in self._commands:
            room -= width(_label(command)) + 2
            if room < -2:  # noqa: PLR2004 - the last label needs no gap after it
                break
            shown.append(command)
        return shown

    def runs(self, y: int, width: int) -> Sequence[Run]:  # noqa: ARG002 - there is only line 0
        """Draw key and title of each command for which there is room."""
        runs: list[Run] = [(" ", Ink.DIM)]
        for command in self._shown(width):
            unusable = command.id in self._dim
            runs.append((command.spelled[0], Ink.FAINT if unusable else Ink.ACCENT))
            runs.append((f" {command.title}  ", Ink.FAINT if unusable else Ink.DIM))
        return runs

    def on_click(self, event: Click) -> None:
        """Run the command under the pointer."""
        x = 1
        for command in self._shown(self.size.width):
            x += width(_label(command))
            if event.x < x:
                self.post_message(self.Pressed(command))
                return
            x += 2


def _label(command: Command) -> str:
    return f"{command.spelled[0]} {command.title}"

"""The lines around a screen: where one is, how things stand, and which keys there are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.message import Message

from recruiter_tui.tui.commands import key
from recruiter_tui.tui.footers import six
from recruiter_tui.tui.signs import Ink, blind_sign
from recruiter_tui.tui.text import cut, safe, width
from recruiter_tui.tui.widgets.lines import Lines, Run, spread

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.events import Click

    from recruiter_tui.tui.commands_base import Command
    from recruiter_tui.tui.jobs import Jobs


class Heading(Lines):
    """A thin rule that carries the crumbs: where one is, the last one brightest."""

    def __init__(self) -> None:
        """Start without crumbs."""
        super().__init__()
        self._crumbs: tuple[str, ...] = ()
        self._blind = False

    def read_blind(self, *, blind: bool) -> None:
        """Say at the right end whether people are read without their names."""
        if blind != self._blind:
            self._blind = blind
            self.refresh()

    def badge(self, width: int) -> list[Run]:
        """Return what stands at the right end of the rule."""
        said = f" {blind_sign()} {_BLIND} "
        return [(said, Ink.STRONG), ("─", Ink.RULE)] if self._blind and width > 2 * len(said) else []

    def show(self, *crumbs: str) -> None:
        """Replace the crumbs; their text may come from data."""
        self._crumbs = tuple(safe(crumb) for crumb in crumbs if crumb)
        self.repaint_others()

    def runs(self, y: int, width: int) -> Sequence[Run]:  # noqa: ARG002 - there is only line 0
        """Draw the crumbs on the rule."""
        badge = self.badge(width)
        return [*crumb_runs(self._crumbs, width - taken(badge)), *badge]


_BLIND = "read blind"
_TINY = 20
"""Cells below which a heading has no room for its rule."""
_SHORT_CRUMB = 12
BETWEEN = "  ·  "
"""Stands before every statement of the status line but the first."""
_ALWAYS = "app.help"
_TOLD = 16
"""Cells of an act that say anything at all."""
CRUMB = "\N{SINGLE RIGHT-POINTING ANGLE QUOTATION MARK}"


def crumb_runs(crumbs: Sequence[str], cells: int) -> list[Run]:
    """Return crumbs set into a thin rule of `cells` cells; the last one matters most when room is short."""
    lead = "─ " if cells > _TINY else ""
    room = cells - width(lead) - 2
    shown = list(crumbs)
    if _needed(shown) > room:
        shown = [cut(crumb, max(_SHORT_CRUMB, room // 4)) for crumb in shown[:-1]] + shown[-1:]
    while len(shown) > 1 and _needed(shown) > room:
        shown.pop(0)
    runs: list[Run] = [(lead, Ink.RULE)]
    for number, crumb in enumerate(shown):
        last = number == len(shown) - 1
        runs.append((cut(crumb, max(1, room)), Ink.STRONG if last else Ink.DIM))
        if not last:
            runs.append((f" {CRUMB} ", Ink.FAINT))
    taken = sum(width(text) for text, _ink in runs)
    return [*runs, (" " + "─" * max(0, cells - taken - 1), Ink.RULE)]


def taken(runs: Sequence[Run]) -> int:
    """Return the cells that runs take."""
    return sum(width(text) for text, _ink in runs)


def _needed(crumbs: Sequence[str]) -> int:
    return sum(width(crumb) for crumb in crumbs) + 3 * (len(crumbs) - 1)


class StatusLine(Lines):
    """One line: how things stand, or a message in its place, and to the right what was done last."""

    GROUND = "bar"

    def __init__(self) -> None:
        """Start empty."""
        super().__init__()
        self._standing: tuple[Run, ...] = ()
        self._flash: tuple[Run, ...] = ()
        self._last: tuple[Run, ...] = ()
        self._jobs: tuple[Sequence[Run], ...] = ()
        self._is_working = False
        self._is_told = False
        """Whether something was done since the end of a job was told: that is the newer news."""

    def show(self, runs: Sequence[Run]) -> None:
        """Say how things stand; the texts have passed `safe`."""
        if tuple(runs) != self._standing:
            self._standing = tuple(runs)
            self.refresh()

    def flash(self, *runs: Run) -> None:
        """Put a message in place of the standing, or take it away when there is none."""
        if runs != self._flash:
            self._flash = runs
            self.refresh()

    def last(self, summary: str, *, can_undo: bool) -> None:
        """Say what was done last, and the key that takes it back."""
        hint = ((f"  {key('undo.undo')}", Ink.ACCENT), (" undo", Ink.DIM)) if can_undo else ()
        self._last = ((safe(summary), Ink.TEXT), *hint, (" ", Ink.DIM)) if summary else ()
        self._is_told = True
        self.refresh()

    def work(self, jobs: Jobs) -> None:
        """Say how far the work in the background has come, or what came of it."""
        shown: tuple[Sequence[Run], ...] = ()
        if jobs.active or jobs.told is not None:
            from recruiter_tui.tui.drawing.jobs import quiet_lines

            shown = quiet_lines(jobs)
        self._is_working = bool(jobs.active)
        if shown != self._jobs:
            self._jobs = shown
            self._is_told = False
            self.refresh()

    def runs(self, y: int, width: int) -> Sequence[Run]:  # noqa: ARG002 - there is only line 0
        """Draw message or standing to the left; to the right the work, the last change, or both."""
        left = [(" ", Ink.DIM), *(self._flash or self._standing)]
        if not self._jobs or (self._is_told and not self._is_working):
            return self._set(left, self._told(width - min(taken(left), width // 2)), width)
        room = width - min(taken(left), width // 2)
        both = [(*self._last, *form) for form in self._jobs] if self._last else []
        if not self._is_working:  # what came of a job is told whole before what was done last
            both = both[:1]
        forms = [*both, *self._jobs]
        right = next((form for form in forms if taken(form) <= room), self._jobs[-1])
        return self._set(left, right, width)

    def _told(self, room: int) -> Sequence[Run]:
        """Return what was done last, cut where it is longer than its room; the key to undo it stays whole."""
        if taken(self._last) <= room:
            return self._last
        (words, ink), *hint = self._last
        left = room - taken(hint) - 2  # two blanks between both sides
        return [(cut(words, left), ink), *hint] if left >= _TOLD else ()

    def _set(self, left: Sequence[Run], right: Sequence[Run], width: int) -> Sequence[Run]:
        """Set both sides into the line; what stands on the left ends with a whole statement."""
        beside = taken(right) if width - taken(right) >= min(taken(left), width // 2) else 0
        said = left if self._flash else whole_statements(left, width - beside - 1)
        return spread(said, right if beside else (), width)


def whole_statements(runs: Sequence[Run], cells: int) -> Sequence[Run]:
    """Return the statements between dots that fit whole; the first one in any case, cut where it must be."""
    starts = [place for place, (text, _ink) in enumerate(runs) if text.startswith(BETWEEN)]
    fits = [end for end in (*starts, len(runs)) if taken(runs[:end]) <= cells]
    return runs[: max(fits, default=starts[0] if starts else len(runs))]


class KeyLine(Lines):
    """The footer: the most useful keys of the place, dim where they cannot be used now."""

    class Pressed(Message):
        """Somebody clicked on a key."""

        def __init__(self, command: Command) -> None:
            """Carry the command."""
            super().__init__()
            self.command = command

    def __init__(self, commands: Sequence[Command]) -> None:
        """Take the commands of the place; those without a footer order come in only where they are wanted."""
        super().__init__()
        self._commands = tuple(commands)
        self._dim: frozenset[str] = frozenset()
        self._wanted: tuple[str, ...] = ()
        self._six = six(self._commands, self._dim)

    def dim(self, command_ids: frozenset[str], wanted: tuple[str, ...] = ()) -> None:
        """Say which commands cannot be used now, and which matter most."""
        if (command_ids, wanted) != (self._dim, self._wanted):
            self._dim, self._wanted = command_ids, wanted
            self._six = six(self._commands, command_ids, wanted)
            self.refresh()

    @property
    def most(self) -> tuple[str, ...]:
        """Return the commands that matter most now."""
        return tuple(command.id for command in self._six)

    def _shown(self, cells: int) -> list[Command]:
        """Return what fits, in order; the way to all other keys always has its place."""
        always = [command for command in self._six if command.id == _ALWAYS]
        room = cells + 1 - sum(width(_label(command)) + 2 for command in always)
        shown = []
        for command in self._six:
            if command not in always:
                room -= width(_label(command)) + 2
                if room < 0:
                    break
                shown.append(command)
        return [*shown, *always]

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


class Rule(Lines):
    """A thin line across."""

    DEFAULT_CSS = "Rule { height: 1; width: 1fr; }"

    def runs(self, y: int, width: int) -> Sequence[Run]:  # noqa: ARG002 - there is only line 0
        """Draw the line."""
        return (("─" * width, Ink.RULE),)

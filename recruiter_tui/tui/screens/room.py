"""What every full screen shares: its commands, the lines around it, and how changes and refusals show."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any, ClassVar, Final

from textual import work
from textual.binding import Binding
from textual.worker import WorkerCancelled

from recruiter_tui.domain.errors import Conflict, RecruiterError
from recruiter_tui.tui import commands
from recruiter_tui.tui.closing import ClosesOnce
from recruiter_tui.tui.signs import Ink
from recruiter_tui.tui.text import safe
from recruiter_tui.tui.widgets.bars import Heading, KeyLine, StatusLine
from recruiter_tui.tui.widgets.grounds import blank_lines

if TYPE_CHECKING:
    from collections.abc import Awaitable, Iterable

    from textual.app import ComposeResult
    from textual.geometry import Region
    from textual.strip import Strip
    from textual.widget import Widget

    from recruiter_tui.services import Services
    from recruiter_tui.services.views import Changed
    from recruiter_tui.tui.app import RecruiterApp
    from recruiter_tui.tui.commands_base import Command, Need, Place
    from recruiter_tui.tui.jobs import Job


_SOON: Final = 0.6
"""Seconds after which it is said that an act still goes on."""


class Room(ClosesOnce[None]):
    """A full screen of the app; its keys are the registry's commands for its place."""

    PLACE: ClassVar[Place]
    _bound: ClassVar[Place | None] = None
    """The place whose keys are bound."""
    ALLOW_SELECT = False
    app: RecruiterApp
    unsaid: str = ""
    """The reason that was written for an act that was refused."""

    def __init_subclass__(cls, *, is_part: bool = False, **rest: Any) -> None:  # noqa: ANN401 - handed on
        """Bind the keys of the place; a class that stays at its base's place has them from there.

        A part is never shown by itself: Textual collects bindings and styles for the whole screen alone.
        """
        if is_part:
            return
        place = getattr(cls, "PLACE", None)
        if place is not None and ("PLACE" in cls.__dict__ or place is not cls._bound):
            cls._bound = place
            cls.BINDINGS = [
                Binding(
                    ",".join(command.keys),
                    f"command({command.id!r})",
                    command.title,
                    show=False,
                    tooltip=command.tooltip,
                    id=command.id,
                )
                for command in commands.at(place)
                if command.action and command.id not in commands.APP_WIDE
            ]
        super().__init_subclass__(**rest)

    def __init__(self) -> None:
        """Build the lines around the screen."""
        super().__init__()
        self.heading = Heading()
        self.status = StatusLine()
        self.keys = KeyLine(commands.at(self.PLACE))

    def render_lines(self, crop: Region) -> list[Strip]:
        """Draw nothing but the ground."""
        return blank_lines(self, crop)

    def frame(self, *inside: Widget) -> ComposeResult:
        """Give heading, content, status line and footer in their order."""
        yield self.heading
        yield from inside
        yield self.status
        yield self.keys

    def on_mount(self) -> None:
        """Listen for changes, one's own and other people's."""
        self.app.changed.subscribe(self, self._changed)
        self.app.jobs.moved.subscribe(self, self.status.work)
        self.status.work(self.app.jobs)
        self.refresh_commands()

    @property
    def services(self) -> Services:
        """Return the use cases; commands that need them are refused until they are there."""
        return self.app.services

    def _changed(self, changed: Changed) -> None:
        self.say_blind()
        self.on_changed(changed)

    def people_of(self) -> str:
        """Return the vacancy whose people the screen shows; nothing where there is none."""
        return ""

    def say_blind(self) -> None:
        """Say in the heading whether the people here are read without their names."""
        vacancy = self.people_of() if self.app.is_open else ""
        self.heading.read_blind(blind=bool(vacancy) and self.services.blind.is_on_now(vacancy))

    def on_changed(self, changed: Changed) -> None:
        """Take note of a change; screens that show what it names read that again."""

    def has(self, need: Need) -> bool:  # noqa: ARG002 - a screen that can lack something overrides it
        """Tell whether what a command needs is there."""
        return True

    def lacking(self, command: Command) -> Need | None:
        """Return the first thing that the command needs and does not find."""
        return next((need for need in command.needs if not self.has(need)), None)

    def works_on(self, *groups: str) -> bool:
        """Tell whether work of one of these groups, which this screen started, still runs."""
        return any(one.group in groups and one.node is self and not one.is_finished for one in self.workers)

    def is_opening(self) -> bool:
        """Tell whether the next key is for a question, or for people, that do not stand here yet."""
        return self.works_on("ask", "begin")

    def refresh_commands(self) -> None:
        """Dim the keys that cannot be used now."""
        offered = commands.at(self.PLACE)
        wanting = {need for need in {need for c in offered for need in c.needs} if not self.has(need)}
        lacking = frozenset(c.id for c in offered if not wanting.isdisjoint(c.needs))
        self.keys.dim(lacking, self.wanted_keys())

    def wanted_keys(self) -> tuple[str, ...]:
        """Return the commands that matter most now; none where the order of the registry will do."""
        return ()

    async def action_command(self, command_id: str) -> None:
        """Run a command of the registry, or say why it cannot be run."""
        command = commands.by_id(command_id)
        lacking = self.lacking(command)
        if lacking is not None:
            self.flash(commands.reason(lacking))
        else:
            await self.app.run_action(command.action, self)

    async def on_key_line_pressed(self, message: KeyLine.Pressed) -> None:
        """Run the command whose key was clicked."""
        message.stop()
        await self.action_command(message.command.id)

    def crumbs(self, *crumbs: str) -> None:
        """Say where one is."""
        self.heading.show(*crumbs)
        self.say_blind()

    def flash(self, text: str, ink: Ink = Ink.TEXT) -> None:
        """Say something in the status line; the next flash replaces it, an empty one takes it away."""
        self.status.flash(*((safe(text), ink),) if text else ())

    async def carry_out(self, work: Awaitable[Changed], *, draft: str = "") -> Changed | None:
        """Await a use case, tell everybody what it changed, and show a refusal; None when it was refused.

        `draft` is what a person wrote for it: after a refusal the next dialog of that kind begins with it.
        """
        # The app's own work: a screen that closes takes its workers along, but never a write half-way.
        act = self.app.run_worker(self._carried_out(work, draft), group="write")
        waiting = asyncio.ensure_future(act.wait())
        done, _ = await asyncio.wait({waiting}, timeout=_SOON)
        if not done and self.is_attached:
            self.flash("this takes a moment …", Ink.DIM)
        try:
            return await asyncio.shield(waiting)
        except WorkerCancelled:  # the program ends
            return None

    async def _carried_out(self, work: Awaitable[Changed], draft: str) -> Changed | None:
        """Do it, and say on this screen what came, or on the one that is there by then."""
        try:
            changed = await work
        except RecruiterError as refusal:
            self.unsaid = draft
            self._still_there.failed(refusal)
            return None
        self.unsaid = ""
        self._still_there.done(changed)
        return changed

    @property
    def _still_there(self) -> Room:
        """Return this screen, or the one on top where it was closed."""
        return self if self.is_attached else self.app.room

    def done(self, changed: Changed) -> None:
        """Say what was changed, and tell everybody."""
        self.status.flash()
        self.status.last(changed.summary, can_undo=bool(changed.sequence))
        self.app.changed.publish(changed)

    def failed(self, refusal: RecruiterError) -> None:
        """Say why nothing was done; a conflict stops everything until it was read."""
        if isinstance(refusal, Conflict):
            self.app.show_conflict(refusal)
        sentence: Iterable[tuple[str, Ink]] = ((safe(refusal.problem), Ink.NOT_MET),)
        advice = ((f"  {safe(refusal.remedy)}", Ink.DIM),) if refusal.remedy else ()
        self.status.flash(*sentence, *advice)

    @work(group="write")
    async def action_undo(self) -> None:
        """Take the last change back."""
        self.go_after(await self.carry_out(self.services.history.undo()))

    @work(group="write")
    async def action_redo(self) -> None:
        """Make the change again that was taken back."""
        self.go_after(await self.carry_out(self.services.history.redo()))

    def go_after(self, changed: Changed | None) -> None:
        """Go to what was taken back or made again, where the screen lists such things; None was refused."""

    def action_help(self) -> None:
        """Say what this screen is for, and show all its keys."""
        from recruiter_tui.tui.screens.help import HelpScreen

        self.app.push_screen(HelpScreen(commands.at(self.PLACE), self.PLACE))

    def action_palette(self) -> None:
        """Find a command by its name."""
        from recruiter_tui.tui.dialogs.palette import PaletteDialog

        offered = [(c, self.lacking(c)) for c in commands.at(self.PLACE) if c.action]
        self.app.push_screen(PaletteDialog(offered, self.keys.most), self._chosen)

    async def _chosen(self, command_id: str | None) -> None:
        if command_id is not None:
            await self.action_command(command_id)

    def action_theme(self) -> None:
        """Choose the theme; each is shown while the cursor is on it."""
        from recruiter_tui.tui.dialogs.theme import ThemeDialog

        before = self.app.theme

        def keep(name: str | None) -> None:
            if name is None:
                self.app.theme = before
            else:
                self.app.choose_theme(name)

        self.app.push_screen(ThemeDialog(before), keep)

    def action_stop_job(self) -> None:
        """Stop what runs in the background; of several the list asks which."""
        active = self.app.jobs.active
        if len(active) == 1:
            self.app.jobs.stop(active[0])
        elif active:
            self.action_list_jobs()
        else:
            self.flash("nothing runs in the background")

    def action_list_jobs(self) -> None:
        """List what runs in the background, and what came of it."""
        from recruiter_tui.tui.dialogs.jobs import JobsDialog

        self.app.push_screen(JobsDialog(), self._show_job)

    def _show_job(self, job: Job | None) -> None:
        if job is not None:
            self.app.jobs.show(job)

    def action_close(self) -> None:
        """Go back to the screen before."""
        self.dismiss()

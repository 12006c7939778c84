"""The terminal app: its themes, the store behind the first picture, the signal of change, clean ends."""

from __future__ import annotations

import asyncio
import contextlib
import gc
import os
import sys
from contextlib import AsyncExitStack, asynccontextmanager
from importlib import import_module
from typing import TYPE_CHECKING, Any, ClassVar, Final

from textual.app import App
from textual.binding import Binding
from textual.events import Event, Key, Paste
from textual.signal import Signal

from recruiter_tui.domain.errors import RecruiterError
from recruiter_tui.tui import commands, edges, preferences, signs, terminal
from recruiter_tui.tui.colours import OWN
from recruiter_tui.tui.commands_base import NO_KEY
from recruiter_tui.tui.jobs import Jobs
from recruiter_tui.tui.leaving import Leaving
from recruiter_tui.tui.plain import Plain
from recruiter_tui.tui.preferences import Preferences
from recruiter_tui.tui.screens.desk import DeskScreen
from recruiter_tui.tui.screens.room import Room
from recruiter_tui.tui.theme import NIGHT, THEMES, ours
from recruiter_tui.tui.turns import Turns

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Sequence
    from contextlib import AbstractAsyncContextManager
    from pathlib import PurePath

    from textual.filter import LineFilter
    from textual.screen import Screen
    from textual.theme import Theme

    from recruiter_tui.domain.errors import Conflict
    from recruiter_tui.services import Services
    from recruiter_tui.services.views import Changed

_STYLES: Final[list[str | PurePath]] = ["styles/base.tcss", "styles/desk.tcss", "styles/dialogs.tcss"]
_FROM_ANYWHERE: Final = "ctrl+q"
"""The key that no text field may take; in one, ctrl+c copies."""
POLL_SECONDS: Final = 0.5
"""How often the store is asked whether another process changed it."""
_KEEP_SECONDS: Final = 5.0
"""How often it is written down how the app looks, when that changed."""
_WARM_AFTER: Final = 0.8
"""Seconds after the first rows at which the rest is loaded."""
_RENEW_AFTER: Final = 5.0
"""Seconds after which it is looked whether an older version left something out of the search."""
_HARD_STOP: Final = 0.8
"""Seconds after which a process that was told to end ends whatever hangs."""
_FOR_THE_FIRST_ROWS: Final = ("store.thread", "services.room", "services.vacancies", "services.candidates")
_TURN: Final = 0.001
"""Seconds after which a thread that reads or searches lets the screen have its turn."""
_WRONG_PLACE: Final = 2
_FAILED: Final = 1


class RecruiterApp(App[None], inherit_bindings=False):
    """The app over one store; screens find the use cases in `services` and changes in `changed`."""

    TITLE = "recruiter"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide")]  # noqa: RUF012 - Textual declares it so
    VERTICAL_BREAKPOINTS = [(0, "-short"), (20, "-tall")]  # noqa: RUF012 - Textual declares it so
    ENABLE_COMMAND_PALETTE = False
    ALLOW_SELECT = False
    BINDINGS: ClassVar = [
        Binding(
            key,
            command.action.removeprefix("app."),
            show=False,
            priority=key == _FROM_ANYWHERE,
            id=command.id,
        )
        for command in commands.COMMANDS
        if command.id in commands.APP_WIDE
        for key in command.keys
    ]

    def __init__(
        self,
        opening: Callable[[], AbstractAsyncContextManager[Services]],
        begin: Preferences | None = None,
    ) -> None:
        """Take what opens the store (called when the first picture stands) and how the app begins."""
        chosen = begin or Preferences()
        # Before Textual's own start: a theme that is set after it has every style parsed once more.
        self.set_reactive(RecruiterApp.theme, chosen.theme)
        super().__init__(driver_class=edges.driver(), css_path=_STYLES)
        self.memory = chosen.memory
        self._plainly = (Plain(),) if chosen.plain else ()
        signs.use_ascii(plain=chosen.plain)
        self.set_keymap({name: ",".join(keys) or NO_KEY for name, keys in commands.rekeyed().items()})
        self.changed: Signal[Changed] = Signal(self, "changed")
        self.jobs = Jobs(self)
        self.turns = Turns(self)
        self.leaving = Leaving(self)
        self.fault: str | None = None
        self._opening = opening
        self._services: Services | None = None
        self._stack = AsyncExitStack()
        self._saved = terminal.Saved()

    @property
    def services(self) -> Services:
        """Return the use cases; commands ask `is_open` first."""
        if self._services is None:
            message = "the store is not open yet"
            raise RuntimeError(message)
        return self._services

    @property
    def room(self) -> Room:
        """Return the screen that lies on top, below any dialog."""
        return next(screen for screen in reversed(self.screen_stack) if isinstance(screen, Room))

    @property
    def is_open(self) -> bool:
        """Tell whether the store is open."""
        return self._services is not None

    @property
    def available_themes(self) -> dict[str, Theme]:
        """Return our themes beside Textual's; Textual asks for the first before any could be registered."""
        return {**super().available_themes, **{theme.name: theme for theme in THEMES}}

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Know our colour names also under a theme that lacks them."""
        return dict(NIGHT)

    def get_css_variables(self) -> dict[str, str]:
        """Let every theme have our colours, those of strangers readable."""
        found = super().get_css_variables()
        if self.current_theme.name not in OWN:
            found |= ours(self.current_theme)
            self.theme_variables = found
        return found

    def choose_theme(self, name: str) -> None:
        """Take a theme and remember it."""
        self.theme = name
        self.memory.note_theme(name)

    def get_default_screen(self) -> Screen[None]:
        """Start at the desk."""
        return DeskScreen()

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Put the guard behind all other filters: it sees what the terminal will get."""
        return [*super().get_line_filters(), edges.Guard(), *self._plainly]

    async def on_event(self, event: Event) -> None:
        """Let keys and pasted text wait for their turn."""
        if not isinstance(event, Key | Paste) or event.is_forwarded or self.turns.begins(event):
            await super().on_event(event)

    def on_mount(self) -> None:
        """Listen to signals, and open the store once the frame is painted."""
        if not self.is_headless:
            edges.on_signals(self.end_by_signal)
        self.app_resume_signal.subscribe(self, self._come_back)
        self.call_after_refresh(self._open_soon)

    def _come_back(self, _app: App[None]) -> None:
        """Paint everything after a stop: what the terminal shows by then is somebody else's."""
        self.refresh(layout=True)
        self.screen.refresh(layout=True)

    def _open_soon(self) -> None:
        self.run_worker(self._open(), group="store")

    async def _open(self) -> None:
        try:
            self._services = await self._stack.enter_async_context(self._opening())
        except RecruiterError as refusal:
            self.fault = f"recruiter-tui: {refusal}"
            self.exit(return_code=_FAILED)
            return
        self.set_interval(_KEEP_SECONDS, self._keep)
        self._read_everything()
        self.set_timer(_WARM_AFTER, self._warm)

    async def _warm(self) -> None:
        """Load what only writing needs, after the first rows; collect garbage again from now on."""
        await self.services.warm()
        await asyncio.to_thread(import_module, "recruiter_tui.services.history")
        self.set_interval(POLL_SECONDS, self._poll_soon)
        gc.freeze()
        gc.enable()
        self.set_timer(_RENEW_AFTER, self._renew_soon)

    def _renew_soon(self) -> None:
        self.run_worker(self._renew_search(), group="store", exit_on_error=False)

    async def _renew_search(self) -> None:
        # What an older version left out comes in beside the work; a failure waits for the next start.
        with contextlib.suppress(RecruiterError):
            await self.services.maintenance.renew_search_words()

    def _poll_soon(self) -> None:
        # Not by the app itself: the answer can wait for a long write, and no key waits for that.
        if not any(worker.group == "poll" and not worker.is_finished for worker in self.workers):
            self.run_worker(self._poll(), group="poll")

    async def _poll(self) -> None:
        # A store that cannot be read now is asked again; the next use case says what is wrong with it.
        with contextlib.suppress(RecruiterError):
            if await self.services.history.poll():
                self._read_everything()

    async def _keep(self) -> None:
        if self.memory.is_changed:
            await asyncio.to_thread(self.memory.keep)

    def _read_everything(self) -> None:
        from recruiter_tui.services.views import Changed

        self.changed.publish(Changed("", everything=True))

    async def on_unmount(self) -> None:
        """Close the store once nothing writes to it any more; remember how things were left."""
        self.turns.stop()
        self.jobs.stop_all()
        self.memory.keep()
        await self.leaving.settled()
        await self._stack.aclose()

    async def action_quit(self) -> None:
        """End: at once, after what is being written, or after a question where work goes on."""
        self.leaving.begin()

    def end_by_signal(self, number: int) -> None:
        """End cleanly with status 128+n; what hangs, hangs at most for a moment."""
        self._saved.end_within(_HARD_STOP, 128 + number)
        self.exit(return_code=128 + number)

    def show_conflict(self, conflict: Conflict) -> None:
        """Say who changed the same thing first; it has to be read before anything else."""
        from recruiter_tui.tui.dialogs.message import MessageDialog

        self.push_screen(MessageDialog("Somebody was faster", conflict.problem, conflict.remedy))

    def _fatal_error(self) -> None:
        """Leave one sentence: Textual's own traceback shows local variables, and they hold people's data."""
        edges.end_with_one_sentence(self)

    def panic(self, *_renderables: object) -> None:
        """Leave one sentence also for errors that bring a picture of their own."""
        edges.end_with_one_sentence(self)


def run_app(store: str | None = None, actor: str | None = None) -> int:
    """Run the app on a store until it ends and return the process's exit status."""
    streams = (sys.stdin, sys.stdout, sys.stderr)
    refused = None if edges.in_browser() else terminal.refusal(streams, os.environ)
    if refused is not None:
        _say(refused)
        return _WRONG_PLACE
    try:
        chosen = preferences.load(store)
    except RecruiterError as refusal:
        _say(f"recruiter-tui: {refusal}")
        return _FAILED
    gc.disable()  # a collection in the middle of start-up costs more than it finds
    sys.setswitchinterval(_TURN)
    saved = terminal.Saved()
    app = RecruiterApp(lambda: _opened(store, actor), chosen)
    try:
        app.run()
    finally:
        gc.enable()
        saved.settle()
    if app.fault is not None:
        _say(app.fault)
    return app.return_code or 0


def _say(sentence: str) -> None:
    """Say something outside the screen; where even that is closed there is nobody to tell."""
    stream = sys.stderr or sys.stdout
    if stream is not None:
        stream.write(f"{sentence}\n")
        stream.flush()


@asynccontextmanager
async def _opened(store: str | None, actor: str | None) -> AsyncIterator[Services]:
    """Open the services; what they need is imported in a thread, so that the picture stays alive."""

    def load() -> Any:  # noqa: ANN401 - a module
        for name in _FOR_THE_FIRST_ROWS:
            import_module(f"recruiter_tui.{name}")
        return import_module("recruiter_tui.compose")

    compose = await asyncio.to_thread(load)
    async with compose.open_services(store, actor) as services:
        yield services

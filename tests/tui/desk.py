"""The desk as a test sees it: `await desk.browse().mark("Amina").undo().sees("nothing marked")`.

Steps are collected and run when the chain is awaited; each waits for the app to settle.
"""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

from tests.tui.screen import dump

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Generator

    from textual.pilot import Pilot

    from recruiter_tui.services import Services
    from recruiter_tui.tui.app import RecruiterApp
    from recruiter_tui.tui.screens.desk import DeskScreen

PATIENCE = 200
"""Looks at the screen before a test gives up on what it waits for."""
_BESIDE = frozenset({"ask", "store", "poll", "job", "leave"})
"""Groups of workers that go on while a person presses the next key."""


class Desk:
    """Steps of a person at the desk."""

    def __init__(self, app: RecruiterApp, pilot: Pilot[None], services: Services) -> None:
        """Take the running app."""
        self.app = app
        self.pilot = pilot
        self.services = services
        self._steps: list[Callable[[], Awaitable[Any]]] = []

    def __await__(self) -> Generator[Any, None, Desk]:
        """Run the collected steps."""
        return self._run().__await__()

    async def _run(self) -> Desk:
        steps, self._steps = self._steps, []
        for step in steps:
            await step()
        return self

    def _then(self, step: Callable[[], Awaitable[Any]]) -> Desk:
        self._steps.append(step)
        return self

    @property
    def screen(self) -> str:
        """Return what is on the screen."""
        return dump(self.app)

    @property
    def room(self) -> DeskScreen:
        """Return the desk's own screen, also below a dialog."""
        screen: Any = self.app.screen_stack[0]
        return screen  # type: ignore[no-any-return]  # the first screen is the desk

    async def settle(self) -> None:
        """Wait until workers and messages are done, without leaving dialogs aside."""
        for _look in range(PATIENCE):
            await self.pilot.pause()
            busy = [w for w in self.app.workers if not w.is_finished and w.group not in _BESIDE]
            if not busy:
                break
            await asyncio.sleep(0)
        await self.pilot.pause()

    async def _until(self, seen: Callable[[], bool], what: str) -> None:
        for _look in range(PATIENCE):
            await self.settle()
            if seen():
                return
            await asyncio.sleep(0.005)
        message = f"{what}; the screen was:\n{self.screen}"
        raise AssertionError(message)

    # -- steps ---------------------------------------------------------------------------------------

    def press(self, *keys: str) -> Desk:
        """Press keys one after another."""

        async def step() -> None:
            for key in keys:
                await self.pilot.press(key)
            await self.settle()

        return self._then(step)

    def type(self, text: str) -> Desk:
        """Type text into the field that has the focus."""
        names = {" ": "space", ":": "colon", "/": "slash", ">": "greater_than_sign", "=": "equals_sign"}
        names |= {
            "(": "left_parenthesis",
            ")": "right_parenthesis",
            "-": "minus",
            ".": "full_stop",
            ",": "comma",
        }
        return self.press(*(names.get(character, character) for character in text))

    def browse(self) -> Desk:
        """Go to the candidates."""
        return self.sees("18338").press("2")

    def on(self, name: str) -> Desk:
        """Put the cursor on a person."""

        async def step() -> None:
            table = self.room.table
            rows = table.source.rows_now(0, table.source.count)
            place = next((n for n, row in enumerate(rows) if name in row.name), None)
            assert place is not None, f"{name} is not among the candidates:\n{self.screen}"
            table.go(place)
            await self.settle()

        return self._then(step)

    def mark(self, *names: str) -> Desk:
        """Mark people."""
        for name in names:
            self.on(name).press("space")
        return self

    def filter(self, text: str) -> Desk:
        """Filter by a text."""
        return self.press("slash").type(text).press("enter")

    def shortlist(self, name: str) -> Desk:
        """Put one person on the short list."""
        return self.on(name).press("s")

    def undo(self) -> Desk:
        """Take the last change back."""
        return self.press("u")

    def sees(self, *texts: str) -> Desk:
        """Expect texts on the screen, now or soon."""

        async def step() -> None:
            await self._until(
                lambda: all(text in self.screen for text in texts), f"never saw all of {texts!r}"
            )

        return self._then(step)

    def sees_no(self, *texts: str) -> Desk:
        """Expect that texts are not, or soon no longer, on the screen."""

        async def step() -> None:
            await self._until(lambda: not any(t in self.screen for t in texts), f"still saw one of {texts!r}")

        return self._then(step)

    def line(self, name: str) -> str:
        """Return the screen's line about a person in the table."""
        lines = [line.split("│") for line in self.screen.splitlines()]
        return next((panes[1] for panes in lines if len(panes) > 1 and name in panes[1]), "")

"""The end of the app: what was decided is written first; work under way is called off only after a yes."""

from __future__ import annotations

import asyncio
import contextlib
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from recruiter_tui.tui.app import RecruiterApp

_LONGEST: Final = 10.0
"""Seconds that the end waits for jobs to be called off; what is left over is swept at the next start."""


class Leaving:
    """How a person leaves the app."""

    def __init__(self, app: RecruiterApp) -> None:
        """Take the app."""
        self._app = app
        self._begun = False

    def begin(self) -> None:
        """End, or say what has to end before; who asks a second time ends at once."""
        if self._begun:
            self._app.exit()
        elif self._app.jobs.active:
            self._begun = True
            self._app.run_worker(self._ask(), group="leave")
        else:
            self._when_written()

    async def _ask(self) -> None:
        """Ask whether what is under way may be called off."""
        from recruiter_tui.tui.dialogs.confirm import ConfirmDialog

        active = self._app.jobs.active
        what = ", ".join(str(job).removesuffix(" …") for job in active)
        question = "Leave while work is under way?"
        consequence = f"{what}. It is called off, and nothing of it stays half done; what was decided stays."
        if not await self._app.push_screen_wait(ConfirmDialog(question, consequence, yes="leaves")):
            self._begun = False
            return
        self._app.jobs.stop_all()
        self._app.room.flash("calling off what is under way, then this ends …")
        await self.settled()
        self._when_written()

    def _when_written(self) -> None:
        """End once what was decided is written."""
        writing = [
            work.wait() for work in self._app.workers if work.group == "write" and not work.is_finished
        ]
        if not writing:
            self._app.exit()
            return
        self._begun = True
        self._app.room.flash("writing what was decided, then this ends …")

        async def leave() -> None:
            await asyncio.gather(*writing, return_exceptions=True)
            self._app.exit()

        self._app.run_worker(leave(), group="leave")

    async def settled(self) -> None:
        """Wait until nothing under way writes to the store any more."""
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(self._app.jobs.over(), _LONGEST)

"""The desk's ways: blind reading for a vacancy, what is due, and back to whom one has seen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from textual import work

from recruiter_tui.domain.errors import RecruiterError
from recruiter_tui.tui.screens.desk_bulk import Many
from recruiter_tui.tui.signs import Ink

if TYPE_CHECKING:
    from textual.timer import Timer

    from recruiter_tui.tui.widgets.lines import Run
    from recruiter_tui.tui.widgets.source import Key

_SEEN: Final = 2.0
"""Seconds on one dossier after which it counts as seen."""


class Trails(Many, is_part=True):
    """What leads away from the candidate under the cursor and back."""

    _due = 0
    _dwelling: Timer | None = None

    # -- due -----------------------------------------------------------------------------------------

    @work(group="due", exclusive=True)
    async def read_due(self) -> None:
        """Count what is due today over all vacancies."""
        try:
            due = len(await self.services.queue.snoozed(due_on=self.today()))
        except RecruiterError as refusal:
            self.failed(refusal)
            return
        if due != self._due:
            self._due = due
            self.say()

    def due_runs(self) -> list[Run]:
        """Return how many are due, for the status line; nothing where none is."""
        return [(f"  ·  {self._due} due", Ink.DIM), (" Z", Ink.FAINT)] if self._due else []

    def action_due(self) -> None:
        """List what was put off."""
        from recruiter_tui.tui.screens.due import DueScreen

        screen = DueScreen()
        self.app.push_screen(screen, lambda _none: self._go_to_due(screen.answer))

    def _go_to_due(self, answer: tuple[str, int] | None) -> None:
        if answer is not None:
            self.go_to_application(*answer)

    # -- where one was -------------------------------------------------------------------------------

    def dwell(self, key: Key | None) -> None:
        """Count a candidate as seen once the dossier was looked at for a while."""
        if self._dwelling is not None:
            self._dwelling.stop()
            self._dwelling = None
        if self.here == "dossier":
            self.see(key)
        elif key is not None:
            self._dwelling = self.set_timer(_SEEN, lambda: self.see(key))

    def see(self, key: Key | None) -> None:
        """Remember that a candidate was looked at."""
        if key is not None and key == self.table.cursor_key:
            self.services.queue.visit(int(key))

    def go_to_pane(self, name: str) -> None:
        """Show a pane; whoever's dossier is opened counts as seen."""
        super().go_to_pane(name)
        if name == "dossier" and self.app.is_open:
            self.see(self.table.cursor_key)

    @work(group="trail", exclusive=True)
    async def action_trail(self, way: int) -> None:
        """Go to the candidate that was open before, or forward again."""
        here = self.table.cursor_key
        queue = self.services.queue
        if way < 0 and self.here != "vacancies":
            self.see(here)
        key = queue.back() if way < 0 else queue.forward()
        if key is None or key == here:
            self.flash("nobody was open before" if way < 0 else "this is the last one that was open")
            return
        await self._lead_to(key)

    @work(group="ask", exclusive=True)
    async def action_recent(self) -> None:
        """List whom one has seen, and go to the one that is chosen."""
        from recruiter_tui.tui.dialogs.recent import RecentDialog

        try:
            seen = await self.services.queue.seen()
        except RecruiterError as refusal:
            self.failed(refusal)
            return
        if not seen:
            self.flash("nobody was open yet (enter opens a dossier)")
            return
        key = await self.app.push_screen_wait(RecentDialog(seen))
        if key is not None:
            self.services.queue.visit(key)
            await self._lead_to(key)

    async def _lead_to(self, key: int) -> None:
        try:
            seen = await self.services.queue.seen()
        except RecruiterError as refusal:
            self.failed(refusal)
            return
        vacancy = next((one.vacancy for one in seen if one.row.key == key), None)
        if vacancy is None:
            self.flash("this application is no longer in the store")
        else:
            self.go_to_application(vacancy, key)

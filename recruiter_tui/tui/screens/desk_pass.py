"""From the desk into a first pass, and back to whom one stood on there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import work

from recruiter_tui.domain.errors import RecruiterError
from recruiter_tui.tui.screens.desk_finding import Finding

if TYPE_CHECKING:
    from recruiter_tui.services.reading_queue import Kept, Queue
    from recruiter_tui.tui.screens.first_pass import FirstPassScreen


class Passing(Finding, is_part=True):
    """Opens a first pass over what the desk shows, or resumes the last one."""

    @work(group="ask", exclusive=True)
    async def action_first_pass(self) -> None:
        """Begin or resume; asked is only where both make sense."""
        if self.vacancy is None:
            return
        self.flash("reading the candidates …")
        try:
            queue = await self._queue(self.vacancy.id)
            setting = await self.setting()
        except RecruiterError as refusal:
            self.failed(refusal)
            return
        self.status.flash()
        if queue is None:
            return
        if not queue.keys:
            self.flash("nobody is in this view; esc clears the filter")
            return
        from recruiter_tui.tui.screens.first_pass import FirstPassScreen

        screen = FirstPassScreen(queue, setting)
        self.app.push_screen(screen, lambda _none: self._back_from(screen))

    async def _queue(self, vacancy: str) -> Queue | None:
        """Return the queue that is meant; None where somebody thought better of it."""
        query, sort = self.query_text, self.table.sort
        kept = self.services.queue.kept(vacancy)
        if kept is None:
            return await self.services.queue.begin(vacancy, query, sort)
        if (kept.query, kept.sort) == (query, sort):
            return await self.services.queue.open(vacancy, query, sort)
        chosen = await self._which(kept, query)
        if chosen is None:
            return None
        if chosen == "resume":
            return await self.services.queue.open(vacancy)
        return await self.services.queue.begin(vacancy, query, sort)

    async def _which(self, kept: Kept, query: str) -> str | None:
        """Ask whether the last pass goes on, or another one begins over what is shown."""
        from recruiter_tui.tui.dialogs.menu import MenuDialog

        last = f"go on with the last: {kept.query or 'everybody'}, by {kept.sort}"
        this = (
            f"begin with this view: {query or 'everybody'}, by {self.table.sort}, {self.table.source.total}"
        )
        offers = [("r", last, "resume"), ("v", this, "begin")]
        return await self.app.push_screen_wait(MenuDialog("Which first pass?", offers, "resume"))

    def _back_from(self, screen: FirstPassScreen) -> None:
        """Put the cursor on whom one stood on last."""
        self.go_to_pane("candidates")
        key = screen.queue.key
        place = None if key is None else self.table.source.index_of(key)
        if place is not None:
            self.table.go(place)

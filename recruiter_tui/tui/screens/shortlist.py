"""The short list in rank order: who stands before whom, tier by tier, with the dossier at hand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from textual import work
from textual.containers import Horizontal

from recruiter_tui.domain.errors import RecruiterError
from recruiter_tui.domain.policy import Policy, TieBreak
from recruiter_tui.tui import footers
from recruiter_tui.tui.commands_base import Need, Place
from recruiter_tui.tui.drawing.setting import Setting, setting_of
from recruiter_tui.tui.screens.verdicts import Verdicts
from recruiter_tui.tui.signs import Ink
from recruiter_tui.tui.widgets.dossier import DossierPane
from recruiter_tui.tui.widgets.pane_bar import Divider
from recruiter_tui.tui.widgets.shortlist_table import ShortlistTable

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.events import Resize
    from textual.timer import Timer

    from recruiter_tui.services.views import ApplicationRow, Changed, VacancyDetail

_REST: Final = 0.04
"""Seconds that the cursor rests on a candidate before the dossier is read."""
_ROOMY: Final = 100
"""From this width on table and dossier stand side by side."""


class ShortlistScreen(Verdicts):
    """The shortlisted of one vacancy."""

    PLACE = Place.SHORTLIST
    AUTO_FOCUS = ""
    CSS = """
    #ranked { height: 1fr; }
    #ranked ShortlistTable { width: 4fr; }
    #ranked DossierPane { width: 3fr; }
    """

    def __init__(self, vacancy: str) -> None:
        """Take the vacancy."""
        super().__init__()
        self._vacancy = vacancy
        self._detail: VacancyDetail | None = None
        self._setting = Setting()
        self._opened = False
        self._rest: Timer | None = None
        self.table = ShortlistTable()
        self.divider = Divider()
        self.pane = DossierPane()

    def compose(self) -> ComposeResult:
        """Show the table, and the dossier where there is room for it."""
        yield from self.frame(Horizontal(self.table, self.divider, self.pane, id="ranked"))

    def on_mount(self) -> None:
        """Read the short list."""
        self.crumbs("Desk", "Short list")
        self._place()
        self.table.focus()
        self.read()

    def on_resize(self, event: Resize) -> None:
        """Show one pane or both."""
        self._place(event.size.width)

    def on_changed(self, changed: Changed) -> None:
        """Read the list again."""
        self.forget_detail(changed)
        if changed.everything or changed.applications:
            self.read()

    @work(exclusive=True, group="shortlist")
    async def read(self) -> None:
        """Read the short list in rank order."""
        try:
            if self._detail is None:
                self._detail = await self.services.vacancies.get(self._vacancy)
                self._setting = setting_of(self._detail)
                self.crumbs("Desk", self._detail.row.title, "Short list")
            rows = await self.services.shortlist.order(self._vacancy)
        except RecruiterError as refusal:
            self.failed(refusal)
            return
        self.table.fill(rows)
        tie = Policy.named(self._detail.policy).tie_break
        rule = "" if tie is TieBreak.PERSON else f" · equally qualified: {tie.explanation}"
        self.status.show([(f"{len(rows)} on the short list{rule}", Ink.DIM)])
        self.refresh_commands()
        self.read_dossier()

    @work(exclusive=True, group="dossier")
    async def read_dossier(self) -> None:
        """Read the dossier of whoever is under the cursor."""
        row = self.table.application()
        try:
            dossier = await self.services.candidates.dossier(row.key) if row else None
        except RecruiterError as refusal:
            self.failed(refusal)
            return
        self.pane.show(dossier, self._setting)

    def on_record_table_cursor_moved(self, message: ShortlistTable.CursorMoved) -> None:
        """Follow the cursor once it rests."""
        message.stop()
        if self._rest is not None:
            self._rest.stop()
        self._rest = self.set_timer(_REST, self.read_dossier)
        self.refresh_commands()

    def on_record_table_opened(self, message: ShortlistTable.Opened) -> None:
        """Open the dossier."""
        message.stop()
        self.action_open()

    # -- acts --------------------------------------------------------------------------------------------

    def target(self) -> ApplicationRow | None:
        """Return the application under the cursor."""
        return self.table.application()

    def target_criterion(self) -> str | None:
        """Return the finding under the dossier's cursor."""
        return self.pane.criterion if self.pane.has_focus else None

    def fact_here(self) -> str | None:
        """Return the fact under the cursor of the dossier."""
        return self.pane.selected_fact if self.pane.has_focus else None

    def vacancy_id(self) -> str:
        """Return the vacancy."""
        return self._vacancy

    def wanted_keys(self) -> tuple[str, ...]:
        """Return what matters while people are listed, and while nobody is."""
        return footers.SHORTLIST if self.table.application() is not None else footers.SHORTLIST_EMPTY

    def has(self, need: Need) -> bool:
        """Tell whether somebody is under the cursor."""
        return self.target() is not None if need is Need.SHORTLISTED else super().has(need)

    @work(group="write")
    async def action_rank(self, steps: int) -> None:
        """Move the candidate within the tier; a refusal says why not."""
        row = self.table.application()
        if row is not None:
            await self.carry_out(self.services.shortlist.move(row.key, steps))

    def action_open(self) -> None:
        """Go to the dossier."""
        self._opened = True
        self._place()
        self.pane.focus()

    def action_close(self) -> None:
        """Go back: from the dossier to the list, from the list to the desk."""
        if self.pane.has_focus:
            self._opened = False
            self._place()
            self.table.focus()
        else:
            super().action_close()

    def _place(self, width: int | None = None) -> None:
        """Show table and dossier side by side, or the one that is wanted."""
        roomy = (self.app.size.width if width is None else width) >= _ROOMY
        self.divider.display = roomy
        self.pane.display = roomy or self._opened
        self.table.display = roomy or not self._opened

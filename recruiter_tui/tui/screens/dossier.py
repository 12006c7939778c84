"""One dossier over the whole screen, opened from lists that are not the desk's."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import work

from recruiter_tui.domain.errors import RecruiterError
from recruiter_tui.tui import footers
from recruiter_tui.tui.commands_base import Place
from recruiter_tui.tui.drawing.setting import setting_of
from recruiter_tui.tui.screens.copying import Copying
from recruiter_tui.tui.screens.verdicts import Verdicts
from recruiter_tui.tui.widgets.dossier import DossierPane

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from recruiter_tui.services.views import ApplicationRow, Changed


class DossierScreen(Copying, Verdicts):
    """The dossier of one application, with the keys of a verdict."""

    PLACE: ClassVar[Place] = Place.DOSSIER

    def __init__(self, key: int, criterion: str | None = None) -> None:
        """Take the application, and the finding to begin at."""
        super().__init__()
        self._criterion = criterion
        self._key = key
        self._vacancy = ""
        self.pane = DossierPane()

    def compose(self) -> ComposeResult:
        """Show the dossier."""
        yield from self.frame(self.pane)

    def on_mount(self) -> None:
        """Read the dossier."""
        self.pane.focus()
        self.read()

    def on_changed(self, changed: Changed) -> None:
        """Read the dossier again."""
        self.forget_detail(changed)
        if changed.everything or self._key in changed.applications:
            self.read()

    @work(exclusive=True, group="dossier")
    async def read(self) -> None:
        """Read the dossier and what it is read against."""
        try:
            dossier = await self.services.candidates.dossier(self._key)
            self._vacancy = dossier.vacancy
            detail = await self.detail()
        except RecruiterError as refusal:
            self.failed(refusal)
            return
        if detail is not None:
            self.crumbs("Desk", detail.row.title, dossier.row.name)
            self.pane.show(dossier, setting_of(detail))
            if self._criterion is not None:
                self.call_after_refresh(self.pane.go_to_finding, self._criterion)
                self._criterion = None
        self.refresh_commands()

    def target(self) -> ApplicationRow | None:
        """Return the application."""
        return self.pane.dossier.row if self.pane.dossier else None

    def target_criterion(self) -> str | None:
        """Return the finding under the cursor."""
        return self.pane.criterion

    def fact_here(self) -> str | None:
        """Return the fact under the cursor."""
        return self.pane.selected_fact

    def wanted_keys(self) -> tuple[str, ...]:
        """Return what matters about one person."""
        return footers.DOSSIER

    def vacancy_id(self) -> str:
        """Return the vacancy that the person applied to."""
        return self._vacancy

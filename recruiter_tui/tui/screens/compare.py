"""2 to 6 applications side by side, with verdicts on the column under the cursor."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import work

from recruiter_tui.domain.errors import RecruiterError
from recruiter_tui.tui.commands_base import Place
from recruiter_tui.tui.drawing.setting import setting_of
from recruiter_tui.tui.screens.verdicts import Verdicts
from recruiter_tui.tui.signs import Ink
from recruiter_tui.tui.text import safe
from recruiter_tui.tui.widgets.compare_grid import CompareGrid

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult

    from recruiter_tui.services.views import ApplicationRow, Changed


class CompareScreen(Verdicts):
    """The comparison."""

    PLACE = Place.COMPARE

    def __init__(self, keys: Sequence[int]) -> None:
        """Take the applications."""
        super().__init__()
        self._keys = tuple(keys)
        self._vacancy = ""
        self.grid = CompareGrid()

    def compose(self) -> ComposeResult:
        """Show the table."""
        yield from self.frame(self.grid)

    def on_mount(self) -> None:
        """Read the applications."""
        self.crumbs("Desk", "Comparison")
        self.grid.focus()
        self.read()

    def on_changed(self, changed: Changed) -> None:
        """Read again what changed."""
        self.forget_detail(changed)
        if changed.everything or set(changed.applications) & set(self._keys):
            self.read()

    @work(exclusive=True, group="comparison")
    async def read(self) -> None:
        """Read the comparison, and the dossiers for the evidence behind its cells."""
        try:
            comparison = await self.services.comparison.compare(self._keys)
            detail = await self.services.vacancies.get(comparison.vacancy)
            dossiers = [await self.services.candidates.dossier(row.key) for row in comparison.applications]
        except RecruiterError as refusal:
            self.failed(refusal)
            return
        self._vacancy = comparison.vacancy
        self.say_blind()
        self.grid.show(comparison, dossiers, setting_of(detail).asked)
        self._say_mode()
        self.refresh_commands()

    def target(self) -> ApplicationRow | None:
        """Return the application whose column is chosen."""
        return self.grid.application

    def target_criterion(self) -> str | None:
        """Return the criterion under the cursor."""
        return self.grid.criterion

    def vacancy_id(self) -> str:
        """Return the vacancy that all of them applied to."""
        return self._vacancy

    def action_mode(self) -> None:
        """Show differences first, differences only, or everything."""
        self.grid.change_mode()
        self._say_mode()

    def action_pin(self) -> None:
        """Hold the others against the chosen candidate, or no longer."""
        self.grid.toggle_pin()
        self._say_mode()

    def action_open(self) -> None:
        """Open the dossier of the chosen candidate, at the finding under the cursor."""
        from recruiter_tui.tui.screens.dossier import DossierScreen

        row = self.grid.application
        if row is not None:
            self.app.push_screen(DossierScreen(row.key, self.grid.criterion))

    def _say_mode(self) -> None:
        """Say which rows are shown, and whom the others are held against."""
        runs = [
            (f"{len(self._keys)} side by side", Ink.DIM),
            ("  ·  ", Ink.FAINT),
            (self.grid.mode.value, Ink.TEXT),
        ]
        reference = self.grid.reference
        if reference is not None:
            runs += [("  ·  ", Ink.FAINT), ("against ", Ink.DIM), (safe(reference.name), Ink.ACCENT)]
        self.status.show(runs)

"""The desk's doors: the rooms that open from it."""

from __future__ import annotations

from textual import work

from recruiter_tui.tui.screens.copying import Copying
from recruiter_tui.tui.screens.judging import Judging


class Doors(Copying, Judging, is_part=True):
    """What leads from the desk to other screens; each is loaded when it is opened first."""

    def action_first_steps(self) -> None:
        """Show the way from a notice to a short list, and where this vacancy stands on it."""
        from recruiter_tui.tui.dialogs.steps import StepsDialog
        from recruiter_tui.tui.drawing.steps import Standing

        self.app.push_screen(StepsDialog(self.table.standing or Standing()))

    def action_compare(self) -> None:
        """Set the marked side by side."""
        from recruiter_tui.tui.screens.compare import CompareScreen

        self.app.push_screen(CompareScreen(tuple(int(key) for key in self.table.marked())))

    def action_shortlist(self) -> None:
        """Show the short list in rank order."""
        from recruiter_tui.tui.screens.shortlist import ShortlistScreen

        if self.vacancy is not None:
            self.app.push_screen(ShortlistScreen(self.vacancy.id))

    def action_intake(self) -> None:
        """Take applications in, or whole imports back."""
        from recruiter_tui.tui.screens.intake import IntakeScreen

        if self.vacancy is not None:
            self.app.push_screen(IntakeScreen(self.vacancy.id, self.vacancy.title))

    def action_duplicates(self) -> None:
        """Show who may be the same person."""
        from recruiter_tui.tui.screens.duplicates import DuplicatesScreen

        if self.vacancy is not None:
            self.app.push_screen(DuplicatesScreen(self.vacancy.id, self.vacancy.title))

    def action_screen_again(self) -> None:
        """Judge everybody anew, in the background."""
        from recruiter_tui.tui.screens.rescreening import screen_again

        if self.vacancy is not None:
            screen_again(self, self.vacancy.id, self.vacancy.title)

    def action_history(self) -> None:
        """Show what was done, by whom and when."""
        from recruiter_tui.tui.screens.history import HistoryScreen

        self.app.push_screen(HistoryScreen())

    def action_criteria(self) -> None:
        """Show criteria, policy and versions."""
        from recruiter_tui.tui.screens.criteria import CriteriaScreen

        if self.vacancy is not None:
            self.app.push_screen(CriteriaScreen(self.vacancy.id))

    def action_what_if(self) -> None:
        """Try other rules over everybody."""
        from recruiter_tui.tui.screens.whatif import WhatIfScreen

        if self.vacancy is not None:
            self.app.push_screen(WhatIfScreen(self.vacancy.id))

    def action_matrix(self) -> None:
        """Show criteria by candidates, under the filter and in the order of the desk."""
        from recruiter_tui.tui.screens.matrix import MatrixScreen

        if self.vacancy is not None:
            self.app.push_screen(MatrixScreen(self.vacancy.id, self.query_text, self.table.sort))

    def action_rulings(self) -> None:
        """Show what waits for a person's ruling."""
        from recruiter_tui.tui.screens.rulings import RulingsScreen

        if self.vacancy is not None:
            self.app.push_screen(RulingsScreen(self.vacancy.id))

    def action_notice(self) -> None:
        """Show the vacancy's notice beside what was understood of it."""
        from recruiter_tui.tui.screens.notice import NoticeScreen

        if self.vacancy is not None:
            self.app.push_screen(NoticeScreen(self.vacancy.id))

    @work(group="ask", exclusive=True)
    async def action_add_notices(self) -> None:
        """Ask for files or a folder of notices, and show them before they are stored."""
        from recruiter_tui.tui.dialogs.paths import PathDialog
        from recruiter_tui.tui.screens.arrivals import ArrivalsScreen

        paths = await self.app.push_screen_wait(PathDialog("Add notices: a file, a folder, or a pattern"))
        if paths:
            self.app.push_screen(ArrivalsScreen(paths))

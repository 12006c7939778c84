"""The criteria panel of a vacancy: what is asked and under which policy, and every change with its flips."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import work

from recruiter_tui.domain.errors import RecruiterError
from recruiter_tui.domain.notice_edit import Drop, PutBack, Turn
from recruiter_tui.domain.profiles import SWITCHES
from recruiter_tui.domain.rulebook import RULES
from recruiter_tui.tui.commands_base import Need, Place
from recruiter_tui.tui.drawing.criteria import Panel, panel_lines
from recruiter_tui.tui.drawing.notice_items import Item
from recruiter_tui.tui.screens.criteria_versions import CriteriaVersions
from recruiter_tui.tui.screens.gating import frozen_words
from recruiter_tui.tui.screens.rescreening import screen_again
from recruiter_tui.tui.signs import Ink
from recruiter_tui.tui.widgets.page_pane import PagePane

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from recruiter_tui.domain.notice import Notice
    from recruiter_tui.services.views import Changed
    from recruiter_tui.tui.widgets.understood import Understood


class CriteriaScreen(CriteriaVersions):
    """The panel; its cursor stands on a criterion, a switch, a level, a version or a rule."""

    PLACE: ClassVar[Place] = Place.CRITERIA
    AUTO_FOCUS = ""

    def __init__(self, vacancy: str) -> None:
        """Take the vacancy."""
        super().__init__()
        self.page = PagePane()
        self._vacancy = vacancy
        self._panel: Panel | None = None

    def compose(self) -> ComposeResult:
        """Show the page."""
        yield from self.frame(self.page)

    def on_mount(self) -> None:
        """Read the criteria."""
        self.page.focus()
        self.read()

    def on_changed(self, changed: Changed) -> None:
        """Read the criteria again."""
        if changed.everything or not changed.vacancies or self._vacancy in changed.vacancies:
            self.read()

    @work(exclusive=True, group="criteria")
    async def read(self) -> None:
        """Read criteria, versions and what was decided about them."""
        try:
            detail = await self.services.vacancies.get(self._vacancy)
            panel = Panel(
                detail,
                await self.services.criteria.versions(self._vacancy),
                await self.services.whatif.invoked(self._vacancy),
                {one.tier: one.note for one in await self.services.screening.tier_outcomes(self._vacancy)},
            )
            if not self.services.read_only:
                await self.services.criteria.prepare(self._vacancy)
        except RecruiterError as refusal:
            self.failed(refusal)
            return
        self._panel = panel
        self.crumbs("Desk", detail.row.title, "Criteria")
        self.pane.put(lambda cells: panel_lines(panel, cells))
        self._say()

    @property
    def pane(self) -> PagePane:
        """Return the page."""
        assert isinstance(self.page, PagePane)  # noqa: S101 - made so above
        return self.page

    @property
    def notice(self) -> Notice | None:
        """Return the notice whose criteria are shown."""
        return self._panel.detail.notice if self._panel is not None else None

    def item(self) -> Item | None:
        """Return what is under the cursor."""
        return Item(self.page.key, None, ()) if self.page.key else None

    def on_understood_pointed(self, message: Understood.Pointed) -> None:
        """Follow the cursor."""
        message.stop()
        self.status.flash()
        self._say()

    def on_understood_opened(self, message: Understood.Opened) -> None:
        """Change what was clicked twice."""
        message.stop()
        self.action_change()

    def _say(self) -> None:
        panel = self._panel
        if panel is not None:
            detail = panel.detail
            frozen = frozen_words(detail.frozen_at, year=True)
            needs = "changes need a reason" if detail.frozen_at else "changes are made at once"
            self.status.show(
                [
                    (f"criteria v{detail.criteria_version}", Ink.TEXT),
                    (f" · {frozen} · {needs}", Ink.DIM),
                ]
            )
        self.refresh_commands()

    def has(self, need: Need) -> bool:
        """Tell whether what a command needs is under the cursor."""
        item = self.item()
        kind = item.kind if item is not None else ""
        return {
            Need.STORE: self.app.is_open,
            Need.CANDIDATES: self._panel is not None and self._panel.detail.row.total > 0,
            Need.LINE: kind in {"criterion", "policy", "level", "version"} or bool(self._switches()),
            Need.CRITERION: kind == "criterion",
            Need.DROPPABLE: kind in {"criterion", "dropped"},
        }.get(need, True)

    # -- what is under the cursor --------------------------------------------------------------------

    def action_change(self) -> None:
        """Change what is under the cursor, or open the version."""
        item = self.item()
        if item is None:
            return
        if item.kind == "criterion":
            self.action_correct()
        elif item.kind == "dropped":
            self.action_drop()
        elif item.kind == "level":
            self.change_level(item.name)
        elif item.kind == "version":
            self.open_version(int(item.name))
        elif item.name == "profile":
            self.action_profile()
        elif item.kind == "policy":
            self.change_switch(item.name)
        elif switches := self._switches():
            self.change_one_of(switches)

    def _switches(self) -> tuple[str, ...]:
        """Return the switches of the rule under the cursor."""
        item = self.item()
        if item is None or item.kind != "rule":
            return ()
        return next(rule.switches for rule in RULES if str(rule.number) == item.name)

    @work(group="ask", exclusive=True)
    async def change_one_of(self, switches: tuple[str, ...]) -> None:
        """Change the switch of a rule, or ask which of several."""
        from recruiter_tui.tui.dialogs.menu import MenuDialog

        name: str | None = switches[0]
        if len(switches) > 1:
            questions = {one.name: one.question for one in SWITCHES}
            offers = [("abcdefgh"[n], questions[one], one) for n, one in enumerate(switches)]
            name = await self.app.push_screen_wait(MenuDialog("Change which switch?", offers, None))
        if name is not None:
            self.change_switch(name)

    @work(group="ask", exclusive=True)
    async def action_turn(self) -> None:
        """Turn essential into an advantage, or back."""
        one = self.criterion()
        if one is not None:
            await self.make(Turn(one.id))

    @work(group="ask", exclusive=True)
    async def action_drop(self) -> None:
        """Take the criterion out, or put a dropped one back."""
        item = self.item()
        if item is not None:
            await self.make(PutBack(item.name) if item.kind == "dropped" else Drop(item.name))

    def action_screen_again(self) -> None:
        """Judge everybody anew, in the background."""
        if self._panel is not None:
            screen_again(self, self._vacancy, self._panel.detail.row.title)

    def action_what_if(self) -> None:
        """Try other rules."""
        from recruiter_tui.tui.screens.whatif import WhatIfScreen

        self.app.push_screen(WhatIfScreen(self._vacancy))

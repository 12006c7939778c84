"""What if: rules tried over everybody at once; nothing is stored until somebody keeps or invokes it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from textual import work
from textual.containers import Horizontal, Vertical

from recruiter_tui.domain.errors import RecruiterError
from recruiter_tui.domain.whatif import Scenario
from recruiter_tui.tui.commands_base import Need
from recruiter_tui.tui.drawing.whatif import Trial, count_lines, trial_lines, why_runs
from recruiter_tui.tui.screens.keeping import Keeping
from recruiter_tui.tui.signs import Ink
from recruiter_tui.tui.text import safe
from recruiter_tui.tui.widgets.bars import Rule
from recruiter_tui.tui.widgets.page_pane import PagePane
from recruiter_tui.tui.widgets.pane_bar import Divider, PaneBar, PaneTitle
from recruiter_tui.tui.widgets.people_table import PeopleTable

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.events import DescendantFocus, Resize
    from textual.widget import Widget

    from recruiter_tui.domain.whatif import Projection
    from recruiter_tui.services.views import Changed
    from recruiter_tui.tui.widgets.understood import Understood

_ROOMY: Final = 100
_IN, _OUT = ("in ", Ink.MET), ("out", Ink.NOT_MET)


class WhatIfScreen(Keeping):
    """Rules to the left, what would come of them to the right, who moves beneath."""

    AUTO_FOCUS = ""
    CSS = """
    #whatif { height: 1fr; }
    #whatif #rules { width: 1fr; }
    #whatif #effect { width: 1fr; }
    #whatif #counts { height: 3fr; }
    #whatif #movers { height: 2fr; }
    #whatif .line { height: 1; width: 1fr; }
    """

    def __init__(self, vacancy: str) -> None:
        """Take the vacancy."""
        super().__init__()
        self.heading = self.bar = PaneBar()
        self.counts = PagePane()
        self.counts.id = "counts"
        self.movers = PeopleTable("movers")
        self.movers.empty_text = "nobody moves"
        self.divider = Divider()
        self.rule = Rule()
        self.projection: Projection | None = None
        self.vacancy_id = vacancy

    def compose(self) -> ComposeResult:
        """Set rules and effect side by side."""
        yield from self.frame(
            Horizontal(
                self.rules,
                self.divider,
                Vertical(self.counts, self.rule, self.movers, id="effect"),
                id="whatif",
            )
        )

    def on_mount(self) -> None:
        """Read the rules."""
        self.rules.focus()
        self._arrange()
        self.read()

    def on_resize(self, event: Resize) -> None:
        """Show all panes, or the one that has the keys."""
        self._arrange(event.size.width)
        self.call_after_refresh(self._say)

    def on_descendant_focus(self, event: DescendantFocus) -> None:  # noqa: ARG002 - any pane will do
        """Follow the focus; among who moves, say why the one under the cursor does."""
        self._say()
        self.say_why()

    def on_changed(self, changed: Changed) -> None:
        """Read the rules again; what is tried stays."""
        if changed.everything or not changed.vacancies or self.vacancy_id in changed.vacancies:
            self.read()

    @work(exclusive=True, group="whatif")
    async def read(self) -> None:
        """Read the vacancy, and count under what is tried."""
        try:
            self.detail = await self.services.vacancies.get(self.vacancy_id)
        except RecruiterError as refusal:
            self.failed(refusal)
            return
        held = self.trial.scenario if self.trial is not None else Scenario()
        self.trial = Trial(self.detail.notice, held)
        await self._count()

    def tried(self) -> None:
        """Count under what is tried now."""
        self.status.flash()
        self._show()
        self.count()

    @work(exclusive=True, group="whatif")
    async def count(self) -> None:
        """Count under what is tried; an answer to an older question is dropped."""
        await self._count()

    async def _count(self) -> None:
        trial = self.trial
        if trial is None:
            return
        try:
            if not await self.services.whatif.prepared(self.vacancy_id, trial.scenario.policy):
                self.projection = None
            self._show()
            found = await self.services.whatif.ask(self.vacancy_id, trial.scenario)
        except RecruiterError as refusal:
            self.failed(refusal)
            self.trial = Trial(trial.notice)
            return
        if trial is self.trial:
            self.projection = found
            leads = dict.fromkeys(found.moves_in, _IN) | dict.fromkeys(found.moves_out, _OUT)
            self.movers.put((*found.moves_in, *found.moves_out), self.people, leads)
            self._show()

    def on_record_table_cursor_moved(self, message: PeopleTable.CursorMoved) -> None:
        """Say why the one under the cursor moves."""
        message.stop()
        self.say_why()

    @work(exclusive=True, group="why")
    async def say_why(self) -> None:
        """Say in the status line for which criteria somebody moves."""
        trial, key = self.trial, self.movers.key()
        if trial is None or key is None or not self.movers.has_focus:
            return
        try:
            found = await self.services.whatif.why(self.vacancy_id, trial.scenario, key)
        except RecruiterError as refusal:
            self.failed(refusal)
            return
        if trial is self.trial and key == self.movers.key():
            self.status.flash(*why_runs(trial, found))

    def _show(self) -> None:
        trial, detail = self.trial, self.detail
        if trial is None or detail is None:
            return
        self.rules.put(lambda cells: trial_lines(trial, cells, detail.policy))
        self.counts.put(lambda cells: count_lines(self.projection, cells, trial.scenario.policy))
        self._say()

    # -- panes ---------------------------------------------------------------------------------------

    @property
    def panes(self) -> list[tuple[str, Widget]]:
        """Return the panes with their titles."""
        return [("Rules", self.rules), ("What would be", self.counts), ("Who moves", self.movers)]

    def action_pane(self, way: int) -> None:
        """Go to the next pane or the one before."""
        panes = [pane for _title, pane in self.panes]
        here = next((n for n, pane in enumerate(panes) if pane.has_focus), 0)
        wanted = panes[(here + way) % len(panes)]
        self._arrange(focus=wanted)
        wanted.focus()
        self._say()

    def action_open(self) -> None:
        """Open the dossier of who moves; elsewhere change the line."""
        if self.movers.has_focus:
            self._dossier()
        else:
            self.action_change()

    def on_record_table_opened(self, message: PeopleTable.Opened) -> None:
        """Open the dossier after a double click."""
        message.stop()
        self._dossier()

    def _dossier(self) -> None:
        from recruiter_tui.tui.screens.dossier import DossierScreen

        key = self.movers.key()
        if key is not None:
            self.app.push_screen(DossierScreen(key))

    def action_criteria(self) -> None:
        """Show the criteria."""
        from recruiter_tui.tui.screens.criteria import CriteriaScreen

        self.app.push_screen(CriteriaScreen(self.vacancy_id))

    def on_understood_pointed(self, message: Understood.Pointed) -> None:
        """Follow the cursor."""
        message.stop()
        self.refresh_commands()

    def on_understood_opened(self, message: Understood.Opened) -> None:
        """Change what was clicked twice."""
        message.stop()
        self.action_change()

    def has(self, need: Need) -> bool:
        """Tell whether what a command needs is there."""
        if need is Need.LINE:
            return self.line_at()[0] in ("criterion", "months")
        if need is Need.TRIED:
            return self.trial is not None and not self.trial.is_empty
        return super().has(need)

    def _say(self) -> None:
        detail = self.detail
        if detail is None or not self.is_mounted:
            return
        if self.divider.display:
            effect = self.counts.size.width
            here = self.counts.has_focus or self.movers.has_focus
            about = f"{self.called}: " if self.called else ""
            self.bar.show_panes(
                [
                    PaneTitle("", "What if", f"{about}{detail.row.title}", self.rules, self.rules.has_focus),
                    PaneTitle("", "What would be", "nothing is stored", effect, here),
                ]
            )
        else:
            title = next((name for name, pane in self.panes if pane.has_focus), "Rules")
            self.bar.show_panes(())
            self.bar.show("Desk", detail.row.title, f"What if: {title}")
        found = self.projection
        if found is not None:
            chosen = found.chosen
            moved = f"{len(found.moves_in)} in, {len(found.moves_out)} out"
            self.status.show(
                [
                    ("meet everything ", Ink.DIM),
                    (f"{chosen.before} → {chosen.after}", Ink.STRONG),
                    (f"  ·  {moved}", Ink.DIM),
                    (f"  ·  {safe(self.called)}" if self.called else "", Ink.ACCENT),
                ]
            )
        self.refresh_commands()

    def _arrange(self, width: int | None = None, focus: Widget | None = None) -> None:
        """Show all panes, or the one that has the keys."""
        roomy = (self.app.size.width if width is None else width) >= _ROOMY
        wanted = focus or self.focused or self.rules
        self.divider.display = self.rule.display = roomy
        for _title, pane in self.panes:
            pane.display = roomy or pane is wanted
        effect = self.query_one("#effect")
        effect.display = roomy or wanted is not self.rules

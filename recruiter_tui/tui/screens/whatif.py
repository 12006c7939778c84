"""What if: rules tried over everybody at once; nothing is stored until somebody keeps or invokes it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from textual import work
from textual.containers import Horizontal, Vertical

from recruiter_tui.domain.errors import RecruiterError, Refused
from recruiter_tui.domain.whatif import Scenario
from recruiter_tui.tui.commands_base import Need
from recruiter_tui.tui.drawing.notice import shown_criterion
from recruiter_tui.tui.drawing.whatif import Trial, count_lines, trial_lines, why_runs
from recruiter_tui.tui.screens.trying import LETTERS, Trying
from recruiter_tui.tui.signs import Ink
from recruiter_tui.tui.text import safe
from recruiter_tui.tui.widgets.page_pane import PagePane
from recruiter_tui.tui.widgets.pane_bar import Divider, PaneBar, PaneTitle
from recruiter_tui.tui.widgets.people_table import PeopleTable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult
    from textual.events import DescendantFocus, Resize
    from textual.widget import Widget

    from recruiter_tui.domain.whatif import Projection
    from recruiter_tui.services.criteria import CriteriaChanged
    from recruiter_tui.services.views import ApplicationRow, Changed
    from recruiter_tui.tui.widgets.understood import Understood

_ROOMY: Final = 100
_IN, _OUT = ("in ", Ink.MET), ("out", Ink.NOT_MET)


class WhatIfScreen(Trying):
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
        self.projection: Projection | None = None
        self._vacancy = vacancy

    def compose(self) -> ComposeResult:
        """Set rules and effect side by side."""
        yield from self.frame(
            Horizontal(self.rules, self.divider, Vertical(self.counts, self.movers, id="effect"), id="whatif")
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
        if changed.everything or not changed.vacancies or self._vacancy in changed.vacancies:
            self.read()

    @work(exclusive=True, group="whatif")
    async def read(self) -> None:
        """Read the vacancy, and count under what is tried."""
        try:
            self.detail = await self.services.vacancies.get(self._vacancy)
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
        self._show()
        try:
            found = await self.services.whatif.ask(self._vacancy, trial.scenario)
        except RecruiterError as refusal:
            self.failed(refusal)
            self.trial = Trial(trial.notice)
            return
        if trial is self.trial:
            self.projection = found
            leads = dict.fromkeys(found.moves_in, _IN) | dict.fromkeys(found.moves_out, _OUT)
            self.movers.put((*found.moves_in, *found.moves_out), self._people, leads)
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
            found = await self.services.whatif.why(self._vacancy, trial.scenario, key)
        except RecruiterError as refusal:
            self.failed(refusal)
            return
        if trial is self.trial and key == self.movers.key():
            self.status.flash(*why_runs(trial, found))

    def _people(self, keys: Sequence[int]) -> Sequence[ApplicationRow]:
        return self.services.candidates.rows_now(keys)

    def _show(self) -> None:
        trial, detail = self.trial, self.detail
        if trial is None or detail is None:
            return
        self.rules.put(lambda cells: trial_lines(trial, cells, detail.policy))
        self.counts.put(lambda cells: count_lines(self.projection, cells))
        self._say()

    # -- keeping -------------------------------------------------------------------------------------

    @work(group="ask", exclusive=True)
    async def action_keep(self) -> None:
        """Ask for a name and keep what is tried."""
        from recruiter_tui.tui.dialogs.field import FieldDialog  # noqa: PLC0415 - at the first scenario

        trial = self.trial
        if trial is None:
            return
        told = [("tried", _told(trial))]
        name = await self.app.push_screen_wait(
            FieldDialog(
                "Keep it under which name?", told, self.called, _named, "a name; one that is kept is replaced"
            )
        )
        if name is not None:
            self.called = name
            await self.carry_out(self.services.whatif.keep(self._vacancy, name, trial.scenario))

    @work(group="ask", exclusive=True)
    async def action_kept(self) -> None:
        """Offer the scenarios that are kept."""
        from recruiter_tui.tui.dialogs.menu import MenuDialog  # noqa: PLC0415 - at the first scenario

        try:
            kept = await self.services.whatif.scenarios(self._vacancy)
        except RecruiterError as refusal:
            self.failed(refusal)
            return
        if not kept or self.trial is None:
            self.flash(Need.KEPT.value)
            return
        notice = self.trial.notice
        offers = [
            (letter, f"{name}: {_told(Trial(notice, scenario))}", name)
            for letter, (name, scenario) in zip(LETTERS + " " * len(kept), kept.items(), strict=False)
        ]
        name = await self.app.push_screen_wait(MenuDialog("Try which scenario?", offers, self.called))
        if name is not None:
            self.called = name
            self.attempt(Trial(notice, kept[name]))

    @work(group="ask", exclusive=True)
    async def action_invoke(self) -> None:
        """Make it real: who flips is shown, a reason is asked for, and the criteria change."""
        from recruiter_tui.services.whatif import edits_of  # noqa: PLC0415 - seldom wanted
        from recruiter_tui.tui.dialogs.flips import FlipsDialog, flip_count  # noqa: PLC0415 - seldom wanted

        trial = self.trial
        if trial is None or trial.is_empty:
            self.flash(Need.TRIED.value)
            return
        scenario = trial.scenario
        try:
            flips = await self.services.criteria.preview(
                self._vacancy, edits_of(trial.notice, scenario), policy=scenario.policy
            )
        except RecruiterError as refusal:
            self.failed(refusal)
            return
        asked = {one.id: shown_criterion(one) for one in trial.notice.criteria}
        told = [
            (_told(trial), Ink.TEXT),
            (f"{flip_count(flips)}; this changes the criteria for good", Ink.OPEN),
        ]
        reason = await self.app.push_screen_wait(
            FlipsDialog("Make it real", told, flips, asked, self._people, reason=True)
        )
        if reason is None:
            return
        done: list[CriteriaChanged] = []

        async def act() -> Changed:
            done.append(await self.services.whatif.invoke(self._vacancy, scenario, reason))
            return done[0].changed

        self.trial = Trial(trial.notice)
        if await self.run_worker(self.carry_out(act()), group="write").wait() is None:
            self.attempt(trial)
        elif done[0].flips:
            words = [(done[0].changed.summary, Ink.TEXT), (flip_count(done[0].flips), Ink.DIM)]
            self.app.push_screen(FlipsDialog("Done", words, done[0].flips, asked, self._people))

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
        from recruiter_tui.tui.screens.dossier import DossierScreen  # noqa: PLC0415 - when it is opened

        key = self.movers.key()
        if key is not None:
            self.app.push_screen(DossierScreen(key))

    def action_criteria(self) -> None:
        """Show the criteria."""
        from recruiter_tui.tui.screens.criteria import CriteriaScreen  # noqa: PLC0415 - when it is opened

        self.app.push_screen(CriteriaScreen(self._vacancy))

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
        self.divider.display = roomy
        for _title, pane in self.panes:
            pane.display = roomy or pane is wanted
        effect = self.query_one("#effect")
        effect.display = roomy or wanted is not self.rules


def _named(words: str) -> str:
    """Refuse an empty name."""
    if not words.strip():
        problem = "a scenario needs a name"
        raise Refused(problem, "write one")
    return ""


def _told(trial: Trial) -> str:
    """Return what is tried in one line."""
    scenario = trial.scenario
    parts = [
        f"{name} branch {place + 1}: {trial.stated(name, place) or 0} → {months or 0} months"
        for name, place, months in scenario.months
    ]
    for names, word in (
        (scenario.dropped, "dropped"),
        (scenario.relaxed, "an advantage"),
        (scenario.required, "essential"),
        (scenario.invoked, "invoked"),
    ):
        parts += [f"{name} {word}" for name in names]
    if scenario.policy:
        parts.append(f"policy {scenario.policy}")
    return " · ".join(parts) or "nothing"

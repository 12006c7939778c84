"""Keeping what is tried by name, trying it again, and making it real with a reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import work

from recruiter_tui.domain.errors import RecruiterError, Refused
from recruiter_tui.tui.commands_base import Need
from recruiter_tui.tui.drawing.names import counting, in_words
from recruiter_tui.tui.drawing.notice_items import shown_criterion
from recruiter_tui.tui.drawing.whatif import Trial
from recruiter_tui.tui.screens.rescreening import change_beside
from recruiter_tui.tui.screens.trying import Trying
from recruiter_tui.tui.signs import Ink

if TYPE_CHECKING:
    from collections.abc import Awaitable, Sequence

    from recruiter_tui.services.criteria import CriteriaChanged
    from recruiter_tui.services.steps import Steps
    from recruiter_tui.services.views import ApplicationRow


class Keeping(Trying):
    """A room in which what is tried on a vacancy can be kept and invoked."""

    vacancy_id: str

    def people(self, keys: Sequence[int]) -> Sequence[ApplicationRow]:
        """Return the rows of applications."""
        return self.services.candidates.rows_now(keys)

    @work(group="ask", exclusive=True)
    async def action_keep(self) -> None:
        """Ask for a name and keep what is tried."""
        from recruiter_tui.tui.dialogs.field import FieldDialog

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
            await self.carry_out(self.services.whatif.keep(self.vacancy_id, name, trial.scenario))

    @work(group="ask", exclusive=True)
    async def action_kept(self) -> None:
        """Offer the scenarios that are kept, to try one or to forget it."""
        from recruiter_tui.tui.dialogs.scenarios import ScenariosDialog

        try:
            kept = await self.services.whatif.scenarios(self.vacancy_id)
        except RecruiterError as refusal:
            self.failed(refusal)
            return
        if not kept or self.trial is None:
            self.flash(Need.KEPT.value)
            return
        notice = self.trial.notice
        told = {name: _told(Trial(notice, scenario)) for name, scenario in kept.items()}
        chosen = await self.app.push_screen_wait(ScenariosDialog(told, self.called))
        if chosen is None:
            return
        if chosen.forget:
            if await self.carry_out(self.services.whatif.forget(self.vacancy_id, chosen.name)):
                self.called = "" if self.called == chosen.name else self.called
                self.tried()
        else:
            self.called = chosen.name
            self.attempt(Trial(notice, kept[chosen.name]))

    @work(group="ask", exclusive=True)
    async def action_invoke(self) -> None:
        """Make it real: who flips is shown, a reason is asked for, and the criteria change."""
        from recruiter_tui.services.whatif import edits_of
        from recruiter_tui.tui.dialogs.flips import FlipsDialog, flip_count, turned_name

        trial = self.trial
        if trial is None or trial.is_empty:
            self.flash(Need.TRIED.value)
            return
        scenario, edits = trial.scenario, edits_of(trial.notice, trial.scenario)
        try:
            flips = await self.services.criteria.preview(self.vacancy_id, edits, policy=scenario.policy)
        except RecruiterError as refusal:
            self.failed(refusal)
            return
        asked = {one.id: shown_criterion(one) for one in trial.notice.criteria}
        turned = turned_name(edits, asked)
        told = [
            (_told(trial), Ink.TEXT),
            (f"{flip_count(flips)}; this changes the criteria for good", Ink.OPEN),
        ]
        reason = await self.app.push_screen_wait(
            FlipsDialog("Make it real", told, flips, asked, self.people, reason=True, turned=turned)
        )
        if reason is None:
            return

        def tell(done: CriteriaChanged) -> None:
            words = [(in_words(done.changed.summary, asked), Ink.TEXT), (flip_count(done.flips), Ink.DIM)]
            self.app.push_screen(FlipsDialog("Done", words, done.flips, asked, self.people, turned=turned))

        def change(steps: Steps) -> Awaitable[CriteriaChanged]:
            return self.services.whatif.invoke(self.vacancy_id, scenario, reason, steps=steps)

        self.trial = Trial(trial.notice)
        place = (self.vacancy_id, trial.notice.title.value or "")
        if await change_beside(self, place, change, tell, asked) is False:
            self.attempt(trial)


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
        f"{trial.branch_word(name, place)} with {trial.stated(name, place) or 0} → {months or 0} months"
        for name, place, months in scenario.months
    ]
    for names, word in (
        (scenario.dropped, "dropped"),
        (scenario.relaxed, "an advantage"),
        (scenario.required, "essential"),
        (scenario.invoked, "invoked"),
    ):
        parts += [f"{trial.called(name)} {word}" for name in names]
    if len(scenario.invoked) > 1:
        parts.append(f"{scenario.at_least} of {len(scenario.invoked)} invoked have to be met")
    if scenario.policy:
        parts.append(f"counted as: {counting(scenario.policy)}")
    return " · ".join(parts) or "nothing"

"""Trying other rules: each key makes another trial of the line under the cursor."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final

from textual import work

from recruiter_tui.domain.errors import Refused
from recruiter_tui.domain.policy import ExperiencePolicy
from recruiter_tui.domain.profiles import OFFERED
from recruiter_tui.domain.requirement import Necessity
from recruiter_tui.tui.commands_base import Place
from recruiter_tui.tui.drawing.criteria import short_title
from recruiter_tui.tui.drawing.whatif import STEP, Trial
from recruiter_tui.tui.screens.room import Room
from recruiter_tui.tui.widgets.page_pane import PagePane

if TYPE_CHECKING:
    from collections.abc import Callable

    from recruiter_tui.services.views import VacancyDetail

LETTERS: Final = "abcdefghijklmnopqrstuvwxyz"


class Trying(Room):
    """A room with a pane of rules, and what is tried on them."""

    PLACE: ClassVar[Place] = Place.WHATIF

    def __init__(self) -> None:
        """Start with nothing tried."""
        super().__init__()
        self.rules = PagePane()
        self.rules.id = "rules"
        self.trial: Trial | None = None
        self.detail: VacancyDetail | None = None
        self.called = ""
        """The name under which the trial was kept; nothing where it was not."""

    def tried(self) -> None:
        """Bring the screen up to date with what is tried now."""
        raise NotImplementedError

    def attempt(self, trial: Trial) -> None:
        """Try something else."""
        self.trial = trial
        self.tried()

    def line_at(self) -> tuple[str, str, int]:
        """Return what the cursor stands on: its kind, the criterion, and the branch."""
        kind, _, rest = (self.rules.key or "").partition("/")
        name, _, place = rest.rpartition("/") if kind == "months" else (rest, "", "0")
        return kind, name, int(place)

    def _try(self, move: Callable[[Trial, str], Trial]) -> None:
        kind, name, _place = self.line_at()
        if self.trial is not None and kind in ("criterion", "months"):
            self.attempt(move(self.trial, name))

    def action_drop(self) -> None:
        """Drop the rule, or put it back."""
        self._try(Trial.dropped)

    def action_turn(self) -> None:
        """Exchange essential and advantage."""
        self._try(Trial.turned)

    def action_invoke_one(self) -> None:
        """Let an advantage decide, or no longer."""
        _kind, name, _place = self.line_at()
        one = self.trial.find(name) if self.trial is not None else None
        if one is not None and one.necessity is Necessity.ESSENTIAL:
            self.flash("only an advantage can be invoked; t makes an essential criterion one")
        else:
            self._try(Trial.invoked)

    def action_enough(self) -> None:
        """Ask for one more of the invoked advantages."""
        if self.trial is not None:
            self.attempt(self.trial.enough())

    def action_months(self, way: int) -> None:
        """Ask for more months of experience, or for fewer."""
        kind, name, place = self.line_at()
        if self.trial is None or kind != "months":
            self.flash("choose a line with months first")
            return
        asked = self.trial.months(name, place) or 0
        self.attempt(self.trial.asking(name, place, asked + way * STEP))

    @work(group="ask", exclusive=True)
    async def action_change(self) -> None:
        """Ask for an exact number of months, or for a policy; turn any other rule."""
        from recruiter_tui.tui.dialogs.field import FieldDialog

        kind, name, place = self.line_at()
        trial = self.trial
        if trial is None:
            return
        if kind == "policy":
            await self._policy()
        elif kind == "months":
            line = await self.app.push_screen_wait(
                FieldDialog(
                    "Months of experience that would be asked for",
                    [("now", f"{trial.stated(name, place) or 0} months")],
                    str(trial.months(name, place) or 0),
                    lambda words: f"{_number(words)} months",
                    "a whole number",
                )
            )
            if line is not None:
                self.attempt(trial.asking(name, place, _number(line)))
        elif kind == "criterion":
            self.attempt(trial.turned(name))

    @work(group="ask", exclusive=True)
    async def action_policy(self) -> None:
        """Ask under which policy to count."""
        await self._policy()

    async def _policy(self) -> None:
        from recruiter_tui.tui.dialogs.menu import MenuDialog

        trial, detail = self.trial, self.detail
        if trial is None or detail is None:
            return
        offers = [("0", "as the vacancy has it", "")]
        offers += [(LETTERS[n], one.explanation, one.value) for n, one in enumerate(ExperiencePolicy)]
        more = len(offers) - 1
        offers += [
            (LETTERS[more + n], f"{short_title(one)}  {one.id}", one.id) for n, one in enumerate(OFFERED)
        ]
        held = trial.scenario.policy or ""
        chosen = await self.app.push_screen_wait(MenuDialog("Count experience how?", offers, held))
        if chosen is not None:
            self.attempt(trial.under(chosen or None))

    def action_clear(self) -> None:
        """Try nothing any more."""
        if self.trial is not None:
            self.called = ""
            self.attempt(Trial(self.trial.notice))


def _number(words: str) -> int:
    """Return months as typed; raises Refused."""
    if not words.strip().isdecimal() or len(words.strip()) > 3:  # noqa: PLR2004 - 999 months are a life
        problem = "that is no number of months"
        raise Refused(problem, "write a whole number, for instance 48")
    return int(words)

"""A version of the criteria: what it asked, why it came, who flipped, whether it still computes the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import work

from recruiter_tui.domain.errors import RecruiterError
from recruiter_tui.domain.policy import Policy
from recruiter_tui.tui.dialogs.flips import FlipsDialog, flip_count
from recruiter_tui.tui.drawing.names import counting, in_words
from recruiter_tui.tui.drawing.notice_items import shown_criterion
from recruiter_tui.tui.screens.gating import frozen_words
from recruiter_tui.tui.screens.policy_questions import PolicyQuestions
from recruiter_tui.tui.signs import Ink

if TYPE_CHECKING:
    from collections.abc import Mapping

    from recruiter_tui.services.criteria import Version


class CriteriaVersions(PolicyQuestions, is_part=True):
    """Opens versions that hold, or held once."""

    @work(group="ask", exclusive=True)
    async def open_version(self, number: int) -> None:
        """Show a version: what it asked, why it came, who flipped, and whether it still computes the same."""
        panel = self._panel
        one = next((one for one in panel.versions if one.number == number), None) if panel else None
        if one is None:
            return
        self.flash("computing the version again …", Ink.DIM)
        try:
            flips = await self.services.criteria.flips(self._vacancy, number)
            computed = await self._computed(number)
        except RecruiterError as refusal:
            self.failed(refusal)
            return
        self.flash("")
        told = [*_version_words(one, self._asked()), *computed]
        told.append((flip_count(flips) if number > 1 else "the first version: nobody flipped", Ink.TEXT))
        await self.app.push_screen_wait(
            FlipsDialog(f"Criteria, version {number}", told, flips, self._asked(), self._people)
        )

    async def _computed(self, number: int) -> list[tuple[str, Ink]]:
        """Return whether computing a version again gives what was stored."""
        try:
            found = await self.services.criteria.as_of(self._vacancy, number)
        except RecruiterError as refusal:
            return [(str(refusal), Ink.DIM)]
        outcomes = [one.outcome for one in found.applications]
        counts = {word: sum(one == word for one in outcomes) for word in dict.fromkeys(outcomes) if word}
        tally = ", ".join(f"{count} {word.value}" for word, count in counts.items())
        lines = [(f"{len(outcomes)} applications: {tally or 'nobody judged'}", Ink.TEXT)]
        if found.differences:
            return [*lines, (f"computed again: {len(found.differences)} findings differ", Ink.NOT_MET)]
        return [*lines, ("computed again from the stored inputs: no difference", Ink.MET)]


def _version_words(one: Version, names: Mapping[str, str]) -> list[tuple[str, Ink]]:
    """Return a version in lines: who made it, under which policy, why, and what it asks."""
    policy = counting(Policy.named(one.policy).spec) if one.policy else "as the vacancy had it"
    lines = [
        (f"made by {one.made_by} · {frozen_words(one.frozen_at, year=True)} · counted as: {policy}", Ink.DIM),
        (f"SHA-256 {one.digest}", Ink.FAINT),
    ]
    if one.reason:
        lines.append((f"“{one.reason}”", Ink.TEXT))
    lines += [(in_words(change, names), Ink.DIM) for change in one.changes]
    asked = "; ".join(shown_criterion(criterion) for criterion in one.criteria)
    return [*lines, (f"asks: {asked}", Ink.TEXT)] if asked else lines

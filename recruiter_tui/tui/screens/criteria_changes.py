"""Changes of criteria: made at once, or after the freeze with a reason and a look at who flips."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from recruiter_tui.domain.errors import RecruiterError
from recruiter_tui.domain.notice_edit import touches_criteria
from recruiter_tui.tui.commands_base import Place
from recruiter_tui.tui.dialogs.flips import FlipsDialog, flip_count, turned_name
from recruiter_tui.tui.drawing.names import in_words
from recruiter_tui.tui.drawing.notice_items import shown_criterion
from recruiter_tui.tui.screens.notice_edits import NoticeEdits
from recruiter_tui.tui.screens.rescreening import change_beside
from recruiter_tui.tui.signs import Ink

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from recruiter_tui.domain.crosswalk import Crosswalk
    from recruiter_tui.domain.notice_edit import Edit
    from recruiter_tui.services.criteria import CriteriaChanged
    from recruiter_tui.services.steps import Steps
    from recruiter_tui.services.views import ApplicationRow
    from recruiter_tui.tui.drawing.criteria import Panel


class CriteriaChanges(NoticeEdits, is_part=True):
    """How a change of criteria, policy or levels is carried out, and who flipped by it."""

    PLACE: ClassVar[Place] = Place.CRITERIA

    _vacancy: str
    _panel: Panel | None

    async def make(self, *edits: Edit) -> bool:
        """Change criteria; tells whether it was done."""
        return await self._change(edits)

    async def _change(
        self, edits: Sequence[Edit] = (), *, policy: str | None = None, crosswalk: Crosswalk | None = None
    ) -> bool:
        """Make a change at once, or after the freeze with a reason and a look at who flips."""
        panel = self._panel
        if panel is None:
            return False
        reason = None
        anew = policy is not None or crosswalk is not None or any(map(touches_criteria, edits))
        if panel.detail.frozen_at is not None and anew:
            reason = await self._reason(edits, policy, crosswalk)
            if reason is None:
                return False
        change = partial(
            self.services.criteria.change,
            self._vacancy,
            edits,
            policy=policy,
            crosswalk=crosswalk,
            reason=reason,
        )
        title = panel.detail.row.title
        turned, asked = turned_name(edits, self._asked()), self._asked()

        async def work(steps: Steps) -> CriteriaChanged:
            done = await change(steps=steps)
            now = await self.services.vacancies.get(self._vacancy)
            for one in now.notice.criteria:
                asked[one.id] = shown_criterion(one)
            return done

        def tell(done: CriteriaChanged) -> None:
            self._tell(done, asked, turned)

        done = await change_beside(self, (self._vacancy, title), work, tell, asked)
        return bool(done)

    async def _reason(
        self, edits: Sequence[Edit], policy: str | None, crosswalk: Crosswalk | None
    ) -> str | None:
        """Show who would flip, and ask why the criteria change."""
        self.flash("looking who would flip …", Ink.DIM)
        try:
            flips = await self.services.criteria.preview(
                self._vacancy, edits, policy=policy, crosswalk=crosswalk
            )
        except RecruiterError as refusal:
            self.failed(refusal)
            return None
        self.flash("")
        told = [
            (
                f"{flip_count(flips)}; everybody is screened again under a new version",
                Ink.OPEN if flips else Ink.DIM,
            ),
            ("The findings of the version in force are kept and stay computable.", Ink.DIM),
        ]
        return await self.app.push_screen_wait(
            FlipsDialog(
                "Before the change",
                told,
                flips,
                self._asked(),
                self._people,
                reason=True,
                turned=turned_name(edits, self._asked()),
            )
        )

    def _tell(self, done: CriteriaChanged, asked: Mapping[str, str], turned: str) -> None:
        """Show who flipped; `asked` is what the criteria ask now, and those asked that are gone."""
        told = [
            (in_words(done.changed.summary, asked), Ink.TEXT),
            (f"{flip_count(done.flips)}; version {done.version} holds now, u takes it back", Ink.DIM),
        ]
        self.app.push_screen(FlipsDialog("Done", told, done.flips, asked, self._people, turned=turned))

    def _asked(self) -> dict[str, str]:
        notice = self.notice
        return {one.id: shown_criterion(one) for one in notice.criteria} if notice is not None else {}

    def _people(self, keys: Sequence[int]) -> Sequence[ApplicationRow]:
        return self.services.candidates.rows_now(keys)

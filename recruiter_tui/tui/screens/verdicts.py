"""Verdicts, notes and rulings on one application, for the screens that open from the desk."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import work

from recruiter_tui.domain.application import Disposition
from recruiter_tui.tui.commands_base import Need, Place
from recruiter_tui.tui.screens.correcting import Correcting
from recruiter_tui.tui.screens.gating import stands_already

if TYPE_CHECKING:
    from recruiter_tui.services.views import ApplicationRow


class Verdicts(Correcting, is_part=True):
    """What a person does to the application under the cursor; every act is a worker of the screen."""

    PLACE: ClassVar[Place] = Place.SHORTLIST

    def target(self) -> ApplicationRow | None:
        """Return the application that a key acts on."""
        raise NotImplementedError

    def targets(self) -> list[ApplicationRow]:
        """Return the one under the cursor."""
        row = self.target()
        return [] if row is None else [row]

    def target_criterion(self) -> str | None:
        """Return the criterion that a ruling is about, where the cursor says so."""
        return None

    def has(self, need: Need) -> bool:
        """Tell whether somebody is under the cursor."""
        return self.target() is not None if need is Need.CANDIDATE else super().has(need)

    @work(group="ask", exclusive=True)
    async def action_decide(self, to: str) -> None:
        """Give the application a disposition; a rejection asks for its reason first."""
        row, disposition = self.target(), Disposition(to)
        if row is None:
            return
        if await self.freezes(disposition) and not await self.agree():
            return
        code, note = None, None
        if disposition is Disposition.NOT_SUITABLE:
            from recruiter_tui.tui.dialogs.reason import ReasonDialog

            codes = await self.services.decisions.reason_codes(self.vacancy_id())
            reason = await self.app.push_screen_wait(ReasonDialog(codes, draft=self.unsaid))
            if reason is None:
                return
            code, note = reason.code, reason.note
        changed = await self.carry_out(
            self.services.decisions.decide(
                [row.key], disposition, reason=code, note=note, expected={row.key: row.version}
            ),
            draft=note or "",
        )
        if changed is not None and not changed.applications:
            self.flash(stands_already([row], disposition))

    @work(group="ask", exclusive=True)
    async def action_overrule(self) -> None:
        """Ask for a ruling on one finding and write it."""
        dossier = await self.dossier_here()
        if dossier is not None:
            await self.rule(dossier, self.target_criterion())

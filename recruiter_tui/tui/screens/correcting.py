"""Correcting a fact, and reading the vacancy blind, wherever one person is under the cursor."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import work

from recruiter_tui.domain.errors import RecruiterError
from recruiter_tui.tui.commands_base import Place
from recruiter_tui.tui.screens.beside import Beside

if TYPE_CHECKING:
    from recruiter_tui.services.views import Dossier


class Correcting(Beside, is_part=True):
    """Acts on what is on file of the person under the cursor, whatever is marked."""

    PLACE: ClassVar[Place] = Place.DESK

    def fact_here(self) -> str | None:
        """Return the fact under the cursor, where the cursor stands on one."""
        return None

    async def dossier_here(self) -> Dossier | None:
        """Return the dossier of the person under the cursor as it is now, not as a late picture shows it."""
        rows = self.here_alone()
        if not rows:
            return None
        try:
            return await self.services.candidates.dossier(rows[0].key)
        except RecruiterError as refusal:
            self.failed(refusal)
            return None

    @work(group="ask", exclusive=True)
    async def action_correct(self) -> None:
        """Ask for a fact's right value and write it."""
        from recruiter_tui.tui.dialogs.correct_beside import correction_of

        dossier = await self.dossier_here()
        if dossier is None or self.needs_names(dossier.row.key):
            return
        dialog = correction_of(dossier, self.fact_here(), self.app.size.width, dossier.row.name)
        correction = await self.app.push_screen_wait(dialog)
        if correction is not None:
            await self.carry_out(
                self.services.candidates.correct(
                    dossier.row.key,
                    correction.fact,
                    correction.value,
                    expected_version=dossier.row.version,
                )
            )

    @work(group="ask", exclusive=True)
    async def action_blind(self) -> None:
        """Read the vacancy blind, or with names again, which has to be confirmed."""
        vacancy = self.vacancy_id()
        on = not self.services.blind.is_on_now(vacancy)
        if not on:
            from recruiter_tui.tui.dialogs.confirm import ConfirmDialog

            consequence = "Everybody in it is shown to everybody; the journal says who turned the names on."
            question = ConfirmDialog(f"Read {vacancy} with names again?", consequence, "shows the names")
            if not await self.app.push_screen_wait(question):
                return
        await self.carry_out(self.services.blind.turn(vacancy, on=on))

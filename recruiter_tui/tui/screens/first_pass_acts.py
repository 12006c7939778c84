"""What a person does to the candidate in hand: verdicts that step on at once, notes, rulings, undo."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from typing import TYPE_CHECKING, ClassVar, Final

from textual import work

from recruiter_tui.domain.application import Disposition
from recruiter_tui.domain.errors import RecruiterError
from recruiter_tui.services.reading_queue import Sticky
from recruiter_tui.tui.commands_base import Need, Place
from recruiter_tui.tui.screens.beside import Beside
from recruiter_tui.tui.screens.gating import stands_already

if TYPE_CHECKING:
    from recruiter_tui.services.reading_queue import Queue
    from recruiter_tui.services.views import ApplicationRow, Changed
    from recruiter_tui.tui.drawing.card import Card
    from recruiter_tui.tui.drawing.setting import Setting

_PATIENCE: Final = 2.0
"""Seconds after which the next verdict goes on all the same, for instance while somebody else writes."""


class Acts(Beside, is_part=True):
    """Acts of a first pass; each is a worker, so that no key waits for the disk."""

    PLACE: ClassVar[Place] = Place.READING

    queue: Queue
    at: int
    setting: Setting | None
    sticky: Sticky | None = None
    """The last verdict, which one key gives again."""
    pending: dict[int, int]
    """The applications whose verdicts are being written, with the versions that the person saw."""
    _written: asyncio.Event | None = None

    @property
    def card(self) -> Card | None:
        """Return the candidate in hand, once read."""
        raise NotImplementedError

    @property
    def row(self) -> ApplicationRow | None:
        """Return the line of the candidate in hand; None behind the last one."""
        raise NotImplementedError

    def go(self, at: int, *, keep_flash: bool = False) -> None:
        """Go to a place of the queue."""
        raise NotImplementedError

    def stand(self) -> None:
        """Keep the place, and which verdicts are still being written."""
        raise NotImplementedError

    def criterion(self) -> str | None:
        """Return the criterion under the cursor."""
        raise NotImplementedError

    def targets(self) -> list[ApplicationRow]:
        """Return the candidate in hand."""
        return [] if self.row is None else [self.row]

    def vacancy_id(self) -> str:
        """Return the vacancy of the pass."""
        return self.queue.vacancy

    def people_of(self) -> str:
        """Return the vacancy of the pass."""
        return self.queue.vacancy

    def has(self, need: Need) -> bool:
        """Tell whether somebody is in hand, and whether there is a verdict to repeat."""
        if need is Need.CANDIDATE:
            return self.row is not None
        if need is Need.VERDICT:
            return self.sticky is not None
        return super().has(need)

    # -- verdicts ----------------------------------------------------------------------------------------

    async def action_decide(self, to: str) -> None:
        """Give a verdict and go to the next; the first of a vacancy and a rejection ask something first."""
        disposition = Disposition(to)
        if disposition is Disposition.NOT_SUITABLE or await self.freezes(disposition):
            self.ask_first(disposition)
        else:
            await self.give(Sticky(disposition, None, None))

    async def _caught_up(self) -> None:
        """Wait until the verdict before is written: not more than the one in hand can be lost."""
        if self.pending:
            self._written = asyncio.Event()
            with suppress(TimeoutError):  # another program writes: the verdict waits its turn
                await asyncio.wait_for(self._written.wait(), _PATIENCE)

    @work(group="ask", exclusive=True)
    async def ask_first(self, to: Disposition) -> None:
        """Ask whether the criteria may be frozen, and for the reason of a rejection."""
        if await self.freezes(to) and not await self.agree():
            return
        if to is not Disposition.NOT_SUITABLE:
            await self.give(Sticky(to, None, None))
            return
        from recruiter_tui.tui.dialogs.reason import ReasonDialog

        detail = await self.detail()
        if detail is None:
            return
        reason = await self.app.push_screen_wait(ReasonDialog(detail.reason_codes))
        if reason is not None:
            await self.give(Sticky(to, reason.code, reason.note))

    async def action_again(self) -> None:
        """Give the last verdict again, with its reason."""
        if self.sticky is None:
            return
        if await self.freezes(self.sticky.disposition):
            self.ask_first(self.sticky.disposition)
        else:
            await self.give(self.sticky)

    async def give(self, verdict: Sticky) -> None:
        """Write a verdict once the one before is on the disk, in its own time, and show the next one now."""
        await self._caught_up()
        row = self.row
        if row is None:
            return
        if row.key in self.pending:
            self.flash("the verdict before is still being written")
            return
        self.sticky = verdict
        self.pending[row.key] = row.version
        self.write(self.at, row, verdict)
        self.go(self.at + 1)

    @work(group="write")
    async def write(self, at: int, row: ApplicationRow, verdict: Sticky) -> None:
        """Write a verdict, naming the version that the person saw; a refusal leads back."""
        changed = await self.carry_out(
            self.services.queue.judge(
                row.key,
                verdict.disposition,
                reason=verdict.reason,
                note=verdict.note,
                expected=row.version,
            )
        )
        self.pending.pop(row.key, None)
        if self._written is not None and not self.pending:
            self._written.set()
        if changed is None:
            self.go(at, keep_flash=True)
        elif not changed.applications:
            self.flash(stands_already([row], verdict.disposition))
        self.stand()

    def go_after(self, changed: Changed | None) -> None:
        """Go to the first whom it was about."""
        inside = [key for key in changed.about if key in self.queue.keys] if changed else []
        if inside:
            self.go(self.queue.keys.index(inside[0]))

    @work(group="ask", exclusive=True)
    async def action_overrule(self) -> None:
        """Ask for a ruling, on the criterion under the cursor, and write it."""
        if self.card is not None:
            await self.rule(self.card.dossier, self.criterion(), self.setting.asked if self.setting else None)

    # -- other rooms -------------------------------------------------------------------------------------

    def action_open(self) -> None:
        """Open the whole dossier."""
        from recruiter_tui.tui.screens.dossier import DossierScreen

        if self.row is not None:
            self.app.push_screen(DossierScreen(self.row.key))

    def action_shortlist(self) -> None:
        """Show the short list in rank order."""
        from recruiter_tui.tui.screens.shortlist import ShortlistScreen

        self.app.push_screen(ShortlistScreen(self.vacancy_id()))

    async def renew(self) -> None:
        """Read vacancy and criteria again."""
        try:
            detail = await self.detail()
        except RecruiterError as refusal:
            self.failed(refusal)
            return
        if detail is not None:
            from recruiter_tui.tui.drawing.setting import setting_of

            self.setting = setting_of(detail)

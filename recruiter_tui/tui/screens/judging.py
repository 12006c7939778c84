"""The desk's verdicts: keys that judge the marked candidates, or the one under the cursor."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import work

from recruiter_tui.tui.screens.correcting import Correcting
from recruiter_tui.tui.screens.gating import stands_already

if TYPE_CHECKING:
    from recruiter_tui.domain.application import Disposition
    from recruiter_tui.services.views import ApplicationRow, Changed, VacancyDetail, VacancyRow
    from recruiter_tui.tui.drawing.setting import Setting
    from recruiter_tui.tui.widgets.candidate_table import CandidateTable
    from recruiter_tui.tui.widgets.dossier import DossierPane
    from recruiter_tui.tui.widgets.source import Key


class Judging(Correcting, is_part=True):
    """What a person does to applications; every act is a worker, so that no key waits for the disk."""

    table: CandidateTable
    pane: DossierPane
    vacancy: VacancyRow | None
    query_text: str
    _led_back_to: Key | None = None
    """The row to which a refusal moves the cursor: its message outlives that move."""
    _setting: tuple[VacancyDetail, Setting] | None = None

    def vacancy_id(self) -> str:
        """Return the vacancy that the desk shows."""
        return self.vacancy.id if self.vacancy is not None else ""

    def targets(self) -> list[ApplicationRow]:
        """Return the rows that a verdict touches: the visible marked ones, else the one under the cursor."""
        marked = self.table.marked()
        keys = marked or ([self.table.cursor_key] if self.table.cursor_key is not None else [])
        source = self.table.source
        return [row for key in keys if (row := source.row_of(key)) is not None]

    def here_alone(self) -> list[ApplicationRow]:
        """Return the row under the cursor, whatever is marked."""
        key = self.table.cursor_key
        row = None if key is None else self.table.source.row_of(key)
        return [] if row is None else [row]

    async def action_decide(self, to: str) -> None:
        """Give the targets a disposition; the first verdict and a rejection ask something first."""
        from recruiter_tui.domain.application import Disposition

        rows = self.targets()
        if not rows:
            return
        disposition = Disposition(to)
        if disposition is Disposition.NOT_SUITABLE or await self.freezes(disposition):
            self.ask_first(rows, disposition)
            return
        self.step_on()
        self.judge(rows, disposition)

    def step_on(self) -> None:
        """Leave the judged rows behind: marks go, or the cursor steps to the next row."""
        if self.table.marked():
            self.table.clear_marks()
        else:
            self.table.move("down")

    @work(group="write")
    async def judge(self, rows: list[ApplicationRow], to: Disposition) -> None:
        """Write a verdict, naming the versions that the person saw; a refusal leads back to the row."""
        await self._decide(rows, to, None, None)

    @work(group="ask", exclusive=True)
    async def ask_first(self, rows: list[ApplicationRow], to: Disposition) -> None:
        """Ask whether the criteria may be frozen, and for the reason of a rejection; then write."""
        from recruiter_tui.domain.application import Disposition

        if await self.freezes(to) and not await self.agree():
            return
        if to is Disposition.NOT_SUITABLE:
            await self._reject(rows)
        else:
            self.step_on()
            self.judge(rows, to)

    async def _reject(self, rows: list[ApplicationRow]) -> None:
        """Ask for the reason, then write the verdict."""
        from recruiter_tui.domain.application import Disposition
        from recruiter_tui.tui.dialogs.reason import ReasonDialog

        if self.vacancy is None:
            return
        codes = await self.services.decisions.reason_codes(self.vacancy.id)
        reason = await self.app.push_screen_wait(ReasonDialog(codes, len(rows), self.unsaid))
        if reason is not None:
            self.step_on()
            await self._decide(rows, Disposition.NOT_SUITABLE, reason.code, reason.note)

    async def _decide(
        self, rows: list[ApplicationRow], to: Disposition, reason: str | None, note: str | None
    ) -> None:
        changed = await self.carry_out(
            self.services.decisions.decide(
                [row.key for row in rows],
                to,
                reason=reason,
                note=note,
                expected={row.key: row.version for row in rows},
            ),
            draft=note or "",
        )
        if changed is None:
            self.return_to(rows[0].key)
        elif not changed.applications:
            self.flash(stands_already(rows, to))

    def return_to(self, key: int) -> None:
        """Put the cursor back on a row that could not be judged, and read what it says now."""
        self.table.reread()
        place = self.table.source.index_of(key)
        if place is not None and key != self.table.cursor_key:
            self._led_back_to = key
            self.table.go(place)

    async def setting(self) -> Setting | None:
        """Return what the dossiers of the vacancy are read against; made once per vacancy."""
        detail = await self.detail()
        if detail is None:
            return None
        if self._setting is None or self._setting[0].notice != detail.notice:
            from recruiter_tui.tui.drawing.setting import setting_of

            self._setting = detail, setting_of(detail)
        return self._setting[1]

    @work(group="ask", exclusive=True)
    async def action_overrule(self) -> None:
        """Ask for a ruling on one finding and write it."""
        dossier = await self.dossier_here()
        if dossier is not None:
            setting = await self.setting()
            here = self.pane.criterion if self.pane.has_focus else None
            await self.rule(dossier, here, setting.asked if setting else None)

    def fact_here(self) -> str | None:
        """Return the fact under the cursor of the dossier, where that has the keys."""
        return self.pane.selected_fact if self.pane.has_focus else None

    def go_after(self, changed: Changed | None) -> None:
        """Go to the first row that was changed."""
        if changed is not None and changed.about:
            places = self.table.source.places(changed.about).values()
            if places:
                self.table.go(min(places))

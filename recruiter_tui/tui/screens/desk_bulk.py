"""Verdicts on many at once from the desk: whom, which verdict, then the number, then one act."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from textual import work

from recruiter_tui.domain.errors import RecruiterError
from recruiter_tui.tui.screens.desk_pass import Passing
from recruiter_tui.tui.signs import disposition_sign

if TYPE_CHECKING:
    from recruiter_tui.services.bulk import Preview

_KEYS: Final = (
    ("s", "shortlisted"),
    ("l", "longlisted"),
    ("x", "not-suitable"),
    ("m", "maybe"),
    ("w", "withdrawn"),
    ("0", "new"),
)


class Many(Passing, is_part=True):
    """Decides on the marked, on a range, or on everybody in the filter."""

    @work(group="ask", exclusive=True)
    async def action_bulk(self) -> None:
        """Ask whom and what, show what it would do, and do it as one act."""
        from recruiter_tui.tui.dialogs.bulk import BulkDialog

        if self.vacancy is None:
            return
        meant = await self._whom()
        if meant is None:
            return
        name, words = meant
        try:
            preview = await self._preview(name, words)
        except RecruiterError as refusal:
            self.failed(refusal)
            return
        if preview is None:
            return
        agreed = await self.app.push_screen_wait(BulkDialog(preview, words))
        if agreed and preview.count:
            self.decide_on_many(preview, clears=name == "marks")

    async def _whom(self) -> tuple[str, str] | None:
        """Return whom it means and that in words; asked where there is more than the filter."""
        from recruiter_tui.tui.dialogs.menu import MenuDialog

        table = self.table
        offers: dict[str, tuple[str, str]] = {}
        shown = len(table.marked())
        if table.marks:
            hidden = len(table.marks) - shown
            more = f"; {hidden} more are hidden by the filter" if hidden else ""
            offers["marks"] = ("m", f"the {shown} marked{more}")
        if table.range_start is not None and table.cursor_key is not None:
            ends = [table.source.index_of(table.range_start), table.cursor]
            count = abs(ends[1] - ends[0]) + 1 if ends[0] is not None and ends[1] is not None else 0
            offers["range"] = ("r", f"the range of {count} up to here")
        where = "in the filter" if self.query_text else "in this vacancy"
        offers["all"] = ("a", f"all {table.source.total} {where}")
        if len(offers) == 1:
            return "all", offers["all"][1]
        chosen = await self.app.push_screen_wait(
            MenuDialog("Decide on whom?", [(key, words, name) for name, (key, words) in offers.items()])
        )
        return None if chosen is None else (chosen, offers[chosen][1])

    async def _preview(self, whom: str, words: str) -> Preview | None:
        """Ask for the verdict and its reason; return what it would do, None for a change of mind."""
        from recruiter_tui.domain.application import Disposition
        from recruiter_tui.tui.dialogs.menu import MenuDialog

        vacancy, table = self.vacancy_id(), self.table
        offers = [(key, str(disposition_sign(Disposition(one))), one) for key, one in _KEYS]
        chosen = await self.app.push_screen_wait(MenuDialog(f"Decide on {words}", offers))
        if chosen is None:
            return None
        to = Disposition(chosen)
        code = note = None
        if to is Disposition.NOT_SUITABLE:
            from recruiter_tui.tui.dialogs.reason import ReasonDialog

            codes = await self.services.decisions.reason_codes(vacancy)
            reason = await self.app.push_screen_wait(ReasonDialog(codes))
            if reason is None:
                return None
            code, note = reason.code, reason.note
        if await self.freezes(to) and not await self.agree():
            return None
        ends = (table.range_start, table.cursor_key)
        return await self.services.bulk.preview(
            vacancy,
            to,
            query=self.query_text,
            sort=table.sort,
            marks={int(key) for key in table.marks} if whom == "marks" else None,
            span=(int(ends[0] or 0), int(ends[1] or 0)) if whom == "range" else None,
            reason=code,
            note=note,
        )

    @work(group="write")
    async def decide_on_many(self, preview: Preview, *, clears: bool) -> None:
        """Do what was shown; marks that were meant go, as does a range."""
        changed = await self.carry_out(self.services.bulk.decide(preview))
        if changed is not None:
            if clears:
                self.table.clear_marks()
            self.table.range_start = None
            self.say()

"""What was put off in all vacancies: due, or sleeping until its day."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, ClassVar

from textual import work

from recruiter_tui.domain.days import from_today
from recruiter_tui.domain.errors import RecruiterError
from recruiter_tui.domain.notice_words import day_words
from recruiter_tui.services.snoozing import Snoozed
from recruiter_tui.tui.commands_base import Need, Place
from recruiter_tui.tui.screens.room import Room
from recruiter_tui.tui.signs import Ink, disposition_sign
from recruiter_tui.tui.text import cut, fit, safe
from recruiter_tui.tui.widgets.bars import taken
from recruiter_tui.tui.widgets.record_table import RecordTable
from recruiter_tui.tui.widgets.source import Roll

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult

    from recruiter_tui.services.views import Changed
    from recruiter_tui.tui.widgets.lines import Run

_DAY, _AWAY, _NAME, _STAND, _VACANCY = 11, 12, 24, 14, 26
_DATED, _ROOMY, _BROAD = 59, 87, 107


class DueTable(RecordTable[Snoozed]):
    """The applications that were put off, the earliest day first."""

    empty_text = ""
    today = dt.date.min
    head_lines = 1

    def head_runs(self, y: int, width: int) -> Sequence[Run]:  # noqa: ARG002 - the head is one line
        """Draw the columns' names."""
        names = [fit("Due", _DAY), fit("", _AWAY)] if width >= _DATED else [fit("Due", _AWAY)]
        names.append(fit("Candidate", _NAME))
        if width >= _ROOMY:
            names.append(fit("Stands", _STAND))
        if width >= _BROAD:
            names.append(fit("Vacancy", _VACANCY))
        if width >= _DATED:
            names.append("Why")
        return [("  " + "  ".join(names), Ink.DIM)]

    def row_runs(
        self,
        row: Snoozed,
        line: int,  # noqa: ARG002 - one line each
        width: int,
        *,
        marked: bool,  # noqa: ARG002 - nothing is marked here
        current: bool,
    ) -> Sequence[Run]:
        """Draw one; what is due stands out."""
        due, sign = row.until <= self.today, disposition_sign(row.row.disposition)
        date = f"{day_words(row.until):>{_DAY}}  " if width >= _DATED else ""
        runs: list[Run] = [
            (f"  {date}", Ink.TEXT if due else Ink.DIM),
            (fit(from_today(row.until, self.today), _AWAY) + "  ", Ink.ACCENT if due else Ink.DIM),
            (
                fit(safe(row.row.name) or safe(row.row.application), _NAME) + "  ",
                Ink.STRONG if current else Ink.TEXT,
            ),
        ]
        if width >= _ROOMY:
            runs.append((fit(str(sign), _STAND) + "  ", sign.ink))
        if width >= _BROAD:
            runs.append((fit(safe(row.title), _VACANCY) + "  ", Ink.DIM))
        room = max(0, width - taken(runs))
        why, ink = (row.note, Ink.DIM) if row.note else (f"put off by {row.by}", Ink.FAINT)
        return [*runs, (cut(safe(why), room), ink)]


class DueScreen(Room):
    """The list, with keys that lead to a candidate, wake or put off again."""

    PLACE: ClassVar[Place] = Place.DUE
    AUTO_FOCUS = ""

    def __init__(self) -> None:
        """Start empty."""
        super().__init__()
        self.table = DueTable()
        self.answer: tuple[str, int] | None = None
        """The vacancy and application to go to when the list was left by one of them."""
        self._rows: dict[int, Snoozed] = {}
        self._all = True

    def compose(self) -> ComposeResult:
        """Show the list."""
        yield from self.frame(self.table)

    def on_mount(self) -> None:
        """Read the list."""
        self.crumbs("Desk", "Due")
        self.table.focus()
        self.read()

    def on_changed(self, changed: Changed) -> None:
        """Read the list again."""
        if changed.everything or changed.applications:
            self.read()

    @work(exclusive=True, group="due")
    async def read(self) -> None:
        """Read what was put off."""
        today = self.services.clock().astimezone().date()
        try:
            found = await self.services.queue.snoozed()
        except RecruiterError as refusal:
            self.failed(refusal)
            return
        due = sum(one.until <= today for one in found)
        self._rows = {one.row.key: one for one in found if self._all or one.until <= today}
        self.table.today = today
        self.table.empty_text = _nothing(len(found))
        self.table.show(Roll(tuple(self._rows), lambda keys: [self._rows[int(key)] for key in keys]))
        sleeping = f"{len(found) - due} sleeping" + ("" if self._all else " (hidden)")
        self.status.show([(f"{due} due", Ink.TEXT if due else Ink.DIM), (f"  ·  {sleeping}", Ink.DIM)])
        self.refresh_commands()

    def on_record_table_cursor_moved(self, message: DueTable.CursorMoved) -> None:
        """Say which keys can be used now."""
        message.stop()
        self.refresh_commands()

    def on_record_table_opened(self, message: DueTable.Opened) -> None:
        """Go to the candidate after a double click."""
        message.stop()
        self.action_open()

    def has(self, need: Need) -> bool:
        """Tell whether something is under the cursor."""
        return self.table.cursor_key is not None if need is Need.PUT_OFF else super().has(need)

    # -- acts ----------------------------------------------------------------------------------------

    def action_open(self) -> None:
        """Leave the list for the candidate under the cursor."""
        row = self.table.row()
        if row is not None:
            self.answer = row.vacancy, row.row.key
            self.dismiss()

    @work(group="write")
    async def action_wake(self) -> None:
        """Take the candidate from the list."""
        row = self.table.row()
        if row is not None:
            await self.carry_out(self.services.queue.wake([row.row.key]))

    @work(group="ask", exclusive=True)
    async def action_later(self) -> None:
        """Ask for another day."""
        from recruiter_tui.tui.dialogs.snooze import SnoozeDialog

        row = self.table.row()
        if row is None:
            return
        dialog = SnoozeDialog(row.row.name or row.row.application, self.table.today, row.until, row.note)
        snooze = await self.app.push_screen_wait(dialog)
        if snooze is not None:
            await self.carry_out(self.services.queue.snooze([row.row.key], snooze.until, snooze.note))

    def action_scope(self) -> None:
        """Show what is due alone, or everything."""
        self._all = not self._all
        self.read()


def _nothing(count: int) -> str:
    """Return what an empty list says."""
    return (
        "nothing is due; d shows what sleeps" if count else "nothing was put off (z on a candidate does it)"
    )

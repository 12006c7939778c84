"""Notices that were read and wait to be stored: what each would become, and what somebody should look at."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from textual import work

from recruiter_tui.domain.notice_diff import summary
from recruiter_tui.domain.notice_words import day_words
from recruiter_tui.services.notices import Arrival
from recruiter_tui.tui.commands_base import Need, Place
from recruiter_tui.tui.screens.room import Room
from recruiter_tui.tui.signs import Ink
from recruiter_tui.tui.text import cut, fit, safe
from recruiter_tui.tui.widgets.record_table import RecordTable
from recruiter_tui.tui.widgets.source import Roll

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from textual.app import ComposeResult

    from recruiter_tui.services.views import Changed, RowProblem
    from recruiter_tui.tui.widgets.lines import Run

_WHAT: Final = 22
_CLOSING: Final = 12
_REFERENCE: Final = 14
_WIDE: Final = 96
_NAMED: Final = 3
"""Unreadable files that are named."""
_PACE: Final = 25
"""Notices after which the list is shown anew while reading goes on."""


@dataclass(slots=True)
class Waiting:
    """A notice in the queue."""

    key: int
    arrival: Arrival
    left_out: bool = False
    stored: bool = False

    @property
    def flagged(self) -> bool:
        """Tell whether somebody should look at it before it is stored."""
        return bool(self.arrival.flags) and not (self.arrival.known or self.stored)


def becomes(one: Waiting) -> tuple[str, Ink]:
    """Return what storing a notice does."""
    if one.stored:
        return "stored", Ink.FAINT
    if one.left_out:
        return "left out", Ink.FAINT
    if one.arrival.known:
        return "stored before", Ink.FAINT
    if one.arrival.vacancy is not None:
        return f"new version of {one.arrival.vacancy}", Ink.ACCENT
    return "new vacancy", Ink.TEXT


class ArrivalTable(RecordTable[Waiting]):
    """The notices that were read, two lines each."""

    empty_text = "no notice was read yet"
    row_lines = 3
    """The title, what to look at, and a blank line."""

    def row_runs(
        self,
        row: Waiting,
        line: int,
        width: int,
        *,
        marked: bool,  # noqa: ARG002 - nothing is marked here
        current: bool,
    ) -> Sequence[Run]:
        """Draw one line of a notice."""
        notice = row.arrival.notice
        faint = row.left_out or row.stored or row.arrival.known
        if line == 0:
            title = safe(notice.title.value) or "(title not stated)"
            ink = Ink.STRONG if current else Ink.FAINT if faint else Ink.TEXT
            what, what_ink = becomes(row)
            room = max(8, width - _WHAT - _CLOSING - 4)
            closes = day_words(notice.closing.value.date) if notice.closing.value else "no closing"
            return [
                (" " + fit(title, room - 1) + "  ", ink),
                (fit(closes, _CLOSING), Ink.DIM),
                (" " + fit(what, _WHAT), what_ink),
            ]
        if line == 1:
            return [(" ", Ink.DIM), *self._second(row, width - 2)]
        return ()

    def _second(self, row: Waiting, width: int) -> list[Run]:
        """Draw reference and file, then the flags, or what another version says otherwise."""
        notice = row.arrival.notice
        where = " · ".join(part for part in (safe(notice.reference.value), safe(notice.source.file)) if part)
        runs: list[Run] = [(cut(where, max(8, width // 2)) + "  ", Ink.DIM)]
        if row.arrival.changes is not None:
            runs.append((f"{summary(row.arrival.changes)}  ", Ink.ACCENT))
        if row.flagged:
            runs.append(("! " + " · ".join(safe(flag) for flag in row.arrival.flags), Ink.OPEN))
        return runs


class ArrivalsScreen(Room):
    """Reads files with progress, then lets a person look at what has flags before storing."""

    PLACE = Place.ARRIVALS
    AUTO_FOCUS = ""

    def __init__(self, paths: tuple[Path, ...]) -> None:
        """Take the files and folders to read."""
        super().__init__()
        self._paths = paths
        self.table = ArrivalTable()
        self._waiting: dict[int, Waiting] = {}
        self._problems: tuple[RowProblem, ...] = ()
        self._flagged_only = False
        self._stopped = False

    def compose(self) -> ComposeResult:
        """Show the queue."""
        yield from self.frame(self.table)

    def on_mount(self) -> None:
        """Read."""
        self.crumbs("Desk", "Notices that were read")
        self.table.focus()
        self.read()

    @work(exclusive=True, group="reading")
    async def read(self) -> None:
        """Read the files; those that cannot be read are counted and named."""
        found = await self.services.notices.read(
            self._paths, progress=self._progress, cancelled=lambda: self._stopped
        )
        self._problems = found.problems
        self._waiting = {key: Waiting(key, one) for key, one in enumerate(found.arrivals)}
        self._show()
        if len(self._waiting) == 1 and not self._problems:
            await self.action_open()

    def _progress(self, done: int, total: int | None) -> None:
        if done % _PACE == 0 or total is None or total < _PACE:
            self.status.show([(f"reading {done + 1} of {total} files …", Ink.DIM)])

    def _show(self) -> None:
        keys = tuple(key for key, one in self._waiting.items() if one.flagged or not self._flagged_only)
        self.table.show(Roll(keys, lambda wanted: [self._waiting[int(key)] for key in wanted]))
        self._say()

    def _say(self) -> None:
        waiting = [
            one for one in self._waiting.values() if not (one.left_out or one.stored or one.arrival.known)
        ]
        flagged = sum(one.flagged for one in waiting)
        runs: list[Run] = [(f"{len(self._waiting)} notices read · {len(waiting)} to store", Ink.DIM)]
        if flagged:
            runs.append((f" · {flagged} to look at", Ink.OPEN))
        if self._problems:
            names = ", ".join(safe(one.file) for one in self._problems[:_NAMED])
            more = f" and {len(self._problems) - _NAMED} more" if len(self._problems) > _NAMED else ""
            runs.append((f" · not readable as notices: {names}{more}", Ink.OPEN))
        if self._flagged_only:
            runs.append((" · flagged only", Ink.ACCENT))
        self.status.show(runs)
        self.refresh_commands()

    def has(self, need: Need) -> bool:
        """Tell whether what a command needs is there."""
        if need is Need.ARRIVAL:
            return self.table.row() is not None
        return True

    def on_record_table_cursor_moved(self, message: ArrivalTable.CursorMoved) -> None:
        """Bring the keys up to date."""
        message.stop()
        self.status.flash()
        self.refresh_commands()

    async def on_record_table_opened(self, message: ArrivalTable.Opened) -> None:
        """Look at what was clicked twice."""
        message.stop()
        await self.action_open()

    # -- acts ----------------------------------------------------------------------------------------

    async def action_open(self) -> None:
        """Look at the notice under the cursor."""
        from recruiter_tui.tui.screens.notice import NoticeScreen

        row = self.table.row()
        if row is None:
            return
        alone = len(self._waiting) == 1

        def leave() -> None:
            self.dismiss()

        def done(arrival: Arrival, *, stored: bool) -> None:
            row.arrival, row.stored = arrival, stored
            self.table.reread([row.key])
            self._say()
            if alone:
                self.call_later(leave)

        await self.app.push_screen(NoticeScreen(draft=row.arrival, done=done))

    def action_leave(self) -> None:
        """Leave the notice out, or take it in again, and step on."""
        row = self.table.row()
        if row is not None and not row.stored:
            row.left_out = not row.left_out
            self.table.reread([row.key])
            self.table.move("down")
            self._say()

    def action_flagged(self) -> None:
        """Show only what somebody should look at, or everything."""
        self._flagged_only = not self._flagged_only
        self._show()

    @work(group="write", exclusive=True)
    async def action_store(self) -> None:
        """Store all that are not left out, as they are now."""
        rows = [
            one for one in self._waiting.values() if not (one.left_out or one.stored or one.arrival.known)
        ]
        if not rows:
            self.flash("there is nothing to store here")
            return

        async def add() -> Changed:
            return (await self.services.vacancies.add([one.arrival.notice for one in rows])).changed

        if await self.carry_out(add()) is not None:
            for one in rows:
                one.stored = True
            self._show()

    def action_close(self) -> None:
        """Stop reading, or go back."""
        self._stopped = True
        super().action_close()

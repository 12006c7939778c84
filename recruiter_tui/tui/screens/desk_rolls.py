"""Who is in the desk's table: all of a vacancy in order, or whom a filter lets through as it is typed."""

from __future__ import annotations

import asyncio
import contextlib
from typing import TYPE_CHECKING, Final

from textual import work

from recruiter_tui.domain.errors import RecruiterError
from recruiter_tui.tui.screens.desk_trails import Trails
from recruiter_tui.tui.widgets.source import Roll

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.worker import Worker

    from recruiter_tui.services.views import ApplicationRow
    from recruiter_tui.tui.screens.desk_searching import Asked
    from recruiter_tui.tui.widgets.dossier import DossierPane
    from recruiter_tui.tui.widgets.source import Key

_MANY: Final = 4_000
"""Candidates from which the first of them are shown before all are put in order."""
_FIRST: Final = 256
"""How many are shown then; more than any terminal has lines."""
_NEXT_LETTER: Final = 0.12
"""Seconds after a letter in which the next one is likely; only then is everybody gathered."""
_PAINTED: Final = 0.04
"""Seconds that the first rows have to be painted before what they do not need is read."""

_KNOWN: Final = 2_000
"""Rows that are kept while a filter is typed."""


class Rolls(Trails, is_part=True):
    """Reads who is shown; the first of many at once, the rest behind them."""

    pane: DossierPane
    is_behind = False
    """Whether something changed since candidates, criteria and dossier were read."""
    _pausing: asyncio.Event | None = None
    _first_of: Asked | None = None
    """The question whose first answers are shown."""

    def __init__(self) -> None:
        """Know nobody yet."""
        super().__init__()
        self._known: dict[int, ApplicationRow] = {}
        """Rows that were read since the last change; a filter that is typed shows many of them again."""

    def read_criteria(self) -> Worker[None]:
        """Read by what the candidates are judged."""
        raise NotImplementedError

    def read_dossier(self) -> Worker[None]:
        """Read the dossier of the candidate under the cursor."""
        raise NotImplementedError

    async def show_dossier(self) -> None:
        """Read and show that dossier."""
        raise NotImplementedError

    @work(group="roll", exclusive=True)
    async def read_candidates(self, vacancy: str, query: str, sort: str) -> None:
        """Read who is in a vacancy under a filter; an answer to an older question is dropped."""
        asked = (vacancy, query, sort)
        is_typed = self._only_the_filter_differs(asked)
        try:
            shown = await (self._show_found(asked) if is_typed else self._show_first(asked))
            if not shown:
                self._show(asked, await self.services.candidates.roll(*asked), same=is_typed)
        except RecruiterError as refusal:
            self.failed(refusal)
            return
        if is_typed or not self._still_asked(asked):
            return  # the dossier follows the cursor, and the criteria stay
        self.is_behind = False
        await self._painted()
        self.read_criteria()
        self.read_dossier()
        self.prepare_filters_soon()

    def _only_the_filter_differs(self, asked: Asked) -> bool:
        """Tell whether a filter is being typed over people who are shown as they stand."""
        before = self._rolled
        return (
            self._filter is not None
            and not self.is_behind
            and before is not None
            and before != asked
            and (before[0], before[2]) == (asked[0], asked[2])
        )

    def _show(
        self, asked: Asked, keys: Sequence[Key], count: int | None = None, *, same: bool = False
    ) -> bool:
        """Show an answer if it is still asked for; with `count` these are the first of so many."""
        if self.vacancy is None or not self._still_asked(asked):
            return False
        total = len(keys) if count is None else count
        if total == len(keys):
            self._rolled = asked
        self.guide(self.vacancy, asked[1], total)
        if not same:
            self.forget_rows()
        if not (same and self._first_of == asked and self.table.complete(keys)):
            self.table.show(Roll(keys, self._rows, total), same=same)
        self._first_of = asked
        if self._filter is not None:
            self._filter.say_count(f"{total:,} of {self.vacancy.total:,}")
        self.say()
        return True

    async def _show_found(self, asked: Asked) -> bool:
        """Show the first whom a filter finds, with their number; tell whether these are all."""
        if not asked[1].strip():
            return False
        here = self.table.cursor_key
        reaching = None if here is None else int(here)
        keys, count = await self.services.candidates.begin(*asked, _FIRST, reaching=reaching)
        if not self._show(asked, keys, count, same=True) or count <= len(keys):
            return True
        if self._filter is None:  # typing has ended meanwhile
            return False
        self._pausing = asyncio.Event()
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(self._pausing.wait(), _NEXT_LETTER)
        return False

    def ends_typing(self) -> None:
        """Gather all whom the filter leaves now: the next key is for them."""
        if self._pausing is not None:
            self._pausing.set()

    async def _show_first(self, asked: Asked) -> bool:
        """Show the first rows of a large vacancy, and whom the cursor is on, before all are put in order."""
        total = self.vacancy.total if self.vacancy is not None else 0
        if asked == self._rolled or asked[1] or total < _MANY:
            return False
        keys = await self.services.candidates.roll(*asked, first=_FIRST)
        if self._still_asked(asked) and self.table.cursor_key is None:
            self.table.show(Roll(keys, self._rows, total))
            self.say()
            await self._painted()
            self.read_criteria()
            await self.show_dossier()
        return False

    async def _painted(self) -> None:
        """Let the first rows be painted before what they do not need is read."""
        if self.pane.dossier is None:
            painted = asyncio.Event()
            self.call_after_refresh(painted.set)
            with contextlib.suppress(TimeoutError):  # a screen that is covered is not painted
                await asyncio.wait_for(painted.wait(), _PAINTED)

    def forget_rows(self) -> None:
        """Read every row again: one of them may say something else."""
        self._known.clear()

    def _rows(self, keys: Sequence[Key]) -> Sequence[ApplicationRow]:
        known = self._known
        if len(known) > _KNOWN:
            known.clear()
        unread = [int(key) for key in keys if key not in known]
        if unread:
            known |= {row.key: row for row in self.services.candidates.rows_now(unread)}
        return [known[int(key)] for key in keys if key in known]

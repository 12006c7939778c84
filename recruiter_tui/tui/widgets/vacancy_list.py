"""The vacancies: title, where and what, how long it stays open, and how far the sift has come."""

from __future__ import annotations

import datetime as dt
from functools import cache
from typing import TYPE_CHECKING, Final

from recruiter_tui.tui.countdown import closing_lines, countdown
from recruiter_tui.tui.signs import Ink, disposition_sign
from recruiter_tui.tui.text import cut, fit, safe, width
from recruiter_tui.tui.widgets.lines import Lines, spread
from recruiter_tui.tui.widgets.record_table import RecordTable

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from recruiter_tui.domain.application import Disposition
    from recruiter_tui.services.views import VacancyRow
    from recruiter_tui.tui.widgets.lines import Run

_TALL: Final = 14
"""Lines from which a vacancy gets its four lines; below it has two."""
_WIDE: Final = 60


@cache
def _counted() -> tuple[Disposition, ...]:
    """Return the dispositions in the order in which their counts are worth the room."""
    from recruiter_tui.domain.application import Disposition

    return (
        Disposition.NEW,
        Disposition.SHORTLISTED,
        Disposition.NOT_SUITABLE,
        Disposition.LONGLISTED,
        Disposition.MAYBE,
        Disposition.WITHDRAWN,
    )


def utc_now() -> dt.datetime:
    """Return the present moment."""
    return dt.datetime.now(dt.UTC)


def place(row: VacancyRow, cells: int) -> str:
    """Return reference, grade and duty station, as far as they are known; the country only without a city."""
    known = (row.reference or row.id, row.grade, row.city or _country(row.country))
    return cut(" · ".join(safe(part) for part in known if part), cells)


def _country(code: str | None) -> str:
    """Return a country's name; the names are loaded where a notice tells no city."""
    from recruiter_tui.tui.drawing.names import country

    return country(code) if code else ""


def counts(row: VacancyRow, cells: int, *, words: bool = False) -> list[Run]:
    """Return the applications per disposition in at most `cells` cells, the least telling ones left out."""
    runs: list[Run] = []
    room = cells
    for disposition in _counted():
        count = row.counts.get(disposition, 0)
        if not count:
            continue
        sign = disposition_sign(disposition)
        shown = f"{sign.sign} {count}" + (f" {sign.word}" if words else "")
        gap = "  " if runs else ""
        room -= width(gap + shown)
        if room < 0:
            break
        runs.append((gap + shown, sign.ink))
    return runs or [(cut("none yet", cells), Ink.FAINT)]


class VacancyList(RecordTable["VacancyRow"]):
    """The vacancies, four lines each where there is room."""

    def __init__(self) -> None:
        """Start with the machine's clock; the desk hands over the store's."""
        super().__init__(id="vacancies")
        self.clock: Callable[[], dt.datetime] = utc_now
        self.was_read = False
        self.guides = False
        """Whether an empty list shows the first steps, where no other pane can."""

    @property
    def empty_text(self) -> str:  # type: ignore[override]  # known only once the vacancies were read
        """Say how vacancies come in, once it is known that there are none."""
        return "no vacancies yet: a adds notices" if self.was_read else ""

    def empty_lines(self, width: int, height: int) -> Sequence[Sequence[Run]]:
        """Lead on from nothing where this is the only pane."""
        if self.was_read and self.guides:
            from recruiter_tui.tui.drawing.steps import Standing, steps_lines

            return steps_lines(Standing(), width, height)
        return super().empty_lines(width, height)

    @property
    def row_lines(self) -> int:
        """Return four lines a vacancy, two where the screen is low."""
        return 4 if self.size.height >= _TALL else 2

    def row_runs(
        self,
        row: VacancyRow,
        line: int,
        width: int,
        *,
        marked: bool,  # noqa: ARG002 - vacancies carry no marks
        current: bool,
    ) -> Sequence[Run]:
        """Draw one line of a vacancy."""
        left = countdown(row.closing, row.status, self.clock())
        title: Run = (" " + safe(row.title), Ink.STRONG if current else Ink.TEXT)
        wide = width >= _WIDE
        if line == 0:
            return spread([title], [(left.text + " ", left.ink)] if wide else [], width)
        if self.row_lines == 2:  # noqa: PLR2004 - title and the rest
            rest = counts(row, width - len(left.text) - 3)
            return spread([(" " + left.text, left.ink)], [*rest, (" ", Ink.DIM)], width)
        if line == 1:
            day = "  ".join(closing_lines(row.closing)[:2]) + " " if wide else ""
            return spread([(" " + place(row, width - 2), Ink.DIM)], [(day, Ink.DIM)], width)
        if line == 2:  # noqa: PLR2004 - the third of four
            if wide:
                here = closing_lines(row.closing)[2:3]
                return spread(
                    [(" ", Ink.DIM), *counts(row, width - 30, words=True)],
                    [(text + " ", Ink.DIM) for text in here],
                    width,
                )
            rest = counts(row, width - len(left.text) - 3)
            return spread([(" " + left.text, left.ink)], [*rest, (" ", Ink.DIM)], width)
        return ()


class VacancyCard(Lines):
    """The closing and the counts of the vacancy under the cursor, in full."""

    def __init__(self) -> None:
        """Start empty."""
        super().__init__(id="vacancy-card")
        self.clock: Callable[[], dt.datetime] = utc_now
        self._vacancy: VacancyRow | None = None

    def show(self, vacancy: VacancyRow | None) -> None:
        """Tell about another vacancy."""
        self._vacancy = vacancy
        self.refresh()

    def runs(self, y: int, width: int) -> Sequence[Run]:
        """Draw one line: a rule, the closing, then a disposition each."""
        if y == 0:
            return [("─" * width, Ink.RULE)]
        row = self._vacancy
        if row is None:
            return ()
        said = [
            ("closes " if row.closing else "") + closing_lines(row.closing)[0],
            *closing_lines(row.closing)[1:],
        ]
        if y <= len(said):
            return [((" " if y == 1 else "   ") + said[y - 1], Ink.TEXT if y == 1 else Ink.DIM)]
        told = [d for d in _counted() if row.counts.get(d)]
        number = y - len(said) - 1
        if number >= len(told):
            return ()
        sign = disposition_sign(told[number])
        return [
            (f" {sign.sign} ", sign.ink),
            (fit(sign.word, 14), Ink.DIM),
            (f"{row.counts[told[number]]:>6}", Ink.TEXT),
        ]

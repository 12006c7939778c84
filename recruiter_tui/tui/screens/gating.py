"""What stands before a verdict: the freeze of the criteria, asked once, and the tiers that come first."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, ClassVar, Final

from textual import work

from recruiter_tui.domain.errors import RecruiterError
from recruiter_tui.tui.commands_base import Need, Place
from recruiter_tui.tui.screens.room import Room
from recruiter_tui.tui.signs import Ink
from recruiter_tui.tui.text import counted, safe

if TYPE_CHECKING:
    from collections.abc import Sequence

    from recruiter_tui.domain.application import Disposition
    from recruiter_tui.services.views import ApplicationRow, Changed, VacancyDetail

_NO_VERDICT: Final = frozenset({"new", "withdrawn"})
"""What says nothing on the criteria, and so freezes nothing."""


class Gating(Room, is_part=True):
    """A screen that gives verdicts on the applications of one vacancy at a time."""

    PLACE: ClassVar[Place] = Place.DESK

    _detail: VacancyDetail | None = None
    _agreed: tuple[str, str | None] | None = None
    """Vacancy and hash for which a person agreed to the freeze."""

    def vacancy_id(self) -> str:
        """Return the vacancy whose applications are judged; nothing where there is none."""
        raise NotImplementedError

    def people_of(self) -> str:
        """Return that vacancy."""
        return self.vacancy_id()

    @property
    def held_detail(self) -> VacancyDetail | None:
        """Return the vacancy with its criteria as it was last read."""
        held = self._detail
        return held if held is not None and held.row.id == self.vacancy_id() else None

    async def detail(self) -> VacancyDetail | None:
        """Return the vacancy with its criteria; read once until it changes."""
        held, wanted = self.held_detail, self.vacancy_id()
        if held is None and wanted:
            held = await self.services.vacancies.get(wanted)
            if held.row.id == self.vacancy_id():
                self._detail = held
        return held

    def forget_detail(self, changed: Changed) -> None:
        """Read the vacancy again where a change may be about it."""
        if changed.everything or self.vacancy_id() in changed.vacancies or not changed.vacancies:
            self._detail = None

    async def freezes(self, to: Disposition) -> bool:
        """Tell whether a verdict would be the vacancy's first, to which nobody agreed yet."""
        try:
            detail = None if to in _NO_VERDICT else await self.detail()
        except RecruiterError:
            return False  # the verdict itself says what is wrong
        return (
            detail is not None
            and detail.frozen_at is None
            and (detail.row.id, detail.criteria_hash) != self._agreed
        )

    async def agree(self) -> bool:
        """Ask whether the first verdict may freeze the criteria."""
        from recruiter_tui.tui.dialogs.freeze import FreezeDialog

        detail = await self.detail()
        if detail is None or not await self.app.push_screen_wait(FreezeDialog(detail)):
            return False
        self._agreed = detail.row.id, detail.criteria_hash
        return True

    def failed(self, refusal: RecruiterError) -> None:
        """Say why nothing was done; where an earlier tier is open, with the key that closes it."""
        from recruiter_tui.domain.gate import Waits

        if isinstance(refusal, Waits):
            self.status.flash(
                (safe(refusal.problem), Ink.NOT_MET),
                ("   T", Ink.ACCENT),
                (f" closes tier {refusal.earlier}", Ink.DIM),
            )
        else:
            super().failed(refusal)

    def has(self, need: Need) -> bool:
        """Tell whether the vacancy has tiers."""
        if need is Need.TIERS:
            detail = self.held_detail
            return detail is None or bool(tiers_of(detail))
        return super().has(need)

    @work(group="ask", exclusive=True)
    async def action_close_tier(self) -> None:
        """Ask for the outcome of a tier and record it."""
        from recruiter_tui.tui.dialogs.tier import TierDialog

        try:
            detail = await self.detail()
            tiers = tiers_of(detail) if detail is not None else []
            if detail is None or not tiers:
                self.flash(Need.TIERS.value)
                return
            closed = await self.services.screening.tier_outcomes(detail.row.id)
            stands = {tier: await self._tier_stands(detail.row.id, tier) for tier, _who in tiers}
        except RecruiterError as refusal:
            self.failed(refusal)
            return
        notes = {one.tier: one.note for one in closed}
        closing = await self.app.push_screen_wait(TierDialog(tiers, notes, stands))
        if closing is not None:
            work = self.services.screening.close_tier(detail.row.id, closing.tier, closing.note)
            await self.carry_out(work)

    async def _tier_stands(self, vacancy: str, tier: int) -> str:
        """Return how many a tier has, and how many of them nobody has judged."""
        people = self.services.candidates
        many = len(await people.roll(vacancy, f"tier:{tier}"))
        left = len(await people.roll(vacancy, f"tier:{tier} disposition:new"))
        fit = len(await people.roll(vacancy, f"tier:{tier} disposition:new outcome:met"))
        if not left:
            return f"{counted(many, 'application')}, all of them judged"
        said = f"{counted(many, 'application')}, {left} without a verdict"
        return f"{said}; {fit} of those meet everything" if fit else said


def tiers_of(detail: VacancyDetail) -> list[tuple[int, str]]:
    """Return the tiers of a vacancy in their order, with who belongs to them."""
    from recruiter_tui.domain.notice_words import asked_words
    from recruiter_tui.domain.requirement import Tier
    from recruiter_tui.tui.drawing.notice_items import NAMES

    tiers = sorted(
        (one.tier, asked_words(one, NAMES)) for one in detail.notice.criteria if isinstance(one, Tier)
    )
    return [(tier, words or f"tier {tier}") for tier, words in tiers]


def standing_words(detail: VacancyDetail) -> str:
    """Return which criteria hold and since when they are frozen: `criteria v2, frozen 3 Feb`."""
    return f"criteria v{detail.criteria_version}, {frozen_words(detail.frozen_at)}"


def frozen_words(frozen_at: str | None, *, year: bool = False) -> str:
    """Return since when criteria are frozen."""
    if frozen_at is None:
        return "not frozen yet"
    day = dt.datetime.fromisoformat(frozen_at).astimezone()
    return f"frozen {day.day} {day:%b %Y}" if year else f"frozen {day.day} {day:%b}"


_STANDS: Final = {
    "new": "new already",
    "longlisted": "on the long list already",
    "maybe": "a maybe already",
    "shortlisted": "on the short list already",
    "not-suitable": "set aside for that reason already",
    "withdrawn": "withdrawn already",
}


def stands_already(rows: Sequence[ApplicationRow], to: Disposition) -> str:
    """Return that a verdict changed nothing, because all of them stand there."""
    if len(rows) == 1:
        return f"{safe(rows[0].name) or rows[0].application} is {_STANDS[to]}"
    return f"all {len(rows)} are {_STANDS[to]}"

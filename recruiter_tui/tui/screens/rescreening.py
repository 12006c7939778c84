"""Screening everybody again as a job of the app: after a change of criteria, or because somebody asks."""

from __future__ import annotations

import asyncio
import contextlib
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from recruiter_tui.tui.drawing.names import in_words
from recruiter_tui.tui.jobs import Ended, Job
from recruiter_tui.tui.screens.taking_in import claim_on
from recruiter_tui.tui.text import counted

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping

    from recruiter_tui.services.criteria import CriteriaChanged
    from recruiter_tui.services.steps import Steps
    from recruiter_tui.tui.screens.room import Room

PATIENCE: Final = 1.0
"""Seconds for which a person is taken to wait for the end; what takes longer goes on beside the keys."""
_SCREENING: Final = "screening again"


async def change_beside(
    room: Room,
    vacancy: tuple[str, str],
    change: Callable[[Steps], Awaitable[CriteriaChanged]],
    tell: Callable[[CriteriaChanged], object] | None = None,
    names: Mapping[str, str] = MappingProxyType({}),
) -> bool | None:
    """Carry a change of criteria out in the background; `vacancy` is its id and its title.

    `tell` shows who flipped: at once where the end comes soon, else when somebody asks for it; `names` say
    what each criterion asks. Returns whether it was done; None while it still goes on, or waits for other
    work on the vacancy.
    """
    from recruiter_tui.services.steps import Steps

    name, title = vacancy

    async def work(job: Job) -> Ended:
        steps = Steps("the screening", "nothing was changed", job.progress, job.cancelled)
        done = await change(steps)
        show = None if tell is None or not done.flips else lambda _app: tell(done)
        return Ended(in_words(done.changed.summary, names), done.changed, show)

    job = room.app.jobs.begin(Job(_SCREENING, title or name, frozenset({claim_on(name)})), work)
    with contextlib.suppress(TimeoutError):
        await asyncio.wait_for(job.over.wait(), PATIENCE)
    if job.is_active:
        room.flash("everybody is screened again in the background; keys go on")
        return None
    room.app.jobs.see(job)
    if job.error is not None:
        room.failed(job.error)
        return False
    if job.ended is None or job.ended.changed is None:
        return False
    room.status.flash()
    room.status.last(in_words(job.ended.changed.summary, names), can_undo=bool(job.ended.changed.sequence))
    room.app.jobs.show(job)
    return True


def screen_again(room: Room, vacancy: str, title: str) -> None:
    """Judge everybody of a vacancy anew under the rules as they stand."""
    screening = room.services.screening

    async def work(job: Job) -> Ended:
        from recruiter_tui.services.portions import Telling
        from recruiter_tui.services.views import Changed

        screened = await screening.screen(
            vacancy,
            telling=Telling(whole=False),
            progress=job.progress,
            cancelled=job.cancelled,
        )
        differ = screened.differing
        said = f"{differ:,} results renewed" if differ else "every result is as before"
        sentence = f"{counted(len(screened.applications), 'application')} of {vacancy} screened again: {said}"
        return Ended(sentence, Changed(sentence, vacancies=(vacancy,), everything=bool(differ)))

    room.app.jobs.begin(Job(_SCREENING, title, frozenset({claim_on(vacancy)})), work)

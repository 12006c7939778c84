"""The tier gate: the second tier waits for the first one's outcome, and everything else goes on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from recruiter_tui.domain.application import Disposition
from recruiter_tui.domain.errors import Refused
from tests.services.services_job import close_tier_1, keys

if TYPE_CHECKING:
    from recruiter_tui.services import Services

WAITING = (Disposition.LONGLISTED, Disposition.MAYBE, Disposition.SHORTLISTED)


@pytest.mark.parametrize("to", WAITING)
async def test_the_second_tier_waits_until_the_first_ones_outcome_is_recorded(
    job: Services, to: Disposition
) -> None:
    second = await keys(job, "A2")
    with pytest.raises(Refused, match="A2 is in tier 2, which waits for the outcome of tier 1") as refused:
        await job.decisions.decide(second, to)
    assert "tier close" in refused.value.remedy
    await close_tier_1(job)
    assert (await job.decisions.decide(second, to)).applications == tuple(second)
    await job.history.undo()
    await job.history.undo()
    with pytest.raises(Refused, match="waits for the outcome of tier 1"):
        await job.decisions.decide(second, to)


async def test_the_first_tier_never_waits_nor_does_a_clear_no_a_withdrawal_or_a_reinstatement(
    job: Services,
) -> None:
    await job.decisions.decide(await keys(job, "A1", "A6"), Disposition.SHORTLISTED)
    await job.decisions.decide(await keys(job, "A3"), Disposition.NOT_SUITABLE, reason="experience")
    await job.decisions.decide(await keys(job, "A2"), Disposition.WITHDRAWN)
    await job.decisions.decide(await keys(job, "A2", "A3"), Disposition.NEW)


async def test_the_ineligible_and_the_late_are_exempt(job: Services) -> None:
    await job.decisions.decide(await keys(job, "A4", "A5"), Disposition.MAYBE)


async def test_one_who_waits_holds_the_whole_act_back(job: Services) -> None:
    with pytest.raises(Refused):
        await job.decisions.decide(await keys(job, "A1", "A2"), Disposition.LONGLISTED)
    [first] = await job.candidates.rows(await keys(job, "A1"))
    assert first.disposition is Disposition.NEW

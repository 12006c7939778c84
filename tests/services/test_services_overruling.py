"""One answer for like cases: listed before, one act, one undo, and never over somebody else's ruling."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from recruiter_tui.compose import open_services
from recruiter_tui.domain.errors import Conflict, NotFound, Refused
from recruiter_tui.domain.finding import Outcome
from tests.tui.stores import NOW
from tests.tui.tiered import fill_tiered

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from recruiter_tui.services import Services


@pytest.fixture
async def services(tmp_path: Path) -> AsyncIterator[Services]:
    async with open_services(tmp_path / "alike.db", "awa", clock=lambda: NOW) as opened:
        await fill_tiered(opened, tmp_path)
        yield opened


async def outcomes(services: Services, criterion: str) -> list[str]:
    found = await services.screening.screen("V1")
    return [
        str(finding.standing)
        for one in found.applications
        for finding in one.findings
        if finding.criterion == criterion
    ]


async def keys_of(services: Services) -> list[int]:
    return list(await services.candidates.roll("V1", "", "received"))


async def test_who_would_flip_is_who_flips_and_one_undo_takes_it_all_back(services: Services) -> None:
    keys = await keys_of(services)
    before = await outcomes(services, "education")
    flips = await services.overruling.whom_changes(keys, "education", Outcome.MET)
    assert await outcomes(services, "education") == before  # nothing was stored
    changed = await services.overruling.overrule(keys, "education", Outcome.MET, "seen in the files")
    assert changed.summary == f"education is met for {len(keys)} applications"
    assert set(await outcomes(services, "education")) == {"met"}
    flipped = {flip.key for flip in flips if flip.criterion == "education"}
    assert len(flipped) == sum(one != "met" for one in before) > 0
    await services.history.undo()
    assert await outcomes(services, "education") == before


async def test_nothing_is_answered_without_a_reason_or_about_what_nobody_asks(services: Services) -> None:
    keys = await keys_of(services)
    with pytest.raises(Refused, match="without a reason"):
        await services.overruling.overrule(keys, "education", Outcome.MET, "  ")
    with pytest.raises(NotFound, match="no finding on 'nobody'"):
        await services.overruling.overrule(keys, "nobody", Outcome.MET, "seen")
    assert await services.overruling.whom_changes([], "education", Outcome.MET) == ()


async def test_a_ruling_made_meanwhile_stays_and_nothing_is_written(services: Services) -> None:
    keys = await keys_of(services)
    await services.screening.overrule(keys[2], "education", Outcome.NOT_MET, "looked at it", actor="bo")
    before = await outcomes(services, "education")
    with pytest.raises(Conflict, match="meanwhile"):
        await services.overruling.overrule(keys, "education", Outcome.MET, "seen")
    assert await outcomes(services, "education") == before

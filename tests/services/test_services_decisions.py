"""A person decides; everything is recorded, nothing is overwritten, all of it can be taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from recruiter_tui.domain.application import Disposition
from recruiter_tui.domain.errors import Conflict, NotFound, Refused
from tests.services.services_job import close_tier_1, keys, opened

if TYPE_CHECKING:
    from pathlib import Path

    from recruiter_tui.services import Services


async def standing(services: Services, application: str) -> Disposition:
    [found] = await services.candidates.rows(await keys(services, application))
    return found.disposition


async def test_nobody_is_not_suitable_without_a_reason(job: Services) -> None:
    with pytest.raises(Refused, match="nobody is not suitable without a reason"):
        await job.decisions.decide(await keys(job, "A3"), Disposition.NOT_SUITABLE)
    with pytest.raises(Refused, match="there is no reason code 'height'"):
        await job.decisions.decide(await keys(job, "A3"), Disposition.NOT_SUITABLE, reason="height")
    with pytest.raises(Refused, match="'other' needs words"):
        await job.decisions.decide(await keys(job, "A3"), Disposition.NOT_SUITABLE, reason="other", note="  ")
    assert await standing(job, "A3") is Disposition.NEW


async def test_a_decision_records_who_when_why_and_in_what_words(job: Services) -> None:
    changed = await job.decisions.decide(
        await keys(job, "A3"), Disposition.NOT_SUITABLE, reason="experience", note="Two years", actor="ines"
    )
    [found] = await job.candidates.rows(await keys(job, "A3"))
    assert changed.summary == "A3 not suitable: experience"
    assert not changed.reorders
    assert (found.disposition, found.reason, found.note) == (
        Disposition.NOT_SUITABLE,
        "experience",
        "Two years",
    )
    assert (found.decided_by, found.decided_at) == ("ines", "2026-11-22T09:30:00.000000+00:00")


async def test_the_first_verdict_freezes_the_criteria_and_a_reinstatement_does_not(job: Services) -> None:
    await job.decisions.decide(await keys(job, "A1"), Disposition.WITHDRAWN)
    await job.decisions.decide(await keys(job, "A1"), Disposition.NEW)
    assert (await job.vacancies.get("24501")).frozen_at is None
    await job.decisions.decide(await keys(job, "A1"), Disposition.LONGLISTED)
    detail = await job.vacancies.get("24501")
    assert detail.frozen_at == "2026-11-22T09:30:00.000000+00:00"
    assert detail.criteria_hash is not None
    [entry] = await job.history.entries(1)
    assert detail.criteria_hash in entry.details[0]


async def test_many_are_decided_at_once_and_taken_back_at_once(job: Services) -> None:
    await close_tier_1(job)
    several = await keys(job, "A1", "A2", "A5")
    changed = await job.decisions.decide(several, Disposition.SHORTLISTED)
    assert changed.summary == "3 shortlisted"
    assert set(changed.applications) == set(several)
    await job.history.undo()
    assert {await standing(job, name) for name in ("A1", "A2", "A5")} == {Disposition.NEW}
    await job.history.redo()
    assert {await standing(job, name) for name in ("A1", "A2", "A5")} == {Disposition.SHORTLISTED}


async def test_one_forbidden_decision_among_many_decides_none(job: Services) -> None:
    await job.decisions.decide(await keys(job, "A2"), Disposition.WITHDRAWN)
    with pytest.raises(Refused, match="withdrawn application cannot become shortlisted: reinstate it first"):
        await job.decisions.decide(await keys(job, "A1", "A2"), Disposition.SHORTLISTED)
    assert await standing(job, "A1") is Disposition.NEW


async def test_whoever_saw_an_older_state_meets_a_conflict_and_overwrites_nothing(
    job: Services, tmp_path: Path
) -> None:
    [seen] = await job.candidates.rows(await keys(job, "A1"))
    async with opened(tmp_path, "ines") as other:
        await other.decisions.decide([seen.key], Disposition.LONGLISTED)
    with pytest.raises(Conflict, match="A1 was changed since: longlisted by ines"):
        await job.decisions.decide([seen.key], Disposition.SHORTLISTED, expected={seen.key: seen.version})
    with pytest.raises(Conflict):
        await job.decisions.decide([seen.key], Disposition.LONGLISTED, expected={seen.key: seen.version})
    assert await standing(job, "A1") is Disposition.LONGLISTED
    assert await job.history.poll() is True
    assert await job.history.poll() is False


async def test_deciding_the_same_again_changes_nothing(job: Services) -> None:
    again = await keys(job, "A1")
    await job.decisions.decide(again, Disposition.MAYBE)
    changed = await job.decisions.decide(again, Disposition.MAYBE)
    assert (changed.sequence, changed.applications) == (0, ())


async def test_nothing_and_nobody_cannot_be_decided_on(job: Services) -> None:
    with pytest.raises(Refused, match="no application is named"):
        await job.decisions.decide([], Disposition.MAYBE)
    with pytest.raises(NotFound):
        await job.decisions.decide([4711], Disposition.MAYBE)


async def test_undo_survives_the_end_of_the_program(job: Services, tmp_path: Path) -> None:
    await job.decisions.decide(await keys(job, "A1"), Disposition.SHORTLISTED)
    async with opened(tmp_path, "ines") as later:
        changed = await later.history.undo()
        assert changed.summary == "undone: A1 shortlisted"
    assert await standing(job, "A1") is Disposition.NEW


async def test_rank_goes_tier_by_tier_and_moves_within_one_only(job: Services) -> None:
    await close_tier_1(job)
    await job.decisions.decide(await keys(job, "A2", "A5", "A1", "A6"), Disposition.SHORTLISTED)

    async def order() -> list[tuple[str, int | None]]:
        return [(one.application, one.rank) for one in await job.shortlist.order("24501")]

    assert await order() == [("A1", 1), ("A6", 2), ("A2", 3), ("A5", 4)]
    [a5, a6] = await keys(job, "A5", "A6")
    await job.shortlist.move(a5, -1)
    assert await order() == [("A1", 1), ("A6", 2), ("A5", 3), ("A2", 4)]
    with pytest.raises(Refused, match="tier 1 stays before tier 2"):
        await job.shortlist.move(a5, -1)
    await job.shortlist.to_end(a6, last=False)
    assert await order() == [("A6", 1), ("A1", 2), ("A5", 3), ("A2", 4)]
    with pytest.raises(Refused):
        await job.shortlist.place(a6, 4)
    assert (await job.shortlist.place(a6, 1)).summary == "it stands there already"
    await job.history.undo()
    assert await order() == [("A1", 1), ("A6", 2), ("A5", 3), ("A2", 4)]


async def test_rows_show_the_place_on_the_shortlist_wherever_they_are_asked_for(job: Services) -> None:
    await close_tier_1(job)
    both = await keys(job, "A2", "A1")
    await job.decisions.decide(both, Disposition.SHORTLISTED)
    assert [one.rank for one in await job.candidates.rows(both)] == [2, 1]
    assert [one.rank for one in job.candidates.rows_now(both)] == [2, 1]
    await job.decisions.decide(both[1:], Disposition.LONGLISTED)
    assert [one.rank for one in job.candidates.rows_now(both)] == [1, None]
    with pytest.raises(Refused, match="A1 is not on the shortlist"):
        await job.shortlist.move(both[1], 1)


async def test_notes_and_tags_are_kept_shown_and_taken_back(job: Services) -> None:
    [a1, a2] = await keys(job, "A1", "A2")
    await job.candidates.note([a1, a2], "Ask for references\x1b[31m")
    await job.candidates.tag([a1, a2], add=["asked", "north"], remove=["seen"])
    first = await job.candidates.dossier(a1)
    second = await job.candidates.dossier(a2)
    assert [(note.text, note.by) for note in first.notes] == [("Ask for references", "awa")]
    assert [note.text for note in second.notes] == ["Met at a fair", "Ask for references"]
    assert first.row.tags == ("asked", "north")
    assert second.row.tags == ("asked", "north")
    assert (await job.candidates.tag([a1], add=["asked"])).summary == "no tag changed"
    await job.history.undo()
    await job.history.undo()
    assert (await job.candidates.dossier(a2)).row.tags == ("asked", "seen")
    assert (await job.candidates.dossier(a1)).notes == ()
    with pytest.raises(Refused, match="the remark is empty"):
        await job.candidates.note([a1], "\x00 ")
    with pytest.raises(Refused, match="no tag is named"):
        await job.candidates.tag([a1], add=[" "])
    with pytest.raises(Refused, match="no semicolon"):
        await job.candidates.tag([a1], add=["a;b"])

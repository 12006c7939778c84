"""A change of one criterion judges only that criterion, and comes to what judging everything comes to."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from recruiter_tui.domain.finding import Outcome
from recruiter_tui.domain.notice_edit import Add, Change, Drop, Edit, Turn
from recruiter_tui.domain.requirement import (
    Branch,
    Channel,
    DegreeLevel,
    EducationExperience,
    ExperienceTopic,
    LanguageNeed,
    LanguageRequirement,
    Nationality,
    Tier,
)
from recruiter_tui.services.judging import Judge
from recruiter_tui.store import codec, kept
from tests.services.services_job import keys

if TYPE_CHECKING:
    from recruiter_tui.services import Services
    from recruiter_tui.services.criteria import CriteriaChanged
    from recruiter_tui.store.reading import Reader
    from recruiter_tui.store.records import Screened

FRENCH = LanguageRequirement(id="language-fr", text="French", any_of=(LanguageNeed("fr", "basic"),))
NATIVE = LanguageRequirement(id="language-en", text="English", any_of=(LanguageNeed("en", "native"),))
MONTHS = EducationExperience(id="education", alternatives=(Branch(DegreeLevel.MASTER, 12),))
WHED = EducationExperience(
    id="education", alternatives=(Branch(DegreeLevel.MASTER, 60),), accreditation="listed in WHED"
)
EDITS: dict[str, Edit] = {
    "another level": Change("language-en", NATIVE),
    "other months": Change("education", MONTHS),
    "a flag more": Change("education", WHED),
    "an advantage now": Turn("education"),
    "a language more": Add(FRENCH),
    "a channel more": Add(Channel(id="channel", channel="e-recruitment")),
    "a language less": Drop("language-en"),
    "no rule on nationals": Drop("nationality"),
    "another country": Change("nationality", Nationality(id="nationality", country="FR")),
    "another topic": Change("experience-1", ExperienceTopic(id="experience-1", text="Boats")),
    "no education": Drop("education"),
    "another tier": Change("tier-1", Tier(id="tier-1", tier=1, nationalities=("FR",))),
}


async def stored(job: Services) -> dict[int, Screened]:
    """Return what is kept of everybody."""
    return await job.history._room.read(lambda reader: kept.kept(reader, reader.roll(1, "key")))


async def judged(job: Services) -> dict[int, Screened]:
    """Return what judging everything gives."""

    def ask(reader: Reader) -> dict[int, Screened]:
        judge = Judge(reader.vacancy(1))
        return {one.key: judge.screened(one) for one in reader.applicants(1)}

    return await job.history._room.read(ask)


async def changed(job: Services, edit: Edit) -> CriteriaChanged:
    return await job.criteria.change("24501", [edit])


@pytest.mark.parametrize("name", EDITS)
async def test_what_is_kept_after_a_change_is_what_judging_everything_gives(job: Services, name: str) -> None:
    before = {one.application: one for one in await job.candidates.rows(await job.candidates.roll("V1"))}
    done = await changed(job, EDITS[name])
    after = {one.application: one for one in await job.candidates.rows(await job.candidates.roll("V1"))}
    assert await stored(job) == await judged(job)
    flipped = {one.application for one in done.flips if one.criterion == "outcome"}
    assert flipped == {name for name, row in after.items() if row.outcome is not before[name].outcome}
    assert all(one.why for one in done.flips)
    assert (await job.criteria.as_of("24501", 1)).differences == ()


async def test_flags_that_went_are_gone_from_the_list_too(job: Services) -> None:
    await changed(job, EDITS["a flag more"])
    assert all("accreditation-not-checked" in one.flags for one in (await stored(job)).values())
    await changed(job, EDITS["other months"])
    assert not any("accreditation-not-checked" in one.flags for one in (await stored(job)).values())


async def test_whom_a_person_overruled_is_judged_wholly(job: Services) -> None:
    [key] = await keys(job, "A3")
    await job.screening.overrule(key, "education", Outcome.MET, "Seen the papers.")
    await changed(job, EDITS["another level"])
    assert await stored(job) == await judged(job)
    assert (await stored(job))[key].overruled


def test_kept_findings_are_taken_apart_and_put_together_byte_for_byte() -> None:
    assert kept.pieces(codec.dump_findings(())) == []
    with pytest.raises(ValueError, match="not a finding"):
        kept.head(b"{}")


async def test_pieces_join_to_what_they_came_from(job: Services) -> None:
    for one in (await stored(job)).values():
        pieces = kept.pieces(one.findings)
        findings = codec.load_findings(one.findings)
        assert kept.joined(pieces) == one.findings
        assert [kept.head(piece) for piece in pieces] == [
            (found.kind, found.necessity, found.outcome) for found in findings
        ]
        assert [kept.flags(piece) for piece in pieces] == [found.flags for found in findings]

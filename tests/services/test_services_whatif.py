"""Trying out: a scenario says what the change would do, and nothing is stored until it is invoked."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest

from recruiter_tui.domain.application import Disposition
from recruiter_tui.domain.errors import NotFound, Refused
from recruiter_tui.domain.finding import Outcome
from recruiter_tui.domain.policy import ExperiencePolicy
from recruiter_tui.domain.profiles import PROFILES
from recruiter_tui.domain.whatif import Count, Scenario
from recruiter_tui.services import boarding
from recruiter_tui.services.judging import policy_of
from recruiter_tui.services.whatif import edits_of
from tests.services.services_job import keys

if TYPE_CHECKING:
    from recruiter_tui.domain.whatif import Board, Columns
    from recruiter_tui.services import Services
    from recruiter_tui.store.records import VacancyRecord

SCENARIOS = (
    Scenario(),
    Scenario(months=(("education", 0, 12),)),
    Scenario(months=(("education", 0, 200), ("education", 1, None))),
    Scenario(dropped=("nationality",)),
    Scenario(dropped=("nationality", "education"), relaxed=("language-en",)),
    Scenario(relaxed=("education",)),
    Scenario(policy="once-fte-after-degree"),
    Scenario(policy="epso", months=(("education", 0, 12),)),
)
OTHER_POLICIES = (
    "once; closing_minute=exclusive; nationality_rule=recognised_one",
    "epso; in_lieu_months=24; certificates=yes; count_unpaid=no",
)
TOPIC = Scenario(invoked=("experience-1",))


def watched(job: Services, monkeypatch: pytest.MonkeyPatch) -> asyncio.Event:
    """Return what is set once everybody is being weighed under a policy that was asked for."""
    begun, real = asyncio.Event(), job.whatif._boards._under

    async def under(record: VacancyRecord, board: Board, spec: str) -> Columns:
        begun.set()
        return await real(record, board, spec)

    monkeypatch.setattr(job.whatif._boards, "_under", under)
    return begun


@pytest.fixture
def nothing_ahead(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let no policy be prepared before it is asked for."""
    monkeypatch.setattr(boarding, "_MOST_AHEAD", 0)


@pytest.mark.usefixtures("nothing_ahead")
async def test_another_policy_is_prepared_once_also_where_whoever_asked_went_on(
    job: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert await job.whatif.prepared("24501", None)
    assert not await job.whatif.prepared("24501", "sum")
    begun = watched(job, monkeypatch)
    asking = asyncio.create_task(job.whatif.ask("24501", Scenario(policy="sum")))
    await begun.wait()
    [work] = job.whatif._boards._work.values()
    asking.cancel()
    with pytest.raises(asyncio.CancelledError):
        await asking
    board = await job.whatif.prepare("24501", "sum")
    assert board.columns["sum"] is await work
    assert await job.whatif.prepared("24501", "sum")


async def test_verdicts_and_notes_leave_a_board_as_it_is_and_facts_do_not(job: Services) -> None:
    await job.decisions.decide(await keys(job, "A1"), Disposition.MAYBE)  # freezes the criteria
    board = await job.whatif.prepare("24501", "sum")
    await job.candidates.note(await keys(job, "A1"), "Asked for papers.")
    await job.decisions.decide(await keys(job, "A1"), Disposition.LONGLISTED)
    assert await job.whatif.prepared("24501", "sum")
    assert await job.whatif.prepare("24501") is board
    [a3] = await keys(job, "A3")
    await job.candidates.correct(a3, "employment/0/start", "2015-01-01")
    assert not await job.whatif.prepared("24501", "sum")
    assert (await job.whatif.prepare("24501")).columns != board.columns


@pytest.mark.usefixtures("nothing_ahead")
@pytest.mark.parametrize("policy", [*ExperiencePolicy, *(one.id for one in PROFILES), *OTHER_POLICIES])
async def test_a_policy_weighs_everybody_as_screening_under_it_does(job: Services, policy: str) -> None:
    [a5, a6] = await keys(job, "A5", "A6")
    await job.screening.overrule(a5, "education", Outcome.CANNOT_TELL, "Papers to be asked for")
    await job.screening.overrule(a6, "deadline", Outcome.MET, "The server was down")
    boards = job.whatif._boards
    board = await job.whatif.prepare("24501", policy)
    spec = policy_of(board.policy, policy).spec
    record = await boards._room.read(lambda reader: reader.vacancy(1))
    assert board.columns[spec] == (await boards._built(record, spec)).columns[spec]


async def test_the_named_policies_are_prepared_before_anybody_asks(job: Services) -> None:
    await job.whatif.ask("24501", Scenario())
    await job.whatif.ahead()
    for name in (*ExperiencePolicy, *(one.id for one in PROFILES)):
        assert await job.whatif.prepared("24501", name)
    board = await job.whatif.prepare("24501", "opm")
    assert board.columns["opm/1"] is board.columns["once-fte"]  # a profile that answers everything alike


@pytest.mark.usefixtures("nothing_ahead")
async def test_what_is_being_prepared_ends_with_the_services(
    job: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun = watched(job, monkeypatch)
    asking = asyncio.create_task(job.whatif.ask("24501", Scenario(policy="sum")))
    await begun.wait()
    await job.close()
    with pytest.raises(asyncio.CancelledError):
        await asking


async def test_what_is_prepared_ahead_ends_with_the_services(
    job: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(boarding, "_CHUNK_AHEAD", 1)
    monkeypatch.setattr(boarding, "_PAUSE_AHEAD", 60.0)
    await job.whatif.ask("24501", Scenario())
    ahead = job.whatif._boards._ahead
    assert ahead is not None
    await job.close()
    assert ahead.cancelled()


@pytest.mark.parametrize("scenario", SCENARIOS)
async def test_a_scenario_tells_exactly_who_a_real_change_would_move(
    job: Services, scenario: Scenario
) -> None:
    [a5] = await keys(job, "A5")
    await job.screening.overrule(a5, "education", Outcome.CANNOT_TELL, "Papers to be asked for")
    before = await job.history.entries(1)
    told = await job.whatif.ask("24501", scenario)
    edits = edits_of((await job.vacancies.get("24501")).notice, scenario)
    real = await job.criteria.preview("24501", edits, policy=scenario.policy)
    whole = [flip for flip in real if flip.criterion == "outcome"]
    assert set(told.moves_in) == {flip.key for flip in whole if flip.after == "met"}
    assert set(told.moves_out) == {flip.key for flip in whole if flip.before == "met"}
    assert told.chosen.after == told.chosen.before + len(told.moves_in) - len(told.moves_out)
    assert sum(count.after for count in told.outcomes.values()) == 6
    assert await job.history.entries(1) == before


async def test_it_counts_by_tier_gender_and_region(job: Services) -> None:
    told = await job.whatif.ask("24501", Scenario(months=(("education", 0, 12),)))
    assert told.outcomes == {"met": Count(3, 4), "not met": Count(3, 2)}
    assert told.moves_in == tuple(await keys(job, "A3"))
    assert told.tiers == {"2": Count(1, 2), "1": Count(2, 2)}
    assert told.genders == {"not stated": Count(3, 4)}
    assert told.regions == {"Europe": Count(2, 3), "Americas": Count(1, 1)}


async def test_invoked_advantages_decide_among_those_who_meet_everything_essential(job: Services) -> None:
    notice = (await job.vacancies.get("24501")).notice
    await job.criteria.change("24501", edits_of(notice, Scenario(relaxed=("experience-1",))))
    [a1] = await keys(job, "A1")
    await job.screening.overrule(a1, "experience-1", Outcome.MET, "Registers seen")
    told = await job.whatif.ask("24501", TOPIC)
    assert (told.chosen, len(told.moves_out)) == (Count(3, 1), 2)
    with pytest.raises(Refused):
        await job.whatif.invoke("24501", TOPIC, "")
    await job.whatif.invoke("24501", TOPIC, "Too many for ten interviews.")
    assert await job.whatif.invoked("24501") == (("experience-1",), 1)
    [entry] = await job.history.entries(1)
    assert entry.details[0].endswith("Too many for ten interviews.")
    await job.history.undo()
    assert await job.whatif.invoked("24501") == ((), 1)
    with pytest.raises(NotFound):
        await job.whatif.ask("24501", Scenario(invoked=("height",)))


async def test_a_scenario_is_kept_by_name_and_made_real_under_a_new_version(job: Services) -> None:
    scenario = Scenario(months=(("education", 0, 12),), policy="opm")
    await job.whatif.keep("24501", "Thin market", scenario)
    assert await job.whatif.scenarios("24501") == {"Thin market": scenario}
    await job.decisions.decide(await keys(job, "A1"), Disposition.LONGLISTED)
    told = await job.whatif.ask("24501", scenario)
    done = await job.whatif.invoke("24501", scenario, "Only three fit.")
    assert done.version == 2
    assert tuple(flip.key for flip in done.flips if flip.criterion == "outcome") == told.moves_in
    assert (await job.whatif.ask("24501", Scenario())).moves_in == ()
    await job.whatif.forget("24501", "Thin market")
    assert await job.whatif.scenarios("24501") == {}
    with pytest.raises(NotFound):
        await job.whatif.forget("24501", "Thin market")
    with pytest.raises(Refused):
        await job.whatif.keep("24501", " ", scenario)

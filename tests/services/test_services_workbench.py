"""The workbench: filters and facets, search everywhere, a queue that resumes, bulk."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from recruiter_tui.domain.application import Disposition
from recruiter_tui.domain.errors import Conflict, NotFound, Refused
from recruiter_tui.domain.query import QueryError
from recruiter_tui.domain.trail import Trail, pace
from tests.services.services_job import close_tier_1, filled, keys, notice, opened, row, write_pile

if TYPE_CHECKING:
    from pathlib import Path

    from recruiter_tui.services import Services


async def found(services: Services, query: str, sort: str = "application") -> list[str]:
    roll = await services.candidates.roll("V1", query, sort)
    return [one.application for one in await services.candidates.rows(roll)]


@pytest.mark.parametrize(
    ("query", "applications"),
    [
        ("amina", ["A1"]),
        ("nationality:algeria", []),
        ("nationality:TN", ["A4"]),
        ("nationality:tunisie or nationality:antigua-and-barbuda", ["A1", "A4"]),
        ('nationality:"Antigua and Barbuda"', ["A1"]),
        ("language:anglais tag:seen", ["A2"]),
        ("finding.language-en:met finding.education:not-met", ["A3"]),
        ("text:harbour tier:1", ["A1", "A6"]),
        ('text:"harbour office" tag:asked', ["A2"]),
        ('text:"office harbour"', []),
        ("text:fair", ["A2"]),
        ("note:fair", ["A2"]),
        ("received:2026-11-20..2026-11-21", ["A5"]),
        ("name=Öztürk or name=Haddad", ["A1", "A5"]),
        ("name=Ozturk", []),
        ("ozturk", ["A5"]),
        ("internal:yes", ["A6"]),
    ],
)
async def test_a_filter_finds_the_same_people_in_the_app_and_for_scripts(
    job: Services, query: str, applications: list[str]
) -> None:
    assert await found(job, query) == applications


async def test_a_criterion_that_nobody_knows_is_named_with_its_place(job: Services) -> None:
    with pytest.raises(QueryError, match="no criterion 'language-xx'") as caught:
        await found(job, "tier:1 finding.language-xx:met")
    assert caught.value.position == 7
    assert "finding.language-en" in caught.value.expected


async def test_filters_follow_every_act_and_its_undo(job: Services) -> None:
    await close_tier_1(job)
    [first] = await keys(job, "A3")
    assert await found(job, "disposition:maybe") == []
    await job.decisions.decide([first], Disposition.MAYBE, note="ask for dates")
    await job.candidates.tag([first], add=["Zoë"])
    await job.candidates.correct(first, "nationalities", "KE")
    assert await found(job, "disposition:maybe tag:zoe nationality:kenya note:dates by:awa") == ["A3"]
    for _act in range(3):
        await job.history.undo()
    assert await found(job, "disposition:maybe or tag:zoe or nationality:KE") == []


async def test_filters_follow_another_program_and_another_import(job: Services, tmp_path: Path) -> None:
    assert await found(job, "tag:late") == []
    async with opened(tmp_path, "ben") as other:
        await other.intake.load(
            [write_pile(tmp_path, (row("A9", "Zoë Nine", tags="late"),), "more.csv")], "24501"
        )
    assert await found(job, "tag:late zoe") == ["A9"]


async def test_facets_count_inside_the_filter(job: Services) -> None:
    facets = await job.filters.facets("24501", "not tag:seen")
    assert dict(facets["disposition"]) == {"new": 5}
    assert dict(facets["nationality"]) == {"FR": 3, "AG": 1, "TN": 1}
    assert dict(facets["tag"]) == {"unknown": 5}
    assert dict(facets["gender"]) == {"unknown": 5}
    assert dict(facets["internal"]) == {"no": 4, "yes": 1}
    assert await job.filters.count("24501", "tag:seen") == 1
    for field, values in facets.items():
        for value, count in values:
            asked = f"{field}{value}" if value.startswith(">") else f"{field}:{value}"
            assert await job.filters.count("24501", f"not tag:seen {asked}") == count, asked


async def test_completion_knows_what_occurs(job: Services) -> None:
    offered = await job.filters.complete("24501", "tag:a", 5)
    assert [one.text for one in offered] == ["asked "]
    assert "finding.language-en:" in [one.text for one in await job.filters.complete("24501", "finding", 7)]


async def test_a_view_is_kept_renewed_and_taken_away(job: Services) -> None:
    await job.filters.save_view("Mine", "tier:1", "name", vacancy="24501")
    await job.filters.save_view("all", "not disposition:withdrawn")
    await job.filters.save_view("Mine", "tier:2", vacancy="24501")
    views = await job.filters.views("24501")
    assert [(view.name, view.query, view.sort, view.vacancy) for view in views] == [
        ("all", "not disposition:withdrawn", "tier", None),
        ("Mine", "tier:2", "tier", "V1"),
    ]
    await job.filters.drop_view("Mine", vacancy="24501")
    assert [view.name for view in await job.filters.views("24501")] == ["all"]
    with pytest.raises(NotFound):
        await job.filters.drop_view("Mine", vacancy="24501")
    with pytest.raises(QueryError):
        await job.filters.save_view("broken", "tier:")
    with pytest.raises(Refused):
        await job.filters.save_view("a/b", "tier:1")


async def test_search_finds_people_and_notices_with_the_passage(job: Services) -> None:
    people = await job.search.search("hadd")
    assert [(hit.kind, hit.title, hit.in_name) for hit in people] == [("person", "Amina Haddad", True)]
    everywhere = await job.search.search("harbour")
    assert {hit.kind for hit in everywhere} == {"person", "notice"}
    for hit in everywhere:
        assert [hit.passage[span.start : span.end].lower() for span in hit.spans][:1] == ["harbour"], hit
    assert await job.search.search("h") == ()
    assert {hit.title for hit in await job.search.search("harbour offi", ranked=True)} >= {"Harbour Officer"}


@pytest.mark.parametrize(
    ("wanted", "paper"),
    [
        ("C++", "wrote C++ services"),
        ("C#", "wrote C# services"),
        (".NET", "a decade of .NET"),
        ("node.js", "services in node.js"),
        ("O'Neil", "with O'Neil partners"),
        ("工程师", "高级软件工程师"),
        ("соловьева", "под Соловьёва"),
        ("zoe", "with Zoë"),
    ],
)
async def test_search_finds_each_and_tells_them_apart(
    services: Services, tmp_path: Path, wanted: str, paper: str
) -> None:
    other = {"C++": "C# and C", "C#": "C++ and C", ".NET": "net income"}.get(wanted, "nothing like it")
    pile = (
        row("A1", "First Person", employment=f"Officer | {paper} | 2015-01-01 | present | 100%"),
        row("A2", "Second Person", employment=f"Officer | {other} | 2015-01-01 | present | 100%"),
    )
    await filled(services, tmp_path, pile)
    assert [hit.public_id for hit in await services.search.search(wanted) if hit.kind == "person"] == ["A1"]
    assert await found(services, f'text:"{wanted}"') == ["A1"]


@pytest.mark.parametrize(
    "text", ['"', "*", "NEAR(", "\x00", "(((", "-", "a AND", "name:", "工", " ' OR 1", "^x", "{}"]
)
async def test_search_takes_any_text(job: Services, text: str) -> None:
    assert isinstance(await job.search.search(text), tuple)
    assert isinstance(await job.search.search(text * 3, ranked=True), tuple)


async def test_the_queue_resumes_on_the_same_person_after_a_crash(job: Services, tmp_path: Path) -> None:
    queue = await job.queue.open("24501", "not tag:seen", "application")
    queue = job.queue.stand(queue, 2)
    async with opened(tmp_path) as again:
        resumed = await again.queue.open("24501")
        assert (resumed.query, resumed.sort, resumed.key, resumed.at) == (
            "not tag:seen",
            "application",
            queue.key,
            2,
        )
    async with opened(tmp_path, "ben") as other:
        assert (await other.queue.open("24501")).at == 0


async def test_the_queue_goes_on_with_the_next_when_its_person_left_the_filter(job: Services) -> None:
    await close_tier_1(job)
    queue = job.queue.stand(await job.queue.open("24501", "disposition:new", "application"), 3)
    assert queue.key is not None
    await job.queue.judge(queue.key, Disposition.NOT_SUITABLE, reason="eligibility")
    resumed = await job.queue.open("24501")
    assert resumed.key == queue.keys[4]
    done = await job.queue.progress(queue)
    assert (done.done, done.total, done.pace, done.left) == (1, 6, None, None)


async def test_one_key_gives_the_last_verdict_again(job: Services) -> None:
    await close_tier_1(job)
    first, second = await keys(job, "A3", "A4")
    with pytest.raises(Refused, match="no verdict to repeat"):
        await job.queue.again(first)
    await job.queue.judge(first, Disposition.NOT_SUITABLE, reason="experience")
    await job.queue.again(second)
    [line] = await job.candidates.rows([second])
    assert (line.disposition, line.reason) == (Disposition.NOT_SUITABLE, "experience")


async def test_what_was_decided_on_the_same_person_elsewhere_is_shown(job: Services, tmp_path: Path) -> None:
    [other] = (await job.vacancies.add([notice("24502", "Port Clerk")])).vacancies
    await job.intake.load(
        [write_pile(tmp_path, (row("B1", "Chen Wei", email="a3@example.org"),), "b.csv")], other
    )
    (here,) = await keys(job, "A3")
    [there] = await job.candidates.keys_of("24502", ["B1"])
    await job.screening.close_tier("24502", 1, "Nobody of tier 1 applied.")
    await job.decisions.decide([there], Disposition.NOT_SUITABLE, reason="language")
    [before] = await job.queue.previous(here)
    assert (before.title, before.application, before.disposition, before.reason) == (
        "Port Clerk",
        "B1",
        Disposition.NOT_SUITABLE,
        "language",
    )
    both = await job.queue.timeline(here, person=True)
    assert {one.application for one in both if one.application} == {here, there}
    assert any(one.change == "new -> not-suitable (language)" for one in both)


async def test_the_timeline_tells_what_happened_to_one_of_many(job: Services) -> None:
    await close_tier_1(job)
    several = await keys(job, "A3", "A4", "A5")
    await job.decisions.decide(several, Disposition.NOT_SUITABLE, reason="experience")
    await job.candidates.note(several[:1], "asked for papers")
    await job.queue.snooze(several[:1], dt.date(2026, 12, 1), "wait for papers")
    await job.candidates.tag(several[1:], add=["x"])
    told = await job.queue.timeline(several[0])
    assert [one.change for one in told][-3:] == [
        "new -> not-suitable (experience)",
        "note: asked for papers",
        "",
    ]
    assert told[-1].summary == "A3 put off until 2026-12-01"
    assert all(one.by == "awa" for one in told)


async def test_what_was_put_off_is_due_on_its_day(job: Services) -> None:
    first, second = await keys(job, "A1", "A2")
    await job.queue.snooze([first], dt.date(2026, 12, 1), "call again")
    await job.queue.snooze([second], dt.date(2026, 11, 25))
    assert [one.row.application for one in await job.queue.snoozed()] == ["A2", "A1"]
    [due] = await job.queue.snoozed(due_on=dt.date(2026, 11, 30))
    assert (due.row.application, due.until, due.by) == ("A2", dt.date(2026, 11, 25), "awa")
    await job.queue.wake([second])
    assert await job.queue.snoozed(due_on=dt.date(2026, 11, 30)) == []
    await job.history.undo()
    assert len(await job.queue.snoozed(due_on=dt.date(2026, 11, 30))) == 1


async def test_one_finds_the_way_back_also_tomorrow(job: Services, tmp_path: Path) -> None:
    a, b, c = await keys(job, "A1", "A2", "A3")
    for key in (a, b, c):
        job.queue.visit(key)
    assert (job.queue.back(), job.queue.back(), job.queue.back()) == (b, a, a)
    assert job.queue.forward() == b
    async with opened(tmp_path) as again:
        assert [one.application for one in await again.queue.recent()] == ["A3", "A2", "A1"]
        assert again.queue.forward() == c


def test_a_trail_forgets_what_lay_ahead_and_pace_leaves_breaks_out() -> None:
    trail = Trail().visit(1).visit(2).back().visit(3)
    assert (trail.keys, trail.here) == ((1, 3), 3)
    assert Trail().back().here is None
    minutes = [f"2026-11-22T09:{minute:02}:00+00:00" for minute in (0, 1, 2, 30, 31)]
    assert pace(minutes) == 60
    assert pace(minutes[:1]) is None


async def test_a_bulk_verdict_shows_its_number_first_and_is_one_undo(job: Services) -> None:
    await close_tier_1(job)
    shown = await job.bulk.preview("24501", Disposition.NOT_SUITABLE, query="tier:2", reason="late")
    assert shown.count == len(await found(job, "tier:2"))
    assert {line.disposition for line in await job.candidates.rows(shown.keys)} == {Disposition.NEW}
    done = await job.bulk.decide(shown)
    assert len(done.applications) == shown.count
    again = await job.bulk.preview("24501", Disposition.NOT_SUITABLE, query="tier:2", reason="late")
    assert (again.count, again.unchanged) == (0, shown.count)
    with pytest.raises(Refused, match="nothing would change"):
        await job.bulk.decide(again)
    await job.history.undo()
    assert {line.disposition for line in await job.candidates.rows(shown.keys)} == {Disposition.NEW}


async def test_marks_that_the_filter_hides_are_counted_and_left_alone(job: Services) -> None:
    await close_tier_1(job)
    marks = await keys(job, "A1", "A2", "A3")
    shown = await job.bulk.preview("24501", Disposition.MAYBE, query="tag:seen", marks=set(marks))
    assert (shown.count, shown.hidden) == (1, 2)
    await job.bulk.decide(shown)
    assert await found(job, "disposition:maybe") == ["A2"]


async def test_a_range_runs_between_its_ends_in_the_order_of_the_list(job: Services) -> None:
    await close_tier_1(job)
    first, last = await keys(job, "A5", "A3")
    shown = await job.bulk.preview("24501", Disposition.MAYBE, sort="application", span=(first, last))
    assert [one.application for one in await job.candidates.rows(shown.keys)] == ["A3", "A4", "A5"]


async def test_a_bulk_verdict_keeps_back_whom_a_rule_holds_and_refuses_what_moved(job: Services) -> None:
    await close_tier_1(job)
    gone = await keys(job, "A2")
    await job.decisions.decide(gone, Disposition.WITHDRAWN)
    shown = await job.bulk.preview("24501", Disposition.NOT_SUITABLE, reason="late")
    assert shown.refused == (("A2", "a withdrawn application cannot become not-suitable"),)
    assert shown.count == 5
    with pytest.raises(Refused, match="without a reason"):
        await job.bulk.preview("24501", Disposition.NOT_SUITABLE)
    await job.decisions.decide([shown.keys[0]], Disposition.MAYBE)
    with pytest.raises(Conflict):
        await job.bulk.decide(shown)
    assert await found(job, "disposition:not-suitable") == []


async def test_a_queue_that_begins_anew_starts_with_the_first_who_waits(job: Services) -> None:
    await close_tier_1(job)
    assert job.queue.kept("V1") is None
    first, second = (await job.queue.open("24501", "", "application")).keys[:2]
    await job.decisions.decide([first], Disposition.NOT_SUITABLE, reason="language")
    queue = await job.queue.begin("24501", "", "application")
    assert (queue.at, queue.key) == (1, second)
    kept = job.queue.kept("V1")
    assert kept is not None
    assert (kept.query, kept.sort, kept.key) == ("", "application", second)


async def test_a_queue_is_counted_by_verdict_and_names_who_waits(job: Services) -> None:
    await close_tier_1(job)
    queue = await job.queue.open("24501", "", "application")
    await job.decisions.decide(queue.keys[:2], Disposition.NOT_SUITABLE, reason="language")
    await job.decisions.decide(queue.keys[3:4], Disposition.SHORTLISTED)
    done = await job.queue.progress(queue)
    assert done.counts[Disposition.NOT_SUITABLE] == 2
    assert done.counts[Disposition.SHORTLISTED] == 1
    assert done.reasons == {"language": 2}
    assert done.waiting == tuple(place for place in range(len(queue.keys)) if place not in (0, 1, 3))
    assert done.next_waiting(2) == 4
    assert done.next_waiting(len(queue.keys)) == 2


async def test_a_dossier_without_passages_says_everything_else(job: Services) -> None:
    [key] = await keys(job, "A1")
    quick, full = await job.candidates.dossier(key, passages=False), await job.candidates.dossier(key)
    assert (quick.row, quick.candidate) == (full.row, full.candidate)
    assert [one.outcome for one in quick.findings] == [one.outcome for one in full.findings]


async def test_long_papers_are_there_before_they_are_searched(
    job: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    [key] = await keys(job, "A1")
    assert (await job.candidates.dossier(key, at_once=True)).is_searched
    monkeypatch.setattr("recruiter_tui.services.candidates._LONG", -1)
    quick = await job.candidates.dossier(key, at_once=True)
    assert not quick.is_searched
    full = await job.candidates.dossier(key, beside=True)
    assert full.is_searched
    assert full == await job.candidates.dossier(key)


async def test_after_a_crash_the_queue_stands_on_whose_verdict_was_lost(
    job: Services, tmp_path: Path
) -> None:
    await close_tier_1(job)
    queue = await job.queue.open("24501", "", "application")
    first, second = await job.candidates.rows(queue.keys[:2])
    await job.queue.judge(first.key, Disposition.NOT_SUITABLE, reason="language", expected=first.version)
    job.queue.stand(queue, 2, {first.key: first.version, second.key: second.version})
    async with opened(tmp_path) as again:
        assert (await again.queue.open("24501")).key == second.key
        assert (await again.queue.open("24501")).at == 1


async def test_the_first_whom_a_typed_filter_finds_come_with_the_number_of_all(job: Services) -> None:
    everybody = await job.candidates.roll("V1", "tier:1 or tier:2", "application")
    first, count = await job.candidates.begin("V1", "tier:1 or tier:2", "application", 2)
    assert (list(first), count) == (list(everybody[:2]), len(everybody))
    assert count > 3
    last = everybody[-1]
    first, count = await job.candidates.begin("V1", "tier:1 or tier:2", "application", 2, reaching=last)
    assert first[:count] == everybody
    first, count = await job.candidates.begin("V1", "tier:1 or tier:2", "-application", 2)
    assert (list(first), count) == (list(reversed(everybody)), len(everybody))
    with pytest.raises(QueryError):
        await job.candidates.begin("V1", "tier:", "application", 2)


async def test_whoever_is_not_found_does_not_lengthen_the_first_page(job: Services) -> None:
    [first] = await job.candidates.roll("V1", "amina", "application")
    keys, count = await job.candidates.begin("V1", "not amina", "application", 1, reaching=first)
    assert (len(keys), count) == (1, len(await job.candidates.roll("V1")) - 1)


async def test_an_order_that_a_filter_has_made_is_used_and_follows_verdicts(job: Services) -> None:
    await close_tier_1(job)
    before = await job.candidates.roll("V1", "", "disposition")
    assert await job.candidates.roll("V1", "tier:1 or not tier:1", "disposition") == before
    assert await job.candidates.roll("V1", "", "disposition") == before
    await job.decisions.decide([before[-1]], Disposition.SHORTLISTED)
    assert (await job.candidates.roll("V1", "", "disposition"))[0] == before[-1]
    assert list(await job.candidates.roll("V1", "", "-disposition"))[-1] == before[-1]

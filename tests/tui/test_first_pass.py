"""A first pass: one candidate at a time, a key for verdict and next, and the place is never lost."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

import pytest
from rich.cells import cell_len
from textual.events import Key

from recruiter_tui.compose import open_services
from recruiter_tui.domain.application import Disposition
from tests.tui.conftest import sitting_at
from tests.tui.passing import CV, room, start, who
from tests.tui.stores import NOW, fill, notice
from tests.tui.tiered import fill_tiered

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractAsyncContextManager
    from pathlib import Path

    from recruiter_tui.services import Services
    from tests.tui.desk import Desk

    Sit = Callable[..., AbstractAsyncContextManager[Desk]]


async def standing(services: Services) -> dict[str, Disposition]:
    keys = await services.candidates.roll("V1")
    return {row.name.split()[0]: row.disposition for row in await services.candidates.rows(keys)}


async def with_papers(services: Services, folder: Path, names: tuple[str, ...] = ("Amina Haddad",)) -> None:
    """Add a second vacancy whose applicants, one of them known from the first, sent a CV."""
    added = await services.vacancies.add([notice("24107", "Border Adviser")])
    with (folder / "more.csv").open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(["application", "name", "received", "languages", "employment", "cv"])
        for number, name in enumerate(names, 1):
            (folder / f"cv{number}.txt").write_text(CV.format(name=name), encoding="utf-8")
            job = "Border Officer | An Agency | 2012 | 2020 | 100%"
            rows.writerow(
                [
                    f"C{number}",
                    name,
                    f"2026-11-0{number}T10:00:00+00:00",
                    "English | fluent",
                    job,
                    f"cv{number}.txt",
                ]
            )
    await services.intake.load([folder / "more.csv"], added.vacancies[0])


async def test_one_key_is_a_verdict_and_the_next_candidate(desk: Desk, services: Services) -> None:
    await start(desk).sees("1 of 6", "Criteria", "Education and experience")
    first = who(desk)
    await desk.press("s").sees("2 of 6", "shortlisted", "u undo")
    assert who(desk) != first
    await desk.press("l").press("m").press("w").sees("5 of 6")
    found = await standing(services)
    assert found[first.split()[0]] is Disposition.SHORTLISTED
    assert sorted(found.values()) == ["longlisted", "maybe", "new", "new", "shortlisted", "withdrawn"]


async def test_a_rejection_asks_its_reason_with_one_key_and_a_dot_repeats_it(
    desk: Desk, services: Services
) -> None:
    await (
        start(desk)
        .press("x")
        .sees("Not suitable, because")
        .press("l")
        .sees("2 of 6", "not suitable: language")
    )
    await desk.press("full_stop", "full_stop").sees("4 of 6", "not suitable: language")
    keys = await services.candidates.roll("V1", "disposition:not-suitable reason:language")
    assert len(keys) == 3
    await desk.undo().sees("3 of 6")
    assert len(await services.candidates.roll("V1", "disposition:not-suitable")) == 2


async def test_a_dot_before_any_verdict_says_so(desk: Desk) -> None:
    await start(desk).press("full_stop").sees("no verdict to repeat yet", "1 of 6")


async def test_escape_in_the_reasons_leaves_the_candidate_in_hand(desk: Desk, services: Services) -> None:
    await start(desk).press("x", "escape").sees("1 of 6").sees_no("because")
    assert Disposition.NOT_SUITABLE not in (await standing(services)).values()


async def test_a_reason_typed_before_its_question_stands_is_for_the_question(
    desk: Desk, services: Services
) -> None:
    await start(desk)
    for key in ("x", "l", "x", "e", "full_stop", "s"):  # faster than anybody can look
        desk.app.post_message(Key(key, "." if key == "full_stop" else key))
    await desk.sees("5 of 6", "4 decided")
    assert sorted((await standing(services)).values()) == ["new", "new", *["not-suitable"] * 3, "shortlisted"]
    for reason, many in (("language", 1), ("education", 2)):
        assert len(await services.candidates.roll("V1", f"reason:{reason}")) == many


async def test_keys_of_the_desk_do_nothing_here(desk: Desk) -> None:
    await start(desk).press("e", "b", "y", "c").sees("1 of 6").sees_no("Export", "Decide on")


async def test_undo_goes_back_to_whom_it_was_about(desk: Desk, services: Services) -> None:
    await start(desk)
    first = who(desk)
    await desk.press("s", "j", "j", "u").sees("1 of 6", "● new")
    assert who(desk) == first
    assert Disposition.SHORTLISTED not in (await standing(services)).values()
    await desk.press("ctrl+r").sees("✓ shortlisted", "1 of 6")


async def test_skipping_decides_nothing_and_stops_at_both_ends(desk: Desk, services: Services) -> None:
    await start(desk).press("k").sees("this is the first candidate", "1 of 6")
    await desk.press("j", "j").sees("3 of 6").press("k").sees("2 of 6").press("G").sees("6 of 6")
    await desk.press("j").sees("The end of this pass", "6 are still open").press("j").sees("this is the end")
    await desk.press("g").sees("1 of 6").sees_no("The end of this pass")
    assert set((await standing(services)).values()) == {Disposition.NEW}


async def test_the_end_counts_what_was_decided_and_leads_to_whoever_is_left(desk: Desk) -> None:
    await (
        start(desk)
        .press("s", "j", "x", "e", "x", "l", "l", "m")
        .sees("The end of this pass", "1 is still open")
    )
    lines = {line.split()[1]: line for line in desk.screen.splitlines() if len(line.split()) > 2}
    assert "1  ━" in lines["shortlisted"]
    assert "2  ━" in lines["not"]
    assert {"education 1", "language 1"} <= set(lines["not"].strip().split("  ")[-1].split(" · "))
    await desk.press("J").sees("2 of 6", "● new")
    await desk.press("s").press("G", "j").sees("Nobody is left open")
    await desk.press("s").sees("no candidate under the cursor")
    await desk.press("J").sees("nobody is left open")
    await desk.press("L").sees("Short list").press("escape").sees("The end of this pass")


async def test_a_verdict_that_stands_already_is_said_and_steps_on(desk: Desk) -> None:
    await start(desk).press("s").sees("2 of 6").press("k").sees("1 of 6", "✓ shortlisted")
    first = who(desk)
    await desk.press("s").sees("2 of 6", f"{first} is on the short list already")


async def test_the_desk_and_the_dossier_say_it_too(desk: Desk) -> None:
    await (
        desk.browse()
        .on("Amina")
        .press("s")
        .on("Amina")
        .press("s")
        .sees("Amina Haddad is on the short list already")
    )
    await desk.press("L").sees("Short list").press("enter").sees("Findings").press("s")
    await desk.sees("Amina Haddad is on the short list already")


async def test_the_place_is_kept_and_the_desk_goes_to_whom_one_stood_on(desk: Desk) -> None:
    await start(desk).press("j", "j", "j").sees("4 of 6")
    there = who(desk)
    await desk.press("escape").sees("Candidates")
    assert desk.room.table.row().name == there  # type: ignore[union-attr]  # somebody is under the cursor
    await desk.press("p").sees("4 of 6")
    assert who(desk) == there


async def test_another_session_resumes_on_the_same_person(desk: Desk, tmp_path: Path) -> None:
    await start(desk).press("s", "j").sees("3 of 6")
    there = who(desk)
    async with (
        open_services(tmp_path / "store.db", "awa", clock=lambda: NOW) as again,
        sitting_at(again) as later,
    ):
        await later.browse().press("p").sees("3 of 6")
        assert who(later) == there


async def test_a_pass_over_another_view_asks_which_one_is_meant(desk: Desk) -> None:
    await start(desk).press("j", "escape").sees("Candidates")
    await (
        desk.filter("language:fr")
        .press("p")
        .sees("Which first pass?", "go on with the last: everybody, by tier")
    )
    await desk.press("v").sees("1 of 4", "/ language:fr").press("escape", "escape").sees("6 candidates")
    await desk.press("p").sees("Which first pass?", "language:fr").press("r").sees("/ language:fr", "of 4")


async def test_nobody_in_the_view_is_said(desk: Desk) -> None:
    await desk.browse().filter("nosuchperson").press("p").sees("nobody is in this view")


async def test_the_first_verdict_asks_before_it_freezes(tmp_path: Path) -> None:
    async with open_services(tmp_path / "fresh.db", "awa", clock=lambda: NOW) as services:
        await fill(services, tmp_path, frozen=False)
        async with sitting_at(services) as desk:
            await start(desk).press("s").sees("The first verdict freezes").press("escape").sees("1 of 6")
            await desk.press("s").sees("freezes").press("y").sees("2 of 6", "shortlisted")
            await desk.press("m").sees("3 of 6")


async def test_a_conflict_leads_back_to_the_candidate(desk: Desk, services: Services, tmp_path: Path) -> None:
    await start(desk)
    key, name = room(desk).key, who(desk)
    assert key is not None
    async with open_services(tmp_path / "store.db", "ben") as elsewhere:
        await elsewhere.decisions.decide([key], Disposition.MAYBE)
        await desk.press("s").sees("Somebody was faster", "ben")
    await desk.press("enter").sees("1 of 6", "~ maybe")
    assert who(desk) == name
    assert Disposition.SHORTLISTED not in (await standing(services)).values()


async def test_who_has_to_wait_for_an_earlier_tier_stays_in_hand_with_the_key_that_closes_it(
    tmp_path: Path,
) -> None:
    async with open_services(tmp_path / "tiers.db", "awa", clock=lambda: NOW) as services:
        await fill_tiered(services, tmp_path)
        async with sitting_at(services) as desk:
            await start(desk).sees("tier 1").press("m").sees("freezes").press("y").sees("2 of ")
            while room(desk).row is not None and room(desk).row.tier != 2:  # type: ignore[union-attr]  # asked before
                await desk.press("j")
            name = who(desk)
            await desk.press("m").sees("T closes tier 1")
            assert who(desk) == name
            await desk.press("T").sees("close").press("escape")


async def test_a_note_a_ruling_and_another_terminals_mark_appear_at_once(desk: Desk, tmp_path: Path) -> None:
    await start(desk).press("n").type("called").press("enter").sees("✎ called", "1 of 6")
    await desk.press("o").sees("Overrule").press("escape")
    key = room(desk).key
    assert key is not None
    async with open_services(tmp_path / "store.db", "ben") as elsewhere:
        await elsewhere.candidates.tag([key], add=["seen"])
    await desk.sees("# seen")


async def test_a_tag_and_a_day_to_come_back_are_kept_without_leaving(desk: Desk, services: Services) -> None:
    await (
        start(desk).press("number_sign").sees("Tags of").type("seen").press("enter").sees("# seen", "1 of 6")
    )
    await desk.press("z").sees("put").type("3 days").press("enter").sees("put off until 2026-11-25")
    assert [one.row.key for one in await services.queue.snoozed()] == [room(desk).key]
    await desk.press("h").sees("put off").press("escape").sees("1 of 6")
    assert (await services.queue.recent())[0].key == room(desk).key


async def test_evidence_is_lit_and_led_to_by_key(services: Services, tmp_path: Path) -> None:
    await with_papers(services, tmp_path)
    async with sitting_at(services) as desk:
        await (
            desk.press("j")
            .sees("Border Adviser")
            .press("2", "p")
            .sees("cv1.txt", "Border Officer, An Agency, Tunis")
        )
        await desk.press("right").sees("evidence 1 of")
        here = room(desk)
        assert here.criterion() == "education"
        assert here.paper._here is not None
        lit = here.paper._here
        assert here.paper.papers is not None
        assert here.paper.papers.text[lit.start : lit.end].startswith("Border Officer")
        await desk.press("right").sees("evidence 1 of 1")
        assert here.criterion() == "language-en"
        await desk.press("left")
        assert here.criterion() == "education"
        await desk.press("up", "up", "up").sees("no evidence in the papers")
        await desk.press("j", "k").sees_no("no evidence in the papers")


async def test_other_applications_of_the_same_person_are_told(services: Services, tmp_path: Path) -> None:
    [other] = (await services.vacancies.add([notice("24107", "Border Adviser")])).vacancies
    for vacancy, application in (("V1", "B1"), (other, "C1")):
        pile = tmp_path / f"{application}.csv"
        pile.write_text(
            f"application,name,email\n{application},Zoë Mensah,zoe@example.org\n", encoding="utf-8"
        )
        await services.intake.load([pile], vacancy)
    [there] = await services.candidates.roll("V1", "zoë")
    await services.decisions.decide([there], Disposition.NOT_SUITABLE, reason="language")
    async with sitting_at(services) as desk:
        await desk.press("j").sees("Border Adviser").press("2", "p")
        await desk.sees("also Programme Officer ✗ not suitable (language)", "1 other application")
        await desk.press(*["down"] * 5).sees("awa, ")


@pytest.mark.parametrize("size", [(80, 24), (60, 20), (40, 12), (100, 30), (120, 40), (200, 60)])
async def test_every_size_is_filled_exactly(sit: Sit, size: tuple[int, int]) -> None:
    async with sit(size) as desk:
        await desk.press("2", "p")
        for keys in (("right",), ("tab",), ("down", "down"), ("G", "j"), ("k",)):
            await desk.press(*keys)
            lines = desk.screen.splitlines()
            assert len(lines) == size[1]
            assert {cell_len(line) for line in lines} == {size[0]}


async def test_a_narrow_terminal_turns_between_papers_and_criteria(sit: Sit) -> None:
    async with sit((80, 24)) as desk:
        await desk.press("2", "p").sees("✓ in time", "Work experience").sees_no("tab turns to the papers")
        await (
            desk.press("tab")
            .sees("Education and experience", "tab turns to the papers")
            .sees_no("Work experience")
        )
        await desk.press("space").sees("Work experience")


async def test_help_lists_the_keys_of_the_pass(desk: Desk) -> None:
    await start(desk).press("question_mark").sees("one key a verdict").press("escape").sees("1 of 6")


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_a_pass_looks_as_it_did(
    services: Services, tmp_path: Path, svg: object, size: tuple[int, int]
) -> None:
    await with_papers(services, tmp_path, ("Amina Haddad", "张伟"))
    async with sitting_at(services, size) as desk:
        await desk.press("j").sees("Border Adviser").press("2", "p").sees("cv1.txt", "open").press("right")
        await desk.sees("evidence 1 of 1")
        assert desk.app.export_screenshot() == svg

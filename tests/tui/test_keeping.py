"""What one keeps beside a verdict: days, tags, what happened, and the way back."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from recruiter_tui.domain.application import Disposition
from tests.tui.stores import notice

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractAsyncContextManager
    from pathlib import Path

    from syrupy.assertion import SnapshotAssertion

    from recruiter_tui.services import Services
    from tests.tui.desk import Desk

ELSEWHERE = """application,name,email,received
B1,Zoë Haddad,zoe@example.org,2026-11-03T10:00:00+00:00
B2,Amina Haddad,,2026-11-04T10:00:00+00:00
"""


async def another(services: Services, folder: Path) -> str:
    """Store a second vacancy."""
    [vacancy] = (await services.vacancies.add([notice("20001", "Harbour Officer")])).vacancies
    path = folder / "others.csv"
    path.write_text(ELSEWHERE, encoding="utf-8")
    await services.intake.load([path], vacancy)
    return vacancy


async def key_of(services: Services, name: str, vacancy: str = "V1") -> int:
    """Return the application of a person."""
    [key] = await services.candidates.roll(vacancy, f'"{name}"')
    return key


# -- putting off ---------------------------------------------------------------------------------------


async def test_somebody_is_put_off_until_a_day_as_one_would_say_it(desk: Desk, services: Services) -> None:
    await desk.browse().on("Bilal").press("z").sees("Put off Bilal Okonkwo until", "3 days · monday")
    await desk.type("in 3 days").sees("Wednesday 25 November 2026", "in 3 days")
    await desk.press("tab").type("references").press("enter").sees("put off until 2026-11-25")
    [one] = await services.queue.snoozed()
    assert (one.row.name, one.until, one.note) == ("Bilal Okonkwo", dt.date(2026, 11, 25), "references")
    await desk.press("u").sees("undone")
    assert await services.queue.snoozed() == []


async def test_a_day_that_is_none_or_over_is_asked_again(desk: Desk, services: Services) -> None:
    await desk.browse().on("Bilal").press("z").type("soon").press("enter").sees("Which day?")
    await desk.press(*["backspace"] * 4).type("2026-11-21").press("enter").sees("This day is over")
    await desk.press("escape")
    assert await services.queue.snoozed() == []


async def test_the_marked_are_put_off_together_and_what_is_due_is_counted(desk: Desk) -> None:
    await desk.browse().mark("Amina", "Dina").press("z").sees("Put off 2 candidates")
    await desk.type("today").press("enter").sees("2 due Z")


async def test_the_due_list_leads_to_people_in_every_vacancy(
    desk: Desk, services: Services, tmp_path: Path
) -> None:
    vacancy = await another(services, tmp_path)
    zoe, bilal = await key_of(services, "Zoë", vacancy), await key_of(services, "Bilal")
    await services.queue.snooze([zoe], dt.date(2026, 11, 20), "call Zoë")
    await services.queue.snooze([bilal], dt.date(2026, 12, 1))
    await desk.press("r").sees("1 due Z")
    await desk.press("Z").sees(
        "1 due", "1 sleeping", "2 days ago", "call Zoë", "Harbour Officer", "in 9 days"
    )
    await desk.press("d").sees("1 sleeping (hidden)").sees_no("Bilal")
    await desk.press("d").sees("Bilal").press("enter").sees("Candidates Harbour Officer")
    assert desk.room.table.cursor_key == zoe
    await desk.press("Z").sees("1 due").press("w").sees("0 due").press("u").sees("1 due")
    await desk.press("g", "z", "ctrl+a", "ctrl+k").type("monday").press("enter").sees("0 due", "tomorrow")
    await desk.press("w").press("w").sees("nothing was put off")
    await desk.press("enter").sees("nothing that was put off is under the cursor")


# -- tags ----------------------------------------------------------------------------------------------


async def test_a_tag_is_given_to_all_that_are_marked_and_taken_away_again(
    desk: Desk, services: Services
) -> None:
    await desk.browse().mark("Amina", "Bilal").press("number_sign").sees("Tags of 2 candidates")
    await desk.type("reserve").sees("a new tag").press("enter").sees("tags of 2 applications: +reserve")
    amina, bilal = await key_of(services, "Amina"), await key_of(services, "Bilal")
    assert [row.tags for row in await services.candidates.rows([amina, bilal])] == [("reserve",)] * 2
    await desk.press("A").on("Amina").press("number_sign").sees("enter takes it away").press("enter")
    await desk.sees("tags of A1: -reserve")
    assert [row.tags for row in await services.candidates.rows([amina, bilal])] == [(), ("reserve",)]


async def test_tags_in_use_complete_what_is_typed(desk: Desk, services: Services) -> None:
    await services.candidates.tag([await key_of(services, "Amina")], add=["reserve", "second round"])
    await desk.browse().on("Bilal").press("number_sign").sees("reserve", "second round", "on 1 other")
    await desk.type("sec").sees_no("reserve").press("tab").sees("second round").press("enter")
    await desk.sees("tags of A2: +second round")
    await desk.press("number_sign").type("a;b").press("enter").sees("A tag has no semicolon")


async def test_tags_are_shown_in_a_broad_list_and_in_the_dossier(
    services: Services, sit: Callable[..., AbstractAsyncContextManager[Desk]]
) -> None:
    amina = await key_of(services, "Amina")
    await services.candidates.tag([amina], add=["reserve"])
    await services.candidates.note([amina], "Spoke to her supervisor")
    async with sit((230, 60)) as desk:
        await desk.browse().on("Amina").sees("Spoke to her supervisor", "awa, 22 Nov 2026 09:00")
        assert "reserve" in desk.line("Amina")


# -- what happened -------------------------------------------------------------------------------------


async def test_the_timeline_tells_everything_and_strikes_what_was_taken_back(
    desk: Desk, services: Services
) -> None:
    amina = await key_of(services, "Amina")
    await services.decisions.decide([amina], Disposition.MAYBE, note="ask again")
    await services.history.undo()
    await services.candidates.note([amina], "Available from May")
    await services.queue.snooze([amina], dt.date(2026, 12, 1))
    await services.queue.wake([amina])
    await desk.browse().on("Amina").press("h").sees("Timeline", "note: Available from May")
    shown = desk.screen
    assert shown.index("new → maybe") < shown.index("Available from May") < shown.index("put off until")
    assert "taken back" in next(line for line in shown.splitlines() if "new → maybe" in line)
    assert "no longer put off" in shown
    await desk.press("escape").sees("Candidates")


async def test_a_note_that_was_taken_back_stays_in_the_timeline(desk: Desk, services: Services) -> None:
    amina = await key_of(services, "Amina")
    await services.candidates.note([amina], "written in error")
    await services.history.undo()
    await desk.browse().on("Amina").press("h").sees("note: written in error", "taken back")


async def test_the_whole_person_is_told_with_the_other_vacancy_named(
    desk: Desk, services: Services, tmp_path: Path
) -> None:
    vacancy = await another(services, tmp_path)
    path = tmp_path / "again.csv"
    path.write_text("application,name,email\nC1,Zoë Haddad,zoe@example.org\n", encoding="utf-8")
    await services.intake.load([path], "V1")
    there, here = await key_of(services, "Zoë", vacancy), await key_of(services, "Zoë")
    await services.decisions.decide([there], Disposition.NOT_SUITABLE, reason="late")
    await desk.press("r").browse().on("Zoë").press("h").sees("Timeline", "applied 1 more time: p shows it")
    assert "new → not-suitable (late)" not in desk.screen
    await desk.press("p").sees("the whole person", "Harbour Officer", "new → not-suitable (late)")
    assert here != there
    await desk.press("p").sees("this application").sees_no("new → not-suitable (late)")


# -- the way back --------------------------------------------------------------------------------------


async def test_one_goes_back_and_forward_across_vacancies(
    desk: Desk, services: Services, tmp_path: Path
) -> None:
    vacancy = await another(services, tmp_path)
    await desk.press("r").browse().on("Bilal").press("enter").sees("Bilal Okonkwo")
    desk.room.go_to_application(vacancy, await key_of(services, "Zoë", vacancy))
    await desk.sees("Zoë Haddad").press("enter", "2")
    await desk.press("less_than_sign").sees("Candidates Programme Officer")
    assert desk.room.table.cursor_key == await key_of(services, "Bilal")
    await desk.press("less_than_sign").sees("nobody was open before")
    await desk.press("greater_than_sign").sees("Candidates Harbour Officer")
    assert desk.room.table.cursor_key == await key_of(services, "Zoë", vacancy)
    await desk.press("greater_than_sign").sees("this is the last one that was open")


async def test_whom_one_has_seen_is_one_key_away(desk: Desk, services: Services, tmp_path: Path) -> None:
    await another(services, tmp_path)
    await desk.press("r").browse().press("semicolon").sees("nobody was open yet")
    await desk.on("Bilal").press("enter", "2").on("Dina").press("enter", "2").press("semicolon")
    await desk.sees("Recently seen", "1  Dina Petrova", "2  Bilal Okonkwo", "Programme Officer").press("2")
    assert desk.room.table.cursor_key == await key_of(services, "Bilal")


async def test_the_due_list_looks_as_it_did(
    services: Services,
    tmp_path: Path,
    sit: Callable[..., AbstractAsyncContextManager[Desk]],
    svg: SnapshotAssertion,
) -> None:
    vacancy = await another(services, tmp_path)
    await services.queue.snooze([await key_of(services, "Zoë", vacancy)], dt.date(2026, 11, 20), "call again")
    await services.queue.snooze([await key_of(services, "Bilal")], dt.date(2026, 12, 1), "references")
    async with sit((120, 30)) as desk:
        await desk.browse().press("Z").sees("call again")
        assert desk.app.export_screenshot() == svg


async def test_verdicts_and_notes_are_given_in_the_matrix_too(desk: Desk, services: Services) -> None:
    await desk.browse().press("M").sees("Matrix").press("g", "m").sees("~ maybe")
    [first, *_rest] = await services.candidates.roll("V1")
    [row] = await services.candidates.rows([first])
    assert row.disposition is Disposition.MAYBE
    await desk.press("n").type("call again").press("enter").sees("note on")
    assert [one.text for one in (await services.candidates.dossier(first)).notes] == ["call again"]
    await desk.press("0").sees("● new").press("u").sees("undone")
    await desk.press("x").sees("Not suitable, because").press("e").sees("✗ not suitable")
    [row] = await services.candidates.rows([first])
    assert row.disposition is Disposition.NOT_SUITABLE


async def test_a_first_pass_keeps_things_beside_the_verdict(desk: Desk, services: Services) -> None:
    await (
        desk.browse().press("p").sees("decided").press("z").type("today").press("enter").sees("put off until")
    )
    assert len(await services.queue.snoozed()) == 1
    await desk.press("number_sign").type("reserve").press("enter").sees("+reserve")
    await desk.press("h").sees("Timeline", "tags reserve").press("escape")
    await desk.press("exclamation_mark").sees("this vacancy is read with names")

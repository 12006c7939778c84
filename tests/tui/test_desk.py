"""What a person does at the desk, over a real store."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from rich.cells import cell_len

from recruiter_tui.compose import open_services
from recruiter_tui.domain.application import Disposition
from tests.tui.stores import HOSTILE, fill

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractAsyncContextManager
    from pathlib import Path

    from recruiter_tui.services import Services
    from tests.tui.desk import Desk

    Sit = Callable[..., AbstractAsyncContextManager[Desk]]


async def disposition(services: Services, name: str) -> Disposition:
    keys = await services.candidates.roll("V1")
    return next(row.disposition for row in await services.candidates.rows(keys) if name in row.name)


async def test_the_desk_shows_vacancies_candidates_and_the_dossier_under_the_cursor(desk: Desk) -> None:
    await desk.browse().on("Bilal").sees("Programme Officer", "Amina Haddad", "张伟", "Findings")
    await desk.sees("18338 · P-3 · Algiers", "3 d 13 h", "23:59  Europe/Zurich", "6 candidates")


async def test_a_verdict_is_one_key_and_the_cursor_steps_on(desk: Desk, services: Services) -> None:
    await desk.browse().on("Amina").press("s").sees("shortlisted", "u undo")
    assert "✓ shortlisted" in desk.line("Amina")
    assert desk.room.table.row() is not None
    assert "Amina" not in desk.room.table.row().name  # type: ignore[union-attr]  # asserted just above
    assert await disposition(services, "Amina") is Disposition.SHORTLISTED


@pytest.mark.parametrize(
    ("key", "expected"),
    [("l", "+ long list"), ("m", "~ maybe"), ("w", "withdrawn"), ("s", "✓ shortlisted")],
)
async def test_each_verdict_has_its_key_and_u_takes_it_back(desk: Desk, key: str, expected: str) -> None:
    await desk.browse().on("Chloé").press(key).sees(expected)
    await desk.undo().sees("● new")
    assert "● new" in desk.line("Chloé")
    await desk.press("ctrl+r").sees(expected)


async def test_a_rejection_asks_for_its_reason_with_one_more_key(desk: Desk, services: Services) -> None:
    await desk.browse().on("Dina").press("x").sees("Not suitable, because", "education")
    assert await disposition(services, "Dina") is Disposition.NEW
    await desk.press("e").sees("✗ not suitable")
    assert await disposition(services, "Dina") is Disposition.NOT_SUITABLE


async def test_escape_in_the_reasons_decides_nothing(desk: Desk, services: Services) -> None:
    await desk.browse().on("Dina").press("x").sees("because").press("escape").sees_no("because")
    assert await disposition(services, "Dina") is Disposition.NEW


async def test_marks_are_judged_together_and_undone_together(desk: Desk, services: Services) -> None:
    await desk.browse().mark("Amina", "张伟", "Émile").sees("3 marked").press("l").sees("3 ")
    for name in ("Amina", "张伟", "Émile"):
        assert await disposition(services, name) is Disposition.LONGLISTED
    await desk.undo().sees_no("+ long list")


async def test_hidden_marks_are_counted_and_left_alone(desk: Desk, services: Services) -> None:
    await desk.browse().mark("Amina", "Bilal").filter("amina").sees("2 marked (1 hidden)", "1 of 6")
    await desk.press("s").sees("shortlisted")
    assert await disposition(services, "Amina") is Disposition.SHORTLISTED
    assert await disposition(services, "Bilal") is Disposition.NEW


async def test_a_filter_works_while_it_is_typed_stays_visible_and_escape_clears_it(desk: Desk) -> None:
    await desk.browse().press("slash").type("chlo").sees("1 of 6").sees_no("Bilal Okonkwo")
    await desk.press("enter").sees("/ chlo", "1 of 6")
    await desk.press("escape").sees("Bilal Okonkwo", "6 candidates").sees_no("/ chlo")


async def test_a_broken_filter_is_marked_at_its_place_and_keeps_the_last_good_rows(desk: Desk) -> None:
    await desk.browse().press("slash").type("tier:(").sees("^ ")
    await desk.press("enter").sees("^ ")
    await desk.press("escape").sees("6 candidates", "Bilal Okonkwo")


async def test_an_empty_table_says_why_it_is_empty(desk: Desk) -> None:
    await desk.browse().filter("nosuchperson").sees("nobody matches the filter", "0 of 6")
    await desk.press("escape").sees("Amina Haddad")


async def test_arrows_move_in_the_table_while_a_filter_is_typed(desk: Desk) -> None:
    await desk.browse().press("slash", "down", "down")
    assert desk.room.table.cursor == 2


async def test_the_order_is_chosen_from_a_menu_and_turned_by_choosing_it_again(desk: Desk) -> None:
    await desk.browse().press("S").sees("Sort by").press("n").sees("Name▾")
    await desk.press("S", "n").sees("Name▴")


async def test_another_terminals_mark_appears_by_itself(desk: Desk, tmp_path: Path) -> None:
    await desk.browse().sees("Amina")
    async with open_services(tmp_path / "store.db", "ben") as elsewhere:
        [key] = await elsewhere.candidates.roll("V1", "Amina")
        await elsewhere.decisions.decide([key], Disposition.SHORTLISTED)
    await desk.sees("✓ shortlisted")
    assert "✓ shortlisted" in desk.line("Amina")


async def test_a_conflict_is_shown_with_who_was_faster_and_changes_nothing(
    desk: Desk, services: Services, tmp_path: Path
) -> None:
    await desk.browse().on("Amina")
    async with open_services(tmp_path / "store.db", "ben") as elsewhere:
        [key] = await elsewhere.candidates.roll("V1", "Amina")
        await elsewhere.decisions.decide([key], Disposition.MAYBE)
        await desk.press("s").sees("Somebody was faster", "ben")
    assert await disposition(services, "Amina") is Disposition.MAYBE
    await desk.press("enter").sees_no("Somebody was faster")


async def test_a_reason_that_was_written_before_a_conflict_is_not_lost(
    desk: Desk, services: Services, tmp_path: Path
) -> None:
    await desk.browse().on("Amina").press("x").sees("Not suitable, because").press("o").type("too far")
    async with open_services(tmp_path / "store.db", "ben") as elsewhere:
        [key] = await elsewhere.candidates.roll("V1", "Amina")
        await elsewhere.decisions.decide([key], Disposition.MAYBE)
    await desk.press("enter").sees("Somebody was faster").press("enter").sees_no("Somebody was faster")
    await desk.sees("maybe")  # what the other did is on the screen, so that the next verdict rests on it
    await desk.press("x", "o").sees("too far").press("enter").sees_no("Not suitable, because")
    assert await disposition(services, "Amina") is Disposition.NOT_SUITABLE
    await desk.on("Bilal").press("x", "o").sees("the reason, in a sentence").sees_no("too far")


async def test_a_refused_verdict_says_why_until_the_cursor_moves_on(
    desk: Desk, services: Services, tmp_path: Path
) -> None:
    await desk.browse().on("Amina")
    (tmp_path / "store.db").rename(tmp_path / "moved.db")
    await desk.press("s").sees("was moved, deleted or replaced")
    await desk.settle()
    await desk.sees("was moved, deleted or replaced")
    assert "Amina" in desk.room.table.row().name  # type: ignore[union-attr]  # a row is under the cursor
    assert await disposition(services, "Amina") is Disposition.NEW
    await desk.press("down").sees_no("was moved")
    (tmp_path / "moved.db").rename(tmp_path / "store.db")


async def test_a_note_is_written_and_shows_in_the_dossier(desk: Desk) -> None:
    await desk.browse().on("Bilal").press("n").type("called").press("enter").sees("note on")
    await desk.press("3", "G").sees("called")


async def test_a_key_that_cannot_be_used_says_why(desk: Desk) -> None:
    await desk.browse().press("c").sees("mark 2 to 6 candidates first")
    await desk.press("1", "s").sees("choose a candidate first")


async def test_help_palette_and_history_open_and_close(desk: Desk) -> None:
    await desk.browse().press("question_mark").sees("El Ti Ed La", "Puts on the short list")
    await desk.press("G").sees("OSC 52").press("g").sees("What you see").press("escape").sees_no("Keys")
    await desk.press("colon").sees("Commands").type("sort").press("enter").sees("Sort by").press("escape")
    await desk.press("s").press("H").sees("History", "awa").press("escape").sees("Candidates")


async def test_the_palette_runs_what_it_found_and_tells_what_cannot_be_run(desk: Desk) -> None:
    await desk.browse().press("ctrl+p").type("comp").sees("mark 2 to 6")
    await desk.press("enter").sees("mark 2 to 6 candidates first")


async def test_a_narrow_terminal_shows_one_pane_and_a_trail(sit: Sit) -> None:
    async with sit((80, 24)) as desk:
        await desk.sees("Vacancies", "Programme Officer").sees_no("Amina")
        await desk.press("enter").sees("Amina Haddad", "Vacancies").sees_no("Findings")
        await desk.press("enter").sees("Findings")
        await desk.press("escape", "escape").sees("Europe/Zurich")


@pytest.mark.parametrize("size", [(80, 24), (60, 20), (40, 12), (100, 30), (120, 40), (200, 60)])
async def test_every_size_is_filled_exactly(sit: Sit, size: tuple[int, int]) -> None:
    async with sit(size) as desk:
        for key in ("1", "2", "3"):
            await desk.press(key)
            lines = desk.screen.splitlines()
            assert len(lines) == size[1]
            assert {cell_len(line) for line in lines} == {size[0]}


async def test_one_cell_is_no_reason_to_fall(sit: Sit) -> None:
    async with sit((1, 1)) as desk:
        await desk.press("2", "j", "s", "slash", "a", "enter", "question_mark", "escape")
        await desk.pilot.resize_terminal(80, 24)
        await desk.press("escape").sees("Amina")


async def test_the_mouse_does_what_keys_do(sit: Sit) -> None:
    async with sit((120, 30)) as desk:
        await desk.browse()
        await desk.pilot.click("#candidates", offset=(8, 3))
        await desk.settle()
        assert desk.room.table.cursor == 2
        await desk.pilot.click("KeyLine", offset=(2, 0))
        await desk.sees("✓ shortlisted")


async def test_hostile_names_are_shown_as_they_are_on_every_screen(tmp_path: Path) -> None:
    from tests.tui.conftest import sitting_at

    async with open_services(tmp_path / "hostile.db", "awa") as services:
        await fill(services, tmp_path, HOSTILE)
        async with sitting_at(services) as desk:
            await desk.browse().sees("[red]Mallory", "Alice [/]", "[@click=app.quit]")
            for name in ("Mallory", "Alice [/]", "Bob"):
                await desk.on(name).press("n").sees("Note on").press("escape")
                await desk.press("s", "3", "j", "j", "2").sees("Findings")
            await desk.press("H").sees("History").press("escape")
            await (
                desk.press("slash").type("[red").press("escape", "question_mark", "escape", "colon", "escape")
            )
            assert "\x1b" not in desk.screen
            assert "\u202e" not in desk.screen


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_the_desk_looks_as_it_did(sit: Sit, svg: object, size: tuple[int, int]) -> None:
    async with sit(size) as desk:
        await desk.browse().on("Bilal").press("s").mark("Dina").sees("1 marked")
        assert desk.app.export_screenshot() == svg

"""What a person does with a notice: look, jump, correct, split, merge, drop, add, take it in."""

from __future__ import annotations

from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

import pytest
from rich.cells import cell_len

from recruiter_tui.compose import open_services
from recruiter_tui.domain.requirement import Necessity
from recruiter_tui.domain.stated import State
from recruiter_tui.tui.screens.notice import NoticeScreen
from tests.tui.conftest import sitting_at
from tests.tui.notices import HOSTILE, NOTICE, add, write
from tests.tui.stores import NOW
from tests.tui.test_careless import fumble

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from recruiter_tui.domain.notice import Notice
    from recruiter_tui.services import Services
    from tests.tui.desk import Desk


@pytest.fixture
async def harbour(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Services]:
    """Open a store that holds one notice."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    async with open_services(tmp_path / "notices.db", "awa", clock=lambda: NOW) as services:
        await add(services, tmp_path)
        yield services


@asynccontextmanager
async def looking(services: Services, size: tuple[int, int] = (120, 40)) -> AsyncIterator[Desk]:
    """Sit at the notice view."""
    async with sitting_at(services, size) as desk:
        await desk.sees("Harbour").press("N").sees("Fields")
        yield desk


def view(desk: Desk) -> NoticeScreen:
    screen = desk.app.screen
    assert isinstance(screen, NoticeScreen)
    return screen


async def stored(services: Services) -> Notice:
    return (await services.notices.view("V1")).detail.notice


async def at(desk: Desk, key: str) -> None:
    """Put the page's cursor on an item, as a click does."""
    page = view(desk).page
    page.select(key)
    page.post_message(page.Pointed(key))
    await desk.settle()


async def test_the_source_stands_beside_what_was_understood(harbour: Services) -> None:
    async with looking(harbour) as desk:
        await desk.sees("Position Title: Harbour Registers Officer", "= stated", "4 Dec 2026", "not stated")
        await desk.sees("characters that every notice has").press("z").sees("does not charge a fee")
        await desk.press("G").sees("Train the clerks").press("escape").sees("Candidates")


async def test_moving_on_the_page_shows_the_place_and_moving_in_the_source_shows_the_item(
    harbour: Services,
) -> None:
    async with looking(harbour) as desk:
        await desk.press("j")
        assert view(desk).page.key == "field/reference"
        standing = view(desk).source._at
        assert standing is not None
        assert NOTICE[slice(*standing[0])] == "24501"
        await desk.press("right_square_bracket")
        assert view(desk).page.key == "field/duty_station_city"
        await desk.press("left_square_bracket", "left_square_bracket")
        assert view(desk).page.key == "field/title"
        await desk.press("left_square_bracket")
        assert view(desk).page.key != "field/title"
        await desk.press("tab")
        assert view(desk).source.has_focus
        await desk.press("tab", "enter").sees("place")


async def test_a_value_is_typed_understood_kept_with_who_and_when_and_taken_back(harbour: Services) -> None:
    async with looking(harbour) as desk:
        await at(desk, "field/closing")
        await desk.press("E").sees("Correct the closing", "came in").press("ctrl+u")
        await desk.type("soon").sees("no date is understood").press("enter").sees("Correct the closing")
        await desk.press("ctrl+u").type("2026-12-11 23:59 Europe/Zurich").sees("22:59 UTC").press("enter")
        await desk.sees("✎ corrected", "came in as 4 Dec 2026", "awa, 22")
        assert (await stored(harbour)).closing.state is State.CORRECTED
        await desk.press("u").sees_no("✎ corrected").press("ctrl+r").sees("✎ corrected")


async def test_text_is_chosen_in_the_source_for_the_field_under_the_cursor(harbour: Services) -> None:
    async with looking(harbour) as desk:
        await desk.press("v").sees("v holds the start", "Harbour")
        await desk.press("w", "w", "v", "b").sees("Registers Officer", "enter takes").press("enter")
        await desk.sees("What is the chosen text?", "the title").press("enter").sees("Correct the title")
        await desk.press("enter").sees("✎ corrected")
        title = (await stored(harbour)).title
        assert (title.value, title.imported) == ("Registers Officer", "Harbour Registers Officer")
        assert [NOTICE[slice(*span)] for span in title.spans] == ["Registers Officer"]


async def test_text_is_chosen_by_letters_and_lines_for_a_new_criterion_and_escape_ends_the_choice(
    harbour: Services,
) -> None:
    async with looking(harbour) as desk:
        await at(desk, "duty/1")
        await desk.press("v", "v", "w", "w", "left").sees("Train the clerk").press("right", "escape")
        assert view(desk).source.selection is None
        await desk.press("v", "v", "w", "w", "enter").sees("new: a skill").press("s").sees("New: Skills")
        await desk.press("enter").sees("✎ added")
        added = next(one for one in (await stored(harbour)).criteria if one.by)
        assert (added.text, added.imported) == ("Train the clerks", None)
        assert [NOTICE[slice(*span)] for span in added.spans] == ["Train the clerks"]


async def test_a_glued_item_is_split_and_merged_again(harbour: Services) -> None:
    before = (await stored(harbour)).criteria
    async with looking(harbour) as desk:
        await at(desk, "criterion/experience-1")
        await (
            desk.press("s")
            .sees("Split into two")
            .press("left", "right", "greater_than_sign", "less_than_sign")
        )
        await desk.press("enter").sees("✎ corrected")
        pieces = [one for one in (await stored(harbour)).criteria if one.id.startswith("experience-1.")]
        assert [one.text for one in pieces] == [
            "Experience in keeping port registers",
            "and in training clerks",
        ]
        await at(desk, "criterion/experience-1.1")
        await desk.press("m").sees_no("✎ corrected")
        assert (await stored(harbour)).criteria == before


async def test_marked_items_are_merged_and_undo_parts_them(harbour: Services) -> None:
    async with looking(harbour) as desk:
        await at(desk, "criterion/experience-1")
        await desk.press("space", "space").sees("2 marked").press("m").sees("; Experience in drafting")
        await desk.press("u").sees_no("✎ corrected")


async def test_essential_turns_to_advantage_and_a_dropped_criterion_comes_back(harbour: Services) -> None:
    async with looking(harbour) as desk:
        await at(desk, "criterion/experience-2")
        await desk.press("t").sees("came in as essential")
        kept = next(one for one in (await stored(harbour)).criteria if one.id == "experience-2")
        assert kept.necessity is Necessity.ADVANTAGE
        await desk.press("d")
        await at(desk, "dropped/experience-2")
        await desk.press("G").sees("Taken out").press("d").sees_no("Taken out")
        assert kept in (await stored(harbour)).criteria


async def test_a_criterion_is_added_in_ones_own_words_and_nonsense_is_refused(harbour: Services) -> None:
    async with looking(harbour) as desk:
        await desk.press("n").sees("A new criterion on").press("l").sees("New: Languages")
        await desk.type("Gobbledygook").sees("no language is known").press("ctrl+u").type("Arabic fluent")
        await desk.press("enter").sees("Arabic fluent", "✎ added")


async def test_what_cannot_be_done_here_says_why(harbour: Services) -> None:
    async with looking(harbour) as desk:
        await desk.press("s").sees("choose a criterion on the right first")
        await at(desk, "criterion/language-en")
        await desk.press("s").sees("only experience, skills and competencies")
        await desk.press("W").sees("this notice is stored already")


async def test_frozen_criteria_ask_for_a_reason(services: Services) -> None:
    from recruiter_tui.domain.application import Disposition

    [key] = await services.candidates.roll("V1", "Amina")
    await services.decisions.decide([key], Disposition.LONGLISTED)
    async with sitting_at(services, (120, 40)) as desk:
        await desk.sees("Programme Officer").press("N").sees("frozen by a first verdict")
        await at(desk, "criterion/language-en")
        await desk.press("t").sees("Why are the criteria changed?").press("enter").sees("nothing is written")
        await desk.type("asked for").press("enter").sees("criteria · version 2")


async def test_one_notice_is_shown_before_it_is_stored(harbour: Services, tmp_path: Path) -> None:
    path = write(tmp_path, NOTICE.replace("24501", "777").replace("Harbour Reg", "Quay Reg"), "quay.txt")
    async with sitting_at(harbour, (120, 40)) as desk:
        await desk.sees("Harbour").press("a").sees("Add notices").type(str(path)[:-4]).press("tab", "enter")
        await desk.sees("not stored yet", "Quay Registers Officer", "look at:")
        assert len(await harbour.vacancies.list()) == 1
        await at(desk, "criterion/experience-2")
        await (
            desk.press("d")
            .sees("Taken out")
            .press("u")
            .sees_no("Taken out")
            .press("ctrl+r")
            .sees("Taken out")
        )
        await desk.press("W").sees("Candidates", "1 vacancy added")
        detail = await harbour.vacancies.get("777")
        assert [gone.criterion.id for gone in detail.notice.dropped] == ["experience-2"]


async def test_another_version_shows_what_changed_before_it_is_stored(
    harbour: Services, tmp_path: Path
) -> None:
    path = write(tmp_path, NOTICE.replace("4 December", "18 December"), "again.txt")
    async with sitting_at(harbour, (120, 40)) as desk:
        await desk.sees("Harbour").press("a").type(str(path)).press("enter")
        await desk.sees("another version of V1", "Changed since", "→ 18 Dec 2026").press("W")
        await desk.sees("Candidates").press("N").sees("version 2", "Changed since version 1")


async def test_a_folder_becomes_a_queue_of_what_to_look_at(harbour: Services, tmp_path: Path) -> None:
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(4):
        name = f"Clerk {number}"
        text = NOTICE.replace("24501", f"7{number}").replace("Harbour Registers Officer", name)
        write(folder, text.replace("Grade: P-3\n", "") if number == 2 else text, f"{number}.txt")
    write(folder, "nothing", "junk.txt")
    write(folder, NOTICE, "known.txt")
    async with sitting_at(harbour, (120, 40)) as desk:
        await desk.sees("Harbour").press("a").type(str(folder)).press("enter")
        await desk.sees("Clerk 0", "new vacancy", "stored before", "no grade", "junk.txt")
        await desk.press("f").sees("flagged only").press("f").press("space").sees("left out", "3 to store")
        await desk.press("j", "enter").sees("not stored yet").press("escape").sees("Notices that were read")
        await desk.press("W").sees("0 to store").press("escape").sees("Candidates")
        assert sorted(row.title for row in await harbour.vacancies.list())[:3] == [
            "Clerk 1",
            "Clerk 2",
            "Clerk 3",
        ]


async def test_a_path_that_names_nothing_is_refused_there(harbour: Services) -> None:
    async with sitting_at(harbour) as desk:
        await (
            desk.press("a").press("enter").sees("Nothing is typed yet").type("/no/such/place").press("enter")
        )
        await desk.sees("Nothing is there").press("escape").sees_no("Add notices")


async def test_hostile_text_is_shown_as_it_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    async with open_services(tmp_path / "hostile.db", "awa", clock=lambda: NOW) as services:
        await add(services, tmp_path, HOSTILE)
        async with looking(services) as desk:
            for _step in range(30):
                await desk.press("right_square_bracket")
                assert "\x1b" not in desk.screen
                assert "\u202e" not in desk.screen
            await desk.press("E").press("escape", "tab", "v", "v", "j", "j", "enter", "escape", "escape")


@pytest.mark.parametrize("size", [(80, 24), (40, 12), (120, 40), (200, 60)])
async def test_every_size_is_filled_exactly(harbour: Services, size: tuple[int, int]) -> None:
    async with sitting_at(harbour, size) as desk:
        await desk.sees("Harbour").press("N").sees("Understood")
        for keys in (("tab",), ("G",), ("tab",), ("G",), ("v",), ("escape",)):
            await desk.press(*keys)
            lines = desk.screen.splitlines()
            assert len(lines) == size[1]
            assert {cell_len(line) for line in lines} == {size[0]}


async def test_a_narrow_terminal_turns_from_one_side_to_the_other(harbour: Services) -> None:
    async with sitting_at(harbour, (80, 24)) as desk:
        await desk.sees("Harbour").press("N").sees("Fields")
        assert (view(desk).page.display, view(desk).source.display) == (True, False)
        await desk.press("tab")
        assert (view(desk).page.display, view(desk).source.display) == (False, True)
        assert view(desk).source.has_focus
        await desk.press("tab").sees("Fields")
        await desk.press("v")
        assert view(desk).source.has_focus


async def test_one_cell_is_no_reason_to_fall(harbour: Services) -> None:
    async with sitting_at(harbour) as desk:
        await desk.sees("Harbour").press("N").sees("Fields")
        await desk.pilot.resize_terminal(1, 1)
        await desk.press("j", "tab", "v", "w", "v", "w", "escape", "z", "G", "g")
        await desk.pilot.resize_terminal(120, 30)
        await desk.press("escape").sees("Candidates")


async def test_the_notice_view_looks_as_it_did(harbour: Services, svg: object) -> None:
    async with looking(harbour) as desk:
        await at(desk, "criterion/experience-1")
        await desk.press("t").sees("came in as essential")
        view(desk).status.last("", can_undo=False)
        await desk.settle()
        assert desk.app.export_screenshot() == svg


@pytest.mark.parametrize("seed", range(2))
async def test_careless_hands_break_nothing(
    harbour: Services, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seed: int
) -> None:
    monkeypatch.chdir(tmp_path)
    async with looking(harbour) as desk:
        await fumble(desk, seed, 60)

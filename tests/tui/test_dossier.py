from __future__ import annotations

from contextlib import asynccontextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from recruiter_tui.domain.finding import Evidence
from recruiter_tui.domain.stated import Stated
from recruiter_tui.domain.stems import stem
from recruiter_tui.tui.drawing.setting import Setting
from recruiter_tui.tui.widgets.dossier import DossierPane
from tests.tui.bench import Bench
from tests.tui.people import DOSSIER, named
from tests.tui.screen import dump

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from textual.pilot import Pilot

    from recruiter_tui.services.views import Dossier


@asynccontextmanager
async def pane(
    dossier: Dossier | None = DOSSIER, size: tuple[int, int] = (60, 24)
) -> AsyncIterator[tuple[DossierPane, Pilot[None]]]:
    """Show a dossier on the bench, with the focus in it."""
    app = Bench()
    async with app.run_test(size=size, notifications=True) as pilot:
        shown = DossierPane()
        await app.mount(shown)
        await pilot.pause()
        shown.show(dossier)
        shown.focus()
        await pilot.pause()
        yield shown, pilot


async def test_the_pane_shows_who_is_under_the_cursor() -> None:
    async with pane() as (_, pilot):
        lines = dump(pilot.app).splitlines()
        assert "Amina Belkacem-Lévêque" in lines[0]
        assert "~ maybe   tier 1   ? cannot tell" in lines[1]


async def test_without_anybody_it_says_so() -> None:
    async with pane(None) as (shown, pilot):
        assert "Nobody is under the cursor." in dump(pilot.app)
        assert shown.selected is None


async def test_the_cursor_steps_from_finding_to_finding() -> None:
    async with pane() as (shown, pilot):
        await pilot.press("j", "j")
        assert shown.selected_finding == "deadline"
        await pilot.press("down")
        assert shown.criterion == "nationality"
        await pilot.press("k")
        assert shown.criterion == "deadline"


async def test_a_fact_under_the_cursor_names_its_path() -> None:
    async with pane(size=(60, 60)) as (shown, pilot):
        seen = {shown.selected_fact}
        for _ in range(20):
            await pilot.press("j")
            seen.add(shown.selected_fact)
        assert {"name", "nationalities", "employment/0", "employment/2", "degrees/0"} <= seen


async def test_the_selected_finding_is_always_in_view() -> None:
    async with pane(size=(50, 12)) as (shown, pilot):
        for _ in range(30):
            await pilot.press("j")
            if shown.selected_finding == "education":
                break
        assert shown.selected_finding == "education"
        assert "▌ ✓ met          Education and" in dump(pilot.app)


async def test_a_cursor_that_scrolled_out_of_view_acts_on_nothing() -> None:
    async with pane(size=(60, 10)) as (shown, pilot):
        await pilot.press("G")
        assert shown.selected_finding is None
        await pilot.press("g")
        assert shown.selected_fact == "name"


async def test_the_end_and_the_beginning_are_one_key_away() -> None:
    async with pane(size=(60, 10)) as (_, pilot):
        await pilot.press("G")
        assert "Example Relief, Niamey." in dump(pilot.app)
        await pilot.press("home")
        assert "Amina Belkacem-Lévêque" in dump(pilot.app)


async def test_a_page_goes_on_where_the_last_one_ended() -> None:
    async with pane(size=(60, 10)) as (_, pilot):
        before = dump(pilot.app).splitlines()
        await pilot.press("pagedown")
        after = dump(pilot.app).splitlines()
        assert before[-1].strip("▌ ▐") == after[1].strip("▌ ▐")
        await pilot.press("pageup")
        assert "Amina Belkacem-Lévêque" in dump(pilot.app)


async def test_the_same_application_shown_again_stays_where_it_is() -> None:
    async with pane(size=(60, 10)) as (shown, pilot):
        await pilot.press("j", "j", "j", "j")
        held = shown.selected
        assert held is not None
        shown.show(replace(DOSSIER, row=replace(DOSSIER.row, version=4)))
        await pilot.pause()
        assert shown.selected == held
        shown.show(named("Jean Dupont"))
        assert shown.selected is None
        await pilot.pause()
        assert "Jean Dupont" in dump(pilot.app).splitlines()[0]


async def test_a_click_puts_the_cursor_on_a_finding() -> None:
    async with pane() as (shown, pilot):
        await pilot.click(DossierPane, offset=(5, 8))
        assert shown.selected_finding == "deadline"


async def test_the_wheel_scrolls_without_keys() -> None:
    async with pane(size=(60, 10)) as (shown, pilot):
        shown.on_mouse_scroll_down()
        await pilot.pause()
        assert "Amina" not in dump(pilot.app)
        shown.on_mouse_scroll_up()
        await pilot.pause()
        assert "Amina" in dump(pilot.app)


@pytest.mark.parametrize("size", [(28, 12), (60, 20), (100, 40), (3, 3), (12, 5)])
async def test_every_size_is_drawn(size: tuple[int, int]) -> None:
    async with pane(size=size) as (_, pilot):
        await pilot.press("j", "pagedown", "G", "k", "g")
        assert len(dump(pilot.app).splitlines()) == size[1]


@pytest.mark.parametrize(
    "name", ["[@click=app.quit]x[/]", "\x1b]0;x\x07\x1b[31mx", "\u202ex", "王" * 80, "[/b]"]
)
async def test_a_hostile_name_is_only_text(name: str) -> None:
    candidate = replace(DOSSIER.candidate, name=Stated.known(name))
    async with pane(replace(DOSSIER, candidate=candidate)) as (_, pilot):
        await pilot.click(DossierPane, offset=(3, 0))
        shown = dump(pilot.app)
        assert "\x1b" not in shown
        assert "\u202e" not in shown
        assert pilot.app.is_running


async def test_a_dossier_with_very_long_papers_shows_at_once() -> None:
    papers = tuple(replace(one, text="word " * 40_000) for one in DOSSIER.candidate.documents)
    candidate = replace(DOSSIER.candidate, documents=papers)
    async with pane() as (shown, pilot):
        shown.show(replace(DOSSIER, candidate=candidate))
        assert shown._page.known < 200  # behind the curtain: nothing below the view was drawn yet
        await pilot.press("G")
        assert "word word" in dump(pilot.app)


async def test_the_terms_of_open_criteria_are_lit_in_the_papers() -> None:
    async with pane() as (shown, pilot):
        shown.show(DOSSIER, Setting(terms={"skill-2": frozenset({stem("proposals")})}))
        await pilot.press("G")
        lines = [shown._page.line(number) for number in range(shown._page.known)]
        lit = {text for line in lines if line for text, ink in line.pieces if ink == "bold $ink-strong"}
        assert "proposals" in lit


async def test_enter_shows_all_evidence_of_a_finding_and_folds_it_again() -> None:
    quoted = tuple(Evidence(f"job number {number}", "cv.pdf") for number in range(5))
    findings = tuple(
        replace(one, evidence=quoted) if one.criterion == "deadline" else one for one in DOSSIER.findings
    )
    async with pane(replace(DOSSIER, findings=findings)) as (shown, pilot):
        assert "3 more, enter shows them" in dump(pilot.app)
        await pilot.press("j", "j", "enter")
        assert shown.selected_finding == "deadline"
        assert "job number 4" in dump(pilot.app)
        await pilot.press("enter")
        assert "job number 4" not in dump(pilot.app)

from __future__ import annotations

from contextlib import asynccontextmanager
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from recruiter_tui.domain.application import Disposition
from recruiter_tui.domain.errors import Conflict
from recruiter_tui.domain.finding import Outcome
from recruiter_tui.tui.drawing.comparison import Columns
from recruiter_tui.tui.screens.compare import CompareScreen
from recruiter_tui.tui.screens.dossier import DossierScreen
from tests.tui.bench import Bench, Services, everybody
from tests.tui.screen import dump

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from textual.pilot import Pilot


class Compared:
    """The comparison on the bench."""

    def __init__(self, pilot: Pilot[None], services: Services, screen: CompareScreen) -> None:
        self.pilot = pilot
        self.services = services
        self.screen = screen

    async def press(self, *keys: str) -> None:
        for key in keys:
            await self.pilot.press(key)
            await self.pilot.pause()

    async def settle(self) -> None:
        await self.pilot.app.workers.wait_for_complete()
        await self.pilot.pause()

    @property
    def shown(self) -> str:
        return dump(self.pilot.app)

    def rows(self) -> list[str]:
        """Return the words of the table's lines."""
        return [" ".join(text.split()) for text in self.shown.splitlines()]


@asynccontextmanager
async def compared(*keys: int, size: tuple[int, int] = (120, 40)) -> AsyncIterator[Compared]:
    """Compare some of the five on the bench; the second one came late."""
    people = everybody()
    late = tuple(
        replace(one, outcome=Outcome.NOT_MET, reason="Received 37 s after the closing.")
        if one.criterion == "deadline"
        else one
        for one in people[1].findings
    )
    services = Services((people[0], replace(people[1], findings=late), *people[2:]))
    app = Bench(services)
    async with app.run_test(size=size, notifications=True) as pilot:
        screen = CompareScreen(keys or (1, 2, 3))
        await app.push_screen(screen)
        held = Compared(pilot, services, screen)
        await held.settle()
        yield held


async def test_criteria_are_rows_and_differences_come_first() -> None:
    async with compared() as page:
        rows = page.rows()
        assert "Amina Belkacem-Lévêque" in page.shown
        first = rows.index(next(text for text in rows if text.startswith("Differences")))
        assert rows[first + 1] == "Closing ✓ met ✗ not met ✓ met"
        assert any(text.startswith("Nationality ? cannot tell ? cannot tell") for text in rows[first + 2 :])


async def test_d_shows_differences_only_then_everything_by_family() -> None:
    async with compared() as page:
        await page.press("d")
        assert "differences only" in page.shown
        assert "Nationality" not in page.shown
        await page.press("d")
        assert "everything, by family" in page.shown
        assert "For you to judge" in page.shown
        await page.press("d")
        assert "differences first" in page.shown


async def test_the_evidence_of_the_cell_stands_beneath() -> None:
    async with compared() as page:
        assert "Received 2 d 3 h before the closing." in page.shown
        await page.press("right")
        assert "Jean-Baptiste Ouédraogo Closing" in page.rows()
        assert "Received 37 s after the closing." in page.shown
        assert "“2026-02-03T19:59:12Z” applications.csv, row 42" in page.rows()


async def test_verdicts_fall_on_the_column_under_the_cursor() -> None:
    async with compared() as page:
        await page.press("right", "m")
        await page.settle()
        assert page.services.calls[-1][:3] == ("decide", (2,), Disposition.MAYBE)
        assert page.services.calls[-1][3]["expected"] == {2: 3}
        assert "~ maybe" in page.shown


async def test_a_rejection_asks_for_its_reason() -> None:
    async with compared() as page:
        await page.press("x")
        await page.press("l")
        await page.settle()
        call: Any = page.services.calls[-1]
        assert call[:3] == ("decide", (1,), Disposition.NOT_SUITABLE)
        assert call[3]["reason"] == "language"


async def test_escape_in_the_reasons_decides_nothing() -> None:
    async with compared() as page:
        await page.press("x", "escape")
        await page.settle()
        assert page.services.calls == []
        assert isinstance(page.pilot.app.screen, CompareScreen)


async def test_a_ruling_is_about_the_cell_under_the_cursor() -> None:
    async with compared() as page:
        await page.press("right", "o", "m", *"seen", "enter")
        await page.settle()
        assert page.services.calls[-1] == ("overrule", 2, "deadline", Outcome.MET, "seen")


async def test_a_note_goes_to_the_column() -> None:
    async with compared() as page:
        await page.press("n", *"call", "enter")
        await page.settle()
        assert page.services.calls[-1] == ("note", (1,), "call")


async def test_a_conflict_is_shown_and_nothing_changes() -> None:
    async with compared() as page:
        page.services.refusal = Conflict("ana put A-0001 on the short list", "look at it again")
        await page.press("m")
        await page.settle()
        assert page.services.calls == []
        assert len(page.pilot.app.conflicts) == 1  # type: ignore[attr-defined]  # the bench keeps them
        assert "ana put A-0001 on the short list" in page.shown


async def test_undo_works_here_too() -> None:
    async with compared() as page:
        await page.press("u")
        await page.settle()
        await page.press("ctrl+r")
        await page.settle()
        assert page.services.calls == [("undo",), ("redo",)]


@pytest.mark.parametrize("size", [(80, 24), (60, 20), (40, 12), (200, 60)])
async def test_the_chosen_column_is_in_view_at_any_size(size: tuple[int, int]) -> None:
    async with compared(1, 2, 3, 4, 5, size=size) as page:
        await page.press("right", "right", "right", "right")
        assert "Olena" in page.shown
        await page.press("right")
        assert "Amina" in page.shown


async def test_rows_scroll_with_the_cursor() -> None:
    async with compared(size=(80, 14)) as page:
        await page.press("G")
        assert page.screen.grid.criterion is None
        assert "National of" in page.shown
        await page.press("g")
        assert page.screen.grid.criterion == "deadline"


async def test_a_click_chooses_the_cell() -> None:
    async with compared() as page:
        await page.pilot.click(type(page.screen.grid), offset=(70, 4))
        await page.pilot.pause()
        assert page.screen.grid.application is not None
        assert page.screen.grid.application.key == 2


async def test_escape_goes_back() -> None:
    async with compared() as page:
        await page.press("escape")
        assert not isinstance(page.pilot.app.screen, CompareScreen)


async def test_the_others_are_held_against_a_reference() -> None:
    async with compared() as page:
        await page.press("right", "p")
        assert "against Jean-Baptiste Ouédraogo" in page.shown
        rows = page.rows()
        assert any(text.startswith("▌reference 1 difference 1 difference") for text in rows), page.shown
        assert any(
            text.startswith("Nationality ? cannot tell = ? cannot tell = ? cannot tell") for text in rows
        )
        await page.press("right")
        assert any("reference Jean-Baptiste Ouédraogo: ✗ not met" in text for text in page.rows())
        await page.press("left", "p")
        assert "against" not in page.shown


@pytest.mark.parametrize("count", [2, 3, 4, 5, 6])
@pytest.mark.parametrize("width", [60, 80, 120, 200])
def test_the_reference_and_the_chosen_are_always_in_view(count: int, width: int) -> None:
    for pin in (None, *range(count)):
        for chosen in range(count):
            columns = Columns.fitting(width, count, chosen, pin)
            assert chosen in columns.shown
            assert len(set(columns.shown)) == len(columns.shown)
            if pin is not None and len(columns.shown) > 1:
                assert columns.shown[0] == pin
            assert columns.label + 2 + (columns.each + 1) * len(columns.shown) <= width


async def test_enter_opens_the_dossier_at_the_finding_under_the_cursor() -> None:
    async with compared() as page:
        await page.press("right", "enter")
        await page.settle()
        screen = page.pilot.app.screen
        assert isinstance(screen, DossierScreen)
        assert screen.pane.criterion == "deadline"
        assert "Jean-Baptiste" in page.shown

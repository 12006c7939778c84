from __future__ import annotations

from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

import pytest
from textual.widgets import Input

from recruiter_tui.domain.application import Disposition
from recruiter_tui.tui.screens.shortlist import ShortlistScreen
from tests.tui.bench import NOW, Bench, Services, everybody
from tests.tui.screen import dump

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from textual.pilot import Pilot

    from recruiter_tui.services.views import Dossier


class Ranked:
    """The short list on the bench."""

    def __init__(self, pilot: Pilot[None], services: Services, screen: ShortlistScreen) -> None:
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

    @property
    def here(self) -> str:
        row = self.screen.table.application()
        return row.name if row else ""

    def order(self) -> list[str]:
        """Return the first words of the table's lines: rules, and names with their rank."""
        width = self.screen.table.size.width
        lines = [text[:width].split() for text in self.shown.splitlines()[2:-2]]
        return [" ".join(words[:2]) for words in lines if words]


@asynccontextmanager
async def ranked(
    dossiers: tuple[Dossier, ...] | None = None, size: tuple[int, int] = (80, 24)
) -> AsyncIterator[Ranked]:
    """Show the short list."""
    services = Services(everybody() if dossiers is None else dossiers)
    app = Bench(services)
    async with app.run_test(size=size, notifications=True) as pilot:
        screen = ShortlistScreen("V1")
        await app.push_screen(screen)
        page = Ranked(pilot, services, screen)
        await page.settle()
        yield page


async def test_tier_1_stands_before_tier_2_with_a_rule_between_them() -> None:
    async with ranked() as page:
        assert page.order() == [
            "tier 1",
            "1 Amina",
            "2 Jean-Baptiste",
            "tier 2",
            "3 محمد",
            "4 王小明",
            "tier ?",
            "5 Olena",
        ]
        assert "5 on the short list" in page.shown


async def test_the_cursor_steps_over_the_rules() -> None:
    async with ranked() as page:
        assert page.here == "Amina Belkacem-Lévêque"
        await page.press("j", "j")
        assert page.here == "محمد الأمين ولد أحمد"
        await page.press("k")
        assert page.here == "Jean-Baptiste Ouédraogo"
        await page.press("G")
        assert page.here == "Olena Kovalenko"
        await page.press("g", "k")
        assert page.here == "Amina Belkacem-Lévêque"


@pytest.mark.parametrize(("key", "back"), [("shift+down", "shift+up"), ("J", "K")])
async def test_a_candidate_moves_within_the_tier_and_the_cursor_goes_along(key: str, back: str) -> None:
    async with ranked() as page:
        await page.press(key)
        await page.settle()
        assert page.order()[1:3] == ["1 Jean-Baptiste", "2 Amina"]
        assert page.here == "Amina Belkacem-Lévêque"
        await page.press(back)
        await page.settle()
        assert page.order()[1:3] == ["1 Amina", "2 Jean-Baptiste"]


async def test_a_move_into_another_tier_is_refused_and_explained() -> None:
    async with ranked(size=(120, 24)) as page:
        await page.press("j", "J")
        await page.settle()
        assert "rank never crosses from one tier into another" in page.shown
        assert page.services.calls == []


async def test_whoever_is_taken_off_the_list_leaves_it() -> None:
    async with ranked() as page:
        await page.press("m")
        await page.settle()
        assert page.services.calls[0][:3] == ("decide", (1,), Disposition.MAYBE)
        assert "Amina" not in page.shown
        assert page.here == "Jean-Baptiste Ouédraogo"


async def test_enter_opens_the_dossier_and_escape_closes_it_again() -> None:
    async with ranked() as page:
        await page.press("j", "enter")
        await page.settle()
        assert "Findings ─" in page.shown
        await page.press("escape")
        assert page.here == "Jean-Baptiste Ouédraogo"
        assert "tier 1" in page.shown
        await page.press("escape")
        assert not isinstance(page.pilot.app.screen, ShortlistScreen)


async def test_a_wide_terminal_shows_the_dossier_beside_the_list() -> None:
    async with ranked(size=(140, 30)) as page:
        assert "tier 1 · 2" in page.shown
        assert "Findings ─" in page.shown
        await page.press("enter")
        assert page.screen.pane.has_focus


async def test_export_suggests_a_dated_file_and_writes_where_it_is_told(tmp_path: Path) -> None:
    async with ranked() as page:
        await page.press("e")
        line = page.pilot.app.screen.query_one(Input)
        assert line.value.endswith(f"shortlist-R-1-{NOW:%Y-%m-%d}.csv")
        line.value = str(tmp_path / "list.json")
        await page.press("enter")
        await page.settle()
        rest = {"everything": False, "force": False, "reveal": None}
        assert page.services.calls[-1] == ("export", "V1", tmp_path / "list.json", rest)
        assert "3 rows written: " in page.shown


async def test_an_empty_list_says_how_it_fills() -> None:
    async with ranked(()) as page:
        assert "nobody is on the short list yet" in page.shown
        await page.press("m", "J", "enter")
        assert "no candidate under the cursor" in page.shown
        assert page.services.calls == []


@pytest.mark.parametrize("size", [(40, 12), (60, 20), (99, 24), (100, 24), (200, 60)])
async def test_every_size_is_drawn(size: tuple[int, int]) -> None:
    async with ranked(size=size) as page:
        await page.press("j", "G", "enter", "escape")
        assert len(page.shown.splitlines()) == size[1]
        assert "Olena" in page.shown


async def test_a_terminal_that_grows_shows_both() -> None:
    async with ranked(size=(80, 24)) as page:
        assert not page.screen.pane.display
        await page.pilot.resize_terminal(130, 24)
        await page.pilot.pause()
        assert page.screen.pane.display

"""The matrix: a sign in every cell, both ways, with the finding of the cell beneath."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from rich.cells import cell_len

from recruiter_tui.compose import open_services
from recruiter_tui.domain.requirement import Necessity
from recruiter_tui.domain.whatif import CANNOT_TELL, MET, NOT_MET, OPEN
from recruiter_tui.tui.screens.matrix import MatrixScreen
from recruiter_tui.tui.widgets.matrix_table import MatrixColumn, MatrixTable
from tests.tui.conftest import sitting_at
from tests.tui.rows import Counting
from tests.tui.stores import NOW
from tests.tui.tiered import fill_tiered

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from recruiter_tui.services import Services
    from tests.tui.desk import Desk


@pytest.fixture
async def harbour(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Services]:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    async with open_services(tmp_path / "matrix.db", "awa", clock=lambda: NOW) as services:
        await fill_tiered(services, tmp_path)
        yield services


def table(desk: Desk) -> MatrixTable:
    screen = desk.app.screen
    assert isinstance(screen, MatrixScreen)
    return screen.table


async def test_the_finding_of_the_cell_stands_beneath_and_enter_opens_the_dossier(harbour: Services) -> None:
    async with sitting_at(harbour) as desk:
        await desk.browse().press("M").sees("On time", "Languages", "Nadia Brunner", "R1-R5")
        await desk.press("right").sees("[✗]", "✗ not met", "36 months")
        await desk.press("right").sees("English (fluent)", "everybody: 8 met")
        await desk.press("enter").sees("Findings", "Career").press("escape").sees("On time")


async def test_the_desks_filter_carries_over(harbour: Services) -> None:
    async with sitting_at(harbour) as desk:
        await (
            desk.browse()
            .filter("tier:2")
            .press("M")
            .sees("/ tier:2", "7 candidates, 6 criteria")
            .sees_no("Nadia Brunner")
        )


async def test_families_are_steps_for_tab(harbour: Services) -> None:
    async with sitting_at(harbour) as desk:
        await desk.browse().press("M").sees("Languages")
        found = []
        for _step in range(4):
            await desk.press("tab")
            column = table(desk).column
            assert column is not None
            found.append(column.family)
        assert found == ["Edu", "Languages", "Experience", "Skills"]
        await desk.press("shift+tab", "shift+tab").sees("Languages 1 of everybody")


async def test_a_verdict_in_the_dossier_is_seen_in_the_matrix_when_one_comes_back(harbour: Services) -> None:
    async with sitting_at(harbour) as desk:
        await desk.browse().press("M").sees("Nadia Brunner").press("right", "enter").sees("Findings")
        await desk.press("o").sees("Overrule a finding")
        await desk.press("escape").press("escape").sees("[✗]")


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (200, 60)])
async def test_every_line_fits_any_terminal_with_hostile_names(
    harbour: Services, size: tuple[int, int]
) -> None:
    async with sitting_at(harbour, size) as desk:
        await desk.sees("Harbour").press("M").sees("[red]R", "✓ met")
        assert all(cell_len(line) == size[0] for line in desk.screen.splitlines())


async def test_five_thousand_by_thirty_reads_only_what_is_in_view(harbour: Services) -> None:
    count = 5_000
    fetch = Counting()
    codes = bytes((MET, NOT_MET, CANNOT_TELL, OPEN)[n % 4] for n in range(count))
    columns = [
        MatrixColumn(f"c{n}", f"Family {n // 6}", str(n % 6 + 1), "asked", Necessity.ESSENTIAL, codes)
        for n in range(30)
    ]
    async with sitting_at(harbour, (100, 30)) as desk:
        await desk.browse().press("M").sees("Nadia Brunner")
        matrix = table(desk)
        matrix.put(columns, {key: key - 1 for key in range(1, count + 1)}, range(1, count + 1), fetch)
        await desk.press("G").sees("Person 0005000")
        for _step in range(40):
            matrix.choose(matrix.chosen + 1)
        await desk.sees("Family 4", "<")
        assert matrix.chosen == 29
        assert fetch.asked < 500
        assert cell_len(desk.screen.splitlines()[3]) == 100

"""The matrix: a sign in every cell, both ways, with the finding of the cell beneath."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from rich.cells import cell_len

from recruiter_tui.compose import open_services
from recruiter_tui.domain.requirement import Necessity
from recruiter_tui.domain.whatif import CANNOT_TELL, MET, NOT_MET, OPEN
from recruiter_tui.tui.screens.matrix import MatrixScreen
from recruiter_tui.tui.widgets.matrix_columns import Layout, MatrixColumn, over
from tests.tui.conftest import sitting_at
from tests.tui.rows import Counting
from tests.tui.stores import NOW
from tests.tui.tiered import fill_tiered

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from recruiter_tui.services import Services
    from recruiter_tui.tui.widgets.matrix_table import MatrixTable
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
        await (
            desk.browse()
            .press("M")
            .sees("On ", "time", "& years", "Languages", "Nadia Brunner", "rules R1-R5, version 1")
        )
        await desk.press("right").sees("[✗]", "✗ not met", "36 months")
        await desk.press("right").sees("English (fluent)", "everybody: 8 met")
        await desk.press("enter").sees("Findings", "Career").press("escape").sees("& years")


async def test_the_desks_filter_carries_over(harbour: Services) -> None:
    async with sitting_at(harbour) as desk:
        await (
            desk.browse().filter("tier:2").press("M").sees("/ tier:2", "6 criteria").sees_no("Nadia Brunner")
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
        assert found == ["Degree", "Languages", "Experience", "Skills"]
        await desk.press("shift+tab", "shift+tab").sees("Language: English, everybody:")


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
        MatrixColumn(
            f"c{n}", f"Family {n // 6}", str(n % 6 + 1), f"c {n}", "asked", Necessity.ESSENTIAL, codes
        )
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


async def test_headings_are_words_where_there_is_room_and_codes_of_languages_where_not(
    harbour: Services,
) -> None:
    async with sitting_at(harbour, (120, 40)) as desk:
        await desk.browse().press("M").sees("Degree", "& years", "English", "+French", "Experience")
    async with sitting_at(harbour, (60, 24)) as desk:
        await desk.press("2").press("M").sees("& years", "EN", "+FR").sees_no("English ")


async def test_a_topic_without_passages_says_so_and_what_to_do(harbour: Services) -> None:
    async with sitting_at(harbour) as desk:
        await desk.browse().press("M").press("tab", "tab", "tab")
        await desk.sees("Experience · Experience in port operations", "no passage of the papers speaks of it")


def column(label: str, word: str = "") -> MatrixColumn:
    return MatrixColumn(label, "Family", label, label, "asked", Necessity.ESSENTIAL, b"", word)


LAID = [column("time"), column("EN", "English"), column("+AR", "+Arabic"), *map(column, ("1", "+12"))]


def test_columns_take_the_longest_headings_with_which_all_are_in_view() -> None:
    assert Layout.fitting(LAID, 28) == Layout(("time", "English", "+Arabic", "1", "+12"), (5, 8, 8, 3, 4))
    assert Layout.fitting(LAID, 27) == Layout(("time", "EN", "+AR", "1", "+12"), (6, 4, 5, 4, 5))
    assert Layout.fitting(LAID, 5).cells == (5, 3, 4, 3, 4)
    assert Layout.fitting([], 5) == Layout()


def test_the_chosen_column_is_in_view_and_no_cell_stays_unused() -> None:
    layout = Layout(("a",) * 5, (5, 3, 4, 3, 4))
    assert [layout.first(chosen, 0, 9) for chosen in range(5)] == [0, 0, 1, 2, 3]
    assert [layout.stop(left, 9) for left in range(5)] == [2, 3, 4, 5, 5]
    assert layout.first(4, 4, 100) == 0
    assert layout.stop(0, 2) == 1
    assert [layout.at(cell, 1) for cell in (0, 2, 3, 6, 7, 99)] == [1, 1, 2, 2, 3, 4]


def test_headings_stand_over_their_signs() -> None:
    for label, cells in (
        ("1", 3),
        ("EN", 3),
        ("+FR", 4),
        ("time", 5),
        ("Nation", 7),
        ("+12", 4),
        ("English", 12),
    ):
        head = over(label, cells)
        assert len(head) == cells
        assert head[(cells - 1) // 2] != " "

from __future__ import annotations

import time
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

import pytest
from rich.cells import cell_len
from textual.app import App, ComposeResult

from recruiter_tui.domain.errors import Unreadable
from recruiter_tui.tui.edges import Guard
from recruiter_tui.tui.signs import Ink
from recruiter_tui.tui.theme import NIGHT, THEMES
from recruiter_tui.tui.widgets.candidate_columns import columns, years
from recruiter_tui.tui.widgets.candidate_table import CandidateTable
from recruiter_tui.tui.widgets.lines import strip
from recruiter_tui.tui.widgets.source import Key, Roll
from tests.tui.rows import Counting, application, named, roll
from tests.tui.screen import dump

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Sequence

    from textual.filter import LineFilter
    from textual.geometry import Size
    from textual.pilot import Pilot
    from textual.strip import Strip

    from recruiter_tui.services.views import ApplicationRow


class Bench(App[None]):
    """One table and nothing else."""

    CSS = "CandidateTable { height: 1fr; width: 1fr; }"

    def __init__(self) -> None:
        super().__init__()
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = "night"
        self.table = CandidateTable()
        self.opened: list[Key | None] = []
        self.visited: list[Key | None] = []

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return dict(NIGHT)

    def get_line_filters(self) -> Sequence[LineFilter]:
        return [*super().get_line_filters(), Guard()]

    def compose(self) -> ComposeResult:
        yield self.table

    def on_mount(self) -> None:
        self.table.focus()

    def on_record_table_opened(self, message: CandidateTable.Opened) -> None:
        self.opened.append(message.key)

    def on_record_table_cursor_moved(self, message: CandidateTable.CursorMoved) -> None:
        self.visited.append(message.key)


@asynccontextmanager
async def bench(
    source: Roll[ApplicationRow], size: tuple[int, int] = (80, 12)
) -> AsyncIterator[tuple[Bench, CandidateTable, Pilot[None]]]:
    app = Bench()
    async with app.run_test(size=size) as pilot:
        app.table.show(source)
        await pilot.pause()
        yield app, app.table, pilot


async def test_the_cursor_moves_by_keys_and_stops_at_both_ends() -> None:
    async with bench(roll(30)) as (_app, table, pilot):
        await pilot.press("j", "j", "down", "k")
        assert table.cursor_key == 3
        await pilot.press("G")
        assert table.cursor_key == 30
        await pilot.press("j", "g", "k")
        assert table.cursor_key == 1
        await pilot.press("pagedown")
        assert table.cursor_key == 11
        await pilot.press("ctrl+u", "end", "home")
        assert table.cursor_key == 1


async def test_only_what_is_in_view_is_read_however_long_the_table_is() -> None:
    fetch = Counting()
    async with bench(roll(1_000_000, fetch)) as (app, _table, pilot):
        await pilot.press("G")
        await pilot.pause()
        assert "Person 1000000" in dump(app)
        assert fetch.asked <= 200


async def test_the_cursor_keeps_its_person_when_the_order_changes() -> None:
    async with bench(named("Amina", "Bilal", "Chloé")) as (_app, table, pilot):
        await pilot.press("j")
        rows: dict[Key, ApplicationRow] = {key: application(key) for key in (3, 2, 1, 9)}
        table.show(Roll((9, 3, 2, 1), lambda keys: [rows[key] for key in keys]))
        await pilot.pause()
        assert table.cursor_key == 2
        assert table.cursor == 2


async def test_the_cursor_stays_at_its_place_when_its_person_is_gone() -> None:
    async with bench(roll(20)) as (app, table, pilot):
        await pilot.press("j", "j", "j")
        table.show(Roll((1, 2, 3, 7, 8), Counting()))
        await pilot.pause()
        assert table.cursor_key == 7
        table.show(Roll((), Counting()))
        await pilot.pause()
        assert table.cursor_key is None
        assert "Person" not in dump(app)
        assert app.visited[-1] is None


async def test_the_first_rows_become_all_of_them_without_a_line_painted_anew() -> None:
    fetch = Counting()
    async with bench(Roll(tuple(range(1, 41)), fetch, 300)) as (app, table, pilot):
        await pilot.press("G")
        assert table.cursor_key == 40
        before, asked = dump(app), fetch.asked
        assert not table.complete((2, 1))
        assert table.complete(tuple(range(1, 301)))
        await pilot.pause()
        assert table.cursor_key == 300  # the end was asked for while it was not there yet
        assert "Person 0000300" in dump(app)
        await pilot.press("g")
        assert table.complete(tuple(range(1, 301)))
        await pilot.pause()
        assert "Person 0000001" in dump(app)
        assert dump(app) != before
        assert fetch.asked - asked <= 192


async def test_rows_that_say_the_same_are_drawn_once_and_only_other_lines_are_painted() -> None:
    async with bench(named("Amina", "Bilal", "Chloé", "Dana")) as (app, table, pilot):
        drawn = dict(table._kept)
        fetch = table.source._fetch
        painted: list[int] = []
        compositor = app.screen._compositor
        table.show(Roll((1, 2, 4), fetch), same=True)
        compositor.update_widgets({table})
        painted = sorted({region.y for region in compositor._dirty_regions})
        assert painted == [3, 4, 5]  # Dana, the end of the list, and the line where that stood
        assert table._kept[1] is drawn[1]
        await pilot.pause()
        assert "Chloé" not in dump(app)
        assert "Dana" in dump(app)


async def test_what_is_read_again_is_drawn_again_and_nothing_else() -> None:
    rows: dict[Key, ApplicationRow] = {key: application(key, f"Person {key}") for key in range(1, 6)}
    async with bench(Roll(tuple(rows), lambda keys: [rows[key] for key in keys])) as (app, table, pilot):
        drawn = dict(table._kept)
        rows[2] = application(2, "Somebody else")
        table.reread([2])
        await pilot.pause()
        assert "Somebody else" in dump(app)
        assert [y for y in range(1, 6) if table._kept[y] is drawn[y]] == [1, 3, 4, 5]
        rows[3] = application(3, "Another")
        table.reread()
        await pilot.pause()
        assert "Another" in dump(app)


async def test_space_marks_and_steps_and_a_second_space_takes_the_mark_away() -> None:
    async with bench(roll(9)) as (app, table, pilot):
        table.toggle_mark()
        table.toggle_mark()
        assert table.marked() == [1, 2]
        assert table.cursor_key == 3
        table.go(0)
        table.toggle_mark()
        assert table.marked() == [2]
        await pilot.pause()
        assert dump(app).splitlines()[2].startswith("▌ Person 0000002")


async def test_a_range_marks_everything_between_its_ends_in_either_direction() -> None:
    async with bench(roll(9)) as (app, table, pilot):
        table.go(6)
        table.toggle_range()
        await pilot.press("k", "k")
        assert sum(line.startswith("▌") for line in dump(app).splitlines()) == 3
        table.toggle_range()
        assert table.marked() == [5, 6, 7]
        table.clear_marks()
        assert table.marked() == []


async def test_a_bulk_act_touches_only_marks_that_are_in_view_of_the_filter() -> None:
    async with bench(roll(9)) as (_app, table, _pilot):
        table.marks = {2, 5, 8}
        table.show(Roll((5, 6, 7, 8), Counting()))
        assert table.marked() == [5, 8]
        assert len(table.marks) == 3


async def test_wheel_and_click_work_without_the_keyboard() -> None:
    async with bench(roll(100)) as (app, table, pilot):
        table._wheel(1)
        assert (table.top, table.cursor_key) == (3, 1)
        await pilot.click(CandidateTable, offset=(10, 2))
        assert table.cursor_key == 5
        await pilot.click(CandidateTable, offset=(10, 2), times=2)
        await pilot.pause()
        assert app.opened == [5]


async def test_a_cursor_move_within_the_view_paints_two_lines() -> None:
    async with bench(roll(100)) as (_app, table, pilot):
        drawn: list[int] = []
        draw = table.paint_lines

        def counted(missing: Sequence[int], size: Size) -> dict[int, Strip]:
            drawn.extend(missing)
            return draw(missing, size)

        table.paint_lines = counted  # type: ignore[method-assign]  # counts what is drawn
        await pilot.press("j")
        await pilot.pause()
        assert sorted(drawn) == [1, 2]


async def test_the_end_that_was_asked_for_among_the_first_rows_is_the_end_of_all() -> None:
    def fetch(keys: Sequence[Key]) -> list[ApplicationRow]:
        return [application(int(key)) for key in keys]

    async with bench(Roll(range(1, 65), fetch, total=1_000)) as (_app, table, pilot):
        await pilot.press("G")
        assert table.cursor_key == 64
        table.show(Roll(range(1, 1_001), fetch))
        assert table.cursor_key == 1_000
        await pilot.press("g")
        table.show(Roll(range(1, 1_001), fetch))
        assert table.cursor_key == 1


async def test_rows_that_cannot_be_read_leave_empty_lines_and_come_back() -> None:
    broken = True

    def fetch(keys: Sequence[Key]) -> list[ApplicationRow]:
        if broken:
            problem = "the store is busy"
            raise Unreadable(problem)
        return [application(int(key)) for key in keys]

    async with bench(Roll((1, 2, 3), fetch)) as (app, table, pilot):
        assert "…" in dump(app)
        broken = False
        table.reread()
        await pilot.pause()
        assert "Person 0000003" in dump(app)


NAMES = (
    "Zoë Müller",
    "张伟",
    "山田　太郎",
    "محمد بن علي",
    "שרה כהן",
    "आदित्य शर्मा",
    "👩‍💻 Dev Patel",
    "❤️ Heart",
    "e\u0301" * 40,
    "Nguyễn Văn Ánh",
    "[red]Mallory[/red]",
    "Al\x1b]0;PWNED\x07ice",
    "Al\u202enp.exe",
)


@pytest.mark.parametrize("width", [20, 40, 54, 80, 120, 200])
async def test_every_line_takes_the_width_of_the_screen_whatever_the_script(width: int) -> None:
    async with bench(named(*NAMES), (width, 16)) as (app, _table, _pilot):
        lines = dump(app).splitlines()
        assert {cell_len(line) for line in lines} == {width}


def test_columns_fit_their_room_in_every_width() -> None:
    for room in range(1, 260):
        taken = columns(room)
        assert taken[0].id == "name"
        assert sum(column.width + 1 for column in taken) - 1 <= max(room, 3)


@pytest.mark.parametrize(
    ("low", "high", "narrow", "wide"),
    [
        (None, None, "", ""),
        (60.0, 60.0, "5.0", "5.0"),
        (59.99, 59.99, "4.9", "4.9"),
        (73.307, 73.307, "6.1", "6.1"),
        (73.3, 148.8, "6–13", "6.1–12.4"),  # noqa: RUF001 - the dash of a range is what is shown
    ],
)
def test_years_are_never_rounded_in_favour_of_a_longer_service(
    low: float | None, high: float | None, narrow: str, wide: str
) -> None:
    assert years(low, high, wide=False) == narrow
    assert years(low, high, wide=True) == wide


async def test_the_size_of_the_table_does_not_matter_for_a_scroll() -> None:
    """Compares processor time, so that another process beside it changes nothing."""

    async def cost(count: int) -> float:
        async with bench(roll(count), (120, 40)) as (_app, table, _pilot):
            table.go(table.source.count - 1)
            tries = []
            for _try in range(5):
                start = time.process_time()
                for _step in range(100):
                    table.move("up")
                    table.render_lines(table.size.region)
                tries.append(time.process_time() - start)
            return min(tries)

    small, large = await cost(1_000), await cost(200_000)
    assert large < 3 * small, "two hundred times the rows must not show in a scroll by one"


async def test_a_line_that_is_cut_ends_in_an_ellipsis_and_blanks_at_its_end_do_not() -> None:
    app = Bench()
    async with app.run_test(size=(40, 5)):
        assert strip(app, [("Programme ", Ink.TEXT), ("Officer", Ink.DIM)], 14).text == "Programme Off…"
        assert strip(app, [("Programme", Ink.TEXT), ("     ", Ink.DIM)], 9).text == "Programme"
        assert strip(app, [("Zoë 王小明", Ink.TEXT)], 8, edge=("▐", Ink.RULE)).text == "Zoë 王…▐"
        assert strip(app, [("Programme", Ink.TEXT)], 1).text == "…"
        assert strip(app, [("Programme", Ink.TEXT)], 0).text == ""

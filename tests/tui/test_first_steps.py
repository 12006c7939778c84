"""From nothing to a shortlist: an empty store leads on, step by step."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from recruiter_tui.compose import open_services
from recruiter_tui.domain.application import Disposition
from recruiter_tui.tui import commands
from recruiter_tui.tui.drawing.steps import Standing, steps_lines
from recruiter_tui.tui.preferences import Preferences
from recruiter_tui.tui.text import width
from tests.tui.conftest import sitting_at
from tests.tui.stores import NOW, fill, notice

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from recruiter_tui.services import Services
    from tests.tui.desk import Desk


@pytest.fixture
async def nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Services]:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    async with open_services(tmp_path / "store.db", "awa", clock=lambda: NOW) as opened:
        yield opened


def drawn(here: Standing, cells: int = 60, lines: int = 40) -> list[str]:
    return ["".join(text for text, _ink in runs).rstrip() for runs in steps_lines(here, cells, lines)]


def current(here: Standing) -> str:
    (line,) = [line for line in drawn(here) if "▸" in line]
    return line


@pytest.mark.parametrize(
    ("here", "step"),
    [
        (Standing(), "1  Add a notice"),
        (Standing("Officer"), "2  Take applications in"),
        (Standing("Officer", 9), "3  Look at the criteria"),
        (Standing("Officer", 9, frozen=True), "4  Judge"),
        (Standing("Officer", 9, 4, 1), "4  Judge"),
        (Standing("Officer", 9, 9, 0), "4  Judge"),
        (Standing("Officer", 9, 9, 2), "5  Hand the short list on"),
    ],
)
def test_the_step_that_comes_next_is_lit_and_those_before_are_ticked(here: Standing, step: str) -> None:
    assert step in current(here)
    assert len([line for line in drawn(here) if line.startswith(" ✓")]) == here.step - 1


def test_each_step_names_its_keys_also_when_somebody_changed_them() -> None:
    assert drawn(Standing())[3].endswith(" a")
    try:
        commands.use_keys({"notice.take": "f9"})
        assert drawn(Standing())[3].endswith(" f9")
    finally:
        commands.use_keys({})


@pytest.mark.parametrize("cells", [8, 20, 34, 60, 200])
@pytest.mark.parametrize("lines", [3, 12, 40])
def test_the_steps_fit_wherever_they_stand(cells: int, lines: int) -> None:
    for line in drawn(Standing("Programme Officer " * 5, 1_234, 600, 12), cells, lines):
        assert width(line) <= max(cells, 30)


async def test_a_new_recruiter_is_led_from_nothing_to_a_short_list(nothing: Services, tmp_path: Path) -> None:
    async with sitting_at(nothing) as desk:
        await desk.sees("From a notice to a short list", "▸ 1  Add a notice", "recruiter-tui demo")
        await desk.sees_no("Name")
        await nothing.vacancies.add([notice()])
        await desk.press("r").sees("✓ 1  Add a notice", "▸ 2  Take applications in")
        (tmp_path / "two.csv").write_text(
            "application,name,received\nA1,Amina,2026-11-02T10:00:00Z\nA2,Bilal,2026-11-02T10:00:00Z\n"
        )
        await nothing.intake.load([tmp_path / "two.csv"], "18338")
        await desk.press("r").sees("Amina", "end of the list").press("f4").sees("▸ 3  Look at the criteria")
        await nothing.decisions.decide([1], Disposition.SHORTLISTED)
        await (
            desk.press("escape", "r").sees("shortlisted").press("f4").sees("▸ 4  Judge", "1 of 2", "1 on it")
        )


async def test_a_narrow_terminal_leads_on_in_its_one_pane(nothing: Services) -> None:
    async with sitting_at(nothing, (60, 24)) as desk:
        await desk.sees("▸ 1  Add a notice", "a add notices")


async def test_the_end_of_a_list_says_what_a_filter_hides(desk: Desk) -> None:
    await (
        desk.browse().sees("end of the list").filter("amina").sees("the filter hides 5 more", "esc clears it")
    )
    await desk.press("escape").filter("nobody at all").sees("nobody matches the filter", "esc clears it")
    await desk.press("escape").sees("end of the list")


async def test_a_store_that_leads_on_is_filled_by_the_same_hands(nothing: Services, tmp_path: Path) -> None:
    await fill(nothing, tmp_path)
    async with sitting_at(nothing) as desk:
        await desk.sees("Amina Haddad").sees_no("From a notice to a short list")


async def test_the_first_steps_look_as_they_did(nothing: Services, svg: object) -> None:
    await nothing.vacancies.add([notice()])
    async with sitting_at(nothing, (100, 30), Preferences(theme="contrast")) as desk:
        await desk.sees("▸ 2  Take applications in")
        assert desk.app.export_screenshot() == svg

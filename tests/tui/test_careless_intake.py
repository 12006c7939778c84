"""Careless hands in the rooms where applications come in and persons are merged."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest

from recruiter_tui.tui.screens.columns import ColumnsScreen
from recruiter_tui.tui.screens.duplicates import DuplicatesScreen
from recruiter_tui.tui.screens.intake import IntakeScreen
from tests.reading.paper_files import CV, docx, pdf
from tests.tui.test_careless import KEYS

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractAsyncContextManager
    from pathlib import Path

    from recruiter_tui.services import Services
    from tests.tui.desk import Desk

TYPED = ["enter", "enter", "escape", "tab", "down", "up", "left", "right", "space", "y", "n", "~", "/", "*"]
SIZES = ((1, 1), (40, 12), (40, 12), (80, 24), (120, 40))
ROOMS = {"intake": "i", "duplicates": "D", "columns": "i", "merge": "D"}
UNKNOWN = (
    "Wer,Anschrift 1,Wann,Ort\nAnn Lee,ann@example.org,03/04/2026,Oran\nBo Chen,bo@example.org,04/04/2026,\n"
)
TWICE = "application,name,email\n" + "".join(
    f"D{n},{name},{mail}\n"
    for n, (name, mail) in enumerate(
        [("Karim Mansouri", "karim@example.org"), ("Mansouri Karim", "karim@example.org")] * 3
    )
)


@pytest.fixture
async def pile(services: Services, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Put a folder of everything where the program runs, and take one person in several times."""
    folder = tmp_path / "here"
    folder.mkdir()
    monkeypatch.chdir(folder)
    (folder / "unknown.csv").write_text(UNKNOWN, encoding="utf-8")
    (folder / "broken.csv").write_text('name,email\n"open', encoding="utf-8")
    (folder / "known.csv").write_text("name,email\nCleo Diaz,cleo@example.org\n", encoding="utf-8")
    (folder / "cv.pdf").write_bytes(pdf(("Dan Eze", "dan@example.org", *CV[2:])))
    (folder / "cv.docx").write_bytes(docx(("Eve Fall", "eve@example.org", *CV[2:])))
    (folder / "loop").symlink_to("loop")
    twice = tmp_path / "twice.csv"
    twice.write_text(TWICE, encoding="utf-8")
    await services.intake.load([twice], "V1")
    return folder


async def enter(desk: Desk, room: str, pile: Path, chance: random.Random) -> None:
    """Go to the room from wherever one is."""
    for _ in range(8):
        if len(desk.app.screen_stack) == 1:
            break
        await desk.pilot.press("escape")
        await desk.pilot.pause()
    await desk.pilot.press("1", ROOMS[room])
    await desk.pilot.pause()
    if room == "columns" and isinstance(desk.app.screen, IntakeScreen):
        place = chance.choice([pile, pile / "unknown.csv"])
        desk.app.screen.files = desk.app.screen.files._replace(paths=(place,))
        desk.app.screen.action_columns()
    elif room == "merge":
        await desk.pilot.press("m")
    await desk.pilot.pause()


def is_there(desk: Desk, room: str) -> bool:
    """Tell whether the room, or a question of it, is open."""
    kind = {"columns": ColumnsScreen, "duplicates": DuplicatesScreen, "merge": DuplicatesScreen}.get(
        room, IntakeScreen
    )
    return any(isinstance(screen, kind) for screen in desk.app.screen_stack)


async def fumble(desk: Desk, room: str, pile: Path, seed: int, acts: int) -> int:
    """Do things that nobody means, coming back to the room again and again; return how many keys it got."""
    chance = random.Random(seed)  # noqa: S311 - reproducible carelessness, no secret
    pressed = 0
    for act in range(acts):
        if act % 25 == 0 or not is_there(desk, room):
            await enter(desk, room, pile, chance)
        what = chance.random()
        if what < 0.9:
            await desk.pilot.press(chance.choice([*KEYS, *TYPED, *TYPED]))
            pressed += is_there(desk, room)
        elif what < 0.96:
            size = desk.app.size
            place = (chance.randrange(max(1, size.width)), chance.randrange(max(1, size.height)))
            await desk.pilot.click(offset=place, times=chance.choice((1, 2)))
        else:
            await desk.pilot.resize_terminal(*chance.choice(SIZES))
        if not desk.app.is_running:
            return pressed
    return pressed


@pytest.mark.parametrize("room", ROOMS)
async def test_careless_hands_break_no_room_of_the_intake(
    sit: Callable[..., AbstractAsyncContextManager[Desk]], pile: Path, services: Services, room: str
) -> None:
    async with sit((40, 12)) as desk:
        await fumble(desk, room, pile, 7, 60)
    assert (await services.history.verify()).ok


@pytest.mark.nightly
@pytest.mark.parametrize("seed", range(10))
@pytest.mark.parametrize("room", ROOMS)
async def test_very_careless_hands_break_no_room_of_the_intake(
    sit: Callable[..., AbstractAsyncContextManager[Desk]],
    pile: Path,
    services: Services,
    room: str,
    seed: int,
) -> None:
    pressed = 0
    async with sit(((1, 1), (40, 12))[seed % 2]) as desk:
        pressed = await fumble(desk, room, pile, seed, 360)
    assert pressed > 150
    assert (await services.history.verify()).ok

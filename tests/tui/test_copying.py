"""Copying by a key, and addresses that only a question opens."""

from __future__ import annotations

import base64
import os
import random
from typing import TYPE_CHECKING, Any

import pytest

from recruiter_tui.tui.screens.copying import has_browser
from tests.tui.conftest import sitting_at
from tests.tui.terminal_rig import Terminal

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from recruiter_tui.services import Services
    from tests.tui.desk import Desk

ADDRESSES = (
    "https://linkedin.example/in/amina javascript:alert(1) file:///etc/passwd -x http://evil@a.example"
)


@pytest.fixture
async def linked(
    services: Services, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[tuple[Desk, list[str]]]:
    """Sit at a desk where one person's CV holds addresses, and collect what is opened."""
    papers(tmp_path)
    (vacancy,) = await services.vacancies.list()
    await services.intake.load([tmp_path / "more.csv"], vacancy.id)
    monkeypatch.setenv("DISPLAY", ":0")
    async with sitting_at(services) as desk:
        opened: list[str] = []
        monkeypatch.setattr(desk.app, "open_url", lambda url, **_rest: opened.append(url))
        await desk.browse().on("Zora").press("3").sees("Zora")
        yield desk, opened


def papers(folder: Path) -> None:
    (folder / "zora.txt").write_text(f"Zora Link\n{ADDRESSES}\nhttps://zora.example/cv\n", encoding="utf-8")
    (folder / "more.csv").write_text(
        "application,name,received,cv\nA77,Zora Link,2026-11-03T10:00:00+00:00,zora.txt\n", encoding="utf-8"
    )


async def test_y_copies_what_is_under_the_cursor_and_says_what_that_is(desk: Desk) -> None:
    await desk.sees("18338").press("1", "y").sees("copied: reference “18338”")
    assert desk.app.clipboard == "18338"
    await desk.press("2").on("Amina").press("y").sees("copied: application “A1”")
    await desk.mark("Bilal", "Chloé").press("y").sees("copied: 2 applications “A3 A2”")
    assert desk.app.clipboard == "A3\nA2"
    await desk.press("A").on("Amina").press("3", "g", "y").sees("copied: ")
    assert desk.app.clipboard
    fact: Any = desk.room.pane
    while fact.selected_fact is None:
        await desk.press("j")
    await desk.press("y").sees("copied: ")
    assert "Agency" in desk.app.clipboard or "University" in desk.app.clipboard or desk.app.clipboard


async def test_a_question_with_the_whole_address_comes_before_anything_is_opened(
    linked: tuple[Desk, list[str]],
) -> None:
    desk, opened = linked
    await desk.press("O").sees("Addresses in the papers", "https://zora.example/cv")
    assert "javascript" not in desk.screen.replace(ADDRESSES, "").split("Addresses in the papers")[1][:400]
    await desk.press("down", "enter").sees("Open this address", "https://zora.example/cv", "to zora.example")
    assert opened == []
    await desk.press("enter", "space", "n").sees_no("Open this address")
    assert opened == []
    await desk.press("O", "enter").sees("Open this address").press("y").sees("opened linkedin.example")
    assert opened == ["https://linkedin.example/in/amina"]
    await desk.press("O", "enter").sees("Open this address").press("c").sees("copied: address")
    assert desk.app.clipboard == "https://linkedin.example/in/amina"


async def test_no_click_anywhere_opens_an_address(linked: tuple[Desk, list[str]]) -> None:
    desk, opened = linked
    chance = random.Random(4)  # noqa: S311 - reproducible clicks, no secret
    width, height = desk.app.size
    await desk.press("end")
    for _click in range(60):
        place = (chance.randrange(width), chance.randrange(height))
        await desk.pilot.click(offset=place, times=chance.choice((1, 2, 3)), control=chance.random() < 0.3)
    assert opened == []


def test_without_a_graphical_browser_none_takes_the_terminal() -> None:
    assert not has_browser({"TERM": "xterm", "BROWSER": "lynx"})
    assert has_browser({"WAYLAND_DISPLAY": "wayland-0"})


@pytest.mark.skipif(not hasattr(os, "openpty"), reason="there are no ptys here")
def test_what_reaches_the_terminal_is_one_clipboard_sequence(tmp_path: Path) -> None:
    with Terminal(tmp_path / "store.db") as terminal:
        terminal.until("no vacancies yet")
        terminal.type("y")
        terminal.until("nothing to copy")
        assert b"\x1b]52;" not in terminal.raw
    program = (
        "import asyncio, sys; from pathlib import Path; from recruiter_tui.compose import open_services\n"
        "from tests.tui.stores import fill\n"
        "async def make():\n"
        "    async with open_services(sys.argv[1], 'awa') as services:\n"
        "        await fill(services, Path(sys.argv[1]).parent)\n"
        "asyncio.run(make())\n"
        "from recruiter_tui.tui.app import run_app; sys.exit(run_app(sys.argv[1]))\n"
    )
    import sys

    with Terminal(tmp_path / "filled.db", program=(sys.executable, "-c", program)) as terminal:
        terminal.until("Findings")
        terminal.type("1y")
        copied = b"\x1b]52;c;" + base64.b64encode(b"18338")
        terminal.until(lambda _screen: copied in terminal.raw)

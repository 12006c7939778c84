"""Six hundred applications by keys alone, a rejection of many, and kills at any moment that lose nothing."""

from __future__ import annotations

import asyncio
import os
import random
import re
import time
from typing import TYPE_CHECKING

import pytest

from recruiter_tui.compose import open_services
from tests.rigs.first_pass import ACTOR, begin, fill, go_through, kill, look, sit

if TYPE_CHECKING:
    from pathlib import Path

    from recruiter_tui.services.views import HistoryEntry

if not hasattr(os, "openpty"):
    pytest.skip("there are no ptys here", allow_module_level=True)

_SHOWN = re.compile(r" (\d+) of \d+ ")


def entries(store: Path) -> list[HistoryEntry]:
    async def ask() -> list[HistoryEntry]:
        async with open_services(store, ACTOR) as services:
            return await services.history.entries(10_000)

    return asyncio.run(ask())


def whole_pass(store: Path, people: int, most_keys: int) -> list[float]:
    """Read everybody by keys alone and return how long each next person took to come."""
    fill(store, people)
    before = len(entries(store))
    with sit(store) as terminal:
        keys = begin(terminal, 1, people)
        run = go_through(terminal, people, seed=6)
        terminal.until("Nobody is left open")
        terminal.type("q")
        terminal.until("2 Candidates")
        began = time.monotonic()
        terminal.type("q")
        assert terminal.wait(20.0) == 0
        print(f"out {time.monotonic() - began:.2f} s after q")  # noqa: T201 - a figure
    assert keys + run.keys + 2 <= most_keys
    found = look(store)
    assert (found.decided, found.has_gap, found.is_whole) == (people, False, True)
    assert len(entries(store)) == before + people
    return run.waits


def many_rejected(store: Path, people: int) -> None:
    """Reject everybody in a filter at once, then take it back with one key."""
    fill(store, people)
    before = len(entries(store))
    with sit(store) as terminal:
        terminal.until("Person 0")
        terminal.type("2")
        terminal.until("p first pass")
        terminal.type("/")
        terminal.until("enter keeps")
        terminal.type("language:en and language:fr")
        terminal.until(f"{people // 3} of {people}")
        for key, seen in (("\r", "p first pass"), ("b", "Decide on"), ("x", "because"), ("l", "y decide on")):
            terminal.type(key)
            terminal.until(seen)
        terminal.until(f"{people // 3} change to not suitable: language")
        terminal.type("y")
        terminal.until(f"{people // 3} not suitable: language")
        assert look(store).counts["not-suitable"] == people // 3
        assert len(entries(store)) == before + 1
        terminal.type("u")
        terminal.until("undone")
        assert look(store).counts["new"] == people
        assert len(entries(store)) == before + 2


def killed(store: Path, people: int, kills: int, seed: int) -> None:
    """Kill the app at random moments of a pass; each next start goes on with whoever was in hand."""
    fill(store, people)
    chance = random.Random(seed)  # noqa: S311 - the same plan in every run
    place = 0
    for number in range(kills):
        with sit(store) as terminal:
            begin(terminal, place + 1, people)
            end = time.monotonic() + chance.uniform(0.0, 0.6)
            run = go_through(terminal, people, seed + number, first=place + 1, until=end)
            terminal.type(chance.choice(("", "s", "m", "sml", "lmsl")))  # some are on their way when it dies
            select_for(terminal, chance.uniform(0.0, 0.05))
            picture = kill(terminal)
        found = look(store)
        shown = int(_SHOWN.findall(picture.splitlines()[0])[-1]) - 1
        assert found.is_whole
        assert not found.has_gap
        assert found.place == found.decided, (
            f"round {number}: goes on at {found.place}, decided {found.decided}"
        )
        assert found.decided >= place + run.verdicts - 1, f"round {number}: an acknowledged verdict is lost"
        assert found.decided >= shown - 4
        place = found.place


def select_for(terminal: object, seconds: float) -> None:
    """Read what comes within a moment."""
    end = time.monotonic() + seconds
    read = terminal.read  # type: ignore[attr-defined]  # the terminal's own
    while (left := end - time.monotonic()) > 0:
        read(left)


def test_sixty_applications_by_keys_alone(tmp_path: Path) -> None:
    whole_pass(tmp_path / "store.db", 60, 180)


def test_many_are_rejected_in_one_act_and_one_undo(tmp_path: Path) -> None:
    many_rejected(tmp_path / "store.db", 60)


def test_three_kills_lose_nothing_and_the_pass_goes_on_where_it_was(tmp_path: Path) -> None:
    killed(tmp_path / "store.db", 120, 3, seed=9)


@pytest.mark.nightly
def test_six_hundred_applications_take_at_most_eighteen_hundred_keys(tmp_path: Path) -> None:
    waits = sorted(whole_pass(tmp_path / "store.db", 600, 1_800))
    print(f"next person: median {waits[300] * 1000:.0f} ms, p95 {waits[570] * 1000:.0f} ms")  # noqa: T201 - a figure


@pytest.mark.nightly
def test_a_hundred_and_eighty_are_rejected_in_one_act_and_one_undo(tmp_path: Path) -> None:
    many_rejected(tmp_path / "store.db", 540)


@pytest.mark.nightly
def test_fifty_kills_lose_nothing_and_the_pass_goes_on_where_it_was(tmp_path: Path) -> None:
    killed(tmp_path / "store.db", 2_000, 50, seed=10)

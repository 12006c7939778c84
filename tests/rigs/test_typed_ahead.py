"""Keys in one piece, faster than any question opens: each goes where it was meant, and none is lost."""

from __future__ import annotations

import asyncio
import os
import random
import time
from collections import Counter
from typing import TYPE_CHECKING

import pytest

from recruiter_tui.compose import open_services
from tests.rigs.first_pass import ACTOR, fill, sit

if TYPE_CHECKING:
    from pathlib import Path

if not hasattr(os, "openpty"):
    pytest.skip("there are no ptys here", allow_module_level=True)

_NOTE = "slmx bn o"
"""A note of letters each of which is a command of the desk."""
ACTS = {
    "s": ("shortlisted", "", ""),
    "m": ("maybe", "", ""),
    "xe": ("not-suitable", "", ""),
    "xl": ("not-suitable", "", ""),
    f"xo{_NOTE}\r": ("not-suitable", _NOTE, ""),
    f"n{_NOTE}\r": ("new", "", _NOTE),
    f"n{_NOTE}\rl": ("longlisted", "", _NOTE),
    "x\x1b": ("new", "", ""),
    f"n{_NOTE}\x1b": ("new", "", ""),
    "b\x1b": ("new", "", ""),
    "E\x1b": ("new", "", ""),
    "o\x1b": ("new", "", ""),
    "?\x1b": ("new", "", ""),
}


async def _stands(store: Path) -> dict[str, tuple[str, str, str]]:
    async with open_services(store, ACTOR) as services:
        keys = await services.candidates.roll("V1", sort="name")
        found = {}
        for key in keys:
            dossier = await services.candidates.dossier(key)
            row = dossier.row
            notes = " ".join(note.text for note in dossier.notes)
            found[row.name] = (row.disposition.value, row.note or "", notes)
        return found


def bursts(store: Path, rounds: int, seed: int) -> None:
    """Find somebody and act on him or her, all in one write and at any moment; nobody else is touched."""
    fill(store, rounds + 1)
    chance = random.Random(seed)  # noqa: S311 - the same plan in every run
    wanted = {f"Person {number:04}": ("new", "", "") for number in range(1, rounds + 2)}
    with sit(store) as terminal:
        terminal.until("Person 0001")
        terminal.type("2")
        terminal.until("p first pass")
        for number in range(1, rounds + 1):
            name, act = f"Person {number:04}", chance.choice(list(ACTS))
            wanted[name] = ACTS[act]
            terminal.type(f"/\x15{name}\r{act}")
            end = time.monotonic() + (0.2 if act.endswith("\x1b") else chance.uniform(0.0, 0.3))
            while (left := end - time.monotonic()) > 0:
                terminal.read(left)
        terminal.type(f"/\x15Person {rounds + 1:04}\rnthe last\r")
        terminal.until(f"note on A{rounds + 1:04}", 30.0 + 6.0 * rounds)
        terminal.type("q")
        assert terminal.wait(5.0) == 0
    wanted[f"Person {rounds + 1:04}"] = ("new", "", "the last")
    found = asyncio.run(_stands(store))
    assert {who: stands for who, stands in found.items() if stands != wanted[who]} == {}


def test_what_is_typed_ahead_touches_nobody_else(tmp_path: Path) -> None:
    bursts(tmp_path / "store.db", 12, seed=4)


@pytest.mark.nightly
def test_fifty_times_what_is_typed_ahead_touches_nobody_else(tmp_path: Path) -> None:
    bursts(tmp_path / "store.db", 50, seed=5)


def test_what_was_decided_right_before_the_end_is_kept(tmp_path: Path) -> None:
    store = tmp_path / "store.db"
    fill(store, 20)
    with sit(store) as terminal:
        terminal.until("Person 0001")
        terminal.type("2")
        terminal.until("p first pass")
        terminal.type("ssssssssq")
        assert terminal.wait(5.0) == 0
    assert Counter(what for what, *_rest in asyncio.run(_stands(store)).values())["shortlisted"] == 8

"""A program killed at any moment loses no acknowledged act and leaves no half import."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest


def killed(folder: Path, rounds: int, seed: int) -> dict[str, object]:
    root = Path(__file__).parents[2]
    ran = subprocess.run(
        [sys.executable, str(Path(__file__).with_name("kill9.py")), str(folder), str(rounds), str(seed)],
        capture_output=True,
        text=True,
        check=False,
        env=os.environ | {"PYTHONPATH": str(root)},
    )
    assert ran.returncode == 0, ran.stderr
    found: dict[str, object] = json.loads(ran.stdout)
    return found


@pytest.mark.parametrize("seed", [1, 2])
def test_kills_at_random_moments_lose_nothing(tmp_path: Path, seed: int) -> None:
    found = killed(tmp_path, 30, seed)
    assert found["wrong"] == []
    assert int(str(found["acts"])) > 30


@pytest.mark.nightly
def test_two_thousand_kills_lose_nothing(tmp_path: Path) -> None:
    found = killed(tmp_path, 2_000, 3)
    assert found["wrong"] == []

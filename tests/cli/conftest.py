"""The command line run within the test, on a store of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from recruiter_tui.cli.doors import Doors
from recruiter_tui.cli.main import run
from tests.cli.cli_sample import Said

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


@pytest.fixture
def opened_apps() -> list[tuple[str | None, str | None]]:
    """Collect the stores and persons that the app was opened for."""
    return []


@pytest.fixture
def cli(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    opened_apps: list[tuple[str | None, str | None]],
) -> Callable[..., Said]:
    """Return a runner of command lines on one store."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("RECRUITER_TUI_STORE", str(tmp_path / "store.db"))
    monkeypatch.delenv("RECRUITER_TUI_DEBUG", raising=False)

    def open_app(store: str | None, actor: str | None) -> int:
        opened_apps.append((store, actor))
        return 0

    def keys() -> list[tuple[str, str, str, str, str]]:
        return [("s", "short list", "Puts the candidate on the short list.", "desk", "decide.shortlisted")]

    def said(*words: object) -> Said:
        status = run([str(word) for word in words], Doors(open_app, keys))
        printed = capsys.readouterr()
        return Said(status, printed.out, printed.err)

    return said

"""Real services on a store of its own for each test, and the desk over them."""

from __future__ import annotations

import re
import time
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

import pytest
from syrupy.extensions.single_file import SingleFileSnapshotExtension, WriteMode

from recruiter_tui.compose import open_services
from recruiter_tui.tui.app import RecruiterApp
from recruiter_tui.tui.screens import rescreening
from tests.tui.desk import Desk
from tests.tui.stores import NOW, fill

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable
    from contextlib import AbstractAsyncContextManager
    from pathlib import Path

    from syrupy.assertion import SnapshotAssertion
    from syrupy.types import SerializableData, SerializedData

    from recruiter_tui.services import Services
    from recruiter_tui.tui.preferences import Preferences


@pytest.fixture
async def services(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Services]:
    """Open a filled store at a fixed moment."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("TZ", "UTC")
    time.tzset()
    async with open_services(tmp_path / "store.db", "awa", clock=lambda: NOW) as opened:
        await fill(opened, tmp_path)
        yield opened


@pytest.fixture(autouse=True)
def patience(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a screening of a few people count as done at once, however busy the machine is."""
    monkeypatch.setattr(rescreening, "PATIENCE", 20.0)


@asynccontextmanager
async def sitting_at(
    services: Services, size: tuple[int, int] = (120, 30), begin: Preferences | None = None
) -> AsyncIterator[Desk]:
    """Run the app over services that are open already, and wait for its first rows."""

    @asynccontextmanager
    async def opened() -> AsyncIterator[Services]:
        yield services

    app = RecruiterApp(opened, begin)
    async with app.run_test(size=size, notifications=True) as pilot:
        desk = Desk(app, pilot, services)
        await desk.settle()
        yield desk


@pytest.fixture
def sit(services: Services) -> Callable[..., AbstractAsyncContextManager[Desk]]:
    """Return what opens the desk at a size."""

    def opening(size: tuple[int, int] = (120, 30)) -> AbstractAsyncContextManager[Desk]:
        return sitting_at(services, size)

    return opening


@pytest.fixture
async def desk(services: Services) -> AsyncIterator[Desk]:
    """Return the desk in an ordinary wide terminal."""
    async with sitting_at(services) as opened:
        yield opened


class _Picture(SingleFileSnapshotExtension):
    """A screen as SVG, without the number that every export draws anew."""

    file_extension = "svg"
    _write_mode = WriteMode.TEXT

    def serialize(self, data: SerializableData, **_rest: object) -> SerializedData:
        """Return the picture with fixed names."""
        return re.sub(r"terminal-\d+", "terminal", str(data))


@pytest.fixture
def svg(snapshot: SnapshotAssertion) -> SnapshotAssertion:
    """Compare a screen's picture with the one that was kept."""
    return snapshot.use_extension(_Picture)

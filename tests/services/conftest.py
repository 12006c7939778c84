"""Services on a real store, empty or with a vacancy and six applicants."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.services.services_job import filled, opened

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from recruiter_tui.services import Services


@pytest.fixture(autouse=True)
def _own_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.delenv("RECRUITER_TUI_STORE", raising=False)


@pytest.fixture
async def services(tmp_path: Path) -> AsyncIterator[Services]:
    async with opened(tmp_path) as found:
        yield found


@pytest.fixture
async def job(services: Services, tmp_path: Path) -> Services:
    await filled(services, tmp_path)
    return services

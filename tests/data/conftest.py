"""The demo's files, written once for all tests of this folder."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, cast

import pytest

from recruiter_tui.compose import demo_builder

if TYPE_CHECKING:
    from recruiter_tui.services.demo import DemoBuilder, DemoFiles


@pytest.fixture(scope="session")
def builder() -> DemoBuilder:
    return cast("DemoBuilder", demo_builder())


@pytest.fixture(scope="session")
def files(builder: DemoBuilder, tmp_path_factory: pytest.TempPathFactory) -> DemoFiles:
    """What the demo looks like on 22 November 2026; tests only read it."""
    return builder.write_demo(tmp_path_factory.mktemp("demo"), dt.date(2026, 11, 22))

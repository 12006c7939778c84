"""A store of its own for each test, closed afterwards."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from recruiter_tui.store.store import Store
from tests.store.store_builders import Ticking

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from recruiter_tui.store.reading import Reader


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "folder" / "store.db"


@pytest.fixture
def store(path: Path) -> Iterator[Store]:
    with Store.open(path, create=True, clock=Ticking()) as opened:
        yield opened


@pytest.fixture
def reader(store: Store) -> Iterator[Reader]:
    opened = store.reader()
    yield opened
    opened.close()

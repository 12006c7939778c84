"""Notices in our own wording and, where they lie beside the checkout, the real ones."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from recruiter_tui.reading.notices import read_notice
from recruiter_tui.writing.notice_json import notice_json

if TYPE_CHECKING:
    from collections.abc import Callable

    from recruiter_tui.domain.notice import Notice

SAMPLES = Path(__file__).with_name("samples")
SHARED = Path(__file__).parents[3] / ".." / "shared"


@pytest.fixture
def sample() -> Callable[[str], Notice]:
    """Read one of our samples by its file name."""
    return lambda name: read_notice(SAMPLES / name)[0]


@pytest.fixture
def real() -> Callable[[str], dict[str, Any]]:
    """Read one of the real notices as JSON; the test is skipped where they are not at hand."""

    def read(name: str) -> dict[str, Any]:
        path = SHARED / "notices" / name
        if not path.exists():
            pytest.skip("the real notices are not beside this checkout")
        return notice_json(read_notice(path)[0])

    return read


@pytest.fixture
def read_text(tmp_path: Path) -> Callable[[str], Notice]:
    """Read a notice given as text, below a title so that it is one."""

    def read(body: str) -> Notice:
        path = tmp_path / "notice.txt"
        path.write_text(f"Title: Beekeeper\nOrganisation: Hive Trust\n{body}\n", encoding="utf-8")
        return read_notice(path)[0]

    return read

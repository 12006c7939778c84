"""How some screens look, in our own themes: changes of them are looked at before they are kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from recruiter_tui.tui.preferences import Preferences
from tests.tui.conftest import sitting_at

if TYPE_CHECKING:
    from syrupy.assertion import SnapshotAssertion

    from recruiter_tui.services import Services

SCREENS = (
    ("day", (120, 30), ("space", "space", "space", "c"), "3 side by side"),
    ("night", (80, 24), ("t",), "5 years"),
    ("contrast", (80, 24), ("question_mark",), "What you see"),
)


@pytest.mark.parametrize(("theme", "size", "keys", "seen"), SCREENS, ids=("comparison", "career", "help"))
async def test_a_screen_looks_as_it_did(
    services: Services,
    svg: SnapshotAssertion,
    theme: str,
    size: tuple[int, int],
    keys: tuple[str, ...],
    seen: str,
) -> None:
    async with sitting_at(services, size, Preferences(theme=theme)) as desk:
        await desk.browse().press(*keys).sees(seen)
        await desk.settle()
        assert desk.app.export_screenshot() == svg

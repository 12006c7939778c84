"""Draws the README's picture, the demo on a fixed day: `python tests/rigs/picture.py data/picture.svg`."""

from __future__ import annotations

import asyncio
import datetime as dt
import re
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from recruiter_tui import compose
from recruiter_tui.tui.app import RecruiterApp

NOW = dt.datetime(2026, 11, 22, 9, 30, tzinfo=dt.UTC)
TO_THE_MAIN_VACANCY = [*["j"] * 8, "tab", *["j"] * 7]
_REMOTE_FONTS = re.compile(r"@font-face \{[^}]*\}")


def clock() -> dt.datetime:
    """Return the day on which the picture is taken."""
    return NOW


async def draw() -> str:
    """Fill a demo store, walk to the main vacancy's first shortlisted applicant, and return the screen."""
    with tempfile.TemporaryDirectory() as folder:
        store = Path(folder) / "demo.db"
        await compose.build_demo(store, clock=clock)
        app = RecruiterApp(lambda: compose.open_services(store, "Awa", clock=clock))
        async with app.run_test(size=(140, 40)) as pilot:
            await pilot.pause(1)
            await app.workers.wait_for_complete()
            for key in TO_THE_MAIN_VACANCY:
                await pilot.press(key)
                await app.workers.wait_for_complete()
            await pilot.pause(1)
            # A picture in a README must not fetch fonts from anywhere.
            return _REMOTE_FONTS.sub("", app.export_screenshot(title="recruiter-tui"))


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(asyncio.run(draw()), encoding="utf-8")

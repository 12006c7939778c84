from __future__ import annotations

from recruiter_tui.tui.screens.history import HistoryScreen
from tests.tui.bench import Bench, Services, everybody
from tests.tui.screen import dump


async def test_what_was_taken_back_says_so_and_undo_works_from_here() -> None:
    services = Services(everybody())
    app = Bench(services)
    async with app.run_test(size=(100, 20), notifications=True) as pilot:
        await app.push_screen(HistoryScreen())
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert "A-0007: maybe  taken back" in dump(app)
        await pilot.press("u")
        await app.workers.wait_for_complete()
        await pilot.press("ctrl+r")
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert services.calls == [("undo",), ("redo",)]
        rows = [text.split()[-1] for text in dump(app).splitlines()[2:4]]
        assert rows == ["redo", "undo"]

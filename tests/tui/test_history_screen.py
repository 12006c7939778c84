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


async def test_a_narrow_terminal_shows_what_was_done_rather_than_who_did_it() -> None:
    app = Bench(Services(everybody()))
    async with app.run_test(size=(59, 12)) as pilot:
        await app.push_screen(HistoryScreen())
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert "Who" not in dump(app)
        await pilot.resize_terminal(60, 12)
        await pilot.pause()
        head, first = dump(app).splitlines()[1:3]
        assert head.index("Who") == 21
        assert first[21] != " "

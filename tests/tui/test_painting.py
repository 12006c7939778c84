"""What is painted after a change is what Textual's own compositor would have painted, with less work."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING, ClassVar

import pyte
from rich.segment import Segment
from textual._compositor import Compositor, CompositorUpdate
from textual.app import App
from textual.containers import Horizontal, VerticalScroll
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget
from textual.widgets import Static

from recruiter_tui.tui.closing import ClosesOnce

if TYPE_CHECKING:
    from textual.app import ComposeResult

SIZE = (60, 20)
TEXTS = (
    "Amina Haddad",
    "王小明 and 李雷",
    "محمد",
    "e\u0301tude",
    "x",
    "",
    "a long line that goes on and on and on " * 4,
)


class Counting(Widget):
    """A widget that says for which lines it was asked."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[Region] = []
        self.text = "counting"

    def render_lines(self, crop: Region) -> list[Strip]:
        self.asked.append(crop)
        line = Strip([Segment(self.text.ljust(crop.width)[: crop.width])], crop.width)
        return [line] * crop.height


class Layered(ClosesOnce[None]):
    """Panes side by side, a pane that scrolls, and something that floats above both."""

    def compose(self) -> ComposeResult:
        with Horizontal():
            self.left = Counting()
            yield self.left
            with VerticalScroll():
                for text in TEXTS * 3:
                    yield Static(text, markup=False)
        yield Static("floats above", id="above", markup=False)


class Painted(App[None]):
    CSS = """
    Counting { width: 1fr; }
    Layered { layers: base above; }
    #above { layer: above; offset: 15 5; width: 22; height: 3; background: red; }
    """
    SCREENS: ClassVar = {"layered": Layered}

    def on_mount(self) -> None:
        self.push_screen("layered")


class Glass:
    """What a terminal shows."""

    def __init__(self) -> None:
        self.screen = pyte.Screen(*SIZE)
        self._stream = pyte.Stream(self.screen)

    def take(self, sequences: str) -> None:
        self._stream.feed(sequences)

    @property
    def cells(self) -> list[list[pyte.screens.Char]]:
        return [[self.screen.buffer[y][x] for x in range(SIZE[0])] for y in range(SIZE[1])]


def painted(app: App[None]) -> str | None:
    """Paint what changed, as the screen does."""
    update = app.screen._compositor.render_update()
    assert update is None or isinstance(update, CompositorUpdate)
    return None if update is None else update.render_segments(app.console)


def whole(app: App[None]) -> Glass:
    """Return the screen as Textual itself paints it."""
    glass = Glass()
    update = app.screen._compositor.render_update(full=True)
    assert isinstance(update, CompositorUpdate)
    glass.take(update.render_segments(app.console))
    return glass


async def test_after_every_change_the_terminal_shows_what_textual_would_show() -> None:
    chance = random.Random(5)  # noqa: S311 - the same changes in every run
    app = Painted()
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        compositor = app.screen._compositor
        glass = whole(app)
        for change in range(120):
            widget = chance.choice([*app.screen.query(Static), app.screen.left])  # type: ignore[attr-defined]  # Layered's
            if isinstance(widget, Counting):
                widget.text = f"change {change}"
                widget.refresh()
            else:
                widget.update(chance.choice(TEXTS), layout=False)
            compositor.update_widgets({widget})
            if change % 7 == 0:
                x, y = chance.randrange(-3, SIZE[0]), chance.randrange(-3, SIZE[1])
                compositor._dirty_regions.add(Region(x, y, chance.randrange(1, 40), chance.randrange(1, 9)))
            glass.take(painted(app) or "")
            assert glass.cells == whole(app).cells, f"after change {change}"


async def test_a_widget_is_asked_for_the_lines_that_changed_and_for_nothing_that_is_covered() -> None:
    app = Painted()
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        left, compositor = app.screen.left, app.screen._compositor  # type: ignore[attr-defined]  # Layered's
        left.asked.clear()
        compositor._dirty_regions.add(Region(0, 3, 10, 1))
        painted(app)
        assert left.asked == [Region(0, 3, 30, 1)]
        left.asked.clear()
        compositor._dirty_regions.add(Region(16, 6, 8, 1))  # the floating words cover it
        painted(app)
        assert left.asked == []


async def test_nothing_is_painted_where_nothing_changed() -> None:
    app = Painted()
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        app.screen._compositor._dirty_regions.clear()
        assert painted(app) is None


def test_what_is_used_of_textual_is_still_there() -> None:
    for name in ("render_update", "_regions_to_spans", "visible_widgets", "size"):
        assert hasattr(Compositor, name) or name in Compositor().__dict__
    assert Compositor()._dirty_regions == set()

"""Search everywhere: all people and notices as somebody types, over names, papers and what notices say."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, ClassVar, Final

from textual import work
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.widgets import Input, Static

from recruiter_tui.domain.errors import RecruiterError
from recruiter_tui.tui.commands_base import Need, Place
from recruiter_tui.tui.screens.room import Room
from recruiter_tui.tui.signs import Ink
from recruiter_tui.tui.text import content, counted
from recruiter_tui.tui.widgets.hit_list import HitList
from recruiter_tui.tui.widgets.typed_line import TypedLine

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from recruiter_tui.services.search import Hit
    from recruiter_tui.services.views import Changed

_REST: Final = 0.15
"""Seconds without a key after which the best hits come first."""
_LONGEST: Final = 200
_HOW: Final = "names from two letters on, papers and notices from three"
_NOTHING: Final = "nobody and no notice bears these words"


class _Line(TypedLine):
    """The line for the words; a question mark asks for help, as everywhere."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("question_mark", "screen.help", show=False, priority=True),
        Binding("down", "screen.step(1)", show=False),
        Binding("up", "screen.step(-1)", show=False),
        Binding("ctrl+o", "screen.command('find.dossier')", show=False, id="find.dossier"),
        Binding("pagedown", "screen.step(8)", show=False),
        Binding("pageup", "screen.step(-8)", show=False),
    ]

    def check_consume_key(self, key: str, character: str | None) -> bool:
        """Leave the question mark to the screen."""
        return key != "question_mark" and super().check_consume_key(key, character)


class FindScreen(Room):
    """Closes with the hit to go to, or with None."""

    PLACE = Place.FIND

    def __init__(self) -> None:
        """Build line and list."""
        super().__init__()
        self._line = _Line(placeholder=_HOW, max_length=_LONGEST, compact=True)
        self._list = HitList()
        self._answer: Hit | None = None

    def compose(self) -> ComposeResult:
        """Set the line above the hits."""
        yield from self.frame(
            Horizontal(
                Static(content("  Find  ", Ink.ACCENT), classes="find-prompt", markup=False),
                self._line,
                classes="find-line",
            ),
            self._list,
        )

    def on_mount(self) -> None:
        """Type here from now on; what the first search needs is read meanwhile."""
        self.crumbs("Desk", "Find everywhere")
        self._list.show((), "", empty="")
        self._line.focus()
        self.prepare()

    @work(group="prepare", exclusive=True)
    async def prepare(self) -> None:
        """Read everybody's name and the notices."""
        try:
            await self.services.search.warm()
        except RecruiterError as refusal:
            self.failed(refusal)

    def on_input_changed(self, message: Input.Changed) -> None:
        """Search for the words."""
        message.stop()
        self.search(message.value)

    def on_input_submitted(self, message: Input.Submitted) -> None:
        """Go to the hit under the cursor."""
        message.stop()
        self.action_open()

    def on_hit_list_opened(self) -> None:
        """Go to what was clicked."""
        self.action_open()

    @work(group="find", exclusive=True)
    async def search(self, words: str) -> None:
        """Show the first hits at once, and the best ones first when the typing pauses.

        A newer key calls this off; what has been moved through is not put in another order.
        """
        try:
            await self._show(words, ranked=False)
            if not words.strip():
                return
            await asyncio.sleep(_REST)
            if not self._list.moved:
                await self._show(words, ranked=True)
        except RecruiterError as refusal:
            self.failed(refusal)

    async def _show(self, words: str, *, ranked: bool) -> None:
        hits = await self.services.search.search(words, ranked=ranked)
        if words == self._line.value and not (ranked and self._list.moved):
            enough = self.services.search.asks(words)
            self._list.show(hits, words, empty=_NOTHING if enough else "")
            self._say(len(hits), words.strip(), enough=enough)

    def on_changed(self, changed: Changed) -> None:
        """Search again where somebody was judged meanwhile; the cursor stays on its hit."""
        if (changed.everything or changed.applications) and self._list.hits:
            self.search_again()

    @work(group="find", exclusive=True)
    async def search_again(self) -> None:
        """Show the same hits as they stand now."""
        words, place = self._line.value, self._list.cursor
        try:
            await self._show(words, ranked=False)
        except RecruiterError as refusal:
            self.failed(refusal)
        self._list.go(place)

    def has(self, need: Need) -> bool:
        """Tell whether a candidate is under the cursor."""
        if need is Need.PERSON_HIT:
            return self._list.hit is not None and self._list.hit.application is not None
        return super().has(need)

    def _say(self, count: int, asked: str, *, enough: bool) -> None:
        if not enough:
            self.status.show([(_HOW, Ink.DIM)] if asked else [])
        else:
            full = count >= self.services.search.most
            said = f"the first {count} hits" if full else counted(count, "hit")
            self.status.show([(said, Ink.DIM)])

    # -- keys ----------------------------------------------------------------------------------------

    def action_step(self, way: int) -> None:
        """Move among the hits."""
        self._list.step(way)

    def action_group(self, way: int) -> None:
        """Move to the next group."""
        self._list.next_group(way)

    def action_dossier(self) -> None:
        """Open the dossier of the candidate under the cursor; the hits stay as they are."""
        from recruiter_tui.tui.screens.dossier import DossierScreen

        hit = self._list.hit
        if hit is not None and hit.application is not None:
            self.app.push_screen(DossierScreen(hit.application))

    def action_open(self) -> None:
        """Close, and go to the hit."""
        self._answer = self._list.hit
        if self._answer is not None:
            self.dismiss(None)

    @property
    def answer(self) -> Hit | None:
        """Return the hit to go to."""
        return self._answer

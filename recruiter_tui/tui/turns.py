"""Keys take turns: each is handled once what the key before it set off has run, and what it asked stands.

Textual hands a key from queue to queue, and a question opens in a worker of its own: what is typed ahead,
or comes in one piece over a slow line, would otherwise be commands of the room below, verdicts even.
"""

from __future__ import annotations

import asyncio
import contextlib
from collections import deque
from typing import TYPE_CHECKING, Final

from textual.app import ScreenStackError
from textual.widget import Widget

from recruiter_tui.tui.screens.room import Room

if TYPE_CHECKING:
    from textual.dom import DOMNode
    from textual.events import Key, Paste
    from textual.message_pump import MessagePump

    from recruiter_tui.tui.app import RecruiterApp

_LOOK: Final = 0.005
"""Seconds between two looks whether a question stands by now."""
_GONE: Final = 0.05
"""Seconds after which it is looked whether a widget on a key's way was taken away."""
_LONGEST: Final = 10.0
"""Seconds after which the next key is handled in any case, so that nothing can lock the keyboard."""
_TRIPS: Final = 4
"""Ways from the focus to the app after which a key is done, even where something always moves."""


class Turns:
    """The keys of an app, one after the other; a key that nobody waits for is handled at once."""

    def __init__(self, app: RecruiterApp) -> None:
        """Take the app whose keys these are."""
        self._app = app
        self._kept: deque[Key | Paste] = deque()
        self._turn: Key | Paste | None = None
        self._following: asyncio.Task[None] | None = None

    @property
    def are_taken(self) -> bool:
        """Tell whether a key is still being handled, or waits."""
        return self._following is not None

    def begins(self, event: Key | Paste) -> bool:
        """Tell whether it is the turn of a key; one that has to wait is kept and comes again."""
        if not self._app.is_running:  # it ends: there is nothing left that a key could be for
            return False
        if event is self._turn:
            self._turn = None
            return True
        is_first = self._following is None and not self._is_opening()
        if not is_first:
            self._kept.append(event)
        if self._following is None:
            self._following = asyncio.create_task(self._follow())
        return is_first

    def stop(self) -> None:
        """Handle nothing any more."""
        if self._following is not None:
            self._following.cancel()

    async def _follow(self) -> None:
        """See a key to its end, then begin the next."""
        try:
            while True:
                with contextlib.suppress(TimeoutError):
                    async with asyncio.timeout(_LONGEST):
                        await self._end_of_turn()
                if not self._kept:
                    return
                self._turn = self._kept.popleft()
                self._app.post_message(self._turn)
        finally:
            self._following = None

    async def _end_of_turn(self) -> None:
        """Wait until a key has gone its way with all that it set off."""
        await self._pass(self._app)
        trips = 0
        while trips < _TRIPS and self._app.is_running:
            if self._is_opening():
                trips = 0
                await asyncio.sleep(_LOOK)
            elif await self._is_quiet():
                return
            else:
                trips += 1

    async def _is_quiet(self) -> bool:
        """Follow a key from the focus to the app, and tell whether nothing came behind it."""
        before = self._top()
        left = [await self._pass(node) for node in before[1:]]
        await self._pass(self._app)
        return not any(left) and not self._is_opening() and self._top() == before

    def _top(self) -> tuple[DOMNode | None, ...]:
        """Return the screen that takes the keys, and the widgets that they pass."""
        try:
            screen = self._app.screen
        except ScreenStackError:  # the app ends
            return (None,)
        first = screen.focused or screen
        return (screen, *(node for node in first.ancestors_with_self if isinstance(node, Widget)))

    async def _pass(self, node: MessagePump | None) -> int:
        """Wait until a node has done what it was sent; return how much has come since."""
        if node is None:
            return 0
        passed: asyncio.Future[int] = asyncio.get_running_loop().create_future()

        def note() -> None:
            if not passed.done():
                passed.set_result(node.message_queue_size)

        if not node.call_later(note):
            return 0
        while not passed.done() and node.is_running and (not isinstance(node, Widget) or node.is_attached):
            await asyncio.wait((passed,), timeout=_GONE)
        return passed.result() if passed.done() else 0

    def _is_opening(self) -> bool:
        """Tell whether something is about to take the keys, but does not stand yet."""
        try:
            screen = self._app.screen
        except ScreenStackError:  # the app ends
            return False
        return not screen.is_mounted or (isinstance(screen, Room) and screen.is_opening())

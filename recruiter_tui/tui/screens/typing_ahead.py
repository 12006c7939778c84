"""Keys that come faster than questions open: they are kept for the question, and judge nobody by accident."""

from __future__ import annotations

from typing import ClassVar, Final

from textual import events
from textual.widget import Widget

from recruiter_tui.tui.commands_base import Place
from recruiter_tui.tui.screens.room import Room

_AGAIN: Final = 0.01
"""Seconds between two looks whether the question is there."""
_PATIENCE: Final = 0.4
"""Seconds after which the next key is handed on in any case."""


class TypesAhead(Room):
    """A room without focus whose keys run one after the other, each when the one before has done its work.

    Bindings are run by the app, behind a second queue: without this the reason typed after an `x` would reach
    the room, as a verdict of its own, before the question for the reason stands.
    """

    PLACE: ClassVar[Place] = Place.READING

    _held: tuple[tuple[str, str | None], ...] = ()

    _handed = 0
    """Counts the keys that were handed on, so that each goes on once."""

    async def on_key(self, event: events.Key) -> None:
        """Run the key's command here and now, or keep the key while a question opens."""
        if self not in self.app.screen_stack:  # it closed before the key came: the key is for what lies below
            event.stop()
            self.app.post_message(events.Key(event.key, event.character))
            return
        if self._held or self._is_opening() or self.app.screen is not self:
            event.stop()
            self._hold(event)
            return
        if await self._run(event.key):
            event.stop()

    async def _run(self, key: str) -> bool:
        """Run the command of a key; False where the key is none of this room's."""
        active = self.active_bindings.get(key)
        if active is None or active.node is not self:
            return False
        await self.app.run_action(active.binding.action, self)
        return True

    def _is_opening(self) -> bool:
        """Tell whether something is about to be asked, but does not stand yet."""
        asking = any(one.group == "ask" and one.node is self and not one.is_finished for one in self.workers)
        return asking and self.app.screen is self

    def _hold(self, event: events.Key) -> None:
        if not self._held:
            self.set_timer(_AGAIN, self._hand_on)
        self._held = (*self._held, (event.key, event.character))

    async def _hand_on(self) -> None:
        """Type the first of the kept keys again, once the question takes keys or none was asked after all."""
        if not self._held:
            return
        if self.app.screen is self:
            if not self._is_opening():
                (key, _character), *rest = self._held
                self._held = tuple(rest)
                await self._run(key)
        elif self.app.focused is not None:
            first, *rest = self._held
            self._held = tuple(rest)
            self.app.post_message(events.Key(*first))
            self._follow(self.app.focused)
            return
        if self._held:
            self.set_timer(_AGAIN, self._hand_on)

    def _follow(self, focused: Widget) -> None:
        """Wait until a key and what it sets off have gone the way from the focus to the question."""
        way = [node for node in focused.ancestors_with_self if isinstance(node, Widget)]
        hops = iter((self.app, *way, *way, self.app))
        self._handed += 1
        turn = self._handed

        def go_on() -> None:
            if turn == self._handed:
                self._handed += 1
                self.set_timer(_AGAIN, self._hand_on)

        def hop() -> None:
            node = next(hops, None)
            if node is None or not node.is_running:
                go_on()
            else:
                node.call_later(hop)

        hop()
        self.set_timer(_PATIENCE, go_on)  # what closes on the way forgets whom it should have called

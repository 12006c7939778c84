"""Keys that come faster than questions open: they are kept for the question, and judge nobody by accident."""

from __future__ import annotations

from time import monotonic
from typing import ClassVar, Final

from textual import events

from recruiter_tui.tui.commands_base import Place
from recruiter_tui.tui.screens.room import Room

_AGAIN: Final = 0.01
"""Seconds between two looks whether the question is there."""
_PATIENCE: Final = 0.3
"""Seconds after which a question that still stands gets the next key."""


class TypesAhead(Room):
    """A room without focus whose keys run one after the other, each when the one before has done its work.

    Bindings are run by the app, behind a second queue: without this the reason typed after an `x` would reach
    the room, as a verdict of its own, before the question for the reason stands.
    """

    PLACE: ClassVar[Place] = Place.READING

    _held: tuple[tuple[str, str | None], ...] = ()

    _given: tuple[object, float] = (None, 0.0)
    """The question that got a kept key last, and when."""

    async def on_key(self, event: events.Key) -> None:
        """Run the key's command here and now, or keep the key while a question opens."""
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
        if self.app.screen is self:
            if not self._is_opening():
                (key, _character), *rest = self._held
                self._held = tuple(rest)
                await self._run(key)
        elif self.app.focused is not None and self._has_answered():
            first, *rest = self._held
            self._held = tuple(rest)
            self._given = self.app.screen, monotonic()
            self.app.post_message(events.Key(*first))
        if self._held:
            self.set_timer(_AGAIN, self._hand_on)

    def _has_answered(self) -> bool:
        """Tell whether the question did not get a key yet, or had time to close after the one it got."""
        question, since = self._given
        return question is not self.app.screen or monotonic() - since > _PATIENCE

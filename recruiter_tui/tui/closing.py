"""What every screen is: it closes once, however late a second click or key comes, and paints little."""

from __future__ import annotations

from typing import Generic, TypeVar

from textual.await_complete import AwaitComplete
from textual.screen import Screen

from recruiter_tui.tui.painting import LeanCompositor

T = TypeVar("T")


class ClosesOnce(Screen[T], Generic[T]):
    """A screen over another; Textual's own would close whatever lies on top when it is closed twice."""

    def __init__(self, *, classes: str | None = None) -> None:
        """Paint what changed, and nothing beside it."""
        super().__init__(classes=classes)
        self._compositor = LeanCompositor()

    def dismiss(self, result: T | None = None) -> AwaitComplete:
        """Close the screen with its answer, if it still is the one on top."""
        return super().dismiss(result) if self.app.screen is self else AwaitComplete()

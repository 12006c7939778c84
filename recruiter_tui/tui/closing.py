"""Screens that close once: a second click or key that comes late closes nothing."""

from __future__ import annotations

from typing import Generic, TypeVar

from textual.await_complete import AwaitComplete
from textual.screen import Screen

T = TypeVar("T")


class ClosesOnce(Screen[T], Generic[T]):
    """A screen over another; Textual's own would close whatever lies on top when it is closed twice."""

    def dismiss(self, result: T | None = None) -> AwaitComplete:
        """Close the screen with its answer, if it still is the one on top."""
        return super().dismiss(result) if self.app.screen is self else AwaitComplete()

"""A line on which something is typed while the screen answers every letter."""

from __future__ import annotations

from textual.widgets import Input

from recruiter_tui.tui.text import width


class TypedLine(Input):
    """An input whose letters move nothing beside it, as long as they fit."""

    @property
    def content_width(self) -> int:
        """Return the room that the text takes, at least all there is: else every letter is a layout."""
        return max(self.size.width, width(self.value) + 1)

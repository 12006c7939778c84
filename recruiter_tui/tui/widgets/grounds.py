"""Containers of panes: what they hold covers them, so that one blank line stands for all of theirs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Horizontal, Vertical

from recruiter_tui.tui.widgets.lines import strip

if TYPE_CHECKING:
    from textual.geometry import Region
    from textual.strip import Strip
    from textual.widget import Widget


def blank_lines(widget: Widget, crop: Region) -> list[Strip]:
    """Return the ground of a widget; the compositor asks for it whenever something on it is painted."""
    return [strip(widget.app, (), crop.width)] * crop.height


class Columns(Horizontal):
    """Panes side by side."""

    def render_lines(self, crop: Region) -> list[Strip]:
        """Draw nothing but the ground."""
        return blank_lines(self, crop)


class Stack(Vertical):
    """Panes on top of each other."""

    def render_lines(self, crop: Region) -> list[Strip]:
        """Draw nothing but the ground."""
        return blank_lines(self, crop)

"""The screen as plain text, for tests: what a person would read, line by line."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from textual.app import App


def dump(app: App[Any]) -> str:
    """Return the text of the screen; the compositor is private, so it is touched here alone."""
    strips = app.screen._compositor.render_strips()
    return "\n".join("".join(segment.text for segment in strip) for strip in strips)

"""Our own drawing signs as plain ASCII, for terminals, fonts and locales that have no others."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rich.segment import Segment
from textual.filter import LineFilter

if TYPE_CHECKING:
    from textual.color import Color

_SIGNS: Final = {
    **dict.fromkeys("─━╌▬", "-"),
    **dict.fromkeys("│┃▐▌▏╎", "|"),
    **dict.fromkeys("┬┴├┤┼┌┐└┘", "+"),
    **dict(zip("▁▂▃▄▅▆▇█", "_.:-=+*#", strict=True)),
    **dict.fromkeys("▔▀", "-"),
    **dict.fromkeys("░▒▓", "."),
    **dict.fromkeys("·…", "."),
    **dict.fromkeys("▸→»\N{SINGLE RIGHT-POINTING ANGLE QUOTATION MARK}", ">"),
    **dict.fromkeys("←«\N{SINGLE LEFT-POINTING ANGLE QUOTATION MARK}", "<"),
    **dict.fromkeys("↑▴", "^"),
    **dict.fromkeys("↓▾", "v"),
    **dict.fromkeys("“”", '"'),
    **dict.fromkeys("\N{LEFT SINGLE QUOTATION MARK}\N{RIGHT SINGLE QUOTATION MARK}", "'"),
    **dict.fromkeys("\N{EN DASH}\N{EM DASH}\N{MINUS SIGN}", "-"),
    **dict.fromkeys("●◆", "*"),
    "▪": ".",
    "✓": "v",
    "✗": "x",
    "✎": "#",
    "⊘": "o",
    "\N{MULTIPLICATION SIGN}": "x",
    "≥": ">",
    "≤": "<",
}
"""One cell for one cell, so that nothing moves; letters of names stay what they are."""
PLAIN: Final = str.maketrans(_SIGNS)


class Plain(LineFilter):
    """Replaces the signs in whatever is painted, also by widgets that know nothing of it."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:  # noqa: ARG002 - colours stay
        """Replace the signs in every segment that carries text."""
        return [
            segment
            if segment.control is not None or segment.text.isascii()
            else Segment(segment.text.translate(PLAIN), segment.style)
            for segment in segments
        ]

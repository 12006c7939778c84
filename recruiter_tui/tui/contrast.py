"""How well a colour is read on another one, by the measure of WCAG 2: ratios from 1 to 21."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

TEXT: Final = 4.5
"""The least ratio for text (WCAG level AA)."""
HIGH: Final = 7.0
"""The least ratio for text where high contrast is asked for (level AAA)."""
_STEPS: Final = 40
_DARK: Final = 0.04045
_WHITE, _BLACK = "#ffffff", "#000000"


def ratio(one: str, other: str) -> float:
    """Return the contrast of two colours `#rrggbb`."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@lru_cache(maxsize=1024)
def readable(colour: str, ground: str, least: float = TEXT) -> str:
    """Return `colour`, or the nearest to it towards white or black that is readable on `ground`."""
    if ratio(colour, ground) >= least:
        return colour
    goal = max((_WHITE, _BLACK), key=lambda end: ratio(end, ground))
    mixed = (_mixed(colour, goal, step / _STEPS) for step in range(1, _STEPS + 1))
    return next((found for found in mixed if ratio(found, ground) >= least), goal)


def between(one: str, other: str, share: float) -> str:
    """Return the colour that lies at `share` (0 to 1) of the way from one to the other."""
    return _mixed(one, other, share)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(part / 255) for part in _parts(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= _DARK else float(((part + 0.055) / 1.055) ** 2.4)


def _parts(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _mixed(one: str, other: str, share: float) -> str:
    pairs = zip(_parts(one), _parts(other), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in pairs)

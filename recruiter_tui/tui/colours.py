"""The colours of our own themes; no other file names one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from recruiter_tui.tui.contrast import HIGH, TEXT, between, readable

if TYPE_CHECKING:
    from collections.abc import Mapping

NIGHT: Final = {
    "ground": "#14171c",
    "bar": "#1c2028",
    "rule": "#323945",
    "ink": "#c6ccd6",
    "ink-strong": "#f1f4f8",
    "ink-dim": "#9aa3b2",
    "ink-faint": "#808999",
    "accent": "#7fb2ea",
    "met": "#8bc78c",
    "not-met": "#ea857f",
    "open": "#e0b268",
    "cursor": "#26384d",
    "cursor-idle": "#21262f",
    "field": "#8fb0d4",
    "criterion": "#b9a5dc",
    "duty": "#8ebda9",
    "field-lit": "#1b2b3d",
    "criterion-lit": "#2a2540",
    "duty-lit": "#1b2f2b",
}
DAY: Final = {
    "ground": "#fcfbf8",
    "bar": "#f0eee8",
    "rule": "#d4d0c6",
    "ink": "#30353c",
    "ink-strong": "#0d1014",
    "ink-dim": "#525861",
    "ink-faint": "#656b74",
    "accent": "#1c5da8",
    "met": "#236b35",
    "not-met": "#b2332c",
    "open": "#805700",
    "cursor": "#d5e4f6",
    "cursor-idle": "#e9e7e1",
    "field": "#2f5f94",
    "criterion": "#6a4a9c",
    "duty": "#2d6b55",
    "field-lit": "#e1ecf8",
    "criterion-lit": "#ece4f6",
    "duty-lit": "#e0f0e9",
}
CONTRAST: Final = {
    "ground": "#000000",
    "bar": "#101010",
    "rule": "#8c8c8c",
    "ink": "#f2f2f2",
    "ink-strong": "#ffffff",
    "ink-dim": "#d2d2d2",
    "ink-faint": "#b4b4b4",
    "accent": "#7fd0ff",
    "met": "#7df08f",
    "not-met": "#ff9d96",
    "open": "#ffd75e",
    "cursor": "#003c78",
    "cursor-idle": "#2c2c2c",
    "field": "#a8d4ff",
    "criterion": "#d9c2ff",
    "duty": "#a6f0d2",
    "field-lit": "#00294f",
    "criterion-lit": "#321d57",
    "duty-lit": "#003a2a",
}
BLUE_ORANGE: Final = NIGHT | {
    "accent": "#c3b8f5",
    "met": "#5aa9f0",
    "not-met": "#ea6a10",
    "open": "#f7ec9a",
    "cursor": "#352f4f",
    "criterion": "#c3b8f5",
    "duty": "#c9c3ac",
    "duty-lit": "#2f2c20",
}
"""Told apart by those who see red and green alike: what is met is blue, what is not met orange."""

_BLACK, _WHITE, _GREY, _BRIGHT = "#000000", "#aaaaaa", "#555555", "#ffffff"
SIXTEEN: Final = {
    "ground": _BLACK,
    "bar": _BLACK,
    "rule": _GREY,
    "ink": _WHITE,
    "ink-strong": _BRIGHT,
    "ink-dim": _WHITE,
    "ink-faint": _WHITE,
    "accent": "#55ffff",
    "met": "#55ff55",
    "not-met": "#ff5555",
    "open": "#ffff55",
    "cursor": "#0000aa",
    "cursor-idle": _GREY,
    "field": "#00aaaa",
    "criterion": "#ff55ff",
    "duty": "#00aa00",
    "field-lit": "#0000aa",
    "criterion-lit": "#0000aa",
    "duty-lit": "#0000aa",
}
"""Exactly the colours of a terminal that has sixteen: finer ones would all become the same there."""
_INKS_OF_ONE: Final = ("accent", "met", "not-met", "open", "field", "criterion", "duty")
MONO: Final = (
    SIXTEEN
    | dict.fromkeys(_INKS_OF_ONE, _BRIGHT)
    | dict.fromkeys(("cursor", "field-lit", "criterion-lit", "duty-lit"), _WHITE)
)
"""Black and white alone: the cursor is a light line."""

OWN: Final[dict[str, tuple[Mapping[str, str], bool]]] = {
    "night": (NIGHT, True),
    "day": (DAY, False),
    "contrast": (CONTRAST, True),
    "blue-orange": (BLUE_ORANGE, True),
    "sixteen": (SIXTEEN, True),
    "mono": (MONO, True),
}
"""Our themes by name: the colours, and whether they are dark."""
WORDS: Final = {
    "night": "dark, our own",
    "day": "light, our own",
    "contrast": "high contrast, 7:1 and more",
    "blue-orange": "for those who see red and green alike",
    "sixteen": "for terminals of 8 or 16 colours",
    "mono": "black and white",
}
GROUNDS: Final = ("ground", "bar", "cursor", "cursor-idle", "field-lit", "criterion-lit", "duty-lit")
"""The colours that text stands on."""
LEAST: Final = {"contrast": HIGH}
"""The least contrast of a theme's text, where it is not the usual one."""
_INKS: Final = tuple(name for name in NIGHT if name not in (*GROUNDS, "rule"))


def least(theme: str) -> float:
    """Return the least contrast that text has in a theme."""
    return LEAST.get(theme, TEXT)


def adopted(colours: Mapping[str, str]) -> dict[str, str]:
    """Return our colours in the manner of another theme, each readable on its grounds.

    `colours` are a Textual theme's: background, panel, foreground, primary, secondary, accent, success, error
    and warning, all as `#rrggbb`.
    """
    ground, text, primary = colours["background"], colours["foreground"], colours["primary"]
    bar = between(ground, text, 0.06)
    rough = {
        "ground": ground,
        "bar": bar,
        "rule": between(ground, text, 0.22),
        "ink": between(text, ground, 0.08),
        "ink-strong": text,
        "ink-dim": between(text, ground, 0.3),
        "ink-faint": between(text, ground, 0.42),
        "accent": primary,
        "met": colours["success"],
        "not-met": colours["error"],
        "open": colours["warning"],
        "cursor": between(ground, primary, 0.28),
        "cursor-idle": between(ground, text, 0.1),
        "field": primary,
        "criterion": colours["secondary"],
        "duty": colours["accent"],
        "field-lit": between(ground, primary, 0.18),
        "criterion-lit": between(ground, colours["secondary"], 0.18),
        "duty-lit": between(ground, colours["accent"], 0.18),
    }
    return rough | {name: readable(readable(rough[name], bar), ground) for name in _INKS}

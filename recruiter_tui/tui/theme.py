"""Two themes of our own, and the colours that line painters use; no other file names a colour."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final

from rich.color import Color
from rich.style import Style
from textual.color import Color as TextualColor
from textual.theme import Theme

from recruiter_tui.tui.signs import Ink

if TYPE_CHECKING:
    from collections.abc import Mapping

    from textual.app import App

NIGHT: Final = {
    "ground": "#14171c",
    "bar": "#1c2028",
    "rule": "#323945",
    "ink": "#c6ccd6",
    "ink-strong": "#f1f4f8",
    "ink-dim": "#8f98a8",
    "ink-faint": "#667081",
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
    "ink-dim": "#646b75",
    "ink-faint": "#8c929b",
    "accent": "#1c5da8",
    "met": "#28753b",
    "not-met": "#b2332c",
    "open": "#8a5e00",
    "cursor": "#d5e4f6",
    "cursor-idle": "#e9e7e1",
    "field": "#2f5f94",
    "criterion": "#6a4a9c",
    "duty": "#2d6b55",
    "field-lit": "#e1ecf8",
    "criterion-lit": "#ece4f6",
    "duty-lit": "#e0f0e9",
}


def _theme(name: str, colours: Mapping[str, str], *, dark: bool) -> Theme:
    return Theme(
        name=name,
        primary=colours["accent"],
        secondary=colours["accent"],
        accent=colours["accent"],
        warning=colours["open"],
        error=colours["not-met"],
        success=colours["met"],
        foreground=colours["ink"],
        background=colours["ground"],
        surface=colours["ground"],
        panel=colours["bar"],
        dark=dark,
        variables={
            **colours,
            "block-cursor-background": colours["cursor"],
            "block-cursor-foreground": colours["ink-strong"],
            "input-cursor-background": colours["accent"],
            "input-cursor-foreground": colours["ground"],
            "input-selection-background": colours["cursor"],
            "scrollbar": colours["rule"],
            "scrollbar-hover": colours["ink-faint"],
            "scrollbar-active": colours["accent"],
            "scrollbar-background": colours["ground"],
            "scrollbar-background-hover": colours["ground"],
            "scrollbar-background-active": colours["ground"],
            "scrollbar-corner-color": colours["ground"],
        },
    )


THEMES: Final = (_theme("night", NIGHT, dark=True), _theme("day", DAY, dark=False))

GROUNDS: Final = ("ground", "bar", "cursor", "cursor-idle", "field-lit", "criterion-lit", "duty-lit")
"""The colours that text stands on."""

_PLAIN_NAMES: Final = {ink: ink.value.rpartition("$")[2] for ink in Ink}


class Palette:
    """The theme's colours as styles for widgets that draw their own lines."""

    def __init__(self, variables: Mapping[str, str]) -> None:
        """Take the colours from the theme's variables; the variables are kept by the app."""
        self._colours = {name: Color.parse(variables[name]) for name in NIGHT}
        self._grounds = {name: TextualColor.parse(variables[name]) for name in GROUNDS}
        self._styles: dict[tuple[Ink, str, bool], Style] = {}

    def style(self, ink: Ink, ground: str = "ground", *, bold: bool = False) -> Style:
        """Return the style of `ink` on a ground: `ground`, `bar`, `cursor` or `cursor-idle`."""
        key = (ink, ground, bold)
        style = self._styles.get(key)
        if style is None:
            style = Style(
                color=self._colours[_PLAIN_NAMES[ink]],
                bgcolor=self._colours[ground],
                bold=bold or ink is Ink.STRONG or None,
            )
            self._styles[key] = style
        return style

    def blank(self, ground: str = "ground") -> Style:
        """Return the style of empty cells."""
        return self.style(Ink.TEXT, ground)

    def colour(self, ground: str) -> TextualColor:
        """Return a ground as the colour that line filters are told."""
        return self._grounds[ground]


@lru_cache(maxsize=4)
def _palette(colours: tuple[tuple[str, str], ...]) -> Palette:
    return Palette(dict(colours))


def palette(app: App[Any]) -> Palette:
    """Return the palette of the app's present theme; the same object until the theme changes."""
    variables = app.theme_variables
    return _palette(tuple((name, variables[name]) for name in NIGHT))

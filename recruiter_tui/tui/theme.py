"""Themes as the terminal toolkit knows them, and the styles that line painters use."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any, ClassVar, Final

from rich.color import Color
from rich.style import Style
from textual.color import Color as TextualColor
from textual.theme import BUILTIN_THEMES, Theme

from recruiter_tui.tui.colours import DAY, GROUNDS, NIGHT, OWN, adopted, least
from recruiter_tui.tui.contrast import TEXT, readable
from recruiter_tui.tui.signs import Ink

if TYPE_CHECKING:
    from collections.abc import Mapping

    from textual.app import App

__all__ = ["GROUNDS", "NIGHT", "THEMES", "Palette", "names", "ours", "palette"]


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


THEMES: Final = tuple(_theme(name, colours, dark=dark) for name, (colours, dark) in OWN.items())

_PLAIN_NAMES: Final = {ink: ink.value.rpartition("$")[2] for ink in Ink}


def names() -> tuple[str, ...]:
    """Return the themes to choose from: our own, then the terminal toolkit's that name their colours."""
    return (*OWN, *sorted(name for name in BUILTIN_THEMES if name not in OWN and not name.startswith("ansi")))


def ours(theme: Theme) -> dict[str, str]:
    """Return our colours under any theme; those of a stranger are made readable where they are not."""
    if theme.name in OWN:
        return dict(OWN[theme.name][0])
    named = theme.to_color_system().generate()
    if not all(named[each].startswith("#") for each in _ADOPTED):
        return dict(NIGHT if theme.dark else DAY)
    return adopted({each: TextualColor.parse(named[each]).hex6.lower() for each in _ADOPTED})


_ADOPTED: Final = (
    *("background", "foreground", "primary", "secondary", "accent", "success", "error", "warning"),
)


class Palette:
    """The theme's colours as styles for widgets that draw their own lines; each readable on its ground."""

    def __init__(self, variables: Mapping[str, str], least_contrast: float = TEXT) -> None:
        """Take the colours from the theme's variables; the variables are kept by the app."""
        self._names = dict(variables)
        self._least = least_contrast
        self._grounds = {name: TextualColor.parse(variables[name]) for name in GROUNDS}
        self._styles: dict[tuple[Ink, str, bool], Style] = {}

    def style(self, ink: Ink, ground: str = "ground", *, bold: bool = False) -> Style:
        """Return the style of `ink` on a ground: `ground`, `bar`, `cursor` or `cursor-idle`."""
        key = (ink, ground, bold)
        style = self._styles.get(key)
        if style is None:
            colour, below = self._names[_PLAIN_NAMES[ink]], self._names[ground]
            if ink is not Ink.RULE:
                colour = readable(colour, below, self._least)
            style = Style(
                color=Color.parse(colour),
                bgcolor=Color.parse(below),
                bold=bold or ink is Ink.STRONG or None,
                strike=ink is Ink.STRUCK or None,
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
def _palette(colours: tuple[tuple[str, str], ...], least_contrast: float) -> Palette:
    return Palette(dict(colours), least_contrast)


class _Latest:
    """The palette that was asked for last; Textual makes new variables only when the theme changes."""

    variables: ClassVar[Mapping[str, str]] = {}
    palette: ClassVar[Palette | None] = None


def palette(app: App[Any]) -> Palette:
    """Return the palette of the app's present theme; the same object until the theme changes."""
    variables = app.theme_variables
    if _Latest.palette is None or _Latest.variables is not variables:
        _Latest.palette = _palette(tuple((name, variables[name]) for name in NIGHT), least(app.theme))
        _Latest.variables = variables
    return _Latest.palette

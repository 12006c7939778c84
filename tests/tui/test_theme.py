"""Colours: readable by number, told apart without red and green, chosen, shown, remembered."""

from __future__ import annotations

import ast
import math
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from textual.theme import BUILTIN_THEMES

from recruiter_tui.tui.colours import BLUE_ORANGE, GROUNDS, NIGHT, OWN, least
from recruiter_tui.tui.contrast import HIGH, TEXT, ratio, readable
from recruiter_tui.tui.plain import PLAIN
from recruiter_tui.tui.preferences import Preferences
from recruiter_tui.tui.signs import Ink
from recruiter_tui.tui.theme import THEMES, Palette, names, ours
from tests.tui.conftest import sitting_at

if TYPE_CHECKING:
    from recruiter_tui.services import Services
    from tests.tui.desk import Desk

INKS = [ink for ink in Ink if ink is not Ink.RULE]
FOREIGN = [name for name in names() if name not in OWN]
# What eyes without red (protanopia) or green (deuteranopia) cones see of linear RGB; Machado and others 2009.
SEEN = {
    "protan": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deutan": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
}


def drawn(palette: Palette, ink: Ink, ground: str) -> tuple[str, str]:
    style = palette.style(ink, ground)
    assert style.color is not None
    assert style.bgcolor is not None
    return style.color.get_truecolor().hex, style.bgcolor.get_truecolor().hex


def test_the_measure_is_that_of_the_guideline() -> None:
    assert ratio("#000000", "#ffffff") == pytest.approx(21)
    assert ratio("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)
    assert ratio(readable("#777777", "#ffffff"), "#ffffff") >= TEXT
    assert readable("#101010", "#ffffff") == "#101010"


@pytest.mark.parametrize("name", names())
def test_every_text_is_readable_on_every_ground_that_a_line_is_painted_on(name: str) -> None:
    theme = next((theme for theme in THEMES if theme.name == name), None) or BUILTIN_THEMES[name]
    palette = Palette(ours(theme), least(name))
    pairs = {(ink, ground): ratio(*drawn(palette, ink, ground)) for ink in INKS for ground in GROUNDS}
    assert {pair: found for pair, found in pairs.items() if found < least(name)} == {}


@pytest.mark.parametrize("name", names())
def test_every_text_is_readable_where_the_style_sheets_put_it(name: str) -> None:
    theme = next((theme for theme in THEMES if theme.name == name), None) or BUILTIN_THEMES[name]
    colours = ours(theme)
    inks = [ink.value.rpartition("$")[2] for ink in INKS]
    pairs = {
        (ink, ground): ratio(colours[ink], colours[ground]) for ink in inks for ground in ("ground", "bar")
    }
    assert {pair: found for pair, found in pairs.items() if found < least(name) - 0.05} == {}


def test_high_contrast_asks_for_more_than_the_others() -> None:
    assert least("contrast") == HIGH > least("night")
    assert ratio(OWN["contrast"][0]["rule"], OWN["contrast"][0]["ground"]) >= 3


def lab(colour: str, kind: str) -> tuple[float, float, float]:
    """Return where eyes of a kind see a colour in CIELAB."""
    parts = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    seen = [
        min(1, max(0, sum(weight * part for weight, part in zip(row, linear, strict=True))))
        for row in SEEN[kind]
    ]
    red, green, blue = seen
    xyz = (
        (0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.9505,
        0.2126 * red + 0.7152 * green + 0.0722 * blue,
        (0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.089,
    )
    x, y, z = (each ** (1 / 3) if each > 0.008856 else 7.787 * each + 16 / 116 for each in xyz)
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def apart(colours: dict[str, str], kind: str) -> float:
    """Return the least distance between met, not met and open for eyes of a kind."""
    seen = [lab(colours[name], kind) for name in ("met", "not-met", "open")]
    return min(math.dist(seen[one], seen[two]) for one, two in ((0, 1), (0, 2), (1, 2)))


@pytest.mark.parametrize("kind", SEEN)
def test_blue_and_orange_are_told_apart_by_eyes_that_see_red_and_green_alike(kind: str) -> None:
    assert apart(BLUE_ORANGE, kind) > 30
    assert apart(BLUE_ORANGE, kind) > 2 * apart(NIGHT, kind)


async def test_f2_shows_themes_while_one_looks_and_keeps_the_chosen_one(desk: Desk) -> None:
    await desk.sees("18338").press("f2").sees("high contrast", "for those who see red and green alike")
    await desk.press("down", "down")
    assert desk.app.theme == "contrast"
    await desk.press("escape")
    assert (desk.app.theme, desk.app.memory.theme) == ("night", "")
    await desk.press("f2").press("b")
    assert (desk.app.theme, desk.app.memory.theme) == ("blue-orange", "blue-orange")


@pytest.mark.parametrize("name", ["contrast", *FOREIGN[::5]])
async def test_the_desk_can_be_drawn_in_every_theme(services: Services, name: str) -> None:
    async with sitting_at(services, begin=Preferences(theme=name)) as desk:
        await desk.browse().press("enter").sees("Amina Haddad")
        assert desk.app.theme == name


def test_no_other_file_names_a_colour() -> None:
    room = Path(__file__).parents[2] / "recruiter_tui" / "tui"
    files = [path for path in room.rglob("*") if path.suffix in (".py", ".tcss")]
    named = [p.name for p in files if re.search(r"#[0-9a-fA-F]{6}\b", p.read_text(encoding="utf-8"))]
    assert sorted(named) == ["colours.py", "contrast.py"]


def drawn_signs() -> set[str]:
    """Return the characters beyond ASCII that the app's own strings hold, letters and documentation aside."""
    room = Path(__file__).parents[2] / "recruiter_tui" / "tui"
    found: set[str] = set()
    for path in room.rglob("*.py"):
        if path.name in ("plain.py", "edges.py", "keymap.py", "cells.py"):
            continue
        tree = ast.parse(path.read_text(encoding="utf-8"))
        said = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in said:
                found |= {sign for sign in node.value if not sign.isascii() and not sign.isalnum()}
    return found


def test_every_sign_that_we_draw_has_a_plain_one_of_the_same_width() -> None:
    lacking = {sign for sign in drawn_signs() if ord(sign) not in PLAIN}
    assert lacking == set()
    assert all(len(plain) == 1 and plain.isascii() for plain in PLAIN.values())

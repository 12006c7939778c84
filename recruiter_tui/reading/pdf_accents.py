"""Accents that are drawn as signs of their own over their letters, as TeX does with its old fonts."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

_ACCENTS: Final = {
    "\u00b4": "\u0301",
    "`": "\u0300",
    "\u02c6": "\u0302",
    "^": "\u0302",
    "\u02dc": "\u0303",
    "~": "\u0303",
    "\u00a8": "\u0308",
    "\u02c7": "\u030c",
    "\u02da": "\u030a",
    "\u00b8": "\u0327",
}
"""Accents as signs of their own, to those that go with a letter."""
_DOTLESS: Final = {"\u0131": "i", "\u0237": "j"}
_BUCKET: Final = 20.0
"""Points of the squares of a page in which letters are looked for."""
_MOST_IN_A_FIELD: Final = 200
_MOST_ACCENTS: Final = 10_000
"""Accents of a page that are put over letters; no page of text has more."""
_OVER: Final = 0.5
"""The share of an accent's width, or of its letter's, that lies over the letter."""
_RAISED: Final = 0.6
"""Letter heights by which an accent is raised at most."""
_GAP: Final = 0.15
"""Letter heights that part two words."""


class Letter(NamedTuple):
    """A letter with its box in points; whether a blank stands before it, and whether that is drawn."""

    text: str
    left: float
    bottom: float
    right: float
    top: float
    blank: bool
    drawn: bool


def composed(letters: list[Letter]) -> list[Letter]:
    """Return the letters with every accent put into the letter under it; accents over none stay."""
    accents = [at for at, letter in enumerate(letters) if letter.text in _ACCENTS]
    if not accents:
        return letters
    fields: defaultdict[tuple[int, int], list[int]] = defaultdict(list)
    for at, letter in enumerate(letters):
        if letter.text.isalpha() and len(fields[_field(letter)]) < _MOST_IN_A_FIELD:
            fields[_field(letter)].append(at)
    found = list(letters)
    gone: set[int] = set()
    for at in accents[:_MOST_ACCENTS]:
        base = max(_bases(found, at, fields), default=None)
        if base is not None:
            accent, letter = found[at], found[base[1]]
            found[base[1]] = letter._replace(text=_whole(letter.text, accent.text))
            gone.add(at)
    return [_closed(found, at, gone) for at in range(len(found)) if at not in gone]


def _bases(
    letters: Sequence[Letter], at: int, fields: Mapping[tuple[int, int], list[int]]
) -> Iterator[tuple[float, int]]:
    """Yield the letters that an accent may stand over, with the share of it that does."""
    accent = letters[at]
    across, up = _field(accent)
    near = ((x, y) for x in (across - 1, across, across + 1) for y in (up - 1, up, up + 1))
    for place in (place for key in near for place in fields.get(key, ())):
        letter = letters[place]
        height = max(letter.top - letter.bottom, 1.0)
        shared = min(accent.right, letter.right) - max(accent.left, letter.left)
        narrow = max(min(accent.right - accent.left, letter.right - letter.left), 0.1)
        is_over = -_GAP * height <= accent.bottom - letter.bottom <= _RAISED * height
        if is_over and shared >= _OVER * narrow and len(_whole(letter.text, accent.text)) == 1:
            yield shared / narrow, place


def _field(letter: Letter) -> tuple[int, int]:
    """Return the square of the page in which a letter begins."""
    return int(letter.left // _BUCKET), int(letter.bottom // _BUCKET)


def _whole(letter: str, accent: str) -> str:
    return unicodedata.normalize("NFC", _DOTLESS.get(letter, letter) + _ACCENTS[accent])


def _closed(letters: Sequence[Letter], at: int, gone: set[int]) -> Letter:
    """Return a letter; behind an accent that is gone a blank counts only where there is a gap."""
    letter = letters[at]
    before = at - 1
    while before in gone:
        before -= 1
    if before == at - 1 or before < 0:
        return letter
    other = letters[before]
    height = max(letter.top - letter.bottom, 1.0)
    is_row = abs(letter.bottom - other.bottom) < height / 2
    blank = letter.left - other.right > _GAP * height if is_row else True
    return letter._replace(
        blank=blank, drawn=blank and any(letters[each].drawn for each in range(before + 1, at + 1))
    )

"""The letters of a PDF page as stretches of text: words, letter-spacing, ligatures and tab stops made out."""

from __future__ import annotations

import sys
from collections import Counter
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from recruiter_tui.reading.pdf_accents import Letter, composed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_MOST_LETTERS: Final = 100_000
_PARTING: Final = (0x02, 0xAD, 0xFFFE)
"""How PDFium shows the hyphen of a word that is parted at the end of a line."""
_UNMAPPED: Final = {
    0x10: "\u201c",
    0x11: "\u201d",
    0x12: "\u201e",
    0x13: "\u00ab",
    0x14: "\u00bb",
    0x15: "\u2013",
    0x16: "\u2014",
    0x1B: "ff",
    0x1C: "fi",
    0x1D: "fl",
    0x1E: "ffi",
    0x1F: "ffl",
    0x88: "\u2022",
}
"""Codes of TeX's T1 encoding that a font without a map to Unicode leaves as they are."""
WIDE_GAP: Final = 1.2
"""A gap of so many letter heights parts two pieces of a row."""
TAB_GAP: Final = 0.5
"""A gap of so many letter heights parts them where what follows stands at a tab stop."""
NEXT_LINE: Final = 1.9
"""Lines of a block stand at most so many letter heights apart."""
SLACK: Final = 2.0
"""Points by which edges may differ that are meant to stand below each other."""
_WIDER: Final = 1.8
"""A gap at a tab stop, or between words of letter-spaced text, is so many times wider than the others."""
_FEWEST_AT_A_STOP: Final = 4
_SPACED: Final = 0.45
"""Text with so many blanks for a letter is letter-spaced."""
_FEWEST_SPACED: Final = 4


class Word(NamedTuple):
    """A word of a piece, from left to right in points."""

    left: float
    right: float
    text: str


class Piece(NamedTuple):
    """A stretch of text with its box in points, the origin at the bottom left."""

    left: float
    bottom: float
    right: float
    top: float
    text: str
    words: tuple[Word, ...] = ()

    @property
    def middle(self) -> float:
        """Return the height of the piece's middle."""
        return (self.bottom + self.top) / 2

    @property
    def height(self) -> float:
        """Return the height of the piece's letters, at least a point."""
        return max(self.top - self.bottom, 1.0)


@dataclass(slots=True)
class _Stretch:
    """Letters that follow one another: text, left and right of each, whether a blank stands before it."""

    box: tuple[float, float, float, float]
    letters: list[tuple[str, float, float, bool, bool]] = field(default_factory=list)

    def piece(self) -> Piece:
        """Return the stretch as a piece."""
        words = tuple(_words(self.letters))
        left, bottom, right, top = self.box
        return Piece(left, bottom, right, top, " ".join(word.text for word in words), words)


def pieces_of(text_page: Any) -> list[Piece]:  # noqa: ANN401 - pypdfium2 ships no types
    """Return a page's stretches of text in the order in which they were drawn, parted at tab stops."""
    return _at_stops([stretch.piece() for stretch in _stretches(composed(list(_letters(text_page))))])


def _letters(text_page: Any) -> Iterator[Letter]:  # noqa: ANN401 - pypdfium2 ships no types
    """Yield the letters of a page in the order in which they were drawn."""
    from pypdfium2 import raw

    blank = drawn = False
    for number in range(min(text_page.count_chars(), _MOST_LETTERS)):
        code = raw.FPDFText_GetUnicode(text_page, number)
        letter = (
            "-" if code in _PARTING else _UNMAPPED.get(code) or (chr(code) if code <= sys.maxunicode else "")
        )
        if letter.isspace() or not letter or ord(letter[0]) < ord(" "):
            blank = blank or letter.isspace()
            drawn = drawn or (letter.isspace() and not raw.FPDFText_IsGenerated(text_page, number))
            continue
        left, bottom, right, top = text_page.get_charbox(number, loose=True)
        yield Letter(letter, left, bottom, right, top, blank, drawn)
        blank = drawn = False


def _stretches(letters: Iterable[Letter]) -> Iterator[_Stretch]:
    """Yield the letters that follow one another in a row."""
    stretch: _Stretch | None = None
    for letter, left, bottom, right, top, blank, drawn in letters:
        height = max(top - bottom, 1.0)
        if stretch is not None and not _follows(stretch, left, bottom, right, height):
            yield stretch
            stretch = None
        if stretch is None:
            stretch = _Stretch((left, bottom, right, top))
        box = stretch.box
        stretch.box = (box[0], min(box[1], bottom), right, max(box[3], top))
        within = bool(stretch.letters)
        stretch.letters.append((letter, left, right, within and blank, within and drawn))
    if stretch is not None:
        yield stretch


def _follows(stretch: _Stretch, left: float, bottom: float, right: float, height: float) -> bool:
    """Tell whether a letter goes on a stretch; the letters of a ligature share one box."""
    if abs(bottom - stretch.box[1]) >= height / 2:
        return False
    if stretch.letters[-1][1:3] == (left, right):
        return True
    return -height / 2 < left - stretch.box[2] < WIDE_GAP * height


def _words(letters: Sequence[tuple[str, float, float, bool, bool]]) -> Iterator[Word]:
    """Yield the words of a stretch; of letter-spaced text only wider gaps and drawn blanks part words."""
    blanks = sum(blank for _, _, _, blank, _ in letters)
    spaced = len(letters) >= _FEWEST_SPACED and blanks >= _SPACED * len(letters)
    usual = median([b[1] - a[2] for a, b in pairwise(letters)]) if spaced else 0.0
    start = 0
    for at, (_, left, _, blank, drawn) in enumerate(letters):
        wide = drawn or left - letters[at - 1][2] > _WIDER * max(usual, 0.5)
        if at and blank and (wide or not spaced):
            yield _word(letters[start:at])
            start = at
    yield _word(letters[start:])


def _word(letters: Sequence[tuple[str, float, float, bool, bool]]) -> Word:
    return Word(letters[0][1], letters[-1][2], "".join(letter for letter, *_ in letters))


def _at_stops(pieces: Sequence[Piece]) -> list[Piece]:
    """Part pieces where a word behind a gap begins at the same place as other rows do: a narrow margin.

    A gap counts only where it is clearly wider than the others of its piece, so that neither justified text
    nor letters of one width are torn.
    """
    stops: Counter[int] = Counter(round(piece.left) for piece in pieces)
    breaks = [list(_breaks(piece)) for piece in pieces]
    stops.update(
        round(piece.words[at].left) for piece, found in zip(pieces, breaks, strict=True) for at in found
    )
    out: list[Piece] = []
    for piece, found in zip(pieces, breaks, strict=True):
        start = 0
        for at in found:
            stop = round(piece.words[at].left)
            if max(stops[stop - 1] + stops[stop], stops[stop] + stops[stop + 1]) >= _FEWEST_AT_A_STOP:
                out.append(_part(piece, start, at))
                start = at
        out.append(_part(piece, start, len(piece.words)) if start else piece)
    return out


def _breaks(piece: Piece) -> Iterator[int]:
    """Yield the places of the words that stand behind an uncommonly wide gap."""
    gaps = [after.left - before.right for before, after in pairwise(piece.words)]
    if not gaps:
        return
    usual = median(gaps) if len(gaps) > 1 else 0.0
    for at, gap in enumerate(gaps, 1):
        if gap > TAB_GAP * piece.height and (len(gaps) == 1 or gap > _WIDER * usual):
            yield at


def _part(piece: Piece, start: int, stop: int) -> Piece:
    words = piece.words[start:stop]
    text = " ".join(word.text for word in words)
    return Piece(words[0].left, piece.bottom, words[-1].right, piece.top, text, words)

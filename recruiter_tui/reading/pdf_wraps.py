"""Names, addresses and numbers that a narrow cell of a PDF page breaks into two lines."""

from __future__ import annotations

import re
from statistics import median
from typing import TYPE_CHECKING, Final

from recruiter_tui.reading.pdf_pieces import NEXT_LINE, SLACK

if TYPE_CHECKING:
    from collections.abc import Sequence

    from recruiter_tui.reading.pdf_pieces import Piece

_MAIL = re.compile(r"[\w.+-]{1,64}@[\w.-]{1,80}")
_REST_OF_A_MAIL = re.compile(r"[a-z.]{1,6}")
_PHONE = re.compile(r"\+[0-9][0-9 ]{4,14}")
_REST_OF_A_PHONE = re.compile(r"[0-9][0-9 ]{1,8}")
_TALL: Final = 1.5
_AS_TALL: Final = 0.95
_LETTERS_OF_A_NAME: Final = 30


def unbroken(pieces: Sequence[Piece]) -> list[Piece]:
    """Return the pieces with mail addresses and phones made whole, and the two lines of a large name."""
    found = list(pieces)
    for piece in pieces:
        if _MAIL.fullmatch(piece.text):
            _join(found, piece, _REST_OF_A_MAIL, "")
        elif _PHONE.fullmatch(piece.text):
            _join(found, piece, _REST_OF_A_PHONE, " ")
    return _with_whole_name(found)


def _join(found: list[Piece], piece: Piece, rest: re.Pattern[str], glue: str) -> None:
    """Put the rest of a piece that stands right below it behind it."""
    below = next((each for each in found if _is_below(each, piece) and rest.fullmatch(each.text)), None)
    if below is not None:
        found[found.index(piece)] = piece._replace(text=f"{piece.text}{glue}{below.text}", words=())
        found.remove(below)


def _is_below(piece: Piece, above: Piece) -> bool:
    gap = above.middle - piece.middle
    return abs(piece.left - above.left) <= SLACK and 0 < gap <= NEXT_LINE * above.height


def _with_whole_name(pieces: list[Piece]) -> list[Piece]:
    """Join the two tallest lines of a page where one stands right below the other: given and family name."""
    if not pieces:
        return pieces
    usual, most = median(piece.height for piece in pieces), max(piece.height for piece in pieces)
    tall = [piece for piece in pieces if piece.height > max(_TALL * usual, _AS_TALL * most)]
    if len(tall) != len(("given", "family")):
        return pieces
    first, second = sorted(tall, key=lambda piece: -piece.middle)
    text = f"{first.text} {second.text}"
    is_name = len(text) <= _LETTERS_OF_A_NAME and all(word[:1].isalpha() for word in text.split())
    if not (is_name and _is_below(second, first)):
        return pieces
    whole = first._replace(right=max(first.right, second.right), text=text, words=())
    return [whole if piece is first else piece for piece in pieces if piece is not second]

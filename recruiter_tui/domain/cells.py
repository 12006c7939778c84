"""Cells that a spreadsheet would run as a formula: guarded on the way out, freed on the way in."""

from __future__ import annotations

import re

_GUARD = "'"
_STARTERS = "=+-@＝＋－＠"  # noqa: RUF001 - the full-width forms are meant: spreadsheets fold them to the plain ones
_HARMLESS = re.compile(r"\+?[0-9][0-9 ()./-]{3,24}|[+-]?[0-9]{1,30}(?:[.,][0-9]{1,30})?")
_UNSEEN = re.compile(
    r"[\s'\x00-\x1f\x7f-\x9f\xa0\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202f"
    r"\u205f-\u206f\u3000\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb\U000e0000-\U000e0fff]*"
)
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")


def is_formula(cell: str) -> bool:
    """Tell whether a spreadsheet may run the cell: what counts is the first character that is seen.

    Blanks, invisible characters, NULs and apostrophes before it do not protect: LibreOffice drops a NUL
    and runs the rest. Plain numbers and telephone numbers have nothing to run.
    """
    if _HARMLESS.fullmatch(cell):
        return False
    seen = _UNSEEN.match(cell)
    return seen is not None and cell[seen.end() : seen.end() + 1] in tuple(_STARTERS)


def guarded(cell: str) -> str:
    """Return the cell as a CSV holds it: control characters gone, formulas behind an apostrophe."""
    plain = _CONTROLS.sub("", cell.replace("\r\n", "\n").replace("\r", "\n"))
    return _GUARD + plain if is_formula(plain) else plain


def unguarded(cell: str) -> str:
    """Return the cell without the apostrophe that `guarded` set before it, and every other cell as it is."""
    if cell.startswith(_GUARD) and is_formula(cell[1:]):
        return cell[1:]
    return cell

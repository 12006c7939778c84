"""The columns of the matrix: what stands over them, and how many cells each takes."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final

from recruiter_tui.domain.finding import Outcome
from recruiter_tui.domain.requirement import Necessity
from recruiter_tui.domain.whatif import CANNOT_TELL, MET, NOT_MET, OPEN
from recruiter_tui.tui.signs import Ink, outcome_sign
from recruiter_tui.tui.text import fit
from recruiter_tui.tui.text import width as width_of

if TYPE_CHECKING:
    from collections.abc import Sequence

LEAST: Final = 3
"""Cells of one criterion at least: its sign between blanks, or between brackets under the cursor."""
_MOST: Final = 12
_AIR: Final = 4
"""Cells that a criterion gets at most beyond its heading where there is room for all of them."""
_FEW: Final = 4
_OUTCOMES: Final = {MET: Outcome.MET, NOT_MET: Outcome.NOT_MET, CANNOT_TELL: Outcome.CANNOT_TELL, OPEN: None}


@dataclass(frozen=True)
class MatrixColumn:
    """One criterion: how it is called, and everybody's outcome as a byte each."""

    id: str
    family: str
    """The first line over it, which criteria of the same kind share."""
    label: str
    """The second line, in as few cells as say it: a word, the code of a language, a number."""
    name: str
    """How it is called in a sentence, for instance `Experience 3`."""
    title: str
    """What it asks."""
    necessity: Necessity
    codes: bytes
    word: str = ""
    """The second line where there is room for it; else that is the label."""

    @cached_property
    def signs(self) -> dict[int, tuple[str, Ink]]:
        """Return what is drawn for each byte; an advantage that is lacking counts against nobody."""
        found: dict[int, tuple[str, Ink]] = {}
        for code, outcome in _OUTCOMES.items():
            sign = outcome_sign(outcome)
            lacking = self.necessity is Necessity.ADVANTAGE and outcome is Outcome.NOT_MET
            found[code] = sign.sign, Ink.FAINT if lacking else sign.ink
        return found

    def tally(self) -> str:
        """Return how many there are of each outcome, in words."""
        counts = ((self.codes.count(code), outcome_sign(outcome).word) for code, outcome in _OUTCOMES.items())
        return ", ".join(f"{count} {word}" for count, word in counts if count)


@dataclass(frozen=True)
class Layout:
    """What stands over each column, and its cells."""

    labels: tuple[str, ...] = ()
    cells: tuple[int, ...] = ()

    @classmethod
    def fitting(cls, columns: Sequence[MatrixColumn], room: int) -> Layout:
        """Return the longest headings with which all criteria are in view, else the shortest."""
        members = Counter(one.family for one in columns)
        for is_short in (False, True):
            labels = tuple(one.label if is_short else one.word or one.label for one in columns)
            wanted = [width_of(label) for label in labels]
            if not is_short:  # the family's name stands whole over the only one of it
                wanted = [
                    max(cells, len(one.family)) if members[one.family] == 1 else cells
                    for cells, one in zip(wanted, columns, strict=True)
                ]
            cells = tuple(min(_MOST, max(LEAST, each + 1)) for each in wanted)
            if sum(cells) <= room:
                break
        air = max(0, min(_AIR, (room - sum(cells)) // max(1, len(cells))))
        return cls(labels, tuple(each + air for each in cells))

    def first(self, chosen: int, left: int, room: int) -> int:
        """Return the first column in view, so that the chosen one is and no cell stays unused."""
        left = min(left, chosen)
        while left < chosen and sum(self.cells[left : chosen + 1]) > room:
            left += 1
        while left and sum(self.cells[left - 1 :]) <= room:
            left -= 1
        return left

    def stop(self, left: int, room: int) -> int:
        """Return the column after the last one in view."""
        stop = left
        while stop < len(self.cells) and (room := room - self.cells[stop]) >= 0:
            stop += 1
        return max(stop, min(left + 1, len(self.cells)))

    def at(self, cell: int, left: int) -> int:
        """Return the column at a distance from the first one in view."""
        place = left
        while place < len(self.cells) - 1 and (cell := cell - self.cells[place]) >= 0:
            place += 1
        return place


def over(label: str, cells: int) -> str:
    """Return a heading with its middle over the signs of its column."""
    before = max(0, (cells - 1) // 2 - width_of(label) // 2)
    return fit(" " * before + fit(label, min(width_of(label), cells - 1)), cells)


def family_head(family: str, cells: int) -> str:
    """Return a family's name in a few cells, where it does not fit as an abbreviation."""
    short = f"{family[:4]}." if len(family) > cells > _FEW else family[:cells]
    return fit(short, cells)

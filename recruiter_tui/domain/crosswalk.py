"""The crosswalk between language scales: a local convention, visible and editable, and not official (R37).

Each level of the UN Language Framework and of CEFR stands on one or more rungs of one ladder; a vacancy may
place them otherwise. Words such as `fluent` are rungs themselves and stay where they are.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from recruiter_tui.domain.errors import Refused
from recruiter_tui.domain.language_levels import (
    BASIC,
    FLUENT,
    INTERMEDIATE,
    NATIVE,
    NONE,
    WORKING,
    Rungs,
    rungs,
    un_level,
)
from recruiter_tui.domain.text import fold

if TYPE_CHECKING:
    from collections.abc import Mapping

NOT_OFFICIAL: Final = (
    "A local convention; neither the United Nations nor the Council of Europe publishes one."
)
UN_LEVELS: Final = ("UN I", "UN II", "UN III", "UN IV")
CEFR_LEVELS: Final = ("A1", "A2", "B1", "B2", "C1", "C2")
RUNG_NAMES: Final = MappingProxyType(
    {
        NONE: "none",
        BASIC: "basic",
        INTERMEDIATE: "intermediate",
        WORKING: "working knowledge",
        FLUENT: "fluent",
        NATIVE: "native",
    }
)
_WORDS = {level: f"unlv{place}" for place, level in enumerate(UN_LEVELS, start=1)} | {
    level: level.lower() for level in CEFR_LEVELS
}
_LEVELS = re.compile(r"\b(unlv[1-4]|[abc][12])\b")


@dataclass(frozen=True, slots=True)
class Crosswalk:
    """Where levels stand other than by the convention; an empty one is the convention itself."""

    placed: tuple[tuple[str, int, int], ...] = ()
    """Level as in UN_LEVELS and CEFR_LEVELS, with the lowest and highest rung it stands for."""

    def rungs(self, wording: str) -> Rungs | None:
        """Return the rungs that a level as written can mean under this crosswalk."""
        known = rungs(wording)
        if not self.placed:
            return known
        found = _LEVELS.findall(un_level(fold(wording[:200])))
        placed = {_WORDS[level]: (low, high) for level, low, high in self.placed}
        moved = [placed[word] for word in found if word in placed]
        return moved[0] if len(found) == 1 and moved else known

    def table(self) -> Mapping[str, Rungs]:
        """Return every level of both scales with the rungs that it stands on."""
        return {level: self.rungs(word) or (NONE, NATIVE) for level, word in _WORDS.items()}

    def moved(self, level: str, low: int, high: int) -> Crosswalk:
        """Return the crosswalk with one level on other rungs; raises Refused for what is no level or rung."""
        if level not in _WORDS or not NONE <= low <= high <= NATIVE:
            problem = f"{level!r} cannot stand on the rungs {low} to {high}"
            raise Refused(problem, f"name one of {', '.join(_WORDS)} and rungs from {NONE} to {NATIVE}")
        rest = tuple(entry for entry in self.placed if entry[0] != level)
        if CONVENTION.rungs(_WORDS[level]) == (low, high):
            return Crosswalk(rest)
        return Crosswalk(tuple(sorted((*rest, (level, low, high)))))


CONVENTION: Final = Crosswalk()
"""How levels are read unless a vacancy says otherwise."""

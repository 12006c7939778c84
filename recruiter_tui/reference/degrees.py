"""Degrees and school certificates by their many names, in English, French, Spanish and Portuguese."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from recruiter_tui.domain.requirement import DegreeLevel
from recruiter_tui.reference.folding import fold, rows


class Mention(NamedTuple):
    """A degree named in folded text: its level and its place there."""

    level: DegreeLevel
    start: int
    end: int


def level(text: str) -> DegreeLevel | None:
    """Return the highest level among the degrees that people write (`MSc`, `Licence`, `Secondary`)."""
    words = fold(text[:200])
    try:
        return DegreeLevel[words.upper()]
    except KeyError:
        return max((found.level for found in mentions(words)), default=None)


def mentions(folded: str) -> list[Mention]:
    """Return the degrees named in folded text from left to right; of overlapping names the longest."""
    found = [
        Mention(degree, match.start(), match.end())
        for degree, pattern in _patterns()
        for match in pattern.finditer(folded)
    ]
    kept: list[Mention] = []
    for mention in sorted(found, key=lambda each: (each.start, -each.end, -each.level)):
        if not kept or mention.start >= kept[-1].end:
            kept.append(mention)
        elif mention.end - mention.start > kept[-1].end - kept[-1].start:
            kept[-1] = mention
    return kept


@cache
def _patterns() -> tuple[tuple[DegreeLevel, re.Pattern[str]], ...]:
    """Return one pattern a level; within a level the longest wording stands first, so that it wins."""
    words: dict[DegreeLevel, list[str]] = {}
    for name, cell in rows("degrees.tsv"):
        words.setdefault(DegreeLevel[name.upper()], []).extend(cell.split(";"))
    return tuple(
        (degree, re.compile(rf"\b(?:{'|'.join(sorted(each, key=len, reverse=True))})\b"))
        for degree, each in words.items()
    )

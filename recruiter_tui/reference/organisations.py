"""Public organisations by acronym and by name: who a notice speaks of most is, where nothing else says so, its employer."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from typing import NamedTuple

from recruiter_tui.reference.folding import rows


class Mention(NamedTuple):
    """An organisation named in a text."""

    acronym: str
    start: int
    end: int


def mentions(text: str) -> list[Mention]:
    """Return the organisations named in `text`; acronyms count in capitals only."""
    known = _names()
    return [Mention(known[found[0].casefold()], found.start(), found.end()) for found in _pattern().finditer(text)]


def most_named(text: str) -> list[Mention]:
    """Return the mentions of the organisation that `text` names more often than all others together, or none."""
    found = mentions(text)
    counts = Counter(each.acronym for each in found)
    if not counts:
        return []
    (first, times), *rest = counts.most_common()
    if times <= 1 or times <= sum(count for _, count in rest):
        return []
    return [each for each in found if each.acronym == first]


@cache
def _names() -> dict[str, str]:
    found: dict[str, str] = {}
    for acronym, names in rows("organisations.tsv"):
        for each in (acronym, *names.split(";")):
            found[each.casefold()] = acronym
    return found


@cache
def _pattern() -> re.Pattern[str]:
    spelled: list[str] = []
    for acronym, names in rows("organisations.tsv"):
        for each in (acronym, *names.split(";")):
            spelled.append(re.escape(each) if each.isupper() else f"(?i:{re.escape(each)})")
    return re.compile(rf"(?<![\w/])(?:{'|'.join(sorted(spelled, key=len, reverse=True))})(?![\w/])")

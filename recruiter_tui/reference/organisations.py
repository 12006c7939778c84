"""Public organisations by acronym and by name, to tell whom a text speaks of."""

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
    found = _pattern().finditer(text)
    return [Mention(known[each[0].casefold()], each.start(), each.end()) for each in found]


def most_named(text: str) -> list[Mention]:
    """Return the mentions of the organisation that `text` names more often than all others, or none."""
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


def _spelled(name: str) -> str:
    """Return the pattern of a name; an acronym must keep its capitals."""
    return re.escape(name) if name.isupper() else f"(?i:{re.escape(name)})"


@cache
def _pattern() -> re.Pattern[str]:
    spelled: list[str] = []
    for acronym, names in rows("organisations.tsv"):
        spelled += [_spelled(each) for each in (acronym, *names.split(";"))]
    return re.compile(rf"(?<![\w/])(?:{'|'.join(sorted(spelled, key=len, reverse=True))})(?![\w/])")

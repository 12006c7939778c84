"""How two names of persons stand to each other: the same, spelled otherwise, mistyped, different."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import Enum
from typing import Final, TypeAlias

from recruiter_tui.domain.person_keys import core, sound

Likeness: TypeAlias = Callable[[str, str], float]
"""Returns how alike two words are, from 0 to 1; swapped neighbours count as one slip."""

_MISTYPED: Final = 0.72
"""From this likeness on a word of five letters or more counts as a slip of the other."""
_MISTYPED_WHOLE: Final = 0.88
"""The same for whole names, where the words do not pair off."""
_SHORTEST: Final = 4
_SPELLED_OTHERWISE: Final = 0.5
_FEWEST_BONES: Final = 3
"""Consonants below which a name in another script could be anybody's."""


class NameRelation(Enum):
    """How two names stand to each other: what it says, and how much that weighs."""

    SAME = ("same name", 5.0)
    TURNED = ("same name, its words in another order", 5.0)
    SPELLED = ("same name in another spelling", 4.2)
    SCRIPT = ("same name in another script", 4.2)
    LONGER = ("one name has more words than the other", 3.5)
    MISTYPED = ("names differ by a slip of the pen", 3.5)
    INITIALS = ("same name, one with initials", 2.5)
    FAMILY = ("only one word of the names is the same", -3.0)
    DIFFERENT = ("different names", -6.0)
    UNKNOWN = ("no name to compare", 0.0)

    def __init__(self, says: str, weight: float) -> None:
        """Keep what it says and what it weighs."""
        self.says = says
        self.weight = weight


def relation(
    one: tuple[str, ...], other: tuple[str, ...], likeness: Likeness, *, scripts_differ: bool = False
) -> NameRelation:
    """Return how two names, as words in Latin letters, stand to each other."""
    first, second = core(one), core(other)
    if not first or not second:
        return NameRelation.UNKNOWN
    if first == second:
        return NameRelation.SCRIPT if scripts_differ else NameRelation.SAME
    whole, whole_other = "".join(first), "".join(second)
    if sorted(whole) == sorted(whole_other) and (
        whole == whole_other or sorted(first) == sorted(second) or _is_turned(first, second)
    ):
        return NameRelation.SCRIPT if scripts_differ else NameRelation.TURNED
    found = _by_words(first, second, likeness, scripts_differ=scripts_differ)
    if found in (NameRelation.FAMILY, NameRelation.DIFFERENT):
        return _as_a_whole(first, second, likeness, scripts_differ=scripts_differ) or found
    return found


def _is_turned(first: Sequence[str], second: Sequence[str]) -> bool:
    """Tell whether two names are the same words, parted and put in order otherwise."""
    whole, other = "".join(first), "".join(second)
    return other in whole + whole


def _as_a_whole(
    first: Sequence[str], second: Sequence[str], likeness: Likeness, *, scripts_differ: bool
) -> NameRelation | None:
    """Compare names whose words do not pair off, because they are parted otherwise."""
    if likeness("".join(first), "".join(second)) >= _MISTYPED_WHOLE:
        return NameRelation.MISTYPED
    bones, others = ("".join(sorted("".join(map(sound, words)))) for words in (first, second))
    if scripts_differ and bones == others and len(bones) >= _FEWEST_BONES:
        return NameRelation.SCRIPT
    return None


def _by_words(
    first: Sequence[str], second: Sequence[str], likeness: Likeness, *, scripts_differ: bool
) -> NameRelation:
    """Pair the words of two names off, the surest pairs first."""
    fewer, more = (list(first), list(second)) if len(first) <= len(second) else (list(second), list(first))
    equal: list[str] = []
    left: list[str] = []
    for word in fewer:
        if word in more:
            more.remove(word)
            equal.append(word)
        else:
            left.append(word)
    weakest = NameRelation.SAME
    for word in left:
        how, partner = _best(word, more, likeness, scripts_differ=scripts_differ)
        if partner is None:
            return NameRelation.FAMILY if equal else NameRelation.DIFFERENT
        more.remove(partner)
        if how.weight < weakest.weight:
            weakest = how
    if weakest is NameRelation.INITIALS and not any(len(word) > 1 for word in equal):
        return NameRelation.DIFFERENT if len(equal) + len(left) < 2 else NameRelation.FAMILY  # noqa: PLR2004 - initials need a word beside them
    if not more:
        return NameRelation.TURNED if weakest is NameRelation.SAME else weakest
    if len(fewer) < 2:  # noqa: PLR2004 - one word of several is no name
        return NameRelation.FAMILY
    return NameRelation.LONGER if weakest.weight >= NameRelation.LONGER.weight else weakest


def _best(
    word: str, others: Sequence[str], likeness: Likeness, *, scripts_differ: bool
) -> tuple[NameRelation, str | None]:
    """Return the word of another name that stands closest to `word`, and how."""
    found: tuple[NameRelation, str | None] = (NameRelation.DIFFERENT, None)
    for other in others:
        how = _words(word, other, likeness, scripts_differ=scripts_differ)
        if how.weight > found[0].weight:
            found = how, other
    return found


def _words(one: str, other: str, likeness: Likeness, *, scripts_differ: bool) -> NameRelation:
    """Return how two words of names stand to each other."""
    if len(one) == 1 or len(other) == 1:
        return NameRelation.INITIALS if one[0] == other[0] else NameRelation.DIFFERENT
    alike = likeness(one, other)
    if sound(one) == sound(other) and (scripts_differ or alike >= _SPELLED_OTHERWISE):
        return NameRelation.SCRIPT if scripts_differ else NameRelation.SPELLED
    short = min(len(one), len(other))
    if short >= _SHORTEST and alike >= (_MISTYPED if short > _SHORTEST else _MISTYPED + 0.03):
        return NameRelation.MISTYPED
    return NameRelation.DIFFERENT

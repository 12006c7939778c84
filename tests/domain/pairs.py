"""Two candidates set against each other: what the tests of duplicates share."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from recruiter_tui.domain.duplicates import Commonness, Profile, Stay, weigh
from recruiter_tui.domain.person_keys import letters_key

NOBODY = Commonness()
MAIL = frozenset({"john@example.org"})
SAME = {"same name": True, "same e-mail address": True}


def alike(one: str, other: str) -> float:
    """Return the share of equal letters at equal places."""
    return sum(a == b for a, b in zip(one, other, strict=False)) / max(len(one), len(other))


def person(key: int, name: str = "john doe", **facts: Any) -> Profile:  # noqa: ANN401 - facts are named by the test
    words = tuple(name.split())
    return replace(Profile(key, words, name_key=letters_key(words)), **facts)


def stay(employer: str, first: int, last: int, *, exact: bool = True) -> Stay:
    return Stay(employer, first, last, exact=exact, shown=employer.title())


def evidence(one: Profile, other: Profile, common: Commonness = NOBODY) -> dict[str, bool] | None:
    """Return what is said, and whether it speaks for one person; the same whoever comes first."""
    found, turned = weigh(one, other, common, alike), weigh(other, one, common, alike)
    assert found is None or turned is not None
    if found is None or turned is None:
        return None
    assert (found.one, found.other) == (turned.one, turned.other)
    assert found.weight == pytest.approx(turned.weight)
    assert found.weight == pytest.approx(sum(reason.weight for reason in found.reasons))
    weights = [reason.weight for reason in found.reasons]
    assert weights == sorted(weights, reverse=True)
    return {reason.says: reason.is_for for reason in found.reasons}


def weight_of(says: str, one: Profile, other: Profile, common: Commonness = NOBODY) -> float:
    found = weigh(one, other, common, alike)
    assert found is not None
    return next(reason.weight for reason in found.reasons if reason.says.startswith(says))

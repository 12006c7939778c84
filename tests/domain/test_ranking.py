"""The order of a shortlist: tier by tier, moved within a tier only."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recruiter_tui.domain.errors import NotFound, Refused
from recruiter_tui.domain.ranking import Ranked, in_order, move, place, ranks

LIST = (Ranked(1, 2, 1), Ranked(2, 1, 2), Ranked(3, None, 1), Ranked(4, 1, 1), Ranked(5, 1))


def test_tiers_come_in_order_and_newcomers_last_in_theirs() -> None:
    assert [entry.key for entry in in_order(LIST)] == [4, 2, 5, 1, 3]
    assert ranks(LIST) == {4: 1, 2: 2, 5: 3, 1: 4, 3: 5}


def test_moving_stays_within_the_tier() -> None:
    assert move(LIST, 4, 2) == {2: 1, 5: 2, 4: 3, 1: 4, 3: 5}
    assert move(LIST, 5, -1) == {4: 1, 5: 2, 2: 3, 1: 4, 3: 5}
    assert move(LIST, 4, -1) == ranks(LIST)
    assert move(LIST, 3, 9) == ranks(LIST)


@pytest.mark.parametrize(
    ("key", "steps", "problem"),
    [
        (5, 1, "tier 1 stays before tier 2"),
        (1, -1, "tier 1 stays before tier 2"),
        (3, -1, "tier 2 stays before an unknown tier"),
    ],
)
def test_nobody_passes_another_tier(key: int, steps: int, problem: str) -> None:
    with pytest.raises(Refused) as refusal:
        move(LIST, key, steps)
    assert (refusal.value.problem, refusal.value.remedy) == (problem, "move it within its tier")


def test_a_rank_can_be_named() -> None:
    assert place(LIST, 5, 1) == {5: 1, 4: 2, 2: 3, 1: 4, 3: 5}
    assert place(LIST, 3, 5) == ranks(LIST)  # the last rank is one too
    with pytest.raises(Refused, match="tier 1 stays before tier 2"):
        place(LIST, 5, 4)
    with pytest.raises(Refused, match="no rank 6") as refusal:
        place(LIST, 5, 6)
    assert refusal.value.remedy == "the shortlist has ranks 1 to 5"
    with pytest.raises(NotFound) as missing:
        move(LIST, 99, 1)
    assert missing.value.problem == "this application is not on the shortlist"
    assert missing.value.remedy == "shortlist it first"


ENTRIES = st.lists(
    st.tuples(st.sampled_from([0, 1, 2, None]), st.integers(1, 9) | st.none()), min_size=1, max_size=12
).map(lambda pairs: [Ranked(key, tier, rank) for key, (tier, rank) in enumerate(pairs)])


@given(ENTRIES, st.integers(0, 11), st.integers(-12, 12))
def test_any_move_keeps_everybody_and_the_tiers_in_order(
    entries: list[Ranked], which: int, steps: int
) -> None:
    try:
        moved = move(entries, which % len(entries), steps)
    except Refused:
        moved = ranks(entries)
    assert sorted(moved.values()) == list(range(1, len(entries) + 1))
    assert moved.keys() == {entry.key for entry in entries}
    tiers = {entry.key: entry.tier for entry in entries}
    walked = [tiers[key] for key in sorted(moved, key=moved.__getitem__)]
    assert walked == sorted(walked, key=lambda tier: 99 if tier is None else tier)

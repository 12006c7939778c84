"""Where somebody was, and how fast the work goes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recruiter_tui.domain.trail import MOST, Trail, pace


def walked(*keys: int) -> Trail:
    trail = Trail()
    for key in keys:
        trail = trail.visit(key)
    return trail


def test_back_and_forward_lead_as_in_a_browser() -> None:
    trail = walked(1, 2, 3)
    assert trail.here == 3
    assert trail.back().here == 2
    assert trail.back().back().back().here == 1  # no further than the beginning
    assert trail.back().forward().forward().here == 3  # no further than the end
    assert trail.back().visit(9).keys == (1, 2, 9)  # what lay ahead is forgotten


def test_looking_again_at_the_same_person_is_no_step() -> None:
    assert walked(4, 4, 4).keys == (4,)


def test_nobody_was_seen_yet() -> None:
    assert Trail().here is None
    assert Trail().back().here is None
    assert Trail().forward().here is None
    assert Trail().recent() == ()


def test_recently_seen_is_the_latest_first_and_each_once() -> None:
    assert walked(1, 2, 1, 3).recent() == (3, 1, 2)


@given(st.lists(st.integers(0, 50), max_size=3 * MOST))
def test_a_trail_never_grows_without_end(keys: list[int]) -> None:
    trail = walked(*keys)
    assert len(trail.keys) <= MOST
    assert trail.here == (keys[-1] if keys else None)


@pytest.mark.parametrize(
    ("moments", "seconds"),
    [
        ([], None),
        (["2026-11-22T09:00:00+00:00"], None),
        (["2026-11-22T09:00:00+00:00", "2026-11-22T09:00:00+00:00"], None),  # one bulk act
        (["2026-11-22T09:00:00+00:00", "2026-11-22T09:00:20+00:00", "2026-11-22T09:01:20+00:00"], 40),
        (["2026-11-22T09:00:30+00:00", "2026-11-22T12:00:00+00:00", "2026-11-22T09:00:00+00:00"], 30),
        (["2026-11-22T09:00:00+00:00", "2026-11-22T12:00:00+00:00"], None),  # only a break between them
    ],
)
def test_the_pace_is_the_median_gap_without_breaks(moments: list[str], seconds: float | None) -> None:
    assert pace(moments) == seconds

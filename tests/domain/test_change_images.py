"""Changes as images of rows: their inverse, joined images, and what differs."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recruiter_tui.domain.change import Change, RowImage

ROWS = st.dictionaries(st.sampled_from("abc"), st.integers(0, 2))
IMAGES = st.builds(
    RowImage, st.sampled_from(["application", "note"]), st.integers(1, 3), ROWS | st.none(), ROWS
)
CHANGES = st.builds(Change, st.text(), st.lists(IMAGES).map(tuple))


@given(CHANGES)
def test_the_inverse_of_the_inverse_is_the_change_itself(change: Change) -> None:
    assert change.inverse().inverse() == change
    assert change.inverse() != change


@given(st.lists(ROWS, min_size=2, max_size=6))
def test_images_of_one_row_join_into_what_it_was_first_and_last(states: list[dict[str, int]]) -> None:
    steps = [RowImage("t", 1, a, b) for a, b in itertools.pairwise(states)]
    change = Change.of("steps", steps)
    if states[0] == states[-1]:
        assert change.is_empty
        assert change.rows == ()
    else:
        assert change.rows == (RowImage("t", 1, states[0], states[-1]),)


def test_a_row_that_came_and_went_leaves_no_image() -> None:
    born = RowImage("note", 1, None, {"text": "x"})
    other = RowImage("tag", 1, None, {"text": "y"})
    assert Change.of("note", [born, other, born.inverse()]).rows == (other,)


def test_an_image_names_the_columns_that_differ() -> None:
    image = RowImage("application", 7, {"disposition": "new", "rank": 1}, {"disposition": "maybe", "rank": 1})
    assert image.columns == ("disposition",)
    assert RowImage("note", 1, None, {"text": None}).columns == ("text",)
    assert image.changes_something


def test_an_image_of_nothing_is_refused() -> None:
    with pytest.raises(ValueError, match="neither before nor after"):
        RowImage("note", 1, None, None)


def test_the_history_reads_what_was_done_and_undone() -> None:
    change = Change("3 shortlisted", (RowImage("a", 1, {"x": 1}, {"x": 2}), RowImage("a", 2, None, {})))
    assert change.sentence == "3 shortlisted"
    assert change.inverse().sentence == "Undone: 3 shortlisted"
    assert [row.key for row in change.inverse().rows] == [2, 1]
    assert not change.is_empty

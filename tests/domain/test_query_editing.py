"""Choosing values writes filters that a person could have typed, and takes them away again."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recruiter_tui.domain.query import parse
from recruiter_tui.domain.query_editing import How, asked, chosen, pieces, standing, without


@pytest.mark.parametrize(
    ("before", "how", "condition", "after"),
    [
        ("", How.AND, "tier:1", "tier:1"),
        ("amina", How.AND, "tier:1", "amina tier:1"),
        ("amina and tier:1", How.AND, "tag:seen", "amina tier:1 tag:seen"),
        ("tier:1 amina", How.AND, "tier:1", "amina"),
        ("tier:1 or tier:2", How.AND, "tag:seen", "(tier:1 or tier:2) tag:seen"),
        ("tier:1", How.OR, "tier:2", "tier:1 or tier:2"),
        ("tier:1 or tier:2", How.OR, "tier:3", "tier:1 or tier:2 or tier:3"),
        ("(tier:1 or tier:2) amina", How.OR, "tier:1", "tier:2 amina"),
        ("tier:1 amina", How.OR, "tier:2", "(tier:1 or tier:2) amina"),
        ("amina", How.OR, "tier:2", "amina or tier:2"),
        ("tier:2", How.OR, "tier:2", ""),
        ("", How.OR, "tier:2", "tier:2"),
        ("tier:1 tier:3 or tier:2", How.OR, "tier:2", "tier:1 tier:3"),
        ("not tier:1", How.OR, "tier:2", "not tier:1 or tier:2"),
        ("", How.NOT, "tier:1", "not tier:1"),
        ("amina", How.NOT, "tier:1", "amina not tier:1"),
        ("not tier:1", How.NOT, "tier:1", ""),
        ("-tier:1 amina", How.NOT, "tier:1", "amina not tier:1"),
        ("amina not tier:1", How.AND, "tier:1", "amina tier:1"),
        ("not (tier:1 or tier:2)", How.AND, "amina", "not (tier:1 or tier:2) amina"),
        ('reason:"a b" years>=5', How.AND, "years:2..5", 'reason:"a b" years>=5 years:2..5'),
    ],
)
def test_a_value_is_chosen_and_given_back(before: str, how: How, condition: str, after: str) -> None:
    assert chosen(before, condition, how) == after


@pytest.mark.parametrize(
    ("text", "condition", "how"),
    [
        ("", "tier:1", None),
        ("tier:2 amina", "tier:1", None),
        ("amina tier:1", "tier:1", How.AND),
        ("(tier:1 or tier:2) amina", "tier:2", How.AND),
        ("(tier:1 or tier:2) amina", "tier:3", None),
        ("amina not tier:1", "tier:1", How.NOT),
        ("-tier:1", "tier:1", How.NOT),
        ("not tier:2", "tier:1", None),
        ("not tier:2 tier:1", "tier:1", How.AND),
    ],
)
def test_a_filter_says_how_it_asks_for_a_value(text: str, condition: str, how: How | None) -> None:
    assert standing(text, condition) is how


def test_the_conditions_on_one_field_are_taken_apart_from_the_rest() -> None:
    text = "amina (tier:1 or tier:2) not tag:seen"
    assert without(text, "tier") == "amina not tag:seen"
    assert asked(text, "tier") == "tier:1 or tier:2"
    assert [piece.field for piece in pieces(text)] == ["name", "tier", "tag"]
    assert without("tier:1 or amina", "tier") == "tier:1 or amina"


ATOMS = st.sampled_from(["amina", "tier:1", "tier:2", "years>=5", 'note:"a b"', "not tag:x", "-reason:late"])
FILTERS = st.recursive(
    ATOMS,
    lambda part: st.one_of(
        st.tuples(part, part).map(lambda two: f"({two[0]} or {two[1]})"),
        st.tuples(part, part).map(" ".join),
        st.tuples(part, part).map(" or ".join),
        part.map(lambda one: f"not ({one})"),
    ),
    max_leaves=5,
)
ROWS = (
    {"name": "Amina", "tier": 1, "months": 72, "tags": ("x",), "reason": "late", "note": "a b"},
    {"name": "Bilal", "tier": 2, "months": 12, "tags": (), "reason": None, "note": None},
    {"name": "", "tier": None, "months": None, "tags": (), "reason": None, "note": "a b"},
)


@given(FILTERS, st.sampled_from(["tier:1", "outcome:met", "nationality:unknown"]))
def test_choosing_means_what_it_says(text: str, condition: str) -> None:
    wanted = parse(condition)
    for row in ROWS:
        before, holds = parse(text).root.holds(row), wanted.root.holds(row)
        narrowed = chosen(text, condition, How.AND)
        if condition not in {piece.text for piece in pieces(text)}:
            now = parse(narrowed).root.holds(row)
            if f"not {condition}" not in text:
                assert (now is True) == (before is True and holds is True), narrowed
        assert parse(chosen(text, condition, How.NOT)) is not None
        assert parse(chosen(text, condition, How.OR)) is not None

"""The crosswalk between language scales: a convention that a vacancy may edit, level by level (R37)."""

from __future__ import annotations

import itertools

import pytest

from recruiter_tui.domain.crosswalk import CEFR_LEVELS, CONVENTION, UN_LEVELS, Crosswalk
from recruiter_tui.domain.errors import Refused
from recruiter_tui.domain.language_levels import BASIC, FLUENT, INTERMEDIATE, NATIVE, NONE, WORKING


def test_the_table_shows_both_scales_in_rising_order() -> None:
    table = CONVENTION.table()
    assert tuple(table) == UN_LEVELS + CEFR_LEVELS
    for scale in (UN_LEVELS, CEFR_LEVELS):
        placed = [table[level] for level in scale]
        assert placed == sorted(placed)
        assert placed[0] == (BASIC, BASIC)
        assert placed[-1] == (NATIVE, NATIVE)


EDITED = CONVENTION.moved("B2", FLUENT, FLUENT).moved("UN II", INTERMEDIATE, WORKING)


@pytest.mark.parametrize(
    ("wording", "rungs"),
    [
        ("B2", (FLUENT, FLUENT)),
        ("English b2 (upper)", (FLUENT, FLUENT)),
        ("UN level 2", (INTERMEDIATE, WORKING)),
        ("niveau II", (INTERMEDIATE, WORKING)),
        # levels that nobody moved, words, and wordings of two levels stay where the convention has them
        ("B1", (INTERMEDIATE, INTERMEDIATE)),
        ("UN level III", (FLUENT, FLUENT)),
        ("fluent", (FLUENT, FLUENT)),
        ("B2 to C2", (WORKING, NATIVE)),
        ("B1 or B2", (INTERMEDIATE, WORKING)),
        ("so so", None),
        # far down in a long wording no level is looked for
        ("words " * 40 + "B2", None),
        ("words " * 32 + "B2", (FLUENT, FLUENT)),
    ],
)
def test_an_edited_level_stands_where_it_was_put(wording: str, rungs: tuple[int, int] | None) -> None:
    assert EDITED.rungs(wording) == rungs


def test_the_table_shows_what_was_edited() -> None:
    moved = {"B2": (FLUENT, FLUENT), "UN II": (INTERMEDIATE, WORKING)}
    assert EDITED.table() == {**CONVENTION.table(), **moved}


@pytest.mark.parametrize(("one", "other"), list(itertools.permutations(("A1", "C1", "UN IV"), 2)))
def test_edits_make_the_same_crosswalk_in_whatever_order(one: str, other: str) -> None:
    there = CONVENTION.moved(one, NONE, BASIC).moved(other, WORKING, FLUENT)
    back = CONVENTION.moved(other, WORKING, FLUENT).moved(one, NONE, BASIC)
    assert there == back
    assert len(there.placed) == 2


def test_the_last_edit_of_a_level_holds_and_the_way_back_leaves_nothing() -> None:
    again = EDITED.moved("B2", NONE, NATIVE)
    assert again.rungs("B2") == (NONE, NATIVE)
    assert len(again.placed) == len(EDITED.placed)
    assert again.moved("B2", WORKING, WORKING) == Crosswalk((("UN II", INTERMEDIATE, WORKING),))


@pytest.mark.parametrize(
    ("level", "low", "high"),
    [
        ("D1", BASIC, WORKING),
        ("B2", WORKING, INTERMEDIATE),
        ("B2", NONE - 1, BASIC),
        ("B2", FLUENT, NATIVE + 1),
    ],
)
def test_what_is_no_level_or_no_rung_is_refused_with_what_there_is(level: str, low: int, high: int) -> None:
    with pytest.raises(Refused) as refusal:
        CONVENTION.moved(level, low, high)
    assert str(refusal.value).startswith(f"'{level}' cannot stand on the rungs {low} to {high}")
    assert refusal.value.remedy == (
        "name one of UN I, UN II, UN III, UN IV, A1, A2, B1, B2, C1, C2 and rungs from 0 to 5"
    )

"""Cells that a spreadsheet would run: guarded, and freed again, character by character."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recruiter_tui.domain.cells import guarded, is_formula, unguarded


@pytest.mark.parametrize(
    ("cell", "runs"),
    [
        ("=1+1", True),
        ("+cmd", True),
        ("-1+1", True),
        ("@SUM(A1)", True),
        ("\x00=1", True),
        (" \u200b\ufeff=1", True),
        ("''=1", True),
        ("\uff1d1", True),
        ("+213 555 12 34 56", False),
        ("-12,5", False),
        ("+7", False),
        ("a=1", False),
        ("'", False),
        ("", False),
    ],
)
def test_what_counts_is_the_first_character_that_is_seen(cell: str, *, runs: bool) -> None:
    assert is_formula(cell) is runs
    assert guarded(cell).startswith("'") is (runs or cell == "'")
    assert unguarded(guarded(cell)) == cell.replace("\x00", "")


def test_line_ends_are_one_kind_and_control_characters_go() -> None:
    assert guarded("a\r\nb\rc\x07\x9f") == "a\nb\nc"
    assert guarded("\r\n=1") == "'\n=1"


@pytest.mark.parametrize("cell", ["'=1", "'plain", "''", "'", "'+213555", "plain"])
def test_only_the_apostrophe_that_was_set_is_taken_away(cell: str) -> None:
    assert unguarded(cell) == ("=1" if cell == "'=1" else cell)


@given(st.text(alphabet="=+-@' \u200b1a.", max_size=12))
def test_what_goes_out_guarded_comes_in_as_it_was(cell: str) -> None:
    assert unguarded(guarded(cell)) == cell

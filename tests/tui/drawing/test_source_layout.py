"""A notice's text as rows: whole, in order, no wider than the pane, and quickly."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from recruiter_tui.domain.stated import Span
from recruiter_tui.tui.drawing.source import SourceLayout, foldable, visible

TEXTS = st.text(alphabet="ab é王\t\n\u202e\x1b.e\u0301👩", max_size=300)


@given(TEXTS, st.integers(1, 40))
def test_rows_follow_each_other_fit_and_lose_no_word(text: str, cells: int) -> None:
    rows = SourceLayout(text, cells).rows
    assert all(row.start <= row.end for row in rows)
    assert all(one.end <= other.start for one, other in pairwise(rows))
    assert "".join("".join(text[row.start : row.end].split()) for row in rows) == "".join(text.split())
    for row in rows:
        assert cell_len(visible(text[row.start : row.end].rstrip())) <= max(cells, 2)


@given(TEXTS, st.integers(1, 40))
def test_a_character_is_found_in_its_row(text: str, cells: int) -> None:
    layout = SourceLayout(text, cells)
    for row_number, row in enumerate(layout.rows):
        if row.end > row.start:
            assert layout.row_of(row.start) == row_number
            assert layout.row_of(row.end - 1) == row_number


def test_boilerplate_is_folded_but_never_what_was_understood() -> None:
    text = "x" * 1_000
    lit = bytearray(1_000)
    lit[400:450] = b"\x02" * 50
    assert foldable(text, (Span(100, 900),), lit) == [(100, 400), (450, 900)]
    assert foldable(text, (Span(100, 150),), lit) == []
    rows = SourceLayout(text, 50, [(100, 400), (450, 900)]).rows
    assert [(row.start, row.end) for row in rows if row.folded] == [(100, 400), (450, 900)]


@pytest.mark.parametrize(
    "text", ["Tides and quays, with pilots. " * 7_000, "x" * 200_000, "é quay\n" * 30_000]
)
def test_a_long_notice_is_wrapped_at_once(text: str) -> None:
    start = time.process_time()
    SourceLayout(text, 70)
    assert time.process_time() - start < 2

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from recruiter_tui.tui.drawing.cells import paragraphs, plain, wrap


@pytest.mark.parametrize(
    ("words", "cells", "lines"),
    [
        ("Led the border programme", 10, ["Led the", "border", "programme"]),
        ("unbreakable", 4, ["unbr", "eaka", "ble"]),
        ("招聘 与 选拔", 4, ["招聘", "与", "选拔"]),
        ("招", 1, ["…"]),
        ("", 10, []),
        ("   ", 10, []),
        ("a\u0301\u0301b c", 3, ["a\u0301\u0301b", "c"]),
    ],
)
def test_text_is_wrapped_between_words_and_broken_only_where_a_word_is_too_wide(
    words: str, cells: int, lines: list[str]
) -> None:
    assert list(wrap(words, cells)) == lines


def test_a_text_keeps_its_paragraphs_but_not_its_empty_pages() -> None:
    assert list(paragraphs("one\n\n\n\n\ntwo\n", 20)) == ["one", "", "two"]


def test_a_long_text_is_wrapped_no_further_than_somebody_looks() -> None:
    lines = wrap("word " * 200_000, 40)
    assert next(lines) == "word word word word word word word word"


@given(st.text(max_size=200), st.integers(min_value=1, max_value=60))
def test_no_line_is_wider_than_asked(words: str, cells: int) -> None:
    assert all(cell_len(line) <= cells for line in wrap(plain(words), cells))

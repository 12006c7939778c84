"""Cells on their way to a spreadsheet and back."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recruiter_tui.domain.cells import guarded, is_formula, unguarded
from recruiter_tui.writing.csv import csv_bytes
from recruiter_tui.writing.shortlist import Sheet

HOSTILE = [
    "=1+1",
    "+1+1",
    "-1+1",
    "@SUM(A1)",
    "\x00=1+1",
    "\t=1+1",
    "\r=1+1",
    "\n=1+1",
    " =1+1",
    "\u00a0=1+1",
    "\ufeff=1+1",
    "\u200b\u2060=1+1",
    "\U000e0041=1+1",
    "'=1+1",
    "''=1+1",
    "\uff1d1+1",  # full-width equals sign
    "\uff0b1+1",
    "\uff0d1+1",
    "\uff20SUM(A1)",
    '=HYPERLINK("http://example.org","x")',
    "=cmd|' /C calc'!A0",
]
HARMLESS = [
    "+213555123456",
    "+213 (0) 555-12.34",
    "-5",
    "-5.25",
    "+7",
    "00213555",
    "O'Neil",
    "",
    "12-2019",
    "Zoë",
    "a=b",
]


@pytest.mark.parametrize("cell", HOSTILE)
def test_what_a_spreadsheet_would_run_goes_out_behind_an_apostrophe(cell: str) -> None:
    out = guarded(cell)
    assert out.startswith("'")
    assert "\x00" not in out


@pytest.mark.parametrize("cell", HARMLESS)
def test_numbers_telephones_and_plain_words_go_out_as_they_are(cell: str) -> None:
    assert guarded(cell) == cell
    assert not is_formula(cell)


def test_a_telephone_followed_by_a_line_break_is_no_telephone() -> None:
    assert is_formula("+213555123456\n=1+1")


@given(st.text())
def test_what_went_out_comes_back_as_it_was_apart_from_control_characters(cell: str) -> None:
    plain = "".join(
        sign
        for sign in cell.replace("\r\n", "\n").replace("\r", "\n")
        if sign in "\n\t" or not (ord(sign) < 0x20 or 0x7F <= ord(sign) <= 0x9F)
    )
    assert unguarded(guarded(cell)) == plain


@given(st.lists(st.text(st.characters(codec="utf-8", exclude_categories=["Cc"])), min_size=18, max_size=18))
def test_a_record_read_back_and_freed_is_the_record(cells: list[str]) -> None:
    columns = tuple(f"c{number}" for number in range(18))
    sheet = Sheet("18338", "Officer", 1, columns, [dict(zip(columns, cells, strict=True))], 1, "ab")

    text = b"".join(csv_bytes(sheet)).decode("utf-8-sig")
    back = list(csv.reader(io.StringIO(text, newline=""), strict=True))

    assert back[0] == list(columns)
    assert [unguarded(cell) for cell in back[1]] == cells

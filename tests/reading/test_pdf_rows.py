"""Pieces of a PDF page become lines in the order in which people read them."""

from __future__ import annotations

import pytest

from recruiter_tui.reading.pdf_pieces import Piece
from recruiter_tui.reading.pdf_rows import columns, rows


def piece(left: float, line: int, text: str, width: float | None = None) -> Piece:
    bottom = 800.0 - 14 * line
    return Piece(left, bottom, left + (width or 5.0 * len(text)), bottom + 10, text)


def lines(pieces: list[Piece]) -> list[str]:
    return [line for column in columns(pieces) for line in rows(column)]


def test_a_wide_gap_parts_a_row_and_a_narrow_one_does_not() -> None:
    found = rows([piece(40, 1, "Example Agency"), piece(113, 1, "Rome"), piece(400, 1, "2019")])
    assert found == ["Example Agency Rome  2019"]


def test_pieces_are_put_in_order_however_they_were_drawn() -> None:
    drawn = [piece(40, 3, "third"), piece(40, 1, "first"), piece(40, 2, "second")]
    assert rows(drawn) == ["first", "second", "third"]


@pytest.mark.parametrize("order", ["row by row", "column by column"])
def test_two_columns_are_read_one_after_the_other(order: str) -> None:
    left = [piece(40, n, f"Skill number {n}") for n in range(2, 30)]
    right = [piece(220, n, f"Some longer text about project number {n} at work") for n in range(2, 30)]
    drawn = (
        left + right
        if order == "column by column"
        else [p for pair in zip(left, right, strict=True) for p in pair]
    )
    found = lines([piece(40, 0, "Ann Lee, Engineer of many things and a title across", 480.0), *drawn])
    assert found[0].startswith("Ann Lee")
    assert found[1:29] == [each.text for each in left]
    assert found[29:] == [each.text for each in right]


def test_dates_in_the_margin_go_to_the_row_in_which_their_block_begins() -> None:
    body = [piece(40, n, f"A line of prose about the work that was done there, {n}") for n in range(1, 31)]
    margin = [
        each
        for start in (1, 11, 21)
        for each in (piece(450, start, "Rome, Italy"), piece(450, start + 1, f"20{start:02} - present"))
    ]
    found = lines(body + margin)
    assert found[0].endswith("1  Rome, Italy  2001 - present")
    assert found[10].endswith("11  Rome, Italy  2011 - present")
    assert len(found) == 30


def test_a_page_without_text_has_no_lines() -> None:
    assert lines([]) == []


def test_points_of_a_list_stand_in_though_their_dots_are_drawn() -> None:
    told = [piece(40, 0, "Officer  2019 - 2020"), piece(70, 1, "led a team"), piece(250, 2, "a centred line")]
    assert rows(told) == ["Officer  2019 - 2020", "    led a team", "a centred line"]


def test_dates_flush_right_beside_the_text_are_a_margin_though_lines_cross_it() -> None:
    body = [piece(40, 3 * at + n, text) for at in range(6) for n, text in enumerate((f"Fund {at}", "Clerk"))]
    crossing = [
        piece(40, 3 * at + 2, "a line of prose that runs on below the dates to the right", 500)
        for at in range(3)
    ]
    margin = [Piece(480, p.bottom, 560, p.top, "2012 - 2014") for p in body[::2]]
    assert "Fund 0  2012 - 2014" in lines([*body, *crossing, *margin])


def test_labels_in_a_column_stay_beside_their_values() -> None:
    def row(at: int, label: str, value: str) -> list[Piece]:
        top = 800.0 - 15 * at
        return [Piece(40, top - 10, 150, top, label), Piece(200, top - 10, 380, top, value)]

    told = [
        row(3 * at + n, label, f"value {at}")
        for at in range(6)
        for n, label in enumerate(("Dates", "Post", "Name"))
    ]
    assert rows([piece for each in told for piece in each])[0] == "Dates  value 0"
    assert len(columns([piece for each in told for piece in each])) == 1


def test_a_few_lines_of_contacts_beside_the_text_are_a_column() -> None:
    head = [Piece(40, 790, 300, 810, "Ann Lee")]
    side = [
        Piece(40, 700 - 12 * at, 140, 710 - 12 * at, text)
        for at, text in enumerate(("1 Quay", "Linnet", "+44 20 7946 0018"))
    ]
    body = [Piece(180, 700 - 12 * at, 420, 710 - 12 * at, f"line {at} of the text") for at in range(14)]
    parts = [[piece.text for piece in part] for part in columns([*head, *side, *body])]
    assert parts[:2] == [["Ann Lee"], ["1 Quay", "Linnet", "+44 20 7946 0018"]]

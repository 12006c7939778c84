"""A long text as rows: the same rows as if all of it were laid out, but only those that somebody looks at."""

from __future__ import annotations

import random
import time

import pytest

from recruiter_tui.tui.drawing.flow import Flow
from recruiter_tui.tui.drawing.source import SourceLayout, SourceRow

WORDS = ("a", "border", "of", "Zoë", "工程师", "experience", "2012", "very-long-compound-word", "\t", "  ")


def all_rows(flow: Flow) -> list[SourceRow]:
    first = flow.row_at(0)
    return list(flow.below(first)) if first else []


def texts(count: int) -> list[str]:
    chance = random.Random(4)  # noqa: S311 - the same texts in every run
    made = []
    for _ in range(count):
        lines = []
        for _line in range(chance.randrange(12)):
            lines.append(" ".join(chance.choice(WORDS) for _ in range(chance.randrange(20))))
            lines += [""] * chance.choice((0, 0, 0, 1, 3))
        made.append("\n".join(lines))
    return made


@pytest.mark.parametrize("cells", [8, 30, 100])
def test_rows_are_those_of_the_whole_layout(cells: int) -> None:
    for text in texts(150):
        body = text.strip("\n \t")
        assert all_rows(Flow(body, cells)) == SourceLayout(body, cells).rows


@pytest.mark.parametrize("cells", [8, 30])
def test_going_up_shows_what_going_down_showed(cells: int) -> None:
    for text in texts(60):
        flow = Flow(text, cells)
        rows = all_rows(flow)
        for place in (0, len(rows) // 2, len(rows) - 1):
            if rows:
                assert list(flow.above(rows[place])) == rows[:place][::-1]
                assert next(flow.below(rows[place])) == rows[place]


def test_every_character_is_found_in_the_row_that_shows_it() -> None:
    for text in texts(60):
        flow = Flow(text, 20)
        for row in all_rows(flow):
            for offset in range(row.start, max(row.end, row.start + 1)):
                assert flow.row_at(offset) == row


def test_one_endless_line_is_cut_into_pieces_that_lose_nothing() -> None:
    for text in ("word of mouth " * 3_000, "x" * 30_000, "工程师" * 9_000):
        flow = Flow(text, 80)
        rows = all_rows(flow)
        shown = "".join(text[row.start : row.end] for row in rows)
        assert shown.replace(" ", "") == text.replace(" ", "")
        assert [*list(flow.above(rows[-1]))[::-1], rows[-1]] == rows


def test_the_end_of_two_hundred_thousand_lines_and_of_ten_megabytes_is_there_at_once() -> None:
    lines = "\n".join(f"line {number}, an office and a border" for number in range(200_000))
    for text in (lines, "word of mouth " * 750_000, "\n" * 1_000_000 + "end", "x" + " \n" * 500_000 + "end"):
        began = time.process_time()
        flow = Flow(text, 90)
        last = flow.row_at(len(text))
        assert last is not None
        above = [row for row, _ in zip(flow.above(last), range(60), strict=False)]
        middle = flow.row_at(len(text) // 2)
        assert above or middle
        assert time.process_time() - began < 0.3


def test_short_lines_behind_blank_ones_look_like_headings() -> None:
    flow = Flow(
        "Ann Lee\nann@example.org\n\nWork experience\nOfficer, An Agency\n\nClerk, Bureau, Lima\nHere.\n",
        40,
    )
    headings = [flow.text[row.start : row.end] for row in all_rows(flow) if flow.is_heading(row)]
    assert headings == ["Ann Lee", "Work experience"]

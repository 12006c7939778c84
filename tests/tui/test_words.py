"""Words of the screens: dates, policies, languages, and lines that end with a whole statement."""

from __future__ import annotations

import pytest

from recruiter_tui.tui.drawing.blocks import listed
from recruiter_tui.tui.drawing.names import counting, day, in_words
from recruiter_tui.tui.signs import Ink
from recruiter_tui.tui.widgets.bars import StatusLine, whole_statements
from recruiter_tui.tui.widgets.candidate_columns import spoken
from recruiter_tui.tui.widgets.matrix_columns import family_head


@pytest.mark.parametrize(
    ("iso", "said"),
    [
        ("2026-11-05", "5 Nov 2026"),
        ("2019-07", "Jul 2019"),
        ("2019", "2019"),
        ("present", "present"),
        ("2019-99-01", "2019-99-01"),
        ("", ""),
    ],
)
def test_days_are_said_as_far_as_they_are_known(iso: str, said: str) -> None:
    assert day(iso) == said


def test_a_policy_is_said_in_words_with_what_it_has_of_its_own() -> None:
    assert counting("once") == "overlaps once, part-time as full time"
    assert counting("epso/1; count_unpaid=no") == "European Personnel Selection Office; count unpaid: no"


def test_criteria_are_named_by_what_they_ask_in_place_of_their_ids() -> None:
    names = {"language-fr": "French", "language-fr-advantage": "French working knowledge", "deadline": ""}
    assert in_words("language-fr-advantage is essential; deadline dropped", names) == (
        "“French working knowledge” is essential; deadline dropped"
    )
    assert in_words("language-frs and my-language-fr", names) == "language-frs and my-language-fr"
    assert in_words("language-fr dropped", {}) == "language-fr dropped"
    assert in_words("a dropped", {"a": "x" * 60}) == f"“{'x' * 47}…” dropped"


@pytest.mark.parametrize(
    ("codes", "width", "said"),
    [
        (("en", "fr"), 8, "EN FR"),
        (("en", "fr", "es"), 8, "EN FR ES"),
        (("en", "fr", "es", "ar"), 8, "EN FR +2"),
        (("tpi", "fil", "en"), 8, "TPI +2"),
        ((), 8, ""),
        (("en", "fr"), 2, "+2"),
    ],
)
def test_languages_without_room_are_counted(codes: tuple[str, ...], width: int, said: str) -> None:
    assert spoken(codes, width) == said


def test_a_list_breaks_between_its_parts_and_never_beside_a_dot() -> None:
    parts = ("received 5 Nov 2026 05:57", "11 days 12 hours before closing", "internal")
    assert [line.text.rstrip() for line in listed(34, parts)] == [
        "received 5 Nov 2026 05:57",
        "11 days 12 hours before closing",
        "internal",
    ]
    assert [line.text.rstrip() for line in listed(44, parts)][
        1
    ] == "11 days 12 hours before closing · internal"


def test_the_status_line_leaves_out_a_statement_rather_than_cutting_it() -> None:
    runs = [
        ("331 candidates", Ink.DIM),
        ("  ·  7 due ", Ink.DIM),
        ("Z", Ink.ACCENT),
        ("  ·  frozen", Ink.DIM),
    ]
    assert whole_statements(runs, 80) == runs
    assert whole_statements(runs, 30) == runs[:3]
    assert whole_statements(runs, 20) == runs[:1]
    assert whole_statements(runs, 5) == runs[:1]


@pytest.mark.parametrize(
    ("family", "cells", "said"),
    [
        ("Skills", 9, "Skills   "),
        ("Skills", 2, "Sk"),
        ("Languages", 8, "Lang.   "),
        ("Eligibility", 6, "Elig. "),
    ],
)
def test_heads_of_families_without_room_are_abbreviated(family: str, cells: int, said: str) -> None:
    assert family_head(family, cells) == said


@pytest.mark.parametrize(
    ("cells", "said"),
    [
        (80, ["criteria v1", "the criteria were changed  u undo"]),
        (40, ["criteria v1  the criteria wer…  u undo"]),
        (24, []),
    ],
)
def test_what_was_done_last_is_cut_before_it_is_left_out(cells: int, said: list[str]) -> None:
    line = StatusLine()
    line.show([("criteria v1", Ink.DIM)])
    line.last("the criteria were changed", can_undo=True)
    shown = "".join(text for text, _ink in line.runs(0, cells))
    assert len(shown) <= cells
    assert all(part in shown for part in said)
    assert ("undo" in shown) is bool(said)

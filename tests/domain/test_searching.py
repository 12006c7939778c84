"""Searching in papers: what is found, what is told apart, and which passage is shown."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recruiter_tui.domain.searching import (
    _folded,
    extra_words,
    holds,
    holds_as_spelled,
    long_enough,
    passage,
    phrase,
    prepared,
)
from tests.growth import grows_linearly

PAPER = (
    "Wrote C++ and ASP.NET services on .NET, never C#.\n"
    "Zoë O\u2019Neil, née Соловьёва. 高级软件工程师, node.js and Łódź logistics\n"
    "محمد الأمين led the harbour registers"
)


@pytest.mark.parametrize(
    ("wanted", "other"),
    [
        ("C++", "wrote c and c# only"),
        ("C#", "wrote c++ and c only"),
        (".NET", "the net income of a net of ASP.NET shops"),
        ("node.js", "a node of jsp"),
        ("O'Neil", "Oneil"),
        ("工程师", "工程"),
        ("软件", "软 的件"),
        ("zoe", "zo e"),
        ("Zoë", "zo e"),
        ("соловьева", "соловьи"),
        ("lodz", "lod"),
        ("الامين", "الامن"),
        ("harbour regi", "harbours regi"),
    ],
)
def test_what_was_written_is_found_and_told_apart(wanted: str, other: str) -> None:
    assert holds(PAPER, wanted, whole=False)
    assert not holds(other, wanted, whole=False)


def test_a_whole_phrase_needs_whole_words_in_a_row() -> None:
    assert holds(PAPER, "harbour registers", whole=True)
    assert not holds(PAPER, "harbour regis", whole=True)
    assert not holds(PAPER, "registers harbour", whole=True)
    assert not holds(PAPER, "", whole=True)


def test_letters_as_spelled_tell_zoe_from_zoe() -> None:
    assert holds_as_spelled(PAPER, "Zoë")
    assert not holds_as_spelled(PAPER, "Zoe")


def test_only_what_the_index_cannot_fold_is_put_beside_it() -> None:
    assert extra_words("An officer of the port. Nothing else") == ""
    assert extra_words("Wrote C++ on .NET") == "cxplusplus\nxdotNET".lower()
    assert extra_words("Zoë Müller") == ""
    assert extra_words("软件 C#") == prepared("软件 C#")


@pytest.mark.parametrize(
    ("text", "enough"), [("ab", False), ("abc", True), ("工", True), ("C#", True), ("+", False)]
)
def test_a_question_must_ask_for_enough(text: str, *, enough: bool) -> None:
    assert long_enough(text) is enough


def test_the_passage_shows_the_words_where_they_stand() -> None:
    found = passage(PAPER, ("registers",))
    assert found is not None
    assert [found.text[span.start : span.end] for span in found.spans] == ["registers"]
    assert PAPER[found.at :].startswith("registers")
    names = passage(PAPER, ("zoe", "lodz"), reach=80)
    assert names is not None
    assert [names.text[span.start : span.end] for span in names.spans] == ["Zoë", "Łódź"]
    assert passage(PAPER, ("absent",)) is None
    assert passage(PAPER, ("+",)) is None or phrase("+") == ""


def test_a_long_line_is_cut_around_the_word() -> None:
    found = passage("x " * 500 + "harbour" + " y" * 500, ("harbour",))
    assert found is not None
    assert len(found.text) < 120
    assert found.text.startswith("…")
    assert [found.text[span.start : span.end] for span in found.spans] == ["harbour"]


@given(st.text(max_size=80), st.text(max_size=20))
def test_any_text_can_be_searched_for_anything(text: str, wanted: str) -> None:
    holds(text, wanted, whole=False)
    found = passage(text, (wanted,))
    if found is not None:
        assert all(0 <= span.start < span.end <= len(found.text) for span in found.spans)


@pytest.mark.parametrize("piece", ["c++ ", "工", ".n", "ё", "+", "a"])
def test_preparing_takes_linear_time(piece: str) -> None:
    assert grows_linearly(lambda size: extra_words((piece * size)[:size]), 20_000)


def test_a_sign_counts_where_a_word_goes_on_and_a_middle_letter_does_not() -> None:
    found = passage("In ASP.NET and concat cat", (".net",))
    assert found is not None
    assert [found.text[start:end] for start, end in found.spans] == [".NET"]
    found = passage("concat the cat", ("cat",))
    assert found is not None
    assert [tuple(span) for span in found.spans] == [(11, 14)]


def test_words_that_overlap_are_lit_once() -> None:
    found = passage("Harbour registers", ("harbour reg", "harbour"))
    assert found is not None
    assert [tuple(span) for span in found.spans] == [(0, 7)]


def test_a_word_beyond_the_longest_line_is_not_shown() -> None:
    assert passage("x " * 200_000 + "harbour", ("harbour",)) is None
    assert passage("anything", ("", " ")) is None


def test_every_sign_of_ascii_is_folded_to_one_sign_as_any_other_letter_is() -> None:
    signs = "".join(map(chr, range(128)))
    folded, origin = _folded(signs)
    slowly, places = _folded(signs + "é")
    assert folded == slowly[:-1]
    assert list(origin) == list(places)[:-1]

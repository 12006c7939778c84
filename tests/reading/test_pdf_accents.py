"""Accents that TeX draws over their letters become one sign with them."""

from __future__ import annotations

import pytest

from recruiter_tui.reading.pdf_accents import Letter, composed
from tests.growth import grows_linearly


def letter(text: str, left: float, bottom: float = 100.0, *, blank: bool = False) -> Letter:
    return Letter(text, left, bottom, left + 5, bottom + 9, blank, drawn=False)


def text_of(letters: list[Letter]) -> str:
    return "".join(f" {each.text}" if each.blank else each.text for each in letters)


def test_an_accent_before_its_letter_is_put_over_it_and_not_over_the_one_before() -> None:
    drawn = [letter("i", 0), letter("\u00b4", 5.2), letter("o", 5), letter("n", 10)]
    assert text_of(composed(drawn)) == "i\u00f3n"


def test_a_raised_accent_that_comes_later_finds_its_letter_and_leaves_no_blank() -> None:
    drawn = [
        letter("E", 0),
        letter("t", 5),
        letter("\u00b4", 0.2, 102.4, blank=True),
        letter("a", 10, blank=True),
    ]
    assert text_of(composed(drawn)) == "\u00c9ta"


def test_a_cedilla_stands_below_and_a_dotless_letter_gets_its_dot_back() -> None:
    assert text_of(composed([letter("\u00b8", 0), letter("c", 0)])) == "\u00e7"
    assert text_of(composed([letter("\u00b4", 0), letter("\u0131", 0)])) == "\u00ed"


@pytest.mark.parametrize("sign", ["~", "^", "`", "\u00b4"])
def test_a_sign_beside_letters_stays(sign: str) -> None:
    assert text_of(composed([letter("a", 0), letter(sign, 6), letter("b", 12)])) == f"a{sign}b"


@pytest.mark.parametrize("step", [3.0, 0.0])
def test_many_accents_cost_time_in_proportion(step: float) -> None:
    def page(size: int) -> None:
        composed([letter("\u00b4" if at % 2 else "e", at * step) for at in range(size)])

    assert grows_linearly(page, 2_000)

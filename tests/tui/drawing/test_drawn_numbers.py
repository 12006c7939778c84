from __future__ import annotations

import re
from fractions import Fraction

import pytest

from recruiter_tui.domain.wording import span_in_words
from recruiter_tui.tui.drawing.numbers import exact_months, margin, month_count, months, share, years


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (Fraction(60), "60"),
        (Fraction(59_999, 1000), "59.99"),
        (Fraction(10_263, 140), "73.3"),
        (Fraction(1, 400), "0"),
    ],
)
def test_months_are_rounded_down(value: Fraction, said: str) -> None:
    assert month_count(value) == said


def test_a_range_names_both_ends_and_an_open_one_says_so() -> None:
    assert months(Fraction(48), Fraction(72)) == "48 to 72"
    assert months(Fraction(48), Fraction(48)) == "48"
    assert months(Fraction(48), None) == "48 or more"


def test_a_share_is_per_cent() -> None:
    assert share(Fraction(1, 3)) == "33.33 %"
    assert share(Fraction(4, 5)) == "80 %"


@pytest.mark.parametrize(
    ("seconds", "said"),
    [
        (37, "37 seconds"),
        (60, "1 minute"),
        (3_725, "1 hour 2 minutes"),
        (183_648, "2 days 3 hours"),
        (86_400, "1 day"),
        (0, "0 seconds"),
    ],
)
def test_a_length_of_time_is_its_two_largest_units(seconds: int, said: str) -> None:
    assert span_in_words(seconds, " ") == said
    assert span_in_words(-seconds) == " and ".join(re.findall(r"\d+ \w+", said))


def test_a_receipt_at_the_first_rejected_instant_is_late() -> None:
    assert margin(1) == "1 second before closing"
    assert margin(0) == "at the closing, which is too late"
    assert margin(-37) == "37 seconds late"


@pytest.mark.parametrize(
    ("low", "high", "said"),
    [
        (12, 12, "1 year"),
        (11, 12, "0.9 to 1 year"),
        (60, 60, "5 years"),
        (59.99, 59.99, "4.9 years"),
        (54, 72, "4.5 to 6 years"),
        (36, None, "3 years or more"),
    ],
)
def test_years_are_never_rounded_up(low: float, high: float | None, said: str) -> None:
    assert years(low, high) == said


def test_exact_months_are_said_where_decimals_lose_something() -> None:
    assert exact_months(Fraction(118, 5), Fraction(216, 5)) == ""
    assert exact_months(Fraction(61), Fraction(61)) == ""
    assert exact_months(Fraction(10263, 140), Fraction(10263, 140)) == "73 43/140"
    assert exact_months(Fraction(1, 3), Fraction(24)) == "1/3 to 24"
    assert exact_months(Fraction(0), Fraction(73, 3)) == "0 to 24 1/3"
    assert exact_months(Fraction(100, 3), None) == "33 1/3 or more"

"""Switches are answered in words, each of them."""

from __future__ import annotations

from enum import Enum

import pytest

from recruiter_tui.domain.policy import DEFAULT_POLICY, CountFrom, NationalityReading
from recruiter_tui.domain.profiles import SWITCHES, choices, with_switch
from recruiter_tui.tui.drawing.rulebook import worded


@pytest.mark.parametrize("name", [one.name for one in SWITCHES if not one.name.endswith("_months")])
def test_every_answer_is_a_word_or_two_and_no_other_answer(name: str) -> None:
    said = [worded(with_switch(DEFAULT_POLICY, name, word), name) for _value, word in choices(name)]
    assert len(set(said)) == len(said)
    assert all("_" not in one and len(one) <= 23 for one in said)
    assert any(isinstance(value, (Enum, bool)) for value, _word in choices(name))


def test_answers_that_are_called_alike_are_told_apart() -> None:
    assert NationalityReading.ANY.value == CountFrom.ANY.value
    assert worded(DEFAULT_POLICY, "nationality_rule") == "each of them counts"
    assert worded(DEFAULT_POLICY, "count_from") == "any date"
    assert worded(DEFAULT_POLICY, "doctorate_months") == "no limit"
    assert worded(with_switch(DEFAULT_POLICY, "military_months", "12"), "military_months") == "12 months"
    assert worded(DEFAULT_POLICY, "in_lieu_months") == "as notices say"

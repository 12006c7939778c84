"""Applications side by side: differences first, rulings in place of the machine's word."""

from __future__ import annotations

from dataclasses import replace

import pytest

from recruiter_tui.domain.comparison import Compared, compare
from recruiter_tui.domain.errors import Refused
from recruiter_tui.domain.finding import Finding, Outcome, Override
from recruiter_tui.domain.requirement import Kind, Necessity


def finding(criterion: str, outcome: Outcome | None, reason: str = "Because.") -> Finding:
    return Finding(criterion, Kind.LANGUAGE, Necessity.ESSENTIAL, outcome, reason)


ANA = Compared(
    "Ana",
    {"tier": "1", "residence": "FR", "languages": "en, fr"},
    (finding("education", Outcome.MET), finding("language-en", Outcome.MET), finding("skill-1", None)),
)
BEN = Compared(
    "Ben",
    {"tier": "2", "residence": "FR"},
    (finding("education", Outcome.MET, "Otherwise."), finding("language-en", Outcome.NOT_MET)),
)


def test_differences_come_first_each_in_the_order_of_facts_and_criteria() -> None:
    lines = compare((ANA, BEN), {"language-en": "English fluent"})
    assert [(line.label, line.differs) for line in lines] == [
        ("tier", True),
        ("languages", True),
        ("English fluent", True),
        ("skill-1", True),
        ("residence", False),
        ("education", False),
    ]
    by_label = {line.label: line for line in lines}
    assert by_label["languages"].cells == ("en, fr", "not stated")
    assert by_label["languages"].outcomes == (None, None)
    assert by_label["English fluent"].cells == ("met: Because.", "not met: Because.")
    assert by_label["English fluent"].criterion == "language-en"
    assert by_label["skill-1"].cells == ("for a person to judge: Because.", "not screened")


def test_a_ruling_stands_in_place_of_the_machine() -> None:
    override = Override(Outcome.MET, "Interviewed in English.", "ana", "2026-02-06T08:00:00Z")
    ruled = replace(BEN, findings=(replace(BEN.findings[1], override=override),))
    english = {line.criterion: line for line in compare((ANA, ruled))}["language-en"]
    assert english.cells[1] == "met: Interviewed in English."
    assert not english.differs


@pytest.mark.parametrize("count", [0, 1, 7])
def test_two_to_six_can_be_compared(count: int) -> None:
    with pytest.raises(Refused, match="side by side: mark 2 to 6"):
        compare([ANA] * count)
    assert all(not line.differs for line in compare([ANA] * 6))

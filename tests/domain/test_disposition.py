"""Dispositions: what may follow what, and nobody is not suitable without a reason."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from recruiter_tui.domain.application import REASON_CODES, Disposition, ReasonCode
from recruiter_tui.domain.disposition import decide, may_follow, reason_code
from recruiter_tui.domain.errors import Refused

NEW, SHORT, OUT, GONE = (
    Disposition.NEW,
    Disposition.SHORTLISTED,
    Disposition.NOT_SUITABLE,
    Disposition.WITHDRAWN,
)


@pytest.mark.parametrize(("current", "to"), list(itertools.product(Disposition, Disposition)))
def test_a_verdict_can_be_changed_at_will_but_a_withdrawal_only_reinstated(
    current: Disposition, to: Disposition
) -> None:
    assert may_follow(current, to) is (current is not GONE or to in {GONE, NEW})
    reason = "education" if to is OUT else None
    if may_follow(current, to):
        decide(current, to, reason)
    else:
        with pytest.raises(Refused, match="reinstate it first"):
            decide(current, to, reason)


def test_nobody_is_not_suitable_without_a_reason() -> None:
    with pytest.raises(Refused, match="without a reason") as refusal:
        decide(NEW, OUT)
    assert "education, experience" in refusal.value.remedy


@pytest.mark.parametrize("note", [None, "", "   "])
def test_another_reason_needs_words(note: str | None) -> None:
    with pytest.raises(Refused, match="needs words"):
        decide(NEW, OUT, "other", note)
    decide(NEW, OUT, "other", "withheld a sanction")


def test_reason_codes_are_those_of_the_vacancy() -> None:
    with pytest.raises(Refused, match="no reason code 'security'"):
        decide(NEW, OUT, "security")
    own = (*REASON_CODES, ReasonCode("security", "no clearance"))
    decide(NEW, OUT, "security", codes=own)
    assert reason_code("security", own).name == "no clearance"


@pytest.mark.parametrize("to", [NEW, SHORT])
def test_a_reason_code_does_not_go_with_a_shortlisting_or_a_reinstatement(to: Disposition) -> None:
    with pytest.raises(Refused, match="takes no reason code"):
        decide(Disposition.MAYBE, to, "late")


def test_a_long_listed_or_withdrawn_application_may_carry_a_reason() -> None:
    decide(NEW, Disposition.LONGLISTED, "experience")
    decide(NEW, GONE, "other", "took another post")


@pytest.mark.parametrize(
    ("current", "to", "reason", "problem", "remedy"),
    [
        (
            *(GONE, SHORT, None),
            "a withdrawn application cannot become shortlisted",
            "reinstate it first (set it to new)",
        ),
        (
            *(NEW, OUT, None),
            "nobody is not suitable without a reason",
            "give a reason: education, security",
        ),
        (
            *(NEW, OUT, "late"),
            "there is no reason code 'late'",
            "choose one of education, security",
        ),
        (
            *(NEW, SHORT, "education"),
            "shortlisted takes no reason code",
            "leave the reason out, or write it as a note",
        ),
        (
            *(NEW, OUT, "security"),
            "the reason 'security' needs words",
            "say in a note what the reason is",
        ),
    ],
)
def test_a_refusal_says_what_is_wrong_and_what_to_do(
    current: Disposition, to: Disposition, reason: str | None, problem: str, remedy: str
) -> None:
    own = (ReasonCode("education", "no degree"), ReasonCode("security", "no clearance", needs_text=True))
    with pytest.raises(Refused) as refusal:
        decide(current, to, reason, codes=own)
    assert (refusal.value.problem, refusal.value.remedy) == (problem, remedy)


class Decisions(RuleBasedStateMachine):
    """An application in the hands of somebody who presses any key."""

    def __init__(self) -> None:
        super().__init__()
        self.stands = NEW
        self.reason: str | None = None

    @rule(
        to=st.sampled_from(list(Disposition)),
        reason=st.sampled_from([None, "education", "other", "nonsense"]),
        note=st.sampled_from([None, "because"]),
    )
    def decided(self, to: Disposition, reason: str | None, note: str | None) -> None:
        try:
            decide(self.stands, to, reason, note)
        except Refused as refusal:
            self.remedy = refusal.remedy
        else:
            self.stands, self.reason = to, reason
            self.remedy = "done"

    @rule()
    def reinstated(self) -> None:
        decide(self.stands, NEW)
        self.stands, self.reason = NEW, None

    @invariant()
    def nobody_is_out_without_a_known_reason(self) -> None:
        assert self.stands is not OUT or self.reason in {"education", "other"}

    @invariant()
    def a_refusal_says_what_to_do(self) -> None:
        assert getattr(self, "remedy", "done")


TestDecisions = Decisions.TestCase

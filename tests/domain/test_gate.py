"""Verdicts on a later tier wait for the outcome of the earlier ones."""

from __future__ import annotations

import pytest

from recruiter_tui.domain.application import Disposition
from recruiter_tui.domain.finding import Outcome
from recruiter_tui.domain.gate import Waits, waits_for


@pytest.mark.parametrize(
    ("tier", "to", "closed", "earliest"),
    [
        (1, Disposition.SHORTLISTED, (), None),
        (2, Disposition.SHORTLISTED, (), 1),
        (2, Disposition.MAYBE, (), 1),
        (2, Disposition.SHORTLISTED, (1,), None),
        (3, Disposition.LONGLISTED, (1,), 2),
        (3, Disposition.LONGLISTED, (2,), 1),
        (None, Disposition.SHORTLISTED, (), None),
        (2, Disposition.NOT_SUITABLE, (), None),
        (2, Disposition.WITHDRAWN, (), None),
        (2, Disposition.NEW, (), None),
    ],
)
def test_a_verdict_waits_for_the_earliest_open_tier(
    tier: int | None, to: Disposition, closed: tuple[int, ...], earliest: int | None
) -> None:
    assert waits_for(tier, to, (1, 2, 3), closed) == earliest


def test_who_is_out_anyhow_does_not_wait() -> None:
    assert waits_for(2, Disposition.MAYBE, (1, 2), (), eligibility=Outcome.NOT_MET) is None
    assert waits_for(2, Disposition.MAYBE, (1, 2), (), deadline=Outcome.NOT_MET) is None
    assert waits_for(2, Disposition.MAYBE, (1, 2), (), deadline=Outcome.CANNOT_TELL) == 1


def test_the_refusal_names_the_tier_to_be_closed() -> None:
    refusal = Waits("tier 2 waits for tier 1", "close tier 1 first", earlier=1)
    assert (refusal.earlier, refusal.problem, refusal.remedy) == (
        1,
        "tier 2 waits for tier 1",
        "close tier 1 first",
    )

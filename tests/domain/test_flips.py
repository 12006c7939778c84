"""Who flipped: which results are other ones now, in which order, and because of what."""

from __future__ import annotations

from dataclasses import replace

import pytest

from recruiter_tui.domain.finding import Finding, Outcome, Override
from recruiter_tui.domain.flips import Flip, flips
from recruiter_tui.domain.requirement import Kind, Necessity
from recruiter_tui.domain.screening import Screening, application_outcome

MET, NOT_MET, CANNOT_TELL = Outcome.MET, Outcome.NOT_MET, Outcome.CANNOT_TELL


def finding(
    criterion: str,
    outcome: Outcome | None,
    reason: str = "",
    kind: Kind = Kind.LANGUAGE,
    necessity: Necessity = Necessity.ESSENTIAL,
) -> Finding:
    return Finding(criterion, kind, necessity, outcome, reason or f"{criterion} is {outcome}.")


def screening(*findings: Finding, tier: int | None = None) -> Screening:
    return Screening(tier, application_outcome(findings), findings)


def turned(before: Screening, after: Screening) -> list[tuple[str, str, str, str]]:
    """Return criterion, before, after and why of every flip of one application."""
    found = list(flips(7, "A1", before, after))
    assert all((one.key, one.application) == (7, "A1") for one in found)
    return [(one.criterion, one.before, one.after, one.why) for one in found]


EN_MET, EN_NOT, EN_OPEN = (finding("en", outcome) for outcome in (MET, NOT_MET, CANNOT_TELL))
FR_MET, FR_NOT = finding("fr", MET), finding("fr", NOT_MET)
TOPIC = finding("topic", None, kind=Kind.EXPERIENCE)


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ((EN_MET, FR_MET), (EN_MET, FR_MET), []),
        # another sentence is no other result
        ((EN_MET,), (replace(EN_MET, reason="Still so."),), []),
        (
            (EN_MET,),
            (EN_NOT,),
            [
                ("outcome", "met", "not met", "en is not met."),
                ("en", "met", "not met", "en is not met."),
            ],
        ),
        # a criterion that turns without moving the whole
        ((EN_MET, FR_NOT), (EN_OPEN, FR_NOT), [("en", "met", "cannot tell", "en is cannot tell.")]),
        # of several the one that brought the outcome about is named
        (
            (EN_MET, FR_MET),
            (EN_OPEN, FR_NOT),
            [
                ("outcome", "met", "not met", "fr is not met."),
                ("en", "met", "cannot tell", "en is cannot tell."),
                ("fr", "met", "not met", "fr is not met."),
            ],
        ),
        # new and gone criteria, the new ones first
        (
            (EN_NOT,),
            (FR_MET,),
            [
                ("outcome", "not met", "met", "fr is met."),
                ("fr", "not asked", "met", "fr is met."),
                ("en", "not met", "not asked", "The criterion is gone. en is not met."),
            ],
        ),
        (
            (EN_NOT,),
            (),
            [
                ("outcome", "not met", "open", "The criterion is gone. en is not met."),
                ("en", "not met", "not asked", "The criterion is gone. en is not met."),
            ],
        ),
        # a criterion for a person's judgement is open, until somebody rules
        ((TOPIC,), (), [("topic", "open", "not asked", "The criterion is gone. topic is None.")]),
        (
            (TOPIC,),
            (replace(TOPIC, override=Override(NOT_MET, "Seen.", "ana", "2026")),),
            [
                ("outcome", "open", "not met", "topic is None."),
                ("topic", "open", "not met", "topic is None."),
            ],
        ),
    ],
)
def test_what_is_another_result_now_is_told_the_whole_first(
    before: tuple[Finding, ...], after: tuple[Finding, ...], expected: list[tuple[str, str, str, str]]
) -> None:
    assert turned(screening(*before), screening(*after)) == expected


TIER_1_NO = finding("tier-1", NOT_MET, "Tier 1 does not take.", Kind.TIER, Necessity.ADVANTAGE)
TIER_1_YES = finding("tier-1", MET, "Tier 1 takes.", Kind.TIER, Necessity.ADVANTAGE)


@pytest.mark.parametrize(
    ("before", "after", "shown"),
    [
        (2, 1, ("tier", "2", "1", "Tier 1 takes.")),
        (None, 1, ("tier", "open", "1", "Tier 1 takes.")),
        (2, None, ("tier", "2", "open", "Tier 1 takes.")),
    ],
)
def test_another_tier_is_told_with_the_clause_that_moved(
    before: int | None, after: int | None, shown: tuple[str, str, str, str]
) -> None:
    was = screening(FR_MET, TIER_1_NO, tier=before)
    now = screening(FR_NOT, TIER_1_YES, tier=after)
    found = turned(was, now)
    assert found[1] == shown
    assert [one[0] for one in found] == ["outcome", "tier", "fr", "tier-1"]
    unmoved = screening(FR_NOT, TIER_1_NO, tier=after)
    assert turned(was, unmoved)[1] == (*shown[:3], "")


def test_findings_kept_from_before_tell_the_outcome_and_no_tier() -> None:
    now = screening(EN_NOT, TIER_1_YES, tier=1)
    assert list(flips(7, "A1", (EN_MET, TIER_1_NO), now)) == [
        Flip(7, "A1", "outcome", "met", "not met", "en is not met."),
        Flip(7, "A1", "en", "met", "not met", "en is not met."),
        Flip(7, "A1", "tier-1", "not met", "met", "Tier 1 takes."),
    ]
    assert list(flips(7, "A1", iter((EN_NOT, TIER_1_YES)), now)) == []


def lighter(one: Finding) -> Finding:
    return replace(one, necessity=Necessity.ADVANTAGE)


@pytest.mark.parametrize(
    ("before", "after", "whole"),
    [
        (
            (EN_NOT, FR_MET),
            (lighter(EN_NOT), FR_MET),
            ("not met", "met", "A requirement is only an advantage now."),
        ),
        (
            (lighter(EN_NOT), FR_MET),
            (EN_NOT, FR_MET),
            ("met", "not met", "A requirement is essential now."),
        ),
        # what nobody judged weighs nothing, so that the next one is the cause
        (
            (lighter(TOPIC), lighter(EN_NOT), FR_MET),
            (TOPIC, EN_NOT, FR_MET),
            ("met", "not met", "A requirement is essential now."),
        ),
        ((TOPIC, EN_NOT), (lighter(TOPIC), EN_NOT), None),
        # a criterion that turned says more than one that weighs otherwise
        ((lighter(EN_NOT), FR_MET), (EN_NOT, FR_NOT), ("met", "not met", "fr is not met.")),
        # the cause may point elsewhere where nothing turned to what the whole turned to
        (
            (EN_NOT, FR_NOT),
            (lighter(EN_NOT), finding("fr", CANNOT_TELL)),
            ("not met", "cannot tell", "fr is cannot tell."),
        ),
        (
            (EN_NOT, FR_MET, finding("es", MET)),
            (lighter(EN_NOT), FR_MET, lighter(finding("es", NOT_MET))),
            ("not met", "met", "es is not met."),
        ),
    ],
)
def test_another_weight_is_the_cause_where_no_criterion_turned(
    before: tuple[Finding, ...], after: tuple[Finding, ...], whole: tuple[str, str, str] | None
) -> None:
    found = [one for one in turned(screening(*before), screening(*after)) if one[0] == "outcome"]
    assert found == ([] if whole is None else [("outcome", *whole)])

"""Findings as people hear them: spans of time in words, tiers without failure, flags explained."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest

from recruiter_tui.domain.application import Application
from recruiter_tui.domain.dates import Moment
from recruiter_tui.domain.deadline import judge_deadline
from recruiter_tui.domain.finding import Finding, Outcome, Override
from recruiter_tui.domain.person import Candidate
from recruiter_tui.domain.requirement import Kind, Necessity, Tier
from recruiter_tui.domain.rulings import Relevance
from recruiter_tui.domain.stated import Stated
from recruiter_tui.domain.telling import flag_told, tier_told, told, told_of
from recruiter_tui.domain.tier import judge_tiers
from tests.domain.test_deadline import GENEVA


@pytest.mark.parametrize(
    ("stored", "said"),
    [
        (
            "The application came in on time, with 11 days 12:02:23 to spare.",
            "The application came in on time, 11 days and 12 hours before the closing.",
        ),
        (
            "The application came in on time, with 1 day 00:00:59 to spare.",
            "The application came in on time, 1 day before the closing.",
        ),
        (
            "The application came in on time, with at least 01:05:09 to spare.",
            "The application came in on time, at least 1 hour and 5 minutes before the closing.",
        ),
        (
            "The application came in on time, with 00:03:07 to spare.",
            "The application came in on time, 3 minutes and 7 seconds before the closing.",
        ),
        ("The application came in late by 00:00:37.", "The application came in late by 37 seconds."),
        (
            "The criterion is gone. The application came in late by at least 1 day 00:00:00.",
            "The criterion is gone. The application came in late by at least 1 day.",
        ),
        ("He came in late by 00:00:37", "He came in late by 00:00:37"),
        (
            "The file lists no languages, so English is open.",
            "The file lists no languages, so English is open.",
        ),
    ],
)
def test_lengths_of_time_are_said_in_words(stored: str, said: str) -> None:
    assert told(stored) == said


def received(text: str) -> Finding:
    return judge_deadline(GENEVA, Moment.parse(text))


def test_what_is_stored_is_told_whatever_the_margin() -> None:
    assert told_of(received("2026-02-04T22:00:00Z")) == (
        "The application came in on time, 1 day and 1 hour before the closing."
    )
    assert told_of(received("2026-02-05T23:00:37Z")) == "The application came in late by 37 seconds."
    assert told_of(received("2026-02-05T23:00:00Z")) == (
        "The application came in late, at the first instant after the closing."
    )


def test_a_receipt_in_the_closing_minute_says_that_the_minute_counted() -> None:
    finding = received("2026-02-05T22:59:30Z")
    assert told_of(finding) == (
        "The application came in on time, within the closing minute, 30 seconds before its end."
    )
    assert [flag_told(flag) for flag in finding.flags] == ["came in within the closing minute"]
    assert flag_told("several nationalities") == "several nationalities"


def test_a_ruling_on_a_job_is_told_as_what_it_rules() -> None:
    said = [flag_told(f"relevance ruled: {Relevance(Fraction(n, 4)).in_words}") for n in (0, 3, 4)]
    assert said == ["ruled not relevant", "relevant to 75 %", "ruled relevant"]


TIERS = (
    Tier(id="tier-1", tier=1, internal=True),
    Tier(id="tier-2", tier=2, nationalities=("NA",)),
    Tier(id="tier-3", tier=3, rest=True),
)


def placed(*, internal: bool | None, country: str) -> list[str]:
    application = Application(id="A1", internal=internal)
    candidate = Candidate(nationalities=(Stated.known(country),))
    found = judge_tiers(TIERS, application, candidate).findings
    return [tier_told(one, one.standing) for one in found]


def test_nobody_fails_a_tier() -> None:
    assert placed(internal=True, country="DE") == ["in tier 1", "in tier 1", "earlier tier"]
    assert placed(internal=False, country="NA") == ["not tier 1", "in tier 2", "earlier tier"]
    assert placed(internal=False, country="DE") == ["not tier 1", "not tier 2", "in tier 3"]
    assert placed(internal=None, country="DE") == ["", "not tier 2", ""]


def test_a_ruling_on_a_tier_is_said_by_what_it_rules() -> None:
    found = judge_tiers(TIERS, Application(id="A1", internal=True), Candidate()).findings[1]
    ruled = replace(found, override=Override(Outcome.NOT_MET, "a dependant", "awa", "2026-02-01T10:00:00Z"))
    assert tier_told(ruled, ruled.standing) == "not tier 2"
    assert tier_told(ruled, Outcome.MET) == "in tier 2"


def test_other_criteria_have_no_words_of_a_tier() -> None:
    finding = Finding("language-en", Kind.LANGUAGE, Necessity.ESSENTIAL, Outcome.MET, "", {"tier": 1})
    assert tier_told(finding, finding.standing) == ""

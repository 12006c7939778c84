"""Received before the closing or not: instants, boundary minute, zones, intervals, clock changes."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from recruiter_tui.domain.dates import Moment
from recruiter_tui.domain.deadline import judge_deadline
from recruiter_tui.domain.notice import Closing
from recruiter_tui.domain.policy import ClosingMinute, Policy

if TYPE_CHECKING:
    from recruiter_tui.domain.finding import Finding

GENEVA = Closing(dt.date(2026, 2, 5), dt.time(23, 59), "Europe/Zurich")
EXCLUSIVE = Policy(closing_minute=ClosingMinute.EXCLUSIVE)


def judged(received: str | None, closing: Closing | None = GENEVA, policy: Policy | None = None) -> Finding:
    moment = None if received is None else Moment.parse(received)
    return judge_deadline(closing, moment, policy or Policy())


@pytest.mark.parametrize(
    ("received", "outcome", "margin", "boundary"),
    [
        ("2026-02-05T22:58:59Z", "met", 61, False),
        ("2026-02-05T22:59:00Z", "met", 60, True),
        ("2026-02-05T22:59:59Z", "met", 1, True),
        ("2026-02-05T22:59:59.999Z", "met", 0.001, True),
        ("2026-02-05T23:00:00Z", "not met", 0, False),
        ("2026-02-05T23:00:37Z", "not met", -37, False),
        ("2026-02-05T23:59:59+01:00", "met", 1, True),
        ("2026-02-06T00:00:00+01:00", "not met", 0, False),
        ("2026-02-05T17:59:30-05:00", "met", 30, True),
        ("2026-02-06T08:00:37+09:00", "not met", -37, False),
        ("2026-02-06T12:59:00+14:00", "met", 60, True),
        ("2026-02-05T10:59:59-12:00", "met", 1, True),
        ("2026-02-02T18:47:51Z", "met", 3 * 86_400 + 15_129, False),
    ],
)
def test_timestamps_around_the_closing(
    *,
    received: str,
    outcome: str,
    margin: float,
    boundary: bool,
) -> None:
    finding = judged(received)
    assert finding.outcome == outcome
    assert finding.inputs["margin_seconds"] == margin
    assert type(finding.inputs["margin_seconds"]) is type(margin)
    assert finding.inputs["closing"] == "2026-02-05T22:59:00Z"
    assert finding.inputs["received"] == received
    assert ("boundary" in finding.flags) is boundary
    assert finding.inputs["boundary"] is boundary


@pytest.mark.parametrize(
    ("received", "outcome", "margin"),
    [
        ("2026-02-05T22:58:59Z", "met", 1),
        ("2026-02-05T22:59:00Z", "not met", 0),
        ("2026-02-05T22:59:30Z", "not met", -30),
    ],
)
def test_an_exclusive_closing_minute_rejects_from_its_first_second(
    received: str, outcome: str, margin: int
) -> None:
    finding = judged(received, policy=EXCLUSIVE)
    assert (finding.outcome, finding.inputs["margin_seconds"]) == (outcome, margin)


def test_a_closing_to_the_second_lasts_until_its_minute_is_over() -> None:
    closing = Closing(dt.date(2026, 2, 5), dt.time(23, 59, 59), "Europe/Zurich")
    assert judged("2026-02-05T22:59:59Z", closing).inputs["margin_seconds"] == 1
    assert judged("2026-02-05T23:00:00Z", closing).outcome == "not met"


@pytest.mark.parametrize(
    ("day", "instant"),
    [
        (dt.date(2026, 3, 28), "2026-03-28T22:59:00Z"),
        (dt.date(2026, 3, 29), "2026-03-29T21:59:00Z"),
        (dt.date(2026, 10, 24), "2026-10-24T21:59:00Z"),
        (dt.date(2026, 10, 25), "2026-10-25T22:59:00Z"),
    ],
)
def test_the_clock_changes_of_the_zone_are_heard(day: dt.date, instant: str) -> None:
    closing = Closing(day, dt.time(23, 59), "Europe/Zurich")
    finding = judged(instant, closing)
    assert finding.inputs["closing"] == instant
    assert finding.inputs["margin_seconds"] == 60


def test_a_closing_that_the_clock_shows_twice_is_an_interval() -> None:
    closing = Closing(dt.date(2026, 10, 25), dt.time(2, 30), "Europe/Zurich")
    assert judged("2026-10-25T00:30:00Z", closing).outcome == "met"
    finding = judged("2026-10-25T01:00:00Z", closing)
    assert finding.outcome == "cannot tell"
    assert finding.inputs["closing"] == ["2026-10-25T00:30:00Z", "2026-10-25T01:30:00Z"]
    assert finding.inputs["margin_seconds"] == [-1740, 1860]
    assert "twice" in finding.reason
    assert judged("2026-10-25T01:31:00Z", closing).outcome == "not met"


@pytest.mark.parametrize(
    ("received", "outcome", "margin"),
    [
        ("2026-02-05T10:59:59", "met", [1, 93_601]),
        ("2026-02-05T11:00:00", "cannot tell", [0, 93_600]),
        ("2026-02-05T23:30:00", "cannot tell", [-45_000, 48_600]),
        ("2026-02-06T12:59:59", "cannot tell", [-93_599, 1]),
        ("2026-02-06T13:00:00", "not met", [-93_600, 0]),
        ("2026-02-05", "cannot tell", [-46_799, 133_200]),
        ("2026-02-04", "met", None),
        ("2026-02-07", "not met", None),
    ],
)
def test_a_receipt_without_a_zone_is_an_interval(received: str, outcome: str, margin: object) -> None:
    finding = judged(received)
    assert finding.outcome == outcome
    assert "zone of receipt unknown" in finding.flags
    assert "boundary" not in finding.flags
    if margin is not None:
        assert finding.inputs["margin_seconds"] == margin


@pytest.mark.parametrize(
    ("closing", "received", "outcome"),
    [
        (Closing(dt.date(2026, 3, 15)), "2026-03-14T10:00:59Z", "met"),
        (Closing(dt.date(2026, 3, 15)), "2026-03-14T10:01:00Z", "cannot tell"),
        (Closing(dt.date(2026, 3, 15)), "2026-03-16T11:59:59Z", "cannot tell"),
        (Closing(dt.date(2026, 3, 15)), "2026-03-16T12:00:00Z", "not met"),
        (Closing(dt.date(2026, 3, 15), dt.time(12)), "2026-03-14T22:00:59Z", "met"),
        (Closing(dt.date(2026, 3, 15), dt.time(12)), "2026-03-16T00:01:00Z", "not met"),
        (Closing(dt.date(2026, 3, 15), zone="Africa/Nouakchott"), "2026-03-15T12:00:00Z", "cannot tell"),
        (Closing(dt.date(2026, 3, 15), zone="Africa/Nouakchott"), "2026-03-16T00:00:00Z", "not met"),
    ],
)
def test_a_closing_without_time_or_zone_is_an_interval(closing: Closing, received: str, outcome: str) -> None:
    finding = judged(received, closing)
    assert finding.outcome == outcome
    assert isinstance(finding.inputs["closing"], list)
    assert isinstance(finding.inputs["margin_seconds"], list)


@pytest.mark.parametrize(
    ("received", "closing", "reason"),
    [
        (
            "2026-02-02T18:47:51Z",
            GENEVA,
            "The application came in on time, with 3 days 04:12:09 to spare.",
        ),
        ("2026-02-04T22:00:00Z", GENEVA, "The application came in on time, with 1 day 01:00:00 to spare."),
        ("2026-02-05T23:00:37Z", GENEVA, "The application came in late by 00:00:37."),
        (
            "2026-02-05T23:00:00Z",
            GENEVA,
            "The application came in late, at the first instant after the closing.",
        ),
        (
            "2026-02-07T13:00:00",
            GENEVA,
            "The application came in late by at least 1 day 00:00:00.",
        ),
        (
            "2026-02-05T10:00:00",
            GENEVA,
            "The application came in on time, with at least 01:00:00 to spare.",
        ),
        (
            "2026-02-05",
            Closing(dt.date(2026, 2, 5)),
            (
                "The receipt may lie before or after the closing, because the receipt has no time and "
                "the closing has no time of day and the closing has no zone."
            ),
        ),
        (
            "2026-02-05T23:30:00",
            GENEVA,
            "The receipt may lie before or after the closing, because the time of receipt has no zone.",
        ),
        (
            None,
            GENEVA,
            "The file states no time of receipt, so nobody can tell whether the application was on time.",
        ),
        (
            "2026-02-05",
            None,
            "The notice states no closing, so nobody can tell whether the application was on time.",
        ),
    ],
)
def test_the_sentence_shows_the_margin_or_the_doubt(
    received: str | None, closing: Closing | None, reason: str
) -> None:
    assert judged(received, closing).reason == reason


def test_silence_on_either_side_cannot_be_told() -> None:
    for finding in (judged(None), judged("2026-02-05T10:00:00Z", None), judged(None, None)):
        assert finding.outcome == "cannot tell"
        assert finding.inputs["margin_seconds"] is None


def test_the_ends_of_the_calendar_break_nothing() -> None:
    assert judged("9999-12-31T23:59:59").outcome == "not met"
    assert judged("0001-01-01T00:00:00").outcome == "met"
    last = Closing(dt.date.max, dt.time(23, 59))
    assert judged("2026-01-01T00:00:00Z", last).outcome == "met"

"""The small values: partial dates, moments, closings, stated values, policies, words for sentences."""

from __future__ import annotations

import datetime as dt
from fractions import Fraction

import pytest

from recruiter_tui.domain.dates import Moment, PartialDate, in_utc
from recruiter_tui.domain.errors import Refused
from recruiter_tui.domain.months import Interval
from recruiter_tui.domain.notice import Closing
from recruiter_tui.domain.person import Candidate, Document
from recruiter_tui.domain.policy import ExperiencePolicy, Policy
from recruiter_tui.domain.stated import Span, State, Stated
from recruiter_tui.domain.wording import duration_in_words, listed, months_in_words, quotation


@pytest.mark.parametrize("text", ["2019", "2019-07", "2019-07-31"])
def test_a_partial_date_is_written_as_exactly_as_it_is_known(text: str) -> None:
    assert str(PartialDate.parse(f" {text} ")) == text


@pytest.mark.parametrize("text", ["", "19", "2019-13", "2019-02-30", "July 2019"])
def test_what_no_calendar_holds_is_no_date(text: str) -> None:
    with pytest.raises(ValueError, match=r"date|month|day"):
        PartialDate.parse(text)


def test_a_day_without_its_month_is_no_date() -> None:
    with pytest.raises(ValueError, match="day without a month"):
        PartialDate(2019, None, 3)


def test_a_day_of_receipt_is_any_time_of_that_day() -> None:
    day = Moment.parse("2026-02-05")
    assert day.is_day
    assert day.earliest == dt.datetime(2026, 2, 4, 10, tzinfo=dt.UTC)
    assert day.latest == dt.datetime(2026, 2, 6, 11, 59, 59, tzinfo=dt.UTC)
    assert not Moment.parse("2026-02-05T10:00").is_day


def test_a_closing_is_an_instant_only_with_time_and_zone() -> None:
    whole = Closing(dt.date(2026, 2, 5), dt.time(23, 59), "Europe/Zurich")
    assert whole.instant == dt.datetime(2026, 2, 5, 22, 59, tzinfo=dt.UTC)
    assert Closing(dt.date(2026, 2, 5), dt.time(23, 59)).instant is None
    assert Closing(dt.date(2026, 2, 5), None, "Europe/Zurich").instant is None


def test_a_stated_value_carries_its_origin_and_a_correction_keeps_the_first_import() -> None:
    stated = Stated.known("P-3", Span(0, 3))
    at = dt.datetime(2026, 2, 6, tzinfo=dt.UTC)
    twice = stated.corrected("P-4", "ana", at).corrected("P-5", "ben", at)
    assert (twice.value, twice.imported, twice.by, twice.state) == ("P-5", "P-3", "ben", State.CORRECTED)
    assert Stated.inferred("P-3", why="the title says so").state is State.INFERRED
    with pytest.raises(ValueError, match="cannot be"):
        Stated("P-3")


def test_a_stated_value_keeps_its_places_its_wording_and_why_it_was_inferred() -> None:
    places = (Span(0, 3), Span(9, 12))
    assert Stated.known("DZ", *places, text="Algerian") == Stated("DZ", State.STATED, places, "Algerian")
    assert Stated.inferred("DZ", *places, why="the address", text="Oran") == Stated(
        "DZ", State.INFERRED, places, "Oran", "the address"
    )
    unsaid = Stated.missing("two readings", ("DZ", "FR"))
    assert unsaid == Stated(None, State.NOT_STATED, why="two readings", readings=("DZ", "FR"))


def test_an_instant_is_one_of_universal_time_wherever_the_program_runs() -> None:
    zone = dt.timezone(dt.timedelta(hours=2))
    for local in (dt.datetime(2026, 2, 5, 12), dt.datetime(2026, 2, 5, 12, tzinfo=zone)):  # noqa: DTZ001 - on purpose
        found = in_utc(local, zone)
        assert (found.tzinfo, found.hour) == (dt.UTC, 10)


def test_a_policy_is_named_and_explained() -> None:
    for policy in ExperiencePolicy:
        assert Policy.named(policy.value.upper()).name == policy
        assert policy.explanation
    with pytest.raises(Refused, match="choose one of sum, once, once-fte, once-fte-after-degree"):
        Policy.named("twice")


@pytest.mark.parametrize(
    ("low", "high", "words"),
    [
        ("60", "60", "60 months"),
        ("10263/140", "10263/140", "73.3 months"),
        ("1679/28", "1679/28", "59.96 months"),
        ("48", "72", "between 48 and 72 months"),
    ],
)
def test_months_are_rounded_down_in_words(low: str, high: str, words: str) -> None:
    assert months_in_words(Interval(Fraction(low), Fraction(high))) == words


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(37, "00:00:37"), (-37, "00:00:37"), (90_000, "1 day 01:00:00"), (190_000, "2 days 04:46:40")],
)
def test_durations_in_words(seconds: int, words: str) -> None:
    assert duration_in_words(dt.timedelta(seconds=seconds)) == words


def test_lists_in_words() -> None:
    assert [listed(()), listed(("a",)), listed(("a", "b")), listed(("a", "b", "c"), "or")] == [
        "",
        "a",
        "a and b",
        "a, b or c",
    ]


def test_a_fact_is_quoted_from_the_first_paper_that_holds_its_place() -> None:
    papers = (Document("short.txt", "0", "x"), Document("cv.txt", "1", "I speak French."))
    person = Candidate(documents=papers)
    assert quotation(person, (Span(8, 14),), "French").quote == "French"
    assert quotation(person, (Span(80, 90),), "French").source == "application record"

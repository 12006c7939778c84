"""A finding as a whole: whose criterion it answers, its sentence, its quotation, its flags and its rule."""

from __future__ import annotations

import datetime as dt

import pytest

from recruiter_tui.domain.application import Application
from recruiter_tui.domain.dates import Moment
from recruiter_tui.domain.deadline import judge_deadline
from recruiter_tui.domain.eligibility import judge_channel, judge_nationality
from recruiter_tui.domain.finding import Evidence, Finding, Outcome
from recruiter_tui.domain.notice import Closing
from recruiter_tui.domain.person import Candidate, Document
from recruiter_tui.domain.requirement import (
    Channel,
    Kind,
    Nationality,
    NationalityRule,
    Necessity,
)
from recruiter_tui.domain.stated import Span, Stated
from recruiter_tui.domain.wording import Names

MET, NOT_MET, CANNOT_TELL = Outcome.MET, Outcome.NOT_MET, Outcome.CANNOT_TELL
NAMES = Names(country=lambda code: {"DZ": "Algeria", "FR": "France", "NA": "Namibia"}[code])
RECORD = "application record"
GENEVA = Closing(dt.date(2026, 2, 5), dt.time(23, 59), "Europe/Zurich")
FILED = Candidate(
    nationalities=(Stated.known("DZ", Span(13, 21), text="Algerian"),),
    documents=(Document("cv.txt", "0" * 64, "Nationality: Algerian"),),
)
ALGERIAN = Evidence("Algerian", "cv.txt", Span(13, 21))


@pytest.mark.parametrize(
    ("received", "outcome", "reason", "margin", "boundary"),
    [
        (
            "2026-02-05T22:58:00Z",
            MET,
            "The application came in on time, with 00:02:00 to spare.",
            120,
            False,
        ),
        (
            "2026-02-05T22:59:59Z",
            MET,
            "The application came in on time, with 00:00:01 to spare.",
            1,
            True,
        ),
        (
            "2026-02-05T23:00:00Z",
            NOT_MET,
            "The application came in late, at the first instant after the closing.",
            0,
            False,
        ),
        ("2026-02-05T23:00:37.5Z", NOT_MET, "The application came in late by 00:00:37.", -37.5, False),
    ],
)
def test_a_deadline_finding(
    received: str, outcome: Outcome, reason: str, margin: float, *, boundary: bool
) -> None:
    assert judge_deadline(GENEVA, Moment.parse(received)) == Finding(
        "deadline",
        Kind.DEADLINE,
        Necessity.ESSENTIAL,
        outcome,
        reason,
        {
            "closing": "2026-02-05T22:59:00Z",
            "received": received,
            "margin_seconds": margin,
            "closing_minute": "inclusive",
            "boundary": boundary,
        },
        (Evidence(received, RECORD),),
        rule="R1-R5/1",
        flags=("boundary",) if boundary else (),
    )


def test_a_deadline_finding_where_an_interval_leaves_it_open_or_the_file_is_silent() -> None:
    found = judge_deadline(GENEVA, Moment.parse("2026-02-05"))
    assert (found.outcome, found.evidence) == (CANNOT_TELL, (Evidence("2026-02-05", RECORD),))
    assert found.inputs["margin_seconds"] == [-46_799, 133_200]  # till its last second in UTC-12
    assert found.flags == ("zone of receipt unknown",)
    assert judge_deadline(GENEVA, None).evidence == ()
    unheard = judge_deadline(None, Moment.parse("2026-02-05"))
    assert unheard.inputs["closing"] is None
    assert unheard.evidence == (Evidence("2026-02-05", RECORD),)


@pytest.mark.parametrize(
    ("second", "boundary"),
    [("22:58:59.999999", False), ("22:59:00", True), ("22:59:59.999999", True), ("23:00:00", False)],
)
def test_the_boundary_is_the_whole_closing_minute_also_of_a_closing_to_the_second(
    second: str, *, boundary: bool
) -> None:
    exact = Closing(dt.date(2026, 2, 5), dt.time(23, 59, 30, 500), "Europe/Zurich")
    for closing in (GENEVA, exact):
        found = judge_deadline(closing, Moment.parse(f"2026-02-05T{second}Z"))
        assert found.inputs["boundary"] is boundary
        assert found.outcome is (NOT_MET if second == "23:00:00" else MET)


def test_a_closing_as_an_interval_shows_both_ends() -> None:
    found = judge_deadline(Closing(dt.date(2026, 2, 5)), Moment.parse("2026-01-01T00:00:00Z"))
    closing = found.inputs["closing"]
    assert isinstance(closing, list)
    assert closing[0] < closing[1]


@pytest.mark.parametrize(
    ("nationalities", "outcome", "reason", "flags"),
    [
        (
            FILED.nationalities,
            NOT_MET,
            "The applicant is a national of Algeria, and the notice excludes nationals of Algeria.",
            (),
        ),
        (
            (*FILED.nationalities, Stated.known("FR")),
            CANNOT_TELL,
            (
                "The applicant is a national of Algeria and France; the notice excludes nationals of "
                "Algeria, so a person must rule."
            ),
            ("several nationalities",),
        ),
        (
            (*FILED.nationalities, Stated.missing("of the south")),
            CANNOT_TELL,
            (
                "The applicant is a national of Algeria, and a nationality on file is unclear; the notice "
                "excludes nationals of Algeria, so a person must rule."
            ),
            ("several nationalities",),
        ),
        (
            (Stated.missing("of the south"),),
            CANNOT_TELL,
            (
                "The nationality on file is unclear; the notice excludes nationals of Algeria, "
                "so a person must rule."
            ),
            (),
        ),
        (
            (),
            CANNOT_TELL,
            "The file states no nationality, and the notice excludes nationals of Algeria.",
            (),
        ),
    ],
)
def test_a_nationality_finding(
    nationalities: tuple[Stated[str], ...], outcome: Outcome, reason: str, flags: tuple[str, ...]
) -> None:
    rule = Nationality(
        id="nationality",
        rule=NationalityRule.EXCLUDES_DUTY_STATION,
        country="DZ",
        necessity=Necessity.ADVANTAGE,
    )
    person = Candidate(nationalities=nationalities, documents=FILED.documents)
    quoted = [ALGERIAN if one is FILED.nationalities[0] else None for one in nationalities]
    found = judge_nationality(rule, Application("A1", internal=True), person, names=NAMES)
    assert found == Finding(
        "nationality",
        Kind.NATIONALITY,
        Necessity.ADVANTAGE,
        outcome,
        reason,
        {
            "rule": "excludes duty-station nationals",
            "countries": ["DZ"],
            "nationalities": [one.value for one in nationalities],
            "nationality_rule": "any",
            "internal": True,
        },
        found.evidence,
        rule="R8-R9/1",
        flags=flags,
    )
    assert found.evidence[: sum(map(bool, quoted))] == tuple(filter(None, quoted))


@pytest.mark.parametrize(
    ("came", "outcome", "reason"),
    [
        ("portal", MET, "The application came in as “portal”."),
        ("by post", NOT_MET, "The application came in as “by post”; only e-recruitment counts."),
        (
            "pigeon",
            CANNOT_TELL,
            "The application came in as “pigeon”; whether that is e-recruitment, a person must rule.",
        ),
        (None, None, "The file does not say how the application came in."),
    ],
)
def test_a_channel_finding(came: str | None, outcome: Outcome | None, reason: str) -> None:
    asked = Channel(id="channel", channel="e-recruitment", necessity=Necessity.ADVANTAGE)
    found = judge_channel(asked, Application("A1", channel=came))
    assert found.reason.startswith(reason.removesuffix("."))
    assert found == Finding(
        "channel",
        Kind.CHANNEL,
        Necessity.ADVANTAGE,
        outcome,
        found.reason,
        {"asked": "e-recruitment", "channel": came},
        (Evidence(came, RECORD),) if came else (),
        rule="R6/1",
    )


def test_a_channel_that_only_the_wording_names_is_read_from_there() -> None:
    asked = Channel(id="channel", text="Apply through the portal")
    assert judge_channel(asked, Application("A1", channel="online")).outcome is MET

"""What findings say: the sentence that a recruiter reads, situation by situation."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from recruiter_tui.domain.application import Application
from recruiter_tui.domain.dates import PartialDate
from recruiter_tui.domain.notice import Closing, Notice, Source
from recruiter_tui.domain.person import Candidate, Degree, DegreeStatus, Employment
from recruiter_tui.domain.requirement import (
    Branch,
    Channel,
    Criterion,
    DegreeLevel,
    EducationExperience,
    Nationality,
    NationalityRule,
)
from recruiter_tui.domain.screening import Applicant, prepare
from recruiter_tui.domain.stated import Stated
from recruiter_tui.domain.wording import Names

if TYPE_CHECKING:
    from recruiter_tui.domain.finding import Finding

COUNTRIES = {"DZ": "Algeria", "FR": "France", "NA": "Namibia"}
NAMES = Names(country=lambda code: COUNTRIES.get(code, code))
MASTER, BACHELOR, DIPLOMA = DegreeLevel.MASTER, DegreeLevel.BACHELOR, DegreeLevel.DIPLOMA
PAIRS = EducationExperience(id="e", alternatives=(Branch(MASTER, 60), Branch(BACHELOR, 84)))
CLOSING = Stated.known(Closing(dt.date(2026, 2, 5), dt.time(23, 59), "Europe/Zurich"))


def found(
    criterion: Criterion,
    candidate: Candidate | None = None,
    came: str | None = None,
    closing: Stated[Closing] = CLOSING,
) -> Finding:
    notice = Notice(
        Source("n.txt", "0" * 64, "labelled"),
        "",
        closing=closing,
        duty_station_country=Stated.known("DZ"),
        criteria=(criterion,),
    )
    applicant = Applicant(Application("A1", None, came), candidate or Candidate())
    return prepare(notice, names=NAMES).screen(applicant).findings[1]


def degree(
    level: DegreeLevel | None, year: int = 2005, status: DegreeStatus = DegreeStatus.COMPLETED
) -> Degree:
    return Degree(level, "Law", "A University", PartialDate(year), status)


def years(count: int) -> tuple[Employment, ...]:
    return (
        Employment(
            "Agency", "Officer", PartialDate(2010, 1, 1), PartialDate(2009 + count, 12, 31), paid=True
        ),
    )


@pytest.mark.parametrize(
    ("candidate", "outcome", "sentence"),
    [
        (Candidate(), "cannot tell", "The file lists no degrees, where a master is asked."),
        (
            Candidate(degrees=(degree(MASTER),)),
            "cannot tell",
            "The file lists no employment, where 60 months are asked with a master.",
        ),
        (
            Candidate(degrees=(degree(MASTER),), employment=years(3)),
            "not met",
            "The file shows 36 months of experience where 60 are asked with a master.",
        ),
        (
            Candidate(degrees=(degree(BACHELOR),), employment=years(6)),
            "not met",
            "The file shows 72 months of experience where 84 are asked with a bachelor.",
        ),
        (
            Candidate(degrees=(degree(BACHELOR),), employment=years(8)),
            "met",
            (
                "The bachelor in Law meets the branch that asks for a bachelor and 84 months, "
                "with 96 months of experience."
            ),
        ),
        (
            Candidate(degrees=(degree(DIPLOMA),), employment=years(8)),
            "not met",
            "No degree on file is a bachelor or higher.",
        ),
        (
            Candidate(degrees=(degree(MASTER, 2027, DegreeStatus.EXPECTED),), employment=years(8)),
            "not met",
            "The master in Law is not completed by the cut-off, where a bachelor is asked.",
        ),
        (
            Candidate(degrees=(degree(None),), employment=years(8)),
            "cannot tell",
            "The level of a degree on file is unknown, where a master is asked.",
        ),
    ],
)
def test_education_speaks_of_the_branch_that_decides_or_was_missed_least(
    candidate: Candidate, outcome: str, sentence: str
) -> None:
    finding = found(PAIRS, candidate)
    assert (str(finding.outcome), finding.reason) == (outcome, sentence)


def test_education_says_what_the_notice_lacks() -> None:
    assert found(EducationExperience(id="e")).reason == (
        "The requirement names no degree that the program knows, so a person must read it."
    )
    assert found(PAIRS, Candidate(degrees=(degree(MASTER),)), closing=Stated.missing()).reason == (
        "Neither a closing date nor a day of receipt says up to when experience counts."
    )


@pytest.mark.parametrize(
    ("rule", "held", "outcome", "sentence"),
    [
        (
            NationalityRule.EXCLUDES_DUTY_STATION,
            ("DZ",),
            "not met",
            "The applicant is a national of Algeria, and the notice excludes nationals of Algeria.",
        ),
        (
            NationalityRule.EXCLUDES_DUTY_STATION,
            ("FR",),
            "met",
            "The applicant is a national of France, and the notice excludes nationals of Algeria.",
        ),
        (
            NationalityRule.ONLY_DUTY_STATION,
            ("FR",),
            "not met",
            "The applicant is a national of France, and the notice is only for nationals of Algeria.",
        ),
        (
            NationalityRule.EXCLUDES_DUTY_STATION,
            ("DZ", "FR"),
            "cannot tell",
            (
                "The applicant is a national of Algeria and France; the notice excludes nationals of Algeria,"
                " so a person must rule."
            ),
        ),
        (
            NationalityRule.ONLY_DUTY_STATION,
            (),
            "cannot tell",
            "The file states no nationality, and the notice is only for nationals of Algeria.",
        ),
    ],
)
def test_nationality_names_who_and_whom(
    rule: NationalityRule, held: tuple[str, ...], outcome: str, sentence: str
) -> None:
    finding = found(
        Nationality(id="n", rule=rule, country="DZ"), Candidate(nationalities=tuple(map(Stated.known, held)))
    )
    assert (str(finding.outcome), finding.reason) == (outcome, sentence)
    assert finding.flags == (("several nationalities",) if len(held) > 1 else ())


@pytest.mark.parametrize(
    ("came", "outcome", "sentence"),
    [
        (None, "None", "The file does not say how the application came in."),
        ("e-recruitment", "met", "The application came in as “e-recruitment”, as the notice asks."),
        ("e-mail", "not met", "The application came in as “e-mail”; only e-recruitment counts."),
    ],
)
def test_the_channel_is_quoted(came: str | None, outcome: str, sentence: str) -> None:
    finding = found(Channel(id="c", channel="e-recruitment"), came=came)
    assert (str(finding.outcome), finding.reason) == (outcome, sentence)
    assert [one.quote for one in finding.evidence] == ([came] if came else [])

"""A candidate as JSON has every promised key, also where nothing is known."""

from __future__ import annotations

from fractions import Fraction

from recruiter_tui.domain.dates import PartialDate
from recruiter_tui.domain.person import PRESENT, Candidate, Degree, DegreeStatus, Employment, LanguageSkill
from recruiter_tui.domain.requirement import DegreeLevel
from recruiter_tui.domain.stated import Span, Stated
from recruiter_tui.writing.candidate_json import candidate_json

SOURCE = {"file": "ann.txt", "sha256": "00", "format": "text"}


def test_nothing_known_is_null_or_empty_and_never_left_out() -> None:
    found = candidate_json(Candidate(), SOURCE)
    assert found["source"] == SOURCE
    assert found["name"] == {"value": None, "state": "not stated", "spans": [], "given": None, "family": None}
    for key in ("emails", "phones", "nationalities", "employment", "degrees", "languages", "warnings"):
        assert found[key] == []


def test_facts_have_their_value_wording_and_place() -> None:
    person = Candidate(
        phones=(Stated.known("+213555123456", Span(3, 19), text="+213 555 12 34 56"),),
        employment=(
            Employment("Relief", "Officer", PartialDate(2018, 1), PRESENT, Fraction(1, 5), paid=True),
        ),
        degrees=(Degree(DegreeLevel.MASTER, "Law", "X", PartialDate(2014), DegreeStatus.COMPLETED, "LL.M."),),
        languages=(LanguageSkill("en", "Fluent", {"reading": "good"}, (Span(1, 2),)),),
    )
    found = candidate_json(person, SOURCE)
    assert found["phones"] == [
        {"value": "+213555123456", "state": "stated", "spans": [[3, 19]], "text": "+213 555 12 34 56"}
    ]
    assert found["employment"] == [
        {
            "employer": "Relief",
            "title": "Officer",
            "start": "2018-01",
            "end": "present",
            "fte": 0.2,
            "paid": True,
            "text": "",
            "spans": [],
            "state": "stated",
        }
    ]
    assert found["degrees"] == [
        {
            "level": "master",
            "title": "LL.M.",
            "field": "Law",
            "institution": "X",
            "completed": "2014",
            "status": "completed",
            "spans": [],
            "state": "stated",
        }
    ]
    assert found["languages"] == [
        {
            "language": "en",
            "level": "Fluent",
            "scale": {"reading": "good"},
            "spans": [[1, 2]],
            "state": "stated",
        }
    ]

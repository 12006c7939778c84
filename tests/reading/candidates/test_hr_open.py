"""HR Open candidates in JSON, alone, in envelopes and with lists under `item`; HR-XML candidates too."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from recruiter_tui.domain.person import PRESENT, DegreeStatus
from tests.reading.candidates.candidate_piles import read

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

PERSON: dict[str, Any] = {
    "name": {"formattedName": None, "given": "Amina", "family": "Haddad"},
    "gender": "Female",
    "birthDate": "1988-05-04",
    "citizenship": ["DZ"],
    "communication": {
        "address": [{"line": "1 Quay", "city": "Tunis", "countryCode": "TN"}],
        "phone": [
            {"formattedNumber": "+213 555 12 34 56"},
            {"countryDialingCode": "33", "dialNumber": "142685300"},
        ],
        "email": [{"address": "amina@example.org"}],
    },
}
PROFILE: dict[str, Any] = {
    "employment": [
        {
            "organization": {"name": "Harbour Agency"},
            "start": "2018-03",
            "current": True,
            "positionHistories": [{"title": "Officer", "descriptions": ["Kept the registers."]}],
        },
        {
            "organization": {"legalId": {"value": "River Trust"}},
            "positionHistories": [
                {"title": "Clerk", "start": "2015-01-01", "end": "2016-12-31"},
                {"title": "Adviser", "start": "2017-01-01", "end": "2018-02-28"},
            ],
        },
    ],
    "education": [
        {
            "institution": {"name": "University of Algiers"},
            "end": "2014-07",
            "educationDegrees": [{"name": "Master of Laws", "specializations": [{"name": "Maritime law"}]}],
        }
    ],
}
PLAIN: dict[str, Any] = {"documentId": {"value": "1"}, "person": PERSON, "profiles": [PROFILE]}


def itemised(value: object) -> object:
    """Return the same with every list under `item`, as some programs write it."""
    if isinstance(value, list):
        return {"item": [itemised(each) for each in value]}
    return {key: itemised(each) for key, each in value.items()} if isinstance(value, dict) else value


@pytest.mark.parametrize(
    "shape",
    [
        lambda value: value,
        lambda value: {"candidate": value},
        lambda value: {"source": {}, "data": {"documentType": "CV", "data": value}},
        itemised,
        lambda value: [value],
    ],
)
def test_a_candidate_is_read_whatever_it_is_wrapped_in(
    tmp_path: Path, shape: Callable[[dict[str, Any]], object]
) -> None:
    one = read(tmp_path, json.dumps(shape(PLAIN)), "candidate.json").only
    person = one.candidate
    assert one.source.format == "hr-open"
    assert (person.name.value, person.residence.value, person.gender.value) == (
        "Amina Haddad",
        "TN",
        "female",
    )
    assert person.birth_date.value == "1988-05-04"
    assert [each.value for each in person.phones] == ["+213555123456", "+33142685300"]
    assert [each.value for each in person.nationalities] == ["DZ"]
    assert [(job.title, job.employer, str(job.start), str(job.end)) for job in person.employment] == [
        ("Officer", "Harbour Agency", "2018-03", PRESENT),
        ("Clerk", "River Trust", "2015-01-01", "2016-12-31"),
        ("Adviser", "River Trust", "2017-01-01", "2018-02-28"),
    ]
    [degree] = person.degrees
    assert (degree.field, degree.institution, str(degree.completed)) == (
        "Maritime law",
        "University of Algiers",
        "2014-07",
    )
    assert (degree.level and degree.level.word, degree.status) == ("master", DegreeStatus.COMPLETED)


def test_what_the_shape_does_not_fit_stays_unknown(tmp_path: Path) -> None:
    odd = {
        "person": {"name": {"formattedName": "Bo Chen"}, "citizenship": "Other", "communication": []},
        "profiles": [{"employment": [{"organization": None, "start": "x"}], "education": "none"}],
    }
    person = read(tmp_path, json.dumps(odd), "candidate.json").only.candidate
    assert (person.name.value, person.nationalities, person.employment, person.degrees) == (
        "Bo Chen",
        (),
        (),
        (),
    )
    nobody = {"person": {"name": {}}, "profiles": []}
    assert read(tmp_path, json.dumps(nobody), "nobody.json").complaint == ": the profile names nobody"


def test_an_hr_xml_candidate_is_read(tmp_path: Path) -> None:
    text = """<?xml version="1.0"?><Candidate xmlns="http://www.hr-xml.org/3" xmlns:oa="http://www.openapplications.org/oagis/9">
    <CandidatePerson><PersonName><oa:GivenName>Amina</oa:GivenName><FamilyName>Haddad</FamilyName></PersonName>
    <Communication><ChannelCode>Email</ChannelCode><oa:URI>amina@example.org</oa:URI></Communication></CandidatePerson>
    <CandidateProfile><EmploymentHistory><EmployerHistory><OrganizationName>Harbour Agency</OrganizationName>
    <PositionHistory><PositionTitle>Officer</PositionTitle><EmploymentPeriod><StartDate><FormattedDateTime>2018-03</FormattedDateTime>
    </StartDate><CurrentIndicator>true</CurrentIndicator></EmploymentPeriod></PositionHistory></EmployerHistory>
    </EmploymentHistory></CandidateProfile></Candidate>"""
    person = read(tmp_path, text, "candidate.xml").only.candidate
    assert person.name.value == "Amina Haddad"
    assert [(job.title, job.employer, str(job.start), job.end) for job in person.employment] == [
        ("Officer", "Harbour Agency", "2018-03", PRESENT)
    ]


def test_languages_are_read_by_code_or_name_once_each(tmp_path: Path) -> None:
    told = {
        "person": {**PERSON, "languages": [{"languageCode": "ar", "proficiency": "native"}]},
        "profiles": [
            {
                "languageCompetencies": [
                    {"languageName": "French", "read": "C1", "write": "B2"},
                    {"language": {"code": "ar"}},
                    {"language": "a language of nowhere"},
                ]
            }
        ],
    }
    person = read(tmp_path, json.dumps(told), "candidate.json").only.candidate
    assert [(each.language, each.level, dict(each.scale)) for each in person.languages] == [
        ("ar", "native", {}),
        ("fr", None, {"reading": "C1", "writing": "B2"}),
    ]

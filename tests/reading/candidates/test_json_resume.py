"""A JSON Resume, old or new, single or in an array, becomes an applicant; what it cannot say stays open."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from recruiter_tui.domain.dates import PartialDate
from recruiter_tui.domain.person import PRESENT, DegreeStatus
from recruiter_tui.domain.requirement import DegreeLevel
from tests.reading.candidates.candidate_piles import read

if TYPE_CHECKING:
    from pathlib import Path

Resume = dict[str, object]


def resume(**sections: object) -> Resume:
    basics = {
        "name": "Ann Lee",
        "email": "ann@example.org",
        "phone": "+33 1 42 68 53 00",
        "location": {"countryCode": "FR"},
    }
    return {"basics": basics, **sections}


def test_contacts_and_country_come_from_the_basics(tmp_path: Path) -> None:
    incoming = read(tmp_path, json.dumps(resume()), "ann.json").only
    person = incoming.candidate
    assert (person.name.value, person.emails[0].value) == ("Ann Lee", "ann@example.org")
    assert (person.phones[0].value, person.residence.value) == ("+33142685300", "FR")
    assert person.nationalities == ()
    assert (incoming.source.format, incoming.application.received) == ("json-resume", None)


@pytest.mark.parametrize("employer", ["name", "company"])
def test_jobs_are_read_under_the_old_and_the_new_key(tmp_path: Path, employer: str) -> None:
    work = [
        {employer: "Relief", "position": "Officer", "startDate": "2018-01-15", "endDate": "2020",
         "summary": "Ran it.", "highlights": ["Led 5", "Wrote 3"]},
        {employer: "Aid", "position": "Head", "startDate": "2020-02", "endDate": ""},
    ]  # fmt: skip
    first, second = read(tmp_path, json.dumps(resume(work=work)), "a.json").only.candidate.employment
    assert (first.employer, first.title, first.start, first.end) == (
        "Relief",
        "Officer",
        PartialDate(2018, 1, 15),
        PartialDate(2020),
    )
    assert (first.text, first.paid, first.fte) == ("Ran it.\nLed 5\nWrote 3", None, None)
    assert (second.start, second.end) == (PartialDate(2020, 2), PRESENT)


def test_volunteering_is_unpaid_work(tmp_path: Path) -> None:
    volunteer = [{"organization": "Red Club", "position": "Helper", "startDate": "2019"}]
    (job,) = read(tmp_path, json.dumps(resume(volunteer=volunteer)), "a.json").only.candidate.employment
    assert (job.employer, job.paid) == ("Red Club", False)


def test_studies_and_languages_keep_their_wording(tmp_path: Path) -> None:
    education = [
        {"institution": "X", "area": "Law", "studyType": "Master of Laws", "endDate": "2014-06"},
        {"area": ""},
    ]
    languages = [
        {"language": "French", "fluency": "Native speaker"},
        {"language": "Elbonian", "fluency": "ok"},
    ]
    reading = read(tmp_path, json.dumps(resume(education=education, languages=languages)), "a.json")
    person = reading.only.candidate
    (degree,) = person.degrees
    assert (degree.level, degree.title, degree.field) == (DegreeLevel.MASTER, "Master of Laws", "Law")
    assert (str(degree.completed), degree.status) == ("2014-06", DegreeStatus.COMPLETED)
    assert [(each.language, each.level) for each in person.languages] == [("fr", "Native speaker")]
    assert [each.place for each in reading.warnings] == ["languages 2"]
    assert any("Elbonian" in remark for remark in person.warnings)


def test_a_date_that_means_nothing_is_left_open_and_named(tmp_path: Path) -> None:
    work = [{"name": "Aid", "position": "Head", "startDate": "long ago", "endDate": "2020"}]
    reading = read(tmp_path, json.dumps(resume(work=work)), "a.json")
    assert reading.only.candidate.employment[0].start is None
    assert [each.place for each in reading.warnings] == ["work 1, startDate"]


def test_an_array_of_resumes_gives_one_applicant_each(tmp_path: Path) -> None:
    pile = [resume(), {"basics": {"name": "Bo", "email": ""}, "work": []}]
    reading = read(tmp_path, json.dumps(pile), "pile.json")
    assert [(each.row, each.candidate.name.value) for each in reading.applicants] == [
        ("entry 1", "Ann Lee"),
        ("entry 2", "Bo"),
    ]


def test_five_namesakes_with_one_address_stay_five(tmp_path: Path) -> None:
    pile = [resume(work=[{"name": f"Employer {n}", "startDate": "2019"}]) for n in range(5)]
    assert len({each.application.id for each in read(tmp_path, json.dumps(pile), "p.json").applicants}) == 5


def test_a_resume_of_nobody_is_refused(tmp_path: Path) -> None:
    assert read(tmp_path, '{"basics": {"name": ""}}', "a.json").complaint == ": the resume names nobody"

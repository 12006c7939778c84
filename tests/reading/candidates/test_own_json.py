# ruff: noqa: E501 - a table of files and their complaints reads best in one line each
"""Applicants as JSON: in the program's own shape with plain strings where they will do, exact and checked."""

from __future__ import annotations

import json
from fractions import Fraction
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from recruiter_tui.domain.dates import PartialDate
from recruiter_tui.domain.person import (
    PRESENT,
    Candidate,
    Degree,
    DegreeStatus,
    Employment,
    LanguageSkill,
)
from recruiter_tui.domain.requirement import DegreeLevel
from recruiter_tui.domain.stated import Stated
from recruiter_tui.domain.text import clean
from recruiter_tui.writing.candidate_json import candidate_json
from tests.growth import grows_linearly
from tests.reading.candidates.candidate_piles import read

if TYPE_CHECKING:
    from pathlib import Path

FULL = """[{
  "application": {"id": "A-17", "received": "2026-02-05T22:59:00Z", "channel": "portal", "internal": true},
  "name": {"value": "Amel Haddad", "given": "Amel", "family": "Haddad"}, "gender": "F",
  "emails": [{"value": "amel@example.org"}, "a@example.org"], "phones": ["+213 555 12 34 56"],
  "nationalities": [{"value": "DZ"}, "Namibian"], "residence": "France",
  "employment": [{"employer": "NGO Example", "title": "Officer", "start": "2018-01", "end": "present",
                  "fte": 0.2, "paid": false, "text": "Led\\na team"}],
  "degrees": [{"level": "master", "title": "MSc", "field": "Law", "institution": "X", "completed": "2014"},
              {"level": "Licence", "status": "expected"}],
  "languages": [{"language": "English", "level": "Fluent", "scale": {"reading": "fluent"}}, "French"],
  "note": "two\\nlines", "tags": ["a", "b", "a"]
}]"""


def test_every_key_becomes_a_fact(tmp_path: Path) -> None:
    incoming = read(tmp_path, FULL, "pile.json").only
    person = incoming.candidate
    assert (incoming.application.id, incoming.application.internal, incoming.row) == ("A-17", True, "entry 1")
    assert (person.name.value, person.given_name.value, person.gender.value) == (
        "Amel Haddad",
        "Amel",
        "female",
    )
    assert [each.value for each in person.emails] == ["amel@example.org", "a@example.org"]
    assert [each.value for each in person.phones] == ["+213555123456"]
    assert [each.value for each in person.nationalities] == ["DZ", "NA"]
    assert person.residence.value == "FR"
    (job,) = person.employment
    assert (job.start, job.end, job.fte, job.paid) == (PartialDate(2018, 1), PRESENT, Fraction(1, 5), False)
    assert [(each.level, each.title, each.status) for each in person.degrees] == [
        (DegreeLevel.MASTER, "MSc", DegreeStatus.COMPLETED),
        (DegreeLevel.BACHELOR, "Licence", DegreeStatus.EXPECTED),
    ]
    assert [(each.language, each.level, dict(each.scale)) for each in person.languages] == [
        ("en", "Fluent", {"reading": "fluent"}),
        ("fr", None, {}),
    ]
    assert (incoming.note, incoming.tags) == ("two\nlines", ("a", "b"))


def test_a_language_has_its_tested_level_and_its_skills_in_many_spellings(tmp_path: Path) -> None:
    text = """[{"name": "A", "languages": [{"language": "en", "level": "fluent", "tested": "C1", "scale":
        {"Reading": "C1", "spoken interaction": "B2", "Spoken Production": "B1", "shoe size": "44"}}]}]"""
    incoming = read(tmp_path, text, "pile.json").only
    (skill,) = incoming.candidate.languages
    assert skill.tested == "C1"
    assert dict(skill.scale) == {"reading": "C1", "spoken interaction": "B2", "spoken production": "B1"}
    shown = candidate_json(incoming.candidate, {})["languages"]
    assert isinstance(shown, list)
    assert shown[0]["tested"] == "C1"


def test_one_object_without_an_array_is_one_applicant(tmp_path: Path) -> None:
    incoming = read(tmp_path, '{"name": "Ann", "application": "A1"}', "ann.json").only
    assert (incoming.row, incoming.application.id, incoming.candidate.name.value) == ("", "A1", "Ann")


def test_the_form_is_known_by_its_content_and_not_by_the_files_name(tmp_path: Path) -> None:
    assert read(tmp_path, '\ufeff \n[{"name": "Ann"}]', "pile.txt").only.source.format == "json"


def test_the_same_entry_has_the_same_id_wherever_it_stands(tmp_path: Path) -> None:
    entry = {"name": "Ann", "emails": ["a@example.org"]}
    alone = read(tmp_path, json.dumps(entry), "one.json").only.application.id
    listed = read(tmp_path, json.dumps([{"name": "Bo"}, entry]), "two.json").applicants[1].application.id
    assert alone == listed


def test_keys_that_nobody_knows_are_kept_as_a_paper(tmp_path: Path) -> None:
    reading = read(tmp_path, '[{"name": "Ann", "motivation": "I led a project."}]', "a.json")
    assert "I led a project." in reading.only.candidate.documents[0].text
    assert [each.place for each in reading.warnings] == ["entry 1"]


REFUSED = {
    "NaN": ('[{"name": "Ann"},\n{"name": "Bo", "x": NaN}]', "entry 2: line 2: NaN is no number"),
    "Infinity": ('[{"name": "Ann", "x": -Infinity}]', "entry 1: line 1: -Infinity is no number"),
    "a key twice": (
        '[{"name": "Ann", "employment": [{"title": "a", "title": "b"}]}]',
        "entry 1, employment 1, title: a key occurs twice in one object",
    ),
    "half a character": (
        '[{"name": "Ann", "tags": ["x", "\\ud800"]}]',
        "entry 1, tags 2: the text holds half a character or bytes that are not UTF-8",
    ),
    "a number of 5,000 digits": (
        '[{"name": "Ann", "x": ' + "9" * 5000 + "}]",
        "entry 1: line 1: the number is too large or too small to mean anything",
    ),
    "a number with a monstrous exponent": (
        '[{"name": "Ann", "employment": [{"fte": 1e-999999999}]}]',
        "entry 1: line 1: the number is too large or too small to mean anything",
    ),
    "depth": ('[{"name": "Ann", "x": ' + "[" * 100_000 + "]" * 100_000 + "}]", "entry 1: line 1: it is nested too deep"),
    "depth that the parser takes": (
        '[{"name": "Ann", "x": ' + "[" * 50 + "]" * 50 + "}]",
        "entry 1, x" + " 1" * 40 + ": it is nested too deep",
    ),
    "an entry of 5 MB": (
        '[{"name": "Ann", "x": "' + "a" * (5 << 20) + '"}]',
        "entry 1: line 1: one entry is longer than 4,194,304 characters",
    ),
    "a comma too many": ('[{"name": "Ann",}]', "entry 1: line 1: expecting property name enclosed in double quotes"),
    "a cut file": ('[{"name": "Ann"},\n{"name": ', "entry 2: line 2: expecting value"),
    "a missing comma": ('[{"name": "Ann"} {"name": "Bo"}]', "entry 1: line 1: a comma or the array's end is missing"),
    "more after the end": ('{"name": "Ann"}\n{"name": "Bo"}', ": line 2: there is more after the end of the data"),
    "no object": ('[{"name": "Ann"}, 7]', "entry 2: this is not an object"),
    "another object": ('[{"colour": "red"}]', "entry 1: this object is neither an applicant nor a JSON Resume"),
    "nobody": ('[{"name": "", "degrees": []}]', "entry 1: the entry names nobody"),
    "an application twice": (
        '[{"name": "Ann", "application": "A1"}, {"name": "Bo", "application": {"id": "A1"}}]',
        "entry 2: entry 1 has the same application id, or the same content and no id",
    ),
    "a list for a name": ('[{"name": ["Ann"], "application": "A1"}]', "entry 1, name: this is not a text"),
    "a share over one": (
        '[{"name": "Ann", "employment": [{"fte": 1.5}]}]',
        "entry 1, employment 1: this is not a share of full time",
    ),
    "a country that nobody knows": (
        '[{"name": "Ann", "nationalities": ["Ruritania"]}]',
        "entry 1, nationalities 1: no country or nationality is known by this name",
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", REFUSED)
def test_broken_json_is_refused_with_its_place_and_reason(tmp_path: Path, case: str) -> None:
    content, complaint = REFUSED[case]
    assert read(tmp_path, content, "pile.json").complaint == complaint


def test_bytes_that_are_no_text_are_refused_where_they_stand(tmp_path: Path) -> None:
    content = '[{"name": "Zoë"}, {"name": "Ann", "note": "é'.encode() + b'\xe9"}]'
    assert read(tmp_path, content, "pile.json").complaint.startswith("entry 2, note: ")


def test_what_stands_before_a_broken_entry_is_read(tmp_path: Path) -> None:
    reading = read(tmp_path, '[{"name": "Ann"}, {"name": "Bo"}, {"name": ', "pile.json")
    assert [each.candidate.name.value for each in reading.applicants] == ["Ann", "Bo"]


def test_an_array_of_many_is_read_entry_by_entry(tmp_path: Path) -> None:
    content = json.dumps([{"name": f"Person {n}", "note": "é" * (n % 700)} for n in range(1000)], indent=1)
    reading = read(tmp_path, content, "pile.json")
    assert [each.row for each in reading.applicants] == [f"entry {n}" for n in range(1, 1001)]
    assert reading.problems == []


WORDS = st.text(min_size=1, max_size=20).map(clean).filter(bool)
DATES = st.builds(PartialDate, st.integers(1950, 2050), st.integers(1, 12) | st.none())
JOBS = st.builds(
    Employment,
    employer=WORDS,
    title=WORDS,
    start=DATES,
    end=DATES | st.just(PRESENT) | st.none(),
    fte=st.integers(1, 100).map(lambda per_cent: Fraction(per_cent, 100)) | st.none(),
    paid=st.booleans() | st.none(),
)
DEGREES = st.builds(
    Degree,
    level=st.sampled_from(DegreeLevel),
    title=st.sampled_from(["Zeugnis", "Papier"]),
    field=WORDS | st.none(),
    institution=WORDS | st.none(),
    completed=DATES | st.none(),
    status=st.sampled_from(DegreeStatus),
)
LANGUAGES = st.builds(
    LanguageSkill,
    language=st.sampled_from(["en", "fr", "ar", "dyu"]),
    level=WORDS | st.none(),
    scale=st.dictionaries(st.sampled_from(["reading", "speaking"]), WORDS),
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    jobs=st.lists(JOBS, max_size=3),
    degrees=st.lists(DEGREES, max_size=3),
    languages=st.lists(LANGUAGES, max_size=3),
    name=WORDS,
)
def test_what_candidate_read_prints_comes_back_unchanged(
    tmp_path: Path,
    *,
    jobs: list[Employment],
    degrees: list[Degree],
    languages: list[LanguageSkill],
    name: str,
) -> None:
    person = Candidate(
        name=Stated.known(name),
        nationalities=(Stated.known("DZ", text="DZ"),),
        employment=tuple(jobs),
        degrees=tuple(degrees),
        languages=tuple(languages),
    )
    printed = json.dumps(candidate_json(person, {"file": "a.csv"}))
    back = read(tmp_path, printed, "pile.json").only.candidate
    assert (back.name, back.nationalities) == (person.name, person.nationalities)
    assert (back.employment, back.degrees, back.languages) == (
        person.employment,
        person.degrees,
        person.languages,
    )


@pytest.mark.parametrize("unit", ["[", '{"a":', '"', "1", "\\", "[1,", " ", '{"name": "a"},'])
def test_time_grows_with_the_file_and_not_with_its_square(tmp_path: Path, unit: str) -> None:
    def read_all(size: int) -> None:
        read(tmp_path, '[{"name": "Ann", "x": ' + (unit * size)[:size], "pile.json")

    assert grows_linearly(read_all, 50_000)

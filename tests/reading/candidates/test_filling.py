"""A CV that a row names fills what the row leaves open; the row wins, and whose CV it is counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from recruiter_tui.domain.stated import State
from recruiter_tui.reading.candidates.filling import SOMEBODY_ELSE
from tests.reading.candidates.candidate_piles import read
from tests.reading.paper_files import CV, docx, pdf

if TYPE_CHECKING:
    from pathlib import Path


def test_a_bare_row_gets_everything_from_its_cv_with_its_places(tmp_path: Path) -> None:
    (tmp_path / "cv.pdf").write_bytes(pdf())
    one = read(tmp_path, "name,cv\nAmina Haddad,cv.pdf\n").only
    person, text = one.candidate, one.candidate.documents[0].text
    assert [each.value for each in person.emails] == ["amina.haddad@example.org"]
    [job] = person.employment
    assert (job.title, job.employer, str(job.start)) == ("Project Officer", "Harbour Agency", "2018-03")
    [degree] = person.degrees
    assert {skill.language for skill in person.languages} == {"ar", "fr"}
    for words, spans in (
        ("Harbour Agency", job.spans),
        ("Algiers", degree.spans),
        ("@", person.emails[0].spans),
    ):
        assert any(words in text[start:end] for start, end in spans)


def test_what_the_row_says_wins(tmp_path: Path) -> None:
    (tmp_path / "cv.docx").write_bytes(docx())
    row = "Amina Haddad,other@example.org,bachelor | Law | Oran | 2010,cv.docx"
    person = read(tmp_path, f"name,email,degrees,cv\n{row}\n").only.candidate
    assert [each.value for each in person.emails] == ["other@example.org"]
    assert [(degree.institution, degree.spans) for degree in person.degrees] == [("Oran", ())]
    assert [job.employer for job in person.employment] == ["Harbour Agency"]
    assert person.name.state is State.STATED


def test_the_bare_current_job_of_another_system_gives_way_to_the_whole_career(tmp_path: Path) -> None:
    (tmp_path / "cv.pdf").write_bytes(pdf())
    head = "First Name,Last Name,Current Company,Current Title,Profile URL,CV\n"
    row = "Amina,Haddad,{},Project Officer,https://example.org/a,cv.pdf\n"
    same = read(tmp_path, head + row.format("Harbour Agency")).only.candidate
    assert [(job.employer, str(job.start)) for job in same.employment] == [("Harbour Agency", "2018-03")]
    newer = read(tmp_path, head + row.format("River Trust").replace("Project Officer", "Director")).only
    assert [job.employer for job in newer.candidate.employment] == ["River Trust", "Harbour Agency"]


def test_behind_a_masked_address_stands_the_real_one(tmp_path: Path) -> None:
    (tmp_path / "cv.pdf").write_bytes(pdf())
    person = read(tmp_path, "name,email,cv\nAmina Haddad,haddad7_x1@indeedemail.com,cv.pdf\n").only.candidate
    assert [each.value for each in person.emails] == [
        "haddad7_x1@indeedemail.com",
        "amina.haddad@example.org",
    ]


def test_somebody_elses_cv_is_kept_and_nothing_is_read_from_it(tmp_path: Path) -> None:
    (tmp_path / "cv.pdf").write_bytes(pdf())
    found = read(tmp_path, "name,cv\nBo Chen,cv.pdf\n")
    [one] = found.applicants
    assert (one.candidate.employment, one.candidate.emails) == ((), ())
    assert one.candidate.documents[0].name == "cv.pdf"
    assert [(each.place, each.problem) for each in found.warnings] == [("row 2, cv", SOMEBODY_ELSE)]
    assert one.candidate.warnings == (f"cv: {SOMEBODY_ELSE}",)


def test_a_name_that_differs_is_no_matter_where_the_address_is_the_same(tmp_path: Path) -> None:
    (tmp_path / "cv.pdf").write_bytes(pdf())
    row = "Amina Belkacem,amina.haddad@example.org,cv.pdf"
    person = read(tmp_path, f"name,email,cv\n{row}\n").only.candidate
    assert (person.name.value, len(person.employment)) == ("Amina Belkacem", 1)


def test_an_entry_of_json_is_filled_too(tmp_path: Path) -> None:
    (tmp_path / "cv.txt").write_text("\n".join(CV), encoding="utf-8")
    one = read(tmp_path, '[{"name": "Amina Haddad", "cv": "cv.txt"}]', "pile.json").only
    assert [job.employer for job in one.candidate.employment] == ["Harbour Agency"]
    found = read(tmp_path, '[{"name": "Bo Chen", "cv": "cv.txt"}]', "pile.json")
    assert found.applicants[0].candidate.warnings == (f"cv: {SOMEBODY_ELSE}",)

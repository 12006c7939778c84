"""CVs that are forms with counted boxes, lists with leaders, or that speak in sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from recruiter_tui.domain.person import PRESENT
from recruiter_tui.domain.stated import State
from recruiter_tui.reading.candidates.cv import candidate_of
from recruiter_tui.reading.documents import document_text
from tests.reading.paper_files import page

if TYPE_CHECKING:
    from pathlib import Path

    from recruiter_tui.domain.person import Candidate


def jobs(candidate: Candidate) -> list[tuple[str, str, str, str]]:
    return [(job.employer, job.title, str(job.start), str(job.end)) for job in candidate.employment]


COUNTED = """1. Proposed position: Irrigation adviser
2. Name of staff: Odile Marchetti Sow
3. Education:
M.Sc. in Hydrology, University of Saltford, 2001
4. Languages:
| Speaking | Reading
Wolof | Excellent | Good
5. Employment record:
From: March 2012\u00a0\u00a0\u00a0 To: Present
Employer: Reed Delta Consultants
Positions held: Irrigation adviser
From: 2002\u00a0\u00a0\u00a0 To: 2012
Employer: Canal Board
Positions held: Junior engineer
6. Work undertaken that best illustrates the tasks:
Name of project: Lower dams
Year: 2014-2016
Positions held: Team leader
"""


def test_a_form_that_counts_its_boxes_has_sections_and_its_projects_are_no_jobs() -> None:
    found = candidate_of(COUNTED)
    assert found.name.value == "Odile Marchetti Sow"
    assert jobs(found) == [
        ("Reed Delta Consultants", "Irrigation adviser", "2012-03", PRESENT),
        ("Canal Board", "Junior engineer", "2002", "2012"),
    ]
    assert [each.institution for each in found.degrees] == ["University of Saltford"]
    assert [each.language for each in found.languages] == ["wo"]


def test_one_numbered_point_with_a_colon_opens_no_section() -> None:
    text = "Ann Lee\n\nWork experience\nOfficer, Reed Fund, 2010 - 2014\n1. Education:\n2. Roads:\n"
    assert not candidate_of(text).degrees
    assert len(candidate_of(text).employment) == 1


def test_both_ends_of_a_period_stand_behind_labels_in_one_line() -> None:
    text = """Professional experience
Dates (DD/MM/YYYY) FROM: 13/03/2019 TO: 28/02/2021 TOTAL: 1 year 11 months
Name and address of employer: Harbour Fund
Occupation or position held: Project officer
Dates (DD/MM/YYYY) FROM: 15/09/2014 TO: present TOTAL: -
Name and address of employer: Coast Office
Occupation or position held: Policy assistant
"""
    assert jobs(candidate_of(text)) == [
        ("Harbour Fund", "Project officer", "2019-03-13", "2021-02-28"),
        ("Coast Office", "Policy assistant", "2014-09-15", PRESENT),
    ]


def test_dashes_that_lead_to_a_place_are_no_part_of_an_employer() -> None:
    text = "Experience\n\n2016-2019    Fern Relief --------------- Oban, UK\n     surveys, training.\n"
    assert [job.employer for job in candidate_of(text).employment] == ["Fern Relief"]


def test_a_period_within_a_sentence_is_no_job() -> None:
    text = """Experience
Feb. 2012 - May 2017: Head of Programmes, Reed Fund
Designed the 2013-2016 strategy and led a team of 40.
"""
    assert jobs(candidate_of(text)) == [("Reed Fund", "Head of Programmes", "2012-02", "2017-05")]


def test_what_a_sentence_tells_is_no_employer() -> None:
    text = "Experience\n\n6/2019 - 7/2021  As a lab manager, I oversaw the daily work\n"
    (job,) = candidate_of(text).employment
    assert (job.employer, job.title) == ("", "lab manager")


def test_a_town_beside_the_dates_is_no_employer_where_the_heading_names_one() -> None:
    text = """## Experiencia laboral

### Auxiliar de enfermería, Clínica del Cerro
2016 - 2018 | Luque

- Vacunas.
"""
    assert jobs(candidate_of(text)) == [("Clínica del Cerro", "Auxiliar de enfermería", "2016", "2018")]


def test_the_order_of_the_other_entries_outweighs_a_word_of_employers() -> None:
    text = """## Experience

### Tapir - Lead engineer
> January 2015 - June 2016

### Marsh - Hydrology consultant
> February 2012 - January 2014

### SIA - Databases and consulting
> July 2009 - July 2010
"""
    job = candidate_of(text).employment[-1]
    assert (job.employer, job.title, job.state) == ("SIA", "Databases and consulting", State.INFERRED)


def test_a_semicolon_parts_a_post_from_its_employer_and_town() -> None:
    text = "Work experience\n1999 - 2008    Ministry of Works, Falkirk; Workshop technician\n"
    assert jobs(candidate_of(text)) == [("Ministry of Works", "Workshop technician", "1999", "2008")]


def test_remarks_in_square_brackets_are_no_part_of_a_title() -> None:
    text = "## Experience\n\n### Pozo - Senior engineer _[main post]_\n> August 2016 - Current\n"
    assert jobs(candidate_of(text)) == [("Pozo", "Senior engineer", "2016-08", PRESENT)]


def test_languages_stand_below_a_point_and_the_points_behind_them_are_none() -> None:
    text = """# Ana Lima

* Location: Tbilisi
* Languages:
  * Russian - native
  * Georgian - intermediate
* French press and other hobbies
"""
    assert [each.language for each in candidate_of(text).languages] == ["ru", "ka"]


def test_a_month_is_no_language() -> None:
    assert not candidate_of("Languages\nJun - Sep 2014\n").languages


def test_an_employer_is_no_person_but_a_surname_may_be_such_a_word() -> None:
    assert candidate_of("Harbour Agency\n").name.value is None
    assert candidate_of("Ruth Church\nruth.church@example.org\n").name.value == "Ruth Church"


def test_the_author_of_a_page_is_its_account_and_no_name() -> None:
    assert candidate_of("author: dkov\n\n# Dario Lindqvist\n").name.value == "Dario Lindqvist"


def test_the_number_of_a_notice_is_no_phone() -> None:
    found = candidate_of("Project officer / AD5 / 2026-014\nTelephone: +32 470 55 01 88\n")
    assert [phone.value for phone in found.phones] == ["+32470550188"]


def test_a_thesis_is_no_degree() -> None:
    text = 'Education\nPhD in Hydrology, University of Saltford, 2016\nPh.D. Thesis: "Melt, 2012 to 2015"\n'
    assert len(candidate_of(text).degrees) == 1


def test_dates_at_the_right_edge_stay_with_their_rows_though_the_text_speaks_of_years(tmp_path: Path) -> None:
    rows: list[tuple[float, float, float, str]] = []
    height = 760.0
    for year in range(2020, 2006, -1):
        rows += [(50, height, 10, f"Officer {year % 100:02}"), (470, height, 10, f"01/{year} - 12/{year}")]
        rows.append((50, height - 16, 10, f"Plan of {year}"))
        height -= 40
    paper = tmp_path / "cv.pdf"
    paper.write_bytes(page((50, 790, 10, "Work experience"), *rows))
    lines = [line for line in document_text(paper, "pdf", []).splitlines() if "Officer 15" in line]
    assert lines == ["Officer 15  01/2015 - 12/2015"]


def test_a_form_tells_a_language_skill_by_skill_and_the_nationality_at_present() -> None:
    text = (
        "Family name: Doe\nNationality(ies) at present: Kenyan\n\nLANGUAGES\n\n"
        "English: Read fluent; Write fluent; Speak good; Understand fluent\nFrench: fluent\n"
    )
    person = candidate_of(text)
    assert [one.value for one in person.nationalities] == ["KE"]
    assert [(one.language, one.level, dict(one.scale)) for one in person.languages] == [
        (
            "en",
            None,
            {"reading": "fluent", "writing": "fluent", "speaking": "good", "understanding": "fluent"},
        ),
        ("fr", "fluent", {}),
    ]

# ruff: noqa: RUF001 - dashes that look alike are what people write between dates
"""CVs of templates from many countries: forms of donors and banks, stacked years, sheets of labels."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from recruiter_tui.domain.person import PRESENT
from recruiter_tui.reading.candidates.cv import candidate_of
from recruiter_tui.reading.candidates.cv.lines import plain
from recruiter_tui.reading.candidates.cv.periods import period_in
from recruiter_tui.reading.extracting.cells import row_text

if TYPE_CHECKING:
    from recruiter_tui.domain.person import Candidate


def jobs(text: str) -> list[tuple[str, str, str, str]]:
    found = candidate_of(text).employment
    return [(job.employer, job.title, str(job.start), str(job.end)) for job in found]


def degrees(text: str) -> list[tuple[str | None, str | None, str | None, str]]:
    found = candidate_of(text).degrees
    return [
        (each.level.word if each.level else None, each.field, each.institution, str(each.completed))
        for each in found
    ]


def codes(candidate: Candidate) -> list[str]:
    return [each.language for each in candidate.languages]


@pytest.mark.parametrize(
    ("wording", "start", "end"),
    [
        ("Q3 2019 - Q1 2021", "2019", "2021"),
        ("2º semestre de 2015 - 1º semestre de 2018", "2015", "2018"),
        ("early 2016 - late 2017", "2016", "2017"),
        ("2015–17", "2015", "2017"),
        ("2014/15", "2014", "2015"),
        ("2001-02", "2001-02", "2001-02"),
        ("2020 · En cours", "2020", PRESENT),
        ("Jan 2019 → Mar 2020", "2019-01", "2020-03"),
        ("entre 2012 et 2015", "2012", "2015"),
        ("Desde el 15 de febrero de 2019 hasta la fecha", "2019-02-15", PRESENT),
        ("2019–agora", "2019", PRESENT),
    ],
)
def test_periods_as_people_write_them(wording: str, start: str, end: str) -> None:
    period = period_in(plain(wording))
    assert period is not None
    assert (str(period.start), str(period.end)) == (start, end)


DONOR_FORM = """CURRICULUM VITAE
- Family name: Lushaj-Berisha
- First names: Arben
- Contact details: arben@lushaj.example / +355 69 555 0177
- Education:
Institution (Date from – Date to): Degree(s) or Diploma(s) obtained:
University of the Drin (10/2001 – 06/2003): Master of Public Administration
- Language skills: Indicate competence on a scale of 1 to 5 (1 - excellent; 5 - basic)
Language | Reading | Speaking | Writing
English | 1 | 1 | 2
- Specific experience in the region:
Albania: 1997 - present
- Professional experience:
Date from – Date to | Location | Company & reference person | Position | Description
03/2019 – present | Shkodra | Lake Budget Partners (Ms D. Leka, +355 4 555 0190) | Team Leader | Budgets
09/2014 – 12/2015 | Skopje | Vardar Policy Group | Treasury Expert | Single account
"""


def test_the_points_of_a_donors_form_are_its_headings() -> None:
    found = candidate_of(DONOR_FORM)
    assert found.name.value == "Arben Lushaj-Berisha"
    assert [phone.value for phone in found.phones] == ["+355695550177"]
    assert jobs(DONOR_FORM) == [
        ("Lake Budget Partners", "Team Leader", "2019-03", PRESENT),
        ("Vardar Policy Group", "Treasury Expert", "2014-09", "2015-12"),
    ]
    assert [each.level.word for each in found.degrees if each.level] == ["master"]
    assert codes(found) == ["en"]


BANK_FORM = """Name of Expert: Sarita Gurung
Education: {List college/university or other specialized education}
M.Sc. in Hydrogeology, Annapurna Technical University, 2003-2005
Employment record relevant to the assignment: {Starting with present position, list in reverse order}
Period | Employing organization and your title. Contact for references | Country | Summary
June 2015 - present | Spring Engineering, Hydrogeologist. For references: +977 1 555 0177 | Nepal | Wells
July 2005 - May 2015 | Terai Borehole Company, Field Geologist | India | Boreholes
Language Skills (indicate only languages in which you can work): Nepali (native), English (good)
Expert's contact information: (e-mail: sarita@hydro.example, phone: +977 9841 555 032)
"""


def test_a_banks_form_names_employer_and_post_in_one_cell_and_its_referees_are_not_the_applicant() -> None:
    found = candidate_of(BANK_FORM)
    assert [mail.value for mail in found.emails] == ["sarita@hydro.example"]
    assert [phone.value for phone in found.phones] == ["+9779841555032"]
    assert jobs(BANK_FORM) == [
        ("Spring Engineering", "Hydrogeologist", "2015-06", PRESENT),
        ("Terai Borehole Company", "Field Geologist", "2005-07", "2015-05"),
    ]
    assert codes(found) == ["ne", "en"]


def test_years_that_stand_one_above_the_other_are_one_period() -> None:
    text = """Work
2021  SUPPLY PLANNER
Present  Aegean Relief Hub
2017  WAREHOUSE COORDINATOR
2021  Doctors of the North
Education
2013  MSC SUPPLY CHAINS
2015  University of Vergina
"""
    assert jobs(text) == [
        ("Aegean Relief Hub", "SUPPLY PLANNER", "2021", PRESENT),
        ("Doctors of the North", "WAREHOUSE COORDINATOR", "2017", "2021"),
    ]
    assert degrees(text) == [("master", "SUPPLY CHAINS", "University of Vergina", "2015")]


def test_years_of_posts_in_rows_stay_apart() -> None:
    text = "Work\n\n2014  Clerk, Reed Fund\n2016  Officer, Salt Office\n2019  Manager, Marsh Agency\n"
    assert [(job[2], job[3]) for job in jobs(text)] == [("2014", "2014"), ("2016", "2016"), ("2019", "2019")]


def test_points_with_periods_below_bare_years_are_the_entries() -> None:
    text = """Mes expériences professionnelles
2017 - 2021
- Du 09/2017 au 01/2021, Chargé de mission, mairie de Villers-la-Côte (54).
2013
- Du 07/2013 au 08/2013 Stagiaire archéologue Institut du Rhin, Mont Bégo (06).
"""
    assert jobs(text) == [
        ("mairie de Villers-la-Côte", "Chargé de mission", "2017-09", "2021-01"),
        ("Institut du Rhin", "Stagiaire archéologue", "2013-07", "2013-08"),
    ]


def test_an_employer_behind_at_is_no_post() -> None:
    text = "Work\nSince 2022 at Four Rivers • Developing gauges\n2020 to 2022 at Reed Basin • Moving maps\n"
    assert jobs(text) == [("Four Rivers", "", "2022", PRESENT), ("Reed Basin", "", "2020", "2022")]


def test_a_sheet_of_labels_names_the_time_worked_and_the_level_of_studies() -> None:
    text = """Formación académica
Universitarios: Trabajo Social
Universidad del Litoral, 2013
Experiencia laboral
EMPRESA: Fundación Tejido
CARGO: Coordinadora
TELÉFONO: 602 555 0199
TIEMPO LABORADO: Desde enero de 2016 hasta diciembre de 2018
"""
    assert jobs(text) == [("Fundación Tejido", "Coordinadora", "2016-01", "2018-12")]
    assert degrees(text) == [("bachelor", "Trabajo Social", "Universidad del Litoral", "2013")]


def test_cells_with_labels_of_their_own_are_not_taken_for_label_and_value() -> None:
    assert row_text(["Degree: BSc", "Institution: Reed College"]) == "Degree: BSc | Institution: Reed College"
    assert row_text(["Name:", "Ann"]) == "Name: Ann"
    text = f"""EDUCATION
{row_text(["Degree: Master's Degree", "Main course of study: Economics"])}
{row_text(["Institution: University of the Limpopo", "Location: Pretoria"])}
{row_text(["From: Feb-2006", "To: Dec-2007"])}
"""
    assert degrees(text) == [("master", "Economics", "University of the Limpopo", "2007-12")]


def test_marks_are_no_fields_of_study() -> None:
    text = """Education
2007 - 2011 University of Kelvin, BSc (Hons) Geography, 2:1
2011 - 2012 University of Kelvin, MSc City Planning (Distinction)
2004 B.A. magna cum laude, History, Reed College
"""
    assert [each[:3] for each in degrees(text)] == [
        ("bachelor", "Geography", "University of Kelvin"),
        ("master", "City Planning", "University of Kelvin"),
        ("bachelor", "History", "Reed College"),
    ]


def test_volunteers_are_not_paid_though_they_stand_among_jobs() -> None:
    text = """Experience
Scheduler (volunteer), Bay Daycare, 2018 - 2020
Volunteer Coordinator, Harbour Fund, 2015 - 2018
UN Volunteer, Reed Mission, 2012 - 2015
"""
    assert [job.paid for job in candidate_of(text).employment] == [False, None, None]


def test_names_in_small_letters_with_nicknames_or_beside_an_address() -> None:
    heads = [
        "leonor quintela vasques\nleonor.qv@correio.example",
        'NADEZHDA "NADIA" VOLKOVA\nn.volkova@mail.example',
        "Ines Bergantin-Roy <ines@bergantin.example>, +33 7 55 50 13 92",
    ]
    assert [candidate_of(head).name.value for head in heads] == [
        "Leonor Quintela Vasques",
        "NADEZHDA VOLKOVA",
        "Ines Bergantin-Roy",
    ]


def test_postcodes_and_periods_are_no_phones_and_dots_part_the_groups_of_one() -> None:
    text = "Ann Lee\n4700-215 Braga\n10/2001 – 06/2003\n(401) · 555 · 0145 ⋄ ann@lee.example\n"
    assert [phone.value for phone in candidate_of(text).phones] == ["(401) · 555 · 0145"]


def test_an_introduction_tells_of_languages() -> None:
    text = "Ann Lee\nI'm a native French speaker, and fluent English speaker.\n"
    assert codes(candidate_of(text)) == ["fr", "en"]

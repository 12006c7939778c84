"""CVs and forms as pages of PDF and Word: columns, margins, headers, text boxes, tables and labels."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

import pytest

from recruiter_tui.reading.candidates import Incoming, read_candidates
from recruiter_tui.reading.candidates.cv import candidate_of
from recruiter_tui.reading.candidates.cv.headings import section_named
from recruiter_tui.reading.candidates.cv.lexicon import Section
from recruiter_tui.reading.documents import document_text
from tests.reading.paper_files import docx, page

if TYPE_CHECKING:
    from pathlib import Path

    from recruiter_tui.domain.person import Candidate

Placed = tuple[float, float, float, str]


def person(tmp_path: Path, name: str, data: bytes) -> Candidate:
    path = tmp_path / name
    path.write_bytes(data)
    [found] = [each for each in read_candidates(path) if isinstance(each, Incoming)]
    return found.candidate


def jobs(found: Candidate) -> list[tuple[str, str, str, str]]:
    return [(job.employer, job.title, str(job.start), str(job.end)) for job in found.employment]


def degrees(found: Candidate) -> list[tuple[str, str | None, str | None, str]]:
    return [
        (each.level.word if each.level else "", each.field, each.institution, str(each.completed))
        for each in found.degrees
    ]


def column(left: float, size: float, *lines: str) -> list[Placed]:
    return [(left, 760 - 16 * number, size, line) for number, line in enumerate(lines)]


SIDE = (
    *(
        "Contact",
        "+351 912 555 014",
        "ines@example.pt",
        "Porto, Portugal",
        "",
        "Languages",
        "Portuguese (native)",
    ),
    *(
        "English (C1)",
        "Dutch (A2)",
        "",
        "Skills",
        "Hydraulics",
        "Drawing",
        "Surveys",
        "",
        "Hobbies",
        "Rowing",
    ),
)
MAIN = (
    *("", "", "Water engineer", "Experience", "Water Engineer", "Harbour Works Agency", "03/2019 - present"),
    *("Planned the drainage of a quarter of a town", "Led a crew of seven people at work", "Surveyor"),
    *("Coast Trust", "2015 - 2019", "Measured every beach between two rivers", "Education"),
    *("MSc Civil Engineering, Example University, 2015", "Thesis about rain in towns and gardens"),
)


def test_the_column_with_the_name_comes_first_whichever_side_it_stands_on(tmp_path: Path) -> None:
    placed = [*column(40, 10, *SIDE), *column(230, 10, *MAIN), (230.0, 762.0, 22.0, "Ines Duarte Matos")]
    found = person(tmp_path, "cv.pdf", page(*(each for each in placed if each[3])))
    assert found.name.value == "Ines Duarte Matos"
    assert [phone.value for phone in found.phones] == ["+351912555014"]
    assert jobs(found) == [
        ("Harbour Works Agency", "Water Engineer", "2019-03", "present"),
        ("Coast Trust", "Surveyor", "2015", "2019"),
    ]
    assert degrees(found) == [("master", "Civil Engineering", "Example University", "2015")]
    assert [(each.language, each.level) for each in found.languages] == [
        ("pt", "native"),
        ("en", "C1"),
        ("nl", "A2"),
    ]


def test_dates_in_a_narrow_margin_belong_to_the_line_beside_which_they_begin(tmp_path: Path) -> None:
    rows = (
        ("", "Aissata Diop"),
        ("", "aissata@example.sn"),
        ("", "Experience"),
        ("since 2019", "Protection Officer, Coast Trust, Dakar"),
        ("", "Works with twelve centres"),
        ("Sept 2016 -", "Social Worker, Town Shelter Association, Thies"),
        ("Aug 2019", "Walks the streets at night"),
        ("", "Education"),
        ("2014-2016", "Master of Sociology, Example University"),
        ("2011-2014", "Bachelor of Sociology, Example University"),
    )
    placed = [
        (left, 760.0 - 14 * number, 10.0, text)
        for number, row in enumerate(rows)
        for left, text in ((40.0, row[0]), (108.0, row[1]))
        if text
    ]
    found = person(tmp_path, "cv.pdf", page(*placed))
    assert jobs(found) == [
        ("Coast Trust", "Protection Officer", "2019", "present"),
        ("Town Shelter Association", "Social Worker", "2016-09", "2019-08"),
    ]
    assert [row[3] for row in degrees(found)] == ["2016", "2014"]


def test_letter_spaced_headings_open_their_sections(tmp_path: Path) -> None:
    lines = ("Ann Lee", "ann@example.org", "WORK EXPERIENCE", "Officer, Harbour Agency", "2018 - 2020")
    text = (*lines, "EDUCATION", "Master of Laws, Example University, 2014")
    found = person(tmp_path, "cv.pdf", page(*column(40, 10, *text), spacing=4.0))
    assert jobs(found) == [("Harbour Agency", "Officer", "2018", "2020")]
    assert degrees(found) == [("master", "Laws", "Example University", "2014")]


FORM = (
    (("Family name", "RAKOTO"), ("First names", "Hery Lala"), ("Nationality", "Malagasy")),
    (("E-mail", "hery@example.mg"), ("Telephone", "+261 34 05 550 18"), ("Date of birth", "23 July 1983")),
)
LANGUAGES = (
    ("Language", "Read", "Write", "Speak", "Understand"),
    ("Malagasy", "Easily", "Easily", "Fluently", "Easily"),
    ("English", "Easily", "Not easily", "Fluently", "Easily"),
)
POSTS = (
    ("From", "To", "Employer", "Exact title of post"),
    ("03/2019", "Present", "Food for the South Coast", "Programme Officer"),
    ("06/2013", "02/2019", "Ministry of Fields", "Technical Adviser"),
    ("09/2007", "05/2013", "Rural Roads Project", "Field Agronomist"),
)
STUDIES = (
    ("Name of institution", "Attended from/to", "Degrees obtained", "Main course of study"),
    ("Highland University", "10/2005 - 07/2007", "Master", "Agronomy"),
    ("Highland University", "10/2001 - 07/2005", "Bachelor", "Life sciences"),
)


def table(*rows: tuple[str, ...]) -> str:
    """Return a table in Word's own XML."""
    cells = (
        "".join(f"<w:tc><w:p><w:r><w:t>{escape(cell)}</w:t></w:r></w:p></w:tc>" for cell in row)
        for row in rows
    )
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in cells)}</w:tbl>"


def paragraph(*lines: str) -> str:
    return "".join(f"<w:p><w:r><w:t>{escape(line)}</w:t></w:r></w:p>" for line in lines)


def is_hery(found: Candidate) -> None:
    assert (found.name.value, found.birth_date.value) == ("Hery Lala RAKOTO", "1983-07-23")
    assert [each.value for each in (*found.emails, *found.phones)] == ["hery@example.mg", "+261340555018"]
    assert [each.value for each in found.nationalities] == ["MG"]
    assert jobs(found) == [
        ("Food for the South Coast", "Programme Officer", "2019-03", "present"),
        ("Ministry of Fields", "Technical Adviser", "2013-06", "2019-02"),
        ("Rural Roads Project", "Field Agronomist", "2007-09", "2013-05"),
    ]
    assert degrees(found) == [
        ("master", "Agronomy", "Highland University", "2007-07"),
        ("bachelor", "Life sciences", "Highland University", "2005-07"),
    ]
    assert [(each.language, each.scale["writing"]) for each in found.languages] == [
        ("mg", "Easily"),
        ("en", "Not easily"),
    ]


def test_a_personal_history_form_in_word(tmp_path: Path) -> None:
    body = (
        paragraph("PERSONAL HISTORY FORM")
        + table(*(tuple(cell for pair in row for cell in pair) for row in FORM))
        + paragraph("KNOWLEDGE OF LANGUAGES")
        + table(*LANGUAGES)
        + paragraph("EDUCATION (university or equivalent)")
        + table(*STUDIES)
        + paragraph("EMPLOYMENT RECORD")
        + table(*POSTS)
    )
    is_hery(person(tmp_path, "form.docx", docx(body)))


def test_a_personal_history_form_as_a_pdf_whose_cells_go_on_in_the_next_line(tmp_path: Path) -> None:
    lines: list[tuple[str, ...]] = [("PERSONAL HISTORY FORM",)]
    lines += [(f"{label}: {value}",) for row in FORM for label, value in row]
    lines += [
        ("KNOWLEDGE OF LANGUAGES",),
        *LANGUAGES,
        ("EDUCATION",),
        *STUDIES,
        ("EMPLOYMENT RECORD",),
        *POSTS,
    ]
    placed: list[Placed] = []
    height = 780.0
    for line in lines:
        stops = (40.0,) if len(line) == 1 else tuple(40.0 + 105 * number for number in range(len(line)))
        parted = [cell.split(" ", 2) if len(cell) > 18 and len(line) > 1 else [cell] for cell in line]
        wrapped = [(" ".join(words[:2]), " ".join(words[2:])) for words in parted]
        for stop, (first, rest) in zip(stops, wrapped, strict=True):
            placed += [(stop, height, 9.0, first), *([(stop, height - 11, 9.0, rest)] if rest else [])]
        height -= 24 if any(rest for _, rest in wrapped) else 14
    is_hery(person(tmp_path, "form.pdf", page(*placed)))


def test_a_name_in_the_header_and_contacts_in_a_text_box_of_a_word_file(tmp_path: Path) -> None:
    box = (
        '<w:p><w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textbox><w:txbxContent>'
        + paragraph(
            "CONTACT", "+40 721 555 013", "andra@example.ro", "LANGUAGES", "Romanian - native", "English - C2"
        )
        + "</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>"
    )
    body = box + paragraph(
        *("Experience", "Communications Officer at Green Hills", "01/2019 - present", "Education"),
        *("MA Journalism, Example University, 2015",),
    )
    found = person(tmp_path, "cv.docx", docx(body, header1=paragraph("ANDRA POPESCU-ILIE")))
    assert found.name.value == "ANDRA POPESCU-ILIE"
    assert [each.value for each in (*found.emails, *found.phones)] == ["andra@example.ro", "+40721555013"]
    assert [each.language for each in found.languages] == ["ro", "en"]
    assert jobs(found) == [("Green Hills", "Communications Officer", "2019-01", "present")]


def test_dates_in_a_cell_beside_a_post_with_several_lines(tmp_path: Path) -> None:
    post = paragraph("Responsable de projet", "ONG Eau Claire, Dakar", "Suivi de 40 villages")
    row = f"<w:tr><w:tc>{paragraph('Mars 2021 -', 'Juin 2023')}</w:tc><w:tc>{post}</w:tc></w:tr>"
    body = paragraph("Awa Ndiaye", "awa@example.sn", "EXPÉRIENCE") + f"<w:tbl>{row}</w:tbl>"
    found = person(tmp_path, "cv.docx", docx(body))
    assert jobs(found) == [("ONG Eau Claire", "Responsable de projet", "2021-03", "2023-06")]


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("Portuguese  \u25cf\u25cf\u25cf\u25cf\u25cf", ("pt", "\u25cf\u25cf\u25cf\u25cf\u25cf")),
        ("Swedish \u2605\u2605\u2605\u2606\u2606", ("sv", "\u2605\u2605\u2605\u2606\u2606")),
        ("Ingl\u00eas \u25ae\u25ae\u25ae\u25af\u25af", ("en", "\u25ae\u25ae\u25ae\u25af\u25af")),
        ("Anglais : lu, \u00e9crit, parl\u00e9 (C1)", ("en", "lu, \u00e9crit, parl\u00e9 (C1)")),
        ("Moor\u00e9 : langue maternelle", ("mos", "langue maternelle")),
    ],
)
def test_levels_of_languages_are_kept_as_they_are_drawn(line: str, told: tuple[str, str]) -> None:
    [found] = candidate_of(f"Ann Lee\nann@example.org\n\nLanguages\n{line}\n").languages
    assert (found.language, found.level) == told


@pytest.mark.parametrize(
    ("heading", "section"),
    [
        ("Career to date", Section.WORK),
        ("EXP\u00c9RIENCES DE TRAVAIL PERTINENTES", None),
        ("E X P E R I E N C E", Section.WORK),
        ("C O N TA C T", Section.PERSON),
        ("Forma\u00e7\u00e3o acad\u00eamica/titula\u00e7\u00e3o", Section.STUDIES),
        ("ACADEMIC PROFILE", Section.STUDIES),
        ("Referencias personales", Section.REFEREES),
        ("Autres renseignements", Section.OTHER),
        ("Full professional proficiency", None),
        ("Education Officer", None),
        ("Language Assistant", None),
    ],
)
def test_headings_are_known_by_the_words_that_they_are_made_of(heading: str, section: Section | None) -> None:
    assert section_named(heading) is section


@pytest.mark.parametrize(
    ("country", "written", "number"),
    [
        ("Leeds, United Kingdom", "0113 496 0155 ext. 12", "+441134960155"),
        ("Quito, Ecuador", "099 555 0167", "+593995550167"),
        ("Recife, Brasil", "(81) 95555-0142", "+5581955550142"),
    ],
)
def test_a_national_number_is_read_by_the_country_of_residence(
    country: str, written: str, number: str
) -> None:
    found = candidate_of(f"Ann Lee\n{country}\nTel: {written} | ann@example.org\n")
    assert [(each.value, each.state.value) for each in found.phones] == [(number, "inferred")]


@pytest.mark.parametrize(
    ("line", "born"),
    [
        ("Date of birth: 14.02.1979", "1979-02-14"),
        ("N\u00e9e le 4 mai 1988 - S\u00e9n\u00e9galaise", "1988-05-04"),
        ("Fecha de nacimiento: 17 de marzo de 1990", "1990-03-17"),
        ("Date of birth: 03/04/1979", None),
        ("Born in 1979", None),
    ],
)
def test_a_date_of_birth_counts_where_its_day_is_certain(line: str, born: str | None) -> None:
    assert candidate_of(f"Ann Lee\nann@example.org\n{line}\n").birth_date.value == born


def test_what_a_narrow_column_parts_is_put_together() -> None:
    text = (
        "Ngozi Ekwueme\nngozi@example.sl\n\nExperience\n"
        "Nov 2020 \u2013  Technical Adviser\npresent  Coast Health Alliance, Freetown\n"
        "Feb 16 \u2013 Oct 20  Medical Officer, Regional Hospital\n"
        "2014 - 2016  Senior Lecturer at the Department of Hydrology of the University of\nExample\n"
    )
    found = candidate_of(text)
    assert jobs(found)[:2] == [
        ("Coast Health Alliance", "Technical Adviser", "2020-11", "present"),
        ("Regional Hospital", "Medical Officer", "2016-02", "2020-10"),
    ]
    assert "University of Example" in jobs(found)[2][0]
    assert text[slice(*found.employment[0].spans[0])].startswith("Nov 2020")


def test_codes_of_old_type_are_dashes_and_ligatures(tmp_path: Path) -> None:
    path = tmp_path / "old.pdf"
    path.write_bytes(
        page((40, 700, 10, "O\x1ecer, 2018\x152020")).replace(b"/WinAnsiEncoding", b"/StandardEncoding")
    )
    assert "2018" in document_text(path, "pdf", [])

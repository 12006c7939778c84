"""CVs of many templates and four languages give the facts that stand in them, with places, and no others."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recruiter_tui.domain.person import Candidate, DegreeStatus
from recruiter_tui.domain.requirement import DegreeLevel
from recruiter_tui.domain.stated import State
from recruiter_tui.reading.candidates.cv import candidate_of
from recruiter_tui.reading.candidates.papers import html_text
from recruiter_tui.reading.text import decode
from tests.growth import grows_linearly
from tests.reading.candidates.candidate_piles import read

if TYPE_CHECKING:
    from recruiter_tui.domain.stated import Span

FOLDER = Path(__file__).parent / "cvs"
Job = tuple[str, str, str, str]
Study = tuple[str | None, str | None, str | None, str | None]


def person(name: str) -> Candidate:
    return candidate_of(decode((FOLDER / name).read_bytes()))


def jobs(candidate: Candidate) -> list[Job]:
    return [(job.employer, job.title, str(job.start), str(job.end)) for job in candidate.employment]


def studies(candidate: Candidate) -> list[Study]:
    return [
        (
            each.level.word if each.level else None,
            each.field,
            each.institution,
            str(each.completed or "") or None,
        )
        for each in candidate.degrees
    ]


def spoken(candidate: Candidate) -> list[tuple[str, str | None]]:
    return [(each.language, each.level) for each in candidate.languages]


def contacts(candidate: Candidate) -> tuple[str | None, list[str | None], list[str | None]]:
    emails, phones = ([each.value for each in values] for values in (candidate.emails, candidate.phones))
    return candidate.name.value, emails, phones


def test_a_french_cv_with_dates_before_the_posts() -> None:
    found = person("french.txt")
    assert contacts(found) == ("Aïssatou DIALLO", ["aissatou.diallo@exemple.org"], ["+221771234567"])
    assert [each.value for each in found.nationalities] == ["SN"]
    assert jobs(found) == [
        ("Organisation Exemple", "Chargée de programme", "2019-01", "present"),
        ("ONG Solidarité Exemple", "Assistante de projet", "2015-03", "2018-12"),
        ("Ministère de l'Éducation nationale, Dakar", "Stagiaire", "2012-06", "2015-02"),
    ]
    assert studies(found) == [
        ("master", "développement international", "Université Cheikh Anta Diop", "2012"),
        ("bachelor", "sociologie", "Université Gaston Berger", "2011"),
        ("secondary", None, "Lycée Exemple", "2008"),
    ]
    assert spoken(found) == [("fr", "langue maternelle"), ("en", "courant"), ("wo", "bilingue")]


def test_a_spanish_cv_with_labels_and_blocks() -> None:
    found = person("spanish.txt")
    assert contacts(found) == ("María Fernanda López Rojas", ["mf.lopez@ejemplo.org"], ["+573105551234"])
    assert [each.value for each in found.nationalities] == ["CO"]
    assert found.residence.value == "CO"
    assert jobs(found) == [
        ("Fundación Ejemplo, Bogotá", "Coordinadora de Proyectos", "2018-01", "present"),
        ("Ministerio de Ejemplo", "Analista de Políticas Públicas", "2014-03", "2017-12"),
    ]
    assert studies(found) == [
        ("master", "Políticas Públicas", "Universidad de los Ejemplos", "2014"),
        ("bachelor", "Ciencia Política", "Universidad Nacional de Ejemplo", "2011"),
    ]
    assert spoken(found) == [("es", "nativo"), ("en", "avanzado, C1"), ("pt", "básico")]


def test_a_portuguese_cv_with_the_employer_first() -> None:
    found = person("portuguese.txt")
    assert contacts(found) == ("João Pedro da Silva", ["joao.silva@exemplo.com.br"], ["+5511912345678"])
    assert jobs(found) == [
        ("Empresa Exemplo S.A.", "Engenheiro de Dados Sênior", "2019-03", "present"),
        ("Outra Empresa Ltda.", "Analista de Sistemas", "2014-01", "2019-02"),
    ]
    assert studies(found) == [
        ("master", "Ciência da Computação", "Universidade de São Paulo", "2016"),
        ("bachelor", "Engenharia Elétrica", "Universidade Federal de Exemplo", "2013"),
    ]


def test_a_personal_history_form_with_shares_of_full_time() -> None:
    found = person("history-form.txt")
    assert found.name.value == "Sidi OULD AHMED"
    assert (found.given_name.value, found.family_name.value) == ("Sidi", "OULD AHMED")
    assert [each.value for each in found.nationalities] == ["MR"]
    assert jobs(found) == [
        ("Example Refugee Agency", "Protection Officer", "2015-03", "present"),
        ("NGO Example", "Field Assistant", "2010-01", "2015-02"),
    ]
    assert [job.fte for job in found.employment] == [Fraction(1), Fraction(1, 2)]
    assert studies(found) == [("bachelor", "droit", "University of Nouakchott", "2005")]
    arabic, french = found.languages
    assert dict(arabic.scale) == dict.fromkeys(("reading", "writing", "speaking", "understanding"), "Easily")
    assert french.scale["writing"] == "Not easily"


def test_a_markdown_cv_with_part_time_work_and_volunteering() -> None:
    found = person("markdown.md")
    assert contacts(found) == ("Priscilla O'Connor", ["p.oconnor@example.ie"], ["+353851234567"])
    assert found.residence.value == "IE"
    assert jobs(found) == [
        ("Example Development Bank", "Senior Economist", "2019-09", "present"),
        ("Department of Examples", "Economist", "2014", "2019-08"),
        ("Example College Dublin", "Research Assistant", "2011-10", "2014-06"),
        ("Example Rowing Club", "Treasurer", "2016", "2018"),
    ]
    assert [(job.fte, job.paid) for job in found.employment[2:]] == [(Fraction(1, 2), None), (None, False)]
    assert [each.level for each in found.degrees] == [
        DegreeLevel.DOCTORATE,
        DegreeLevel.MASTER,
        DegreeLevel.BACHELOR,
    ]
    assert spoken(found) == [("en", "Native"), ("fr", "C1"), ("ga", "B2")]


def test_dates_in_the_left_margin_and_prose_below() -> None:
    found = person("margin-dates.txt")
    assert contacts(found) == (
        "AHMED HASSAN ALI",
        ["ahmed.ali@example.co.ke"],
        ["+254722123456"],
    )
    assert jobs(found) == [
        ("Example Relief International", "Logistics Manager", "2016", "present"),
        ("Example Traders Ltd", "Warehouse Supervisor", "2012", "2016"),
        ("Example Supermarket", "Store Clerk", "2009", "2011"),
    ]
    assert [each.level for each in found.degrees] == [DegreeLevel.BACHELOR, DegreeLevel.SECONDARY]


def test_dates_at_the_right_edge() -> None:
    found = person("right-dates.txt")
    assert jobs(found) == [
        ("Example Software Co., Ltd.", "Backend Developer", "2020-07", "present"),
        ("Sample Games Inc", "Junior Developer", "2017-08", "2020-06"),
    ]
    assert studies(found) == [("bachelor", "Software Engineering", "Fudan University", "2017-06")]
    assert spoken(found) == [("zh", "native"), ("en", "fluent"), ("ja", "N2")]


def test_the_employer_on_one_line_and_the_post_on_the_next() -> None:
    found = person("two-lines.txt")
    assert found.name.value == "Nguyen Thi Lan"
    assert jobs(found) == [
        ("WORLD EXAMPLE PROGRAMME, Rome", "Programme Policy Officer (P-3)", "2019-06", "present"),
        ("EXAMPLE AID INTERNATIONAL, Hanoi", "Project Coordinator", "2014-02", "2019-05"),
        ("", "Freelance Translator", "2012", "2014"),
    ]
    assert [(each.level, str(each.completed)) for each in found.degrees] == [
        (DegreeLevel.DOCTORATE, "2018"),
        (DegreeLevel.MASTER, "2011"),
        (DegreeLevel.BACHELOR, "2008"),
    ]


def test_several_posts_under_one_employer_belong_to_it_and_say_that_this_is_inferred() -> None:
    found = person("grouped-posts.txt")
    assert jobs(found) == [
        ("Example Corp", "Head of Operations", "2020-01", "present"),
        ("Example Corp", "Operations Manager", "2016-01", "2019-12"),
        ("Another Firm", "Operations Analyst", "2013-06", "2015-12"),
    ]
    assert [job.state for job in found.employment] == [State.INFERRED, State.INFERRED, State.STATED]
    assert studies(found) == [
        ("master", "Business Administration", "University of Examples", "2013"),
        ("bachelor", "History", "Sample University", "2009"),
    ]
    assert spoken(found) == [("en", "Native or Bilingual"), ("de", "Limited Working")]


def test_one_date_that_can_only_be_day_first_settles_the_others() -> None:
    found = person("europass-like.txt")
    assert found.name.value == "Elena Popescu"
    assert jobs(found) == [
        ("EXAMPLE ORGANISATION", "PROJECT MANAGER", "2018-09-01", "present"),
        ("MINISTRY OF EXAMPLES", "LEGAL ADVISER", "2014-03-01", "2018-08-31"),
    ]
    assert [(each.institution, str(each.completed)) for each in found.degrees] == [
        ("Example University of Vienna", "2014-07-01"),
        ("University of Bucharest", "2012"),
    ]
    assert [each.language for each in found.languages] == ["ro", "en", "fr"]


def test_without_such_a_date_only_the_year_is_certain() -> None:
    text = "Ann Lee\n\nExperience\nOfficer | Example Agency | 01/02/2018 - 03/04/2019\n"
    assert jobs(candidate_of(text)) == [("Example Agency", "Officer", "2018", "2019")]


def test_posts_at_employers() -> None:
    found = person("at-employer.txt")
    assert contacts(found) == ("Omar Al-Farsi", ["omar.alfarsi@example.om"], ["+96892123456"])
    assert jobs(found) == [
        ("Example Construction LLC", "Site Engineer", "2015-05", "2018-06"),
        ("Gulf Examples Co.", "Senior Site Engineer", "2018-07", "present"),
        ("Muscat Example Municipality", "Intern", "2014", "2014"),
    ]
    assert [str(each.completed) for each in found.degrees] == ["2015", "2010"]
    assert [each.language for each in found.languages] == ["ar", "en", "hi"]


def test_parts_set_apart_by_full_stops() -> None:
    found = person("full-stops.txt")
    assert [(job.title, str(job.start)) for job in found.employment] == [
        ("Técnica de proyectos", "2019"),
        ("Auxiliar administrativa", "2016"),
    ]
    assert [each.level for each in found.degrees] == [DegreeLevel.MASTER, DegreeLevel.BACHELOR]
    assert spoken(found) == [("en", "nivel alto (C1)"), ("fr", "nivel medio (B1)")]


def test_numbered_entries_and_contacts_at_the_end() -> None:
    found = person("numbered.txt")
    assert contacts(found) == ("Grace Mwangi", ["grace.mwangi@example.org"], ["+254700111222"])
    assert [(job.title, str(job.start), str(job.end)) for job in found.employment] == [
        ("Nutrition Specialist", "2019-01", "present"),
        ("Nurse", "2015-02", "2018-12"),
    ]
    assert [each.institution for each in found.degrees] == ["Example University", "Example Medical College"]


@pytest.mark.parametrize("name", sorted(path.name for path in FOLDER.iterdir()))
def test_every_fact_shows_where_it_stands(name: str) -> None:
    text = decode((FOLDER / name).read_bytes())
    found = candidate_of(text)

    def at(spans: tuple[Span, ...]) -> str:
        assert spans
        return " ".join(text[start:end] for start, end in spans)

    for job in found.employment:
        assert (job.title or job.employer).split()[0] in at(job.spans)
        assert str(job.start)[:4] in at(job.spans)
    for degree in found.degrees:
        assert (degree.title or "").split()[0] in at(degree.spans)
    for mail in found.emails:
        assert (mail.value or "") in at(mail.spans)
    for language in found.languages:
        assert at(language.spans).strip()


@pytest.mark.parametrize(
    "line",
    [
        "Languages: Python, Java, C++, SQL",
        "Programming Languages: Ruby, Julia, Swift",
        "5 years of experience in a French company",
    ],
)
def test_what_is_no_spoken_language_is_not_invented(line: str) -> None:
    assert candidate_of(f"Ann Lee\n\nSkills\n{line}\n").languages == ()


def test_projects_awards_and_referees_are_no_jobs_and_no_contacts() -> None:
    found = candidate_of(
        "Ann Lee\nann@example.org\n\nProjects\nLead Developer, Example Library  Jan 2020 - present\n\n"
        "Awards\nExample Prize (2019)\n\nReferences\nBo Ray, Director, bo@example.net, +33 1 42 68 53 00\n",
    )
    assert found.employment == ()
    assert found.degrees == ()
    assert [each.value for each in found.emails] == ["ann@example.org"]
    assert found.phones == ()


def test_nationality_is_never_guessed_from_place_language_or_name() -> None:
    found = candidate_of("Amel Haddad\nAlgiers, Algeria\n+213 555 12 34 56\n\nLanguages\nArabic\n")
    assert found.nationalities == ()
    assert (found.residence.value, found.residence.state) == ("DZ", State.INFERRED)


def test_a_state_of_the_usa_is_no_country() -> None:
    assert candidate_of("Ann Lee\nLocation: San Jose, CA\n").residence.value is None
    assert candidate_of("Ann Lee\nLocation: Atlanta, Georgia\n").residence.value is None


def test_a_study_that_still_goes_on_is_expected() -> None:
    (degree,) = candidate_of("Ann Lee\n\nEducation\nMSc in Law, Example University, 2024 - present\n").degrees
    assert (degree.status, degree.completed) == (DegreeStatus.EXPECTED, None)


def test_a_letter_spaced_heading_is_a_heading() -> None:
    text = "Ann Lee\n\nE X P E R I E N C E\nOfficer | Example Agency | 2019 - 2021\n"
    assert jobs(candidate_of(text)) == [("Example Agency", "Officer", "2019", "2021")]


def test_a_page_of_html_is_read_as_it_is_shown(tmp_path: Path) -> None:
    page = (
        "<!DOCTYPE html><html><head><title>x</title><style>p{}</style></head><body><h1>Ann Lee</h1>"
        "<p>ann@example.org</p><script>evil()</script><h2>Experience</h2><p><b>Officer</b>, Example Agency "
        "<span>2019 &ndash; 2021</span></p><ul><li>Led it</li></ul><h2>Languages</h2><table><tr>"
        "<td>French</td><td>C1</td></tr></table></body></html>"
    )
    incoming = read(tmp_path, page, "ann.html").only
    assert incoming.source.format == "html"
    assert jobs(incoming.candidate) == [("Example Agency", "Officer", "2019", "2021")]
    assert spoken(incoming.candidate) == [("fr", "C1")]
    assert "evil" not in incoming.candidate.documents[0].text


def test_the_same_file_is_the_same_application_and_another_file_another(tmp_path: Path) -> None:
    ids = [
        read(tmp_path, f"John Doe\njohn.doe@example.com\nfile {n}\n", f"{n}.txt").only.application.id
        for n in (1, 1, 2)
    ]
    assert ids[0] == ids[1] != ids[2]


def test_a_text_of_nobody_is_refused(tmp_path: Path) -> None:
    assert "neither a name nor" in read(tmp_path, "lorem ipsum dolor\n", "x.txt").complaint


def test_a_broken_pdf_costs_one_clear_line(tmp_path: Path) -> None:
    assert "cannot be read" in read(tmp_path, b"%PDF-1.7 broken", "x.pdf").complaint


def test_hidden_text_is_counted_and_harmless_in_the_paper(tmp_path: Path) -> None:
    reading = read(tmp_path, "Ann Lee\nann@example.org\nA\u202ebc\x1b[31m\n", "ann.txt")
    (paper,) = reading.only.candidate.documents
    assert paper.text == "Ann Lee\nann@example.org\nA bc [31m\n"
    assert "hidden characters" in reading.only.candidate.warnings[0]


@given(st.text(max_size=300))
def test_any_text_gives_a_candidate(text: str) -> None:
    found = candidate_of("EXPERIENCE\n" + text + "\nEDUCATION\n" + text + "\nLANGUAGES\n" + text)
    for job in found.employment:
        assert job.employer or job.title


@pytest.mark.parametrize(
    "unit",
    [
        *("a", "A ", "1", "2019 - ", "Jan ", "- ", "(", "a@", "a@b.", ": ", "| ", " ", "\n", "# x\n", "M."),
        *("of Science in ", "English (", "__a", "[x](", "+1 ", "A, ", "Officer 2019 - 2020\n", "E D "),
        *("LANGUAGES\nEnglish | ", "x\u0301", "2015-", "2019  ", "Degree: x | ", "(Mr "),
        *("EXPERIENCE\nOfficer\n2019 - 2020\n", "12 months ", "Archivist Institut ", "reference a@b.cd "),
        *(
            "WHERE I WORKED\n",
            "Clerk, Reed Fund, 2019 - 2020\n\n",
            "FROM\n",
            "2009-16 ",
            "Title: X, for Y (Z)\n",
        ),
    ],
)
def test_time_grows_with_the_cv_and_not_with_its_square(unit: str) -> None:
    def read_cv(size: int) -> None:
        part = (unit * size)[:size]
        candidate_of(f"Ann Lee\nEXPERIENCE\n{part}\nEDUCATION\n{part}\nLANGUAGES\n{part}")

    assert grows_linearly(read_cv, 5_000)


@pytest.mark.parametrize("unit", ["<a ", '<a x="', "<!--", "</", "<div>", "<td>", "&#x", "<b>x"])
def test_a_hostile_page_is_read_in_linear_time(unit: str) -> None:
    assert grows_linearly(lambda size: html_text(("<html>" + unit * size).encode()[:size]), 25_000)

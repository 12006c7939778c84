# ruff: noqa: RUF001 - dashes that look alike are what people write between dates
"""CVs whose headings, labels and posts stand in unusual places: boxes, groups, own words for sections."""

from __future__ import annotations

import pytest

from recruiter_tui.domain.person import PRESENT
from recruiter_tui.reading.candidates.cv import candidate_of


def jobs(text: str) -> list[tuple[str, str, str, str]]:
    found = candidate_of(text).employment
    return [(job.employer, job.title, str(job.start), str(job.end)) for job in found]


def degrees(text: str) -> list[tuple[str | None, str | None, str]]:
    found = candidate_of(text).degrees
    return [
        (each.level.word if each.level else None, each.institution, str(each.completed)) for each in found
    ]


def codes(text: str) -> list[str]:
    return [each.language for each in candidate_of(text).languages]


OWN_WORDS = """# Orla Fenwick

orla@fenwick.example

## Roads taken

2015 - 2020
Clerk, Port of Linnet

## Books and benches

2012 - 2014 MSc Hydrography, University of Linnet

## Said and sung

- French
- Arabic (learner)

## Delights

Fells, ferries, founts.
"""


def test_headings_in_own_words_are_known_by_what_stands_below_them() -> None:
    assert jobs(OWN_WORDS) == [("Port of Linnet", "Clerk", "2015", "2020")]
    assert degrees(OWN_WORDS) == [("master", "University of Linnet", "2014")]
    assert codes(OWN_WORDS) == ["fr", "ar"]


def test_authors_of_papers_are_no_languages() -> None:
    text = "Ann Castellano\n\n## Works\n\n- Castellano, A. (2024). Tariffs.\n- Castellano, A. Queues, 2022.\n"
    assert codes(text) == []


def test_work_without_a_heading_begins_below_a_blank_line() -> None:
    text = """Languages
English (native)

Clerk, Reed Fund, 2019 - 2021
They lend boats.
Officer, Salt Bank, 2016 - 2019
"""
    assert [job[0] for job in jobs(text)] == ["Reed Fund", "Salt Bank"]


def test_counted_headings_in_capitals_open_sections() -> None:
    text = """1. DADOS PESSOAIS
Nome: Adão Kiala
2. HABILITAÇÕES LITERÁRIAS
2010 – Licenciatura em Engenharia Civil, Universidade do Kwanza
3. EXPERIÊNCIA PROFISSIONAL
De 2015 à data – Director de Obras, Construções Mulemba
4. LÍNGUAS
Kikongo: língua materna
"""
    assert jobs(text) == [("Construções Mulemba", "Director de Obras", "2015", PRESENT)]
    assert degrees(text) == [("bachelor", "Universidade do Kwanza", "2010")]
    assert codes(text) == ["kg"]


BOXES = """PERSONAL HISTORY
1. Family name
ADJOVI
First name
Mahugnon
27. EMPLOYMENT RECORD: Starting with your present post, list in reverse order.
FROM
MONTH/YEAR
09/2015
TO
MONTH/YEAR
Present
EXACT TITLE OF YOUR POST:
Protection Associate
NAME OF EMPLOYER: Refuge Lagune
ADDRESS OF EMPLOYER: Rue 12, Cotonou
FROM
MONTH/YEAR
08/2008
TO
MONTH/YEAR
08/2015
EXACT TITLE OF YOUR POST:
Legal Assistant
NAME OF EMPLOYER: Maison du Droit
"""


def test_boxes_hold_their_labels_above_their_values() -> None:
    assert candidate_of(BOXES).name.value == "Mahugnon ADJOVI"
    assert jobs(BOXES) == [
        ("Refuge Lagune", "Protection Associate", "2015-09", PRESENT),
        ("Maison du Droit", "Legal Assistant", "2008-08", "2015-08"),
    ]


def test_labels_stand_in_a_column_of_their_own() -> None:
    text = """Expérience professionnelle
Dates  Depuis mars 2019
Fonction ou poste occupé  Responsable suivi
Nom et adresse de l'employeur  Plateforme du Lac, Bol (Tchad)
Dates  Janvier 2014 – Février 2019
Fonction ou poste occupé  Enquêteur
Nom et adresse de l'employeur  Institut du Sahel
"""
    assert jobs(text) == [
        ("Plateforme du Lac", "Responsable suivi", "2019-03", PRESENT),
        ("Institut du Sahel", "Enquêteur", "2014-01", "2019-02"),
    ]


def test_posts_within_the_dates_of_their_employer_belong_to_it() -> None:
    text = """## Experience
### Agency for Exiles (2012–2021)
#### Protection Officer, Dadaab *2018–2021*
- Led procedures
#### Registration Assistant, Zaatari *2012–2015*
### River Women (2010–2012)
#### Case Worker *2010–2012*
"""
    assert jobs(text) == [
        ("Agency for Exiles", "Protection Officer, Dadaab", "2018", "2021"),
        ("Agency for Exiles", "Registration Assistant", "2012", "2015"),
        ("River Women", "Case Worker", "2010", "2012"),
    ]


@pytest.mark.parametrize(
    ("line", "employer", "title"),
    [
        ("2018-hoje - Analista: Instituto Mata Viva", "Instituto Mata Viva", "Analista"),
        ("2011 - 2012 - Estágio: Índice Cartografia", "Índice Cartografia", "Estágio"),
        ("2011 - 2012 Survey of wells, for Reed Fund (Team Leader)", "Reed Fund", "Team Leader"),
        ("2011 - 2012 Research Assistant. Institute for Herds", "Institute for Herds", "Research Assistant"),
        ("2011 - 2012 Traductrice, Croissant Bleu, Bureau de Annaba", "Croissant Bleu", "Traductrice"),
    ],
)
def test_post_and_employer_in_one_line(line: str, employer: str, title: str) -> None:
    assert [job[:2] for job in jobs(f"Experience\n{line}\n")] == [(employer, title)]


def test_what_a_line_says_behind_another_label_is_no_employer() -> None:
    text = """Experience
Clerk, Reed Fund, 2019 - 2021
Technologies: Typescript, React
Officer, Salt Bank, 2016 - 2019
"""
    assert [job[0] for job in jobs(text)] == ["Reed Fund", "Salt Bank"]


def test_years_with_short_ends_are_no_months_where_others_show_it() -> None:
    text = "Positions\n2009-16  Reader, Lizard University\n2003-09  Lecturer, Ardna University\n"
    assert [job[2:] for job in jobs(text)] == [("2009", "2016"), ("2003", "2009")]


def test_schools_in_points_above_their_degrees_and_exchanges() -> None:
    text = """Education
- University of the Neckar  Stuttgart, Germany  Oct 2015 - Jun 2020
Doctor of Engineering at the Faculty of Energy
- University of the Dreisam  Freiburg, Germany  Oct 2011 - Dec 2013
Master of Science in Energy
"""
    assert degrees(text) == [
        ("doctorate", "University of the Neckar", "2020-06"),
        ("master", "University of the Dreisam", "2013-12"),
    ]


@pytest.mark.parametrize(
    ("head", "name"),
    [
        ("Mme BOUZIDI Nesrine Lamia", "BOUZIDI Nesrine Lamia"),
        ("PROFESSOR MORWENNA TREVELYAN FRSE\n\nCURRENT POSITION", "MORWENNA TREVELYAN"),
        ("Apellidos y nombre: Zubia Landa, Garazi", "Garazi Zubia Landa"),
        ("Prénom(s)/ Nom(s)  Awa Ngarmba", "Awa Ngarmba"),
    ],
)
def test_names_behind_titles_and_labels_of_any_order(head: str, name: str) -> None:
    assert candidate_of(head).name.value == name


def test_a_postcode_is_no_phone_and_software_no_language() -> None:
    text = "Ann Lee\n4030000 Concepción\nLanguages\nArabic B2\nComputing  Stata, KoBo, Excel\n"
    found = candidate_of(text)
    assert found.phones == ()
    assert [each.language for each in found.languages] == ["ar"]


def test_what_a_form_asks_and_what_skills_say_of_languages() -> None:
    assert codes("1. KNOWLEDGE OF LANGUAGES. What is your mother tongue? Fon\n2. EDUCATION\n") == ["fon"]
    assert codes("Skills\n- Languages - German (native), Shona (basic)\n") == ["de", "sn"]


def test_headings_in_the_left_cell_of_a_layout_open_their_sections() -> None:
    text = """Casimir Obu
Experience | Fisheries Officer, Lake Authority
2017 – Present
Intern, Ministry of Lakes
2012
Education | Diploma in Fisheries, Coast Polytechnic
2010 – 2012
"""
    assert [job[:2] for job in jobs(text)] == [
        ("Lake Authority", "Fisheries Officer"),
        ("Ministry of Lakes", "Intern"),
    ]
    assert degrees(text) == [("diploma", "Coast Polytechnic", "2012")]


def test_a_list_of_assignments_beside_a_record_of_jobs_is_no_second_record() -> None:
    text = """Employment
2012 - 2015  Lecturer, Reed University
Selected assignments
2014: Review of wells (Team Leader), for Reed Fund
"""
    assert [job[0] for job in jobs(text)] == ["Reed University"]


def test_contacts_in_a_side_column_below_other_sections_are_found_by_the_mail_address() -> None:
    text = "Ludmila Arse\nProjects\nKitchen\n22 Fundy Lane\n(902) 555-0168\nludmila@arse.example\n"
    assert [phone.value for phone in candidate_of(text).phones] == ["(902) 555-0168"]


def test_dates_in_square_brackets_and_how_long_it_was_are_no_part_of_an_employer() -> None:
    text = """Experiencia
Agrónoma
Cooperativa del Delta [ 10/01/2019 – Actual ]
Auxiliar
Ceiba Transportes S.L. · Bata
feb. 2014 - abr. 2018 · 4 años y 2 meses
"""
    assert [job[:2] for job in jobs(text)] == [
        ("Cooperativa del Delta", "Agrónoma"),
        ("Ceiba Transportes S.L.", "Auxiliar"),
    ]


def test_several_mother_tongues_and_degrees_that_depend_on_who_gave_them() -> None:
    assert codes("Languages\nMother tongue(s): Catalan | Spanish\n") == ["ca", "es"]
    text = "Educación\nBachiller en Lingüística, Universidad de San Blas. 2008 – 2013\n"
    assert degrees(text) == [("bachelor", "Universidad de San Blas", "2013")]
    assert degrees("Education\nJuris Doctor, cum laude, Reed Law School, May 2014\n")[0][0] == "doctorate"


def test_points_that_stand_in_are_no_headers_and_no_entries() -> None:
    text = """Experience
Head of Policy  Jan 2022 - Present
Roads Federation
    Leads a team of five
Policy Officer  Mar 2018 - Dec 2021
Bridges Federation
    Raised coverage from 61 to 78 (2020 - 2021)
"""
    assert jobs(text) == [
        ("Roads Federation", "Head of Policy", "2022-01", PRESENT),
        ("Bridges Federation", "Policy Officer", "2018-03", "2021-12"),
    ]


def test_a_small_heading_below_a_job_ends_no_section() -> None:
    text = """# Work
## Shelter Union | 2019-03 - Present
Engineer
## Highlights
- Insulated tents
### Highlights
- Roofs
"""
    assert [job[0] for job in jobs(text)] == ["Shelter Union"]
    later = "Ann Lee\n# Work\n## Highlights\n- Roofs\n\n## Clerk, Reed Fund | 2012 - 2014\n"
    assert [job[0] for job in jobs(later)] == ["Reed Fund"]


@pytest.mark.parametrize(
    ("head", "name"),
    [
        ("Nom : SAWA\nPrénoms : Wend-Panga Aristide", "Wend-Panga Aristide SAWA"),
        (
            "FORMATO ÚNICO\nPRIMER APELLIDO: MOSQ | SEGUNDO APELLIDO: PALAC | NOMBRES: LEIDY",
            "LEIDY MOSQ PALAC",
        ),
        ("Lt Col (Ret'd) Peni VAKAR\npeni@vakar.example", "Peni VAKAR"),
        ("14 Dock Road  Tiberiu Asante\nTema\ntiberiu@asante.example", "Tiberiu Asante"),
    ],
)
def test_names_of_forms_soldiers_and_heads_of_two_columns(head: str, name: str) -> None:
    assert candidate_of(head).name.value == name


def test_a_post_an_employer_and_a_place_behind_dates_need_no_line_below() -> None:
    text = """Expériences
2018 - 2021 Responsable eau, Action Secours, Goma, RDC
Industrie
2015 - 2018 Ingénieure, Garonne Ingénierie, Bordeaux
"""
    assert [job[0] for job in jobs(text)] == ["Action Secours", "Garonne Ingénierie"]


def test_counted_posts_and_classes_of_indian_schools() -> None:
    text = """Professional Experience
**1. Backwaters Mission** (Jan 2018 - Till Date)
Designation: Coordinator
Educational Qualification
XII | Kerala State Board | 2008 | 82
"""
    assert jobs(text) == [("Backwaters Mission", "Coordinator", "2018-01", PRESENT)]
    assert degrees(text) == [("secondary", "Kerala State Board", "2008")]


def test_a_postcode_before_a_phone_is_no_part_of_it() -> None:
    text = "Ann Lee\nAtlanta, GA 30309 • 404.555.0196 • ann@lee.example\n"
    assert [phone.value for phone in candidate_of(text).phones] == ["404.555.0196"]


def test_a_post_may_hold_a_word_that_employers_hold_too() -> None:
    text = """Experience
COPPER HEALTH INITIATIVE  Kitwe, Zambia
Director of Programmes  Feb 2021 - Present
- Oversees grants
Senior Programme Manager  Jan 2018 - Jan 2021
- Set up corners
"""
    assert [job[:2] for job in jobs(text)] == [
        ("COPPER HEALTH INITIATIVE", "Director of Programmes"),
        ("COPPER HEALTH INITIATIVE", "Senior Programme Manager"),
    ]


def test_leaving_certificates_of_many_countries_and_their_schools() -> None:
    text = """Education
- 2011 - 2012: Uganda Advanced Certificate of Education, Ngora Girls School
Upper secondary school - Tromsdalen, 2009
"""
    assert degrees(text) == [("secondary", "Ngora Girls School", "2012"), ("secondary", "Tromsdalen", "2009")]


def test_a_greeting_is_no_part_of_a_name_and_short_languages_are_known() -> None:
    text = "# Hi, I'm Tomoko Obre 👋\n\n## Languages\n\ncatalán nativo, inglés avanzado, twi básico\n"
    assert candidate_of(text).name.value == "Tomoko Obre"
    assert codes(text) == ["ca", "en", "tw"]


def test_a_town_below_the_dates_in_a_margin_is_no_employer() -> None:
    text = """Work
Jan 2021 – to date  Gender Adviser
Arusha  Northern Pastoralists' Forum
Aug 2016 – Dec 2020  Livelihoods Officer
Mwanza  Lake Women Cooperative
"""
    assert [job[0] for job in jobs(text)] == ["Northern Pastoralists' Forum", "Lake Women Cooperative"]


def test_languages_with_dashes_between_them() -> None:
    assert codes("Langues\nFrançais : langue maternelle - Anglais : courant\n") == ["fr", "en"]

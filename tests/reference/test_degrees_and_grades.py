"""Degree words in four languages, and the staff categories of grades."""

from __future__ import annotations

import pytest

from recruiter_tui.domain.notice import Category
from recruiter_tui.domain.requirement import DegreeLevel
from recruiter_tui.reference import degrees, grades


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("master", DegreeLevel.MASTER),
        ("secondary", DegreeLevel.SECONDARY),
        ("Master\u2019s degree in Law", DegreeLevel.MASTER),
        ("MSc International Relations", DegreeLevel.MASTER),
        ("M.B.A.", DegreeLevel.MASTER),
        ("Maestría en Economía", DegreeLevel.MASTER),
        ("Mestrado", DegreeLevel.MASTER),
        ("Advanced university degree", DegreeLevel.MASTER),
        ("Bachelor of Arts", DegreeLevel.BACHELOR),
        ("B.A.", DegreeLevel.BACHELOR),
        ("Licence en droit", DegreeLevel.BACHELOR),
        ("Licenciatura en Derecho", DegreeLevel.BACHELOR),
        ("First-level university degree", DegreeLevel.BACHELOR),
        ("Ensino Superior", DegreeLevel.BACHELOR),
        ("PhD", DegreeLevel.DOCTORATE),
        ("Doctorat en histoire", DegreeLevel.DOCTORATE),
        ("BTS", DegreeLevel.DIPLOMA),
        ("Technical diploma", DegreeLevel.DIPLOMA),
        ("High school diploma", DegreeLevel.SECONDARY),
        ("Baccalauréat", DegreeLevel.SECONDARY),
        ("Ensino Médio", DegreeLevel.SECONDARY),
        ("Diplôme universitaire de technologie", DegreeLevel.DIPLOMA),
        ("International Baccalaureate Diploma", DegreeLevel.SECONDARY),
        ("Laurea magistrale in Giurisprudenza", DegreeLevel.MASTER),
        ("Laurea triennale", DegreeLevel.BACHELOR),
        ("Магистр права", DegreeLevel.MASTER),
        ("Степень бакалавра", DegreeLevel.BACHELOR),
        ("Кандидат наук", DegreeLevel.DOCTORATE),
        ("Аттестат", DegreeLevel.SECONDARY),
        ("ماجستير", DegreeLevel.MASTER),
        ("إجازة", DegreeLevel.BACHELOR),
        ("بكالوريوس", DegreeLevel.BACHELOR),
        ("دكتوراه", DegreeLevel.DOCTORATE),
        ("Welding", None),
        ("", None),
    ],
)
def test_a_degree_word_names_its_level(text: str, level: DegreeLevel | None) -> None:
    assert degrees.level(text) is level


@pytest.mark.parametrize(
    ("grade", "category"),
    [
        ("P-3", Category.PROFESSIONAL),
        ("P3", Category.PROFESSIONAL),
        ("NO-B", Category.NATIONAL_OFFICER),
        ("NOB", Category.NATIONAL_OFFICER),
        ("NO 2", Category.NATIONAL_OFFICER),
        ("G-5", Category.GENERAL_SERVICE),
        ("GS 2", Category.GENERAL_SERVICE),
        ("D-1", Category.DIRECTOR),
        ("UNOPS LICA-5", Category.CONSULTANT),
        ("I-1", Category.INTERN),
        ("GF", None),
        ("Q-9", None),
    ],
)
def test_a_grade_belongs_to_one_staff_category(grade: str, category: Category | None) -> None:
    assert grades.category(grade) is category


@pytest.mark.parametrize(
    ("words", "category"),
    [
        ("Internship", Category.INTERN),
        ("Pasantía", Category.INTERN),
        ("Individual contractor", Category.CONSULTANT),
        ("Professional", Category.PROFESSIONAL),
        ("Vacancy", None),
    ],
)
def test_words_name_a_staff_category_too(words: str, category: Category | None) -> None:
    assert grades.category_of_words(words) is category

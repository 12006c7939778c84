"""Language names in four languages."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recruiter_tui.reference import languages


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("English", "en"),
        ("anglais", "en"),
        ("Inglés", "en"),
        ("inglês", "en"),
        ("Português", "pt"),
        ("Mandarin", "zh"),
        ("Kiswahili", "sw"),
        ("Farsi", "fa"),
        ("Dari", "prs"),
        ("Tetum", "tet"),
        ("Bahasa Indonesia", "id"),
        ("French language", "fr"),
        ("FR", "fr"),
        ("fra", "fr"),
        ("Haitian Creole", "ht"),
        ("Deutsch", "de"),
        ("русский язык", "ru"),
        ("العربية", "ar"),
        ("中文", "zh"),
        ("Französisch", "fr"),
        ("langue française", "fr"),
        ("idioma español", "es"),
        ("English (UK)", "en"),
        ("Fulfulde", "ff"),
        ("langue bonjour", None),
        ("Bonjour (France)", None),
        ("C++", None),
        ("Kosovar", None),
        ("", None),
    ],
)
def test_a_language_is_known_by_its_names_and_codes(text: str, code: str | None) -> None:
    assert languages.code(text) == code


def test_names_are_given_in_the_language_asked_for() -> None:
    assert languages.name("fr") == "French"
    assert languages.name("fr", "es") == "francés"
    assert languages.name("prs") == "Dari"
    assert languages.name("x!") == "x!"


def test_the_vocabulary_for_prose_leaves_out_names_that_are_other_words() -> None:
    words = languages.vocabulary()
    assert words["french"] == words["francais"] == words["frances"] == "fr"
    assert not {"ga", "vai", "even", "dan", "mon", "fan"} & set(words)


@given(st.text(max_size=120))
def test_any_text_at_all_is_a_language_or_not(text: str) -> None:
    assert languages.code(text) is None or len(languages.code(text) or "") in {2, 3}


@pytest.mark.parametrize("code", ["en", "ko", "hu", "so", "ha"])
def test_a_code_of_two_letters_is_never_another_languages_name(code: str) -> None:
    assert languages.code(code) == code

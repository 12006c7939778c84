"""Country names, codes and nationality words in four languages."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recruiter_tui.reference import countries

# The forms in which notices of the United Nations system list member states, some of them easy to mistake.
LISTED = {
    "Congo (the)": "CG",
    "Congo, Democratic Republic of the": "CD",
    "Democratic Republic of the Congo": "CD",
    "Republic of the Congo": "CG",
    "DR Congo": "CD",
    "Federated States of Micronesia": "FM",
    "Holy See": "VA",
    "Cook Islands": "CK",
    "Sao Tome and Principe": "ST",
    "São Tomé e Príncipe": "ST",
    "Guinea-Bissau": "GW",
    "Guinea": "GN",
    "Guinea Ecuatorial": "GQ",
    "Lao People's Democratic Republic": "LA",
    "Lao People\u2019s Democratic Republic": "LA",
    "Côte d\u2019Ivoire": "CI",
    "Tanzania, United Republic of": "TZ",
    "Korea, Republic of": "KR",
    "Viet Nam": "VN",
    "Türkiye": "TR",
    "Kosovo (UNSCR 1244)": "XK",
    "State of Palestine": "PS",
    "The Gambia": "GM",
    "Niger": "NE",
    "Nigeria": "NG",
    "Algérie": "DZ",
    "Brasil": "BR",
    "Estados Unidos": "US",
    "ALGERIA": "DZ",
    "DZA": "DZ",
    "dz": "DZ",
}


@pytest.mark.parametrize(("text", "code"), LISTED.items())
def test_a_country_is_known_by_every_name_that_notices_use(text: str, code: str) -> None:
    assert countries.code(text) == code


@pytest.mark.parametrize(
    ("word", "code"),
    [
        ("Algerian", "DZ"),
        ("algérienne", "DZ"),
        ("argelina", "DZ"),
        ("argelinos", "DZ"),
        ("Nigerien", "NE"),
        ("Nigerian", "NG"),
        ("nigériane", "NG"),
        ("française", "FR"),
        ("brasileira", "BR"),
        ("alemã", "DE"),
        ("Ni-Vanuatu", "VU"),
        ("Congolese", None),
        ("Congolaise", None),
    ],
)
def test_a_nationality_word_names_its_country_unless_two_share_it(word: str, code: str | None) -> None:
    assert countries.code(word) == code
    assert countries.nationality(word) == code


@pytest.mark.parametrize("text", ["", "  ", "Atlantis", "Kosovar of the", "P-3", "xx", "Unknown"])
def test_what_is_no_country_has_no_code(text: str) -> None:
    assert countries.code(text) is None


def test_a_name_is_neither_a_code_nor_a_nationality() -> None:
    assert countries.named("Namibia") == "NA"
    assert countries.named("NA") is None
    assert countries.named("Namibian") is None


def test_names_are_given_in_the_language_asked_for() -> None:
    assert countries.name("DZ") == "Algeria"
    assert countries.name("DZ", "fr") == "Algérie"
    assert countries.name("CG") == "Congo"
    assert countries.name("CD") == "DR Congo"
    assert countries.name("??") == "??"


def test_every_country_is_found_again_by_its_own_name_in_each_language() -> None:
    for code in sorted(countries.codes()):
        for locale in countries.LOCALES:
            assert countries.code(countries.name(code, locale)) == code


@given(st.text(max_size=200))
def test_any_text_at_all_is_a_country_or_not(text: str) -> None:
    assert countries.code(text) is None or countries.code(text) in countries.codes()


def test_the_stateless_are_named_as_such_and_are_no_country() -> None:
    assert {countries.code(each) for each in ("Stateless", "apatride", "Apátrida", "xxa")} == {"XXA"}
    assert countries.name("XXA") == "stateless"
    assert countries.named("stateless") is None

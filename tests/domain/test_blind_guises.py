"""The guises in which a text tells who somebody is: every one is hidden, and what was done stays readable."""

from __future__ import annotations

import pytest

from recruiter_tui.domain.blind import Crowd, Mask, Places
from recruiter_tui.domain.finding import Finding
from recruiter_tui.domain.person import Candidate
from recruiter_tui.domain.requirement import Kind, Necessity
from recruiter_tui.domain.stated import Stated
from recruiter_tui.reference import countries, languages
from tests.growth import grows_linearly

PLACES = Places(countries.vocabulary(), frozenset(languages.vocabulary()))
AMELIE = Candidate(
    name=Stated.known("Amélie Rose Haddad"),
    given_name=Stated.known("Amélie Rose"),
    family_name=Stated.known("Haddad"),
    emails=(Stated.known("amelie.haddad@example.org"),),
    phones=(Stated.known("+213555123456"), Stated.known("17"), Stated.known("55512")),
    birth_date=Stated.known("1984-03-14"),
)
WANG = Candidate(name=Stated.known("王小明"), birth_date=Stated.known("1989"))
MASK = Mask(AMELIE, "Candidate 1", PLACES)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        # names in all caps, glued, spread, divided, with accents one way or the other
        ("AMÉLIE HADDAD", "[name] [name]"),
        ("Ame\u0301lie and AMELIE", "[name] and [name]"),
        ("Had\u00addad", "[name]"),
        ("Had dad", "[name]"),
        ("by Had-\ndad himself", "by [name] [pronoun]"),
        ("H A D D A D", "[name]"),
        ("a b c d", "a b c d"),
        ("CvAmelie2024.pdf", "[name].pdf"),
        ("cv_haddadamelie.docx", "cv_[name].docx"),
        ("ahaddad, haddada", "[name], [name]"),
        ("HaddadsWay", "HaddadsWay"),
        # initials
        ("A.R.H. signed", "[name].[name].[name]. signed"),
        ("A. Haddad; Haddad, A.", "[name]. [name]; [name], [name]."),
        ("by ARH", "by [name]"),
        ("(AH)", "([name])"),
        ("AH:", "[name]:"),
        ("the AH unit", "the AH unit"),
        ("Vitamin A\nR programming", "Vitamin A\nR programming"),
        ("M. Haddad, Sra Haddad", "[gender]. [name], [gender] [name]"),
        ("M and D departments", "M and D departments"),
        # contacts
        ("0555 12 34 56 or (0)555-12-34-56", "[contact] or [contact]"),
        ("amelie [at] example.org", "[contact]"),
        ("follow @amelie_h", "follow [contact]"),
        ("Address: 12 rue des Oliviers", "[contact]"),
        ("Dirección: Calle 4 | next", "[contact]| next"),
        # birth and age
        ("14 March 1984, 14/03/84, 1984-03-14", "[birth], [birth], [birth]"),
        ("le 14 mars 1984; 14 de marzo de 1984", "le [birth]; [birth]"),
        ("March 14, 1984 and 14.3.1984", "[birth] and [birth]"),
        ("Date of birth\n14/03/1984", "[birth]"),
        ("J'ai 42 ans. Tengo 42 años. Tenho 42 anos", "[birth]. [birth]. [birth]"),
        ("I am 42, keen", "[birth], keen"),
        ("42 yo", "[birth]"),
        ("Oran, 42 ans, cadre", "Oran,[birth], cadre"),
        ("42 ans d'expérience, 10 ans d'étude", "42 ans d'expérience, 10 ans d'étude"),
        ("budget of 14 March 2019", "budget of 14 March 2019"),
        # nationality and gender
        ("Nationality: DZ", "Nationality: [nationality]"),
        ("Nationalité (s) : marocaine", "Nationalité (s) : [nationality]"),
        ("\U0001f1e9\U0001f1ff officer", "[nationality] officer"),
        ("Alge-\nrian team", "[nationality] team"),
        ("Antigua and\nBarbuda", "[nationality]"),
        ("Sex: F, Genre : H", "Sex: [gender], Genre : [gender]"),
        ("mother of two on maternity leave", "[gender] two on [gender]"),
        ("mother tongue: French", "mother tongue: French"),
        ("co-operation and port registers", "co-operation and port registers"),
    ],
)
def test_a_guise_is_seen_through(text: str, shown: str) -> None:
    assert MASK.text(text) == shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("王小明 signed", "[name] signed"),
        ("小明 and 王 小明", "[name] and [name]"),
        ("会議に王小明が来た", "会議に[name]が来た"),
        ("1989", "1989"),
    ],
)
def test_names_without_blanks_are_found_within_a_line(text: str, shown: str) -> None:
    assert Mask(WANG, "Candidate 2", PLACES).text(text) == shown


def test_the_day_of_birth_is_hidden_as_a_fact() -> None:
    hidden = MASK.candidate(AMELIE)
    assert hidden.birth_date.value is None
    assert (
        Mask(Candidate(birth_date=Stated.known("1984-13-01")), "x", PLACES).text("1984-13-01") == "1984-13-01"
    )


def test_the_inputs_of_a_finding_are_masked_at_every_depth() -> None:
    inputs = {"terms": ["Haddad", 3], "branches": {"by": "Amelie"}, "low": 2.5, "none": None}
    finding = Finding("x", Kind.SKILL, Necessity.ESSENTIAL, None, "Haddad said so", inputs)
    [masked] = MASK.findings([finding], AMELIE)
    assert masked.inputs == {"terms": ["[name]", 3], "branches": {"by": "[name]"}, "low": 2.5, "none": None}


def test_a_list_of_places_may_hold_what_is_no_word() -> None:
    places = Places(frozenset({"-", "algerian"}))
    assert Mask(Candidate(), "x", places).text("- Algerian") == "- [nationality]"


def test_somebody_without_a_name_hides_what_is_everybodys() -> None:
    assert Mask(Candidate(), "Candidate 3", PLACES).text("She is Algerian: a@b.org") == (
        "[pronoun] is [nationality]: [contact]"
    )


def test_a_sentence_about_many_names_nobody() -> None:
    crowd = Crowd(["Amélie Haddad", "Grant Long", "王小明"], PLACES)
    assert (
        crowd.text("Haddad_cv.pdf of Grant and 王小明 imported")
        == "[name]_cv.pdf of [name] and [name] imported"
    )
    assert crowd.text("a grant on the long list") == "a grant on the long list"
    assert crowd.told_by("haddad later")
    assert not crowd.told_by("reserve")


@pytest.mark.parametrize(
    "piece", ["A. ", "H A D ", "a-\n", "Haddad", "A", "I am 42", "14 mars ", "@a", "Ab1", "ARH ", "(AH)"]
)
def test_guises_take_linear_time(piece: str) -> None:
    assert grows_linearly(lambda size: MASK.text((piece * size)[:size]), 8_000)

"""Where blind reading draws its lines: short names, initials, numbers, birthdays, and what only looks so."""

from __future__ import annotations

import pytest

from recruiter_tui.domain.blind import Crowd, Mask, Places
from recruiter_tui.domain.person import Candidate
from recruiter_tui.domain.stated import Stated
from recruiter_tui.reference import countries, languages

PLACES = Places(countries.vocabulary(), frozenset(languages.vocabulary()))


def hidden_for(name: str, text: str, *, phone: str = "", born: str = "") -> str:
    """Return a text as it reads where this person is blinded."""
    person = Candidate(
        name=Stated.known(name),
        phones=(Stated.known(phone),) if phone else (),
        birth_date=Stated.known(born) if born else Stated.missing(),
    )
    return Mask(person, "Candidate 1", PLACES).text(text)


@pytest.mark.parametrize(
    ("name", "text", "shown"),
    [
        # names of two or three letters count with a capital letter alone, longer ones in any case
        ("Li Wei", "Li led; a li is half a kilometre", "[name] led; a li is half a kilometre"),
        ("May Long", "she may travel; May led; long", "[pronoun] may travel; [name] led; [name]"),
        # a single letter of a name is no name
        ("Amélie R. Haddad", "R programming and vitamin A", "R programming and vitamin A"),
        # parts glued to each other or to an initial; short ones only as the whole word
        ("Li Haddad", "see lihaddad.pdf and haddadli", "see [name].pdf and [name]"),
        ("Li Haddad", "prelihaddads", "[name]"),
        ("Li Na", "lina.pdf and CvLiNa2024.pdf of LINA", "[name].pdf and [name].pdf of [name]"),
        ("Li Na", "a journalist and finalist in Carolina", "a journalist and finalist in Carolina"),
        ("An Le", "clean registers, analysis", "clean registers, analysis"),
        ("Li R Wu", "the office in Berlin", "the office in Berlin"),
        ("Ali Ben", "an office in Bali", "an office in Bali"),
        ("Sami Ben", "bsami and samib, sbens", "[name] and [name], sbens"),
        # names inside glued words, from three letters on
        ("Eva Sami", "CvSami.pdf, CvEva.pdf, Sami2024", "[name].pdf, [name].pdf, [name]"),
        ("Li Wei", "LiFi networks", "LiFi networks"),
        ("Amelie Haddad", "EvaLong2024", "EvaLong2024"),
        # divided at the end of a line: the name goes, another word stays
        ("Amelie Haddad", "regis-\nters of Had-\ndad", "regis-\nters of [name]"),
        ("May Haddad", "Had dad, M ay", "[name], M ay"),
    ],
)
def test_names_short_glued_and_divided(name: str, text: str, shown: str) -> None:
    assert hidden_for(name, text) == shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        # in the order of the name, family name first, or both family names first
        ("ARH, HAR and RHA wrote", "[name], [name] and [name] wrote"),
        ("AHR, HRA and RAH wrote", "AHR, HRA and RAH wrote"),
        # two initials only where they stand for themselves, of the first and the last name
        ("(AH) and (HA)", "([name]) and ([name])"),
        ("AH: yes\nHA\nno", "[name]: yes\n[name]\nno"),
        ("AH", "[name]"),
        ("the AH unit; AH, unit", "the AH unit; AH, unit"),
        ("AH unit\nunit AH\n/AH", "AH unit\nunit AH\n/AH"),
        ("/AH", "/AH"),
        ("unit AH", "unit AH"),
        ("(HR) and HR: the unit", "(HR) and HR: the unit"),
        ("arh and (ah)", "arh and (ah)"),
        # one initial beside the name, before or after it, also at the ends of the text
        ("by A. Haddad", "by [name]. [name]"),
        ("Haddad A", "[name] [name]"),
        ("Haddad, A. signed", "[name], [name]. signed"),
        ("A.-R. Haddad", "[name].-[name]. [name]"),
        ("Annex A\nHaddad", "Annex A\n[name]"),
        ("A (and) Haddad", "A (and) [name]"),
        ("B. Haddad, a. Haddad", "B. [name], a. [name]"),
        # forms of address only before a name
        ("M Haddad, Sr Haddad, Dom Haddad", "[gender] [name], [gender] [name], [gender] [name]"),
        ("Don Amelie and Dña A. Haddad", "[gender] [name] and [gender] [name]. [name]"),
        ("Haddad, Sr officer", "[name], Sr officer"),
        ("the Sr officer of D", "the Sr officer of D"),
        ("Mr or Ms, but ms of waiting", "[gender] or [gender], but ms of waiting"),
    ],
)
def test_initials_and_forms_of_address(text: str, shown: str) -> None:
    assert hidden_for("Amélie Rose Haddad", text) == shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("the seaport", "the seaport"),
        ("Annex A Sea signed (AS)", "Annex A [name] signed (AS)"),
        ("Sea said that the sea is near", "[name] said that the sea is near"),
        ("the grantport of Grant", "the grantport of [name]"),
    ],
)
def test_where_anybody_may_be_meant_only_names_with_a_capital_letter_go(text: str, shown: str) -> None:
    assert Crowd(["Ann Sea", "Grant Port"], PLACES).text(text) == shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a car of the CAR", "a car of the [nationality]"),
        ("Level of Norse: good", "Level of Norse: good"),
        ("a Norse officer", "a [nationality] officer"),
        ("Sea Land and Sea", "[nationality] and Sea"),
        ("Sea and Land", "Sea and Land"),
        ("a Norse officer\nFluent in Norse", "a [nationality] officer\nFluent in Norse"),
        ("nor-\nse ships of the CA-\nR, ca-\nr", "[nationality] ships of the [nationality], ca-\nr"),
        ("N O R S E", "N O R S E"),
    ],
)
def test_countries_of_one_word_and_of_more(text: str, shown: str) -> None:
    places = Places(frozenset({"car", "norse", "sea land"}), frozenset({"norse"}))
    assert Mask(Candidate(), "Candidate 1", places).text(text) == shown


@pytest.mark.parametrize(
    ("phone", "text", "shown"),
    [
        ("+213 555 123 456", "00213555123456, 0555 12 34 56", "[contact], [contact]"),
        ("+213 555 123 456", "(0) 555-123-456 or 55123456", "[contact] or [contact]"),
        ("+213 555 123 456", "5123456 and 123456 people", "5123456 and 123456 people"),
        ("5551-2345", "5551 2345; 555 1.23.45; 551 2345", "[contact]; [contact]; 551 2345"),
        ("5551-2345", "5551    2345", "5551    2345"),
        ("5551-2345", "213 5551 2345, (0)5551-2345", "[contact], [contact]"),
        ("551-2345", "213 551 2345", "213 [contact]"),
        ("5512", "room 5512", "room [contact]"),
        ("551", "room 551", "room 551"),
    ],
)
def test_a_phone_number_goes_however_it_is_grouped(phone: str, text: str, shown: str) -> None:
    assert hidden_for("Amelie Haddad", text, phone=phone) == shown


@pytest.mark.parametrize(
    "written",
    [
        *("3 December 1984", "3rd of December, 1984", "03.12.84", "3/12/1984", "12/3/1984", "1984-12-03"),
        *("19841203", "1984/12/3", "Dec. 3, 1984", "3 de diciembre de 1984", "le 3 déc. 1984", "3-dez-84"),
        *("1984-Dec-03", "3 DECEMBER 1984", "DECEMBER 3, 1984", "3 DÉCEMBRE 1984"),
    ],
)
def test_the_day_of_birth_goes_however_it_is_written(written: str) -> None:
    shown = hidden_for("Amelie Haddad", f"{written} in Oran", born="1984-12-03")
    assert shown.removeprefix("le ") == "[birth] in Oran"


@pytest.mark.parametrize(
    "written", ["13 December 1984", "3 December 1985", "3 November 1984", "23/12/1984", "3.12.19845", "1984"]
)
def test_another_day_stays(written: str) -> None:
    text = f"{written} in Oran"
    assert hidden_for("Amelie Haddad", text, born="1984-12-03") == text


@pytest.mark.parametrize(
    ("born", "text", "shown"),
    [
        ("1984-01-31", "31 janvier 1984", "[birth]"),
        ("1984-00-31", "1984-00-31", "1984-00-31"),
        ("1984-05", "May 1984", "May 1984"),
        ("1984-05-01", "1er mai 1984, 1 may 1984", "[birth], [birth]"),
    ],
)
def test_a_date_of_birth_is_known_by_its_day(born: str, text: str, shown: str) -> None:
    assert hidden_for("Amelie Haddad", text, born=born) == shown


@pytest.mark.parametrize(
    ("name", "text", "shown"),
    [
        # three or four signs hold a family name, so that the given name is their last two
        ("王小明", "明, 小明, 王　小 明", "明, [name], [name]"),
        ("司馬小明", "小明が来た", "[name]が来た"),
        ("王明", "王 明 and 明", "[name] and 明"),
        ("王小明明子", "明子 and 王小明明子", "明子 and [name]"),
        ("王小明 (Wang Ming)", "Ming 小明", "[name] [name]"),
        ("明Li", "liaison of 明Li", "liaison of [name]"),
    ],
)
def test_names_in_scripts_without_blanks(name: str, text: str, shown: str) -> None:
    assert hidden_for(name, text) == shown

"""Who may apply and in which order, in the many wordings that notices have for it (R8, R14, R15, R17)."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

import pytest

from recruiter_tui.domain.requirement import Nationality, NationalityRule, Tier

if TYPE_CHECKING:
    from collections.abc import Callable

    from recruiter_tui.domain.notice import Notice

Reader: TypeAlias = "Callable[[str], Notice]"


@pytest.mark.parametrize(
    "sentence",
    [
        "Citizens of the country of the duty station may not apply.",
        "This post is not open to Kenyan nationals.",
        "The post is not open to nationals of the host country.",
        "Applicants must not hold the nationality of the duty station.",
        "You must not be a citizen of Kenya.",
        "No national of Kenya may be appointed to this post.",
        "Applications from nationals of Kenya will not be accepted.",
        "Le poste n'est pas ouvert aux ressortissants du pays d'affectation.",
        "No se admitirán candidaturas de nacionales del país del lugar de destino.",
        "Nacionais do país do posto não podem candidatar-se.",
    ],
)
def test_nationals_of_the_duty_station_are_shut_out(read_text: Reader, sentence: str) -> None:
    assert _rules(read_text, sentence) == [NationalityRule.EXCLUDES_DUTY_STATION]


@pytest.mark.parametrize(
    "sentence",
    [
        "Candidates must be citizens of the country of the duty station.",
        "Candidates who are not nationals of Kenya cannot apply.",
        "Non-nationals of Kenya are not eligible.",
        "Seules les personnes de nationalité kényane peuvent présenter leur candidature.",
        "Poste réservé aux nationaux.",
        "El puesto está reservado a nacionales de Kenya.",
    ],
)
def test_the_post_is_for_nationals_of_the_duty_station(read_text: Reader, sentence: str) -> None:
    assert _rules(read_text, sentence) == [NationalityRule.ONLY_DUTY_STATION]


@pytest.mark.parametrize(
    "sentence",
    [
        "Nationals of Kenya are eligible to apply, and so are nationals of other countries.",
        "Only Kenyan citizens and persons with the right to work in Kenya may apply.",
        "Kenyan women are particularly encouraged to apply.",
        "Applications from nationals of all countries are welcome.",
    ],
)
def test_words_on_nationals_that_shut_nobody_out(read_text: Reader, sentence: str) -> None:
    assert _rules(read_text, sentence) == []


@pytest.mark.parametrize(
    ("sentence", "rule"),
    [
        ("Réservé aux ressortissants des pays suivants : Mali, Niger, Tchad.", NationalityRule.ONLY_LISTED),
        ("Nationals of the listed States cannot apply: Mali, Niger, Chad.", NationalityRule.EXCLUDES_LISTED),
    ],
)  # fmt: skip
def test_a_list_behind_a_colon_belongs_to_the_rule(
    read_text: Reader, sentence: str, rule: NationalityRule
) -> None:
    (found,) = (each for each in read_text(sentence).criteria if isinstance(each, Nationality))
    assert (found.rule, found.listed) == (rule, ("ML", "NE", "TD"))


def _rules(read_text: Reader, sentence: str) -> list[NationalityRule]:
    notice = read_text(f"Duty station: Nairobi, Kenya\n{sentence}")
    return [each.rule for each in notice.criteria if isinstance(each, Nationality)]


_STAFF = """
First-tier candidates: staff members of the Trust and candidates from Belize, Guyana and Suriname. Second-tier
candidates: all others."""
_LISTED = """
First-tier candidates are nationals of Cabo Verde, Côte d'Ivoire, the Holy See and Micronesia (Federated
States of). Second-tier candidates are all others."""
_WOMEN = """
First tier: internal candidates; external female candidates; candidates from these States: Angola; Congo (the)
Second tier: all other external candidates"""
_FRENCH = """
Les candidats internes ainsi que les ressortissants des États non représentés suivants seront examinés en
priorité : Bahreïn, Koweït et Qatar. Les autres candidats externes seront examinés en second lieu."""
_SPANISH = """
Los candidatos internos y los nacionales de los Estados siguientes se considerarán en primer lugar: Andorra y
Mónaco. Los demás candidatos externos se considerarán en segundo lugar."""


@pytest.mark.parametrize(
    ("told", "internal", "listed", "gender"),
    [
        (_STAFF, True, ("BZ", "GY", "SR"), None),
        (_LISTED, False, ("CV", "CI", "VA", "FM"), None),
        (_WOMEN, True, ("AO", "CG"), "female"),
        ("Internal candidates will be considered before external candidates.", True, (), None),
        (_FRENCH, True, ("BH", "KW", "QA"), None),
        (_SPANISH, True, ("AD", "MC"), None),
    ],
    ids=["staff and a list", "a list", "women too", "internal first", "French", "Spanish"],
)
def test_two_tiers_told_in_prose(
    read_text: Reader, told: str, internal: bool, listed: tuple[str, ...], gender: str | None  # noqa: FBT001 - what is expected
) -> None:  # fmt: skip
    told = told.strip().replace("\n", " ").replace(" Second tier:", "\nSecond tier:")
    first, second = (each for each in read_text(told).criteria if isinstance(each, Tier))
    assert (first.tier, first.internal, first.nationalities, first.gender) == (1, internal, listed, gender)
    assert (second.tier, second.rest) == (2, True)


@pytest.mark.parametrize(
    "told",
    [
        "Applications will be considered first by a panel, and candidates may be interviewed in second lieu.",
        "Internal candidates are welcome. External candidates will be considered before the end of May.",
        "Candidates will be considered before any external advertisement.",
    ],
)
def test_an_order_of_something_else_makes_no_tiers(read_text: Reader, told: str) -> None:
    assert not [each for each in read_text(told).criteria if isinstance(each, Tier)]


def test_tiers_may_begin_with_nought(read_text: Reader) -> None:
    notice = read_text(
        "Tier 0: candidates whose posts are being abolished\nTier 1: staff on permanent appointments\n"
        "Tier 2: external candidates"
    )
    found = [each for each in notice.criteria if isinstance(each, Tier)]
    assert [(each.tier, each.some_internal, each.rest) for each in found] == [
        (0, True, False),
        (1, True, False),
        (2, False, True),
    ]

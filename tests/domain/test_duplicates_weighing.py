"""How evidence on two candidates adds up: what each fact says, what is silence, and where the lines run."""

from __future__ import annotations

import itertools
from dataclasses import replace
from typing import Any

import pytest

from recruiter_tui.domain.duplicates import Commonness, Pair, groups, sharers, weigh
from tests.domain.pairs import MAIL, NOBODY, SAME, alike, evidence, person, stay, weight_of

OFFICE = frozenset({"team@example.org"})
PHONE, OTHER_PHONE = frozenset({"111111111"}), frozenset({"222222222"})


@pytest.mark.parametrize(
    ("mine", "theirs", "said"),
    [
        ({}, {}, {}),
        ({"phones": PHONE}, {"phones": PHONE}, {"same phone number": True}),
        ({"phones": PHONE}, {"phones": OTHER_PHONE}, {"different phone numbers": False}),
        ({"phones": PHONE}, {"phones": PHONE | OTHER_PHONE}, {"same phone number": True}),
        ({"phones": PHONE}, {}, {}),
        ({"born": "1980-01-01"}, {"born": "1980-01-01"}, {"same date of birth": True}),
        ({"born": "1980-01-01"}, {"born": "1980-01-02"}, {"different dates of birth": False}),
        ({"born": "1980-01-01"}, {}, {}),
        (
            {"nationalities": frozenset({"DZ", "FR"})},
            {"nationalities": frozenset({"DZ", "CA"})},
            {"a nationality in common": True},
        ),
        (
            {"nationalities": frozenset({"DZ"})},
            {"nationalities": frozenset({"FR"})},
            {"different nationalities": False},
        ),
        ({"nationalities": frozenset({"DZ"})}, {}, {}),
        ({"gender": "F"}, {"gender": "M"}, {"different genders": False}),
        ({"gender": "F"}, {"gender": "F"}, {}),
        ({"gender": "F"}, {}, {}),
        (
            {"studies": frozenset({("oran", "2009"), ("paris", "2011")})},
            {"studies": frozenset({("oran", "2009")})},
            {"same place and year of studies": True},
        ),
        ({"studies": frozenset({("oran", "2009")})}, {"studies": frozenset({("oran", "2010")})}, {}),
    ],
)
def test_each_fact_says_its_own_and_one_that_is_missing_says_nothing(
    mine: dict[str, Any], theirs: dict[str, Any], said: dict[str, bool]
) -> None:
    assert evidence(person(1, mails=MAIL, **mine), person(2, mails=MAIL, **theirs)) == SAME | said


@pytest.mark.parametrize(
    ("mine", "theirs", "said"),
    [
        (MAIL, OFFICE, {"different e-mail addresses": False}),
        (MAIL, MAIL | OFFICE, {"same e-mail address": True}),
        (MAIL, frozenset(), {}),
    ],
)
def test_addresses_differ_only_where_none_is_in_common(
    mine: frozenset[str], theirs: frozenset[str], said: dict[str, bool]
) -> None:
    assert evidence(person(1, mails=mine), person(2, mails=theirs)) == {"same name": True} | said


def test_different_names_are_looked_at_only_where_a_contact_is_in_common() -> None:
    apart = (person(1, "amina haddad"), person(2, "karim haddad"))
    assert evidence(*apart) is None
    only_a_word = {"only one word of the names is the same": False}
    mailing = [replace(one, mails=MAIL) for one in apart]
    assert evidence(mailing[0], mailing[1]) == only_a_word | {"same e-mail address": True}
    phoning = [replace(one, phones=PHONE) for one in apart]
    assert evidence(phoning[0], phoning[1]) == only_a_word | {"same phone number": True}


def test_whom_equal_careers_would_just_make_one_person_is_weighed_and_proposed() -> None:
    jobs = (stay("harbour office", 24000, 24010), stay("border trust", 24011, 24030))
    one, other = person(1, "j doe", phones=PHONE), person(2, "john doe", phones=OTHER_PHONE)
    assert evidence(one, other) == {"same name, one with initials": True, "different phone numbers": False}
    found = weigh(replace(one, stays=jobs), replace(other, stays=jobs), NOBODY, alike)
    assert found is not None
    assert found.is_proposed
    women = replace(one, gender="F"), replace(other, gender="M")
    assert evidence(*women) is None


def test_the_more_bear_a_name_the_less_it_says_but_never_nothing() -> None:
    one, other = person(1, mails=MAIL), person(2, mails=MAIL)
    counts = (1, 2, 3, 4, 8, 40, 10**9)
    weights = [weight_of("same name", one, other, Commonness({one.name_key: n})) for n in counts]
    assert weights[0] == weights[1] > weights[2]
    assert weights[2:] == sorted(set(weights[2:]), reverse=True)
    assert weights[3] - weights[4] == pytest.approx(1)  # each doubling takes away as much
    assert weights[-1] > 0
    initials = weight_of("same name, one with initials", replace(one, words=("j", "doe")), other)
    assert weights[2] > initials
    said = evidence(one, other, Commonness({one.name_key: 3}))
    assert said is not None
    assert "same name, borne by 3 candidates" in said


def test_how_common_a_name_is_follows_from_the_commoner_of_two_spellings() -> None:
    one, other = person(1, "youssef mansouri", mails=MAIL), person(2, "youssef mansuri", mails=MAIL)
    for common in ({one.name_key: 9}, {other.name_key: 9}, {one.name_key: 2, other.name_key: 9}):
        said = evidence(one, other, Commonness(common))
        assert said is not None
        assert "same name in another spelling, borne by 9 candidates" in said


def test_a_name_that_speaks_against_stays_as_strong_however_common() -> None:
    one, other = person(1, "amina haddad", mails=MAIL), person(2, "karim haddad", mails=MAIL)
    common = Commonness({one.name_key: 40, other.name_key: 40})
    assert evidence(one, other, common) == evidence(one, other)


def test_a_name_in_another_script_is_told_as_one() -> None:
    latin = person(1, "olga solovyova", mails=MAIL)
    cyrillic = person(2, "olga solovyova", mails=MAIL, other_script=True)
    other_script = {"same name in another script": True, "same e-mail address": True}
    assert evidence(latin, cyrillic) == other_script
    assert evidence(replace(latin, other_script=True), cyrillic) == SAME


def test_who_has_no_name_is_weighed_by_everything_else_however_many_have_none() -> None:
    facts = {"born": "1980-01-01", "studies": frozenset({("oran", "2009")})}
    one, other = person(1, "", **facts), person(2, "", **facts)
    said = {"same date of birth": True, "same place and year of studies": True}
    assert evidence(one, other) == said
    assert evidence(one, other, Commonness({one.name_key: 40})) == said


@pytest.mark.parametrize(
    ("persons", "said"),
    [
        (1, "same e-mail address"),
        (2, "same e-mail address"),
        (3, "same e-mail address, but 3 persons give it"),
    ],
)
def test_an_address_that_three_persons_give_is_a_shared_one(persons: int, said: str) -> None:
    common = Commonness(mails={"team@example.org": persons})
    one, other = person(1, mails=OFFICE), person(2, mails=OFFICE)
    assert evidence(one, other, common) == {"same name": True, said: True}
    more = replace(one, mails=OFFICE | MAIL), replace(other, mails=OFFICE | MAIL)
    assert evidence(*more, common) == SAME  # the rarer address counts


def test_a_shared_number_says_less_than_one_of_ones_own() -> None:
    one, other = person(1, phones=PHONE), person(2, phones=PHONE)
    shared = Commonness(phones={"111111111": 5})
    said = "same phone number, but 5 persons give it"
    assert 0 < weight_of(said, one, other, shared) < weight_of("same phone number", one, other)


@pytest.mark.parametrize(
    ("profiles", "persons"),
    [
        ([{"phones": {"1", "2"}}, {"phones": {"2", "3"}}, {"phones": {"3"}}], 1),
        ([{"phones": {"1"}}, {"phones": {"2"}}, {"phones": {"1", "2"}}], 1),
        ([{"phones": {"1"}}, {"phones": {"2"}}, {}], 2),
        ([{"jobs": {"alpha"}}, {"jobs": {"omega"}}, {"jobs": {"alpha", "omega"}}], 1),
        ([{"jobs": {"alpha"}}, {"jobs": {"omega"}}, {"jobs": {"delta"}}], 3),
        ([{"phones": {"1"}, "jobs": {"alpha"}}, {"phones": {"2"}, "jobs": {"alpha"}}], 2),
        ([{"phones": {"1"}, "jobs": {"alpha"}}, {"phones": {"1"}, "jobs": {"omega"}}], 2),
        ([{}, {}], 1),
        ([], 0),
    ],
)
def test_an_address_serves_as_many_as_differ_in_something(
    profiles: list[dict[str, set[str]]], persons: int
) -> None:
    built = [
        person(
            number,
            phones=frozenset(one.get("phones", ())),
            stays=tuple(stay(name, 24000, 24010) for name in sorted(one.get("jobs", ()))),
        )
        for number, one in enumerate(profiles)
    ]
    for order in itertools.permutations(built):
        assert sharers(order) == persons


def test_the_score_rises_with_the_weight_evenly_and_is_never_certain() -> None:
    scores = [Pair(1, 2, weight, ()).score for weight in (-30, -3, 0, 3, 5, 6, 9, 30)]
    assert scores == sorted(scores)
    assert (scores[0], scores[3], scores[-1]) == (0, 50, 99)
    assert scores[2] + scores[5] == scores[1] + scores[6] == 100
    assert 50 < scores[4] < 80  # just proposed is far from sure


def test_from_the_line_on_a_pair_is_proposed_and_no_evidence_speaks_neither_way() -> None:
    one, other = person(1), person(2)
    found = weigh(one, other, NOBODY, alike)
    assert found is not None
    assert found.is_proposed
    assert evidence(person(1, "", mails=MAIL, phones=PHONE), replace(other, mails=MAIL, phones=PHONE)) == {
        "same e-mail address": True,
        "same phone number": True,
    }


def test_groups_are_the_same_in_whatever_order_pairs_come() -> None:
    links = ((1, 2), (3, 4), (4, 5), (2, 9), (9, 3), (7, 8))
    for order in itertools.permutations(links):
        pairs = [Pair(one, other, 9, ()) for one, other in order]
        assert groups(pairs) == [(1, 2, 3, 4, 5, 9), (7, 8)]

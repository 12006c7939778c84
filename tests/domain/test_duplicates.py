from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from recruiter_tui.domain.duplicates import Commonness, Pair, Profile, Stay, groups, sharers, weigh
from recruiter_tui.domain.person_keys import is_masked, letters_key, mail_of, phone_of
from recruiter_tui.domain.person_likeness import NameRelation, relation

NOBODY = Commonness()


def alike(one: str, other: str) -> float:
    """Return the share of equal letters at equal places; enough for words that stand here."""
    return sum(a == b for a, b in zip(one, other, strict=False)) / max(len(one), len(other))


def person(key: int, name: str = "john doe", **facts: Any) -> Profile:  # noqa: ANN401 - facts are named by the test
    words = tuple(name.split())
    return replace(Profile(key, words, name_key=letters_key(words)), **facts)


def stay(employer: str, first: int, last: int) -> Stay:
    return Stay(employer, first, last, exact=True, shown=employer.title())


def weight(one: Profile, other: Profile, common: Commonness = NOBODY) -> float:
    found = weigh(one, other, common, alike)
    return found.weight if found else float("-inf")


def proposed(one: Profile, other: Profile, common: Commonness = NOBODY) -> bool:
    found = weigh(one, other, common, alike)
    return found is not None and found.is_proposed


def test_a_shared_address_and_name_are_strong_and_say_why() -> None:
    mail = frozenset({"john@example.org"})
    found = weigh(person(2, mails=mail), person(1, mails=mail), NOBODY, alike)
    assert found is not None
    assert (found.one, found.other) == (1, 2)
    assert found.score > 90
    assert [reason.says for reason in found.reasons] == ["same name", "same e-mail address"]


def test_five_john_does_with_one_address_stay_five() -> None:
    mail = frozenset({"john.doe@email.com"})
    does = [
        person(
            number,
            mails=mail,
            phones=frozenset({f"55512345{number}"}),
            stays=(stay(f"employer number {'abcde'[number] * 9}", 24000, 24050),),
        )
        for number in range(5)
    ]
    assert sharers(does) == 5
    common = Commonness({does[0].name_key: 5}, {"john.doe@email.com": sharers(does)})
    for one in does:
        for other in does[one.key + 1 :]:
            found = weigh(one, other, common, alike)
            assert found is None or not found.is_proposed


def test_two_who_share_name_and_address_but_nothing_else_are_shown_with_both_sides() -> None:
    mail = frozenset({"john.doe@email.com"})
    one = person(1, mails=mail, phones=frozenset({"111111111"}), stays=(stay("alpha", 24000, 24050),))
    other = person(2, mails=mail, phones=frozenset({"222222222"}), stays=(stay("omega", 24000, 24050),))
    found = weigh(one, other, NOBODY, alike)
    assert found is not None
    assert {reason.says for reason in found.reasons if not reason.is_for} == {
        "different phone numbers",
        "other employers at the same time",
    }


def test_one_person_who_applies_again_and_again_is_no_office() -> None:
    same = [
        person(n, phones=frozenset({"111111111"}), stays=(stay("alpha", 24000, 24050 + n),)) for n in range(6)
    ]
    assert sharers(same) == 1


def test_a_family_on_one_phone_is_not_proposed() -> None:
    phone = frozenset({"213555123"})
    assert not proposed(person(1, "amina haddad", phones=phone), person(2, "karim haddad", phones=phone))


def test_a_name_that_many_bear_says_little() -> None:
    one, other = person(1, "li wei"), person(2, "li wei")
    assert proposed(one, other)
    assert not proposed(one, other, Commonness({one.name_key: 40}))


@pytest.mark.parametrize(
    ("facts", "against"),
    [
        ({"born": "1980-01-01"}, {"born": "1981-02-02"}),
        ({"nationalities": frozenset({"DZ"})}, {"nationalities": frozenset({"FR"})}),
        ({"gender": "F"}, {"gender": "M"}),
        ({"phones": frozenset({"1" * 9})}, {"phones": frozenset({"2" * 9})}),
        ({"stays": (stay("alpha", 24000, 24050),)}, {"stays": (stay("omega", 24000, 24050),)}),
    ],
)
def test_what_differs_speaks_against(facts: dict[str, Any], against: dict[str, Any]) -> None:
    mail = frozenset({"john@example.org"})
    same = weight(person(1, mails=mail, **facts), person(2, mails=mail, **facts))
    differing = weight(person(1, mails=mail, **facts), person(2, mails=mail, **against))
    silent = weight(person(1, mails=mail), person(2, mails=mail))
    assert differing < silent
    assert same >= silent


def test_nobody_is_the_same_for_the_employer_alone() -> None:
    job = (stay("alpha", 24000, 24050),)
    assert weigh(person(1, "ann lee", stays=job), person(2, "bo dahl", stays=job), NOBODY, alike) is None


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("amina haddad", "amina haddad", NameRelation.SAME),
        ("amina haddad", "haddad amina", NameRelation.TURNED),
        ("amina ben haddad", "amina haddad", NameRelation.SAME),
        ("min jun kim", "kim minjun", NameRelation.TURNED),
        ("a haddad", "amina haddad", NameRelation.INITIALS),
        ("amina maria haddad", "amina haddad", NameRelation.LONGER),
        ("youssef mansouri", "youssef mansuri", NameRelation.SPELLED),
        ("amina haddad", "amira haddad", NameRelation.MISTYPED),
        ("a haddad", "b haddad", NameRelation.FAMILY),
        ("amina haddad", "karim haddad", NameRelation.FAMILY),
        ("amina haddad", "bo dahl", NameRelation.DIFFERENT),
        ("", "bo dahl", NameRelation.UNKNOWN),
    ],
)
def test_how_two_names_stand_to_each_other(one: str, other: str, expected: NameRelation) -> None:
    mine, theirs = tuple(one.split()), tuple(other.split())
    assert relation(mine, theirs, alike) is expected
    assert relation(theirs, mine, alike) is expected


def test_who_hangs_together_is_one_group() -> None:
    pairs = [Pair(1, 2, 9, ()), Pair(7, 8, 9, ()), Pair(2, 5, 9, ()), Pair(3, 5, 9, ())]
    assert groups(pairs) == [(1, 2, 3, 5), (7, 8)]
    assert groups([]) == []


def test_contacts_that_belong_to_nobody_are_no_evidence() -> None:
    assert mail_of("x_k2@indeedemail.com") is None
    assert is_masked("x_k2@indeedemail.com")
    assert mail_of("Info@example.org") is None
    assert mail_of("Ann.Lee+job@GMAIL.com") == "annlee@gmail.com"
    assert phone_of("'+213 (555) 12-34-56") == phone_of("00213555123456")
    assert phone_of("12345") is None


def test_different_addresses_speak_against_and_studies_and_nationality_for() -> None:
    one = person(1, mails=frozenset({"a@example.org"}), studies=frozenset({"algiers 2009"}))
    other = person(2, mails=frozenset({"b@example.org"}), studies=frozenset({"algiers 2009"}))
    found = weigh(one, other, NOBODY, alike)
    assert found is not None
    assert {reason.says: reason.is_for for reason in found.reasons} == {
        "same name": True,
        "same place and year of studies": True,
        "different e-mail addresses": False,
    }


def test_an_office_s_address_is_named_as_one() -> None:
    mail = frozenset({"team@example.org"})
    found = weigh(
        person(1, mails=mail), person(2, mails=mail), Commonness({}, {"team@example.org": 7}), alike
    )
    assert found is not None
    assert "same e-mail address, but 7 persons give it" in [reason.says for reason in found.reasons]


def test_one_employer_at_other_times_says_nothing_and_none_in_common_a_little() -> None:
    mail = frozenset({"john@example.org"})
    before = person(1, mails=mail, stays=(stay("harbour office", 24000, 24010),))
    later = person(2, mails=mail, stays=(stay("harbour office", 24100, 24110),))
    elsewhere = person(2, mails=mail, stays=(stay("border trust", 24100, 24110),))
    silent = weight(person(1, mails=mail), person(2, mails=mail))
    assert weight(before, later) == silent
    assert weight(before, elsewhere) < silent


def test_a_job_from_the_same_month_says_more_than_one_that_overlaps() -> None:
    mail = frozenset({"john@example.org"})
    mine = person(1, mails=mail, stays=(stay("harbour office", 24000, 24010),))
    same = person(2, mails=mail, stays=(stay("harbour offise", 24000, 24012),))
    overlapping = person(2, mails=mail, stays=(stay("harbour office", 24005, 24012),))
    silent = weight(person(1, mails=mail), person(2, mails=mail))
    assert weight(mine, same) > weight(mine, overlapping) > silent


def test_who_gives_no_career_and_no_phone_serves_by_name_alone() -> None:
    assert sharers([person(1), person(2), person(3, "bo dahl")]) == 2


@pytest.mark.parametrize(
    ("one", "other", "scripts_differ", "expected"),
    [
        ("olga solovyova", "olga solovyova", True, NameRelation.SCRIPT),
        ("solovyova olga", "olga solovyova", True, NameRelation.SCRIPT),
        ("yeong su pak", "yongsu bak", True, NameRelation.SCRIPT),
        ("muhammad al amin", "mhmd amyn", True, NameRelation.SCRIPT),
        ("ann lee", "bo dahl", True, NameRelation.DIFFERENT),
        ("jean pierre martin", "jeanpierre martim", False, NameRelation.MISTYPED),
        ("ana ana silva", "ana silva", False, NameRelation.LONGER),
        ("ana ana", "ana silva", False, NameRelation.FAMILY),
        ("a b", "ana bo", False, NameRelation.FAMILY),
        ("a", "ana", False, NameRelation.DIFFERENT),
        ("silva", "ana silva", False, NameRelation.FAMILY),
        ("ann lex", "ann lee", False, NameRelation.FAMILY),
    ],
)
def test_names_in_other_scripts_and_parted_otherwise(
    one: str,
    other: str,
    scripts_differ: bool,  # noqa: FBT001 - a column of the table
    expected: NameRelation,
) -> None:
    mine, theirs = tuple(one.split()), tuple(other.split())
    assert relation(mine, theirs, alike, scripts_differ=scripts_differ) is expected
    assert relation(theirs, mine, alike, scripts_differ=scripts_differ) is expected


def test_without_a_name_contacts_alone_speak() -> None:
    mail = frozenset({"john@example.org"})
    found = weigh(person(1, "", mails=mail), person(2, mails=mail), NOBODY, alike)
    assert found is None or [reason.says for reason in found.reasons] == ["same e-mail address"]
    phone = frozenset({"555123456"})
    found = weigh(person(1, "", mails=mail, phones=phone), person(2, mails=mail, phones=phone), NOBODY, alike)
    assert found is not None
    assert [reason.says for reason in found.reasons] == ["same e-mail address", "same phone number"]

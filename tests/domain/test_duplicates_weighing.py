"""How evidence on two candidates adds up: what each fact says, what is silence, and where the lines run."""

from __future__ import annotations

import itertools
from dataclasses import replace
from typing import Any

import pytest

from recruiter_tui.domain.duplicates import Commonness, Pair, Profile, Stay, groups, sharers, weigh
from recruiter_tui.domain.person_keys import letters_key

NOBODY = Commonness()
MAIL = frozenset({"john@example.org"})
OFFICE = frozenset({"team@example.org"})
PHONE, OTHER_PHONE = frozenset({"111111111"}), frozenset({"222222222"})


def alike(one: str, other: str) -> float:
    """Return the share of equal letters at equal places."""
    return sum(a == b for a, b in zip(one, other, strict=False)) / max(len(one), len(other))


def person(key: int, name: str = "john doe", **facts: Any) -> Profile:  # noqa: ANN401 - facts are named by the test
    words = tuple(name.split())
    return replace(Profile(key, words, name_key=letters_key(words)), **facts)


def stay(employer: str, first: int, last: int, *, exact: bool = True) -> Stay:
    return Stay(employer, first, last, exact=exact, shown=employer.title())


def evidence(one: Profile, other: Profile, common: Commonness = NOBODY) -> dict[str, bool] | None:
    """Return what is said, and whether it speaks for one person; the same whoever comes first."""
    found, turned = weigh(one, other, common, alike), weigh(other, one, common, alike)
    assert found is None or turned is not None
    if found is None or turned is None:
        return None
    assert (found.one, found.other) == (turned.one, turned.other)
    assert found.weight == pytest.approx(turned.weight)
    assert found.weight == pytest.approx(sum(reason.weight for reason in found.reasons))
    weights = [reason.weight for reason in found.reasons]
    assert weights == sorted(weights, reverse=True)
    return {reason.says: reason.is_for for reason in found.reasons}


def weight_of(says: str, one: Profile, other: Profile, common: Commonness = NOBODY) -> float:
    found = weigh(one, other, common, alike)
    assert found is not None
    return next(reason.weight for reason in found.reasons if reason.says.startswith(says))


SAME = {"same name": True, "same e-mail address": True}


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


TOGETHER = "same employer at the same time: Harbour Office"
MINE = stay("harbour office", 24000, 24011)


@pytest.mark.parametrize(
    ("theirs", "said"),
    [
        ((), {}),
        ((stay("harbour office", 24000, 24005),), {TOGETHER: True}),
        # the first and the last month in common are enough, the month beside is not
        ((stay("harbour office", 24011, 24020),), {TOGETHER: True}),
        ((stay("harbour office", 23990, 24000),), {TOGETHER: True}),
        ((stay("harbour office", 24012, 24020),), {}),
        ((stay("harbour office", 23990, 23999),), {}),
        # a slip in a long name is overlooked, in a short one it is another name
        ((stay("harbour offise", 24000, 24005),), {TOGETHER: True}),
        ((stay("harbour trust", 24000, 24005),), {"no employer in common": False}),
        # a year elsewhere speaks against, in one piece or in several; less than a year says little
        ((stay("border trust", 23000, 25000),), {"other employers at the same time": False}),
        ((stay("border trust", 24001, 25000),), {"no employer in common": False}),
        (
            (stay("border trust", 23000, 24004), stay("coast guard", 24005, 24011)),
            {"other employers at the same time": False},
        ),
        ((stay("border trust", 24012, 24100),), {"no employer in common": False}),
        # one employer in common is enough not to be elsewhere
        ((stay("border trust", 23000, 25000), stay("harbour office", 25001, 25002)), {}),
    ],
)
def test_careers_speak_by_employer_and_time(theirs: tuple[Stay, ...], said: dict[str, bool]) -> None:
    one, other = person(1, mails=MAIL, stays=(MINE,)), person(2, mails=MAIL, stays=theirs)
    found = weigh(one, other, NOBODY, alike)
    assert found is not None
    assert {reason.says: reason.is_for for reason in found.reasons} == SAME | said


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("unops", "unopt", False),
        ("unopsx", "unopsy", False),
        ("harbour", "harboux", False),
        ("un", "un", True),
    ],
)
def test_short_names_of_employers_must_be_equal(one: str, other: str, *, same: bool) -> None:
    """A slip in a name of seven letters leaves less in common than a slip may."""
    said = evidence(
        person(1, mails=MAIL, stays=(stay(one, 24000, 24005),)),
        person(2, mails=MAIL, stays=(stay(other, 24000, 24005),)),
    )
    assert said is not None
    assert ("no employer in common" not in said) is same


def test_a_short_name_is_never_a_slip_of_another_however_alike() -> None:
    def certain(_one: str, _other: str) -> float:
        return 1.0

    def shared(one: str, other: str) -> bool:
        pair = [person(n, mails=MAIL, stays=(stay(x, 24000, 24005),)) for n, x in ((1, one), (2, other))]
        found = weigh(pair[0], pair[1], NOBODY, certain)
        assert found is not None
        return any(reason.says.startswith("same employer") for reason in found.reasons)

    assert not shared("unops", "unicef")
    assert not shared("unicef", "unops")
    assert shared("unicef", "unicaf")


def test_the_same_start_says_more_than_an_overlap_and_two_jobs_more_than_one_up_to_a_limit() -> None:
    def weight(mine: tuple[Stay, ...], theirs: tuple[Stay, ...]) -> float:
        one, other = person(1, mails=MAIL, stays=mine), person(2, mails=MAIL, stays=theirs)
        return weight_of("same employer at the same time", one, other)

    later, vague = stay("harbour office", 24003, 24020), stay("harbour office", 24000, 24020, exact=False)
    started = weight((MINE,), (MINE,))
    overlapping = weight((MINE,), (later,))
    assert started > overlapping == weight((MINE,), (vague,)) == weight((vague,), (MINE,)) > 0
    assert weight((MINE,), (later, MINE)) == weight((MINE,), (MINE, later)) == started
    jobs = tuple(stay(name, 25000, 25010) for name in ("border trust", "coast guard", "port police"))
    two = weight((MINE, jobs[0]), (MINE, jobs[0]))
    assert started < two == weight((MINE, *jobs), (MINE, *jobs)) < 2 * started


def test_the_first_employer_in_common_is_named() -> None:
    jobs = (stay("border trust", 23000, 23010), MINE, stay("coast guard", 24100, 24110))
    said = evidence(
        person(1, mails=MAIL, stays=jobs),
        person(2, mails=MAIL, stays=(jobs[2], MINE)),
    )
    assert said is not None
    assert TOGETHER in said


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

"""What two careers say about two candidates: the same employer at the same time, or another one then."""

from __future__ import annotations

import pytest

from recruiter_tui.domain.duplicates import Stay, weigh
from tests.domain.pairs import MAIL, NOBODY, SAME, alike, evidence, person, stay, weight_of

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


def test_many_short_jobs_one_after_the_other_are_no_year_elsewhere() -> None:
    mine = tuple(stay(f"border trust {'abcd'[n] * 20}", 24000 + n, 24000 + n) for n in range(4))
    theirs = tuple(stay(f"coast guard {'efgh'[n] * 20}", 25000 + n, 25000 + n) for n in range(4))
    said = evidence(person(1, mails=MAIL, stays=mine), person(2, mails=MAIL, stays=theirs))
    assert said == SAME | {"no employer in common": False}


def test_the_first_employer_in_common_is_named() -> None:
    jobs = (stay("border trust", 23000, 23010), MINE, stay("coast guard", 24100, 24110))
    said = evidence(
        person(1, mails=MAIL, stays=jobs),
        person(2, mails=MAIL, stays=(jobs[2], MINE)),
    )
    assert said is not None
    assert TOGETHER in said


def test_a_promotion_counts_the_same_whoever_comes_first() -> None:
    promoted = (stay("harbour office", 24000, 24005), stay("harbour office", 24006, 24011))
    whole = (stay("harbour office", 23999, 24011),)
    for mine, theirs in ((promoted, whole), (whole, promoted)):
        said = evidence(person(1, mails=MAIL, stays=mine), person(2, mails=MAIL, stays=theirs))
        assert said == SAME | {TOGETHER: True}

"""Tiers: internal and listed first, n tiers with clauses, and no tier where nobody can tell."""

from __future__ import annotations

import itertools

import pytest

from recruiter_tui.domain.application import Application
from recruiter_tui.domain.finding import Outcome, Override
from recruiter_tui.domain.person import STATELESS, Candidate
from recruiter_tui.domain.requirement import Tier
from recruiter_tui.domain.stated import Stated
from recruiter_tui.domain.tier import Placement, judge_tiers

NOTICE_A = (
    Tier(id="tier-1", internal=True, nationalities=("NA", "IL", "IS")),
    Tier(id="tier-2", tier=2, rest=True),
)
WOMEN_FIRST = (
    Tier(
        id="tier-1",
        internal=True,
        nationalities=("NA",),
        gender="female",
        grade_from="P-4",
    ),
    Tier(id="tier-2", tier=2, rest=True),
)


def placed(
    tiers: tuple[Tier, ...],
    *codes: str | None,
    internal: bool | None = False,
    gender: str | None = None,
    grade: str | None = "P-3",
    overrides: dict[str, Override] | None = None,
) -> Placement:
    person = Candidate(
        nationalities=tuple(Stated.known(code) if code else Stated.missing("unclear") for code in codes),
        gender=Stated.known(gender) if gender else Stated.missing(),
    )
    return judge_tiers(tiers, Application("A1", internal=internal), person, grade=grade, overrides=overrides)


@pytest.mark.parametrize(
    ("internal", "codes", "tier"),
    [
        (True, ("FR",), 1),
        (True, (), 1),
        (True, ("NA",), 1),
        (False, ("NA",), 1),
        (False, ("FR", "NA"), 1),
        (False, ("FR",), 2),
        (False, ("FR", "DZ"), 2),
        (False, (), None),
        (False, (None,), None),
        (False, ("FR", None), None),
        (False, ("NA", None), 1),
        (None, ("NA",), 1),
        (None, ("FR",), None),
        (None, (), None),
    ],
)
def test_internal_candidates_and_listed_nationals_come_first(
    *,
    internal: bool | None,
    codes: tuple[str | None, ...],
    tier: int | None,
) -> None:
    placement = placed(NOTICE_A, *codes, internal=internal)
    assert placement.tier == tier
    first, second = (finding.outcome for finding in placement.findings)
    expected = {1: ("met", "not met"), 2: ("not met", "met"), None: ("cannot tell", "cannot tell")}[tier]
    assert (first, second) == expected
    assert placed(NOTICE_A[:1], *codes, internal=internal).tier == tier, "the rest comes after the last tier"


@pytest.mark.parametrize(
    ("internal", "listed", "gender", "grade"),
    list(
        itertools.product(
            (True, False),
            (True, False),
            ("female", "male", None),
            ("P-3", "P-4", "D1", "USG", "G-5", None, "odd"),
        )
    ),
)
def test_a_clause_for_women_begins_at_its_grade(
    *,
    internal: bool,
    listed: bool,
    gender: str | None,
    grade: str | None,
) -> None:
    placement = placed(WOMEN_FIRST, "NA" if listed else "FR", internal=internal, gender=gender, grade=grade)
    if internal or listed:
        assert placement.tier == 1
    elif grade in {"P-3", "G-5", "odd"} or gender == "male":
        assert placement.tier == 2
    elif grade is None or gender is None:
        assert placement.tier is None
    else:
        assert placement.tier == 1


def test_no_list_holds_the_stateless() -> None:
    placement = placed(NOTICE_A, STATELESS)
    assert placement.tier == 2
    assert "the list does not hold the stateless" in placement.findings[0].reason


def test_gender_is_read_in_other_words_too() -> None:
    for word in ("F", "Female", "femme", "Mujer"):
        assert placed(WOMEN_FIRST, "FR", gender=word, grade="P-4").tier == 1
    for word in ("M", "hombre", "non-binary"):
        assert placed(WOMEN_FIRST, "FR", gender=word, grade="P-4").tier == 2


def test_a_clause_without_a_grade_applies_to_every_grade_and_an_unreadable_one_to_nobody_for_certain() -> (
    None
):
    everywhere = (Tier(id="t", gender="female"),)
    assert placed(everywhere, gender="female", grade=None).tier == 1
    odd = (Tier(id="t", gender="female", grade_from="senior"),)
    assert placed(odd, gender="female").tier is None


def test_any_number_of_tiers_is_walked_in_order() -> None:
    tiers = (
        Tier(id="third", tier=3, nationalities=("FR",)),
        Tier(id="zero", tier=0, nationalities=("NA",)),
        Tier(id="one", tier=1, internal=True),
        Tier(id="nobody", tier=2),
    )
    assert placed(tiers, "NA", internal=True).tier == 0
    assert placed(tiers, "FR", internal=True).tier == 1
    assert placed(tiers, "FR").tier == 3
    assert placed(tiers, "DZ").tier == 4
    assert placed(tiers, "FR", internal=None).tier is None
    assert [finding.criterion for finding in placed(tiers, "FR").findings] == [
        "zero",
        "one",
        "nobody",
        "third",
    ]


def test_a_notice_without_tiers_places_nobody() -> None:
    assert placed(()) == Placement(None, ())


def test_a_ruling_on_a_tier_decides_it() -> None:
    yes = Override(Outcome.MET, "checked with HR", "ana", "2026-02-06T08:00:00Z")
    no = Override(Outcome.NOT_MET, "the contract ended", "ana", "2026-02-06T08:00:00Z")
    assert placed(NOTICE_A, "FR", internal=None, overrides={"tier-1": yes}).tier == 1
    assert placed(NOTICE_A, "FR", internal=True, overrides={"tier-1": no}).tier == 2
    assert placed(NOTICE_A, "FR", internal=None, overrides={"tier-2": yes}).tier == 2
    assert placed(NOTICE_A, "FR", internal=False, overrides={"tier-2": no}).tier is None
    assert placed(NOTICE_A, "FR", internal=True, overrides={"tier-2": yes}).tier == 1


@pytest.mark.parametrize(
    ("placement", "reasons"),
    [
        (
            placed(NOTICE_A, "NA"),
            (
                "Tier 1 takes the applicant, because the list holds NA.",
                "Tier 2 does not matter, because an earlier tier takes the applicant.",
            ),
        ),
        (
            placed(NOTICE_A, "FR", "DZ"),
            (
                (
                    "Tier 1 does not take the applicant, because the applicant is external and "
                    "the list does not hold FR or DZ."
                ),
                "Tier 2 takes the applicant, because it takes everybody whom no earlier tier takes.",
            ),
        ),
        (
            placed(NOTICE_A, internal=None),
            (
                (
                    "Tier 1 may take the applicant, because the file does not say whether the applicant "
                    "is internal and the file states no nationality."
                ),
                "Whether tier 2 takes the applicant depends on an earlier tier.",
            ),
        ),
        (
            placed((Tier(id="nobody"),)),
            ("Tier 1 does not take the applicant, because its clauses take nobody by rule.",),
        ),
    ],
)
def test_the_sentence_says_which_clause_decides(placement: Placement, reasons: tuple[str, ...]) -> None:
    assert tuple(finding.reason for finding in placement.findings) == reasons


def test_a_tier_for_some_staff_only_asks_which_contract_it_is() -> None:
    some = (
        Tier(id="tier-1", tier=1, some_internal=True),
        Tier(id="t2", tier=2, rest=True),
    )
    assert placed(some, "FR", internal=True).tier is None
    assert placed(some, "FR", internal=None).tier is None
    assert placed(some, "FR", internal=False).tier == 2

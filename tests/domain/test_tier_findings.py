"""A finding on a tier as a whole, and the clauses that its sentence names."""

from __future__ import annotations

import pytest

from recruiter_tui.domain.application import Application
from recruiter_tui.domain.finding import Evidence, Finding, Outcome, Override
from recruiter_tui.domain.person import Candidate, Document
from recruiter_tui.domain.requirement import (
    Kind,
    Necessity,
    Tier,
)
from recruiter_tui.domain.stated import Span, Stated
from recruiter_tui.domain.tier import judge_tiers
from recruiter_tui.domain.wording import Names

NAMES = Names(country=lambda code: {"DZ": "Algeria", "FR": "France", "NA": "Namibia"}[code])
FILED = Candidate(
    nationalities=(Stated.known("DZ", Span(13, 21), text="Algerian"),),
    documents=(Document("cv.txt", "0" * 64, "Nationality: Algerian"),),
)
ALGERIAN = Evidence("Algerian", "cv.txt", Span(13, 21))


LISTED = Tier(id="tier-1", tier=1, internal=True, nationalities=("NA", "DZ"), necessity=Necessity.ESSENTIAL)


def test_a_tier_finding() -> None:
    override = Override(Outcome.MET, "seen", "ana", "2026-02-06T08:00:00Z")
    placed = judge_tiers(
        (LISTED,),
        Application("A1", internal=False),
        FILED,
        grade="P-3",
        overrides={"tier-1": override},
        names=NAMES,
    )
    assert placed.findings == (
        Finding(
            "tier-1",
            Kind.TIER,
            Necessity.ESSENTIAL,
            Outcome.MET,
            "Tier 1 takes the applicant, because the list holds Algeria.",
            {"internal": False, "nationalities": ["DZ"], "gender": None, "grade": "P-3", "tier": 1},
            (ALGERIAN,),
            override,
            rule="R14-R17/1",
        ),
    )


STAFF = Tier(id="tier-1", tier=1, some_internal=True, nationalities=("NA",))
BOTH = Tier(id="tier-1", tier=1, internal=True, nationalities=("DZ",))


@pytest.mark.parametrize(
    ("tier", "internal", "codes", "why"),
    [
        (BOTH, True, ("DZ",), "takes the applicant, because the applicant is internal."),
        (BOTH, False, ("FR", "DZ"), "takes the applicant, because the list holds Algeria."),
        (
            BOTH,
            None,
            ("FR", None),
            (
                "may take the applicant, because the file does not say whether the applicant is internal "
                "and a nationality on file is unclear."
            ),
        ),
        (
            BOTH,
            None,
            ("FR",),
            "may take the applicant, because the file does not say whether the applicant is internal.",
        ),
        (
            BOTH,
            False,
            ("FR", "NA"),
            (
                "does not take the applicant, because the applicant is external and the list does not hold "
                "France or Namibia."
            ),
        ),
        (
            STAFF,
            True,
            ("FR",),
            "may take the applicant, because the file does not tell the applicant's contract.",
        ),
        (
            STAFF,
            False,
            ("FR",),
            (
                "does not take the applicant, because the applicant is external and the list does not hold "
                "France."
            ),
        ),
        (
            STAFF,
            None,
            ("FR",),
            "may take the applicant, because the file does not say whether the applicant is internal.",
        ),
        (STAFF, True, ("NA",), "takes the applicant, because the list holds Namibia."),
    ],
)
def test_a_tier_names_the_clauses_that_decide_one_where_one_is_enough(
    tier: Tier,
    internal: bool | None,  # noqa: FBT001 - a column of the table
    codes: tuple[str | None, ...],
    why: str,
) -> None:
    person = Candidate(
        nationalities=tuple(Stated.known(code) if code else Stated.missing("unclear") for code in codes)
    )
    [found] = judge_tiers((tier,), Application("A1", internal=internal), person, names=NAMES).findings
    assert found.reason == f"Tier 1 {why}"


def test_a_clause_for_one_gender_is_said_in_one_word() -> None:
    men = Tier(id="tier-1", tier=1, gender="hombre")
    for stated, said in (("homme", "applies"), ("mujer", "does not apply")):
        person = Candidate(gender=Stated.known(stated))
        [found] = judge_tiers((men,), Application("A1"), person).findings
        assert found.reason.endswith(f"because the clause for male candidates {said}.")


def test_whom_no_tier_takes_comes_after_the_last_also_of_many() -> None:
    tiers = (
        Tier(id="tier-3", tier=3, nationalities=("NA",)),
        Tier(id="tier-1", tier=1, internal=True),
    )
    person = Candidate(nationalities=(Stated.known("FR"),))
    assert judge_tiers(tiers, Application("A1", internal=False), person).tier == 4
    assert judge_tiers(tiers, Application("A1"), person).tier is None

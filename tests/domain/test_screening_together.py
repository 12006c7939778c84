"""Many screened by one prepared notice: each gets what he or she would get alone."""

from __future__ import annotations

import datetime as dt
import itertools
from dataclasses import replace
from fractions import Fraction

import pytest

from recruiter_tui.domain.application import Application
from recruiter_tui.domain.crosswalk import CONVENTION
from recruiter_tui.domain.dates import Moment, PartialDate
from recruiter_tui.domain.finding import Finding, Outcome, Override
from recruiter_tui.domain.notice import Closing, Notice, Source
from recruiter_tui.domain.person import Candidate, Degree, DegreeStatus, Document, Employment, LanguageSkill
from recruiter_tui.domain.policy import ClosingMinute, NationalityReading, Policy
from recruiter_tui.domain.requirement import (
    Branch,
    Channel,
    DegreeLevel,
    EducationExperience,
    ExperienceTopic,
    LanguageNeed,
    LanguageRequirement,
    Nationality,
    Necessity,
    Tier,
)
from recruiter_tui.domain.rulings import Accreditation, FieldRuling, Relevance, Standing, field_key, job_keys
from recruiter_tui.domain.screening import Applicant, Screening, family_outcome, prepare, strictest
from recruiter_tui.domain.standing import standing_of
from recruiter_tui.domain.stated import Span, Stated
from recruiter_tui.domain.wording import Names

MET, NOT_MET, CANNOT_TELL = Outcome.MET, Outcome.NOT_MET, Outcome.CANNOT_TELL
EDUCATION = EducationExperience(
    id="education",
    alternatives=(Branch(DegreeLevel.BACHELOR, 12),),
    fields_of_study=("Law",),
    accreditation="accredited",
)
NOTICE = Notice(
    Source("a.txt", "0", "test"),
    "",
    duty_station_country=Stated.known("DZ"),
    grade=Stated.known("P-5"),
    closing=Stated.known(Closing(dt.date(2026, 2, 5), dt.time(23, 59), "UTC")),
    criteria=(
        EDUCATION,
        LanguageRequirement(id="language-en", any_of=(LanguageNeed("en", "fluent"),)),
        Nationality(id="nationality"),
        Tier(id="tier-1", internal=True, nationalities=("NA",), gender="female", grade_from="P-4"),
        Tier(id="tier-2", tier=2, rest=True),
        Channel(id="channel", channel="portal"),
        Channel(id="channel-2", channel="e-mail", necessity=Necessity.ADVANTAGE),
        ExperienceTopic(id="topic", text="Border management"),
    ),
)
NAMES = Names(
    country=lambda code: {"DZ": "Algeria", "NA": "Namibia", "FR": "France"}[code],
    language=lambda code: {"en": "English"}[code],
)
PAPER = (Document("cv.txt", "0", "Algerian and Namibian"),)
HELD: tuple[tuple[Stated[str], ...], ...] = (
    (),
    (Stated.known("DZ"),),
    (Stated.known("DZ", text="Algerian"),),
    (Stated.known("DZ", Span(0, 8)),),
    (Stated.known("NA"),),
    (Stated.missing("unclear"),),
    (Stated.known("NA"), Stated.known("FR")),
)
RECEIVED = ("2026-02-05T10:00:00Z", "2026-02-05T23:59:30Z", "2026-02-06T00:00:00Z", None)


def applicants() -> list[Applicant]:
    """Return people who are alike in all but one or two things."""
    pile = itertools.product(HELD, ("female", None), (True, False, None), ("portal", "e-mail"), RECEIVED)
    return [
        Applicant(
            Application(f"A{number}", Moment.parse(came) if came else None, way, internal=internal),
            Candidate(
                nationalities=held,
                gender=Stated.known(gender) if gender else Stated.missing(),
                languages=(LanguageSkill("en", "fluent"),)[: number % 2],
                documents=PAPER,
            ),
        )
        for number, (held, gender, internal, way, came) in enumerate(pile)
    ]


def test_nobody_gets_what_belongs_to_another() -> None:
    together = prepare(NOTICE, names=NAMES)
    for applicant in applicants():
        assert together.screen(applicant) == prepare(NOTICE, names=NAMES).screen(applicant)


def only(screening: Screening, criterion: str) -> Finding:
    return next(finding for finding in screening.findings if finding.criterion == criterion)


PERSON = Applicant(
    Application("A1", Moment.parse("2026-02-05T23:59:30Z"), "portal", internal=False),
    Candidate(
        nationalities=(Stated.known("FR"), Stated.known("DZ")),
        gender=Stated.known("female"),
        employment=(Employment("Court", "Clerk", PartialDate(2020, 1, 1), PartialDate(2020, 12, 31)),),
        degrees=(Degree(DegreeLevel.BACHELOR, "Music", "Oran", PartialDate(2010), DegreeStatus.COMPLETED),),
        languages=(LanguageSkill("en", "B2"),),
    ),
)


def test_names_of_countries_and_languages_are_those_that_were_given() -> None:
    found = prepare(NOTICE, names=NAMES).screen(PERSON)
    assert "national of France and Algeria" in only(found, "nationality").reason
    assert "English (B2)" in only(found, "language-en").reason
    bare = prepare(NOTICE).screen(PERSON)
    assert "national of FR and DZ" in only(bare, "nationality").reason
    namibian = replace(PERSON.candidate, nationalities=(Stated.known("NA"),))
    placed = prepare(NOTICE, names=NAMES).screen(replace(PERSON, candidate=namibian))
    assert only(placed, "tier-1").reason == "Tier 1 takes the applicant, because the list holds Namibia."


def test_the_grade_of_the_post_and_the_gender_reach_the_tiers() -> None:
    assert prepare(NOTICE).screen(PERSON).tier == 1
    assert prepare(replace(NOTICE, grade=Stated.known("P-3"))).screen(PERSON).tier == 2


@pytest.mark.parametrize(
    ("policy", "deadline", "nationality"),
    [
        (Policy(), MET, CANNOT_TELL),
        (Policy(closing_minute=ClosingMinute.EXCLUSIVE), NOT_MET, CANNOT_TELL),
        (Policy(nationality_rule=NationalityReading.RECOGNISED_ONE), MET, MET),
    ],
)
def test_the_policy_reaches_every_rule(policy: Policy, deadline: Outcome, nationality: Outcome) -> None:
    found = prepare(NOTICE, policy).screen(PERSON)
    assert (found.family("deadline"), only(found, "nationality").outcome) == (deadline, nationality)
    assert found.families()["deadline"] is deadline


def test_what_persons_ruled_and_looked_up_reaches_the_rules() -> None:
    usual = prepare(NOTICE).screen(PERSON)
    assert only(usual, "education").outcome is NOT_MET
    assert only(usual, "language-en").outcome is NOT_MET
    ruling = FieldRuling("Music", related=True, reason="Of use.", by="ana")
    checked = Accreditation("Oran", Standing.RECOGNISED, "2026-01-01", "ana")
    screener = prepare(
        NOTICE,
        fields={field_key("Music"): ruling},
        crosswalk=CONVENTION.moved("B2", 4, 4),
        institutions={field_key("Oran"): checked},
    )
    found = screener.screen(PERSON)
    assert only(found, "education").outcome is MET
    assert checked.flag in only(found, "education").flags
    assert only(found, "language-en").outcome is MET
    (key,) = job_keys(PERSON.candidate.employment)
    half = replace(PERSON, relevance={key: Relevance(Fraction(1, 2))})
    finding = only(screener.screen(half), "education")
    weighed = screener.weigh(EDUCATION, half)
    assert weighed is not None
    assert finding.outcome is NOT_MET
    assert weighed.standing == standing_of(finding)


def test_a_ruling_on_a_tier_moves_one_person_alone() -> None:
    together = prepare(NOTICE)
    ruling = {"tier-1": Override(NOT_MET, "The list is old.", "ana", "2026")}
    assert together.screen(PERSON).tier == 1
    ruled = together.screen(PERSON, ruling)
    assert (ruled.tier, only(ruled, "tier-1").override) == (2, ruling["tier-1"])
    assert together.screen(PERSON).tier == 1


def test_a_ruling_stands_on_its_criterion_alone_and_moves_the_outcome() -> None:
    together = prepare(NOTICE)
    rulings = {
        "language-en": Override(MET, "Heard.", "ana", "2026"),
        "topic": Override(NOT_MET, "Read.", "ana", "2026"),
    }
    found = together.screen(PERSON, rulings)
    assert {one.criterion: one.override for one in found.findings if one.override} == rulings
    assert found.family("languages") is MET
    assert found.families() == {name: found.family(name) for name in found.families()}
    assert found.outcome is NOT_MET


@pytest.mark.parametrize(
    ("outcomes", "expected"),
    [
        ((), None),
        ((MET,), MET),
        ((MET, CANNOT_TELL, MET), CANNOT_TELL),
        ((CANNOT_TELL, NOT_MET, MET), NOT_MET),
        ((None, MET), MET),
        ((None,), None),
    ],
)
def test_the_strictest_outcome_stands(outcomes: tuple[Outcome | None, ...], expected: Outcome | None) -> None:
    for order in itertools.permutations(outcomes):
        assert strictest(order) is expected


def test_a_tier_never_enters_the_outcome_whatever_it_weighs() -> None:
    tier = Tier(id="tier-1", tier=1, nationalities=("NA",), necessity=Necessity.ESSENTIAL)
    found = prepare(replace(NOTICE, criteria=(tier,))).screen(PERSON)
    assert only(found, "tier-1").outcome is NOT_MET
    assert (found.outcome, found.tier) == (MET, 2)


def test_a_family_is_empty_where_the_notice_asks_for_nothing_of_the_kind() -> None:
    found = prepare(replace(NOTICE, criteria=())).screen(PERSON)
    assert [one.criterion for one in found.findings] == ["deadline"]
    assert found.families() == {
        "eligibility": None,
        "deadline": MET,
        "education_experience": None,
        "languages": None,
    }
    assert (found.tier, found.outcome) == (None, MET)
    assert family_outcome(found.findings) is None


def test_experience_counts_up_to_the_closing_and_without_one_up_to_the_receipt() -> None:
    open_end = replace(NOTICE, closing=Stated.missing())
    for notice, cut_off in ((NOTICE, "2026-02-05"), (open_end, "2026-02-05")):
        found = prepare(notice).screen(PERSON)
        assert only(found, "education").inputs["cut_off"] == cut_off
    silent = replace(PERSON, application=Application("A1"))
    assert only(prepare(open_end).screen(silent), "education").inputs["cut_off"] is None
    assert prepare(open_end).weigh(EDUCATION, silent) is None

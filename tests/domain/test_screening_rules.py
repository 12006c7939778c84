"""Screening as a whole: one finding per criterion, the strictest essential one decides, rulings stand."""

from __future__ import annotations

import dataclasses
import datetime as dt
import json
from fractions import Fraction

import pytest

from recruiter_tui.domain.application import Application
from recruiter_tui.domain.dates import Moment, PartialDate
from recruiter_tui.domain.finding import Finding, Outcome, Override
from recruiter_tui.domain.notice import Closing, Notice, Source
from recruiter_tui.domain.person import (
    PRESENT,
    Candidate,
    Degree,
    DegreeStatus,
    Document,
    Employment,
    LanguageSkill,
)
from recruiter_tui.domain.policy import ExperiencePolicy, Policy
from recruiter_tui.domain.requirement import (
    Branch,
    Channel,
    Competency,
    Criterion,
    DegreeLevel,
    EducationExperience,
    ExperienceTopic,
    Kind,
    LanguageNeed,
    LanguageRequirement,
    Nationality,
    NationalityRule,
    Necessity,
    Skill,
    Stage,
    Tier,
)
from recruiter_tui.domain.screening import (
    FAMILIES,
    Applicant,
    Screening,
    application_outcome,
    family_outcome,
    prepare,
    screen,
)
from recruiter_tui.domain.stated import Stated
from tests.growth import grows_linearly

CRITERIA: tuple[Criterion, ...] = (
    EducationExperience(
        id="education",
        alternatives=(Branch(DegreeLevel.MASTER, 60), Branch(DegreeLevel.BACHELOR, 84)),
        fields_of_study=("International Relations",),
        related_field=True,
    ),
    LanguageRequirement(id="language-en", any_of=(LanguageNeed("en", "fluent", ("oral", "written")),)),
    LanguageRequirement(
        id="language-fr", any_of=(LanguageNeed("fr", "working knowledge"),), necessity=Necessity.ADVANTAGE
    ),
    ExperienceTopic(id="experience-1", text="Experience in border management"),
    ExperienceTopic(
        id="experience-2", text="Visa work is an advantage", necessity=Necessity.ADVANTAGE, stage=Stage.PAPER
    ),
    Skill(id="skill-1", text="Procurement"),
    Skill(id="skill-2", text="Negotiation", stage=Stage.INTERVIEW),
    Competency(id="competency-1", text="Teamwork", level=2),
    Nationality(id="nationality"),
    Tier(id="tier-1", internal=True, nationalities=("NA", "IL")),
    Tier(id="tier-2", tier=2, rest=True),
    Channel(id="channel", channel="e-recruitment"),
)
NOTICE = Notice(
    Source("a.txt", "0", "test"),
    "Notice",
    duty_station_country=Stated.known("DZ"),
    grade=Stated.known("P-3"),
    closing=Stated.known(Closing(dt.date(2026, 2, 5), dt.time(23, 59), "Europe/Zurich")),
    criteria=CRITERIA,
)
NATIONAL = dataclasses.replace(
    NOTICE, criteria=(Nationality(id="nationality", rule=NationalityRule.ONLY_DUTY_STATION),)
)
PLAIN = dataclasses.replace(NOTICE, criteria=(CRITERIA[0],))

FIT = Candidate(
    nationalities=(Stated.known("NA"),),
    employment=(Employment("NGO", "Officer", PartialDate(2018, 9, 1), PRESENT, Fraction(1), paid=True),),
    degrees=(Degree(DegreeLevel.MASTER, "International Relations", completed=PartialDate(2015)),),
    languages=(LanguageSkill("en", "native"),),
    documents=(Document("cv.txt", "0", "I did border management.\nOnce more: border management in Oran."),),
)
ON_TIME = Application("A1", Moment.parse("2026-02-01T10:00:00Z"), "e-recruitment", internal=False)


def screened(
    candidate: Candidate = FIT,
    application: Application = ON_TIME,
    notice: Notice = NOTICE,
    overrides: dict[str, Override] | None = None,
) -> Screening:
    return screen(Applicant(application, candidate), notice, Policy(), overrides or {})


def by_id(screening: Screening) -> dict[str, Finding]:
    return {finding.criterion: finding for finding in screening.findings}


def ruling(outcome: Outcome) -> Override:
    return Override(outcome, "I read the papers.", "ana", "2026-02-06T08:00:00Z")


def test_one_finding_per_criterion_in_the_notices_order_the_closing_first() -> None:
    result = screened()
    assert [finding.criterion for finding in result.findings] == [
        "deadline",
        *(criterion.id for criterion in CRITERIA),
    ]
    assert (result.tier, result.outcome) == (1, "met")
    assert {name: result.family(name) for name in FAMILIES} == dict.fromkeys(FAMILIES, "met")


def test_every_finding_is_plain_speech_and_plain_data() -> None:
    for person in (FIT, Candidate()):
        for finding in screened(person).findings:
            assert finding.reason[0].isupper()
            assert finding.reason.endswith(".")
            assert "  " not in finding.reason
            assert finding.rule
            assert json.loads(json.dumps(finding.inputs)) == finding.inputs


def test_an_advantage_and_a_tier_never_change_the_outcome() -> None:
    result = screened(dataclasses.replace(FIT, nationalities=(Stated.known("FR"),)))
    assert by_id(result)["language-fr"].outcome == "not met"
    assert by_id(result)["tier-1"].outcome == "not met"
    assert (result.tier, result.outcome) == (2, "met")
    unknown = Application("A1", ON_TIME.received, "e-recruitment")
    result = screened(dataclasses.replace(FIT, nationalities=(Stated.known("FR"),)), unknown)
    assert (result.tier, result.outcome) == (None, "met")


def test_the_strictest_essential_finding_decides() -> None:
    assert screened(dataclasses.replace(FIT, languages=())).outcome == "cannot tell"
    late = Application("A1", Moment.parse("2026-02-06T10:00:00Z"), "e-recruitment", internal=True)
    result = screened(dataclasses.replace(FIT, languages=()), late)
    assert (result.outcome, result.family("deadline"), result.family("languages")) == (
        "not met",
        "not met",
        "cannot tell",
    )


def test_exclusion_beats_the_tier_also_for_internal_candidates() -> None:
    internal = dataclasses.replace(ON_TIME, internal=True)
    result = screened(dataclasses.replace(FIT, nationalities=(Stated.known("DZ"),)), internal)
    assert (result.tier, result.outcome, result.family("eligibility")) == (1, "not met", "not met")


@pytest.mark.parametrize("internal", [True, False])
@pytest.mark.parametrize("gender", ["female", "male"])
@pytest.mark.parametrize(
    ("codes", "listed", "outcome", "national", "plain"),
    [
        (("DZ",), False, "not met", "met", "met"),
        (("DZ", "FR"), False, "cannot tell", "cannot tell", "met"),
        (("DZ", "NA"), True, "cannot tell", "cannot tell", "met"),
        (("FR",), False, "met", "not met", "met"),
        (("NA",), True, "met", "not met", "met"),
        ((), False, "cannot tell", "cannot tell", "met"),
    ],
)
def test_the_truth_table_of_persons(
    *,
    internal: bool,
    gender: str,
    codes: tuple[str, ...],
    listed: bool,
    outcome: str,
    national: str,
    plain: str,
) -> None:
    person = dataclasses.replace(
        FIT, nationalities=tuple(Stated.known(code) for code in codes), gender=Stated.known(gender)
    )
    application = dataclasses.replace(ON_TIME, internal=internal)
    result = screened(person, application)
    expected = 1 if internal or listed else 2 if codes else None
    assert (result.tier, result.outcome) == (expected, outcome)
    national_post = screened(person, application, NATIONAL)
    assert (national_post.tier, national_post.outcome) == (None, national)
    silent = screened(person, application, PLAIN)
    assert (silent.tier, silent.outcome, silent.family("eligibility")) == (None, plain, None)


def test_what_a_person_judges_waits_for_the_person() -> None:
    waiting = by_id(screened())
    for criterion in ("experience-1", "skill-1", "competency-1"):
        assert waiting[criterion].outcome is None
    assert screened(overrides={"experience-1": ruling(Outcome.NOT_MET)}).outcome == "not met"
    assert screened(overrides={"experience-2": ruling(Outcome.NOT_MET)}).outcome == "met"
    unready = screened(dataclasses.replace(FIT, languages=()))
    assert unready.outcome == "cannot tell"


def test_a_ruling_stands_beside_the_machines_outcome() -> None:
    late = Application("A1", Moment.parse("2026-02-06T10:00:00Z"), "e-recruitment", internal=False)
    result = screened(FIT, late, overrides={"deadline": ruling(Outcome.MET), "nobody": ruling(Outcome.MET)})
    finding = by_id(result)["deadline"]
    assert (finding.outcome, finding.standing, result.outcome) == ("not met", "met", "met")
    tiers = screened(overrides={"tier-1": ruling(Outcome.NOT_MET)})
    assert (tiers.tier, by_id(tiers)["tier-1"].standing) == (2, "not met")


def test_passages_are_proposed_to_the_person_who_judges() -> None:
    findings = by_id(screened())
    border = findings["experience-1"]
    assert [known.quote for known in border.evidence] == [
        "I did border management.",
        "Once more: border management in Oran.",
    ] or len(border.evidence) >= 1
    assert border.inputs["passages"] == len(border.evidence)
    assert "no passage" in findings["skill-1"].reason
    one = dataclasses.replace(FIT, documents=(Document("cv.txt", "0", "Visa work."),))
    assert "one passage" in by_id(screened(one))["experience-2"].reason
    assert findings["skill-2"].reason.startswith("A person judges this")
    assert findings["competency-1"].reason == "A person judges this at the assessment, not on paper."


def test_a_person_who_opens_a_dossier_sees_the_passages_of_each_topic() -> None:
    found = prepare(NOTICE).passages(FIT)
    assert found.keys() == {"experience-1", "experience-2", "skill-1", "skill-2"}
    assert found["experience-1"][0].quote == "I did border management."
    assert found["skill-1"] == ()


def test_who_has_no_passage_shares_the_finding_with_others_who_have_none() -> None:
    screener = prepare(NOTICE)
    silent = dataclasses.replace(FIT, documents=())
    first, second = (
        by_id(screener.with_passages(screener.screen(Applicant(ON_TIME, one)), one))["skill-1"]
        for one in (silent, FIT)
    )
    assert first is second
    assert "no passage" in first.reason


def test_every_family_has_its_strictest_outcome() -> None:
    waiting = screened()
    topics = ("experience-1", "skill-1")
    ruled = screened(overrides={name: ruling(Outcome.NOT_MET) for name in topics})
    for result in (waiting, ruled):
        assert result.families() == {name: result.family(name) for name in FAMILIES}
        assert result.families()["languages"] == "met"
    assert (waiting.outcome, ruled.outcome) == ("met", "not met")


@pytest.mark.parametrize("criterion", ["education", "language-en", "nationality", "channel", "skill-1"])
def test_one_criterion_alone_is_judged_as_among_all(criterion: str) -> None:
    screener = prepare(NOTICE)
    alone = next(one for one in CRITERIA if one.id == criterion)
    whole = screener.screen(Applicant(ON_TIME, FIT))
    assert screener.judge_one(alone, Applicant(ON_TIME, FIT)) == by_id(whole)[criterion]


def test_a_competency_on_paper_is_said_to_be_judged_without_a_stage() -> None:
    notice = dataclasses.replace(NOTICE, criteria=(Competency(id="c", stage=Stage.PAPER),))
    assert by_id(screened(notice=notice))["c"].reason == "A person judges this."


def test_without_a_closing_the_day_of_receipt_is_the_cut_off() -> None:
    notice = dataclasses.replace(NOTICE, closing=Stated.missing())
    findings = by_id(screened(notice=notice))
    assert findings["deadline"].outcome == "cannot tell"
    assert findings["education"].inputs["cut_off"] == "2026-02-01"
    nothing = by_id(screened(application=Application("A1"), notice=notice))
    assert nothing["education"].outcome == "cannot tell"


def test_outcomes_of_no_findings_are_none() -> None:
    assert application_outcome(()) is None
    assert family_outcome((), Kind.LANGUAGE) is None


def test_screening_one_more_application_costs_no_more_than_the_last() -> None:
    topics = tuple(
        ExperienceTopic(id=f"topic-{n}", text="Experience in border management") for n in range(18)
    )
    screener = prepare(dataclasses.replace(NOTICE, criteria=CRITERIA + topics))
    applicant = Applicant(ON_TIME, FIT)

    def screen_all(applications: int) -> None:
        for _ in range(applications):
            screener.screen(applicant)

    assert grows_linearly(screen_all, 250)


def test_one_application_is_screened_under_the_policy_that_is_named() -> None:
    asked = EducationExperience(id="education", alternatives=(Branch(DegreeLevel.MASTER, 24),))
    degree = Degree(DegreeLevel.MASTER, completed=PartialDate(2010), status=DegreeStatus.COMPLETED)
    year = (PartialDate(2015, 1, 1), PartialDate(2015, 12, 31))
    twice = Candidate(
        degrees=(degree,),
        employment=(Employment("A", "Officer", *year), Employment("B", "Officer", *year)),
    )
    closing = Stated.known(Closing(dt.date(2026, 2, 5), dt.time(12), "UTC"))
    notice = Notice(Source("n.txt", "0" * 64, "labelled"), "", closing=closing, criteria=(asked,))

    def outcome(policy: ExperiencePolicy) -> Outcome | None:
        found = screen(Applicant(Application("A1"), twice), notice, Policy(experience=policy))
        return found.family("education_experience")

    assert outcome(ExperiencePolicy.SUM) is Outcome.MET
    assert outcome(ExperiencePolicy.ONCE) is Outcome.NOT_MET

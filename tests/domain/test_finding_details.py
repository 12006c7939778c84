"""What findings show besides the outcome: every input by its name, and every word that a rule knows."""

from __future__ import annotations

import datetime as dt
from fractions import Fraction

import pytest

from recruiter_tui.domain.application import Application
from recruiter_tui.domain.dates import Moment, PartialDate
from recruiter_tui.domain.deadline import judge_deadline
from recruiter_tui.domain.education import EducationDemand
from recruiter_tui.domain.eligibility import judge_channel, judge_nationality
from recruiter_tui.domain.finding import Outcome
from recruiter_tui.domain.language import LanguageDemand
from recruiter_tui.domain.notice import Closing
from recruiter_tui.domain.person import Candidate, Degree, DegreeStatus, Employment, LanguageSkill
from recruiter_tui.domain.policy import DEFAULT_POLICY
from recruiter_tui.domain.requirement import (
    Branch,
    Channel,
    DegreeLevel,
    EducationExperience,
    LanguageNeed,
    LanguageRequirement,
    Nationality,
    NationalityRule,
    Tier,
)
from recruiter_tui.domain.stated import Stated
from recruiter_tui.domain.tier import judge_tiers

DAY = dt.date(2026, 2, 5)


def test_education_shows_its_whole_arithmetic() -> None:
    asked = EducationExperience(
        id="e", alternatives=(Branch(DegreeLevel.MASTER, 12),), fields_of_study=("Law",), related_field=True
    )
    job = Employment("A", "B", PartialDate(2024, 1, 1), PartialDate(2024, 12, 31), Fraction(1, 2), paid=True)
    degree = Degree(DegreeLevel.MASTER, "Law", "U", PartialDate(2020, 7), DegreeStatus.COMPLETED)
    months = {"exact": "6", "low": 6.0, "high": 6.0}
    finding = EducationDemand(asked, DEFAULT_POLICY).judge(
        Candidate(employment=(job,), degrees=(degree,)), DAY
    )
    assert finding.inputs == {
        "policy": "once-fte",
        "count_from": "any",
        "count_unpaid": True,
        "switches": "once-fte",
        "months": months,
        "branches": [
            {
                "degree": "master",
                "months": 12,
                "outcome": "not met",
                "degree_outcome": "met",
                "experience_outcome": "not met",
                "counted": months,
            }
        ],
        "cut_off": "2026-02-05",
        "fields_of_study": ["Law"],
        "jobs": [{"start": "2024-01-01", "end": "2024-12-31", "fte": "1/2", "paid": True, "flags": []}],
        "degrees": [
            {
                "level": "master",
                "field": "Law",
                "completed": "2020-07",
                "status": "completed",
                "conferred": "met",
                "listed_field": "Law",
            }
        ],
    }
    assert "field of study ruled on" not in finding.flags
    unknown = EducationDemand(asked, DEFAULT_POLICY).judge(Candidate(), None)
    assert unknown.inputs == {
        "policy": "once-fte",
        "months": {"exact": None, "low": None, "high": None},
        "branches": [{"degree": "master", "months": 12, "outcome": "cannot tell"}],
        "cut_off": None,
    }
    assert EducationDemand(EducationExperience(id="e"), DEFAULT_POLICY).judge(Candidate(), DAY).inputs == {
        "policy": "once-fte",
        "branches": [],
    }


def test_a_language_shows_what_was_asked_and_declared() -> None:
    asked = LanguageRequirement(id="l", any_of=(LanguageNeed("fr", "fluent", ("oral",)),))
    french = LanguageSkill("fr", "B2", {"reading": "C1"})
    assert LanguageDemand(asked).judge(Candidate(languages=(french,))).inputs == {
        "asked": [{"language": "fr", "level": "fluent", "skills": ["oral"]}],
        "declared": [{"language": "fr", "level": "B2", "scale": {"reading": "C1"}}],
    }
    nothing = LanguageDemand(LanguageRequirement(id="l")).judge(Candidate())
    assert nothing.reason.startswith("The requirement names no language that the program knows")


@pytest.mark.parametrize(
    ("skill", "asked"),
    [
        ("read", "reading"),
        ("write", "writing"),
        ("written", "writing"),
        ("speak", "speaking"),
        ("spoken", "speaking"),
        ("oral", "speaking"),
        ("Spoken interaction", "speaking"),
        ("spoken production", "speaking"),
        ("listening", "understanding"),
        ("listen", "understanding"),
        ("understand", "understanding"),
        ("understanding", "understanding"),
    ],
)
def test_a_skill_is_known_by_its_other_names(skill: str, asked: str) -> None:
    need = LanguageRequirement(id="l", any_of=(LanguageNeed("fr", "C1", (asked,)),))
    declared = LanguageSkill("fr", None, {skill: "C2"})
    assert LanguageDemand(need).judge(Candidate(languages=(declared,))).outcome is Outcome.MET


def test_written_asks_for_reading_and_writing_and_oral_for_speaking_and_understanding() -> None:
    for asked, needed in (("written", "reading writing"), ("oral", "speaking understanding")):
        need = LanguageRequirement(id="l", any_of=(LanguageNeed("fr", "C1", (asked,)),))
        good = dict.fromkeys(needed.split(), "C2")
        for name in good:
            declared = LanguageSkill("fr", None, good | {name: "A1"})
            assert LanguageDemand(need).judge(Candidate(languages=(declared,))).outcome is Outcome.NOT_MET, (
                name
            )
        declared = LanguageSkill("fr", None, good)
        assert LanguageDemand(need).judge(Candidate(languages=(declared,))).outcome is Outcome.MET


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        (
            "e-recruitment",
            "erecruitment, e recruitment, online, on-line, portal, PRISM, Oracle, Inspira, web, website",
        ),
        (
            "our recruitment system",
            "Workday, Taleo, SuccessFactors, system, application form, Quantum, recruitment platform",
        ),
        ("online", "en ligne, en línea, portail, plataforma, plateforme"),
        ("e-mail", "email, mail, courriel, correo electrónico, correio eletrônico, mailto, a@example.org"),
        ("post", "postal, letter, courier, fax, courrier, correo postal, poste"),
        ("by hand", "hand, in person, walk-in, en personne, en persona, em mãos"),
        ("job board", "LinkedIn, Indeed, UNjobs, ReliefWeb, Impactpool, referral"),
    ],
)
def test_every_word_for_a_channel_is_known(asked: str, words: str) -> None:
    for came in words.split(", "):
        finding = judge_channel(Channel(id="c", channel=asked), Application("A1", None, came))
        assert finding.outcome is Outcome.MET, came
        assert finding.inputs == {"asked": asked, "channel": came}


@pytest.mark.parametrize(
    ("words", "outcome"),
    [
        ("female woman women f femme femenino feminino mujer mulher Female", Outcome.MET),
        ("male man men m homme masculin masculino hombre homem other", Outcome.NOT_MET),
    ],
)
def test_gender_is_known_by_every_word(words: str, outcome: Outcome) -> None:
    women = Tier(id="t", tier=1, gender="women", grade_from="P-4")
    men = Tier(id="t", tier=1, gender="male")
    for word in words.split():
        candidate = Candidate(gender=Stated.known(word))
        [finding] = judge_tiers((women,), Application("A1"), candidate, grade="P-4").findings
        assert finding.outcome is outcome, word
        [finding] = judge_tiers((men,), Application("A1"), candidate).findings
        assert (finding.outcome is Outcome.MET) == (outcome is Outcome.NOT_MET and word != "other"), word


@pytest.mark.parametrize(
    ("grade", "gender", "reason"),
    [
        (
            "P-3",
            "female",
            "because the clause for female candidates begins at P-4.",
        ),
        (None, "female", "may take the applicant, because the notice states no grade for the clause"),
        ("P-5", None, "may take the applicant, because the file states no gender for the clause"),
        ("D-1", "female", "takes the applicant, because the clause for female candidates applies."),
        ("USG", "female", "takes the applicant, because the clause for female candidates applies."),
        ("P-5", "male", "because the clause for female candidates does not apply."),
    ],
)
def test_the_clause_for_one_gender_says_why(grade: str | None, gender: str | None, reason: str) -> None:
    women = Tier(id="t", tier=1, gender="female", grade_from="P-4")
    candidate = Candidate(gender=Stated.known(gender) if gender else Stated.missing())
    [finding] = judge_tiers((women,), Application("A1", internal=False), candidate, grade=grade).findings
    assert reason in finding.reason
    assert finding.inputs == {
        "internal": False,
        "nationalities": [],
        "gender": gender,
        "grade": grade,
        "tier": 1,
    }
    assert finding.evidence == ()


def test_nationalities_are_quoted_only_for_a_tier_with_a_list() -> None:
    listed = Tier(id="t", tier=1, nationalities=("FR",))
    candidate = Candidate(nationalities=(Stated.known("FR"), Stated.missing()))
    placed = judge_tiers((listed, Tier(id="r", tier=2, rest=True)), Application("A1"), candidate)
    assert [one.quote for one in placed.findings[0].evidence] == ["FR"]
    assert placed.findings[1].evidence == ()
    assert placed.findings[0].inputs["nationalities"] == ["FR", None]


def test_nationality_shows_the_rule_and_names_three_countries_at_most() -> None:
    for countries, shown in ((("A", "B", "C"), "A, B or C"), (("A", "B", "C", "D"), "the listed countries")):
        rule = Nationality(id="n", rule=NationalityRule.EXCLUDES_LISTED, listed=countries)
        held = Candidate(nationalities=(Stated.known("FR"),))
        finding = judge_nationality(rule, Application("A1"), held)
        assert finding.reason.endswith(f"the notice excludes nationals of {shown}.")
        assert finding.inputs["rule"] == rule.rule.value
        assert finding.inputs["countries"] == list(countries)


@pytest.mark.parametrize(
    ("time", "zone", "flags"),
    [
        (dt.time(12), "Europe/Zurich", ()),
        (None, "Europe/Zurich", ("time of closing not stated",)),
        (dt.time(12), None, ("zone of closing not stated",)),
        (None, None, ("time of closing not stated", "zone of closing not stated")),
    ],
)
def test_what_a_closing_leaves_open_is_flagged(
    time: dt.time | None, zone: str | None, flags: tuple[str, ...]
) -> None:
    finding = judge_deadline(Closing(DAY, time, zone), Moment.parse("2026-01-01T10:00:00Z"))
    assert (finding.flags, finding.rule) == (flags, "R1-R5/1")

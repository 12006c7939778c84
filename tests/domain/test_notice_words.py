"""Fields and criteria of a notice in plain words."""

from __future__ import annotations

import datetime as dt

import pytest

from recruiter_tui.domain.notice import Closing
from recruiter_tui.domain.notice_words import asked_words, criterion_words, value_words
from recruiter_tui.domain.requirement import (
    Branch,
    Channel,
    Competency,
    CompetencyGroup,
    Criterion,
    DegreeLevel,
    EducationExperience,
    ExperienceTopic,
    FieldRule,
    LanguageNeed,
    LanguageRequirement,
    Nationality,
    NationalityRule,
    Skill,
    Tier,
)
from recruiter_tui.domain.wording import Names

NAMES = Names(country={"DZ": "Algeria", "NA": "Namibia"}.__getitem__, language={"fr": "French"}.__getitem__)


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (None, ""),
        (Closing(dt.date(2026, 2, 5), dt.time(23, 59), "Europe/Zurich"), "5 Feb 2026, 23:59, Europe/Zurich"),
        (Closing(dt.date(2026, 2, 5)), "5 Feb 2026, time not stated, zone not stated"),
        (dt.date(2026, 1, 29), "29 Jan 2026"),
        (24, "24 months"),
        ("P-3", "P-3"),
    ],
)
def test_a_value_in_words(value: object, words: str) -> None:
    assert value_words(value) == words


def test_a_country_is_named_where_names_are_known() -> None:
    assert value_words("DZ", NAMES, country=True) == "Algeria"
    assert value_words("DZ", country=True) == "DZ"


@pytest.mark.parametrize(
    ("branch", "words"),
    [
        (Branch(DegreeLevel.MASTER, 60), "master with 5 years"),
        (Branch(DegreeLevel.MASTER, 60, FieldRule.ANY), "master with 5 years (any field)"),
        (Branch(DegreeLevel.MASTER, None, FieldRule.OPEN), "master (field not said)"),
        (Branch(DegreeLevel.MASTER, None, fields_of_study=("law", "arts")), "master (in law; arts)"),
        (Branch(DegreeLevel.MASTER, None, FieldRule.OPEN, ("law",)), "master (in law; field not said)"),
        (Branch(DegreeLevel.MASTER, None, fields_of_study=("law and order",)), "master (in law and order;)"),
    ],
)
def test_a_branch_says_which_fields_hold_for_it(branch: Branch, words: str) -> None:
    assert asked_words(EducationExperience(id="education", alternatives=(branch,))) == words


@pytest.mark.parametrize(
    ("criterion", "words"),
    [
        (
            EducationExperience(
                id="education",
                alternatives=(Branch(DegreeLevel.MASTER, 60), Branch(DegreeLevel.BACHELOR, 1)),
                fields_of_study=("law", "economics"),
                related_field=True,
            ),
            "master with 5 years or bachelor with 1 month in law or economics or a related field",
        ),
        (EducationExperience(id="e", alternatives=(Branch(DegreeLevel.DOCTORATE),)), "doctorate"),
        (
            LanguageRequirement(id="l", any_of=(LanguageNeed("fr", "fluent", ("oral", "written")),)),
            "French fluent (oral, written)",
        ),
        (ExperienceTopic(id="x", text="Ports", months=12), "1 year"),
        (ExperienceTopic(id="x", text="Ports"), ""),
        (Competency(id="c", text="Teamwork", group=CompetencyGroup.CORE, level=2), "core, level 2"),
        (Competency(id="c", text="Teamwork", group=CompetencyGroup.VALUES), "values"),
        (
            Nationality(id="n", rule=NationalityRule.EXCLUDES_DUTY_STATION, country="DZ"),
            "excludes duty-station nationals: Algeria",
        ),
        (Nationality(id="n", rule=NationalityRule.ONLY_DUTY_STATION), "only duty-station nationals"),
        (
            Tier(
                id="t", tier=1, internal=True, nationalities=("DZ", "NA"), gender="female", grade_from="P-4"
            ),
            "tier 1: internal candidates, nationals of Algeria and Namibia, female candidates from P-4",
        ),
        (Tier(id="t", tier=1, gender="female"), "tier 1: female candidates"),
        (Tier(id="t", tier=2, rest=True), "tier 2: everybody else"),
        (Tier(id="t", tier=3), "tier 3: nobody named"),
        (Channel(id="ch", channel="the portal"), "only through the portal"),
        (Channel(id="ch", text="Apply on the portal"), ""),
        (Skill(id="s", text="Sampling"), ""),
    ],
)
def test_what_a_criterion_asks_for(criterion: Criterion, words: str) -> None:
    assert asked_words(criterion, NAMES) == words


@pytest.mark.parametrize(
    ("criterion", "words"),
    [
        (ExperienceTopic(id="x", text="Ports", months=24), "Ports (2 years)"),
        (ExperienceTopic(id="x", text="Ports"), "Ports"),
        (Skill(id="s", text="Sampling"), "Sampling"),
        (Tier(id="t", tier=2, text="All others", rest=True), "tier 2: everybody else"),
    ],
)
def test_a_criterion_as_one_line(criterion: Criterion, words: str) -> None:
    assert criterion_words(criterion) == words

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recruiter_tui.domain.errors import Refused
from recruiter_tui.domain.notice import Category, Closing
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
from recruiter_tui.reference import countries
from recruiter_tui.services.notice_values import (
    criterion_line,
    field_line,
    read_criterion,
    read_field,
    told_field,
)

DAY = dt.date(2026, 2, 5)
LATE = dt.time(23, 59)


@pytest.mark.parametrize(
    ("name", "text", "value"),
    [
        ("title", "  Harbour   Officer ", "Harbour Officer"),
        ("title", "", None),
        ("duty_station_country", "algérie", "DZ"),
        ("duty_station_country", "DZ", "DZ"),
        ("category", "Professional", Category.PROFESSIONAL),
        ("category", "internship", Category.INTERN),
        ("grade", "P-3", "P-3"),
        ("posted_on", "5 February 2026", DAY),
        ("posted_on", "2026-02-05", DAY),
        ("roster_months", "24", 24),
        ("roster_months", "2 years", 24),
        ("closing", "2026-02-05", Closing(DAY)),
        ("closing", "2026-02-05 23:59 Europe/Zurich", Closing(DAY, LATE, "Europe/Zurich")),
        ("closing", "5 Feb 2026, 11:59 pm (Geneva time)", Closing(DAY, LATE, "Europe/Zurich")),
        ("closing", "5 février 2026 23h59 UTC", Closing(DAY, LATE, "UTC")),
        ("closing", "2026-02-05 23:59 europe/zurich", Closing(DAY, LATE, "Europe/Zurich")),
    ],
)
def test_what_is_typed_is_read_by_the_kind_of_the_field(name: str, text: str, value: object) -> None:
    assert read_field(name, text) == value


@pytest.mark.parametrize(
    ("name", "text", "advice"),
    [
        ("duty_station_country", "Atlantis", "two-letter code"),
        ("category", "wizard", "professional"),
        ("grade", "x" * 40, "P-3"),
        ("posted_on", "soon", "2026-02-05"),
        ("posted_on", "3/4/2026", "2026-04-03 or 2026-03-04"),
        ("posted_on", "2026-02-05 or 2026-02-06", "the one that counts"),
        ("closing", "2026-02-05 23:59 Europe/Atlantis", "Europe/Zurich"),
        ("roster_months", "long", "a number"),
    ],
)
def test_what_cannot_be_understood_is_refused_with_what_to_write(name: str, text: str, advice: str) -> None:
    with pytest.raises(Refused, match=advice):
        read_field(name, text)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("closing", Closing(DAY, LATE, "Europe/Zurich")),
        ("closing", Closing(DAY)),
        ("posted_on", DAY),
        ("roster_months", 24),
        ("duty_station_country", "CI"),
        ("category", Category.NATIONAL_OFFICER),
        ("title", None),
    ],
)
def test_the_line_to_start_from_reads_back_to_the_value(name: str, value: Any) -> None:  # noqa: ANN401 - any field
    assert read_field(name, field_line(name, value)) == value


def test_a_closing_is_told_with_its_instant_and_a_strange_grade_as_such() -> None:
    assert told_field("closing", Closing(DAY, LATE, "Europe/Zurich")).endswith("= 2026-02-05 22:59 UTC")
    assert "known here" in told_field("grade", "Band 7")
    assert told_field("title", None) == "not stated"


CRITERIA: tuple[Criterion, ...] = (
    ExperienceTopic(id="a", text="Registers of ports", months=60),
    ExperienceTopic(id="a", text="Registers [of ports]"),
    Skill(id="a", text="Law; and [more]"),
    Channel(id="a", text="Only by post", channel="stated"),
    Competency(id="a", text="Teamwork", group=CompetencyGroup.MANAGERIAL, level=2),
    Competency(id="a", text="Courage", group=CompetencyGroup.VALUES),
    EducationExperience(
        id="a",
        alternatives=(
            Branch(DegreeLevel.MASTER, 60),
            Branch(DegreeLevel.BACHELOR, 84),
            Branch(DegreeLevel.DOCTORATE),
        ),
        fields_of_study=("Law", "Business or Public Administration"),
        related_field=True,
    ),
    EducationExperience(
        id="a", alternatives=(Branch(DegreeLevel.SECONDARY, 18),), fields_of_study=("Law and Order",)
    ),
    EducationExperience(
        id="a",
        alternatives=(
            Branch(DegreeLevel.DOCTORATE, 24, FieldRule.LISTED, ("Law",)),
            Branch(DegreeLevel.MASTER, 60, FieldRule.OPEN, ("Business or Public Administration",)),
            Branch(DegreeLevel.BACHELOR, 84, FieldRule.OPEN),
            Branch(DegreeLevel.DIPLOMA, None, FieldRule.ANY),
        ),
        fields_of_study=("Law", "Arts (visual)"),
    ),
    LanguageRequirement(
        id="a",
        any_of=(LanguageNeed("en", "fluent", ("oral", "written")), LanguageNeed("fr", "working knowledge")),
    ),
    Nationality(id="a", country="DZ"),
    Nationality(id="a", rule=NationalityRule.ONLY_LISTED, listed=("FR", "CI")),
    Tier(id="a", internal=True, nationalities=("AG", "CV"), gender="female", grade_from="P-4"),
    Tier(id="a", tier=2, rest=True),
    Tier(id="a", tier=2, some_internal=True),
)


@pytest.mark.parametrize("criterion", CRITERIA[:1] + CRITERIA[2:], ids=lambda one: one.kind.value)
def test_a_criterions_line_reads_back_to_the_criterion(criterion: Criterion) -> None:
    assert read_criterion(criterion, criterion_line(criterion)) == criterion


@given(st.lists(st.sampled_from(sorted(countries.codes())), min_size=1, max_size=6, unique=True))
def test_any_list_of_countries_reads_back(codes: list[str]) -> None:
    listed = Nationality(id="a", rule=NationalityRule.EXCLUDES_LISTED, listed=tuple(codes))
    assert read_criterion(listed, criterion_line(listed)) == listed


@pytest.mark.parametrize(
    ("criterion", "text", "advice"),
    [
        (CRITERIA[0], "  ", "drop"),
        (CRITERIA[6], "wizardry with 5 years", "doctorate"),
        (CRITERIA[6], "bachelor (of everything) in law", "field not said"),
        (CRITERIA[9], "Gobbledygook fluent", "name first"),
        (CRITERIA[10], "nobody", "begin with"),
        (CRITERIA[12], "everyone nice", "internal"),
        (CRITERIA[4], "Teamwork [cosmic 9]", "values"),
    ],
)
def test_a_line_that_means_nothing_is_refused(criterion: Criterion, text: str, advice: str) -> None:
    with pytest.raises(Refused, match=advice):
        read_criterion(criterion, text)

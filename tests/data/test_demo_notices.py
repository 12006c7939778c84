"""The demo's notices, each in a layout of its own, and what the reader must find in them."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from recruiter_tui.domain.notice import Category, Notice
from recruiter_tui.domain.requirement import (
    Competency,
    CompetencyGroup,
    DegreeLevel,
    EducationExperience,
    ExperienceTopic,
    LanguageRequirement,
    Nationality,
    NationalityRule,
    Necessity,
    Skill,
    Tier,
)
from recruiter_tui.reading.notices import read_notice

if TYPE_CHECKING:
    from collections.abc import Mapping

    from recruiter_tui.services.demo import DemoFiles

BACHELOR, MASTER, SECONDARY = DegreeLevel.BACHELOR, DegreeLevel.MASTER, DegreeLevel.SECONDARY


@dataclass(frozen=True)
class Expected:
    """The key facts of one notice."""

    title: str
    reference: str | None
    country: str
    grade: str | None
    category: Category | None
    closing: dt.date
    branches: frozenset[tuple[DegreeLevel, int | None]]
    required: frozenset[str]
    """Languages of which none can be missing."""


EXPECTED = {
    "programme-officer-tunis": Expected(
        "Programme Officer (Border and Identity Management)",
        "24107",
        "TN",
        "P-3",
        Category.PROFESSIONAL,
        dt.date(2026, 11, 16),
        frozenset({(MASTER, 60), (BACHELOR, 84)}),
        frozenset({"en"}),
    ),
    "registration-coordinator-gore": Expected(
        "Field Coordinator - Refugee Registration",
        None,
        "TD",
        None,
        None,
        dt.date(2026, 12, 12),
        frozenset({(MASTER, 12), (BACHELOR, 36)}),
        frozenset({"fr"}),
    ),
    "economist-bangkok": Expected(
        "Economic Affairs Officer (Transport Corridors)",
        "26-ECA-31822-P-BANGKOK",
        "TH",
        "P-4",
        Category.PROFESSIONAL,
        dt.date(2026, 12, 1),
        frozenset({(MASTER, 84), (BACHELOR, 108)}),
        frozenset({"en"}),
    ),
    "national-officer-nairobi": Expected(
        "National Liaison Officer (Labour Migration)",
        "IAHM/KE/2207",
        "KE",
        "NO-B",
        Category.NATIONAL_OFFICER,
        dt.date(2026, 11, 22),
        frozenset({(BACHELOR, 48), (MASTER, 24)}),
        frozenset({"en", "sw"}),
    ),
    "assistant-dakar": Expected(
        "Assistant(e) principal(e) aux finances et à l'administration",
        "VA-SN-0615",
        "SN",
        "G-6",
        Category.GENERAL_SERVICE,
        dt.date(2026, 11, 27),
        frozenset({(SECONDARY, 72), (BACHELOR, 48)}),
        frozenset({"fr"}),
    ),
    "evaluation-consultant-lima": Expected(
        "Consultoría para la evaluación final del proyecto «Fronteras que acercan»",
        "CONS-PE-0098",
        "PE",
        None,
        Category.CONSULTANT,
        dt.date(2026, 11, 25),
        frozenset({(MASTER, 36), (BACHELOR, 60)}),
        frozenset({"es"}),
    ),
    "legal-officer-niamey": Expected(
        "Juriste (droit de l'asile et de l'état civil)",
        "IAHM-NE-1190",
        "NE",
        "P-2",
        Category.PROFESSIONAL,
        dt.date(2026, 10, 23),
        frozenset({(MASTER, 24), (BACHELOR, 48)}),
        frozenset({"fr"}),
    ),
    "data-analyst-remote": Expected(
        "Migration Data Analyst",
        None,
        "GE",
        None,
        None,
        dt.date(2026, 12, 25),
        frozenset({(BACHELOR, 24)}),
        frozenset({"en"}),
    ),
    "intern-geneva": Expected(
        "Intern, Policy and Research",
        "INT-2031",
        "CH",
        None,
        Category.INTERN,
        dt.date(2027, 1, 1),
        frozenset(),
        frozenset({"en"}),
    ),
    "regional-director-panama": Expected(
        "Regional Director (Central America and the Caribbean)",
        "24188",
        "PA",
        "D-1",
        Category.DIRECTOR,
        dt.date(2026, 11, 23),
        frozenset({(MASTER, 180), (BACHELOR, 204)}),
        frozenset({"en", "es"}),
    ),
}


@pytest.fixture(scope="module")
def notices(files: DemoFiles) -> Mapping[str, Notice]:
    found = {}
    for vacancy in files.vacancies:
        (found[vacancy.notice.stem],) = read_notice(vacancy.notice)
    return found


def test_every_notice_is_expected_here(notices: Mapping[str, Notice]) -> None:
    assert set(notices) == set(EXPECTED)


@pytest.mark.parametrize("name", EXPECTED)
def test_the_fields_are_read(notices: Mapping[str, Notice], name: str) -> None:
    notice, expected = notices[name], EXPECTED[name]
    assert notice.title.value == expected.title
    assert notice.reference.value == expected.reference
    assert notice.duty_station_country.value == expected.country
    assert notice.grade.value == expected.grade
    assert notice.closing.value is not None
    assert notice.closing.value.date == expected.closing
    if expected.category:
        assert notice.category.value is expected.category


@pytest.mark.parametrize("name", [name for name in EXPECTED if EXPECTED[name].branches])
def test_the_degrees_and_their_months_are_read(notices: Mapping[str, Notice], name: str) -> None:
    pairs = {
        (branch.degree, branch.months)
        for criterion in notices[name].criteria
        if isinstance(criterion, EducationExperience) and criterion.necessity is Necessity.ESSENTIAL
        for branch in criterion.alternatives
    }
    assert pairs == EXPECTED[name].branches


@pytest.mark.parametrize("name", EXPECTED)
def test_the_required_languages_are_read(notices: Mapping[str, Notice], name: str) -> None:
    required = {
        need.language
        for criterion in notices[name].criteria
        if isinstance(criterion, LanguageRequirement) and criterion.necessity is Necessity.ESSENTIAL
        for need in criterion.any_of
    }
    assert required == EXPECTED[name].required


def test_the_main_notice_is_read_to_the_last_item(notices: Mapping[str, Notice]) -> None:
    notice = notices["programme-officer-tunis"]
    closing = notice.closing.value
    assert closing is not None
    assert closing.instant == dt.datetime(2026, 11, 16, 22, 59, tzinfo=dt.UTC)
    assert notice.roster_months.value == 18
    assert len(notice.duties) == 13
    kinds = Counter((type(each), each.necessity) for each in notice.criteria)
    assert kinds[ExperienceTopic, Necessity.ESSENTIAL] == 8
    assert kinds[ExperienceTopic, Necessity.ADVANTAGE] == 1
    assert kinds[Skill, Necessity.ESSENTIAL] == 6
    competencies = [each for each in notice.criteria if isinstance(each, Competency)]
    assert Counter(each.group for each in competencies) == {
        CompetencyGroup.VALUES: 3,
        CompetencyGroup.CORE: 5,
    }
    assert {each.level for each in competencies if each.group is CompetencyGroup.CORE} == {2}


def test_the_main_notice_names_its_tiers_and_its_exclusion(notices: Mapping[str, Notice]) -> None:
    criteria = notices["programme-officer-tunis"].criteria
    first = next(each for each in criteria if isinstance(each, Tier) and each.tier == 1)
    assert first.internal
    assert sorted(first.nationalities) == sorted(
        "BZ BT CV KM SZ FM FJ GY IS LA LS LU MV NA PG WS ST SR TL TO".split()  # noqa: SIM905 - read as the list that it is
    )
    rules = [(each.rule, each.country) for each in criteria if isinstance(each, Nationality)]
    assert rules == [(NationalityRule.EXCLUDES_DUTY_STATION, "TN")]


def test_a_national_officer_post_takes_nationals_only(notices: Mapping[str, Notice]) -> None:
    rules = [
        each.rule for each in notices["national-officer-nairobi"].criteria if isinstance(each, Nationality)
    ]
    assert rules == [NationalityRule.ONLY_DUTY_STATION]


def test_a_post_closing_today_closes_by_the_clock_of_its_duty_station(notices: Mapping[str, Notice]) -> None:
    closing = notices["national-officer-nairobi"].closing.value
    assert closing is not None
    assert closing.instant == dt.datetime(2026, 11, 22, 14, 0, tzinfo=dt.UTC)

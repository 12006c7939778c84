"""The demo's applicants against the rules: every edge case falls where it was meant to."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from typing import TYPE_CHECKING

import pytest

from recruiter_tui.domain.finding import Outcome
from recruiter_tui.domain.notice import Closing, Notice, Source
from recruiter_tui.domain.requirement import (
    Branch,
    Channel,
    DegreeLevel,
    EducationExperience,
    Kind,
    LanguageNeed,
    LanguageRequirement,
    Nationality,
    Tier,
)
from recruiter_tui.domain.screening import Applicant, Screening, prepare
from recruiter_tui.domain.stated import Stated
from recruiter_tui.reading.candidates import Incoming, RowProblem, read_candidates

if TYPE_CHECKING:
    from collections.abc import Mapping

    from recruiter_tui.services.demo import DemoFiles

TODAY = dt.date(2026, 11, 22)
MET, NOT_MET, CANNOT_TELL = Outcome.MET, Outcome.NOT_MET, Outcome.CANNOT_TELL
NOT_REPRESENTED = (
    "BZ",
    "BT",
    "CV",
    "KM",
    "SZ",
    "FM",
    "FJ",
    "GY",
    "IS",
    "LA",
    "LS",
    "LU",
    "MV",
    "NA",
    "PG",
    "WS",
    "ST",
    "SR",
    "TL",
    "TO",
)
FIELDS = (
    "Law", "International Relations", "Political Science", "Public Administration", "Migration Studies",
    "Human Rights", "Security Studies", "Social Sciences",
)  # fmt: skip


@pytest.fixture(scope="module")
def taken_in(files: DemoFiles) -> tuple[list[Incoming], list[RowProblem]]:
    incoming: list[Incoming] = []
    problems: list[RowProblem] = []
    for vacancy in files.vacancies:
        for path in vacancy.applicants:
            for found in read_candidates(path):
                if isinstance(found, Incoming):
                    incoming.append(found)
                else:
                    problems.append(found)
    return incoming, problems


@pytest.fixture(scope="module")
def screened(files: DemoFiles) -> Mapping[str, Screening]:
    screener = prepare(as_the_main_notice_asks())
    found = {}
    for path in files.main.applicants:
        for each in read_candidates(path):
            if isinstance(each, Incoming):
                found[each.application.id] = screener.screen(Applicant(each.application, each.candidate), {})
    return found


def as_the_main_notice_asks() -> Notice:
    closing = Closing(TODAY - dt.timedelta(days=6), dt.time(23, 59), "Europe/Zurich")
    branches = (Branch(DegreeLevel.MASTER, 60), Branch(DegreeLevel.BACHELOR, 84))
    return Notice(
        Source("notice.txt", "", ""),
        "",
        duty_station_country=Stated.known("TN"),
        closing=Stated.known(closing),
        criteria=(
            EducationExperience(
                id="education", alternatives=branches, fields_of_study=FIELDS, related_field=True
            ),
            LanguageRequirement(
                id="language-en", any_of=(LanguageNeed("en", "fluent", ("oral", "written")),)
            ),
            Nationality(id="nationality", country="TN"),
            Tier(id="tier-1", tier=1, internal=True, nationalities=NOT_REPRESENTED),
            Tier(id="tier-2", tier=2, rest=True),
            Channel(id="channel", channel="e-recruitment"),
        ),
    )


def test_only_the_hostile_rows_are_remarked_on(
    files: DemoFiles, taken_in: tuple[list[Incoming], list[RowProblem]]
) -> None:
    incoming, problems = taken_in
    assert {problem.file for problem in problems} == {"unusual.csv"}
    assert all(problem.is_warning for problem in problems)
    assert len(incoming) >= 450
    assert sum(each.source.file == "unusual.csv" for each in incoming) == 6
    assert any(path.name == "unusual.csv" for path in files.main.applicants)


def test_hostile_rows_come_in_without_anything_that_acts(
    taken_in: tuple[list[Incoming], list[RowProblem]],
) -> None:
    odd = [each for each in taken_in[0] if each.source.file == "unusual.csv"]
    for each in odd:
        text = f"{each.candidate.name.value}{each.note}{each.tags}"
        assert not any(sign in text for sign in "\x1b\x07\u202e\u202c\u2067\u2069")
    assert any("[@click=app.quit]" in (each.candidate.name.value or "") for each in odd)
    assert max(len(each.note or "") for each in odd) > 90_000


def test_the_outcomes_are_well_mixed(screened: Mapping[str, Screening]) -> None:
    counts = Counter(screening.outcome for screening in screened.values())
    everybody = len(screened)
    assert 0.24 <= counts[MET] / everybody <= 0.36
    assert 0.28 <= counts[CANNOT_TELL] / everybody <= 0.42
    assert 0.28 <= counts[NOT_MET] / everybody <= 0.42


def test_both_tiers_and_unknown_ones_are_there(screened: Mapping[str, Screening]) -> None:
    tiers = Counter(screening.tier for screening in screened.values())
    assert tiers[1] >= 50
    assert tiers[2] >= 150
    assert tiers[None] >= 15


@pytest.mark.parametrize(
    ("case", "kind", "outcome"),
    [
        ("late by 37 seconds", Kind.DEADLINE, NOT_MET),
        ("inside the closing minute", Kind.DEADLINE, MET),
        ("last second of the closing minute", Kind.DEADLINE, MET),
        ("zone unknown on the last day", Kind.DEADLINE, CANNOT_TELL),
        ("zone unknown but early", Kind.DEADLINE, MET),
        ("exactly sixty months", Kind.EDUCATION_EXPERIENCE, MET),
        ("a day short of sixty months", Kind.EDUCATION_EXPERIENCE, NOT_MET),
        ("bachelor with exactly 84 months", Kind.EDUCATION_EXPERIENCE, MET),
        ("bachelor a day short of 84 months", Kind.EDUCATION_EXPERIENCE, NOT_MET),
        ("overlap and part-time", Kind.EDUCATION_EXPERIENCE, MET),
        ("half time for nine years", Kind.EDUCATION_EXPERIENCE, NOT_MET),
        ("years only", Kind.EDUCATION_EXPERIENCE, CANNOT_TELL),
        ("dual national, one excluded", Kind.NATIONALITY, CANNOT_TELL),
        ("internal and excluded", Kind.NATIONALITY, NOT_MET),
        ("no nationality", Kind.NATIONALITY, CANNOT_TELL),
        ("by e-mail", Kind.CHANNEL, NOT_MET),
        ("no languages", Kind.LANGUAGE, CANNOT_TELL),
        ("one name only", Kind.NATIONALITY, MET),
    ],
)
def test_an_edge_case_falls_where_it_was_meant_to(
    files: DemoFiles, screened: Mapping[str, Screening], case: str, kind: Kind, outcome: Outcome
) -> None:
    findings = screened[files.cases[case]].findings
    assert [finding.outcome for finding in findings if finding.kind is kind] == [outcome]


@pytest.mark.parametrize(
    ("case", "tier"),
    [
        ("internal of no listed state", 1),
        ("national of a listed state", 1),
        ("internal and excluded", 1),
        ("dual national, one excluded", 2),
        ("internal not stated", None),
    ],
)
def test_an_edge_case_is_in_its_tier(
    files: DemoFiles, screened: Mapping[str, Screening], case: str, tier: int | None
) -> None:
    assert screened[files.cases[case]].tier == tier


def test_the_late_one_is_late_by_exactly_37_seconds(
    files: DemoFiles, screened: Mapping[str, Screening]
) -> None:
    deadline = screened[files.cases["late by 37 seconds"]].findings
    margins = [finding.inputs["margin_seconds"] for finding in deadline if finding.kind is Kind.DEADLINE]
    assert margins == [-37]

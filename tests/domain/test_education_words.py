"""How the finding on education reads: the sentence on the branch that decides, and how facts are worded."""

from __future__ import annotations

import datetime as dt
from fractions import Fraction

import pytest

from recruiter_tui.domain.dates import PartialDate
from recruiter_tui.domain.education import EducationDemand
from recruiter_tui.domain.education_words import degree_wording, job_wording
from recruiter_tui.domain.person import PRESENT, Candidate, Degree, DegreeStatus, Employment
from recruiter_tui.domain.policy import DEFAULT_POLICY
from recruiter_tui.domain.requirement import Branch, DegreeLevel, EducationExperience, FieldRule

CUT_OFF = dt.date(2026, 2, 5)
SECONDARY, DIPLOMA, BACHELOR, MASTER = (
    DegreeLevel.SECONDARY,
    DegreeLevel.DIPLOMA,
    DegreeLevel.BACHELOR,
    DegreeLevel.MASTER,
)
TEN_YEARS = Employment(start=PartialDate(2010, 1, 1), end=PartialDate(2019, 12, 31))
LAW = ("Law",)


def reason(asked: tuple[Branch, ...], *degrees: Degree, fields: tuple[str, ...] = ()) -> str:
    """Return what is said of somebody with ten years of work and these degrees."""
    criterion = EducationExperience(id="education", alternatives=asked, fields_of_study=fields)
    person = Candidate(degrees=degrees, employment=(TEN_YEARS,))
    return EducationDemand(criterion, DEFAULT_POLICY).judge(person, CUT_OFF).reason


def held(level: DegreeLevel | None, field: str | None = None, *, expected: bool = False) -> Degree:
    """Return a degree of 2009, or one that is still to come."""
    status = DegreeStatus.EXPECTED if expected else DegreeStatus.COMPLETED
    return Degree(level, field, None, PartialDate(2009), status)


@pytest.mark.parametrize(
    ("degrees", "said"),
    [
        ((held(DIPLOMA),), "No degree on file is a bachelor or higher."),
        ((held(DIPLOMA, expected=True),), "No degree on file is a bachelor or higher."),
        (
            (held(BACHELOR, "Law", expected=True),),
            "The bachelor in Law is not completed by the cut-off, where a bachelor is asked.",
        ),
        (
            (held(DIPLOMA), held(MASTER, expected=True)),
            "The master is not completed by the cut-off, where a bachelor is asked.",
        ),
    ],
)
def test_a_lack_is_told_against_the_lowest_degree_that_would_have_done(
    degrees: tuple[Degree, ...], said: str
) -> None:
    for asked in (
        (Branch(MASTER, 60), Branch(BACHELOR, 84)),
        (Branch(BACHELOR, 84), Branch(MASTER, 60)),
    ):
        assert reason(asked, *degrees) == said


@pytest.mark.parametrize(
    ("asked", "fields"),
    [
        ((Branch(BACHELOR, 84),), LAW),
        ((Branch(BACHELOR, 84, fields_of_study=LAW),), ()),
        ((Branch(MASTER, 60, fields_of_study=LAW), Branch(BACHELOR, 84, fields_of_study=LAW)), ()),
    ],
)
def test_a_degree_in_another_field_is_said_to_be_one_wherever_the_fields_are_listed(
    asked: tuple[Branch, ...], fields: tuple[str, ...]
) -> None:
    assert reason(asked, held(MASTER, "Music"), fields=fields) == (
        "The master in Music is in none of the listed fields, where a bachelor is asked."
    )


@pytest.mark.parametrize(
    ("fields", "asked"),
    [
        (LAW, "Law"),
        (("Law", "History", "Economics"), "Law, History or Economics"),
        (("Law", "History", "Economics", "Music"), "a listed field"),
    ],
)
def test_a_degree_without_a_field_shows_a_few_fields_that_are_asked(
    fields: tuple[str, ...], asked: str
) -> None:
    said = f"The bachelor has no field on file, where {asked} is asked."
    assert reason((Branch(BACHELOR),), held(BACHELOR), fields=fields) == said
    own = Branch(BACHELOR, fields_of_study=fields)
    assert reason((own,), held(BACHELOR), fields=("Medicine",)) == said


def test_a_school_branch_is_named_as_secondary_education() -> None:
    assert reason((Branch(SECONDARY, 24),), held(SECONDARY)) == (
        "The secondary meets the branch that asks for secondary education and 24 months, "
        "with 120 months of experience."
    )
    assert reason((Branch(SECONDARY, 24),), held(None)) == (
        "The level of a degree on file is unknown, where secondary education is asked."
    )
    assert reason((Branch(SECONDARY, 240),), held(SECONDARY)) == (
        "The file shows 120 months of experience where 240 are asked with secondary education."
    )


def test_where_the_notice_leaves_the_field_open_a_person_rules() -> None:
    asked = (Branch(BACHELOR, 84, FieldRule.OPEN),)
    assert reason(asked, held(BACHELOR, "Music"), fields=LAW) == (
        "The bachelor in Music is in no listed field by name, and the notice does not say whether "
        "a bachelor must be, so a person rules."
    )


@pytest.mark.parametrize(
    ("jobs", "said"),
    [
        ((), "The file lists no employment, where 60 months are asked with a master."),
        (
            (Employment(start=PartialDate(2030), end=PartialDate(2031)),),
            "The file shows 0 months of experience where 60 are asked with a master.",
        ),
        (
            (Employment(end=PRESENT),),
            "The file shows at least 0 months of experience where 60 are asked with a master.",
        ),
        (
            (Employment(start=PartialDate(2020), end=PartialDate(2025)),),
            "The file shows between 48 and 72 months of experience where 60 are asked with a master.",
        ),
    ],
)
def test_an_empty_list_of_jobs_is_silence_and_too_short_a_one_is_not(
    jobs: tuple[Employment, ...], said: str
) -> None:
    criterion = EducationExperience(id="education", alternatives=(Branch(MASTER, 60),))
    person = Candidate(degrees=(held(MASTER),), employment=jobs)
    assert EducationDemand(criterion, DEFAULT_POLICY).judge(person, CUT_OFF).reason == said


@pytest.mark.parametrize(
    ("degree", "worded"),
    [
        (
            Degree(MASTER, "Law", "Oran University", PartialDate(2014, 7)),
            "master | Law | Oran University | 2014-07",
        ),
        (Degree(MASTER, title="LLM", completed=PartialDate(2014)), "LLM | 2014"),
        (Degree(None, "Law"), "Law"),
        (Degree(), ""),
    ],
)
def test_a_degree_is_worded_by_what_is_known_of_it(degree: Degree, worded: str) -> None:
    assert degree_wording(degree) == worded


@pytest.mark.parametrize(
    ("job", "worded"),
    [
        (
            Employment("Port Trust", "Clerk", PartialDate(2018, 9, 1), PartialDate(2020, 8), Fraction(1, 2)),
            "Clerk | Port Trust | 2018-09-01 | 2020-08 | 50%",
        ),
        (
            Employment("Port Trust", start=PartialDate(2018), end=PRESENT, fte=Fraction(1)),
            "Port Trust | 2018 | present | 100%",
        ),
        (Employment(title="Clerk", end=PartialDate(2020), fte=Fraction(1, 8)), "Clerk | 2020 | 12.5%"),
        (Employment(), ""),
    ],
)
def test_a_job_is_worded_by_what_is_known_of_it(job: Employment, worded: str) -> None:
    assert job_wording(job) == worded

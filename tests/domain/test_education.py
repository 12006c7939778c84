"""Education with experience: each branch as a whole, three-valued, with the passing branch named."""

from __future__ import annotations

import datetime as dt
from fractions import Fraction
from typing import TYPE_CHECKING

import pytest

from recruiter_tui.domain.dates import PartialDate
from recruiter_tui.domain.education import EducationDemand
from recruiter_tui.domain.education_branches import conferred, fields_for
from recruiter_tui.domain.person import PRESENT, Candidate, Degree, DegreeStatus, Document, Employment
from recruiter_tui.domain.policy import CountFrom, ExperiencePolicy, Policy
from recruiter_tui.domain.requirement import Branch, DegreeLevel, EducationExperience, FieldRule
from recruiter_tui.domain.stated import Span
from recruiter_tui.domain.study_fields import ListedFields

if TYPE_CHECKING:
    from recruiter_tui.domain.finding import Finding

CUT_OFF = dt.date(2026, 2, 5)
MASTER, BACHELOR = DegreeLevel.MASTER, DegreeLevel.BACHELOR
PAIRED = (Branch(MASTER, 60), Branch(BACHELOR, 84))
FIELDS = (
    "Migration Law",
    "International Relations",
    "Political Science",
    "Business or Public Administration",
)
AFTER = Policy(ExperiencePolicy.ONCE_FTE_AFTER_DEGREE)
COMPLETED, EXPECTED = DegreeStatus.COMPLETED, DegreeStatus.EXPECTED


def degree(
    level: DegreeLevel | None = MASTER,
    field: str | None = "International Relations",
    completed: str | None = "2014-06-30",
    status: DegreeStatus = DegreeStatus.UNKNOWN,
) -> Degree:
    return Degree(level, field, None, PartialDate.parse(completed) if completed else None, status)


def job(start: str, end: str = PRESENT, fte: str = "1") -> Employment:
    last = PRESENT if end == PRESENT else PartialDate.parse(end)
    return Employment("NGO Example", "Officer", PartialDate.parse(start), last, Fraction(fte), paid=True)


FIVE_YEARS = job("2021-02-01", "2026-01-31")
EIGHT_YEARS = job("2018-02-01", "2026-01-31")


def judged(  # noqa: PLR0913 - the table below varies all of these
    degrees: tuple[Degree, ...] = (),
    jobs: tuple[Employment, ...] = (),
    branches: tuple[Branch, ...] = PAIRED,
    *,
    fields: tuple[str, ...] = FIELDS,
    related: bool = True,
    policy: Policy | None = None,
    cut_off: dt.date | None = CUT_OFF,
    accreditation: str | None = None,
) -> Finding:
    criterion = EducationExperience(
        id="education",
        alternatives=branches,
        fields_of_study=fields,
        related_field=related,
        accreditation=accreditation,
    )
    return EducationDemand(criterion, policy or Policy()).judge(
        Candidate(employment=jobs, degrees=degrees), cut_off
    )


def outcomes(finding: Finding) -> list[object]:
    branches = finding.inputs["branches"]
    assert isinstance(branches, list)
    return [branch["outcome"] for branch in branches]


@pytest.mark.parametrize(
    ("degrees", "jobs", "outcome", "branches"),
    [
        ((degree(),), (FIVE_YEARS,), "met", ["met", "not met"]),
        ((degree(BACHELOR),), (FIVE_YEARS,), "not met", ["not met", "not met"]),
        ((degree(BACHELOR),), (EIGHT_YEARS,), "met", ["not met", "met"]),
        ((degree(),), (EIGHT_YEARS,), "met", ["met", "met"]),
        ((degree(DegreeLevel.DOCTORATE),), (FIVE_YEARS,), "met", ["met", "not met"]),
        ((degree(DegreeLevel.DIPLOMA),), (EIGHT_YEARS,), "not met", ["not met", "not met"]),
        ((degree(),), (job("2021-02-02", "2026-01-31"),), "not met", ["not met", "not met"]),
        ((degree(),), (job("2019", "2024"),), "cannot tell", ["cannot tell", "not met"]),
        ((degree(),), (job("2019", "2022"),), "not met", ["not met", "not met"]),
        ((), (FIVE_YEARS,), "cannot tell", ["cannot tell", "not met"]),
        ((degree(),), (), "cannot tell", ["cannot tell", "cannot tell"]),
        ((degree(DegreeLevel.SECONDARY),), (), "not met", ["not met", "not met"]),
        ((), (), "cannot tell", ["cannot tell", "cannot tell"]),
        ((degree(None),), (EIGHT_YEARS,), "cannot tell", ["cannot tell", "cannot tell"]),
        ((degree(completed="2026-02-06"),), (EIGHT_YEARS,), "not met", ["not met", "not met"]),
        ((degree(completed="2026-02-05"),), (EIGHT_YEARS,), "met", ["met", "met"]),
        ((degree(completed="2026"),), (EIGHT_YEARS,), "cannot tell", ["cannot tell", "cannot tell"]),
        ((degree(status=EXPECTED),), (EIGHT_YEARS,), "not met", ["not met", "not met"]),
        ((degree(completed=None),), (EIGHT_YEARS,), "cannot tell", ["cannot tell", "cannot tell"]),
        ((degree(completed=None, status=COMPLETED),), (EIGHT_YEARS,), "met", ["met", "met"]),
        ((degree(field="Marine Biology"),), (EIGHT_YEARS,), "cannot tell", ["cannot tell", "cannot tell"]),
        ((degree(field=None),), (EIGHT_YEARS,), "cannot tell", ["cannot tell", "cannot tell"]),
        (
            (degree(field="Marine Biology"), degree(BACHELOR)),
            (EIGHT_YEARS,),
            "met",
            ["cannot tell", "met"],
        ),
        ((degree(status=EXPECTED), degree(BACHELOR)), (FIVE_YEARS,), "not met", ["not met", "not met"]),
    ],
)
def test_each_branch_is_tested_as_a_whole(
    degrees: tuple[Degree, ...], jobs: tuple[Employment, ...], outcome: str, branches: list[str]
) -> None:
    finding = judged(degrees, jobs)
    assert finding.outcome == outcome
    assert outcomes(finding) == branches


def test_a_notice_without_a_related_field_refuses_another_one() -> None:
    assert judged((degree(field="Marine Biology"),), (EIGHT_YEARS,), related=False).outcome == "not met"
    assert judged((degree(field="Marine Biology"),), (EIGHT_YEARS,), fields=()).outcome == "met"
    assert judged((degree(field=None),), (EIGHT_YEARS,), fields=()).outcome == "met"


@pytest.mark.parametrize(
    ("rule", "own", "field", "outcome"),
    [
        (FieldRule.LISTED, (), "Marine Biology", "not met"),
        (FieldRule.OPEN, (), "Marine Biology", "cannot tell"),
        (FieldRule.OPEN, (), "Political Science", "met"),
        (FieldRule.ANY, (), "Marine Biology", "met"),
        (FieldRule.ANY, (), None, "met"),
        (FieldRule.LISTED, ("Biology",), "Marine Biology", "met"),
        (FieldRule.LISTED, ("Biology",), "Political Science", "not met"),
        (FieldRule.OPEN, ("Biology",), "Political Science", "cannot tell"),
        (FieldRule.LISTED, ("Biology",), None, "cannot tell"),
    ],
)
def test_a_branch_can_have_fields_of_its_own_or_none(
    rule: FieldRule, own: tuple[str, ...], field: str | None, outcome: str
) -> None:
    routes = (Branch(MASTER, 60), Branch(BACHELOR, 84, rule, own))
    finding = judged((degree(BACHELOR, field),), (EIGHT_YEARS,), routes, related=False)
    assert outcomes(finding) == ["not met", outcome]
    assert (
        judged((degree(MASTER, field),), (FIVE_YEARS,), routes, related=False).outcome
        == ({"Political Science": "met", "Marine Biology": "not met", None: "cannot tell"}[field])
    )


def test_the_fields_of_a_branch_are_prepared_once() -> None:
    listed = ListedFields(FIELDS)
    assert fields_for(Branch(BACHELOR), listed) is listed
    for branch in (Branch(BACHELOR, 1, FieldRule.OPEN), Branch(BACHELOR, 1, fields_of_study=("Law",))):
        assert fields_for(branch, listed) is fields_for(branch, listed)
    assert fields_for(Branch(DegreeLevel.SECONDARY), listed).match("Ceramics").truth


def test_where_the_notice_does_not_say_a_persons_ruling_on_the_field_holds() -> None:
    routes = (Branch(MASTER, 60), Branch(BACHELOR, 84, FieldRule.OPEN))
    finding = judged((degree(BACHELOR, "Marine Biology"),), (EIGHT_YEARS,), routes, related=False)
    assert finding.reason == (
        "The bachelor in Marine Biology is in no listed field by name, and the notice does not say whether "
        "a bachelor must be, so a person rules."
    )
    own = (Branch(BACHELOR, 84, fields_of_study=("Law",)),)
    missing = judged((degree(BACHELOR, None),), (EIGHT_YEARS,), own)
    assert missing.reason == "The bachelor has no field on file, where Law is asked."


def test_a_school_branch_asks_for_no_field_of_study() -> None:
    routes = (Branch(BACHELOR, 24), Branch(DegreeLevel.SECONDARY, 48))
    finding = judged((degree(DegreeLevel.SECONDARY, field=None),), (FIVE_YEARS,), routes, related=False)
    assert outcomes(finding) == ["not met", "met"]
    finding = judged((degree(BACHELOR, field="Marine Biology"),), (FIVE_YEARS,), routes, related=False)
    assert outcomes(finding) == ["not met", "met"]


def test_a_branch_without_months_asks_for_the_degree_alone() -> None:
    finding = judged((degree(),), (), (Branch(MASTER), Branch(BACHELOR, 24)))
    assert finding.outcome == "met"
    assert outcomes(finding) == ["met", "cannot tell"]
    assert finding.reason == (
        "The master in International Relations meets the branch that asks for a master."
    )


def test_without_a_cut_off_or_a_branch_nobody_can_tell() -> None:
    finding = judged((degree(),), (EIGHT_YEARS,), cut_off=None)
    assert finding.outcome == "cannot tell"
    assert outcomes(finding) == ["cannot tell", "cannot tell"]
    assert finding.inputs["cut_off"] is None
    assert judged((degree(),), (EIGHT_YEARS,), ()).outcome == "cannot tell"


GOLDEN = (
    job("2018-09-01", "2020-08-31"),
    job("2020-03-01", "2022-02-28", "1/2"),
    job("2022-03-01", "2024-08-31"),
    job("2024-06-01", PRESENT, "3/5"),
)


@pytest.mark.parametrize(
    ("policy", "exact", "master", "bachelor"),
    [
        ("sum", "2749/28", "met", "met"),
        ("once", "2497/28", "met", "met"),
        ("once-fte", "10263/140", "met", "not met"),
        ("once-fte-after-degree", "8723/140", "met", "not met"),
    ],
)
def test_the_inputs_hold_the_arithmetic_of_the_golden_example(
    policy: str, exact: str, master: str, bachelor: str
) -> None:
    finding = judged((degree(completed="2019-07-31"),), GOLDEN, policy=Policy.named(policy))
    assert finding.inputs["policy"] == policy
    months = finding.inputs["months"]
    assert isinstance(months, dict)
    assert months["exact"] == exact
    assert outcomes(finding) == [master, bachelor]
    assert finding.inputs["cut_off"] == "2026-02-05"


def test_after_the_degree_each_branch_counts_its_own_months() -> None:
    degrees = (degree(BACHELOR, completed="2015-06-30"), degree(completed="2022-06-30"))
    finding = judged(degrees, (job("2016-01-01", "2025-12-31"),), policy=AFTER)
    branches = finding.inputs["branches"]
    assert isinstance(branches, list)
    assert [branch["counted"]["exact"] for branch in branches] == ["42", "120"]
    assert outcomes(finding) == ["not met", "met"]
    assert finding.inputs["months"] == {"exact": "120", "low": 120.0, "high": 120.0}
    first = judged(degrees, (job("2025-01-01", "2025-12-31"),), policy=AFTER)
    assert first.inputs["months"] == {"exact": "12", "low": 12.0, "high": 12.0}


def test_the_higher_degree_starts_the_lower_branch_where_there_is_no_lower_one() -> None:
    finding = judged((degree(completed="2019-12-31"),), (job("2016-01-01", "2025-12-31"),), policy=AFTER)
    branches = finding.inputs["branches"]
    assert isinstance(branches, list)
    assert [branch["counted"]["exact"] for branch in branches] == ["72", "72"]


def test_months_after_a_degree_that_may_not_be_one_are_an_interval() -> None:
    doubtful = (degree(completed="2019-12-31", field="Marine Biology"),)
    months = judged(doubtful, (job("2016-01-01", "2025-12-31"),), policy=AFTER).inputs["months"]
    assert months == {"exact": None, "low": 0.0, "high": 72.0, "exact_low": "0", "exact_high": "72"}
    none_at_all = judged((), (job("2016-01-01", "2025-12-31"),), policy=AFTER).inputs["months"]
    assert none_at_all == {"exact": None, "low": 0.0, "high": 120.0, "exact_low": "0", "exact_high": "120"}
    too_low = judged((degree(DegreeLevel.SECONDARY),), (EIGHT_YEARS,), policy=AFTER).inputs["months"]
    assert too_low == {"exact": "0", "low": 0.0, "high": 0.0}
    undated = judged((degree(completed=None, status=COMPLETED),), (FIVE_YEARS,), policy=AFTER)
    assert undated.outcome == "cannot tell"


def test_experience_can_count_from_the_first_university_degree() -> None:
    policy = Policy(count_from=CountFrom.FIRST_DEGREE)
    degrees = (degree(BACHELOR, "Marine Biology", "2019-12-31"), degree(completed="2024-12-31"))
    finding = judged(degrees, (job("2016-01-01", "2025-12-31"),), policy=policy)
    assert finding.inputs["months"] == {"exact": "72", "low": 72.0, "high": 72.0}
    assert finding.inputs["count_from"] == "first_degree"


@pytest.mark.parametrize(
    ("status", "completed", "known"),
    [
        (DegreeStatus.INCOMPLETE, "2014", False),
        (EXPECTED, "2014", False),
        (COMPLETED, None, True),
        (COMPLETED, "2027", False),
        (DegreeStatus.UNKNOWN, None, None),
        (DegreeStatus.UNKNOWN, "2026-02", None),
        (DegreeStatus.UNKNOWN, "2026-01", True),
    ],
)
def test_only_a_conferred_degree_counts(
    *, status: DegreeStatus, completed: str | None, known: bool | None
) -> None:
    assert conferred(degree(completed=completed, status=status), CUT_OFF) is known


@pytest.mark.parametrize(
    ("finding", "reason"),
    [
        (
            judged((degree(),), (FIVE_YEARS,)),
            (
                "The master in International Relations meets the branch that asks for a master and 60 "
                "months, with 60 months of experience."
            ),
        ),
        (
            judged((degree(BACHELOR),), (FIVE_YEARS,)),
            "The file shows 60 months of experience where 84 are asked with a bachelor.",
        ),
        (
            judged((degree(),), (job("2021-02-02", "2026-01-31"),)),
            "The file shows 59.96 months of experience where 60 are asked with a master.",
        ),
        (
            judged((degree(),), (job("2019", "2024"),)),
            "The file shows between 48 and 72 months of experience where 60 are asked with a master.",
        ),
        (
            judged((degree(),), (Employment(end=PRESENT), job("2025-01-01", "2025-12-31"))),
            "The file shows at least 12 months of experience where 60 are asked with a master.",
        ),
        (judged((degree(),), ()), "The file lists no employment, where 60 months are asked with a master."),
        (judged((), (EIGHT_YEARS,)), "The file lists no degrees, where a master is asked."),
        (
            judged((degree(DegreeLevel.SECONDARY),), (EIGHT_YEARS,)),
            "No degree on file is a bachelor or higher.",
        ),
        (
            judged((degree(None),), (EIGHT_YEARS,)),
            "The level of a degree on file is unknown, where a master is asked.",
        ),
        (
            judged((degree(field=None, status=EXPECTED),), (EIGHT_YEARS,)),
            "The master is not completed by the cut-off, where a bachelor is asked.",
        ),
        (
            judged((degree(completed=None),), (EIGHT_YEARS,)),
            (
                "The master in International Relations may not be completed by the cut-off, "
                "where a master is asked."
            ),
        ),
        (
            judged((degree(field=None),), (EIGHT_YEARS,)),
            "The master has no field on file, where a listed field is asked.",
        ),
        (
            judged((degree(field=None),), (EIGHT_YEARS,), fields=("Law", "History")),
            "The master has no field on file, where Law or History is asked.",
        ),
        (
            judged((degree(field="Marine Biology"),), (EIGHT_YEARS,)),
            (
                "The master in Marine Biology is in no listed field by name, "
                "so a person rules whether it is related."
            ),
        ),
        (
            judged((degree(field="Marine Biology"),), (EIGHT_YEARS,), related=False),
            "The master in Marine Biology is in none of the listed fields, where a bachelor is asked.",
        ),
        (
            judged(
                (degree(DegreeLevel.SECONDARY, None, "2000"),),
                (),
                (Branch(DegreeLevel.SECONDARY),),
                fields=(),
            ),
            "The secondary meets the branch that asks for secondary education.",
        ),
    ],
)
def test_the_sentence_names_the_branch_that_passes_or_what_is_lacking(finding: Finding, reason: str) -> None:
    assert finding.reason == reason


def test_accreditation_is_flagged_and_never_blocks() -> None:
    finding = judged((degree(completed=None, status=COMPLETED),), (EIGHT_YEARS,), accreditation="WHED")
    assert finding.outcome == "met"
    assert finding.flags == ("accreditation not checked", "degree not dated")


def test_the_degree_and_the_jobs_that_count_are_quoted() -> None:
    text = "Master of Arts in International Relations\nOfficer at NGO Example"
    work = Employment(start=PartialDate(2020), end=PRESENT, spans=(Span(42, 64),))
    future = Employment(start=PartialDate(2030))
    held = Degree(MASTER, "International Relations", completed=PartialDate(2014), spans=(Span(0, 41),))
    person = Candidate(employment=(work, future), degrees=(held,), documents=(Document("cv.txt", "0", text),))
    criterion = EducationExperience(id="education", alternatives=PAIRED)
    finding = EducationDemand(criterion, Policy()).judge(person, CUT_OFF)
    assert [known.quote for known in finding.evidence] == [
        "Master of Arts in International Relations",
        "Officer at NGO Example",
    ]
    many = judged((degree(),), (FIVE_YEARS,) * 20)
    assert len(many.evidence) == 12
    assert many.evidence[0].quote == "master | International Relations | 2014-06-30"
    assert many.evidence[1].quote == "Officer | NGO Example | 2021-02-01 | 2026-01-31 | 100%"


@pytest.mark.parametrize(
    ("studied", "known"),
    [
        ("International Relations", True),
        ("international relations", True),
        ("Relations internationales", True),
        ("Relaciones Internacionales", True),
        ("Diplomacy and International Relations", True),
        ("Public Administration", True),
        ("Business Administration", True),
        ("MBA", True),
        ("Administration publique", True),
        ("Sciences politiques", True),
        ("Ciência Política", True),
        ("Political Studies", True),
        ("Law", None),
        ("Migration", None),
        ("of the", None),
        ("", None),
        (None, None),
        ("Marine Biology", False),
    ],
)
def test_fields_match_by_their_words_in_four_languages(*, studied: str | None, known: bool | None) -> None:
    fields = ListedFields(FIELDS)
    assert fields.match(studied).truth is known
    assert fields.match(studied).truth is known, "the remembered answer is the same"
    related = ListedFields(FIELDS, related=True).match(studied).truth
    assert related is (True if known else None)


@pytest.mark.parametrize(
    ("listed", "studied"),
    [
        ("hydrologie", "Hydrology"),
        ("Hydrology", "hidrología"),
        ("Philosophy", "filosofía"),
        ("Physics", "physique"),
        ("mathématiques", "Matemáticas"),
        ("Architecture", "arquitectura"),
        ("Nutrition", "nutrição"),
        ("Medicine", "médecine"),
        ("Chemistry", "Química"),
        ("Statistics", "Statistik"),
        ("Economics", "Volkswirtschaftslehre"),
        ("Political Science", "Politikwissenschaft"),
        ("International Relations", "Internationale Beziehungen"),
        ("право", "Право"),
    ],
)
def test_a_field_is_the_same_in_another_language(listed: str, studied: str) -> None:
    assert ListedFields((listed,)).match(studied).truth is True


@pytest.mark.parametrize(
    ("listed", "studied"),
    [
        ("Hydrology", "Choreography"),
        ("Geography", "Demography"),
        ("Physics", "Physiology"),
        ("Biology", "Geology"),
        ("Astronomy", "Agronomy"),
        ("Philosophy", "Philology"),
        ("Logistics", "Logic"),
    ],
)
def test_fields_that_sound_alike_stay_apart(listed: str, studied: str) -> None:
    assert ListedFields((listed,)).match(studied).truth is False


@pytest.mark.parametrize(
    ("listed", "studied"), [("Economics", "экономика"), ("право", "Law"), ("Law", "قانون")]
)
def test_a_field_in_another_script_is_for_a_person_to_read(listed: str, studied: str) -> None:
    assert ListedFields((listed,)).match(studied).truth is None

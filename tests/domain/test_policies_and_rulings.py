"""Profiles and switches, kinds of work, rulings on jobs and fields, the crosswalk of levels, and the gate."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from fractions import Fraction

import pytest

from recruiter_tui.domain.application import Application, Disposition
from recruiter_tui.domain.career import read_career
from recruiter_tui.domain.crosswalk import CEFR_LEVELS, CONVENTION, UN_LEVELS, Crosswalk
from recruiter_tui.domain.dates import Moment, PartialDate
from recruiter_tui.domain.education import EducationDemand
from recruiter_tui.domain.errors import NotFound, Refused
from recruiter_tui.domain.finding import Outcome
from recruiter_tui.domain.flips import flips
from recruiter_tui.domain.gate import waits_for
from recruiter_tui.domain.job_kinds import JobKind, is_professional, kind_of
from recruiter_tui.domain.language import LanguageDemand
from recruiter_tui.domain.notice import Closing, Notice, Source
from recruiter_tui.domain.person import Candidate, Degree, DegreeStatus, Employment, LanguageSkill
from recruiter_tui.domain.policy import CountFrom, ExperiencePolicy, KindRule, Policy
from recruiter_tui.domain.profiles import (
    OFFERED,
    PROFILES,
    SWITCHES,
    choices,
    profile,
    source_of,
    with_switch,
)
from recruiter_tui.domain.requirement import (
    Branch,
    DegreeLevel,
    EducationExperience,
    LanguageNeed,
    LanguageRequirement,
    Necessity,
    Tier,
)
from recruiter_tui.domain.rulings import (
    Accreditation,
    FieldRuling,
    Relevance,
    Standing,
    field_key,
    job_keys,
)
from recruiter_tui.domain.screening import Applicant, Screening, prepare
from recruiter_tui.domain.stated import Stated
from recruiter_tui.domain.study_fields import ListedFields
from recruiter_tui.domain.whatif import Board, Count, Person, Scenario, columns_of, regions_together

CUT_OFF = dt.date(2026, 2, 5)
MET, NOT_MET, OPEN = Outcome.MET, Outcome.NOT_MET, Outcome.CANNOT_TELL


def job(title: str, years: int, since: int = 2010, *, paid: bool | None = True, fte: str = "1") -> Employment:
    return Employment(
        title=title,
        start=PartialDate(since, 1, 1),
        end=PartialDate(since + years - 1, 12, 31),
        fte=Fraction(fte),
        paid=paid,
    )


def months(jobs: list[Employment], policy: Policy, *, doctorate: bool | None = None) -> tuple[int, int]:
    found = read_career(jobs, CUT_OFF, policy, doctorate=doctorate).months(policy)
    assert (found.low.denominator, found.high.denominator) == (1, 1)
    return int(found.low), int(found.high)


@pytest.mark.parametrize("known", PROFILES, ids=lambda one: one.id)
def test_every_profile_comes_back_from_its_text(known: object) -> None:
    policy = known.policy  # type: ignore[attr-defined]  # a profile
    assert Policy.named(policy.spec) == policy
    assert Policy.named(known.id.upper()) == policy  # type: ignore[attr-defined]  # as above


@pytest.mark.parametrize(
    ("spec", "back"),
    [
        ("once-fte", "once-fte"),
        (" SUM ", "sum"),
        ("epso", "epso/2"),
        ("epso/1; tier_gate=no; military_months=9", "epso/1; military_months=9; tier_gate=no"),
        ("once; doctorate_months=0; doctorate_months=none", "once"),
        ("opm; experience=sum; count_from=first_degree;", "opm/1; experience=sum; count_from=first_degree"),
    ],
)
def test_a_policy_is_written_as_short_as_can_be(spec: str, back: str) -> None:
    policy = Policy.named(spec)
    assert policy.spec == back
    assert Policy.named(back) == policy


@pytest.mark.parametrize(
    "spec",
    [
        "guess",
        "epso/9",
        "sum; height=3",
        "sum; tier_gate",
        "sum; tier_gate=perhaps",
        "sum; military_months=9999",
    ],
)
def test_a_policy_that_means_nothing_is_refused(spec: str) -> None:
    with pytest.raises(Refused):
        Policy.named(spec)


def test_every_switch_shows_its_choices_and_where_its_setting_comes_from() -> None:
    epso = Policy.named("epso; experience=sum")
    for switch in SWITCHES:
        assert choices(switch.name)
        assert source_of(epso, switch.name)
        assert source_of(Policy(), switch.name) == switch.default_source
    assert source_of(epso, "experience") == "set for this vacancy"
    assert "FAQ 7433" in source_of(epso, "volunteering")
    with pytest.raises(Refused, match="no switch"):
        with_switch(epso, "height", "3")
    with pytest.raises(Refused, match="no profile"):
        profile("nobody")
    assert Policy(experience=ExperiencePolicy.ONCE_FTE_AFTER_DEGREE).starts_from is CountFrom.REQUIRED_DEGREE


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Legal Intern", JobKind.TRAINEESHIP),
        ("Stagiaire", JobKind.TRAINEESHIP),
        ("Stage Manager", JobKind.EMPLOYMENT),
        ("Internal auditor", JobKind.EMPLOYMENT),
        ("Volunteer teacher", JobKind.VOLUNTEERING),
        ("Bénévole", JobKind.VOLUNTEERING),
        ("UN Volunteer, protection", JobKind.EMPLOYMENT),
        ("United Nations Volunteer", JobKind.EMPLOYMENT),
        ("Volontaire des Nations Unies", JobKind.EMPLOYMENT),
        ("Voluntaria de las Naciones Unidas", JobKind.EMPLOYMENT),
        ("Volunteer Coordinator", JobKind.EMPLOYMENT),
        ("Coordinator of volunteers", JobKind.EMPLOYMENT),
        ("Volunteer programme officer", JobKind.EMPLOYMENT),
        ("Coordinadora de voluntariado", JobKind.EMPLOYMENT),
        ("Responsable des bénévoles", JobKind.EMPLOYMENT),
        ("Gestora de los voluntarios", JobKind.EMPLOYMENT),
        ("Voluntaria en coordinación", JobKind.VOLUNTEERING),
        ("Ehrenamtliche Helferin", JobKind.VOLUNTEERING),
        ("Praktikantin", JobKind.TRAINEESHIP),
        ("Zivildienst", JobKind.MILITARY),
        ("Doktorand", JobKind.DOCTORATE),
        ("Ph.D. candidate in law", JobKind.DOCTORATE),
        ("Military service", JobKind.MILITARY),
        ("Officer", JobKind.EMPLOYMENT),
    ],
)
def test_a_title_tells_the_kind_of_work(title: str, kind: JobKind) -> None:
    assert kind_of(title) is kind


@pytest.mark.parametrize(
    ("title", "level"),
    [
        ("Officer (P-3)", True),
        ("Analyst, NO-B", True),
        ("Assistant G6", True),
        ("Clerk (GS-4)", False),
        ("Guard S-3", False),
        ("Driver FS-4", True),
        ("Officer", None),
    ],
)
def test_a_grade_in_the_title_tells_the_level(title: str, level: bool | None) -> None:  # noqa: FBT001 - what is expected
    assert is_professional(title) is level


def test_kinds_count_as_the_policy_says() -> None:
    volunteer, intern = job("Volunteer", 1, paid=False), job("Intern", 1, 2012, paid=False)
    paid = job("Intern", 1, 2014)
    assert months([volunteer, intern, paid], Policy()) == (36, 36)
    assert months([volunteer, intern, paid], Policy.named("epso")) == (12, 12)
    assert months([paid], Policy(traineeships=KindRule.NEVER)) == (0, 0)
    unpaid = job("Head of office", 1, paid=False)
    assert months([unpaid], Policy.named("epso/1")) == (12, 12)
    assert months([unpaid], Policy.named("epso/2")) == (0, 0)
    assert OFFERED[2].id == "epso/2"
    service = [job("Military service", 1), job("Conscript", 1, 2012)]
    assert months(service, Policy(military_months=18)) == (18, 18)
    research = [job("PhD candidate", 5)]
    assert months(research, Policy()) == (60, 60)
    for doctorate, counted in ((True, (36, 36)), (None, (0, 36)), (False, (0, 0))):
        assert months(research, Policy(doctorate_months=36), doctorate=doctorate) == counted
    assert months(research, Policy(doctorate_months=0), doctorate=True) == (0, 0)
    grades = [job("Clerk GS-3", 1), job("Officer P-2", 1, 2012), job("Officer", 1, 2014)]
    assert months(grades, Policy(professional_only=True)) == (24, 24)
    flags = read_career(grades, CUT_OFF, Policy(professional_only=True)).flags
    assert {"below the professional level", "grade not stated"} <= set(flags)


def test_a_ruling_on_relevance_scales_the_job_alone() -> None:
    jobs = [job("Officer", 2), job("Officer", 2, fte="1/2"), job("Clerk", 2, 2014)]
    ruled = {0: Relevance(Fraction(3, 4))}
    counted = {
        policy: read_career(jobs, CUT_OFF, Policy(experience=policy), ruled)
        .months(Policy(experience=policy))
        .exact
        for policy in (ExperiencePolicy.SUM, ExperiencePolicy.ONCE, ExperiencePolicy.ONCE_FTE)
    }
    assert list(counted.values()) == [18 + 24 + 24, 24 + 24, 24 + 24]
    career = read_career(jobs, CUT_OFF, ruled={2: Relevance(Fraction(0), by="Ines")})
    assert career.months().exact == 24
    assert "relevance ruled: no" in career.flags


def test_a_ruling_on_a_field_goes_before_the_words_for_everybody() -> None:
    ruling = FieldRuling("Marine  Affairs", related=True, reason="Read it", by="Ines")
    fields = ListedFields(("Law",), related=True, ruled={ruling.key: ruling})
    assert field_key("MARINE affairs") == ruling.key
    assert fields.match("marine affairs").truth is True
    assert fields.match("Poetry").truth is None
    assert fields.match("marine affairs").listed == "Marine  Affairs"
    no = FieldRuling("Law", related=False, reason="Of the sea alone")
    assert ListedFields(("Law",), ruled={no.key: no}).match("LAW").truth is False


def test_an_education_finding_names_rulings_and_a_completed_doctorate() -> None:
    ruling = FieldRuling("Tides", related=True, reason="Read it", by="Ines")
    asked = EducationExperience(
        id="education", alternatives=(Branch(DegreeLevel.MASTER, 36),), fields_of_study=("Law",)
    )
    person = Candidate(
        employment=(job("PhD candidate", 5),),
        degrees=(Degree(DegreeLevel.DOCTORATE, "Tides", None, PartialDate(2015), DegreeStatus.COMPLETED),),
    )
    demand = EducationDemand(asked, Policy(doctorate_months=36), {ruling.key: ruling})
    relevance = {job_keys(person.employment)[0]: Relevance(Fraction(1), "All of it", "Ines", "2026")}
    found = demand.judge(person, CUT_OFF, relevance)
    assert found.outcome is MET
    assert "field of study ruled on" in found.flags
    assert found.inputs["relevance"] == [
        {"job": 0, "share": "1", "note": "All of it", "by": "Ines", "at": "2026"}
    ]


def test_the_crosswalk_is_visible_and_can_be_edited() -> None:
    table = CONVENTION.table()
    assert set(table) == {*UN_LEVELS, *CEFR_LEVELS}
    asked = LanguageRequirement(id="language-en", any_of=(LanguageNeed("en", "fluent"),))
    person = Candidate(languages=(LanguageSkill("en", "B2"),))
    assert LanguageDemand(asked).judge(person).outcome is NOT_MET
    edited = CONVENTION.moved("B2", 4, 4)
    found = LanguageDemand(asked, crosswalk=edited).judge(person)
    assert (found.outcome, found.flags) == (MET, ("edited crosswalk of levels",))
    assert edited.moved("B2", *table["B2"]) == CONVENTION
    assert edited.rungs("fluent") == CONVENTION.rungs("fluent")
    assert CONVENTION.moved("UN III", 3, 4).rungs("UN level III") == (3, 4)
    for level, low, high in (("D1", 1, 2), ("B2", 3, 2), ("B2", 0, 9)):
        with pytest.raises(Refused):
            CONVENTION.moved(level, low, high)


@pytest.mark.parametrize(
    ("tier", "to", "closed", "waits"),
    [
        (1, Disposition.SHORTLISTED, set(), None),
        (2, Disposition.SHORTLISTED, set(), 1),
        (3, Disposition.LONGLISTED, {1}, 2),
        (3, Disposition.LONGLISTED, {1, 2}, None),
        (2, Disposition.NOT_SUITABLE, set(), None),
        (2, Disposition.WITHDRAWN, set(), None),
        (2, Disposition.NEW, set(), None),
        (None, Disposition.SHORTLISTED, set(), None),
    ],
)
def test_a_later_tier_waits(tier: int | None, to: Disposition, closed: set[int], waits: int | None) -> None:
    assert waits_for(tier, to, (1, 2, 3), closed) == waits
    assert waits_for(tier, to, (1, 2, 3), closed, eligibility=NOT_MET) is None
    assert waits_for(tier, to, (1, 2, 3), closed, deadline=NOT_MET) is None


def test_flips_name_what_changed_and_why() -> None:
    def notice(*codes: str) -> Notice:
        return Notice(
            source=Source("n.txt", "0" * 64, "labelled"),
            text="",
            closing=Stated.known(Closing(CUT_OFF, dt.time(23, 59), "UTC")),
            criteria=(
                *(LanguageRequirement(id=f"language-{c}", any_of=(LanguageNeed(c, None),)) for c in codes),
                Tier(id="tier-1", tier=1, internal="fr" in codes),
            ),
        )

    applicant = Applicant(Application("A1", internal=True), Candidate(languages=(LanguageSkill("en"),)))
    before, after = (prepare(notice(*codes)).screen(applicant) for codes in (("en", "es"), ("en", "fr")))
    found = [(one.criterion, one.before, one.after) for one in flips(7, "A1", before, after)]
    assert found == [
        ("tier", "2", "1"),
        ("language-fr", "not asked", "not met"),
        ("tier-1", "not met", "met"),
        ("language-es", "not met", "not asked"),
    ]
    assert list(flips(7, "A1", after.findings, after)) == []
    assert list(flips(7, "A1", before, before)) == []


def test_nobody_makes_no_columns_and_regions_are_joined() -> None:
    assert columns_of([]).outcomes == {}
    assert [regions_together(one) for one in ((), ("Asia", None), ("Asia", "Africa"))] == [
        "not stated",
        "Asia",
        "several",
    ]
    assert Crosswalk().placed == ()


def test_a_board_knows_its_policies_and_judges_one_criterion_as_the_whole_does() -> None:
    asked = LanguageRequirement(id="language-en", any_of=(LanguageNeed("en", "fluent"),))
    notice = Notice(source=Source("n.txt", "0" * 64, "labelled"), text="", criteria=(asked,))
    applicant = Applicant(Application("A1"), Candidate(languages=(LanguageSkill("en", "native"),)))
    screener = prepare(notice)
    whole = screener.screen(applicant)
    assert screener.judge_one(asked, applicant) == whole.findings[1]
    board = Board(
        (Person(7, "A1", None, "female", "Asia"),),
        {"language-en": Necessity.ESSENTIAL},
        "once-fte",
        {"once-fte": columns_of([whole.findings])},
    )
    assert board.project(Scenario()).tiers == {"open": Count(1, 1)}
    assert board.project(Scenario(dropped=("language-en",))).moves_out == (7,)
    with pytest.raises(NotFound, match="was not prepared"):
        board.project(Scenario(policy="sum"))


def test_a_switch_of_months_that_is_off_is_written_as_none() -> None:
    opm = profile("un-secretariat").policy
    off = with_switch(replace(opm, doctorate_months=36), "doctorate_months", "none")
    assert off.doctorate_months is None
    assert Policy.named(off.spec) == off


def test_an_education_finding_shows_the_record_on_the_deciding_institution_where_the_notice_asks() -> None:
    asked = EducationExperience(
        id="education", alternatives=(Branch(DegreeLevel.MASTER),), accreditation="an accredited institution"
    )
    person = Candidate(
        degrees=(
            Degree(
                DegreeLevel.MASTER, "Law", "University of Tides", PartialDate(2015), DegreeStatus.COMPLETED
            ),
        )
    )
    record = Accreditation("University of Tides", Standing.RECOGNISED, "2026-11-22", "Ines")
    known = {field_key(record.institution): record}
    found = EducationDemand(asked, Policy(), institutions=known).judge(person, CUT_OFF)
    assert found.inputs["accreditation"] == record.as_json()
    assert record.flag in found.flags
    elsewhere = EducationDemand(asked, Policy(), institutions={"elsewhere": record}).judge(person, CUT_OFF)
    assert "accreditation" not in elsewhere.inputs


def test_an_application_turns_because_a_requirement_weighs_otherwise_or_a_criterion_does() -> None:
    asked = LanguageRequirement(id="language-fr", any_of=(LanguageNeed("fr", "fluent"),))
    eased = replace(asked, necessity=Necessity.ADVANTAGE)
    applicant = Applicant(Application("A1"), Candidate(languages=(LanguageSkill("fr", "basic"),)))

    def screened(*criteria: LanguageRequirement) -> Screening:
        closing = Stated.known(Closing(CUT_OFF, dt.time(23, 59), "UTC"))
        notice = Notice(Source("n.txt", "0" * 64, "labelled"), "", closing=closing, criteria=criteria)
        received = Application("A1", received=Moment.parse("2026-01-01T00:00:00Z"))
        return prepare(notice).screen(replace(applicant, application=received))

    found = list(flips(7, "A1", screened(asked), screened(eased)))
    assert [(one.criterion, one.before, one.why) for one in found] == [
        ("outcome", "not met", "A requirement is only an advantage now.")
    ]
    found = list(flips(7, "A1", screened(asked).findings, screened()))
    assert [one.criterion for one in found] == ["outcome", "language-fr"]
    assert found[0].why == found[1].why
    assert screened(asked).families()["languages"] is NOT_MET
    assert screened(eased).families()["languages"] is None

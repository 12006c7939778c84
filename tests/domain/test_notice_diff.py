from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from recruiter_tui.domain.notice import Closing, Notice, Source
from recruiter_tui.domain.notice_diff import difference, lines, revised, summary
from recruiter_tui.domain.notice_edit import Add, Change, Drop, Edit, Put, Revise, Split, Turn, edited, told
from recruiter_tui.domain.requirement import (
    Branch,
    Criterion,
    DegreeLevel,
    EducationExperience,
    ExperienceTopic,
    LanguageNeed,
    LanguageRequirement,
    Skill,
    Tier,
)
from recruiter_tui.domain.stated import Span, State, Stated

AT = dt.datetime(2026, 11, 22, 9, 0, tzinfo=dt.UTC)
EDUCATION = EducationExperience(
    id="education", text="A master", alternatives=(Branch(DegreeLevel.MASTER, 60),)
)
ENGLISH = LanguageRequirement(id="language-en", text="English", any_of=(LanguageNeed("en", "fluent"),))
PORTS = ExperienceTopic(
    id="experience-1", text="Experience in registers of ports; of pilots", spans=(Span(0, 40),)
)
TIDES = ExperienceTopic(id="experience-2", text="Experience in tide tables")
LAW = Skill(id="skill-1", text="Harbour law")


def notice(*criteria: Criterion, day: int = 5, title: str = "Officer") -> Notice:
    return Notice(
        Source("a.txt", f"{day:064}", "text"),
        "Experience in registers of ports; of pilots",
        title=Stated.known(title, Span(0, 5)),
        closing=Stated.known(Closing(dt.date(2026, 2, day))),
        criteria=criteria or (EDUCATION, ENGLISH, PORTS, TIDES, LAW),
    )


def made(*edits: Edit, of: Notice | None = None) -> Notice:
    now = of or notice()
    for edit in edits:
        now = edited(now, edit, "awa", AT)
    return now


def ids(of: Notice) -> list[str]:
    return [one.id for one in of.criteria]


def test_the_same_notice_does_not_differ_whatever_the_ids_and_places() -> None:
    again = notice(
        *(replace(one, id=f"x{n}", spans=(Span(n, n + 9),)) for n, one in enumerate(notice().criteria))
    )
    assert not difference(notice(), again)
    assert summary(difference(notice(), again)) == "says the same"


def test_an_extended_closing_is_the_one_difference() -> None:
    diff = difference(notice(), notice(day=19))
    before = "5 Feb 2026, time not stated, zone not stated"
    assert [change.name for change in diff.fields] == ["closing"]
    assert list(lines(diff)) == [f"closing: {before} → {before.replace('5', '19', 1)}"]
    assert summary(diff) == "closing"


def test_criteria_come_go_and_change() -> None:
    longer = replace(EDUCATION, alternatives=(Branch(DegreeLevel.MASTER, 84),))
    wider = replace(TIDES, text="Experience in tide tables and pilots")
    diff = difference(notice(), notice(longer, ENGLISH, PORTS, wider, Skill(id="skill-1", text="Diving")))
    assert list(lines(diff)) == [
        "changed: master with 5 years (essential) → master with 7 years (essential)",
        "changed: Experience in tide tables (essential) → Experience in tide tables and pilots (essential)",
        "added, essential: Diving",
        "gone, essential: Harbour law",
    ]
    assert summary(diff) == "1 criterion added, 1 criterion gone, 2 criteria changed"


def test_criteria_that_stay_keep_their_ids_and_others_never_get_a_used_one() -> None:
    new = notice(EDUCATION, ENGLISH, replace(TIDES, id="experience-1"), Skill(id="skill-1", text="Diving"))
    assert ids(revised(notice(), new)) == ["education", "language-en", "experience-2", "skill-2"]


@pytest.mark.parametrize(
    "edit",
    [
        Put("title", "Harbour Officer"),
        Split("experience-1", 33),
        Turn("experience-1"),
        Drop("experience-1"),
        Add(Skill(id="", text="Diving")),
        Change("language-en", replace(ENGLISH, any_of=(LanguageNeed("fr", "fluent"),))),
    ],
    ids=lambda edit: type(edit).__name__,
)
def test_what_persons_made_holds_where_the_new_version_says_the_same(edit: Edit) -> None:
    old = made(edit)
    assert not difference(old, revised(old, notice(day=19, title="Officer"))).criteria
    assert [one.name for one in difference(old, revised(old, notice(day=19))).fields] == ["closing"]


def test_where_the_notice_says_something_else_now_the_notice_wins() -> None:
    old = made(Put("title", "Harbour Officer"), Turn("skill-1"))
    new = revised(
        old, notice(EDUCATION, ENGLISH, PORTS, TIDES, Skill(id="skill-1", text="Law"), title="Clerk")
    )
    assert (new.title.value, new.title.state) == ("Clerk", State.STATED)
    assert new.criteria[-1].state is State.STATED
    assert new.criteria[-1].id == "skill-2"


def test_a_notice_that_now_says_what_was_corrected_states_it() -> None:
    old = made(Put("title", "Harbour Officer"))
    assert revised(old, notice(title="Harbour Officer")).title.state is State.STATED


def test_a_dropped_criterion_that_is_gone_from_the_notice_is_forgotten() -> None:
    old = made(Drop("skill-1"))
    assert revised(old, notice()).dropped
    assert revised(old, notice(EDUCATION, ENGLISH)).dropped == ()


def test_a_new_version_is_an_edit_like_any_other() -> None:
    old = made(Turn("skill-1"))
    edit = Revise(notice(day=19))
    assert edited(old, edit, "awa", AT) == revised(old, notice(day=19))
    assert told(old, edit) == "advertised again: closing"


def test_a_criterion_of_another_family_is_another_one_though_its_words_are_alike() -> None:
    diff = difference(notice(TIDES), notice(Skill(id="skill-1", text=TIDES.text)))
    assert summary(diff) == "1 criterion added, 1 criterion gone"


@pytest.mark.parametrize(
    ("tier", "told"), [(1, ["changed"]), (3, ["added", "gone"])], ids=["the same tier", "another tier"]
)
def test_a_tier_is_the_same_by_its_number(tier: int, told: list[str]) -> None:
    was, now = Tier(id="tier-1", tier=1, internal=True), Tier(id="t", tier=tier, nationalities=("NA",))
    diff = difference(notice(was), notice(now))
    assert [line.partition(":")[0].partition(",")[0] for line in lines(diff)] == told


def test_a_correction_falls_where_the_new_version_asks_for_other_years_in_the_same_words() -> None:
    corrected = replace(EDUCATION, alternatives=(Branch(DegreeLevel.MASTER, 72),))
    shorter = replace(EDUCATION, alternatives=(Branch(DegreeLevel.MASTER, 48),))
    new = revised(made(Change("education", corrected)), notice(shorter, ENGLISH))
    assert new.criteria[0] == replace(shorter, id=new.criteria[0].id)

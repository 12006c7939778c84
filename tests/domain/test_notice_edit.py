from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given, reject
from hypothesis import strategies as st

from recruiter_tui.domain.errors import NotFound, Refused
from recruiter_tui.domain.notice import Closing, Notice, Source
from recruiter_tui.domain.notice_edit import (
    Add,
    Change,
    Drop,
    Edit,
    Merge,
    Put,
    PutBack,
    Split,
    Turn,
    edited,
    told,
    touches_criteria,
)
from recruiter_tui.domain.notice_items import find, fresh_id, located, seam
from recruiter_tui.domain.requirement import (
    Competency,
    Criterion,
    ExperienceTopic,
    Kind,
    LanguageNeed,
    LanguageRequirement,
    Necessity,
    Skill,
    Tier,
)
from recruiter_tui.domain.stated import Span, State, Stated

AT = dt.datetime(2026, 11, 22, 9, 0, tzinfo=dt.UTC)
LATER = dt.datetime(2026, 11, 23, 9, 0, tzinfo=dt.UTC)
TEXT = "Registers of ports; pilots and\n tugs. Budgets of quays, Harbour law."


def notice(*criteria: Criterion, text: str = TEXT) -> Notice:
    return Notice(
        Source("a.txt", "0" * 64, "text"),
        text,
        title=Stated.known("Officer", Span(0, 7)),
        closing=Stated.known(Closing(dt.date(2026, 2, 5))),
        criteria=criteria
        or (
            ExperienceTopic(
                id="experience-1", text="Registers of ports; pilots and tugs.", spans=(Span(0, 37),)
            ),
            ExperienceTopic(id="experience-2", text="Budgets of quays", spans=(Span(38, 54),)),
            Skill(id="skill-1", text="Harbour law", spans=(Span(56, 67),)),
            LanguageRequirement(id="language-en", any_of=(LanguageNeed("en", "fluent"),)),
            Tier(id="tier-1", tier=1, internal=True),
        ),
    )


def after(*edits: Edit, start: Notice | None = None) -> Notice:
    now = start or notice()
    for edit in edits:
        now = edited(now, edit, "awa", AT)
    return now


def ids(of: Notice) -> list[str]:
    return [one.id for one in of.criteria]


def test_a_corrected_field_keeps_what_came_in_and_who_and_when() -> None:
    title = after(Put("title", "Harbour Officer")).title
    assert (title.value, title.imported, title.state) == ("Harbour Officer", "Officer", State.CORRECTED)
    assert (title.by, title.at) == ("awa", AT)
    assert after(Put("title", "A"), Put("title", "B")).title.imported == "Officer"


def test_a_field_can_be_found_in_the_source_or_found_not_to_be_stated() -> None:
    assert after(Put("title", "pilots", Span(20, 26))).title.spans == (Span(20, 26),)
    gone = after(Put("title", None)).title
    assert (gone.value, gone.state, gone.imported, gone.spans) == (None, State.CORRECTED, "Officer", ())


def test_a_field_that_notices_do_not_have_is_refused() -> None:
    with pytest.raises(NotFound, match="no field 'colour'"):
        after(Put("colour", "blue"))


def test_a_glued_item_becomes_two_in_its_place_each_with_its_own_span() -> None:
    now = after(Split("experience-1", 19))
    assert ids(now)[:3] == ["experience-1.1", "experience-1.2", "experience-2"]
    first, second = now.criteria[:2]
    assert (first.text, second.text) == ("Registers of ports", "pilots and tugs.")
    assert [TEXT[slice(*one.spans[0])] for one in (first, second)] == [
        "Registers of ports",
        "pilots and\n tugs.",
    ]
    assert first.state is State.CORRECTED
    assert first.imported is not None
    assert first.imported.text == "Registers of ports; pilots and tugs."


@pytest.mark.parametrize("cut", [0, 36, 99])
def test_a_split_that_leaves_nothing_on_one_side_is_refused(cut: int) -> None:
    with pytest.raises(Refused, match="halves"):
        after(Split("experience-1", cut))


@pytest.mark.parametrize("edit", [Split("language-en", 2), Merge(("language-en", "tier-1")), Turn("tier-1")])
def test_what_is_not_a_wording_is_neither_split_nor_merged_nor_turned(edit: Edit) -> None:
    with pytest.raises(Refused):
        after(edit)


WORDS = st.lists(
    st.sampled_from(["ports", "Pilots", "and", "quays;", "law,", "of", "tide."]), min_size=2, max_size=9
)


@given(words=WORDS, cut=st.integers(1, 60), necessity=st.sampled_from(Necessity), added=st.booleans())
def test_split_then_merge_is_the_identity(
    words: list[str], cut: int, necessity: Necessity, *, added: bool
) -> None:
    text = " ".join(words)
    one = ExperienceTopic(id="experience-1", text=text, spans=(Span(0, len(text)),), necessity=necessity)
    start = notice(one, Skill(id="skill-1", text="Law"), text=text)
    if added:
        start = edited(replace(start, criteria=start.criteria[1:]), Add(one), "ben", LATER)
    item = next(each.id for each in start.criteria if each.kind is Kind.EXPERIENCE)
    try:
        parted = edited(start, Split(item, cut), "awa", AT)
    except Refused:
        reject()
    assert edited(parted, Merge((f"{item}.1", f"{item}.2")), "awa", AT) == start


def test_pieces_of_a_piece_become_the_piece_and_then_the_whole_again() -> None:
    start = notice()
    once = after(Split("experience-1", 19), start=start)
    twice = after(Split("experience-1.2", 6), start=once)
    assert ids(twice)[:3] == ["experience-1.1", "experience-1.2.1", "experience-1.2.2"]
    assert after(Merge(("experience-1.2.1", "experience-1.2.2")), start=twice) == once
    assert after(Merge(("experience-1.1", "experience-1.2")), start=once) == start


def test_merged_items_bear_an_id_that_no_ruling_was_ever_about() -> None:
    now = after(Merge(("experience-1", "experience-2")))
    assert ids(now)[0] == "experience-3"
    assert now.criteria[0].text == "Registers of ports; pilots and tugs; Budgets of quays"
    assert now.criteria[0].spans == (Span(0, 37), Span(38, 54))


@pytest.mark.parametrize(
    "names", [("experience-1",), ("experience-1", "skill-1"), ("experience-1", "experience-1")]
)
def test_one_item_or_items_of_two_families_are_not_merged(names: tuple[str, ...]) -> None:
    with pytest.raises(Refused):
        after(Merge(names))


def test_essential_turns_to_advantage_and_turning_it_back_leaves_no_mark() -> None:
    turned = after(Turn("skill-1"))
    assert find(turned, "skill-1").necessity is Necessity.ADVANTAGE
    assert find(turned, "skill-1").by == "awa"
    assert after(Turn("skill-1"), start=turned) == notice()


@pytest.mark.parametrize("name", ["experience-1", "skill-1", "tier-1"])
def test_what_was_dropped_is_kept_and_comes_back_to_its_place(name: str) -> None:
    dropped = after(Drop(name))
    assert name not in ids(dropped)
    assert dropped.dropped[0].by == "awa"
    assert after(PutBack(name), start=dropped) == notice()
    with pytest.raises(NotFound, match="was dropped"):
        after(PutBack("skill-9"), start=dropped)


def test_an_added_criterion_joins_its_family_under_a_new_id() -> None:
    now = after(Add(ExperienceTopic(id="", text=" Tides ")))
    assert ids(now)[:3] == ["experience-1", "experience-2", "experience-3"]
    assert (now.criteria[2].text, now.criteria[2].state, now.criteria[2].imported) == (
        "Tides",
        State.CORRECTED,
        None,
    )
    with pytest.raises(Refused, match="wording"):
        after(Add(Skill(id="", text="  ")))


def test_a_dropped_id_is_never_given_again() -> None:
    now = after(Drop("experience-2"), Add(ExperienceTopic(id="", text="Tides")))
    assert "experience-3" in ids(now)
    assert fresh_id(notice(), Kind.EDUCATION_EXPERIENCE) == "education-1"


def test_a_changed_criterion_keeps_its_id_and_what_it_asked_for() -> None:
    english = find(notice(), "language-en")
    assert isinstance(english, LanguageRequirement)
    french = replace(english, any_of=(LanguageNeed("fr", "fluent"),))
    now = find(after(Change("language-en", french)), "language-en")
    assert now.imported is not None
    assert now.imported.asked == "EN fluent"
    assert after(Change("language-en", french), Change("language-en", english)) == notice()
    with pytest.raises(Refused, match="another family"):
        after(Change("language-en", Competency(id="", text="Courage")))


def test_every_edit_is_told_in_one_line() -> None:
    lines = [
        told(notice(), edit)
        for edit in (
            Put("closing", Closing(dt.date(2026, 3, 1), dt.time(23, 59), "Europe/Zurich")),
            Split("experience-1", 19),
            Merge(("experience-1", "experience-2")),
            Turn("skill-1"),
            Drop("skill-1"),
            Add(Skill(id="", text="Tides")),
        )
    ]
    assert lines == [
        "closing corrected to 1 Mar 2026, 23:59, Europe/Zurich",
        "experience-1 split",
        "experience-1 and experience-2 merged",
        "skill-1 is an advantage",
        "skill-1 dropped",
        "criterion added: Tides",
    ]


@pytest.mark.parametrize(
    ("edit", "judged"),
    [
        (Put("title", "A"), False),
        (Put("closing", None), True),
        (Put("grade", "P-4"), True),
        (Drop("skill-1"), True),
    ],
)
def test_only_what_rules_read_changes_the_criteria(edit: Edit, *, judged: bool) -> None:
    assert touches_criteria(edit) is judged


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Strong writing skillsExperience in law", "Strong writing skills"),
        ("Knows ports. Knows tides.", "Knows ports."),
        ("Knows ports and tides", "Knows ports"),
        ("Knows ports, tides", "Knows ports,"),
    ],
)
def test_a_cut_is_suggested_at_the_surest_seam(text: str, left: str) -> None:
    assert text[: seam(text)] == left


def test_a_wording_is_found_in_the_source_whatever_the_blanks() -> None:
    assert located("a  b\nc d", (Span(0, 8),), "b c") == Span(3, 6)
    assert located("a b", (Span(0, 3),), "x") is None
    assert located("a b", (Span(0, 3),), " ") is None


def test_a_field_that_no_notice_has_is_not_found() -> None:
    with pytest.raises(NotFound, match="no field 'colour'"):
        after(Put("colour", "blue"))


def test_the_same_correction_again_changes_nothing() -> None:
    once = after(Put("title", "Harbour Officer"))
    assert after(Put("title", "Harbour Officer"), start=once) is once


def test_a_criterion_needs_a_wording_also_when_it_changes() -> None:
    with pytest.raises(Refused, match="needs a wording"):
        after(Change("skill-1", Skill(id="skill-1", text=" ")))


def test_an_unknown_criterion_and_one_that_was_not_dropped_are_not_found() -> None:
    with pytest.raises(NotFound, match="no criterion 'nobody'"):
        after(Turn("nobody"))
    with pytest.raises(NotFound, match="was dropped"):
        after(Drop("skill-1"), PutBack("experience-1"))


def test_an_item_without_a_seam_is_parted_in_the_middle() -> None:
    assert seam("x" * 40) == 20


def test_a_correction_to_nothing_takes_the_place_away_too() -> None:
    title = after(Put("title", None)).title
    assert (title.value, title.imported, title.spans) == (None, "Officer", ())


def test_pieces_that_were_reworded_are_merged_as_they_stand_now() -> None:
    parted = after(Split("experience-1", 19))
    second = find(parted, "experience-1.2")
    reworded = after(Change("experience-1.2", replace(second, text="masters and mates")), start=parted)
    whole = after(Merge(("experience-1.1", "experience-1.2")), start=reworded)
    assert "masters and mates" in whole.criteria[0].text

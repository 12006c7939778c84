"""Trying other thresholds and rules over everybody at once: the columns agree with a plain loop."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recruiter_tui.domain.errors import NotFound
from recruiter_tui.domain.finding import Finding, Outcome, Override
from recruiter_tui.domain.requirement import Kind, Necessity
from recruiter_tui.domain.whatif import Board, Columns, Count, Person, Scenario, columns_of, regions_together
from recruiter_tui.domain.whatif_moves import moves

if TYPE_CHECKING:
    from fractions import Fraction

MET, NOT, OPEN = Outcome.MET, Outcome.NOT_MET, Outcome.CANNOT_TELL


def judged(criterion: str, outcome: Outcome | None, kind: Kind = Kind.LANGUAGE) -> Finding:
    return Finding(criterion, kind, Necessity.ESSENTIAL, outcome, "as the file says")


def studied(*branches: tuple[int | None, str, str | None, str | None], **changes: Any) -> Finding:  # noqa: ANN401 - fields are named by the test
    """Return an education finding: per branch months asked, degree's outcome, low, high."""
    inputs: dict[str, object] = {"jobs": [{"employer": "x"}]} | changes.pop("inputs", {})
    inputs["branches"] = [
        {
            "months": asked,
            "degree_outcome": degree,
            "counted": None
            if low is None
            else {
                "exact": low if low == high else None,
                "exact_low": None if low == high else low,
                "exact_high": None if low == high else high,
            },
        }
        for asked, degree, low, high in branches
    ]
    finding = Finding("education", Kind.EDUCATION_EXPERIENCE, Necessity.ESSENTIAL, OPEN, "…", inputs=inputs)
    return replace(finding, **changes)


def board(rows: list[list[Finding]], **necessity: Necessity) -> Board:
    people = tuple(
        Person(key, f"A-{key}", (1, 2, None)[key % 3], "female" if key % 2 else "not stated", "Africa")
        for key in range(len(rows))
    )
    named = {finding.criterion: Necessity.ESSENTIAL for finding in rows[0] if finding.kind is not Kind.TIER}
    return Board(people, named | necessity, "once-fte", {"once-fte": columns_of(rows)})


THREE = [
    [judged("tier-1", MET, Kind.TIER), judged("language-en", MET), judged("language-fr", NOT)],
    [judged("tier-1", NOT, Kind.TIER), judged("language-en", MET), judged("language-fr", MET)],
    [judged("tier-1", OPEN, Kind.TIER), judged("language-en", OPEN), judged("language-fr", MET)],
]


def test_nothing_tried_moves_nobody() -> None:
    found = board(THREE).project(Scenario())
    assert found.chosen == Count(1, 1)
    assert (found.moves_in, found.moves_out) == ((), ())
    assert found.outcomes == {"met": Count(1, 1), "cannot tell": Count(1, 1), "not met": Count(1, 1)}
    assert found.tiers == {"2": Count(1, 1)}


def test_an_advantage_that_becomes_essential_and_one_that_is_invoked() -> None:
    trial = board(THREE, **{"language-fr": Necessity.ADVANTAGE})
    assert trial.project(Scenario()).chosen == Count(2, 2)
    assert trial.project(Scenario(required=("language-fr",))).moves_out == (0,)
    assert trial.project(Scenario(invoked=("language-fr",))).moves_out == (0,)
    assert trial.project(Scenario(invoked=("language-fr",), at_least=2)).moves_out == (0, 1)


@pytest.mark.parametrize("scenario", [Scenario(dropped=("language-fr",)), Scenario(relaxed=("language-fr",))])
def test_a_rule_that_goes_lets_those_in_who_failed_it_alone(scenario: Scenario) -> None:
    found = board(THREE).project(scenario)
    assert found.moves_in == (0,)
    assert found.genders == {"not stated": Count(0, 1), "female": Count(1, 1)}
    assert found.regions == {"Africa": Count(1, 2)}


@pytest.mark.parametrize(
    ("finding", "months", "outcome"),
    [
        (studied((60, "met", "60", "60")), 60, "met"),
        (studied((60, "met", "119/2", "119/2")), 60, "not met"),
        (studied((60, "met", "119/2", "119/2")), 59, "met"),
        (studied((60, "met", "50", "70")), 60, "cannot tell"),
        (studied((60, "met", "50", None)), 240, "cannot tell"),
        (studied((60, "cannot tell", "70", "70")), 60, "cannot tell"),
        (studied((60, "not met", "70", "70")), 60, "not met"),
        (studied((60, "met", "0", "0"), inputs={"jobs": []}), 60, "cannot tell"),
        (studied((60, "met", "0", "0")), None, "met"),
        (
            studied(
                (60, "met", "10", "10"),
                override=Override(MET, "looked up", "awa", "2026-11-22T09:00:00+00:00"),
            ),
            60,
            "met",
        ),
    ],
)
def test_a_threshold_is_tried_on_what_the_finding_counted(
    finding: Finding, months: int | None, outcome: str
) -> None:
    found = board([[finding]]).project(Scenario(months=(("education", 0, months),)))
    assert {word for word, count in found.outcomes.items() if count.after} == {outcome}


def test_any_branch_will_do_and_one_that_nobody_counted_is_not_there() -> None:
    either = studied((60, "not met", "84", "84"), (84, "met", "84", "84"))
    fewer = replace(either, inputs={"jobs": [{}], "branches": []})
    trial = board([[either], [fewer]])
    found = trial.project(Scenario(months=(("education", 1, 84),)))
    assert found.outcomes == {"cannot tell": Count(2, 0), "met": Count(0, 1), "not met": Count(0, 1)}
    assert trial.project(Scenario(months=(("education", 1, 96),))).outcomes["not met"].after == 2


def test_unknown_criteria_and_unprepared_policies_are_refused() -> None:
    with pytest.raises(NotFound, match="no criterion 'nobody'"):
        board(THREE).project(Scenario(dropped=("nobody",)))
    with pytest.raises(NotFound, match="was not prepared"):
        board(THREE).project(Scenario(policy="sum"))


def test_a_scenario_comes_back_as_it_was_kept() -> None:
    kept = Scenario((("education", 0, 48), ("education", 1, None)), ("a",), ("b",), ("c",), ("d",), 2, "sum")
    assert Scenario.from_json(kept.as_json()) == kept


def test_a_vacancy_without_applications_has_no_columns() -> None:
    assert columns_of([]) == Columns({}, {})


@pytest.mark.parametrize(
    ("regions", "one"),
    [
        ([], "not stated"),
        ([None], "not stated"),
        (["Africa", None], "Africa"),
        (["Africa", "Asia"], "several"),
    ],
)
def test_a_persons_region(regions: list[str | None], one: str) -> None:
    assert regions_together(regions) == one


@given(
    st.lists(
        st.tuples(
            st.sampled_from([1, 2, 0]),
            st.fractions(0, 200, max_denominator=62),
            st.fractions(0, 60, max_denominator=62),
        ),
        min_size=1,
        max_size=20,
    ),
    st.integers(0, 220),
)
def test_the_columns_say_what_a_plain_loop_says(
    people: list[tuple[int, Fraction, Fraction]], asked: int
) -> None:
    words = {1: "met", 2: "cannot tell", 0: "not met"}
    rows = [[studied((60, words[degree], str(low), str(low + more)))] for degree, low, more in people]
    found = board(rows).project(Scenario(months=(("education", 0, asked),)))
    expected = {"met": 0, "cannot tell": 0, "not met": 0}
    for degree, low, more in people:
        if degree == 0 or low + more < asked:
            expected["not met"] += 1
        else:
            expected["met" if degree == 1 and low >= asked else "cannot tell"] += 1
    assert {word: count.after for word, count in found.outcomes.items() if count.after} == {
        word: count for word, count in expected.items() if count
    }


def why(trial: Board, scenario: Scenario, key: int) -> list[tuple[str, str, str]]:
    return [(one.criterion, one.before, one.after) for one in moves(trial, scenario, key)]


def test_why_somebody_moves_is_told_by_the_criteria_that_decide_it() -> None:
    trial = board(THREE, **{"language-en": Necessity.ADVANTAGE})
    assert why(trial, Scenario(dropped=("language-fr",)), 0) == [("language-fr", "not met", "dropped")]
    assert why(trial, Scenario(relaxed=("language-fr",)), 0) == [("language-fr", "not met", "an advantage")]
    assert why(trial, Scenario(required=("language-en",)), 2) == [
        ("language-en", "an advantage", "cannot tell")
    ]
    assert why(trial, Scenario(invoked=("language-en",)), 2) == [
        ("language-en", "an advantage", "cannot tell")
    ]
    assert why(trial, Scenario(), 0) == []
    with pytest.raises(NotFound) as refusal:
        moves(trial, Scenario(), 99)
    assert refusal.value.problem == "this application is not on the board"
    assert refusal.value.remedy == "it came in after the question was asked; ask again"


def test_why_a_threshold_moves_somebody() -> None:
    trial = board([[studied((60, "met", "50", "50"))]])
    trial.columns["once-fte"].outcomes["education"] = bytes([4])  # type: ignore[index]  # a plain dictionary
    assert why(trial, Scenario(months=(("education", 0, 48),)), 0) == [("education", "not met", "met")]


@given(
    st.lists(st.tuples(*[st.sampled_from([MET, NOT, OPEN, None])] * 3), min_size=1, max_size=12),
    st.sets(st.sampled_from(["a", "b", "c"])),
    st.sets(st.sampled_from(["a", "b", "c"])),
)
def test_whoever_moves_has_a_reason(
    people: list[tuple[Outcome | None, ...]], dropped: set[str], turned: set[str]
) -> None:
    on_time = judged("deadline", MET)
    rows = [
        [on_time, *(judged(name, outcome) for name, outcome in zip("abc", row, strict=True))]
        for row in people
    ]
    trial = board(rows, c=Necessity.ADVANTAGE)
    scenario = Scenario(
        dropped=tuple(dropped), relaxed=tuple(turned & {"a", "b"}), required=tuple(turned & {"c"})
    )
    found = trial.project(scenario)
    assert all(moves(trial, scenario, key) for key in (*found.moves_in, *found.moves_out))


def test_more_months_than_a_byte_holds_leave_it_open() -> None:
    found = board([[studied((60, "met", "400", "400"))]]).project(Scenario(months=(("education", 0, 300),)))
    assert found.outcomes["cannot tell"].after == 1

"""What is tried over everybody at once, against a plain loop: thresholds, weights, invoked advantages."""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recruiter_tui.domain.errors import NotFound
from recruiter_tui.domain.finding import Outcome
from recruiter_tui.domain.requirement import Necessity
from recruiter_tui.domain.screening import strictest
from recruiter_tui.domain.standing import Counted, Standing
from recruiter_tui.domain.truth import outcome_of, some
from recruiter_tui.domain.whatif import Board, Columns, Count, Person, Scenario, branches_of, coded

MET, NOT_MET, CANNOT_TELL = Outcome.MET, Outcome.NOT_MET, Outcome.CANNOT_TELL
ASKED = (60, None, 24)
LANGUAGES = ("ar", "en", "fr")


class Row(NamedTuple):
    """One person as a plain loop sees him or her."""

    education: Standing
    languages: tuple[Outcome | None, ...]

    def outcome(self, criterion: str, asked: list[int | None]) -> Outcome | None:
        if criterion != "education":
            return self.languages[LANGUAGES.index(criterion)]
        one = self.education
        if one.overruled or not one.counted:
            return one.outcome
        return outcome_of(
            some(
                branch.truth(months, listed=one.listed)
                for branch, months in zip(one.branches, asked, strict=True)
            )
        )


def expected(rows: list[Row], essential: set[str], scenario: Scenario) -> tuple[Counter[str], list[int]]:
    """Return how many have which outcome, and the keys of the chosen."""
    asked: list[int | None] = list(ASKED)
    for _, place, months in scenario.months:
        asked[place] = months
    wanted = ((essential - {*scenario.relaxed}) | {*scenario.required}) - {*scenario.dropped}
    words: Counter[str] = Counter()
    chosen = []
    for key, row in enumerate(rows):
        outcome = strictest(row.outcome(criterion, asked) for criterion in wanted)
        words[outcome.value if outcome else ""] += 1
        invoked = sum(row.outcome(criterion, asked) is MET for criterion in scenario.invoked)
        if outcome is MET and invoked >= (scenario.at_least if scenario.invoked else 0):
            chosen.append(key)
    return words, chosen


def board(rows: list[Row], essential: set[str]) -> Board:
    standings = [row.education for row in rows]
    outcomes = {name: coded(row.languages[place] for row in rows) for place, name in enumerate(LANGUAGES)}
    outcomes["education"] = coded(row.outcome("education", list(ASKED)) for row in rows)
    people = tuple(
        Person(key, f"A{key}", (1, 2, None)[key % 3], "female", "Asia") for key in range(len(rows))
    )
    necessity = {
        name: Necessity.ESSENTIAL if name in essential else Necessity.ADVANTAGE
        for name in ("education", *LANGUAGES)
    }
    columns = Columns(outcomes, {"education": branches_of(standings, ASKED)})
    return Board(people, necessity, "once-fte", {"once-fte": columns})


COUNTED = st.builds(
    lambda degree, low, more: Counted(degree, low, None if more is None else low + more),
    st.sampled_from([True, False, None]),
    st.integers(0, 90),
    st.none() | st.integers(0, 30),
)
STANDINGS = st.one_of(
    st.builds(
        lambda branches, listed: Standing(CANNOT_TELL, branches=branches, listed=listed, counted=True),
        st.tuples(COUNTED, COUNTED, COUNTED),
        st.booleans(),
    ),
    st.sampled_from([MET, NOT_MET, CANNOT_TELL]).map(lambda outcome: Standing(outcome, overruled=True)),
    st.just(Standing(CANNOT_TELL)),
)
OUTCOMES = st.sampled_from([MET, NOT_MET, CANNOT_TELL])
ROWS = st.lists(st.builds(Row, STANDINGS, st.tuples(OUTCOMES, OUTCOMES, OUTCOMES)), min_size=1, max_size=9)
NAMES = st.sets(st.sampled_from(["education", *LANGUAGES])).map(sorted).map(tuple)
SCENARIOS = st.builds(
    Scenario,
    st.lists(
        st.tuples(st.just("education"), st.integers(0, 2), st.none() | st.integers(0, 120)),
        max_size=3,
        unique_by=lambda one: one[1],
    ).map(tuple),
    NAMES,
    NAMES,
    NAMES,
    NAMES,
    st.integers(0, 3),
)


@given(ROWS, st.sets(st.sampled_from(["education", *LANGUAGES]), min_size=1), SCENARIOS)
def test_whatever_is_tried_comes_out_as_a_plain_loop_says(
    rows: list[Row], essential: set[str], scenario: Scenario
) -> None:
    found = board(rows, essential).project(scenario)
    (was, was_in), (now, now_in) = (expected(rows, essential, one) for one in (Scenario(), scenario))
    assert found.moves_in == tuple(key for key in now_in if key not in was_in)
    assert found.moves_out == tuple(key for key in was_in if key not in now_in)
    assert found.chosen == Count(len(was_in), len(now_in))
    for word in ("met", "not met", "cannot tell"):
        count = found.outcomes.get(word, Count(0, 0))
        assert count.before == was[word]
        if now[""] == 0:
            assert count.after == now[word]
    tiers = ("1", "2", "open")
    for place, tier in enumerate(tiers):
        count = found.tiers.get(tier, Count(0, 0))
        assert count.before == sum(key % 3 == place for key in was_in)
        assert count.after == sum(key % 3 == place for key in now_in)
    assert set(found.tiers) <= set(tiers)


def test_refusals_name_what_there_is() -> None:
    trial = board([Row(Standing(CANNOT_TELL), (MET, MET, MET))], {"en"})
    for scenario in (
        Scenario(dropped=("nobody",)),
        Scenario(relaxed=("nobody",)),
        Scenario(required=("nobody",)),
        Scenario(invoked=("nobody",)),
        Scenario(months=(("nobody", 0, 1),)),
    ):
        with pytest.raises(NotFound) as refusal:
            trial.project(scenario)
        assert refusal.value.problem == "there is no criterion 'nobody'"
        assert refusal.value.remedy == "choose among ar, education, en, fr"
    with pytest.raises(NotFound) as refusal:
        trial.project(Scenario(policy="sum"))
    assert refusal.value.problem == "the policy 'sum' was not prepared"
    assert refusal.value.remedy == "prepare it first"


def test_a_scenario_is_kept_readably() -> None:
    assert "Économie" in Scenario(dropped=("Économie",)).as_json()

"""What nobody knows is never inside a filter by mistake: for every field, test and combination."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recruiter_tui.domain.query import Condition, parse
from recruiter_tui.domain.query_columns import Column, day_of, evaluate, marked
from recruiter_tui.domain.query_fields import FIELDS, Field, Nature

if TYPE_CHECKING:
    from collections.abc import Hashable

SILENT: tuple[Hashable, ...] = (None, "", (), (None,), (None, None))
VALUES: dict[Nature, tuple[tuple[str, ...], tuple[Hashable, ...]]] = {
    Nature.TEXT: (("amina", '"zo"'), ("Amina", "Zoë B", ("x@example.org", "amina@example.org"))),
    Nature.PAPERS: (("harbour", '"har"'), ("a harbour", "nothing")),
    Nature.CODE: (("fr", "dz"), ("FR", ("fr", "en"), ("dz",))),
    Nature.OUTCOME: (("met", "not-met", "cannot-tell"), ("met", "not met", "cannot tell")),
    Nature.DISPOSITION: (("new", "maybe"), ("new", "maybe", "shortlisted")),
    Nature.FLAG: (("yes", "no"), (True, False)),
    Nature.NUMBER: (("5", "0", "2..7", "5.5"), (5, 0, (24, 96), (60, None), 66.5)),
    Nature.DATE: (
        ("2026", "2026-02", "2026-02-05", "2026-01..2026-03"),
        ("2026-02-05T22:59:00Z", "2025-12-31T00:00:00+01:00"),
    ),
}
OPERATORS = {Nature.NUMBER: (":", "=", "!=", ">", ">=", "<", "<="), Nature.DATE: (":", "!=", ">", ">=", "<")}
ANYWHERE = (*FIELDS, Field("finding.language-en", Nature.OUTCOME, "one criterion's finding"))
CERTAIN = tuple(field for field in ANYWHERE if not field.silence_is_nothing)


def conditions(field: Field) -> list[str]:
    return [
        f"{field.name}{operator}{value}"
        for operator in OPERATORS.get(field.nature, (":", "=", "!="))
        for value in VALUES[field.nature][0]
        if ".." not in value or operator in (":", "=", "!=")
    ]


def fact(field: Field) -> str:
    return field.key or field.name


class Row:
    """A table of one row, as filters see a vacancy's columns."""

    size = 1

    def __init__(self, facts: dict[str, Hashable]) -> None:
        self.facts = facts

    def column(self, name: str) -> Column | None:
        if name.endswith("_day"):
            moment = self.facts.get(name.removesuffix("_day"))
            return Column([day_of(moment) if isinstance(moment, str) else None])
        return Column([self.facts[name]]) if name in self.facts else None

    def solved(self, condition: Condition) -> bytes | None:
        assert isinstance(condition, Condition)
        return None


def inside(query: str, facts: dict[str, Hashable]) -> bool:
    """Tell whether the filter lets the facts through, which rows and columns must agree on."""
    asked = parse(query)
    told = asked.matches(facts)
    assert marked(evaluate(asked, Row(facts))) == bytes([told]), query
    return told


@pytest.mark.parametrize("field", ANYWHERE, ids=lambda field: field.name)
@pytest.mark.parametrize("silence", SILENT, ids=repr)
def test_silence_is_found_by_its_own_value_alone(field: Field, silence: Hashable) -> None:
    facts = {fact(field): silence}
    assert inside(f"{field.name}:unknown", facts)
    assert not inside(f"not {field.name}:unknown", facts)
    assert not inside(f"{field.name}!=unknown", facts)
    for written in conditions(field):
        if not field.silence_is_nothing:
            assert not inside(written, facts), written
            assert not inside(f"not ({written})", facts), written
            assert not inside(f"{written} or not ({written})", facts), written
        elif "!=" not in written:
            assert not inside(written, facts), written


@pytest.mark.parametrize("field", ANYWHERE, ids=lambda field: field.name)
def test_what_is_known_is_never_unknown(field: Field) -> None:
    for value in VALUES[field.nature][1]:
        facts = {fact(field): value}
        assert not inside(f"{field.name}:unknown", facts), value
        assert inside(f"{field.name}!=unknown", facts), value


ATOMS = st.sampled_from([written for field in CERTAIN for written in conditions(field)])
QUERIES = st.recursive(
    ATOMS,
    lambda part: st.one_of(
        part.map(lambda one: f"not ({one})"),
        st.tuples(part, part).map(lambda two: f"({two[0]} or {two[1]})"),
        st.tuples(part, part).map(lambda two: f"({two[0]} {two[1]})"),
    ),
    max_leaves=5,
)


@st.composite
def people(draw: st.DrawFn) -> tuple[dict[str, Hashable], dict[str, Hashable]]:
    """Give somebody of whom some facts are not known, and the same person with all of them known."""
    partly: dict[str, Any] = {}
    whole: dict[str, Any] = {}
    for field in CERTAIN:
        value = draw(st.sampled_from(VALUES[field.nature][1]))
        whole[fact(field)] = value
        partly[fact(field)] = draw(st.sampled_from((value, None)))
    return partly, whole


@given(QUERIES, people())
def test_who_is_inside_while_something_is_unknown_is_inside_whatever_it_turns_out_to_be(
    query: str, person: tuple[dict[str, Hashable], dict[str, Hashable]]
) -> None:
    partly, whole = person
    if inside(query, partly):
        assert inside(query, whole), query

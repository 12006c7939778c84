"""Filters over columns find whom the same filter finds row by row, and completion offers what fits."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recruiter_tui.domain.query import Condition, parse
from recruiter_tui.domain.query_columns import Column, day_of, evaluate, marked, passing
from recruiter_tui.domain.query_completion import Values, beginning, completions, written

if TYPE_CHECKING:
    from collections.abc import Hashable, Mapping, Sequence

ROWS: tuple[dict[str, Hashable], ...] = (
    {"name": "Zoë Ångström", "tier": 1, "outcome": "met", "tags": ("Seen",), "months": (60.0, 72.0)},
    {"name": "王小明", "tier": 2, "outcome": "cannot tell", "tags": (), "months": (12.0, None)},
    {"name": "", "tier": None, "outcome": None, "tags": ("seen", "b"), "months": None},
    {"name": "Ольга Соловьёва", "tier": 1, "outcome": "not met", "tags": (), "months": (71.9, 71.9)},
)
MOMENTS = ("2026-02-05T22:59:37+01:00", "2026-02-05T23:30:00Z", None, "2026-03-01T08:00:00Z")


class Rows:
    """A table of a few rows."""

    def __init__(self, rows: Sequence[Mapping[str, Hashable]]) -> None:
        self.rows = rows
        self.size = len(rows)

    def column(self, name: str) -> Column | None:
        if name == "received_day":
            moments = (row.get("received") for row in self.rows)
            return Column(None if moment is None else day_of(str(moment)) for moment in moments)
        return Column(row.get(name) for row in self.rows) if any(name in row for row in self.rows) else None

    def solved(self, condition: Condition) -> bytes | None:
        assert isinstance(condition, Condition)
        return None


TABLE = Rows([{**row, "received": moment} for row, moment in zip(ROWS, MOMENTS, strict=True)])


@pytest.mark.parametrize(
    "query",
    [
        "",
        "zoe",
        "name=Zoë",
        "name=Zoe",
        "соловьева or 小明",
        "tier:1",
        "not tier:1",
        "tier:unknown or outcome:met",
        "tag:seen",
        "-tag:seen",
        "years>=5",
        "not years>=5",
        "years:5..6",
        "years!=5",
        "years:unknown",
        "months<71.95",
        "received:2026-02",
        "received>2026-02-05",
        "received>=2026-02-05T22:00:00Z",
        "not (tier:1 and outcome:met) or years<2",
        "name:unknown",
        "gender:unknown",
        "gender!=female",
        "email:x",
        "finding.language-en:met",
    ],
)
def test_columns_find_whom_rows_find(query: str) -> None:
    asked = parse(query)
    inside = marked(evaluate(asked, TABLE))
    assert [bool(one) for one in inside] == [asked.matches(row) for row in TABLE.rows], query


ATOMS = st.sampled_from(
    ["zoe", "tier:1", "tier:unknown", "outcome:met", "outcome!=met", "tag:seen", "years>=5"]
)
TREES = st.recursive(
    ATOMS,
    lambda part: st.one_of(
        part.map(lambda one: f"not ({one})"),
        st.tuples(part, part).map(lambda two: f"({two[0]} or {two[1]})"),
        st.tuples(part, part).map(lambda two: f"({two[0]} {two[1]})"),
    ),
    max_leaves=6,
)


@given(TREES)
def test_any_filter_says_the_same_of_columns_and_of_rows(query: str) -> None:
    asked = parse(query)
    inside = passing(range(TABLE.size), evaluate(asked, TABLE))
    assert list(inside) == [place for place, row in enumerate(TABLE.rows) if asked.matches(row)]


def test_a_column_counts_its_values_and_can_change() -> None:
    column = Column(["a", "b", "a"])
    column.put(1, "c")
    assert column.counts() == {"a": 2, "c": 1}
    assert column.counts(bytes((0, 1, 1))) == {"a": 1, "c": 1}
    assert column.folded == ["a", "b", "c"]


@pytest.mark.parametrize("count", [1, 255, 256, 257, 300])
def test_a_column_of_many_values_is_the_same_as_one_of_few(count: int) -> None:
    column = Column(range(count))
    column.put(0, "new")
    assert [column.values[code] for code in column.codes] == ["new", *range(1, count)]
    odd = bytes(isinstance(value, int) and value % 2 for value in column.values)
    wanted = bytes((0, *(value % 2 for value in range(1, count))))
    assert column.spread(odd) == column.spread(odd) == wanted


@pytest.mark.parametrize(
    ("text", "offered"),
    [
        ("dis", "disposition:"),
        ("disposition:", "maybe "),
        ("disposition:not", "not-suitable "),
        ("tier:1 edu", "education:"),
        ("outcome:can", "cannot-tell "),
        ("tag:", "on hold"),
        ("(rec", "received>="),
        ("amina o", "or "),
        ("nationality:", "unknown "),
        ("years", "years>="),
        ("finding", "finding.language-en:"),
    ],
)
def test_completion_offers_what_may_stand_next(text: str, offered: str) -> None:
    values = {"tag": ("on hold", "seen"), "finding.language-en": ()}
    found = [one.text for one in completions(text, len(text), values)]
    assert any(offered in one for one in found), found


def test_completion_replaces_what_was_typed_and_quotes_what_needs_it() -> None:
    [done] = completions("tag:on and tier:1", 6, {"tag": ("on hold",)})
    assert (done.start, done.end, done.text) == (4, 6, '"on hold" ')
    assert written("a(b") == '"a(b"'
    assert completions("colour:re", 9) == []
    assert completions("tier:1", 2)[0].text.startswith("tier")


@pytest.mark.parametrize(
    ("text", "cursor", "typed", "is_value"),
    [
        ("", 0, "", False),
        ("ami", 3, "ami", False),
        ("ami", 2, "am", False),
        ("ami", 99, "ami", False),
        ("tier:1 ", 7, "", False),
        ("amina tag:on", 12, "on", True),
        ("tag:", 4, "", True),
        ("(tag:se", 7, "se", True),
        ("(", 1, "", False),
    ],
)
def test_what_was_begun_at_the_cursor(text: str, cursor: int, typed: str, *, is_value: bool) -> None:
    assert beginning(text, cursor) == (typed, is_value)


def test_from_a_limit_on_only_values_in_order_are_offered() -> None:
    values: Values = {
        "years": ("5", "unknown", "2-3", "-"),
        "nationality": {"DZ": "Algeria", "NA": "Namibia"},
    }
    assert [one.text for one in completions("years>=", 7, values)] == ["5 ", "2-3 "]
    assert [one.text for one in completions("nationality:alg", 15, values)] == ["DZ "]
    assert [one.text for one in completions("nationality:unk", 15, values)] == ["unknown "]
    assert [one.text for one in completions("nationality!=unk", 16, values)] == ["unknown "]


@given(st.text(max_size=30) | st.text(alphabet='()":= tierdisp', max_size=20), st.integers(-2, 40))
def test_completion_answers_any_text(text: str, cursor: int) -> None:
    assert all(0 <= one.start <= one.end <= len(text) for one in completions(text, cursor))


def test_a_fact_that_nobody_keeps_is_unknown_of_everybody() -> None:
    nothing = Rows([{"name": "Ana"}, {"name": "Bo"}])
    assert evaluate(parse("residence:KE"), nothing) == b"\1\1"
    assert marked(evaluate(parse("not residence:KE"), nothing)) == b"\0\0"


class Indexed(Rows):
    """A table with an index that answers every question about papers."""

    def solved(self, condition: Condition) -> bytes | None:
        return b"\3\0" if condition.field.name == "text" else None


def test_an_index_answers_where_there_is_one() -> None:
    table = Indexed([{"name": "Ana"}, {"name": "Bo"}])
    assert marked(evaluate(parse("text:harbour"), table)) == b"\1\0"
    assert marked(evaluate(parse("text:harbour or name:bo"), table)) == b"\1\1"


@given(
    st.lists(st.text("abč ", max_size=6), max_size=30),
    st.lists(st.text("abc", min_size=1, max_size=3), max_size=8),
    st.lists(st.tuples(st.integers(0, 29), st.text("abč", max_size=4)), max_size=3),
)
def test_a_word_typed_a_letter_at_a_time_finds_what_the_whole_word_finds(
    texts: list[str], needles: list[str], changes: list[tuple[int, str]]
) -> None:
    column = Column(texts)
    for number, needle in enumerate(needles):
        if number == len(needles) // 2:
            for row, text in changes:
                if row < len(texts):
                    column.put(row, text)
        assert column.holding(needle) == bytes(needle in text for text in column.folded)
        assert column.silent in (b"", bytes(not text for text in column.folded))


def test_where_few_are_left_only_those_are_looked_through() -> None:
    column = Column(f"person {number}" for number in range(100))
    assert column.holding("son 9").count(1) == 11
    column.folded[0] = "person 97"  # nobody looks at it again: it did not hold the shorter word
    assert column.holding("son 97").count(1) == 1

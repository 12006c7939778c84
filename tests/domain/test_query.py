"""The filter language: what it finds, what it never finds, and how it says what is wrong."""

from __future__ import annotations

import contextlib
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recruiter_tui.domain.errors import Refused
from recruiter_tui.domain.finding import Outcome
from recruiter_tui.domain.query import QueryError, describe_fields, parse
from tests.growth import grows_linearly

AMINA: dict[str, object] = {
    "name": "Amina Benali-Söderström",
    "application": "A17",
    "email": ("amina@example.org",),
    "tier": 1,
    "outcome": Outcome.CANNOT_TELL,
    "education_experience": "not met",
    "languages": "met",
    "disposition": "new",
    "months": (60, 72),
    "language": ("fr", "French", "en", "English"),
    "nationalities": ("DZ", "Algeria"),
    "internal": True,
    "received": "2026-02-05T22:59:37+01:00",
    "tags": ("border", "Urgent"),
    "note": "Phone her on Monday",
}
NOBODY: dict[str, object] = {
    "name": "",
    "nationalities": (),
    "months": (None, None),
    "tags": (),
    "received": None,
}


@pytest.mark.parametrize(
    "query",
    [
        "",
        "   ",
        "amina",
        "BENALI soderstrom",
        '"amina benali"',
        "“Amina Benali”",
        "tier:1",
        "tier=1",
        "tier<2",
        "tier<=1",
        "application:a17",
        "id:A17",
        "disposition:new",
        "status:New",
        'outcome:"cannot tell"',
        "outcome:cannot-tell",
        "outcome:CANNOT_TELL",
        "education:not-met",
        "education_experience:not-met",
        "languages:met",
        "outcome!=met",
        "language:fr",
        "language:français or language:french",
        "nationality:DZ",
        "nationality:algeria",
        "nationality!=FR",
        "internal:yes",
        "internal!=no",
        "overruled:unknown",
        "tag:urgent",
        "tags:border",
        "reason:unknown",
        "reason!=late",
        "not reason:late",
        "-tag:spam",
        "years>=5",
        "years >= 5",
        "years<=6",
        "years:5..6",
        "years!=7",
        "months>59.5",
        "years<7",
        "received>=2026-02-05",
        "received<=2026-02-05",
        "received<2026-03",
        "received>2026-01",
        "received:2026",
        "received=2026-02",
        "received:2026-02-01..2026-02-05",
        "received>=2026-02-05T21:59:00Z",
        "received:2026-02-05T21:00Z..2026-02-05T22:00Z",
        "received!=2026-03",
        "note:monday",
        "not not amina",
        "amina and (tier:2 or tier:1) and not tag:spam",
        "tier:2 or tier:3 or amina",
        "email:example.org",
        "gender:unknown",
        "rank:unknown",
        "tier!=unknown",
    ],
)
def test_a_filter_finds_her(query: str) -> None:
    assert parse(query).matches(AMINA)


@pytest.mark.parametrize(
    "query",
    [
        "bernard",
        "tier:2",
        "tier>1",
        "years>=6",
        "years>5",
        "years<6",
        "years:5",
        "years:4..5",
        "not years>=6",
        "months>60",
        "months!=60..72",
        "outcome:met",
        "outcome:unknown",
        "nationality:unknown",
        "nationality!=DZ",
        "gender:female",
        "not gender:female",
        "gender!=female",
        "rank<3",
        "rank>=3",
        "not (rank<3)",
        "received>2026-02-05",
        "received<2026-02-05",
        "received>2026",
        "received>=2026-02-05T22:00:00Z",
        "received!=2026-02",
        "disposition:not-suitable",
        "internal:no",
        "tag:bord",
        "reason:late",
        "amina and tier:2",
        "tier!=1",
        "text:anything",
        "not text:anything",
    ],
)
def test_a_filter_leaves_her_out(query: str) -> None:
    assert not parse(query).matches(AMINA)


def test_what_nobody_knows_is_inside_no_comparison_nor_its_opposite() -> None:
    for query in ("nationality:DZ", "nationality!=DZ", "not nationality:DZ", "years>=0", "not years>=0"):
        assert not parse(query).matches(NOBODY), query
    for query in ("nationality:unknown", "years:unknown", "received:unknown", "tag:unknown", "name:unknown"):
        assert parse(query).matches(NOBODY), query
    assert not parse("nationality!=unknown").matches(NOBODY)


def test_one_unknown_nationality_among_several_leaves_the_rest_open() -> None:
    facts = {"nationality": None, "nationalities": ("FR", None)}
    assert parse("nationality:FR").matches(facts)
    assert not parse("nationality:DZ").matches(facts)
    assert not parse("not nationality:DZ").matches(facts)


def test_bounds_without_an_upper_end_are_open() -> None:
    facts = {"months": (Fraction(60), None)}
    assert parse("years>=5").matches(facts)
    assert not parse("years<100").matches(facts)
    assert not parse("years>=6").matches(facts)
    assert parse("months:60").matches({"months": 60})
    assert parse("months>=0").matches({"months": (None, 3)})
    assert parse("months:60.5").matches({"months": Fraction(121, 2)})
    assert parse("years:5").matches({"months": 71.9})
    assert not parse("years:5").matches({"months": 72})


def test_a_number_field_with_words_in_it_is_a_fault_of_the_caller() -> None:
    with pytest.raises(TypeError, match="holds str"):
        parse("tier:1").matches({"tier": "one"})


def test_a_received_time_that_is_no_date_is_unknown() -> None:
    assert not parse("received>=2026").matches({"received": "soon"})
    assert not parse("not received>=2026").matches({"received": "soon"})


def test_a_receipt_without_a_zone_is_judged_as_the_interval_that_it_is() -> None:
    facts = {"received": "2026-02-05T22:59:00"}
    assert not parse("received>=2026-02-05T12:00Z").matches(facts)
    assert parse("received>=2026-02-05T08:59Z").matches(facts)
    assert parse("received:2026-02-05").matches(facts)


@pytest.mark.parametrize(
    ("name", "query"),
    [
        ("محمد الأمين", "الامين"),
        ("Ольга Соловьёва", "соловьева"),
        ("Łukasz Øster", "lukasz oster"),
        ("Ἀλέξανδρος Παπαδόπουλος", "παπαδοπουλος"),
        ("Jürgen Groß", "GROSS"),
        ("王小明", "小明"),
    ],
)
def test_accents_and_case_fold_in_every_script(name: str, query: str) -> None:
    assert parse(query).matches({"name": name})


@pytest.mark.parametrize(
    ("query", "position", "expected"),
    [
        ("tier:one", 5, "a number"),
        ("colour:red", 0, "one of name, application"),
        ("amina and", 9, "a word"),
        ("or amina", 0, "a word"),
        ("(tier:1", 0, "a closing parenthesis"),
        ("tier:1)", 6, "a condition or the end"),
        ("()", 1, "a word"),
        ('name:"amina', 5, "a closing quotation mark"),
        ('"amina', 0, "a closing quotation mark"),
        ("outcome:good", 8, "met, not-met"),
        ("disposition:gone", 12, "shortlisted"),
        ("name>amina", 5, "words"),
        ("tag:", 4, "a word"),
        ("received:yesterday", 9, "a date"),
        ("received>2026-13", 9, "a date"),
        ("received>=2026-01..2026-02", 10, "a date"),
        ("received:2026-01..2026-02-05T10:00Z", 9, "a date"),
        ("received>2026-02-05T25:00", 9, "a date"),
        ("years>=5..6", 7, "a number"),
        ("years>", 6, "a number"),
        ("internal:maybe", 9, "yes, no"),
        ("not", 3, "a word"),
        ("(" * 51 + "a" + ")" * 51, 50, "fewer parentheses"),
        ("x" * 10_001, 10_000, "something shorter"),
        ("tier>unknown", 5, "a number"),
    ],
)
def test_an_error_says_where_and_what_was_expected(query: str, position: int, expected: str) -> None:
    with pytest.raises(QueryError) as caught:
        parse(query)
    assert caught.value.position == position
    assert caught.value.expected.startswith(expected) or expected in caught.value.expected
    assert isinstance(caught.value, Refused)
    assert f"character {position + 1}" in str(caught.value)


def test_a_query_says_which_fields_it_reads_and_whether_it_asks_for_anything() -> None:
    assert parse("amina (tier:1 or not years>3)").fields == {"name", "tier", "years"}
    assert parse(" ").is_empty
    assert not parse("amina").is_empty
    assert dict(describe_fields())["tag"] == "a tag"


@given(st.text(max_size=60) | st.text(alphabet='()"-:<>= tiernoadys15', max_size=40))
def test_any_text_is_a_filter_or_one_clear_refusal(text: str) -> None:
    fault: QueryError | None = None
    try:
        parse(text).matches(AMINA)
    except QueryError as error:
        fault = error
    assert fault is None or (0 <= fault.position <= len(text) and fault.expected)


@pytest.mark.parametrize("piece", ["(", "not ", "a ", "a" * 9 + " ", "-", '"', "tier:1 or ", " " * 99 + "a"])
def test_reading_takes_linear_time(piece: str) -> None:
    def read(size: int) -> None:
        with contextlib.suppress(QueryError):
            parse((piece * size)[:size]).matches(AMINA)

    assert grows_linearly(read, 2_500)


def test_papers_are_asked_row_by_row_too() -> None:
    paper = {"text": "Led the harbour registers"}
    assert parse('text:"harbour registers"').matches(paper)
    assert parse("text:regis").matches(paper)
    assert not parse('text:"harbour regis"').matches(paper)

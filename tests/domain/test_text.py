# ruff: noqa: RUF001 - letters that look alike are what these tests are about
"""The text gate lets every name through unchanged and nothing else that a terminal would act on."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from recruiter_tui.domain.text import MARKS_ALLOWED, clean, fold, hidden_characters
from tests.growth import grows_linearly

if TYPE_CHECKING:
    from collections.abc import Callable

NAMES = [
    "Zoë Müller",
    "O’Neil-Smith",
    "Nguyễn Văn Ánh",
    "Muḥammad ibn Mūsā",
    "محمد بن علي",
    "مُحَمَّد",
    "שרה כהן",
    "张伟",
    "김철수",
    "山田 太郎",
    "が行",
    "आदित्य शर्मा",
    "ஸ்ரீனிவாசன்",
    "สมชาย ใจดี",
    "ქეთევან",
    "Ἀριστοτέλης",
    "Jörg D’Àvila-Ñúñez",
    "ᎠᏂᏴᏫᏯ",
    "می‌خواهم",
    "क्‍ष",
    "👩‍💻 Dev",
    "🇩🇿 Amel",
    "Łukasz Żółć",
    "İbrahim Çağlayan",
    "N'Diaye, Awa",
    "Юлия Ёлкина",
    "Նարեկ Սարգսյան",
    "አበበ በቂላ",
    "ཚེ་རིང་",
    "葛\U000e0100城",
    "=HYPERLINK",
    "[red]x[/red]",
]
BAD = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\u200b\u200e\u200f\ufeff\ud800-\udfff"
    "\ufdd0-\ufdef\ufffe\uffff\U000e0000-\U000e007f]",
)
HOSTILE = st.text(
    alphabet=st.one_of(
        st.characters(),
        st.characters(categories=("Cs", "Cc", "Cf", "Mn")),
        st.sampled_from("\x1b[]0;m\x07\x9b\x9d\x9c\x90\r\n\t\u202e\u200b\ud800\u0301[/]@=\\\"' "),
    ),
    max_size=80,
)


@pytest.mark.parametrize("name", NAMES)
def test_a_real_name_stays_as_it_is(name: str) -> None:
    assert clean(name) == unicodedata.normalize("NFC", name)
    assert hidden_characters(name) == 0


@given(text=HOSTILE, multiline=st.booleans(), limit=st.integers(0, 30))
@example(text="a\x1b\x1b[31m[0mb", multiline=False, limit=30)
@example(text="e" + "\u0301" * 40 + " x", multiline=True, limit=20)
@example(text="\u0958 \u0958", multiline=False, limit=3)
def test_what_passed_the_gate_is_harmless_and_passes_again(
    *,
    text: str,
    multiline: bool,
    limit: int,
) -> None:
    once = clean(text, multiline=multiline, limit=limit)
    assert not BAD.search(once)
    assert multiline or "\n" not in once
    assert clean(once, multiline=multiline, limit=limit) == once
    assert len(once) <= limit
    once.encode()


@given(st.text(alphabet=st.characters(categories=("L", "Nd")), max_size=40))
def test_letters_and_digits_are_never_lost(text: str) -> None:
    assert clean(text) == unicodedata.normalize("NFC", text)


@pytest.mark.parametrize(
    ("hostile", "seen", "hidden"),
    [
        ("Al\x1b]0;PWNED\x07ice", "Alice", 10),
        ("Al\x1b]52;c;UFdORUQ=\x07ice", "Alice", 16),
        ("Al\x1b]8;;http://evil.example\x1b\\ice", "Alice", 26),
        ("Al\x1b[31;7777mice\x1b[3J", "Alice", 14),
        ('Al\x1bP$q"p\x1b\\ice', "Alice", 8),
        ("Al\x1bcice", "Alice", 2),
        ("Al\x9b31;7777mice", "Alice", 9),
        ("Al\x9d0;PWNED\x9cice", "Alice", 9),
        ("Al\x07\x08\x00\x7f\x0e\x05ice", "Alice", 6),
        ("Al\u202egnp.exe\u202cice", "Algnp.exeice", 2),
        ("Al\u200bice\ufeff", "Alice", 2),
        ("Al\U000e0041\U000e0042ice", "Alice", 2),
        ("Al\u00adice", "Alice", 0),
        ("Al\ud800ice\uffff", "Al\ufffdice\ufffd", 0),
        ("Alice\rMallory", "Alice Mallory", 0),
        ("Alice\u2028Mallory\x0bx", "Alice Mallory x", 0),
        ("\ufeffAlice", "Alice", 0),
    ],
)
def test_hidden_characters_go_and_are_counted(hostile: str, seen: str, hidden: int) -> None:
    assert clean(hostile) == seen
    assert hidden_characters(hostile) == hidden


def test_stacked_accents_are_cut_to_eight() -> None:
    kept = clean("Al" + "e" + "\u0316" * 200 + "ice")
    assert kept == "Ale" + "\u0316" * MARKS_ALLOWED + "ice"


def test_lines_survive_only_where_lines_are_asked_for() -> None:
    assert clean("one\r\ntwo\tx\r\n\r\n", multiline=True) == "one\ntwo\tx\n\n"
    assert clean(" one\r\ntwo\tx ") == "one two x"


def test_a_text_over_the_limit_is_cut_there() -> None:
    assert clean("é" * 50, limit=20) == "é" * 20
    assert clean("a" * 50, limit=20) == "a" * 20


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Zoë", "ZOE"),
        ("MÜLLER", "muller"),
        ("Straße", "STRASSE"),
        ("Łukasz Żółć", "lukasz zolc"),
        ("Søren", "soren"),
        ("İbrahim Çağlayan", "ibrahim caglayan"),
        ("Ｗｉｄｅ", "wide"),
        ("O’Neil", "o'neil"),
        ("مُحَمَّد", "محمد"),
        ("Ἀριστοτέλης", "αριστοτελησ"),
        ("  two   blanks ", "two blanks"),
    ],
)
def test_names_that_people_would_type_alike_are_alike(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(("one", "other"), [("か", "が"), ("किरण", "करण"), ("ก", "กุ"), ("Ann", "Anna")])
def test_different_letters_stay_different(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@given(st.text(max_size=40))
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize("function", [clean, hidden_characters, fold])
@pytest.mark.parametrize(
    "unit",
    [
        "\x1b]",
        "\x1b[0;",
        "\x9d0",
        "\x1bP",
        "\u0301",
        " \t",
        "\u202e",
        "\x90\x9b",
        "\x1b[ ",
        "é\u0301\u200d",
        "\x1b",
    ],
)
def test_time_grows_with_the_length_and_not_with_its_square(
    function: Callable[[str], object],
    unit: str,
) -> None:
    assert grows_linearly(lambda size: function((unit * size)[:size]), 40_000)

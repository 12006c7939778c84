"""Bytes to text, and repairs that keep pointing into the source."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recruiter_tui.reading.text import decode, repair


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"plain", "plain"),
        (b"\xef\xbb\xbfmarked", "marked"),
        ("caf\u00e9".encode(), "caf\u00e9"),
        ("caf\u00e9".encode("cp1252"), "caf\u00e9"),
        ("\u201cquoted\u201d".encode("cp1252"), "\u201cquoted\u201d"),
        ("wide".encode("utf-16"), "wide"),
        ("wide enough to tell".encode("utf-16-le"), "wide enough to tell"),
        ("wide enough to tell".encode("utf-16-be"), "wide enough to tell"),
        (b"one\r\ntwo\rthree\n", "one\ntwo\nthree\n"),
        (b"odd \x81\xe9", "odd \x81\u00e9"),
    ],
)
def test_bytes_are_decoded_by_mark_by_fit_and_by_pattern(data: bytes, text: str) -> None:
    assert decode(data) == text


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("enterprise\u00e2\u20ac\u2018scale", "enterprise\u2011scale"),
        ("caf\u00c3\u00a9", "caf\u00e9"),
        ("d\u2019\u00c9tat \u00c2\u00ab fin \u00c2\u00bb", "d\u2019\u00c9tat \u00ab fin \u00bb"),
        ("\u00c9cole S\u00e3o \u00c5land", "\u00c9cole S\u00e3o \u00c5land"),
        ("ti\u200btle\u00ad", "title"),
        ("a\u00a0b", "a b"),
        ("R&amp;D &nbsp;x", "R&D  x"),
        ('Law, security" style="color: red">Security Studies', "Law, Security Studies"),
        ("one<br/>two", "one two"),
        ("fine error code: 1101 fine", "fine   fine"),
        ("a < b > c", "a < b > c"),
    ],
)
def test_debris_is_mended(source: str, text: str) -> None:
    assert repair(source).text == text


@given(st.text(max_size=200))
def test_every_place_leads_back_into_the_source(source: str) -> None:
    repaired = repair(source)
    assert repaired.text.count("\n") == source.count("\n")
    for start in range(0, len(repaired.text), 3):
        span = repaired.span(start, start + 3)
        assert 0 <= span.start <= span.end <= len(source)


@given(st.text(alphabet="abc \u200b\u00e9", max_size=60), st.integers(0, 50))
def test_an_unchanged_word_is_found_where_it_was(source: str, at: int) -> None:
    repaired = repair(source)
    if at < len(repaired.text):
        span = repaired.span(at, at + 1)
        written, shown = source[span.start : span.end], repaired.text[at]
        assert written == shown or (shown == " " and not written.strip(" \u200b"))  # a run of blanks is one


@given(st.binary(max_size=300))
def test_any_bytes_are_some_text(data: bytes) -> None:
    assert "\r" not in decode(data)

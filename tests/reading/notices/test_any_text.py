"""Whatever a file holds, reading ends soon: in a notice whose spans lie inside it, or in one refusal."""

from __future__ import annotations

import itertools
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from recruiter_tui.domain.errors import Unreadable
from recruiter_tui.reading.notices import read_notice
from tests.growth import grows_linearly

if TYPE_CHECKING:
    from recruiter_tui.domain.notice import Notice

SAMPLES = Path(__file__).with_name("samples")
WORDS = (
    "Title: ",
    "Closing date: ",
    "5 March 2026",
    "Master's degree ",
    "five (5) years ",
    "of experience",
    "; or, ",
    "English ",
    "French, ",
    "is an asset",
    "\n",
    "\n\n",
    "Languages",
    "Education",
    "nationals of the ",
    "first-tier candidates",
    "\u00e2\u20ac\u2122",
    "\u200b",
    '" style="x">',
    "<p>",
    "(",
    ")",
    "Grade: P-3",
    "Kenya, Mali, Chad",
    "Core Competencies Level 2",
    "Teamwork: ",
)


def read(path: Path) -> tuple[Notice, ...]:
    try:
        return read_notice(path)
    except Unreadable:
        return ()


def check_spans(notice: Notice) -> None:
    fields = (
        notice.title,
        notice.reference,
        notice.organisation,
        notice.duty_station_city,
        notice.duration,
        notice.closing,
    )
    spans = [span for each in (*fields, *notice.criteria) for span in each.spans]
    spans += [*(duty.span for duty in notice.duties), *notice.boilerplate]
    for start, end in spans:
        assert 0 <= start <= end <= len(notice.text)


@given(body=st.lists(st.one_of(st.sampled_from(WORDS), st.text(max_size=12)), max_size=40).map("".join))
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_text_gives_a_notice_or_a_refusal(tmp_path: Path, body: str) -> None:
    path = tmp_path / "any.txt"
    path.write_bytes(("Title: Keeper\nGrade: P-2\n" + body).encode("utf-8", "replace"))
    for notice in read(path):
        check_spans(notice)


@given(data=st.binary(max_size=400))
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_bytes_give_a_notice_or_a_refusal(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "any.bin"
    path.write_bytes(data)
    if not data.startswith(b"PK") and b"%PDF-" not in data:  # documents are read in a child, tested apart
        for notice in read(path):
            check_spans(notice)


@given(data=st.data())
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_notice_cut_anywhere_and_spliced_is_still_read(tmp_path: Path, data: st.DataObject) -> None:
    names = sorted(path.name for path in SAMPLES.iterdir() if path.suffix in {".txt", ".html"})
    one = (SAMPLES / data.draw(st.sampled_from(names))).read_bytes()
    other = (SAMPLES / data.draw(st.sampled_from(names))).read_bytes()
    path = tmp_path / "spliced.txt"
    path.write_bytes(
        one[: data.draw(st.integers(0, len(one)))] + other[data.draw(st.integers(0, len(other))) :]
    )
    for notice in read(path):
        check_spans(notice)


@pytest.mark.parametrize(
    "unit",
    [
        "a",
        " ",
        "A ",
        "1 ",
        "1/",
        ":",
        "A: ",
        "&a",
        '" style="',
        "; ",
        ".A",
        "(",
        "five (5) years ",
        "master's degree ",
        "French, ",
        "English or ",
        "nationals of the ",
        "must be a ",
        "local time ",
        "GMT+",
        "<a ",
        "<div>",
        '<a x="',
        "<!--",
        "Duration: 6 months Deadline: ",
        "in lieu of the ",
        "1 January 2026 ",
        "applicants by ",
        "[",
        "\u200b",
        "\u00e2\u20ac",
        "  ",
        "e\u0301",
        "tier 1: ",
        "twenty-one ",
        "degree in law, ",
        "accredited institution ",
        "nationals of Kenya and ",
        "must be Kenyan nationals ",
        "langue fran\u00e7aise ",
        ". Languages English",
        "Provide and keep\n",
        "- Keep the bees.\n",
    ],
)
def test_the_time_grows_with_the_text_and_no_faster(tmp_path: Path, unit: str) -> None:
    path = tmp_path / "hostile.txt"

    def run(size: int) -> None:
        path.write_text("Title: Keeper\n" + (unit * size)[:size], encoding="utf-8")
        read(path)

    run(100)
    assert grows_linearly(run, 5_000)


def test_what_is_longer_than_any_notice_is_refused_in_so_many_words(tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    path.write_text("word " * 100_000, encoding="utf-8")
    with pytest.raises(Unreadable, match=r"long\.txt: .* characters long"):
        read_notice(path)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "empty"),
        (b"\x89PNG\r\n\x1a\n", "a picture"),
        (b"\xd0\xcf\x11\xe0 old", "old Word"),
        (b"nothing of the kind, and no title either.", "nothing that reads like"),
        (b"PK\x03\x04 broken", "cannot be read"),
    ],
)
def test_refusals_say_what_the_file_is(tmp_path: Path, data: bytes, words: str) -> None:
    path = tmp_path / "odd.txt"
    path.write_bytes(data)
    with pytest.raises(Unreadable, match=words):
        read_notice(path)


def test_a_missing_file_is_refused_by_name(tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match=re.escape("gone.txt cannot be opened")):
        read_notice(tmp_path / "gone.txt")


def test_encodings_and_line_ends_do_not_change_what_is_read(tmp_path: Path) -> None:
    text = (SAMPLES / "infirmier.txt").read_text(encoding="utf-8")
    path, values = tmp_path / "same.txt", set()
    for encoding, end in itertools.product(("utf-8", "utf-8-sig", "utf-16", "cp1252"), ("\n", "\r\n", "\r")):
        path.write_bytes(text.replace("\n", end).encode(encoding))
        notice = read_notice(path)[0]
        values.add(
            (
                notice.title.value,
                notice.duty_station_city.value,
                str(notice.closing.value),
                notice.title.spans,
            )
        )
    assert len(values) == 1

# ruff: noqa: E501 - a table of files and their complaints reads best in one line each
"""Broken and hostile tables: each gives the right rows, or an exact place and reason; no row is lost."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from recruiter_tui.reading.candidates import Incoming, read_candidates
from tests.growth import grows_linearly
from tests.reading.candidates.candidate_piles import read

if TYPE_CHECKING:
    from pathlib import Path

REFUSED = {
    "an empty file": (b"", ": the file is empty"),
    "nothing but blanks": (b"\r\n \t\r\n,,\r\n", ": the file holds no table"),
    "an open quotation mark": (
        b'name,note\nAnn,x\nBo,"open\nCy,z\nDi,z\n',
        "row 3 (line 3): a quotation mark is opened here and never closed; nothing from this row on was read",
    ),
    "a quotation mark in the middle": (
        b'name,note\nAnn,"x" y\nBo,z\n',
        "row 2 (line 2): a quotation mark stands where none can stand",
    ),
    "a cell over 1 MB": (
        b"name,note\nAnn," + b"x" * ((1 << 20) + 1) + b"\nBo,z\n",
        "row 2 (line 2): a cell is longer than 1,048,576 characters; nothing from this row on was read",
    ),
    "a line that never ends": (b"name,note\nAnn," + b"x," * (5 << 20), ": line 2 is longer than 8,388,608 characters"),
    "a name of 5,000 characters": (b"name\n" + b"x" * 5000, "row 2, name: this is longer than 2,000 characters"),
    "a row too long": (b"name,note\nAnn,x,y\nBo,z\n", "row 2: the row has 3 cells where the header has 2"),
    "a row too short": (b"name,note,tags\nAnn,x\n", "row 2: the row has 2 cells where the header has 3"),
    "a bare carriage return in a cell": (b"name,note\r\nAnn,x\ry\r\n", "row 3: the row has 1 cells where the header has 2"),
    "a NUL in a cell": (b"name,note\nA\0nn,x\n", "row 2, cell 1: the cell holds a NUL"),
    "one broken byte in UTF-8": (
        "name,note\nZoë,é\nBo,".encode() + b"\xe9\n",
        "row 3, cell 2: the cell holds bytes that are no text in UTF-8",
    ),
    "a cut character at the end": ("name\nZoë\nZoë".encode()[:-1], "row 3, cell 1: the cell holds bytes that are no text in UTF-8"),
    "UTF-16 cut in half": ("name\nZoë\n".encode("utf-16")[:-1], ": the text cannot be decoded after line 1"),
    "501 columns": (b"name" + b",x" * 500 + b"\n" + b"a" * 3, "row 1: there are more than 500 columns"),
    "1,000,000 columns": (b"name" + b",x" * 1_000_000 + b"\n", "row 1: there are more than 500 columns"),
    "a column twice": (b"name,Full Name\nAnn,Bo\n", "row 1: two columns mean name"),
    "no known column": (b"foo,bar\n1,2\n", "row 1: no column says who the applicants are"),
    "a row that names nobody": (b"name,note\n,x\n", "row 2: the row names nobody"),
    "an application twice": (
        b"application,name\nA1,Ann\nA2,Bo\nA1,Cy\n",
        "row 4: row 2 has the same application id, or the same content and no id",
    ),
    "a row twice": (b"name\nAnn\nAnn\n", "row 3: row 2 has the same application id, or the same content and no id"),
    "a receipt that is no time": (b"name,received\nAnn,yesterday\n", "row 2, received: this is not a timestamp"),
    "a receipt in the year 1": (
        b"name,received\nAnn,0001-01-01T00:00:00Z\n",
        "row 2, received: the year lies outside 1900 to 2100",
    ),
    "a date that changes places": (
        b"name,degrees\nAnn,master | Law | X | 03/04/2018\n",
        "row 2, degrees 1: day and month of this date could change places",
    ),
    "a day that no month has": (b"name,employment\nAnn,a | b | 2019-02-30 | 2020\n", "row 2, employment 1: this is not a date"),
    "a country that nobody knows": (
        b"name,nationalities\nAnn,Algeria; Ruritania\n",
        "row 2, nationalities 2: no country or nationality is known by this name",
    ),
    "a language that nobody knows": (
        b"name,languages\nAnn,Elbonian | fluent\n",
        "row 2, languages 1: no language is known by this name",
    ),
    "a share over 100 per cent": (
        b"name,employment\nAnn,a | b | 2019 | 2020 | 130%\n",
        "row 2, employment 1: this is not a share of full time",
    ),
    "neither yes nor no": (b"name,internal\nAnn,perhaps\n", "row 2, internal: this is neither yes nor no"),
    "a workbook": (b"PK\x03\x04rest", ": this is an archive that is neither a workbook nor a document"),
    "an old workbook": (b"\xd0\xcf\x11\xe0rest", ": this is a file of an Office before 2007"),
}  # fmt: skip


@pytest.mark.parametrize("case", REFUSED)
def test_a_broken_table_is_refused_with_its_place_and_reason(tmp_path: Path, case: str) -> None:
    content, complaint = REFUSED[case]
    assert read(tmp_path, content).complaint == complaint


@pytest.mark.parametrize("case", REFUSED)
def test_no_problem_quotes_what_a_candidate_wrote(tmp_path: Path, case: str) -> None:
    for problem in read(tmp_path, REFUSED[case][0]).problems:
        for word in ("Ann", "Ruritania", "Elbonian", "perhaps", "yesterday"):
            assert word not in f"{problem.problem} {problem.remedy}"


ACCEPTED: dict[str, tuple[bytes, list[str | None]]] = {
    "a byte-order mark": (b"\xef\xbb\xbfname\nAnn\n", ["Ann"]),
    "mixed line ends": (b"name\r\nAnn\nBo\rCy\r\n", ["Ann", "Bo", "Cy"]),
    "no line end at the end": (b"name\nAnn", ["Ann"]),
    "quoted separators": (b'name,note\n"Lee, Ann","a;b\tc"\n', ["Lee, Ann"]),
    "doubled quotation marks": (b'name\n"Ann ""Bo"" Lee"\n', ['Ann "Bo" Lee']),
    "an inch sign in an open cell": (b'name,note\nAnn,a 5" disk\n', ["Ann"]),
    "escape sequences": (b"name\nAl\x1b]0;PWNED\x07ice\x1b[31m\n", ["Alice"]),
    "markup": (b"name\n[@click=app.quit]Ann[/]\n", ["[@click=app.quit]Ann[/]"]),
    "bidirectional overrides": ("name\nA\u202enn\u202c\n".encode(), ["Ann"]),
    "tag characters": ("name\nAnn\U000e0041\U000e0042\n".encode(), ["Ann"]),
    "stacked accents": (("name\nAnn" + "\u0316" * 500).encode(), ["Ann" + "\u0316" * 8]),
    "a formula": (b"name\n'=HYPERLINK(1)\n=1+1\n", ["=HYPERLINK(1)", "=1+1"]),
    "quotes that fool a sniffer": (b'name,note\nAnn,"a b c d"\n"B C",\'x y\'\n', ["Ann", "B C"]),
    "a trailing separator": (b"name,note,\nAnn,x,\nBo,y\n,,\n", ["Ann", "Bo"]),
    "columns without heading": (b"name,,\nAnn,x,y\n", ["Ann"]),
    "semicolons within commas": (b"name,nationalities\nAnn,DZ; NA; FR; DE\n", ["Ann"]),
    "the eight-bit gaps of Windows-1252": ("name\nZoë\n".encode("cp1252"), ["Zoë"]),
    "a private character": ("name\nAnn\ue000\n".encode(), ["Ann\ue000"]),
    "a noncharacter": ("name\nAnn\uffff\n".encode(), ["Ann\ufffd"]),
}


@pytest.mark.parametrize("case", ACCEPTED)
def test_an_odd_table_gives_its_rows(tmp_path: Path, case: str) -> None:
    content, names = ACCEPTED[case]
    reading = read(tmp_path, content)
    assert [each.candidate.name.value for each in reading.applicants] == names


def test_hidden_characters_are_counted_for_the_reader(tmp_path: Path) -> None:
    reading = read(tmp_path, "name,note\nA\u202enn,\u200bx\n")
    assert reading.applicants[0].candidate.warnings == ("text: 2 hidden characters were removed",)
    assert [each.place for each in reading.warnings] == ["row 2, text"]


def test_a_row_names_all_its_faults_and_the_others_come_in(tmp_path: Path) -> None:
    reading = read(tmp_path, "name,internal,received\nAnn,maybe,soon\nBo,yes,2026-01-01\nCy,so so,\n")
    assert [each.place for each in reading.problems] == [
        "row 2, received",
        "row 2, internal",
        "row 4, internal",
    ]
    assert [each.row for each in reading.applicants] == ["row 3"]


def test_every_row_is_handed_on_or_named(tmp_path: Path) -> None:
    rows = [
        f"A{n},Person {n},{'no' if n % 7 else 'what'}" + (",extra" if n % 11 == 0 else "") for n in range(500)
    ]
    reading = read(tmp_path, "application,name,internal\n" + "\n".join(rows))
    named = {each.place.partition(",")[0] for each in reading.problems}
    assert {each.row for each in reading.applicants} | named == {f"row {n}" for n in range(2, 502)}
    assert not {each.row for each in reading.applicants} & named


@pytest.mark.parametrize("kind", ["missing", "folder", "pipe"])
def test_what_is_no_file_is_refused_without_waiting(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "pile.csv"
    if kind == "folder":
        path.mkdir()
    if kind == "pipe":
        os.mkfifo(path)
    (problem,) = read_candidates(path)
    assert not isinstance(problem, Incoming)
    assert problem.remedy


def test_a_file_name_cannot_steer_the_terminal(tmp_path: Path) -> None:
    assert read(tmp_path, "name\nAnn\n", "a\x1b[31m\u202e.csv").only.source.file == "a.csv"


@pytest.mark.parametrize(
    "unit",
    ['"a b" ', "a,", '"', "a;b\t", "\n", '""', "x\r", "'"],
)
def test_time_grows_with_the_table_and_not_with_its_square(tmp_path: Path, unit: str) -> None:
    path = tmp_path / "pile.csv"

    def read_all(size: int) -> None:
        path.write_text("name,note\n" + (unit * size)[:size])
        list(read_candidates(path))

    assert grows_linearly(read_all, 20_000)

"""Every file made to harm gives a result or one clear line, in time, and the program lives on."""

from __future__ import annotations

import resource
import time
from typing import TYPE_CHECKING

import pytest

from recruiter_tui.reading.candidates import Incoming, read_candidates
from recruiter_tui.reading.children import SECONDS, warm
from tests.reading.paper_files import docx
from tests.rigs.hostile_files import BUILD, mutations, rezipped

if TYPE_CHECKING:
    from pathlib import Path

ENOUGH = SECONDS + 20
"""Seconds after which something hangs, whatever else the machine does meanwhile."""


def outcome(path: Path) -> tuple[list[Incoming], list[str]]:
    """Read a file to its end: who came in, and the lines about what did not."""
    people: list[Incoming] = []
    lines: list[str] = []
    for each in read_candidates(path):
        if isinstance(each, Incoming):
            people.append(each)
        else:
            lines.append(f"{each.place}: {each.problem} ({each.remedy})")
            assert "Traceback" not in each.problem
    return people, lines


@pytest.mark.parametrize("name", BUILD)
def test_a_hostile_file_gives_a_result_or_one_clear_line(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(BUILD[name]())
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    begin = time.monotonic()
    people, lines = outcome(path)
    assert time.monotonic() - begin < ENOUGH
    assert people or lines
    assert not any("root:" in (one.candidate.name.value or "") for one in people)
    grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
    assert grown < 400_000, f"the program itself grew by {grown} kB"


def test_a_false_size_hides_no_row(tmp_path: Path) -> None:
    path = tmp_path / "pile.xlsx"
    path.write_bytes(BUILD["false-size.xlsx"]())
    people, lines = outcome(path)
    assert (len(people), lines) == (3_000, [])


def test_nothing_is_written_beside_an_archive_that_names_places_outside(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "cv.docx").write_bytes(rezipped(docx()))
    [one] = outcome(folder / "cv.docx")[0]
    assert one.candidate.name.value == "Amina Haddad"
    assert [each.name for each in tmp_path.rglob("*")] == ["in", "cv.docx"]


def spoil(folder: Path, count: int, seed: int) -> None:
    """Read files cut and spliced at random, one after the other, in warm children."""
    with warm():
        for number, (name, data) in enumerate(mutations(count, seed)):
            path = folder / f"{number}-{name}"
            path.write_bytes(data)
            people, lines = outcome(path)
            assert people or lines
            path.unlink()


def test_files_cut_and_spliced_at_random_are_survived(tmp_path: Path) -> None:
    spoil(tmp_path, 150, seed=5)


@pytest.mark.nightly
def test_ten_thousand_spoilt_files_are_survived(tmp_path: Path) -> None:
    spoil(tmp_path, 10_000, seed=7)

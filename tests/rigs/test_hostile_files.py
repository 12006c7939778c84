"""Every file made to harm gives a result or one clear line, in time, and the program lives on."""

from __future__ import annotations

import resource
import time
from pathlib import Path

import pytest

from recruiter_tui.reading.candidates import Incoming, read_candidates
from recruiter_tui.reading.child import MEMORY
from recruiter_tui.reading.children import SECONDS, warm
from tests.reading.paper_files import docx
from tests.rigs.hostile_files import BUILD, mutations, rezipped

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


@pytest.mark.parametrize("name", ["words.docx", "bomb.eml", "pages.pdf", "far-cell.xlsx", "deep.rtf"])
def test_the_costliest_files_stay_within_ten_seconds_and_half_a_gigabyte(tmp_path: Path, name: str) -> None:
    """Measured is processor time of child and program, and the peak of a child that lives on."""
    path = tmp_path / name
    path.write_bytes(BUILD[name]())
    begin = processor_seconds(resource.RUSAGE_SELF) + processor_seconds(resource.RUSAGE_CHILDREN)
    with warm():
        outcome(path)
        peaks = [peak for child in children() if (peak := peak_of(child)) is not None]
    spent = processor_seconds(resource.RUSAGE_SELF) + processor_seconds(resource.RUSAGE_CHILDREN) - begin
    assert spent <= SECONDS
    assert all(peak <= MEMORY for peak in peaks)


def processor_seconds(whose: int) -> float:
    used = resource.getrusage(whose)
    return used.ru_utime + used.ru_stime


def children() -> list[int]:
    """Return the numbers of the processes that this one started and that still run."""
    tasks = Path("/proc/self/task").glob("*/children")
    return [int(number) for task in tasks for number in task.read_text(encoding="ascii").split()]


def peak_of(process: int) -> int | None:
    """Return the most memory that a process held, in bytes, None where the system does not tell."""
    status = Path(f"/proc/{process}/status")
    lines = status.read_text(encoding="utf-8").splitlines() if status.exists() else []
    return next((int(line.split()[1]) << 10 for line in lines if line.startswith("VmHWM")), None)


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

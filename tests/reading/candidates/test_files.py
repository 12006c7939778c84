"""Strangers' files are opened, hashed and told apart in time, whatever they are."""

from __future__ import annotations

import os
import random
import time
from pathlib import Path

import pytest

from recruiter_tui.domain.errors import Unreadable
from recruiter_tui.reading.candidates import RowProblem, SourceFile, read_candidates
from recruiter_tui.reading.candidates.files import Examined, examine
from recruiter_tui.reading.candidates.incoming import Unclear
from recruiter_tui.reading.children import answer
from recruiter_tui.reading.documents import document_text
from recruiter_tui.reading.notices import read_notice


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Zoë Müller".encode(), "utf-8"),
        ("Zoë Müller".encode("cp1252"), "cp1252"),
        ("Zoë Müller and José Nuñez ".encode() + b"\xeb", "utf-8"),
        ("Zoë Müller ".encode() + "José Nuñez and Zoë Müller".encode("cp1252"), "cp1252"),
        (b"plain " * 100_000 + "Zoë".encode("cp1252"), "cp1252"),
    ],
)
def test_the_encoding_is_what_most_of_the_signs_beyond_ascii_are(
    tmp_path: Path, text: bytes, encoding: str
) -> None:
    path = tmp_path / "pile.csv"
    path.write_bytes(text)
    assert examine(path).encoding == encoding


def test_a_large_file_that_is_no_text_is_examined_as_fast_as_it_is_hashed(tmp_path: Path) -> None:
    """A CV with photographs is such a file; to count all its broken bytes takes a second a megabyte."""
    path = tmp_path / "photographs.pdf"
    path.write_bytes(random.Random(1).randbytes(20 << 20))  # noqa: S311 - noise, no secret
    begin = time.process_time()
    examine(path)
    assert time.process_time() - begin < 2


def test_a_file_that_fails_while_it_is_read_costs_one_line() -> None:
    memory = Path("/proc/self/mem")  # opens like a file, and its first byte cannot be read
    if not memory.exists():
        pytest.skip("this system has no such file")
    [line] = read_candidates(memory)
    assert isinstance(line, RowProblem)
    assert line.problem == "the file cannot be read to its end (Input/output error)"


def test_a_pipe_in_the_place_of_a_file_keeps_nobody_waiting(tmp_path: Path) -> None:
    pipe = tmp_path / "cv.pdf"
    os.mkfifo(pipe)
    with pytest.raises(Unreadable, match="not an ordinary file any more"):
        answer(pipe, "pdf")
    with pytest.raises(Unclear):
        SourceFile("0" * 64, pipe).data(100)
    with pytest.raises(Unreadable):
        document_text(pipe, "pdf", [])
    with pytest.raises(Unreadable, match="not an ordinary file"):
        read_notice(pipe)


def test_a_file_that_goes_away_before_it_is_read_is_said_to_be_gone(tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match="not there any more"):
        answer(tmp_path / "cv.pdf", "pdf")


@pytest.mark.parametrize(("name", "comes"), [("cv.txt", 0), ("pile.csv", 1)])
def test_a_file_that_changes_while_it_is_read_is_not_taken_for_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, comes: int
) -> None:
    path = tmp_path / name
    path.write_text("name,email\nAnn Lee,ann@example.org\n", encoding="utf-8")
    if name == "cv.txt":
        path.write_text("Ann Lee\nann@example.org\n", encoding="utf-8")

    def examined(path: Path) -> Examined:
        found = examine(path)
        path.write_text(path.read_text(encoding="utf-8") + " ", encoding="utf-8")
        return found

    monkeypatch.setattr("recruiter_tui.reading.candidates.examine", examined)
    found = list(read_candidates(path))
    lines = [one for one in found if isinstance(one, RowProblem)]
    assert [line.problem for line in lines if not line.is_warning][-1] == "the file changed while it was read"
    assert len(found) - len(lines) == comes

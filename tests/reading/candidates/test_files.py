"""Strangers' files are opened, hashed and told apart in time, whatever they are."""

from __future__ import annotations

import random
import time
from pathlib import Path

import pytest

from recruiter_tui.reading.candidates import RowProblem, read_candidates
from recruiter_tui.reading.candidates.files import examine


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

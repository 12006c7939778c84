"""What intake hands on: applications with their place in the file, and rows that could not be taken in."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from recruiter_tui.domain.application import Application
from recruiter_tui.domain.person import Candidate


@dataclass(frozen=True, slots=True)
class Source:
    """The file that something came from, by name and by the SHA-256 of its bytes."""

    file: str
    sha256: str
    format: str
    """`csv`, `json`, `json-resume`, `pdf`, `docx`, `html`, `markdown` or `text`."""


@dataclass(frozen=True, slots=True)
class RowProblem:
    """A row or file that could not be taken in, or only with a doubt; it never quotes a candidate."""

    file: str
    place: str
    """Where in the file: `row 12, column received` or `entry 3, employment 2, start`."""
    problem: str
    remedy: str = ""
    is_warning: bool = False
    """Whether the row came in all the same."""


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A paper that a row names: where its bytes lie, and under which SHA-256 they are known."""

    sha256: str
    path: Path
    offset: int = 0
    """Where the mail that holds it begins in its file."""
    length: int | None = None
    part: int | None = None
    """Which attachment of the mail it is, None where it is the file or the mail itself."""

    def data(self, most: int) -> bytes:
        """Return its bytes, at most so many; raises OSError, Unclear or Unreadable where they went away."""
        if self.part is None:
            from recruiter_tui.reading.candidates.files import open_regular

            with open_regular(self.path) as file:
                file.seek(self.offset)
                return file.read(min(most, self.length or most))
        from recruiter_tui.reading.children import answer

        place = {"offset": self.offset, "length": self.length, "part": self.part}
        return bytes.fromhex(answer(self.path, "mail-data", **place).get("data", ""))[:most]


@dataclass(frozen=True, slots=True)
class Incoming:
    """One application as it came in, with the person whose it is."""

    application: Application
    candidate: Candidate
    row: str
    """Its place in the file: `row 12`, `entry 3`, or empty where the file is one person's."""
    source: Source
    note: str | None = None
    tags: tuple[str, ...] = ()
    files: tuple[SourceFile, ...] = ()


class Unclear(Exception):
    """A wording that means nothing certain: what is wrong and what to do, without the wording itself."""

    def __init__(self, problem: str, remedy: str = "") -> None:
        """Keep the problem and its remedy apart."""
        super().__init__(problem)
        self.problem = problem
        self.remedy = remedy

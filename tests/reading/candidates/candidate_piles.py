"""Files as strangers send them, and the halves of what intake makes of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from recruiter_tui.reading.candidates import Incoming, RowProblem, read_candidates

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True)
class Reading:
    """What came of a file."""

    applicants: list[Incoming]
    problems: list[RowProblem]
    warnings: list[RowProblem]

    @property
    def only(self) -> Incoming:
        """Return the applicant of a file that holds one and nothing wrong."""
        assert self.problems == []
        (applicant,) = self.applicants
        return applicant

    @property
    def complaint(self) -> str:
        """Return the one problem of a file, with its place."""
        (problem,) = self.problems
        assert problem.remedy
        return f"{problem.place}: {problem.problem}"


def read(folder: Path, content: str | bytes, name: str = "pile.csv") -> Reading:
    """Write a file into the folder and read it."""
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    found = list(read_candidates(path))
    doubts = [each for each in found if isinstance(each, RowProblem)]
    return Reading(
        [each for each in found if isinstance(each, Incoming)],
        [each for each in doubts if not each.is_warning],
        [each for each in doubts if each.is_warning],
    )

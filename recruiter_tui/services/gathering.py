"""Which files an import reads, what they hold, and how what was refused is listed."""

from __future__ import annotations

import csv
import io
import os
from typing import TYPE_CHECKING

from recruiter_tui.domain.cells import guarded
from recruiter_tui.services.views import RowProblem
from recruiter_tui.writing.files import shown

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from recruiter_tui.reading.candidates.incoming import Incoming

_READ = frozenset({".csv", ".tsv", ".tab", ".json"})
_DEEPEST = 20
_ERRORS = ".errors.csv"


def gathered(paths: Sequence[Path]) -> Iterator[Incoming | RowProblem]:
    """Yield what all files hold, in the order of the arguments and of names within folders.

    In a folder, files of other kinds are passed over with a warning; a file that was named is always read.
    """
    from recruiter_tui.reading.candidates import read_candidates  # noqa: PLC0415 - only imports need readers

    for path in paths:
        if not path.is_dir():
            yield from map(_ours, read_candidates(path))
            continue
        found = 0
        for file in _files(path, 0):
            if file.suffix.lower() in _READ and not file.name.endswith(_ERRORS):
                found += 1
                yield from map(_ours, read_candidates(file))
            elif not file.name.startswith("."):
                what, remedy = "passed over in a folder", "of a folder the CSV and JSON files are read"
                yield RowProblem(shown(file.relative_to(path)), "", what, remedy, is_warning=True)
        if not found:
            yield RowProblem(shown(path), "", "the folder holds no CSV or JSON", "name the right folder")


def _files(folder: Path, depth: int) -> Iterator[Path]:
    """Yield the files below a folder, by name; links to folders are not followed."""
    if depth > _DEEPEST:
        return
    with os.scandir(folder) as entries:
        found = sorted(entries, key=lambda entry: os.fsencode(entry.name))
    for entry in found:
        if entry.is_dir(follow_symlinks=False):
            yield from _files(folder / entry.name, depth + 1)
        elif entry.is_file():
            yield folder / entry.name


def _ours(each: Incoming | ReadProblem) -> Incoming | RowProblem:
    """Return a reader's problem as the services' own."""
    from recruiter_tui.reading.candidates.incoming import Incoming as Row  # noqa: PLC0415 - as above

    if isinstance(each, Row):
        return each
    return RowProblem(each.file, each.place, each.problem, each.remedy, each.is_warning)


def problems_csv(problems: Sequence[RowProblem]) -> bytes:
    """Return the refused rows as a CSV: file, place, problem and remedy, and nothing of what a row says."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(("file", "place", "problem", "remedy"))
    for one in problems:
        writer.writerow([guarded(cell) for cell in (one.file, one.place, one.problem, one.remedy)])
    return b"\xef\xbb\xbf" + text.getvalue().encode("utf-8", "replace")


if TYPE_CHECKING:
    from recruiter_tui.reading.candidates.incoming import RowProblem as ReadProblem

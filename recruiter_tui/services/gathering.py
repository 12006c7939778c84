"""Which files an import reads, what they hold, and how what was refused is listed."""

from __future__ import annotations

import csv
import io
import os
from collections import deque
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from recruiter_tui.domain.cells import guarded
from recruiter_tui.services.folders import below, is_folder
from recruiter_tui.services.views import RowProblem
from recruiter_tui.writing.files import shown

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator, Sequence
    from concurrent.futures import Future

    from recruiter_tui.reading.candidates.incoming import Incoming
    from recruiter_tui.services.column_maps import Answers

_ERRORS = ".errors.csv"
_REMEDIES = {
    **dict.fromkeys((".zip", ".7z", ".rar", ".gz", ".tar", ".tgz"), "unpack it first"),
    **dict.fromkeys(
        (".png", ".jpg", ".jpeg", ".tif", ".tiff", ".heic"),
        "a picture has no text: have it recognised first where it is a paper",
    ),
    ".msg": "save the mail as EML",
}
_AHEAD = 8
_READERS = 2
"""Papers are read by so many threads, each with a child process of its own, a few ahead of their turn."""


def gathered(
    paths: Sequence[Path], answers: Answers | None = None
) -> Generator[Incoming | RowProblem, None, None]:
    """Yield what all files hold, in the order of the arguments; `answers` say what tables' columns mean.

    Of a folder the tables come first, then the papers and mails that no table names, each by name. Files of
    other kinds are passed over with a warning; a file that was named is always read.
    """
    from recruiter_tui.reading.children import warm

    with warm():
        for path in paths:
            if is_folder(path):
                yield from _folder(path, answers)
            else:
                yield from _read(path, answers)


def _folder(path: Path, answers: Answers | None) -> Iterator[Incoming | RowProblem]:
    """Yield what a folder and the folders below it hold."""
    from recruiter_tui.reading.candidates.forms import KINDS, SEVERAL

    tables: list[Path] = []
    papers: list[Path] = []
    seen = False
    for file in below(path):
        seen = seen or (isinstance(file, RowProblem) and not file.is_warning)
        if isinstance(file, RowProblem):
            yield file
            continue
        kind = file.suffix.lower()
        if kind in KINDS and not file.name.endswith(_ERRORS):
            (tables if kind in SEVERAL else papers).append(file)
        elif not file.name.startswith("."):
            what = "passed over in a folder"
            remedy = _REMEDIES.get(file.suffix.lower(), "files of this kind are not read")
            yield RowProblem(shown(file.relative_to(path)), "", what, remedy, is_warning=True)
    if not (tables or papers or seen):
        yield RowProblem(
            shown(path), "", "the folder holds nothing that can be read", "name the right folder"
        )
    named: set[Path] = set()
    for table in tables:
        where = shown(table.relative_to(path))
        for each in _read(table, answers):
            named.update(file.path for file in getattr(each, "files", ()))
            yield _at(each, where)
    yield from _in_turn([paper for paper in papers if _really(paper) not in named], path)


def _in_turn(papers: Sequence[Path], folder: Path) -> Iterator[Incoming | RowProblem]:
    """Yield what the papers hold in their order, read by a few threads a little ahead."""
    with ThreadPoolExecutor(_READERS, thread_name_prefix="papers") as pool:
        ahead: deque[tuple[Path, Future[list[Incoming | RowProblem]]]] = deque()
        rest = iter(papers)
        try:
            while True:
                for paper in islice(rest, _AHEAD - len(ahead)):
                    ahead.append((paper, pool.submit(lambda each: list(_read(each)), paper)))
                if not ahead:
                    return
                paper, found = ahead.popleft()
                where = shown(paper.relative_to(folder))
                for each in found.result():
                    yield _at(each, where)
        finally:
            for _, found in ahead:
                found.cancel()


def _at(each: Incoming | RowProblem, where: str) -> Incoming | RowProblem:
    """Return what a file of a folder holds with the file's place below it."""
    if isinstance(each, RowProblem):
        return replace(each, file=where)
    return replace(each, source=replace(each.source, file=where))


def _read(path: Path, answers: Answers | None = None) -> Iterator[Incoming | RowProblem]:
    from recruiter_tui.reading.candidates import read_candidates

    return map(_ours, read_candidates(path, answers))


def tables_below(paths: Sequence[Path]) -> Iterator[Path]:
    """Yield the files among files and folders that may be tables, in the order in which they are read."""
    from recruiter_tui.reading.candidates.forms import TABLES

    for path in paths:
        for file in below(path) if is_folder(path) else (path,):
            if isinstance(file, RowProblem):
                continue
            if file.suffix.lower() in TABLES and not file.name.endswith(_ERRORS):
                yield file


def _really(path: Path) -> Path:
    """Return where a name leads in the end; a link that leads round to itself stays what it is."""
    return Path(os.path.realpath(path))


def _ours(each: Incoming | ReadProblem) -> Incoming | RowProblem:
    """Return a reader's problem as the services' own."""
    from recruiter_tui.reading.candidates.incoming import Incoming as Row

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

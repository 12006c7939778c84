"""Files that hold tables: CSV and its kin, and workbooks, each to its applicants."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from recruiter_tui.domain.errors import Unreadable
from recruiter_tui.domain.text import clean
from recruiter_tui.reading.candidates.csv_records import Record, records
from recruiter_tui.reading.candidates.dialects.mapping import SAMPLE
from recruiter_tui.reading.candidates.files import lines, open_text
from recruiter_tui.reading.candidates.incoming import Incoming, RowProblem, Source, Unclear
from recruiter_tui.reading.candidates.sheets import fitting, sheets
from recruiter_tui.reading.candidates.tables import Table

if TYPE_CHECKING:
    from collections.abc import Iterator
    from collections.abc import Mapping as Words
    from pathlib import Path

    from recruiter_tui.reading.candidates.files import Examined

    Answers = Words[str, Words[str, str | None]]


def _taken(rows: Iterator[Record]) -> list[Record]:
    return [row for _, row in zip(range(SAMPLE), rows, strict=False)]


def read_csv(
    path: Path, source: Source, examined: Examined, remembered: Answers | None = None
) -> Iterator[Incoming | RowProblem]:
    """Yield the applicants of a CSV one by one, problems and warnings between them, a few rows in memory."""
    if examined.is_guess and examined.encoding == "cp1252":
        what = "the file is not UTF-8 and was read as Windows-1252"
        yield RowProblem(
            source.file, "", what, "look at accented names, or save it again as UTF-8", is_warning=True
        )
    with open_text(path, examined) as text:
        try:
            yield from _rows(Table(path, source, remembered), records(source.file, lines(text)), source.file)
        except Unclear as unclear:
            yield RowProblem(source.file, "", unclear.problem, unclear.remedy)


def _rows(table: Table, found: Iterator[Record | RowProblem], file: str) -> Iterator[Incoming | RowProblem]:
    """Yield the applicants of the records, the first of which is the header."""
    head = next(found, None)
    if head is None:
        yield RowProblem(file, "", "the file holds no table", "check that it is the right file")
        return
    if isinstance(head, RowProblem):
        yield head
        return
    sample: list[Record | RowProblem] = []
    for each in found:
        sample.append(each)
        if len(sample) == SAMPLE:
            break
    yield from table.header(head, [each.cells for each in sample if isinstance(each, Record)])
    if table.columns:
        for each in chain(sample, found):
            if isinstance(each, Record):
                yield from table.row(each)
            else:
                yield each


def read_workbook(
    path: Path, source: Source, _: Examined, remembered: Answers | None = None
) -> Iterator[Incoming | RowProblem]:
    """Yield the applicants of a workbook's sheets; sheets that name nobody are passed over with a warning."""
    problems: list[RowProblem] = []
    read = False
    try:
        for name, head, rows in sheets(path, source.format):
            table = Table(path, source, remembered)
            sample = _taken(rows)
            where = f"sheet {clean(name, limit=60)}, "
            found = list(table.header(head, [row.cells for row in sample], where))
            if not table.columns:
                problems += found
                continue
            yield from found
            read = True
            for record in chain(sample, rows):
                fits = fitting(source.file, record, len(table.columns), where)
                if isinstance(fits, Record):
                    yield from table.row(fits, where)
                else:
                    yield fits
    except Unreadable as unreadable:
        problem = unreadable.problem.replace(path.name, "the file", 1)
        yield RowProblem(source.file, "", problem, "save its table as CSV")
        return
    if not read and not problems:
        yield RowProblem(source.file, "", "the file holds no table", "check that it is the right file")
    for one in problems:
        yield RowProblem(one.file, one.place, one.problem, one.remedy, is_warning=read)

"""CSV as records: separator, header and rows, each with its row number; what is broken comes as a problem."""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from itertools import chain, islice
from statistics import median_high
from typing import TYPE_CHECKING, Final

from recruiter_tui.reading.candidates.dialects.systems import is_known
from recruiter_tui.reading.candidates.files import BROKEN_BYTE
from recruiter_tui.reading.candidates.incoming import RowProblem

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

LONGEST_CELL: Final = 1 << 20
MOST_COLUMNS: Final = 500
PREAMBLE: Final = 40
"""Rows in which the header is looked for; other systems put notes above it."""
_SEPARATORS: Final = ",;\t|"
_LONGEST_HEADER: Final = 100_000
_SOME: Final = 2
_MANY: Final = 3
_SEPARATOR_LINE = re.compile(r'"?sep=([,;\t|])"?[ ,;\t]*[\r\n]*', re.IGNORECASE)
_QUOTED = re.compile('"[^"]*"?')


@dataclass(frozen=True, slots=True)
class Record:
    """One row of the table; `number` counts rows as a spreadsheet does, the header's is mostly 1."""

    number: int
    cells: list[str]


def records(
    file: str,
    text: Iterator[str],
) -> Iterator[Record | RowProblem]:
    """Yield the header and then the rows of a CSV, blank rows left out.

    The separator is the one of comma, semicolon and tab under which the first row holds the most columns
    that are known. A row that breaks the rules of CSV, holds bytes outside the file's encoding, or has
    another number of cells than the header comes as a problem. After an open quotation mark, an oversized
    cell or a broken header nothing can be told from anything: reading ends there. Raises Unclear as `lines`.
    """
    first = next((line for line in text if line.strip("\ufeff \t\r\n,;")), None)
    if first is None:
        return
    separator, number = None, 0
    if named := _SEPARATOR_LINE.fullmatch(first):
        separator, number, first = named[1], 1, next(text, "")
    above = [first, *islice(text, PREAMBLE - 1)]
    at = header_at([_cells(line, separator or _separator(line)) for line in above])
    first, text, number = above[at], chain(above[at + 1 :], text), number + at
    header: list[str] = []
    for record in _parsed(file, chain((first,), text), separator or _separator(first), number):
        if not header:
            yield record
            if isinstance(record, RowProblem) or len(record.cells) > MOST_COLUMNS:
                return
            header = record.cells
        else:
            yield record if isinstance(record, RowProblem) else _fitting(file, record, header)


def header_at(rows: Sequence[Sequence[str]]) -> int:
    """Return which of a table's first rows is its header: the first one that names several known columns.

    A first row that names one is the header, unless a row below names many: notes stand above some headers.
    Where no row names any it is the first one that is filled as the others are: notes fill a cell or two.
    """
    known = [sum(is_known(cell) for cell in cells) for cells in rows]
    if not known or known[0] > 1:
        return 0
    needed = _MANY if known[0] else _SOME
    otherwise = 0 if known[0] else _first_filled(rows)
    return next((at for at, count in enumerate(known) if count >= needed), otherwise)


def _first_filled(rows: Sequence[Sequence[str]]) -> int:
    """Return the first row that fills more than half of the cells that rows here mostly fill."""
    filled = [sum(bool(cell and not cell.isspace()) for cell in cells) for cells in rows]
    usual = median_high([count for count in filled if count] or [0])
    return next((at for at, count in enumerate(filled) if count * 2 > usual), 0)


def _cells(line: str, separator: str) -> list[str]:
    """Return the cells of a line that has no separators within quotation marks, as headers have none."""
    return [cell.strip(' "\r\n\ufeff') for cell in line[:_LONGEST_HEADER].split(separator)[:MOST_COLUMNS]]


def _separator(header: str) -> str:
    """Return the separator that makes most sense of the header; raw counting decides where none does."""
    bare = _QUOTED.sub(lambda found: re.sub(f"[{_SEPARATORS}]", " ", found.group()), header[:_LONGEST_HEADER])

    def sense(separator: str) -> tuple[int, int]:
        cells = bare.split(separator)
        return sum(is_known(cell.strip(' "\r\n\ufeff')) for cell in cells[:MOST_COLUMNS]), len(cells)

    return max(_SEPARATORS, key=sense)


def _parsed(file: str, text: Iterator[str], separator: str, number: int) -> Iterator[Record | RowProblem]:
    """Yield what the CSV parser makes of the lines, and its complaints with their place."""
    csv.field_size_limit(LONGEST_CELL)  # a setting of the whole process; nothing else in it reads CSV
    reader = csv.reader(text, delimiter=separator, strict=True, skipinitialspace=True)
    while True:
        number += 1
        line = reader.line_num + 1
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            ends = "field larger" in str(error) or "unexpected end" in str(error)
            yield _broken(file, number, line, str(error))
            if ends:
                return
            continue
        if any(cell and not cell.isspace() for cell in cells):
            yield Record(number, cells)


def _broken(file: str, number: int, line: int, error: str) -> RowProblem:
    """Put the parser's complaint into words that name the row and what to do."""
    place = f"row {number} (line {line})"
    if "field larger" in error:
        what = f"a cell is longer than {LONGEST_CELL:,} characters; nothing from this row on was read"
        return RowProblem(file, place, what, "shorten the cell, or close an open quotation mark before it")
    if "unexpected end" in error:
        what = "a quotation mark is opened here and never closed; nothing from this row on was read"
        return RowProblem(
            file, place, what, "close the quotation mark, or double it where it is meant as such"
        )
    what = "a quotation mark stands where none can stand"
    return RowProblem(file, place, what, 'put the whole cell in quotation marks and write " inside it as ""')


def _fitting(file: str, record: Record, header: list[str]) -> Record | RowProblem:
    """Return the row, or why its cells cannot be told apart; empty cells at the end may lack or abound."""
    cells, width = record.cells, len(header)
    while len(cells) > width and not cells[-1].strip():
        cells.pop()
    while len(cells) < width and not header[len(cells)].strip():
        cells.append("")
    place = f"row {record.number}"
    if len(cells) != width:
        what = f"the row has {len(cells)} cells where the header has {width}"
        return RowProblem(
            file, place, what, "put cells that hold separators or line breaks in quotation marks"
        )
    for column, cell in enumerate(cells, 1):
        if "\0" in cell or BROKEN_BYTE.search(cell):
            what = (
                "the cell holds a NUL" if "\0" in cell else "the cell holds bytes that are no text in UTF-8"
            )
            return RowProblem(file, f"{place}, cell {column}", what, "save the file again as UTF-8")
    return record

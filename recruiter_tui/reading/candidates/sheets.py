"""The sheets of a workbook as records, their headers found below whatever stands above them."""

from __future__ import annotations

from itertools import chain, groupby, islice
from typing import TYPE_CHECKING, Any

from recruiter_tui.reading.candidates.csv_records import PREAMBLE, Record, header_at
from recruiter_tui.reading.candidates.incoming import RowProblem
from recruiter_tui.reading.children import answers

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_ROW = tuple[str, int, list[str]]


def sheets(path: Path, form: str) -> Iterator[tuple[str, Record, Iterator[Record]]]:
    """Yield each sheet's name, its header and its rows; raises Unreadable as `answers`."""
    rows = (row for answer in answers(path, form) for row in _checked(answer.get("rows")))
    for name, found in groupby(rows, key=lambda row: row[0]):
        records = (Record(number, cells) for _, number, cells in found)
        first = list(islice(records, PREAMBLE))
        at = header_at([record.cells for record in first])
        yield name, first[at], chain(first[at + 1 :], records)


def _checked(rows: Any) -> Iterator[_ROW]:  # noqa: ANN401 - whatever a child that went astray may say
    """Yield the rows of an answer that have the shape of rows."""
    for row in rows if isinstance(rows, list) else ():
        name, number, cells = row
        yield str(name), int(number), [str(cell) for cell in cells]


def fitting(file: str, record: Record, width: int, place: str) -> Record | RowProblem:
    """Return the row with as many cells as the header; filled cells beyond it are a problem."""
    cells = record.cells
    if len(cells) > width:
        what = f"the row has {len(cells)} cells where the header has {width}"
        return RowProblem(file, f"{place}row {record.number}", what, "give every column a heading")
    return Record(record.number, [*cells, *[""] * (width - len(cells))])

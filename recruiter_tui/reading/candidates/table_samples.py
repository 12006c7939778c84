"""The beginning of a table: what its columns may mean, and what an answer makes of its first rows."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from recruiter_tui.domain.errors import Unreadable
from recruiter_tui.domain.text import clean
from recruiter_tui.reading.candidates.csv_records import Record, records
from recruiter_tui.reading.candidates.dialects.mapping import SAMPLE, Mapping, mapping_of
from recruiter_tui.reading.candidates.files import examine, lines, open_text
from recruiter_tui.reading.candidates.forms import form
from recruiter_tui.reading.candidates.incoming import Incoming, RowProblem, Source, Unclear
from recruiter_tui.reading.candidates.sheets import fitting, sheets
from recruiter_tui.reading.candidates.tables import Table

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from collections.abc import Mapping as Words

    from recruiter_tui.reading.candidates.files import Examined

    Answer = Words[str, str | None]


@dataclass(frozen=True, slots=True)
class TableSample:
    """One table's header and first rows, as they stand in the file."""

    path: Path
    source: Source
    sheet: str
    """The sheet's name, empty for the one table of a CSV."""
    header: Record
    rows: tuple[Record, ...]

    def mapping(self, remembered: Words[str, Answer] | None = None) -> Mapping:
        """Return what the columns mean; `remembered` holds persons' answers by a mapping's key."""
        return mapping_of(self.header.cells, [row.cells for row in self.rows], remembered)

    def values(self, column: int, most: int) -> list[str]:
        """Return the first different values that stand in a column."""
        cells = (row.cells[column].strip() for row in self.rows if column < len(row.cells))
        return list(islice(dict.fromkeys(cell for cell in cells if cell), most))

    def understood(self, answer: Answer, most: int) -> list[Incoming | RowProblem]:
        """Return what the first rows become under an answer; papers that they name are not read."""
        table = Table(self.path, self.source, {self.mapping().key: answer})
        table.reads_papers = False
        found: list[Incoming | RowProblem] = list(
            table.header(self.header, [row.cells for row in self.rows], self._place)
        )
        if table.columns:
            for record in self.rows[:most]:
                row = fitting(self.source.file, record, len(table.columns), self._place)
                found += table.row(row, self._place) if isinstance(row, Record) else [row]
        return found

    @property
    def _place(self) -> str:
        return f"sheet {clean(self.sheet, limit=60)}, " if self.sheet else ""


def samples(path: Path) -> list[TableSample]:
    """Return the beginnings of a file's tables; raises Unclear for a file that is none or cannot be read."""
    examined = examine(path)
    kind = form(path, examined)
    source = Source(clean(path.name, limit=255), examined.sha256, kind)
    if kind == "csv":
        found = _of_csv(path, examined)
        return [TableSample(path, source, "", found[0], tuple(found[1:]))] if found else []
    if kind not in ("xlsx", "ods"):
        problem = "this is no table"
        raise Unclear(problem, "its columns need not be told")
    try:
        return [
            TableSample(path, source, name, head, tuple(islice(rows, SAMPLE)))
            for name, head, rows in sheets(path, kind)
        ]
    except Unreadable as unreadable:
        raise Unclear(unreadable.problem, unreadable.remedy) from None


def mappings(path: Path, remembered: Words[str, Answer] | None = None) -> list[tuple[str, Mapping]]:
    """Return what the columns of a file's tables mean, by the sheet's name, empty for the one of a CSV."""
    return [(sample.sheet, sample.mapping(remembered)) for sample in samples(path)]


def _of_csv(path: Path, examined: Examined) -> Sequence[Record]:
    """Return the header and the first rows; nothing of a file whose header is broken."""
    with open_text(path, examined) as text:
        return _header_and_sample(records("", lines(text)))


def _header_and_sample(found: Iterator[Record | RowProblem]) -> list[Record]:
    kept: list[Record] = []
    for each in found:
        if isinstance(each, Record):
            kept.append(each)
        if len(kept) > SAMPLE or not kept:
            break
    return kept

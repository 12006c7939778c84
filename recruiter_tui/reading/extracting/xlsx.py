"""XLSX workbooks to rows: every row that is there, whatever the workbook says about its size."""

from __future__ import annotations

import io
from datetime import date, datetime, time
from typing import TYPE_CHECKING, Final

from recruiter_tui.reading.extracting.archive import opened
from recruiter_tui.reading.extracting.unusable import Unusable

if TYPE_CHECKING:
    from collections.abc import Iterator

_MOST_COLUMNS: Final = 501
_MOST_ROWS: Final = 1 << 20


def xlsx_rows(data: bytes) -> Iterator[tuple[str, int, list[str]]]:
    """Yield sheet, row number and cells of every row that holds something; formulas as their last result."""
    with opened(data) as archive:
        if "[Content_Types].xml" not in archive.namelist():
            message = "it holds no workbook"
            raise Unusable(message)
    import openpyxl

    book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
    for sheet in book.worksheets:
        sheet.reset_dimensions()  # a false dimension would hide rows without a word
        for number, row in enumerate(sheet.iter_rows(values_only=True), 1):
            if number > _MOST_ROWS:
                message = "it says that it has more rows than a sheet can have"
                raise Unusable(message)
            cells = [_text(value) for value in row[:_MOST_COLUMNS]]
            while cells and not cells[-1]:
                cells.pop()
            if cells:
                yield sheet.title, number, cells


def _text(value: object) -> str:
    """Return a cell as a table in text would hold it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat()
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)

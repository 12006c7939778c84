"""The shortlist as CSV for spreadsheets: UTF-8 with BOM, RFC 4180, no cell that runs as a formula."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from recruiter_tui.domain.cells import guarded
from recruiter_tui.writing.shortlist import Sheet, text_of

if TYPE_CHECKING:
    from collections.abc import Iterator

_BOM = b"\xef\xbb\xbf"


def csv_bytes(sheet: Sheet) -> Iterator[bytes]:
    """Yield the file in parts: the header, then a record a row; the same sheet gives the same bytes.

    The journal's anchor is not among them: a row that is no applicant would come back as one.
    """
    yield _BOM + _record(sheet.columns)
    for row in sheet.rows:
        yield _record(tuple(guarded(text_of(row.get(column))) for column in sheet.columns))


def _record(cells: tuple[str, ...]) -> bytes:
    """Return one record with its CRLF; a lone surrogate becomes a question mark, as no encoding holds it."""
    line = io.StringIO()
    csv.writer(line, lineterminator="\r\n").writerow(cells)
    return line.getvalue().encode("utf-8", "replace")

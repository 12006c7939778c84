"""The shortlist as a workbook: every cell an explicit string, so nothing runs and nothing is reformatted."""

from __future__ import annotations

import datetime as dt
import io
import re

from recruiter_tui.writing.shortlist import Sheet, text_of

_LONGEST_CELL = 32_767
_CUT = " … [cut here: a workbook's cell holds no more]"
_NOT_IN_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_WIDTHS = {
    "name": 28,
    "email": 28,
    "phone": 18,
    "note": 40,
    "reason": 16,
    "decided_at": 22,
    "education_experience": 20,
}
_CREATED = dt.datetime(2000, 1, 1)  # noqa: DTZ001 - the format wants a naive time; a fixed one keeps the bytes equal
_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}


def xlsx_bytes(sheet: Sheet) -> bytes:
    """Return the workbook with the journal's anchor as a property; the same sheet gives the same bytes."""
    from xlsxwriter import Workbook

    buffer = io.BytesIO()
    book = Workbook(buffer, _OPTIONS)
    book.set_properties(
        {
            "title": _cell(f"Shortlist {sheet.vacancy}")[:255],
            "created": _CREATED,
            "comments": f"criteria version {sheet.criteria_version}",
        }
    )
    book.set_custom_property("Journal hash", sheet.anchor or "none", "text")
    book.set_custom_property("Journal entry", str(sheet.sequence), "text")
    page = book.add_worksheet("Shortlist")
    heading = book.add_format({"bold": True, "bottom": 1})
    for place, column in enumerate(sheet.columns):
        page.write_string(0, place, column, heading)
        page.set_column(place, place, _WIDTHS.get(column, 13))
    for line, row in enumerate(sheet.rows, start=1):
        for place, column in enumerate(sheet.columns):
            page.write_string(line, place, _cell(text_of(row.get(column))))
    page.freeze_panes(1, 0)
    if sheet.columns:
        page.autofilter(0, 0, max(len(sheet.rows), 1), len(sheet.columns) - 1)
    book.close()
    return buffer.getvalue()


def _cell(text: str) -> str:
    """Return the text as a workbook can hold it: without what XML forbids; a cut text says so."""
    clean = _NOT_IN_XML.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    return clean if len(clean) <= _LONGEST_CELL else clean[: _LONGEST_CELL - len(_CUT)] + _CUT

"""PDF and DOCX notices are read in a child process, and broken ones are refused in one sentence."""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING

import pytest

from recruiter_tui.domain.errors import Unreadable
from recruiter_tui.reading.documents import document_text
from recruiter_tui.reading.notices import read_notice

if TYPE_CHECKING:
    from pathlib import Path

LINES = ("Title: Lighthouse Keeper", "Organisation: Coast Trust", "Closing date: 9 May 2026")


def write_docx(path: Path) -> None:
    import docx

    document = docx.Document()
    for line in LINES:
        document.add_paragraph(line)
    table = document.add_table(rows=1, cols=2)
    table.rows[0].cells[0].text, table.rows[0].cells[1].text = "Grade", "P-2"
    document.save(str(path))


def write_pdf(path: Path) -> None:
    """Write the smallest PDF that shows the lines; its offsets are left for the reader to rebuild."""
    shown = " ".join(f"({line}) Tj 0 -20 Td" for line in LINES)
    stream = f"BT /F1 12 Tf 50 700 Td {shown} ET"
    path.write_text(
        "%PDF-1.4\n"
        "1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
        "2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
        "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R"
        "/Resources<</Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>>>endobj\n"
        f"4 0 obj<</Length {len(stream)}>>stream\n{stream}\nendstream endobj\n"
        "trailer<</Root 1 0 R>>\n",
        encoding="ascii",
    )


def test_a_docx_notice_is_read_with_its_table(tmp_path: Path) -> None:
    path = tmp_path / "notice.docx"
    write_docx(path)
    notice = read_notice(path)[0]
    assert (notice.source.layout, notice.title.value, notice.grade.value) == (
        "docx",
        "Lighthouse Keeper",
        "P-2",
    )


def test_a_pdf_notice_is_read_line_by_line(tmp_path: Path) -> None:
    path = tmp_path / "notice.pdf"
    write_pdf(path)
    notice = read_notice(path)[0]
    assert (notice.source.layout, notice.title.value) == ("pdf", "Lighthouse Keeper")
    assert notice.closing.value is not None
    assert str(notice.closing.value.date) == "2026-05-09"


@pytest.mark.parametrize(
    ("name", "data"),
    [("broken.pdf", b"%PDF-1.4 nothing more"), ("broken.docx", b"PK\x03\x04 nothing more")],
)
def test_a_broken_document_is_refused_by_name(tmp_path: Path, name: str, data: bytes) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(Unreadable, match=f"{name} cannot be read") as refusal:
        document_text(path, path.suffix[1:], [])
    assert refusal.value.remedy


def test_an_archive_of_too_many_parts_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    path = tmp_path / "bomb.docx"
    with zipfile.ZipFile(path, "w") as archive:
        for number in range(2_500):
            archive.writestr(f"part{number}.xml", "")
    with pytest.raises(Unreadable, match="unpacks to more"):
        document_text(path, "docx", [])

"""Which kind of file it is, told by its content and not by its name, and the sheets that it holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from recruiter_tui.domain.errors import Unreadable
from recruiter_tui.reading.documents import document_text
from recruiter_tui.reading.notices import pages, structured
from recruiter_tui.reading.notices.sheet import Sheet, lay_out
from recruiter_tui.reading.text import decode

if TYPE_CHECKING:
    from pathlib import Path

_OTHER_FILES = (
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\xd0\xcf\x11\xe0", "an old Word or Excel file"),
    (b"{\\rtf", "a rich text file"),
    (b"\x1f\x8b", "a compressed file"),
    (b"7z\xbc\xaf", "a compressed file"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3", "a database"),
)
_MOST_NULS = 0.05


def sheets_of(data: bytes, path: Path) -> list[Sheet]:
    """Return the sheets of a file's bytes; raises Unreadable for what is no text and no document."""
    for mark, kind in _OTHER_FILES:
        if data.startswith(mark):
            message = f"{path.name} is {kind}"
            raise Unreadable(message, "save the notice as PDF, DOCX, HTML or plain text")
    if data[:1024].find(b"%PDF-") >= 0:
        return [lay_out(document_text(path, "pdf", []), "pdf")]
    if data.startswith(b"PK\x03\x04"):
        form = "odt" if path.suffix.lower() == ".odt" else "docx"
        return [lay_out(document_text(path, form, []), "docx")]
    text = decode(data)
    if not text.strip():
        message = f"{path.name} is empty"
        raise Unreadable(message, "check that the notice was saved")
    if text.count("\x00") > _MOST_NULS * len(text):
        message = f"{path.name} is not a text file"
        raise Unreadable(message, "save the notice as PDF, DOCX, HTML or plain text")
    return _sheets(text, path.suffix.lower())


def _sheets(text: str, suffix: str) -> list[Sheet]:
    start = text.lstrip()[:1]
    if start in {"{", "["} and (sheets := structured.read_json(text)):
        return sheets
    if pages.is_page(text):
        posted = [
            sheet for data in pages.linked_data(text) if (sheet := structured.read_object(data, "schema.org"))
        ]
        return posted or [pages.read_page(text)]
    if front := structured.read_front_matter(text):
        return [front]
    if suffix in {".csv", ".tsv"} and (rows := structured.read_table(text)):
        return rows
    return [lay_out(text, "text")]

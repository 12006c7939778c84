"""PDF, DOCX, ODT and RTF files to text, in a child process with limits: strangers' bytes stay outside."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from recruiter_tui.domain.errors import Unreadable
from recruiter_tui.reading.children import answer

if TYPE_CHECKING:
    from pathlib import Path

_HEAD: Final = 1024
_FORMS: Final = {".odt": "odt", ".rtf": "rtf"}


def document_text(path: Path) -> str:
    """Return a document's text, a line a paragraph; pages of a PDF are parted by a blank line.

    The form is known by the first bytes. Raises Unreadable, with the file's name and what to do, when it is
    broken, locked, empty or too big.
    """
    with path.open("rb") as file:
        head = file.read(_HEAD)
    text = answer(path, form_of_document(path, head)).get("text", "")
    if not isinstance(text, str) or not text.strip():
        message = f"{path.name} holds no text, only pictures"
        raise Unreadable(message, "have its text recognised first, or paste the text")
    return text


def form_of_document(path: Path, head: bytes) -> str:
    """Return the form of a document by its bytes, DOCX where they tell nothing."""
    if b"%PDF-" in head:
        return "pdf"
    if head.startswith(b"{\\rtf"):
        return "rtf"
    return _FORMS.get(path.suffix.lower(), "docx")

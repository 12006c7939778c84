"""PDF, DOCX, ODT and RTF files to text, in a child process with limits: strangers' bytes stay outside."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Final

from recruiter_tui.domain.errors import Unreadable
from recruiter_tui.reading.children import answer

if TYPE_CHECKING:
    from pathlib import Path

_HEAD: Final = 1024
_FORMS: Final = {".odt": "odt", ".rtf": "rtf"}


def document_text(path: Path, form: str | None = None, remarks: list[str] | None = None) -> str:
    """Return a document's text, a line a paragraph; pages of a PDF are parted by a blank line.

    The form is known by the first bytes, unless somebody looked already. What is left out of the text is
    added to `remarks`. Raises Unreadable, with the file's name and what to do, when it is
    broken, locked, empty or too big.
    """
    told = answer(path, form or form_of_document(path, _head(path)))
    if remarks is not None:
        remarks += [str(each) for each in told.get("remarks", ())]
    text = told.get("text", "")
    if not isinstance(text, str) or not text.strip():
        message = f"{path.name} holds no text, only pictures"
        raise Unreadable(message, "have its text recognised first, or paste the text")
    return text


def _head(path: Path) -> bytes:
    """Return the first bytes of a file; raises Unreadable for one that went away meanwhile."""
    try:
        with os.fdopen(os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC), "rb") as file:
            return file.read(_HEAD) or b""
    except OSError as error:
        message = f"{path.name} cannot be opened ({os.strerror(error.errno or 0)})"
        raise Unreadable(message, "check that it is still there and that you may read it") from None


def form_of_document(path: Path, head: bytes) -> str:
    """Return the form of a document by its bytes, DOCX where they tell nothing."""
    if b"%PDF-" in head:
        return "pdf"
    if head.startswith(b"{\\rtf"):
        return "rtf"
    return _FORMS.get(path.suffix.lower(), "docx")

"""PDF, DOCX, ODT and RTF files to text, in a child process with limits: strangers' bytes stay outside."""

from __future__ import annotations

from typing import TYPE_CHECKING

from recruiter_tui.domain.errors import Unreadable
from recruiter_tui.reading.children import answer

if TYPE_CHECKING:
    from pathlib import Path


def document_text(path: Path, form: str, remarks: list[str]) -> str:
    """Return a document's text, a line a paragraph; pages of a PDF are parted by a blank line.

    What is left out of the text is added to `remarks`. Raises Unreadable, with the file's name and what to
    do, when it is broken, locked, empty or too big.
    """
    told = answer(path, form)
    remarks += [str(each) for each in told.get("remarks", ())]
    text = told.get("text", "")
    if not isinstance(text, str) or not text.strip():
        message = f"{path.name} holds no text, only pictures"
        raise Unreadable(message, "have its text recognised first, or paste the text")
    return text

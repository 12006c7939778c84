"""The text of a document that somebody wrote: PDF, DOCX, ODT or RTF."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from recruiter_tui.reading.extracting import docx, odf, pdf, rtf

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_MOST_TEXT: Final = 4_000_000
_SOFT_HYPHEN: Final = "\u00ad"
_READERS: Final[Mapping[str, Callable[[bytes], str]]] = {
    "pdf": pdf.pdf_text,
    "docx": docx.docx_text,
    "odt": odf.odt_text,
    "rtf": rtf.rtf_text,
}


def text_of(form: str, data: bytes) -> str:
    """Return the text of a document; raises ValueError with what is wrong with it."""
    return _READERS[form](data)[:_MOST_TEXT].replace(_SOFT_HYPHEN, "")

"""The text of a document that somebody wrote: PDF, DOCX, ODT or RTF."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from recruiter_tui.reading.extracting import docx, odf, pdf, rtf

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_MOST_TEXT: Final = 4_000_000
_SOFT_HYPHEN: Final = "\u00ad"
_READERS: Final[Mapping[str, Callable[[bytes], str]]] = {
    "docx": docx.docx_text,
    "odt": odf.odt_text,
    "rtf": rtf.rtf_text,
}


def text_of(form: str, data: bytes, remarks: list[str]) -> str:
    """Return the text of a document; what was left out is added to `remarks`. Raises Unusable."""
    text = pdf.pdf_text(data, remarks) if form == "pdf" else _READERS[form](data)
    return text[:_MOST_TEXT].replace(_SOFT_HYPHEN, "")

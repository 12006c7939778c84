"""PDF files to text, and the structured files that some of them carry."""

from __future__ import annotations

from typing import Final

from recruiter_tui.reading.extracting.unusable import Unusable

_MOST_PAGES: Final = 300
_MOST_ATTACHMENTS: Final = 20
_LARGEST_ATTACHMENT: Final = 4 << 20


def pdf_text(data: bytes, remarks: list[str]) -> str:
    """Return the text of the first 300 pages, parted by blank lines; that more were left is a remark."""
    import pypdfium2

    from recruiter_tui.reading.pdf_rows import page_text

    document = _opened(data)
    if len(document) > _MOST_PAGES:
        remarks.append(f"only the first {_MOST_PAGES} of {len(document):,} pages were read")
    try:
        pages = [
            page_text(document[number].get_textpage()) for number in range(min(len(document), _MOST_PAGES))
        ]
    except pypdfium2.PdfiumError as error:
        message = "a page of it is broken"
        raise Unusable(message) from error
    return "\n\n".join(pages)


def pdf_xml(data: bytes) -> bytes:
    """Return the first XML file that the PDF carries within, or nothing: Europass works so."""
    document = _opened(data)
    for number in range(min(document.count_attachments(), _MOST_ATTACHMENTS)):
        attachment = document.get_attachment(number)
        if attachment.get_name().casefold().endswith(".xml"):
            inner = bytes(attachment.get_data())
            if 0 < len(inner) <= _LARGEST_ATTACHMENT:
                return inner
    return b""


def _opened(data: bytes):  # type: ignore[no-untyped-def]  # noqa: ANN202 - pypdfium2 ships no types
    import pypdfium2

    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        locked = "password" in str(error).casefold()
        message = "it is locked with a password" if locked else "it is no PDF that can be opened"
        raise Unusable(message) from error

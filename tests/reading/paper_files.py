"""Papers as applicants send them, built here: PDF, DOCX, ODT, RTF and mails with them."""

from __future__ import annotations

import io
import zipfile
from email.message import EmailMessage
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

if TYPE_CHECKING:
    from collections.abc import Sequence

CV = (
    "Amina Haddad",
    "amina.haddad@example.org | +213 555 12 34 56",
    "",
    "Work experience",
    "Project Officer, Harbour Agency",
    "March 2018 - June 2021",
    "",
    "Education",
    "Master of Laws, University of Algiers, 2014",
    "",
    "Languages",
    "Arabic: native; French: fluent",
)
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "urn:oasis:names:tc:opendocument:xmlns:"


def pdf(lines: Sequence[str] = CV) -> bytes:
    """Return the smallest PDF that shows the lines; its offsets are left for the reader to rebuild."""
    shown = " ".join(
        "({}) Tj 0 -20 Td".format(line.replace("\\", "").replace("(", r"\(").replace(")", r"\)"))
        for line in lines
    )
    return _of_stream(f"BT /F1 12 Tf 50 760 Td {shown} ET")


def _of_stream(stream: str) -> bytes:
    """Return a PDF of one page with a stream of drawing."""
    return (
        "%PDF-1.4\n"
        "1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
        "2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
        "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R"
        "/Resources<</Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>>>>>>>endobj\n"
        f"4 0 obj<</Length {len(stream)}>>stream\n{stream}\nendstream endobj\n"
        "trailer<</Root 1 0 R>>\n"
    ).encode("cp1252")


def page(*placed: tuple[float, float, float, str], spacing: float = 0.0) -> bytes:
    """Return a PDF of one page with texts at their places: left, height, size of letters, text.

    `spacing` is put between the letters of texts in capitals.
    """
    shown = " ".join(
        "BT /F1 {} Tf {} Tc {} {} Td ({}) Tj ET".format(
            size, spacing if text.isupper() else 0, left, height, text.replace("(", r"\(").replace(")", r"\)")
        )
        for left, height, size, text in placed
    )
    return _of_stream(shown)


def archive(entries: dict[str, str | bytes]) -> bytes:
    """Return a zip archive of the entries."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as found:
        for name, data in entries.items():
            found.writestr(name, data)
    return out.getvalue()


def docx(body: str | Sequence[str] = CV, **others: str) -> bytes:
    """Return a Word document of paragraphs, or of a body in Word's own XML; `header1` adds a header."""
    if not isinstance(body, str):
        body = "".join(f"<w:p><w:r><w:t>{escape(line)}</w:t></w:r></w:p>" for line in body)
    entries: dict[str, str | bytes] = {
        "word/document.xml": f'<w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>'
    }
    for name, inner in others.items():
        entries[f"word/{name}.xml"] = f'<w:hdr xmlns:w="{WORD}">{inner}</w:hdr>'
    return archive(entries)


def odf(body: str, kind: str = "text") -> bytes:
    """Return an OpenDocument file with a body in its own XML."""
    names = " ".join(f'xmlns:{name}="{OFFICE}{name}:1.0"' for name in ("office", "text", "table"))
    content = f"<office:document-content {names}><office:body>{body}</office:body></office:document-content>"
    return archive({"mimetype": f"application/vnd.oasis.opendocument.{kind}", "content.xml": content})


def odt(lines: Sequence[str] = CV) -> bytes:
    """Return an OpenDocument text of paragraphs."""
    return odf("".join(f"<text:p>{escape(line)}</text:p>" for line in lines))


def rtf(lines: Sequence[str] = CV) -> bytes:
    """Return an RTF file of paragraphs."""
    return ("{\\rtf1\\ansi " + "\\par\n".join(lines) + "}").encode("cp1252")


def mail(*attached: tuple[str, bytes], body: str = "Please find my CV attached.", **headers: str) -> bytes:
    """Return a mail as bytes; underscores in the headers' names are hyphens."""
    message = EmailMessage()
    told = {
        "Received": "from a by b; Mon, 9 Nov 2026 14:03:00 +0100",
        "From": "Amina H. <amina@example.net>",
        "Date": "Mon, 9 Nov 2026 13:00:00 +0000",
        "Subject": "Application",
        "Message-ID": "<1@example.net>",
        **{name.replace("_", "-"): value for name, value in headers.items()},
    }
    for name, value in told.items():
        if value:
            message[name] = value
    message.set_content(body)
    for name, data in attached:
        message.add_attachment(data, maintype="application", subtype="octet-stream", filename=name)
    return message.as_bytes()

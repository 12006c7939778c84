# ruff: noqa: E501, PLW0108 - files are written as they would come, each by a call of its own
"""Files made to harm a reader, built here byte by byte: bombs, loops, lies, cuts and names."""

from __future__ import annotations

import io
import json
import random
import zipfile
import zlib
from typing import TYPE_CHECKING

from tests.reading.paper_files import CV, WORD, archive, docx, mail, odf, odt, pdf, rtf

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

ENTITIES = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10 if n else "ha" * 10}">' for n in range(10))
BOMB = f'<?xml version="1.0"?><!DOCTYPE x [{ENTITIES}]>'
OUTSIDE = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a9 SYSTEM "file:///etc/passwd">]>'
SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument'
    '.spreadsheetml.sheet.main+xml"/></Types>'
)
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"


def workbook(sheet: str) -> bytes:
    """Return a workbook with one sheet in its own XML."""
    return archive(
        {
            "[Content_Types].xml": TYPES,
            "_rels/.rels": f'<Relationships xmlns="{PACKAGE}"><Relationship Id="r1" Type="{RELATIONS}/officeDocument" '
            'Target="xl/workbook.xml"/></Relationships>',
            "xl/workbook.xml": f'<workbook xmlns="{SHEET}" xmlns:r="{RELATIONS}"><sheets>'
            '<sheet name="S" sheetId="1" r:id="r1"/></sheets></workbook>',
            "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PACKAGE}"><Relationship Id="r1" '
            f'Type="{RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
            "xl/worksheets/sheet1.xml": sheet,
        }
    )


def cell(place: str, text: str) -> str:
    """Return a cell that holds a text of its own."""
    return f'<c r="{place}" t="inlineStr"><is><t>{text}</t></is></c>'


def rows(count: int, dimension: str = "") -> str:
    """Return a sheet of so many named people below a header."""
    body = "".join(f'<row r="{n}">{cell(f"A{n}", f"Ann Lee{n}")}</row>' for n in range(2, count + 2))
    head = f'<row r="1">{cell("A1", "Name")}</row>'
    return f'<worksheet xmlns="{SHEET}">{dimension}<sheetData>{head}{body}</sheetData></worksheet>'


def lying_zip() -> bytes:
    """Return a document whose archive states a smaller size than it unpacks to."""
    data = docx(["x" * 5_000_000])
    at = data.rfind(b"PK\x01\x02")
    return data[: at + 24] + (1000).to_bytes(4, "little") + data[at + 28 :]


def flate_pdf(layers: int) -> bytes:
    """Return a PDF whose page unpacks to very much."""
    stream = b"BT /F1 12 Tf (x) Tj ET " * 4_000_000
    for _ in range(layers):
        stream = zlib.compress(stream, 9)
    filters = b"/FlateDecode " * layers
    return (
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
        b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R/Resources<</Font<</F1<</Type/Font"
        b"/Subtype/Type1/BaseFont/Helvetica>>>>>>>>endobj\n4 0 obj<</Filter["
        + filters
        + b"]/Length %d>>stream\n" % len(stream)
        + stream
        + b"\nendstream endobj\ntrailer<</Root 1 0 R>>\n"
    )


def looping_pdf() -> bytes:
    """Return a PDF whose form draws itself."""
    form = b"/F0 Do " * 50
    return (
        b"%%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R 2 0 R]/Count 2>>endobj\n"
        b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R/Resources<</XObject<</F0 5 0 R>>>>>>endobj\n"
        b"4 0 obj<</Length 6>>stream\n/F0 Do\nendstream endobj\n"
        b"5 0 obj<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</F0 5 0 R>>>>/Length %d>>stream\n%s\n"
        b"endstream endobj\ntrailer<</Root 1 0 R>>\n" % (len(form), form)
    )


def _zip_of_many() -> bytes:
    return archive({"word/document.xml": "<a/>", **{f"x{n}": "" for n in range(3_000)}})


def _nested(depth: int) -> str:
    return "<w:p>" * depth + "</w:p>" * depth


def _deep_mail(depth: int) -> bytes:
    inner = "Subject: x\n\nhello\n"
    for number in range(depth):
        inner = f'Subject: x\nContent-Type: multipart/mixed; boundary="b{number}"\n\n--b{number}\n{inner}\n--b{number}--\n'
    return ("From: a@example.org\n" + inner).encode()


BUILD: dict[str, Callable[[], bytes]] = {
    "entities.docx": lambda: archive({"word/document.xml": f'{BOMB}<w:document xmlns:w="{WORD}"><w:p><w:r><w:t>&a9;</w:t></w:r></w:p></w:document>'}),
    "outside.docx": lambda: archive({"word/document.xml": f'{OUTSIDE}<w:document xmlns:w="{WORD}"><w:p><w:r><w:t>&a9;</w:t></w:r></w:p></w:document>'}),
    "entities.xlsx": lambda: workbook(BOMB + rows(1).replace("Ann Lee2", "&a9;")),
    "outside.xlsx": lambda: workbook(OUTSIDE + rows(1).replace("Ann Lee2", "&a9;")),
    "entities.odt": lambda: archive({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": f"{BOMB}<x>&a9;</x>"}),
    "entities.xml": lambda: f"{BOMB}<SkillsPassport>&a9;</SkillsPassport>".encode(),
    "large-text.docx": lambda: docx(["x" * 300_000_000]),
    "paragraphs.docx": lambda: docx("<w:p/>" * 2_000_000),
    "words.docx": lambda: docx("".join(f"<w:p><w:r><w:t>{n * 7919}</w:t></w:r></w:p>" for n in range(400_000))),
    "deep.docx": lambda: docx(_nested(100_000)),
    "many.docx": _zip_of_many,
    "lying.docx": lying_zip,
    "large-cell.xlsx": lambda: workbook(rows(1).replace("Ann Lee2", "x" * 90_000_000)),
    "far-cell.xlsx": lambda: workbook(rows(1).replace("</sheetData>", f'<row r="1048576">{cell("XFD1048576", "far")}</row></sheetData>')),
    "false-size.xlsx": lambda: workbook(rows(3_000, '<dimension ref="A1:B2"/>')),
    "repeats.ods": lambda: odf(
        '<office:spreadsheet><table:table table:name="S"><table:table-row table:number-rows-repeated="99999999">'
        '<table:table-cell table:number-columns-repeated="99999999"><text:p>Name</text:p></table:table-cell>'
        "</table:table-row></table:table></office:spreadsheet>",
        "spreadsheet",
    ),
    "flate.pdf": lambda: flate_pdf(1),
    "flates.pdf": lambda: flate_pdf(3),
    "loop.pdf": looping_pdf,
    "garbage.pdf": lambda: b"%PDF-1.7\n" + random.Random(1).randbytes(200_000),  # noqa: S311 - noise, no secret
    "cut.pdf": lambda: pdf()[:300],
    "pages.pdf": lambda: pdf().replace(b"/Kids[3 0 R]/Count 1", b"/Kids[" + b"3 0 R " * 100_000 + b"]/Count 100000"),
    "deep.rtf": lambda: b"{\\rtf1 " + b"{" * 500_000 + b"}" * 500_000,
    "words.rtf": lambda: b"{\\rtf1 " + b"\\par a\\b b\\b0 " * 600_000 + b"}",
    "deep.html": lambda: b"<html>" + b"<div>" * 200_000 + b"Ann Lee",
    "attributes.html": lambda: b"<html>" + b'<a x="' * 200_000,
    "comments.html": lambda: b"<html>" + b"<!--" * 250_000,
    "links.md": lambda: b"http://a.b/(" * 80_000,
    "blanks.txt": lambda: b"Ann Lee" + b" " * 900_000 + b"x",
    "digits.txt": lambda: b"Ann Lee\n" + b"+213 5" * 150_000,
    "mails.txt": lambda: b"a@" * 300_000 + b"a." * 100_000,
    "parts.eml": lambda: mail(*((f"{n}.txt", b"x") for n in range(500))),
    "deep.eml": lambda: _deep_mail(400),
    "bomb.eml": lambda: mail(("cv.pdf", flate_pdf(1)), ("cv.docx", archive({"word/document.xml": "<a/>" + " " * 200_000_000}))),
    "headers.eml": lambda: b"From: " + b"<(" * 200_000 + b"\nSubject: =?" + b"=?" * 100_000 + b"\nDate: x\n\nhello",
    "depth.json": lambda: b"[" * 100_000,
    "digits.json": lambda: b'[{"name": ' + b"9" * 5_000 + b"}]",
    "surrogate.json": lambda: rb'[{"name": "\ud800 Ann", "email": NaN}]',
    "sniffer.csv": lambda: b'"a b" c,' * 300_000 + b"\n",
    "quote.csv": lambda: b'name\n"' + b"x" * 1_000_000,
    "columns.csv": lambda: b"name," * 1_000_000,
    "cards.vcf": lambda: b"BEGIN:VCARD\n" + b" x\n" * 300_000,
}  # fmt: skip
"""Name to what builds the file; the name's ending says how it would be read."""

ORDINARY: dict[str, Callable[[], bytes]] = {
    "cv.pdf": pdf,
    "cv.docx": docx,
    "cv.odt": odt,
    "cv.rtf": rtf,
    "cv.eml": lambda: mail(("cv.pdf", pdf())),
    "cv.json": lambda: json.dumps([{"name": CV[0], "email": "a@example.org"}]).encode(),
    "pile.xlsx": lambda: workbook(rows(5)),
}


def mutations(count: int, seed: int) -> Iterator[tuple[str, bytes]]:
    """Yield ordinary files cut, spliced and overwritten at random."""
    chance = random.Random(seed)  # noqa: S311 - noise, no secret
    pile = {name: build() for name, build in ORDINARY.items()}
    for _ in range(count):
        name = chance.choice(sorted(pile))
        data = bytearray(pile[name])
        for _ in range(chance.randint(1, 6)):
            at = chance.randrange(len(data) or 1)
            kind = chance.randrange(4)
            if kind == 0:
                del data[at:]
            elif kind == 1:
                other = pile[chance.choice(sorted(pile))]
                begin = chance.randrange(len(other))
                data[at:at] = other[begin : begin + chance.randrange(200)]
            elif kind == 2:
                data[at : at + 4] = chance.randbytes(4)
            else:
                del data[at : at + chance.randrange(50)]
        yield name, bytes(data)


def rezipped(data: bytes) -> bytes:
    """Return an archive packed again, its entries renamed to places outside."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for entry in old.namelist():
            new.writestr(entry, old.read(entry))
        new.writestr("../../outside.txt", "x")
    return out.getvalue()

"""Files that are not what their names say, locked, cut short or longer than what is read: each says so."""

from __future__ import annotations

import io
import json
import random
import zipfile
from typing import TYPE_CHECKING

import pytest

from recruiter_tui.reading.candidates import Incoming, RowProblem, read_candidates
from tests.reading.paper_files import CV, archive, docx, odt, pdf
from tests.rigs.hostile_files import SHEET, cell, workbook

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

NOISE = random.Random(1).randbytes(5_000)  # noqa: S311 - noise, no secret
MANIFEST = (
    '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
    '<manifest:file-entry manifest:full-path="content.xml"><manifest:encryption-data/>'
    "</manifest:file-entry></manifest:manifest>"
)


def read(path: Path, data: bytes) -> tuple[list[Incoming], list[RowProblem]]:
    path.write_bytes(data)
    found = list(read_candidates(path))
    return [one for one in found if isinstance(one, Incoming)], [
        one for one in found if isinstance(one, RowProblem)
    ]


def as_written(data: bytes) -> bytes:
    """Return an archive with its first entry, which tells its kind, unpacked, as office programs write it."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in sorted(old.namelist(), key=lambda name: name != "mimetype"):
            new.writestr(entry, old.read(entry), zipfile.ZIP_STORED if entry == "mimetype" else None)
    return out.getvalue()


def container(stream: str, sector: int) -> bytes:
    """Return an Office container whose directory, in some sector, names one stream."""
    head = bytearray(512)
    head[:8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
    head[26:28] = b"\x03\0"
    head[48:52] = sector.to_bytes(4, "little")
    return bytes(head) + bytes(512 * sector) + stream.encode("utf-16-le") + bytes(512)


@pytest.mark.parametrize("ending", ["pdf", "docx", "odt", "rtf", "doc", "xlsx", "ods", "xls"])
def test_noise_under_the_name_of_a_document_is_said_to_be_none(tmp_path: Path, ending: str) -> None:
    _, [line] = read(tmp_path / f"cv.{ending}", NOISE)
    assert line.problem == f"this is no {ending.upper()} file, although its name says so"
    assert "damaged" in line.remedy


@pytest.mark.parametrize("name", ["cv.txt", "cv.csv", "cv.md", "cv.json", "cv.vcf", "cv"])
def test_noise_under_the_name_of_a_text_is_no_text(tmp_path: Path, name: str) -> None:
    _, [line] = read(tmp_path / name, NOISE)
    assert line.problem == "this is neither text nor a document that is known"


def test_words_under_the_name_of_a_pdf_are_no_pdf_unless_they_are_a_table(tmp_path: Path) -> None:
    [one], _ = read(tmp_path / "pile.pdf", b"name,email\nAnn Lee,ann@example.org\n")
    assert one.candidate.name.value == "Ann Lee"
    _, [line] = read(tmp_path / "cv.pdf", b"1 0 obj << /Type /Page >> endobj Ann Lee ann@example.org")
    assert line.problem == "this is no PDF file, although its name says so"


@pytest.mark.parametrize("ending", ["doc", "docx", "rtf", "odt"])
def test_a_cv_in_plain_text_under_the_name_of_a_document_is_read(tmp_path: Path, ending: str) -> None:
    [one], _ = read(tmp_path / f"cv.{ending}", "\n".join(CV).encode())
    assert (one.candidate.name.value, one.source.format) == ("Amina Haddad", "text")


@pytest.mark.parametrize("ending", ["odt", "rtf", "docx", "csv"])
@pytest.mark.parametrize("build", [docx, lambda: as_written(odt())])
def test_an_office_document_is_known_by_what_is_in_it(
    tmp_path: Path, ending: str, build: Callable[[], bytes]
) -> None:
    [one], lines = read(tmp_path / f"cv.{ending}", build())
    assert (one.candidate.name.value, lines) == ("Amina Haddad", [])


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("cv.docx", container("EncryptedPackage", 1)),
        ("pile.xlsx", container("EncryptedPackage", 300)),
        ("cv.odt", archive({"META-INF/manifest.xml": MANIFEST, "content.xml": NOISE})),
    ],
)
def test_a_locked_document_is_said_to_be_locked(tmp_path: Path, name: str, data: bytes) -> None:
    _, [line] = read(tmp_path / name, data)
    assert "locked with a password" in line.problem


def test_an_old_document_is_told_from_a_locked_one(tmp_path: Path) -> None:
    _, [line] = read(tmp_path / "cv.doc", container("WordDocument", 300))
    assert line.problem == "this is a file of an Office before 2007"


@pytest.mark.parametrize(
    "broken",
    [
        '<c r="A2" t="d"><v>Amina Haddad</v></c>',
        '<c r="Amina!"><v>1</v></c>',
        '<c r="A2" t="s"><v>Amina</v></c>',
    ],
)
def test_what_a_library_says_about_a_cell_is_not_repeated(tmp_path: Path, broken: str) -> None:
    sheet = f'<worksheet xmlns="{SHEET}"><sheetData><row r="1">{cell("A1", "Name")}</row><row r="2">{broken}</row></sheetData></worksheet>'  # noqa: E501 - one sheet
    people, lines = read(tmp_path / "pile.xlsx", workbook(sheet))
    assert not people
    assert lines
    assert not any("Amina" in line.problem + line.remedy + line.place for line in lines)


def test_a_row_far_below_the_last_one_that_a_sheet_can_have_is_refused_at_once(tmp_path: Path) -> None:
    far = f'<row r="1">{cell("A1", "Name")}</row><row r="999999999">{cell("A999999999", "Ann Lee")}</row>'
    _, [line] = read(
        tmp_path / "pile.xlsx",
        workbook(f'<worksheet xmlns="{SHEET}"><sheetData>{far}</sheetData></worksheet>'),
    )
    assert "more rows than a sheet can have" in line.problem


def test_a_very_long_paper_says_how_much_of_it_was_read(tmp_path: Path) -> None:
    pages = b"3 0 R " * 450
    long = pdf().replace(b"/Kids[3 0 R]/Count 1", b"/Kids[" + pages + b"]/Count 450")
    [one], [line] = read(tmp_path / "long.pdf", long)
    assert line.problem == "only the first 300 of 450 pages were read"
    assert line.problem in one.candidate.warnings
    text = "\n".join((*CV, "word " * 250_000))
    [one], lines = read(tmp_path / "long.txt", text.encode())
    cut = "only the first 1,000,000 characters of the text were read"
    assert cut in one.candidate.warnings
    assert cut in [line.problem for line in lines]


def test_column_names_that_come_again_are_no_applicants(tmp_path: Path) -> None:
    rows = (
        "name,email,phone", "Full name,E-mail,Telephone", "Ann Lee,ann@example.org,", "name,email,phone",
        "Name,bo@example.org,",
    )  # fmt: skip
    people, lines = read(tmp_path / "pile.csv", "\n".join(rows).encode())
    assert [one.candidate.name.value for one in people] == ["Ann Lee", "Name"]
    assert [(line.place, line.problem, line.is_warning) for line in lines] == [
        ("row 2", "passed over: the row holds column names again", True),
        ("row 4", "passed over: the row holds column names again", True),
    ]


@pytest.mark.parametrize("first", ["vacancy", "applications"])
def test_a_large_exported_list_comes_in_again(tmp_path: Path, first: str) -> None:
    people = [
        {
            "application": f"A{n}",
            "name": f"Ann Lee{n}",
            "email": f"a{n}@example.org",
            "note": "x" * 900,
            "outcome": "met",
        }
        for n in range(6_000)
    ]
    whole: dict[str, object] = {"vacancy": "24501", "journal": {"sequence": 1}, "applications": people}
    if first == "applications":
        whole = {"applications": people, "vacancy": "24501"}
    for indent in (None, 2):
        data = json.dumps(whole, indent=indent).encode()
        assert len(data) > 5_000_000
        found, lines = read(tmp_path / "list.json", data)
        assert (len(found), found[-1].application.id) == (6_000, "A5999")
        assert [line.problem for line in lines] == ["results of an earlier screening: outcome"]
        found, lines = read(tmp_path / "list.json", data[:-20])
        assert len(found) > 5_990
        assert not lines[0].is_warning

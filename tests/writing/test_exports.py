"""The three forms of a shortlist."""

from __future__ import annotations

import io
import json
import zipfile

import openpyxl
import pytest

from recruiter_tui.domain.errors import Refused
from recruiter_tui.writing.csv import csv_bytes
from recruiter_tui.writing.json import in_ascii, json_bytes, long_json, safe_json
from recruiter_tui.writing.shortlist import COLUMNS, Sheet, chosen
from recruiter_tui.writing.xlsx import xlsx_bytes

ROW = {
    "rank": 1,
    "application": "A1",
    "name": '=HYPERLINK("http://example.org")',
    "phone": ("+213555123456",),
    "nationalities": ("DZ", "FR"),
    "tier": None,
    "note": "first line\nsecond, with a comma",
}


def sheet(*rows: dict[str, object]) -> Sheet:
    return Sheet("18338", "Officer", 1, COLUMNS, list(rows), 7, "c0ffee")  # type: ignore[arg-type]  # plain dicts do


def test_the_columns_stand_in_the_order_that_users_were_promised() -> None:
    head = b"".join(csv_bytes(sheet())).decode("utf-8")
    assert head == (
        "\ufeffrank,application,name,email,phone,nationalities,tier,outcome,eligibility,deadline,"
        "education_experience,languages,disposition,reason,note,tags,decided_by,decided_at\r\n"
    )


def test_a_csv_keeps_the_telephone_and_guards_the_formula() -> None:
    text = b"".join(csv_bytes(sheet(ROW))).decode("utf-8-sig")
    assert '"\'=HYPERLINK(""http://example.org"")"' in text
    assert ",+213555123456,DZ; FR,," in text
    assert '"first line\nsecond, with a comma"' in text
    assert text.endswith("\r\n")


def test_a_workbook_holds_strings_only_and_the_journals_anchor() -> None:
    raw = xlsx_bytes(sheet(ROW))
    book = openpyxl.load_workbook(io.BytesIO(raw))
    page = book.active
    assert page is not None
    cells = {page.cell(1, place + 1).value: page.cell(2, place + 1) for place in range(len(COLUMNS))}
    assert cells["name"].value == '=HYPERLINK("http://example.org")'
    assert {cell.data_type for cell in cells.values() if cell.value is not None} == {"s"}
    assert cells["phone"].value == "+213555123456"
    assert cells["rank"].value == "1"
    properties = zipfile.ZipFile(io.BytesIO(raw)).read("docProps/custom.xml").decode()
    assert 'name="Journal hash"><vt:lpwstr>c0ffee<' in properties


def test_a_workbook_says_where_it_cut_a_cell() -> None:
    book = openpyxl.load_workbook(io.BytesIO(xlsx_bytes(sheet({"note": "x" * 1_000_000}))))
    page = book.active
    assert page is not None
    cut = page.cell(2, COLUMNS.index("note") + 1).value
    assert len(str(cut)) == 32_767
    assert str(cut).endswith("[cut here: a workbook's cell holds no more]")


def test_a_workbook_survives_characters_that_xml_forbids() -> None:
    raw = xlsx_bytes(sheet({"name": "a\x00b\x1b[31m\ud800\uffffc"}))
    assert "ab[31mc" in zipfile.ZipFile(io.BytesIO(raw)).read("xl/sharedStrings.xml").decode()


def test_json_carries_the_anchor_and_the_values_as_they_are() -> None:
    document = json.loads(json_bytes(sheet(ROW)))
    assert document["journal"] == {"sequence": 7, "hash": "c0ffee"}
    [row] = document["applications"]
    assert row["rank"] == 1
    assert row["tier"] is None
    assert row["nationalities"] == ["DZ", "FR"]
    assert row["name"] == ROW["name"]


def test_the_same_sheet_gives_the_same_bytes_in_every_form() -> None:
    one, two = sheet(ROW), sheet(dict(ROW))
    assert xlsx_bytes(one) == xlsx_bytes(two)
    assert json_bytes(one) == json_bytes(two)
    assert b"".join(csv_bytes(one)) == b"".join(csv_bytes(two))


@pytest.mark.parametrize("is_large", [False, True])
def test_large_json_is_the_same_text(*, is_large: bool) -> None:
    value = {"months": [1.5, 84, None, True], "none": {}, "name": "é\x1b\u202e\x7f", "nobody": []}
    assert safe_json(value, is_large=is_large) == (
        '{\n  "months": [\n    1.5,\n    84,\n    null,\n    true\n  ],\n  "none": {},\n'
        '  "name": "é\\u001b\\u202e\\u007f",\n  "nobody": []\n}'
    )


@pytest.mark.parametrize("is_large", [False, True])
def test_json_for_a_terminal_holds_no_character_that_steers_it(*, is_large: bool) -> None:
    text = safe_json({"name": "a\x1b]0;x\x07\x9b31m\u202eb\U000e0041\ud800é"}, is_large=is_large)
    assert all(sign.isprintable() or sign == "\n" for sign in text)
    assert json.loads(text) == {"name": "a\x1b]0;x\x07\x9b31m\u202eb\U000e0041\ud800é"}


@pytest.mark.parametrize("count", [0, 1, 499, 500, 501, 1_200])
def test_a_long_document_written_in_pieces_is_the_same_text(count: int) -> None:
    rows = [{"name": f"É\n{number}", "tags": [], "months": [number, None]} for number in range(count)]
    head = {"vacancy": "24501 []", "none": []}
    pieces = list(long_json(head, "rows", iter(rows)))
    assert "".join(pieces) == safe_json({**head, "rows": rows})
    assert len(pieces) == 2 + -(-count // 500)


def test_json_in_ascii_says_the_same() -> None:
    text = safe_json({"name": "é \U0001f6a2 \ud800"})
    assert in_ascii(text).isascii()
    assert json.loads(in_ascii(text)) == json.loads(text)


def test_an_unknown_or_repeated_column_is_refused_with_the_choice() -> None:
    with pytest.raises(Refused, match="no column 'salary': choose from rank, application"):
        chosen(["name", "salary"])
    with pytest.raises(Refused, match="named twice"):
        chosen(["name", "name"])
    assert chosen(["name", "rank"]) == ("name", "rank")

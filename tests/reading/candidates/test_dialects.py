# ruff: noqa: E501 - tables are written as they come
"""Exports of other systems come in as they are; unknown tables are guessed at and asked about."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import openpyxl
import pytest

from recruiter_tui.domain.person import PRESENT
from recruiter_tui.reading.candidates import Incoming, read_candidates
from recruiter_tui.reading.candidates.dialects.systems import system_of
from recruiter_tui.reading.candidates.filling import SOMEBODY_ELSE
from recruiter_tui.reading.candidates.table_samples import mappings
from tests.reading.candidates.candidate_piles import read
from tests.reading.paper_files import docx, odf, pdf

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

INDEED = (
    "\ufeffname,email,phone,status,candidate location,relevant experience,education,job title,job location,date,"
    "interest level,source\n"
    'Chloé Dunn,dunn0_653@indeedemail.com,\'+1 570 394 2412,Awaiting Review,"Oran, Algeria",Clerk,High school,'
    'Field Officer,"Rome, Italy",3/4/2026,,Indeed\n'
)
GREENHOUSE = (
    "First Name\tLast Name\tCompany\tTitle\tNotes\tEmail\tPhone\tSocial Media\tWebsite\tAddress\tSource"
    "\tWho gets credit\tJob\tMilestone\n"
    "Ann\tLee\tHarbour Agency\tOfficer\tMet at a fair\tann@example.org, lee@example.org\t+213555123456\t\t"
    '\t"1 Quay, Oran, Algeria"\tFair\tBo\tField Officer\tApplication review\n'
)
LEVER = (
    "Full-Name,Email,Date-Added,Stage,Archive-Reason,Archive-Date,Sources,Origin\n"
    'Ann Lee,"ann@example.org,lee@example.org",2026-02-03,New lead,,,"Fair, Web",applied\n'
)
OPENCATS = (
    "candidateID,lastName,firstName,phoneHome,phoneCell,email1,keySkills\n"
    '17,Lee,Ann,021 555 0101,+213555123456,ann@example.org,"Ports, C++"\n'
)
LINKEDIN = (
    'Notes:\n"When exporting your connection data, you may notice that some addresses are missing."\n\n'
    "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
    'Ann,Lee,https://example.org/in/ann,,"Harbour, Inc.",Officer,12 Mar 2024\n'
)
EASYCRUIT = (
    "Kandidat-ID;Projekt-ID;Ansøgningsstatus;Ansøgningsdato;Ansøgningskilde;Køn;Fødselsdato;Fornavn;Efternavn;"
    "Land;By;Nationalitet;Nuværende job;Arbejdsgiver\n"
    "4711;9;Samtale 1;03-04-2026;Jobnet;Kvinde;1990-01-01;Ann;Lee;Denmark;Aarhus;Algeria;Officer;Harbour Agency\n"
)
ZOHO = (
    "Candidate Owner,Salutation,First Name,Last Name,Candidate Source,Phone,Mobile,Email,Secondary Email,Street\n"
    "Bo,Ms,Ann,Lee,Career site,,+213555123456,ann@example.org,lee@example.org,1 Quay\n"
)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("Indeed", INDEED),
        ("Greenhouse", GREENHOUSE),
        ("Lever", LEVER),
        ("OpenCATS", OPENCATS),
        ("LinkedIn", LINKEDIN),
        ("EasyCruit", EASYCRUIT),
        ("Zoho Recruit", ZOHO),
    ],
)
def test_an_export_is_known_by_its_headings_whatever_stands_above_them(
    tmp_path: Path, name: str, content: str
) -> None:
    path = tmp_path / "export.csv"
    path.write_text(content, encoding="utf-8")
    [(_, mapping)] = mappings(path)
    assert mapping.system is not None
    assert mapping.system.name == name
    found = read(tmp_path, content)
    assert not [one for one in found.warnings if "not known as columns" in one.problem]
    assert len(found.applicants) == 1


@pytest.mark.parametrize(
    "above",
    [
        "",
        "Bericht vom 2. Februar 2026;;;;\n;;;;\n",
        "Bewerbungen\n\nStand: Montag\n",
        "Zur Person;;;Weiteres;\n",
    ],
    ids=["nothing", "a filled-up line", "short lines", "groups of columns"],
)
def test_headings_that_nobody_knows_are_found_below_what_stands_above_them(
    tmp_path: Path, above: str
) -> None:
    path = tmp_path / "export.csv"
    table = "Bewerberin;Kontakt;Stammland;Kanal;Wertung\nAnn Lee;ann@example.org;DE;Post;1\nBo Roe;;;;2\n"
    path.write_text(above + table + "Cy Poe;cy@example.org;FR;Post;3\n", encoding="utf-8")
    [(_, mapping)] = mappings(path)
    assert [column.heading for column in mapping.columns] == table.partition("\n")[0].split(";")


def test_indeed_gives_an_alias_a_phone_behind_an_apostrophe_and_the_month_first(tmp_path: Path) -> None:
    one = read(tmp_path, INDEED).only
    assert [each.value for each in one.candidate.emails] == ["dunn0_653@indeedemail.com"]
    assert [each.value for each in one.candidate.phones] == ["+15703942412"]
    assert one.application.received is not None
    assert one.application.received.text == "2026-03-04"
    assert one.candidate.residence.value == "DZ"
    assert "Field Officer" in one.candidate.documents[0].text
    changed = read(tmp_path, INDEED.replace("Awaiting Review", "Rejected")).only
    assert changed.application.id == one.application.id


def test_several_addresses_and_the_current_job_are_told_apart(tmp_path: Path) -> None:
    one = read(tmp_path, GREENHOUSE, "export.tsv").only
    assert [each.value for each in one.candidate.emails] == ["ann@example.org", "lee@example.org"]
    [job] = one.candidate.employment
    assert (job.employer, job.title, job.start, job.end) == ("Harbour Agency", "Officer", None, PRESENT)
    assert (one.note, one.application.channel) == ("Met at a fair", "Fair")
    assert one.candidate.name.value == "Ann Lee"
    assert [each.value for each in read(tmp_path, LEVER).only.candidate.emails] == [
        "ann@example.org",
        "lee@example.org",
    ]
    assert len(read(tmp_path, ZOHO).only.candidate.emails) == 2


def test_opencats_gives_its_own_number_and_two_phones(tmp_path: Path) -> None:
    one = read(tmp_path, OPENCATS).only
    assert one.application.id == "17"
    assert [each.value for each in one.candidate.phones] == ["021 555 0101", "+213555123456"]


def test_a_danish_export_reads_the_day_first(tmp_path: Path) -> None:
    one = read(tmp_path, EASYCRUIT).applicants[0]
    assert one.application.received is not None
    assert one.application.received.text == "2026-04-03"
    assert one.candidate.residence.value == "DK"
    assert [each.value for each in one.candidate.nationalities] == ["DZ"]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252", "utf-8"])
@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_any_encoding_and_separator_gives_the_same_people(
    tmp_path: Path, encoding: str, separator: str
) -> None:
    text = (
        separator.join(("Prénom", "Nom", "Courriel"))
        + "\n"
        + separator.join(("Zoë", "Müller", "z@example.org"))
    )
    one = read(tmp_path, text.encode(encoding)).applicants[0]
    assert (one.candidate.name.value, one.candidate.emails[0].value) == ("Zoë Müller", "z@example.org")


def test_what_another_system_says_unclearly_is_a_doubt_and_its_text_stays(tmp_path: Path) -> None:
    found = read(tmp_path, "Candidate,Nationality,Date applied\nAnn Lee,Elbonian,03/04/2026\n")
    assert [one.place for one in found.warnings] == ["row 2, received", "row 2, nationalities 1"]
    assert (
        found.applicants[0].candidate.documents[0].text == "Nationality: Elbonian\nDate applied: 03/04/2026"
    )
    settled = read(tmp_path, "Candidate,Date applied\nAnn Lee,03/04/2026\nBo Chen,25/04/2026\n")
    assert [
        str(one.application.received and one.application.received.text) for one in settled.applicants
    ] == [
        "2026-04-03",
        "2026-04-25",
    ]


UNKNOWN = "Wer,Anschrift 1,Wann\nAnn Lee,ann@example.org,2026-02-03\nBo Chen,bo@example.org,2026-02-04\n"


def test_a_table_that_nobody_knows_is_guessed_at_asked_about_and_remembered(tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    path.write_text(UNKNOWN, encoding="utf-8")
    [(_, mapping)] = mappings(path)
    assert not mapping.is_certain
    assert [(one.heading, one.field, one.preview) for one in mapping.columns] == [
        ("Wer", "name", "Ann Lee"),
        ("Anschrift 1", "email", "ann@example.org"),
        ("Wann", "received", "2026-02-03"),
    ]
    assert read(tmp_path, UNKNOWN).complaint == "row 1: no column says who the applicants are"
    remembered = {mapping.key: {"Wer": "name", "Anschrift 1": "email", "Wann": None}}
    people = [one for one in read_candidates(path, remembered) if isinstance(one, Incoming)]
    assert [(one.candidate.name.value, one.candidate.emails[0].value) for one in people] == [
        ("Ann Lee", "ann@example.org"),
        ("Bo Chen", "bo@example.org"),
    ]
    with pytest.raises(ValueError, match="there is no field shoes"):
        mapping.answered({"Wer": "shoes"})


def xlsx(rows: Sequence[Sequence[object]], *others: Sequence[Sequence[object]]) -> bytes:
    book = openpyxl.Workbook()
    for number, each in enumerate((rows, *others)):
        sheet = book.active if number == 0 else book.create_sheet(f"More {number}")
        assert sheet is not None
        for row in each:
            sheet.append(list(row))
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def test_a_workbook_is_read_below_its_preamble_with_every_sheet_of_people(tmp_path: Path) -> None:
    (tmp_path / "cv.docx").write_bytes(docx())
    data = xlsx(
        [
            ["Applicants of the week"],
            [],
            ["Name", "E-mail", "Phone", "CV"],
            ["Ann Lee", "a@x.org", 213555123456, "cv.docx"],
        ],
        [["Statistics", "Count"], ["Women", 3]],
        [["Name", "Nationality"], ["Bo Chen", "China"]],
    )
    found = read(tmp_path, data, "pile.xlsx")
    assert [one.candidate.name.value for one in found.applicants] == ["Ann Lee", "Bo Chen"]
    assert found.applicants[0].row == "sheet Sheet, row 4"
    assert found.applicants[0].candidate.phones[0].value == "213555123456"
    assert "Harbour Agency" in found.applicants[0].candidate.documents[0].text
    assert [one.place for one in found.warnings] == ["sheet Sheet, row 4, cv", "sheet More 1, row 1"]


def test_cells_come_through_unchanged(tmp_path: Path) -> None:
    words = ["=HYPERLINK(1)", "+213 555", 'a "quoted" word', "two\nlines", "أمينة حداد"]
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["Name", "Notes"])
    for at, word in enumerate(words, 2):
        sheet.cell(at, 1, f"Ann {chr(64 + at)}")
        sheet.cell(at, 2, word).data_type = "s"
    out = io.BytesIO()
    book.save(out)
    found = read(tmp_path, out.getvalue(), "pile.xlsx")
    assert [one.note for one in found.applicants] == words


def test_an_opendocument_table_is_read_too(tmp_path: Path) -> None:
    rows = "".join(
        "<table:table-row>"
        + "".join(f"<table:table-cell><text:p>{cell}</text:p></table:table-cell>" for cell in row)
        + "</table:table-row>"
        for row in (("Name", "Nationality"), ("Ann Lee", "Algeria"))
    )
    empty = '<table:table-row table:number-rows-repeated="1048000"><table:table-cell table:number-columns-repeated="16000"/></table:table-row>'
    sheet = f'<office:spreadsheet><table:table table:name="People">{rows}{empty}</table:table></office:spreadsheet>'
    one = read(tmp_path, odf(sheet, "spreadsheet"), "pile.ods").only
    assert (one.candidate.name.value, one.candidate.nationalities[0].value) == ("Ann Lee", "DZ")
    assert one.row == "sheet People, row 2"


def test_a_row_can_name_any_kind_of_paper(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(pdf())
    (tmp_path / "b.html").write_text("<p>Dora Ivanova</p><p>Harbour <b>Agency</b></p>", encoding="utf-8")
    found = read(tmp_path, "Candidate,File\nAnn Lee,a.pdf\nBo Chen,b.html\nCleo Diaz,gone.pdf\n")
    assert ["Harbour Agency" in one.candidate.documents[0].text for one in found.applicants] == [
        True,
        True,
        False,
    ]
    assert [(one.place, one.problem) for one in found.warnings] == [
        ("row 2, cv", SOMEBODY_ELSE),
        ("row 3, cv", SOMEBODY_ELSE),
        ("row 4, cv", "there is no such file beside the table"),
    ]


def test_headings_of_no_system_give_none_away() -> None:
    assert system_of(["name", "email", "phone"]) is None

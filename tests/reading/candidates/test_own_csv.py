"""A recruiter saves the pile as CSV, in whatever way the spreadsheet does it, and every applicant arrives."""

from __future__ import annotations

import csv
import io
from fractions import Fraction
from hashlib import sha256
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from recruiter_tui.domain.cells import guarded
from recruiter_tui.domain.dates import PartialDate
from recruiter_tui.domain.person import PRESENT, DegreeStatus
from recruiter_tui.domain.requirement import DegreeLevel
from recruiter_tui.domain.stated import State
from recruiter_tui.domain.text import clean
from tests.reading.candidates.candidate_piles import read

if TYPE_CHECKING:
    from pathlib import Path

WHOLE = (
    "application,name,given_name,family_name,email,phone,nationalities,residence,gender,internal,received,channel,"
    "degrees,employment,languages,note,tags\n"
    'A-17,Amel Haddad,Amel,Haddad,amel@example.org,+213 555 12 34 56,"DZ; Namibia",France,f,no,'
    "2026-02-05T23:59:37+01:00,e-mail,"
    '"master | International Relations | University of Algiers | 2019-07; Licence | Droit | Oran | 2016",'
    '"Project Officer | NGO Example | 2018-09-01 | 2020-08-31 | 80%; Head of Unit | Relief | 2020-09 | | ",'
    '"English | fluent; French | working knowledge; Arabic",speaks well,"roster; P-3"\n'
)


def test_every_column_of_a_full_row_becomes_a_fact(tmp_path: Path) -> None:
    incoming = read(tmp_path, WHOLE).only
    application, person = incoming.application, incoming.candidate
    assert (application.id, application.channel, application.internal) == ("A-17", "e-mail", False)
    assert application.received is not None
    assert application.received.earliest.isoformat() == "2026-02-05T22:59:37+00:00"
    assert (person.name.value, person.given_name.value, person.family_name.value) == (
        "Amel Haddad",
        "Amel",
        "Haddad",
    )
    assert [each.value for each in person.emails] == ["amel@example.org"]
    assert [(each.value, each.text) for each in person.phones] == [("+213555123456", "+213 555 12 34 56")]
    assert [(each.value, each.text) for each in person.nationalities] == [("DZ", "DZ"), ("NA", "Namibia")]
    assert (person.residence.value, person.gender.value) == ("FR", "female")
    assert (incoming.row, incoming.note, incoming.tags) == ("row 2", "speaks well", ("roster", "P-3"))


def test_degrees_jobs_and_languages_keep_their_wording(tmp_path: Path) -> None:
    person = read(tmp_path, WHOLE).only.candidate
    master, licence = person.degrees
    assert (master.level, master.field, master.institution) == (
        DegreeLevel.MASTER,
        "International Relations",
        "University of Algiers",
    )
    assert (str(master.completed), master.status) == ("2019-07", DegreeStatus.COMPLETED)
    assert (licence.title, licence.level) == ("Licence", DegreeLevel.BACHELOR)
    first, second = person.employment
    assert (first.title, first.employer, first.fte) == ("Project Officer", "NGO Example", Fraction(4, 5))
    assert (first.start, first.end) == (PartialDate(2018, 9, 1), PartialDate(2020, 8, 31))
    assert (second.end, second.fte, second.paid) == (PRESENT, None, None)
    assert [(each.language, each.level) for each in person.languages] == [
        ("en", "fluent"),
        ("fr", "working knowledge"),
        ("ar", None),
    ]


@pytest.mark.parametrize(
    ("heading", "cell"),
    [
        ("E-Mail;Full Name", "a@example.org;Ann"),
        ("FULL NAME\tEMAIL", "Ann\ta@example.org"),
        ("Email Address,full_name", "a@example.org,Ann"),
        ("sep=;\nname;e_mail", "Ann;a@example.org"),
        ('"Name"; " email "', "Ann ; a@example.org"),
        ("name,email,,,", "Ann,a@example.org,,,"),
    ],
)
def test_headings_and_separators_are_known_in_many_spellings(tmp_path: Path, heading: str, cell: str) -> None:
    person = read(tmp_path, f"{heading}\n{cell}\n").only.candidate
    assert (person.name.value, person.emails[0].value) == ("Ann", "a@example.org")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
def test_accents_arrive_from_every_encoding_and_line_end(tmp_path: Path, encoding: str, ends: str) -> None:
    text = ends.join(["name,note", '"Zoë Müller","first', 'second"', "Ann,"])
    reading = read(tmp_path, text.encode(encoding))
    assert [each.candidate.name.value for each in reading.applicants] == ["Zoë Müller", "Ann"]
    assert reading.applicants[0].note == "first\nsecond"
    assert reading.problems == []


def test_an_old_encoding_is_a_guess_and_said_to_be_one(tmp_path: Path) -> None:
    (warning,) = read(tmp_path, "name\nZoë\n".encode("cp1252")).warnings
    assert "Windows-1252" in warning.problem


def test_rows_are_numbered_as_the_spreadsheet_numbers_them(tmp_path: Path) -> None:
    reading = read(tmp_path, 'name,note\n\nAnn,"two\nlines"\n,\nBo,\n')
    assert [each.row for each in reading.applicants] == ["row 3", "row 5"]


def test_a_name_in_two_columns_is_put_together_and_says_so(tmp_path: Path) -> None:
    name = read(tmp_path, "first name,last name\nAnn,Lee\n").only.candidate.name
    assert (name.value, name.state) == ("Ann Lee", State.INFERRED)


def test_what_is_not_stated_stays_open(tmp_path: Path) -> None:
    incoming = read(tmp_path, "name,internal,received,nationalities,employment\nAnn,,,,\n").only
    assert incoming.application.internal is None
    assert incoming.application.received is None
    assert incoming.candidate.nationalities == ()
    assert incoming.candidate.employment == ()


def test_a_language_can_say_which_level_was_tested(tmp_path: Path) -> None:
    cell = "English | fluent | tested C1; French | | B2; Arabic | basic"
    skills = read(tmp_path, f"name,languages\nAnn,{cell}\n").only.candidate.languages
    assert [(one.language, one.level, one.tested) for one in skills] == [
        ("en", "fluent", "C1"),
        ("fr", None, "B2"),
        ("ar", "basic", None),
    ]


@pytest.mark.parametrize(
    ("word", "meaning"),
    [
        *((word, True) for word in ("yes", "Oui", "SÍ", "sim", "نعم", "1")),
        *((word, False) for word in ("no", "Non", "NÃO", "нет", "false")),
        ("unknown", None),
    ],
)
def test_internal_is_understood_in_several_languages(
    tmp_path: Path, *, word: str, meaning: bool | None
) -> None:
    assert read(tmp_path, f"name,internal\nAnn,{word}\n").only.application.internal is meaning


@pytest.mark.parametrize(
    ("written", "share"),
    [
        ("100%", Fraction(1)),
        ("50 %", Fraction(1, 2)),
        ("0.2", Fraction(1, 5)),
        ("80", Fraction(4, 5)),
        ("33.3%", Fraction(333, 1000)),
        ("12,5 %", Fraction(1, 8)),
        ("half-time", Fraction(1, 2)),
        ("1", Fraction(1)),
    ],
)
def test_a_share_of_full_time_is_an_exact_fraction(tmp_path: Path, written: str, share: Fraction) -> None:
    text = f'name,employment\nAnn,"Clerk | Office | 2019 | 2020 | {written}"\n'
    assert read(tmp_path, text).only.candidate.employment[0].fte == share


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("+213 (0)555 12 34 56", "+213555123456"),
        ("00213555123456", "+213555123456"),
        ("'+213555123456", "+213555123456"),
        ("0555 12 34 56", "0555 12 34 56"),
        ("+1-555-0110", "+1-555-0110"),
        ("(555) 654-3210", "(555) 654-3210"),
        ("+1 212 555 2368 ext. 12", "+1 212 555 2368 ext. 12"),
    ],
)
def test_a_phone_number_is_normalised_only_when_it_is_certain(
    tmp_path: Path, written: str, kept: str
) -> None:
    assert read(tmp_path, f'name,phone\nAnn,"{written}"\n').only.candidate.phones[0].value == kept


def test_odd_contacts_come_in_as_written_and_are_named(tmp_path: Path) -> None:
    reading = read(tmp_path, "name,email,phone\nAnn,ann.example.org,none\nBo,b\u043e@example.org,\n")
    assert [each.candidate.emails[0].value for each in reading.applicants] == [
        "ann.example.org",
        "b\u043e@example.org",
    ]
    assert [each.place for each in reading.warnings] == ["row 2, email", "row 2, phone", "row 3, email"]
    assert reading.applicants[0].candidate.warnings != ()


def test_a_place_of_residence_gives_its_country_or_is_named_and_kept(tmp_path: Path) -> None:
    reading = read(tmp_path, 'name,residence\nAnn,"Paris, France"\nBo,Elsewhere\n')
    assert [each.candidate.residence.value for each in reading.applicants] == ["FR", None]
    assert [each.place for each in reading.warnings] == ["row 3, residence"]
    assert any("Elsewhere" in remark for remark in reading.applicants[1].candidate.warnings)


def test_a_job_that_ends_before_it_starts_is_named_and_kept(tmp_path: Path) -> None:
    reading = read(tmp_path, 'name,employment\nAnn,"Clerk | Office | 2020-05 | 2019-05"\n')
    assert [each.place for each in reading.warnings] == ["row 2, employment 1"]
    assert str(reading.only.candidate.employment[0].end) == "2019-05"


def test_columns_that_nobody_knows_are_kept_as_a_paper_of_the_applicant(tmp_path: Path) -> None:
    reading = read(tmp_path, "name,Motivation,Shoe size\nAnn,I led a border project.,38\nBo,,\n")
    (warning,) = reading.warnings
    assert "Motivation, Shoe size" in warning.problem
    (paper,) = reading.applicants[0].candidate.documents
    assert paper.text == "Motivation: I led a border project.\nShoe size: 38"
    assert paper.sha256 == sha256(paper.text.encode()).hexdigest()
    assert reading.applicants[1].candidate.documents == ()


def test_a_row_without_an_id_has_the_same_id_every_time(tmp_path: Path) -> None:
    one = read(tmp_path, "name,email\nAnn,a@example.org\n").only.application.id
    other = read(tmp_path, "email,name\na@example.org,Ann\n", "other.csv").only.application.id
    changed = read(tmp_path, "name,email\nAnn,b@example.org\n").only.application.id
    assert one == other != changed


def test_a_row_names_its_paper(tmp_path: Path) -> None:
    (tmp_path / "cvs").mkdir()
    (tmp_path / "cvs" / "ann.txt").write_bytes(b"Ann\r\nled a \x1b[31mproject")
    (tmp_path / "scan.pdf").write_bytes(b"%PDF-1.4 not really")
    reading = read(tmp_path, "name,cv\nAnn,cvs/ann.txt\nBo,scan.pdf\nCy,cvs\\ann.txt\n")
    ann, bo, cy = (each.candidate.documents[0] for each in reading.applicants)
    assert (ann.name, ann.text, ann.media_type) == ("ann.txt", "Ann\nled a  [31mproject", "text/plain")
    assert ann.sha256 == sha256((tmp_path / "cvs" / "ann.txt").read_bytes()).hexdigest()
    assert (bo.text, bo.media_type) == ("", "application/pdf")
    assert cy.sha256 == ann.sha256
    assert reading.applicants[0].files[0].path == tmp_path / "cvs" / "ann.txt"


@pytest.mark.parametrize(
    "name",
    [
        "../secret.txt",
        "/etc/hostname",
        "link.txt",
        "door/secret.txt",
        "missing.txt",
        "cvs",
        "C:\\x.txt",
        "a/../../b",
    ],
)
def test_a_paper_outside_the_folder_is_refused(tmp_path: Path, name: str) -> None:
    pile = tmp_path / "pile"
    pile.mkdir()
    (pile / "cvs").mkdir()
    (tmp_path / "secret.txt").write_text("secret")
    (pile / "link.txt").symlink_to(tmp_path / "secret.txt")
    (pile / "door").symlink_to(tmp_path)
    reading = read(pile, f"name,cv\nAnn,{name}\n")
    assert reading.applicants == []
    assert reading.complaint.startswith("row 2, cv: ")


def test_results_of_a_screening_are_left_alone(tmp_path: Path) -> None:
    text = (
        "rank,application,name,tier,outcome,languages,disposition\n1,A1,Ann,1,met,cannot tell,shortlisted\n"
    )
    reading = read(tmp_path, text)
    assert reading.only.candidate.languages == ()
    assert "not imported" in reading.warnings[0].remedy


LINES = st.text(max_size=40).map(lambda text: clean(text, multiline=True).strip())
WORDS = st.text(min_size=1, max_size=30).map(clean)
FORMULAS = st.sampled_from(["=1+1", "+213555123456", "@SUM(A1)", "-5", "'quoted", '=HYPERLINK("x")', "＝1"])  # noqa: RUF001 - the full-width sign runs too


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(name=WORDS.filter(bool) | FORMULAS, note=LINES | FORMULAS, tag=WORDS.filter(bool) | FORMULAS)
def test_what_the_export_writes_comes_back_unchanged(tmp_path: Path, name: str, note: str, tag: str) -> None:
    tag = tag.replace(";", "").strip()
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(("application", "name", "note", "tags"))
    writer.writerow(guarded(cell) for cell in ("A1", name, note, tag))
    incoming = read(tmp_path, "\ufeff" + out.getvalue()).only
    assert incoming.candidate.name.value == name
    assert (incoming.note or "") == note
    assert incoming.tags == ((tag,) if tag else ())

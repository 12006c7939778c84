"""Mails come in with the CV that hangs on them, the time at which they were received, and every paper."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import pytest

from tests.growth import grows_linearly
from tests.reading.candidates.candidate_piles import read
from tests.reading.paper_files import CV, docx, mail, pdf

if TYPE_CHECKING:
    from pathlib import Path


def test_a_mail_is_the_application_of_the_person_whose_cv_hangs_on_it(tmp_path: Path) -> None:
    data = mail(("letter.docx", docx(["Dear colleagues,", "I apply."])), ("cv.pdf", pdf()))
    one = read(tmp_path, data, "application.eml").only
    assert one.candidate.name.value == "Amina Haddad"
    assert [each.value for each in one.candidate.emails] == ["amina.haddad@example.org", "amina@example.net"]
    assert one.application.received is not None
    assert one.application.received.text == "2026-11-09T14:03:00+01:00"
    assert one.application.channel == "e-mail"
    assert [paper.name for paper in one.candidate.documents] == ["cv.pdf", "letter.docx", "application.eml"]
    assert one.candidate.employment[0].employer == "Harbour Agency"


def test_papers_are_known_by_their_bytes_and_never_by_their_names(tmp_path: Path) -> None:
    names = ("../../etc/passwd.pdf", "CON", "x" * 300 + ".pdf", "C:\\boot\\cv.pdf")
    data = mail(*((name, pdf((*CV, str(number)))) for number, name in enumerate(names)))
    one = read(tmp_path, data, "application.eml").only
    assert [paper.name for paper in one.candidate.documents[:1]] == ["cv.pdf"]
    assert all("/" not in paper.name and len(paper.name) <= 255 for paper in one.candidate.documents)
    for file in one.files:
        assert hashlib.sha256(file.data(1 << 20)).hexdigest() == file.sha256
    assert sorted(each.name for each in tmp_path.iterdir()) == ["application.eml"]


def test_an_mbox_holds_many_applications(tmp_path: Path) -> None:
    mails = [
        mail(("cv.pdf", pdf(("Ann Lee", *CV[1:]))), Message_ID="<a@x>"),
        mail(("cv.docx", docx(("Bo Chen", *CV[1:]))), Message_ID="<b@x>", Received=""),
        mail(body="\n".join(("Cleo Diaz", *CV[1:])), Message_ID="<c@x>"),
    ]
    found = read(tmp_path, b"\n".join(b"From x Mon Nov  9 2026\n" + each for each in mails), "pile.mbox")
    assert [one.candidate.name.value for one in found.applicants] == ["Ann Lee", "Bo Chen", "Cleo Diaz"]
    assert [one.row for one in found.applicants] == ["mail 1", "mail 2", "mail 3"]
    assert found.applicants[1].application.received is not None
    assert found.applicants[1].application.received.text == "2026-11-09T13:00:00+00:00"
    assert len({one.application.id for one in found.applicants}) == 3


def test_a_mail_whose_cv_cannot_be_read_still_comes_in_and_says_so(tmp_path: Path) -> None:
    found = read(tmp_path, mail(("cv.pdf", b"%PDF-1.4 broken"), ("photo.jpg", b"\xff\xd8\xff")), "a.eml")
    assert found.only.candidate.name.value == "Amina H."
    assert found.only.candidate.warnings == (
        "attachment 1 cannot be read: it is no PDF that can be opened",
        "no CV with text is attached",
    )


def test_the_same_mail_again_is_the_same_application(tmp_path: Path) -> None:
    data = mail(("cv.pdf", pdf()))
    first, second = (read(tmp_path, data, name).only for name in ("a.eml", "b.eml"))
    assert first.application.id == second.application.id


@pytest.mark.parametrize(
    ("data", "complaint"),
    [
        (b"no mail at all", "this is no mail"),
        (mail(From="", body="Hello"), "neither a name nor an e-mail address"),
    ],
)
def test_what_names_nobody_is_refused(tmp_path: Path, data: bytes, complaint: str) -> None:
    assert complaint in read(tmp_path, data, "a.eml").complaint


def test_encoded_words_and_odd_charsets_are_read(tmp_path: Path) -> None:
    data = mail(body="Bonjour", From="=?iso-8859-1?q?Ren=E9e_Ma=EEtre?= <r@example.net>")
    assert read(tmp_path, data, "a.eml").only.candidate.name.value == "Renée Maître"


def test_an_mbox_is_cut_into_mails_in_linear_time(tmp_path: Path) -> None:
    from recruiter_tui.reading.candidates.mail import _ranges

    def cut(count: int) -> None:
        path = tmp_path / f"{count}.mbox"
        path.write_bytes(b"From x\nSubject: a\n\nFrom me\n\n" * count)
        assert len(list(_ranges(path))) == 2 * count

    assert grows_linearly(cut, 20_000)

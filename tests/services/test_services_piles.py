"""A folder of everything that arrives comes in with one import, its papers with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.reading.paper_files import CV, docx, mail, odt, pdf, rtf
from tests.services.services_job import notice

if TYPE_CHECKING:
    from pathlib import Path

    from recruiter_tui.services import Services


@pytest.fixture
async def vacancy(services: Services) -> str:
    [found] = (await services.vacancies.add([notice()])).vacancies
    return found


def person(name: str) -> tuple[str, ...]:
    return (name, f"{name.split(maxsplit=1)[0].lower()}@example.org", *CV[2:])


async def names(services: Services) -> list[str]:
    rows = await services.candidates.rows(await services.candidates.roll("V1", "", "key"))
    return [row.name for row in rows]


async def test_a_folder_of_papers_tables_and_mails_comes_in_as_one(
    services: Services, vacancy: str, tmp_path: Path
) -> None:
    pile = tmp_path / "pile"
    (pile / "cvs").mkdir(parents=True)
    (pile / "mails").mkdir()
    (pile / "cvs" / "ann.pdf").write_bytes(pdf(person("Ann Lee")))
    (pile / "cvs" / "bo.docx").write_bytes(docx(person("Bo Chen")))
    (pile / "cvs" / "cleo.odt").write_bytes(odt(person("Cleo Diaz")))
    (pile / "cvs" / "dan.rtf").write_bytes(rtf(person("Dan Eze")))
    (pile / "cvs" / "eve.txt").write_text("\n".join(person("Eve Fall")), encoding="utf-8")
    (pile / "mails" / "fay.eml").write_bytes(mail(("cv.pdf", pdf(person("Fay Gray")))))
    (pile / "named.pdf").write_bytes(pdf(person("Gus Hill")))
    (pile / "table.csv").write_text("name,cv\nGus Hill,named.pdf\n", encoding="utf-8")
    report = await services.intake.load([pile], vacancy)
    assert not report.problems
    assert report.added == 7
    assert await names(services) == [
        "Gus Hill", "Ann Lee", "Bo Chen", "Cleo Diaz", "Dan Eze", "Eve Fall", "Fay Gray",
    ]  # fmt: skip
    again = await services.intake.load([pile], vacancy)
    assert (again.added, again.unchanged) == (0, 7)


async def test_each_bad_file_of_a_folder_is_named_with_its_place_below_it(
    services: Services, vacancy: str, tmp_path: Path
) -> None:
    pile = tmp_path / "pile"
    (pile / "in").mkdir(parents=True)
    (pile / "in" / "good.pdf").write_bytes(pdf(person("Ann Lee")))
    (pile / "in" / "scan.pdf").write_bytes(pdf(()))
    (pile / "in" / "old.doc").write_bytes(b"\xd0\xcf\x11\xe0" + bytes(600))
    report = await services.intake.load([pile], vacancy, partial=True)
    assert report.added == 1
    assert {(one.file, one.problem) for one in report.problems} == {
        ("in/scan.pdf", "the file holds no text, only pictures"),
        ("in/old.doc", "this is a file of an Office before 2007"),
    }


async def test_a_paper_that_a_row_names_is_kept_with_its_text(
    services: Services, vacancy: str, tmp_path: Path
) -> None:
    (tmp_path / "cv.docx").write_bytes(docx())
    (tmp_path / "old.doc").write_bytes(b"\xd0\xcf\x11\xe0")
    table = tmp_path / "pile.csv"
    table.write_text("name,cv\nAmina Haddad,cv.docx\nBo Chen,old.doc\n", encoding="utf-8")
    report = await services.intake.load([table], vacancy)
    assert (report.added, len(report.warnings)) == (2, 1)
    [key, _] = await services.candidates.roll("V1", "", "key")
    [paper] = (await services.candidates.dossier(key)).candidate.documents
    assert "Harbour Agency" in paper.text
    assert paper.media_type.endswith("wordprocessingml.document")


async def test_the_same_cv_twice_in_a_folder_is_one_application_and_a_line_that_says_so(
    services: Services, vacancy: str, tmp_path: Path
) -> None:
    pile = tmp_path / "pile"
    (pile / "again").mkdir(parents=True)
    paper = pdf(person("Ann Lee"))
    (pile / "again" / "lee.pdf").write_bytes(paper)
    (pile / "ann.pdf").write_bytes(paper)
    (pile / "copy of ann.pdf").write_bytes(paper)
    (pile / "bo.pdf").write_bytes(pdf(person("Bo Chen")))
    report = await services.intake.load([pile], vacancy)
    assert (report.added, report.problems) == (2, ())
    assert [(one.file, one.problem, one.remedy) for one in report.warnings] == [
        ("ann.pdf", "the same file as again/lee.pdf, byte for byte", "it is taken in once"),
        ("copy of ann.pdf", "the same file as again/lee.pdf, byte for byte", "it is taken in once"),
    ]
    again = await services.intake.load([pile], vacancy)
    assert (again.added, again.unchanged, len(again.warnings)) == (0, 2, 2)


async def test_five_namesakes_with_five_cvs_stay_five(
    services: Services, vacancy: str, tmp_path: Path
) -> None:
    pile = tmp_path / "pile"
    pile.mkdir()
    for number in range(5):
        lines = ("John Doe", "john.doe@email.com", *CV[2:5], f"March 201{number} - June 2020", *CV[6:])
        (pile / f"{number}.pdf").write_bytes(pdf(lines))
    assert (await services.intake.load([pile], vacancy)).added == 5
    assert await names(services) == ["John Doe"] * 5

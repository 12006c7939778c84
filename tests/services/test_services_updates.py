"""What a changed row says of a person counts for every application of that person, and is never lost."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from recruiter_tui.domain.errors import Conflict
from recruiter_tui.domain.finding import Outcome
from recruiter_tui.services import sorting
from tests.reading.paper_files import CV, pdf
from tests.services.services_job import keys, notice, row, write_pile
from tests.services.store_dump import content

if TYPE_CHECKING:
    from recruiter_tui.services import Services

ONE = row("A1", "Amina Haddad", nationalities="FR")
OTHER = row("A2", "HADDAD Amina", nationalities="FR")


async def with_one_person(services: Services, folder: Path) -> list[int]:
    """Take one person in twice and make the two records one; return the applications' keys."""
    await services.vacancies.add([notice()])
    await services.intake.load([write_pile(folder, (ONE, OTHER))], "24501")
    applications = await keys(services, "A1", "A2")
    one, other = [(await services.candidates.dossier(key)).candidate_id for key in applications]
    await services.persons.merge(one, other, {})
    return applications


async def test_an_update_of_one_application_screens_the_others_of_that_person_again(
    services: Services, tmp_path: Path
) -> None:
    applications = await with_one_person(services, tmp_path)
    before = content(services.store_path)
    path = write_pile(tmp_path, (row("A1", "Amina Haddad", nationalities="TN"),))
    report = await services.intake.load([path], "24501", update=True)
    assert (report.batch, report.updated) == ("B2", 1)
    rows = await services.candidates.rows(applications)
    assert [line.eligibility for line in rows] == [Outcome.NOT_MET, Outcome.NOT_MET]
    after = content(services.store_path)
    await services.screening.screen("24501")
    assert content(services.store_path) == after
    await services.history.undo()
    assert content(services.store_path) == before


async def test_two_rows_about_one_person_both_count(services: Services, tmp_path: Path) -> None:
    applications = await with_one_person(services, tmp_path)
    rows = (
        row("A1", "Amina Haddad", nationalities="AG"),
        row("A2", "HADDAD Amina", nationalities="", languages="English | fluent; Arabic | native"),
    )
    report = await services.intake.load([write_pile(tmp_path, rows)], "24501", update=True)
    assert report.updated == 2
    person = (await services.candidates.dossier(applications[0])).candidate
    assert [one.value for one in person.nationalities] == ["AG"]
    assert [one.language for one in person.languages] == ["en", "ar"]


async def test_the_paper_that_an_updated_row_names_is_kept_with_its_bytes(
    services: Services, tmp_path: Path
) -> None:
    await services.vacancies.add([notice()])
    (tmp_path / "cv.pdf").write_bytes(pdf(CV))
    table = tmp_path / "pile.csv"
    table.write_text("application,name,cv\nA1,Amina Haddad,\n", encoding="utf-8")
    await services.intake.load([table], "24501")
    table.write_text("application,name,cv\nA1,Amina Haddad,cv.pdf\n", encoding="utf-8")
    assert (await services.intake.load([table], "24501", update=True)).updated == 1
    [key] = await keys(services, "A1")
    [paper] = (await services.candidates.dossier(key)).candidate.documents
    with closing(sqlite3.connect(services.store_path)) as store:
        [data] = store.execute("SELECT data FROM document WHERE sha256 = ?", (paper.sha256,)).fetchone()
    assert data == pdf(CV)


async def test_an_application_taken_away_while_the_file_was_read_stops_the_import(
    services: Services, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    await services.vacancies.add([notice()])
    await services.intake.load([write_pile(tmp_path, (ONE,))], "24501")
    really = sorting.sort

    async def sort(*args: object) -> sorting.Sorted:
        found = await really(*args)  # type: ignore[arg-type]  # handed on as they came
        await services.intake.revert("B1")
        return found

    monkeypatch.setattr("recruiter_tui.services.intake.sort", sort)
    path = write_pile(tmp_path, (row("A1", "Amina Haddad", nationalities="TN"), OTHER))
    with pytest.raises(Conflict, match="A1 was taken away while the file was read"):
        await services.intake.load([path], "24501", update=True)
    assert len(await services.candidates.roll("V1")) == 0
    assert await services.intake.batches() == []
    assert (await services.history.verify()).ok


async def test_the_folder_one_stands_in_is_imported_by_its_dot(
    services: Services, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    await services.vacancies.add([notice()])
    pile = tmp_path / "pile"
    pile.mkdir()
    (pile / "empty.csv").touch()
    monkeypatch.chdir(pile)
    report = await services.intake.load([Path()], "24501")
    assert (report.refused, report.error_file) == (True, str(tmp_path / "pile.errors.csv"))
    assert (tmp_path / "pile.errors.csv").exists()

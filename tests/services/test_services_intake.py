"""Applications come in, all or none; the same again changes nothing; a whole import goes back out."""

from __future__ import annotations

import asyncio
import csv
import io
import json
import sqlite3
import stat
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from recruiter_tui.domain.application import Disposition
from recruiter_tui.domain.errors import Conflict, NotFound, Refused
from recruiter_tui.domain.finding import Outcome
from tests.services.services_job import HEAD, LONG_CAREER, PILE, keys, notice, opened, row, write_pile
from tests.services.store_dump import content

if TYPE_CHECKING:
    from pathlib import Path

    from recruiter_tui.services import Services
    from recruiter_tui.services.views import ApplicationRow, Changed


@pytest.fixture
async def vacancy(services: Services) -> str:
    [found] = (await services.vacancies.add([notice()])).vacancies
    return found


async def people(services: Services) -> dict[str, ApplicationRow]:
    found = await services.candidates.rows(await services.candidates.roll("V1", "", "key"))
    return {line.application: line for line in found}


async def test_a_pile_comes_in_and_the_same_pile_again_changes_nothing(
    services: Services, vacancy: str, tmp_path: Path
) -> None:
    path = write_pile(tmp_path)
    first = await services.intake.load([path], vacancy)
    assert (first.batch, first.added, first.refused) == ("B1", 6, False)
    second = await services.intake.load([path], vacancy)
    assert (second.batch, second.added, second.unchanged, second.differing) == (None, 0, 6, ())
    assert [entry.sequence for entry in await services.history.entries(9)] == [2, 1]


async def test_a_dry_run_says_what_would_happen_and_stores_nothing(
    services: Services, vacancy: str, tmp_path: Path
) -> None:
    report = await services.intake.load([write_pile(tmp_path)], vacancy, dry_run=True)
    assert (report.batch, report.added, report.dry_run) == (None, 6, True)
    assert await people(services) == {}


async def test_one_unreadable_row_refuses_the_whole_import_and_is_listed(
    services: Services, vacancy: str, tmp_path: Path
) -> None:
    path = write_pile(tmp_path, (*PILE, row("A7", "Farid", nationalities="Atlantis", received="yesterday")))
    report = await services.intake.load([path], vacancy)
    assert (report.refused, report.batch, report.added) == (True, None, 0)
    assert [problem.place for problem in report.problems] == [
        "row 8, received",
        "row 8, nationalities 1",
    ] or {problem.place for problem in report.problems} == {"row 8, nationalities 1", "row 8, received"}
    assert await people(services) == {}
    listed = tmp_path / "pile.csv.errors.csv"
    assert report.error_file == str(listed)
    assert stat.S_IMODE(listed.stat().st_mode) == 0o600
    rows = list(csv.reader(io.StringIO(listed.read_text(encoding="utf-8-sig"))))
    assert rows[0] == ["file", "place", "problem", "remedy"]
    assert len(rows) == 3
    assert "Atlantis" not in listed.read_text(encoding="utf-8")


async def test_the_readable_rows_come_in_where_that_was_asked_for(
    services: Services, vacancy: str, tmp_path: Path
) -> None:
    path = write_pile(tmp_path, (*PILE, row("A7", "Farid", nationalities="Atlantis")))
    wanted = tmp_path / "wrong.csv"
    report = await services.intake.load([path], vacancy, partial=True, errors=wanted)
    assert (report.batch, report.added, len(report.problems)) == ("B1", 6, 1)
    assert report.error_file == str(wanted)
    assert "A7" not in await people(services)


async def test_a_differing_row_is_listed_and_applied_only_when_asked(
    services: Services, vacancy: str, tmp_path: Path
) -> None:
    await services.intake.load([write_pile(tmp_path)], vacancy)
    changed = row("A3", "Chen Wei", employment=LONG_CAREER, tags="late news", note="Sent a new CV")
    path = write_pile(tmp_path, (PILE[0], changed), "second.csv")
    listed = await services.intake.load([path], vacancy)
    assert (listed.batch, listed.unchanged, listed.differing) == (None, 1, ("A3",))
    assert (await people(services))["A3"].outcome is Outcome.NOT_MET
    applied = await services.intake.load([path], vacancy, update=True)
    assert (applied.batch, applied.updated, applied.differing) == ("B2", 1, ())
    after = (await people(services))["A3"]
    assert (after.outcome, after.tags) == (Outcome.MET, ("late news",))
    assert (await services.intake.load([path], vacancy, update=True)).unchanged == 2
    await services.history.undo()
    back = (await people(services))["A3"]
    assert (back.outcome, back.tags) == (Outcome.NOT_MET, ())
    assert (await services.candidates.dossier(back.key)).notes == ()


async def test_a_file_with_fewer_columns_differs_only_in_what_it_says(
    services: Services, vacancy: str, tmp_path: Path
) -> None:
    await services.intake.load([write_pile(tmp_path)], vacancy)
    path = tmp_path / "names.csv"
    path.write_text(
        "application,name,nationalities\nA1,Amina Haddad,AG\nA2,Benoit Lefevre,FR\n", encoding="utf-8"
    )
    report = await services.intake.load([path], vacancy)
    assert (report.unchanged, report.differing) == (1, ("A2",))
    await services.intake.load([path], vacancy, update=True)
    found = (await people(services))["A2"]
    assert found.name == "Benoit Lefevre"
    dossier = await services.candidates.dossier(found.key)
    assert len(dossier.candidate.employment) == 1


async def test_what_a_person_corrected_stays_corrected_through_an_update(
    services: Services, vacancy: str, tmp_path: Path
) -> None:
    await services.intake.load([write_pile(tmp_path)], vacancy)
    [a3] = await keys(services, "A3")
    await services.candidates.correct(a3, "name", "Chen Wei Min")
    await services.candidates.correct(a3, "employment/0/start", "2015-01-01")
    path = write_pile(tmp_path, (row("A3", "Chen W.", phone="+33142685300"),), "second.csv")
    await services.intake.load([path], vacancy, update=True)
    person = (await services.candidates.dossier(a3)).candidate
    assert (person.name.value, person.name.imported) == ("Chen Wei Min", "Chen W.")
    assert str(person.employment[0].start) == "2015-01-01"
    assert [phone.value for phone in person.phones] == ["+33142685300"]


async def test_an_import_is_taken_back_as_a_whole_and_brought_again(
    services: Services, vacancy: str, tmp_path: Path
) -> None:
    await services.intake.load([write_pile(tmp_path)], vacancy)
    before = await people(services)
    changed = await services.intake.revert("b1")
    assert changed.everything
    assert await people(services) == {}
    assert (await services.vacancies.get(vacancy)).row.total == 0
    await services.history.undo()
    after = await people(services)
    assert {name: (line.name, line.outcome, line.tier) for name, line in after.items()} == {
        name: (line.name, line.outcome, line.tier) for name, line in before.items()
    }
    await services.decisions.decide([after["A1"].key], Disposition.SHORTLISTED)
    with pytest.raises(Conflict, match="A1 of B1 was decided on, noted or changed since: undo that first"):
        await services.intake.revert("B1")
    await services.candidates.note([after["A2"].key], "Called her")
    with pytest.raises(Conflict, match="A1, A2 of B1 were decided on, noted or changed since"):
        await services.intake.revert("B1")
    await services.history.undo()
    await services.history.undo()
    assert len(await people(services)) == len(before)
    with pytest.raises(NotFound, match="there is no import B9"):
        await services.intake.revert("B9")
    with pytest.raises(NotFound, match="'nine' is no import"):
        await services.intake.revert("nine")


async def test_an_import_goes_back_with_all_the_work_on_it_and_comes_again_exactly(
    services: Services, vacancy: str, tmp_path: Path
) -> None:
    mine = row("K1", "Kept Person", nationalities="AG")
    await services.intake.load([write_pile(tmp_path, (mine,), "kept.csv")], vacancy)
    await services.decisions.decide(await keys(services, "K1"), Disposition.SHORTLISTED)
    empty = content(services.store_path)
    report = await services.intake.load([write_pile(tmp_path)], vacancy)
    assert report.batch is not None
    [a1, a2, a3] = await keys(services, "A1", "A2", "A3")
    await services.decisions.decide([a1], Disposition.SHORTLISTED)
    await services.candidates.note([a2], "Called her")
    await services.candidates.correct(a3, "employment/0/start", "2015-01-01")
    first = (await services.candidates.dossier(a3)).findings[0]
    await services.screening.overrule(a3, first.criterion, Outcome.MET, "She lived there")
    await services.rulings.relevance(a2, 0, "50 %", "half of it counts")
    worked = content(services.store_path)
    with pytest.raises(Conflict, match="A1, A2, A3 of B2 were decided on"):
        await services.intake.revert(report.batch)
    assert content(services.store_path) == worked
    await services.intake.revert(report.batch, force=True)
    assert content(services.store_path) == empty
    await services.history.undo()
    assert content(services.store_path) == worked
    await services.history.redo()
    assert content(services.store_path) == empty
    assert (await services.history.verify()).ok


@pytest.mark.parametrize("other", [False, True])
async def test_the_freeze_goes_back_with_the_only_verdicts_that_brought_it(
    services: Services, vacancy: str, tmp_path: Path, *, other: bool
) -> None:
    await services.intake.load(
        [write_pile(tmp_path, (row("K1", "Kim Lee", nationalities="AG"),), "k.csv")], vacancy
    )
    report = await services.intake.load([write_pile(tmp_path)], vacancy)
    assert report.batch is not None
    [k1, a1] = await keys(services, "K1", "A1")
    await services.intake.revert(report.batch)
    before = content(services.store_path)
    await services.history.undo()
    await services.decisions.decide([a1], Disposition.SHORTLISTED)
    if other:
        await services.decisions.decide([k1], Disposition.SHORTLISTED)
    worked = content(services.store_path)
    await services.intake.revert(report.batch, force=True)
    after = content(services.store_path)
    assert (after == before) is not other
    with closing(sqlite3.connect(services.store_path)) as store:
        [frozen] = store.execute("SELECT frozen_at FROM criteria_version").fetchone()
    assert (frozen is not None) is other
    await services.history.undo()
    assert content(services.store_path) == worked
    assert (await services.history.verify()).ok


async def test_an_update_of_an_import_goes_back_too_although_somebody_decided_since(
    services: Services, vacancy: str, tmp_path: Path
) -> None:
    await services.intake.load([write_pile(tmp_path)], vacancy)
    before = content(services.store_path)
    path = write_pile(tmp_path, (row("A3", "Chen Wei", employment=LONG_CAREER, tags="late"),), "second.csv")
    report = await services.intake.load([path], vacancy, update=True)
    assert report.batch == "B2"
    [a3] = await keys(services, "A3")
    await services.candidates.tag([a3], add=["seen"])
    with pytest.raises(Conflict, match="A3 of B2 was decided on, noted or changed since"):
        await services.intake.revert("B2")
    await services.intake.revert("B2", force=True)
    assert content(services.store_path) == before


async def test_a_merge_since_is_to_be_parted_first(services: Services, vacancy: str, tmp_path: Path) -> None:
    await services.intake.load([write_pile(tmp_path)], vacancy)
    again = write_pile(tmp_path, (row("Z1", "Amina Haddad"),), "again.csv")
    await services.intake.load([again], vacancy)
    [a1, z1] = await keys(services, "A1", "Z1")
    one, other = [(await services.candidates.dossier(key)).candidate_id for key in (a1, z1)]
    await services.persons.merge(one, other, {})
    for batch in ("B1", "B2"):
        with pytest.raises(
            Conflict, match=f"somebody of {batch} was merged with somebody since.*part the two first"
        ):
            await services.intake.revert(batch, force=True)
    await services.persons.unmerge(other)
    await services.intake.revert("B2")
    assert "Z1" not in await people(services)


async def test_a_row_is_corrected_on_its_way_in_and_known_again_by_what_its_file_says(
    services: Services, vacancy: str, tmp_path: Path
) -> None:
    path = write_pile(tmp_path)
    wishes = {"A3": [("name", "Chen Wei Min"), ("employment/0/start", "2015-01-01")]}
    report = await services.intake.load([path], vacancy, corrections=wishes)
    assert report.added == 6
    [a3] = await keys(services, "A3")
    person = (await services.candidates.dossier(a3)).candidate
    assert (person.name.value, person.name.imported, person.name.by) == ("Chen Wei Min", "Chen Wei", "awa")
    assert [one.fact for one in person.corrections] == ["employment/0/start"]
    assert (await services.intake.load([path], vacancy)).unchanged == 6
    assert "1 of them corrected before" in (await services.history.entries(1))[0].summary
    with pytest.raises(Refused, match="residence: no country"):
        await services.intake.load(
            [write_pile(tmp_path, (row("Q1", "Ann"),), "q.csv")],
            vacancy,
            corrections={"Q1": [("residence", "Nowhere")]},
        )
    assert "Q1" not in await people(services)


async def test_a_cancelled_import_leaves_nothing(services: Services, vacancy: str, tmp_path: Path) -> None:
    many = tuple(row(f"B{number}", f"Person {number}") for number in range(250))
    path = write_pile(tmp_path, many)
    steps: list[tuple[int, int | None]] = []

    def cancelled() -> bool:
        return any(total for _, total in steps)

    with pytest.raises(Refused, match="the import was cancelled: nothing was taken in"):
        await services.intake.load(
            [path], vacancy, progress=lambda *step: steps.append(step), cancelled=cancelled
        )
    assert (250, None) in steps
    assert await people(services) == {}
    report = await services.intake.load([path], vacancy)
    assert (report.added, len(await people(services))) == (250, 250)


async def test_an_import_whose_task_is_cancelled_leaves_nothing(
    services: Services, vacancy: str, tmp_path: Path
) -> None:
    path = write_pile(tmp_path, tuple(row(f"B{number}", f"Person {number}") for number in range(250)))
    task = asyncio.current_task()
    assert task is not None

    def stop(_done: int, total: int | None) -> None:
        if total:
            task.cancel()

    with pytest.raises(asyncio.CancelledError):
        await services.intake.load([path], vacancy, progress=stop)
    task.uncancel()
    store = sqlite3.connect(services.store_path)
    assert store.execute("SELECT count(*) FROM application").fetchone() == (0,)
    store.close()
    assert (await services.history.verify()).ok


async def test_nobody_sees_an_import_before_it_is_whole(
    services: Services, vacancy: str, tmp_path: Path
) -> None:
    many = tuple(row(f"B{number}", f"Person {number}") for number in range(900))
    seen: list[int] = []
    async with opened(tmp_path, "ines") as other:
        total = other.candidates.rows_now

        def look(done: int, of: int | None) -> None:
            if of:
                seen.append(len(total(list(range(1, done + 1)))))

        await services.intake.load([write_pile(tmp_path, many)], vacancy, progress=look)
        assert len(seen) > 2
        assert set(seen) == {0}
        assert len(await other.candidates.roll("V1")) == 900


async def test_a_folder_is_read_as_a_whole_and_other_files_are_passed_over(
    services: Services, vacancy: str, tmp_path: Path
) -> None:
    folder = tmp_path / "pile"
    (folder / "more").mkdir(parents=True)
    write_pile(folder)
    (folder / "more" / "one.json").write_text(
        json.dumps([{"name": "Gul Khan", "application": {"id": "J1", "internal": True}}]), encoding="utf-8"
    )
    (folder / "photo.png").write_bytes(b"\x89PNG")
    (folder / ".hidden").write_text("x", encoding="utf-8")
    report = await services.intake.load([folder], vacancy)
    assert report.added == 7
    assert [(one.file, one.problem) for one in report.warnings if one.file.endswith("png")] == [
        ("photo.png", "passed over in a folder")
    ]
    empty = tmp_path / "empty"
    empty.mkdir()
    assert (await services.intake.load([empty], vacancy)).refused


async def test_the_same_person_in_two_files_with_other_content_is_refused(
    services: Services, vacancy: str, tmp_path: Path
) -> None:
    one = write_pile(tmp_path, PILE[:2], "one.csv")
    two = write_pile(tmp_path, (PILE[0], row("A2", "Somebody Else")), "two.csv")
    report = await services.intake.load([one, two], vacancy)
    assert report.refused
    [problem] = report.problems
    assert (problem.file, problem.place) == ("two.csv", "row 3")
    assert problem.problem == "one.csv row 3 holds the same application with other content"


@pytest.mark.parametrize(
    "content",
    [b"", b"\x00" * 400, b'name\n"open quote', b"\xff\xfe\x00", b'{"name": ', b"[" * 100_000, b"%PDF-1.7"],
)
async def test_broken_files_are_refused_harmlessly(
    services: Services, vacancy: str, tmp_path: Path, content: bytes
) -> None:
    path = tmp_path / "broken.json"
    path.write_bytes(content)
    report = await services.intake.load([path], vacancy)
    assert report.refused
    assert await people(services) == {}
    with pytest.raises(NotFound):
        await services.intake.load([path], "no such vacancy")


async def test_hostile_cells_come_in_tamed_and_go_out_and_in_again_unchanged(
    services: Services, vacancy: str, tmp_path: Path
) -> None:
    hostile = [
        "=1+1",
        "+cmd|x",
        "@SUM(A1)",
        "'=1",
        "[red]Ann[/]",
        "A\x1b]0;x\x07B",
        "١٢٣ محمد",
        "工程师",
        'a,b;c"d',
    ]
    rows = tuple(row(f"H{number}", name) for number, name in enumerate(hostile))
    await services.intake.load([write_pile(tmp_path, rows)], vacancy)
    before = {name: line.name for name, line in (await people(services)).items()}
    assert before["H5"] == "AB"
    target = tmp_path / "out.csv"
    await services.export.export(vacancy, target, everything=True)
    assert b"\r\n,H0,'=1+1," in target.read_bytes()
    report = await services.intake.load([target], vacancy)
    assert (report.unchanged, report.differing) == (len(hostile), ())
    [second] = (await services.vacancies.add([notice("24502", "Second Officer")])).vacancies
    await services.intake.load([target], second)
    found = await services.candidates.rows(await services.candidates.roll(second, "", "key"))
    assert {line.application: line.name for line in found} == before


def test_the_head_of_the_sample_is_what_the_program_promises() -> None:
    assert HEAD.split(",")[:3] == ["application", "name", "email"]


async def test_an_exported_list_comes_in_again_without_its_results(
    services: Services, vacancy: str, tmp_path: Path
) -> None:
    await services.intake.load([write_pile(tmp_path)], vacancy)
    [a1] = await keys(services, "A1")
    await services.decisions.decide([a1], Disposition.SHORTLISTED, note="Call first")
    target = tmp_path / "out.json"
    await services.export.export(vacancy, target, everything=True)
    report = await services.intake.load([target], vacancy)
    assert (report.added, report.unchanged, report.differing, report.problems) == (0, 6, (), ())
    assert [one.problem.partition(":")[0] for one in report.warnings] == ["results of an earlier screening"]
    [other] = (await services.vacancies.add([notice("24502")])).vacancies
    assert (await services.intake.load([target], other)).added == 6
    found = await services.candidates.rows(await services.candidates.roll(other, "", "key"))
    assert {(line.disposition, line.rank) for line in found} == {(Disposition.NEW, None)}


async def test_undo_of_a_large_import_goes_in_portions_and_redo_brings_it_again(
    job: Services, tmp_path: Path
) -> None:
    before = len(await job.candidates.roll("V1"))
    many = tuple(row(f"M{number}", f"Person {number}") for number in range(300))
    await job.intake.load([write_pile(tmp_path, many, "many.csv")], "24501")
    undone = await job.history.undo()
    assert undone.everything
    assert undone.summary.startswith("undone: 300 imported")
    assert len(await job.candidates.roll("V1")) == before
    assert (await job.history.verify()).ok
    await job.history.redo()
    assert len(await job.candidates.roll("V1")) == before + 300
    await job.history.undo()
    assert len(await job.candidates.roll("V1")) == before
    assert (await job.history.verify()).ok


async def test_a_verdict_slips_in_while_an_import_is_taken_back(job: Services, tmp_path: Path) -> None:
    many = tuple(row(f"M{number}", f"Person {number}") for number in range(600))
    await job.intake.load([write_pile(tmp_path, many, "many.csv")], "24501")
    [key] = await job.candidates.keys_of("24501", ["A1"])
    decided: list[asyncio.Task[Changed]] = []

    def step(done: int, _total: int | None) -> None:
        if done and not decided:
            decided.append(asyncio.create_task(job.decisions.decide([key], Disposition.MAYBE)))

    await job.intake.revert("B2", progress=step)
    assert decided[0].done()
    lines = [entry.summary for entry in await job.history.entries(2)]
    assert "taken back" in lines[0].lower()
    assert "maybe" in lines[1]
    assert (await job.history.verify()).ok


async def test_a_taking_back_that_is_called_off_changes_nothing(job: Services, tmp_path: Path) -> None:
    many = tuple(row(f"M{number}", f"Person {number}") for number in range(300))
    await job.intake.load([write_pile(tmp_path, many, "many.csv")], "24501")
    with pytest.raises(Refused, match="nothing was changed"):
        await job.intake.revert("B2", cancelled=lambda: True)
    assert [one.name for one in await job.intake.batches()] == ["B2", "B1"]
    assert (await job.history.verify()).ok
    await job.intake.revert("B2")
    assert [one.name for one in await job.intake.batches()] == ["B1"]

"""Files that were looked at are not read again when they are taken in, unless they changed."""

from __future__ import annotations

import asyncio
import threading
from typing import TYPE_CHECKING

import pytest

from recruiter_tui.domain.notice_edit import Drop
from recruiter_tui.services import gathering, intake, sorting, staging
from tests.services.services_job import opened

if TYPE_CHECKING:
    from pathlib import Path

    from recruiter_tui.services import Services

HEAD = "application,name,email,received,employment\n"
ROW = "B1,Ann Lee,ann@example.org,2026-11-03T10:00:00Z,Officer | Port | 2012-01 | 2020-12 | 100%\n"
OTHER = "B2,Bo Chen,bo@example.org,2026-11-03T10:00:00Z,\n"


@pytest.fixture
def reads(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """Return a list that grows with every reading of files."""
    done: list[object] = []
    own = gathering.gathered

    def counted(*args: object) -> object:
        done.append(args[0])
        return own(*args)  # type: ignore[arg-type]  # handed on as they came

    monkeypatch.setattr(sorting, "gathered", counted)
    return done


async def test_what_was_looked_at_is_taken_in_without_reading_it_again(
    job: Services, tmp_path: Path, reads: list[object]
) -> None:
    path = tmp_path / "more.csv"
    path.write_text(HEAD + ROW, encoding="utf-8")
    preview = await job.intake.preview([path], "24501")
    assert len(preview.rows) == 1
    report = await job.intake.load([path], "24501")
    assert (report.added, len(reads)) == (1, 1)
    assert (await job.intake.load([path], "24501")).unchanged == 1
    assert len(reads) == 2


async def test_a_file_that_changed_since_is_read_again(
    job: Services, tmp_path: Path, reads: list[object]
) -> None:
    path = tmp_path / "more.csv"
    path.write_text(HEAD + ROW, encoding="utf-8")
    await job.intake.preview([path], "24501")
    path.write_text(HEAD + ROW + OTHER, encoding="utf-8")
    assert (await job.intake.load([path], "24501")).added == 2
    assert len(reads) == 2


async def test_a_paper_that_a_row_names_is_looked_at_as_well(
    job: Services, tmp_path: Path, reads: list[object]
) -> None:
    papers = tmp_path / "papers"
    papers.mkdir()
    (papers / "ann.txt").write_text("Ann Lee\nOfficer, Port, 2012 - 2020\n", encoding="utf-8")
    path = tmp_path / "more.csv"
    path.write_text("application,name,cv\nB1,Ann Lee,papers/ann.txt\n", encoding="utf-8")
    await job.intake.preview([path], "24501")
    (papers / "ann.txt").write_text("Ann Lee\nOfficer, Port, 2012 - 2021, and more\n", encoding="utf-8")
    await job.intake.load([path], "24501")
    assert len(reads) == 2


async def test_what_came_in_since_the_look_is_not_taken_in_twice(job: Services, tmp_path: Path) -> None:
    path, same = tmp_path / "more.csv", tmp_path / "same.csv"
    for each in (path, same):
        each.write_text(HEAD + ROW, encoding="utf-8")
    await job.intake.preview([path], "24501")
    async with opened(tmp_path, "bo") as other:
        await other.intake.load([same], "24501")
    report = await job.intake.load([path], "24501")
    assert (report.added, report.unchanged) == (0, 1)


async def test_criteria_that_change_during_an_import_judge_those_who_come(
    job: Services, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "more.csv"
    path.write_text(HEAD + ROW, encoding="utf-8")
    reached, go_on = threading.Event(), threading.Event()
    own = staging.prepared

    def held(*args: object) -> object:
        reached.set()
        go_on.wait(20)
        return own(*args)  # type: ignore[arg-type]  # handed on as they came

    monkeypatch.setattr(intake, "prepared", held)
    loading = asyncio.create_task(job.intake.load([path], "24501"))
    await asyncio.to_thread(reached.wait, 20)
    await job.criteria.change("24501", [Drop("education")])
    go_on.set()
    await loading
    [key] = await job.candidates.keys_of("24501", ["B1"])
    found = (await job.candidates.dossier(key)).findings
    assert "education" not in {one.criterion for one in found}
    assert (await job.history.verify()).ok

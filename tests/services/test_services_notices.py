"""A notice is corrected, advertised again and read from a folder; whoever applied is judged anew."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from recruiter_tui.domain.application import Disposition
from recruiter_tui.domain.errors import Refused
from recruiter_tui.domain.finding import Outcome
from recruiter_tui.domain.notice import Closing
from recruiter_tui.domain.notice_edit import Drop, Put, Turn
from recruiter_tui.domain.stated import State, Stated
from tests.services.services_job import keys, notice

if TYPE_CHECKING:
    from pathlib import Path

    from recruiter_tui.domain.notice import Notice
    from recruiter_tui.services import Services

LATER = Closing(dt.date(2026, 12, 4), dt.time(23, 59), "Europe/Zurich")
TEXT = """Vacancy notice
Title: Harbour Clerk
Reference: 90210
Duty station: Tunis, Tunisia
Grade: G-5
Closing date: 4 December 2026

Education
Secondary school with five years of experience.
"""


def extended() -> Notice:
    again = notice()
    source = replace(again.source, file="again.txt", sha256="e" * 64)
    return replace(again, source=source, text=again.text + " Extended.", closing=Stated.known(LATER))


async def deadline(services: Services, application: str) -> Outcome | None:
    [row] = await services.candidates.rows(await keys(services, application))
    return row.deadline


async def test_a_corrected_closing_judges_everybody_anew_and_undo_judges_back(job: Services) -> None:
    assert await deadline(job, "A5") is Outcome.NOT_MET
    changed = await job.notices.edit("V1", [Put("closing", LATER)])
    assert "closing corrected" in changed.summary
    view = await job.notices.view("V1")
    assert view.detail.notice.closing.value == LATER
    assert view.detail.notice.closing.state is State.CORRECTED
    assert view.detail.notice.closing.by == "awa"
    assert view.detail.row.closing == LATER
    assert await deadline(job, "A5") is Outcome.MET
    await job.history.undo()
    assert (await job.notices.view("V1")).detail.notice.closing.state is State.STATED
    assert await deadline(job, "A5") is Outcome.NOT_MET


async def test_after_a_first_verdict_criteria_change_only_with_a_reason(job: Services) -> None:
    await job.decisions.decide(await keys(job, "A1"), Disposition.LONGLISTED)
    with pytest.raises(Refused, match="frozen"):
        await job.notices.edit("V1", [Turn("language-en")])
    await job.notices.edit("V1", [Turn("language-en")], reason="the unit asked for it")
    detail = (await job.notices.view("V1")).detail
    assert detail.criteria_version == 2
    await job.notices.edit("V1", [Put("title", "Port Officer")])
    assert (await job.vacancies.get("V1")).row.title == "Port Officer"


async def test_a_notice_advertised_again_is_a_version_of_the_same_vacancy(job: Services) -> None:
    await job.notices.edit("V1", [Drop("experience-1"), Put("title", "Port Officer")])
    [arrival] = await job.notices.arrivals([extended()])
    assert arrival.vacancy == "V1"
    assert arrival.changes is not None
    assert [change.name for change in arrival.changes.fields] == ["closing"]
    added = await job.vacancies.add([extended()])
    assert added.vacancies == ("V1",)
    assert added.known == (False,)
    assert added.revised == (arrival.changes,)
    view = await job.notices.view("V1")
    assert (view.version, view.detail.row.title) == (2, "Port Officer")
    assert view.detail.notice.text.endswith("Extended.")
    assert [one.id for one in view.detail.notice.criteria if one.id == "experience-1"] == []
    assert view.changes is not None
    assert [change.name for change in view.changes.fields] == ["closing"]
    assert await deadline(job, "A5") is Outcome.MET
    assert (await job.vacancies.add([extended()])).known == (True,)
    assert (await job.history.verify()).ok
    await job.history.undo()
    assert (await job.notices.view("V1")).version == 1
    assert (await job.history.verify()).ok
    await job.history.redo()
    assert (await job.notices.view("V1")).version == 2


async def test_a_draft_of_another_version_is_kept_as_a_person_left_it(job: Services) -> None:
    [arrival] = await job.notices.arrivals([extended()])
    draft = job.notices.draft(job.notices.draft(arrival.notice, Turn("language-en")), Drop("tier-2"))
    edited = await job.notices.reread(arrival, draft)
    assert edited.changes is not None
    assert len(edited.changes.criteria) == 2
    await job.vacancies.add([edited.notice])
    stored = (await job.notices.view("V1")).detail.notice
    assert stored.criteria == draft.criteria
    assert stored.dropped == draft.dropped


async def test_the_same_reference_at_another_organisation_is_another_vacancy(services: Services) -> None:
    ours = replace(notice(), organisation=Stated.known("Harbour Office"))
    theirs = replace(extended(), organisation=Stated.known("Coast Guard"))
    added = await services.vacancies.add([ours, theirs])
    assert added.vacancies == ("V1", "V2")


async def test_a_folder_is_read_with_progress_and_what_is_no_notice_is_told(
    services: Services, tmp_path: Path
) -> None:
    folder = tmp_path / "notices"
    (folder / "more").mkdir(parents=True)
    (folder / "a.txt").write_text(TEXT, encoding="utf-8")
    (folder / "more" / "b.txt").write_text("nothing to see", encoding="utf-8")
    (folder / "picture.png").write_bytes(b"\x89PNG")
    (folder / ".hidden.txt").write_text(TEXT, encoding="utf-8")
    told: list[tuple[int, int | None]] = []
    readings = await services.notices.read([folder], progress=lambda *where: told.append(where))
    assert told == [(0, 2), (1, 2)]
    assert [one.notice.title.value for one in readings.arrivals] == ["Harbour Clerk"]
    assert [one.file for one in readings.problems] == ["b.txt"]
    assert "closing without time" in readings.arrivals[0].flags
    assert await services.vacancies.list() == []


async def test_reading_stops_when_it_is_told_to(services: Services, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    assert (await services.notices.read([tmp_path], cancelled=lambda: True)).arrivals == ()

"""Vacancies, exports, the journal and the care of the store."""

from __future__ import annotations

import json
import sqlite3
import stat
from typing import TYPE_CHECKING

import openpyxl
import pytest

from recruiter_tui import compose
from recruiter_tui.compose import open_services, places
from recruiter_tui.domain.application import Disposition, ReasonCode, VacancyStatus
from recruiter_tui.domain.errors import NotFound, Refused, Unreadable
from recruiter_tui.services.portions import Telling
from tests.services.services_job import NOW, close_tier_1, filled, keys, notice, opened

if TYPE_CHECKING:
    from pathlib import Path

    from recruiter_tui.services import Services


async def test_a_notice_becomes_a_vacancy_once(services: Services) -> None:
    first = await services.vacancies.add([notice(), notice(None, "Unnumbered Officer")])
    assert (first.vacancies, first.known) == (("V1", "V2"), (False, False))
    assert first.changed.summary == "2 vacancies added"
    again = await services.vacancies.add([notice()])
    assert (again.vacancies, again.known, again.changed.sequence) == (("V1",), (True,), 0)
    assert (await services.vacancies.get("24501")).row.id == "V1"
    assert (await services.vacancies.get("V2")).row.reference is None
    with pytest.raises(NotFound, match="there is no vacancy 'nothing'"):
        await services.vacancies.get("nothing")


async def test_open_vacancies_come_first(services: Services) -> None:
    await services.vacancies.add([notice(), notice("24502", "Second Officer")])
    changed = await services.vacancies.set_status("24501", VacancyStatus.CANCELLED)
    assert changed.summary == "V1 is cancelled"
    assert [row.id for row in await services.vacancies.list()] == ["V2", "V1"]
    await services.history.undo()
    assert [row.status for row in await services.vacancies.list()] == [VacancyStatus.OPEN] * 2


async def test_a_vacancy_has_reason_codes_of_its_own(job: Services) -> None:
    changed = await job.vacancies.add_reason("24501", ReasonCode("no-licence", "has no pilot's licence"))
    assert changed.summary == "reason 'no-licence' added to V1"
    assert [code.code for code in await job.decisions.reason_codes("24501")][-2:] == ["other", "no-licence"]
    assert (await job.vacancies.get("V1")).reason_codes[-1].name == "has no pilot's licence"
    await job.decisions.decide(await keys(job, "A3"), Disposition.NOT_SUITABLE, reason="no-licence")
    with pytest.raises(Refused, match="there is a reason 'late' already"):
        await job.vacancies.add_reason("24501", ReasonCode("late", "too late"))
    with pytest.raises(Refused, match="one short word"):
        await job.vacancies.add_reason("24501", ReasonCode("no licence", "x"))


async def test_a_store_that_can_only_be_read_is_shown_and_never_written(
    services: Services, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    await filled(services, tmp_path)
    monkeypatch.setattr(services._room.store.store, "read_only", True)
    assert services.read_only
    assert len((await services.screening.screen("24501", telling=Telling(passages=False))).applications) == 6
    with pytest.raises(Refused, match="can only be read here"):
        await services.decisions.decide(await keys(services, "A1"), Disposition.MAYBE)


async def test_the_address_of_a_server_is_refused() -> None:
    with pytest.raises(Refused, match="keeps its store in a file"):
        async with open_services("postgresql://hr:secret@db/x"):
            pass


async def test_an_empty_shortlist_exports_the_header_alone(job: Services, tmp_path: Path) -> None:
    report = await job.export.export("24501", tmp_path / "list.csv")
    assert report.rows == 0
    assert (tmp_path / "list.csv").read_bytes().count(b"\r\n") == 1


async def test_the_shortlist_goes_out_in_rank_order_in_three_forms(job: Services, tmp_path: Path) -> None:
    await close_tier_1(job)
    await job.decisions.decide(await keys(job, "A2", "A1"), Disposition.SHORTLISTED, note="Good")
    await job.candidates.note(await keys(job, "A1"), "Call")
    for form in ("csv", "xlsx", "json"):
        report = await job.export.export("24501", tmp_path / f"list.{form}")
        assert report.rows == 2
        assert stat.S_IMODE(report.path.stat().st_mode) == 0o600
    lines = (tmp_path / "list.csv").read_text(encoding="utf-8-sig").splitlines()
    assert lines[1].startswith(
        "1,A1,Amina Haddad,a1@example.org,+213555123456,AG,1,met,met,met,met,met,shortlisted,,"
    )
    assert lines[3].startswith("2,A2,")
    page = openpyxl.load_workbook(tmp_path / "list.xlsx").active
    assert page is not None
    assert [page.cell(2, column).value for column in (1, 2, 15)] == ["1", "A1", "Good\nCall"]
    document = json.loads((tmp_path / "list.json").read_text(encoding="utf-8"))
    assert document["journal"] == {"sequence": report.sequence, "hash": report.anchor}
    assert [one["application"] for one in document["applications"]] == ["A1", "A2"]


async def test_the_same_store_exports_the_same_bytes(job: Services, tmp_path: Path) -> None:
    for form in ("csv", "xlsx", "json"):
        one, two = tmp_path / f"one.{form}", tmp_path / f"two.{form}"
        await job.export.export("24501", one, everything=True)
        await job.export.export("24501", two, everything=True)
        assert one.read_bytes() == two.read_bytes()


async def test_an_export_refuses_what_it_cannot_do_before_it_writes(job: Services, tmp_path: Path) -> None:
    with pytest.raises(Refused, match=r"names no form of export: end the name with \.csv, \.xlsx, \.json"):
        await job.export.export("24501", tmp_path / "list.pdf")
    with pytest.raises(Refused, match="no column 'salary'"):
        await job.export.export("24501", tmp_path / "list.csv", columns=["salary"])
    (tmp_path / "list.csv").write_bytes(b"old")
    with pytest.raises(Refused, match="exists already"):
        await job.export.export("24501", tmp_path / "list.csv")
    await job.export.export("24501", tmp_path / "list.csv", columns=["name", "rank"], force=True)
    assert (tmp_path / "list.csv").read_text(encoding="utf-8-sig") == "name,rank\n"


async def test_undo_and_redo_say_when_there_is_nothing_left(services: Services) -> None:
    with pytest.raises(NotFound, match="nothing to undo"):
        await services.history.undo()
    await services.vacancies.add([notice()])
    with pytest.raises(NotFound, match="nothing to redo"):
        await services.history.redo()
    changed = await services.history.undo()
    assert changed.everything
    assert await services.vacancies.list() == []


async def test_the_history_names_who_did_what_and_what_was_undone(job: Services) -> None:
    await job.decisions.decide(await keys(job, "A1"), Disposition.MAYBE, actor="ines")
    await job.history.undo()
    [undo, decided, imported, added] = await job.history.entries(10)
    assert (undo.undoes, undo.by) == (decided.sequence, "awa")
    assert (decided.by, decided.summary, decided.undone) == ("ines", "A1 set to maybe", True)
    assert imported.summary == "6 imported from pile.csv into V1"
    assert (added.summary, added.at) == ("1 vacancy added", NOW)


async def test_a_changed_byte_is_found_and_its_entry_named(tmp_path: Path) -> None:
    async with opened(tmp_path) as services:
        await filled(services, tmp_path)
        assert (await services.history.verify()).ok
    store = sqlite3.connect(tmp_path / "store.db")
    store.execute("DROP TRIGGER event_never_changes")
    store.execute("UPDATE event SET actor = 'mallory' WHERE seq = 2")
    store.execute(
        "CREATE TRIGGER event_never_changes BEFORE UPDATE ON event\n"
        "BEGIN SELECT raise(ABORT, 'the journal is append-only'); END"
    )
    store.commit()
    store.close()
    async with opened(tmp_path) as services:
        found = await services.history.verify()
        assert (found.ok, found.first_bad) == (False, 2)
        examined = {one.subject: one for one in await services.maintenance.doctor()}
        assert not examined["journal"].ok
        assert examined["journal"].remedy


async def test_a_backup_is_a_store_of_its_own(job: Services, tmp_path: Path) -> None:
    made = await job.maintenance.backup(tmp_path / "copy.db")
    with pytest.raises(Refused, match="exists already: name another file, or move that one away"):
        await job.maintenance.backup(tmp_path / "copy.db")
    async with open_services(tmp_path / "copy.db", "awa", create=False) as copy:
        assert len(await copy.candidates.roll("V1")) == 6
        assert (await copy.history.verify()).anchor == made.anchor
    assert all(one.ok for one in await job.maintenance.doctor())


async def test_settings_name_the_person_and_the_store(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    config = tmp_path / "config" / "recruiter-tui"
    config.mkdir(parents=True)
    (config / "settings.toml").write_text(
        f'user = "Awa Diop"\nstore = "{tmp_path}/mine.db"\npolicy = "once"\n', encoding="utf-8"
    )
    assert places()["store"] == tmp_path / "mine.db"
    assert places(str(tmp_path / "named.db"))["store"] == tmp_path / "named.db"
    monkeypatch.setenv("RECRUITER_TUI_STORE", str(tmp_path / "env.db"))
    assert places()["store"] == tmp_path / "env.db"
    async with open_services() as services:
        assert services.actor == "Awa Diop"
        assert services.store_path == (tmp_path / "env.db").resolve()
        await services.vacancies.add([notice()])
        assert (await services.vacancies.get("24501")).policy == "once"
    assert compose.preferences().user == "Awa Diop"
    (config / "settings.toml").write_text('usr = "x"\n', encoding="utf-8")
    with pytest.raises(Unreadable, match="did you mean 'user'"):
        places()


async def test_a_missing_store_is_not_made_by_those_who_only_look(tmp_path: Path) -> None:
    with pytest.raises(NotFound):
        async with open_services(tmp_path / "none.db", create=False):
            pass
    assert not (tmp_path / "none.db").exists()

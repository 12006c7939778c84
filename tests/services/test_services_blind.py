"""Blind reading through every use case that hands something to a person; rules go on seeing everything."""

from __future__ import annotations

import csv
import datetime as dt
import re
from typing import TYPE_CHECKING

import pytest

from recruiter_tui.domain.application import Disposition
from recruiter_tui.domain.errors import Refused
from recruiter_tui.domain.finding import Outcome
from recruiter_tui.domain.query import QueryError
from recruiter_tui.domain.text import fold
from tests.services.services_job import close_tier_1, filled, keys, notice, opened, row

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from recruiter_tui.services import Services

MASKED = (
    row("A1", "Amina Haddad", nationalities="AG", phone="+213555123456", tags="Haddad; asked"),
    row("A2", "Benoît Lefèvre", note="Met Benoît at a fair: he is French"),
    row("HADDAD-3", "Chen Haddad", email="chen.haddad@example.org"),
    row("A4", "Dalia Ben Salah", nationalities="TN"),
)
TELLING = (
    "amina",
    "haddad",
    "benoit",
    "lefevre",
    "dalia",
    "salah",
    "example.org",
    "213555",
    "antigua",
    "tunisia",
)


@pytest.fixture
async def job(tmp_path: Path) -> AsyncIterator[Services]:
    """Open a store with a vacancy that is read blind, and one of the same person that is not."""
    async with opened(tmp_path) as services:
        await filled(services, tmp_path, MASKED)
        await services.blind.turn("24501", on=True)
        yield services


def tells(value: object) -> list[str]:
    """Return the words of hidden people that a view bears."""
    told = fold(re.sub(r"\[\w+\]", " ", repr(value)))
    return [word for word in TELLING if word in told]


async def test_every_view_of_an_application_hides_who_it_is(job: Services) -> None:
    every = list(await job.candidates.roll("V1"))
    assert tells(job.candidates.rows_now(every)) == []
    assert tells(await job.candidates.rows(every)) == []
    assert tells([await job.candidates.dossier(key) for key in every]) == []
    assert tells(await job.comparison.compare(every)) == []
    await close_tier_1(job)
    await job.decisions.decide(every[:1], Disposition.SHORTLISTED, note="Amina Haddad, Tunisia")
    assert tells(await job.shortlist.order("V1")) == []
    assert [one.name for one in job.candidates.rows_now(every)] == [f"Candidate {key}" for key in every]


async def test_findings_keep_their_outcomes(job: Services) -> None:
    [key] = await keys(job, "A4")
    blind = await job.candidates.dossier(key)
    await job.blind.turn("24501", on=False)
    whole = await job.candidates.dossier(key)
    assert whole.row.name == "Dalia Ben Salah"
    assert [one.outcome for one in blind.findings] == [one.outcome for one in whole.findings]


async def test_nobody_is_found_or_sorted_by_what_is_hidden(job: Services) -> None:
    for query in ("haddad", "name:chen", "nationality:TN", "tag:asked email:chen", "gender:unknown"):
        with pytest.raises(QueryError, match="read blind") as refused:
            await job.candidates.roll("V1", query)
        assert refused.value.position >= 0
    assert list(await job.candidates.roll("V1", sort="name")) == await keys(job, "A1", "A2", "HADDAD-3", "A4")
    assert len(await job.candidates.roll("V1", "text:harbour", "-tier")) == len(MASKED)
    facets = await job.filters.facets("V1")
    assert facets["nationality"] == facets["residence"] == facets["gender"] == []
    assert facets["disposition"] == [("new", 4)]
    assert "AG" not in {one.text for one in await job.filters.complete("V1", "nationality:", 12)}


async def test_the_search_finds_hidden_people_by_their_work_alone(job: Services) -> None:
    for words in ("amina", "haddad", "chen.haddad", "tunisia", "lefev"):
        assert [hit for hit in await job.search.search(words) if hit.kind == "person"] == [], words
    found = [hit for hit in await job.search.search("harbour office") if hit.kind == "person"]
    assert len(found) == len(MASKED)
    assert tells(found) == []


async def test_what_happened_is_told_without_names(job: Services) -> None:
    [key] = await keys(job, "A1")
    await job.candidates.note([key], "Amina called from +213 555 12 34 56 about Antigua")
    await job.candidates.tag([key], add=["Haddad-later"])
    await job.queue.snooze([key], dt.date(2026, 12, 1), "ask Amina Haddad")
    await job.screening.overrule(key, "language-en", Outcome.MET, "Haddad speaks it")
    await job.blind.reveal((await keys(job, "A2"))[0], "Benoît is my cousin")
    assert tells(await job.queue.timeline(key)) == []
    assert tells(await job.queue.timeline(key, person=True)) == []
    assert tells(await job.queue.snoozed()) == []
    job.queue.visit(key)
    assert tells(await job.queue.recent()) == []
    hidden = [entry for entry in await job.history.entries() if "revealed" not in entry.summary]
    assert tells(hidden) == []


async def test_another_application_of_a_hidden_person_leads_nowhere(job: Services, tmp_path: Path) -> None:
    await job.vacancies.add([notice("24502", "Port Officer")])
    again = tmp_path / "again.csv"
    again.write_text((tmp_path / "pile.csv").read_text(encoding="utf-8"), encoding="utf-8")
    await job.intake.load([again], "24502")
    [there] = await job.candidates.keys_of("24502", ["A1"])
    await job.decisions.decide([there], Disposition.NOT_SUITABLE, reason="late", note="Haddad was late")
    [other] = await job.queue.previous((await keys(job, "A1"))[0])
    assert (other.title, other.application, other.note) == ("Port Officer", "", "[name] was late")
    [open_one] = job.candidates.rows_now([there])
    assert open_one.name == "Amina Haddad"


async def test_a_reveal_needs_a_reason_and_is_journalled_for_good(job: Services, tmp_path: Path) -> None:
    [key] = await keys(job, "A1")
    with pytest.raises(Refused, match="without a reason"):
        await job.blind.reveal(key, " ")
    await job.blind.reveal(key, "to invite to the test")
    assert job.blind.is_revealed(key)
    assert (await job.candidates.dossier(key)).row.name == "Amina Haddad"
    [entry] = await job.history.entries(1)
    assert (entry.by, entry.summary) == ("awa", "A1 revealed: to invite to the test")
    assert (await job.queue.timeline(key))[-1].summary == "A1 revealed: to invite to the test"
    undone = await job.history.undo()
    assert "revealed" not in undone.summary
    assert (await job.history.verify()).ok
    async with opened(tmp_path) as later:
        await later.blind.turn("24501", on=True)
        assert [one.name for one in later.candidates.rows_now([key])] == [f"Candidate {key}"]


async def test_an_export_with_names_is_a_reveal(job: Services, tmp_path: Path) -> None:
    path = tmp_path / "out.csv"
    report = await job.export.export("24501", path, everything=True)
    assert report.hidden == len(MASKED)
    assert tells(path.read_text(encoding="utf-8-sig")) == []
    with pytest.raises(Refused, match="without a reason"):
        await job.export.export("24501", path, everything=True, force=True, reveal=" ")
    whole = await job.export.export("24501", path, everything=True, force=True, reveal="invitations")
    assert whole.hidden == 0
    with path.open(encoding="utf-8-sig") as file:
        assert {one["name"] for one in csv.DictReader(file)} >= {"Amina Haddad", "Dalia Ben Salah"}
    [entry] = await job.history.entries(1)
    assert entry.summary == "4 applications of V1 exported with names: invitations"
    await job.blind.turn("24501", on=False)
    plain = await job.export.export("24501", path, everything=True, force=True, reveal="again")
    assert plain.sequence == entry.sequence + 1, "where nobody is hidden nothing is revealed"


async def test_blind_reading_is_undone_like_any_other_act(job: Services) -> None:
    assert await job.blind.is_on("24501")
    await job.history.undo()
    assert not await job.blind.is_on("24501")
    assert {one.name for one in job.candidates.rows_now(await keys(job, "A1"))} == {"Amina Haddad"}
    await job.blind.turn("24501", on=False)
    assert not await job.blind.is_on("24501")


async def test_screening_tells_findings_without_names(job: Services) -> None:
    screened = await job.screening.screen("24501")
    assert tells(screened) == []
    assert [one.row.outcome for one in screened.applications] != []

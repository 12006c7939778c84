"""A search never waits for the one that it overtakes, and a first filter is as fast as the next."""

from __future__ import annotations

import asyncio
import threading
from typing import TYPE_CHECKING

import pytest

from recruiter_tui.domain.errors import Refused
from tests.services.services_job import opened

if TYPE_CHECKING:
    from pathlib import Path

    from recruiter_tui.services import Services
    from recruiter_tui.store.reading import Reader

ENDLESS = "WITH RECURSIVE n(x) AS (VALUES(1) UNION ALL SELECT x + 1 FROM n) SELECT count(*) FROM n"


async def test_a_newer_search_calls_an_older_one_off_in_the_middle(job: Services) -> None:
    begun = threading.Event()
    thread = job._room.store

    def endless(reader: Reader) -> list[object]:
        begun.set()
        return list(reader._ask(ENDLESS))

    older = asyncio.ensure_future(thread.search(endless))
    await asyncio.to_thread(begun.wait)
    assert await thread.search(lambda reader: reader._ask("SELECT 1")) == [(1,)]
    assert await older is None


async def test_a_search_that_was_overtaken_before_its_turn_never_runs(job: Services) -> None:
    ran: list[str] = []
    thread = job._room.store
    older = asyncio.ensure_future(thread.search(lambda _reader: ran.append("older")))
    newer = asyncio.ensure_future(thread.search(lambda _reader: ran.append("newer")))
    await asyncio.gather(older, newer)
    assert ran[-1] == "newer"


async def test_a_refusal_that_nobody_overtook_is_said(job: Services) -> None:
    def refuse(_reader: Reader) -> None:
        message = "no"
        raise Refused(message)

    with pytest.raises(Refused, match="no"):
        await job._room.store.search(refuse)


async def test_an_overtaken_search_answers_nothing_and_the_newest_answers(job: Services) -> None:
    asked = [asyncio.ensure_future(job.search.search(text)) for text in ("har", "harb", "harbour")]
    answers = await asyncio.gather(*asked)
    assert {hit.kind for hit in answers[-1]} == {"person", "notice"}


async def test_a_store_closes_while_a_search_runs(tmp_path: Path, job: Services) -> None:
    assert job.actor
    async with opened(tmp_path, "ben") as other:
        begun = threading.Event()

        def endless(reader: Reader) -> list[object]:
            begun.set()
            return list(reader._ask(ENDLESS))

        waiting = asyncio.ensure_future(other._room.store.search(endless))
        await asyncio.to_thread(begun.wait)
    assert await waiting is None


async def test_prepared_filters_find_the_same_people(job: Services) -> None:
    before = list(await job.candidates.roll("V1", "amina or years>=1"))
    await job.filters.warm("V1", "-name")
    assert list(await job.candidates.roll("V1", "amina or years>=1")) == before


async def test_the_best_come_first_when_the_typing_pauses(job: Services) -> None:
    some = {hit.application for hit in await job.search.search("harbour")}
    best = {hit.application for hit in await job.search.search("harbour", ranked=True)}
    assert best == some


async def test_names_are_found_by_any_of_their_parts_in_any_order(job: Services) -> None:
    for words in ("haddad amina", "ami had", "HADDAD"):
        assert [hit.title for hit in await job.search.search(words) if hit.in_name] == ["Amina Haddad"], words


async def test_recent_filters_are_kept_for_the_person_across_starts(tmp_path: Path, job: Services) -> None:
    for query in ("tier:1", "amina", " ", "tier:1"):
        job.filters.remember(query)
    assert job.filters.recent() == ("tier:1", "amina")
    async with opened(tmp_path, job.actor) as again:
        assert again.filters.recent() == ("tier:1", "amina")
    async with opened(tmp_path, "ben") as other:
        assert other.filters.recent() == ()


async def test_a_view_is_renamed_unless_the_name_is_taken(job: Services) -> None:
    await job.filters.save_view("One", "tier:1")
    await job.filters.save_view("Two", "tier:2")
    with pytest.raises(Refused, match="already"):
        await job.filters.rename_view("One", "Two")
    await job.filters.rename_view("One", "Three")
    assert [view.name for view in await job.filters.views()] == ["Three", "Two"]
    await job.history.undo()
    assert (await job.filters.view("one", "V1")).query == "tier:1"
    await job.filters.save_view("One", "tier:3", vacancy="V1")
    assert (await job.filters.view("One", "V1")).query == "tier:3"


async def test_completion_says_what_a_code_stands_for_and_finds_it_by_name(job: Services) -> None:
    offered = await job.filters.complete("24501", "nationality:tun", 15)
    assert [(one.text, one.about) for one in offered] == [("TN ", "Tunisia · 1")]
    assert [one.text for one in await job.filters.complete("24501", "tier>=", 6)] == ["2 ", "1 "]

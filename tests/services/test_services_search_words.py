"""Stores of an older version gain what the search needs, without a word of the journal being untrue."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.services.services_job import opened, row, write_pile

if TYPE_CHECKING:
    from pathlib import Path

    from recruiter_tui.services import Services
    from recruiter_tui.store.writing import Unit

PAPERS = {"A91": "wrote C++ and C# for node.js", "A92": "高级软件工程师", "A93": "ordinary words"}


@pytest.fixture
async def old(job: Services, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Services:
    """Give a store whose papers came in before the extra words were written."""
    with monkeypatch.context() as before:
        before.setattr("recruiter_tui.domain.searching.extra_words", lambda _text: "")
        rows = tuple(
            row(number, f"Person {number}", employment=f"{text} | Agency | 2015-01-01 | present | 100%")
            for number, text in PAPERS.items()
        )
        await job.intake.load([write_pile(tmp_path, rows, "old.csv")], "24501")
    return job


async def found(services: Services, words: str) -> list[str | None]:
    return [hit.public_id for hit in await services.search.search(words) if hit.kind == "person"]


async def test_what_could_not_be_found_is_found_afterwards(old: Services) -> None:
    assert await found(old, "工程师") == []
    assert await old.maintenance.renew_search_words() == 2
    assert await found(old, "工程师") == ["A92"]
    assert await found(old, "C++") == ["A91"]
    assert await found(old, "C#") == ["A91"]
    assert (await old.history.verify()).ok


async def test_it_is_done_once_and_changes_nothing_where_nothing_lacks(old: Services, tmp_path: Path) -> None:
    await old.maintenance.renew_search_words()
    entries = len(await old.history.entries())
    assert await old.maintenance.renew_search_words() == 0
    assert await old.maintenance.renew_search_words(always=True) == 0
    async with opened(tmp_path, "ben") as other:
        assert await other.maintenance.renew_search_words() == 0
        assert len(await other.history.entries()) == entries


async def test_older_acts_can_be_taken_back_nevertheless(old: Services) -> None:
    await old.maintenance.renew_search_words()
    await old.history.undo()
    assert await found(old, "工程师") == []
    assert (await old.history.verify()).ok
    await old.history.redo()
    assert (await old.history.verify()).ok


async def test_a_person_who_goes_meanwhile_is_left_alone(old: Services) -> None:
    from recruiter_tui.services.maintenance import _renew

    def work(unit: Unit) -> None:
        _renew({10**6: "nobody"}, unit)

    done = await old._room.write("indexed", work, undoable=False)
    assert done.sequence == 0

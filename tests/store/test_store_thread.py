"""The store's threads: writes one after the other, reads beside them, and clean ends."""

from __future__ import annotations

import asyncio
import subprocess
import sys
import threading
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from recruiter_tui.domain.errors import NotFound, Refused
from recruiter_tui.store.store import Store
from recruiter_tui.store.thread import StoreThread
from tests.store.store_builders import Ticking, add_vacancy, applicant, decide, import_people

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from recruiter_tui.store.reading import Reader


@pytest.fixture
async def thread(path: Path) -> AsyncIterator[StoreThread]:
    async with StoreThread(path, create=True, clock=Ticking()) as started:
        yield started


async def test_writes_and_reads_answer(thread: StoreThread) -> None:
    await thread.warm()
    vacancy = await thread.submit(add_vacancy)
    keys = await thread.submit(lambda store: import_people(store, vacancy, range(60)))
    assert sorted(await thread.read(lambda reader: reader.roll(vacancy))) == keys
    assert [line.key for line in thread.now.rows(keys[:50])] == keys[:50]


async def test_writes_come_one_after_the_other(thread: StoreThread) -> None:
    names: list[str] = []
    await asyncio.gather(
        *(thread.submit(lambda _: names.append(threading.current_thread().name)) for _ in range(20))
    )
    assert len(set(names)) == 1
    assert names[0] != threading.current_thread().name


async def test_a_call_that_is_cancelled_before_its_turn_never_runs(thread: StoreThread) -> None:
    gate, ran = threading.Event(), []
    first = asyncio.create_task(thread.submit(lambda _: gate.wait(30)))
    second = asyncio.create_task(thread.submit(lambda _: ran.append(2)))
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    second.cancel()
    with pytest.raises(asyncio.CancelledError):
        await second
    gate.set()
    assert await first
    await thread.submit(lambda _: ran.append(3))
    assert ran == [3]


async def test_a_call_that_is_cancelled_while_it_runs_has_ended_when_the_cancellation_returns(
    thread: StoreThread,
) -> None:
    started, gate, ended = threading.Event(), threading.Event(), []

    def work(store: Store) -> None:
        started.set()
        gate.wait(30)
        ended.append(add_vacancy(store))

    task = asyncio.create_task(thread.submit(work))
    await asyncio.to_thread(started.wait, 30)
    task.cancel()
    await asyncio.sleep(0)
    gate.set()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert ended == [1]


async def test_an_error_comes_back_to_who_asked_and_the_thread_goes_on(thread: StoreThread) -> None:
    with pytest.raises(NotFound, match="nothing to undo"):
        await thread.submit(lambda store: store.undo("ann"))
    assert await thread.submit(add_vacancy) == 1


async def test_a_decision_slips_in_between_the_chunks_of_an_import(thread: StoreThread) -> None:
    vacancy = await thread.submit(add_vacancy)
    (key, *_) = await thread.submit(lambda store: import_people(store, vacancy, range(3)))
    loading = await thread.submit(lambda store: store.load("ann", vacancy, "people.csv"))

    async def load() -> None:
        for start in range(100, 300, 50):
            rows = [applicant(number) for number in range(start, start + 50)]
            await thread.submit(lambda _, rows=rows: loading.stage(rows))  # type: ignore[misc]  # bound for each chunk

    def mark(store: Store) -> int:
        with store.write("bo", "decided") as unit:
            decide(unit, key, "maybe")
        return loading.staged

    importing = asyncio.create_task(load())
    await asyncio.sleep(0)
    staged = await thread.submit(mark)
    await importing
    assert staged < loading.staged == 200


async def test_long_work_stands_back_while_somebody_acts(
    thread: StoreThread, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("recruiter_tui.store.thread._LET_BY", 5)
    order: list[str] = []
    let_by = threading.Event()

    def act(_store: Store) -> None:
        let_by.wait(5)
        order.append("act")

    def work() -> None:
        let_by.set()
        thread.let_by()
        order.append("work")

    acting = asyncio.create_task(thread.act(act))
    await asyncio.sleep(0)
    await asyncio.to_thread(work)
    await acting
    assert order == ["act", "work"]
    thread.let_by()  # with nobody acting it does not wait


async def test_another_process_is_noticed_and_ones_own_writes_are_not(thread: StoreThread) -> None:
    await thread.submit(add_vacancy)
    assert not await thread.poll()
    with Store.open(thread.store.path) as other:
        add_vacancy(other, "theirs")
    assert await thread.poll()
    assert not await thread.poll()
    assert len(await thread.read(lambda reader: reader.vacancies())) == 2


def an_empty_file(path: Path) -> Path:
    path.parent.mkdir()
    path.write_bytes(b"")
    return path


async def test_a_refused_store_leaves_nothing_open(path: Path) -> None:
    thread = StoreThread(an_empty_file(path), create=True)
    with pytest.raises(Refused, match="is empty"):
        await thread.start()
    await thread.close()
    for use in (lambda: thread.store, lambda: thread.now):
        with pytest.raises(RuntimeError, match="not open"):
            use()
    with pytest.raises(RuntimeError, match="not open"):
        await thread.read(lambda reader: reader.vacancies())


async def test_readers_cannot_write(thread: StoreThread) -> None:
    await thread.submit(add_vacancy)
    with pytest.raises(Refused, match="can only be read"):
        await thread.read(lambda reader: reader._ask("DELETE FROM vacancy"))


async def test_a_snapshot_shows_one_state(thread: StoreThread) -> None:
    await thread.submit(add_vacancy)
    with thread.now.snapshot():
        assert len(thread.now.vacancies()) == 1
        await thread.submit(lambda store: add_vacancy(store, "second"))
        assert len(thread.now.vacancies()) == 1
    assert len(thread.now.vacancies()) == 2


FIRST_SCREEN = """
import asyncio, sys
from pathlib import Path
from recruiter_tui.store.thread import StoreThread

async def main():
    async with StoreThread(Path(sys.argv[1])) as thread:
        vacancies = await thread.read(lambda reader: reader.vacancies())
        keys = await thread.read(lambda reader: reader.roll(vacancies[0].key))
        print(len(thread.now.rows(keys)))

asyncio.run(main())
print([name for name in ("sqlalchemy", "alembic", "pydantic", "textual") if name in sys.modules])
"""


def test_the_first_screen_needs_neither_sqlalchemy_nor_pydantic(path: Path) -> None:
    with Store.open(path, create=True) as store:
        import_people(store, add_vacancy(store), range(7))
    root = Path(__file__).parents[2]
    ran = subprocess.run(
        [sys.executable, "-c", FIRST_SCREEN, str(path)], capture_output=True, text=True, check=True, cwd=root
    )
    assert ran.stdout.split("\n")[:2] == ["7", "[]"]


async def test_a_short_question_does_not_wait_for_a_long_one(tmp_path: Path) -> None:
    asked, answered = threading.Event(), threading.Event()

    def long(_reader: Reader) -> bool:
        asked.set()
        return answered.wait(10)

    async with StoreThread(tmp_path / "store.db", create=True) as store:
        waiting = asyncio.ensure_future(store.read_long(long))
        await asyncio.to_thread(asked.wait, 10)
        assert await store.read(lambda reader: reader.vacancies()) == []
        assert not waiting.done()
        answered.set()
        assert await waiting

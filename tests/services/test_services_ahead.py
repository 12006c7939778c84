"""What a change of criteria needs is made ready ahead, and holds as long as the store says the same."""

from __future__ import annotations

import asyncio
import zlib
from typing import TYPE_CHECKING

import pytest

from recruiter_tui.domain.application import Disposition
from recruiter_tui.domain.errors import Refused
from recruiter_tui.domain.finding import Outcome
from recruiter_tui.domain.notice_edit import Change
from recruiter_tui.domain.whatif import Scenario
from recruiter_tui.services import archiving, at_hand, everybody
from recruiter_tui.services.ahead import Ahead
from recruiter_tui.services.archiving import packed, portions_of, unpacked
from recruiter_tui.store.reading import Reader
from tests.services.services_job import filled, keys, notice, opened, row, write_pile
from tests.services.test_services_rejudging import EDITS, MONTHS, NATIVE, counts, judged, stored

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from recruiter_tui.services import Services
    from recruiter_tui.services.at_hand import FactsAtHand

WORDS = "The panel asked for it."
LEVEL = Change("language-en", NATIVE)


@pytest.fixture(autouse=True)
def _as_if_many(monkeypatch: pytest.MonkeyPatch) -> None:
    """Treat six applications as if they were thousands."""
    monkeypatch.setattr(everybody, "FEW", 0)


@pytest.fixture
def decoded(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Return the applications whose facts were read from the store, as it grows."""
    told: list[int] = []
    plain = Reader.applicants

    def applicants(self: Reader, vacancy: int, keys: Iterable[int] | None = None, **more: object) -> object:
        found = plain(self, vacancy, keys, **more)  # type: ignore[arg-type]  # as it was called
        told.extend(one.key for one in found)
        return found

    monkeypatch.setattr(Reader, "applicants", applicants)
    return told


def ahead(job: Services) -> Ahead:
    """Return the work ahead."""
    return job.history._room.ahead


async def ready(job: Services) -> None:
    """Wait until everything is ready, as when the criteria are looked at."""
    await job.criteria.settle()
    await job.criteria.prepare("24501")
    await job.criteria.prepared()


async def frozen(job: Services) -> None:
    """Freeze the criteria by a first verdict."""
    await job.decisions.decide(await keys(job, "A1"), Disposition.SHORTLISTED)


async def test_a_change_decodes_nobody_whose_facts_are_at_hand(job: Services, decoded: list[int]) -> None:
    await ready(job)
    assert sorted(decoded) == await keys(job, "A1", "A2", "A3", "A4", "A5", "A6")
    decoded.clear()
    done = await job.criteria.change("24501", [LEVEL])
    assert decoded == []
    assert {flip.criterion for flip in done.flips} == {"outcome", "language-en"}


@pytest.mark.parametrize("name", EDITS)
async def test_it_comes_to_what_judging_everything_comes_to(job: Services, name: str) -> None:
    await frozen(job)
    await ready(job)
    await job.criteria.change("24501", [EDITS[name]], reason=WORDS)
    await job.criteria.settle()
    assert await stored(job) == await judged(job)
    assert (await job.criteria.as_of("24501", 1)).differences == ()


async def test_a_corrected_fact_counts_at_once(job: Services, decoded: list[int]) -> None:
    await ready(job)
    [somebody] = await keys(job, "A2")
    await job.candidates.correct(somebody, "languages/0/level", "native")
    decoded.clear()
    done = await job.criteria.change("24501", [LEVEL])
    assert decoded == [somebody]
    assert somebody not in {flip.key for flip in done.flips}
    await job.criteria.settle()
    assert counts(await stored(job)) == counts(await judged(job))


async def test_whoever_comes_later_is_read_and_whoever_was_ruled_on_is_judged_wholly(
    job: Services, decoded: list[int], tmp_path: Path
) -> None:
    await ready(job)
    [ruled, other] = await keys(job, "A3", "A4")
    await job.screening.overrule(ruled, "language-en", Outcome.MET, "Spoken with her in English.")
    [trade] = await job.rulings.jobs(other)
    await job.rulings.relevance(other, trade.job, "no", "Another trade.")
    await job.intake.load([write_pile(tmp_path, (row("A7", "Fatou Sarr"),), "late.csv")], "V1")
    [late] = await keys(job, "A7")
    decoded.clear()
    await job.criteria.change("24501", [LEVEL])
    assert sorted(decoded) == [ruled, other, late]
    await job.criteria.settle()
    assert await stored(job) == await judged(job)


async def test_careers_are_kept_of_those_at_hand_alone(job: Services) -> None:
    """Else each look at a change that reads everybody anew would keep another few thousand of them."""
    await ready(job)
    careers = ahead(job).facts.careers
    assert careers is not None
    held = set(careers._held)
    await job.candidates.correct((await keys(job, "A2"))[0], "employment/0/start", "2016-01-01")
    for policy in ("sum", "once", "sum", "once"):
        await job.criteria.preview("24501", policy=policy)
    await job.criteria.prepared()
    assert careers._held == {id(one.candidate.employment) for one in ahead(job).facts._held.people.values()}
    assert len(careers._held) == len(held) == 6
    assert all(one._known.keys() <= careers._held for one in careers._kept)


async def test_another_vacancy_lets_the_first_go(job: Services) -> None:
    facts, room = ahead(job).facts, job.history._room
    some = await keys(job, "A1", "A2")
    await room.read(lambda reader: facts.take_in(reader, 1, some))
    assert sorted(facts._held.people) == some
    await room.read(lambda reader: facts.take_in(reader, 2, []))
    assert facts._held.people == {}


async def test_whoever_looks_at_another_vacancy_need_not_wait_for_the_first(
    job: Services, tmp_path: Path
) -> None:
    await job.vacancies.add([notice("24502")])
    await job.intake.load([write_pile(tmp_path, name="other.csv")], "V2")
    await job.criteria.prepare("V1")
    await job.criteria.prepare("V2")
    await job.criteria.prepared()
    held = ahead(job).facts._held
    assert (held.vacancy, len(held.people)) == (2, 6)


async def test_too_many_changes_to_look_at_mean_that_everybody_is_read_again(
    job: Services, decoded: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    await ready(job)
    await job.candidates.note(await keys(job, "A1", "A2"), "Called.")
    await job.candidates.tag(await keys(job, "A1", "A2"), add=["asked again"])
    monkeypatch.setattr("recruiter_tui.store.facts._MOST", 1)
    decoded.clear()
    await job.criteria.change("24501", [LEVEL])
    assert len(decoded) == len(await judged(job))


async def test_what_was_read_before_somebody_wrote_is_not_kept(job: Services) -> None:
    """Another thread learns of a correction while facts of before it are being read."""
    facts, room = ahead(job).facts, job.history._room
    [somebody] = await keys(job, "A2")
    await room.read(lambda reader: facts.take_in(reader, 1, []))
    old, new = room.store.store.reader(), room.store.store.reader()
    with old.snapshot():
        _ = old.vacancies()  # from here on it sees the store of now
        await job.candidates.correct(somebody, "languages/0/level", "native")
        plain = old.applicants

        def meanwhile(*told: object, **more: object) -> object:
            facts.applicants(new, 1, [], at_hand.READ)
            return plain(*told, **more)  # type: ignore[arg-type]  # as it was called

        old.applicants = meanwhile  # type: ignore[method-assign, assignment]  # for this once
        facts.take_in(old, 1, [somebody])
    assert level(facts, new, somebody) == "native"
    old.close()
    new.close()


def level(facts: FactsAtHand, reader: Reader, key: int) -> str | None:
    """Return the level of somebody's first language, as it is at hand."""
    [one] = facts.applicants(reader, 1, [key], at_hand.READ)
    return one.candidate.languages[0].level


async def test_the_archive_made_ahead_is_the_one_that_the_change_would_make(
    job: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    await frozen(job)
    await ready(job)
    made = ahead(job).made
    assert made is not None
    plain = await job.history._room.read(lambda reader: list(portions_of(reader, reader.vacancy(1))))
    assert b"".join(made.portions) == b"".join(plain)
    monkeypatch.setattr("recruiter_tui.services.archiving.portions_of", _never)
    await job.candidates.tag(await keys(job, "A1"), add=["seen"])  # no rule reads it
    await job.criteria.change("24501", [LEVEL], reason=WORDS)
    found = await job.criteria.as_of("24501", 1)
    assert found.differences == ()
    assert [one.application for one in found.applications] == ["A1", "A2", "A3", "A4", "A5", "A6"]


def _never(*_: object) -> object:
    message = "the archive was made twice"
    raise AssertionError(message)


async def test_an_archive_that_facts_overtook_is_made_again(job: Services) -> None:
    await frozen(job)
    await ready(job)
    [somebody] = await keys(job, "A2")
    await job.candidates.correct(somebody, "languages/0/level", "native")
    await job.criteria.change("24501", [LEVEL], reason=WORDS)
    found = await job.criteria.as_of("24501", 1)
    assert found.differences == ()
    [one] = [one for one in found.applications if one.key == somebody]
    assert "native" in {each.criterion: each.reason for each in one.findings}["language-en"]


async def test_one_change_after_the_other_has_its_archive_ready(
    job: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    await frozen(job)
    await ready(job)
    await job.criteria.change("24501", [LEVEL], reason=WORDS)
    await job.criteria.prepared()  # it begins anew by itself
    made = ahead(job).made
    assert made is not None
    assert made.version == 2
    monkeypatch.setattr("recruiter_tui.services.archiving.portions_of", _never)
    await job.criteria.change("24501", [Change("education", MONTHS)], reason=WORDS)
    for version in (1, 2, 3):
        assert (await job.criteria.as_of("24501", version)).differences == ()


async def test_nothing_is_archived_before_the_freeze(job: Services) -> None:
    await ready(job)
    assert ahead(job).made is None


async def test_a_very_large_vacancy_is_left_to_the_change_itself(
    job: Services, decoded: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    await frozen(job)
    monkeypatch.setattr("recruiter_tui.services.ahead._MOST", 5)
    await ready(job)
    assert (decoded, ahead(job).made) == ([], None)


async def test_archives_of_the_form_before_are_read(job: Services) -> None:
    def ask(reader: Reader) -> tuple[bytes | None, list[bytes]]:
        record = reader.vacancy(1)
        portions = list(portions_of(reader, record))
        return packed(record, "once-fte", (), portions).data, portions

    data, [portion] = await job.history._room.read(ask)
    assert data is not None
    head, people = unpacked(data)
    lines, *findings = archiving._frames(b"RTA\x03" + portion)
    before = zlib.compress(b"\n".join((head.encode(), zlib.decompress(lines))))
    old = b"RTA\x02" + archiving._framed([before, *findings])
    assert unpacked(old) == (head, people)
    with pytest.raises(Refused, match="by another program"):
        unpacked(b"RTA\x09" + old)


async def test_the_end_of_the_program_ends_it_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What-if begins it as well, and must not do so behind the back of whoever closes."""
    begun: list[asyncio.Task[object] | None] = []

    async def run(*_: object, **__: object) -> None:
        begun.append(asyncio.current_task())
        await asyncio.Event().wait()

    async with opened(tmp_path) as services:
        await filled(services, tmp_path)
        monkeypatch.setattr(Ahead, "_run", run)
        await services.whatif.ask("24501", Scenario())
        await services.whatif.ask("24501", Scenario(policy="sum"))
    assert begun
    assert all(task.done() for task in begun if task is not None)

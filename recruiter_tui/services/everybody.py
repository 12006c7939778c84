"""Everybody of a vacancy judged under changed terms, beside other work or within an act."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import TYPE_CHECKING

from recruiter_tui.domain.flips import Flip
from recruiter_tui.services.quiet import uncollected
from recruiter_tui.services.rejudging import Rejudging
from recruiter_tui.store.kept import kept, ruled
from recruiter_tui.store.records import Screened

if TYPE_CHECKING:
    from collections.abc import Sequence

    from recruiter_tui.services.at_hand import FactsAtHand
    from recruiter_tui.services.room import Room
    from recruiter_tui.services.steps import Steps
    from recruiter_tui.store.kept import Kept
    from recruiter_tui.store.reading import Reader
    from recruiter_tui.store.records import Applicant as Filed
    from recruiter_tui.store.records import VacancyRecord
    from recruiter_tui.store.writing import Unit

FEW = 250
"""Up to so many applications are judged wholly at once, so that their findings never are out of step."""
_CHUNK = 1_000
_PAUSE = 0.002  # seconds between chunks, so that a decision slips in

Facts = tuple[dict[int, "Kept"], list["Filed"], list["Filed"]]


@dataclass(frozen=True, slots=True)
class Result:
    """Everybody judged under the new terms."""

    keys: tuple[int, ...] = ()
    """Everybody."""
    kept: tuple[Screened, ...] = ()
    """What is another result now, or is judged wholly."""
    flips: tuple[Flip, ...] = ()
    touched: frozenset[str] | None = None
    """The criteria that were judged anew; None where everything was."""

    def put(self, unit: Unit, vacancy: int, criteria_version: int) -> None:
        """Write the results; findings that they outran follow later."""
        if self.touched is not None:
            unit.recast(vacancy, criteria_version, self.touched)
        with uncollected():
            unit.put_screenings([one._replace(criteria_version=criteria_version) for one in self.kept])


async def judged_beside(
    room: Room, before: VacancyRecord, after: VacancyRecord, steps: Steps | None = None
) -> Result:
    """Judge everybody in chunks, while others read and write; `steps` may call it off between two."""
    key = before.line.key
    keys = await room.read(lambda reader: reader.roll(key, "key").tolist())
    people = room.ahead.facts
    again = Rejudging(before, after, wholly=len(keys) <= FEW, careers=people.careers)
    results: list[Screened] = []
    flipped: list[Flip] = []
    for start in range(0, len(keys), _CHUNK):
        if steps is not None:
            steps.step(start, len(keys))
        chunk = keys[start : start + _CHUNK]
        facts = await room.read(lambda reader: _facts(reader, key, again, chunk, people))  # noqa: B023 - awaited at once
        found, changed = await asyncio.to_thread(_judged, again, facts)
        results += found
        flipped += changed
        await asyncio.sleep(_PAUSE)
    if steps is not None:
        steps.step(len(keys), len(keys))
    return Result(tuple(keys), tuple(results), tuple(flipped), again.touched)


def judged_within(
    unit: Unit, before: VacancyRecord, after: VacancyRecord, keys: Sequence[int], at_hand: FactsAtHand
) -> bool:
    """Judge everybody and write the results within an act that leaves facts alone.

    Returns False where the change reaches too far.
    """
    again = Rejudging(before, after, careers=at_hand.careers)
    if again.touched is None:
        return False
    results, _ = _judged(again, _facts(unit.reader, before.line.key, again, keys, at_hand))
    Result(tuple(keys), tuple(results), touched=again.touched).put(unit, after.line.key, after.criteria.key)
    return True


def _facts(
    reader: Reader, vacancy: int, again: Rejudging, keys: Sequence[int], at_hand: FactsAtHand
) -> Facts:
    """Return what counts of the results that are kept, and the facts that are needed beside it."""
    with uncollected(), reader.snapshot():
        known = kept(reader, keys)
        wanted = again.wanted(keys, known, ruled(reader, keys))
        whole = reader.applicants(vacancy, wanted.whole) if wanted.whole else []
        partly = at_hand.applicants(reader, vacancy, wanted.partly, again.reads) if wanted.partly else []
    return known, whole, partly


def _judged(again: Rejudging, facts: Facts) -> tuple[list[Screened], list[Flip]]:
    with uncollected():
        return again.results(*facts)

"""Everybody of a vacancy screened in portions: while one is written, the next is judged."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple

from recruiter_tui.domain.errors import Conflict
from recruiter_tui.services.judging import Judge
from recruiter_tui.services.quiet import piling_up, set_aside, uncollected
from recruiter_tui.services.rows import vacancy_id
from recruiter_tui.services.steps import in_thread
from recruiter_tui.store import codec
from recruiter_tui.store.facts import anchor

if TYPE_CHECKING:
    from array import array

    from recruiter_tui.domain.finding import Finding
    from recruiter_tui.services.room import Room
    from recruiter_tui.services.steps import Steps
    from recruiter_tui.store.reading import Reader
    from recruiter_tui.store.records import Applicant, Screened
    from recruiter_tui.store.writing import Unit

_CHUNK: Final = 500
_PAUSE: Final = 0.002
"""Seconds between portions, so that a decision slips in."""
_MANY: Final = 20_000
"""Applications beyond which findings are held as the store keeps them, in a tenth of the memory."""


@dataclass(frozen=True, slots=True)
class Terms:
    """How a screening is to be done."""

    judge: Judge
    looking: bool
    """Whether nothing is kept."""
    passages: bool
    """Whether the papers are quoted on what a person judges."""


class Result(NamedTuple):
    """What was found about one application."""

    kept: Screened
    """Without its findings."""
    findings: tuple[Finding, ...] | bytes
    """To show; packed where there are very many."""

    @property
    def unpacked(self) -> tuple[Finding, ...]:
        """Return the findings to show."""
        told = self.findings
        return codec.load_findings(told) if isinstance(told, bytes) else told


class _Portion(NamedTuple):
    """Some applications as they were judged on what the store held at one moment."""

    keys: list[int]
    seen: int
    """The newest journal entry at that moment."""
    judged: list[tuple[Screened, Result]]


class FullScreening:
    """One screening of a whole vacancy."""

    def __init__(self, room: Room, vacancy: int, terms: Terms) -> None:
        """Work on the room's store."""
        self._room, self._vacancy, self._terms = room, vacancy, terms
        self._packed = False
        self._own: list[int] = []
        self.results: dict[int, Result] = {}
        """By application."""
        self.differing = 0
        """How many results are others than those that were kept."""

    async def run(self, keys: array[int], steps: Steps) -> None:
        """Judge everybody; what is judged when `steps` calls the work off is kept, as it holds."""
        self._packed = len(keys) > _MANY
        writing: asyncio.Task[None] | None = None
        with piling_up():
            try:
                for start in range(0, len(keys), _CHUNK):
                    steps.step(start, len(keys))
                    with uncollected():
                        portion = await self._judge(keys[start : start + _CHUNK].tolist())
                        if writing is not None:
                            await writing
                        writing = asyncio.create_task(self._keep(portion))
                        set_aside()
                    await asyncio.sleep(_PAUSE)
            finally:
                if writing is not None:
                    await asyncio.wait({writing})
                    if not writing.cancelled():
                        writing.exception()  # told below, unless the work was called off
        if writing is not None:
            await writing

    async def _judge(self, keys: list[int]) -> _Portion:
        """Judge some applications beside other work."""

        def ask(reader: Reader) -> tuple[int, list[Applicant]]:
            with reader.snapshot():
                return anchor(reader)[0], reader.applicants(self._vacancy, keys)

        seen, filed = await self._room.read(ask)
        return _Portion(keys, seen, await in_thread(lambda: [self._judged(one) for one in filed]))

    async def _keep(self, portion: _Portion) -> None:
        """Write results where they still hold; whoever was changed meanwhile is judged again."""
        judged = portion.judged
        if not self._terms.looking:
            name = vacancy_id(self._vacancy)
            done = await self._room.write(
                "screened", lambda unit: self._written(unit, portion), subject=name, undoable=False
            )
            self._own.append(done.sequence)
            judged = done.result
        for kept, result in judged:
            self.results[kept.application] = result

    def _written(self, unit: Unit, portion: _Portion) -> list[tuple[Screened, Result]]:
        judged, name = portion.judged, vacancy_id(self._vacancy)
        others = anchor(unit.reader)[0] - portion.seen - sum(one > portion.seen for one in self._own)
        if others:
            if unit.reader.criteria(self._vacancy).digest != self._terms.judge.digest:
                problem = f"the criteria of {name} were changed meanwhile"
                raise Conflict(problem, "screen again")
            judged = [self._judged(one) for one in unit.reader.applicants(self._vacancy, portion.keys)]
        differing = unit.put_screenings([kept for kept, _ in judged])
        self.differing += differing
        unit.summary = f"{differing} applications of {name} screened"
        return judged

    def _judged(self, filed: Applicant) -> tuple[Screened, Result]:
        """Return the result to keep, and what to show of it."""
        judge = self._terms.judge
        screening = judge.judged(filed)
        kept = judge.kept(filed.key, filed.application, filed.candidate, screening)
        bare = kept._replace(findings=None)
        if not self._terms.passages:
            return kept, Result(bare, (self._packed and kept.findings) or screening.findings)
        shown = judge.with_passages(screening, filed.candidate).findings
        return kept, Result(bare, judge.packed(shown) if self._packed else shown)

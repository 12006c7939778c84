"""Screening: findings for every application of a vacancy, rulings on findings, and the outcome of a tier."""

from __future__ import annotations

import asyncio
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from recruiter_tui.domain.errors import Conflict, NotFound, Refused
from recruiter_tui.domain.finding import Finding
from recruiter_tui.domain.policy import ExperiencePolicy
from recruiter_tui.domain.requirement import Kind, Tier
from recruiter_tui.domain.text import clean
from recruiter_tui.services.curtain import mask_of
from recruiter_tui.services.judging import Judge, rescreen
from recruiter_tui.services.overruling import LONGEST_REASON, found_on, write_ruling
from recruiter_tui.services.quiet import piling_up, set_aside, uncollected
from recruiter_tui.services.rows import application_row, vacancy_id
from recruiter_tui.services.steps import Steps
from recruiter_tui.services.views import ApplicationRow, Changed
from recruiter_tui.store.facts import anchor

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from recruiter_tui.domain.finding import Outcome
    from recruiter_tui.services.room import Room
    from recruiter_tui.store.reading import Reader
    from recruiter_tui.store.records import Applicant
    from recruiter_tui.store.records import Screened as Kept
    from recruiter_tui.store.writing import Unit

_CHUNK = 500
_PAUSE = 0.002  # seconds between chunks, so that a decision slips in


@dataclass(frozen=True, slots=True)
class ScreenedApplication:
    """One application with all its findings."""

    row: ApplicationRow
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Screened:
    """The findings of a vacancy."""

    vacancy: str
    """The notice's reference, or the store's own id where there is none."""
    criteria_version: int
    policy: str
    applications: tuple[ScreenedApplication, ...]
    differing: int = 0
    """How many results that were kept are others now."""


@dataclass(frozen=True, slots=True)
class TierOutcome:
    """What came of a tier, as a person recorded it."""

    tier: int
    note: str
    by: str
    at: str


class Screening:
    """The use cases around findings."""

    def __init__(self, room: Room) -> None:
        """Work on the room's store."""
        self._room = room

    @staticmethod
    def policies() -> tuple[str, ...]:
        """Return the names of the ways of counting experience, the default among them."""
        return tuple(policy.value for policy in ExperiencePolicy)

    async def screen(
        self,
        vacancy: str,
        policy: str | None = None,
        *,
        keep: bool = False,
        reason: str | None = None,
        passages: bool = True,
        progress: Callable[[int, int | None], None] | None = None,
        cancelled: Callable[[], bool] | None = None,
    ) -> Screened:
        """Screen all applications of a vacancy and return their findings, in the order of the rows.

        The results are kept. Another policy than the vacancy's is a look only, kept nowhere, unless `keep`
        makes it the vacancy's, which needs a `reason` once a verdict froze the criteria. Without `passages`
        the findings that a person judges come without quotations from the papers, which take most of the
        time. `cancelled` is asked between portions: what is judged by then is kept, as it holds.
        """
        if policy and keep:
            from recruiter_tui.services.criteria import Criteria

            await Criteria(self._room).change(vacancy, policy=policy, reason=reason)
        record = await self._room.read(lambda reader: reader.vacancy(reader.vacancy_key(vacancy)))
        judge = Judge(record, policy)
        looking = judge.policy != Judge(record).policy or self._room.store.store.read_only
        key = record.line.key
        keys = await self._room.read(lambda reader: reader.roll(key, "key"))
        findings: dict[int, tuple[Finding, ...]] = {}
        shown: dict[int, Kept] = {}
        steps = Steps("the screening", "what was judged so far is kept", progress, cancelled)
        task = _Task(judge, looking=looking, passages=passages)
        with piling_up():
            for start in range(0, len(keys), _CHUNK):
                steps.step(start, len(keys))
                with uncollected():
                    chunk = keys[start : start + _CHUNK].tolist()
                    for result, told in await self._chunk(key, chunk, task):
                        shown[result.application], findings[result.application] = result, told
                    set_aside()
                await asyncio.sleep(_PAUSE)
        rows = await self._room.read(lambda reader: _rows(reader, self._room, key))
        findings |= await self._room.read(lambda reader: _masked(reader, self._room, key, findings))
        return Screened(
            record.line.reference or vacancy_id(key),
            record.criteria.number,
            judge.policy.spec,
            tuple(
                ScreenedApplication(_as_shown(row, shown[row.key]), findings[row.key])
                for row in rows
                if row.key in findings
            ),
            task.differing,
        )

    async def _chunk(
        self, vacancy: int, keys: Sequence[int], task: _Task
    ) -> list[tuple[Kept, tuple[Finding, ...]]]:
        """Screen some applications beside other work, and keep the results where they still hold."""

        def ask(reader: Reader) -> tuple[tuple[int, str], list[Applicant]]:
            with reader.snapshot():
                return anchor(reader), reader.applicants(vacancy, keys)

        last, filed = await self._room.read(ask)
        judged = await asyncio.to_thread(lambda: [_judged(task, one) for one in filed])
        if task.looking:
            return judged

        def work(unit: Unit) -> list[tuple[Kept, tuple[Finding, ...]]]:
            found = judged
            if anchor(unit.reader) != last:
                if unit.reader.criteria(vacancy).digest != task.judge.digest:
                    problem = f"the criteria of {vacancy_id(vacancy)} were changed meanwhile"
                    raise Conflict(problem, "screen again")
                found = [_judged(task, one) for one in unit.reader.applicants(vacancy, keys)]
            differing = unit.put_screenings([kept for kept, _ in found])
            task.differing += differing
            unit.summary = f"{differing} applications of {vacancy_id(vacancy)} screened"
            return found

        done = await self._room.write("screened", work, subject=vacancy_id(vacancy), undoable=False)
        return done.result

    async def overrule(
        self,
        key: int,
        criterion: str,
        outcome: Outcome | None,
        reason: str,
        *,
        actor: str | None = None,
        expected_version: int | None = None,
    ) -> Changed:
        """Set a person's outcome in place of a finding's, with a written reason; None takes the ruling back.

        The machine's outcome stays beside it, and the application's own outcome follows. Raises Conflict
        where the application is no longer at the version that the person saw; a ruling moves it on.
        """
        words = clean(reason, multiline=True, limit=LONGEST_REASON).strip()
        if outcome is not None and not words:
            problem = "nothing is overruled without a reason"
            raise Refused(problem, "say in your own words why")

        def work(unit: Unit) -> int:
            unit.touch("application", key, expected=expected_version)
            record = unit.reader.record(key)
            if criterion not in found_on(unit.reader, record.line.vacancy, key):
                problem = f"{record.line.application} has no finding on {criterion!r}"
                raise NotFound(problem, "`screen` lists the criteria by their ids")
            write_ruling(unit, key, criterion, outcome, words)
            rescreen(unit, [key])
            what = outcome.value if outcome else "as the rules find"
            unit.summary = f"{record.line.application}: {criterion} is {what}"
            return record.line.vacancy

        done = await self._room.write("overruled", work, actor=actor)
        return Changed(done.summary, done.sequence, applications=(key,), vacancies=(vacancy_id(done.result),))

    async def close_tier(self, vacancy: str, tier: int, note: str, *, actor: str | None = None) -> Changed:
        """Record what came of a tier, in a person's words; recording it again replaces the words."""
        words = clean(note, multiline=True, limit=LONGEST_REASON).strip()
        if not words:
            problem = "a tier is not closed without its outcome"
            raise Refused(problem, "say in a note what came of it")

        def work(unit: Unit) -> int:
            key = unit.reader.vacancy_key(vacancy)
            criteria = unit.reader.vacancy(key).notice.criteria
            known = sorted({one.tier for one in criteria if isinstance(one, Tier)})
            if tier not in known:
                problem = f"{vacancy_id(key)} has no tier {tier}"
                raise Refused(
                    problem, f"its tiers are {', '.join(map(str, known))}" if known else "it has no tiers"
                )
            value = json.dumps({"note": words, "by": unit.act.actor, "at": unit.act.at}, ensure_ascii=False)
            _set(unit, _tier_setting(key, tier), value)
            unit.summary = f"tier {tier} of {vacancy_id(key)} closed"
            unit.detail(words)
            return key

        done = await self._room.write("closed", work, actor=actor, subject=vacancy)
        return Changed(done.summary, done.sequence, vacancies=(vacancy_id(done.result),))

    async def tier_outcomes(self, vacancy: str) -> tuple[TierOutcome, ...]:
        """Return what was recorded of the vacancy's tiers, in their order."""

        def ask(reader: Reader) -> tuple[TierOutcome, ...]:
            key = reader.vacancy_key(vacancy)
            criteria = reader.vacancy(key).notice.criteria
            tiers = sorted({one.tier for one in criteria if isinstance(one, Tier)})
            found = ((tier, reader.setting(_tier_setting(key, tier))) for tier in tiers)
            return tuple(
                TierOutcome(tier=tier, **json.loads(setting[1])) for tier, setting in found if setting
            )

        return await self._room.read(ask)


@dataclass(slots=True)
class _Task:
    """How a screening is to be done."""

    judge: Judge
    looking: bool
    passages: bool
    differing: int = 0


def _judged(task: _Task, filed: Applicant) -> tuple[Kept, tuple[Finding, ...]]:
    """Return the result to keep, and the findings to show."""
    judge = task.judge
    screening = judge.judged(filed)
    kept = judge.kept(filed.key, filed.application, filed.candidate, screening)
    shown = judge.with_passages(screening, filed.candidate) if task.passages else screening
    return kept, shown.findings


def _rows(reader: Reader, room: Room, vacancy: int) -> list[ApplicationRow]:
    """Return all rows of a vacancy."""
    positions = room.positions(reader, [vacancy])
    lines = reader.lines(vacancy, "key")
    return room.curtain.rows(
        reader, lines, [application_row(line, positions.get(line.key)) for line in lines]
    )


def _masked(
    reader: Reader, room: Room, vacancy: int, findings: Mapping[int, tuple[Finding, ...]]
) -> dict[int, tuple[Finding, ...]]:
    """Return the findings of people whom a blind vacancy hides, without what tells who they are."""
    hidden = room.curtain.hidden(reader, reader.rows(findings))
    masks = {key: mask_of(reader, line) for key, line in hidden.items()}
    filed = reader.applicants(vacancy, masks) if masks else []
    return {one.key: masks[one.key].findings(findings[one.key], one.candidate) for one in filed}


def _as_shown(row: ApplicationRow, kept: Kept) -> ApplicationRow:
    """Return the row with the results of this screening, which may be a look under another policy."""
    from dataclasses import replace

    return replace(
        row,
        tier=kept.tier,
        outcome=kept.outcome,
        education_experience=kept.education_experience,
        months_low=kept.months_low,
        months_high=kept.months_high,
    )


def _tier_setting(vacancy: int, tier: int) -> str:
    """Return the name under which a tier's outcome is kept."""
    return f"tier/{vacancy_id(vacancy)}/{tier}"


def _set(unit: Unit, name: str, value: str) -> None:
    """Write a setting of the store."""
    found = unit.reader.setting(name)
    if found is None:
        unit.insert("setting", {"name": name, "value": value})
    else:
        unit.update("setting", found[0], {"value": value})


__all__ = ["Kind", "Screened", "ScreenedApplication", "Screening", "TierOutcome"]

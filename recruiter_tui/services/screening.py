"""Screening: findings for every application of a vacancy, rulings on findings, and the outcome of a tier."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from recruiter_tui.domain.errors import NotFound, Refused
from recruiter_tui.domain.policy import ExperiencePolicy
from recruiter_tui.domain.requirement import Kind, Tier
from recruiter_tui.domain.text import clean
from recruiter_tui.services.curtain import mask_of
from recruiter_tui.services.full_screening import FullScreening, Terms
from recruiter_tui.services.judging import Judge, rescreen
from recruiter_tui.services.overruling import LONGEST_REASON, found_on, write_ruling
from recruiter_tui.services.portions import Reason, Result, Telling
from recruiter_tui.services.rows import application_row, vacancy_id
from recruiter_tui.services.steps import Steps
from recruiter_tui.services.views import ApplicationRow, Changed
from recruiter_tui.store.facts import sequence

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from recruiter_tui.domain.finding import Finding, Outcome
    from recruiter_tui.services.room import Room
    from recruiter_tui.store.reading import Reader
    from recruiter_tui.store.records import Screened as Kept
    from recruiter_tui.store.records import VacancyRecord
    from recruiter_tui.store.writing import Unit


_EVERYTHING = Telling()


@dataclass(frozen=True, slots=True)
class ScreenedApplication:
    """One application with all its findings."""

    row: ApplicationRow
    result: Result

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Return the findings, in the order of the criteria; none where reasons alone were asked for."""
        return self.result.findings

    @property
    def reasons(self) -> tuple[Reason, ...]:
        """Return what was judged in a sentence each, in the order of the criteria."""
        return self.result.reasons


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
        telling: Telling = _EVERYTHING,
        progress: Callable[[int, int | None], None] | None = None,
        cancelled: Callable[[], bool] | None = None,
    ) -> Screened:
        """Screen all applications of a vacancy and return their findings, in the order of the rows.

        The results are kept. Another policy than the vacancy's is a look only, kept nowhere, unless `keep`
        makes it the vacancy's, which needs a `reason` once a verdict froze the criteria. `telling`
        says how much of the findings comes back: quotations from the papers take most of the time, reasons
        alone the least. `cancelled` is asked between portions: what is judged by then is kept, as it holds.
        """
        if policy and keep:
            from recruiter_tui.services.criteria import Criteria

            await Criteria(self._room).change(vacancy, policy=policy, reason=reason)
        record, seen, blind = await self._room.read(lambda reader: _begun(reader, self._room, vacancy))
        judge = Judge(record, policy)
        looking = judge.policy != Judge(record).policy or self._room.store.store.read_only
        key = record.line.key
        keys = await self._room.read(lambda reader: reader.roll(key, "key"))
        steps = Steps("the screening", "what was judged so far is kept", progress, cancelled)
        telling = telling._replace(whole=telling.whole or blind)  # a mask needs to see what it hides
        work = FullScreening(self._room, Terms(record, seen, judge, looking, telling))
        await work.run(keys, steps)
        found = work.results
        rows = await self._room.read(lambda reader: _rows(reader, self._room, key))
        found |= await self._room.read(lambda reader: _masked(reader, self._room, key, found))
        return Screened(
            record.line.reference or vacancy_id(key),
            record.criteria.number,
            judge.policy.spec,
            tuple(
                ScreenedApplication(_as_shown(row, found[row.key].kept), found[row.key])
                for row in rows
                if row.key in found
            ),
            work.differing,
        )

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
            unit.put_setting(_tier_setting(key, tier), value)
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


def _begun(reader: Reader, room: Room, vacancy: str) -> tuple[VacancyRecord, int, bool]:
    """Return the vacancy, the newest journal entry, and whether it hides people."""
    with reader.snapshot():
        record = reader.vacancy(reader.vacancy_key(vacancy))
        return record, sequence(reader), record.line.key in room.curtain.drawn(reader)


def _rows(reader: Reader, room: Room, vacancy: int) -> list[ApplicationRow]:
    """Return all rows of a vacancy."""
    positions = room.positions(reader, [vacancy])
    lines = reader.lines(vacancy, "key")
    return room.curtain.rows(
        reader, lines, [application_row(line, positions.get(line.key)) for line in lines]
    )


def _masked(reader: Reader, room: Room, vacancy: int, found: Mapping[int, Result]) -> dict[int, Result]:
    """Return the results of people whom a blind vacancy hides, without what tells who they are."""
    hidden = room.curtain.hidden(reader, reader.rows(found))
    masks = {key: mask_of(reader, line) for key, line in hidden.items()}
    filed = reader.applicants(vacancy, masks) if masks else []
    return {
        one.key: found[one.key]._replace(told=masks[one.key].findings(found[one.key].findings, one.candidate))
        for one in filed
    }


def _as_shown(row: ApplicationRow, kept: Kept) -> ApplicationRow:
    """Return the row with the results of this screening, which may be a look under another policy."""
    from dataclasses import replace

    found = (kept.tier, kept.outcome, kept.education_experience, kept.months_low, kept.months_high)
    if found == (row.tier, row.outcome, row.education_experience, row.months_low, row.months_high):
        return row
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


__all__ = ["Kind", "Screened", "ScreenedApplication", "Screening", "TierOutcome"]

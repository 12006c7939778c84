"""One ruling in place of the findings of many: like cases are answered alike, and seen before they change."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from recruiter_tui.domain.errors import Conflict, NotFound, Refused
from recruiter_tui.domain.finding import Override
from recruiter_tui.domain.flips import flips
from recruiter_tui.domain.screening import Screening, application_outcome
from recruiter_tui.domain.text import clean
from recruiter_tui.services.judging import rescreen
from recruiter_tui.services.rows import vacancy_id
from recruiter_tui.services.views import Changed
from recruiter_tui.store.kept import standings

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from recruiter_tui.domain.finding import Finding, Outcome
    from recruiter_tui.domain.flips import Flip
    from recruiter_tui.services.room import Room
    from recruiter_tui.store.reading import Reader
    from recruiter_tui.store.writing import Unit

LONGEST_REASON = 20_000


class Overruling:
    """The use cases around one outcome for many applications."""

    def __init__(self, room: Room) -> None:
        """Work on the room's store."""
        self._room = room

    async def whom_changes(self, keys: Sequence[int], criterion: str, outcome: Outcome) -> tuple[Flip, ...]:
        """Return who would flip if a person set this outcome in place of the finding of each.

        `keys` are applications to one vacancy; nothing is stored.
        """

        def ask(reader: Reader) -> tuple[Flip, ...]:
            findings_of = self._findings(reader, keys)
            found: list[Flip] = []
            for line in reader.rows(keys):
                findings = findings_of.get(line.key, ())
                before = Screening(line.tier, application_outcome(findings), findings)
                after = _with_ruling(before, criterion, outcome)
                found += flips(line.key, line.application, before, after)
            return tuple(found)

        return await self._room.read(ask)

    def _findings(self, reader: Reader, keys: Sequence[int]) -> dict[int, tuple[Finding, ...]]:
        """Return everybody's findings; those that a change of criteria outran come from the rules."""
        from recruiter_tui.store.codec import load_findings

        found = {key: load_findings(body) for key, body in reader.findings(keys).items()}
        outrun = [line for line in reader.rows(keys) if line.key not in found]
        if outrun:
            vacancy = outrun[0].vacancy
            judge = self._room.judge(reader.vacancy(vacancy))
            filed = reader.applicants(vacancy, [line.key for line in outrun])
            found |= {one.key: judge.judged(one).findings for one in filed}
        return found

    async def overrule(
        self,
        keys: Sequence[int],
        criterion: str,
        outcome: Outcome,
        reason: str,
        *,
        actor: str | None = None,
    ) -> Changed:
        """Set a person's outcome in place of the finding of each, with one written reason, as one act.

        Who came in since is not touched: the keys say whom the person saw. Raises Refused without a reason,
        NotFound where somebody has no such finding, and Conflict where somebody ruled on it meanwhile.
        """
        words = clean(reason, multiline=True, limit=LONGEST_REASON).strip()
        if not words:
            problem = "nothing is overruled without a reason"
            raise Refused(problem, "say in your own words why")

        def work(unit: Unit) -> set[int]:
            vacancies = set()
            for key in keys:
                unit.touch("application", key)
                record = unit.reader.record(key)
                if criterion not in found_on(unit.reader, record.line.vacancy, key):
                    problem = f"{record.line.application} has no finding on {criterion!r}"
                    raise NotFound(problem, "`screen` lists the criteria by their ids")
                if unit.reader.override_key(key, criterion) is not None:
                    problem = f"somebody ruled on {criterion} of {record.line.application} meanwhile"
                    raise Conflict(problem, "look at the question again")
                write_ruling(unit, key, criterion, outcome, words)
                vacancies.add(record.line.vacancy)
            rescreen(unit, list(keys))
            many = "1 application" if len(keys) == 1 else f"{len(keys)} applications"
            unit.summary = f"{criterion} is {outcome.value} for {many}"
            unit.detail(words)
            return vacancies

        done = await self._room.write("overruled", work, actor=actor)
        return Changed(
            done.summary, done.sequence, tuple(keys), tuple(vacancy_id(one) for one in sorted(done.result))
        )


def _with_ruling(before: Screening, criterion: str, outcome: Outcome) -> Screening:
    """Return the result with a person's outcome in place of one finding's; a tier is never asked about."""
    ruling = Override(outcome, "", "", "")
    findings = tuple(
        replace(one, override=ruling) if one.criterion == criterion else one for one in before.findings
    )
    return Screening(before.tier, application_outcome(findings), findings)


def found_on(reader: Reader, vacancy: int, key: int) -> Collection[str]:
    """Return the criteria on which there are findings about an application, also where they are outrun."""
    return standings(reader, vacancy, [key]).get(key, ())


def write_ruling(unit: Unit, key: int, criterion: str, outcome: Outcome | None, words: str) -> None:
    """Write a ruling in place of an earlier one, or take it away; raises Refused where there is none."""
    standing = unit.reader.override_key(key, criterion)
    if outcome is None:
        if standing is None:
            problem = f"nobody has ruled on {criterion!r}"
            raise Refused(problem, "there is nothing to take back")
        unit.delete("override", standing)
        return
    values = {"outcome": outcome.value, "reason": words, "made_by": unit.act.actor, "made_at": unit.act.at}
    if standing is None:
        unit.insert("override", {"application_id": key, "criterion": criterion, **values})
    else:
        unit.update("override", standing, values)

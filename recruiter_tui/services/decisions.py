"""Decisions: a person sets where applications stand; one act, one entry in the journal, one undo."""

from __future__ import annotations

from typing import TYPE_CHECKING

from recruiter_tui.domain import disposition as rules
from recruiter_tui.domain.application import REASON_CODES, Disposition, ReasonCode
from recruiter_tui.domain.errors import Refused
from recruiter_tui.services.rows import vacancy_id
from recruiter_tui.services.shortlist import in_order
from recruiter_tui.services.tiers import Gate
from recruiter_tui.services.views import Changed

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from recruiter_tui.services.room import Room
    from recruiter_tui.store.records import Line
    from recruiter_tui.store.writing import Unit

_TOLD = {
    Disposition.NEW: "reinstated",
    Disposition.LONGLISTED: "longlisted",
    Disposition.MAYBE: "set to maybe",
    Disposition.SHORTLISTED: "shortlisted",
    Disposition.NOT_SUITABLE: "not suitable",
    Disposition.WITHDRAWN: "withdrawn",
}
_NO_VERDICT = frozenset({Disposition.NEW, Disposition.WITHDRAWN})
"""What says nothing on the criteria: a reinstatement, and the applicant's own withdrawal."""


class Decisions:
    """The use cases around dispositions."""

    def __init__(self, room: Room) -> None:
        """Work on the room's store."""
        self._room = room

    async def decide(
        self,
        keys: Sequence[int],
        disposition: Disposition,
        *,
        reason: str | None = None,
        note: str | None = None,
        actor: str | None = None,
        expected: Mapping[int, int] | None = None,
    ) -> Changed:
        """Set where applications stand, all or none.

        Raises Refused where a rule forbids it (nobody is not suitable without a reason), and Conflict where
        an application is no longer at the version in `expected`, which is the one that the person saw.
        The first verdict on a vacancy freezes its criteria.
        """
        if not keys:
            problem = "no application is named"
            raise Refused(problem, "mark or name at least one")
        seen = expected or {}

        def work(unit: Unit) -> tuple[tuple[int, ...], set[int]]:
            return _decide(unit, list(dict.fromkeys(keys)), _Verdict(disposition, reason, note, seen))

        done = await self._room.write("decided", work, actor=actor)
        changed, vacancies = done.result
        names = tuple(vacancy_id(key) for key in sorted(vacancies))
        return Changed(done.summary, done.sequence, applications=changed, vacancies=names, reorders=False)

    async def reason_codes(self, vacancy: str) -> tuple[ReasonCode, ...]:
        """Return the codes that a vacancy knows: the common ones, then its own."""
        own = await self._room.read(lambda reader: reader.codes(reader.vacancy_key(vacancy)))
        return (*REASON_CODES, *own)


class _Verdict:
    """What a person decided, with the versions that he or she saw."""

    def __init__(
        self, disposition: Disposition, reason: str | None, note: str | None, expected: Mapping[int, int]
    ) -> None:
        """Keep the verdict; an empty note is none."""
        self.disposition = disposition
        self.reason = reason
        self.note = (note or "").strip() or None
        self.expected = expected


def _decide(unit: Unit, keys: list[int], verdict: _Verdict) -> tuple[tuple[int, ...], set[int]]:
    """Apply the verdict within one unit; return the applications that changed, and all vacancies."""
    lines = _lines(unit, keys)
    vacancies = {line.vacancy for line in lines}
    codes = {vacancy: (*REASON_CODES, *unit.reader.codes(vacancy)) for vacancy in vacancies}
    to = verdict.disposition
    last = (
        {vacancy: _last_rank(unit, vacancy) for vacancy in vacancies} if to is Disposition.SHORTLISTED else {}
    )
    changed = []
    gate = Gate(unit.reader)
    for line in lines:
        rules.decide(line.disposition, to, verdict.reason, verdict.note, codes[line.vacancy])
        if to is not line.disposition:
            gate.check(line, to)
        columns: dict[str, str | int | None] = {
            "disposition": to.value,
            "reason": verdict.reason,
            "note": verdict.note,
        }
        row = unit.row("application", line.key)
        if all(row[name] == value for name, value in columns.items()):
            _check_seen(unit, line.key, verdict)
            continue
        if to is not line.disposition:
            last[line.vacancy] = last.get(line.vacancy, 0) + 1
            columns["rank"] = last[line.vacancy] if to is Disposition.SHORTLISTED else None
        columns |= {"decided_by": unit.act.actor, "decided_at": unit.act.at}
        unit.update("application", line.key, columns, expected=verdict.expected.get(line.key))
        changed.append(line.key)
    unit.summary = f"{_subject(lines, changed)} {_TOLD[to]}" + (
        f": {verdict.reason}" if verdict.reason else ""
    )
    if changed and to not in _NO_VERDICT:
        for vacancy in vacancies:
            _freeze(unit, vacancy)
    return tuple(changed), vacancies


def _lines(unit: Unit, keys: list[int]) -> list[Line]:
    """Return the applications' lines; raises NotFound where one is gone."""
    lines = unit.reader.rows(keys)
    for key in set(keys) - {line.key for line in lines}:
        unit.row("application", key)
    return lines


def _check_seen(unit: Unit, key: int, verdict: _Verdict) -> None:
    """Raise Conflict where the application moved on, although the verdict would change nothing in it."""
    unit.update("application", key, {}, expected=verdict.expected.get(key))


def _last_rank(unit: Unit, vacancy: int) -> int:
    """Return the highest rank in use."""
    return max((line.rank or 0 for line in in_order(unit.reader, vacancy)), default=0)


def _freeze(unit: Unit, vacancy: int) -> None:
    """Freeze the criteria at the first verdict, with time and hash (R43)."""
    criteria = unit.reader.criteria(vacancy)
    if criteria.frozen_at is None:
        unit.update("criteria_version", criteria.key, {"frozen_at": unit.act.at})
        name = f"criteria version {criteria.number} of {vacancy_id(vacancy)}"
        unit.detail(f"{name} frozen, SHA-256 {criteria.digest}")


def _subject(lines: list[Line], changed: list[int]) -> str:
    """Return whom a summary speaks of: the one application by its number, or how many."""
    if len(lines) == 1:
        return lines[0].application
    return str(len(changed))

"""Vacancies: notices are read, stored as vacancies, listed, and opened, closed, cancelled or filled."""

from __future__ import annotations

import asyncio
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from recruiter_tui.domain.application import REASON_CODES, ReasonCode, VacancyStatus
from recruiter_tui.domain.errors import Refused
from recruiter_tui.domain.text import clean
from recruiter_tui.services.rows import detail_view, vacancy_id, vacancy_key, vacancy_row
from recruiter_tui.services.views import Changed, VacancyDetail, VacancyRow

if TYPE_CHECKING:
    import builtins
    from collections.abc import Sequence
    from pathlib import Path

    from recruiter_tui.domain.notice import Notice
    from recruiter_tui.domain.notice_diff import NoticeDiff  # noqa: TC004 - lists need no diff; nobody evaluates it
    from recruiter_tui.services.room import Room
    from recruiter_tui.store.records import VacancyLine
    from recruiter_tui.store.writing import Unit

_STANDING = {status: place for place, status in enumerate(VacancyStatus)}
_CODE = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+){0,5}")


@dataclass(frozen=True, slots=True)
class Added:
    """Which vacancies the notices became, in their order; `known` tells which were there already."""

    changed: Changed
    vacancies: tuple[str, ...]
    known: tuple[bool, ...]
    revised: tuple[NoticeDiff | None, ...] = ()
    """What each said otherwise than the version that was stored; None for a new vacancy or a known notice."""


class Vacancies:
    """The use cases around vacancies."""

    def __init__(self, room: Room) -> None:
        """Work on the room's store."""
        self._room = room

    async def list(self) -> list[VacancyRow]:
        """Return all vacancies: open ones first, by closing, those without a closing last."""
        rows = [vacancy_row(line) for line in await self._room.read(lambda reader: reader.vacancies())]
        return sorted(rows, key=_order)

    async def get(self, ref: str) -> VacancyDetail:
        """Return one vacancy by its notice's reference or own id; raises NotFound."""
        return detail_view(await self._room.read(lambda reader: reader.vacancy(reader.vacancy_key(ref))))

    async def preview(self, paths: Sequence[Path]) -> builtins.list[Notice]:
        """Read notices without storing anything; raises Unreadable for the first that cannot be read."""
        from recruiter_tui.reading.notices import read_notice

        found = [await asyncio.to_thread(read_notice, path) for path in paths]
        return [notice for notices in found for notice in notices]

    async def add(self, notices: Sequence[Notice], *, actor: str | None = None) -> Added:
        """Store notices as vacancies, all or none; a notice that is there already stays as it is.

        A notice whose reference a vacancy bears becomes another version of that vacancy, each by an act of
        its own that undo takes back.
        """

        def work(unit: Unit) -> builtins.list[_Place]:
            found: builtins.list[_Place] = []
            lines = unit.reader.vacancies()
            added: set[str | None] = set()
            for notice in notices:
                if added & {notice.reference.value, notice.title.value}:  # it may be one of those just added
                    lines = unit.reader.vacancies()
                place = _known(unit, lines, notice) or _another(lines, notice)
                if place is None:
                    place = _add(unit, notice, self._room.policy)
                    added |= {notice.reference.value, notice.title.value}
                found.append(place)
            fresh = sum(not (one.known or one.revises) for one in found)
            unit.summary = _told(fresh, sum(one.known for one in found))
            return found

        done = await self._room.write("added", work, actor=actor, subject="notices")
        changes, summaries, sequence = [], [], done.sequence
        for place, notice in zip(done.result, notices, strict=True):
            diff = None
            if place.revises:
                diff, changed = await self._revise(place.key, notice, actor)
                summaries.append(changed.summary)
                sequence = max(sequence, changed.sequence)
            changes.append(diff)
        names = tuple(vacancy_id(place.key) for place in done.result)
        told = "; ".join([*([done.summary] if done.sequence or not summaries else []), *summaries])
        changed = Changed(told, sequence, vacancies=names, everything=bool(sequence))
        return Added(changed, names, tuple(place.known for place in done.result), tuple(changes))

    async def _revise(self, key: int, notice: Notice, actor: str | None) -> tuple[NoticeDiff, Changed]:
        """Make a notice the version of its vacancy that holds."""
        from recruiter_tui.domain.notice_diff import difference, revised
        from recruiter_tui.domain.notice_edit import Revise
        from recruiter_tui.services.notices import Notices

        stored = await self._room.read(lambda reader: reader.vacancy(key).notice)
        diff = difference(stored, revised(stored, notice))
        reason = f"advertised again: {notice.source.file}"
        edits = [Revise(notice)]
        changed = await Notices(self._room).edit(vacancy_id(key), edits, reason=reason, actor=actor)
        return diff, changed

    async def set_status(self, ref: str, status: VacancyStatus, *, actor: str | None = None) -> Changed:
        """Open, close, cancel or fill a vacancy."""

        def work(unit: Unit) -> int:
            key = unit.reader.vacancy_key(ref)
            unit.summary = f"{vacancy_id(key)} is {status.value}"
            unit.update("vacancy", key, {"status": status.value})
            return key

        done = await self._room.write("status", work, actor=actor, subject=ref)
        return Changed(done.summary, done.sequence, vacancies=(vacancy_id(done.result),))

    async def add_reason(self, ref: str, reason: ReasonCode, *, actor: str | None = None) -> Changed:
        """Give a vacancy a reason code of its own beside the common ones."""
        code, name = clean(reason.code), clean(reason.name)
        if not _CODE.fullmatch(code) or not name:
            problem = "a reason code is one short word with a plain name"
            raise Refused(problem, "use small letters, digits and hyphens, for instance no-licence")

        def work(unit: Unit) -> int:
            from recruiter_tui.store import codec

            key = unit.reader.vacancy_key(ref)
            own = unit.reader.codes(key)
            if code in {known.code for known in (*REASON_CODES, *own)}:
                problem = f"there is a reason {code!r} already"
                raise Refused(problem, "use it, or choose another word")
            codes = codec.dump_codes((*own, ReasonCode(code, name, reason.needs_text)))
            unit.update("vacancy", key, {"reason_codes": codes})
            unit.summary = f"reason {code!r} added to {vacancy_id(key)}"
            return key

        done = await self._room.write("reason", work, actor=actor, subject=ref)
        return Changed(done.summary, done.sequence, vacancies=(vacancy_id(done.result),))


def _order(row: VacancyRow) -> tuple[int, str, int]:
    """Return the place of a vacancy in the list."""
    closing = row.closing.latest.isoformat() if row.closing else "9999"
    return _STANDING[row.status], closing, vacancy_key(row.id)


def _told(fresh: int, known: int) -> str:
    """Return what adding did."""
    noun = "vacancy" if fresh == 1 else "vacancies"
    return f"{fresh} {noun} added" + (f", {known} known already" if known else "")


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a notice belongs."""

    key: int
    known: bool = False
    revises: bool = False


def _add(unit: Unit, notice: Notice, policy: str | None) -> _Place:
    """Store a notice as a new vacancy."""
    from recruiter_tui.services.notice_store import vacancy_columns, version_columns
    from recruiter_tui.store import codec

    columns = vacancy_columns(notice)
    key = unit.insert(
        "vacancy",
        {
            **columns,
            "status": VacancyStatus.OPEN.value,
            "policy": policy,
            "reason_codes": "[]",
            "added_by": unit.act.actor,
            "added_at": unit.act.at,
        },
    )
    unit.insert("notice_version", {"vacancy_id": key, "number": 1, **version_columns(notice)})
    criteria = codec.dump_criteria(notice.criteria)
    unit.insert(
        "criteria_version",
        {
            "vacancy_id": key,
            "number": 1,
            "criteria": criteria,
            "digest": codec.sha256(criteria),
            "made_by": unit.act.actor,
            "made_at": unit.act.at,
        },
    )
    unit.detail(f"{vacancy_id(key)} {columns['title']}")
    return _Place(key)


def _another(lines: Sequence[VacancyLine], notice: Notice) -> _Place | None:
    """Return the vacancy that a notice is another version of."""
    from recruiter_tui.services.notices import same_vacancy

    line = same_vacancy(lines, notice)
    return None if line is None else _Place(line.key, revises=True)


def _known(unit: Unit, lines: Sequence[VacancyLine], notice: Notice) -> _Place | None:
    """Return the vacancy that this very notice became before."""
    from recruiter_tui.services.notices import known_vacancy

    line = known_vacancy(unit.reader, lines, notice)
    return None if line is None else _Place(line.key, known=True)

"""Notices on the way in and afterwards: what they would become, what is doubtful, what differs, and edits."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from recruiter_tui.domain.errors import RecruiterError, Refused
from recruiter_tui.domain.notice import Notice
from recruiter_tui.domain.notice_diff import NoticeDiff, difference, revised
from recruiter_tui.domain.notice_edit import edited
from recruiter_tui.domain.notice_flags import flags
from recruiter_tui.domain.text import fold
from recruiter_tui.services.notice_store import NO_TITLE
from recruiter_tui.services.rows import detail_view, vacancy_id, vacancy_key
from recruiter_tui.services.views import Changed, RowProblem, VacancyDetail

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from pathlib import Path

    from recruiter_tui.domain.notice_edit import Edit
    from recruiter_tui.domain.requirement import Criterion
    from recruiter_tui.services.room import Room
    from recruiter_tui.services.steps import Steps
    from recruiter_tui.store.reading import Reader
    from recruiter_tui.store.records import VacancyLine

SUFFIXES: Final = frozenset(
    (
        ".txt",
        ".text",
        ".md",
        ".markdown",
        ".html",
        ".htm",
        ".xhtml",
        ".pdf",
        ".docx",
        ".json",
        ".jsonld",
        ".csv",
    )
)
"""The endings of files that can hold a notice; in a folder others are left alone."""
MOST_FILES: Final = 10_000
"""Files of a folder beyond which it is not one of notices."""


@dataclass(frozen=True, slots=True)
class Arrival:
    """A notice that was read, and what storing it would do."""

    notice: Notice
    """As it would be stored: what persons made of an earlier version is carried over."""
    read: Notice
    """As the file says it."""
    vacancy: str | None = None
    """The vacancy whose reference it bears; None where it would be a new one."""
    known: bool = False
    """Whether this very file was stored before, so that nothing would be done."""
    changes: NoticeDiff | None = None
    """What it says otherwise than the version that is stored."""
    flags: tuple[str, ...] = ()
    """What a person should look at."""


@dataclass(frozen=True, slots=True)
class Readings:
    """What came of reading files: the notices, and the files that hold none."""

    arrivals: tuple[Arrival, ...]
    problems: tuple[RowProblem, ...] = ()


@dataclass(frozen=True, slots=True)
class NoticeView:
    """A vacancy's notice with its versions."""

    detail: VacancyDetail
    version: int
    """The number of the advertised version, from 1."""
    changes: NoticeDiff | None
    """What the version before said otherwise; None for the first."""


class Notices:
    """The use cases around what a notice says."""

    def __init__(self, room: Room) -> None:
        """Work on the room's store."""
        self._room = room

    async def view(self, ref: str) -> NoticeView:
        """Return a vacancy's notice with what changed since the version before; raises NotFound."""

        def ask(reader: Reader) -> NoticeView:
            key = reader.vacancy_key(ref)
            record = reader.vacancy(key)
            versions = reader.notice_versions(key)
            before = versions.get(max(versions) - 1)
            changes = None
            if before is not None:
                fields = difference(before, record.notice).fields
                changes = NoticeDiff(fields)
            return NoticeView(detail_view(record), max(versions), changes)

        return await self._room.read(ask)

    async def read(
        self,
        paths: Sequence[Path],
        *,
        progress: Callable[[int, int | None], None] | None = None,
        cancelled: Callable[[], bool] | None = None,
    ) -> Readings:
        """Read notices out of files and folders, storing nothing; what cannot be read is told, not raised."""
        from recruiter_tui.reading.notices import read_notice

        files = await asyncio.to_thread(files_of, paths)
        notices: list[Notice] = []
        problems: list[RowProblem] = []
        for number, path in enumerate(files):
            if cancelled is not None and cancelled():
                break
            if progress is not None:
                progress(number, len(files))
            try:
                notices += await asyncio.to_thread(read_notice, path)
            except RecruiterError as problem:
                problems.append(RowProblem(path.name, "", problem.problem, problem.remedy))
        return Readings(tuple(await self.arrivals(notices)), tuple(problems))

    async def arrivals(self, notices: Iterable[Notice]) -> list[Arrival]:
        """Tell what storing notices would do: a new vacancy, a new version of one, or nothing."""
        wanted = list(notices)

        def ask(reader: Reader) -> list[Arrival]:
            lines = reader.vacancies()
            return [_arrival(reader, lines, notice) for notice in wanted]

        return await self._room.read(ask)

    async def edit(
        self,
        ref: str,
        edits: Sequence[Edit],
        *,
        reason: str | None = None,
        actor: str | None = None,
        steps: Steps | None = None,
    ) -> Changed:
        """Make edits to a stored notice as one act, which undo takes back; applicants are screened again.

        Once a verdict froze the criteria, an edit that rules read needs a written reason, else Refused.
        `steps` may call the screening off.
        """
        from recruiter_tui.services.criteria import Criteria

        done = await Criteria(self._room).change(ref, edits, reason=reason, actor=actor, steps=steps)
        changed: Changed = done.changed
        return changed

    def draft(self, notice: Notice, edit: Edit) -> Notice:
        """Return a notice that is not stored yet with one edit made; raises Refused or NotFound."""
        return edited(notice, edit, self._room.actor, self._room.clock())

    async def reread(self, arrival: Arrival, notice: Notice) -> Arrival:
        """Return an arrival as a person edited it."""
        [again] = await self.arrivals([arrival.read])
        changes = None
        if again.vacancy is not None:
            stored = await self._room.read(
                lambda reader: reader.vacancy(vacancy_key(str(again.vacancy))).notice
            )
            changes = difference(stored, notice)
        return Arrival(notice, arrival.read, again.vacancy, again.known, changes, flags(notice))

    # -- values --------------------------------------------------------------------------------------

    @staticmethod
    def read_field(name: str, text: str) -> Any:  # noqa: ANN401 - the value has the type of its field
        """Return what a person typed for a field as its value; raises Refused with what to write."""
        from recruiter_tui.services import notice_values

        return notice_values.read_field(name, text)

    @staticmethod
    def read_criterion(criterion: Criterion, text: str) -> Criterion:
        """Return a criterion that asks for what a person typed; raises Refused with what to write."""
        from recruiter_tui.services import notice_values

        return notice_values.read_criterion(criterion, text)


def files_of(paths: Sequence[Path]) -> list[Path]:
    """Return the files to read: those named, and those of the named folders that can hold a notice."""
    found: list[Path] = []
    for path in paths:
        if not path.is_dir():
            found.append(path)
            continue
        inside = (one for one in path.rglob("*") if one.suffix.lower() in SUFFIXES and one.is_file())
        found += sorted(one for one in inside if not any(part.startswith(".") for part in one.parts[-2:]))
        if len(found) > MOST_FILES:
            problem = f"{path.name} holds more than {MOST_FILES} files"
            raise Refused(problem, "choose a folder of notices alone")
    return found


def same_vacancy(lines: Sequence[VacancyLine], notice: Notice) -> VacancyLine | None:
    """Return the vacancy that a notice is another version of: by its reference, within one organisation."""
    reference = fold(notice.reference.value or "")
    if not reference:
        return None
    mine = fold(notice.organisation.value or "")
    found = [
        line
        for line in lines
        if fold(line.reference or "") == reference
        and (not mine or not line.organisation or fold(line.organisation) == mine)
    ]
    return found[0] if len(found) == 1 else None


def known_vacancy(reader: Reader, lines: Sequence[VacancyLine], notice: Notice) -> VacancyLine | None:
    """Return the vacancy that this very notice became before; title and reference narrow the search."""
    reference, title = notice.reference.value, notice.title.value or NO_TITLE
    for line in lines:
        alike = line.reference == reference if reference else line.title == title
        if alike and any(_same_file(one, notice) for one in reader.notice_versions(line.key).values()):
            return line
    return None


def _same_file(one: Notice, other: Notice) -> bool:
    return (one.source.sha256, one.text) == (other.source.sha256, other.text)


def _arrival(reader: Reader, lines: Sequence[VacancyLine], notice: Notice) -> Arrival:
    """Return what storing one notice would do."""
    known = known_vacancy(reader, lines, notice)
    if known is not None:
        return Arrival(notice, notice, vacancy_id(known.key), known=True, flags=flags(notice))
    line = same_vacancy(lines, notice)
    if line is None:
        return Arrival(notice, notice, flags=flags(notice))
    stored = reader.vacancy(line.key).notice
    now = revised(stored, notice)
    return Arrival(now, notice, vacancy_id(line.key), changes=difference(stored, now), flags=flags(now))

"""Applications of a vacancy: sorted and filtered rolls, rows, dossiers, corrections, notes and tags."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

from recruiter_tui.domain.application import Verdict
from recruiter_tui.domain.errors import Refused
from recruiter_tui.domain.text import clean
from recruiter_tui.services.quiet import uncollected
from recruiter_tui.services.rows import application_row, vacancy_id, vacancy_key
from recruiter_tui.services.views import Changed, Dossier, Note

if TYPE_CHECKING:
    from array import array
    from collections.abc import Sequence

    from recruiter_tui.domain.finding import Finding
    from recruiter_tui.domain.person import Candidate
    from recruiter_tui.domain.query import Query
    from recruiter_tui.services.room import Room
    from recruiter_tui.services.views import ApplicationRow
    from recruiter_tui.store.reading import Reader
    from recruiter_tui.store.records import Line, Record
    from recruiter_tui.store.writing import Unit

_SORTS = {"years": "months", "id": "application"}
_REVERSE = "-"
_LONGEST_NOTE = 20_000
_LONGEST_TAG = 60
_LONG = 60_000
"""Characters from which papers are shown before they are searched for what a person judges."""


class Candidates:
    """The use cases around the persons who applied."""

    def __init__(self, room: Room) -> None:
        """Work on the room's store."""
        self._room = room

    async def roll(
        self, vacancy: str, query: str = "", sort: str = "tier", *, first: int | None = None
    ) -> array[int]:
        """Return the keys of a vacancy's applications that pass the filter, in order; `-name` reverses.

        `first` asks for so many at most, which come much sooner where there is no filter and nothing is
        reversed. Raises QueryError with the place for a filter that cannot be read, Refused for an unknown
        order.
        """
        parsed = None
        if query.strip():
            from recruiter_tui.domain.query import parse

            parsed = parse(query)
        backwards = sort.startswith(_REVERSE)
        column = sort.removeprefix(_REVERSE)
        column = _SORTS.get(column, column)

        key = vacancy_key(vacancy)
        if parsed is None or parsed.is_empty:
            order, kept = await self._room.read(lambda reader: self._ordered(reader, key, column))
            wanted = None if backwards else first
            if kept is None:
                kept = await self._room.store.read_long(lambda reader: reader.roll(key, order, wanted))
            keys = kept
        else:
            keys = await self._room.read(lambda reader: self._filtered(reader, key, parsed, column))
        if backwards:
            keys.reverse()
        return keys[:first]

    def _ordered(self, reader: Reader, vacancy: int, column: str) -> tuple[str, array[int] | None]:
        """Return the order that may be shown, and the keys in it where a filter has put them so already."""
        order = self._room.curtain.order(reader, vacancy, column)
        tables = self._room.tables_so_far
        return order, None if tables is None else tables.ordered(reader, vacancy, order)

    async def begin(
        self, vacancy: str, query: str, sort: str, first: int, *, reaching: int | None = None
    ) -> tuple[array[int], int]:
        """Return the first applications that pass a filter, in order, and how many pass it.

        For a filter that is being typed: `roll` gives all of them. They go on behind the application
        `reaching`, if that passes. Raises as `roll` does.
        """
        from recruiter_tui.domain.query import parse

        parsed, key = parse(query), vacancy_key(vacancy)
        backwards = sort.startswith(_REVERSE)
        column = sort.removeprefix(_REVERSE)
        column = _SORTS.get(column, column)

        def ask(reader: Reader) -> tuple[array[int], int]:
            order = self._room.curtain.order(reader, key, column)
            if not backwards:
                return self._room.tables.begin(reader, key, parsed, order, first, reaching)
            keys = self._room.tables.passing(reader, key, parsed, order)
            keys.reverse()
            return keys, len(keys)

        return await self._room.read(ask)

    def _filtered(self, reader: Reader, vacancy: int, query: Query, column: str) -> array[int]:
        """Return the keys that pass a filter; the columns it runs over belong to the reading thread."""
        order = self._room.curtain.order(reader, vacancy, column)
        return self._room.tables.passing(reader, vacancy, query, order)

    async def rows(self, keys: Sequence[int]) -> list[ApplicationRow]:
        """Return the lines of `keys` in their order, masked where their vacancy is read blind.

        Applications that are gone are left out.
        """
        return await self._room.read(lambda reader: self.shown(reader, keys))

    def rows_now(self, keys: Sequence[int]) -> list[ApplicationRow]:
        """Return the lines of a visible window at once, in the event loop's own thread."""
        return self.shown(self._room.store.now, keys, now=True)

    def shown(self, reader: Reader, keys: Sequence[int], *, now: bool = False) -> list[ApplicationRow]:
        """Return rows as they may be read, with their place on the shortlist."""
        lines = reader.rows(keys)
        return self._room.curtain.rows(reader, lines, self._whole(reader, lines), now=now)

    def _whole(self, reader: Reader, lines: Sequence[Line]) -> list[ApplicationRow]:
        ranked = {line.vacancy for line in lines if line.rank is not None}
        positions = self._room.positions(reader, ranked) if ranked else {}
        return [application_row(line, positions.get(line.key)) for line in lines]

    async def keys_of(self, vacancy: str, applications: Sequence[str]) -> list[int]:
        """Return the keys of applications by their own numbers; raises NotFound for the first unknown one."""
        wanted = list(dict.fromkeys(applications))
        return await self._room.read(lambda reader: reader.keys(reader.vacancy_key(vacancy), wanted))

    async def dossier(
        self, key: int, *, passages: bool = True, at_once: bool = False, beside: bool = False
    ) -> Dossier:
        """Return everything about one application, masked where its vacancy is read blind.

        Without `passages` papers are not searched for what a person judges, and long ones are not where the
        dossier is wanted `at_once`; `beside` searches them in the thread for long questions. Raises NotFound
        where its import was taken back.
        """

        def ask(reader: Reader) -> Dossier:
            record = reader.record(key)
            [row] = self._whole(reader, [record.line])
            is_searched = passages and not (at_once and is_long(record.applicant.candidate))
            findings = self._findings(reader, record, passages=is_searched)
            found = replace(_dossier(record, row, findings), is_searched=is_searched)
            return self._room.curtain.dossier(reader, record.line, found)

        return await (self._room.store.read_long(ask) if beside else self._room.read(ask))

    def _findings(self, reader: Reader, record: Record, *, passages: bool = True) -> tuple[Finding, ...]:
        """Return the findings as they were kept, with passages for what a person judges.

        Passages follow from the papers and are never kept. Where nothing was kept yet the rules are asked.
        """
        from recruiter_tui.domain.screening import Screening

        filed = record.applicant
        judge = self._room.judge(reader.vacancy(record.line.vacancy))
        if record.findings:
            screening = Screening(record.line.tier, record.line.outcome, record.findings)
        else:
            screening = judge.judged(filed)
        if not passages:
            return screening.findings
        with uncollected():  # a paper is as many objects as it has words, and none of them stays
            return judge.with_passages(screening, filed.candidate).findings

    async def correct(
        self,
        key: int,
        fact: str,
        value: str,
        *,
        actor: str | None = None,
        expected_version: int | None = None,
    ) -> Changed:
        """Correct one fact of the person or application; the imported wording stays beside the new one.

        `fact` is a path: `nationalities`, `employment/2`, `degrees/0/completed`, `received`. The application
        is screened again in the same act, and so is every other one of the same person. Raises Conflict where
        the application is no longer at the version that the person saw.
        """
        from recruiter_tui.services.corrections import correct

        def work(unit: Unit) -> list[Line]:
            unit.update("application", key, {}, expected=expected_version)
            return correct(unit, key, fact, value)

        done = await self._room.write("corrected", work, actor=actor)
        return _changed(done.summary, done.sequence, done.result, reorders=True)

    async def note(self, keys: Sequence[int], text: str, *, actor: str | None = None) -> Changed:
        """Write a remark on applications."""
        remark = clean(text, multiline=True, limit=_LONGEST_NOTE).strip()
        if not remark:
            problem = "the remark is empty"
            raise Refused(problem, "write what you want to remember")

        def work(unit: Unit) -> list[Line]:
            lines = _lines(unit, keys)
            for line in lines:
                unit.insert(
                    "note",
                    {
                        "application_id": line.key,
                        "text": remark,
                        "made_by": unit.act.actor,
                        "made_at": unit.act.at,
                    },
                )
            unit.summary = f"note on {named(lines)}"
            return lines

        done = await self._room.write("noted", work, actor=actor)
        return _changed(done.summary, done.sequence, done.result)

    async def tag(
        self,
        keys: Sequence[int],
        *,
        add: Sequence[str] = (),
        remove: Sequence[str] = (),
        actor: str | None = None,
    ) -> Changed:
        """Add tags to applications and take others away; what changes nothing is left alone."""
        added, removed = _tags(add), _tags(remove)
        if not added and not removed:
            problem = "no tag is named"
            raise Refused(problem, "name at least one")

        def work(unit: Unit) -> list[Line]:
            changed = []
            for line in _lines(unit, keys):
                tags = sorted((set(line.tags) | added) - removed)
                if unit.update("application", line.key, {"tags": json.dumps(tags, ensure_ascii=False)}):
                    changed.append(line)
            words = [f"+{tag}" for tag in sorted(added)] + [f"-{tag}" for tag in sorted(removed)]
            unit.summary = f"tags of {named(changed)}: {' '.join(words)}"
            return changed

        done = await self._room.write("tagged", work, actor=actor)
        if not done.result:
            return Changed("no tag changed")
        return _changed(done.summary, done.sequence, done.result)


def is_long(candidate: Candidate) -> bool:
    """Tell whether somebody's papers are so long that searching them takes longer than a key may."""
    return sum(len(document.text) for document in candidate.documents) > _LONG


def named(lines: Sequence[Line]) -> str:
    """Return whom a summary speaks of: one application by its number, several by how many."""
    return lines[0].application if len(lines) == 1 else f"{len(lines)} applications"


def _lines(unit: Unit, keys: Sequence[int]) -> list[Line]:
    """Return the lines of the applications that an act names; raises NotFound or Refused."""
    wanted = list(dict.fromkeys(keys))
    if not wanted:
        problem = "no application is named"
        raise Refused(problem, "mark or name at least one")
    for key in wanted:
        unit.row("application", key)
    return unit.reader.rows(wanted)


def _changed(summary: str, sequence: int, lines: Sequence[Line], *, reorders: bool = False) -> Changed:
    """Return which rows an act touched, and whether what lists are ordered by can be another."""
    vacancies = sorted({line.vacancy for line in lines})
    return Changed(
        summary,
        sequence,
        applications=tuple(line.key for line in lines),
        vacancies=tuple(vacancy_id(key) for key in vacancies),
        reorders=reorders,
    )


def _tags(words: Sequence[str]) -> set[str]:
    """Return tags as they are kept: clean, without blanks at the ends; raises Refused for one too long."""
    tags = {clean(word) for word in words} - {""}
    for tag in tags:
        if len(tag) > _LONGEST_TAG or ";" in tag:
            problem = f"a tag has at most {_LONGEST_TAG} characters and no semicolon"
            raise Refused(problem, "choose a shorter word")
    return tags


def _dossier(record: Record, row: ApplicationRow, findings: tuple[Finding, ...]) -> Dossier:
    """Return the record as a person reads it."""
    line, applicant = record.line, record.applicant
    return Dossier(
        row=row,
        vacancy=vacancy_id(line.vacancy),
        candidate_id=line.candidate,
        application=applicant.application,
        candidate=applicant.candidate,
        findings=findings,
        verdict=Verdict(
            line.disposition, line.reason, line.note, line.decided_by or "", line.decided_at or ""
        ),
        notes=tuple(Note(note.key, note.text, note.by, note.at) for note in record.notes),
        also_applied=record.also_applied,
    )

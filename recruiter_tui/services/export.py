"""The shortlist, or every application, as a file for others."""

from __future__ import annotations

import asyncio
import datetime as dt
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from recruiter_tui.domain.errors import Refused
from recruiter_tui.services.blind import reason_to_reveal
from recruiter_tui.services.curtain import mask_of
from recruiter_tui.services.rows import vacancy_id
from recruiter_tui.services.shortlist import in_order
from recruiter_tui.services.watched_rows import WatchedRows
from recruiter_tui.store.facts import anchor
from recruiter_tui.writing.files import refuse_target, shown, write_whole
from recruiter_tui.writing.shortlist import Sheet, chosen

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from recruiter_tui.domain.blind import Mask
    from recruiter_tui.services.room import Room
    from recruiter_tui.services.watched_rows import Watcher
    from recruiter_tui.store.reading import Reader
    from recruiter_tui.store.records import Line
    from recruiter_tui.writing.shortlist import Row, Value

_FORMS = (".csv", ".xlsx", ".json")


@dataclass(frozen=True, slots=True)
class ExportReport:
    """What was written, and the journal's last entry as an anchor to keep with it."""

    path: Path
    rows: int
    sequence: int
    anchor: str
    hidden: int = 0
    """People of a blind vacancy who were written without their names."""


class Export:
    """The use case of handing a shortlist on."""

    def __init__(self, room: Room, watcher: Watcher | None = None) -> None:
        """Work on the room's store."""
        self._room, self._watcher = room, watcher

    def watched(self, watcher: Watcher) -> Export:
        """Return the use case under the eyes of somebody who is told how far it is and can stop it."""
        return Export(self._room, watcher)

    async def export(
        self,
        vacancy: str,
        path: Path,
        *,
        everything: bool = False,
        columns: Sequence[str] | None = None,
        force: bool = False,
        reveal: str | None = None,
        actor: str | None = None,
    ) -> ExportReport:
        """Write the shortlisted in rank order, or with `everything` all applications, shortlisted first.

        The form follows the name's ending. A blind vacancy is written without names, contacts and
        nationalities, unless `reveal` says why they are needed: that is journalled before the file is
        written. Raises Refused for another ending, an unknown column, an existing file without `force`, an
        empty reason, or a stop by the watcher: then no file is there.
        """
        why = None if reveal is None else reason_to_reveal(reveal)
        if path.suffix.lower() not in _FORMS:
            problem = f"{shown(path)} names no form of export"
            raise Refused(problem, f"end the name with {', '.join(_FORMS)}")
        wanted = chosen(columns)
        refuse_target(path, force=force)
        if why is not None:
            await self._reveal(vacancy, why, actor, everything=everything)

        def ask(reader: Reader) -> tuple[Sheet, int]:
            key = reader.vacancy_key(vacancy)
            with reader.snapshot():
                sequence, seal = anchor(reader)
                curtain = self._room.curtain
                order = "tier" if why else curtain.order(reader, key, "tier")
                lines = _lines(reader, key, everything=everything, order=order)
                hidden = {} if why else curtain.hidden(reader, lines)
                masks = {line.key: mask_of(reader, line) for line in hidden.values()}
                found = _sheet(reader, key, lines, masks)
                return replace(found, columns=wanted, sequence=sequence, anchor=seal), len(masks)

        sheet, hidden = await self._room.read(ask)
        watched = replace(sheet, rows=WatchedRows(sheet.rows, self._watcher))
        await asyncio.to_thread(_write, watched, path, force=force)
        return ExportReport(path, len(sheet.rows), sheet.sequence, sheet.anchor, hidden)

    async def _reveal(self, vacancy: str, why: str, actor: str | None, *, everything: bool) -> None:
        """Journal that people of a blind vacancy go out with their names; nothing where nobody is hidden."""

        def ask(reader: Reader) -> tuple[int, int]:
            key = reader.vacancy_key(vacancy)
            lines = _lines(reader, key, everything=everything)
            return key, len(self._room.curtain.hidden(reader, lines))

        key, count = await self._room.read(ask)
        if count:
            who = "1 application" if count == 1 else f"{count} applications"
            summary = f"{who} of {vacancy_id(key)} exported with names: {why}"
            acting = self._room.acting(actor)
            await self._room.store.submit(
                lambda store: store.record(acting, "revealed", summary, subject=vacancy_id(key))
            )


def _lines(reader: Reader, vacancy: int, *, everything: bool, order: str = "tier") -> list[Line]:
    """Return whom the export names: the shortlisted in rank order, then the others where they are wanted."""
    lines = in_order(reader, vacancy)
    if everything:
        ranked = {line.key for line in lines}
        lines += [line for line in reader.lines(vacancy, order) if line.key not in ranked]
    return lines


def _sheet(reader: Reader, vacancy: int, lines: list[Line], masks: Mapping[int, Mask]) -> Sheet:
    """Return what the export says, its columns and anchor still to come."""
    record = reader.vacancy(vacancy)
    ranks = {line.key: place for place, line in enumerate(in_order(reader, vacancy), start=1)}
    remarks = reader.note_texts(vacancy)
    rows = [
        _masked(
            _row(line, ranks.get(line.key), _notes(line.note, remarks.get(line.key))), masks.get(line.key)
        )
        for line in lines
    ]
    name = record.line.reference or vacancy_id(vacancy)
    return Sheet(name, record.line.title, record.criteria.number, (), rows, 0, "")


def _masked(row: dict[str, Value], mask: Mask | None) -> Row:
    """Return a row of a blind vacancy without who it is."""
    if mask is None:
        return row
    note, tags = row["note"], row["tags"]
    return row | {
        "name": mask.pseudonym,
        "email": (),
        "phone": (),
        "nationalities": (),
        "application": mask.text(str(row["application"])),
        "note": None if note is None else mask.text(str(note)),
        "tags": tuple(map(mask.text, tags)) if isinstance(tags, tuple) else tags,
    }


def _row(line: Line, rank: int | None, note: str | None) -> dict[str, Value]:
    """Return one application as the export's columns."""
    return {
        "rank": rank,
        "application": line.application,
        "name": line.name,
        "email": _several(line.emails),
        "phone": _several(line.phones),
        "nationalities": line.nationalities,
        "tier": line.tier,
        "outcome": _word(line.outcome),
        "eligibility": _word(line.eligibility),
        "deadline": _word(line.deadline),
        "education_experience": _word(line.education_experience),
        "languages": _word(line.languages),
        "disposition": line.disposition.value,
        "reason": line.reason,
        "note": note,
        "tags": line.tags,
        "decided_by": line.decided_by,
        "decided_at": _instant(line.decided_at),
    }


def _several(lines: str) -> tuple[str, ...]:
    """Return the values that the store keeps one a line."""
    return tuple(lines.split("\n")) if lines else ()


def _instant(at: str | None) -> str | None:
    """Return an instant of the store to the second."""
    return None if at is None else f"{dt.datetime.fromisoformat(at):%Y-%m-%dT%H:%M:%SZ}"


def _word(value: str | None) -> str | None:
    """Return an outcome's word."""
    return None if value is None else str(value)


def _notes(verdict: str | None, remarks: str | None) -> str | None:
    """Return the verdict's note and the remarks, each once, one a line."""
    texts: Iterable[str] = dict.fromkeys(text for text in (verdict, remarks) if text)
    return "\n".join(texts) or None


def _write(sheet: Sheet, path: Path, *, force: bool) -> None:
    """Write the form that the name asks for."""
    suffix = path.suffix.lower()
    if suffix == ".xlsx":
        from recruiter_tui.writing.xlsx import xlsx_bytes

        write_whole(path, [xlsx_bytes(sheet)], force=force)
    elif suffix == ".json":
        from recruiter_tui.writing.json import json_bytes

        write_whole(path, [json_bytes(sheet)], force=force)
    else:
        from recruiter_tui.writing.csv import csv_bytes

        write_whole(path, csv_bytes(sheet), force=force)

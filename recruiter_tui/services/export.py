"""The shortlist, or every application, as a file for others."""

from __future__ import annotations

import asyncio
import datetime as dt
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from recruiter_tui.domain.errors import Refused
from recruiter_tui.services.rows import vacancy_id
from recruiter_tui.services.shortlist import in_order
from recruiter_tui.writing.files import refuse_target, shown, write_whole
from recruiter_tui.writing.shortlist import Sheet, chosen

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from recruiter_tui.services.room import Room
    from recruiter_tui.store.reading import Reader
    from recruiter_tui.store.records import Line
    from recruiter_tui.writing.shortlist import Row

_FORMS = (".csv", ".xlsx", ".json")


@dataclass(frozen=True, slots=True)
class ExportReport:
    """What was written, and the journal's last entry as an anchor to keep with it."""

    path: Path
    rows: int
    sequence: int
    anchor: str


class Export:
    """The use case of handing a shortlist on."""

    def __init__(self, room: Room) -> None:
        """Work on the room's store."""
        self._room = room

    async def export(
        self,
        vacancy: str,
        path: Path,
        *,
        everything: bool = False,
        columns: Sequence[str] | None = None,
        force: bool = False,
    ) -> ExportReport:
        """Write the shortlisted in rank order, or with `everything` all applications, shortlisted first.

        The form follows the name's ending. Raises Refused for another ending, an unknown column, or an
        existing file without `force`.
        """
        if path.suffix.lower() not in _FORMS:
            problem = f"{shown(path)} names no form of export"
            raise Refused(problem, f"end the name with {', '.join(_FORMS)}")
        wanted = chosen(columns)
        refuse_target(path, force=force)
        sequence, anchor = await self._room.store.submit(lambda store: store.anchor())

        def ask(reader: Reader) -> Sheet:
            return _sheet(reader, reader.vacancy_key(vacancy), everything=everything, columns=wanted)

        empty = await self._room.read(ask)
        sheet = Sheet(
            empty.vacancy, empty.title, empty.criteria_version, wanted, empty.rows, sequence, anchor
        )
        await asyncio.to_thread(_write, sheet, path, force=force)
        return ExportReport(path, len(sheet.rows), sequence, anchor)


def _sheet(reader: Reader, vacancy: int, *, everything: bool, columns: tuple[str, ...]) -> Sheet:
    """Return what the export says, its anchor still to come; one state of the store throughout."""
    with reader.snapshot():
        record = reader.vacancy(vacancy)
        ranked = in_order(reader, vacancy)
        positions = {line.key: place for place, line in enumerate(ranked, start=1)}
        lines: list[Line] = list(ranked)
        if everything:
            lines += [line for line in reader.lines(vacancy, "tier") if line.key not in positions]
        remarks = reader.note_texts(vacancy)
    rows = [_row(line, positions.get(line.key), _notes(line.note, remarks.get(line.key))) for line in lines]
    name = record.line.reference or vacancy_id(vacancy)
    return Sheet(name, record.line.title, record.criteria.number, columns, rows, 0, "")


def _row(line: Line, rank: int | None, note: str | None) -> Row:
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
        from recruiter_tui.writing.xlsx import xlsx_bytes  # noqa: PLC0415 - a heavy library

        write_whole(path, [xlsx_bytes(sheet)], force=force)
    elif suffix == ".json":
        from recruiter_tui.writing.json import json_bytes  # noqa: PLC0415 - only what is asked for

        write_whole(path, [json_bytes(sheet)], force=force)
    else:
        from recruiter_tui.writing.csv import csv_bytes  # noqa: PLC0415 - only what is asked for

        write_whole(path, csv_bytes(sheet), force=force)

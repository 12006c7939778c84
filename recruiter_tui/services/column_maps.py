"""What the columns of unknown tables mean: asked once, remembered in the store by the table's headings."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Mapping as Words
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from recruiter_tui.domain.errors import Refused
from recruiter_tui.domain.text import clean
from recruiter_tui.reading.candidates.dialects.mapping import Mapping
from recruiter_tui.reading.candidates.table_samples import TableSample
from recruiter_tui.services.gathering import tables_below
from recruiter_tui.services.views import Changed

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from recruiter_tui.services.room import Room
    from recruiter_tui.store.reading import Reader
    from recruiter_tui.store.writing import Unit

Answer = Words[str, str | None]
"""Heading to what its column means; None keeps its text."""
Answers = Words[str, Answer]
"""Answers by the digest of a table's headings."""
_PREFIX: Final = "columns/"
_LONGEST: Final = 200
_FEWEST: Final = 2
"""Columns from which on asking makes sense."""


@dataclass(frozen=True, slots=True)
class Table:
    """A table of an import: its beginning, and what its columns mean as far as that is known."""

    sample: TableSample
    mapping: Mapping
    asks: bool
    """Whether it cannot come in before a person says what its columns mean."""

    @property
    def name(self) -> str:
        """Return the file, with the sheet where there are several."""
        return (
            f"{self.sample.source.file}, {self.sample.sheet}"
            if self.sample.sheet
            else self.sample.source.file
        )


class ColumnMaps:
    """The use cases around tables that no system's headings give away."""

    def __init__(self, room: Room) -> None:
        """Work on the room's store."""
        self._room = room

    async def tables(self, paths: Sequence[Path]) -> list[Table]:
        """Return the tables among files and folders, in their order; what is no table is left out."""
        known = await self._room.read(remembered)
        return await asyncio.to_thread(
            lambda: [one for path in tables_below(paths) for one in _tables(path, known)]
        )

    async def remember(self, table: Table, answer: Answer, *, actor: str | None = None) -> Changed:
        """Remember what a table's columns mean, for every table with the same headings; undo forgets it.

        Raises Refused for a meaning that there is none of, and where no column would say who applied.
        """
        checked(table.sample, answer)
        return await self._keep({table.mapping.key: _told(table.sample.mapping(), answer)}, table.name, actor)

    async def given(
        self, paths: Sequence[Path], words: Answer, *, keep: bool, actor: str | None = None
    ) -> dict[str, Answer]:
        """Return all answers, with `words`, heading to meaning, put over those of the tables among `paths`.

        With `keep` they are remembered. Raises Refused for a heading that no table has.
        """
        from recruiter_tui.reading.candidates.dialects.headings import key

        tables = await self.tables(paths)
        headings = {key(column.heading): column.heading for one in tables for column in one.mapping.columns}
        for heading in words:
            if key(heading) not in headings:
                problem = f"no table has a column {clean(heading, limit=_LONGEST)!r}"
                there = ", ".join(list(headings.values())[: _LONGEST // 10]) or "none, as there is no table"
                raise Refused(problem, f"the columns are {there}")
        known: dict[str, Answer] = dict(await self._room.read(remembered))
        fresh: dict[str, Answer] = {}
        for table in tables:
            names = {key(column.heading) for column in table.mapping.columns}
            mine = {heading: said for heading, said in words.items() if key(heading) in names}
            if mine:
                answer = {**known.get(table.mapping.key, {}), **mine}
                _read(table.sample, answer)
                fresh[table.mapping.key] = answer
        if keep and fresh:
            await self._keep(fresh, ", ".join(dict.fromkeys(one.name for one in tables)), actor)
        return {**known, **fresh}

    async def _keep(self, answers: Answers, what: str, actor: str | None) -> Changed:
        """Write answers that differ from what is remembered, as one act."""

        def work(unit: Unit) -> bool:
            changed = False
            for digest, answer in answers.items():
                name, value = f"{_PREFIX}{digest}", json.dumps(answer, ensure_ascii=False, sort_keys=True)
                found = unit.reader.setting(name)
                if found is None and answer:
                    unit.insert("setting", {"name": name, "value": value})
                    changed = True
                elif found is not None:
                    changed |= unit.update("setting", found[0], {"value": value})
            unit.summary = f"the columns of {clean(what, limit=_LONGEST)} were said"
            return changed

        done = await self._room.write("mapped", work, actor=actor)
        return Changed(done.summary, done.sequence) if done.result else Changed("nothing new was said")


def remembered(reader: Reader) -> dict[str, Answer]:
    """Return what persons said about columns; an answer that this program does not know is left out."""
    from recruiter_tui.reading.candidates.dialects.mapping import ANSWERS

    found: dict[str, Answer] = {}
    for name, value in reader.settings(_PREFIX).items():
        said = json.loads(value)
        found[name.removeprefix(_PREFIX)] = {
            heading: field for heading, field in said.items() if field is None or field in ANSWERS
        }
    return found


def checked(sample: TableSample, answer: Answer) -> Mapping:
    """Return the mapping under an answer; raises Refused where a table cannot come in under it."""
    mapping = _read(sample, answer)
    if mapping.twice:
        problem = f"two columns are said to be {mapping.twice}"
        raise Refused(problem, "keep one of them as text")
    if not mapping.is_certain:
        problem = "no column says who the applicants are"
        raise Refused(problem, "say which one is the name, the e-mail address or the application's number")
    return mapping


def _read(sample: TableSample, answer: Answer) -> Mapping:
    try:
        return sample.mapping({sample.mapping().key: answer})
    except ValueError as error:
        problem, _, remedy = str(error).partition("; ")
        raise Refused(problem, remedy) from None


def _told(mapping: Mapping, answer: Answer) -> Answer:
    """Return of an answer what the headings do not say by themselves."""
    by_itself = {one.heading: one.field for one in mapping.columns if one.certainty == "known"}
    return {
        heading: field
        for heading, field in answer.items()
        if heading not in by_itself or by_itself[heading] != field
    }


def _tables(path: Path, known: Answers) -> list[Table]:
    """Return the tables of one file, none of a file that cannot be read: the import says why."""
    from recruiter_tui.reading.candidates.incoming import Unclear
    from recruiter_tui.reading.candidates.table_samples import samples

    try:
        found = [(sample, sample.mapping(known)) for sample in samples(path)]
    except (Unclear, UnicodeError, OSError):
        return []
    stands = any(mapping.is_certain and not mapping.twice for _, mapping in found)
    return [
        Table(sample, mapping, not stands and _can_be_asked(sample, mapping)) for sample, mapping in found
    ]


def _can_be_asked(sample: TableSample, mapping: Mapping) -> bool:
    """Tell whether a table looks like one whose columns a person could tell."""
    return (
        len(mapping.columns) >= _FEWEST
        and bool(sample.rows)
        and not (mapping.is_no_table or mapping.has_data_for_headings)
    )

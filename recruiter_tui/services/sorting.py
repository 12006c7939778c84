"""What an import's rows are: new, stored already, different from what is stored, or not to be taken in."""

from __future__ import annotations

import asyncio
import itertools
import time
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from recruiter_tui.reading.candidates.incoming import Incoming
from recruiter_tui.services.arrivals import fingerprint, merged
from recruiter_tui.services.corrections import applied
from recruiter_tui.services.folders import state_of
from recruiter_tui.services.gathering import gathered
from recruiter_tui.services.steps import in_thread
from recruiter_tui.services.views import RowProblem

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from recruiter_tui.services.column_maps import Answers
    from recruiter_tui.services.room import Room
    from recruiter_tui.services.steps import Steps
    from recruiter_tui.store.reading import Reader
    from recruiter_tui.store.records import Incoming as Known

CHUNK = 100
_MOMENT = 0.1
"""Seconds after which is told how far the reading has come: papers take their time."""
Corrections: TypeAlias = "Mapping[str, Sequence[tuple[str, str]]]"
"""Application number to the facts that a person corrected before they were stored: path and wording."""


@dataclass(slots=True)
class Sorted:
    """An import's rows by what is to become of them."""

    fresh: list[Incoming] = field(default_factory=list)
    unchanged: int = 0
    differing: dict[str, tuple[int, int, Incoming]] = field(default_factory=dict)
    """Application number to its key, its candidate and the row that says something else."""
    problems: list[RowProblem] = field(default_factory=list)
    warnings: list[RowProblem] = field(default_factory=list)
    prints: dict[str, str] = field(default_factory=dict)
    """The fingerprints of the new rows by application number: by what their file says."""
    corrected: int = 0
    """How many new rows a person corrected on the way in."""

    def correct(self, wishes: Corrections, by: str, at: str) -> None:
        """Correct facts of new rows; raises Refused for a wording that means nothing certain."""
        for number, row in enumerate(self.fresh):
            mine = wishes.get(row.application.id)
            if mine:
                self.corrected += 1
                application, candidate = applied(row.application, row.candidate, mine, by, at)
                self.fresh[number] = replace(row, application=application, candidate=candidate)


Printed: TypeAlias = "tuple[Incoming | RowProblem, str]"
"""What a file holds, with its fingerprint."""


class _Earlier(NamedTuple):
    """A row that was read already."""

    print: str
    sha256: str
    place: str


@dataclass(slots=True)
class LastRead:
    """What files held when they were looked at, for the import that follows."""

    state: object = None
    papers: tuple[Path, ...] = ()
    """The papers that rows of tables name, wherever they lie."""
    rows: list[Printed] = field(default_factory=list)

    def forget(self) -> None:
        """Give the memory back."""
        self.state, self.papers, self.rows = None, (), []

    def keep(self, rows: list[Printed]) -> None:
        """Keep what was read."""
        self.rows = rows
        named = {file.path for each, _print in rows for file in getattr(each, "files", ())}
        self.papers = tuple(sorted(named))

    def stands(self, paths: Sequence[Path], answers: Answers) -> object:
        """Return how the files, and the papers that they name, are now; None where that is not known."""
        seen = state_of([*paths, *self.papers])
        return None if seen is None else (seen, repr(sorted(answers.items())))


async def sort(
    room: Room,
    paths: Sequence[Path],
    vacancy: int,
    answers: Answers,
    steps: Steps,
    last: LastRead | None = None,
) -> Sorted:
    """Read everything, and tell the new rows from the known ones; `answers` say what tables' columns mean.

    Files that are as they were in the `last` reading are not read again.
    """
    kept = last or LastRead()
    now = await asyncio.to_thread(kept.stands, paths, answers)
    if now is None or now != kept.state:
        kept.forget()
        before = await asyncio.to_thread(state_of, paths)
        kept.keep(await _read(room, paths, answers, steps))
        if before is not None and before == await asyncio.to_thread(state_of, paths):
            kept.state = await asyncio.to_thread(kept.stands, paths, answers)
    known = await room.read(lambda reader: reader.known(vacancy))
    found = await asyncio.to_thread(_sorted, kept.rows, known)
    await _keep_really_differing(room, vacancy, found)
    return found


async def _read(room: Room, paths: Sequence[Path], answers: Answers, steps: Steps) -> list[Printed]:
    """Read everything, with fingerprints."""
    reading = gathered(paths, answers)
    rows: list[Printed] = []

    def between() -> None:
        steps.check()
        room.store.let_by()

    try:
        while chunk := await in_thread(lambda: _next_rows(reading, between)):
            rows += chunk
            steps.step(len(rows), None)
    finally:
        await asyncio.shield(asyncio.to_thread(reading.close))  # it may wait for a paper that is being read
    return rows


def _sorted(rows: Iterable[Printed], known: Mapping[str, Known]) -> Sorted:
    """Tell the new rows from the known ones."""
    found = Sorted()
    seen: dict[str, _Earlier] = {}
    for each, print_ in rows:
        if isinstance(each, RowProblem):
            (found.warnings if each.is_warning else found.problems).append(each)
            continue
        name = each.application.id
        if name in seen:
            again = _again(each, seen[name], print_)
            (found.warnings if again.is_warning else found.problems).append(again)
            continue
        seen[name] = _Earlier(print_, each.source.sha256, f"{each.source.file} {each.row}".strip())
        stored = known.get(name)
        if stored is None:
            found.fresh.append(each)
            found.prints[name] = print_
        elif stored.fingerprint == print_:
            found.unchanged += 1
        else:
            found.differing[name] = (stored.key, stored.candidate, each)
    return found


def _next_rows(reading: Iterator[Incoming | RowProblem], between: Callable[[], None]) -> list[Printed]:
    """Read some rows on, with their fingerprints, for a moment; `between` is called between rows."""
    found = []
    until = time.monotonic() + _MOMENT
    for each in itertools.islice(reading, CHUNK):
        found.append((each, "" if isinstance(each, RowProblem) else fingerprint(each)))
        between()
        if time.monotonic() > until:
            break
    return found


def _again(row: Incoming, earlier: _Earlier, print_: str) -> RowProblem:
    """Return what to say of an application that came already: the same counts once, another is refused."""
    if not row.row and row.source.sha256 == earlier.sha256:
        what, remedy = f"the same file as {earlier.place}, byte for byte", "it is taken in once"
        return RowProblem(row.source.file, "", what, remedy, is_warning=True)
    if print_ == earlier.print:
        what, remedy = f"says the same as {earlier.place}", "it is taken in once"
        return RowProblem(row.source.file, row.row, what, remedy, is_warning=True)
    problem = f"{earlier.place} holds the same application with other content"
    return RowProblem(row.source.file, row.row, problem, "remove one of the two, or correct its id")


async def _keep_really_differing(room: Room, vacancy: int, found: Sorted) -> None:
    """Leave out the rows that say nothing else than what is stored, though in other words or columns."""

    def ask(reader: Reader) -> set[str]:
        keys = [key for key, _, _ in found.differing.values()]
        stored = {one.key: one for one in reader.applicants(vacancy, keys)}
        lines = {line.key: line for line in reader.rows(keys)}
        remarks = reader.note_texts(vacancy)
        same = set()
        for name, (key, _, incoming) in found.differing.items():
            now = stored[key]
            said = {*(remarks.get(key) or "").split("\n"), remarks.get(key), lines[key].note, None}
            whole = "\n".join(filter(None, (lines[key].note, remarks.get(key))))
            if (
                merged(now, incoming) == (now.application, now.candidate)
                and set(incoming.tags) <= set(lines[key].tags)
                and incoming.note in {*said, whole}
            ):
                same.add(name)
        return same

    if found.differing:
        for name in await room.read(ask):
            del found.differing[name]
            found.unchanged += 1

"""Intake: files become applications, all or none of an import; a whole import can be taken back."""

from __future__ import annotations

import asyncio
import os
import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from recruiter_tui.domain.errors import NotFound, Refused
from recruiter_tui.services.gathering import problems_csv
from recruiter_tui.services.judging import Judge, read_by_rules, rescreen
from recruiter_tui.services.rows import vacancy_id
from recruiter_tui.services.sorting import Corrections, LastRead, Sorted, sort
from recruiter_tui.services.staging import papers_in, portions, prepared, staging, update_stored
from recruiter_tui.services.steps import Steps
from recruiter_tui.services.views import Changed, ImportReport
from recruiter_tui.services.withdrawing import in_portions
from recruiter_tui.writing.files import shown, write_whole

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from recruiter_tui.services.column_maps import Answer, Answers
    from recruiter_tui.services.history import History
    from recruiter_tui.services.preview import ImportBatch, Preview, PreviewRow
    from recruiter_tui.services.room import Room
    from recruiter_tui.services.views import RowProblem
    from recruiter_tui.store.loading import Loading
    from recruiter_tui.store.records import VacancyRecord

_PAUSE = 0.002  # seconds between chunks, so that a decision slips in
_BATCH = re.compile(r"[Bb]?([0-9]{1,12})")

Progress = "Callable[[int, int | None], None]"


@dataclass(frozen=True, slots=True)
class _Wish:
    """What the person asked for."""

    dry_run: bool
    update: bool
    partial: bool
    actor: str


class Intake:
    """The use cases of taking applications in."""

    def __init__(self, room: Room, history: History) -> None:
        """Work on the room's store; the history turns imports round."""
        self._room = room
        self._history = history
        self._last = LastRead()
        """What the last look at files found, so that taking them in need not read them again."""

    async def load(  # noqa: PLR0913 - each is a wish of its own, given by name
        self,
        paths: Sequence[Path],
        vacancy: str,
        *,
        dry_run: bool = False,
        update: bool = False,
        partial: bool = False,
        errors: Path | None = None,
        columns: Answer | None = None,
        corrections: Corrections | None = None,
        actor: str | None = None,
        progress: Callable[[int, int | None], None] | None = None,
        cancelled: Callable[[], bool] | None = None,
    ) -> ImportReport:
        """Read files and folders and take the applications in, all or none, screened.

        A row that cannot be read refuses the whole import, unless `partial` takes in the others. The rows
        that were refused are listed in `errors`, by default beside the first file. The same row again
        changes nothing; one that differs is listed, and applied only with `update`. `cancelled` is asked
        between chunks; then nothing stays. `columns` says what columns of tables mean, heading to field,
        which is remembered for tables with the same headings; `corrections` holds facts of new rows that
        a person corrected before they are stored.
        """
        record = await self._room.read(lambda reader: reader.vacancy(reader.vacancy_key(vacancy)))
        steps = _steps(progress, cancelled)
        answers = await self._answers(paths, columns, keep=not dry_run, actor=actor)
        found = await sort(self._room, paths, record.line.key, answers, steps, self._last)
        wish = _Wish(dry_run, update, partial, self._room.acting(actor))
        found.correct(corrections or {}, wish.actor, self._room.now())
        refused = bool(found.problems) and not partial
        report = ImportReport(
            batch=None,
            added=len(found.fresh),
            updated=len(found.differing) if update else 0,
            unchanged=found.unchanged,
            differing=() if update else tuple(found.differing),
            problems=tuple(found.problems),
            warnings=tuple(found.warnings),
            dry_run=dry_run,
            refused=refused,
            error_file=await self._listed(found.problems, paths, errors, dry_run=dry_run),
        )
        if refused or dry_run or not (found.fresh or (update and found.differing)):
            return _nothing_added(report) if refused else report
        batch = await self._stored(record, found, paths, wish, steps)
        self._last.forget()
        return _in_batch(report, batch)

    async def preview(
        self,
        paths: Sequence[Path],
        vacancy: str,
        *,
        progress: Callable[[int, int | None], None] | None = None,
        cancelled: Callable[[], bool] | None = None,
    ) -> Preview:
        """Read files and folders and return what taking them in would bring, row by row; stores nothing."""
        from recruiter_tui.services.preview import preview_of

        key = await self._room.read(lambda reader: reader.vacancy_key(vacancy))
        steps = _steps(progress, cancelled)
        found = await sort(self._room, paths, key, await self._answers(paths), steps, self._last)
        return await self._room.read(lambda reader: preview_of(found, reader))

    def corrected(self, row: PreviewRow, fact: str, value: str) -> PreviewRow:
        """Return a row that is not stored yet with one fact corrected, as `load` will; raises Refused."""
        from recruiter_tui.services.preview import corrected

        return corrected(row, fact, value, self._room.actor, self._room.now())

    async def batches(self) -> list[ImportBatch]:
        """Return the imports that stand, the newest first."""
        from recruiter_tui.services.preview import batch_of

        return [batch_of(line) for line in await self._room.read(lambda reader: reader.people.batches())]

    async def revert(
        self,
        batch: str,
        *,
        force: bool = False,
        actor: str | None = None,
        progress: Callable[[int, int | None], None] | None = None,
        cancelled: Callable[[], bool] | None = None,
    ) -> Changed:
        """Take one whole import back by its name, `B3`; Conflict names the rows that somebody worked on.

        With `force` that work is taken back as well, in one act that undo turns round exactly. `cancelled`
        is asked until that act; then nothing was changed.
        """
        steps = Steps("the taking back", "nothing was changed", progress, cancelled)
        return await self._history.take_back(_number(batch), force=force, actor=actor, steps=steps)

    async def check_untouched(self, batch: str) -> None:
        """Raise WorkedOn where somebody worked on an import since, as `revert` would without `force`."""
        from recruiter_tui.services.withdrawing import plan_of

        await plan_of(self._room, _number(batch), force=False)

    async def _answers(
        self,
        paths: Sequence[Path],
        columns: Answer | None = None,
        *,
        keep: bool = False,
        actor: str | None = None,
    ) -> Answers:
        """Return what persons said about tables' columns, now or before."""
        from recruiter_tui.services.column_maps import ColumnMaps, remembered

        if columns:
            return await ColumnMaps(self._room).given(paths, columns, keep=keep, actor=actor)
        return await self._room.read(remembered)

    async def _listed(
        self, problems: Sequence[RowProblem], paths: Sequence[Path], errors: Path | None, *, dry_run: bool
    ) -> str | None:
        """Write the refused rows to a file, where there are any; return its path as it is shown.

        A dry run writes one only where it was asked for. A list from an earlier attempt is replaced.
        """
        if not problems or (dry_run and errors is None):
            return None
        path = errors or _list_beside(paths[0])
        try:
            await asyncio.to_thread(lambda: write_whole(path, [problems_csv(problems)], force=True))
        except Refused:
            if errors is not None:
                raise
            return None  # the folder of a file to read need not be one to write in; stderr has the list
        return shown(path)

    async def _stored(
        self, record: VacancyRecord, found: Sorted, paths: Sequence[Path], wish: _Wish, steps: Steps
    ) -> str:
        """Stage the rows in chunks, and make them visible together; whatever goes wrong, nothing stays."""
        judge = Judge(record)
        source = ", ".join(shown(path.name) for path in paths[:3]) + (" …" if len(paths) > 3 else "")  # noqa: PLR2004 - enough to know it by
        submit = self._room.store.submit
        loading = await submit(lambda store: store.load(wish.actor, record.line.key, source))
        keys: list[int] = []
        try:
            done = 0
            for rows in portions(found.fresh, lambda: self._room.store.is_acted_on):
                made = await asyncio.to_thread(prepared, judge, rows, found.prints, self._room.store.let_by)
                keys += await submit(staging(loading, *made))
                done += len(rows)
                steps.step(done, len(found.fresh))
                await asyncio.sleep(_PAUSE)
            changed = [row for _, _, row in found.differing.values()] if wish.update else []
            papers = await asyncio.to_thread(papers_in, changed)
            final = _Final(record, found, wish, source, keys, papers)
            await submit(lambda _: self._finish(loading, final))
        except BaseException:
            await asyncio.shield(in_portions(self._room, loading.abandon_some))
            raise
        finally:
            self._room.forget_positions()
        await submit(lambda store: store.end_staging())
        return f"B{loading.batch}"

    @staticmethod
    def _finish(loading: Loading, final: _Final) -> None:
        """Make the import visible, with the updates that were asked for, in one last transaction.

        Where somebody changed meanwhile what the rules read, everybody who came is judged again in it.
        """
        record, found, wish, source, keys, papers = final
        counts = f"{len(found.fresh)} imported" if found.fresh else ""
        if wish.update and found.differing:
            counts = ", ".join(filter(None, (counts, f"{len(found.differing)} updated")))
        if found.corrected:
            counts = f"{counts}, {found.corrected} of them corrected before"
        with loading.finish(f"{counts} from {source} into {vacancy_id(loading.vacancy)}") as unit:
            if wish.update and found.differing:
                update_stored(unit, loading.vacancy, found.differing, papers)
            now = unit.reader.vacancy(loading.vacancy)
            if read_by_rules(now) != read_by_rules(record):
                rescreen(unit, keys)


class _Final(NamedTuple):
    """What the last transaction of an import needs to know."""

    record: VacancyRecord
    """The vacancy as the rows were judged by."""
    found: Sorted
    wish: _Wish
    source: str
    keys: list[int]
    papers: dict[str, bytes]
    """The papers that changed rows name, by hash."""


def _list_beside(path: Path) -> Path:
    """Return the name of the list of what was refused of a file or folder, also of one named `.` or `..`."""
    named = path if path.name not in ("", "..") else Path(os.path.abspath(path))  # noqa: PTH100 - links stay
    return named.parent / f"{named.name}.errors.csv"


def _number(batch: str) -> int:
    """Return the number of an import by its name; raises NotFound."""
    name = _BATCH.fullmatch(batch.strip())
    if name is None:
        problem = f"{batch!r} is no import"
        raise NotFound(problem, "an import has a name like B3; the history lists them")
    return int(name[1])


def _nothing_added(report: ImportReport) -> ImportReport:
    """Return the report of an import that was refused as a whole."""
    from dataclasses import replace

    return replace(report, added=0, updated=0)


def _in_batch(report: ImportReport, batch: str) -> ImportReport:
    """Return the report of an import that was stored."""
    from dataclasses import replace

    return replace(report, batch=batch)


def _steps(progress: Callable[[int, int | None], None] | None, cancelled: Callable[[], bool] | None) -> Steps:
    """Return the steps of an import."""
    return Steps("the import", "nothing was taken in", progress, cancelled)

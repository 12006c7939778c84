"""Reading and taking in as jobs of the app: both go on while the recruiter is elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from recruiter_tui.services.preview import Becomes
from recruiter_tui.tui.jobs import Ended, Job
from recruiter_tui.tui.screens.intake_words import standing_sentence, told_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from recruiter_tui.services.column_maps import Table
    from recruiter_tui.services.preview import ImportBatch, Preview
    from recruiter_tui.services.sorting import Corrections
    from recruiter_tui.services.views import ImportReport
    from recruiter_tui.tui.app import RecruiterApp

_NAMED: Final = 2
"""Files that are named before an ellipsis."""


class Files(NamedTuple):
    """Files for one vacancy."""

    paths: tuple[Path, ...]
    vacancy: str
    title: str

    @property
    def named(self) -> str:
        """Return what they are called, and where they go."""
        names = ", ".join(path.name for path in self.paths[:_NAMED])
        return f"{names}{' …' if len(self.paths) > _NAMED else ''} into {self.title or self.vacancy}"


class Looked(NamedTuple):
    """What was read and waits for a word from a person."""

    files: Files
    tables: Sequence[Table]
    preview: Preview


def claim_on(vacancy: str) -> str:
    """Return what work on a vacancy's applicants claims: such jobs go one after the other."""
    return f"vacancy {vacancy}"


def reading_for(vacancy: str) -> str:
    """Return what reading files for a vacancy claims."""
    return f"reading for {vacancy}"


def look_into(app: RecruiterApp, files: Files, tables: Sequence[Table]) -> Job:
    """Read files in the background and keep what an import would bring; stores nothing.

    What was being read for the same vacancy before is stopped.
    """
    intake = app.services.intake
    for other in app.jobs.on(reading_for(files.vacancy)):
        app.jobs.stop(other)

    async def read(job: Job) -> Ended:
        preview = await intake.preview(
            files.paths, files.vacancy, progress=job.progress, cancelled=job.cancelled
        )
        looked = Looked(files, tables, preview)
        return Ended(standing_sentence(preview), show=lambda app: _back(app, files, looked), found=looked)

    return app.jobs.begin(Job("reading", files.named, frozenset({reading_for(files.vacancy)})), read)


def take_in(
    app: RecruiterApp, files: Files, *, partly: bool, update: bool, corrections: Corrections | None
) -> Job:
    """Take files in as one import, in the background; a second one into the same vacancy waits for it."""
    intake = app.services.intake

    async def load(job: Job) -> Ended:
        report = await intake.load(
            files.paths,
            files.vacancy,
            update=update,
            partial=partly,
            corrections=corrections,
            progress=job.progress,
            cancelled=job.cancelled,
        )
        changed = told_of(report)
        sentence = changed.summary or _refused(report)
        return Ended(
            sentence,
            None if report.refused else changed,
            lambda app: _report(app, files, report),
            refused=report.refused,
            found=report,
        )

    return app.jobs.begin(Job("taking in", files.named, frozenset({claim_on(files.vacancy)})), load)


def take_back(app: RecruiterApp, batch: ImportBatch, *, force: bool) -> Job:
    """Take a whole import back, in the background; with `force` what was done since goes as well."""
    intake = app.services.intake

    async def revert(job: Job) -> Ended:
        changed = await intake.revert(batch.name, force=force, progress=job.progress, cancelled=job.cancelled)
        return Ended(changed.summary, changed)

    about = f"{batch.name} from {batch.source}"
    return app.jobs.begin(Job("taking back", about, frozenset({claim_on(batch.vacancy)})), revert)


def refuses(preview: Preview | None) -> bool:
    """Tell whether an import of everything would be refused."""
    return preview is not None and preview.count(Becomes.REFUSED) > 0


def _refused(report: ImportReport) -> str:
    count = len(report.problems)
    return f"nothing was taken in: {'1 row is' if count == 1 else f'{count} rows are'} refused"


def _report(app: RecruiterApp, files: Files, report: ImportReport) -> None:
    """Show what an import brought, and lead to the intake."""
    from recruiter_tui.tui.dialogs.import_report import ImportReportDialog

    def go(to_intake: bool | None) -> None:  # noqa: FBT001 - the dialog's answer
        if to_intake:
            _back(app, files)

    app.push_screen(ImportReportDialog(files.named, report), go)


def _back(app: RecruiterApp, files: Files, looked: Looked | None = None) -> None:
    """Go to the intake of a vacancy, and to what was read for it."""
    from recruiter_tui.tui.screens.intake import IntakeScreen

    here = app.room
    if isinstance(here, IntakeScreen) and here.files.vacancy == files.vacancy:
        here.take_over(looked)
    else:
        app.push_screen(IntakeScreen(files.vacancy, files.title, looked))

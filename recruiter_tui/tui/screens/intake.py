"""The intake: what came, what was understood, what has flags; and the imports that stand."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from textual import work
from textual.containers import Horizontal

from recruiter_tui.services.preview import Becomes, Preview, PreviewRow
from recruiter_tui.tui.commands import key
from recruiter_tui.tui.commands_base import Need, Place
from recruiter_tui.tui.drawing.intake import row_lines
from recruiter_tui.tui.jobs import State
from recruiter_tui.tui.screens.intake_asking import Asking
from recruiter_tui.tui.screens.intake_words import corrections_of, standing
from recruiter_tui.tui.screens.taking_in import (
    Files,
    Looked,
    claim_on,
    look_into,
    reading_for,
    refuses,
    take_in,
)
from recruiter_tui.tui.signs import Ink
from recruiter_tui.tui.text import counted
from recruiter_tui.tui.widgets.facts_pane import FactsPane
from recruiter_tui.tui.widgets.intake_tables import BatchTable, PreviewTable
from recruiter_tui.tui.widgets.job_line import JobLine
from recruiter_tui.tui.widgets.pane_bar import Divider
from recruiter_tui.tui.widgets.source import Roll

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult
    from textual.events import Resize

    from recruiter_tui.services.column_maps import Table
    from recruiter_tui.services.views import Changed
    from recruiter_tui.tui.jobs import Job, Jobs
    from recruiter_tui.tui.widgets.record_table import RecordTable

_ROOMY: Final = 100
"""From this width on list and facts stand side by side."""


class IntakeScreen(Asking):
    """Chooses files, shows what they would bring, takes them in and takes whole imports back."""

    PLACE = Place.INTAKE
    AUTO_FOCUS = ""
    CSS = """
    #intake { height: 1fr; }
    #intake PreviewTable { width: 5fr; }
    #intake FactsPane { width: 4fr; }
    """

    def __init__(self, vacancy: str, title: str, looked: Looked | None = None) -> None:
        """Take the vacancy that applications go to, and what was read for it."""
        super().__init__()
        self.files = Files((), vacancy, title)
        self.table = PreviewTable(id="rows")
        self.batches = BatchTable(id="imports")
        self.divider = Divider()
        self.facts = FactsPane()
        self.jobs_line = JobLine()
        self.preview: Preview | None = None
        self.tables: Sequence[Table] = ()
        self._rows: dict[int, PreviewRow] = {}
        self._flagged_only = False
        self._at_facts = False
        self._looked = looked
        self._aside: Preview | None = None
        """What was read and is not shown, because the imports are."""
        self._awaited: Job | None = None
        """The import that this screen began, whose end it tells."""

    def compose(self) -> ComposeResult:
        """Show the rows beside their facts, or the imports."""
        yield from self.frame(
            self.jobs_line, Horizontal(self.table, self.divider, self.facts, self.batches, id="intake")
        )

    def on_mount(self) -> None:
        """Begin with the imports that stand, or with what was read meanwhile."""
        self.crumbs("Desk", self.files.title, "Intake")
        self._place()
        self.batches.focus()
        self.read()
        self.app.jobs.moved.subscribe(self, self._follow)
        self._follow(self.app.jobs)
        self.take_over(self._looked)

    def on_resize(self, event: Resize) -> None:
        """Show list and facts side by side, or one of them."""
        self._place(event.size.width)

    def on_changed(self, changed: Changed) -> None:
        """Read the imports again."""
        if changed.everything or changed.applications:
            self.read()

    @work(exclusive=True, group="imports")
    async def read(self) -> None:
        """Read the imports that stand."""
        found = dict(enumerate(await self.services.intake.batches()))
        self.batches.show(Roll(tuple(found), lambda keys: [found[int(key)] for key in keys]))
        self._say()

    # -- jobs ----------------------------------------------------------------------------------------

    def _follow(self, jobs: Jobs) -> None:
        """Show the jobs on this vacancy, and take over what they found."""
        vacancy = self.files.vacancy
        mine = {reading_for(vacancy), claim_on(vacancy)}
        self.jobs_line.put(tuple(job for job in jobs.active if job.claims & mine))
        for job in jobs.all:
            if not (job.is_active or job.used) and reading_for(vacancy) in job.claims:
                job.used = True
                jobs.see(job)
                self._read(job)
        if self._awaited is not None and not self._awaited.is_active:
            job, self._awaited = self._awaited, None
            if job.state is State.REFUSED and job.error is None:
                self.flash("nothing was taken in: some rows are refused (P leaves them out)", Ink.NOT_MET)

    def _read(self, job: Job) -> None:
        """Show what was read, or why nothing was."""
        if job.error is not None and not job.stopped:
            self.failed(job.error)
        found = job.ended.found if job.ended is not None else None
        self.take_over(found if isinstance(found, Looked) else None)

    def take_over(self, looked: Looked | None) -> None:
        """Show what was read, if anything was."""
        if looked is not None:
            self.files, self.tables, self.preview = looked.files, looked.tables, looked.preview
            self._flagged_only = False
            self.show_preview()

    # -- choosing and looking ------------------------------------------------------------------------

    @work(group="ask", exclusive=True)
    async def action_choose(self) -> None:
        """Ask for files, and read them without storing anything."""
        from recruiter_tui.tui.dialogs.paths import PathDialog

        paths = await self.app.push_screen_wait(PathDialog("Take applications in from a file or a folder"))
        if paths:
            self.files = self.files._replace(paths=paths)
            self.tables = await self.services.columns.tables(paths)
            await self.ask_columns([table for table in self.tables if table.asks])
            self.look()

    def look(self) -> None:
        """Have the chosen files read; what they would bring is shown here, or once somebody comes back."""
        look_into(self.app, self.files, self.tables)

    def show_preview(self) -> None:
        """Show the rows that an import would bring, or the imports that stand."""
        rows = self.preview.rows if self.preview else ()
        self._rows = {row.key: row for row in rows if row.flags or not self._flagged_only}
        self.table.show(Roll(tuple(self._rows), lambda keys: [self._rows[int(key)] for key in keys]))
        self._place()
        (self.table if self.preview else self.batches).focus()
        self._show_facts()
        self._say()

    def _show_facts(self) -> None:
        row = self.table.row() if self.preview else None
        self.facts.show(partial(row_lines, row) if row else None)

    def on_record_table_cursor_moved(self, message: RecordTable.CursorMoved) -> None:
        """Show the facts of the row under the cursor."""
        message.stop()
        if message.table is self.table:
            self._show_facts()
        self.refresh_commands()

    def on_record_table_opened(self, message: RecordTable.Opened) -> None:
        """Go to the facts of a row that was clicked twice."""
        message.stop()
        if message.table is self.table:
            self.action_pane()

    def action_flagged(self) -> None:
        """Show only the rows that somebody should look at, or all."""
        self._flagged_only = not self._flagged_only
        self.show_preview()

    def action_imports(self) -> None:
        """List the imports that stand, or go back from them to what was read."""
        self.preview, self._aside = self._aside, self.preview
        self._at_facts = False
        self.show_preview()

    def action_pane(self) -> None:
        """Go to the facts, and back."""
        if self.preview is None:
            return
        self._at_facts = not self.facts.has_focus
        self._place()
        (self.facts if self._at_facts else self.table).focus()

    def _place(self, width: int | None = None) -> None:
        """Show what there is room for."""
        roomy = (self.app.size.width if width is None else width) >= _ROOMY
        looking = self.preview is not None
        self.batches.display = not looking
        self.divider.display = looking and roomy
        self.table.display = looking and (roomy or not self._at_facts)
        self.facts.display = looking and (roomy or self._at_facts)

    # -- acts ----------------------------------------------------------------------------------------

    def action_take(self) -> None:
        """Take in everything that is shown; refused rows stop it."""
        self.take_in(partly=False, update=False)

    def action_take_partly(self) -> None:
        """Take in what can be taken in."""
        self.take_in(partly=True, update=False)

    def action_take_updates(self) -> None:
        """Take in new rows and differences."""
        self.take_in(partly=False, update=True)

    def take_in(self, *, partly: bool, update: bool) -> None:
        """Have the files taken in as one import; rows that are refused stay in view, anything else may go."""
        preview = self.preview
        corrections = corrections_of(preview)
        self._awaited = take_in(self.app, self.files, partly=partly, update=update, corrections=corrections)
        if partly or not refuses(preview):
            self.preview = self._aside = None
            self._at_facts = False
            self.show_preview()

    def action_close(self) -> None:
        """Go from the facts to the rows, from the rows to the imports, else back to the desk."""
        if self._at_facts and self.facts.has_focus:
            self.action_pane()
        elif self.preview is not None:
            self.action_imports()
        else:
            super().action_close()

    # -- saying how things stand ---------------------------------------------------------------------

    def has(self, need: Need) -> bool:
        """Tell whether what a command needs is there."""
        row = self.table.row() if self.preview else None
        return {
            Need.PREVIEW: bool(self.preview and self.preview.rows),
            Need.REFUSED_ROWS: bool(self.preview and self.preview.count(Becomes.REFUSED)),
            Need.NEW_ROW: bool(row and row.can_be_corrected),
            Need.TABLES: bool(self.tables),
            Need.IMPORT: self.preview is None and self.batches.row() is not None,
        }.get(need, True)

    def _say(self) -> None:
        if self.preview is None:
            count = self.batches.source.count
            runs = [(counted(count, "import"), Ink.DIM)]
            if self._aside is not None:
                runs.append((f"  ·  {key('intake.imports')} goes back to the rows that were read", Ink.DIM))
            self.status.show(runs)
        else:
            self.status.show(list(standing(self.preview, flagged_only=self._flagged_only)))
        self.refresh_commands()

"""What runs in the background: how far each job is, a key that stops it, and what came of those before."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final

from textual.binding import Binding, BindingType

from recruiter_tui.tui.dialogs.base import Dialog
from recruiter_tui.tui.jobs import Job
from recruiter_tui.tui.widgets.job_table import JobTable
from recruiter_tui.tui.widgets.source import Roll

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from recruiter_tui.tui.jobs import Jobs


_LEAST: Final = 3
_MOST: Final = 12
"""Lines of the list; more of it scrolls."""


class JobsDialog(Dialog[Job]):
    """Closes with the job whose outcome is to be shown, or with None."""

    DEFAULT_CSS = "JobsDialog JobTable { max-height: 50vh; }"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("x", "stop", show=False),
        Binding("enter", "show", show=False),
        Binding("f3", "dismiss(None)", show=False, id="job.list"),
    ]
    title_text = "In the background"
    hint = "x stops · enter shows what came · j k move · esc closes"
    AUTO_FOCUS = "JobTable"

    def __init__(self) -> None:
        """Build the list; the key that opened it closes it."""
        super().__init__()
        self.table = JobTable()
        self._shown: tuple[Job, ...] = ()

    def middle(self) -> ComposeResult:
        """Give the list."""
        yield self.table

    def on_mount(self) -> None:
        """Follow the jobs; whoever looks here has seen what came."""
        self.app.jobs.moved.subscribe(self, self._put)
        self._put(self.app.jobs)
        for job in self.app.jobs.all:
            self.app.jobs.see(job)

    def _put(self, jobs: Jobs) -> None:
        """Show the jobs as they stand."""
        shown = jobs.all
        if shown == self._shown:
            self.table.reread()
            return
        self._shown = shown
        rows = {id(job): job for job in shown}
        self.table.styles.height = max(_LEAST, min(_MOST, len(rows) * self.table.row_lines))
        self.table.show(Roll(tuple(rows), lambda keys: [rows[int(key)] for key in keys]))

    def on_record_table_opened(self) -> None:
        """Show what came of a job that was clicked twice."""
        self.action_show()

    def action_stop(self) -> None:
        """Stop the job under the cursor."""
        job = self.table.row()
        if job is None or not job.is_active:
            self.complain("This is over.")
            return
        self.complain("")
        self.app.jobs.stop(job)

    def action_show(self) -> None:
        """Close, and show what came of the job under the cursor."""
        job = self.table.row()
        if job is None:
            return
        if job.ended is None or job.ended.show is None:
            self.complain("This is still under way." if job.is_active else "There is nothing more to show.")
        else:
            self.dismiss(job)

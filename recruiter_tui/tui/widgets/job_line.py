"""One line above a screen's content: the work under way on what it shows, and how far it has come."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from recruiter_tui.tui.commands import key
from recruiter_tui.tui.drawing.jobs import bar, share_words, state_run
from recruiter_tui.tui.signs import Ink
from recruiter_tui.tui.text import cut, safe
from recruiter_tui.tui.widgets.lines import Lines, Run, spread

if TYPE_CHECKING:
    from collections.abc import Sequence

    from recruiter_tui.tui.jobs import Job

_BAR: Final = 20
_ROOMY: Final = 72
_ABOUT: Final = 24
_BESIDE: Final = 78
"""Cells of everything else on the line."""


class JobLine(Lines):
    """Takes no room while nothing is under way."""

    DEFAULT_CSS = "JobLine { height: 2; width: 1fr; display: none; }"

    def __init__(self) -> None:
        """Start with no job."""
        super().__init__()
        self._jobs: tuple[Job, ...] = ()

    def put(self, jobs: tuple[Job, ...]) -> None:
        """Show the first of these jobs, and how many more there are."""
        self._jobs = jobs
        if self.display is not bool(jobs):
            self.display = bool(jobs)
        self.refresh()

    def runs(self, y: int, width: int) -> Sequence[Run]:
        """Draw the job; the second line is blank."""
        if y or not self._jobs:
            return ()
        job = self._jobs[0]
        sign, ink = state_run(job)
        left: list[Run] = [(f" {sign} ", ink), (f"{safe(job.title)}  ", Ink.STRONG)]
        if width >= _ROOMY:
            left.append((f"{cut(safe(job.about), max(_ABOUT, width - _BESIDE))}  ", Ink.DIM))
        if job.stopped:
            return [*left, ("stopping …", Ink.DIM)]
        if job.share is not None:
            left += bar(job, _BAR if width >= _ROOMY else _BAR // 2)
        of = f" of {job.total:,}" if job.total else ""
        count = f" {job.done:,}{of}" if job.done or job.total else f" {job.state.value}"
        left.append((count if width >= _ROOMY else f" {share_words(job) or job.state.value}", Ink.TEXT))
        more = f"   {len(self._jobs) - 1} more" if len(self._jobs) > 1 else ""
        right: list[Run] = [(f"{key('job.stop')} stops{more} ", Ink.DIM)]
        return spread(left, right, width)

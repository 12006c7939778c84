"""One line above a screen's content: the work under way on what it shows, and how far it has come."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from recruiter_tui.tui.commands import key
from recruiter_tui.tui.drawing.jobs import bar, share_words, state_run
from recruiter_tui.tui.signs import Ink
from recruiter_tui.tui.text import cut, safe
from recruiter_tui.tui.widgets.bars import taken
from recruiter_tui.tui.widgets.lines import Lines, Run, spread

if TYPE_CHECKING:
    from collections.abc import Sequence

    from recruiter_tui.tui.jobs import Job

_BAR: Final = 20
_ROOMY: Final = 72
_LEAST: Final = 8
"""Cells below which it is not said on what the work is done."""


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
        more = f"   {len(self._jobs) - 1} more" if len(self._jobs) > 1 else ""
        right: list[Run] = [(f"{key('job.stop')} stops{more} ", Ink.DIM)]
        far = self._far(job, roomy=width >= _ROOMY)
        room = width - taken(left) - taken(far) - taken(right) - 3
        if room >= _LEAST:
            left.append((f"{cut(safe(job.about), room)}  ", Ink.DIM))
        return spread([*left, *far], () if job.stopped else right, width)

    @staticmethod
    def _far(job: Job, *, roomy: bool) -> list[Run]:
        """Return how far the job is."""
        if job.stopped:
            return [("stopping …", Ink.DIM)]
        shown = bar(job, _BAR if roomy else _BAR // 2) if job.share is not None else []
        far = job.counted if roomy else share_words(job)
        return [*shown, (f" {far or job.state.value}", Ink.TEXT)]

"""How jobs are drawn: a quiet line on every screen, and a bar of how far one has come."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from recruiter_tui.tui.commands import key
from recruiter_tui.tui.jobs import State
from recruiter_tui.tui.signs import Ink, bar_signs, job_sign
from recruiter_tui.tui.text import cut, safe

if TYPE_CHECKING:
    from collections.abc import Sequence

    from recruiter_tui.tui.jobs import Job, Jobs
    from recruiter_tui.tui.widgets.lines import Run

_INKS: Final = {
    State.WAITING: Ink.DIM,
    State.RUNNING: Ink.ACCENT,
    State.DONE: Ink.MET,
    State.STOPPED: Ink.DIM,
    State.REFUSED: Ink.NOT_MET,
}
_SHORTER: Final = (48, 36, 26, 12)
"""Cells of what came of a job where room is short."""


def state_run(job: Job) -> Run:
    """Return the sign of where a job stands."""
    return job_sign(job.state.name), _INKS[job.state]


def share_words(job: Job) -> str:
    """Return how far a job is in few letters: `24 %`, `1,200`, or nothing where nobody knows."""
    if job.share is not None:
        return f"{100 * job.share:.0f} %"
    return f"{job.done:,}" if job.done else ""


def bar(job: Job, cells: int) -> list[Run]:
    """Return a bar of how much is done; an empty one where nobody knows."""
    full, empty = bar_signs()
    filled = round((job.share or 0) * cells)
    return [(full * filled, Ink.ACCENT), (empty * (cells - filled), Ink.RULE)]


def quiet_lines(jobs: Jobs) -> tuple[Sequence[Run], ...]:
    """Return what a status line says of the jobs, the longest form first; nothing where nothing is to say."""
    active = jobs.active
    if len(active) == 1:
        return _one(active[0])
    if active:
        return _several(active)
    return _came(jobs.told) if jobs.told is not None else ()


def _one(job: Job) -> tuple[Sequence[Run], ...]:
    stops = key("job.stop")
    long: list[Run] = [(safe(str(job)), Ink.ACCENT)]
    short: list[Run] = [(f"{safe(job.title)} {share_words(job)}".rstrip(), Ink.ACCENT)]
    if not job.stopped:
        long.append((f"  {stops} stops ", Ink.DIM))
        short.append((f"  {stops} ", Ink.DIM))
    return long, short


def _several(active: Sequence[Job]) -> tuple[Sequence[Run], ...]:
    here = next((job for job in active if job.state is State.RUNNING), active[0])
    lists = key("job.list")
    count = f"{len(active)} under way"
    far = f"{safe(here.title)} {share_words(here)}".rstrip()
    return (
        [(f"{count}: {far} …", Ink.ACCENT), (f"  {lists} lists ", Ink.DIM)],
        [(count, Ink.ACCENT), (f"  {lists} ", Ink.DIM)],
    )


def _came(job: Job) -> tuple[Sequence[Run], ...]:
    sign, ink = state_run(job)
    shows = key("job.list")
    said = safe(job.outcome)
    forms: list[Sequence[Run]] = [[(f"{sign} ", ink), (said, Ink.TEXT), (f"  {shows} shows ", Ink.DIM)]]
    forms += [
        [(f"{sign} ", ink), (cut(said, cells), Ink.TEXT), (f" {shows} ", Ink.DIM)] for cells in _SHORTER
    ]
    return tuple(forms)

"""One month of a career in words: what of it counts, by which jobs, and why not more."""

from __future__ import annotations

import calendar
from typing import TYPE_CHECKING

from recruiter_tui.domain.months import UNIT
from recruiter_tui.domain.notice_words import day_words
from recruiter_tui.domain.policy import ExperiencePolicy
from recruiter_tui.domain.telling import flag_told
from recruiter_tui.tui.drawing.blocks import text
from recruiter_tui.tui.drawing.cells import plain
from recruiter_tui.tui.drawing.findings import SILENCES
from recruiter_tui.tui.drawing.line import Line, line
from recruiter_tui.tui.drawing.numbers import months, share
from recruiter_tui.tui.signs import Ink

if TYPE_CHECKING:
    from collections.abc import Iterator

    from recruiter_tui.domain.person import Candidate
    from recruiter_tui.domain.timeline import Bar, MonthShare
    from recruiter_tui.tui.drawing.timeline import Months


def month_name(month: int) -> str:
    """Return a month, counted from year 0, as `March 2019`."""
    return f"{calendar.month_name[month % 12 + 1]} {month // 12}"


def month_lines(career: Months, candidate: Candidate, month: int, width: int) -> Iterator[Line]:
    """Yield what counts of a month and why.

    Args:
        career: The months under the vacancy's policy.
        candidate: Whose jobs they are.
        month: Counted from year 0.
        width: Cells of every line.
    """
    found = career.laid_out.share(month // 12, month % 12 + 1)
    low, high = (found.low, found.high) if found is not None else (0, 0)
    counts = f"{months(low, high)} of a month counts" if high else "nothing of it counts"
    if low == high == 1:
        counts = "all of it counts"
    ink = Ink.ACCENT if low else Ink.OPEN if high else Ink.DIM
    yield line(width, (month_name(month), Ink.STRONG), ("   ", Ink.TEXT), (counts, ink))
    for words in _why(career, found, month):
        yield from text(width, words, Ink.DIM)
    bars = {bar.job: bar for bar in career.laid_out.bars}
    for place in found.jobs if found is not None else ():
        job, bar = candidate.employment[place], bars[place]
        label = " · ".join(plain(part) for part in (job.title, job.employer) if part) or "job without a title"
        yield line(width, ("  ", Ink.TEXT), (label, Ink.TEXT))
        yield from text(width, " · ".join(_said(bar, month)), Ink.DIM, indent=4)


def _why(career: Months, found: MonthShare | None, month: int) -> Iterator[str]:
    """Yield what bounds the month as a whole."""
    cut_off, policy = career.laid_out.cut_off, career.policy.experience
    if month > cut_off.year * 12 + cut_off.month - 1:
        yield f"it lies after the cut-off, {day_words(cut_off)}"
        return
    if found is None or not found.jobs:
        yield "no job of the file covers it"
        return
    if career.after is not None and (month + 1) * UNIT <= career.after.positions[1]:
        yield "it lies before the degree from which on this policy counts"
    if found.overlaps:
        if policy is ExperiencePolicy.SUM:
            yield f"{len(found.jobs)} jobs at once, each counted in full"
        else:
            yield f"{len(found.jobs)} jobs at once: every day counts once, at most as full time"
    if found.low != found.high:
        yield "the dates leave open how much: the shortest and the longest reading are shown"


def _said(bar: Bar, month: int) -> list[str]:
    """Return what a job brings to a month."""
    said = [share(bar.fte) + " of full time"]
    for stretch, word in ((bar.certain, "covers it"), (bar.possible, "may cover it")):
        if stretch is not None and stretch[0] < month + 1 and stretch[1] > month:
            whole = stretch[0] <= month and stretch[1] >= month + 1
            said.append(f"{word} {'whole' if whole else 'in part'}")
            break
    else:
        said.append("does not count")
    return [*said, *(plain(flag_told(flag)) for flag in bar.flags if flag not in SILENCES)]

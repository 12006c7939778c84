"""What an import brought, as lines: counts, what differs, and rows that were refused or are to look at."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Final

from recruiter_tui.tui.drawing.blocks import heading, text
from recruiter_tui.tui.drawing.cells import plain
from recruiter_tui.tui.drawing.line import Line, line
from recruiter_tui.tui.signs import Ink
from recruiter_tui.tui.text import counted

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from recruiter_tui.services.views import ImportReport, RowProblem

_MOST: Final = 400
"""Rows of one kind that are listed; the file of refused rows has all of them."""


def report_lines(report: ImportReport, width: int) -> Iterator[Line]:
    """Yield the report of an import that was asked for."""
    for words, ink in _counts(report):
        yield line(width, (words, ink))
    if report.refused:
        yield from text(width, "Nothing was taken in, because of the rows below.", Ink.NOT_MET)
        yield from text(width, "P on the intake screen leaves them out and takes in the rest.", Ink.DIM)
    if report.error_file:
        yield from text(width, f"They are listed row by row in {plain(report.error_file)}.", Ink.DIM)
    if report.differing:
        yield from heading(width, "Says something else than what is stored", str(len(report.differing)))
        yield from text(width, ", ".join(plain(name) for name in report.differing[:_MOST]))
        yield from text(
            width, "U on the intake screen puts what the rows say in place of what is stored.", Ink.DIM
        )
    yield from _rows(width, "Refused", report.problems, Ink.NOT_MET)
    yield from _rows(width, "To look at", report.warnings, Ink.OPEN)


def _counts(report: ImportReport) -> Iterator[tuple[str, Ink]]:
    """Yield what became of the rows, a line for each kind that there is."""
    if report.batch is not None:
        yield f"{counted(report.added, 'application')} taken in as {report.batch}", Ink.STRONG
        if report.updated:
            yield f"{counted(report.updated, 'application')} updated", Ink.TEXT
    elif not report.refused:
        yield "nothing new was taken in", Ink.STRONG
    if report.unchanged:
        yield f"{report.unchanged:,} stored already, exactly so", Ink.DIM
    if report.problems and not report.refused:
        yield f"{len(report.problems):,} left out", Ink.NOT_MET


def _rows(width: int, title: str, rows: Sequence[RowProblem], ink: Ink) -> Iterator[Line]:
    """Yield rows with what is wrong and what to do."""
    if not rows:
        return
    yield from heading(width, title, f"{len(rows):,}")
    for one in islice(rows, _MOST):
        where = ", ".join(plain(part) for part in (one.file, one.place) if part)
        yield from text(width, where, ink)
        told = ": ".join(plain(part) for part in (one.problem, one.remedy) if part)
        yield from text(width, told, Ink.DIM, indent=2)
    if len(rows) > _MOST:
        yield line(width, (f"and {len(rows) - _MOST:,} more", Ink.FAINT))

"""What was understood of a row before it is taken in, as lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from recruiter_tui.domain.person import PRESENT, Employment
from recruiter_tui.tui.drawing.blocks import heading, labelled, text
from recruiter_tui.tui.drawing.cells import plain
from recruiter_tui.tui.drawing.facts import contact_lines, degree_lines, language_lines, nationalities
from recruiter_tui.tui.drawing.line import Line, line
from recruiter_tui.tui.drawing.names import when
from recruiter_tui.tui.signs import Ink

if TYPE_CHECKING:
    from collections.abc import Iterator

    from recruiter_tui.domain.application import Application
    from recruiter_tui.domain.person import Candidate
    from recruiter_tui.services.preview import PreviewRow

_MOST_OF_A_PAPER = 400
"""Lines of a paper that are shown below the facts."""


def row_lines(row: PreviewRow, width: int) -> Iterator[Line]:
    """Yield one row: who, from where, what to look at, what was understood."""
    yield line(width, (plain(row.name) or "(nobody was understood)", Ink.STRONG))
    where = " · ".join(plain(part) for part in (row.application, row.file, row.place) if part)
    yield line(width, (where, Ink.DIM))
    for flag in row.flags:
        yield from text(width, f"! {plain(flag)}", Ink.OPEN)
    if row.candidate is not None:
        yield from candidate_lines(row.candidate, width, row.came)


def candidate_lines(
    candidate: Candidate, width: int, application: Application | None = None
) -> Iterator[Line]:
    """Yield the facts of a candidate, how he or she applied, and the beginning of the papers."""
    yield from heading(width, "Person")
    yield from labelled(width, "nationality", nationalities(candidate))
    yield from contact_lines(candidate, width)
    yield from heading(width, "Employment", str(len(candidate.employment) or ""))
    for job in candidate.employment:
        yield from labelled(width, dates_of(job), job_words(job))
    if not candidate.employment:
        yield from text(width, "no job on file", Ink.FAINT)
    yield from heading(width, "Degrees")
    yield from degree_lines(candidate, width)
    yield from heading(width, "Languages")
    yield from language_lines(candidate, width)
    if application is not None and (application.received or application.channel):
        yield from heading(width, "Application")
        if application.received:
            yield from labelled(width, "received", when(application.received.text))
        if application.channel:
            yield from labelled(width, "applied by", plain(application.channel))
    for paper in candidate.documents:
        yield from heading(width, plain(paper.name))
        lines = paper.text.split("\n")
        for words in lines[:_MOST_OF_A_PAPER]:
            if words.strip():
                yield from text(width, plain(words), Ink.DIM)
        if not paper.text.strip():
            yield from text(width, "this paper has no text", Ink.FAINT)


def job_words(job: Employment) -> str:
    """Return title and employer of a job."""
    return ", ".join(plain(part) for part in (job.title, job.employer) if part) or "not named"


def dates_of(job: Employment) -> str:
    """Return the years in which a job was held."""
    start = str(job.start)[:4] if job.start else "?"
    end = "now" if job.end == PRESENT else str(job.end)[:4] if job.end else "?"
    return f"{start} to {end}"

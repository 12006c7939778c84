"""Employment in a CV: entries are found by their periods, and their parts by separators and by words."""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING, Final

from recruiter_tui.domain.dates import PartialDate
from recruiter_tui.domain.job_kinds import JobKind, is_kind
from recruiter_tui.domain.person import PRESENT, Employment
from recruiter_tui.domain.stated import State
from recruiter_tui.domain.text import fold
from recruiter_tui.reading.candidates.cv.job_entries import Entry, entries
from recruiter_tui.reading.candidates.cv.job_forms import of_form, of_table
from recruiter_tui.reading.candidates.cv.job_lines import LONGEST_PART
from recruiter_tui.reading.candidates.cv.job_parts import (
    STOPPED,
    commissioned,
    has,
    is_title,
    parted_at_employer,
    roles,
    without_place,
)
from recruiter_tui.reading.candidates.cv.lexicon import ORGANISATIONS, Section
from recruiter_tui.reading.candidates.cv.lines import Line, trimmed
from recruiter_tui.reading.candidates.cv.periods import SHARE, Period

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_LONGEST_TEXT: Final = 4_000
_OWN_MASTER = re.compile(r"\b(?:freelance|self-employed|independent|independant|independiente|autonomo)")
_HALF: Final = re.compile(r"\b(?:half[- ]time|mi[- ]temps|medio tiempo|media jornada|meio periodo)\b")
_PER_CENT: Final = 100
_TOLD = re.compile(r"(?:I|[Ww]e|[Hh]e|[Ss]he|[Jj]e|J'ai|[Nn]ous) [a-zà-ÿ]+(?: |$)")
"""How a sentence goes on that tells of a job: it names no employer."""
_AS_A = re.compile(r"(?:as an?|en tant que|en qualité de) (?=[^\W\d_])", re.IGNORECASE)


def jobs(lines: Sequence[Line]) -> tuple[Employment, ...]:
    """Return the jobs of the sections about work and volunteering, in the order of the CV."""
    found: list[Employment] = []
    for section, block in _blocks(lines):
        unpaid = section is Section.VOLUNTEERING
        told = list(of_table(block)) or list(of_form(block)) or _jobs(list(entries(block)))
        found += [replace(job, paid=False) if unpaid else job for job in told if job.employer or job.title]
    return tuple(found)


def _jobs(told: list[Entry]) -> list[Employment]:
    """Return the jobs of a section; the entries whose words tell which part is which settle the others.

    An employer above several posts with dates of their own is no job itself, but theirs.
    """
    orders = [order for entry in told if (order := _order(entry.pieces)) is not None]
    employer_first = sum(orders) * 2 > len(orders)
    found: list[Employment] = []
    group, above = "", None
    for at, entry in enumerate(told):
        after = told[at + 1] if at + 1 < len(told) else None
        if after and not entry.group and _holds(entry, after):
            above = entry
            continue
        if above and _is_post_within(entry, above.period):
            entry.pieces, entry.group = entry.pieces[:1], above.pieces[0]
        else:
            above = None
        if len(entry.pieces) > 1:
            group = ""
        elif entry.pieces and not entry.group:
            names_post = is_title(entry.pieces[0])
            is_followed = after and len(after.pieces) == 1 and is_title(after.pieces[0])
            if not names_post and not entry.text and is_followed:
                group = entry.pieces[0]
                continue
            if names_post and not _OWN_MASTER.search(fold(entry.pieces[0])):
                entry.group = group or (found[-1].employer if found and employer_first else "")
        found.append(_job(entry, employer_first=employer_first))
    return found


def _holds(entry: Entry, after: Entry) -> bool:
    """Tell whether an entry is an employer with the dates of all posts there, which follow with their own."""
    is_employer = len(entry.pieces) == 1 and not is_title(entry.pieces[0]) and not entry.text
    return is_employer and _is_post_within(after, entry.period)


def _is_post_within(entry: Entry, whole: Period) -> bool:
    """Tell whether an entry names a post, perhaps with a place, and its period lies within the other."""
    start, end, first, last = entry.period.start, entry.period.end, whole.start, whole.end
    if (
        not entry.pieces
        or not is_title(entry.pieces[0])
        or any(has(each, ORGANISATIONS) for each in entry.pieces[1:])
    ):
        return False
    if start is None or first is None or start.year < first.year:
        return False
    return last == PRESENT or (
        isinstance(end, PartialDate) and isinstance(last, PartialDate) and end.year <= last.year
    )


def _order(pieces: list[str]) -> bool | None:
    """Tell whether the employer stands before the title, None where the words do not tell."""
    titles = [is_title(piece) for piece in pieces[:2]]
    return titles[1] if len(titles) > 1 and titles[0] != titles[1] else None


def _blocks(lines: Sequence[Line]) -> Iterator[tuple[Section, list[Line]]]:
    """Yield the stretches of lines about work."""
    block: list[Line] = []
    current: Section | None = None
    for line in [*lines, None]:
        section = line.section if line else None
        if line and line.is_blank and line.section is Section.HEAD:
            section = current
        if section is not current:
            if block and current in (Section.WORK, Section.VOLUNTEERING):
                yield current, block
            block, current = [], section
        if line:
            block.append(line)


def _job(entry: Entry, *, employer_first: bool = False) -> Employment:
    """Return the job of an entry; an order that only custom suggests is marked as inferred."""
    pieces = [
        _AS_A.sub("", piece)
        for piece in entry.pieces
        if len(piece) <= LONGEST_PART and not _TOLD.match(piece)
    ]
    pieces = parted_at_employer(commissioned(pieces))
    title, employer, is_certain = roles(pieces, employer_first=employer_first)
    if _OWN_MASTER.match(fold(title)) and not has(employer, ORGANISATIONS) and employer.isalpha():
        employer = ""  # the town of who works alone
    if not employer and entry.group:
        employer, is_certain = entry.group, False
    if employer.isalpha() and employer.islower() and not _OWN_MASTER.search(fold(employer)):
        employer = ""  # a word of a sentence
    spans = tuple(dict.fromkeys(line.span for line in entry.header))
    header = " ".join(line.plain for line in entry.header)
    share = SHARE.search(header)
    fte = Fraction(int(share[1]), _PER_CENT) if share else Fraction(1, 2) if _HALF.search(header) else None
    period = entry.period
    return Employment(
        employer=without_place(trimmed(SHARE.sub("", employer))),
        title=STOPPED.sub(lambda found: found.group()[:-1], trimmed(SHARE.sub("", title))),
        start=period.start,
        end=period.end,
        fte=fte,
        paid=False if is_kind(title, JobKind.VOLUNTEERING) else None,
        text="\n".join(entry.text)[:_LONGEST_TEXT],
        spans=spans,
        state=State.STATED if is_certain and not period.is_open else State.INFERRED,
    )

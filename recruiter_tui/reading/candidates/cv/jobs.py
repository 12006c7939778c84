"""Employment in a CV: entries are found by their periods, and their parts by separators and by words."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from fractions import Fraction
from typing import TYPE_CHECKING, Final

from recruiter_tui.domain.person import PRESENT, Employment
from recruiter_tui.domain.stated import Span, State
from recruiter_tui.domain.text import fold
from recruiter_tui.reading.candidates.cv import lexicon
from recruiter_tui.reading.candidates.cv.contacts import labelled
from recruiter_tui.reading.candidates.cv.job_parts import (
    DURATION,
    STOPPED,
    has,
    has_title,
    is_place,
    is_title,
    lacks_one,
    roles,
    split,
    split_commas,
    without_place,
)
from recruiter_tui.reading.candidates.cv.lexicon import Section
from recruiter_tui.reading.candidates.cv.lines import Line, plain, trimmed
from recruiter_tui.reading.candidates.cv.periods import SHARE, Period, period_in, without
from recruiter_tui.reading.candidates.dates import end_date, partial_date

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


_LONGEST_PART: Final = 100
_MOST_LINES_ABOVE: Final = 3
_MOST_LINES_BELOW: Final = 2
_LONGEST_TEXT: Final = 4_000
_DATES: Final = lexicon.words_of(
    "date from - date to|from - to|dates from to|date from to|years|year|année|années|año|años|ano|anos|when"
)
_OWN_MASTER = re.compile(r"\b(?:freelance|self-employed|independent|independant|independiente|autonomo)")
_HALF: Final = re.compile(r"\b(?:half[- ]time|mi[- ]temps|medio tiempo|media jornada|meio periodo)\b")
_PER_CENT: Final = 100
_MOST_WORDS_OF_A_NAME: Final = 6
_SMALL_WORD: Final = 3
_LEAD = re.compile(
    r"^(?:i (?:have )?(?:worked|work|served|was employed|was|have been)(?: there)?(?: as)?(?: an?)? "
    r"|(?:j'ai travaillé|j'ai été|trabajé|he trabajado|trabalhei)(?: comme| como)?(?: une?| una?| uma?)? )",
    re.IGNORECASE,
)
"""How prose begins to tell of a job."""


@dataclass(slots=True)
class _Entry:
    """An entry's period, its header's pieces with the lines that they stand in, and its text."""

    period: Period
    pieces: list[str]
    header: list[Line]
    text: list[str] = field(default_factory=list)
    group: str = ""
    """The employer above several posts, each of which names only its title."""


def jobs(lines: Sequence[Line]) -> tuple[Employment, ...]:
    """Return the jobs of the sections about work and volunteering, in the order of the CV."""
    found: list[Employment] = []
    for section, block in _blocks(lines):
        unpaid = section is Section.VOLUNTEERING
        entries = list(_table(block)) or list(_forms(block)) or _jobs(list(_entries(block)))
        found += [replace(job, paid=False) if unpaid else job for job in entries if job.employer or job.title]
    return tuple(found)


def _jobs(entries: list[_Entry]) -> list[Employment]:
    """Return the jobs of a section; the entries whose words tell which part is which settle the others.

    An employer above several posts with dates of their own is no job itself, but theirs.
    """
    orders = [order for entry in entries if (order := _order(entry.pieces)) is not None]
    employer_first = sum(orders) * 2 > len(orders)
    found: list[Employment] = []
    group = ""
    for at, entry in enumerate(entries):
        after = entries[at + 1] if at + 1 < len(entries) else None
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


def is_header(line: Line) -> bool:
    """Tell whether a line could name a title, an employer or a place."""
    text = line.text
    return not (
        line.is_blank
        or line.is_bullet
        or line.goes_on
        or len(text) > _LONGEST_PART
        or (
            text.endswith((".", ";", ":"))
            and not text.endswith(
                (
                    "Inc.",
                    "Ltd.",
                    "Co.",
                    "Corp.",
                    "S.A.",
                    "Jr.",
                    "St.",
                    "e.V.",
                    "Lda.",
                    "Ltda.",
                    "S.L.",
                    "S.A.R.L.",
                    "Pvt.",
                    "N.V.",
                    "B.V.",
                    "Cía.",
                )
            )
        )
        or text[:1].islower()
    )


def _entries(block: list[Line]) -> Iterator[_Entry]:
    """Yield the entries of a block: each dated line with the header lines that belong to it."""
    dated = [(at, period) for at, line in enumerate(block) if (period := _dated(line))]
    taken, group = -1, ""
    previous: _Entry | None = None
    for number, (at, period) in enumerate(dated):
        until = dated[number + 1][0] if number + 1 < len(dated) else len(block)
        entry, begin, last = _entry(block, at, period, range(taken + 1, until))
        group = _group(block, range(taken + 1, begin)) or group
        if not lacks_one(entry.pieces):
            group = ""
        entry.group = group
        if previous:
            previous.text = _text(block[taken + 1 : begin])
            yield previous
        previous, taken = entry, last
    if previous:
        previous.text = _text(block[taken + 1 :])
        yield previous


def _entry(block: list[Line], at: int, period: Period, free: range) -> tuple[_Entry, int, int]:
    """Return the entry of a dated line with the places of its header's first and last line.

    What the dated line does not say is looked for in the lines above it, then at its commas, then below it.
    """
    pieces, header = split(_LEAD.sub("", _sentence(without(block[at].text, period)))), [block[at]]
    begin = last = at
    if free.start == at and _is_another_post(pieces):
        return _Entry(period, pieces, header), begin, last
    leads = _leads(block[at], period)
    if leads and pieces and lacks_one(pieces):
        parts = split_commas(pieces)
        if any(map(is_title, parts)) and any(has(part, lexicon.ORGANISATIONS) for part in parts[1:]):
            pieces = parts
        elif below := _below(block, at, free.stop):
            pieces, last = [*pieces, *split_commas(split(block[below[0]].text))[:1]], below[0]
            header.append(block[last])
            return _Entry(period, pieces, header), begin, last
    above = [] if (leads and pieces) or block[at].is_bullet else _above(block, at, free.start)
    if lacks_one(pieces) and above:
        begin = above[0]
        lines = [block[place] for place in above]
        pieces = [piece for line in lines for piece in split(line.text)] + pieces
        header = [*lines, *header]
    if lacks_one(pieces):
        pieces = split_commas(pieces)
    if lacks_one(pieces) and begin == at:
        for place in _below(block, at, free.stop):
            pieces += split(block[place].text)
            header.append(block[place])
            last = place
            if not lacks_one(pieces):
                break
        pieces = split_commas(pieces) if lacks_one(pieces) else pieces
    return _Entry(period, pieces, header), begin, last


def _is_another_post(pieces: list[str]) -> bool:
    """Tell whether a line right below another entry's names only a post: the employer is the same."""
    if len(pieces) != 1:
        return False
    head, *others = split_commas(pieces)
    return is_title(head) and not any(has(part, lexicon.ORGANISATIONS) for part in others)


def _leads(line: Line, period: Period) -> bool:
    """Tell whether the dates stand before the words of their line: what belongs to them follows."""
    return not line.plain[: period.begin].strip(" -\u2013\u2014|:(") and bool(
        line.plain[period.finish :].strip()
    )


def _group(block: list[Line], free: range) -> str:
    """Return the employer that stands above a length of service and several posts."""
    for place in reversed(free[1:]):
        if DURATION.fullmatch(block[place].plain) and is_header(block[place - 1]):
            return block[place - 1].text
    return ""


def _dated(line: Line) -> Period | None:
    """Return the period of a line that heads an entry; prose and points that mention a year do not."""
    if line.is_blank or line.goes_on:
        return None
    period = period_in(line.plain)
    if period is None:
        return None
    rest = _sentence(without(line.text, period))
    if len(rest) > _LONGEST_PART or (rest[:1].islower() and len(rest.split()) > 1):
        return None
    if line.is_bullet and (not period.is_range or rest.endswith(".") or not _is_named(rest)):
        return None
    if not period.is_range and rest.endswith("."):
        return None
    return period


def _sentence(rest: str) -> str:
    """Return the first sentence of what stands beside the dates, where the line goes on in prose."""
    if len(rest) <= _LONGEST_PART:
        return rest
    return re.split(r"(?<=[^\W\d_]{3})\. (?=[^\W\d_])", rest, maxsplit=1)[0]


def _is_named(rest: str) -> bool:
    """Tell whether the words beside the dates of a point name a title or an employer."""
    if has_title(rest) or has(rest, lexicon.ORGANISATIONS):
        return True
    words = [word for word in rest.split() if len(word) > _SMALL_WORD]
    return 0 < len(words) <= _MOST_WORDS_OF_A_NAME and all(word[:1].isupper() for word in words)


def _above(block: list[Line], at: int, start: int) -> list[int]:
    """Return the places of the header lines right above a dated line, one blank line between them allowed."""
    found: list[int] = []
    blanks = 0
    for place in range(at - 1, start - 1, -1):
        line = block[place]
        if line.is_blank:
            blanks += 1
            if found or blanks > 1:
                break
            continue
        if not is_header(line) or len(found) == _MOST_LINES_ABOVE:
            break
        found.insert(0, place)
    return found


def _below(block: list[Line], at: int, stop: int) -> list[int]:
    """Return the places of the header lines right below a dated line."""
    found: list[int] = []
    for place in range(at + 1, stop):
        if block[place].is_blank and not found:
            continue
        if not is_header(block[place]) or len(found) == _MOST_LINES_BELOW:
            break
        found.append(place)
    return found


def _job(entry: _Entry, *, employer_first: bool = False) -> Employment:
    """Return the job of an entry; an order that only custom suggests is marked as inferred."""
    pieces = [piece for piece in entry.pieces if len(piece) <= _LONGEST_PART]
    title, employer, is_certain = roles(pieces, employer_first=employer_first)
    if not employer and entry.group:
        employer, is_certain = entry.group, False
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
        paid=None,
        text="\n".join(entry.text)[:_LONGEST_TEXT],
        spans=spans,
        state=State.STATED if is_certain and not period.is_open else State.INFERRED,
    )


def _text(lines: list[Line]) -> list[str]:
    """Return the text of an entry, wrapped lines joined."""
    found: list[str] = []
    for line in lines:
        if line.is_blank:
            continue
        if line.goes_on and found:
            found[-1] += f" {line.text}"
        else:
            found.append(line.text)
    return found


def _table(block: list[Line]) -> Iterator[Employment]:
    """Yield the jobs of a table whose heading says what its columns hold."""
    columns: list[str | None] = []
    for line in block:
        cells = [cell.strip() for cell in line.text.strip(" |").split("|")]
        named = [_role(cell) for cell in cells]
        if len(cells) > 1 and sum(role is not None for role in named) > 1 and not period_in(line.plain):
            columns = named
        elif columns and len(cells) == len(columns):
            data: dict[str, str] = {}
            shown = [cell.strip() for cell in line.plain.strip(" |").split("|")]
            for role, cell, small in zip(columns, cells, shown, strict=True):
                if role:
                    data[role] = small if role in ("dates", "start", "end") else cell
            yield from _of_form(data, [line.span])


def _role(heading: str) -> str | None:
    """Return what a column of a table holds, by its heading."""
    words = fold(heading).strip(" .:*")
    return "dates" if words in _DATES else lexicon.JOB_LABELS.get(words)


def _forms(block: list[Line]) -> Iterator[Employment]:
    """Yield the jobs of a form, where employer, title and dates stand behind labels."""
    data: dict[str, str] = {}
    spans: list[Span] = []
    for line in block:
        for label, wording, span in labelled(line) if not line.is_blank else ():
            value = wording
            role = lexicon.JOB_LABELS.get(label)
            if role is None:
                continue
            if role in data and (data.get("employer") or data.get("title")):
                yield from _of_form(data, spans)
                data, spans = {}, []
            if role in ("dates", "start", "end") and line.plain.count(":") == 1:
                value = line.plain.partition(":")[2].strip()  # there days and months are told apart
            data[role] = value
            spans.append(span)
    yield from _of_form(data, spans)


def _of_form(data: dict[str, str], spans: list[Span]) -> Iterator[Employment]:
    """Yield the job of one block of labels where it names an employer or title and a date."""
    period = period_in(" ".join(plain(data.get("dates", "")).split()))
    start = partial_date(data.get("start", "")) or (period.start if period else None)
    end = end_date(data.get("end", "")) or (period.end if period else None)
    if (data.get("employer") or data.get("title")) and start:
        share = SHARE.search(plain(data.get("share", "")))
        yield Employment(
            employer=without_place(data.get("employer", "")),
            title=data.get("title", ""),
            start=start,
            end=end,
            fte=Fraction(int(share[1]), _PER_CENT) if share else None,
            spans=tuple(dict.fromkeys(spans)),
        )


__all__ = ["PRESENT", "is_header", "is_place", "jobs"]

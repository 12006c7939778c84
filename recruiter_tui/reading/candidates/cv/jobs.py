# ruff: noqa: RUF001 - dashes and quotation marks that look alike are what people separate with
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
from recruiter_tui.reading.candidates.cv.lexicon import Section
from recruiter_tui.reading.candidates.cv.lines import Line, plain, trimmed
from recruiter_tui.reading.candidates.cv.periods import SHARE, Period, period_in, without
from recruiter_tui.reading.candidates.dates import end_date, partial_date
from recruiter_tui.reference import countries

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


_LONGEST_PART: Final = 100
_MOST_LINES_ABOVE: Final = 3
_MOST_LINES_BELOW: Final = 2
_LONGEST_TEXT: Final = 4_000
_STRONG = re.compile(r" ?\| ?| ?\t ?| {2,}| [–—] | - | [•·] | @ ")
_AT = re.compile(r" (?i:at|chez|with|for|na|no) (?=[^a-z ])")
_COMMA = re.compile(r", (?![^(]*\))|(?<=[^\W\d_]{3})\. (?=[A-Z])|(?<=S\.[LA])\. (?=[A-Z])")
_REMARK = re.compile(
    r"\((?:[^()]{0,20}(?:[0-9] ?%|[- ](?:time|partiel|plein)|parcial|completo|integral)[^()]{0,20})\)"
)
_STATE = re.compile(r"[A-Z]{2}|[A-Z]{1,3}\.?[A-Z]?\.?")
_REMOTE: Final = frozenset(
    ("remote", "hybrid", "home-based", "home based", "on-site", "teletravail", "remoto", "a distance")
)
_TOKEN = re.compile(r"[^\W_]+(?:[-'][^\W_]+)*")
_HALF: Final = re.compile(r"\b(?:half[- ]time|mi[- ]temps|medio tiempo|media jornada|meio periodo)\b")
_DURATION = re.compile(
    r"[0-9]{1,2}\+? ?(?:years?|yrs?|months?|mos?|ans?|mois|anos?|meses|mes)"
    r"(?:[ ,]+[0-9]{1,2} ?(?:months?|mos?|mois|meses|mes))?"
)
_PER_CENT: Final = 100
_MOST_WORDS_OF_A_PLACE: Final = 4


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
        entries = list(_forms(block)) or [_job(entry) for entry in _entries(block)]
        found += [replace(job, paid=False) if unpaid else job for job in entries if job.employer or job.title]
    return tuple(found)


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
            and not text.endswith(("Inc.", "Ltd.", "Co.", "Corp.", "S.A.", "Jr.", "St.", "e.V."))
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
        if not _missing(entry.pieces):
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
    pieces, header = _strong(without(block[at].text, period)), [block[at]]
    begin = last = at
    above = _above(block, at, free.start)
    if _missing(pieces) and above:
        begin = above[0]
        lines = [block[place] for place in above]
        pieces = [piece for line in lines for piece in _strong(line.text)] + pieces
        header = [*lines, *header]
    if _missing(pieces):
        pieces = _split_commas(pieces)
    if _missing(pieces) and begin == at:
        for place in _below(block, at, free.stop):
            pieces += _strong(block[place].text)
            header.append(block[place])
            last = place
            if not _missing(pieces):
                break
        pieces = _split_commas(pieces) if _missing(pieces) else pieces
    return _Entry(period, pieces, header), begin, last


def _group(block: list[Line], free: range) -> str:
    """Return the employer that stands above a length of service and several posts."""
    for place in reversed(free[1:]):
        if _DURATION.fullmatch(block[place].plain) and is_header(block[place - 1]):
            return block[place - 1].text
    return ""


def _dated(line: Line) -> Period | None:
    """Return the period of a line that heads an entry; prose and points that mention a year do not."""
    if line.is_blank or line.goes_on:
        return None
    period = period_in(line.plain)
    if period is None:
        return None
    rest = without(line.text, period)
    if len(rest) > _LONGEST_PART or (rest[:1].islower() and len(rest.split()) > 1):
        return None
    if line.is_bullet and (not period.is_range or rest.endswith(".") or not _has(rest, lexicon.TITLES)):
        return None
    if not period.is_range and rest.endswith("."):
        return None
    return period


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


def _strong(text: str) -> list[str]:
    """Split a header line at its strong separators, places and remarks left out."""
    parts = [piece for part in _STRONG.split(text) for piece in _AT.split(part, maxsplit=1)]
    found = [trimmed(_REMARK.sub("", _unlabelled(each))) for each in parts]
    return [part for part in found if part and not is_place(part)]


def _unlabelled(piece: str) -> str:
    """Return a piece without the label of a form before it: `Position: Officer` is `Officer`."""
    label, colon, value = piece.partition(":")
    return value if colon and fold(label).strip() in lexicon.JOB_LABELS else piece


def _split_commas(pieces: list[str]) -> list[str]:
    """Split pieces at commas, where the strong separators left too few."""
    found: list[str] = []
    for piece in pieces:
        parts = [part.strip() for part in _COMMA.split(piece)]
        while len(parts) > 1 and (
            is_place(parts[-1]) or (_STATE.fullmatch(parts[-1]) and parts[-1] not in _COMPANY_FORMS)
        ):
            parts.pop()
        if len(parts) > 1 and fold(parts[1]).strip(".") in lexicon.ORGANISATIONS:
            parts = [", ".join(parts[:2]), *parts[2:]]  # `Example, Inc.` is one name
        found += [part for part in parts if part]
    return found


_COMPANY_FORMS: Final = frozenset(("SA", "AG", "NV", "BV", "SE", "UN", "EU"))


def is_place(text: str) -> bool:
    """Tell whether a piece is only a place or a length of time: `Geneva, Switzerland`, `2 years`."""
    folded = fold(text)
    if folded in _REMOTE or _DURATION.fullmatch(folded) or countries.named(text):
        return True
    city, comma, rest = text.rpartition(", ")
    if not comma or len(city.split()) > _MOST_WORDS_OF_A_PLACE:
        return False
    if _has(city, lexicon.ORGANISATIONS) or _has(city, lexicon.TITLES):
        return False
    return (
        bool(_STATE.fullmatch(rest) and rest not in _COMPANY_FORMS)
        or countries.named(rest) is not None
        or fold(rest) in _REMOTE
    )


def _has(text: str, words: frozenset[str]) -> bool:
    """Tell whether a text holds one of the words."""
    return any(
        token in words or token.rstrip("s") in words or any(part in words for part in token.split("-"))
        for token in _TOKEN.findall(fold(text))
    )


def _missing(pieces: list[str]) -> bool:
    """Tell whether title or employer is still to be found."""
    return len(pieces) < len(("title", "employer")) or all(
        _has(piece, lexicon.TITLES) and not _has(piece, lexicon.ORGANISATIONS) for piece in pieces
    )


def _job(entry: _Entry) -> Employment:
    """Return the job of an entry; an order that only custom suggests is marked as inferred."""
    title, employer, is_certain = _roles([piece for piece in entry.pieces if len(piece) <= _LONGEST_PART])
    if not employer and entry.group:
        employer, is_certain = entry.group, False
    spans = tuple(dict.fromkeys(line.span for line in entry.header))
    header = " ".join(line.plain for line in entry.header)
    share = SHARE.search(header)
    fte = Fraction(int(share[1]), _PER_CENT) if share else Fraction(1, 2) if _HALF.search(header) else None
    period = entry.period
    return Employment(
        employer=trimmed(SHARE.sub("", employer)),
        title=trimmed(SHARE.sub("", title)),
        start=period.start,
        end=period.end,
        fte=fte,
        paid=None,
        text="\n".join(entry.text)[:_LONGEST_TEXT],
        spans=spans,
        state=State.STATED if is_certain and not period.is_open else State.INFERRED,
    )


def _roles(pieces: list[str]) -> tuple[str, str, bool]:
    """Tell the title from the employer by their words; where they do not tell, the first is the title."""
    if not pieces:
        return "", "", False
    titles = [piece for piece in pieces if _has(piece, lexicon.TITLES)]
    pure = [piece for piece in titles if not _has(piece, lexicon.ORGANISATIONS)]
    if not titles:
        return (pieces[0], pieces[1], False) if len(pieces) > 1 else ("", pieces[0], False)
    title = (pure or titles)[0]
    others = [piece for piece in pieces if piece != title]
    named = [piece for piece in others if _has(piece, lexicon.ORGANISATIONS)]
    plain = [piece for piece in others if not _has(piece, lexicon.TITLES)]
    return title, (named or plain or others or [""])[0], True


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


def _forms(block: list[Line]) -> Iterator[Employment]:
    """Yield the jobs of a form, where employer, title and dates stand behind labels."""
    data: dict[str, str] = {}
    spans: list[Span] = []
    for line in block:
        for label, value, span in labelled(line) if not line.is_blank else ():
            role = lexicon.JOB_LABELS.get(label)
            if role is None:
                continue
            if role in data and (data.get("employer") or data.get("title")):
                yield from _of_form(data, spans)
                data, spans = {}, []
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
            employer=data.get("employer", ""),
            title=data.get("title", ""),
            start=start,
            end=end,
            fte=Fraction(int(share[1]), _PER_CENT) if share else None,
            spans=tuple(dict.fromkeys(spans)),
        )


__all__ = ["PRESENT", "is_header", "is_place", "jobs"]

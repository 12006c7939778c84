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
_AT = re.compile(
    r" (?i:at|chez|with|for|na|no|auprès de|à l'|au sein de)(?: (?:the|la|le|el|o|a))? (?=[^a-z ])"
)
_COMMA = re.compile(r", (?![^(]*\))|(?<=[^\W\d_]{3})\. (?=[A-Z])|(?<=S\.[LA])\. (?=[A-Z])")
_REMARK = re.compile(
    r"\((?:[^()]{0,20}(?:[0-9] ?%|[- ](?:time|partiel|plein)|parcial|completo|integral)[^()]{0,20})\)"
)
_STATE = re.compile(r"[A-Z]{2}|[A-Z]{1,3}\.?[A-Z]?\.?")
_GRADE = re.compile(r"(?:[PDGLNSO]{1,3}-?[A-E1-7]|ICS-?[0-9]{1,2}|level [0-9]{1,2})", re.IGNORECASE)
_STOPPED = re.compile(r"[^\W\d_]{5}\.$")
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
_MOST_WORDS_OF_A_NAME: Final = 6
_SMALL_WORD: Final = 3
_LEAD = re.compile(
    r"^(?:i (?:have )?(?:worked|work|served|was employed|was|have been)(?: there)?(?: as)?(?: an?)? "
    r"|(?:j'ai travaillé|j'ai été|trabajé|he trabajado|trabalhei)(?: comme| como)?(?: une?| una?| uma?)? )",
    re.IGNORECASE,
)
"""How prose begins to tell of a job."""
_UNIT = re.compile(
    r"(?:department|dept|division|unit|section|faculty|school|bureau|office|service|direction|département|faculté|"
    r"departamento|facultad|unidad|sección|departamento|faculdade|chair|laboratory)\b",
    re.IGNORECASE,
)
"""What begins the name of a part of an employer."""


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
        entries = list(_forms(block)) or _jobs(list(_entries(block)))
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
        if len(entry.pieces) == 1 and not entry.text and not entry.group:
            is_title = _is_title(entry.pieces[0])
            if not is_title and after and len(after.pieces) == 1 and _is_title(after.pieces[0]):
                group = entry.pieces[0]
                continue
            if is_title and group:
                entry.group = group
        elif len(entry.pieces) == 1 and _is_title(entry.pieces[0]) and not entry.group:
            entry.group = group or (found[-1].employer if found and employer_first else "")
        elif len(entry.pieces) > 1:
            group = ""
        found.append(_job(entry, employer_first=employer_first))
    return found


def _is_title(piece: str) -> bool:
    return _has_title(piece) and not _has(piece, lexicon.ORGANISATIONS)


def _order(pieces: list[str]) -> bool | None:
    """Tell whether the employer stands before the title, None where the words do not tell."""
    titles = [_is_title(piece) for piece in pieces[:2]]
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
    pieces, header = _strong(_LEAD.sub("", _sentence(without(block[at].text, period)))), [block[at]]
    begin = last = at
    leads = _leads(block[at], period)
    if leads and pieces and _missing(pieces):
        parts = _split_commas(pieces)
        if any(map(_is_title, parts)) and any(_has(part, lexicon.ORGANISATIONS) for part in parts[1:]):
            pieces = parts
        elif below := _below(block, at, free.stop):
            pieces, last = [*pieces, *_split_commas(_strong(block[below[0]].text))[:1]], below[0]
            header.append(block[last])
            return _Entry(period, pieces, header), begin, last
    above = [] if leads and pieces else _above(block, at, free.start)
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


def _leads(line: Line, period: Period) -> bool:
    """Tell whether the dates stand before the words of their line: what belongs to them follows."""
    return not line.plain[: period.begin].strip(" -\u2013\u2014|:(") and bool(
        line.plain[period.finish :].strip()
    )


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
    if _has_title(rest) or _has(rest, lexicon.ORGANISATIONS):
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
            is_state = _STATE.fullmatch(parts.pop()) is not None
            if (
                is_state
                and len(parts) > 1
                and not _has_title(parts[-1])
                and not _has(parts[-1], lexicon.ORGANISATIONS)
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
    if _has(city, lexicon.ORGANISATIONS) or _has_title(city):
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


def _has_title(text: str) -> bool:
    """Tell whether a text holds a word for a post; such a word is singular: `Doctors of the Coast` employ."""
    return any(
        token in lexicon.TITLES or any(part in lexicon.TITLES for part in token.split("-"))
        for token in _TOKEN.findall(fold(text))
    )


def _missing(pieces: list[str]) -> bool:
    """Tell whether title or employer is still to be found."""
    return len(pieces) < len(("title", "employer")) or all(_is_title(piece) for piece in pieces)


def _job(entry: _Entry, *, employer_first: bool = False) -> Employment:
    """Return the job of an entry; an order that only custom suggests is marked as inferred."""
    pieces = [piece for piece in entry.pieces if len(piece) <= _LONGEST_PART]
    title, employer, is_certain = _roles(pieces, employer_first=employer_first)
    if not employer and entry.group:
        employer, is_certain = entry.group, False
    spans = tuple(dict.fromkeys(line.span for line in entry.header))
    header = " ".join(line.plain for line in entry.header)
    share = SHARE.search(header)
    fte = Fraction(int(share[1]), _PER_CENT) if share else Fraction(1, 2) if _HALF.search(header) else None
    period = entry.period
    return Employment(
        employer=_without_place(trimmed(SHARE.sub("", employer))),
        title=trimmed(SHARE.sub("", title)),
        start=period.start,
        end=period.end,
        fte=fte,
        paid=None,
        text="\n".join(entry.text)[:_LONGEST_TEXT],
        spans=spans,
        state=State.STATED if is_certain and not period.is_open else State.INFERRED,
    )


def _without_place(employer: str) -> str:
    """Return an employer's name without the place behind it and without the stop of a sentence."""
    head, comma, tail = employer.rpartition(", ")
    if comma and (is_place(tail) or is_place(tail.replace(" (", ", ").rstrip(")"))):
        employer = head
    return employer[:-1] if _STOPPED.search(employer) else employer


def _roles(pieces: list[str], *, employer_first: bool = False) -> tuple[str, str, bool]:
    """Tell the title from the employer by their words; where they do not tell, by the order of the others."""
    if not pieces:
        return "", "", False
    titles = [piece for piece in pieces if _has_title(piece)]
    pure = [piece for piece in titles if not _has(piece, lexicon.ORGANISATIONS)]
    if not titles:
        if len(pieces) == 1:
            return "", pieces[0], False
        named = [piece for piece in pieces[:2] if _has(piece, lexicon.ORGANISATIONS)]
        first_employs = named[0] == pieces[0] if len(named) == 1 else employer_first
        return (pieces[1], pieces[0], False) if first_employs else (pieces[0], pieces[1], False)
    title = (pure or titles)[-1 if employer_first and len(pure) != 1 and len(pieces) == len(titles) else 0]
    others = [piece for piece in pieces if piece != title]
    named = [piece for piece in others if _has(piece, lexicon.ORGANISATIONS)]
    whole = [piece for piece in named if not _UNIT.match(piece)]
    plain = [piece for piece in others if not _has_title(piece) and not _GRADE.fullmatch(piece)]
    return title, (whole or named or plain or others or [""])[0], True


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
            employer=_without_place(data.get("employer", "")),
            title=data.get("title", ""),
            start=start,
            end=end,
            fte=Fraction(int(share[1]), _PER_CENT) if share else None,
            spans=tuple(dict.fromkeys(spans)),
        )


__all__ = ["PRESENT", "is_header", "is_place", "jobs"]

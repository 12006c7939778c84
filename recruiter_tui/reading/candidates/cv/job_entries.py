"""The entries of a section about work: each dated line with the lines of its header and its text."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from recruiter_tui.reading.candidates.cv import lexicon
from recruiter_tui.reading.candidates.cv.job_lines import (
    MOST_WORDS_WITH_A_STOP,
    dates_lead,
    employer_behind,
    head_of,
    is_bare,
    is_header,
    period_of,
    sentence,
    text_of,
)
from recruiter_tui.reading.candidates.cv.job_parts import (
    DURATION,
    has,
    has_title,
    is_name_like,
    is_title,
    lacks_one,
    of_heading,
    split,
    split_commas,
)
from recruiter_tui.reading.candidates.cv.lines import Line
from recruiter_tui.reading.candidates.cv.periods import Period, period_in, without

if TYPE_CHECKING:
    from collections.abc import Iterator

_MOST_LINES_ABOVE: Final = 3
_STANDS_IN: Final = 2
"""Blanks by which the points of a list stand in against the dated line below them."""
_MOST_LINES_BELOW: Final = 2
_LEAD = re.compile(
    r"^(?:i (?:have )?(?:worked|work|served|was employed|was|have been)(?: there)?(?: as)?(?: an?)? "
    r"|(?:j'ai travaillé|j'ai été|trabajé|he trabajado|trabalhei)(?: comme| como)?(?: une?| una?| uma?)? )",
    re.IGNORECASE,
)
"""How prose begins to tell of a job."""


@dataclass(slots=True)
class Entry:
    """An entry's period, its header's pieces with the lines that they stand in, and its text."""

    period: Period
    pieces: list[str]
    header: list[Line]
    text: list[str] = field(default_factory=list)
    group: str = ""
    """The employer above several posts, each of which names only its title."""


def entries(block: list[Line]) -> Iterator[Entry]:
    """Yield the entries of a block: each dated line with the header lines that belong to it."""
    dated = _dated(block)
    taken = before = -1
    group = ""
    previous: Entry | None = None
    titles_above = _titles_above(block, [at for at, _ in dated])
    for number, (at, period) in enumerate(dated):
        until = dated[number + 1][0] if number + 1 < len(dated) else len(block)
        free = range(taken + 1, until)
        entry, begin, last = _entry(block, at, period, free, employers_below=taken > before)
        if entry.pieces and not any(map(has_title, entry.pieces)) and begin == at == last:
            entry, begin, last = _with_title(block, at, entry, free, titles_above=titles_above)
        if above := _group(block, range(taken + 1, at)):
            group = above
        elif not lacks_one(entry.pieces):
            group = ""
        entry.group = group
        if previous:
            previous.text = text_of(block[taken + 1 : begin])
            yield previous
        previous, taken, before = entry, last, at
    if previous:
        previous.text = text_of(block[taken + 1 :])
        yield previous


def _dated(block: list[Line]) -> list[tuple[int, Period]]:
    """Return the dated lines of a block with their periods; points are none where other lines bear periods.

    Years that stand alone above points with periods of their own are headings, and no entries.
    """
    found = [(at, period) for at, line in enumerate(block) if (period := period_of(line))]
    points = [(at, period) for at, period in found if block[at].is_bullet]
    others = [(at, period) for at, period in found if not block[at].is_bullet]
    if not any(period.is_range for _, period in others):
        return found
    edge = min(block[at].indent for at, _ in others)
    others = [
        (at, period)
        for at, period in others
        if block[at].indent <= edge + _STANDS_IN
        or has_title(without(block[at].text, period))
        or is_bare(block[at], period)
    ]
    bare = all(is_bare(block[at], period) for at, period in others)
    starts = {at for at, period in points if period.is_range}
    return points if bare and all(at + 1 in starts for at, _ in others) else others


def _titles_above(block: list[Line], dated: list[int]) -> bool:
    """Tell whether posts stand above the lines with their dates, by the first line that names none itself."""
    for at in dated:
        if not has_title(block[at].text):
            return at > 0 and _names_post(block[at - 1])
    return False


def _names_post(line: Line) -> bool:
    return is_header(line) and is_title(split_commas([line.text])[0]) and period_in(line.plain) is None


def _with_title(
    block: list[Line], at: int, entry: Entry, free: range, *, titles_above: bool
) -> tuple[Entry, int, int]:
    """Return an entry whose dated line names no post with the post in the line above or below it."""
    place = at - 1 if titles_above else at + 1
    if place in free and place < len(block) and _names_post(block[place]):
        post = split(block[place].text)
        header = [block[place], *entry.header] if titles_above else [*entry.header, block[place]]
        return Entry(entry.period, [*entry.pieces, *post], header), min(at, place), max(at, place)
    return entry, at, at


def _entry(
    block: list[Line], at: int, period: Period, free: range, *, employers_below: bool
) -> tuple[Entry, int, int]:
    """Return the entry of a dated line with the places of its header's first and last line.

    What the dated line does not say is looked for in the lines above it, then at its commas, then below it.
    """
    rest = without(block[at].text, period)
    if dates_lead(block[at], period) and (employer := employer_behind(rest)):
        return Entry(period, ["", employer], [block[at]], [rest]), at, at
    entry = Entry(period, split(_LEAD.sub("", sentence(rest))), [block[at]])
    if free.start == at and not employers_below and _is_another_post(entry.pieces):
        return entry, at, at
    return _looked_around(block, at, entry, free, employers_below=employers_below)


def _looked_around(
    block: list[Line], at: int, entry: Entry, free: range, *, employers_below: bool
) -> tuple[Entry, int, int]:
    """Return the entry with what the lines around its dated line say, with its first and last line."""
    period, pieces, header = entry.period, entry.pieces, entry.header
    begin = last = at
    leads = dates_lead(block[at], period)
    if leads and pieces and lacks_one(pieces):
        pieces, last = _led(block, at, pieces, free.stop)
        if last > at:
            header.append(block[last])
        if not lacks_one(pieces):
            return Entry(period, pieces, header), begin, last
    if lacks_one(pieces) and (above := _header_above(block, at, free.start, leads=leads and bool(pieces))):
        begin = above[0]
        lines = [block[place] for place in above]
        marked = of_heading(lines[-1].text) if lines[-1].depth else []
        pieces = marked or [piece for line in lines for piece in split(line.text)] + pieces
        header = [*lines, *header]
    waits = employers_below and len(pieces) == 1 and is_title(pieces[0])
    if lacks_one(pieces) and not (
        begin == at == last and (waits or _post_below(block, at, pieces, free.stop))
    ):
        pieces = split_commas(pieces)
    if lacks_one(pieces) and begin == at == last:
        for place in _below(block, at, free.stop):
            pieces += split(head_of(block[place].text))
            header.append(block[place])
            last = place
            if not lacks_one(pieces):
                break
        pieces = split_commas(pieces) if lacks_one(pieces) else pieces
    return Entry(period, pieces, header), begin, last


def _header_above(block: list[Line], at: int, start: int, *, leads: bool) -> list[int]:
    """Return the header lines above a dated line; where the dates lead it, only a marked heading is one."""
    above = [] if block[at].is_bullet else _above(block, at, start)
    return above if not leads or any(block[place].depth for place in above) else []


def _led(block: list[Line], at: int, pieces: list[str], stop: int) -> tuple[list[str], int]:
    """Return the pieces behind dates that lead their line, and the place of the line that completes them."""
    parts = split_commas(pieces)
    if any(map(is_title, parts)) and any(has(part, lexicon.ORGANISATIONS) for part in parts[1:]):
        return parts, at
    is_whole = len(parts) > 1 and block[at].text.count(", ") > 1 and is_title(parts[0])
    if is_whole and not any(map(has_title, parts[1:])):
        return parts, at  # a place stands behind both
    below = _below(block, at, stop)
    if below and (is_name_like(block[below[0]].text) or len(parts) == 1):
        return [*pieces, *split_commas(_behind_town(split(block[below[0]].text)))[:1]], below[0]
    return parts, at


def _behind_town(cells: list[str]) -> list[str]:
    """Return the cells of a line without the town that a margin of dates puts before the employer."""
    is_town = len(cells) > 1 and " " not in cells[0] and not has(cells[0], lexicon.ORGANISATIONS)
    return cells[1:] if is_town and " " in cells[1] and is_name_like(cells[1]) else cells


def _post_below(block: list[Line], at: int, pieces: list[str], stop: int) -> bool:
    """Tell whether the line names an employer and place alone, and the next line the post."""
    return len(pieces) == 1 and not has_title(pieces[0]) and at + 1 < stop and _names_post(block[at + 1])


def _is_another_post(pieces: list[str]) -> bool:
    """Tell whether a line right below another entry's names only a post: the employer is the same."""
    if len(pieces) != 1:
        return False
    head, *others = split_commas(pieces)
    return is_title(head) and not any(" " in part and is_name_like(part) for part in others)


def _group(block: list[Line], free: range) -> str:
    """Return the employer that stands above a length of service and several posts."""
    for place in reversed(free[1:]):
        if DURATION.fullmatch(block[place].plain) and is_header(block[place - 1]):
            return block[place - 1].text
    return ""


def _above(block: list[Line], at: int, start: int) -> list[int]:
    """Return the places of the header lines right above a dated line, one blank line between them allowed."""
    found: list[int] = []
    blanks = 0
    for place in range(at - 1, start - 1, -1):
        line = block[place]
        if line.is_blank:
            blanks += 1
            if (found and not _is_marked_above(block, place, start)) or blanks > 1:
                break
            continue
        if place == at - 1 and _is_marked_header(line, block[at]):
            return [place]
        if (
            not is_header(line)
            or len(found) == _MOST_LINES_ABOVE
            or line.indent > block[at].indent + _STANDS_IN
        ):
            break
        found.insert(0, place)
    return found


def _is_marked_header(line: Line, dated: Line) -> bool:
    """Tell whether a point of a list heads an entry whose dates stand alone in the line below it."""
    period = period_in(dated.plain)
    if not line.is_bullet or dated.is_bullet or period is None or without(dated.text, period):
        return False
    pieces = split(line.text)
    return len(pieces) > 1 and any(map(has_title, pieces)) and not line.text.endswith(".")


def _is_marked_above(block: list[Line], blank: int, start: int) -> bool:
    """Tell whether a heading of Markdown or a web page stands above a blank line: an employer with posts."""
    return blank - 1 >= start and block[blank - 1].depth > 0


def _below(block: list[Line], at: int, stop: int) -> list[int]:
    """Return the places of the header lines right below a dated line."""
    found: list[int] = []
    if block[at].is_bullet and at + 1 < stop and _is_listed_name(block[at + 1], block[at]):
        return [at + 1]
    period = period_in(block[at].plain)
    is_post = bool(period and block[at].plain[: period.begin].strip())
    for place in range(at + 1, stop):
        if block[place].is_blank and not found:
            continue
        if is_post and block[place].indent > block[at].indent + _STANDS_IN:
            break  # points of a list, whose dots are drawn
        if not is_header(block[place]) or block[place].depth or len(found) == _MOST_LINES_BELOW:
            break
        found.append(place)
    return found


def _is_listed_name(line: Line, dated: Line) -> bool:
    """Tell whether the first point below a dated one is the employer: further in, and a name."""
    text = line.text
    if not line.is_bullet or line.indent <= dated.indent or ":" in text or text.endswith((".", ";")):
        return False
    return len(text.split()) <= MOST_WORDS_WITH_A_STOP and is_name_like(text) and not text[:1].islower()

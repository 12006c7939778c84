"""Where the papers bear what a finding quotes: by its span, or by the words of the record."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from recruiter_tui.domain.requirement import Kind
from recruiter_tui.domain.stated import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from recruiter_tui.domain.finding import Evidence, Finding
    from recruiter_tui.tui.drawing.papers import Papers

_NATIONALITY: Final = ("nationalit", "citizen", "nacionalid", "ciudadan", "гражданств", "国籍")
"""How papers begin the line that says of which country somebody is, in small letters."""
_SAYS_NOTHING: Final = re.compile(r"\W*(?:\d[\d\W]*|present|master|bachelor|doctorate|diploma|secondary)\W*")
_SHORTEST: Final = 3
_TELLING: Final = 9
"""Letters from which a word or name alone is no accident."""
_MOST_TRIES: Final = 40
_NEAR: Final = 160
"""Characters around a name in which the rest of its entry is looked for."""
_LONGEST_LINE: Final = 240


class Place(NamedTuple):
    """A part of the papers that bears a quotation."""

    span: Span
    is_quoted: bool
    """Whether the finding names this very place; else the record's words were found there."""


def places(finding: Finding, papers: Papers) -> tuple[Place | None, ...]:
    """Return where the papers bear each piece of a finding's evidence; None where they do not."""
    return tuple(_place(one, finding.kind, papers) for one in finding.evidence)


def _place(evidence: Evidence, kind: Kind, papers: Papers) -> Place | None:
    start = papers.starts.get(evidence.source)
    if evidence.span is not None and start is not None:
        first, last = evidence.span
        here = Span(start + max(0, first), min(start + last, len(papers.text)))
        return Place(here, is_quoted=True) if here.end > here.start else None
    if kind in (Kind.DEADLINE, Kind.CHANNEL) or evidence.span is not None:
        return None
    found = _label(papers) if kind in (Kind.NATIONALITY, Kind.TIER) else _entry(evidence.quote, papers)
    return Place(found, is_quoted=False) if found else None


def _label(papers: Papers) -> Span | None:
    """Return the first line of the papers that speaks of nationality."""
    found = [at for word in _NATIONALITY if (at := papers.lowered.find(word)) >= 0]
    return _line(papers.text, min(found)) if found else None


def _line(text: str, at: int) -> Span:
    """Return the words of the line around a place."""
    start = max(text.rfind("\n", 0, at) + 1, at - _LONGEST_LINE)
    end = text.find("\n", at)
    end = min(len(text) if end < 0 else end, start + _LONGEST_LINE)
    body = text[start:end]
    lead = len(body) - len(body.lstrip())
    return Span(start + lead, start + len(body.rstrip()))


def _entry(quote: str, papers: Papers) -> Span | None:
    """Return where an entry of the record, `title | employer | from | to`, stands in the papers."""
    parts = list(dict.fromkeys(_parts(quote)))
    wanted = min(2, len(parts))
    best: tuple[int, Span] | None = None
    for anchor in sorted(parts, key=len, reverse=True):
        for at in _occurrences(papers.lowered, anchor):
            found = [(at, at + len(anchor))]
            found += [
                spot for one in parts if one != anchor and (spot := _near(papers.lowered, one, at, anchor))
            ]
            if len(found) < wanted and len(anchor) < _TELLING:
                continue
            if best is None or len(found) > best[0]:
                best = len(found), _together(papers.text, found)
        if best is not None:
            return best[1]
    return None


def _parts(quote: str) -> Iterator[str]:
    """Yield the parts of an entry that say something, in small letters."""
    for part in quote.lower().split("|"):
        words = part.strip()
        if len(words) < _SHORTEST or _SAYS_NOTHING.fullmatch(words):
            continue
        yield words
        name = words.partition(",")[0].strip()
        if len(name) >= _SHORTEST and name != words:
            yield name


def _occurrences(text: str, words: str) -> Iterator[int]:
    """Yield where whole words stand, the first so many times."""
    at = -1
    for _try in range(_MOST_TRIES):
        at = text.find(words, at + 1)
        if at < 0:
            return
        end = at + len(words)
        if not (text[at - 1 : at].isalnum() or text[end : end + 1].isalnum()):
            yield at


def _near(text: str, words: str, at: int, anchor: str) -> tuple[int, int] | None:
    """Return where words stand in the neighbourhood of others."""
    start = max(0, at - _NEAR)
    found = text.find(words, start, at + len(anchor) + _NEAR)
    return (found, found + len(words)) if found >= 0 else None


def _together(text: str, found: list[tuple[int, int]]) -> Span:
    """Return what reaches from the first to the last of some places, within the line of the first of them."""
    anchor = _line(text, found[0][0])
    inside = [spot for spot in found if spot[0] >= anchor.start and spot[1] <= anchor.end] or found[:1]
    return Span(min(start for start, _ in inside), max(end for _, end in inside))

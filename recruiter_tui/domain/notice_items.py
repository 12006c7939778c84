"""Items of a notice parted and joined: glued wordings are split, pieces merged, what came in stays beside."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from recruiter_tui.domain.errors import NotFound, Refused
from recruiter_tui.domain.notice_words import asked_words
from recruiter_tui.domain.requirement import (
    Competency,
    Criterion,
    ExperienceTopic,
    Imported,
    Kind,
    Necessity,
    Skill,
)
from recruiter_tui.domain.stated import Span

if TYPE_CHECKING:
    import datetime as dt

    from recruiter_tui.domain.notice import Notice

WORDED: Final = (ExperienceTopic, Skill, Competency)
"""The criteria that are their wording, so that they can be split and merged."""
_ENDS: Final = " \t\n\r;,.·•–—-"  # noqa: RUF001 - the dashes that stand between glued items
_STARTS: Final = " \t\n\r;,·•–—-"  # noqa: RUF001 - as above
_SEAMS: Final = (
    re.compile(r"(?<=[a-zà-ÿ)])(?=[A-ZÀ-Ý][a-zà-ÿ])"),
    re.compile(r"(?<=[.;])\s"),
    re.compile(r"(?<=,)\s(?=and |or |et |y )"),
    re.compile(r"\s(?=and |or |et |y )"),
    re.compile(r"(?<=,)\s"),
)
"""Where glued items part, the surest first: `skillsExperience`, a sentence's end, a conjunction, a comma."""
_LEAST: Final = 3
"""Characters that a half has at least."""
_NUMBER: Final = re.compile(r"(\d+)\D*$")


def find(notice: Notice, criterion: str) -> Criterion:
    """Return a criterion by its id; raises NotFound."""
    return notice.criteria[place_of(notice, criterion)]


def place_of(notice: Notice, criterion: str) -> int:
    """Return where a criterion stands among the others; raises NotFound."""
    for place, one in enumerate(notice.criteria):
        if one.id == criterion:
            return place
    problem = f"the notice has no criterion {criterion!r}"
    raise NotFound(problem, "look at the notice again: somebody may have changed it")


def with_criteria(notice: Notice, first: int, last: int, *now: Criterion) -> Notice:
    """Return the notice with the criteria from `first` to before `last` replaced."""
    return replace(notice, criteria=(*notice.criteria[:first], *now, *notice.criteria[last:]))


def seam(text: str) -> int:
    """Return where an item is most likely glued from two: the surest seam that lies nearest to the middle."""
    middle = len(text) / 2
    for pattern in _SEAMS:
        places = [
            found.start() for found in pattern.finditer(text) if _LEAST <= found.start() <= len(text) - _LEAST
        ]
        if places:
            return min(places, key=lambda place: abs(place - middle))
    return len(text) // 2


def located(source: str, spans: tuple[Span, ...], wording: str) -> Span | None:
    """Return where a wording stands within spans of the source, white space apart; None where it does not."""
    wanted = "".join(wording.split())
    if not wanted:
        return None
    for start, end in spans:
        places = [place for place in range(start, min(end, len(source))) if not source[place].isspace()]
        letters = "".join(source[place] for place in places)
        first = letters.find(wanted)
        if first >= 0:
            return Span(places[first], places[first + len(wanted) - 1] + 1)
    return None


def split(notice: Notice, criterion: str, cut: int, by: str, at: dt.datetime) -> Notice:
    """Part an item before character `cut` of its wording; raises Refused where a half would be empty."""
    place = place_of(notice, criterion)
    was = notice.criteria[place]
    if not isinstance(was, WORDED):
        problem = f"{criterion} is not a list of items that could be split"
        raise Refused(problem, "correct what it asks for instead")
    texts = was.text[:cut].strip().rstrip(_ENDS), was.text[cut:].strip().lstrip(_STARTS)
    if not all(texts):
        problem = "one of the two halves would be empty"
        raise Refused(problem, "put the cut between two words")
    pieces = []
    for number, text in enumerate(texts, 1):
        span = located(notice.text, was.spans, text)
        pieces.append(
            replace(
                was,
                id=f"{was.id}.{number}",
                text=text,
                spans=(span,) if span else was.spans,
                imported=as_imported(was),
                by=by,
                at=at,
            )
        )
    return with_criteria(notice, place, place + 1, *pieces)


def merge(notice: Notice, criteria: tuple[str, ...], by: str, at: dt.datetime) -> Notice:
    """Make several items of one family one; pieces of what was split become whole again."""
    places = sorted({place_of(notice, one) for one in criteria})
    merged = [notice.criteria[place] for place in places]
    if len(merged) < 2:  # noqa: PLR2004 - one item is whole already
        problem = "one item alone cannot be merged"
        raise Refused(problem, "choose two or more of one family")
    first = merged[0]
    if not isinstance(first, WORDED) or any(type(one) is not type(first) for one in merged):
        problem = "only items of one family can be merged: experience, skills or competencies"
        raise Refused(problem, "correct what they ask for instead")
    rest = [one for place, one in enumerate(notice.criteria) if place not in places[1:]]
    now = _whole(merged) or _joined(notice, merged)
    if now.imported is not None:
        now = replace(now, by=by, at=at)
    rest[places[0]] = now
    return replace(notice, criteria=tuple(rest))


def _whole(pieces: list[Criterion]) -> Criterion | None:
    """Return what was split into these pieces: as it came in where they are all of it, else that part."""
    came = pieces[0].imported
    stem, dot, _number = pieces[0].id.rpartition(".")
    if came is None or not dot or any((one.imported, _stem(one)) != (came, stem) for one in pieces):
        return None
    start = end = -1  # not found yet
    for one in pieces:
        found = came.text.find(one.text, max(end, 0))
        if found < 0 or (end >= 0 and came.text[end:found].strip(_ENDS)):
            return None
        start, end = (found if start < 0 else start), found + len(one.text)
    if came.text[:start].strip(_STARTS) or came.text[end:].strip(_ENDS):
        return _rejoined(pieces, stem, came.text[start:end])
    alike = all(one.necessity is came.necessity for one in pieces)
    whole = replace(pieces[0], id=stem, text=came.text, spans=came.spans)
    return replace(whole, imported=None, by=came.by, at=came.at) if alike and stem == came.id else whole


def _stem(piece: Criterion) -> str:
    """Return the id of what a piece was split from; nothing where it is no piece."""
    return piece.id.rpartition(".")[0]


def _rejoined(pieces: list[Criterion], stem: str, text: str) -> Criterion:
    """Return pieces of a piece as they stood before their own split."""
    spans = [span for one in pieces for span in one.spans]
    span = Span(min(one.start for one in spans), max(one.end for one in spans)) if spans else None
    return replace(pieces[0], id=stem, text=text, spans=(span,) if span else ())


def _joined(notice: Notice, merged: list[Criterion]) -> Criterion:
    """Return one criterion out of several that came in apart."""
    first = merged[0]
    texts = [one.text.strip() for one in merged]
    wording = "; ".join([*(text.rstrip(_ENDS) for text in texts[:-1]), texts[-1]])
    spans = tuple(dict.fromkeys(span for one in merged for span in one.spans))
    essential = any(one.necessity is Necessity.ESSENTIAL for one in merged)
    came = Imported(first.id, "\n".join(texts), first.necessity, spans)
    stem = _stem(first)
    return replace(
        first,
        id=stem if stem and all(_stem(one) == stem for one in merged) else fresh_id(notice, first.kind),
        text=wording,
        necessity=Necessity.ESSENTIAL if essential else Necessity.ADVANTAGE,
        spans=spans,
        imported=came,
    )


def as_imported(criterion: Criterion) -> Imported:
    """Return what stands beside a corrected criterion: how it came in."""
    return criterion.imported or Imported(
        criterion.id,
        criterion.text,
        criterion.necessity,
        criterion.spans,
        asked_words(criterion),
        criterion.by,
        criterion.at,
    )


def beside(was: Criterion) -> Imported | None:
    """Return what to keep beside a change; a criterion that a person added did not come in at all."""
    return None if was.by is not None and was.imported is None else as_imported(was)


def settled(now: Criterion, was: Criterion) -> Criterion:
    """Return a criterion without the person's mark where it stands again as it came in."""
    came = now.imported
    if came is None or was.by is None:
        return now
    same = (now.id, now.text, now.necessity, now.spans, asked_words(now)) == (
        came.id, came.text, came.necessity, came.spans, came.asked,
    )  # fmt: skip
    return replace(now, imported=None, by=None, at=None) if same else now


def fresh_id(notice: Notice, kind: Kind) -> str:
    """Return an id that no criterion of the notice bears or bore: a ruling on one never meets another."""
    stem = "education" if kind is Kind.EDUCATION_EXPERIENCE else kind.value
    used = {one.id for one in notice.criteria} | {gone.criterion.id for gone in notice.dropped}
    used |= {one.imported.id for one in notice.criteria if one.imported}
    numbers = [int(found[1]) for one in used if one.startswith(stem) and (found := _NUMBER.search(one))]
    return f"{stem}-{max([len([one for one in used if one.startswith(stem)]), *numbers], default=0) + 1}"

"""Headers that lost their labels and blanks: `January 29, 2026March 15, 2026SelibabyMauritania`."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from recruiter_tui.reading.notices import dates
from recruiter_tui.reading.notices.sheet import Zone
from recruiter_tui.reference import countries

if TYPE_CHECKING:
    from recruiter_tui.reading.notices.dates import Found
    from recruiter_tui.reading.notices.outline import Outline

_LOOKED_AT = 8
_LONGEST = 160
_CAPITAL = re.compile(r"(?=[A-Z\u00c0-\u00dd])")
_SHORTEST_CITY = 3


class Head(NamedTuple):
    """What an unlabelled header line holds; the roles are told by position alone."""

    dates: tuple[Found, ...]
    city: tuple[int, int] | None
    country: tuple[int, int, str] | None


def unlabelled(outline: Outline) -> Head | None:
    """Return the first line near the top that is nothing but dates, a city and a country without labels."""
    near = [line for line in outline.sheet.lines if line.zone is Zone.NOTICE][:_LOOKED_AT]
    for line in near:
        text = outline.sheet.of(line)
        found = dates.find(text) if len(text) <= _LONGEST else []
        if not found or text[: found[0].start].strip():
            continue
        between = "".join(text[one.end : other.start] for one, other in pairwise(found))
        if between.strip(" -|,\u2013"):
            continue
        shifted = tuple(
            dates.Found(line.start + each.start, line.start + each.end, each.date, each.slashed, each.iso)
            for each in found
        )
        place = _place(text[found[-1].end :], line.start + found[-1].end)
        if place is not None:
            return Head(shifted, *place)
    return None


def _place(rest: str, start: int) -> tuple[tuple[int, int] | None, tuple[int, int, str] | None] | None:
    """Return the city and the country that `rest` glues together, or None where it is something else."""
    for cut in _CAPITAL.finditer(rest):
        name = rest[cut.start() :].strip()
        if code := countries.named(name):
            country = (start + cut.start(), start + cut.start() + len(name), code)
            city = rest[: cut.start()].strip(" ,|-")
            if not city:
                return None, country
            at = rest.index(city)
            if city[0].isupper() and len(city) >= _SHORTEST_CITY and not any(char.isdigit() for char in city):
                return (start + at, start + at + len(city)), country
            return None
    return (None, None) if not rest.strip() else None

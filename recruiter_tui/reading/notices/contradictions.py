"""Where one notice says two things: education told twice, two closing dates, places that disagree."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from recruiter_tui.domain.notice import Contradiction
from recruiter_tui.reading.notices import dates, education
from recruiter_tui.reading.notices.place import split
from recruiter_tui.reading.notices.sheet import Zone

if TYPE_CHECKING:
    from recruiter_tui.domain.requirement import EducationExperience
    from recruiter_tui.reading.notices.outline import Outline


def find(outline: Outline) -> tuple[Contradiction, ...]:
    """Return the contradictions of a notice."""
    return (*_educations(outline), *_closings(outline), *_places(outline))


def _educations(outline: Outline) -> list[Contradiction]:
    told = education.accounts(outline)
    found: list[Contradiction] = []
    for (one, _, first), (other, _, second) in pairwise(told):
        differences = _differences(first, second)
        if differences and not any(each.between == (one, other) for each in found):
            spans = (*first.spans, *second.spans)
            found.append(
                Contradiction(
                    (one, other), f"The two sections on education differ: {'; '.join(differences)}.", spans
                )
            )
    return found


def _differences(first: EducationExperience, second: EducationExperience) -> list[str]:
    """Compare two sections where both speak of the same: one on degrees and one on years only add up."""
    found = []
    both = (first, second)
    years = [{each.degree: each.months for each in one.alternatives if each.months} for one in both]
    if any(years[0][degree] != years[1][degree] for degree in years[0].keys() & years[1].keys()):
        found.append("they ask for different years with the same degree")
    listed = [{each.lower() for each in one.fields_of_study} for one in both]
    if not (listed[0] and listed[1]):
        return found
    if first.related_field != second.related_field:
        found.append("only one allows a related field")
    if bool(first.accreditation) != bool(second.accreditation):
        found.append("only one asks for an accredited institution")
    if listed[0] != listed[1] and not found:
        found.append("they list different fields of study")
    return found


def _closings(outline: Outline) -> list[Contradiction]:
    told = [
        (passage, each)
        for passage in outline.values("closing")
        for each in dates.find(outline.text(passage), passage.start)[:1]
        if each.date
    ]
    days = {each.date for _, each in told}
    if len(days) < len(("one", "other")):
        return []
    spans = tuple(outline.sheet.source_span(each.start, each.end) for _, each in told)
    listed = ", ".join(str(day) for day in sorted(day for day in days if day))
    return [
        Contradiction(
            tuple(dict.fromkeys(passage.label for passage, _ in told)),
            f"The closing date is told as {listed}.",
            spans,
        )
    ]


def _places(outline: Outline) -> list[Contradiction]:
    """Compare the countries that the notice and the page's side list give."""
    told: dict[Zone, tuple[str, str, tuple[int, int]]] = {}
    for passage in outline.values("country", "place", "city"):
        place = split(outline.text(passage), passage.start)
        if place.country and place.code:
            told.setdefault(passage.zone, (place.code, passage.label, place.country))
    if len(told) < len(Zone) or len({code for code, _, _ in told.values()}) == 1:
        return []
    (one, first, at), (other, second, elsewhere) = told[Zone.NOTICE], told[Zone.PAGE]
    spans = (outline.sheet.source_span(*at), outline.sheet.source_span(*elsewhere))
    return [
        Contradiction((first, second), f"The notice is about {one}, the page around it about {other}.", spans)
    ]

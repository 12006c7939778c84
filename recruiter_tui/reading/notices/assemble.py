"""Puts a notice together from what each reader found in one outline."""

from __future__ import annotations

from typing import TYPE_CHECKING

from recruiter_tui.domain.notice import Notice, Source
from recruiter_tui.domain.requirement import EducationExperience, LanguageRequirement
from recruiter_tui.domain.stated import Stated
from recruiter_tui.reading.notices import (
    boilerplate,
    closing,
    conditions,
    contradictions,
    education,
    eligibility,
    facts,
    languages,
    lists,
    papers,
    place,
    terms,
    tiers,
)
from recruiter_tui.reading.notices.outline import outline as outline_of

_ENOUGH_WITHOUT_A_TITLE = 3

if TYPE_CHECKING:
    from recruiter_tui.domain.requirement import Criterion
    from recruiter_tui.reading.notices.outline import Outline
    from recruiter_tui.reading.notices.sheet import Sheet


def assemble(sheet: Sheet, file: str, sha256: str) -> Notice:
    """Return the notice that a sheet holds; what it does not say stays `not stated`."""
    outline = outline_of(sheet)
    organisation = facts.organisation(outline)
    station = place.station(outline)
    order = closing.Order(outline, f"{organisation.value or ''} {organisation.text or ''}", station)
    posted = closing.posted_on(outline, order)
    title = facts.title(outline, station)
    grade = facts.grade(outline, title)
    category = facts.category(outline, grade, title)
    closes = closing.closing(outline, order, posted.value)
    return Notice(
        source=Source(file, sha256, sheet.layout),
        text=sheet.raw,
        title=title,
        reference=facts.reference(outline),
        organisation=organisation,
        duty_station_city=station.city,
        duty_station_country=station.country,
        grade=grade,
        category=category,
        contract_type=terms.contract_type(outline),
        duration=terms.duration(outline),
        posted_on=posted,
        closing=closes,
        roster_months=eligibility.roster_months(outline),
        salary=_salary(outline),
        criteria=_criteria(outline, station.country.value),
        duties=lists.duties(outline),
        documents=papers.documents(outline),
        conditions=conditions.conditions(outline),
        contradictions=contradictions.find(outline),
        boilerplate=boilerplate.spans(outline),
    )


def _criteria(outline: Outline, country: str | None) -> tuple[Criterion, ...]:
    schooling = education.education(outline)
    spoken = languages.required_languages(outline)
    eligible = eligibility.nationality(outline, country)
    taken = {(span.start, span.end) for each in (*schooling, *spoken, *eligible) for span in each.spans}
    found: list[Criterion] = [
        *schooling,
        *spoken,
        *lists.topics(outline, taken),
        *lists.competencies(outline),
        *eligible,
        *tiers.tiers(outline),
        *eligibility.channel(outline),
    ]
    return tuple(found)


def _salary(outline: Outline) -> Stated[str]:
    for passage in outline.values("salary"):
        if any(char.isdigit() for char in outline.text(passage)):
            return facts.known(outline.sheet, passage.start, passage.end)
    return Stated.missing()


def is_a_notice(notice: Notice) -> bool:
    """Tell whether anything of a vacancy was understood: a title and one thing more, or several things."""
    known = (notice.reference, notice.organisation, notice.grade, notice.closing, notice.duty_station_country)
    told = sum(each.value is not None for each in known)
    asked = sum(isinstance(each, EducationExperience | LanguageRequirement) for each in notice.criteria)
    if notice.title.value is not None:
        return bool(told or notice.criteria or notice.duties)
    return told + asked >= _ENOUGH_WITHOUT_A_TITLE and bool(asked)

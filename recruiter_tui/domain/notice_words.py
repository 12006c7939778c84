"""What a notice says, in plain words: fields and criteria as one line each, for people and for diffs."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING, Final

from recruiter_tui.domain.notice import Closing
from recruiter_tui.domain.requirement import (
    Branch,
    Channel,
    Competency,
    EducationExperience,
    ExperienceTopic,
    FieldRule,
    LanguageRequirement,
    Nationality,
    Tier,
)
from recruiter_tui.domain.wording import Names, listed

if TYPE_CHECKING:
    from recruiter_tui.domain.requirement import Criterion, LanguageNeed

FIELDS: Final = (
    "title", "reference", "organisation", "duty_station_city", "duty_station_country", "grade", "category",
    "contract_type", "duration", "posted_on", "closing", "roster_months", "salary",
)  # fmt: skip
"""The fields of a notice, in the order in which people read them."""
LABELS: Final = {
    "title": "title",
    "reference": "reference",
    "organisation": "organisation",
    "duty_station_city": "duty station",
    "duty_station_country": "country",
    "grade": "grade",
    "category": "category",
    "contract_type": "contract",
    "duration": "duration",
    "posted_on": "posted",
    "closing": "closing",
    "roster_months": "roster",
    "salary": "salary",
}
"""How the fields are called."""
KEY_FIELDS: Final = ("title", "reference", "duty_station_country", "grade", "closing")
"""The fields that a sift cannot do without."""
_YEAR: Final = 12


def value_words(value: object, names: Names | None = None, *, country: bool = False) -> str:
    """Return a field's value in words; nothing where it is None.

    Args:
        value: What the field holds.
        names: How codes are called.
        country: Whether the value is a country's code.
    """
    if value is None:
        return ""
    if isinstance(value, Closing):
        return closing_words(value)
    if isinstance(value, dt.date):
        return day_words(value)
    if isinstance(value, int):
        return f"{value} months"
    return names.country(str(value)) if country and names is not None else str(value)


def day_words(day: dt.date) -> str:
    """Return a day as `5 Feb 2026`."""
    return f"{day.day} {day:%b %Y}"


def closing_words(closing: Closing) -> str:
    """Return a closing as far as it is known."""
    clock = f"{closing.time:%H:%M}" if closing.time is not None else "time not stated"
    return f"{day_words(closing.date)}, {clock}, {closing.zone or 'zone not stated'}"


def duration_words(months: int) -> str:
    """Return months in years where that comes out even."""
    if months and months % _YEAR == 0:
        years = months // _YEAR
        return f"{years} year" if years == 1 else f"{years} years"
    return f"{months} month" if months == 1 else f"{months} months"


def asked_words(criterion: Criterion, names: Names | None = None) -> str:  # noqa: PLR0911 - one return a kind reads best
    """Return what a criterion asks for as the rules read it; nothing where its wording says it all."""
    called = names or Names()
    match criterion:
        case EducationExperience():
            return _education(criterion)
        case LanguageRequirement():
            return " or ".join(_language(need, called) for need in criterion.any_of)
        case ExperienceTopic():
            return "" if criterion.months is None else duration_words(criterion.months)
        case Competency():
            level = f", level {criterion.level}" if criterion.level else ""
            return f"{criterion.group.value}{level}"
        case Nationality():
            countries = [called.country(code) for code in (criterion.country, *criterion.listed) if code]
            return f"{criterion.rule.value}{f': {listed(countries)}' if countries else ''}"
        case Tier():
            return _tier(criterion, called)
        case Channel():
            return f"only through {criterion.channel}" if criterion.channel else ""
        case _:
            return ""


def criterion_words(criterion: Criterion, names: Names | None = None) -> str:
    """Return a criterion as one line: its wording, or what it asks for where that says more."""
    asked = asked_words(criterion, names)
    if isinstance(criterion, (ExperienceTopic, Competency)):
        return f"{criterion.text} ({asked})" if asked else criterion.text
    return asked or criterion.text


def _education(criterion: EducationExperience) -> str:
    """Return the branches, of which any one will do."""
    branches = " or ".join(
        branch.degree.word
        + (f" with {duration_words(branch.months)}" if branch.months is not None else "")
        + branch_fields_words(branch)
        for branch in criterion.alternatives
    )
    fields = f" in {listed(criterion.fields_of_study, 'or')}" if criterion.fields_of_study else ""
    return f"{branches}{fields}{' or a related field' if criterion.related_field else ''}"


_JOINED: Final = re.compile(r",| (?:or|and) ")
"""What would part one field into two when it is read again."""


def branch_fields_words(branch: Branch) -> str:
    """Return what a branch says on fields of study by itself, in brackets; nothing for the listed ones."""
    if branch.field_rule is FieldRule.ANY:
        return " (any field)"
    names = "; ".join(branch.fields_of_study)
    own = f"in {names}" if names else ""
    if len(branch.fields_of_study) == 1 and _JOINED.search(names):
        own += ";"
    unsaid = "field not said" if branch.field_rule is FieldRule.OPEN else ""
    return f" ({'; '.join(filter(None, (own, unsaid)))})" if own or unsaid else ""


def _language(need: LanguageNeed, names: Names) -> str:
    """Return a language with its level and the skills asked for."""
    skills = f"({', '.join(need.skills)})" if need.skills else ""
    return " ".join(part for part in (names.language(need.language), need.level, skills) if part)


def _tier(criterion: Tier, names: Names) -> str:
    """Return who belongs to a tier."""
    parts = ["internal candidates"] if criterion.internal else []
    parts += ["internal candidates of some contracts"] if criterion.some_internal else []
    if criterion.nationalities:
        parts.append(f"nationals of {listed([names.country(code) for code in criterion.nationalities])}")
    if criterion.gender:
        grade = f" from {criterion.grade_from}" if criterion.grade_from else ""
        parts.append(f"{criterion.gender} candidates{grade}")
    if criterion.rest:
        parts.append("everybody else")
    return f"tier {criterion.tier}: {', '.join(parts) or 'nobody named'}"

"""What a person types into a notice's field or criterion, read by its kind, and the line to start from."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final
from zoneinfo import ZoneInfo, available_timezones

from recruiter_tui.domain.errors import Refused
from recruiter_tui.domain.notice import Category, Closing
from recruiter_tui.domain.notice_words import asked_words, duration_words, value_words
from recruiter_tui.domain.requirement import (
    Competency,
    CompetencyGroup,
    EducationExperience,
    ExperienceTopic,
    LanguageNeed,
    LanguageRequirement,
    Nationality,
    NationalityRule,
    Tier,
)
from recruiter_tui.domain.text import clean
from recruiter_tui.reference import countries, grades, languages
from recruiter_tui.services.education_values import NAMES, education_line, months, read_education

if TYPE_CHECKING:
    from collections.abc import Callable

    from recruiter_tui.domain.requirement import Criterion

HINTS: Final = {
    "duty_station_country": "a country's name or code",
    "grade": "for instance P-3, NO-B, G-5",
    "category": ", ".join(one.value for one in Category),
    "posted_on": "a date: 2026-02-05 or 5 February 2026",
    "closing": "date, time and zone: 2026-02-05 23:59 Europe/Zurich",
    "roster_months": "a number of months, or 2 years",
}
"""What the fields take that are not plain text."""
_LONGEST: Final = 4_000
_LONGEST_GRADE: Final = 24
_BRACKET: Final = re.compile(r"\s*\[([^\[\]]{1,40})\]\s*$")
_CLOCK: Final = re.compile(
    r"(?<![\d:-])([01]?\d|2[0-3])[:h.]([0-5]\d)(?!\d|[.-]\d)\s*([ap])?\.?m?", re.IGNORECASE
)
_ZONE: Final = re.compile(r"[A-Za-z]+(?:/[A-Za-z0-9_+-]+)+")
_NOON: Final = 12


def read_field(name: str, text: str) -> Any:  # noqa: ANN401 - the value has the type of its field
    """Return what a person typed for a field, None for nothing; raises Refused with what to write."""
    words = clean(text, limit=_LONGEST)
    if not words:
        return None
    reader = _FIELDS.get(name)
    return reader(words) if reader else words


def field_line(name: str, value: object) -> str:
    """Return a field's value as a line that `read_field` reads back."""
    if value is None:
        return ""
    if isinstance(value, Closing):
        clock = f" {value.time:%H:%M}" if value.time is not None else ""
        return f"{value.date.isoformat()}{clock}{f' {value.zone}' if value.zone else ''}"
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, int):
        return str(value)
    return countries.name(str(value)) if name == "duty_station_country" else str(value)


def told_field(name: str, value: object) -> str:
    """Return what was understood, for the person to confirm."""
    words = value_words(value, NAMES, country=name == "duty_station_country")
    if isinstance(value, Closing) and value.instant is not None:
        words += f" = {value.instant:%Y-%m-%d %H:%M} UTC"
    if name == "grade" and isinstance(value, str) and grades.category(value) is None:
        words += " (no grade of a scale that is known here)"
    return words or "not stated"


def criterion_line(criterion: Criterion) -> str:  # noqa: PLR0911 - one return a kind reads best
    """Return what a criterion asks for as a line that `read_criterion` reads back."""
    match criterion:
        case LanguageRequirement():
            return asked_words(criterion, NAMES)
        case EducationExperience():
            return education_line(criterion)
        case ExperienceTopic():
            months = f" [{duration_words(criterion.months)}]" if criterion.months is not None else ""
            return f"{criterion.text}{months}"
        case Competency():
            level = f" {criterion.level}" if criterion.level else ""
            return f"{criterion.text} [{criterion.group.value}{level}]"
        case Nationality():
            return _nationality_line(criterion)
        case Tier():
            return _tier_line(criterion)
        case _:
            return criterion.text


def read_criterion(criterion: Criterion, text: str) -> Criterion:
    """Return a criterion that asks for what a person typed; raises Refused with what to write."""
    words = clean(text, limit=_LONGEST)
    if not words:
        problem = "a criterion needs a wording"
        raise Refused(problem, "write what is asked for, or drop the criterion")
    match criterion:
        case EducationExperience():
            return read_education(criterion, words)
        case LanguageRequirement():
            return replace(criterion, any_of=tuple(_language(part) for part in re.split(r"\s+or\s+", words)))
        case ExperienceTopic() | Competency():
            return _bracketed(criterion, words)
        case Nationality():
            return _nationality(criterion, words)
        case Tier():
            return _tier(criterion, words)
        case _:
            return replace(criterion, text=words)


HINT_OF: Final = {
    EducationExperience: "master with 5 years or bachelor with 7 years in law, economics or a related field",
    LanguageRequirement: "English fluent or French working knowledge",
    ExperienceTopic: "the wording; a length of its own in brackets: [5 years]",
    Competency: "the name, then [values], [core 2], [managerial 3] or [functional 1]",
    Nationality: "; ".join(rule.value for rule in NationalityRule) + ": countries",
    Tier: "internal; nationals AG, CV; female from P-4; rest",
}
"""What the kinds of criteria take that are not plain wording."""


def _country(words: str) -> str:
    code = countries.code(words)
    if code is None:
        problem = f"no country is known as {words!r}"
        raise Refused(
            problem, "write its English, French, Spanish or Portuguese name, or its two-letter code"
        )
    return code


def _category(words: str) -> Category:
    wanted = words.casefold()
    for one in Category:
        if one.value == wanted:
            return one
    found = grades.category_of_words(words)
    if found is None:
        problem = f"{words!r} is no staff category"
        raise Refused(problem, f"write one of {', '.join(one.value for one in Category)}")
    return found


def _grade(words: str) -> str:
    if len(words) > _LONGEST_GRADE:
        problem = "this is too long for a grade"
        raise Refused(problem, "write the grade alone, for instance P-3")
    return words


def _day(words: str) -> dt.date:
    """Return the one day that words name; a date that can be read two ways is the person's to settle."""
    from recruiter_tui.reading.notices import dates

    found = dates.find(words)
    if not found:
        problem = "no date is understood here"
        raise Refused(problem, "write it like 2026-02-05")
    days = {each.date for each in found if each.date is not None}
    if len(days) > 1:
        problem = "two dates stand here"
        raise Refused(problem, "write the one that counts")
    if days:
        return days.pop()
    slashed = found[0].slashed
    both = [slashed.read(month_first=first) for first in (False, True)] if slashed else []
    readings = " or ".join(day.isoformat() for day in both if day)
    problem = f"this date can be {readings}"
    raise Refused(problem, "write the one that is meant in this form")


def _closing(words: str) -> Closing:
    return Closing(_day(words), _time(words), _zone(words))


def _time(words: str) -> dt.time | None:
    found = _CLOCK.search(re.sub(r"\d{4}-\d\d-\d\d[T ]?", " ", words))
    if found is None:
        return None
    hour, minute, half = int(found[1]), int(found[2]), (found[3] or "").lower()
    if half and 1 <= hour <= _NOON:
        hour = hour % _NOON + (_NOON if half == "p" else 0)
    return dt.time(hour, minute)


def _zone(words: str) -> str | None:
    """Return the zone that words name: an IANA name, an offset, or a place whose time is meant."""
    from recruiter_tui.reading.notices.zones import zone_of

    for name in _ZONE.findall(words):
        known = next((one for one in available_timezones() if one.casefold() == name.casefold()), None)
        if known is None:
            problem = f"there is no time zone {name!r}"
            raise Refused(problem, "write it like Europe/Zurich, UTC or 'Geneva time'")
        return ZoneInfo(known).key
    if re.search(r"\butc\b(?!\s*[+-])", words, re.IGNORECASE) or words.rstrip().endswith("Z"):
        return "UTC"
    return zone_of(words)


_FIELDS: Final[dict[str, Callable[[str], Any]]] = {
    "duty_station_country": _country,
    "category": _category,
    "grade": _grade,
    "posted_on": _day,
    "closing": _closing,
    "roster_months": months,
}


def _language(part: str) -> LanguageNeed:
    """Read `French working knowledge (oral, written)`."""
    named, _, rest = part.partition("(")
    words = named.split()
    for count in range(len(words), 0, -1):
        code = languages.code(" ".join(words[:count]))
        if code:
            skills = tuple(one.strip() for one in rest.rstrip(") ").split(",") if one.strip())
            return LanguageNeed(code, " ".join(words[count:]) or None, skills)
    problem = f"no language is known by {named.strip()!r}"
    raise Refused(problem, "write its name first, then the level: French fluent")


def _bracketed(criterion: ExperienceTopic | Competency, words: str) -> ExperienceTopic | Competency:
    """Read a wording with its length or its group and level in brackets at the end."""
    found = _BRACKET.search(words)
    text = words[: found.start()] if found else words
    if isinstance(criterion, ExperienceTopic):
        return replace(criterion, text=text, months=months(found[1]) if found else None)
    if found is None:
        return replace(criterion, text=text)
    name, _, level = found[1].partition(" ")
    group = next((one for one in CompetencyGroup if one.value == name.casefold()), None)
    if group is None or (level and not level.isdecimal()):
        problem = f"[{found[1]}] names no group of competencies"
        raise Refused(problem, "write [values], [core 2], [managerial 3] or [functional 1]")
    return replace(criterion, text=text, group=group, level=int(level) if level else None)


def _nationality_line(criterion: Nationality) -> str:
    codes = [code for code in (criterion.country, *criterion.listed) if code]
    named = ", ".join(countries.name(code) for code in codes)
    return f"{criterion.rule.value}{f': {named}' if named else ''}"


def _nationality(criterion: Nationality, words: str) -> Nationality:
    name, _, named = words.partition(":")
    rule = next((one for one in NationalityRule if one.value == name.strip().casefold()), None)
    if rule is None:
        problem = f"{name.strip()!r} is no rule on nationality"
        raise Refused(problem, f"begin with one of: {'; '.join(one.value for one in NationalityRule)}")
    codes = _countries(named)
    own = rule in {NationalityRule.EXCLUDES_DUTY_STATION, NationalityRule.ONLY_DUTY_STATION}
    if own:
        return replace(criterion, rule=rule, country=codes[0] if codes else None, listed=())
    return replace(criterion, rule=rule, country=None, listed=codes)


def _countries(named: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(_country(one.strip()) for one in named.split(",") if one.strip()))


def _tier_line(criterion: Tier) -> str:
    parts = ["internal"] if criterion.internal else []
    parts += ["internal of some contracts"] if criterion.some_internal else []
    if criterion.nationalities:
        parts.append("nationals " + ", ".join(criterion.nationalities))
    if criterion.gender:
        parts.append(criterion.gender + (f" from {criterion.grade_from}" if criterion.grade_from else ""))
    return "; ".join([*parts, *(["rest"] if criterion.rest else [])])


def _tier(criterion: Tier, words: str) -> Tier:
    now = Tier(
        id=criterion.id, text=criterion.text, necessity=criterion.necessity, spans=criterion.spans,
        stage=criterion.stage, imported=criterion.imported, by=criterion.by, at=criterion.at,
        tier=criterion.tier,
    )  # fmt: skip
    for part in (one.strip() for one in words.split(";")):
        name, _, rest = part.partition(" ")
        match name.casefold():
            case "internal" if rest.strip().casefold() == "of some contracts":
                now = replace(now, some_internal=True)
            case "internal":
                now = replace(now, internal=True)
            case "nationals":
                now = replace(now, nationalities=_countries(rest.removeprefix("of ")))
            case "female" | "male":
                now = replace(
                    now, gender=name.casefold(), grade_from=rest.removeprefix("from ").strip() or None
                )
            case "rest" | "everybody":
                now = replace(now, rest=True)
            case _:
                problem = f"{part!r} names nobody whom a tier can hold"
                raise Refused(problem, "write: internal; nationals AG, CV; female from P-4; rest")
    return now

"""HR Open candidates as JSON, version 4 and its envelopes, in the simple cases."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from recruiter_tui.domain.person import PRESENT, Candidate, Degree, DegreeStatus, Employment, LanguageSkill
from recruiter_tui.domain.stated import Stated
from recruiter_tui.domain.text import clean
from recruiter_tui.reading.candidates import degree_words, facts
from recruiter_tui.reading.candidates.dates import partial_date
from recruiter_tui.reference import countries, languages

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from recruiter_tui.domain.dates import PartialDate
    from recruiter_tui.domain.stated import Stated as Fact

Object = dict[str, Any]
_DAY: Final = re.compile(r"[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?(?![0-9])")
_LANGUAGE_LISTS: Final = ("languages", "languageCompetencies")
_LANGUAGE_NAMES: Final = ("languageCode", "language", "languageName", "code", "name")
_LANGUAGE_LEVELS: Final = ("proficiency", "proficiencyLevel", "proficiencyLevelCode", "level")
_LANGUAGE_SKILLS: Final = {
    "reading": "read",
    "writing": "write",
    "speaking": "speak",
    "understanding": "comprehension",
}
_TRUE: Final = frozenset(("true", "1", "yes"))


def candidate_within(value: Mapping[str, object]) -> Object | None:
    """Return the candidate of an HR Open document, whatever envelopes it lies in; None where it is none."""
    for _ in range(4):
        person = value.get("person")
        if isinstance(person, dict) and isinstance(person.get("name"), dict):
            return dict(value)
        inner = value.get("candidate") or value.get("Candidate") or value.get("data")
        if not isinstance(inner, dict):
            return None
        value = inner
    return None


def from_json(value: Object) -> Candidate | None:
    """Return the person; None where nobody is named. What the shape does not fit stays unknown."""
    person = _object(value.get("person"))
    names, reached = _object(person.get("name")), _object(person.get("communication"))
    given, family = _text(names.get("given")), _text(names.get("family"))
    whole = _text(names.get("formattedName")) or " ".join(filter(None, (given, family)))
    mails = [_text(each.get("address")) for each in _list(reached.get("email"))]
    if not (whole or any(mails)):
        return None
    profiles = [value, *_list(value.get("profiles"))]
    citizen = person.get("citizenship") or person.get("citizenShip") or person.get("nationality")
    home = [_text(each.get("countryCode")) for each in _list(reached.get("address"))]
    return Candidate(
        name=Stated.known(whole) if whole else Stated.missing(),
        given_name=Stated.known(given) if given else Stated.missing(),
        family_name=Stated.known(family) if family else Stated.missing(),
        emails=tuple(Stated.known(mail) for mail in mails if mail),
        phones=tuple(facts.phone(number) for each in _list(reached.get("phone")) if (number := _phone(each))),
        nationalities=tuple(_country(each) for each in _texts(citizen) if countries.code(each)),
        residence=_country(next(filter(None, (_text(person.get("residenceCountry")), *home)), "")),
        gender=facts.gender(_text(person.get("gender"))),
        birth_date=_birth(_text(person.get("birthDate"))),
        employment=tuple(
            job
            for profile in profiles
            for key in ("employment", "employmentHistories")
            for each in _list(profile.get(key))
            for job in _jobs(each)
        ),
        degrees=tuple(
            degree
            for profile in profiles
            for key in ("education", "educationAndLearnings")
            for each in _list(profile.get(key))
            for degree in _degrees(each)
        ),
        languages=tuple(_languages([person, *profiles])),
    )


def _jobs(each: Object) -> Iterator[Employment]:
    """Yield the posts with one employer; dates of the whole stay stand for those of the only post."""
    employer = _organisation(each.get("organization")) or _text(each.get("employer"))
    posts = _list(each.get("positionHistories")) or [each]
    for post in posts:
        dated = post if post.get("start") or post.get("end") or len(posts) > 1 else each
        title = _text(post.get("title")) or _text(post.get("positionTitle"))
        place = employer or _organisation(post.get("organization"))
        if not (title or place):
            continue
        current = _text(dated.get("current")).casefold() in _TRUE
        words = "\n".join(_texts(post.get("descriptions")) or _texts(each.get("descriptions")))
        yield Employment(
            employer=place,
            title=title,
            start=_date(dated.get("start")),
            end=PRESENT if current else _date(dated.get("end")),
            text=words,
        )


def _degrees(each: Object) -> Iterator[Degree]:
    """Yield the degrees of one school."""
    school = _organisation(each.get("institution"))
    levels = [_text(one.get("name")) for one in _list(each.get("educationLevelCodes"))]
    ongoing = _text(each.get("current")).casefold() in _TRUE
    for one in _list(each.get("educationDegrees")) or [{}]:
        title = _text(one.get("name")) or next(filter(None, levels), "")
        subjects = [_text(part.get("name")) for part in _list(one.get("specializations"))]
        programs = [_text(part.get("name")) for part in _list(each.get("programs"))]
        field = next(filter(None, (*subjects, *programs)), "")
        if not (title or school):
            continue
        done = None if ongoing else _date(one.get("date")) or _date(each.get("end"))
        status = (
            DegreeStatus.EXPECTED if ongoing else DegreeStatus.COMPLETED if done else DegreeStatus.UNKNOWN
        )
        yield Degree(
            degree_words.level(title) if title else None,
            field or None,
            school or None,
            done,
            status,
            title or None,
        )


def _languages(profiles: list[Object]) -> Iterator[LanguageSkill]:
    """Yield each language once, by code or name, with its level and those of its skills as written."""
    seen: set[str] = set()
    for profile in profiles:
        for each in (one for key in _LANGUAGE_LISTS for one in _list(profile.get(key))):
            names = (
                _text(each.get(key)) or _text(_object(each.get(key)).get("code")) for key in _LANGUAGE_NAMES
            )
            code = next((found for name in names if name and (found := languages.code(name))), None)
            if code is None or code in seen:
                continue
            seen.add(code)
            level = next(filter(None, (_text(each.get(key)) for key in _LANGUAGE_LEVELS)), None)
            scale = {skill: told for skill, key in _LANGUAGE_SKILLS.items() if (told := _text(each.get(key)))}
            yield LanguageSkill(code, level, scale=scale)


def _organisation(part: object) -> str:
    """Return the name of an employer or school: alone, in an object, or as its legal identity."""
    if not isinstance(part, dict):
        return _text(part)
    return _text(part.get("name")) or _text(_object(part.get("legalId")).get("value"))


def _phone(each: Object) -> str:
    """Return a number as it is shown, or put together from its parts."""
    if shown := _text(each.get("formattedNumber")):
        return shown
    country, area, number = (
        _text(each.get(name)) for name in ("countryDialingCode", "areaDialingCode", "dialNumber")
    )
    return f"+{country.lstrip('+')}{area}{number}" if country and number else f"{area}{number}"


def _birth(text: str) -> Fact[str]:
    found = _DAY.match(text)
    return Stated.known(found.group()) if found else Stated.missing()


def _date(raw: object) -> PartialDate | None:
    found = _DAY.match(_text(raw))
    return partial_date(found.group()) if found else None


def _country(wording: str) -> Fact[str]:
    code = countries.code(wording) if wording else None
    return Stated.known(code, text=wording) if code else Stated.missing()


def _text(raw: object) -> str:
    """Return a plain text, or the `value` of an object."""
    if isinstance(raw, dict):
        raw = raw.get("value")
    return clean(str(raw), multiline=True, limit=20_000).strip() if raw not in (None, [], "null") else ""


def _texts(raw: object) -> list[str]:
    parts = raw.get("item") if isinstance(raw, dict) else raw
    return [text for each in (parts if isinstance(parts, list) else [parts]) if (text := _text(each))]


def _list(raw: object) -> list[Object]:
    """Return a list of objects, also where it lies under `item`."""
    parts = raw.get("item") if isinstance(raw, dict) else raw
    return [each for each in parts if isinstance(each, dict)] if isinstance(parts, list) else []


def _object(raw: object) -> Object:
    return raw if isinstance(raw, dict) else {}

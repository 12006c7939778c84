"""Dates as people write them in tables and CVs, in English, French, Spanish, Portuguese and German."""

from __future__ import annotations

import re
from typing import Final

from recruiter_tui.domain.dates import PartialDate
from recruiter_tui.domain.person import PRESENT
from recruiter_tui.domain.text import fold
from recruiter_tui.reading.candidates.words import MONTHS, NOW

FIRST_YEAR: Final = 1900
LAST_YEAR: Final = 2100
_LAST_MONTH: Final = 12
_CENTURY: Final = 100
_TURN: Final = 50
"""Two digits from here up mean the last century."""

PART_OF_YEAR: Final = (
    r"(?:(?:spring|summer|autumn|fall|winter|printemps|ete|automne|hiver|primavera|verano|otono|invierno|verao|outono"
    r"|inverno|fruhling|fruhjahr|sommer|herbst)(?: of| de)?,? "
    r"|(?:[qt][1-4]|[1-4][qt]|[hs][12]|[12]h"
    r"|(?:early|late|mid|debut|fin|mi|principios|comienzos|mediados|finales|fines|inicios?|meados|finais"
    r"|anfang|mitte|ende)"
    r"|(?:end|beginning|middle)(?= of)"
    r"|(?:[1-4](?:st|nd|rd|th|er|o|e|eme|º|°|\.)?|i{1,3}|iv|first|second|third|fourth|premier|deuxieme|erstes|zweites"
    r"|primer|segundo|primeiro) (?:quarter|half|semester|semestre|trimestre|term|quartal|halbjahr))"
    r"[ ,/-]{0,2}(?:of |del? |du )?)"
)
"""What stands before a year for a part of it that is no month: of such a date only the year is kept."""
_PART_OF_MONTH = (
    r"(?:early|mid|late|debut|mi|fin|anfang|mitte|ende)[ -]"
    r"|(?:end|beginning|middle|(?:first|second) half) of "
    r"|(?:principios|comienzos|mediados|finales|fines|inicios?|meados|finais) de "
)
_YEAR = r"(?P<year>(?:19|20)[0-9]{2})"
_DAY = r"(?P<day>[0-9]{1,2})(?:st|nd|rd|th|er|o|°)?"
_WORD = r"(?P<word>[a-z]{3,10})"
_FORMS: Final = tuple(
    re.compile(form)
    for form in (
        _YEAR,
        _YEAR + r"[-/.](?P<month>[0-9]{1,2})(?:[-/.](?P<day>[0-9]{1,2}))?(?:[t ][0-9:.+z-]*)?",
        _YEAR + r"(?P<month>[0-9]{2})(?P<day>[0-9]{2})",
        r"(?P<month>[0-9]{1,2})[-/. ]" + _YEAR,
        r"(?P<day>[0-9]{1,2})\. ?(?P<month>[0-9]{1,2})\. ?" + _YEAR,
        rf"{_DAY}[ .-]{{1,2}}(?:de |of )?{_WORD}[.,]?[ '/-]{{0,2}}(?:del? |of )?{_YEAR}",
        rf"(?:{_PART_OF_MONTH})?{_WORD}[.,]?[ '/-]{{0,2}}(?:del? |of )?{_YEAR}",
        _YEAR + rf",?[ /-]{_WORD}\.?",
        _WORD + r"\.? (?P<day>[0-9]{1,2})(?:st|nd|rd|th)?,? " + _YEAR,
        _WORD + r"\.?[ '-]{1,2}(?P<short>[0-9]{2})",
        rf"(?P<day>[0-9]{{1,2}})[ -]{_WORD}[ -](?P<short>[0-9]{{2}})",
        PART_OF_YEAR + _YEAR,
        _YEAR + r"[ ,/-]{0,2}(?:[qt][1-4]|[1-4][qt]|[hs][12]|[12][hs])",
    )
)
_LEAD = re.compile(
    r"^(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,? "
    r"|(?:lun|mar|mercre|jeu|vendre|same)di,? |dimanche |(?:in|im|en|em|le|the|a) |l')"
)
"""What may stand before a date and says nothing about it: a weekday, an article, `in`."""
_EITHER_WAY = re.compile(r"(?P<first>[0-9]{1,2})[/-](?P<second>[0-9]{1,2})[/-]" + _YEAR)


def is_present(text: str) -> bool:
    """Tell whether the words of a job's end mean that it still goes on."""
    return fold(text).strip(" .()") in NOW


def partial_date(text: str) -> PartialDate | None:
    """Return a date as exactly as its wording gives it, or None for anything else.

    `03/04/2018` can be March or April: of such a date only the year is certain, so only the year comes back.
    """
    wording = _LEAD.sub("", fold(text[:60]).strip(" .,()"), 1)
    if found := _EITHER_WAY.fullmatch(wording):
        return _day_or_month_first(int(found["first"]), int(found["second"]), int(found["year"]))
    for form in _FORMS:
        if (found := form.fullmatch(wording)) and (date := _date(found.groupdict())):
            return date
    return None


def is_ambiguous(text: str) -> bool:
    """Tell whether day and month of a date could change places."""
    found = _EITHER_WAY.fullmatch(fold(text[:60]).strip(" .,()"))
    return found is not None and found["first"] != found["second"] and _both_months(found)


def end_date(text: str) -> PartialDate | str | None:
    """Return the end of a job: a date, `PRESENT`, or None where the words say neither."""
    return PRESENT if is_present(text) else partial_date(text)


def _both_months(found: re.Match[str]) -> bool:
    return max(int(found["first"]), int(found["second"])) <= _LAST_MONTH


def _day_or_month_first(first: int, second: int, year: int) -> PartialDate | None:
    """Return the whole date where only one order is possible, else its year."""
    if first == second:
        return _checked(year, first, second)
    if first > _LAST_MONTH:
        return _checked(year, second, first)
    if second > _LAST_MONTH:
        return _checked(year, first, second)
    return _checked(year, None, None)


def _date(parts: dict[str, str | None]) -> PartialDate | None:
    """Build a date from the named parts of a form."""
    word, short = parts.get("word"), parts.get("short")
    month = MONTHS.get(word) if word else int(parts.get("month") or 0) or None
    if word and month is None:
        return None
    year = _century(int(short)) if short else int(parts["year"] or 0)
    day = parts.get("day")
    if parts.get("month") and month is None:
        return None
    return _checked(year, month, int(day) if day else None)


def _century(short: int) -> int:
    """Return the year that two digits mean."""
    return short + _CENTURY * (19 if short >= _TURN else 20)


def _checked(year: int, month: int | None, day: int | None) -> PartialDate | None:
    """Return the date where a calendar holds it and a working life could."""
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    try:
        return PartialDate(year, month, day)
    except ValueError:
        return None

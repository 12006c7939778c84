# ruff: noqa: RUF001 - dashes and quotation marks that look alike are what people separate with
"""Dates and periods within a line of a CV."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from recruiter_tui.domain.dates import PartialDate
from recruiter_tui.domain.person import PRESENT
from recruiter_tui.reading.candidates.dates import PART_OF_YEAR, is_present, partial_date
from recruiter_tui.reading.candidates.words import MONTHS, NOW, any_of

_MONTH = rf"(?:{any_of(MONTHS)})\b\.?"
YEAR: Final = re.compile(r"(?:19|20)[0-9]{2}")
_YEAR = r"(?:19|20)[0-9]{2}(?![0-9])"
_DATE = (
    rf"(?:(?:[0-3]?[0-9](?:st|nd|rd|th|er|o)?[ .-]{{1,2}}(?:de )?)?{_MONTH},?[ '/-]{{0,2}}(?:del? )?{_YEAR}"
    rf"|{_MONTH} [0-3]?[0-9](?:st|nd|rd|th)?, ?{_YEAR}"
    rf"|{_MONTH}[ ]?['-][ ]?[0-9]{{2}}(?![0-9])"
    rf"|[0-3]?[0-9][/.-][01]?[0-9][/.-]{_YEAR}"
    rf"|[01]?[0-9][/.-]{_YEAR}"
    rf"|(?:19|20)[0-9]{{2}}[-/.](?:0[1-9]|1[0-2])(?:[-/.][0-3][0-9])?(?![0-9])"
    rf"|{PART_OF_YEAR}{_YEAR}"
    rf"|{_YEAR})"
)
UNTIL_NOW: Final = rf"(?:{any_of(NOW)})\b"
_TO = (
    r"(?: ?[-–—−~‐‑]{1,2}>? ?| ?[|·•→➔➞›»>] ?"
    r"| (?:to|until|till|through|a|au|al|hasta(?: el| la)?|jusqu'(?:a|en)|ate(?: o| a)?) )"
)
DATE: Final = re.compile(_DATE)
_BEFORE = r"(?<![0-9a-z./-])"
_PERIOD = re.compile(
    rf"{_BEFORE}(?:(?:from|du|de|del|desde|entre)(?: le| el| o)? |d')?(?P<start>{_DATE}|{_MONTH})"
    rf"(?:{_TO}(?:le |the |el |o )?(?P<end>{_DATE}|{UNTIL_NOW})"
    rf"|(?P<open> ?[-–—] ?(?=$|[)|,]|  )))"
)
_SHORT = re.compile(
    rf"{_BEFORE}(?P<start>(?:{_MONTH} ?'?|[01][0-9]/)[0-9]{{2}})(?![0-9])(?:{_TO})"
    rf"(?P<end>(?:{_MONTH} ?'?|[01][0-9]/)[0-9]{{2}}(?![0-9/])|{UNTIL_NOW})"
)
"""Periods with years of two digits, which are years only there: `Jan 19 - Mar 21`."""
_BETWEEN = re.compile(
    rf"{_BEFORE}(?:between|entre) (?P<start>{_DATE}) (?:and|et|y|e) (?P<end>{_DATE}|{UNTIL_NOW})"
)
_PAIR = re.compile(rf"(?:^|\| ?)(?P<start>{_DATE}) {{1,4}}(?P<end>{_DATE})(?= ?\||$)")
"""Two dates that fill a cell: the columns from and to of a form."""
_SHORT_END = re.compile(
    rf"{_BEFORE}(?P<start>{_YEAR}) ?[-–—/] ?(?P<end>(?:[0-9]{{2}})?[0-9]{{2}})(?![0-9/.-]|[a-z])"
)
"""Years of which the second has two digits: `2015-17`."""
_SINCE = re.compile(
    rf"{_BEFORE}(?:since|depuis|desde|starting|des|a partir (?:de|du)|seit)(?: le| el)? (?P<start>{_DATE})"
)
_SINGLE = re.compile(rf"{_BEFORE}{_DATE}(?![0-9a-z/-])")
_JUNK = re.compile(
    r"\( ?[0-9]{1,2}(?:[.,][0-9]{1,2})? ?(?:h|hrs?|hours?|heures?|horas?)\b[^)]{0,24}\)"
    r"|\( ?(?:[0-9]{1,2} ?(?:\+|years?|yrs?|months?|mos?|weeks?|days?|ans?|mois|semaines?|jours?"
    r"|anos?|anios?|meses|semanas?|dias?)[^)]{0,30})?\)|\( ?$|\[ *\]|\[ ?$"
)


@dataclass(frozen=True, slots=True)
class Period:
    """A period in a line: what it says, where it stands, and whether its end is only implied."""

    start: PartialDate | None
    end: PartialDate | str | None
    begin: int
    finish: int
    is_range: bool = True
    is_open: bool = False
    """Whether a dash without an end stands for `present`."""


@lru_cache(maxsize=512)
def period_in(plain: str) -> Period | None:
    """Return the period that a line states, or its only date, or None."""
    readers = (_from_to, _of_two_dates, _with_short_end, _since, _of_short_years, _single)
    return next(filter(None, (read(plain) for read in readers)), None)


def _from_to(plain: str) -> Period | None:
    """Return a period whose ends a dash or a word joins, or that a dash leaves open."""
    for found in _PERIOD.finditer(plain):
        start, end = partial_date(found["start"]), _end(found["end"] or "")
        if start is None and isinstance(end, str | None):
            continue
        if start is None and end is not None and not isinstance(end, str):
            start = partial_date(f"{found['start'].strip('. ')} {end.year}")
        if start is None or (not found["open"] and end is None):
            continue
        return Period(start, PRESENT if found["open"] else end, *found.span(), is_open=bool(found["open"]))
    return None


def _of_two_dates(plain: str) -> Period | None:
    """Return a period between two dates, or of two dates that fill a cell."""
    for found in (*_BETWEEN.finditer(plain), *_PAIR.finditer(plain)):
        start, end = partial_date(found["start"]), _end(found["end"])
        if start and (isinstance(end, str) or (end is not None and start.year <= end.year)):
            return Period(start, end, *found.span())
    return None


def _since(plain: str) -> Period | None:
    """Return a period that tells only its beginning: `since 2019`."""
    since = _SINCE.search(plain)
    start = partial_date(since["start"]) if since else None
    return Period(start, PRESENT, *since.span()) if since and start else None


def _of_short_years(plain: str) -> Period | None:
    """Return a period of months with years of two digits."""
    short = _SHORT.search(plain)
    if short is None or (start := partial_date(_with_century(short["start"]))) is None:
        return None
    end = _end(_with_century(short["end"]))
    return Period(start, end, *short.span()) if end else None


def _with_short_end(plain: str) -> Period | None:
    """Return a period like `2015-17`; a month like `2015-07`, which has its own sign, is none."""
    for found in _SHORT_END.finditer(plain):
        start = partial_date(found["start"])
        month = _SINGLE.match(plain, found.start())
        if start is None or (month and month.end() == found.end()):
            continue
        end = partial_date(found["end"] if len(found["end"]) > 2 else f"{found['start'][:2]}{found['end']}")  # noqa: PLR2004 - two digits
        if end and start.year < end.year <= start.year + _LONGEST_SHORT:
            return Period(start, end, *found.span())
    return None


_LONGEST_SHORT: Final = 40
"""Years that a period with a short end lasts at most."""


def _with_century(text: str) -> str:
    """Return a month with a year of two digits with all four of them; other texts as they are."""
    found = re.fullmatch(r"(.*?)[ '/]*([0-9]{2})", text)
    if found is None:
        return text
    glue = "/" if found[1][:1].isdigit() else " "
    return f"{found[1].strip()}{glue}{'19' if int(found[2]) >= _TURN else '20'}{found[2]}"


_TURN: Final = 50
"""Two digits from here up mean the last century."""


def _single(plain: str) -> Period | None:
    """Return the last date of a line that stands at one of its ends, in brackets or in a cell."""
    dates = list(_SINGLE.finditer(plain))
    for found in reversed(dates):
        at_an_end = found.start() <= 1 or not plain[found.end() :].strip(" ).,")
        in_brackets = (
            plain[: found.start()].rstrip().endswith("(") and plain[found.end() :].lstrip()[:1] == ")"
        )
        in_a_cell = (
            plain[: found.start()].rstrip(" ").endswith("|") or plain[: found.start()].endswith("  ")
        ) and plain[found.end() :].startswith((" |", "|", "  "))
        if (at_an_end or in_brackets or in_a_cell) and (date := partial_date(found.group())):
            return Period(date, date, *found.span(), is_range=False)
    return None


def without(text: str, period: Period | None) -> str:
    """Return a line without its period and without the brackets that are empty then."""
    rest = text[: period.begin] + " " + text[period.finish :] if period else text
    return re.sub(r" {2,}", "  ", _JUNK.sub(" ", rest)).strip(" ,;|–—-·•:")


def _end(text: str) -> PartialDate | str | None:
    return PRESENT if is_present(text) else partial_date(text)


SHARE: Final = re.compile(r"(?<![0-9.,])([1-9][0-9]?|100) ?%(?! ?[a-z])")

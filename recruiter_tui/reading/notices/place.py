"""Where the post is: city and country from labelled lines, a title's end, a side list or a sentence."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from recruiter_tui.domain.stated import Stated
from recruiter_tui.reading.notices import heads
from recruiter_tui.reading.notices.sheet import Make, Zone
from recruiter_tui.reference import countries
from recruiter_tui.reference.folding import fold

if TYPE_CHECKING:
    from recruiter_tui.reading.notices.heads import Head
    from recruiter_tui.reading.notices.outline import Outline, Passage

_PART = re.compile(r"[^,;/|()\u2013\u2014]+")
_DASHED = re.compile(r"\s-\s|-(?=[A-Z][a-z]+$)")
_NO_CITY = re.compile(
    r"home[- ]?based|\b(?:mission|countries|remote\w*|headquarters|hq|office|bureau|various|"
    r"multiple|several|travel|n/?a|anywhere|tbd|"
    r"worldwide|global|duty station|region\w*|onsite|on-site|hybrid|teletrabalho|distancia|"
    r"domicilio|flexible)\b",
    re.IGNORECASE,
)
_BASED = re.compile(
    r"\b(?:[Bb]ased (?:in|at)|(?:[Dd]uty [Ss]tation|[Ll]ocated) (?:is |will be )?(?:in|at)?|"
    r"[Bb]as[ée]e? (?:à|a|en)|"
    r"[Ss]ede en|"
    r"[Ss]ediad[oa] em) "
    r"(?P<place>[A-Z\u00c0-\u00dd][\w'\u2019.-]+(?: [A-Z\u00c0-\u00dd][\w'\u2019.-]+){0,2}),? "
    r"(?P<country>(?:the )?[A-Z\u00c0-\u00dd][\w'\u2019-]+(?: (?:of|and|the|"
    r"[A-Z\u00c0-\u00dd][\w'\u2019-]+)){0,4})"
)
_LONGEST_CITY = 60
_BY_WORDS = "no label says so, but the page's heading or a sentence places the post there"


class Place(NamedTuple):
    """What a text says about a place: offsets are of the sheet."""

    city: tuple[int, int] | None
    country: tuple[int, int] | None
    code: str | None


def split(text: str, start: int) -> Place:
    """Return the city and the country in a place label's value, `Luanda, Angola` or `Angola - Luanda`."""
    parts = [(match.start(), match.end()) for match in _PART.finditer(text)]
    parts = [each for part in parts for each in _dashed(text, *part)]
    trimmed = [_trim(text, *part) for part in parts]
    trimmed = [part for part in trimmed if part[1] > part[0]]
    country = next((part for part in reversed(trimmed) if countries.named(text[slice(*part)])), None)
    city = next(
        (part for part in trimmed if part != country and _is_city(text[slice(*part)])),
        None,
    )
    if country and city is None and len(trimmed) == 1:
        city = None
    code = countries.named(text[slice(*country)]) if country else None
    return Place(
        (start + city[0], start + city[1]) if city else None,
        (start + country[0], start + country[1]) if country else None,
        code,
    )


def _dashed(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Cut a part at a dash with blanks around it, unless the whole is a country's name (`Guinea-Bissau`)."""
    if countries.named(text[start:end].strip()):
        return [(start, end)]
    cuts, begin = [], start
    for match in _DASHED.finditer(text, start, end):
        cuts.append((begin, match.start()))
        begin = match.end()
    return [*cuts, (begin, end)]


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    body = text[start:end]
    lead = len(body) - len(body.lstrip(" .:*-\n"))
    return start + lead, start + max(lead, len(body.rstrip(" .:*-\n")))


def _is_city(text: str) -> bool:
    return (
        0 < len(text) <= _LONGEST_CITY
        and text[:1].isupper()
        and not _NO_CITY.search(text)
        and not any(char.isdigit() for char in text)
        and text.count(" ") <= len("four")
        and not any(countries.named(part) for part in text.split(" and "))
    )


class Station(NamedTuple):
    """The duty station as the notice gives it."""

    city: Stated[str]
    country: Stated[str]
    others: tuple[str, ...] = ()
    """Every other city that a label names, for instance that of the page's side list."""


def station(outline: Outline) -> Station:
    """Return city and country: the notice wins over the page's side list, labels over sentences."""
    cities: list[tuple[Passage, tuple[int, int]]] = []
    states: list[tuple[Passage, tuple[int, int], str]] = []
    for passage in outline.values("city", "country", "place"):
        found = split(outline.text(passage), passage.start)
        if passage.key == "country":
            found = found._replace(city=None)
            if found.code is None and (code := countries.code(outline.text(passage).strip())):
                found = Place(None, (passage.start, passage.end), code)
        if found.city:
            cities.append((passage, found.city))
        if found.country and found.code:
            states.append((passage, found.country, found.code))
    if not cities and not states and (head := heads.unlabelled(outline)) and (head.city or head.country):
        return _of_head(outline, head)
    by_sentence = None if cities or states else _page_heading(outline) or _sentence(outline)
    city = _city(outline, cities, by_sentence)
    country = _country(outline, states, by_sentence, cities)
    return Station(city, country, tuple(outline.sheet.text[slice(*each)] for _, each in cities))


def _of_head(outline: Outline, head: Head) -> Station:
    """Return the place of a header without labels, as an inference from where the words stand."""
    why = "read by its position in a header line without labels"
    text = outline.sheet.text
    city: Stated[str] = Stated.missing()
    country: Stated[str] = Stated.missing()
    if head.city:
        city = Stated.inferred(text[slice(*head.city)], outline.sheet.source_span(*head.city), why=why)
    if head.country:
        start, end, code = head.country
        country = Stated.inferred(code, outline.sheet.source_span(start, end), why=why, text=text[start:end])
    return Station(city, country)


def _city(
    outline: Outline, found: list[tuple[Passage, tuple[int, int]]], by_sentence: Place | None
) -> Stated[str]:
    text = outline.sheet.text
    if found:
        found.sort(key=lambda each: (each[0].zone is Zone.PAGE, each[0].key != "city"))
        start, end = found[0][1]
        return Stated.known(text[start:end], outline.sheet.source_span(start, end))
    if by_sentence and by_sentence.city:
        start, end = by_sentence.city
        span = outline.sheet.source_span(start, end)
        return Stated.inferred(text[start:end], span, why=_BY_WORDS)
    return Stated.missing()


def _country(
    outline: Outline,
    found: list[tuple[Passage, tuple[int, int], str]],
    by_sentence: Place | None,
    cities: list[tuple[Passage, tuple[int, int]]],
) -> Stated[str]:
    text = outline.sheet.text
    if found:
        found.sort(key=lambda each: (each[0].zone is Zone.PAGE, each[0].key != "country"))
        passage, (start, end), code = found[0]
        span = outline.sheet.source_span(start, end)
        city_elsewhere = cities and cities[0][0].zone is not passage.zone
        if passage.zone is Zone.PAGE and city_elsewhere and _differs(outline, cities):
            named = _country_in_body(outline)
            readings = (code, named) if named and named != code else (code,)
            return Stated.missing("the page's side list is about another city than the notice", readings)
        return Stated.known(code, span, text=text[start:end])
    if by_sentence and by_sentence.country and by_sentence.code:
        start, end = by_sentence.country
        span = outline.sheet.source_span(start, end)
        return Stated.inferred(by_sentence.code, span, why=_BY_WORDS, text=text[start:end])
    return Stated.missing()


def _differs(outline: Outline, cities: list[tuple[Passage, tuple[int, int]]]) -> bool:
    """Tell whether the notice and the page's side list name different cities."""
    told = {passage.zone: fold(outline.sheet.text[slice(*place)]) for passage, place in reversed(cities)}
    one, other = told.get(Zone.NOTICE, ""), told.get(Zone.PAGE, "")
    return bool(one and other) and one not in other and other not in one


def _page_heading(outline: Outline) -> Place | None:
    """Return the place at the end of the page's heading: `Field Associate, Dalbandin, Pakistan`."""
    for line in outline.sheet.lines[:40]:
        if line.make is not Make.HEADING or line.zone is not Zone.PAGE:
            continue
        text = outline.sheet.of(line)
        comma = text.rfind(",")
        country = text[comma + 1 :].strip()
        code = countries.named(country) if comma > 0 else None
        if code is None:
            continue
        end = line.start + len(text)
        before = text.rfind(",", 0, comma)
        city = text[before + 1 : comma].strip()
        at = line.start + text.index(city, before + 1) if before > 0 and city else 0
        return Place((at, at + len(city)) if at and _is_city(city) else None, (end - len(country), end), code)
    return None


def _country_in_body(outline: Outline) -> str | None:
    found = _sentence(outline)
    return found.code if found else None


def _sentence(outline: Outline) -> Place | None:
    """Return the first place with a country that a sentence of the notice bases the post in."""
    for passage in outline.body():
        for match in _BASED.finditer(outline.text(passage)):
            words = match["country"].split(" ")
            for count in range(len(words), 0, -1):
                name = " ".join(words[:count])
                if code := countries.named(name):
                    base = passage.start + match.start("country")
                    city = (passage.start + match.start("place"), passage.start + match.end("place"))
                    return Place(city, (base, base + len(name)), code)
    return None

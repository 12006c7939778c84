"""Time zones by the names that notices give them: a city, a country, an abbreviation, an offset."""

from __future__ import annotations

import re
import zoneinfo
from functools import cache

from recruiter_tui.reading.notices.words import flat
from recruiter_tui.reference import countries

_SEATS = {
    # cities of headquarters that the zone database files under another city
    "geneva": "Europe/Zurich",
    "geneve": "Europe/Zurich",
    "ginebra": "Europe/Zurich",
    "genebra": "Europe/Zurich",
    "bern": "Europe/Zurich",
    "washington": "America/New_York",
    "new york": "America/New_York",
    "nueva york": "America/New_York",
    "nova york": "America/New_York",
    "rome": "Europe/Rome",
    "vienna": "Europe/Vienna",
    "the hague": "Europe/Amsterdam",
    "bonn": "Europe/Berlin",
    "brussels": "Europe/Brussels",
    "bruxelles": "Europe/Brussels",
    "warsaw": "Europe/Warsaw",
    "copenhagen": "Europe/Copenhagen",
    "abidjan": "Africa/Abidjan",
    "addis ababa": "Africa/Addis_Ababa",
    "montreal": "America/Toronto",
    "brasilia": "America/Sao_Paulo",
    "songdo": "Asia/Seoul",
    "incheon": "Asia/Seoul",
    "bogota": "America/Bogota",
    "delhi": "Asia/Kolkata",
    "new delhi": "Asia/Kolkata",
    "islamabad": "Asia/Karachi",
    "hanoi": "Asia/Bangkok",
    "london": "Europe/London",
    "eastern": "America/New_York",
    "central": "America/Chicago",
    "pacific": "America/Los_Angeles",
    "pacific sa": "America/Santiago",
    "luxembourg": "Europe/Luxembourg",
}
_SHORT = {
    "cet": "Europe/Paris",
    "cest": "Europe/Paris",
    "eat": "Africa/Nairobi",
    "wat": "Africa/Lagos",
    "cat": "Africa/Maputo",
    "est": "America/New_York",
    "edt": "America/New_York",
    "eastern": "America/New_York",
    "utc": "UTC",
    "gmt": "UTC",
    "bst": "Europe/London",
    "kst": "Asia/Seoul",
    "jst": "Asia/Tokyo",
    "eet": "Europe/Helsinki",
}
_OFFSET = re.compile(r"\b(?:gmt|utc)\s?([+-])\s?(\d{1,2})(?:[:.](\d\d))?")
_WORDS_BEFORE_TIME = re.compile(r"((?:[a-z]+ ){1,3})(?:local |standard |daylight |winter |summer )?time\b")
_TIME_BEFORE_WORDS = re.compile(
    r"\b(?:local time|hora (?:oficial|local)|heure(?: locale)?|time|hora|horario)(?: in| at| of|"
    r" de| da| do| d)?"
    r"(?: la| el| las)?(?: republica de)?,? ((?:[a-z]+ ?){1,3})"
)
_ABBREVIATION = re.compile(r"\b(?:" + "|".join(_SHORT) + r")\b")


def zone_of(text: str) -> str | None:
    """Return the IANA zone that the words around a closing time name, or None."""
    kept = "".join(sign if sign in "+-:." else letter for sign, letter in zip(text, flat(text), strict=True))
    if offset := _OFFSET.search(kept):
        return _fixed(offset)
    plain = re.sub(r"\s+", " ", flat(text))
    for pattern in (_TIME_BEFORE_WORDS, _WORDS_BEFORE_TIME):
        for match in pattern.finditer(plain):
            words = match[1].split()
            for count in range(len(words), 0, -1):
                tries = (words[:count], words[-count:])
                for each in tries:
                    if found := _place(" ".join(each)):
                        return found
    short = _ABBREVIATION.search(plain)
    return _SHORT[short[0]] if short else None


def _fixed(match: re.Match[str]) -> str | None:
    """Return the zone of a whole-hour offset; `Etc/GMT` writes its signs the other way round."""
    hours = int(match[2])
    if match[3] not in {None, "00"} or hours > 14:  # noqa: PLR2004  (no zone is further away)
        return None
    return "UTC" if hours == 0 else f"Etc/GMT{'-' if match[1] == '+' else '+'}{hours}"


@cache
def _place(name: str) -> str | None:
    if name in _SEATS:
        return _SEATS[name]
    if name in _cities():
        return _cities()[name]
    code = countries.named(name) if len(name) > len("all") else None
    return _of_country().get(code) if code else None


@cache
def _cities() -> dict[str, str]:
    return {
        zone.rsplit("/", 1)[1].replace("_", " ").lower(): zone
        for zone in sorted(zoneinfo.available_timezones())
        if "/" in zone
        and not zone.startswith(
            ("Etc/", "SystemV/", "posix/", "right/", "US/", "Brazil/", "Mexico/", "Canada/", "Chile/")
        )
    }


@cache
def _of_country() -> dict[str, str]:
    """Return the zone of each country that has a single one, by the zone database's own table."""
    from importlib import resources

    found: dict[str, str | None] = {}
    table = resources.files("tzdata").joinpath("zoneinfo/zone.tab").read_text(encoding="utf-8")
    for row in table.splitlines():
        if row and not row.startswith("#"):
            code, _, zone, *_ = row.split("\t")
            found[code] = None if code in found else zone
    return {code: zone for code, zone in found.items() if zone}

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
    "luxembourg": "Europe/Luxembourg",
    "st john s": "America/St_Johns",
    "beijing": "Asia/Shanghai",
}
_REGIONS = {
    # names of zones, which stand right before `time`: `central` alone is not that of `central European time`
    "eastern": "America/New_York",
    "central": "America/Chicago",
    "mountain": "America/Denver",
    "pacific": "America/Los_Angeles",
    "pacific sa": "America/Santiago",
    "atlantic": "America/Halifax",
    "central european": "Europe/Paris",
    "central europe": "Europe/Paris",
    "eastern european": "Europe/Helsinki",
    "western european": "Europe/Lisbon",
    "east africa": "Africa/Nairobi",
    "eastern africa": "Africa/Nairobi",
    "east african": "Africa/Nairobi",
    "west africa": "Africa/Lagos",
    "west african": "Africa/Lagos",
    "central africa": "Africa/Maputo",
    "central african": "Africa/Maputo",
    "south africa": "Africa/Johannesburg",
    "south african": "Africa/Johannesburg",
    "greenwich mean": "UTC",
    "universal": "UTC",
    "coordinated universal": "UTC",
    "india": "Asia/Kolkata",
    "indian": "Asia/Kolkata",
    "gulf": "Asia/Dubai",
    "arabia": "Asia/Riyadh",
    "arabian": "Asia/Riyadh",
    "korea": "Asia/Seoul",
}
_OFFSETS = {
    # offsets with minutes that one zone without summer time keeps
    "+03:30": "Asia/Tehran",
    "+04:30": "Asia/Kabul",
    "+05:30": "Asia/Kolkata",
    "+05:45": "Asia/Kathmandu",
    "+06:30": "Asia/Yangon",
    "+08:45": "Australia/Eucla",
    "+09:30": "Australia/Darwin",
    "-09:30": "Pacific/Marquesas",
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
    "eest": "Europe/Helsinki",
    "sast": "Africa/Johannesburg",
    "npt": "Asia/Kathmandu",
    "pkt": "Asia/Karachi",
    "cdt": "America/Chicago",
    "mdt": "America/Denver",
    "pst": "America/Los_Angeles",
    "pdt": "America/Los_Angeles",
    "aest": "Australia/Sydney",
    "aedt": "Australia/Sydney",
}
_OFFSET = re.compile(r"\b(?:gmt|utc)\s?([+-])\s?(\d{1,2})(?:[:.](\d\d))?")
_WORDS_BEFORE_TIME = re.compile(r"((?:[a-z]+ ){1,3})(?:local |standard |daylight |winter |summer )?time\b")
_TIME_BEFORE_WORDS = re.compile(
    r"\b(?:local time|hora (?:oficial|local)|heure(?: locale)?|time|hora|horario)(?: in| at| of|"
    r" de| da| do| d)?"
    r"(?: la| el| las)?(?: republica de)?,? ((?:[a-z]+ ?){1,3})"
)
_OWN_SHORT = {"IN": "ist", "IL": "ist", "IE": "ist", "CN": "cst", "BD": "bst"}
"""Abbreviations of several zones, which are clear in a notice from one of their countries."""
_STATION_TIME = re.compile(
    r"\bduty station(?: s)? (?:local )?time\b"
    r"|\b(?:local )?time (?:at|of|in) (?:the )?(?:duty station|place of assignment)\b"
    r"|\bheure (?:locale )?du lieu d affectation\b|\bhora (?:local )?del lugar de destino\b"
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
                last = " ".join(words[-count:])
                if pattern is _WORDS_BEFORE_TIME and last in _REGIONS:
                    return _REGIONS[last]
                for each in (" ".join(words[:count]), last):
                    if found := _place(each):
                        return found
    short = _ABBREVIATION.search(plain)
    return _SHORT[short[0]] if short else None


def _fixed(match: re.Match[str]) -> str | None:
    """Return the zone of an offset in words: `GMT+3`, `UTC+05:45`."""
    minutes = int(match[2]) * 60 + int(match[3] or 0)
    return of_offset(minutes if match[1] == "+" else -minutes)


def of_offset(minutes: int) -> str | None:
    """Return the zone that always keeps an offset, or None; `Etc/GMT` writes its signs the other way."""
    hours, rest = divmod(abs(minutes), 60)
    sign = "+" if minutes >= 0 else "-"
    if rest:
        return _OFFSETS.get(f"{sign}{hours:02}:{rest:02}")
    if hours > 14 or (hours > 12 and sign == "-"):  # noqa: PLR2004  (no zone is further away)
        return None
    return "UTC" if not hours else f"Etc/GMT{'-' if sign == '+' else '+'}{hours}"


def of_station(text: str, city: str | None, country: str | None) -> str | None:
    """Return the zone of the duty station where the words name it, or say that its time is meant.

    The zone database files most cities under others: their country tells the zone, where it has just one.
    """
    zone = _of_country().get(country) if country else None
    if zone is None:
        return None
    plain = re.sub(r"\s+", " ", flat(text))
    here = re.escape(flat(city or "").strip())
    named = here and re.search(
        rf"\b{here} (?:local )?time\b"
        rf"|\b(?:time|heure|hora|horario)(?: locale?)? (?:de |d |of |in |at )?{here}\b",
        plain,
    )
    short = country in _OWN_SHORT and re.search(rf"\b{_OWN_SHORT[country]}\b", plain)
    return zone if named or short or _STATION_TIME.search(plain) else None


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

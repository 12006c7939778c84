"""Languages by name: in English, French, Spanish and Portuguese, and as the large ones call themselves."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from recruiter_tui.reference.folding import fold, rows

LOCALES = ("en", "fr", "es", "pt")
OFFICIAL_UN = ("ar", "zh", "en", "fr", "ru", "es")
"""The six official languages of the United Nations."""
_CODE_LENGTHS = (2, 3)
_NOT_IN_PROSE = {
    "ga",
    "ig",
    "ie",
    "ia",
    "io",
    "vo",
    "cu",
    "ae",
    "pi",
    "av",
    "ii",
    "nn",
    "nb",
    "tw",
    "ee",
    "mh",
    "an",
}
"""Two-letter languages whose names are words of other things in running text, or that no notice asks for."""
_OTHER_WORDS = {"fines", "cree", "vai", "limbu", "mande", "norte"}
"""Folded names that are everyday words of one of the four languages: `fines` are purposes in Spanish."""
_MORE_IN_PROSE = (
    "prs",
    "tet",
    "tpi",
    "fil",
    "kmr",
    "ckb",
    "wuu",
    "yue",
    "nus",
    "din",
    "luo",
    "mos",
    "dyu",
    "kri",
    "ceb",
    "zgh",
    "dje",
    "snk",
    "mnk",
    "srr",
    "tem",
    "men",
)

_WORD_FOR_LANGUAGE = re.compile(r"^(?:langue|lengua|idioma|lingua) ")
_OF_A_COUNTRY = re.compile(r"([^()]{2,40}) \([^()]{2,40}\)")
"""`English (UK)`: the language of a country is that language."""


def code(text: str) -> str | None:
    """Return the ISO 639-1 code (639-3 where there is none) of the language named in `text`, or None."""
    return _code(text.strip()[:80])


@lru_cache(maxsize=4096)
def _code(text: str) -> str | None:
    lowered = text.lower()
    if len(lowered) == _CODE_LENGTHS[0] and lowered in _by_code():
        return _by_code()[lowered]  # before the names: `en` is English and not the language called En
    if len(lowered) in _CODE_LENGTHS and lowered.isascii() and lowered.isalpha():
        return _names().get(lowered) or _by_code().get(lowered)
    wanted = fold(text)
    found = _names().get(wanted)
    if found is None and wanted.endswith(" language"):
        found = _names().get(wanted.removesuffix(" language"))
    if found is None and (bare := _WORD_FOR_LANGUAGE.sub("", wanted)) != wanted:
        found = feminine().get(bare) or _names().get(bare)
    if found is None and (country := _OF_A_COUNTRY.fullmatch(text.strip())):
        found = _names().get(fold(country[1]))
    return found


def name(code: str, locale: str = "en") -> str:
    """Return the language's usual name in the language `locale`, or the code itself where nobody knows it."""
    from babel import Locale

    found = Locale(locale).languages.get(code.lower())
    if found is None:
        found = next(
            (names.split(";")[0] for alias, names in rows("language_aliases.tsv") if alias == code), code
        )
    return str(found)


@cache
def vocabulary() -> dict[str, str]:
    """Return folded names to codes for searching prose: languages of people, one word or two."""
    wanted = {code for code in _by_code().values() if len(code) == _CODE_LENGTHS[0]} | set(_MORE_IN_PROSE)
    return {
        each: code
        for each, code in _names().items()
        if code in wanted - _NOT_IN_PROSE and each.count(" ") <= 1 and each not in _OTHER_WORDS
    }


_FEMININE = {
    "fr": (
        ("ais", "aise"),
        ("ois", "oise"),
        ("ien", "ienne"),
        ("and", "ande"),
        ("ol", "ole"),
        ("ain", "aine"),
    ),
    "es": (("es", "esa"), ("ol", "ola"), ("an", "ana"), ("o", "a")),
    "pt": (("es", "esa"), ("ol", "ola"), ("ao", "a"), ("o", "a")),
}


@cache
def feminine() -> dict[str, str]:
    """Return folded feminine names to codes: `anglaise` after `langue`, `inglesa` after `lengua`."""
    from babel import Locale

    found: dict[str, str] = {}
    for locale, endings in _FEMININE.items():
        for code, each in Locale(locale).languages.items():
            name = fold(each)
            for ending, other in endings:
                if name.endswith(ending) and " " not in name and code in _by_code():
                    found.setdefault(name[: len(name) - len(ending)] + other, _by_code()[code])
                    break
    return found


@cache
def _by_code() -> dict[str, str]:
    import pycountry

    found: dict[str, str] = {}
    for language in pycountry.languages:
        short = getattr(language, "alpha_2", None) or language.alpha_3
        found[language.alpha_3] = short
        found[short] = short
        found.setdefault(getattr(language, "bibliographic", language.alpha_3), short)
    return found


@cache
def _names() -> dict[str, str]:
    """Return folded names to codes; the aliases rule, then CLDR in four languages, then ISO 639-3."""
    import pycountry
    from babel import Locale

    found = {fold(each): code for code, names in rows("language_aliases.tsv") for each in names.split(";")}
    known = _by_code()
    for locale in LOCALES:
        for code, each in Locale(locale).languages.items():
            if code in known:
                found.setdefault(fold(each), known[code])
    for language in pycountry.languages:
        found.setdefault(fold(language.name.partition("(")[0]), known[language.alpha_3])
    return found

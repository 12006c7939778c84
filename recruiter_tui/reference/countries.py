"""Countries by name and by nationality, in English, French, Spanish and Portuguese."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from recruiter_tui.domain.person import STATELESS
from recruiter_tui.reference.folding import fold, rows

LOCALES = ("en", "fr", "es", "pt")
_KOSOVO = "XK"  # not in ISO 3166, but its user-assigned code is what the United Nations' own systems write
_STATELESS = frozenset(
    {"stateless", "stateless person", "apatride", "apatrida", "staatenlos", "sans nationalite", "xxa"}
)
_ARTICLES = ("the ", "la ", "le ", "les ", "l ", "el ", "los ", "las ", "o ", "a ", "os ", "as ")
_INVERTED = re.compile(
    r"([^,(]{2,60})(?:, | \()(the [^,()]{2,60}|[^,()]{2,60} (?:of|de|du|del|da|do)(?: the)?)\)?"
)
_AND = re.compile(" (?:and|et|y|e) ")
_FEMININE = {
    "fr": (("en", "enne"), ("on", "onne"), ("turc", "turque"), ("grec", "grecque"), ("e", "e"), ("", "e")),
    "es": (("o", "a"), ("es", "esa"), ("an", "ana"), ("on", "ona"), ("l", "la"), ("", "")),
    "pt": (("ao", "a"), ("o", "a"), ("es", "esa"), ("eu", "eia"), ("l", "la"), ("", "")),
}
_PLURAL = {"en": "s", "fr": "s", "es": "s", "pt": "s"}


def code(text: str) -> str | None:
    """Return the ISO 3166-1 alpha-2 code of a country named in `text`, or of a nationality, or None.

    Knows common, official and older names, alpha-2 and alpha-3 codes, and nationality adjectives; a word that
    fits two countries (`Congolese`) is nobody's. Words for the stateless give STATELESS.
    """
    return _code(text.strip()[:120])


@lru_cache(maxsize=4096)
def _code(text: str) -> str | None:
    if text.isascii() and text.isalpha() and len(text) in (2, 3) and text.upper() != STATELESS:
        return _by_code().get(text.upper()) or _names().get(fold(text))
    wanted = fold(text)
    if wanted in _STATELESS:
        return STATELESS
    found = _names().get(wanted) or _names().get(_without_article(wanted)) or _demonyms().get(wanted)
    if found or not (inverted := _INVERTED.fullmatch(text)):
        return found
    return _names().get(_without_article(fold(f"{inverted[2]} {inverted[1]}")))


def named(text: str) -> str | None:
    """Return the code of a country *name* in `text`; unlike `code`, neither codes nor nationalities count."""
    wanted = fold(text[:120])
    return _names().get(wanted) or _names().get(_without_article(wanted))


def nationality(text: str) -> str | None:
    """Return the code of the country whose people are called `text` in any of the four languages."""
    return _demonyms().get(fold(text[:120]))


def name(code: str, locale: str = "en") -> str:
    """Return the country's usual name in the language `locale`, or the code itself where nobody knows it."""
    if code.upper() == STATELESS:
        return "stateless"
    return _display(code.upper(), locale) or code


def vocabulary() -> frozenset[str]:
    """Return every folded name of a country and every folded word for its people, for searching prose.

    Words that two countries share count as well, because they too tell where somebody comes from.
    """
    people = {form for forms in _words_for_people() for form in forms}
    halves = {half for each in _names() for half in _AND.split(each) if half != each and " " not in half}
    return frozenset(_names()) | people | {half for half in halves if len(half) > len("isles")}


def codes() -> frozenset[str]:
    """Return every code that `code` can give."""
    return frozenset(_by_code().values())


@lru_cache(maxsize=1024)
def _display(alpha2: str, locale: str) -> str | None:
    from babel import Locale

    found = Locale(locale).territories.get(alpha2)
    return (
        str(found).replace("Congo - Brazzaville", "Congo").replace("Congo - Kinshasa", "DR Congo")
        if found
        else None
    )


@cache
def _by_code() -> dict[str, str]:
    import pycountry

    found = {_KOSOVO: _KOSOVO, "XKX": _KOSOVO}
    for country in pycountry.countries:
        found[country.alpha_2] = found[country.alpha_3] = country.alpha_2
    return found


@cache
def _names() -> dict[str, str]:
    """Return folded names to codes; the aliases rule, then ISO's names, then those of CLDR."""
    import pycountry
    from babel import Locale

    found = {fold(each): alpha2 for alpha2, names in rows("country_aliases.tsv") for each in names.split(";")}
    for country in pycountry.countries:
        for field in ("name", "common_name", "official_name"):
            found.setdefault(_without_article(fold(getattr(country, field, "") or "")), country.alpha_2)
    known = _by_code()
    for locale in LOCALES:
        for alpha2, each in Locale(locale).territories.items():
            if alpha2 in known:
                found.setdefault(_without_article(fold(each)), alpha2)
    found.pop("", None)
    return found


def _words_for_people() -> list[set[str]]:
    """Return the forms of every word for the people of a country."""
    return [
        _forms(fold(word), locale)
        for _, *cells in rows("demonyms.tsv")
        for locale, cell in zip(LOCALES, cells, strict=True)
        for word in cell.split(";")
        if word.strip()
    ]


@cache
def _demonyms() -> dict[str, str]:
    """Return folded nationality words to codes; words of two countries are left out."""
    found: dict[str, str | None] = {}
    for alpha2, *cells in rows("demonyms.tsv"):
        for locale, cell in zip(LOCALES, cells, strict=True):
            for word in cell.split(";"):
                for form in _forms(fold(word), locale):
                    found[form] = alpha2 if found.get(form, alpha2) == alpha2 else None
    for ambiguous in (
        "congolese",
        "congolais",
        "congolaise",
        "congoleno",
        "congolena",
        "congoles",
        "congolesa",
    ):
        found[ambiguous] = None
    return {form: alpha2 for form, alpha2 in found.items() if alpha2}


def _forms(word: str, locale: str) -> set[str]:
    """Return a folded adjective with its feminine and plural forms."""
    feminine = word
    for ending, other in _FEMININE.get(locale, ()):
        if word.endswith(ending):
            feminine = word[: len(word) - len(ending)] + other
            break
    return {word, feminine, word + _PLURAL[locale], feminine + _PLURAL[locale]}


def _without_article(folded: str) -> str:
    """Drop a leading article, and ISO's trailing one: `congo the` is `congo`."""
    folded = folded.removesuffix(" the")
    for article in _ARTICLES:
        if folded.startswith(article):
            return folded[len(article) :]
    return folded

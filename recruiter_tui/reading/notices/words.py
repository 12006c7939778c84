"""Words, sentences and numbers of four languages, at offsets that fit the text they came from."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

LOCALES = ("en", "fr", "es", "pt")
_JOINT = r"(?<=[a-z)\u00e0-\u00ff0-9][.;:!?])(?=[A-Z\u00c0-\u00dd][a-z\u00e0-\u00ff'\u2019 ])"
_SENTENCE = re.compile(
    r"(?<=[.!?])[\"\u201d\u2019)]{0,2}\s+(?=[\"\u201c(]?[A-Z\u00c0-\u00dd0-9*\u2022-])|"
    r"\s{0,9}[;\u2022]\s{0,9}|(?<=[.;])\s?-\s{0,2}(?=[A-Z\u00c0-\u00dd])|" + _JOINT
)
_SENTENCE_IN_LOWER_CASE = re.compile(r"(?<=[^\W\d_]{3}[.!?])\s+|\s{0,9}[;\u2022]\s{0,9}")
_ABBREVIATION = re.compile(
    r"(?:\b(?:e\.g|i\.e|incl|etc|approx|min|max|no|nos|st|dr|mr|ms|mrs|vs|cf|p\.ex|ej|art|dept)|\b\w)\.$",
    re.IGNORECASE,
)
_STOPWORDS = {
    "en": {
        "the",
        "of",
        "and",
        "to",
        "in",
        "with",
        "for",
        "is",
        "or",
        "experience",
        "at",
        "be",
        "are",
        "by",
        "knowledge",
    },
    "fr": {
        "le",
        "la",
        "les",
        "des",
        "et",
        "du",
        "dans",
        "une",
        "un",
        "est",
        "ou",
        "au",
        "aux",
        "pour",
        "sur",
        "en",
        "d",
        "l",
    },
    "es": {
        "el",
        "la",
        "los",
        "las",
        "del",
        "y",
        "en",
        "una",
        "un",
        "es",
        "con",
        "para",
        "por",
        "al",
        "o",
        "anos",
        "se",
    },
    "pt": {
        "o",
        "a",
        "os",
        "as",
        "do",
        "da",
        "dos",
        "das",
        "e",
        "em",
        "uma",
        "um",
        "com",
        "para",
        "no",
        "na",
        "ou",
        "ao",
    },
}
LONGEST_SENTENCE = 3000
"""Characters beyond which no sentence goes: what is longer is cut, so that no reader can be kept busy."""
_TOKEN = re.compile(r"[^\W\d_]+")
_UNITS = {
    word: number
    for number, words in {
        1: "one un une una uno um uma",
        2: "two deux dos dois duas",
        3: "three trois tres",
        4: "four quatre cuatro quatro",
        5: "five cinq cinco",
        6: "six seis",
        7: "seven sept siete sete",
        8: "eight huit ocho oito",
        9: "nine neuf nueve nove",
    }.items()
    for word in words.split()
}
_TEENS = {
    word: number
    for number, words in {
        10: "ten dix diez dez",
        11: "eleven onze once",
        12: "twelve douze doce doze",
        13: "thirteen treize trece treze",
        14: "fourteen quatorze catorce catorze",
        15: "fifteen quinze quince",
        16: "sixteen seize dieciseis dezesseis",
        17: "seventeen diecisiete dezessete",
        18: "eighteen dieciocho dezoito",
        19: "nineteen diecinueve dezenove",
    }.items()
    for word in words.split()
}
_TENS = {
    word: number
    for number, words in {
        20: "twenty vingt veinte vinte",
        30: "thirty trente treinta trinta",
        40: "forty quarante cuarenta quarenta",
        50: "fifty cinquante cincuenta cinquenta",
        60: "sixty soixante sesenta sessenta",
    }.items()
    for word in words.split()
}
NUMBERS = {
    **_UNITS,
    **_TEENS,
    **_TENS,
    "dix sept": 17,
    "dix huit": 18,
    "dix neuf": 19,
    **{
        f"{ten}{joint}{unit}": tens + ones
        for ten, tens in _TENS.items()
        for unit, ones in _UNITS.items()
        for joint in (" ", " e ", " y ", " et ")
    },
    **{f"veinti{unit}": 20 + ones for unit, ones in _UNITS.items()},
    **{f"twenty{unit}": 20 + ones for unit, ones in _UNITS.items()},
}
"""Number words of the four languages up to 69, folded, one blank between their parts."""
_TEN_WORDS = "|".join(sorted(_TENS, key=len, reverse=True))
_UNIT_WORDS = "|".join(sorted(_UNITS, key=len, reverse=True))
_TEEN_WORDS = "|".join(sorted(_TEENS, key=len, reverse=True))
NUMBER_WORD = (
    rf"(?:(?:{_TEN_WORDS})(?:(?:[ -]| (?:e|y|et) )(?:{_UNIT_WORDS}))?|dix[ -](?:sept|huit|neuf)|"
    rf"(?:veinti|twenty)(?:{_UNIT_WORDS})|{_TEEN_WORDS}|{_UNIT_WORDS})(?![a-z])"
)
"""The pattern of a number word in folded text."""


def number_of(text: str) -> int:
    """Return the number that digits or a folded number word stand for; raises KeyError for other words."""
    return int(text) if text.isdigit() else NUMBERS[" ".join(text.replace("-", " ").split())]


class Piece(NamedTuple):
    """A stretch of text with its offsets in the sheet."""

    start: int
    end: int
    text: str


class _Flat(dict[int, str]):
    """Maps a character to one lower-case letter or digit without accents, or to a blank: offsets stay."""

    def __missing__(self, point: int) -> str:
        char = chr(point)
        plain = unicodedata.normalize("NFKD", char)[:1].lower()[:1]
        self[point] = found = plain if plain.isalnum() else " "
        return found


_FLAT = _Flat()


@lru_cache(maxsize=4096)
def flat(text: str) -> str:
    """Return `text` in lower case without accents, each sign a blank, every offset where it was."""
    return text.translate(_FLAT)


@lru_cache(maxsize=4096)
def sentences(text: str, start: int = 0) -> tuple[Piece, ...]:
    """Cut `text` at sentence ends, semicolons and glued joints; `start` is where it stands in the sheet."""
    found: list[Piece] = []
    begin = 0
    pattern = _SENTENCE if text != text.lower() else _SENTENCE_IN_LOWER_CASE
    for cut in pattern.finditer(text):
        if text[cut.start() - 1 : cut.start()] == "." and _ABBREVIATION.search(
            text[max(begin, cut.start() - 8) : cut.start()]
        ):
            continue
        _keep(found, text, begin, cut.start(), start)
        begin = cut.end()
    _keep(found, text, begin, len(text), start)
    return tuple(found)


def _keep(found: list[Piece], text: str, begin: int, end: int, start: int) -> None:
    body = text[begin:end]
    trimmed = body.strip()
    at = begin + len(body) - len(body.lstrip())
    for part in range(0, len(trimmed), LONGEST_SENTENCE):
        chunk = trimmed[part : part + LONGEST_SENTENCE]
        found.append(Piece(start + at + part, start + at + part + len(chunk), chunk))


@lru_cache(maxsize=512)
def language_of(text: str) -> str:
    """Return the language (of four) that most small words of `text` belong to; English when nothing tells."""
    tokens = _TOKEN.findall(flat(text[:6000]))
    counts = {locale: sum(token in words for token in tokens) for locale, words in _STOPWORDS.items()}
    best = max(counts, key=lambda locale: counts[locale])
    return best if counts[best] > counts["en"] else "en"

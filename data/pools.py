"""The pools of words that invented people are made of, read once from the TOML files beside this one."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from random import Random

FOLDER = Path(__file__).parent
_NUMBER = re.compile(r"\{n(\d+)_(\d+)\}")


@dataclass(frozen=True, slots=True)
class Country:
    """A country as the pools know it."""

    code: str
    name: str
    cities: tuple[str, ...]
    culture: str
    languages: tuple[str, ...]
    """English names of the languages that its people grow up with, the first for certain."""


@dataclass(frozen=True, slots=True)
class Trade:
    """A line of work: a ladder of titles, kinds of employer, and the sentences of its practitioners."""

    name: str
    language: str
    titles: tuple[str, ...]
    employers: tuple[str, ...]
    abroad: tuple[str, ...]
    """Employers who take people of any country."""
    profile: tuple[str, ...]
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Labels:
    """The words that a paper in one language is framed with."""

    headings: tuple[str, ...]
    months: tuple[str, ...]
    present: str
    nationality: str
    references: str
    part_time: str
    levels: dict[str, list[str]]
    degrees: dict[str, str]
    languages: dict[str, str]


@cache
def pool(name: str) -> dict[str, Any]:
    """Return a TOML file of this folder."""
    return tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8"))


@cache
def countries() -> dict[str, Country]:
    """Return the countries by ISO 3166-1 alpha-2 code."""
    return {
        code: Country(code, name, tuple(cities), culture, tuple(languages))
        for code, (name, cities, culture, languages) in pool("countries")["country"].items()
    }


@cache
def trades(language: str) -> dict[str, Trade]:
    """Return the lines of work whose papers are written in one language (ISO 639-1)."""
    anywhere = _words(language)["general"]["employers"]
    return {
        name: Trade(
            name,
            language,
            tuple(table["titles"]),
            tuple(table["employers"]),
            tuple(table.get("abroad", anywhere)),
            tuple(table["profile"]),
            tuple(table["lines"]),
        )
        for name, table in _words(language).items()
        if "titles" in table
    }


@cache
def lines(language: str, name: str) -> tuple[str, ...]:
    """Return sentences that belong to no trade: `general`, `closing` or `courses`."""
    return tuple(_words(language)[name]["lines"])


@cache
def labels(language: str) -> Labels:
    """Return the framing words of a language."""
    table: dict[str, Any] = {"languages": {}, **pool("labels")[language]}
    for lists in ("headings", "months"):
        table[lists] = tuple(table[lists])
    return Labels(**table)


def chance(rng: Random, share: float) -> bool:
    """Return True in this share of the draws."""
    return rng.random() < share


def fill(rng: Random, sentence: str, country: Country | None = None, place: str = "") -> str:
    """Put numbers, a place and a country's name into the slots of a sentence."""
    text = _NUMBER.sub(lambda slot: str(rng.randint(int(slot[1]), int(slot[2]))), sentence)
    if country is None:
        return text
    return text.replace("{place}", place or country.cities[0]).replace("{country}", country.name)


def _words(language: str) -> dict[str, Any]:
    return pool("trades" if language == "en" else f"trades_{language}")

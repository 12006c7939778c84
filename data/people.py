"""Invented persons: names of many cultures and scripts, and ways to reach them that reach nobody."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from .model import Person
from .pools import chance, countries, pool

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random

DOMAINS = ("example.org", "example.com", "example.net")
"""Reserved for examples by RFC 2606."""

_LETTERS = str.maketrans(
    {
        "Þ": "Th",
        "þ": "th",
        "ð": "d",
        "ø": "o",
        "Ø": "O",
        "ß": "ss",
        "ł": "l",
        "Ł": "L",
        "\u0131": "i",
        "æ": "ae",
    }
)
_PHONES: dict[str, Callable[[Random], str]] = {
    # Numbers that the national regulators keep free for films and examples.
    "GB": lambda rng: f"+44 7700 900{rng.randint(0, 999):03}",
    "FR": lambda rng: f"+33 6 39 98 {rng.randint(0, 99):02} {rng.randint(0, 99):02}",
    "US": lambda rng: f"+1 202 555 01{rng.randint(0, 99):02}",
    "CA": lambda rng: f"+1 613 555 01{rng.randint(0, 99):02}",
    "SE": lambda rng: f"+46 70 174 06 {rng.randint(5, 99):02}",
    "DE": lambda rng: f"+49 30 23125 {rng.randint(0, 999):03}",
    "AU": lambda rng: f"+61 2 5550 {rng.randint(0, 9999):04}",
}


class People:
    """Draws persons, each name and address only once."""

    def __init__(self, rng: Random) -> None:
        """Draw from `rng` alone, so that the same seed gives the same people."""
        self._rng = rng
        self._taken: set[str] = set()
        self._own_script: dict[str, bool] = {}

    def draw(self, nationalities: tuple[str, ...]) -> Person:
        """Return a new person of these nationalities; the first one gives the name."""
        home = countries()[nationalities[0]]
        culture = pool("names")[home.culture]
        while True:
            woman = chance(self._rng, 0.5)  # as many women as men
            given = self._rng.choice(culture["women" if woman else "men"])
            names = culture.get("family_women", culture["family"]) if woman else culture["family"]
            family, second = self._rng.choice(names), self._rng.choice(names)
            order = culture.get("order", "{g} {f}")
            latin = _put(order, given, family, second, script=0).strip()
            address = _address(latin)
            if address not in self._taken and (second != family or "{h}" not in order):
                break
            if len(names) == 1 or chance(self._rng, 0.2):  # small pools run dry
                address += str(self._rng.randint(2, 99))
                if address not in self._taken:
                    break
        self._taken.add(address)
        script = int(all("=" in part for part in (given, family)) and self._is_turn(home.culture))
        name = _put(order, given, family, second, script=script).strip()
        if script and culture.get("joined"):
            name = name.replace(" ", "")
        return Person(
            name=name,
            latin=latin,
            given=_part(given, script),
            family=_surname(order, family, second, script),
            email=f"{address}@{self._rng.choice(DOMAINS)}",
            phone=self._phone(home.code),
            gender=self._rng.choice(
                ("female", "female", "female", "") if woman else ("male", "male", "male", "")
            ),
            nationalities=nationalities,
            residence=self._residence(home.code),
        )

    def _is_turn(self, culture: str) -> bool:
        """Tell whether this person writes the name in its own script: every other one of a culture does."""
        self._own_script[culture] = not self._own_script.get(culture, False)
        return self._own_script[culture]

    def _phone(self, home: str) -> str:
        if home in _PHONES:
            return _PHONES[home](self._rng)
        if chance(self._rng, 0.4):  # some live abroad; most give no number
            return _PHONES[self._rng.choice(sorted(_PHONES))](self._rng)
        return ""

    def _residence(self, home: str) -> str:
        at_home = chance(self._rng, 0.7)  # three in ten live abroad
        return home if at_home else self._rng.choice(sorted(countries()))


def _part(text: str, script: int) -> str:
    latin, _, native = text.partition("=")
    return native if script and native else latin


def _surname(order: str, family: str, second: str, script: int) -> str:
    both = (family, second) if "{h}" in order else (family,)
    return " ".join(_part(part, script) for part in both)


def _put(order: str, given: str, family: str, second: str, *, script: int) -> str:
    return order.format(g=_part(given, script), f=_part(family, script), h=_part(second, script))


def _address(latin: str) -> str:
    plain = unicodedata.normalize("NFKD", latin.translate(_LETTERS)).encode("ascii", "ignore").decode()
    words = "".join(letter if letter.isalnum() else " " for letter in plain.replace("'", "")).lower().split()
    return ".".join(words)

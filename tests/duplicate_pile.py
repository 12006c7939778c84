"""A pile of 2,000 invented applications with 140 planted duplicates and many who only look alike.

    python tests/duplicate_pile.py FILE.csv

The same seed gives the same pile. Planted are slips of the pen, other scripts and spellings, swapped names
and masked addresses; beside them stand namesakes, families on one phone, an agency's address for many, and
five persons called John Doe who all give john.doe@email.com.
"""

from __future__ import annotations

import csv
import json
import random
import sys
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

HEADER: Final = (
    "application",
    "name",
    "email",
    "phone",
    "nationalities",
    "received",
    "degrees",
    "employment",
)
_NAMES: Final = json.loads(Path(__file__).with_name("duplicate_names.json").read_text(encoding="utf-8"))
GIVEN: Final[list[str]] = _NAMES["given"].split()
FAMILY: Final[list[str]] = _NAMES["family"].split()
OTHER_SCRIPTS: Final = [
    [[tuple(spelled.split(" | ")) for spelled in pool] for pool in pools] for pools in _NAMES["scripts"]
]
"""Given and family names: in their own script, and in two Latin spellings that one person may use."""
CHINESE: Final = 2
"""The place of the script in which the family name stands first and nothing parts it from the given one."""
_FIRST: Final = (
    "Harbour Relief Border River Northern Atlas Delta Summit Meridian Baobab Cedar Granite Lagoon Beacon"
)
_LAST: Final = "Office Agency Foundation Institute Council Logistics Partners Trust Bureau Network"
FIRMS: Final = [f"{first} {last}" for first in _FIRST.split() for last in _LAST.split()]
TITLES: Final = ("Officer", "Analyst", "Coordinator", "Assistant", "Adviser", "Manager")
COUNTRIES: Final = ("DZ", "FR", "KE", "BR", "DE", "SN", "IT", "PT", "MX", "GH", "EG", "TN", "PE", "NG", "SE")
HOSTS: Final = ("example.org", "mail.example.com", "post.example.net", "gmail.com")


@dataclass(frozen=True, slots=True)
class Row:
    """One application as the pile has it."""

    person: int
    """Who it really is; duplicates have the same number."""
    name: str
    email: str = ""
    phone: str = ""
    nationality: str = ""
    jobs: tuple[tuple[str, str, str, str], ...] = ()
    """Title, employer, start and end."""
    degree: str = ""
    planted: str = ""
    """What kind of duplicate it is; empty for the first of a person."""

    def cells(self, number: int) -> tuple[str, ...]:
        """Return the row of the CSV."""
        jobs = "; ".join(" | ".join((*job, "100%")) for job in self.jobs)
        received = f"2026-11-{1 + number % 18:02}T10:{number % 60:02}:00Z"
        return (
            f"A{number}",
            self.name,
            self.email,
            self.phone,
            self.nationality,
            received,
            self.degree,
            jobs,
        )


class Pile:
    """Draws people, plants duplicates among them and mixes everything."""

    def __init__(
        self, seed: int = 20261122, size: int = 2_000, planted: int = 140, *, by_career: bool = True
    ) -> None:
        """Draw the whole pile; without `by_career` every duplicate shares an address or a number.

        That is for systems which export one job: a name and an employer do not tell namesakes apart.
        """
        self._by_career = by_career
        self._draw = random.Random(seed)  # noqa: S311 - a pile for tests, not a secret
        self._next = 0
        self._spelled: tuple[tuple[str, ...], tuple[str, ...]] = ((), ())
        lookalikes = self._lookalikes()
        people = [self._person() for _ in range(size - planted - len(lookalikes))]
        originals = self._draw.sample(range(len(people)), planted)
        kinds = (self._mistyped, self._other_script, self._swapped, self._masked)
        copies = []
        for n, place in enumerate(originals):
            make = kinds[n % len(kinds)]
            if make == self._other_script:
                people[place] = self._elsewhere(people[place])
            copies.append(make(people[place]))
        rows = [*people, *lookalikes, *copies]
        self._draw.shuffle(rows)
        self.rows: list[Row] = rows

    def truth(self) -> set[frozenset[str]]:
        """Return the pairs of application numbers that are one person."""
        found: dict[int, list[str]] = {}
        for number, row in enumerate(self.rows, 1):
            found.setdefault(row.person, []).append(f"A{number}")
        return {frozenset(names) for names in found.values() if len(names) > 1}

    def kinds(self) -> dict[frozenset[str], str]:
        """Return what kind of duplicate each true pair is."""
        told = {row.person: row.planted for row in self.rows if row.planted}
        number = {f"A{n}": row.person for n, row in enumerate(self.rows, 1)}
        return {pair: told[number[next(iter(pair))]] for pair in self.truth()}

    def write(self, path: Path) -> Path:
        """Write the pile as a CSV."""
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file)
            writer.writerow(HEADER)
            writer.writerows(row.cells(number) for number, row in enumerate(self.rows, 1))
        return path

    # -- people --------------------------------------------------------------------------------------

    def _person(self) -> Row:
        given, family = self._draw.choice(GIVEN), self._draw.choice(FAMILY)
        return self._of_name(f"{given} {family}")

    def _of_name(self, name: str) -> Row:
        self._next += 1
        plain = "".join(letter for letter in name.lower() if letter.isascii() and letter.isalpha())
        local = f"{plain[:12] or 'person'}{self._draw.randrange(10, 9999)}"
        return Row(
            self._next,
            name,
            f"{local}@{self._draw.choice(HOSTS)}",
            f"+{self._draw.choice((213, 33, 254, 49, 221, 351))}{self._draw.randrange(10**8, 10**9)}",
            self._draw.choice(COUNTRIES),
            self._career(),
            f"master | Law | {self._draw.choice(FAMILY)} University | {self._draw.randrange(1998, 2020)}-07",
        )

    def _career(self) -> tuple[tuple[str, str, str, str], ...]:
        year, jobs = self._draw.randrange(2005, 2018), []
        for _ in range(self._draw.randrange(1, 4)):
            stay = self._draw.randrange(1, 4)
            start = f"{year}-{self._draw.randrange(1, 13):02}-01"
            jobs.append((self._draw.choice(TITLES), self._draw.choice(FIRMS), start, f"{year + stay}-12-31"))
            year += stay + 1
        return tuple(jobs)

    # -- duplicates ----------------------------------------------------------------------------------

    def _contacts(self, row: Row) -> Row:
        """Leave one thing in common with the first application: the address, the number or the career."""
        left = self._draw.randrange(3 if self._by_career else 2)
        other = self._of_name(row.name)
        self._next -= 1
        if left == 0:
            return replace(row, phone="", jobs=row.jobs[:1])
        if left == 1:
            return replace(row, email=other.email, jobs=row.jobs[-1:])
        return replace(row, email="", phone="")

    def _mistyped(self, row: Row) -> Row:
        """Make a slip in one word: a letter doubled, dropped, turned or mistaken."""
        words = row.name.split()
        place = max(range(len(words)), key=lambda n: len(words[n]))
        word, at = words[place], self._draw.randrange(1, len(words[place]) - 1)
        slips = (
            word[:at] + word[at] + word[at:],
            word[:at] + word[at + 1 :],
            word[: at - 1] + word[at] + word[at - 1] + word[at + 1 :] if at > 1 else word + "e",
            word[:at] + self._draw.choice("aeinrst") + word[at + 1 :],
        )
        words[place] = self._draw.choice(slips)
        return replace(self._contacts(row), name=" ".join(words), planted="mistyped")

    def _elsewhere(self, row: Row) -> Row:
        """Give a person a name that is at home in another script, spelled in Latin letters."""
        given, family = (self._draw.choice(pool) for pool in self._draw.choice(OTHER_SCRIPTS))
        self._spelled = (given, family)
        return replace(row, name=f"{given[1]} {family[1]}")

    def _other_script(self, row: Row) -> Row:
        """Write the name in its own script, or in another Latin spelling."""
        given, family = self._spelled
        chinese = family in OTHER_SCRIPTS[CHINESE][1]
        if self._draw.random() < 2 / 3:
            name = family[0] + given[0] if chinese else f"{given[0]} {family[0]}"
        else:
            name = f"{given[2]} {family[2]}"
        return replace(self._contacts(row), name=name, planted="other script")

    def _swapped(self, row: Row) -> Row:
        """Put the family name first, sometimes with a comma or in capitals."""
        *given, family = row.name.split()
        shown = self._draw.choice((f"{family} {' '.join(given)}", f"{family.upper()} {' '.join(given)}"))
        return replace(self._contacts(row), name=shown, planted="swapped")

    def _masked(self, row: Row) -> Row:
        """Hide the address behind a job site's own; write the number as a spreadsheet does, or not at all."""
        token = "".join(self._draw.choices("abcdefghjkmnpqrstuvwxyz23456789", k=12))
        phone = f"'{row.phone}" if self._draw.random() < 0.5 or not self._by_career else ""
        jobs = row.jobs if not phone else row.jobs[:1]
        email = f"{token}_{self._draw.randrange(99)}@indeedemail.com"
        return replace(row, email=email, phone=phone, jobs=jobs, planted="masked")

    # -- who only look alike -------------------------------------------------------------------------

    def _lookalikes(self) -> list[Row]:
        does = [replace(self._of_name("John Doe"), email="john.doe@email.com") for _ in range(5)]
        namesakes = [
            row
            for _ in range(25)
            for name in (f"{self._draw.choice(GIVEN)} {self._draw.choice(FAMILY)}",)
            for row in (self._of_name(name), self._of_name(name))
        ]
        families = []
        for _ in range(15):
            family = self._draw.choice(FAMILY)
            one, other = self._draw.sample(GIVEN, 2)
            first = self._of_name(f"{one} {family}")
            families += [first, replace(self._of_name(f"{other} {family}"), phone=first.phone)]
        agency = [replace(self._person(), email="placements@agency.example.com") for _ in range(12)]
        near = [
            self._of_name(f"{given} {family}")
            for family in self._draw.sample(FAMILY, 10)
            for given in self._draw.choice((("Amina", "Amira"), ("Jan", "Jana"), ("Maria", "Mario")))
        ]
        return [*does, *namesakes, *families, *agency, *near]


if __name__ == "__main__":
    Pile().write(Path(sys.argv[1]))

"""The text of a CV: sections, sentences of the trade, and dates as people write them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .model import Applicant, Degree, Job, Precision
from .pools import Labels, Trade, chance, countries, fill, labels, lines

if TYPE_CHECKING:
    from datetime import date
    from random import Random

_STYLES = ("words", "numbers", "iso")
_SENTENCES = 15
"""How many sentences about the jobs a CV has, about."""
_RULES = ("", "=", "-")


def paper(rng: Random, applicant: Applicant, trade: Trade) -> str:
    """Return the applicant's CV as plain text, in the language of the trade's sentences."""
    words = labels(trade.language)
    writer = _Writer(rng, words, rng.choice(_STYLES), rng.choice(_RULES))
    person = applicant.person
    head = person.name if person.name == person.latin else f"{person.latin} ({person.name})"
    nations = ", ".join(countries()[code].name for code in person.nationalities)
    contact = [
        part for part in (person.email, person.phone, nations and f"{words.nationality}: {nations}") if part
    ]
    reasons = lines(trade.language, "closing")
    sections = [
        (6, "\n".join(contact)),
        (0, rng.choice(trade.profile)),
        (1, "\n\n".join(_jobs(rng, applicant, trade, writer))),
        (2, "\n".join(writer.degree(degree) for degree in applicant.degrees)),
        (3, "\n".join(f"{name}: {level}" if level else name for name, level in applicant.languages)),
        (4, "\n".join(rng.sample(lines(trade.language, "courses"), rng.randint(2, 4)))),
        (5, " ".join(fill(rng, line) for line in rng.sample(reasons, rng.randint(2, min(4, len(reasons)))))),
        (7, words.references),
    ]
    body = "\n\n".join(
        f"{writer.heading(words.headings[number])}\n{text}" for number, text in sections if text
    )
    return f"{head}\n\n{body}\n"


def _jobs(rng: Random, applicant: Applicant, trade: Trade, writer: _Writer) -> list[str]:
    """Return the jobs, newest first, each with what was done; no sentence is told twice."""
    home = countries()[applicant.person.nationalities[0]] if applicant.person.nationalities else None
    special = rng.sample(trade.lines, len(trade.lines))
    usual = rng.sample(lines(trade.language, "general"), len(lines(trade.language, "general")))
    length = min(max(_SENTENCES // len(applicant.jobs), 2), 7)
    told = []
    for job in reversed(applicant.jobs):
        country = countries().get(job.country) or home
        place = rng.choice(country.cities) if country else ""
        here = []
        for number in range(rng.randint(length, length + 1)):
            first, second = (usual, special) if number % 3 == 2 else (special, usual)  # noqa: PLR2004 - every third
            pile = first or second
            if pile:
                here.append(fill(rng, pile.pop(), country, place))
        told.append(writer.job(job, here))
    return told


class _Writer:
    """One person's manner: how he or she writes dates and headings."""

    def __init__(self, rng: Random, words: Labels, style: str, rule: str) -> None:
        self._words, self._style, self._rule = words, style, rule
        self._bullet = rng.choice(("- ", "* ", "• ", ""))
        self._loud = chance(rng, 0.4)  # some people shout their headings

    def heading(self, text: str) -> str:
        """Return a heading, perhaps in capitals, perhaps with a rule below."""
        shown = text.upper() if self._loud else text
        return f"{shown}\n{self._rule * len(shown)}" if self._rule else shown

    def job(self, job: Job, told: list[str]) -> str:
        """Return one job: a line of what and where, a line of dates, and what was done."""
        end = self._date(job.end, job.precision) if job.end else self._words.present
        dates = f"{self._date(job.start, job.precision)} - {end}"
        share = "" if job.percent == 100 else f" ({self._words.part_time.format(n=job.percent)})"  # noqa: PLR2004
        return "\n".join(
            (f"{job.title}, {job.employer}", dates + share, *(self._bullet + line for line in told))
        )

    def degree(self, degree: Degree) -> str:
        """Return one degree on a line."""
        title = ", ".join(part for part in (self._words.degrees[degree.level], degree.field) if part)
        return f"{degree.completed}  {title}, {degree.institution}"

    def _date(self, day: date, precision: Precision) -> str:
        if precision is Precision.YEAR:
            return str(day.year)
        if self._style == "words":
            month = f"{self._words.months[day.month - 1]} {day.year}"
            return month if precision is Precision.MONTH else f"{day.day} {month}"
        if self._style == "numbers":
            return f"{day:%m/%Y}" if precision is Precision.MONTH else f"{day:%d/%m/%Y}"
        return "-".join(day.isoformat().split("-")[:precision])

"""Draws applicants: a person, a career and languages that fit a vacancy, or miss it in one intended way."""

from __future__ import annotations

import itertools
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta, timezone
from typing import TYPE_CHECKING

from .careers import Wish, career, degrees, month_end, month_shift, with_overlap
from .model import MONTHS_A_YEAR, Applicant, Degree, Job, Precision
from .pools import Country, Trade, chance, countries, fill, labels, pool, trades

if TYPE_CHECKING:
    from random import Random

    from .people import People
    from .plans import Plan

_OFFSETS = (0, 0, 60, 120, 180, 330, -300, 420)
_FAR = {
    "teaching": "Education",
    "business": "Marketing",
    "engineering": "Computer Science",
    "administration": "Accounting",
}
_LONGEST = 230
"""Months of the longest career: nobody begins to work as a child."""
_SPLIT = 4
"""Years from which on a vague career is told as two jobs."""
_FRENCH = ("FR", "SN", "ML", "CM", "BF", "CI", "MG", "BJ", "NE", "LU", "KM", "CH", "MA", "CD")
_SPANISH = ("ES", "PE", "CO", "BO", "MX", "CL", "AR")
_ARABIC = ("DZ", "EG", "JO", "LB", "MA", "SD")
_SPEAKERS = {"fr": _FRENCH, "es": _SPANISH, "ar": _ARABIC}


@dataclass(frozen=True, slots=True)
class Draft:
    """An application before it has its number: when it came in decides on that."""

    applicant: Applicant
    trade: Trade
    instant: datetime
    case: str = ""
    """Name of the intended case, for those that tests look at one by one."""


class Draw:
    """Draws the applicants of one vacancy."""

    def __init__(self, rng: Random, people: People, plan: Plan, today: date) -> None:
        """Draw from `rng` alone, so that the same seed gives the same applicants."""
        self.rng, self.people, self.plan, self.today = rng, people, plan, today
        self.closes = plan.closes(today)
        self.cut_off = (today + timedelta(days=plan.closing)).replace(day=1)
        """The month of the closing: careers are counted back from its first day."""

    def applicant(self, intent: str, nationality: str | None = None) -> Draft:
        """Return an applicant who fits, or misses in the way that the intent names."""
        trade = self._trade(intent)
        home, nations = self._home(intent, trade, nationality)
        person = self.people.draw(nations)
        if intent == "no-nationality":
            person = replace(person, nationalities=())
        jobs, levels = self._past(intent, trade, home)
        fields = (_FAR.get(trade.name, "Fine Arts"),) if intent == "related-field" else self.plan.fields
        papers = degrees(self.rng, levels, fields, jobs[0].start, home, trade.language)
        received, instant = self.receipt(intent)
        return Draft(
            Applicant(
                id="",
                person=person,
                received=received,
                degrees=self._degrees(intent, papers),
                jobs=jobs,
                languages=self._languages(intent, home, trade.language),
                internal=self.rng.choices((True, False, None), (8, 84, 8))[0],
                channel="e-mail" if intent == "e-mail" else "e-recruitment",
                tags=("returned volunteer",) if chance(self.rng, 0.03) else (),  # a few
                note="Also wrote to the office; answered." if chance(self.rng, 0.02) else "",
            ),
            trade,
            instant,
        )

    def _trade(self, intent: str) -> Trade:
        if intent == "related-field":
            return trades("en")[self.rng.choice(sorted(_FAR))]
        language, name = self.rng.choice(self.plan.trades)
        return trades(language)[name]

    def _home(self, intent: str, trade: Trade, nationality: str | None) -> tuple[Country, tuple[str, ...]]:
        """Return whose country the person is a child of, and the nationalities."""
        plan, states = self.plan, pool("countries")
        known = countries()
        if nationality:
            pick = nationality
        elif plan.only:
            pick = self.rng.choice(states["wide"]) if intent == "excluded" else plan.only
        elif intent == "excluded" and plan.excluded:
            pick = plan.excluded
        elif intent in {"no-language", "weak-language"}:
            spoken = {plan.required[0]}
            pick = self.rng.choice(
                [code for code in states["wide"] if not spoken & set(known[code].languages)]
            )
        elif trade.language in _SPEAKERS:
            pick = self.rng.choice(_SPEAKERS[trade.language])
        else:
            pick = self.rng.choice(states["tier"] if chance(self.rng, 0.2) else states["wide"])
        if intent == "dual" and plan.excluded:
            return known[pick], (pick, plan.excluded)
        second = self.rng.choice(("FR", "CA", "GB", "PT"))
        both = chance(self.rng, 0.06) and pick != second and not plan.only  # a few have two
        return known[pick], (pick, second) if both else (pick,)

    def _past(self, intent: str, trade: Trade, home: Country) -> tuple[tuple[Job, ...], tuple[str, ...]]:
        """Return the jobs and the levels of the degrees."""
        plan, rng = self.plan, self.rng
        levels: tuple[str, ...]
        if intent == "vague-dates":
            return self._vague(trade, home), ("master", "bachelor")
        if intent == "short":
            levels, months = ("master", "bachelor"), rng.randint(3, max(plan.master - 8, 5))
        elif intent in {"bachelor-short", "expected-degree"}:
            levels, months = ("bachelor",), rng.randint(max(plan.bachelor - 50, 6), plan.bachelor - 9)
        elif intent == "no-degree":
            levels, months = (
                (rng.choice(("diploma", "secondary")),),
                rng.randint(plan.master // 2, plan.bachelor),
            )
        else:
            levels = rng.choice((("master", "bachelor"), ("master", "bachelor"), ("master",), ("bachelor",)))
            if chance(rng, 0.05):  # a few doctors
                levels = ("doctorate", "master")
            least = plan.bachelor if levels == ("bachelor",) else plan.master
            months = rng.randint(least + 14, max(_LONGEST, least + 40))
        jobs = career(
            rng, trade, home, Wish(months, self.cut_off, exact=intent in {"short", "bachelor-short"})
        )
        if chance(rng, 0.3):  # three in ten did two things at once
            jobs = with_overlap(rng, jobs, trade, home)
        return jobs, levels

    def _vague(self, trade: Trade, home: Country) -> tuple[Job, ...]:
        """Return one or two jobs known by their years only, whose bounds lie around what is asked."""
        end = self.cut_off.year - self.rng.randint(1, 3)
        start = end - max(round(self.plan.master / MONTHS_A_YEAR), 1)
        years = [start, end] if end - start < _SPLIT or chance(self.rng, 0.5) else [start, start + 2, end]
        return tuple(
            Job(
                trade.titles[min(step + 1, len(trade.titles) - 1)],
                fill(self.rng, self.rng.choice(trade.employers), home, home.cities[step % len(home.cities)]),
                date(first, 1, 1),
                date(last, 12, 31),
                precision=Precision.YEAR,
                country=home.code,
            )
            for step, (first, last) in enumerate(itertools.pairwise(years))
        )

    def _degrees(self, intent: str, papers: tuple[Degree, ...]) -> tuple[Degree, ...]:
        if intent == "no-field":
            return tuple(replace(degree, field="") for degree in papers)
        if intent == "expected-degree":
            coming = month_shift(self.cut_off, self.rng.randint(4, 15)).isoformat()[:7]
            return (replace(papers[0], level="master", completed=coming), *papers)
        return papers

    def _languages(self, intent: str, home: Country, language: str) -> tuple[tuple[str, str], ...]:
        words, plan = labels("en" if language == "ar" else language), self.plan  # the form has no Arabic

        def level(name: str) -> str:
            return self.rng.choice(words.levels[name])

        spoken = dict.fromkeys(home.languages[:1], level("native"))
        for name in plan.required:
            if name not in spoken:
                spoken[name] = level("fluent")
        if intent == "no-language":
            spoken.pop(plan.required[0], None)
        elif intent == "weak-language":
            spoken[plan.required[0]] = level("basic")
        elif intent == "unlevelled":
            spoken[plan.required[0]] = ""
        for name in (*home.languages[1:], *self.rng.sample(plan.extra, self.rng.randint(0, len(plan.extra)))):
            if name not in spoken and not (intent == "no-language" and name in plan.required):
                spoken[name] = level(self.rng.choice(("fluent", "working", "working", "basic")))
        return tuple((words.languages.get(name, name), value) for name, value in spoken.items())

    def receipt(self, intent: str = "") -> tuple[str, datetime]:
        """Return the receipt as the form has it, and the instant to sort by."""
        opened, until = self.plan.window(self.today)
        if intent == "no-zone":
            local = self.closes.replace(tzinfo=None) - timedelta(minutes=self.rng.randint(5, 700))
            return local.isoformat(timespec="seconds"), local.replace(tzinfo=UTC)
        if intent == "late":
            instant = self.closes + timedelta(seconds=self.rng.randint(90, 200_000))
        else:
            share = self.rng.random() ** 0.4  # most people wait for the last days
            instant = opened + timedelta(seconds=int((until - opened).total_seconds() * share))
        return stamp(instant, self.rng.choice(_OFFSETS)), instant


def stamp(instant: datetime, minutes_east: int) -> str:
    """Return an instant as ISO 8601 with an offset."""
    return instant.astimezone(timezone(timedelta(minutes=minutes_east))).isoformat(timespec="seconds")


def whole_months(months: int, last: date) -> tuple[date, date]:
    """Return the first and last day of so many whole calendar months, up to and with the month of `last`."""
    return month_shift(last, 1 - months), month_end(last)

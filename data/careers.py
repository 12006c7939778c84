"""Invented careers: jobs with gaps, overlaps and part-time, counted back from the closing, and degrees."""

from __future__ import annotations

import calendar
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from .model import MONTHS_A_YEAR, Degree, Job, Precision, written
from .pools import Country, Trade, chance, countries, fill, pool

if TYPE_CHECKING:
    from random import Random

_INSTITUTIONS = {
    "en": (
        "National School of Public Affairs, {place}",
        "{place} Open University College",
        "Faculty of Law and Politics, {place}",
        "Institute of Advanced Studies, {place}",
        "College of the Coast, {place}",
    ),
    "fr": (
        "École des affaires publiques de {place}",
        "Faculté de droit et de lettres, {place}",
        "Institut des hautes études, {place}",
    ),
    "es": ("Universidad del Valle Alto, {place}", "Escuela de Administración, {place}"),
    "ar": ("كلية الحقوق والعلوم السياسية", "المعهد العالي للإدارة"),
}
_SHORTEST = 8
"""Months of the shortest first job."""
_GAPS = (0, 0, 0, 0, 1, 2, 3, 7)
_SHARES = (100, 100, 100, 100, 100, 100, 80, 60, 50)


@dataclass(frozen=True, slots=True)
class Wish:
    """How long a career is to be, and how it is to be told."""

    months: int
    """Full-time equivalent months up to the cut-off, about."""
    cut_off: date
    exact: bool = False
    """Whether every date is given to the day."""
    abroad: bool = True


def career(rng: Random, trade: Trade, home: Country, wish: Wish) -> tuple[Job, ...]:
    """Return jobs, oldest first, whose months come close to what is wished for."""
    spans = _spans(rng, wish)
    jobs = []
    for place_in_life, (start, end, percent) in enumerate(reversed(spans)):
        country = home if place_in_life == 0 or not wish.abroad or chance(rng, 0.5) else _elsewhere(rng)
        offers = trade.employers if country is home else trade.abroad
        step = min(len(trade.titles) - 1, place_in_life * len(trade.titles) // max(len(spans), 3))
        jobs.append(
            Job(
                title=trade.titles[step],
                employer=fill(rng, rng.choice(offers), country, rng.choice(country.cities)),
                start=start,
                end=end,
                percent=percent,
                precision=Precision.DAY if wish.exact or chance(rng, 0.6) else Precision.MONTH,
                country=country.code,
            )
        )
    return tuple(jobs)


def with_overlap(rng: Random, jobs: tuple[Job, ...], trade: Trade, home: Country) -> tuple[Job, ...]:
    """Return the career with a part-time assignment beside its longest job."""
    longest = max(
        jobs, key=lambda job: ((job.end or job.start).toordinal() - job.start.toordinal(), job.start)
    )
    begin = month_shift(longest.start, rng.randint(2, 5))
    side = replace(
        longest,
        title="Independent Consultant" if trade.language == "en" else trade.titles[1],
        employer=fill(rng, rng.choice(trade.employers), home, home.cities[-1]),
        start=begin,
        end=month_end(month_shift(begin, rng.randint(5, 12))),
        percent=rng.choice((20, 30, 40, 50)),
    )
    return tuple(sorted((*jobs, side), key=lambda job: job.start))


def degrees(
    rng: Random, levels: tuple[str, ...], fields: tuple[str, ...], before: date, home: Country, language: str
) -> tuple[Degree, ...]:
    """Return degrees, highest first, the last of them obtained a little before the first job."""
    year = before.year - rng.randint(0, 1)
    found: list[Degree] = []
    for level in levels:
        studied = home if chance(rng, 0.7) else _elsewhere(rng)
        place = rng.choice(studied.cities)
        institution = rng.choice(_INSTITUTIONS[language]).replace("{place}", place)
        done = min(date(year, rng.choice((6, 7, 9)), rng.randint(1, 30)), month_shift(before, -1))
        precision = rng.choice((Precision.YEAR, Precision.MONTH, Precision.MONTH, Precision.DAY))
        found.append(Degree(level, rng.choice(fields), institution, written(done, precision)))
        year -= 2 if level == "master" else 4
        before = date(year, 12, 28)
    return tuple(found)


def month_shift(day: date, months: int) -> date:
    """Return the first day of the month that lies so many months away."""
    index = day.year * MONTHS_A_YEAR + day.month - 1 + months
    return date(index // MONTHS_A_YEAR, index % MONTHS_A_YEAR + 1, 1)


def month_end(day: date) -> date:
    """Return the last day of the month."""
    return day.replace(day=calendar.monthrange(day.year, day.month)[1])


def _spans(rng: Random, wish: Wish) -> list[tuple[date, date | None, int]]:
    """Return start, end and share of full time of each job, newest first."""
    spans: list[tuple[date, date | None, int]] = []
    left = float(wish.months)
    current = chance(rng, 0.7)  # most apply out of a job
    upper = month_shift(wish.cut_off, 0 if current else -rng.randint(1, 9))
    while left > 0:
        percent = rng.choice(_SHARES)
        length = min(rng.randint(14, max(46, wish.months // 3)), max(round(left * 100 / percent), 1))
        if left - length * percent / 100 < _SHORTEST:  # no job of a few weeks at the start of a career
            length = max(round(left * 100 / percent), 1)
        start = month_shift(upper, -length)
        begin = start.replace(day=rng.choice((1, 1, 1, 15))) if spans else start
        spans.append((begin, None if current and not spans else month_end(month_shift(upper, -1)), percent))
        left -= length * percent / 100
        upper = month_shift(start, -rng.choice(_GAPS))
    return spans


def _elsewhere(rng: Random) -> Country:
    return countries()[rng.choice(pool("countries")["field"])]

"""Writes careers.json: careers with their months under each policy, counted day by day by other code.

    python tests/domain/golden/generate.py

A day of a month of n days is 1/n of a month. A day counts for certain where it lies in the job whatever its
dates mean, and possibly where it may: an imprecise first or last month or year is left out of the first and
taken into the second.
"""

from __future__ import annotations

import calendar
import datetime as dt
import json
import random
from collections import Counter, defaultdict
from fractions import Fraction
from pathlib import Path
from typing import Any

FILE = Path(__file__).with_name("careers.json")
POLICIES = ("sum", "once", "once-fte", "once-fte-after-degree")
ONE_DAY = dt.timedelta(days=1)
Days = set[dt.date]


def first_day(date: str) -> dt.date:
    """Return the first day that a date as exact as it is given can mean."""
    parts = [int(part) for part in date.split("-")]
    return dt.date(*[*parts, 1, 1][:3])


def last_day(date: str) -> dt.date:
    """Return the last day that a date can mean."""
    parts = [int(part) for part in date.split("-")]
    month = parts[1] if len(parts) > 1 else 12
    day = parts[2] if len(parts) > 2 else calendar.monthrange(parts[0], month)[1]
    return dt.date(parts[0], month, day)


def days(job: dict[str, Any], cut_off: dt.date, *, certain: bool) -> Days:
    """Return the days of a job, one after the other."""
    start, end = job["start"], job["end"]
    exact_start, exact_end = len(start) == 10, end == "present" or (end is not None and len(end) == 10)
    if end is None:
        if certain:
            return set()
        last = cut_off
    elif end == "present":
        last = cut_off
    elif certain and not exact_end:
        last = first_day(end) - ONE_DAY
    else:
        last = last_day(end)
    if end not in {None, "present"} and first_day(start) > last_day(end):
        return set()
    day = last_day(start) + ONE_DAY if certain and not exact_start else first_day(start)
    found = set()
    while day <= min(last, cut_off):
        found.add(day)
        day += ONE_DAY
    return found


def shares_of(career: dict[str, Any], *, certain: bool) -> dict[dt.date, list[Fraction]]:
    """Return the shares of full time of the jobs on each day."""
    cut_off = dt.date.fromisoformat(career["cut_off"])
    shares: dict[dt.date, list[Fraction]] = defaultdict(list)
    for job in career["jobs"]:
        share = Fraction(job["fte"])
        for day in days(job, cut_off, certain=certain):
            shares[day].append(share)
    return shares


def months(
    career: dict[str, Any], shares: dict[dt.date, list[Fraction]], policy: str, *, certain: bool
) -> Fraction:
    """Count day by day."""
    after = None
    if policy == "once-fte-after-degree":
        after = last_day(career["degree"]) if certain else first_day(career["degree"])
    counted: Counter[tuple[int, Fraction]] = Counter()
    for day, parts in shares.items():
        if after is None or day > after:
            counted[calendar.monthrange(day.year, day.month)[1], _share(parts, policy)] += 1
    return sum((Fraction(number, length) * share for (length, share), number in counted.items()), Fraction(0))


def _share(parts: list[Fraction], policy: str) -> Fraction:
    """Return how much of one day counts, given the shares of full time of the jobs on it."""
    if policy == "sum":
        return Fraction(len(parts))
    if policy == "once" or parts == [1]:
        return Fraction(1)
    return min(Fraction(1), sum(parts, Fraction(0)))


def job(start: str, end: str | None, fte: str = "1") -> dict[str, Any]:
    """Return a job."""
    return {"start": start, "end": end, "fte": fte}


BY_HAND: tuple[tuple[str, str, str, list[dict[str, Any]]], ...] = (
    ("five whole years are sixty months", "2026-02-05", "2015-06", [job("2021-02-01", "2026-01-31")]),
    ("one day later is fewer", "2026-02-05", "2015-06", [job("2021-02-02", "2026-01-31")]),
    ("a leap day", "2026-02-05", "2015-06", [job("2024-02-29", "2024-02-29")]),
    ("the last of February", "2026-02-05", "2015-06", [job("2023-02-28", "2023-02-28")]),
    ("over new year", "2026-02-05", "2015-06", [job("2025-12-31", "2026-01-01")]),
    ("begun on the last day that counts", "2026-02-05", "2015-06", [job("2026-02-05", "present")]),
    ("begun a day too late", "2026-02-05", "2015-06", [job("2026-02-06", "present")]),
    ("an end in the future is cut", "2026-02-05", "2015-06", [job("2026-01-10", "2031-01-01")]),
    ("years alone", "2026-02-05", "2015", [job("2019", "2024")]),
    ("one year alone", "2026-02-05", "2015", [job("2019", "2019")]),
    ("months alone", "2026-02-05", "2019-12", [job("2019-03", "2020-02")]),
    ("a year to the present", "2026-02-05", "2025-06-30", [job("2025", "present")]),
    ("no end on file", "2026-02-05", "2025-12-10", [job("2025-12-01", None)]),
    ("two halves are a whole", "2026-02-05", "2015", [job("2025-01-01", "2025-06-30", "1/2")] * 2),
    ("three halves are no more", "2026-02-05", "2015", [job("2025-01-01", "2025-06-30", "1/2")] * 3),
    ("a third and a quarter", "2026-02-05", "2015", [
        job("2025-01-01", "2025-01-31", "1/3"), job("2025-01-01", "2025-01-31", "1/4"),
    ]),
    ("a fifth for a year", "2026-02-05", "2015", [job("2025-01-01", "2025-12-31", "1/5")]),
    ("start after end counts nothing", "2026-02-05", "2015", [job("2025-03-01", "2025-01-31")]),
    ("the degree in the middle", "2026-02-05", "2022-05-15", [job("2020-01-01", "2024-12-31")]),
    ("a degree dated to the month", "2026-02-05", "2022-05", [job("2020-01-01", "2024-12-31", "4/5")]),
    ("a degree dated to the year", "2026-02-05", "2022", [job("2020-01-01", "2024-12-31")]),
    ("meeting at a day is no overlap", "2026-02-05", "2015", [
        job("2020-01-01", "2020-06-30"), job("2020-07-01", "2020-12-31"),
    ]),
    ("a day shared", "2026-02-05", "2015", [
        job("2020-01-01", "2020-07-01"), job("2020-07-01", "2020-12-31"),
    ]),
    (
        "full time, half time, part time at once",
        "2026-02-05",
        "2019-07-31",
        [
            job("2018-09-01", "2020-08-31"),
            job("2020-03-01", "2022-02-28", "1/2"),
            job("2022-03-01", "2024-08-31"),
            job("2024-06-01", "present", "3/5"),
        ],
    ),
    ("nothing at all", "2026-02-05", "2015", []),
    ("a century of work", "2026-02-05", "1926", [job("1926-02-06", "present")]),
)  # fmt: skip


def drawn(number: int) -> dict[str, Any]:
    """Return a career drawn by lot, the same for the same number."""
    draw = random.Random(number)  # noqa: S311 - invented careers, no secret

    def date(low: int, high: int) -> str:
        text = dt.date(draw.randint(low, high), draw.randint(1, 12), draw.randint(1, 28)).isoformat()
        return text[: draw.choice((4, 7, 10, 10, 10))]

    jobs = []
    for _ in range(draw.randint(1, 6)):
        start = date(2004, 2025)
        end = draw.choice((date(int(start[:4]), 2027), date(int(start[:4]), 2027), "present", None))
        jobs.append(job(start, end, str(Fraction(draw.randint(1, 20), 20))))
    cut_off = last_day(date(2019, 2026)).isoformat()
    return {"story": f"drawn by lot {number}", "cut_off": cut_off, "degree": date(2002, 2020), "jobs": jobs}


def careers() -> list[dict[str, Any]]:
    """Return all careers with their months."""
    found = [
        {"story": story, "cut_off": cut_off, "degree": degree, "jobs": jobs}
        for story, cut_off, degree, jobs in BY_HAND
    ]
    found += [drawn(number) for number in range(70)]
    return [career | {"months": counted(career)} for career in found]


def counted(career: dict[str, Any]) -> dict[str, dict[str, str]]:
    """Return a career's months under each policy, at least and at most."""
    sure, perhaps = (shares_of(career, certain=certain) for certain in (True, False))
    return {
        policy: {
            "low": str(months(career, sure, policy, certain=True)),
            "high": str(months(career, perhaps, policy, certain=False)),
        }
        for policy in POLICIES
    }


def written() -> str:
    """Return the file's text: one career a line."""
    lines = ",\n".join(json.dumps(career) for career in careers())
    return f"[\n{lines}\n]\n"


if __name__ == "__main__":
    FILE.write_text(written(), encoding="utf-8")

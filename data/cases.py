"""Applicants at the edges of the rules, one for each edge, and rows that try to do harm."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, timedelta
from typing import TYPE_CHECKING

from .careers import month_end, month_shift
from .draw import Draft, stamp, whole_months
from .forms import table
from .model import Degree, Job, Precision
from .pools import countries

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from .draw import Draw

_FIVE_YEARS, _SEVEN_YEARS = 60, 84
_LONG_CELL = 100_000


def edges(draw: Draw) -> Iterator[Draft]:
    """Yield the main vacancy's applicants at the edges of time, months, nationality and channel."""
    yield from _times(draw)
    yield from _months(draw)
    yield _case(draw, "dual national, one excluded", "CA", nationalities=("CA", "TN"))
    yield _case(draw, "internal and excluded", "TN", internal=True)
    yield _case(draw, "no nationality", "GH", nationalities=())
    yield _case(draw, "internal of no listed state", "KE", internal=True)
    yield _case(draw, "national of a listed state", "IS", internal=False)
    yield _case(draw, "internal not stated", "IN", internal=None)
    yield _case(draw, "by e-mail", "ZM", channel="e-mail")
    yield _case(draw, "no languages", "BR", languages=())
    yield _case(draw, "one name only", "ID", internal=False)


def hostile(received: datetime) -> str:
    """Return a CSV of rows that would harm a careless program: each comes in as plain text or is refused."""
    attempts = {
        "H0001": {
            "name": "\x1b[31mRosa Almeida\x1b[0m\x1b]0;you are watched\x07",
            "note": "\x1b[2J\x1b[H clears a screen",
        },
        "H0002": {
            "name": "[red]Rosa[/red] [@click=app.quit]Here[/]",
            "tags": "[bold]loud[/bold]; [link=x]y[/link]",
        },
        "H0003": {
            "name": '=HYPERLINK("https://example.org/","Rosa")',
            "phone": "+44 7700 900321",
            "note": "@SUM(A1:A9)",
        },
        "H0004": {"name": "Rosa \u202eadiemlA\u202c", "note": "bidirectional \u2067override\u2069"},
        "H0005": {
            "name": "R\u0336\u0322o\u0327\u0334s\u0338\u0321a\u0337\u0328 " + "Z\u0300\u0301\u0302\u0303" * 12
        },
        "H0006": {"name": "Rosa Long", "note": "a very long remark " * (_LONG_CELL // 19)},
    }
    usual = {
        "email": "rosa.{}@example.org",
        "nationalities": "PT",
        "internal": "no",
        "received": stamp(received, 0),
        "channel": "e-recruitment",
        "degrees": "master | Law | Institute of Advanced Studies, Coimbra | 2012-06",
        "employment": "Legal Adviser | Refuge Law Clinic, Faro | 2013-01-01 | present | 100%",
        "languages": "Portuguese | native; English | fluent",
    }
    return table(
        {"application": number, **usual, "email": usual["email"].format(number.lower()), **cells}
        for number, cells in attempts.items()
    )


def _times(draw: Draw) -> Iterator[Draft]:
    """Yield receipts around the closing."""
    closes = draw.closes
    yield _case(draw, "late by 37 seconds", "NO", received=stamp(closes + timedelta(seconds=97), 60))
    yield _case(draw, "inside the closing minute", "FJ", received=stamp(closes + timedelta(seconds=21), 0))
    yield _case(
        draw,
        "last second of the closing minute",
        "PE",
        received=stamp(closes + timedelta(seconds=59), 0),
    )
    yield _case(draw, "zone unknown on the last day", "NA", received=f"{closes:%Y-%m-%d}T20:15:00")
    yield _case(
        draw, "zone unknown but early", "TO", received=f"{closes - timedelta(days=9):%Y-%m-%d}T11:00:00"
    )


def _months(draw: Draw) -> Iterator[Draft]:
    """Yield careers around the months that the notice asks for."""
    last = draw.cut_off - timedelta(days=1)
    start, end = whole_months(_FIVE_YEARS, last)
    yield _career(draw, "exactly sixty months", "LS", [(start, end, 100)])
    yield _career(draw, "a day short of sixty months", "SZ", [(start + timedelta(days=1), end, 100)])
    long_start, _ = whole_months(_SEVEN_YEARS, last)
    yield _career(draw, "bachelor with exactly 84 months", "GY", [(long_start, end, 100)], ("bachelor",))
    yield _career(
        draw,
        "bachelor a day short of 84 months",
        "UG",
        [(long_start + timedelta(days=1), end, 100)],
        ("bachelor",),
    )
    yield _career(
        draw,
        "overlap and part-time",
        "CV",
        [
            (month_shift(last, -88), month_end(month_shift(last, -65)), 100),
            (month_shift(last, -70), month_end(month_shift(last, -47)), 50),
            (month_shift(last, -46), month_end(month_shift(last, -17)), 100),
            (month_shift(last, -19), None, 60),
        ],
    )
    yield _career(draw, "half time for nine years", "NL", [(month_shift(last, -107), end, 50)])
    draft = _career(draw, "years only", "VN", [(date(end.year - 6, 1, 1), date(end.year - 1, 12, 31), 100)])
    jobs = tuple(replace(job, precision=Precision.YEAR) for job in draft.applicant.jobs)
    yield replace(draft, applicant=replace(draft.applicant, jobs=jobs))


def _case(draw: Draw, name: str, country: str, **changes: object) -> Draft:
    """Return somebody who meets everything but for the given changes."""
    draft = draw.applicant("meets", country)
    settled = {"nationalities": (country,), "internal": False, "note": "", "tags": (), **changes}
    person = replace(draft.applicant.person, nationalities=settled.pop("nationalities"))  # type: ignore[arg-type]  # a field's own value
    applicant = replace(draft.applicant, person=person, **settled)  # type: ignore[arg-type]  # fields by name
    instant = draft.instant if "received" not in changes else draw.closes.astimezone(UTC)
    return replace(draft, applicant=applicant, instant=instant, case=name)


def _career(
    draw: Draw,
    name: str,
    country: str,
    spans: list[tuple[date, date | None, int]],
    levels: tuple[str, ...] = ("master", "bachelor"),
) -> Draft:
    """Return somebody whose jobs are given to the day."""
    draft = _case(draw, name, country)
    home = countries()[country]
    jobs = tuple(
        Job(
            draft.trade.titles[min(step, 3)],
            draw.rng.choice(draft.trade.employers).format(place=home.cities[0], country=home.name),
            start,
            end,
            percent,
            Precision.DAY,
            country,
        )
        for step, (start, end, percent) in enumerate(spans)
    )
    year = spans[0][0].year - 1
    degrees = tuple(
        Degree(
            level,
            draw.plan.fields[0],
            f"National School of Public Affairs, {home.cities[0]}",
            str(year - 2 * step),
        )
        for step, level in enumerate(levels)
    )
    return replace(draft, applicant=replace(draft.applicant, jobs=jobs, degrees=degrees))

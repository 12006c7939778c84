"""How fast the rules are, as ratios to a bare loop over prepared tuples in the same run.

    python tests/benchmarks/bench_rules.py [--hundred-thousand]

Prints: 5,000 applications against 30 criteria from a cold start, after one changed criterion, what-if, and
with the option 100,000 applications. Times are processor
seconds of one machine, without the garbage collector as in the product's chunks; the ratios travel.
"""

from __future__ import annotations

import datetime as dt
import gc
import random
import sys
import time
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from recruiter_tui.domain.application import Application
from recruiter_tui.domain.dates import Moment, PartialDate
from recruiter_tui.domain.notice import Closing, Notice, Source
from recruiter_tui.domain.person import PRESENT, Candidate, Degree, DegreeStatus, Employment, LanguageSkill
from recruiter_tui.domain.requirement import (
    Branch,
    Channel,
    Criterion,
    DegreeLevel,
    EducationExperience,
    ExperienceTopic,
    LanguageNeed,
    LanguageRequirement,
    Nationality,
    Necessity,
    Skill,
    Tier,
)
from recruiter_tui.domain.screening import Applicant, Screener, prepare
from recruiter_tui.domain.stated import Stated
from recruiter_tui.domain.whatif import Board, Person, Scenario, columns_of

if TYPE_CHECKING:
    from collections.abc import Callable

LANGUAGES = ("en", "fr", "es", "ar", "pt", "zh", "ru")
LEVELS = ("basic", "intermediate", "working knowledge", "fluent", "B2", "C1", "native")
FIELDS = ("Law", "Economics", "International Relations", "Public Health", "Engineering", "History")
COUNTRIES = ("DZ", "FR", "AG", "CV", "KE", "BR", "IN", "CN", "NA", "TN")


def criteria() -> tuple[Criterion, ...]:
    """Return thirty criteria with the closing: rules for the machine, and topics for a person."""
    rules: list[Criterion] = [
        EducationExperience(
            id="education",
            alternatives=(Branch(DegreeLevel.MASTER, 60), Branch(DegreeLevel.BACHELOR, 84)),
            fields_of_study=FIELDS[:4],
        ),
        Nationality(id="nationality", country="DZ"),
        Channel(id="channel", channel="e-recruitment"),
        Tier(id="tier-1", tier=1, internal=True, nationalities=("AG", "CV", "NA")),
        Tier(id="tier-2", tier=2, rest=True),
    ]
    rules += [
        LanguageRequirement(
            id=f"language-{code}",
            any_of=(LanguageNeed(code, "fluent" if code == "en" else "working knowledge"),),
            necessity=Necessity.ESSENTIAL if code == "en" else Necessity.ADVANTAGE,
        )
        for code in LANGUAGES[:5]
    ]
    rules += [ExperienceTopic(id=f"experience-{n}", text="Experience in registers") for n in range(11)]
    rules += [Skill(id=f"skill-{n}", text="Knowledge of registers") for n in range(8)]
    return tuple(rules)


def notice(*changed: Criterion) -> Notice:
    """Return the notice, with criteria in place of those of the same id."""
    by_id = {one.id: one for one in changed}
    return Notice(
        source=Source("n.txt", "0" * 64, "labelled"),
        text="",
        duty_station_country=Stated.known("DZ"),
        grade=Stated.known("P-3"),
        closing=Stated.known(Closing(dt.date(2026, 2, 5), dt.time(23, 59), "Europe/Zurich")),
        criteria=tuple(by_id.get(one.id, one) for one in criteria()),
    )


def applicant(number: int, draw: random.Random) -> Applicant:
    """Return an invented applicant with four jobs, two degrees and three languages."""
    jobs = []
    year = draw.randint(1998, 2014)
    for _ in range(4):
        start = PartialDate(year, draw.randint(1, 12), draw.choice((1, None)))
        year += draw.randint(1, 4)
        end = PRESENT if year > 2025 else PartialDate(year, draw.randint(1, 12), draw.choice((28, None)))
        fte = draw.choice((None, Fraction(1), Fraction(1, 2), Fraction(4, 5)))
        jobs.append(Employment("Harbour Office", "Officer", start, end, fte, paid=True))
    degrees = tuple(
        Degree(
            level,
            draw.choice(FIELDS),
            "University",
            PartialDate(draw.randint(1995, 2015), 7),
            DegreeStatus.COMPLETED,
        )
        for level in (DegreeLevel.BACHELOR, draw.choice((DegreeLevel.MASTER, DegreeLevel.BACHELOR)))
    )
    spoken = tuple(LanguageSkill(code, draw.choice(LEVELS)) for code in draw.sample(LANGUAGES, 3))
    moment = Moment.parse(f"2026-0{draw.randint(1, 2)}-0{draw.randint(1, 9)}T{draw.randint(10, 23)}:00:00Z")
    return Applicant(
        Application(f"A{number}", moment, "e-recruitment", draw.random() < 0.1),
        Candidate(
            name=Stated.known(f"Person {number}"),
            nationalities=tuple(
                Stated.known(code) for code in draw.sample(COUNTRIES, draw.choice((1, 1, 2)))
            ),
            gender=Stated.known(draw.choice(("female", "male"))),
            employment=tuple(jobs),
            degrees=degrees,
            languages=spoken,
        ),
    )


def bare(people: int, rules: int) -> Callable[[], int]:
    """Return a loop that only compares prepared numbers, one for each person and rule."""
    draw = random.Random(7)  # noqa: S311 - no secret
    rows = [tuple(draw.randrange(200) for _ in range(rules)) for _ in range(people)]
    asked = tuple(draw.randrange(200) for _ in range(rules))

    def loop() -> int:
        met = 0
        for row in rows:
            outcome = 1
            for value, least in zip(row, asked, strict=True):
                if value < least:
                    outcome = 0
            met += outcome
        return met

    return loop


def seconds(work: Callable[[], Any], times: int = 1) -> float:
    """Return the best time of several runs."""
    best = float("inf")
    for _ in range(times):
        start = time.process_time()
        work()
        best = min(best, time.process_time() - start)
    return best


def told(what: str, taken: float, target: float, floor: float) -> None:
    """Print one measurement."""
    mark = "" if taken <= target else "   above the target"
    shown = f"{taken * 1000:9.1f} ms  (target {target * 1000:6.0f})  {taken / floor:8.1f} x bare loop"
    sys.stdout.write(f"{what:<40} {shown}{mark}\n")


def board_of(screener: Screener, people: list[Applicant]) -> Board:
    """Return everybody as columns."""
    results = [screener.screen(one) for one in people]
    rows = [result.findings for result in results]
    persons = tuple(
        Person(key, one.application.id, result.tier, str(one.candidate.gender.value), "Africa")
        for key, (one, result) in enumerate(zip(people, results, strict=True))
    )
    necessity = {"deadline": Necessity.ESSENTIAL}
    necessity |= {one.id: one.necessity for one in criteria() if not isinstance(one, Tier)}
    return Board(persons, necessity, "once-fte", {"once-fte": columns_of(rows)})


SCENARIOS = {
    "another threshold": Scenario(months=(("education", 0, 36), ("education", 1, 60))),
    "two rules dropped, one relaxed": Scenario(dropped=("nationality", "channel"), relaxed=("language-en",)),
    "two of four advantages invoked": Scenario(
        invoked=tuple(f"language-{one}" for one in LANGUAGES[1:5]), at_least=2
    ),
}


def measure(count: int, what_if: float, cold: float) -> None:
    """Measure everything for that many applications."""
    draw = random.Random(count)  # noqa: S311 - no secret
    people = [applicant(number, draw) for number in range(count)]
    floor = seconds(bare(count, 30), 3)
    sys.stdout.write(f"{count:,} applications x 30 criteria; bare loop {floor * 1000:.1f} ms\n")
    told(
        "screened, nothing prepared before",
        seconds(
            lambda: (
                [prepare(notice()).screen(one) for one in people[:1]]
                and list(map(prepare(notice()).screen, people))
            )
        ),
        cold,
        floor,
    )
    changed = LanguageRequirement(id="language-en", any_of=(LanguageNeed("en", "native"),))
    again = prepare(notice(changed))
    told(
        "one changed criterion judged again",
        seconds(lambda: [again.judge_one(changed, one) for one in people], 3),
        0.3,
        floor,
    )
    board = board_of(prepare(notice()), people)
    board.project(Scenario())
    for name, scenario in SCENARIOS.items():
        told(f"what-if: {name}", seconds(lambda: board.project(scenario), 5), what_if, floor)  # noqa: B023 - run at once


def main() -> None:
    """Measure and print."""
    gc.disable()
    measure(5_000, 0.1, 3.0)
    if "--hundred-thousand" in sys.argv:
        measure(100_000, 0.15, 60.0)


if __name__ == "__main__":
    main()

"""Twenty-four persons under four rule sets, and twelve timestamps on machines in four time zones."""

from __future__ import annotations

import datetime as dt
import itertools
import time
from typing import TYPE_CHECKING

import pytest

from recruiter_tui.domain.application import Application
from recruiter_tui.domain.dates import Moment
from recruiter_tui.domain.deadline import judge_deadline
from recruiter_tui.domain.finding import Outcome
from recruiter_tui.domain.notice import Closing, Notice, Source
from recruiter_tui.domain.person import Candidate
from recruiter_tui.domain.requirement import Nationality, NationalityRule, Tier
from recruiter_tui.domain.screening import Applicant, Screening, screen
from recruiter_tui.domain.stated import Stated

if TYPE_CHECKING:
    from collections.abc import Iterator

    from recruiter_tui.domain.requirement import Criterion

MET, NOT_MET, OPEN = Outcome.MET, Outcome.NOT_MET, Outcome.CANNOT_TELL
LISTED = ("AG", "CV", "NA")
FIRST = Tier(id="tier-1", tier=1, internal=True, nationalities=LISTED)
WOMEN = Tier(id="tier-1", tier=1, internal=True, nationalities=LISTED, gender="female", grade_from="P-4")
REST = Tier(id="tier-2", tier=2, rest=True)
OUT = Nationality(id="nationality", country="DZ")
ONLY = Nationality(id="nationality", rule=NationalityRule.ONLY_DUTY_STATION, country="DZ")

PEOPLE = tuple(
    itertools.product(("internal", "external"), ("listed", "other"), ("national", "dual", "neither"), "fm")
)
"""Internal or not, of a listed or another state, national of the duty station, gender."""

ELIGIBLE = {"national": NOT_MET, "dual": OPEN, "neither": MET}
ELIGIBLE_AT_HOME = {"national": MET, "dual": OPEN, "neither": NOT_MET}


def notice(grade: str | None, *criteria: Criterion) -> Notice:
    return Notice(
        source=Source("n.txt", "0" * 64, "labelled"),
        text="",
        duty_station_country=Stated.known("DZ"),
        grade=Stated.known(grade) if grade else Stated.missing(),
        closing=Stated.known(Closing(dt.date(2026, 2, 5), dt.time(23, 59), "Europe/Zurich")),
        criteria=criteria,
    )


def person(internal: str, state: str, home: str, gender: str) -> Applicant:
    own = "AG" if state == "listed" else "FR"
    held = {"national": ("DZ",), "dual": ("DZ", own), "neither": (own,)}[home]
    return Applicant(
        Application("A1", Moment.parse("2026-02-01T08:00:00Z"), internal=internal == "internal"),
        Candidate(
            nationalities=tuple(Stated.known(code) for code in held),
            gender=Stated.known("female" if gender == "f" else "male"),
        ),
    )


def result(found: Screening) -> tuple[Outcome | None, Outcome | None, int | None]:
    return found.family("eligibility"), found.outcome, found.tier


def in_first(internal: str, state: str, home: str) -> bool:
    """Tell who is internal, or holds a nationality of the list; the duty station's is not on it."""
    return internal == "internal" or (state == "listed" and home != "national")


def test_there_are_twenty_four_persons() -> None:
    assert len(set(PEOPLE)) == 24


@pytest.mark.parametrize(("internal", "state", "home", "gender"), PEOPLE)
class TestPersons:
    def test_a_professional_post_with_two_tiers(
        self, internal: str, state: str, home: str, gender: str
    ) -> None:
        found = screen(person(internal, state, home, gender), notice("P-3", OUT, FIRST, REST))
        tier = 1 if in_first(internal, state, home) else 2
        assert result(found) == (ELIGIBLE[home], ELIGIBLE[home], tier)

    def test_women_from_outside_are_in_the_first_tier_from_p4_up(
        self, internal: str, state: str, home: str, gender: str
    ) -> None:
        found = screen(person(internal, state, home, gender), notice("P-4", OUT, WOMEN, REST))
        tier = 1 if gender == "f" or in_first(internal, state, home) else 2
        assert result(found) == (ELIGIBLE[home], ELIGIBLE[home], tier)
        below = screen(person(internal, state, home, gender), notice("P-3", OUT, WOMEN, REST))
        assert below.tier == (1 if in_first(internal, state, home) else 2)

    def test_a_national_officers_post_turns_the_rule_round(
        self, internal: str, state: str, home: str, gender: str
    ) -> None:
        found = screen(person(internal, state, home, gender), notice("NO-B", ONLY))
        assert result(found) == (ELIGIBLE_AT_HOME[home], ELIGIBLE_AT_HOME[home], None)

    def test_a_notice_that_states_no_rule_has_none(
        self, internal: str, state: str, home: str, gender: str
    ) -> None:
        found = screen(person(internal, state, home, gender), notice(None))
        assert result(found) == (None, MET, None)


TIMESTAMPS = (
    ("2026-02-05T22:58:59Z", MET, 61, False),
    ("2026-02-05T22:59:00Z", MET, 60, True),
    ("2026-02-05T22:59:59Z", MET, 1, True),
    ("2026-02-05T22:59:59.999Z", MET, 0.001, True),
    ("2026-02-05T23:00:00Z", NOT_MET, 0, False),
    ("2026-02-05T23:00:37Z", NOT_MET, -37, False),
    ("2026-02-05T23:59:30+01:00", MET, 30, True),
    ("2026-02-06T00:00:00+01:00", NOT_MET, 0, False),
    ("2026-02-05T14:59:59-08:00", MET, 1, True),
    ("2026-02-05T23:59", OPEN, [-46_740, 46_860], False),
    ("2026-02-04T00:00", MET, [126_000, 219_600], False),
    ("2026-02-07T14:00:00", NOT_MET, [-183_600, -90_000], False),
)


@pytest.fixture(params=("UTC", "Pacific/Kiritimati", "America/Los_Angeles", "Asia/Kathmandu"))
def _machine(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("TZ", request.param)
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.mark.usefixtures("_machine")
@pytest.mark.parametrize(("received", "outcome", "margin", "boundary"), TIMESTAMPS)
def test_the_closing_is_where_the_notice_says_whatever_the_machine(
    received: str, outcome: Outcome, margin: object, *, boundary: bool
) -> None:
    closing = Closing(dt.date(2026, 2, 5), dt.time(23, 59), "Europe/Zurich")
    found = judge_deadline(closing, Moment.parse(received))
    assert found.outcome is outcome
    assert found.inputs["margin_seconds"] == margin
    assert ("boundary" in found.flags) is boundary
    assert found.inputs["closing"] == "2026-02-05T22:59:00Z"

"""A notice as JSON keeps the command line's promise: every field, null exactly when not stated."""

from __future__ import annotations

import datetime as dt
import json

from recruiter_tui.domain.notice import Category, Closing, Notice, Source
from recruiter_tui.domain.requirement import (
    Branch,
    Channel,
    Competency,
    DegreeLevel,
    EducationExperience,
    ExperienceTopic,
    LanguageNeed,
    LanguageRequirement,
    Nationality,
    Skill,
    Tier,
)
from recruiter_tui.domain.stated import Span, State, Stated
from recruiter_tui.writing.notice_json import FIELDS, notice_json

SOURCE = Source("a.txt", "0" * 64, "text")


def test_an_empty_notice_has_every_field_and_no_value() -> None:
    data = notice_json(Notice(SOURCE, ""))
    assert set(data["fields"]) == set(FIELDS)
    assert all(
        each == {"value": None, "state": "not stated", "spans": []} for each in data["fields"].values()
    )
    assert data["source"] == {"file": "a.txt", "sha256": "0" * 64, "layout": "text"}
    assert (data["criteria"], data["duties"], data["contradictions"], data["boilerplate"]) == ([], [], [], [])
    assert data["roster_months"]["value"] is None


def test_values_carry_state_spans_and_reasons() -> None:
    closing = Closing(dt.date(2026, 2, 5), dt.time(23, 59), "Europe/Zurich")
    notice = Notice(
        SOURCE,
        "x" * 20,
        duty_station_country=Stated.known("DZ", Span(0, 7), text="Algeria"),
        category=Stated.inferred(Category.PROFESSIONAL, Span(1, 2), why="by grade"),
        closing=Stated.known(closing, Span(8, 9)),
        posted_on=Stated.missing("open order", (dt.date(2026, 1, 2), dt.date(2026, 2, 1))),
    )
    fields = notice_json(notice)["fields"]
    assert fields["duty_station_country"] == {
        "value": "DZ",
        "state": "stated",
        "spans": [[0, 7]],
        "text": "Algeria",
    }
    assert (fields["category"]["value"], fields["category"]["why"]) == ("professional", "by grade")
    assert fields["closing"]["value"]["instant"] == "2026-02-05T22:59:00Z"
    assert fields["posted_on"]["readings"] == ["2026-01-02", "2026-02-01"]


def test_a_correction_shows_who_made_it_and_what_had_come_in() -> None:
    grade = Stated.known("P-3", Span(0, 3)).corrected("P-4", "mara", dt.datetime(2026, 5, 1, tzinfo=dt.UTC))
    field = notice_json(Notice(SOURCE, "P-3", grade=grade))["fields"]["grade"]
    assert (field["value"], field["state"], field["imported"], field["by"]) == (
        "P-4",
        State.CORRECTED,
        "P-3",
        "mara",
    )


def test_each_kind_of_criterion_has_its_own_keys() -> None:
    criteria = (
        EducationExperience(
            id="education", alternatives=(Branch(DegreeLevel.MASTER, 60), Branch(DegreeLevel.BACHELOR))
        ),
        LanguageRequirement(id="language-en", any_of=(LanguageNeed("en", "fluent", ("oral",)),)),
        ExperienceTopic(id="experience-1", months=24),
        Skill(id="skill-1", text="Swims"),
        Competency(id="competency-teamwork", text="Teamwork", level=2),
        Nationality(id="nationality", country="DZ"),
        Tier(id="tier-1", internal=True, nationalities=("AG",)),
        Channel(id="channel", channel="online"),
    )
    data = notice_json(Notice(SOURCE, "", criteria=criteria))["criteria"]
    assert data[0]["alternatives"] == [
        {"degree": "master", "months": 60},
        {"degree": "bachelor", "months": None},
    ]
    assert data[1]["any_of"] == [{"language": "en", "level": "fluent", "skills": ["oral"]}]
    assert [each["kind"] for each in data] == [
        "education_experience",
        "language",
        "experience",
        "skill",
        "competency",
        "nationality",
        "tier",
        "channel",
    ]
    assert (data[4]["group"], data[4]["stage"]) == ("core", "assessment")
    assert (data[6]["internal"], data[6]["nationalities"]) == (True, ["AG"])
    assert json.loads(json.dumps(data)) == data

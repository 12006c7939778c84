"""What a person should look at in a notice before it is relied on."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest

from recruiter_tui.domain.notice import Closing, Contradiction, Notice, Source
from recruiter_tui.domain.notice_flags import flags
from recruiter_tui.domain.requirement import Branch, DegreeLevel, EducationExperience
from recruiter_tui.domain.stated import Stated

CLOSING = Closing(dt.date(2026, 12, 1), dt.time(23, 59), "Europe/Zurich")
CLASH = Contradiction(("heading", "text"), "two grades")
SOUND = Notice(
    Source("a.txt", "0" * 64, "text"),
    "",
    title=Stated.known("Harbour Officer"),
    reference=Stated.known("HO 7"),
    duty_station_country=Stated.known("DZ"),
    grade=Stated.known("P-3"),
    closing=Stated.known(CLOSING),
    criteria=(EducationExperience(id="education", alternatives=(Branch(DegreeLevel.MASTER, 60),)),),
)


def test_a_sound_notice_has_no_flags() -> None:
    assert flags(SOUND) == ()


@pytest.mark.parametrize(
    ("change", "flag"),
    [
        ({"title": Stated.missing()}, "no title"),
        ({"grade": Stated.inferred("P-3", why="from the salary")}, "grade inferred"),
        ({"grade": Stated.missing("two are named", ("P-3", "P-4"))}, "grade open"),
        ({"contradictions": (CLASH,)}, "1 contradiction"),
        ({"contradictions": (CLASH, CLASH)}, "2 contradictions"),
        ({"closing": Stated.missing()}, "no closing"),
        ({"closing": Stated.known(Closing(dt.date(2026, 12, 1)))}, "closing without time"),
        ({"closing": Stated.known(Closing(dt.date(2026, 12, 1), dt.time(12)))}, "closing without zone"),
        ({"criteria": ()}, "no education"),
    ],
)
def test_each_doubt_is_named(change: dict[str, Any], flag: str) -> None:
    assert flags(replace(SOUND, **change)) == (flag,)

"""A question that waits: whom each answer changes, by name, and an instance of why nobody can tell."""

from __future__ import annotations

from recruiter_tui.domain.flips import Flip
from recruiter_tui.tui.drawing.questions import CRITERION, FIELD, Asked, listed_keys, question_lines

FLIPS = (
    Flip(7, "A7", "education", "cannot tell", "met", "The bachelor in Optics meets the branch."),
    Flip(8, "A8", "outcome", "cannot tell", "met", "The bachelor in Optics meets the branch."),
    Flip(8, "A8", "education", "cannot tell", "met", "The bachelor in Optics meets the branch."),
)


def told(asked: Asked, width: int = 70) -> list[str]:
    names = {7: "Nadia Brunner", 8: ""}
    lines = question_lines(asked, "", FLIPS, (), width, {}, names)
    return [one.text.rstrip() for one in lines]


def test_people_who_flip_are_called_by_name_and_one_line_each() -> None:
    lines = told(Asked("field/optics", FIELD, "Optics", (7, 8)))
    at = next(place for place, text in enumerate(lines) if text.startswith("y  yes, it counts"))
    assert lines[at + 1] == "Nadia Brunner                 one finding  ? cannot tell → ✓ met"
    assert lines[at + 2] == "A8                            as a whole  ? cannot tell → ✓ met"
    assert "nobody flips" in lines[-1]
    assert listed_keys(FLIPS) == [7, 8]


def test_why_nobody_can_tell_is_the_first_ones_instance() -> None:
    why = "The application came in late by 00:00:37."
    several = told(Asked("criterion/deadline", CRITERION, "Closing", (7, 8), why))
    alone = told(Asked("criterion/deadline", CRITERION, "Closing", (7,), why))
    assert several[1] == "for instance: The application came in late by 37 seconds."
    assert alone[1] == "The application came in late by 37 seconds."

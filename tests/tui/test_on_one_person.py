"""What concerns one person can be done wherever one person is looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from recruiter_tui.tui import commands
from recruiter_tui.tui.commands_base import Place

if TYPE_CHECKING:
    from recruiter_tui.services import Services
    from tests.tui.desk import Desk

ABOUT_ONE = (
    "decide.shortlisted",
    "decide.not-suitable",
    "note.add",
    "keep.tags",
    "keep.snooze",
    "keep.timeline",
    "finding.overrule",
    "fact.correct",
    "career.open",
    "tier.close",
    "blind.turn",
    "blind.reveal",
    "undo.undo",
    "undo.redo",
)
"""The commands that one expects where one person is under the cursor."""


@pytest.mark.parametrize("place", [Place.DESK, Place.DOSSIER, Place.COMPARE, Place.MATRIX, Place.SHORTLIST])
def test_every_room_with_a_person_offers_what_concerns_one(place: Place) -> None:
    there = {command.id for command in commands.at(place)}
    assert set(ABOUT_ONE) <= there


async def open_dossier(desk: Desk, name: str) -> None:
    """Open a dossier over the whole screen, from the matrix."""
    await desk.browse().shortlist(name).filter(name).sees("1 of 6").press("M").sees("Matrix")
    await desk.press("enter").sees("Findings", "E correct")


async def test_a_fact_is_corrected_in_the_dossier_and_undone_there(desk: Desk, services: Services) -> None:
    await open_dossier(desk, "Amina")
    await desk.press("E").sees("Correct a fact of Amina").press("enter")
    await desk.sees("enter corrects").press("end", "ctrl+u").type("Zahra").press("enter").sees("Zahra")
    await desk.press("u").sees("Amina Haddad").sees_no("Zahra")
    [key] = await services.candidates.keys_of("V1", ["A1"])
    assert (await services.candidates.dossier(key)).row.disposition.value == "shortlisted"


async def test_tags_timeline_and_blind_reading_are_there_in_the_dossier(desk: Desk) -> None:
    await open_dossier(desk, "Amina")
    await desk.press("number_sign").sees("Tags").type("asked").press("enter").sees("tags of A1: +asked")
    await desk.press("h").sees("Timeline", "+asked").press("escape").sees("Findings")
    await desk.press("B").sees("read blind").sees_no("Amina Haddad")
    await desk.press("exclamation_mark").sees("Reveal").press("escape").sees("Findings")


async def test_the_matrix_and_the_comparison_lead_to_careers_and_corrections(desk: Desk) -> None:
    await desk.browse().press("M").sees("Matrix").press("E").sees("Correct a fact").press("escape")
    await desk.press("t").sees("Career").press("escape").sees("Matrix").press("escape")
    await desk.mark("Amina", "Chloé").press("c").sees("side by side").press("E").sees("Correct a fact of")
    await desk.press("escape", "t").sees("Career")


async def test_a_hit_of_the_search_is_judged_in_its_dossier_and_the_hits_stay(
    desk: Desk, services: Services
) -> None:
    await desk.browse().press("F").sees("Find everywhere").type("amina").sees("Amina Haddad")
    await desk.press("ctrl+o").sees("Findings").press("s").sees("shortlisted").press("escape")
    await desk.sees("Find everywhere", "Amina Haddad", "✓")
    [key] = await services.candidates.keys_of("V1", ["A1"])
    assert (await services.candidates.dossier(key)).row.disposition.value == "shortlisted"


async def test_a_notice_among_the_hits_has_no_dossier(desk: Desk) -> None:
    await desk.browse().press("F").sees("Find everywhere").type("programme").sees("Programme Officer")
    await desk.press("ctrl+o").sees("no candidate is under the cursor")

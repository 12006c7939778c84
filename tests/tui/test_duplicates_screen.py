"""Duplicates: reasons beside facts; merged field by field, parted again, or remembered as two."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractAsyncContextManager
    from pathlib import Path

    from recruiter_tui.services import Services
    from tests.tui.desk import Desk

SHARED = "2026-11-03T10:00:00Z,Officer | Port | 2012-01 | 2020-12 | 100%"
PILE = f"""application,name,email,phone,nationalities,received,employment
B1,Karim Mansouri,karim@example.org,+213555123456,DZ,{SHARED}
B2,كريم المنصوري,x2_k@indeedemail.com,'+213 555 12 34 56,TN,{SHARED}
"""


@pytest.fixture
async def pair(services: Services, tmp_path: Path) -> tuple[int, int]:
    """Take one person in twice."""
    path = tmp_path / "twice.csv"
    path.write_text(PILE, encoding="utf-8")
    await services.intake.load([path], "V1")
    one, other = await services.candidates.keys_of("V1", ["B1", "B2"])
    return one, other


async def persons(services: Services, pair: tuple[int, int]) -> list[int]:
    return [(await services.candidates.dossier(key)).candidate_id for key in pair]


async def test_a_pair_stands_there_with_reasons_for_and_against(desk: Desk, pair: tuple[int, int]) -> None:
    assert pair
    await (
        desk.sees("18338")
        .press("D")
        .sees(
            "1 pair", "same name in another script", "same phone number", "different nationalities", "Tunisia"
        )
    )


async def test_two_records_become_one_field_by_field_and_two_again(
    desk: Desk, services: Services, pair: tuple[int, int]
) -> None:
    one, other = await persons(services, pair)
    await desk.sees("18338").press("D").sees("1 pair").press("m").sees("Merge into one person", "not the")
    await desk.press("down", "b", "down", "right", "enter").sees("no pair to look at")
    assert await persons(services, pair) == [one, one]
    merged = (await services.persons.person(one)).candidate
    assert [mail.value for mail in merged.emails] == ["karim@example.org", "x2_k@indeedemail.com"]
    await desk.press("p").sees("Part two records again").press("enter").sees("1 pair")
    assert await persons(services, pair) == [one, other]
    await desk.press("u").sees("no pair to look at").press("ctrl+r").sees("1 pair")


async def test_who_is_not_the_same_is_not_proposed_again(
    desk: Desk, services: Services, pair: tuple[int, int]
) -> None:
    await desk.sees("18338").press("D").sees("1 pair").press("x").sees("no pair to look at")
    [said] = await services.persons.separations()
    assert said.by == "awa"
    assert [said.one, said.other] == await persons(services, pair)
    await desk.press("u").sees("1 pair")


async def test_without_a_pair_the_keys_say_so(desk: Desk) -> None:
    await desk.sees("18338").press("D").sees("no pair to look at").press("m").sees("no pair is under")
    await desk.press("p").sees("nobody was merged here").press("a").sees("everybody on file")
    await desk.press("escape").sees("18338")


@pytest.mark.parametrize("size", [(80, 24), (40, 12), (200, 50)])
async def test_every_size_shows_the_pair(
    sit: Callable[..., AbstractAsyncContextManager[Desk]], size: tuple[int, int], pair: tuple[int, int]
) -> None:
    assert pair
    async with sit(size) as desk:
        await desk.sees("Programme").press("D").sees("Karim", "1 pair").press("tab", "G", "g", "tab")
        await desk.press("m").sees("Merge into one person").press("escape").sees("1 pair")

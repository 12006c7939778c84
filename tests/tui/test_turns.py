"""Keys that come at once: each is handled when what the one before it asked stands."""

from __future__ import annotations

import asyncio
import time
from typing import TYPE_CHECKING

import pytest
from textual.events import Key, Paste

from recruiter_tui.domain.application import Disposition
from tests.tui import passing

if TYPE_CHECKING:
    from recruiter_tui.services.views import ApplicationRow
    from tests.tui.desk import Desk

NAMES = {"\r": "enter", "\x1b": "escape", "/": "slash", " ": "space", "?": "question_mark"}


def burst(desk: Desk, keys: str) -> None:
    """Send keys in one piece, without a look at the screen."""
    for key in keys:
        name = NAMES.get(key, key)
        desk.app.post_message(Key(name, key if key.isprintable() else None))


async def rows(desk: Desk) -> list[ApplicationRow]:
    """Return everybody."""
    return await desk.services.candidates.rows(await desk.services.candidates.roll("V1"))


async def decided(desk: Desk) -> dict[str, str]:
    """Return whoever has a disposition."""
    return {row.name: row.disposition.value for row in await rows(desk) if row.disposition != "new"}


async def freeze(desk: Desk) -> None:
    """Freeze the criteria, so that verdicts ask nothing of their own."""
    [key, *_rest] = await desk.services.candidates.roll("V1")
    for disposition in (Disposition.MAYBE, Disposition.NEW):
        await desk.services.decisions.decide([key], disposition)
    await desk.press("r")


async def test_a_reason_typed_with_its_rejection_is_no_verdict(desk: Desk) -> None:
    await freeze(desk)
    await desk.browse().on("Dina")
    burst(desk, "xe")
    await desk.sees("not suitable: education")
    assert [*(await decided(desk)).values()] == ["not-suitable"]


async def test_a_written_reason_and_the_next_verdict_come_in_one_piece(desk: Desk) -> None:
    await freeze(desk)
    await desk.browse().press("g")
    burst(desk, "xosml x\rs")
    await desk.sees("shortlisted")
    assert sorted((await decided(desk)).values()) == ["not-suitable", "shortlisted"]
    assert "sml x" in {row.note for row in await rows(desk)}


async def test_a_filter_typed_ahead_is_text_and_the_verdict_is_for_whom_it_found(desk: Desk) -> None:
    await freeze(desk)
    await desk.browse().press("g")
    burst(desk, "/dina\rs")
    await desk.sees("shortlisted")
    [(who, what)] = (await decided(desk)).items()
    assert "Dina" in who
    assert what == "shortlisted"


@pytest.mark.parametrize("keys", ["x\x1bs", "b\x1bs", "E\x1bs", "n\x1bs", "nslmx\rs", "?\x1bs"])
async def test_a_question_that_is_called_off_leaves_the_next_key_to_the_room(desk: Desk, keys: str) -> None:
    await freeze(desk)
    await desk.browse().on("Dina")
    burst(desk, keys)
    await desk.sees("shortlisted")
    [(who, what)] = (await decided(desk)).items()
    assert "Dina" in who
    assert what == "shortlisted"


async def test_pasted_text_goes_to_the_line_that_its_key_opens(desk: Desk) -> None:
    await freeze(desk)
    await desk.browse().on("Dina")
    burst(desk, "n")
    desk.app.post_message(Paste("smlx"))
    burst(desk, "\rs")
    await desk.sees("shortlisted")
    [who] = await decided(desk)
    assert "Dina" in who


async def test_a_first_pass_takes_what_is_typed_ahead_of_it(desk: Desk) -> None:
    await freeze(desk)
    await desk.browse()
    burst(desk, "psxelm")
    await desk.sees("5 of")
    assert sorted((await decided(desk)).values()) == ["longlisted", "maybe", "not-suitable", "shortlisted"]
    assert passing.who(desk)


async def test_a_held_key_of_the_cursor_does_not_lag(desk: Desk) -> None:
    await desk.browse().press("g")
    began = time.process_time()
    burst(desk, "jk" * 120)
    ended = asyncio.Event()
    desk.app.call_later(ended.set)
    await ended.wait()
    while desk.app.turns.are_taken:  # noqa: ASYNC110 - the keyboard tells nobody when it rests
        await asyncio.sleep(0)
    assert time.process_time() - began < 2.0  # of the processor: as long as 240 keys take at 120 a second

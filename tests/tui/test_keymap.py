"""A person's own keys: what is wrong is said before the app opens, what is right works everywhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from recruiter_tui.__main__ import _keys
from recruiter_tui.domain.errors import Unreadable
from recruiter_tui.tui import commands
from recruiter_tui.tui.commands_base import Need, Place
from tests.tui.conftest import sitting_at

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from recruiter_tui.services import Services


@pytest.fixture(autouse=True)
def _own_keys_afterwards() -> Iterator[None]:
    yield
    commands.use_keys({})


def test_every_command_is_bound_to_its_own_keys_without_settings() -> None:
    assert commands.rekeyed() == {}


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("f7", ("f7",)),
        ("F7", ("f7",)),
        ("f6, f7", ("f6", "f7")),
        ("&", ("ampersand",)),
        ("question_mark+", None),
        ("ctrl+E", ("ctrl+e",)),
        ("shift+k", ("K",)),
        ("pgdn", None),
        ("ctrl++", ("ctrl+plus",)),
        ("ctrl+shift+up", ("ctrl+shift+up",)),
        ("é", ("é",)),
        ("", ()),
    ],
)
def test_keys_are_written_as_people_write_them(text: str, keys: tuple[str, ...] | None) -> None:
    if keys is None:
        with pytest.raises(Unreadable):
            commands.use_keys({"mark.clear": text})
    else:
        commands.use_keys({"mark.clear": text})
        assert commands.by_id("mark.clear").keys == keys


@pytest.mark.parametrize(
    ("overrides", "problem", "remedy"),
    [
        ({"decide.shortlist": "f7"}, "'decide.shortlist' that does not exist", "'decide.shortlisted'"),
        ({"decision.maybe": "f7"}, "'decision.maybe' that does not exist", "'decide.maybe'"),
        ({"qqqq": "f7"}, "'qqqq' that does not exist", "`recruiter-tui keys` lists"),
        ({"mark.clear": "hyper+q"}, "'hyper+q' that no keyboard has", "s, S, ?, f5"),
        ({"mark.clear": "banana"}, "'banana' that no keyboard has", "s, S, ?, f5"),
        ({"mark.clear": "s"}, "on the desk screen is taken by 'decide.shortlisted' (short list)", "as well"),
        ({"mark.clear": "j"}, "is taken by 'move.down'", "as well"),
        ({"mark.clear": "ctrl+i"}, "'tab', which on the desk screen is taken by 'pane.next'", "as well"),
        ({"mark.clear": "f7", "mark.range": "f7"}, "is taken by 'mark.", "as well"),
        ({"app.quit": ""}, "leaves 'app.quit' without a key", "way out"),
    ],
)
def test_what_is_wrong_is_said_with_what_to_do(overrides: dict[str, str], problem: str, remedy: str) -> None:
    with pytest.raises(Unreadable) as refused:
        commands.use_keys(overrides, "settings.toml")
    assert refused.value.problem.startswith("settings.toml: keys ")
    assert problem in refused.value.problem
    assert remedy in refused.value.remedy
    assert commands.rekeyed() == {}


@pytest.mark.parametrize("place", [Place.DESK, Place.SHORTLIST, Place.HISTORY, Place.MATRIX, Place.INTAKE])
def test_no_key_of_ours_is_one_that_tables_take_for_moving(place: Place) -> None:
    moving = {command.id for command in commands.COMMANDS if command.id.startswith("move.")}
    others = {key for c in commands.at(place) if c.id not in moving for key in c.keys}
    assert others.isdisjoint(commands.MOVES)


async def test_two_commands_change_their_keys_and_footer_help_and_list_say_so(services: Services) -> None:
    commands.use_keys({"decide.shortlisted": "m", "decide.maybe": "s", "app.theme": "f9"})
    async with sitting_at(services) as desk:
        await desk.browse().press("m").sees("m short list")
        counts = (await services.vacancies.list())[0].counts
        assert {str(d): count for d, count in counts.items() if count}["shortlisted"] == 1
        await desk.press("question_mark").sees("m                   short list")
        await desk.press("escape").press("f2").sees_no("high contrast").press("f9").sees("high contrast")
    assert ("m", "short list", "decide.shortlisted") in [(k, t, n) for k, t, _e, _w, n in commands.manual()]


async def test_reasons_and_hints_name_the_keys_as_they_are(services: Services) -> None:
    commands.use_keys({"mark.toggle": "f8", "undo.undo": "f7", "mark.range": "f6", "pane.back": "f11"})
    async with sitting_at(services) as desk:
        await desk.browse().press("c").sees("mark 2 to 6 candidates first (f8 marks)")
        await desk.press("s").sees("f7 undo").press("f6").sees("range: f6 ends it")
        await desk.press("f6").press("f11").filter("amina").sees("f11 clears it")


def test_every_placeholder_in_a_reason_names_a_command() -> None:
    for need in Need:
        assert "{" not in commands.reason(need)


async def test_the_keys_that_tables_move_by_can_be_others_too(services: Services) -> None:
    commands.use_keys({"move.down": "ctrl+n"})
    async with sitting_at(services) as desk:
        await desk.browse().press("ctrl+n", "ctrl+n", "j", "down")
        assert desk.room.table.cursor == 2


def test_the_list_of_keys_reads_the_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    (tmp_path / "recruiter-tui").mkdir()
    (tmp_path / "recruiter-tui" / "settings.toml").write_text('[keys]\n"decide.maybe" = "f8, M"\n')
    with pytest.raises(Unreadable, match="is taken by 'matrix"):
        _keys()
    (tmp_path / "recruiter-tui" / "settings.toml").write_text('[keys]\n"decide.maybe" = "f8"\n')
    assert ("f8", "maybe", "decide.maybe") in [(k, t, n) for k, t, _e, _w, n in _keys()]

from __future__ import annotations

import subprocess
import sys
from collections import Counter

import pytest

from recruiter_tui.tui.commands import COMMANDS, MOVES, at, by_id, manual
from recruiter_tui.tui.commands_base import Command, Place


def test_every_command_has_a_name_of_its_own() -> None:
    assert [name for name, count in Counter(c.id for c in COMMANDS).items() if count > 1] == []


@pytest.mark.parametrize("place", Place)
def test_no_key_means_two_things_in_one_place(place: Place) -> None:
    keys = Counter(key for command in at(place) for key in command.keys)
    assert [key for key, count in keys.items() if count > 1] == []


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.id)
def test_no_key_is_called_by_the_toolkits_name(command: Command) -> None:
    assert [key for key in command.spelled if "_" in key or key in {"semicolon", "comma", "colon"}] == []


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.id)
def test_every_command_says_what_it_does_in_one_sentence(command: Command) -> None:
    assert command.title
    assert len(command.title) <= 16
    assert command.tooltip.endswith(".")
    assert command.tooltip[0].isupper()


def test_the_keys_of_the_issue_are_the_keys_of_the_desk() -> None:
    desk = {key: command.id for command in at(Place.DESK) for key in command.keys}
    assert {key: desk[key] for key in "slxmw0"} == {
        "s": "decide.shortlisted",
        "l": "decide.longlisted",
        "x": "decide.not-suitable",
        "m": "decide.maybe",
        "w": "decide.withdrawn",
        "0": "decide.new",
    }
    for key in (
        "n",
        "o",
        "E",
        "space",
        "c",
        "e",
        "u",
        "ctrl+r",
        "question_mark",
        "colon",
        "ctrl+p",
        "q",
        "slash",
    ):
        assert key in desk, key
    assert MOVES["j"] == "down"
    assert "h" not in MOVES
    assert "l" not in MOVES


def test_the_manual_lists_every_command_once_with_its_name() -> None:
    lines = list(manual())
    assert sorted(line[-1] for line in lines) == sorted(command.id for command in COMMANDS)
    for keys, title, explanation, where, name in lines:
        command = by_id(name)
        assert (keys, title, explanation) == (" ".join(command.spelled), command.title, command.tooltip)
        assert where


def test_the_registry_can_be_read_without_the_terminal_toolkit() -> None:
    program = (
        "import sys, recruiter_tui.tui.commands as c; list(c.manual());"
        "heavy = {'textual', 'rich', 'sqlalchemy', 'pydantic'};"
        "sys.exit(any(m.partition('.')[0] in heavy for m in sys.modules))"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0

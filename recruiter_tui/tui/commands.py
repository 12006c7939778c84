"""The registry of the app's commands; it imports no terminal toolkit, so that the manual can print it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from recruiter_tui.tui.commands_base import Command, Group, Need, Place
from recruiter_tui.tui.commands_craft import CRAFT_COMMANDS
from recruiter_tui.tui.commands_desk import CURSOR_MOVES, DESK_COMMANDS
from recruiter_tui.tui.commands_intake import INTAKE_COMMANDS
from recruiter_tui.tui.commands_keeping import KEEPING_COMMANDS
from recruiter_tui.tui.commands_notice import NOTICE_COMMANDS
from recruiter_tui.tui.commands_pass import PASS_COMMANDS
from recruiter_tui.tui.commands_rules import RULE_COMMANDS
from recruiter_tui.tui.commands_rulings import RULING_COMMANDS
from recruiter_tui.tui.commands_search import SEARCH_COMMANDS
from recruiter_tui.tui.commands_views import VIEW_COMMANDS
from recruiter_tui.tui.commands_whatif import WHATIF_COMMANDS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

COMMANDS: Final[tuple[Command, ...]] = (
    *DESK_COMMANDS,
    *PASS_COMMANDS,
    *VIEW_COMMANDS,
    *NOTICE_COMMANDS,
    *INTAKE_COMMANDS,
    *RULE_COMMANDS,
    *CRAFT_COMMANDS,
    *WHATIF_COMMANDS,
    *RULING_COMMANDS,
    *SEARCH_COMMANDS,
    *KEEPING_COMMANDS,
)

APP_WIDE: Final = frozenset({"app.quit", "app.suspend"})
"""Commands that the app itself binds, so that they work above dialogs as well."""

_MOVES: Final = CURSOR_MOVES
MOVES: Final[dict[str, str]] = {}
"""Key to cursor move, for widgets with a cursor: `down`, `up`, `top`, `end`, `page_down`, `page_up`."""
_BY_ID: Final[dict[str, Command]] = {}
_AT: Final[dict[Place, tuple[Command, ...]]] = {}


def use_keys(overrides: Mapping[str, str], where: str = "settings") -> None:
    """Give commands other keys, the rest their own; raises Unreadable for a wrong one."""
    chosen: dict[str, tuple[str, ...]] = {}
    if overrides:
        from recruiter_tui.tui import keymap

        chosen = keymap.chosen(overrides, COMMANDS, _MOVES, where)
    _BY_ID.clear()
    _BY_ID.update({command.id: _with_keys(command, chosen.get(command.id)) for command in COMMANDS})
    _AT.clear()
    MOVES.clear()
    MOVES.update(
        {key: command.id.removeprefix("move.") for command in _MOVES for key in _BY_ID[command.id].keys}
    )


def _with_keys(command: Command, keys: tuple[str, ...] | None) -> Command:
    return command if keys is None else replace(command, keys=keys, shown=())


use_keys({})


def at(place: Place) -> tuple[Command, ...]:
    """Return the commands of a screen, in the order in which help shows them."""
    found = _AT.get(place)
    if found is None:
        found = _AT[place] = tuple(command for command in _BY_ID.values() if place in command.places)
    return found


def by_id(command_id: str) -> Command:
    """Return one command; raises KeyError for a name that is not in the registry."""
    return _BY_ID[command_id]


def key(command_id: str) -> str:
    """Return the first key of a command as people write it; a dash where somebody took all its keys."""
    return next(iter(_BY_ID[command_id].spelled), "-")


def reason(need: Need) -> str:
    """Return why a command cannot be used, with the keys as they are now."""
    text: str = need.value
    head, brace, rest = text.partition("{")
    name, _brace, tail = rest.partition("}")
    return head + key(name) + tail if brace else text


def rekeyed() -> dict[str, tuple[str, ...]]:
    """Return the keys, by command, that differ from our own."""
    return {own.id: _BY_ID[own.id].keys for own in COMMANDS if _BY_ID[own.id].keys != own.keys}


def manual() -> Iterator[tuple[str, str, str, str, str]]:
    """Give keys, title, explanation, places and name of every command, in the order of the app's help."""
    for group in Group:
        for command in _BY_ID.values():
            if command.group is group:
                places = "every screen" if command.places == frozenset(Place) else _places(command)
                keys = " ".join(command.spelled) or "-"
                yield keys, command.title, command.tooltip, places, command.id


def _places(command: Command) -> str:
    return ", ".join(sorted(place.value for place in command.places))

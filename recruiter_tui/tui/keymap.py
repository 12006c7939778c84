"""The keys that a person chose in place of ours, checked before anything is drawn."""

from __future__ import annotations

import difflib
import unicodedata
from typing import TYPE_CHECKING, Final

from recruiter_tui.domain.errors import Unreadable
from recruiter_tui.tui.commands_base import Place, spelled

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from recruiter_tui.tui.commands_base import Command

_NAMED: Final = frozenset(
    {
        *("escape", "enter", "tab", "space", "backspace", "delete", "insert", "home", "end"),
        *("pageup", "pagedown", "up", "down", "left", "right", *(f"f{number}" for number in range(1, 25))),
    }
)
_MODIFIERS: Final = ("ctrl", "shift", "alt")
_OTHER_NAMES: Final = {
    "esc": "escape",
    "return": "enter",
    "del": "delete",
    "pgup": "pageup",
    "pgdn": "pagedown",
    "↑": "up",
    "↓": "down",
    "←": "left",
    "→": "right",
    # Terminals send the same bytes for both.
    "ctrl+i": "tab",
    "ctrl+m": "enter",
    "ctrl+left_square_bracket": "escape",
}
_SHORT: Final = {
    "solidus": "slash",
    "reverse_solidus": "backslash",
    "commercial_at": "at",
    "hyphen_minus": "minus",
    "plus_sign": "plus",
    "low_line": "underscore",
}
"""Names of the terminal toolkit that differ from Unicode's."""
_EXAMPLES: Final = "keys are named like s, S, ?, f5, space, enter, pageup, ctrl+e or shift+up"
_BEYOND_KEYBOARDS: Final = 0x500
"""Characters from here on have names too, a banana for instance, but no key that is called so."""
_NEVER_WITHOUT: Final = "app.quit"


def chosen(
    overrides: Mapping[str, str], commands: Sequence[Command], moves: Iterable[Command], where: str
) -> dict[str, tuple[str, ...]]:
    """Return the keys by command that `overrides` asks for; `where` names the file that holds them.

    `moves` are the commands whose keys the tables of every screen take. Raises Unreadable.
    """
    known = {command.id for command in commands}
    keys = {name: _keys_of(name, text, _known(name, known, where), where) for name, text in overrides.items()}
    _refuse_shared(keys, commands, tuple(moves), where)
    return keys


def _known(name: str, known: set[str], where: str) -> str:
    """Return the name of a command; raises Unreadable with the nearest one for a name that is none."""
    if name in known:
        return name
    near = difflib.get_close_matches(name, known, 1, 0.5) or [
        each for each in sorted(known) if each.partition(".")[2] == name.rpartition(".")[2]
    ]
    message = f"{where}: keys names a command {name!r} that does not exist"
    raise Unreadable(
        message, f"did you mean {near[0]!r}?" if near else "`recruiter-tui keys` lists their names"
    )


def _keys_of(name: str, text: str, command_id: str, where: str) -> tuple[str, ...]:
    """Return the keys of one setting; none for an empty one."""
    names = [part.strip() for part in text.split(",")] if text.strip() not in ("", ",") else [text.strip()]
    keys = tuple(dict.fromkeys(_key(part, name, where) for part in names if part))
    if not keys and command_id == _NEVER_WITHOUT:
        message = f"{where}: keys leaves {name!r} without a key"
        raise Unreadable(message, "the way out needs one; give it another key")
    return keys


def _key(text: str, name: str, where: str) -> str:
    """Return the toolkit's name of a key as people write it; raises Unreadable for what no key is called."""
    *modifiers, last = text.split("+") if len(text) > 1 and not text.endswith("++") else [text]
    if text.endswith("++") and len(text) > 1:
        modifiers, last = text[:-2].split("+"), "+"
    key = last if len(last) == 1 and last.isalnum() else _named(last)
    modifiers = [modifier.lower() for modifier in modifiers]
    if key is None or not set(modifiers) <= set(_MODIFIERS):
        message = f"{where}: keys gives {name!r} a key {text!r} that no keyboard has"
        raise Unreadable(message, _EXAMPLES)
    if modifiers == ["shift"] and len(key) == 1:
        return key.upper()
    if modifiers and len(key) == 1:
        key = key.lower()
    full = "+".join((*(each for each in _MODIFIERS if each in modifiers), key))
    return _OTHER_NAMES.get(full, full)


def _named(text: str) -> str | None:
    """Return a key's name for a name or a sign; None where it is neither."""
    if len(text) == 1 and text not in _OTHER_NAMES:
        name = unicodedata.name(text, "").lower().replace("-", "_").replace(" ", "_")
        return _SHORT.get(name, name) or None
    name = _OTHER_NAMES.get(text.lower(), text.lower().replace("-", "_").replace(" ", "_"))
    if name in _NAMED or name in _SHORT.values():
        return name
    try:
        sign = unicodedata.lookup(name.replace("_", " "))
    except KeyError:
        return None
    return name if sign.isprintable() and ord(sign) < _BEYOND_KEYBOARDS else None


def _refuse_shared(
    keys: Mapping[str, tuple[str, ...]],
    commands: Sequence[Command],
    moves: Sequence[Command],
    where: str,
) -> None:
    """Raise Unreadable where one key would mean two things on a screen."""
    for place in Place:
        taken: dict[str, Command] = {}
        mine = [command for command in commands if place in command.places]
        moved = {key for command in moves for key in command.keys}
        own = {key for command in mine if command not in moves for key in command.keys}
        # Where a screen steps by commands of its own, no table takes those keys.
        here = dict.fromkeys((*mine, *(() if own & moved else moves)))
        for command in sorted(here, key=lambda c: c.id in keys):
            for key in keys.get(command.id, command.keys):
                other = taken.setdefault(key, command)
                if other is not command and command.id in keys:
                    message = (
                        f"{where}: keys gives {command.id!r} the key {spelled(key)!r}, which on the "
                        f"{place.value} screen is taken by {other.id!r} ({other.title})"
                    )
                    remedy = f"choose another key, or give {other.id!r} another one as well"
                    raise Unreadable(message, remedy)

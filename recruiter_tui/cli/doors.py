"""What the command line needs of the app without knowing it: the program's start hands both in."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


class Doors(NamedTuple):
    """The ways from the command line into the app."""

    open_app: Callable[[str | None, str | None], int]
    """Opens the app on a store for a person and returns the exit status."""
    keys: Callable[[], Sequence[tuple[str, str, str, str, str]]]
    """Returns keys, title, explanation, places and name of every command of the app."""

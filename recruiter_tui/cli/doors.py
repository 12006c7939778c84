"""What the command line needs of the app without knowing it: the program's start hands both in."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


class Doors:
    """The ways from the command line into the app."""

    def __init__(
        self,
        open_app: Callable[[str | None, str | None], int],
        keys: Callable[[], Sequence[tuple[str, str, str, str, str]]],
    ) -> None:
        """Take both doors.

        Args:
            open_app: Opens the app on a store for a person and returns the exit status.
            keys: Returns keys, title, explanation, places and name of every command of the app.
        """
        self.open_app = open_app
        self.keys = keys

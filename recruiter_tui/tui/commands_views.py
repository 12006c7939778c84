"""The commands of the comparison, the short list and the other screens that open from the desk."""

from __future__ import annotations

from typing import Final

from recruiter_tui.tui.commands_base import Command, Group, Place

_VIEWS: Final = frozenset({Place.COMPARE, Place.SHORTLIST, Place.HISTORY})

VIEW_COMMANDS: Final[tuple[Command, ...]] = (
    Command(
        "view.close",
        ("escape", "q"),
        "back",
        "Goes back to the desk.",
        "close",
        Group.MOVE,
        _VIEWS,
        footer=20,
    ),
)

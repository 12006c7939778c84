"""The commands of the comparison, the short list and the other screens that open from the desk."""

from __future__ import annotations

from typing import Final

from recruiter_tui.tui.commands_base import Command, Group, Need, Place

_VIEWS: Final = frozenset({Place.COMPARE, Place.SHORTLIST, Place.HISTORY})
_COMPARE: Final = frozenset({Place.COMPARE})
_SHORTLIST: Final = frozenset({Place.SHORTLIST})

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
    Command(
        "compare.mode",
        ("d",),
        "differences",
        "Shows the differences first, the differences only, or everything by family.",
        "mode",
        Group.LOOK,
        _COMPARE,
        footer=3,
    ),
    Command(
        "compare.pin",
        ("p",),
        "reference",
        "Holds the others against the candidate of this column; again lets go.",
        "pin",
        Group.LOOK,
        _COMPARE,
        needs=(Need.CANDIDATE,),
        footer=2,
    ),
    Command(
        "compare.open",
        ("enter",),
        "evidence",
        "Opens the dossier of this column at the finding under the cursor, with all its evidence.",
        "open",
        Group.LOOK,
        _COMPARE,
        needs=(Need.CANDIDATE,),
        footer=4,
    ),
    Command("compare.left", ("left",), "left", "Chooses the column to the left.", "", Group.MOVE, _COMPARE),
    Command(
        "compare.right", ("right",), "right", "Chooses the column to the right.", "", Group.MOVE, _COMPARE
    ),
    Command(
        "shortlist.up",
        ("shift+up", "K"),
        "move up",
        "Moves the candidate up within the tier.",
        "rank(-1)",
        Group.JUDGE,
        _SHORTLIST,
        needs=(Need.CANDIDATE,),
        footer=3,
    ),
    Command(
        "shortlist.down",
        ("shift+down", "J"),
        "move down",
        "Moves the candidate down within the tier.",
        "rank(1)",
        Group.JUDGE,
        _SHORTLIST,
        needs=(Need.CANDIDATE,),
        footer=4,
    ),
    Command(
        "shortlist.open",
        ("enter",),
        "dossier",
        "Opens the dossier of the candidate under the cursor.",
        "open",
        Group.LOOK,
        _SHORTLIST,
        needs=(Need.CANDIDATE,),
        footer=5,
    ),
)

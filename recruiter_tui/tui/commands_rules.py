"""The commands around rules: tiers, the criteria panel and the matrix."""

from __future__ import annotations

from typing import Final

from recruiter_tui.tui.commands_base import Command, Group, Need, Place

_OPEN: Final = (Need.STORE, Need.VACANCY)
_CRITERIA: Final = frozenset({Place.CRITERIA})
_MATRIX: Final = frozenset({Place.MATRIX})
_CRITERION: Final = (Need.CRITERION,)
_BACK: Final = frozenset(
    {Place.CRITERIA, Place.WHATIF, Place.MATRIX, Place.RULINGS, Place.DOSSIER, Place.CAREER}
)

RULE_COMMANDS: Final[tuple[Command, ...]] = (
    Command(
        "tier.close",
        ("T",),
        "close a tier",
        "Records what came of a tier, so that verdicts on the next one may be given.",
        "close_tier",
        Group.JUDGE,
        frozenset({Place.DESK, Place.COMPARE, Place.SHORTLIST, Place.READING}),
        needs=(*_OPEN, Need.TIERS),
    ),
    Command("rules.back", ("escape", "q"), "back", "Goes back.", "close", Group.MOVE, _BACK, footer=20),
    Command(
        "criteria.open",
        ("C",),
        "criteria",
        "Shows the criteria of the vacancy, their policy and their versions.",
        "criteria",
        Group.LOOK,
        frozenset({Place.DESK, Place.NOTICE, Place.WHATIF, Place.MATRIX, Place.RULINGS}),
        needs=(Need.STORE,),
        footer=16,
    ),
    Command(
        "criteria.change",
        ("enter", "E"),
        "change",
        "Changes the criterion, switch or level under the cursor, or opens the version.",
        "change",
        Group.JUDGE,
        _CRITERIA,
        needs=(Need.LINE,),
        footer=1,
    ),
    Command(
        "criteria.turn",
        ("t",),
        "essential or not",
        "Turns essential into an advantage, or back.",
        "turn",
        Group.JUDGE,
        _CRITERIA,
        needs=_CRITERION,
        footer=2,
    ),
    Command(
        "criteria.drop",
        ("d",),
        "drop",
        "Takes a criterion out, or puts a dropped one back.",
        "drop",
        Group.JUDGE,
        _CRITERIA,
        needs=(Need.DROPPABLE,),
        footer=3,
    ),
    Command(
        "criteria.new",
        ("n",),
        "new criterion",
        "Adds a criterion in your own words.",
        "new",
        Group.JUDGE,
        _CRITERIA,
        footer=4,
    ),
    Command(
        "criteria.profile",
        ("p",),
        "profile",
        "Screens under the named practice of a body.",
        "profile",
        Group.JUDGE,
        _CRITERIA,
        footer=5,
    ),
    Command(
        "matrix.open",
        ("M",),
        "matrix",
        "Shows criteria by candidates, under the filter of the desk.",
        "matrix",
        Group.LOOK,
        frozenset({Place.DESK}),
        needs=(*_OPEN, Need.CANDIDATES),
        footer=21,
    ),
    Command(
        "matrix.dossier",
        ("enter",),
        "dossier",
        "Opens the dossier of the candidate under the cursor.",
        "open",
        Group.LOOK,
        _MATRIX,
        needs=(Need.CANDIDATE,),
        footer=1,
    ),
    Command(
        "matrix.left",
        ("left",),
        "left",
        "Goes to the criterion to the left.",
        "",
        Group.MOVE,
        _MATRIX,
        footer=2,
    ),
    Command(
        "matrix.right",
        ("right",),
        "right",
        "Goes to the criterion to the right.",
        "",
        Group.MOVE,
        _MATRIX,
        footer=3,
    ),
    Command(
        "matrix.family",
        ("tab", "right_square_bracket"),
        "next family",
        "Goes to the next family of criteria.",
        "family(1)",
        Group.MOVE,
        _MATRIX,
        footer=4,
        shown=("tab", "]"),
    ),
    Command(
        "matrix.family_back",
        ("shift+tab", "left_square_bracket"),
        "last family",
        "Goes to the family of criteria before.",
        "family(-1)",
        Group.MOVE,
        _MATRIX,
        shown=("shift+tab", "["),
    ),
)

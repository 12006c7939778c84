"""Why somebody moves in or out under what is tried: the criteria that decide it, before and after."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from recruiter_tui.domain.errors import NotFound
from recruiter_tui.domain.requirement import Necessity
from recruiter_tui.domain.whatif import CANNOT_TELL, MET, NOT_MET, WORDS, column_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from recruiter_tui.domain.whatif import Board, Scenario

DROPPED: Final = "dropped"
ADVANTAGE: Final = "an advantage"
"""How a criterion counts that no longer decides."""
_KEEPS_OUT: Final = (NOT_MET, CANNOT_TELL)


@dataclass(frozen=True, slots=True)
class Move:
    """One criterion that decides why somebody moves."""

    criterion: str
    before: str
    """An outcome's word, or `an advantage` where it did not decide."""
    after: str
    """An outcome's word, or how the criterion counts under what is tried."""


def moves(board: Board, scenario: Scenario, key: int) -> tuple[Move, ...]:
    """Return which criteria keep an application out before and no longer after, or the other way round.

    The scenario's policy must have been prepared, as for `Board.project`. Raises NotFound for an application
    that is not on the board.
    """
    place = next((n for n, person in enumerate(board.people) if person.key == key), None)
    if place is None:
        message = "this application is not on the board"
        raise NotFound(message, "it came in after the question was asked; ask again")
    return tuple(_moves(board, scenario, place))


def _moves(board: Board, scenario: Scenario, place: int) -> Iterator[Move]:
    was = board.columns[board.policy]
    now = board.columns[scenario.policy or board.policy]
    asked = scenario.asked()
    for criterion, necessity in board.necessity.items():
        essential = necessity is Necessity.ESSENTIAL
        before = column_of(was, criterion, {})[place]
        after = column_of(now, criterion, asked)[place]
        decides = scenario.requires(criterion, essential=essential)
        invoked = criterion in scenario.invoked
        kept_out = essential and before in _KEEPS_OUT
        keeps_out = (decides and after in _KEEPS_OUT) or (invoked and after != MET)
        if kept_out is not keeps_out:
            how = DROPPED if criterion in scenario.dropped else ADVANTAGE
            yield Move(
                criterion,
                WORDS[before] if essential else ADVANTAGE,
                WORDS[after] if decides or invoked else how,
            )

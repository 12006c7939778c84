"""Three-valued logic (Kleene): True, False and None for *cannot tell*."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from recruiter_tui.domain.finding import Outcome

if TYPE_CHECKING:
    from collections.abc import Iterable

Truth: TypeAlias = bool | None
"""What is known about a statement; None where nothing on file settles it."""


def every(truths: Iterable[Truth]) -> Truth:
    """Return whether all statements hold; one falsehood settles it, whatever is unknown."""
    known: Truth = True
    for truth in truths:
        if truth is False:
            return False
        if truth is None:
            known = None
    return known


def some(truths: Iterable[Truth]) -> Truth:
    """Return whether at least one statement holds; one truth settles it, whatever is unknown."""
    known: Truth = False
    for truth in truths:
        if truth:
            return True
        if truth is None:
            known = None
    return known


def negated(truth: Truth) -> Truth:
    """Return the opposite of a statement; the unknown stays unknown."""
    return None if truth is None else not truth


def outcome_of(truth: Truth) -> Outcome:
    """Return the outcome that a statement about a criterion amounts to."""
    if truth is None:
        return Outcome.CANNOT_TELL
    return Outcome.MET if truth else Outcome.NOT_MET
